"""Nothing happens: how often does it wake, what does it use, what does it ask of the system? All of them rest at the
same time, each on a display of its own. What changes by itself is the clock, and on the example the strip every 12 s.
"""
import contextlib
import os
import subprocess
import time

import peer
import usage
from bench_table import Row
from wall import ROOT, Kiosk, Share, Xvfb

REST_S = 30
SETTLE_S = 12
PLAIN = os.path.join(ROOT, 'boards', 'handreiking-alkmaar')  # nothing reported: nothing to turn in the strip
ROWS = (('frames', 'frames', '', 0), ('main', 'wake-ups of the wall', '', 0), ('all', 'wake-ups of all threads', '', 0),
        ('cpu', 'CPU of one core', '%', 3), ('calls', 'calls to the system', '', 0))


class Rest:
    """A program at rest and what it did meanwhile."""

    def __init__(self, program):
        self.program, self.pids = program, usage.tree(program.process.pid)
        self.found = {}

    def frames(self):
        return len(self.program.trace()) if hasattr(self.program, 'trace') else 0

    def begin(self):
        self.pids = usage.tree(self.program.process.pid)
        self.from_ = self.counts()

    def counts(self):
        return {'frames': self.frames(), 'main': usage.switches([self.program.process.pid], True),
                'all': usage.switches(self.pids), 'cpu': usage.cpu_ms(self.pids)}

    def end(self, seconds):
        now = self.counts()
        self.found = {key: now[key] - self.from_[key] for key in now}
        self.found['cpu'] = self.found['cpu'] / seconds / 10
        if not hasattr(self.program, 'trace'):
            del self.found['frames']


class Program:
    """One without a trace, on a display or on a driver of SDL's that needs none."""

    def __init__(self, command, driver, display=None):
        env = {**os.environ, 'SDL_VIDEODRIVER': driver, 'TZ': 'Europe/Amsterdam'}
        if display:
            env['DISPLAY'] = display.display
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def programs(bench, stack):
    """By name; all of them stop with the stack."""
    def display():
        return stack.enter_context(Xvfb())

    def kiosk(share, options=()):
        return stack.enter_context(Kiosk(bench.binary, share, display(), options=(*bench.room, *options)))
    def program(*where):
        return stack.enter_context(Program(*where))
    plain, bare = (stack.enter_context(Share(bench.binary, PLAIN)) for _ in range(2))
    naive = [bench.program('bench_naive')]
    found = {'34': kiosk(bench.share(34)), '10,000': kiosk(bench.share(10000)), 'plain': kiosk(plain),
             'bare': program([bench.binary, 'run', '--share', bare.share, '--state', bare.state, '--windowed', '--size',
                              '1920x1080', '--curtain', 'off', *bench.room], 'dummy'),
             'naive': program(naive, 'x11', display()), 'naive bare': program(naive, 'dummy')}
    if bench.peer:
        for name, share in (('peer plain', plain), ('peer', bench.share(34))):
            server = stack.enter_context(bench.pages(share))
            profile = stack.enter_context(peer.Profile())
            found[name] = stack.enter_context(peer.Browser(display().display, '1920x1080', server.url + '/', profile))
    return found


def rest(bench):
    with contextlib.ExitStack() as stack:
        rests = {name: Rest(program) for name, program in programs(bench, stack).items()}
        time.sleep(SETTLE_S)
        for one in rests.values():
            usage.rest(one.program.process.pid)
        begin = time.monotonic()
        for one in rests.values():
            one.begin()
        time.sleep(REST_S)
        for one in rests.values():
            one.end(time.monotonic() - begin)
        # Apart: who is traced wakes for that as well.
        calls = {name: usage.Calls(one.pids) for name, one in rests.items()}
        time.sleep(REST_S)
        for name, one in rests.items():
            one.found['calls'] = calls[name].stop()
        return {name: one.found for name, one in rests.items()}


def told(key, unit, digits, others):
    """What the peers do, in words: (name, what was found of it)."""
    return '; '.join(('%s %s %s' % (name, format(found[key], ',.%df' % digits), unit)).strip()
                     for name, found in others if key in found)


def turning_rows(found, title, names, of_peer, frames, others=()):
    """At rest with so many frames to be expected."""
    used = found.get(of_peer, {})
    most = {'frames': frames, 'main': 1 if frames == 1 else 2 * frames, 'cpu': max(used.get('cpu', 0), 0.05)}
    targets = {'frames': 'the clock' + (' and the strip' if frames > 1 else ''),
               'main': '1 a minute' if frames == 1 else 'two a frame', 'cpu': "Chromium's, or 0.05 %"}
    for key, words, unit, digits in ROWS:
        values = [found[name].get(key) for name in names] + [None]
        yield Row('%s: %s' % (title, words), values[:2], unit, digits, most.get(key), target=targets.get(key, ''),
                  peer=told(key, unit, digits, [('', used), *others]))


def bare_rows(found):
    """Without a display server SDL looks every millisecond, unless it is kept from it."""
    for key, words, unit, digits in ROWS[1:]:
        yield Row('the same without X11: ' + words, found['bare'].get(key), unit, digits,
                  {'main': REST_S, 'cpu': 0.05}.get(key), target={'main': '1 a second', 'cpu': '0.05 %'}.get(key, ''),
                  peer=told(key, unit, digits, [('naive', found['naive bare'])]))


def measure(bench):
    found = rest(bench)
    bench.group('Rest, %d s' % REST_S, [
        *turning_rows(found, 'nothing to turn', ('plain',), 'peer plain', 1, [('naive', found['naive'])]),
        *bare_rows(found),
        *turning_rows(found, 'a strip that turns every 12 s', ('34', '10,000'), 'peer', 4)])

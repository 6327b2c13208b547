"""From exec to the first correct pixel, as seen on the display: the lines of the rows of the wall are what they are
when all has come to rest."""
import time

import peer
import usage
from bench_table import Row, median
from glass import Glass
from wall import Kiosk, Xvfb, now_ms

RUNS = {34: 5, 10000: 3}
LINES = 5
PATIENCE_S = 15


def rows_box(zoom=1):
    """The cells of the wall: what neither the clock nor the strip changes."""
    return tuple(n * zoom for n in (460, 180, 1240, 720))


class Kiosks:
    name = 'kiosk'

    def __init__(self, bench, share, display, size):
        self.start = lambda: Kiosk(bench.binary, share, display, size, bench.room)

    def stop(self):
        pass


class Browsers:
    name = 'peer'

    def __init__(self, bench, share, display, size):
        self.pages, self.profile = bench.pages(share), peer.Profile()
        server, folder = self.pages.__enter__(), self.profile.__enter__()
        self.start = lambda: peer.Browser(display.display, size, server.url + '/', folder)

    def stop(self):
        self.profile.__exit__(None, None, None)
        self.pages.__exit__(None, None, None)


def start_once(start, glass, box, good):
    """Milliseconds and CPU until the lines are `good`; None: they never were."""
    if glass.lines(box, LINES) == good:
        raise RuntimeError('the display still shows the run before')
    begin = now_ms()
    with start() as program:
        at = glass.wait(box, lambda lines: lines == good, PATIENCE_S, LINES)
        cpu = usage.cpu_ms(usage.tree(program.process.pid))
    time.sleep(0.2)
    return None if at is None else (at - begin, cpu)


def first_time(start, glass, box):
    """The one that warms up: what it shows in the end, and when that was there."""
    begin = now_ms()
    with start() as program:
        if hasattr(program, 'wait_board'):
            program.wait_board()
        good, at_ms = glass.settle(box, 2, 60, LINES)
        frames = len(program.trace()) if hasattr(program, 'trace') else None
    time.sleep(0.3)
    return good, at_ms - begin, frames


def starts(bench, share, runs):
    """By name of program: time and CPU, medians, the one run after the other in turn."""
    size = '1920x1080'
    found = {}
    with Xvfb(size) as display, Glass(display) as glass:
        programs = [kind(bench, share, display, size) for kind in ([Kiosks, Browsers] if bench.peer else [Kiosks])]
        try:
            goods = {}
            for program in programs:
                first_time(program.start, glass, rows_box())
                goods[program], _, frames = first_time(program.start, glass, rows_box())
                found[program.name] = {'frames': frames, 'runs': []}
            for _ in range(runs):
                for program in programs:
                    found[program.name]['runs'].append(start_once(program.start, glass, rows_box(), goods[program]))
        finally:
            for program in programs:
                program.stop()
    for name, result in found.items():
        good = [r for r in result['runs'] if r is not None]
        if len(good) <= runs // 2:
            raise RuntimeError('%s: %d of %d starts came to the same picture' % (name, len(good), runs))
        result['time'], result['cpu'] = median([t for t, _ in good]), median([c for _, c in good])
        result['odd'] = runs - len(good)
    return found


def first_start(bench, actions):
    """Without a local log."""
    share = bench.fresh(actions)
    with Xvfb() as display, Glass(display) as glass:
        return first_time(Kiosks(bench, share, display, '1920x1080').start, glass, rows_box())[1]


def share_of(peers, key, part):
    return [p[key] / part if p else None for p in peers]


def measure(bench):
    results = [starts(bench, share, RUNS[share.actions]) for share in bench.boards()]
    kiosks = [r['kiosk'] for r in results]
    peers = [r.get('peer') for r in results]

    def row(what, key, part, target):
        return Row(what, [k[key] for k in kiosks], unit='ms', most=share_of(peers, key, part), target=target,
                   peer=[p and p[key] for p in peers])
    bench.group('Start, warm', [
        row('exec to the first correct pixel', 'time', 5, "a fifth of Chromium's"),
        row('CPU to there', 'cpu', 8, "an eighth of Chromium's"),
        Row('first start: no local log yet', [first_start(bench, share.actions) for share in bench.boards()], unit='ms'),
        Row('frames presented in the first seconds', [k['frames'] for k in kiosks]),
        Row('starts that came to another picture', [k['odd'] for k in kiosks], most=0, target='0',
            peer=[p and p['odd'] for p in peers])])

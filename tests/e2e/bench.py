"""`make bench`: what the wall costs at 34 and at 10,000 actions, beside the same board in Chromium and a naive loop
in the same run, as one table.

    bench.py BUILD [--markdown] [PART...]

The parts are those of PARTS below, in their order; without one all of them.
"""
import contextlib
import importlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import bench_table
import peer
from wall import now_ms

# What each measures is said in bench_NAME.py beside this file.
PARTS = ('limits', 'rest', 'start', 'memory', 'touch', 'scroll', 'change', 'scale', 'durable', 'counts')
ROOM = ('--mm', '1210x680', '--distance', '4')
BOARDS = (34, 10000)
CHANGES = 10   # of history, per action
MOST_S = 720   # no part begins after that: none takes three minutes


class BigShare:
    """A shared folder with a board of so many actions, and a state folder."""

    def __init__(self, build, actions):
        self.actions = actions
        self.folder = tempfile.mkdtemp(prefix='regiebord-bench-')
        self.share = os.path.join(self.folder, 'share')
        self.state = os.path.join(self.folder, 'state')
        self.file = os.path.join(self.share, 'board.sqlite')
        os.mkdir(self.state)
        subprocess.run([os.path.join(build, 'tests/big_board'), self.share, str(actions), str(actions * CHANGES)],
                       check=True, stderr=subprocess.DEVNULL)


class Bench:
    """What the parts need, and the rows that they found."""

    room = ROOM

    def __init__(self, build):
        self.build = build
        self.binary = os.path.abspath(os.path.join(build, 'regiebord'))
        self.peer = peer.available()
        self.groups = []
        self.shares = {}
        self.made = {}

    def share(self, actions):
        """One folder for all parts: the second start finds its local log, as a kiosk does."""
        if actions not in self.shares:
            self.shares[actions] = BigShare(self.build, actions)
        return self.shares[actions]

    def fresh(self, actions):
        """One of its own, for a part that changes it."""
        share = BigShare(self.build, actions)
        self.shares[len(self.shares), actions] = share
        return share

    def boards(self):
        return [self.share(actions) for actions in BOARDS]

    @contextlib.contextmanager
    def pages(self, share):
        """The server of the peer; the pages of a board are made once."""
        if share not in self.made:
            self.made[share] = peer.Page(self.binary, share.share)
        with peer.Server(self.made[share]) as server:
            yield server

    def group(self, name, rows, **heads):
        self.groups.append(bench_table.Group(name, rows, **heads))

    def program(self, name):
        return os.path.abspath(os.path.join(self.build, 'tests', name))

    def stop(self):
        for share in self.shares.values():
            shutil.rmtree(share.folder, ignore_errors=True)


def machine():
    model = 'unknown'
    with open('/proc/cpuinfo') as f:
        for line in f:
            if line.startswith('model name'):
                model = line.split(':', 1)[1].strip()
                break
    with open('/proc/loadavg') as f:
        load = f.read().split()[0]
    busy = ': busy, read the ratios only' if float(load) > 0.5 else ''
    return '%s, %d cores, %s %s, load %s before%s' % (model, os.cpu_count(), platform.system(), platform.release(), load,
                                                     busy)


def run(bench, name, begin):
    """A part that fails is named, and the others go on; what would take too long is left out."""
    if time.monotonic() - begin > MOST_S:
        print('bench: no time for %s; make bench PARTS=%s' % (name, name), file=sys.stderr)
        return False
    part_ms = now_ms()
    try:
        importlib.import_module('bench_' + name).measure(bench)
    except Exception as error:  # whatever it is, the rest is worth having
        print('bench: %s failed: %s: %s' % (name, type(error).__name__, error), file=sys.stderr)
        return False
    print('bench: %s took %.0f s' % (name, (now_ms() - part_ms) / 1000), file=sys.stderr)
    return True


def interrupt(*_):
    raise KeyboardInterrupt


def main(argv):
    as_markdown = '--markdown' in argv
    names = [a for a in argv[1:] if not a.startswith('--')] or list(PARTS)
    unknown = [n for n in names if n not in PARTS]
    if unknown:
        print('bench: there is no part %s; there are %s' % (unknown[0], ' '.join(PARTS)), file=sys.stderr)
        return 2
    before = machine()
    bench = Bench(argv[0])
    begin = time.monotonic()
    if not bench.peer:
        print('bench: %s is missing: no peer in the table' % peer.CHROMIUM, file=sys.stderr)
    signal.signal(signal.SIGTERM, interrupt)
    done = []
    try:
        for name in PARTS:
            if name in names:
                done.append(run(bench, name, begin))
    except KeyboardInterrupt:  # what is there is shown
        done.append(False)
        print('bench: interrupted', file=sys.stderr)
    finally:
        bench.stop()
    print(before)
    print(time.strftime('%Y-%m-%d') + '; by number of actions; the peer is Chromium where it does not say otherwise\n')
    print((bench_table.markdown if as_markdown else bench_table.plain)(bench.groups))
    return 0 if all(done) else 1


sys.exit(main(sys.argv[1:]))

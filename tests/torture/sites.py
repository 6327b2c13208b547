"""What the tests of sync engines share: sites with a device that is touched and killed, the
sqlite3 shell as the tool of a colleague, and the question whether anything is lost.

A site is a shared folder of its own, on which runs tests/site_driver.c (the keeper of the
wall, touched every so often) or the real wall without a screen. What a driver acknowledged
and what the shell wrote successfully must be in the log of every site in the end.
"""
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BOARD = os.path.join(ROOT, 'boards', 'voorbeeld')
TABLES = ('board', 'board_column', 'ambition', 'goal', 'stage', 'rung', 'rhythm', 'organisation',
          'person', 'abbreviation', 'action', 'track', 'bottleneck', 'meeting', 'decision', 'note')


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def wait_for(what, seconds, step=0.2):
    """The first true value of what(), or the last false one when the time is up."""
    until = time.monotonic() + seconds
    while True:
        value = what()
        if value or time.monotonic() >= until:
            return value
        time.sleep(step)


def say(line):
    print(line)
    sys.stdout.flush()


class Report:
    """`ok` lines for make test, and `T10 | what | figure | target` lines for make torture."""

    def __init__(self, test):
        self.test = test
        self.failed = 0

    def check(self, name, holds, why=''):
        if not holds:
            self.failed += 1
        say('ok ' + name if holds else 'not ok %s: %s' % (name, why))
        return bool(holds)

    def figure(self, what, figure, target, holds):
        say('%s | %s | %s | %s' % (self.test, what, figure, target))
        return self.check('%s %s: %s' % (self.test, what, figure), holds, 'target ' + target)

    def tell(self, what, figure, target='-'):
        say('%s | %s | %s | %s' % (self.test, what, figure, target))

    def finish(self):
        sys.exit(1 if self.failed else 0)


class Process:
    """A program of ours with its output in a file; ended by its id alone."""

    def __init__(self, command, log, env=None):
        self.log = log
        with open(log, 'ab') as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out, env=env,
                                            stdin=subprocess.DEVNULL)

    def running(self):
        return self.process.poll() is None

    def signal(self, number):
        if self.running():
            self.process.send_signal(number)

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, seconds=20):
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return None


class Place:
    """A temporary folder for all of it, gone afterwards unless KEEP=1."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix='regiebord-engines-')

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        if os.environ.get('KEEP'):
            say('# kept in ' + self.path)
        else:
            shutil.rmtree(self.path, ignore_errors=True)


class Site:
    def __init__(self, place, build, name):
        self.build, self.name = build, name
        self.home = os.path.join(place, name)
        self.share = os.path.join(self.home, 'share')
        self.state = os.path.join(self.home, 'state')
        self.file = os.path.join(self.share, 'board.sqlite')
        self.acks = os.path.join(self.home, 'acks')
        os.makedirs(self.share)
        self.driver = None
        self.wall = None
        self.kills = 0
        self.told = []      # texts that the shell wrote
        self.refusals = 0   # times the shell was told no, and tried again
        self.met = set()    # conflict copies that were ever seen here

    def binary(self):
        return os.path.join(self.build, 'regiebord')

    def run(self, *args, **more):
        return subprocess.run([self.binary(), *args], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=60, check=False, **more)

    def fill(self):
        done = self.run('import', BOARD, '--share', self.share)
        if done.returncode != 0:
            raise RuntimeError('import: ' + done.stdout[-300:])

    def start(self, every_ms):
        """Acknowledgements go to a file, so that those before a kill are all there."""
        self.driver = Process([os.path.join(self.build, 'tests', 'site_driver'), self.share,
                               self.state, self.name, str(every_ms)], self.acks)

    def start_wall(self):
        """The real wall beside the driver, with a log of its own: a second device."""
        self.wall = Process([self.binary(), 'run', '--share', self.share, '--state', self.state + '-wall',
                             '--windowed', '--size', '800x480', '--board', 'voorbeeld',
                             '--trace', os.path.join(self.home, 'trace')],
                            os.path.join(self.home, 'wall.log'),
                            {**os.environ, 'SDL_VIDEODRIVER': 'dummy', 'TZ': 'Europe/Amsterdam'})

    def kill(self):
        self.driver.kill()
        self.kills += 1

    def kill_wall(self):
        self.wall.kill()
        self.kills += 1

    def rest(self):
        """Nobody touches it any more: it shares what it has, after one kill more."""
        self.kill()
        self.start(0)

    def acknowledged(self):
        if not os.path.exists(self.acks):
            return []
        with open(self.acks, errors='replace') as f:
            return [line[4:].rstrip('\n') for line in f if line.startswith('ACK ') and line.endswith('\n')]

    def tell(self, number):
        """A colleague's note with the sqlite3 shell, again until the shell says it is done."""
        text = '%s-sql-%d' % (self.name, number)
        command = ["INSERT INTO note(id, board, action, column_id, text) "
                   "VALUES('%s', 'voorbeeld', '2.1a', 'gemeente', '%s')" % (text, text)]
        for _ in range(200):
            if os.path.exists(self.file):
                done = subprocess.run(['sqlite3', '-batch', '-cmd', '.timeout 2000', self.file] + command,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                      timeout=30, check=False)
                if done.returncode == 0:
                    self.told.append(text)
                    return True
                if 'UNIQUE' in done.stdout:
                    self.told.append(text)  # an earlier try came through after all
                    return True
                self.refusals += 1
            time.sleep(0.02)
        return False

    def names(self):
        return sorted(n for n in os.listdir(self.share) if n.startswith('board') and n.endswith('.sqlite'))

    def conflicts(self):
        found = [n for n in self.names() if 'conflict' in n]
        self.met.update(found)
        return found

    def content(self):
        """The log and the tables of the shared file as it is now; None while it is not
        whole."""
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, 'copy.sqlite')
            try:
                shutil.copyfile(self.file, copy)
                if os.path.exists(self.file + '-journal') or os.path.exists(self.file + '-wal'):
                    return None
                db = sqlite3.connect(copy)
                try:
                    log = frozenset(db.execute('SELECT hlc, dev, eid, tbl, row, col, val, author FROM chg'))
                    tables = tuple(tuple(sorted(db.execute('SELECT * FROM ' + t), key=repr)) for t in TABLES)
                finally:
                    db.close()
                return log, tables
            except (OSError, sqlite3.Error):
                return None

    def logs(self):
        """Of the devices that were here, what each holds; only while they do not run."""
        for state in (self.state, self.state + '-wall'):
            path = os.path.join(state, 'local.db')
            if os.path.exists(path):
                db = sqlite3.connect(path)
                yield {row[0] for row in db.execute('SELECT val FROM chg')}
                db.close()

    def stop(self):
        for process in (self.driver, self.wall):
            if process is not None:
                process.stop()
        self.driver = self.wall = None


def texts_of(content):
    return {row[6] for row in content[0]}


def equal(sites, wanted=()):
    """The content that all sites share, when it holds all that is wanted; else None."""
    first = sites[0].content()
    if first is None or not set(wanted) <= texts_of(first):
        return None
    for site in sites[1:]:
        if site.content() != first:
            return None
    return first


class Nemesis(threading.Thread):
    """Kills drivers at random moments and starts them again, and writes with the shell on the
    last site, until it is told to end."""

    def __init__(self, sites, every_ms, seed, tell_s=1.5):
        super().__init__(daemon=True)
        self.sites, self.every_ms, self.tell_s = sites, every_ms, tell_s
        self.random = random.Random(seed)
        self.ending = threading.Event()
        self.number = 0
        self.failure = None

    def run(self):
        try:
            self.loop()
        except Exception as error:  # told by the one who waits for it
            self.failure = error

    def loop(self):
        tell_at = time.monotonic() + self.tell_s
        while not self.ending.is_set():
            time.sleep(self.random.uniform(0.05, 0.6))
            for site in self.sites:
                site.conflicts()
            site = self.random.choice(self.sites)
            if self.random.random() < 0.7:
                site.kill()
                site.start(self.every_ms)
            elif site.wall is not None and self.random.random() < 0.5:
                site.kill_wall()
                site.start_wall()
            if time.monotonic() >= tell_at:
                tell_at = time.monotonic() + self.random.uniform(0.3, 2 * self.tell_s)
                self.number += 1
                if not self.sites[-1].tell(self.number):
                    self.failure = RuntimeError('the shell could not write in 200 tries')
                    return

    def end(self):
        self.ending.set()
        self.join(120)
        for site in self.sites:
            site.rest()


def judge(report, sites, nemesis, title, seconds, limit_s=30):
    """After healing: waits until all agree and no conflict copy is left, then counts what is
    lost. `limit_s` fails the test; the target is 30 s everywhere."""
    began = time.monotonic()
    acked = [text for site in sites for text in site.acknowledged()]
    told = [text for site in sites for text in site.told]

    def healed():
        return not any(site.conflicts() for site in sites) and equal(sites, acked + told) is not None

    done = wait_for(healed, 90, 0.5)
    took_s = time.monotonic() - began
    held = [texts_of(site.content() or (frozenset(), ())) for site in sites]
    everywhere = set.intersection(*held)
    lost = [text for text in acked if text not in everywhere]
    lost_told = [text for text in told if text not in everywhere]
    kills = sum(site.kills for site in sites)
    report.check(title + ': the shell could always write', nemesis.failure is None, nemesis.failure)
    report.check('%s: enough happened (%d touches, %d by the shell, %d kills)' % (
        title, len(acked), len(told), kills), len(acked) > seconds and len(told) > seconds / 10
                 and kills > seconds / 10, 'too little to tell')
    report.figure(title + ': acknowledged touches lost', '%d of %d, %d kills' % (
        len(lost), len(acked), kills), '0', not lost)
    report.figure(title + ': edits by the sqlite3 shell lost', '%d of %d, %d refused and tried again' % (
        len(lost_told), len(told), sum(site.refusals for site in sites)), '0', not lost_told)
    left = sum(len(site.conflicts()) for site in sites)
    report.figure(title + ': conflict copies left', str(left), '0', left == 0)
    report.figure(title + ': equal after healing', '%.1f s' % took_s if done else 'not in %.0f s' % took_s,
                  '< 30 s', done and took_s < limit_s)
    report.tell(title + ': conflict copies seen on the way', str(len(set().union(*(site.met for site in sites)))))
    if lost or lost_told:
        say('# lost: ' + ' '.join((lost + lost_told)[:8]))
    return done


def same_boards(report, sites, title):
    """Stops the drivers and asks the program itself what each site shows, and each device's
    own log what it holds."""
    for site in sites:
        site.stop()
    shown = [site.run('status', '--share', site.share, '--json').stdout for site in sites]
    report.figure(title + ': boards that differ', str(len(set(shown)) - 1), '0', len(set(shown)) == 1)
    acked = {text for site in sites for text in site.acknowledged()}
    logs = [log for site in sites for log in site.logs()]
    missing = sum(len(acked - log) for log in logs)
    report.figure(title + ': acknowledged touches missing in the logs of %d devices' % len(logs), str(missing),
                  '0', missing == 0)


def build_of(argv):
    """The folder with regiebord and tests/site_driver in it."""
    if len(argv) < 2 or not os.path.exists(os.path.join(argv[1], 'tests', 'site_driver')):
        print('use: %s build   (with build/tests/site_driver made)' % argv[0], file=sys.stderr)
        sys.exit(2)
    return os.path.abspath(argv[1])

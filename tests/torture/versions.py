#!/usr/bin/env python3
"""Today's program and earlier ones on one shared folder: versions.py BUILD SECONDS

The earlier ones are the last of every version of the tables that was ever in force, and the
first whose log took touches; they are built from the history of this repository, where that is
there. Both are touched (the first versions knew no touches: there the wall only follows), killed
and started again while a colleague writes with the sqlite3 shell. Nothing that was acknowledged
may be missing from any log, the file must be of the newest version in the end, and both must
show the same in what both know. Then the package is put back and forth on the log of each.
"""
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time

from sites import BOARD, ROOT, Place, Process, Report, build_of, say, wait_for

SHELL_S = 1.0


def git(*args):
    done = subprocess.run(['git', '-C', ROOT, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.stdout if done.returncode == 0 else b''


def version_of(commit):
    text = git('show', commit + ':kiosk/store/schema.h').decode() if commit else \
        open(os.path.join(ROOT, 'kiosk/store/schema.h'), encoding='utf-8').read()
    return int(re.search(r'SCHEMA_VERSION = (\d+)', text).group(1))


def earlier():
    """(name, commit) of each program to run; a commit is None where the history lacks it."""
    now = version_of(None)
    found = []
    for version in range(1, now):
        change = git('log', '--reverse', '--format=%H', '-SSCHEMA_VERSION = %d' % (version + 1), '--',
                     'kiosk/store/schema.h').decode().split()
        commit = git('rev-parse', '--verify', change[0] + '^').decode().strip() if change else ''
        found.append(('version %d' % version, commit or None))
    touched = git('log', '--reverse', '--format=%H', '--diff-filter=A', '--', 'tests/site_driver.c').decode().split()
    found.append(('the first with touches', touched[0] if touched else None))
    return found


def build_old(build, commit):
    """The folder with its program, built once per commit."""
    tree = os.path.join(build, 'torture', 'versions', commit[:12])
    if not os.path.exists(os.path.join(tree, 'build', 'regiebord')):
        shutil.rmtree(tree, ignore_errors=True)
        os.makedirs(tree)
        subprocess.run(['tar', '-x', '-C', tree], input=git('archive', commit), check=True)
        wanted = ['build']
        if os.path.exists(os.path.join(tree, 'tests', 'site_driver.c')):
            wanted.append('build/tests/site_driver')
        clean = {k: v for k, v in os.environ.items() if k not in ('BUILD', 'MAKEFLAGS', 'MFLAGS')}
        subprocess.run(['make', '-s', '-j2', '-C', tree, *wanted], env=clean, check=True)
    return os.path.join(tree, 'build')


class Device:
    """A program on a log of its own: the driver where there is one, else the wall."""

    def __init__(self, build, home, name, share):
        self.build, self.name, self.share = build, name, share
        self.state = os.path.join(home, name)
        self.said = os.path.join(home, name + '.said')
        self.driver = os.path.join(build, 'tests', 'site_driver')
        self.process = None
        self.kills = 0

    def touches(self):
        return os.path.exists(self.driver)

    def start(self, every_ms, build=None):
        driver = os.path.join(build or self.build, 'tests', 'site_driver')
        if os.path.exists(driver):
            command = [driver, self.share, self.state, self.name, str(every_ms)]
        else:
            command = [os.path.join(build or self.build, 'regiebord'), 'run', '--share', self.share,
                       '--state', self.state, '--windowed', '--size', '800x480']
        self.process = Process(command, self.said, {**os.environ, 'SDL_VIDEODRIVER': 'dummy',
                                                    'TZ': 'Europe/Amsterdam'})

    def kill(self, every_ms):
        self.process.kill()
        self.kills += 1
        self.start(every_ms)

    def stop(self):
        self.process.stop()

    def acknowledged(self):
        with open(self.said, errors='replace') as f:
            return {line[4:].rstrip('\n') for line in f if line.startswith('ACK ') and line.endswith('\n')}

    def log(self):
        """Keys and payloads of all entries, and who the device is; only while it does not run."""
        db = sqlite3.connect(os.path.join(self.state, 'local.db'))
        try:
            rows = set(db.execute('SELECT hlc, dev, eid, tbl, row, col, val, author, base FROM chg'))
            return rows, db.execute("SELECT v FROM meta WHERE k='dev'").fetchone()[0]
        finally:
            db.close()

    def aside(self):
        return [n for n in os.listdir(self.state) if '.bad-' in n]


def ask(build, *args):
    done = subprocess.run([os.path.join(build, 'regiebord'), *args], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def file_version(path):
    with open(path, 'rb') as f:
        return int.from_bytes(f.read(64)[60:64], 'big')


def tell(path, text):
    sql = ("INSERT INTO note(id, board, action, column_id, text) VALUES('%s', 'voorbeeld', '2.1a', 'gemeente', '%s')"
           % (text, text))
    for _ in range(200):
        done = subprocess.run(['sqlite3', '-batch', '-cmd', '.timeout 2000', path, sql], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=30, check=False)
        if done.returncode == 0 or 'UNIQUE' in done.stdout:
            return True
        time.sleep(0.02)
    return False


def known(status):
    """Of `status --json`: what every version tells alike."""
    board = json.loads(status)['boards'][0]
    return (board['slug'], board['title'], board['actions'], board['tracks'],
            [(a['code'], a['title'], [(c['column'], c['tracks']) for c in a['cells']]) for a in board['ambitions']])


def held(path):
    with Place() as place:
        copy = os.path.join(place, 'copy.sqlite')
        shutil.copyfile(path, copy)
        db = sqlite3.connect(copy)
        try:
            return {row[0] for row in db.execute('SELECT val FROM chg')}
        except sqlite3.Error:
            return set()
        finally:
            db.close()


class Pair:
    def __init__(self, report, title, place, build, old_build):
        self.report, self.title = report, title
        self.build, self.old_build = build, old_build
        self.share = os.path.join(place, 'share')
        self.file = os.path.join(self.share, 'board.sqlite')
        self.old = Device(old_build, place, 'old', self.share)
        self.new = Device(build, place, 'new', self.share)
        self.told = set()

    def check(self, what, holds, why=''):
        self.report.check('T13 %s: %s' % (self.title, what), holds, why)

    def acked(self):
        return self.old.acknowledged() | self.new.acknowledged() | self.told

    def work(self, seconds):
        """Both at it, each killed now and then."""
        chance = random.Random(20251127)
        until = time.monotonic() + seconds
        told_at = 0
        self.old.start(150)
        time.sleep(2)
        self.new.start(150)
        while time.monotonic() < until:
            time.sleep(chance.uniform(0.1, 0.8))
            chance.choice((self.old, self.new)).kill(150)
            if time.monotonic() >= told_at:
                told_at = time.monotonic() + SHELL_S
                text = 'sql-%d' % len(self.told)
                if tell(self.file, text):
                    self.told.add(text)
        for device in (self.old, self.new):
            device.kill(0)

    def settle(self):
        def settled():
            names = [n for n in os.listdir(self.share) if n.startswith('board') and n.endswith('.sqlite')]
            return names == ['board.sqlite'] and not self.acked() - held(self.file)

        done = wait_for(settled, 90, 0.5)
        lost = self.acked() - held(self.file)
        self.report.figure('%s beside today\'s: touches and edits lost' % self.title, '%d of %d, %d kills' % (
            len(lost), len(self.acked()), self.old.kills + self.new.kills), '0', not lost)
        self.check('nothing is left beside the file', done, ' '.join(os.listdir(self.share)))
        self.check('the file is of the newest version', file_version(self.file) == version_of(None))
        self.check('enough happened', len(self.new.acknowledged()) > 20 and len(self.told) > 5
                   and (len(self.old.acknowledged()) > 20 or not self.old.touches()))
        time.sleep(3)  # the last that the followers have to read

    def compare(self):
        for device in (self.old, self.new):
            device.stop()
        for device in (self.old, self.new):
            texts = {row[6] for row in device.log()[0]}
            self.check('the log of the %s one holds all' % device.name, not self.acked() - texts)
        shown = [ask(b, 'status', '--share', self.share, '--board', 'voorbeeld', '--json')[1]
                 for b in (self.old_build, self.build)]
        self.check('both show the same in what both know', known(shown[0]) == known(shown[1]))

    def refuse(self):
        """The old import command never writes over a newer file."""
        before = open(self.file, 'rb').read()
        older = version_of(None) > self.old_version
        code, _, said = ask(self.old_build, 'import', os.path.join(ROOT, 'boards', 'jaarplan-ppo-nk'), '--share',
                         self.share)
        if older:
            self.check('its import leaves a newer file alone', code != 0 and open(self.file, 'rb').read() == before,
                       said[-200:])

    def swap(self, device, first, name):
        """Another version on a device's log, and back again."""
        before, who = device.log()
        for build in (first, device.build):
            device.start(100, build)
            time.sleep(5)
            device.stop()
        after, same = device.log()
        lost = before - after
        self.report.figure('%s: entries lost when the package is %s' % (self.title, name),
                           '%d of %d' % (len(lost), len(before)), '0', not lost)
        texts = {row[6] for row in after}
        self.check('touches on the way are kept', not device.acknowledged() - texts)
        self.check('it is the same device, and no log was put aside', who == same and not device.aside(),
                   ' '.join(device.aside()))

    def run(self, seconds, old_version):
        self.old_version = old_version
        board = os.path.join(os.path.dirname(self.old_build), 'boards', 'voorbeeld')
        code, _, said = ask(self.old_build, 'import', board if os.path.isdir(board) else BOARD, '--share', self.share)
        self.check('it fills the folder', code == 0, said[-200:])
        self.check('the file is of its version', file_version(self.file) == old_version)
        self.work(seconds)
        self.settle()
        self.compare()
        self.refuse()
        self.swap(self.new, self.old_build, 'put back and upgraded again')
        self.swap(self.old, self.build, 'upgraded and put back again')


def main():
    build = build_of(sys.argv)
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    report = Report('T13')
    for title, commit in earlier():
        if commit is None:
            say('T13 | %s | skipped: this copy of the repository has no history of it (a full clone has) | -' % title)
            continue
        old = build_old(build, commit)
        with Place() as place:
            pair = Pair(report, '%s (%s)' % (title, commit[:7]), place, build, old)
            try:
                pair.run(seconds, version_of(commit))
            finally:
                for device in (pair.old, pair.new):
                    if device.process is not None:
                        device.process.kill()
    report.finish()


main()

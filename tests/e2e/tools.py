"""T11: the tools that people edit with (the sqlite3 shell, Python, DB Browser) and every kind of
statement, on a wall that publishes. Each is on the wall within a second of the commit and in
the log as a change; the file stays sound; and what a tool has open is never destroyed in
silence: its edit arrives, or it is told that it did not.
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import time

import live
import wall

HERE = "board='voorbeeld'"
LATE_MS = 1000
PUBLISH_S = 12  # by when a wall that lacks something has published

# What it is (a sixth row would make a second page: it goes at once), the statement, and what it puts into the log: (table, column, value).
STATEMENTS = (
    ('INSERT', "INSERT INTO ambition(board, code, title, wall, word, position) "
               "VALUES('voorbeeld', '0', 'Erbij', '{0}', 'Erbij', '0')", [('ambition', 'wall', '{0}')]),
    ('DELETE', "DELETE FROM ambition WHERE code='0' AND " + HERE, [('ambition', '_live', '0')]),
    ('UPDATE', "UPDATE ambition SET wall='{0}' WHERE code='1' AND " + HERE, [('ambition', 'wall', '{0}')]),
    ('REPLACE', "REPLACE INTO ambition(id, board, code, title, wall, word, position) SELECT id, board, code, "
                "title, '{0}', word, position FROM ambition WHERE code='2' AND " + HERE,
     [('ambition', 'wall', '{0}')]),
    ('UPSERT', "INSERT INTO ambition(id, wall) SELECT id, '{0}' FROM ambition WHERE code='3' AND " + HERE +
     " ON CONFLICT(id) DO UPDATE SET wall=excluded.wall", [('ambition', 'wall', '{0}')]),
    ('several rows', "UPDATE ambition SET wall='{0}' || code WHERE " + HERE,
     [('ambition', 'wall', '{0}%d' % i) for i in range(1, 6)]),
    ('another id', "UPDATE ambition SET id='{0}', wall='{0}' WHERE code='2' AND " + HERE,
     [('ambition', 'wall', '{0}')]),
    ('ADD COLUMN', "ALTER TABLE ambition ADD COLUMN eigen{1} TEXT; UPDATE ambition SET wall='{0}', "
                   "eigen{1}='x' WHERE code='1' AND " + HERE, [('ambition', 'wall', '{0}')]),
    ('VACUUM', "VACUUM; UPDATE ambition SET wall='{0}' WHERE code='1' AND " + HERE, [('ambition', 'wall', '{0}')]),
    ('WAL and back', "PRAGMA journal_mode=WAL; UPDATE ambition SET wall='{0}' WHERE code='1' AND " + HERE +
     "; PRAGMA journal_mode=DELETE", [('ambition', 'wall', '{0}')]),
)


class Cli:
    name = 'sqlite3 shell'

    def __init__(self, share):
        self.share = share

    def write(self, text):
        done = subprocess.run(['sqlite3', '-bail', '-cmd', '.timeout 2000', self.share.file, text],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=30,
                              check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout.strip())


class Python:
    name = 'python'

    def __init__(self, share):
        self.share = share

    def write(self, text):
        db = sqlite3.connect(self.share.file, timeout=2, isolation_level=None)
        try:
            for one in text.split(';'):
                db.execute(one).fetchall()
        finally:
            db.close()


def again(writer, text, seconds=10):
    """As a person does: what the tool refuses (the wall just replaced the file) is tried
    again."""
    until = time.monotonic() + seconds
    while True:
        try:
            return writer.write(text)
        except (RuntimeError, sqlite3.OperationalError) as error:
            said = str(error)
            if time.monotonic() > until or not any(w in said for w in ('readonly', 'locked', 'busy', 'no such')):
                raise
            time.sleep(0.05)


class Again:
    def __init__(self, writer):
        self.writer = writer

    def write(self, text):
        again(self.writer, text)


def read(share, text, *values):
    """From a copy, so that no lock of ours is in anybody's way; None while it cannot be."""
    copy = os.path.join(share.folder, 'copy.sqlite')
    try:
        for end in ('', '-wal'):
            if os.path.exists(copy + end):
                os.unlink(copy + end)
            if os.path.exists(share.file + end):
                shutil.copyfile(share.file + end, copy + end)
        db = sqlite3.connect(copy)
        try:
            return db.execute(text, values).fetchall()
        finally:
            db.close()
    except (OSError, sqlite3.Error):
        return None


def logged(share, entries):
    """Entries that the log of the shared file does not have."""
    return [e for e in entries
            if not read(share, 'SELECT 1 FROM chg WHERE tbl=? AND col=? AND CAST(val AS TEXT)=?', *e)]


def sound(share):
    return wall.wait_for(lambda: read(share, 'PRAGMA integrity_check') == [('ok',)], 3, 0.05)


def one_statement(report, kiosk, share, tool, number, name, text, entries, took):
    word = '%s/%d' % (tool.name[:2].upper(), number)
    entries = [tuple(part.format(word) for part in entry) for entry in entries]
    frame_ms, pixel_ms = live.one_change(kiosk, Again(tool), text.format(word, tool.name[0]))
    title = '%s, %s' % (tool.name, name)
    report.check(title + ': on the wall within a second',
                 pixel_ms is not None and frame_ms is not None and pixel_ms < LATE_MS,
                 lambda: 'frame %s, pixels %s; %s' % (frame_ms, pixel_ms, kiosk.message()))
    report.check(title + ': logged', wall.wait_for(lambda: not logged(share, entries), 5, 0.05), entries)
    report.check(title + ': the file is sound', sound(share), read(share, 'PRAGMA integrity_check'))
    took.append(pixel_ms if pixel_ms is not None else LATE_MS)
    return entries


def statements(report, kiosk, share, tool):
    took, expected = [], []
    for number, (name, text, entries) in enumerate(STATEMENTS):
        expected += one_statement(report, kiosk, share, tool, number, name, text, entries, took)
    print('T11 | %s, %d kinds of statement: on the wall | %s | < %d ms' % (
        tool.name, len(took), wall.spread(took), LATE_MS))
    return expected


# A tool that is at work while the wall has something to publish -------------------------------

class Neighbour:
    """A second device on the folder (tests/site_driver.c) with a touch of its own, which is to be
    published at once."""

    def __init__(self, share, name):
        self.acks = os.path.join(share.folder, name)
        self.share = share
        driver = os.path.join(os.path.dirname(share.binary), 'tests', 'site_driver')
        self.out = open(self.acks, 'w')
        self.process = subprocess.Popen([driver, share.share, os.path.join(share.folder, name + '-state'), name,
                                         '10000000'], stdout=self.out, stderr=subprocess.DEVNULL)

    def text(self):
        with open(self.acks) as f:
            lines = f.read().splitlines()
        return lines[0][4:] if lines else None

    def entry(self):
        return ('note', 'text', wall.wait_for(self.text, 10, 0.05))

    def published(self, seconds=PUBLISH_S):
        return wall.wait_for(lambda: not logged(self.share, [self.entry()]), seconds, 0.05)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.out.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def identity(share):
    stat = os.stat(share.file)
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def long_transaction(report, kiosk, share):
    """BEGIN IMMEDIATE, held for three seconds while there is something to publish."""
    db = sqlite3.connect(share.file, timeout=5, isolation_level=None)
    db.execute('BEGIN IMMEDIATE')
    db.execute("UPDATE ambition SET wall='Lang/open' WHERE code='1' AND board='voorbeeld'")
    before = identity(share)
    with Neighbour(share, 'lang') as neighbour:
        kept = not wall.wait_for(lambda: identity(share) != before, 3.0, 0.05)
        report.check('a transaction of 3 s: nothing is published under it', kept and neighbour.text(),
                     (before, identity(share), neighbour.text()))
        pixels = wall.picture(kiosk.display).region(wall.ROWS)
        start_ms = wall.now_ms()
        db.execute('COMMIT')
        db.close()
        seen = wall.wait_for(lambda: wall.picture(kiosk.display).region(wall.ROWS) != pixels, 3, 0.005)
        took_ms = wall.now_ms() - start_ms
        report.check('a transaction of 3 s: on the wall within a second of its commit',
                     seen and took_ms < LATE_MS, '%.0f ms' % took_ms)
        report.check('a transaction of 3 s: logged, and then the touch is published', neighbour.published() and
                     not logged(share, [('ambition', 'wall', 'Lang/open')]))
        report.check('a transaction of 3 s: the file is sound', sound(share))
        return [('ambition', 'wall', 'Lang/open'), neighbour.entry()]


def open_tool(report, kiosk, share, mode):
    """A tool that has read the file, and writes after the wall replaced it."""
    title, own = 'a tool that stays open (%s)' % mode, 'Open/' + mode
    db = sqlite3.connect(share.file, timeout=5, isolation_level=None)
    db.execute('PRAGMA journal_mode=' + mode).fetchall()
    db.execute('SELECT count(*) FROM ambition').fetchall()
    with Neighbour(share, mode.lower()) as neighbour:
        replaced = neighbour.published(8)
        told = ''
        try:
            db.execute("UPDATE ambition SET wall=? WHERE code='3' AND board='voorbeeld'", (own,))
        except sqlite3.Error as error:
            told = str(error)
        report.note('%s: %s, then %s' % (title, 'the file is replaced' if replaced else
                                         'the file is left alone', told or 'written'))
        arrived = told or wall.wait_for(lambda: not logged(share, [('ambition', 'wall', own)]), 6, 0.05)
        report.check(title + ': its edit arrives, or it is told', arrived, 'destroyed in silence')
        db.close()
        report.check(title + ': the touch is published in the end', neighbour.published())
        if not told:
            time.sleep(1)
            report.check(title + ': and the edit is still there', not logged(share, [('ambition', 'wall', own)]))
        report.check(title + ': the file is sound', sound(share))
        return [neighbour.entry()] + ([] if told else [('ambition', 'wall', own)])


# DB Browser -----------------------------------------------------------------------------------

class Browser:
    """DB Browser for SQLite on a display of its own, driven by keys: no window manager."""

    def __init__(self, share):
        self.display = wall.Xvfb('1280x800')
        home = os.path.join(share.folder, 'browser-home')
        os.makedirs(home, 0o700, exist_ok=True)
        self.env = {**os.environ, 'DISPLAY': self.display.display, 'HOME': home, 'XDG_RUNTIME_DIR': home,
                    'QT_QPA_PLATFORM': 'xcb', 'LC_ALL': 'C.UTF-8'}
        self.process = subprocess.Popen(['sqlitebrowser', share.file], env=self.env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.window = wall.wait_for(self.find, 20, 0.2)
        if not self.window:
            self.stop()
            raise RuntimeError('its window does not come')
        time.sleep(1.5)
        self.keys('windowfocus', self.window)

    def find(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'DB Browser'], env=self.env,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
        return found.stdout.split()[0] if found.stdout.split() else None

    def keys(self, *args):
        subprocess.run(['xdotool', *args], env=self.env, check=True, stdout=subprocess.DEVNULL, timeout=20)

    def execute(self, text):
        """On the tab Execute SQL; it stays open until it is written."""
        self.keys('mousemove', '427', '80', 'click', '1')
        time.sleep(0.5)
        self.keys('mousemove', '250', '200', 'click', '1')
        self.keys('key', 'ctrl+a')
        self.keys('type', '--delay', '4', text)
        self.keys('key', 'ctrl+Return')
        time.sleep(1)

    def save(self):
        self.keys('key', 'ctrl+s')

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.display.stop()


def browser(report, kiosk, share, binary):
    """An edit that waits for Write Changes while the wall has something to publish."""
    if shutil.which('sqlitebrowser') is None:
        report.note('DB Browser: NOT RUN, sqlitebrowser is not here')
        return []
    tool = Browser(share)
    try:
        tool.execute("UPDATE ambition SET wall='DB/Browser' WHERE code='2' AND board='voorbeeld'")
        if not wall.wait_for(lambda: locked(share), 3, 0.2):
            report.note('DB Browser: NOT RUN, its window looks otherwise here: build/sqlitebrowser.png')
            wall.save_picture(tool.display, os.path.join(os.path.dirname(binary), 'sqlitebrowser.png'))
            return []
        before = identity(share)
        with Neighbour(share, 'browser') as neighbour:
            kept = not wall.wait_for(lambda: identity(share) != before, 4, 0.05)
            report.check('DB Browser: nothing is published under it', kept and neighbour.text(),
                         (before, identity(share), neighbour.text()))
            pixels = wall.picture(kiosk.display).region(wall.ROWS)
            start_ms = wall.now_ms()
            tool.save()
            seen = wall.wait_for(lambda: wall.picture(kiosk.display).region(wall.ROWS) != pixels, 4, 0.005)
            took_ms = wall.now_ms() - start_ms
            print('T11 | DB Browser, Write Changes: on the wall | %.0f ms | < %d ms' % (took_ms, LATE_MS))
            report.check('DB Browser: on the wall within a second of Write Changes',
                         seen and took_ms < LATE_MS, '%.0f ms' % took_ms)
            report.check('DB Browser: logged, and then the touch is published', neighbour.published() and
                         not logged(share, [('ambition', 'wall', 'DB/Browser')]))
            report.check('DB Browser: the file is sound', sound(share))
            return [('ambition', 'wall', 'DB/Browser'), neighbour.entry()]
    finally:
        tool.stop()


def locked(share):
    """Somebody has a transaction open."""
    db = sqlite3.connect(share.file, timeout=0, isolation_level=None)
    try:
        db.execute('BEGIN IMMEDIATE')
        db.execute('ROLLBACK')
        return False
    except sqlite3.OperationalError:
        return True
    finally:
        db.close()


# All of it ------------------------------------------------------------------------------------

def kept_for_good(report, kiosk, share, expected):
    """After all of it the wall's own log has every change."""
    report.check('it ends when asked', kiosk.stop() == 0, kiosk.message)
    db = sqlite3.connect(os.path.join(share.state, 'local.db'))
    lost = [e for e in expected if not db.execute(
        'SELECT 1 FROM chg WHERE tbl=? AND col=? AND CAST(val AS TEXT)=?', e).fetchall()]
    db.close()
    print('T11 | changes by tools missing in the log of the wall | %d of %d | 0' % (len(lost), len(expected)))
    report.check('every change by a tool is in the log of the wall', not lost, lost)


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    expected = []

    def gather(test, *args):
        expected.extend(test(report, kiosk, share, *args))

    with wall.Xvfb() as display, wall.Share(binary) as share:
        with wall.Kiosk(binary, share, display, options=wall.ROOM) as kiosk:
            if report.check('the wall comes up', kiosk.wait_frame(), kiosk.message):
                kiosk.quiet(500)
                for tool in (Cli(share), Python(share)):
                    report.run(tool.name, gather, statements, tool)
                report.run('long transaction', gather, long_transaction)
                for mode in ('DELETE', 'TRUNCATE', 'PERSIST', 'WAL'):
                    report.run('open in ' + mode, gather, open_tool, mode)
                report.run('DB Browser', gather, browser, binary)
                report.run('kept', kept_for_good, report, kiosk, share, expected)
    report.finish()


if __name__ == '__main__':
    main()

"""Whatever writes the file, the wall shows it within a second: 100 changes by each way of
writing.

Each change is timed from before the writer starts to the frame that shows it, twice over:
by the trace (a frame of a newer generation) and by the pixels of the rows, which must
differ from those before.
"""
import os
import shutil
import sqlite3
import subprocess
import sys

import wall

COUNT = int(os.environ.get('LIVE_COUNT', '100'))
LIMIT_MS = 1000


def statement(number):
    """An edit that shows on the wall, never the same twice: texts, a new row, and that row
    gone.
    """
    kind = number % 4
    if kind == 0:
        return "UPDATE ambition SET wall='Proef/%03d' WHERE code='1' AND board='voorbeeld'" % number
    if kind == 1:
        return ("INSERT INTO ambition(board, code, title, wall, word, position) "
                "VALUES('voorbeeld', '0', 'Erbij', 'Erbij/%03d', 'Erbij', '0')" % number)
    if kind == 2:
        return "DELETE FROM ambition WHERE code='0' AND board='voorbeeld'"
    health, reason = ('knelpunt', 'geld') if number % 8 == 3 else ('op koers', '')
    return ("UPDATE track SET health='%s', reason='%s' WHERE board='voorbeeld' AND action="
            "(SELECT min(action) FROM track WHERE board='voorbeeld')" % (health, reason))


class Writer:
    """A way of writing: begin once, write each statement, end once."""

    def __init__(self, share):
        self.share = share

    def begin(self):
        pass

    def end(self):
        pass


class Cli(Writer):
    mode = 'DELETE'

    def begin(self):
        self.run('PRAGMA journal_mode=%s' % self.mode)

    def end(self):
        self.run('PRAGMA journal_mode=DELETE')

    def run(self, text):
        subprocess.run(['sqlite3', '-cmd', '.timeout 5000', self.share.file, text], check=True,
                       stdout=subprocess.DEVNULL)

    write = run


class CliWal(Cli):
    mode = 'WAL'


class Python(Writer):
    """A tool that keeps the file open, as DB Browser does: no event tells that it closed."""
    mode = 'DELETE'

    def begin(self):
        self.db = sqlite3.connect(self.share.file, timeout=5, isolation_level=None)
        self.db.execute('PRAGMA journal_mode=' + self.mode).fetchall()

    def write(self, text):
        self.db.execute('BEGIN IMMEDIATE')
        self.db.execute(text)
        self.db.execute('COMMIT')

    def end(self):
        self.db.execute('PRAGMA journal_mode=DELETE').fetchall()
        self.db.close()


class PythonWal(Python):
    mode = 'WAL'


class Aside(Writer):
    """Changes a copy beside it and brings that in its place."""

    def write(self, text):
        aside = os.path.join(self.share.share, '.syncthing.board.sqlite.tmp')
        shutil.copyfile(self.share.file, aside)
        db = sqlite3.connect(aside, isolation_level=None)
        db.execute('PRAGMA journal_mode=OFF').fetchall()
        db.execute(text)
        db.close()
        self.place(aside)

    def place(self, aside):
        os.replace(aside, self.share.file)


class Syncthing(Aside):
    """Takes the old file away first: for a moment there is none."""

    def place(self, aside):
        os.unlink(self.share.file)
        os.rename(aside, self.share.file)


class CopyOver(Aside):
    """cp: the same file, written through."""

    def place(self, aside):
        subprocess.run(['cp', aside, self.share.file], check=True)
        os.unlink(aside)


WAYS = (('sqlite3 shell, rollback journal', Cli), ('sqlite3 shell, WAL', CliWal),
        ('python kept open, rollback journal', Python), ('python kept open, WAL', PythonWal),
        ('replaced by rename', Aside), ('removed, then renamed', Syncthing),
        ('copied over in place', CopyOver))


def one_change(kiosk, writer, text):
    """Milliseconds to a frame of a newer generation and to different pixels; None when
    never.
    """
    kiosk.quiet(80, 3)
    before = kiosk.last().generation
    pixels = wall.picture(kiosk.display).region(wall.ROWS)
    start_ms = wall.now_ms()
    writer.write(text)
    seen_ms = [None]

    def shown():
        if seen_ms[0] is None and wall.picture(kiosk.display).region(wall.ROWS) != pixels:
            seen_ms[0] = wall.now_ms() - start_ms
        return seen_ms[0] is not None and kiosk.last().generation > before

    wall.wait_for(shown, 3, 0.004)
    frames = [f for f in kiosk.trace() if f.generation > before]
    return (frames[0].at_ms - start_ms if frames else None), seen_ms[0]


def one_way(report, kiosk, share, name, way, first):
    writer = way(share)
    writer.begin()
    framed, seen, missed = [], [], []
    for i in range(COUNT):
        text = statement(first + i)
        frame_ms, pixel_ms = one_change(kiosk, writer, text)
        if frame_ms is None or pixel_ms is None:
            missed.append(text)
            if len(missed) > 3 or not kiosk.running():
                break
        else:
            framed.append(frame_ms)
            seen.append(pixel_ms)
    writer.end()
    late = [ms for ms in seen + framed if ms >= LIMIT_MS]
    report.check('%s: %d of %d changes on the wall within a second' % (name, len(seen), COUNT),
                 len(seen) == COUNT and not late,
                 lambda: '%d never shown (first: %s), %d late; %s' % (
                     len(missed), missed[0] if missed else '', len(late), kiosk.message()))
    report.note('%s: frame %s; pixels %s' % (name, wall.spread(framed), wall.spread(seen)))


def what_it_shows_is_true(report, kiosk, share):
    """After all of it the wall is what a fresh start makes of the file."""
    wall.wait_for(lambda: False, 11)  # the marks on what changed are gone after ten seconds
    kept = wall.picture(kiosk.display).region(wall.ROWS)
    kiosk.stop()
    with wall.Kiosk(kiosk.binary, share, kiosk.display, options=wall.ROOM) as again:
        again.wait_frame()
        again.quiet(500)
        same = wall.picture(kiosk.display).region(wall.ROWS) == kept
    report.check('the wall is what a fresh start shows', same, 'the rows differ')


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with wall.Xvfb() as display, wall.Share(binary) as share:
        with wall.Kiosk(binary, share, display, options=wall.ROOM) as kiosk:
            if report.check('the wall comes up', kiosk.wait_frame(), kiosk.message):
                kiosk.quiet(500)
                for number, (name, way) in enumerate(WAYS):
                    report.run(name, one_way, report, kiosk, share, name, way, number * COUNT)
                report.run('true', what_it_shows_is_true, report, kiosk, share)
            report.check('it still runs', kiosk.running() or kiosk.process.returncode == 0,
                         kiosk.message)
    report.finish()


if __name__ == '__main__':
    main()

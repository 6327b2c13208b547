"""Files that cannot be read: the last good board stays, a line says so, and it recovers by
itself.

The line takes the strip under the rows, on its own tint; so that no text needs to be read,
the tint is looked for. The rows themselves must stay as they were, to the pixel.
"""
import os
import shutil
import sqlite3
import sys
import time

import wall

STRIP = (0, 914, 1920, 80)
TINT = 0xfff1cf  # orangetint of the light theme
TINTED = 2000    # px of it in the strip: the strip says that something is wrong


def missing(share):
    os.unlink(share.file)


def empty(share):
    with open(share.file, 'r+b') as f:
        f.truncate(0)


def truncated(share):
    with open(share.file, 'r+b') as f:
        f.truncate(os.path.getsize(share.file) // 2)


def corrupt(share):
    """The header stays, the pages behind it are noise."""
    with open(share.file, 'r+b') as f:
        f.seek(4096)
        f.write(bytes((i * 37 + 11) & 255 for i in range(os.path.getsize(share.file) - 4096)))


def bad_header(share):
    with open(share.file, 'r+b') as f:
        f.write(b'not what it was once')


def foreign(share):
    os.unlink(share.file)
    with sqlite3.connect(share.file) as db:
        db.execute('CREATE TABLE recept(naam TEXT)')
        db.execute("INSERT INTO recept VALUES('pannenkoeken')")
    db.close()


def text(share):
    with open(share.file, 'w') as f:
        f.write('dit is geen bord\n' * 100)


def newer(share):
    with sqlite3.connect(share.file) as db:
        db.execute('PRAGMA user_version = 9999')
    db.close()


def folder(share):
    os.unlink(share.file)
    os.mkdir(share.file)


def pipe(share):
    """Opening this one waits for ever."""
    os.unlink(share.file)
    os.mkfifo(share.file)


def link(share):
    os.unlink(share.file)
    os.symlink('/etc/hostname', share.file)


# What is done to the file, and what the trace calls it.
CASES = (
    (missing, 'missing'), (empty, 'empty'), (truncated, 'truncated'), (corrupt, 'corrupt'),
    (bad_header, 'foreign corrupt'), (foreign, 'foreign'), (text, 'foreign'), (newer, 'newer'),
    (folder, 'unsafe unreadable foreign'), (pipe, 'unsafe unreadable foreign'),
    (link, 'unsafe unreadable foreign'),
)


def clear(share):
    """Takes away whatever is there, so that the sound file can come back."""
    if os.path.isdir(share.file) and not os.path.islink(share.file):
        os.rmdir(share.file)
    elif os.path.lexists(share.file):
        os.unlink(share.file)


def rows(kiosk):
    return wall.picture(kiosk.display).region(wall.ROWS)


def tinted(kiosk):
    return wall.picture(kiosk.display).count(TINT, STRIP) > TINTED


def one_case(report, kiosk, share, harm, words):
    name = harm.__name__
    before = rows(kiosk)
    harm(share)
    start_ms = wall.now_ms()
    said = wall.wait_for(lambda: tinted(kiosk), 15, 0.05)
    report.check(name + ': a line says so', said, lambda: 'no tint in the strip; ' + kiosk.message())
    if said:
        report.note('%s: said after %.1f s' % (name, (wall.now_ms() - start_ms) / 1000))
        report.check(name + ': it is called what it is', kiosk.last().trouble in words.split(),
                     kiosk.last().trouble)
    report.check(name + ': it runs on', kiosk.running(), kiosk.message)
    report.check(name + ': the last board stays', rows(kiosk) == before, 'the rows changed')
    clear(share)
    share.restore()
    start_ms = wall.now_ms()
    back = wall.wait_for(lambda: not tinted(kiosk), 10, 0.05)
    took_s = (wall.now_ms() - start_ms) / 1000
    report.check(name + ': it recovers', back, 'the line is still there after 10 s')
    report.note('%s: recovered after %.1f s' % (name, took_s))
    kiosk.quiet(300)
    report.check(name + ': and shows the board', rows(kiosk) == before, 'the rows differ')


def change_is_shown(kiosk, share, word):
    """A change shows within a second; returns the milliseconds or None."""
    kiosk.quiet(100)
    before = rows(kiosk)
    start_ms = wall.now_ms()
    share.sql("UPDATE ambition SET wall=? WHERE code='2' AND board='voorbeeld'", word)
    seen = wall.wait_for(lambda: rows(kiosk) != before, 3, 0.01)
    return wall.now_ms() - start_ms if seen else None


def begun(path):
    """An open transaction with a change in it; None when the wall put a new file there just then, which a tool is told."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute('BEGIN EXCLUSIVE')
        db.execute("UPDATE ambition SET wall='Op slot/geweest' WHERE code='3' AND board='voorbeeld'")
        return db
    except sqlite3.OperationalError:
        db.close()
        return None


def locked(report, kiosk, share):
    """Somebody's tool holds a transaction open for long, then commits."""
    before = rows(kiosk)
    db = wall.wait_for(lambda: begun(share.file), 10, 0.5)
    time.sleep(6)
    report.check('locked: it runs on', kiosk.running(), kiosk.message)
    report.check('locked: the last board stays', rows(kiosk) == before, 'the rows changed')
    start_ms = wall.now_ms()
    db.execute('COMMIT')
    db.close()
    seen = wall.wait_for(lambda: rows(kiosk) != before, 6, 0.01)
    took_ms = wall.now_ms() - start_ms
    report.check('locked: the change shows within a second of the commit', seen and took_ms < 1000,
                 '%s after %.0f ms' % ('shown' if seen else 'not shown', took_ms))
    report.check('locked: the line goes', wall.wait_for(lambda: not tinted(kiosk), 6, 0.05),
                 'the line is still there')
    share.restore()
    wall.wait_for(lambda: rows(kiosk) == before, 12, 0.1)


def starts_without(report, binary, display, name, harm):
    """On the first day there is nothing to fall back on."""
    with wall.Share(binary) as share:
        harm(share)
        with wall.Kiosk(binary, share, display, options=wall.ROOM) as kiosk:
            drawn = kiosk.wait_frame(10)
            report.check('start with %s: a screen, not a blank one' % name,
                         drawn and wall.wait_for(
                             lambda: wall.picture(display).colors() > 4, 3, 0.05), kiosk.message)
            clear(share)
            share.restore()
            bare = rows(kiosk)
            report.check('start with %s: the board comes by itself' % name,
                         wall.wait_for(lambda: rows(kiosk) != bare and not tinted(kiosk), 10, 0.05),
                         kiosk.message)
            report.check('start with %s: it ends when asked' % name, kiosk.stop() == 0, kiosk.message)


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with wall.Xvfb() as display, wall.Share(binary) as share:
        with wall.Kiosk(binary, share, display, options=wall.ROOM) as kiosk:
            if report.check('the wall comes up', kiosk.wait_frame(), kiosk.message):
                kiosk.quiet(500)
                for harm, words in CASES:
                    report.run(harm.__name__, one_case, report, kiosk, share, harm, words)
                report.run('locked', locked, report, kiosk, share)
                took_ms = change_is_shown(kiosk, share, 'Na alles/nog goed')
                report.check('after all of it a change still shows within a second',
                             took_ms is not None and took_ms < 1000, '%s ms' % took_ms)
            report.check('it ends when asked', kiosk.stop() == 0, kiosk.message)
        for name, harm in (('no file', missing), ('an empty file', empty), ('a corrupt file', corrupt)):
            report.run(name, starts_without, report, binary, display, name, harm)
        report.run('no folder', no_folder, report, binary, display)
    report.finish()


def no_folder(report, binary, display):
    with wall.Share(binary) as share:
        away = share.share + '-away'
        os.rename(share.share, away)
        with wall.Kiosk(binary, share, display, options=wall.ROOM) as kiosk:
            kiosk.wait_frame(5)
            report.check('start without the folder: it runs or says why',
                         kiosk.running() or kiosk.process.returncode in (1, 2) and kiosk.message(),
                         kiosk.message)
            if kiosk.running():
                bare = rows(kiosk)
                os.rename(away, share.share)
                report.check('start without the folder: the board comes when it does',
                             wall.wait_for(lambda: rows(kiosk) != bare, 10, 0.05), kiosk.message)
        shutil.rmtree(away, ignore_errors=True)


if __name__ == '__main__':
    main()

"""A whole meeting by finger on a real window: start, decide, look back on Verloop, close, and the
besluitenlijst that is in the shared folder then, as one A4.
"""
import glob
import os
import sys
import time

import touch
import wall
from pdf import printed

SIZE = '1920x1080'
WRITTEN_S = 2  # from the tap that closes to the file
UNDO_S = 13    # the bar that takes a decision back stays for 12
KNOWN_S = 10   # until what was touched is in the shared file; this machine may be busy


def button(kiosk, label, **where):
    """The middle of the button that is called this, on the same screen as `describe` tells it."""
    for e in kiosk.describe(**where):
        if e['role'] == 'knop' and e['label'] == label:
            return wall.middle(e['box'])
    raise RuntimeError('no button on %s is called "%s"' % (where or 'the board', label))


def tap(kiosk, fingers, label, **where):
    fingers.tap(*button(kiosk, label, **where))
    kiosk.quiet(300)


def known(share, sql, *values):
    """The one value that is in the shared file, once it is there."""
    rows = wall.wait_for(lambda: share.sql(sql, *values), KNOWN_S, 0.05)
    return rows[0][0] if rows else None


def decided(share, row, count):
    """Whether the meeting has so many decisions now."""
    return wall.wait_for(lambda: share.sql('SELECT count(*) FROM decision WHERE meeting=?', row)[0][0] == count,
                         KNOWN_S, 0.05)


def starts(report, kiosk, screen, share):
    tap(kiosk, screen, 'Vergadering')
    report.check('the bar leads to Vergadering', kiosk.wait_screen('vergadering'), kiosk.message)
    tap(kiosk, screen, 'Regiegroep, Start', screen='vergadering')
    row = known(share, "SELECT id FROM meeting WHERE body='regiegroep' AND state='bezig'")
    report.check('Start opens a meeting', row, 'none is open in the shared file')
    return row


def decides(report, kiosk, screen, share, row):
    here = {'screen': 'vergadering', 'select': row}
    tap(kiosk, screen, 'Eerste punt', page=0, **here)
    tap(kiosk, screen, 'Akkoord', page=1, **here)
    report.check('a tap decides', decided(share, row, 1), 'it is not in the shared file')
    tap(kiosk, screen, 'Volgende', page=1, **here)
    tap(kiosk, screen, 'Naar OOGO', page=2, **here)
    report.check('a tap sends the second point up', decided(share, row, 2), 'it is not in the shared file')
    tap(kiosk, screen, 'Naar OOGO', page=2, **here)
    report.check('the same button takes it back', decided(share, row, 1), 'it is still there')
    tap(kiosk, screen, 'Naar OOGO', page=2, **here)
    report.check('and decides it again', decided(share, row, 2), 'it is not in the shared file')


def looks_back(report, kiosk, screen):
    time.sleep(UNDO_S) # until the bar that takes back is gone: it moves what is above it
    tap(kiosk, screen, 'Verloop')
    report.check('the bar leads to Verloop', kiosk.wait_screen('verloop'), kiosk.message)
    tap(kiosk, screen, 'Vorig overleg', screen='verloop')
    tap(kiosk, screen, 'Bord van toen', screen='verloop')
    report.check('Bord van toen shows the board', kiosk.wait_screen('bord'), kiosk.message)
    tap(kiosk, screen, 'Vergadering')
    report.check('Vergadering comes back', kiosk.wait_screen('vergadering'), kiosk.message)


def closes(report, kiosk, screen, share, row):
    here = {'screen': 'vergadering', 'select': row}
    tap(kiosk, screen, 'Afsluiten', page=2, **here)
    place = button(kiosk, 'Sluit het overleg', page=99, **here)
    lists = os.path.join(share.share, 'besluiten', '*.html')
    before = glob.glob(lists)
    asked_ms = wall.now_ms()
    screen.tap(*place)
    made = wall.wait_for(lambda: [f for f in glob.glob(lists) if f not in before], 10)
    took_ms = wall.now_ms() - asked_ms
    report.note('the besluitenlijst after %.0f ms' % took_ms)
    report.check('the besluitenlijst is there within %d s' % WRITTEN_S, made and took_ms < WRITTEN_S * 1000,
                 '%d files after %.0f ms; %s' % (len(made), took_ms, kiosk.message()))
    state = known(share, "SELECT state FROM meeting WHERE id=? AND state='gesloten'", row)
    report.check('and the meeting is closed', state, 'it is not, in the shared file')
    return made[0] if made else None


def prints(report, share, path):
    pages, _, text = printed(path, share.folder)
    report.check('it prints on one page', pages == 1, '%d pages' % pages)
    told = ' '.join(text.split())
    report.check('it names both decisions', all(w in told for w in ('Besluiten: 2', 'Akkoord', 'Naar OOGO')), told)


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with touch.Screen(SIZE) as screen, wall.Share(binary) as share:
        with wall.Kiosk(binary, share, screen, SIZE, wall.ROOM) as kiosk:
            kiosk.wait_screen('bord', 10)
            kiosk.quiet(300)
            row = starts(report, kiosk, screen, share)
            if row:
                report.run('decides', decides, report, kiosk, screen, share, row)
                report.run('looks back', looks_back, report, kiosk, screen)
                path = closes(report, kiosk, screen, share, row)
                if path:
                    report.run('prints', prints, report, share, path)
    report.finish()


if __name__ == '__main__':
    main()

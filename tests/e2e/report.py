"""A trekker just out of a session, at a real window: two kiosks with one shared folder, a
mouse for a finger, power cuts, a full disk and PINs.

What is touched is found as `describe` says it lies; what came of it is read in the shared
file, in the pixels of the other kiosk, and in the trace.
"""
import os
import subprocess
import sys
import time

import wall

SIZE = '800x480'
PANEL = ('--mm', '154x86', '--distance', '0.6', '--theme', 'light', '--board', 'voorbeeld')
NAME, ACTION, COLUMN = 'GGD en cb', '1.1a', 'gemeente'
OTHER, OTHER_ACTION = 'RMC', '1.6a'
TRACK = ACTION + '/' + COLUMN
RED, TICK, PLATE = 0xd55e00, 0xb9c4cc, 0xfbe4d3
TICKS = (440, 415, 52, 40)  # where the ticks of the undo bar stand
BAR = (8, 400, 530, 70)     # its words
LANE = (8, 66, 784, 112)    # of the track that lies open on Trekkers
UNDO = (665, 435)           # its button
PAUSE_S = 1.0               # a person looks before every tap
LIMIT_S = 30
SHARED_S = 8                # publishing waits 0.5 s, and at most 5 s after the last time
PIN, WRONG = '2468', '1357'


class Place:
    """A device of its own at a shared folder."""

    def __init__(self, share, name, state=None):
        self.folder = os.path.join(share.folder, name)
        self.share = share.share
        self.state = state or os.path.join(self.folder, 'state')
        os.makedirs(self.folder, exist_ok=True)
        os.makedirs(self.state, exist_ok=True)


class Visitor:
    """Somebody in front of a kiosk."""

    def __init__(self, kiosk, pause_s=0.15):
        self.kiosk, self.display, self.pause_s = kiosk, kiosk.display, pause_s
        self.taps = 0

    def at(self, x, y):
        time.sleep(self.pause_s)
        wall.xdo(self.display, 'mousemove', x, y, 'click', 1)
        self.taps += 1

    def find(self, label, screen, select=None):
        elements = self.kiosk.describe(screen, select)
        found = [e for e in elements if e['role'] != 'tekst' and e['label'].startswith(label)]
        if not found:
            raise RuntimeError('no "%s" on %s' % (label, screen))
        return wall.middle(found[0]['box'])

    def tap(self, label, screen, select=None):
        self.at(*self.find(label, screen, select))

    def screen(self, name):
        if not self.kiosk.wait_screen(name):
            last = self.kiosk.last()
            raise RuntimeError('%s did not come: %s' % (name, last and last.screen))
        self.kiosk.quiet(120, 1)

    def sign_in(self, name=NAME):
        self.tap('Trekkers', 'bord')
        self.screen('trekkers')
        self.tap(name, 'trekkers')
        time.sleep(0.15)

    def type(self, text, screen, select):
        elements = {e['label'].lower(): e['box'] for e in self.kiosk.describe(screen, select)
                    if e['role'] == 'toets'}
        for letter in text:
            self.at(*wall.middle(elements[letter]))


def start(binary, place, display):
    kiosk = wall.Kiosk(binary, place, display, SIZE, PANEL)
    if not kiosk.wait_screen('bord', 10):
        raise RuntimeError('the kiosk does not come up: ' + kiosk.message())
    kiosk.quiet(150, 1)
    return kiosk


def state_of(share, action=ACTION, column=COLUMN):
    """Health and reason in the shared file; while it is being replaced: as nothing."""
    try:
        rows = share.sql('SELECT health, reason, reported FROM track WHERE board=? AND action=? '
                         'AND column_id=?', 'voorbeeld', action, column)
    except Exception:
        return None
    return rows[0] if rows else None


def becomes(share, health, reason, seconds=SHARED_S, action=ACTION):
    return wall.wait_for(lambda: (state_of(share, action) or (0, 0))[:2] == (health, reason),
                         seconds, 0.05)


def red(display, box=None):
    return wall.picture(display).count(RED, box)


def ticked(display):
    """The first tick: it is kept on this device."""
    return wall.picture(display).count(TICK, TICKS) > 10


def cut(kiosk):
    """The plug is pulled."""
    kiosk.process.kill()
    kiosk.process.wait()
    kiosk.stop()


def tells_why(report, share, first, second):
    """Four taps; the other kiosk shows it; one more brings all of it back."""
    look = Visitor(second)
    look.sign_in()
    second.quiet(200, 2)
    calm = red(second.display, LANE)
    before = state_of(share)
    visitor = Visitor(first, PAUSE_S)
    began = time.monotonic()
    visitor.tap('Trekkers', 'bord')
    visitor.screen('trekkers')
    visitor.tap(NAME, 'trekkers')
    time.sleep(0.15)
    visitor.tap(ACTION + ' Knelpunt', 'trekkers', NAME)
    if not becomes(share, 'knelpunt', None):
        report.check('a state comes in the shared file', False, str(state_of(share)))
        return
    visitor.tap('geld', 'trekkers', NAME)
    spent = time.monotonic() - began
    report.note('state with a reason: %d taps, %.1f s' % (visitor.taps, spent))
    report.check('a state with a reason takes 4 taps and less than %d s' % LIMIT_S,
                 visitor.taps == 4 and spent < LIMIT_S, '%d taps, %.1f s' % (visitor.taps, spent))
    report.check('it is in the shared file', becomes(share, 'knelpunt', 'geld'),
                 lambda: str(state_of(share)))
    report.check('the other kiosk shows it',
                 wall.wait_for(lambda: red(second.display, LANE) > calm + 50, 5),
                 'no red on its screen')
    visitor.pause_s = 0.1
    visitor.at(*UNDO)
    report.check('undo brings back what was',
                 wall.wait_for(lambda: state_of(share) == before, SHARED_S),
                 lambda: '%s, not %s' % (state_of(share), before))
    report.check('on this kiosk', wall.wait_for(lambda: red(first.display, LANE) == calm, 2),
                 'there is red on its screen')
    report.check('and on the other', wall.wait_for(lambda: red(second.display, LANE) == calm, 5),
                 'there is red on its screen')


def says_nothing_changed(report, share, kiosk):
    """Two taps from the names."""
    was = state_of(share, OTHER_ACTION)
    visitor = Visitor(kiosk)
    visitor.tap('Trekkers', 'bord')
    visitor.screen('trekkers')
    visitor.taps = 0
    visitor.tap(OTHER, 'trekkers')
    time.sleep(0.15)
    visitor.tap('Niets veranderd', 'trekkers', OTHER)
    told = wall.wait_for(lambda: (state_of(share, OTHER_ACTION) or was)[2] != was[2], SHARED_S)
    now = state_of(share, OTHER_ACTION)
    report.check('nothing changed takes two taps',
                 told and visitor.taps == 2 and now[:2] == was[:2],
                 '%d taps: %s, was %s' % (visitor.taps, now, was))


def keeps_a_draft(report, share, binary, place, kiosk, display):
    """Half a note, the plug, and the other half after it."""
    visitor = Visitor(kiosk)
    visitor.sign_in()
    visitor.tap('Notitie', 'trekkers', NAME)
    visitor.screen('toetsenbord')
    visitor.pause_s = 0.05
    visitor.type('half', 'toetsenbord', TRACK)
    time.sleep(2.6)  # typing rests for a second, and is written once a second
    cut(kiosk)
    kiosk = start(binary, place, display)
    visitor = Visitor(kiosk)
    visitor.sign_in()
    visitor.tap('Notitie', 'trekkers', NAME)
    visitor.screen('toetsenbord')
    visitor.type('e', 'toetsenbord', TRACK)
    visitor.tap('done', 'toetsenbord', TRACK)
    told = "SELECT text, author FROM note WHERE text LIKE 'half%'"
    noted = wall.wait_for(lambda: share.sql(told), SHARED_S, 0.05)
    report.check('half a note survives kill -9 and goes on',
                 [(t.lower(), a) for t, a in noted] == [('halfe', NAME)], str(noted))
    return kiosk


def keeps_what_it_ticked(report, share, binary, place, kiosk, display):
    """Killed on the frame with the first tick."""
    visitor = Visitor(kiosk, 0.05)
    visitor.sign_in()
    time.sleep(0.3)
    visitor.at(*visitor.find(ACTION + ' Aandacht', 'trekkers', NAME))
    seen = wall.wait_for(lambda: ticked(display), 5, 0.002)
    cut(kiosk)
    early = state_of(share)
    report.check('a tick says that it is kept', seen, 'no tick')
    report.note('killed %s it was in the shared file' %
                ('after' if early and early[0] == 'aandacht' else 'before'))
    kiosk = start(binary, place, display)
    report.check('what was ticked survives kill -9 and is shared',
                 becomes(share, 'aandacht', None), lambda: str(state_of(share)))
    return kiosk


def full_disk(report, share, binary, display):
    """The state folder has no room: it says so, and keeps the touch once there is."""
    folder = os.path.join(share.folder, 'tiny')
    os.mkdir(folder)
    mount = ['mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]
    if os.geteuid() != 0 or subprocess.run(mount, stderr=subprocess.DEVNULL,
                                           check=False).returncode != 0:
        report.note('skip: a full disk needs root, for a small tmpfs')
        return
    filler = os.path.join(folder, 'filler')
    try:
        with start(binary, Place(share, 'full', os.path.join(folder, 'state')), display) as kiosk:
            visitor = Visitor(kiosk)
            visitor.sign_in()
            place = visitor.find(ACTION + ' Knelpunt', 'trekkers', NAME)
            with open(filler, 'wb', 0) as f:
                try:
                    while True:
                        f.write(bytes(4096))
                except OSError:
                    pass
            visitor.at(*place)
            said = wall.wait_for(lambda: wall.picture(display).count(PLATE, BAR) > 200, 5)
            report.check('a full disk: it says that it is not kept', said, 'no plate on the bar')
            report.check('and gives no tick', not ticked(display), 'there is a tick')
            report.check('nor is it shared', (state_of(share) or ('',))[0] != 'knelpunt',
                         lambda: str(state_of(share)))
            os.unlink(filler)
            report.check('after room is made it is kept and shared',
                         becomes(share, 'knelpunt', None, 15), lambda: str(state_of(share)))
    finally:
        subprocess.run(['umount', '-l', folder], check=False)


def pin(visitor, digits):
    visitor.type(digits, 'pincode', NAME)
    visitor.tap('done', 'pincode', NAME)


def asks_pins(report, share, binary, place, kiosk, display):
    subprocess.run(['sqlite3', '-cmd', '.timeout 5000', share.file,
                    "UPDATE board SET pin='ja' WHERE id='voorbeeld'"], check=True)
    generation = kiosk.last().generation
    wall.wait_for(lambda: kiosk.last().generation > generation, 5)
    visitor = Visitor(kiosk, 0.08)
    visitor.sign_in()
    report.check('the board asks for a PIN', kiosk.wait_screen('pincode', 3), kiosk.message)
    pin(visitor, PIN)
    pin(visitor, PIN)
    report.check('two times the same is a PIN', kiosk.wait_screen('trekkers', 5),
                 'still at the pad')
    kept = 'SELECT pin FROM person WHERE name=? COLLATE NOCASE AND pin IS NOT NULL'
    hashes = wall.wait_for(lambda: share.sql(kept, NAME), SHARED_S)
    report.check('the file holds a hash, not the PIN',
                 len(hashes) == 1 and hashes[0][0].startswith('$') and PIN not in hashes[0][0],
                 str(hashes))
    visitor.tap('Klaar', 'trekkers', NAME)
    time.sleep(0.2)
    visitor.tap(NAME, 'trekkers')
    kiosk.wait_screen('pincode', 3)
    for _ in range(5):
        pin(visitor, WRONG)
        kiosk.quiet(250, 3)
    pin(visitor, PIN)
    time.sleep(0.8)
    report.check('after five wrong ones the right one waits', kiosk.last().screen == 'pincode',
                 kiosk.last().screen)
    cut(kiosk)
    kiosk = start(binary, place, display)
    visitor = Visitor(kiosk, 0.08)
    visitor.sign_in()
    kiosk.wait_screen('pincode', 3)
    pin(visitor, PIN)
    time.sleep(0.8)
    report.check('also after kill -9', kiosk.last().screen == 'pincode', kiosk.last().screen)
    return kiosk


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with wall.Xvfb(SIZE) as display, wall.Xvfb(SIZE) as far, wall.Share(binary) as share:
        here, there = Place(share, 'here'), Place(share, 'there')
        kiosk = start(binary, here, display)
        try:
            with start(binary, there, far) as second:
                report.run('why', tells_why, report, share, kiosk, second)
            cut(kiosk)
            kiosk = start(binary, here, display)
            report.run('nothing changed', says_nothing_changed, report, share, kiosk)
            for name, step in (('draft', keeps_a_draft), ('tick', keeps_what_it_ticked),
                               ('pins', asks_pins)):
                if name == 'pins':
                    report.run('full disk', full_disk, report, share, binary, far)
                cut(kiosk)
                kiosk = start(binary, here, display)
                try:
                    kiosk = step(report, share, binary, here, kiosk, display)
                except Exception as error:  # whatever it is, it is the finding
                    report.check(name, False, '%s: %s' % (type(error).__name__, error))
        finally:
            kiosk.stop()
    report.finish()


if __name__ == '__main__':
    main()

"""A touch that changes something is on the disk of this device and visible: how soon, and what becomes of it when the
disk takes half a second to make sure (slow_disk.c).
"""
import os
import subprocess
import time

import usage
from bench_table import Row, last, median
from glass import Glass
from hand import Hand
from wall import Kiosk, Xvfb, middle, now_ms, wait_for

TOUCHES = {False: 12, True: 5}  # by whether the disk is slow
SLOW_MS = 500
FRAME_MS = 1000 / 60
ACTION = '1.1a'


def shim(folder):
    path = os.path.join(folder, 'slow_disk.so')
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'slow_disk.c')
    subprocess.run(['cc', '-D_GNU_SOURCE', '-shared', '-fPIC', '-o', path, source, '-ldl'], check=True)
    return path


def box_of(kiosk, label, screen, select=None):
    return next(e['box'] for e in kiosk.describe(screen, select) if e['role'] != 'tekst' and label in e['label'])


def go(kiosk, hand, place, screen):
    hand.click(*place)
    if not kiosk.wait_screen(screen):
        raise RuntimeError('%s does not come: %s' % (screen, kiosk.message()))
    kiosk.quiet(400)


def open_card(kiosk, hand):
    """Signed in, so that a state is one tap."""
    go(kiosk, hand, kiosk.find('Trekkers'), 'trekkers')
    go(kiosk, hand, middle(box_of(kiosk, 'aam ', 'trekkers')), 'trekkers')
    go(kiosk, hand, kiosk.find('Bord'), 'bord')
    go(kiosk, hand, kiosk.find('Gemeente'), 'kolom')
    x, y, _, h = box_of(kiosk, ACTION, 'kolom', 'gemeente')
    go(kiosk, hand, (x + 60, y + h - 60), 'kaart')


def touches(kiosk, hand, glass, count):
    """For each: until the finger shows, until the new state shows, until it is on the disk, in ms; None: never."""
    select = ACTION + '/gemeente'
    boxes = [box_of(kiosk, '%s %s' % (ACTION, word), 'kaart', select) for word in ('Afgerond', 'Op koers')]
    state = box_of(kiosk, 'Gemeente: ', 'kaart', select)
    found = []
    for i in range(count):
        x, y = middle(boxes[i % 2])
        hand.move(x, y)
        kiosk.quiet(700, 10)
        button, card, saved = glass.lines(boxes[i % 2]), glass.lines(state, 9), kiosk.last().saved
        down_ms = now_ms()
        hand.press(True)
        shown = glass.wait_change(boxes[i % 2], button)
        time.sleep(0.06)
        up_ms = now_ms()
        hand.press(False)
        told = glass.wait_change(state, card, count=9)
        frame = wait_for(lambda: next((f for f in kiosk.trace() if f.saved > saved), None), 10, 0.002)
        found.append((shown and shown - down_ms, told and told - up_ms, frame and max(0, frame.at_ms - up_ms)))
        time.sleep(0.2 + 0.013 * i)
    return found


def run(bench, actions, slow):
    share = bench.fresh(actions)
    with Xvfb() as display, Hand(display.display) as hand, Glass(display) as glass:
        with Kiosk(bench.binary, share, display, options=bench.room) as kiosk:  # the first time, to have a log
            kiosk.wait_board()
            usage.rest(kiosk.process.pid)
        if slow:
            os.environ.update(LD_PRELOAD=shim(share.folder), SLOW_MS=str(SLOW_MS))
        try:
            kiosk = Kiosk(bench.binary, share, display, options=bench.room)
        finally:
            os.environ.pop('LD_PRELOAD', None)
        with kiosk:
            kiosk.wait_board()
            open_card(kiosk, hand)
            first = len(kiosk.trace())
            found = touches(kiosk, hand, glass, TOUCHES[slow])
            works = [f.work_us / 1000 for f in kiosk.trace()[first:]]
    shown, told, saved = ([one[i] for one in found if one[i] is not None] for i in range(3))
    return {'shown': median(shown), 'shown_most': last(shown, 1), 'told': median(told), 'told_most': last(told, 1),
            'saved': median(saved), 'work': max(works), 'lost': 3 * TOUCHES[slow] - len(shown) - len(told) - len(saved)}


ROWS = (('shown_most', 'a finger shows, slowest', FRAME_MS + 5, 'a frame + 5 ms'),
        ('told', 'the new state shows, median', FRAME_MS, 'a frame'),
        ('told_most', 'the new state shows, slowest', FRAME_MS + 5, 'a frame + 5 ms'),
        ('saved', 'it is on the disk and says so, median', FRAME_MS, 'a frame'),
        ('work', 'longest frame meanwhile', 16, '16 ms'))


def measure(bench):
    for slow in (False, True):
        results = [run(bench, share.actions, slow) for share in bench.boards()]
        rows = []
        for key, words, most, target in ROWS:
            late = slow and key == 'saved'
            rows.append(Row(words, [r[key] for r in results], unit='ms', digits=1, most=None if late else most,
                            target='what the disk takes' if late else target))
        rows.append(Row('of %d, never seen' % (3 * TOUCHES[slow]), [r['lost'] for r in results], most=0, target='0'))
        bench.group('A touch that changes something%s' % (', fsync takes %d ms' % SLOW_MS if slow else ''), rows)

"""From the commit in board.sqlite to changed pixels, and how long the wall stood still meanwhile."""
import sqlite3
import threading
import time

import peer
import usage
from bench_table import Row, last, median
from glass import Glass
from hand import Hand
from wall import Kiosk, Xvfb, now_ms

CHANGES = {34: 100, 10000: 30}
MOST_S = 60      # for the changes of one board
DRAG_S = 8
TITLE = (28, 8, 540, 60)      # the title of the wall
CELL = (470, 190, 280, 60)    # the words of the first cell of the page
LIST = (1920 // 2, 260, 800)  # where a list is dragged


class Writer:
    """A report by the sqlite3 interface. The title changes along, so that every change is seen from afar."""

    def __init__(self, share):
        self.file, self.count = share.file, 0

    def write(self):
        """When it was committed. Opened anew each time: the wall may have put another file there."""
        self.count += 1
        while True:
            try:
                db = sqlite3.connect(self.file, timeout=5)
                try:
                    db.execute("UPDATE track SET health='knelpunt', reason=? WHERE id='groot/1.1a/gemeente'",
                               ('proef %d' % self.count,))
                    db.execute("UPDATE board SET wall=? WHERE id='groot'", ('Proef %d' % self.count,))
                    db.commit()
                    return now_ms()
                finally:
                    db.close()
            except sqlite3.OperationalError:  # the wall holds it for a moment
                time.sleep(0.02)


def changes(kiosk, share, glass):
    writer, found, lost = Writer(share), [], 0
    first, until = len(kiosk.trace()), time.monotonic() + MOST_S
    while writer.count < CHANGES[share.actions] and time.monotonic() < until:
        before = glass.lines(TITLE)
        begin = writer.write()
        at = glass.wait_change(TITLE, before)
        if at is None:
            lost += 1
        else:
            found.append(max(0, at - begin))
        time.sleep(0.05 + 0.013 * (writer.count % 7))
    works = [f.work_us / 1000 for f in kiosk.trace()[first:]]
    return {'time': median(found), 'time_99': last(found, 0.99), 'lost': lost, 'count': writer.count,
            'work': last(works, 1)}


def stall(kiosk, share, hand):
    """The longest gap between frames while a list is dragged and the file changes; and without changes."""
    hand.click(*kiosk.find('Gemeente'))
    kiosk.wait_screen('kolom')
    gaps = []
    for busy in (False, True):
        usage.rest(kiosk.process.pid, seconds=5)
        first, stop = len(kiosk.trace()), threading.Event()

        def write():
            writer = Writer(share)
            while not stop.wait(0.5):
                writer.write()
        thread = threading.Thread(target=write)
        if busy:
            thread.start()
        begin_ms, end_ms = hand.drag(*LIST, 720, DRAG_S)
        stop.set()
        if busy:
            thread.join()
        stamps = [f.at_ms for f in kiosk.trace()[first:] if begin_ms + 200 < f.at_ms < end_ms]  # beyond the slop
        gaps.append(max([b - a for a, b in zip(stamps, stamps[1:])], default=None))
    return gaps


def of_kiosk(bench, actions):
    share = bench.fresh(actions)
    with Xvfb() as display, Glass(display) as glass, Hand(display.display) as hand:
        with Kiosk(bench.binary, share, display, options=bench.room) as kiosk:
            kiosk.wait_board()
            usage.rest(kiosk.process.pid, 3)
            found = changes(kiosk, share, glass)
            found['calm'], found['stall'] = stall(kiosk, share, hand)
            return found


def of_peer(bench, share):
    """The server is told the change and pushes it: there is no database in it."""
    found = []
    with bench.pages(share) as server, Xvfb() as display, Glass(display) as glass, peer.Profile() as profile:
        with peer.Browser(display.display, '1920x1080', server.url + '/', profile) as browser:
            glass.settle(CELL, 1, 60)
            usage.rest(browser.process.pid)
            ambition, column = server.page.data['ambitions'][0]['code'], server.page.data['columns'][0]['column_id']
            for i in range(CHANGES[34]):
                before, inner = glass.lines(CELL), server.page.cell(ambition, column, 'bottleneck', '%d.x' % i)
                begin = now_ms()
                server.push({'id': '%s-%s' % (ambition, column), 'html': inner})
                at = glass.wait_change(CELL, before)
                if at is not None:
                    found.append(at - begin)
                time.sleep(0.05 + 0.013 * (i % 7))
    return {'time': median(found), 'time_99': last(found, 0.99)}


def measure(bench):
    kiosks = [of_kiosk(bench, share.actions) for share in bench.boards()]
    peers = of_peer(bench, bench.share(34)) if bench.peer else {}

    def row(what, key, **rest):
        return Row(what, [k[key] for k in kiosks], unit='ms', digits=1, **rest)
    bench.group('File to glass', [
        row('commit to changed pixels, median', 'time', most=(10, 250), target='10 ms; 250 ms',
            peer=peers.get('time')),
        row('commit to changed pixels, 99 %', 'time_99', most=(30, None), target='30 ms at 34',
            peer=peers.get('time_99')),
        Row('changes never seen', [k['lost'] for k in kiosks], most=0,
            target='0 of %s' % ' and '.join(str(k['count']) for k in kiosks)),
        row('longest frame meanwhile', 'work', most=16, target='16 ms'),
        row('a list dragged at 125 Hz: longest gap, no change', 'calm'),
        row('a list dragged at 125 Hz: longest gap, the file changes', 'stall',
            most=[k['calm'] and k['calm'] + 16 for k in kiosks], target='16 ms more')])

"""Scrolling and flings in a real window, the work of the X server counted. The wall is dragged and flung by a mouse at
125 Hz; the page moves its list by a script as many pixels in every frame that it gets.
"""
import time

import peer
import usage
from bench_table import Row, last, median
from glass import Glass
from hand import Hand
from wall import Kiosk, Xvfb

SECONDS = 5
STEP = 12       # px a frame at 1080p
FRAMES = 300    # of the peer
FRAME_MS = 1000 / 60
WORDS = {'drag': 'dragged', 'fling': 'flung'}
SIZES = ('1920x1080', '3840x2160')


def told(stamps, cpu_ms, server_ms, works=None):
    """Of the moments of frames and what they took. A gap of a fifth of a second is a rest, not a frame."""
    gaps = [b - a for a, b in zip(stamps, stamps[1:]) if b - a < 200]
    found = {'frames': len(gaps), 'fps': 1000 * len(gaps) / max(1, sum(gaps)), 'gap_99': last(gaps, 0.99),
             'cpu': (cpu_ms + server_ms) / max(1, len(gaps)), 'server': server_ms / max(1, len(gaps)),
             'core': 100 * (cpu_ms + server_ms) / max(1, sum(gaps))}
    if works:
        found['work'], found['work_99'] = median(works), last(works, 0.99)
    return found


class Watch:
    """CPU of a program and of its display between two moments."""

    def __init__(self, pid, display):
        self.pids, self.server = usage.tree(pid), [display.server.pid]
        self.cpu, self.x = usage.cpu_ms(self.pids), usage.cpu_ms(self.server)

    def stop(self):
        return usage.cpu_ms(self.pids) - self.cpu, usage.cpu_ms(self.server) - self.x


def kiosk_run(kiosk, display, move):
    usage.rest(kiosk.process.pid)
    first = len(kiosk.trace())
    watch = Watch(kiosk.process.pid, display)
    move()
    kiosk.quiet(400, 10)
    used = watch.stop()
    frames = kiosk.trace()[first:]
    return told([f.at_ms for f in frames], *used, [f.work_us / 1000 for f in frames])


def open_list(kiosk, hand):
    hand.click(*kiosk.find('Gemeente'))
    if not kiosk.wait_screen('kolom'):
        raise RuntimeError('the list does not open: ' + kiosk.message())


def kiosk_scrolls(bench, share, size):
    with Xvfb(size) as display, Hand(display.display) as hand:
        with Kiosk(bench.binary, share, display, size, bench.room) as kiosk:
            kiosk.wait_board()
            usage.rest(kiosk.process.pid, 3)  # a first start shares a little later
            zoom = display_zoom(size)
            open_list(kiosk, hand)
            x, top, bottom = 960 * zoom, 260 * zoom, 800 * zoom

            def fling_some():
                for _ in range(2):
                    hand.fling(x, top, bottom)
                    time.sleep(1.2)
                    hand.fling(x, bottom, top)
                    time.sleep(1.2)
            return {'drag': kiosk_run(kiosk, display, lambda: hand.drag(x, top, bottom, STEP * 60 * zoom, SECONDS)),
                    'fling': kiosk_run(kiosk, display, fling_some)}


def display_zoom(size):
    return int(size.split('x')[0]) // 1920


def peer_scrolls(bench, share, size):
    path = '/lijst?frames=%d&step=%d' % (FRAMES, STEP * display_zoom(size))
    with bench.pages(share) as server, Xvfb(size) as display, peer.Profile() as profile:
        server.begun.clear()
        with peer.Browser(display.display, size, server.url + path, profile) as browser:
            if not server.begun.wait(60):
                raise RuntimeError('the peer does not scroll')
            watch = Watch(browser.process.pid, display)
            stamps = server.frames.get(timeout=90)
            return told(stamps, *watch.stop())


def rows_of(size, kiosks, peers):
    name = '1080p' if size == SIZES[0] else '4K'
    of_peer = [p or {} for p in peers]

    def row(what, how, key, **rest):
        return Row(what, [k[how].get(key) for k in kiosks], peer=[p.get(key) for p in of_peer], **rest)
    yield row('%s: frames per second, dragged' % name, 'drag', 'fps', digits=1, least=59, target='60')
    # At its end a fling is slower than a pixel a frame: there is none to show.
    yield row('%s: frames per second, flung' % name, 'fling', 'fps', digits=1, least=56, target='60 but at its end')
    cpu = [p['cpu'] / 3 if p.get('cpu') else None for p in of_peer]
    yield row('%s: CPU of a frame with the X server' % name, 'drag', 'cpu', unit='ms', digits=2, most=cpu if size == SIZES[0] else None,
              target="a third of Chromium's" if size == SIZES[0] else '')
    yield row('%s: of that the X server' % name, 'drag', 'server', unit='ms', digits=2)
    for how in ('drag', 'fling'):
        yield row('%s: CPU of one core meanwhile, %s' % (name, WORDS[how]), how, 'core', unit='%')
    yield row('%s: from frame to frame, 99 %%, dragged' % name, 'drag', 'gap_99', unit='ms', digits=1, most=FRAME_MS + 1,
              target='16.7 ms (told in whole ms)')
    for how in ('drag', 'fling'):
        yield Row('%s: work of the wall in a frame, 99 %%, %s' % (name, WORDS[how]),
                  [k[how]['work_99'] for k in kiosks], unit='ms', digits=1, most=FRAME_MS, target='16.7 ms')


def measure(bench):
    for size in SIZES:
        kiosks, peers = [], []
        for share in bench.boards():
            kiosks.append(kiosk_scrolls(bench, share, size))
            peers.append(peer_scrolls(bench, share, size) if bench.peer else None)
        bench.group('Scrolling a list, %s' % size, rows_of(size, kiosks, peers))

"""From a finger on the panel to changed pixels: a real touch of Xorg's inputtest driver, and the pixels asked of its
server again and again. And a finger that drags a list: what that takes, and how many pictures come of it.
"""
import threading
import time

import latency
import peer
import touch
import usage
from bench_table import Row, last, median
from wall import Kiosk, middle, now_ms

TOUCHES = 30
FRAME_MS = 1000 / 60
PICTURES = 50     # at least: the finger turns and rests meanwhile, and not every picture is seen
EDGE = (16, 16)   # px of what is touched that are looked at
DRAG_S, DRAG_PX_S = 4, 720
LIST = (960, 260, 800)           # where a list is dragged
LOOKS = ((300, 500), (900, 400))  # and looked at


def touches(screen, box):
    """Milliseconds from the finger to other pixels in the corner of what it touches; it slides off, so that nothing
    opens."""
    eye, found = latency.Eye(screen.display), []
    corner = (box[0] + 10, box[1] + box[3] - 10 - EDGE[1]) + EDGE
    try:
        for i in range(TOUCHES):
            before = eye.look(corner)
            begin = now_ms()
            screen.down(*middle(box))
            at = eye.changed(corner, before, 2)
            if at is not None:
                found.append(at - begin)
            time.sleep(0.1)
            screen.move(*latency.BLANK)
            time.sleep(0.05)
            screen.up(*latency.BLANK)
            time.sleep(0.3 + 0.007 * (i % 11))
    finally:
        eye.close()
    return {'time': median(found), 'time_99': last(found, 0.99)}


def drag(screen):
    """Up and down at 125 Hz without letting go."""
    x, top, bottom = LIST
    y, way, begin, steps = bottom, -1, time.monotonic(), 0
    screen.down(x, y)
    while time.monotonic() - begin < DRAG_S:
        steps += 1
        time.sleep(max(0, begin + steps * 0.008 - time.monotonic()))
        y += way * DRAG_PX_S * 0.008
        if not top <= y <= bottom:
            way = -way
            y = min(max(y, top), bottom)
        screen.move(x, y)
    time.sleep(0.3)  # at rest: no fling
    screen.up(x, y)


def dragged(screen, pid):
    """The pictures per second that differ from the one before, and the CPU of each with that of the X server."""
    usage.rest(pid, 2)
    stop, seen, pids = threading.Event(), [], [*usage.tree(pid), screen.server.pid]

    def look():
        eye = latency.Eye(screen.display)
        while not stop.wait(0.002):
            seen.append([eye.look(place + EDGE) for place in LOOKS])
        eye.close()
    watch = threading.Thread(target=look)
    watch.start()
    begin, cpu = time.monotonic(), usage.cpu_ms(pids)
    drag(screen)
    seconds, used = time.monotonic() - begin, usage.cpu_ms(pids) - cpu
    stop.set()
    watch.join()
    pictures = sum(a != b for a, b in zip(seen, seen[1:]))
    return {'pictures': pictures / seconds, 'cpu': used / max(1, pictures)}


def of_kiosk(bench, share):
    with touch.Screen() as screen, Kiosk(bench.binary, share, screen, options=bench.room) as kiosk:
        kiosk.wait_board()
        kiosk.quiet(500)
        times = latency.touch_to_pixels(kiosk)
        screen.tap(*kiosk.find('Gemeente'))
        if not kiosk.wait_screen('kolom'):
            raise RuntimeError('the list does not open: ' + kiosk.message())
        return {'time': median(times), 'time_99': last(times, 0.99), **dragged(screen, kiosk.process.pid)}


def of_peer(bench, share):
    with bench.pages(share) as server, touch.Screen() as screen, peer.Profile() as profile:
        with peer.Browser(screen.display, '1920x1080', server.url + '/', profile):
            time.sleep(5)
            found = touches(screen, (470, 190, 280, 100))  # the first cell
        with peer.Browser(screen.display, '1920x1080', server.url + '/lijst', profile) as browser:
            time.sleep(3)
            return {**found, **dragged(screen, browser.process.pid)}


def measure(bench):
    kiosks = [of_kiosk(bench, share) for share in bench.boards()]
    peers = of_peer(bench, bench.share(34)) if bench.peer else {}
    rows = [Row(words, [k[key] for k in kiosks], unit='ms', digits=1, most=FRAME_MS + 5, target='a frame + 5 ms: 21.7 ms',
                peer=peers.get(key))
            for key, words in (('time', 'a finger to changed pixels, median'), ('time_99', 'a finger to changed pixels, 99 %'))]
    rows += [Row('a list under a finger: pictures per second', [k['pictures'] for k in kiosks], least=PICTURES, target='60',
                 peer=peers.get('pictures')),
             Row('a list under a finger: CPU of a picture with the X server', [k['cpu'] for k in kiosks], unit='ms', digits=1,
                 most=peers.get('cpu') and peers['cpu'] / 3, target="a third of Chromium's", peer=peers.get('cpu'))]
    bench.group('Touch', rows)

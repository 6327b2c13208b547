"""A wall with nothing to show rests, and the minute of its clock paints the clock alone: in a
window, on a full screen, on Wayland, and without a display server, where SDL has to be kept from
looking.

    rest.py REGIEBORD
"""
import os
import sys
import time

import wall

# After the start the shared file is published and the folder looked at closely; then nothing
# happens until the clock, which starts at a whole minute, has its next one.
SETTLED_S, REST_S, MINUTE_S = 27, 20, 60
SIZE = (1920, 1080)
MOST_WALL, MOST_ALL = 1, 4    # times asleep in REST_S: a round of the keeper is a few
MOST_CLOCK = 1 / 30           # of the picture


def quiet_board(share):
    """Nothing that the strip would have to turn."""
    share.sql("UPDATE track SET health='op koers', reason=''")
    share.sql('DELETE FROM bottleneck')


class Wall:
    def __init__(self, binary, name, windowed, driver):
        self.name, self.driver = name, driver
        self.share = wall.Share(binary)
        quiet_board(self.share)
        self.display = (wall.Weston if driver == 'wayland' else wall.Xvfb)('%dx%d' % SIZE)
        self.kiosk = wall.Kiosk(binary, self.share, self.display, windowed=windowed, driver=driver,
                                options=wall.ROOM + ('--now', '2025-11-11T10:42'))
        self.rest = None

    def count(self):
        return (len(self.kiosk.trace()), self.kiosk.sleeps(wall_only=True), self.kiosk.sleeps(), self.kiosk.cpu_ms())

    def stop(self):
        self.kiosk.stop()
        self.display.stop()
        self.share.stop()


def sleep_until(walls, seconds):
    time.sleep(max(0, max(w.kiosk.started_ms for w in walls) / 1000 + seconds - time.monotonic()))


def rests(report, one, before, after):
    frames, own, threads, cpu_ms = (b - a for a, b in zip(before, after))
    report.note('%s, %d s: %d frames, the wall slept %d times, all threads %d, %.0f ms of CPU' % (
        one.name, REST_S, frames, own, threads, cpu_ms))
    report.check('%s: no frame at rest' % one.name, frames == 0, lambda: '%d; %s' % (frames, one.kiosk.message()))
    report.check('%s: the wall sleeps' % one.name, own <= MOST_WALL, 'it woke %d times' % own)
    report.check('%s: all threads sleep' % one.name, threads <= MOST_ALL, 'they woke %d times' % threads)


def changed_box(before, after):
    """Width times height of the box around all pixels that differ."""
    rows = [(bytes(a), bytes(b)) for a, b in zip(before.rows(), after.rows())]
    high = [y for y, (a, b) in enumerate(rows) if a != b]
    wide = [x for y in high for x in range(SIZE[0]) if rows[y][0][x * 4:x * 4 + 4] != rows[y][1][x * 4:x * 4 + 4]]
    return (max(high) - min(high) + 1) * (max(wide) - min(wide) + 1) if high else 0


def ticks(report, one, frames, before):
    new = one.kiosk.trace()[frames:]
    report.check('%s: a minute is one frame' % one.name, len(new) == 1, '%d' % len(new))
    pixels = sum(frame.pixels for frame in new)
    report.note('%s: the minute paints %d pixels' % (one.name, pixels))
    report.check('%s: of the clock alone' % one.name, 0 < pixels <= MOST_CLOCK * SIZE[0] * SIZE[1],
                 '%d pixels' % pixels)
    if one.driver != 'dummy':
        box = changed_box(before, wall.picture(one.display))
        report.check('%s: nothing else changed on the screen' % one.name, 0 < box <= pixels, 'a box of %d pixels' % box)


def plain(report, one):
    """X11 takes the picture through shared memory. OpenGL would cost five times the memory."""
    with open('/proc/%d/maps' % one.kiosk.process.pid) as f:
        found = sorted({os.path.basename(line.split()[-1]) for line in f
                        if any(name in line for name in ('libGL', 'libEGL', '_dri.so', 'libgallium'))})
    report.check('%s: without OpenGL' % one.name, not found, ' '.join(found))


def test(report, walls):
    for one in walls:
        if not report.check('%s: it starts' % one.name, one.kiosk.wait_frame(), one.kiosk.message):
            return
    sleep_until(walls, SETTLED_S)
    before = [one.count() for one in walls]
    time.sleep(REST_S)
    for one, was in zip(walls, before):
        rests(report, one, was, one.count())
        if one.driver != 'wayland':  # there SDL has no other way
            plain(report, one)
    pictures = [wall.picture(one.display) for one in walls]
    frames = [len(one.kiosk.trace()) for one in walls]
    sleep_until(walls, MINUTE_S + 3)
    for one, count, picture in zip(walls, frames, pictures):
        ticks(report, one, count, picture)


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    walls = []
    try:
        for kind in (('in a window', True, 'x11'), ('on a full screen', False, 'x11'),
                     ('on Wayland', False, 'wayland'), ('without a server', True, 'dummy')):
            walls.append(Wall(binary, *kind))
        report.run('rest', test, report, walls)
    finally:
        for one in walls:
            one.stop()
    report.finish()


if __name__ == '__main__':
    main()

"""A person with a mouse and a keyboard at a real window, of X11 and of Wayland, and the machine that it runs on.

    window.py REGIEBORD
"""
import os
import signal
import subprocess
import sys
import time

import wall

SIZE = '1920x1080'
START_MS = 2000 # to the first frame; this machine may be busy
FEEDBACK_MS = 300 # one reading, on a machine that may be busy; latency.py has the figures


def opens(report, kiosk, display):
    first = kiosk.wait_frame()
    if not report.check('a first frame', first, kiosk.message):
        return
    took_ms = first.at_ms - kiosk.started_ms
    report.note('first frame after %.0f ms' % took_ms)
    report.check('the first frame is there within %d ms' % START_MS, took_ms < START_MS,
                 '%.0f ms' % took_ms)
    kiosk.wait_screen('bord')
    kiosk.quiet(300)
    report.check('it shows a board', wall.picture(display).colors() > 20, 'hardly any colours')


def is_what_render_makes(report, kiosk, display, share):
    """Window and `render` go through the same painter: the rows are equal to the pixel."""
    path = os.path.join(share.folder, 'bord.png')
    subprocess.run([kiosk.binary, 'render', '--share', share.share, '--screen', 'bord', '--size', SIZE,
                    '-o', path, *wall.ROOM], check=True)
    x, y, w, h = wall.ROWS
    raw = subprocess.run(['convert', path, '-depth', '8', '-crop', '%dx%d+%d+%d' % (w, h, x, y),
                          'bgra:-'], check=True, stdout=subprocess.PIPE).stdout
    shown = wall.picture(display).region(wall.ROWS)
    same = all(raw[i::4] == shown[i::4] for i in range(3))
    report.check('the window is what render makes', same, 'the rows differ')


def shows_no_pointer(report, kiosk, display):
    """Or two pictures of the same would differ: once a program has asked for a pointer, its server shows one."""
    kiosk.quiet(300)
    before = wall.picture(display).region(wall.ROWS)
    wall.xdo(display, 'mousemove', 960, 540)
    subprocess.run(['xsetroot', '-display', display.display, '-cursor_name', 'left_ptr'], check=True)
    time.sleep(0.2)
    report.check('no pointer on the display', wall.picture(display).region(wall.ROWS) == before, 'the rows differ')


def click(display, place):
    wall.xdo(display, 'mousemove', *place, 'click', 1)


def clicks(report, kiosk, display):
    place = kiosk.find('Jeugdhulp')
    wall.xdo(display, 'mousemove', *place)
    kiosk.quiet(200)
    down_ms = wall.now_ms()
    wall.xdo(display, 'mousedown', 1)
    frame = wall.wait_for(lambda: kiosk.first_after(down_ms), 2)
    report.check('a press shows within %d ms' % FEEDBACK_MS, frame and frame.at_ms - down_ms < FEEDBACK_MS,
                 'it took %s ms' % (frame and round(frame.at_ms - down_ms)))
    wall.xdo(display, 'mouseup', 1)
    report.check('a click on a column opens it', kiosk.wait_screen('kolom'), kiosk.message)
    wall.xdo(display, 'key', 'Escape')
    report.check('escape goes back to the wall', kiosk.wait_screen('bord'), kiosk.message)


def slides_off(report, kiosk, display):
    """Press, slide off, lift: nothing happens, and what looked pressed does not any more."""
    place = kiosk.find('Jeugdhulp')
    kiosk.quiet(200)
    before = wall.picture(display).region(wall.ROWS)
    wall.xdo(display, 'mousemove', *place, 'mousedown', 1)
    time.sleep(0.1)
    wall.xdo(display, 'mousemove', 900, 60)
    time.sleep(0.1)
    wall.xdo(display, 'mouseup', 1)
    kiosk.quiet(300)
    report.check('sliding off does nothing', kiosk.last().screen == 'bord', kiosk.last().screen)
    report.check('and leaves no mark', wall.picture(display).region(wall.ROWS) == before, 'the rows differ')


def scrolls(report, kiosk, display):
    click(display, kiosk.find('Jeugdhulp'))
    kiosk.wait_screen('kolom')
    kiosk.quiet(300)
    middle = (0, 200, 1920, 600)
    before = wall.picture(display).region(middle)
    wall.xdo(display, 'mousemove', 960, 500, 'click', '--repeat', 4, '--delay', 30, 5)
    moved = wall.wait_for(lambda: wall.picture(display).region(middle) != before, 2)
    report.check('the wheel scrolls a column', moved, 'nothing moved')
    wall.xdo(display, 'key', 'Escape')
    kiosk.wait_screen('bord')


def types(report, kiosk, display):
    click(display, kiosk.find('Zoek'))
    if not report.check('search opens', kiosk.wait_screen('zoeken'), kiosk.message):
        return
    kiosk.quiet(300)
    before = wall.picture(display).region()
    wall.xdo(display, 'type', '--delay', '40', 'jeugd')
    changed = wall.wait_for(lambda: wall.picture(display).region() != before, 2)
    report.check('a real keyboard types in it', changed, 'nothing changed')
    wall.xdo(display, 'key', 'Escape')
    wall.xdo(display, 'key', 'Escape')
    report.check('and it closes', kiosk.wait_screen('bord'), kiosk.message)


def rests(report, kiosk):
    """When nobody touches it, it sleeps: only the clock and the strip draw."""
    kiosk.quiet(1500, 15)
    frames, cpu, woke = len(kiosk.trace()), kiosk.cpu_ms(), kiosk.sleeps(wall_only=True)
    time.sleep(10)
    frames, cpu = len(kiosk.trace()) - frames, kiosk.cpu_ms() - cpu
    report.note('idle for 10 s: %d frames, %.0f ms of CPU' % (frames, cpu))
    report.check('idle: at most 4 frames in 10 s', frames <= 4, '%d' % frames)
    woke = kiosk.sleeps(wall_only=True) - woke
    report.check('idle: the wall wakes at most %d times' % wall.MOST_WAKES, woke <= wall.MOST_WAKES, '%d times' % woke)
    report.check('idle: it does not spin', cpu < 1000, '%.0f ms' % cpu)


def survives_the_plug(report, start, display):
    kiosk = start()
    kiosk.wait_frame()
    kiosk.process.send_signal(signal.SIGKILL)
    kiosk.process.wait()
    kiosk.stop()
    with start() as again:
        report.check('after the plug was pulled it comes up again', again.wait_screen('bord', 10),
                     again.message)
        again.quiet(300)
        report.check('with the board', wall.picture(display).colors() > 20, 'hardly any colours')
        asked_ms = wall.now_ms()
        status = again.stop()
        took_ms = wall.now_ms() - asked_ms
        report.check('it ends when asked, within a second', status == 0 and took_ms < 1000,
                     'status %s after %.0f ms' % (status, took_ms))


def test(report, binary, server, windowed, driver):
    with server(SIZE) as display, wall.Share(binary) as share:
        def start():
            return wall.Kiosk(binary, share, display, SIZE, wall.ROOM, windowed, driver)
        with start() as kiosk:
            report.run('opens', opens, report, kiosk, display)
            if kiosk.running():
                report.run('render', is_what_render_makes, report, kiosk, display, share)
                report.run('pointer', shows_no_pointer, report, kiosk, display)
                report.run('clicks', clicks, report, kiosk, display)
                report.run('slides off', slides_off, report, kiosk, display)
                report.run('scrolls', scrolls, report, kiosk, display)
                report.run('types', types, report, kiosk, display)
                report.run('rests', rests, report, kiosk)
        report.run('plug', survives_the_plug, report, start, display)


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    for about, *kind in (('X11: ', wall.Xvfb, True, 'x11'), ('Wayland: ', wall.Weston, False, 'wayland')):
        report.about = about
        report.run('a display', test, report, binary, *kind)
    report.finish()


if __name__ == '__main__':
    main()

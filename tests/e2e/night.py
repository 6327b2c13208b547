"""The screen goes off and on, seen from outside: by the pixels of the screen, by what the
power command is told, by the machine's time. Real fingers wake it, and do nothing else.
"""
import os
import signal
import subprocess
import sys
import time

import touch
import wall

SIZE = '1920x1080'
WAKE_S = 1.1  # within a second of the touch that wakes it nothing counts
MORNING = ('--now', '2025-11-11T06:59', '--night', '19:00-07:00')


class Panel:
    """A power command that keeps what it was told."""

    def __init__(self, folder):
        self.path = os.path.join(folder, 'power')
        self.said_path = os.path.join(folder, 'power-said')
        with open(self.path, 'w') as f:
            f.write('#!/bin/sh\necho "$1" >> "%s"\n' % self.said_path)
        os.chmod(self.path, 0o755)

    def said(self):
        if not os.path.exists(self.said_path):
            return []
        with open(self.said_path) as f:
            return f.read().split()

    def told(self, words, seconds=3):
        return wall.wait_for(lambda: self.said() == words, seconds)

    def forget(self):
        if os.path.exists(self.said_path):
            os.unlink(self.said_path)


def black(screen):
    return wall.picture(screen).colors() == 1 and wall.picture(screen).count(0) > 0


def put_off(report, kiosk, screen, panel):
    panel.forget()
    screen.tap(*kiosk.find('Meer', same=True))
    kiosk.wait_screen('borden')
    kiosk.quiet(200)
    screen.tap(*kiosk.find('Scherm uit', 'borden', same=True))
    off = panel.told(['off'])
    report.check('Scherm uit puts the panel off', off, lambda: str(panel.said()))
    report.check('and it is black', wall.wait_for(lambda: black(screen), 2), 'there are colours')
    time.sleep(WAKE_S)  # a second tap of a hasty finger would not wake it


def stays_on_the_wall(kiosk):
    """Nothing but the wall was drawn since, also after the second in which touches are swallowed."""
    before = len(kiosk.trace())
    time.sleep(WAKE_S)
    return all(f.screen == 'bord' for f in kiosk.trace()[max(0, before - 1):])


def sleeps(report, kiosk, share):
    """Also when somebody changes the board meanwhile."""
    frames, cpu, woke = len(kiosk.trace()), kiosk.cpu_ms(), kiosk.sleeps(wall_only=True)
    share.sql("UPDATE track SET health='knelpunt', reason='Nachtwerk' WHERE action='2.1a' "
              "AND column_id='gemeente'")
    time.sleep(5)
    frames, cpu = len(kiosk.trace()) - frames, kiosk.cpu_ms() - cpu
    report.note('off for 5 s with a change: %d frames, %.0f ms of CPU' % (frames, cpu))
    report.check('off: nothing is drawn, whatever comes in', frames == 0, '%d frames' % frames)
    woke = kiosk.sleeps(wall_only=True) - woke
    report.check('off: the wall wakes at most %d times' % wall.MOST_WAKES, woke <= wall.MOST_WAKES, '%d times' % woke)
    report.check('off: it does not spin', cpu < 1000, '%.0f ms' % cpu)


def wakes(report, kiosk, screen, panel, name, how):
    panel.forget()
    before = len(kiosk.trace())
    how(*kiosk.find('Jeugdhulp'))
    report.check('%s puts it on' % name, panel.told(['on']), lambda: str(panel.said()))
    drawn = wall.wait_for(lambda: not black(screen), 2)
    report.check('%s: the wall is there' % name, drawn, 'black')
    report.check('%s does nothing else' % name, stays_on_the_wall(kiosk),
                 lambda: 'it shows %s' % kiosk.last().screen)
    report.check('%s: one picture or two' % name, 0 < len(kiosk.trace()) - before < 20,
                 lambda: '%d frames' % (len(kiosk.trace()) - before))


def by_hand(report, binary, share, panel):
    options = wall.ROOM + ('--power-command', panel.path)
    with touch.Screen(SIZE) as screen, wall.Kiosk(binary, share, screen, SIZE, options) as kiosk:
        if not report.check('the wall comes up', kiosk.wait_screen('bord', 10), kiosk.message):
            return
        kiosk.quiet(300)
        report.check('the panel is put on at the start', panel.told(['on']),
                     lambda: str(panel.said()))
        put_off(report, kiosk, screen, panel)
        generation = kiosk.last().generation
        sleeps(report, kiosk, share)
        wakes(report, kiosk, screen, panel, 'a tap', screen.tap)
        report.check('and the wall is of now', kiosk.last().generation > generation,
                     'an old board')
        put_off(report, kiosk, screen, panel)
        wakes(report, kiosk, screen, panel, 'a swipe',
              lambda x, y: screen.slide((x + 600, y), (x, y), 0.15))
        put_off(report, kiosk, screen, panel)
        wakes(report, kiosk, screen, panel, 'a long press',
              lambda x, y: screen.tap(x, y, hold_s=1.5))
        screen.tap(*kiosk.find('Jeugdhulp'))
        report.check('then it answers', kiosk.wait_screen('kolom'), kiosk.message)
        screen.tap(60, 60)
        kiosk.wait_screen('bord')
        kiosk.quiet(300)
        put_off(report, kiosk, screen, panel)
        status = kiosk.stop()
        report.check('ended while it was off, the panel is on again',
                     status == 0 and panel.told(['off', 'on']),
                     lambda: 'status %s, told %s' % (status, panel.said()))


class Server:
    """The X server's own power management, as xset tells it."""

    def __init__(self, screen):
        self.screen = screen

    def ask(self, *words):
        return subprocess.run(['xset', *words], check=True, stdout=subprocess.PIPE, text=True,
                              env={**os.environ, 'DISPLAY': self.screen.display}).stdout

    def able(self):
        return 'DPMS is' in self.ask('q')

    def enabled(self):
        return 'DPMS is Enabled' in self.ask('q')

    def off(self):
        return 'Monitor is Off' in self.ask('q')

    def times(self):
        return [line.split()[1::2] for line in self.ask('q').splitlines() if 'Standby:' in line][0]

    def becomes(self, off, seconds=3):
        return wall.wait_for(lambda: self.off() == off, seconds, 0.05)


def by_the_server(report, binary, share):
    with touch.Screen(SIZE, dpms=True) as screen:
        server = Server(screen)
        if not server.able():
            report.note('this X server cannot put its screen off: not looked at')
            return
        server.ask('dpms', '600', '700', '800')
        server.ask('dpms', 'force', 'off')
        with wall.Kiosk(binary, share, screen, SIZE, wall.ROOM) as kiosk:
            kiosk.wait_screen('bord', 10)
            report.check('xset: it is put on at the start', server.becomes(False), 'off')
            kiosk.quiet(300)
            server_wakes(report, kiosk, screen, server)
            report.check('xset: its own times are back', server.times() == ['600', '700', '800'],
                         lambda: str(server.times()))
            server.ask('-dpms')
            server_wakes(report, kiosk, screen, server)
            report.check('xset: it is as it was, not enabled', not server.enabled(), 'enabled')
            server_off(report, kiosk, screen, server)
            status = kiosk.stop()
            report.check('xset: ended while it was off, it is on', status == 0 and not server.off(),
                         'status %s' % status)


def server_off(report, kiosk, screen, server):
    screen.tap(*kiosk.find('Meer', same=True))
    kiosk.wait_screen('borden')
    kiosk.quiet(200)
    screen.tap(*kiosk.find('Scherm uit', 'borden', same=True))
    report.check('xset: Scherm uit puts it off', server.becomes(True), 'on')
    time.sleep(WAKE_S)


def server_wakes(report, kiosk, screen, server):
    server_off(report, kiosk, screen, server)
    wall.xdo(screen, 'mousemove', 300, 300, 'mousemove', 400, 300)
    time.sleep(0.3)
    report.check('xset: a mouse that is bumped does not put it on', server.becomes(True), 'on')
    report.check('xset: nor by itself does X', server.times() == ['0', '0', '0'],
                 lambda: str(server.times()))
    screen.tap(*kiosk.find('Jeugdhulp'))
    report.check('xset: a touch puts it on', server.becomes(False), 'off')
    report.check('xset: and does nothing else', stays_on_the_wall(kiosk), 'it shows something else')


def after_the_plug(report, binary, share, panel):
    options = wall.ROOM + ('--power-command', panel.path)
    with touch.Screen(SIZE) as screen:
        kiosk = wall.Kiosk(binary, share, screen, SIZE, options)
        kiosk.wait_screen('bord', 10)
        kiosk.quiet(300)
        put_off(report, kiosk, screen, panel)
        kiosk.process.send_signal(signal.SIGKILL)
        kiosk.process.wait()
        kiosk.stop()
        panel.forget()
        with wall.Kiosk(binary, share, screen, SIZE, options) as again:
            again.wait_screen('bord', 10)
            report.check('killed while it was off, the next one puts it on', panel.told(['on']),
                         lambda: str(panel.said()))


def before_the_morning(report, kiosk, screen):
    """Put off at a minute to seven. Without a command, as a desktop without power management."""
    kiosk.wait_screen('bord', 10)
    kiosk.quiet(300)
    screen.tap(*kiosk.find('Meer', same=True))
    kiosk.wait_screen('borden')
    kiosk.quiet(200)
    screen.tap(*kiosk.find('Scherm uit', 'borden', same=True))
    report.check('without power management it is black', wall.wait_for(lambda: black(screen), 2),
                 'there are colours')
    report.check('which is said once', kiosk.message().count('--power-command') == 1, kiosk.message)
    time.sleep(3)
    report.check('and stays so', black(screen), 'there are colours')


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with wall.Share(binary) as house, touch.Screen(SIZE) as screen, \
            wall.Kiosk(binary, house, screen, SIZE, wall.ROOM + MORNING) as kiosk:
        report.run('before the morning', before_the_morning, report, kiosk, screen)
        with wall.Share(binary) as share:
            panel = Panel(share.folder)
            report.run('by hand', by_hand, report, binary, share, panel)
            report.run('by the server', by_the_server, report, binary, share)
            report.run('plug', after_the_plug, report, binary, share, panel)
        report.check('the morning puts it on', wall.wait_for(lambda: not black(screen), 62, 0.1),
                     'it is still off')
    report.finish()


if __name__ == '__main__':
    main()

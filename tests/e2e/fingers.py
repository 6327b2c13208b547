"""Real fingers on a real window: tap, slide off, second finger, palm, swipe, drag, fling,
long press.
"""
import sys
import time

import touch
import wall

SIZE = '1920x1080'
LIST = (0, 180, 1920, 760)
FEEDBACK_MS = 300 # one reading, on a machine that may be busy; latency.py has the figures
BLANK = (900, 60) # in the header, where nothing answers


def screen_is(kiosk, name):
    return lambda: 'it shows %s; %s' % (kiosk.last() and kiosk.last().screen, kiosk.message())


def taps(report, kiosk, screen):
    place = kiosk.find('Jeugdhulp')
    kiosk.quiet(200)
    down_ms = wall.now_ms()
    screen.down(*place)
    frame = wall.wait_for(lambda: kiosk.first_after(down_ms), 2)
    took_ms = frame.at_ms - down_ms if frame else None
    report.note('a finger down shows after %s ms' % (took_ms and round(took_ms)))
    report.check('a finger down shows within %d ms' % FEEDBACK_MS, frame and took_ms < FEEDBACK_MS,
                 'it took %s ms' % took_ms)
    screen.up(*place)
    report.check('a tap opens the column', kiosk.wait_screen('kolom'), screen_is(kiosk, 'kolom'))
    back(report, kiosk, screen)


def back(report, kiosk, screen):
    """The way back that is on the screen itself."""
    screen.tap(60, 60)
    report.check('the back button goes back', kiosk.wait_screen('bord'), screen_is(kiosk, 'bord'))
    kiosk.quiet(200)


def stays(report, kiosk, name):
    kiosk.quiet(300)
    report.check(name, kiosk.last().screen == 'bord', screen_is(kiosk, 'bord'))


def second_finger(report, kiosk, screen):
    place = kiosk.find('Jeugdhulp')
    screen.down(*BLANK, finger=1)
    screen.tap(*place, finger=2)
    screen.up(*BLANK, finger=1)
    stays(report, kiosk, 'a second finger does not act')
    screen.down(*place, finger=1)
    screen.tap(*BLANK, finger=2)
    screen.up(*place, finger=1)
    report.check('and does not disturb the first', kiosk.wait_screen('kolom'), screen_is(kiosk, 'kolom'))
    back(report, kiosk, screen)


def palm(report, kiosk, screen):
    place = kiosk.find('Jeugdhulp')
    before = wall.picture(screen).region(LIST)
    for i in range(4):
        screen.down(place[0] + i * 40, place[1] + i * 10, finger=i)
    for i in range(4):
        screen.up(place[0] + i * 40, place[1] + i * 10, finger=i)
    stays(report, kiosk, 'a palm does nothing')
    report.check('and leaves no mark', wall.picture(screen).region(LIST) == before, 'pixels differ')


def slides_off(report, kiosk, screen):
    place = kiosk.find('Jeugdhulp')
    screen.slide(place, BLANK, 0.3, rest_s=0.2)
    stays(report, kiosk, 'sliding off does nothing')


def drags(report, kiosk, screen):
    """The content of a column follows the finger, and coasts after a fling."""
    screen.tap(*kiosk.find('Jeugdhulp'))
    kiosk.wait_screen('kolom')
    kiosk.quiet(200)
    before = wall.picture(screen).region(LIST)
    screen.slide((960, 800), (960, 500), 0.4, rest_s=0.2)
    kiosk.quiet(200)
    report.check('a drag moves the list', wall.picture(screen).region(LIST) != before, 'it stands')
    report.check('and is no tap', kiosk.last().screen == 'kolom', screen_is(kiosk, 'kolom'))
    screen.slide((960, 500), (960, 900), 0.4, rest_s=0.2)
    kiosk.quiet(200)
    report.check('back where it was', wall.picture(screen).region(LIST) == before, 'pixels differ')
    screen.slide((960, 800), (960, 600), 0.08)
    up_ms = wall.now_ms()
    kiosk.quiet(300, 4)
    coasted = [f for f in kiosk.trace() if f.at_ms > up_ms + 20]
    report.check('a fling coasts on', len(coasted) >= 5, '%d frames after the lift' % len(coasted))
    screen.slide((960, 500), (960, 620), 0.08)
    screen.tap(960, 700)
    kiosk.quiet(300, 4)
    report.check('a touch stops it and opens nothing', kiosk.last().screen == 'kolom',
                 screen_is(kiosk, 'kolom'))
    back(report, kiosk, screen)


def swipes(report, kiosk, screen):
    """Where there are pages a swipe turns them, and back again."""
    before = wall.picture(screen).region(LIST)
    screen.slide((1500, 540), (700, 545), 0.12)
    kiosk.quiet(300)
    turned = wall.picture(screen).region(LIST) != before
    screen.slide((700, 540), (1500, 545), 0.12)
    kiosk.quiet(300)
    report.check('swiping there and back ends where it began',
                 wall.picture(screen).region(LIST) == before, 'pixels differ')
    report.check('a swipe opens nothing', kiosk.last().screen == 'bord', screen_is(kiosk, 'bord'))
    return turned


def swipes_pages(report, binary, share):
    """A small panel seen from afar has pages: a swipe turns them, there and back."""
    room = ('--mm', '530x300', '--distance', '4', '--theme', 'light', '--board', 'voorbeeld',
            '--now', '2025-11-11T10:42')  # the minute begins, so that its clock stands
    with touch.Screen(SIZE) as screen, wall.Kiosk(binary, share, screen, SIZE, room) as kiosk:
        kiosk.wait_screen('bord', 10)
        kiosk.quiet(300)
        first = wall.picture(screen).region()
        screen.slide((1500, 540), (700, 545), 0.12)
        turned = wall.wait_for(lambda: wall.picture(screen).region() != first, 2)
        report.check('a swipe turns the page', turned, 'nothing changed')
        kiosk.quiet(300)
        screen.slide((700, 540), (1500, 545), 0.12)
        report.check('and the other way turns it back',
                     wall.wait_for(lambda: same(screen, first), 2), 'another page')


def same(screen, pixels, box=None):
    return wall.picture(screen).region(box) == pixels


def slow_tap(report, kiosk, screen):
    """Some people press long. Where a long press means nothing it is a tap when it lifts."""
    place = kiosk.find('Zoeken')
    screen.tap(*place, hold_s=0.9)
    report.check('a slow tap is a tap', kiosk.wait_screen('zoeken'), screen_is(kiosk, 'zoeken'))


def types(report, kiosk, screen):
    """On our own keyboard: letters, an accent by holding, erase by holding, and stops when lifted."""
    box = (0, 110, 1920, 110)
    kiosk.quiet(200)
    empty = wall.picture(screen).region(box)
    for letter in 'cocon':
        screen.tap(*kiosk.find(letter, 'zoeken', same=True), hold_s=0.03)
    kiosk.quiet(200)
    typed = wall.picture(screen).region(box)
    report.check('the keys type', typed != empty, 'the field is as it was')
    screen.tap(*kiosk.find('o', 'zoeken', same=True), hold_s=0.8)
    kiosk.quiet(200)
    report.check('holding a letter opens its accents and types nothing',
                 same(screen, typed, box), 'the field changed')
    screen.tap(*kiosk.find('k', 'zoeken', same=True))
    kiosk.quiet(200)
    report.check('the next key closes them and types', not same(screen, typed, box), 'nothing typed')
    erase = kiosk.find('erase', 'zoeken')
    screen.tap(*erase, hold_s=0.7)
    kiosk.quiet(300)
    after = wall.picture(screen).region(box)
    time.sleep(0.5)
    report.check('erase stops when it is let go', same(screen, after, box), 'it erases on')
    screen.tap(*erase, hold_s=1.6)
    kiosk.quiet(300)
    report.check('held for long it empties the field', same(screen, empty, box), 'something is left')
    screen.tap(*kiosk.find('Bord', 'zoeken', same=True))
    kiosk.wait_screen('bord')


def storm(report, kiosk, screen):
    """Ten fingers everywhere for three seconds: it keeps running and answers afterwards."""
    seed = 7
    until = time.monotonic() + 3
    while time.monotonic() < until:
        for finger in range(10):
            seed = (seed * 1103515245 + 12345) % 2 ** 31
            x, y = seed % 1920, seed // 2048 % 1080
            (screen.down if seed & 64 else screen.up)(x, y, finger)
    for finger in range(10):
        screen.up(0, 0, finger)
    report.check('a storm of fingers does not end it', kiosk.running(), kiosk.message)
    time.sleep(0.5)
    place = kiosk.find('Zoeken')
    screen.tap(*place)  # the first one may only close what lies open
    time.sleep(0.3)
    screen.tap(*place)
    report.check('and it answers afterwards', kiosk.wait_screen('zoeken'), screen_is(kiosk, 'zoeken'))


def main():
    binary = wall.binary_of(sys.argv)
    report = wall.Report()
    with wall.Share(binary) as share:
        with touch.Screen(SIZE) as screen, wall.Kiosk(binary, share, screen, SIZE, wall.ROOM) as kiosk:
            if report.check('the wall comes up', kiosk.wait_screen('bord', 10), kiosk.message):
                kiosk.quiet(500)
                for test in (taps, second_finger, palm, slides_off, swipes, drags, slow_tap, types, storm):
                    report.run(test.__name__, test, report, kiosk, screen)
        report.run('pages', swipes_pages, report, binary, share)
    report.finish()


if __name__ == '__main__':
    main()

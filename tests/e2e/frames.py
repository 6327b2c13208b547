"""No pixel is missed by painting only what changed: the recorded touches and wanderings of a
hand that touches anything, on small, large and upright panels, with every frame compared with
one that is painted whole (play --check-frames).

    frames.py REGIEBORD [SEED]
"""
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import wall

NOW = '2025-11-11T10:42'
PANELS = (('800x480', '154x86', '0.6'), ('1920x1080', '1210x680', '4'), ('720x1280', '86x154', '0.6'))
LOOKS = ((), ('--theme', 'dark', '--lang', 'en'), ('--low-vision', '--curtain', '00:00-23:59,daily'))
GESTURES = 100


class Hand:
    """Touches at random, as a recording: places in quarters of a pixel, times in ms."""

    def __init__(self, size, seed):
        self.width, self.height = (int(n) for n in size.split('x'))
        self.random = random.Random(seed)
        self.lines = ['regiebord touches 1 ' + size]
        self.at_ms = 0

    def add(self, kind, x, y, after_ms):
        self.lines.append('%d %s 1 %d %d' % (self.at_ms, kind, x * 4, y * 4))
        self.at_ms += after_ms

    def place(self):
        return self.random.randrange(self.width), self.random.randrange(self.height)

    def press(self, hold_ms):
        x, y = self.place()
        self.add('down', x, y, hold_ms)
        self.add('up', x, y, 1)

    def slide(self, step_ms, rest_ms):
        (x, y), (to_x, to_y) = self.place(), self.place()
        steps = 8
        self.add('down', x, y, step_ms)
        for i in range(1, steps + 1):
            self.add('move', x + (to_x - x) * i // steps, y + (to_y - y) * i // steps, step_ms)
        self.at_ms += rest_ms
        self.add('up', to_x, to_y, 1)

    def back(self):
        self.lines.append('%d key back' % self.at_ms)

    def wander(self, path):
        do = (lambda: self.press(60), lambda: self.press(700), lambda: self.slide(30, 0),
              lambda: self.slide(30, 200), lambda: self.slide(10, 0), self.back)
        for _ in range(GESTURES):
            self.random.choices(do, (12, 1, 2, 2, 2, 3))[0]()
            # Also long enough for undo to end, for the strip to turn and for the way home.
            self.at_ms += self.random.choices((80, 400, 1500, 15000, 90000), (20, 20, 6, 2, 1))[0]
        with open(path, 'w') as f:
            f.write('\n'.join(self.lines) + '\n')


def check(report, name, command, share, fresh):
    shutil.rmtree(share, ignore_errors=True)
    shutil.copytree(fresh, share)  # what one changes, the next does not see
    done = subprocess.run(command + ['--share', share, '--now', NOW, '--check-frames'], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    found = re.search(r'(\d+) frames checked', done.stdout)
    report.check('%s: %s frames' % (name, found.group(1) if found else 'no'),
                 done.returncode == 0 and found and int(found.group(1)) > 1, lambda: done.stdout[-500:])


def main():
    binary = wall.binary_of(sys.argv)
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    report = wall.Report()
    work = tempfile.mkdtemp(prefix='regiebord-frames-')
    fresh, share = os.path.join(work, 'fresh'), os.path.join(work, 'share')
    os.environ['TZ'] = 'Europe/Amsterdam'
    try:
        for board in ('voorbeeld', 'ontwikkelagenda-meierij'):
            subprocess.run([binary, 'import', os.path.join(wall.ROOT, 'boards', board), '--share', fresh, '--now',
                            NOW], stdout=subprocess.DEVNULL, check=True)
        for size, mm, distance in PANELS:
            play = [binary, 'play', '--size', size, '--mm', mm, '--distance', distance, '--board', 'voorbeeld']
            for path in sorted(glob.glob(os.path.join(wall.ROOT, 'tests', 'replay', '*.touch'))):
                check(report, '%s at %s' % (os.path.basename(path), size), play + ['--replay', path], share, fresh)
            for i, look in enumerate(LOOKS):
                path = os.path.join(work, 'wander.touch')
                Hand(size, first + i).wander(path)
                check(report, 'wandering %d at %s' % (first + i, size), play + ['--replay', path, *look], share,
                      fresh)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    report.finish()


if __name__ == '__main__':
    main()

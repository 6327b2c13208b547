"""What the end-to-end tests share: a display, a shared folder, the real program in a real
window, its trace, pictures of the screen, and `ok name` / `not ok name: why` lines.

The program is only looked at from outside: pixels, the trace of presented frames (run
--trace FILE: per line monotonic ms, screen, generation of the board, pixels drawn, what is
the matter with the file, touches on the disk, touches shared, microseconds of work) and the
describe command.
"""
import array
import os
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BOARD = os.path.join(ROOT, 'boards', 'voorbeeld')
# A 55" panel at four metres, and where its rows are: what does not change by itself.
ROOM = ('--mm', '1210x680', '--distance', '4', '--theme', 'light', '--board', 'voorbeeld')
MOST_WAKES = 40  # of a wall at rest, in seconds: some frames and events; who polls wakes a thousand times
ROWS = (0, 174, 1722, 726)


def now_ms():
    """The clock of the trace: CLOCK_MONOTONIC."""
    return time.monotonic_ns() / 1e6


def wait_for(what, seconds=5.0, step=0.01):
    """The first true value of what(), or the last false one when the time is up."""
    until = time.monotonic() + seconds
    while True:
        value = what()
        if value or time.monotonic() >= until:
            return value
        time.sleep(step)


def middle(box):
    x, y, w, h = box
    return x + w // 2, y + h // 2


def spread(values):
    """Median and maximum, as text."""
    ranked = sorted(values)
    if not ranked:
        return 'nothing measured'
    return 'median %.0f ms, 95 %% %.0f ms, max %.0f ms of %d' % (
        ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, len(ranked) * 95 // 100)], ranked[-1],
        len(ranked))


class Report:
    def __init__(self):
        self.failed = 0
        self.about = '' # what stands before every line

    def check(self, name, holds, why=''):
        if holds:
            print('ok ' + self.about + name)
        else:
            self.failed += 1
            print('not ok %s%s: %s' % (self.about, name, why() if callable(why) else why))
        sys.stdout.flush()
        return bool(holds)

    def note(self, text):
        print('# ' + self.about + text)
        sys.stdout.flush()

    def run(self, name, test, *args):
        """A test that raises has failed, and the next one still runs."""
        try:
            test(*args)
        except Exception as error:  # whatever it is, it is the finding
            self.check(name, False, '%s: %s' % (type(error).__name__, error))

    def finish(self):
        sys.exit(1 if self.failed else 0)


class Xvfb:
    """Without a pointer: one that a program asked for stays, and its server draws it into the frame buffer some
    time after what lies under it."""

    def __init__(self, size='1920x1080'):
        self.folder = tempfile.mkdtemp(prefix='xvfb-')
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(write_end), '-screen', '0', size + 'x24', '-nolisten', 'tcp',
             '-noreset', '-nocursor', '-fbdir', self.folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as f:
            number = f.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start; is the package xvfb installed?')
        self.display = ':' + number
        self.buffer = os.path.join(self.folder, 'Xvfb_screen0')
        self.client_env = {'DISPLAY': self.display}

    def stop(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Weston(Xvfb):
    """A Wayland compositor whose output covers a display of its own: what it shows is looked at there."""

    def __init__(self, size='1920x1080'):
        super().__init__(size)
        width, height = size.split('x')
        self.client_env = {'WAYLAND_DISPLAY': 'wayland', 'XDG_RUNTIME_DIR': self.folder}
        self.compositor = subprocess.Popen(
            ['weston', '--backend=x11-backend.so', '--use-pixman', '--shell=kiosk-shell.so', '--socket=wayland',
             '--width=' + width, '--height=' + height, '--idle-time=0', '--no-config'],
            env={**os.environ, 'DISPLAY': self.display, 'XDG_RUNTIME_DIR': self.folder},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not wait_for(lambda: os.path.exists(os.path.join(self.folder, 'wayland')), 20):
            self.stop()
            raise RuntimeError('weston did not start; is the package weston installed?')

    def stop(self):
        self.compositor.terminate()
        self.compositor.wait()
        super().stop()


class Picture:
    """An XWD of 32 bits per pixel: the frame buffer of Xvfb, or what xwd writes."""

    def __init__(self, data):
        fields = struct.unpack('>25I', data[:100])
        self.width, self.height, self.stride = fields[4], fields[5], fields[12]
        if self.stride < self.width * 4:  # xwd may call four bytes 24 bits
            raise RuntimeError('%d bytes a row are no 32 bits per pixel' % self.stride)
        start = fields[0] + fields[19] * 12
        self.data = memoryview(data)[start:start + self.stride * self.height]

    def rows(self, box=None):
        x, y, w, h = box or (0, 0, self.width, self.height)
        x, y = max(0, x), max(0, y)
        w, h = min(w, self.width - x), min(h, self.height - y)
        for line in range(y, y + h):
            at = line * self.stride + x * 4
            yield self.data[at:at + w * 4]

    def region(self, box=None):
        """The bytes of a part of it, to compare with the same part of another."""
        return b''.join(self.rows(box))

    def count(self, rgb, box=None):
        """How many pixels have exactly this colour; the unused byte may be anything."""
        row = array.array('I')
        for line in self.rows(box):
            row.frombytes(line)
        return row.count(rgb) + row.count(rgb | 0xff000000)

    def colors(self, box=None):
        """How many different colours."""
        row = array.array('I')
        for line in self.rows(box):
            row.frombytes(line)
        return len(set(row))


def picture(display):
    """What is on the screen now."""
    if hasattr(display, 'buffer'):
        with open(display.buffer, 'rb') as f:
            return Picture(f.read())
    out = subprocess.run(['xwd', '-root', '-silent', '-display', display.display],
                         stdout=subprocess.PIPE, check=True)
    return Picture(out.stdout)


def save_picture(display, path):
    """For a person to look at, when a test has failed."""
    subprocess.run(['import', '-window', 'root', '-display', display.display, path], check=False)


class Frame:
    def __init__(self, line):
        fields = line.split('\t')
        self.at_ms = float(fields[0])
        self.screen = fields[1]
        self.generation = int(fields[2])
        self.pixels = int(fields[3])
        self.trouble = fields[4] if len(fields) > 4 else ''
        self.saved = int(fields[5]) if len(fields) > 5 else 0
        self.work_us = int(fields[7]) if len(fields) > 7 else 0


class Share:
    """A shared folder and a state folder of their own, filled with the example board."""

    def __init__(self, binary, board=BOARD):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix='regiebord-e2e-')
        self.share = os.path.join(self.folder, 'share')
        self.state = os.path.join(self.folder, 'state')
        self.file = os.path.join(self.share, 'board.sqlite')
        os.mkdir(self.share)
        os.mkdir(self.state)
        done = subprocess.run([binary, 'import', board, '--share', self.share],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0 or not os.path.exists(self.file):
            raise RuntimeError('import failed (%d): %s' % (done.returncode, done.stdout[-300:]))
        self.sound = os.path.join(self.folder, 'sound.sqlite')
        shutil.copyfile(self.file, self.sound)

    def restore(self):
        """Puts the sound file back as a sync tool does: aside first, then renamed over it."""
        aside = os.path.join(self.share, '.restore.part')
        for end in ('-journal', '-wal', '-shm'):
            if os.path.exists(self.file + end):
                os.unlink(self.file + end)
        shutil.copyfile(self.sound, aside)
        os.replace(aside, self.file)

    def sql(self, text, *values):
        with sqlite3.connect(self.file, timeout=5) as db:
            rows = db.execute(text, values).fetchall()
        db.close()
        return rows

    def stop(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Kiosk:
    """The program in a window that covers its display, or on all of it."""

    def __init__(self, binary, share, display, size='1920x1080', options=(), windowed=True, driver='x11'):
        self.binary, self.share, self.display, self.size = binary, share, display, size
        self.options = list(options)
        self.trace_path = os.path.join(share.folder, 'trace-%d' % int(now_ms()))
        self.errors_path = os.path.join(share.folder, 'errors')
        self.read_to = 0
        self.frames = []
        env = {**os.environ, 'TZ': 'Europe/Amsterdam', 'SDL_VIDEODRIVER': driver}
        for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
            env.pop(name, None)
        env.update(display.client_env)
        self.errors = open(self.errors_path, 'w')
        self.started_ms = now_ms()
        self.process = subprocess.Popen(
            [binary, 'run', '--share', share.share, '--state', share.state, '--size', size, '--trace',
             self.trace_path, '--curtain', 'off'] + ['--windowed'] * windowed + self.options,
            env=env, stdout=self.errors, stderr=self.errors)

    def trace(self):
        """All frames so far; a line still being written waits for the next time."""
        if os.path.exists(self.trace_path):
            with open(self.trace_path) as f:
                f.seek(self.read_to)
                text = f.read()
            whole = text.rfind('\n') + 1
            self.read_to += len(text[:whole].encode())
            self.frames += [Frame(line) for line in text[:whole].splitlines() if line.strip()]
        return self.frames

    def last(self):
        frames = self.trace()
        return frames[-1] if frames else None

    def wait_frame(self, seconds=10):
        return wait_for(self.last, seconds)

    def wait_board(self, seconds=60):
        """Until then it says in words that the board is being read."""
        if not wait_for(lambda: self.last() and self.last().generation > 0, seconds, 0.002):
            raise RuntimeError('no board: ' + self.message())

    def wait_screen(self, name, seconds=5):
        return wait_for(lambda: self.last() and self.last().screen == name, seconds)

    def quiet(self, for_ms=250, seconds=5):
        """Waits until no frame was presented for so long."""
        return wait_for(lambda: self.last() and now_ms() - self.last().at_ms > for_ms, seconds)

    def first_after(self, at_ms):
        """The first frame presented at or after this moment, or None."""
        for frame in reversed(self.trace()):
            if frame.at_ms < at_ms:
                break
            found = frame
        else:
            return self.frames[0] if self.frames else None
        return found if self.frames[-1].at_ms >= at_ms else None

    def running(self):
        return self.process.poll() is None

    def message(self):
        with open(self.errors_path) as f:
            return f.read()[-400:].strip().replace('\n', ' | ')

    def describe(self, screen='bord', select=None, page=None):
        """Elements of a screen as the program describes them: dicts with role, label and
        box.
        """
        command = [self.binary, 'describe', '--share', self.share.share, '--screen', screen,
                   '--size', self.size] + self.options
        if select:
            command += ['--select', select]
        if page is not None:
            command += ['--page', str(page)]
        out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             check=False)
        if out.returncode != 0:
            raise RuntimeError('describe failed (%d): %s' % (out.returncode, out.stderr[-300:]))
        found = []
        for line in out.stdout.splitlines():
            fields = line.split('\t')
            if len(fields) >= 6:
                found.append({'role': fields[0], 'label': fields[1],
                              'box': tuple(int(n) for n in fields[2:6])})
        return found

    def find(self, label, screen='bord', same=False):
        """The middle of the first element that is called this, or else (not when `same`) of
        the first whose label holds it."""
        elements = self.describe(screen)
        found = [e for e in elements if e['label'] == label]
        if not found and not same:
            found = [e for e in elements if label in e['label']]
        if not found:
            raise RuntimeError('nothing on %s is called "%s"' % (screen, label))
        return middle(found[0]['box'])

    def stop(self, seconds=5):
        """Ends it as systemd does. The exit status, or None when it had to be killed."""
        if self.running():
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = None
        self.errors.close()
        return status

    def sleeps(self, wall_only=False):
        """How often its threads, or that of the wall alone, went to sleep so far: voluntary
        context switches."""
        pid, total = self.process.pid, 0
        for task in [pid] if wall_only else os.listdir('/proc/%d/task' % pid):
            with open('/proc/%d/task/%s/status' % (pid, task)) as f:
                total += sum(int(line.split()[1]) for line in f if line.startswith('voluntary_ctxt'))
        return total

    def cpu_ms(self):
        """CPU time used so far. It tells who spins, no more: on a virtual machine a wake-up after
        a second of sleep costs 5 to 40 ms, as memory that was not touched meanwhile is a hundred
        times as slow. rest.py counts what it does at rest."""
        with open('/proc/%d/stat' % self.process.pid) as f:
            fields = f.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def xdo(display, *args):
    subprocess.run(['xdotool', *[str(a) for a in args]], check=True,
                   env={**os.environ, 'DISPLAY': display.display}, stdout=subprocess.DEVNULL)


def binary_of(argv):
    if len(argv) < 2 or not os.access(argv[1], os.X_OK):
        print('use: %s build/regiebord' % argv[0], file=sys.stderr)
        sys.exit(2)
    return os.path.abspath(argv[1])

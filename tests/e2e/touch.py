"""Real fingers without a panel: Xorg with a dummy screen and the inputtest driver.

Screen('1920x1080') starts a server of its own; down, move and up reach programs as XInput 2
touches, which SDL reports as SDL_FINGER*. Places are px of the screen. man inputtestdrv
"""
import os
import socket
import struct
import subprocess
import tempfile
import time

BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin ...

MODULES = '/usr/lib/xorg/modules'

CONFIG = """
Section "Files"
    ModulePath "{modules}"
EndSection
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "BlankTime" "0"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 131072
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 1-2000
    VertRefresh 1-500
    {modeline}
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    DefaultFbBpp 32
    SubSection "Display"
        Depth 24
        Modes "{size}"
        Virtual {width} {height}
    EndSubSection
EndSection
{inputs}
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "touch" "SendCoreEvents"
    InputDevice "pointer" "CorePointer"
    InputDevice "keyboard" "CoreKeyboard"
EndSection
"""

INPUT = """
Section "InputDevice"
    Identifier "{name}"
    Driver "inputtest"
    Option "SocketPath" "{path}"
    Option "DeviceType" "{kind}"
    {extra}
EndSection
"""


def modeline(width, height):
    """Timings that the dummy card takes for any size: 60 Hz with plain margins."""
    total_w, total_h = width + 280, height + 45
    return 'Modeline "%dx%d" %.2f %d %d %d %d %d %d %d %d' % (
        width, height, total_w * total_h * 60 / 1e6, width, width + 88, width + 132, total_w,
        height, height + 4, height + 9, total_h)


class Screen:
    """With `dpms` the server can put its screen off, which the dummy driver does not know: see
    dpms.c beside this file.
    """

    def __init__(self, size='1920x1080', dpms=False):
        self.width, self.height = (int(n) for n in size.split('x'))
        self.folder = tempfile.mkdtemp(prefix='touch-')
        self.server = None
        self.device = None
        self.fingers = set()
        self.modules, self.env = MODULES, dict(os.environ)
        if dpms:
            self._know_dpms()
        self._start(size)

    def _know_dpms(self):
        library = self._path('dpms.so')
        subprocess.run(['cc', '-shared', '-fPIC', '-o', library,
                        os.path.join(os.path.dirname(os.path.abspath(__file__)), 'dpms.c'), '-ldl'],
                       check=True)
        with open(os.path.join(MODULES, 'drivers', 'dummy_drv.so'), 'rb') as f:
            driver = f.read()
        os.makedirs(self._path('modules/drivers'))
        with open(self._path('modules/drivers/dummy_drv.so'), 'wb') as f:
            f.write(driver.replace(b'\0miCreateDefColormap\0', b'\0xxCreateDefColormap\0'))
        self.modules = self._path('modules') + ',' + MODULES
        self.env['LD_PRELOAD'] = library

    def _path(self, name):
        return os.path.join(self.folder, name)

    def _start(self, size):
        kinds = (('touch', 'Touch', 'Option "TouchCount" "10"'),
                 ('pointer', 'PointerAbsolute', ''), ('keyboard', 'Keyboard', ''))
        inputs = ''.join(INPUT.format(name=n, kind=k, extra=e, path=self._path(n))
                         for n, k, e in kinds)
        with open(self._path('xorg.conf'), 'w') as f:
            f.write(CONFIG.format(modules=self.modules, size=size, width=self.width, height=self.height,
                                  modeline=modeline(self.width, self.height), inputs=inputs))
        read_end, write_end = os.pipe()
        with open(self._path('out'), 'w') as out:
            self.server = subprocess.Popen(
                ['Xorg', '-displayfd', str(write_end), '-config', self._path('xorg.conf'),
                 '-logfile', self._path('X.log'), '-noreset', '-novtswitch', '-sharevts',
                 '-nolisten', 'tcp', 'vt7'],
                stdout=out, stderr=out, pass_fds=[write_end], env=self.env)
        os.close(write_end)
        with os.fdopen(read_end) as f:
            number = f.readline().strip()
        if not number:
            with open(self._path('out')) as f:
                raise RuntimeError('Xorg did not start: ' + f.read()[-500:])
        self.display = ':' + number
        self.client_env = {'DISPLAY': self.display}
        self._connect()

    def _connect(self):
        """One connection for the server's whole life: 21.1.7 hangs when it is closed."""
        until = time.monotonic() + 10
        while not os.path.exists(self._path('touch')) and time.monotonic() < until:
            time.sleep(0.02)
        self.device = socket.socket(socket.AF_UNIX)
        self.device.settimeout(10)
        self.device.connect(self._path('touch'))
        self.device.sendall(struct.pack('=IIHH', 12, 0, 1, 1))
        self.device.recv(12)

    def _send(self, finger, kind, x_px, y_px):
        x = x_px / self.width * 65535
        y = y_px / self.height * 65535
        self.device.sendall(struct.pack('=IIIII', 1056, 6, finger, kind, 0) +
                            bytes([3] + [0] * 11) +
                            struct.pack('=64d', x, y, *[0] * 62) + struct.pack('=64d', *[0] * 64))

    def sync(self):
        """Returns when the server has handled all that was sent."""
        self.device.sendall(struct.pack('=II', 8, 1))
        self.device.recv(8)

    def down(self, x_px, y_px, finger=1):
        """The server falls over a finger that comes down or lifts twice: so it never does."""
        self._send(finger, UPDATE if finger in self.fingers else BEGIN, x_px, y_px)
        self.fingers.add(finger)
        self.sync()

    def move(self, x_px, y_px, finger=1):
        if finger in self.fingers:
            self._send(finger, UPDATE, x_px, y_px)
            self.sync()

    def up(self, x_px, y_px, finger=1):
        if finger in self.fingers:
            self.fingers.remove(finger)
            self._send(finger, END, x_px, y_px)
            self.sync()

    def tap(self, x_px, y_px, finger=1, hold_s=0.06):
        self.down(x_px, y_px, finger)
        time.sleep(hold_s)
        self.up(x_px, y_px, finger)

    def slide(self, start, end, duration_s=0.12, rest_s=0, finger=1):
        """Down, a steady move at about 125 Hz, a rest when asked, up."""
        steps = max(2, int(duration_s / 0.008))
        begin = time.monotonic()
        self.down(*start, finger)
        for i in range(1, steps + 1):
            time.sleep(max(0, begin + duration_s * i / steps - time.monotonic()))
            self.move(start[0] + (end[0] - start[0]) * i / steps,
                      start[1] + (end[1] - start[1]) * i / steps, finger)
        time.sleep(rest_s)
        self.up(*end, finger)

    def stop(self):
        if self.server is not None:
            self.server.kill()
            self.server.wait()
        if self.device is not None:
            self.device.close()
        subprocess.run(['rm', '-rf', self.folder], check=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

"""A mouse that is moved from within: XTEST, without a process per movement."""
import ctypes
import time


class Hand:
    def __init__(self, display):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.server = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        if not self.server:
            raise RuntimeError('no display ' + display)

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.server, -1, int(x), int(y), ctypes.c_ulong(0))
        self.x11.XFlush(self.server)

    def press(self, down):
        self.xtst.XTestFakeButtonEvent(self.server, 1, 1 if down else 0, ctypes.c_ulong(0))
        self.x11.XFlush(self.server)

    def click(self, x, y):
        self.move(x, y)
        time.sleep(0.05)
        self.press(True)
        time.sleep(0.06)
        self.press(False)

    def drag(self, x, top, bottom, px_s, seconds):
        """Down at the bottom, and up and down between two heights at this speed, at 125 Hz, without letting go.
        Returns when it moved, from and to, in ms of the clock of the trace."""
        y, way, begin, steps = bottom, -1, time.monotonic(), 0
        self.move(x, y)
        self.press(True)
        while time.monotonic() - begin < seconds:
            steps += 1
            time.sleep(max(0, begin + steps * 0.008 - time.monotonic()))
            y += way * px_s * 0.008
            if not top <= y <= bottom:
                way = -way
                y = min(max(y, top), bottom)
            self.move(x, y)
        end = time.monotonic()
        time.sleep(0.3)  # at rest: no fling
        self.press(False)
        return begin * 1000, end * 1000

    def fling(self, x, to_y, from_y):
        """From the one height to the other in a tenth of a second, and off."""
        self.move(x, from_y)
        self.press(True)
        begin = time.monotonic()
        for i in range(1, 13):
            time.sleep(max(0, begin + i * 0.008 - time.monotonic()))
            self.move(x, from_y + (to_y - from_y) * i / 12)
        self.press(False)

    def stop(self):
        self.x11.XCloseDisplay(self.server)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

"""The pixels of a display as soon as they change, without asking its server: the frame buffer of Xvfb is a file
in memory. Times are ms of the clock of the trace.
"""
import mmap
import time

from wall import Picture, now_ms


class Glass:
    def __init__(self, xvfb):
        with open(xvfb.buffer, 'r+b') as f:
            self.map = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
        head = Picture(self.map[:])
        self.width, self.height, self.stride = head.width, head.height, head.stride
        self.start = len(self.map) - head.stride * head.height

    def lines(self, box, count=3):
        """The pixels of so many lines spread over a box."""
        x, y, w, h = box
        found = []
        for i in range(count):
            at = self.start + (y + h * (2 * i + 1) // (2 * count)) * self.stride + x * 4
            found.append(self.map[at:at + w * 4])
        return b''.join(found)

    def wait(self, box, good, seconds, count=3):
        """When good(lines) was true, or None."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if good(self.lines(box, count)):
                return now_ms()
            time.sleep(0.0002)
        return None

    def wait_change(self, box, before, seconds=5, count=3):
        return self.wait(box, lambda lines: lines != before, seconds, count)

    def settle(self, box, for_s=1.0, seconds=15, count=3):
        """The lines once they stay as they are and are not of one colour, and since when they were so."""
        last, since_ms = self.lines(box, count), now_ms()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            time.sleep(0.002)
            lines = self.lines(box, count)
            if lines != last:
                last, since_ms = lines, now_ms()
            elif now_ms() - since_ms > 1000 * for_s and lines != lines[:4] * (len(lines) // 4):
                return lines, since_ms
        raise RuntimeError('the picture does not come to rest')

    def stop(self):
        self.map.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

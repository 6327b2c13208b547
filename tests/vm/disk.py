"""disk.py IMAGE SOCKET SEED: a disk with a write cache that a power cut empties, over NBD.

What is written is in the cache until the machine says flush (or asks for FUA); then it is in IMAGE. SIGUSR1 is the power
cut: of every write in the cache it keeps all, none, or some of its sectors, at random, in any order, as a disk does that
was still busy; then the process ends. SIGTERM writes everything and ends.
"""
import random
import os
import signal
import socket
import struct
import sys
import time

SECTOR = 512
FLUSH_S = 0.06  # as long as a card may take, and so as long as a cut can hit it
READ, WRITE, DISC, FLUSH, TRIM = range(5)
FLAGS = 1 | 4 | 8 | 32  # has flags, flush, FUA, trim


class Disk:
    def __init__(self, path, seed):
        self.fd = os.open(path, os.O_RDWR)
        self.size = os.fstat(self.fd).st_size
        self.cache = []  # (offset, data) in their order
        self.index = {}  # sector -> newest bytes
        self.dice = random.Random(seed)
        self.pace = random.Random(seed + 1)
        self.writes = self.flushes = self.forced = 0

    def read(self, offset, length):
        data = os.pread(self.fd, length, offset)
        if not self.index:
            return data
        out = bytearray(data)
        for sector in range(offset // SECTOR, (offset + length) // SECTOR):
            newest = self.index.get(sector)
            if newest is not None:
                at = sector * SECTOR - offset
                out[at:at + SECTOR] = newest
        return bytes(out)

    def write(self, offset, data):
        self.writes += 1
        self.cache.append((offset, data))
        for at in range(0, len(data), SECTOR):
            self.index[(offset + at) // SECTOR] = data[at:at + SECTOR]

    def flush(self):
        self.flushes += 1
        for offset, data in self.cache:
            os.pwrite(self.fd, data, offset)
        self.cache.clear()
        self.index.clear()

    def cut(self):
        """Any subset of what was not flushed may be there, and a write may be torn at a sector."""
        self.dice.shuffle(self.cache)
        kept = 0
        for offset, data in self.cache:
            roll = self.dice.random()
            if roll < 1 / 3:
                continue
            sectors = len(data) // SECTOR
            count = sectors if roll < 2 / 3 else self.dice.randrange(sectors + 1)
            os.pwrite(self.fd, data[:count * SECTOR], offset)
            kept += 1
        with open(sys.argv[2] + '.cut', 'w') as told:
            told.write('%d of %d unflushed writes kept, of %d in all, %d flushes, %d forced\n' % (
                kept, len(self.cache), self.writes, self.flushes, self.forced))
        os._exit(0)


def exact(link, size):
    data = bytearray(size)
    view = memoryview(data)
    while size:
        got = link.recv_into(view, size)
        if got == 0:
            raise EOFError
        view, size = view[got:], size - got
    return bytes(data)


def option_reply(link, option, kind, data=b''):
    link.sendall(struct.pack('>QIII', 0x3e889045565a9, option, kind, len(data)) + data)


def greet(link, disk):
    link.sendall(b'NBDMAGIC' + b'IHAVEOPT' + struct.pack('>H', 3))
    exact(link, 4)
    while True:
        _, option, length = struct.unpack('>QII', exact(link, 16))
        data = exact(link, length)
        if option == 7 or option == 6:  # GO, INFO
            option_reply(link, option, 3, struct.pack('>HQH', 0, disk.size, FLAGS))
            option_reply(link, option, 1)
            if option == 7:
                return
        elif option == 1:  # EXPORT_NAME
            link.sendall(struct.pack('>QH', disk.size, FLAGS))
            return
        elif option == 2:
            option_reply(link, option, 1)
            raise EOFError
        else:
            option_reply(link, option, 0x80000001)


def serve(link, disk):
    greet(link, disk)
    while True:
        magic, flags, kind, cookie, offset, length = struct.unpack('>IHHQQI', exact(link, 28))
        answer = b''
        if kind == READ:
            answer = disk.read(offset, length)
        elif kind == WRITE:
            disk.write(offset, exact(link, length))
            if flags & 1:
                disk.forced += 1
                disk.flush()
        elif kind == FLUSH:
            time.sleep(disk.pace.uniform(0, FLUSH_S))
            disk.flush()
        elif kind == DISC:
            return
        link.sendall(struct.pack('>IIQ', 0x67446698, 0, cookie) + answer)


def main():
    disk = Disk(sys.argv[1], int(sys.argv[3]))
    signal.signal(signal.SIGUSR1, lambda *_: disk.cut())

    def end(*_):
        disk.flush()
        os._exit(0)
    signal.signal(signal.SIGTERM, end)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    door.bind(sys.argv[2])
    door.listen(4)
    while True:
        link, _ = door.accept()
        try:
            serve(link, disk)
        except (EOFError, OSError):
            pass
        link.close()


main()

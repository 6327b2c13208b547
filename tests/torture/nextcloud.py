"""T10: three sites with a SIMULATED Nextcloud client each (there is no server here): it does to the
files what the desktop client does. A download goes aside, the old file is removed, and then the new
one renamed, so that for a moment there is none; where both sides changed, the local file becomes
`board (conflicted copy NAME DATE TIME).sqlite`, which is uploaded as well
(OWNCLOUD_UPLOAD_CONFLICT_FILES=1).
   nextcloud.py build [SECONDS [SEED]]
"""
import hashlib
import os
import random
import sys
import threading
import time

import sites

EVERY_MS = 400
LIMIT_S = 60  # rounds come once a second here, once a minute in life: slower than Syncthing


class Server:
    def __init__(self):
        self.lock = threading.Lock()
        self.files = {}  # name: (bytes, mtime_ns)


def mark(data):
    return hashlib.sha256(data).digest()


class Client(threading.Thread):
    def __init__(self, site, server, seed):
        super().__init__(daemon=True)
        self.site, self.server = site, server
        self.chance = random.Random(seed)
        self.known = {}  # name: what both sides had when they were last equal
        self.ending = threading.Event()
        self.away = False
        self.rounds = self.conflicts = 0
        self.failure = None

    def path(self, name):
        return os.path.join(self.site.share, name)

    def local(self, name):
        """Its bytes and time; None when it is not there. Raises while somebody writes it."""
        try:
            before = os.stat(self.path(name))
            with open(self.path(name), 'rb') as f:
                data = f.read()
            after = os.stat(self.path(name))
        except FileNotFoundError:
            return None
        if (before.st_ino, before.st_mtime_ns, before.st_size) != (after.st_ino, after.st_mtime_ns, len(data)) \
                or os.path.exists(self.path(name) + '-journal'):
            raise BlockingIOError(name)
        return data, before.st_mtime_ns

    def put(self, name, data, mtime_ns):
        """The old file goes first: what was written between the check and this is lost."""
        aside = self.path('.%s.~%x' % (name, self.chance.getrandbits(32)))
        with open(aside, 'wb') as f:
            f.write(data)
        os.utime(aside, ns=(mtime_ns, mtime_ns))
        if os.path.exists(self.path(name)):
            os.unlink(self.path(name))
        time.sleep(self.chance.uniform(0, 0.02))
        os.rename(aside, self.path(name))

    def one(self, name):
        here, there, known = self.local(name), self.server.files.get(name), self.known.get(name)
        changed_here = (mark(here[0]) if here else None) != known
        changed_there = (mark(there[0]) if there else None) != known
        if changed_here and changed_there and here and there and here[0] != there[0]:
            self.conflicts += 1
            copy = 'board (conflicted copy %s %s %06d).sqlite' % (
                self.site.name, time.strftime('%Y-%m-%d'), self.chance.randrange(10 ** 6))
            os.rename(self.path(name), self.path(copy))
            changed_here, here = False, None
        if changed_here and here:
            self.server.files[name] = here
        elif changed_here and not changed_there:
            self.server.files.pop(name, None)
        elif changed_there and there:
            self.put(name, *there)
        elif changed_there and here:
            os.unlink(self.path(name))
        now = self.server.files.get(name)
        self.known[name] = mark(now[0]) if now else None

    def round(self):
        with self.server.lock:
            names = set(self.site.names()) | set(self.server.files) | {n for n, m in self.known.items() if m}
            for name in sorted(names):
                try:
                    self.one(name)
                except BlockingIOError:
                    pass
        self.rounds += 1

    def run(self):
        try:
            while not self.ending.is_set():
                if not self.away:
                    self.round()
                time.sleep(self.chance.uniform(0.3, 1.2))
        except Exception as error:  # told by the test
            self.failure = error

    def end(self):
        self.ending.set()
        self.join(30)


def main():
    build = sites.build_of(sys.argv)
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 6)
    report = sites.Report('T10')
    title = 'Nextcloud, simulated'
    sites.say('# seed %d' % seed)
    chance = random.Random(seed)
    with sites.Place() as place:
        all_sites = [sites.Site(place, build, name) for name in ('hal', 'oost', 'zuid')]
        server = Server()
        clients = [Client(site, server, seed + i) for i, site in enumerate(all_sites)]
        all_sites[0].fill()
        try:
            for site, client in zip(all_sites, clients):
                site.start(EVERY_MS)
                client.start()
            report.check(title + ': the board comes to all three',
                         sites.wait_for(lambda: all(os.path.exists(s.file) for s in all_sites), 30))
            nemesis = sites.Nemesis(all_sites, EVERY_MS, seed)
            nemesis.start()
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                client = chance.choice(clients)
                client.away = True
                time.sleep(min(chance.uniform(1, 6), max(0, until - time.monotonic())))
                client.away = False
                time.sleep(chance.uniform(0.5, 2))
            nemesis.end()
            sites.judge(report, all_sites, nemesis, '%s, %d s' % (title, seconds), seconds, LIMIT_S)
            report.check(title + ': the clients ran', all(c.failure is None for c in clients),
                         [c.failure for c in clients])
            report.check(title + ': there were conflicts (%d)' % sum(c.conflicts for c in clients),
                         any(c.conflicts for c in clients), 'none')
            sites.same_boards(report, all_sites, title)
        finally:
            for client in clients:
                client.end()
            for site in all_sites:
                site.stop()
    report.finish()


if __name__ == '__main__':
    main()

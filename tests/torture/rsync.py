"""T10: three sites that share by rsync, over ssh and by a stick (a plain folder), with devices
that are touched and killed and a colleague with the sqlite3 shell.
   rsync.py build [SECONDS [SEED]]
"""
import os
import random
import sys
import time

import sites
from engine_rsync import Loop, Sshd

EVERY_MS = 400
LIMIT_S = 60  # rounds come once a second here, once a minute in life: slower than Syncthing


PAPER = 'besluitenlijst-proef-regiegroep-2025-11-27.html'


# The decisions of a meeting, as the wall on which it was closed writes them.
def papers_travel(report, all_sites, title):
    folders = [os.path.join(os.path.dirname(site.file), 'besluiten') for site in all_sites]
    os.makedirs(folders[0], exist_ok=True)
    for name, text in ((PAPER, 'besloten'), ('.board.x-paper.part', 'half')):
        with open(os.path.join(folders[0], name), 'w', encoding='utf-8') as file:
            file.write(text)
    report.check(title + ': the decisions of a meeting come to all three, and nothing half-made',
                 sites.wait_for(lambda: all(os.path.exists(os.path.join(f, PAPER)) for f in folders), 40) and
                 not any(os.path.exists(os.path.join(f, '.board.x-paper.part')) for f in folders[1:]))


def one(report, place, build, title, seconds, seed, url, rsh):
    place = os.path.join(place, title)
    hub = os.path.join(place, 'hub')
    os.makedirs(hub)
    all_sites = [sites.Site(place, build, name) for name in ('hal', 'oost', 'zuid')]
    all_sites[0].fill()
    chance = random.Random(seed)
    loops = [Loop(site, url(hub), 1.0, rsh) for site in all_sites]
    try:
        for site in all_sites:
            site.start(EVERY_MS)
        for loop in loops:
            loop.start()
        report.check(title + ': the board comes to all three',
                     sites.wait_for(lambda: all(os.path.exists(s.file) for s in all_sites), 40),
                     ' '.join(loop.said for loop in loops))
        nemesis = sites.Nemesis(all_sites, EVERY_MS, seed)
        nemesis.start()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            loop = chance.choice(loops)
            loop.away = True
            time.sleep(min(chance.uniform(1, 6), max(0, until - time.monotonic())))
            loop.away = False
            time.sleep(chance.uniform(0.5, 2))
        nemesis.end()
        sites.judge(report, all_sites, nemesis, '%s, %d s' % (title, seconds), seconds, LIMIT_S)
        failures = sum(loop.failures for loop in loops)
        report.figure('%s: rounds that failed' % title, '%d of %d' % (
            failures, sum(loop.rounds for loop in loops)), '0', failures == 0)
        if failures:
            sites.say('# ' + ' | '.join(loop.said.strip().replace('\n', ' ') for loop in loops))
        sites.same_boards(report, all_sites, title)
        papers_travel(report, all_sites, title)
    finally:
        for loop in loops:
            loop.end()
        for site in all_sites:
            site.stop()


def main():
    build = sites.build_of(sys.argv)
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 6)
    report = sites.Report('T10')
    sites.say('# seed %d' % seed)
    with sites.Place() as place:
        sshd = Sshd(place)
        try:
            why = sshd.start()
            if why:
                report.tell('rsync over ssh', 'NOT RUN: no sshd here (%s)' % why)
            else:
                one(report, place, build, 'rsync over ssh', seconds, seed, sshd.url, sshd.rsh)
        finally:
            sshd.stop()
        one(report, place, build, 'rsync to a stick', max(10, seconds // 2), seed, str, None)
    report.finish()


if __name__ == '__main__':
    main()

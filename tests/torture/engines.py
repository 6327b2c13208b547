"""T10: three real Syncthings, each with a device that is touched and killed, and a colleague
who writes the shared file of the last site with the sqlite3 shell.
   engines.py build [SECONDS [SEED]]
"""
import os
import random
import sys
import time

import sites
from engine_syncthing import Syncthing, start_all

EVERY_MS = 400
WANTED = {'type': 'sendreceive', 'fsWatcherEnabled': True, 'fsWatcherDelayS': 1, 'rescanIntervalS': 60,
          'maxConflicts': -1, 'disableFsync': False, 'ignorePerms': True,
          'minDiskFree': {'value': 5, 'unit': '%'}}


def told_right(report, engines):
    """What sync.md asks of every device is what the script told it."""
    for engine in engines:
        settings = engine.settings()
        wrong = {k: settings.get(k) for k, v in WANTED.items() if settings.get(k) != v}
        report.check('the folder of %s is set as it must be' % engine.site.name, not wrong, wrong)
        with open(os.path.join(engine.site.share, '.stignore')) as f:
            lines = f.read().split('\n')
        report.check('%s ignores what SQLite keeps beside a file' % engine.site.name,
                     'board*.sqlite-journal' in lines and '.board.*.part' in lines, lines)


def trouble(engines, seconds, chance):
    """Now and then one is offline or stands still for some seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(min(chance.uniform(1, 5), max(0, until - time.monotonic())))
        engine = chance.choice(engines)
        still = chance.random() < 0.5
        (engine.pause if still else engine.cut)()
        time.sleep(chance.uniform(1, 6))
        (engine.resume if still else engine.heal)()


def main():
    build = sites.build_of(sys.argv)
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 6)
    report = sites.Report('T10')
    sites.say('# seed %d' % seed)
    with sites.Place() as place:
        all_sites = [sites.Site(place, build, name) for name in ('hal', 'oost', 'zuid')]
        engines = [Syncthing(site) for site in all_sites]
        try:
            everybody = ['%s@%s' % (e.id, e.address) for e in engines]
            if not start_all(report, engines):
                report.finish()
            all_sites[0].fill()
            for engine in engines:
                engine.setup(engine.site.share, *everybody, PRIVATE='yes')
            told_right(report, engines)
            first = sites.wait_for(lambda: sites.equal(all_sites), 60)
            report.check('the board comes to all three', first, [s.names() for s in all_sites])
            nemesis = sites.Nemesis(all_sites, EVERY_MS, seed)
            for site in all_sites:
                site.start(EVERY_MS)
            all_sites[-1].start_wall()
            nemesis.start()
            trouble(engines, seconds, random.Random(seed))
            nemesis.end()
            sites.judge(report, all_sites, nemesis, 'Syncthing, 3 sites, %d s' % seconds, seconds)
            sites.same_boards(report, all_sites, 'Syncthing, 3 sites')
        finally:
            for site in all_sites:
                site.stop()
            for engine in engines:
                engine.stop()
    report.finish()


if __name__ == '__main__':
    main()

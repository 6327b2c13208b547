"""Memory of the whole process tree, what is shared divided among who shares it, once all is at rest."""
import time

import peer
import usage
from bench_table import Row
from glass import Glass
from wall import Kiosk, Xvfb
from bench_start import rows_box

SIZES = (('1080p', '1920x1080', 10), ('4K', '3840x2160', 6))
MORE_MB = 20


def at_rest(start, size):
    with Xvfb(size) as display, Glass(display) as glass:
        with start(display) as program:
            glass.settle(rows_box(glass.width // 1920), 1, 60)
            usage.rest(program.process.pid)
            pids = usage.tree(program.process.pid)
            return usage.pss_mb(pids), len(pids)


def of_kiosk(bench, share, size):
    return at_rest(lambda display: Kiosk(bench.binary, share, display, size, bench.room), size)[0]


def of_peer(bench, share, size):
    if not bench.peer:
        return None, 0
    with bench.pages(share) as server, peer.Profile() as profile:
        return at_rest(lambda display: peer.Browser(display.display, size, server.url + '/', profile), size)


def measure(bench):
    rows = []
    for name, size, part in SIZES:
        kiosks = [of_kiosk(bench, share, size) for share in bench.boards()]
        peers = [of_peer(bench, share, size) for share in bench.boards()]
        rows.append(Row('memory (PSS) at %s' % name, kiosks, unit='MB', digits=1, peer=[p for p, _ in peers],
                        most=[p and p / part for p, _ in peers],
                        target="a %s of Chromium's" % ('tenth' if part == 10 else 'sixth')))
        if part == 10:
            rows.append(Row('processes', 1, peer=[count for _, count in peers]))
            rows.append(Row('memory more than at 34', [None, kiosks[1] - kiosks[0]], unit='MB', digits=1, most=MORE_MB,
                            target='%d MB' % MORE_MB))
    bench.group('Memory of the wall', rows)

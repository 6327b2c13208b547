"""Instructions of what must stay cheap: those that were accepted (tests/counts.txt), for counting them takes minutes and
`make counts` holds them to 5 % anyway.
"""
import os

from bench_table import Row
from wall import ROOT

KEPT = os.path.join(ROOT, 'tests', 'counts.txt')


def measure(bench):
    if not os.path.exists(KEPT):
        return
    with open(KEPT) as f:
        kept = [line.rstrip().split(' ', 2) for line in f if line.strip() and not line.startswith('#')]
    bench.group('Instructions, millions', [Row(what, [int(count) / 1e6, None], digits=1, target='within 5 %, by make counts')
                                           for _, count, what in kept], heads=('', ''))

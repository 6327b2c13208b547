"""What grows with the board: the frames of every screen, memory and start."""
import subprocess

import usage
from bench_table import Row
from bench_start import LINES, Kiosks, first_time, rows_box, start_once
from bench_table import median
from glass import Glass
from wall import Xvfb

SIZES = (34, 1000, 10000, 100000)
GROWTH = 1.2      # at most, from the smallest to the largest
FLOOR_COPIES = 0.1  # a frame that takes less than this of a copy is not told apart: the ratio is noise
KINDS = (('list', 'made'), ('touch', 'touched'), ('scroll', 'scrolled'), ('whole', 'painted whole'))
LIMITS = {('touch', '1080'): 0.5, ('scroll', '1080'): 4, ('whole', '1080'): 15, ('touch', '2160'): 0.5, ('scroll', '2160'): 4,
          ('whole', '2160'): 6}
STARTS = 3


def frames(bench, actions, width, height):
    """By 'kind screen': microseconds and copies of the frame. The board is made in memory: 100,000 actions with their
    history are more than a shared file may hold (store/limits.h)."""
    out = subprocess.run([bench.program('bench_session'), '--actions', str(actions), width, height], check=True, text=True,
                         stdout=subprocess.PIPE)
    return {name: (float(us), float(copies)) for name, us, copies in (line.split('\t') for line in out.stdout.splitlines())}


def worst(found, kind):
    """The screen on which it takes most, and how many copies."""
    ranked = sorted((found[name][1], name.split()[1]) for name in found if name.split()[0] == kind)
    return (ranked[-1][1], ranked[-1][0]) if ranked else ('-', None)


def growth(small, large, kind):
    """The screens by how much more it takes with the large board, most first."""
    found = []
    for name in small:
        if name.split()[0] == kind and name in large:
            least = FLOOR_COPIES * small['copy frame'][0]
            # Each in the copies of its own run, for the machine may be slower in the other.
            speed = large['copy frame'][0] / small['copy frame'][0]
            found.append((max(large[name][0] / speed, least) / max(small[name][0], least), name.split()[1]))
    return sorted(found, reverse=True)


def frame_rows(name, height, found):
    """The costliest screen of each kind of frame, in copies of the frame."""
    both = [found[actions] for actions in (34, 10000)]
    for kind, words in KINDS[1:]:
        ends = [worst(one, kind) for one in both]
        yield Row('%s: %s, costliest screen (%s; %s)' % (name, words, ends[0][0], ends[1][0]), [e[1] for e in ends],
                  digits=2, most=LIMITS[kind, height], target='<= %g' % LIMITS[kind, height])
    for kind, words in (KINDS[1], KINDS[3]):
        yield Row('%s: %s, the wall' % (name, words), [one[kind + ' bord'][1] for one in both], digits=2,
                  most=LIMITS[kind, height], target='<= %g' % LIMITS[kind, height])


def growth_rows(found):
    """How many times more a frame takes than at 34, on the screen where that is most."""
    for kind, words in KINDS:
        ranked = [growth(found[34], found[actions], kind) for actions in SIZES[2:]]
        more = [screen for factor, screen in ranked[-1] if factor > GROWTH]
        yield Row('a frame %s, times 34: %s' % (words, ' '.join(more) if more else 'any screen'), [r[0][0] for r in ranked],
                  digits=2, most=GROWTH, target='<= %g' % GROWTH)
        calm = [max([factor for factor, screen in r if screen not in more], default=None) for r in ranked]
        if more:
            yield Row('    the other screens', calm, digits=2, most=GROWTH, target='<= %g' % GROWTH)
    yield Row('a new set taken over, to its frame', [found[actions]['take set'][0] / 1000 for actions in SIZES[2:]], unit='ms',
              digits=1, most=16, target='16 ms')


def start_and_memory(bench, actions):
    share = bench.share(actions)
    with Xvfb() as display, Glass(display) as glass:
        start = Kiosks(bench, share, display, '1920x1080').start
        first_time(start, glass, rows_box())
        good, _, _ = first_time(start, glass, rows_box())
        times = [start_once(start, glass, rows_box(), good) for _ in range(STARTS)]
        with start() as kiosk:
            glass.settle(rows_box(), 1, 60, LINES)
            usage.rest(kiosk.process.pid)
            return median([t[0] for t in times if t is not None]), usage.pss_mb(usage.tree(kiosk.process.pid))


def constant_rows(bench):
    """From 1,000 to 10,000 actions, ten changes each."""
    small, large = (start_and_memory(bench, actions) for actions in SIZES[1:3])
    per_action = [(b - a) / (SIZES[2] - SIZES[1]) for a, b in zip(small, large)]
    yield Row('start', [small[0], large[0]], unit='ms', target='linear')
    yield Row('memory (PSS)', [small[1], large[1]], unit='MB', digits=1, target='linear')
    yield Row('start per action', [None, per_action[0] * 1000], unit='us', digits=1, target='a small constant')
    yield Row('memory per action', [None, per_action[1] * 1024], unit='kB', digits=1, target='a small constant')


def measure(bench):
    found = {actions: frames(bench, actions, '1920', '1080') for actions in SIZES}
    large = {actions: frames(bench, actions, '3840', '2160') for actions in SIZES[::2]}
    bench.group('Frames in copies of the frame', [*frame_rows('1080p', '1080', found), *frame_rows('4K', '2160', large)])
    bench.group('Growth with the board, 1080p', growth_rows(found), heads=('10,000', '100,000'))
    bench.group('Constants, ten changes per action', constant_rows(bench), heads=('1,000', '10,000'))

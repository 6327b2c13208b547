"""The table of `make bench`: the real program in a real window, and the frames without one."""
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from wall import Kiosk, Xvfb, now_ms, wait_for

STARTS, CHANGES, REST_S = 5, 50, 30
# Label, actions and changes of history.
BOARDS = (('34', 34, 340), ('10,000', 10000, 100000))
ROOM = ('--mm', '1210x680', '--distance', '4')


class BigShare:
    """A shared folder with a board of so many actions, and a state folder."""

    def __init__(self, build, actions, changes):
        self.folder = tempfile.mkdtemp(prefix='regiebord-bench-')
        self.share = os.path.join(self.folder, 'share')
        self.state = os.path.join(self.folder, 'state')
        self.file = os.path.join(self.share, 'board.sqlite')
        os.mkdir(self.state)
        subprocess.run([os.path.join(build, 'tests/big_board'), self.share, str(actions), str(changes)], check=True,
                       stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


def median(values):
    return sorted(values)[len(values) // 2] if values else None


def last(values, part):
    """What this part of the values stays under."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * part))] if ranked else None


def shown(kiosk, seconds=60):
    """The first frame with a board in it."""
    def found():
        return next((frame for frame in kiosk.trace() if frame.generation > 0), None)
    return wait_for(found, seconds, 0.002)


def bench_render(build, share):
    times = []
    for _ in range(STARTS):
        start = now_ms()
        subprocess.run([os.path.join(build, 'regiebord'), 'render', '--share', share.share, '--screen', 'bord', '--size',
                        '1920x1080', '-o', os.path.join(share.folder, 'bord.png'), *ROOM], check=True)
        times.append(now_ms() - start)
    return {'render': median(times)}


def bench_start(binary, share, display):
    """With a local log of its own and, the first time, without."""
    times, first, frames = [], None, []
    for i in range(STARTS + 1):
        with Kiosk(binary, share, display, options=ROOM) as kiosk:
            frame = shown(kiosk)
            if frame is None:
                raise RuntimeError('no board within a minute: ' + kiosk.message())
            if i == 0:
                first = frame.at_ms - kiosk.started_ms
            else:
                times.append(frame.at_ms - kiosk.started_ms)
            time.sleep(0.3)
            frames.append(len(kiosk.trace()))
    return {'start': median(times), 'start_first': first, 'start_frames': median(frames)}


def proc(pid, name):
    with open('/proc/%d/%s' % (pid, name)) as f:
        return f.read()


def wakes(pid):
    """Voluntary switches of all threads: how often they went to sleep."""
    total = 0
    for task in os.listdir('/proc/%d/task' % pid):
        for line in proc(pid, 'task/%s/status' % task).splitlines():
            if line.startswith('voluntary_ctxt_switches'):
                total += int(line.split()[1])
    return total


def pss_mb(pid):
    for line in proc(pid, 'smaps_rollup').splitlines():
        if line.startswith('Pss:'):
            return int(line.split()[1]) / 1024
    return None


def bench_changes(kiosk, share):
    """A report by the sqlite3 interface, then the frame that shows it. The title changes along, for the wall has no
    room for every report, and a frame in which nothing differs is not presented.
    """
    db = sqlite3.connect(share.file, timeout=5)
    times = []
    lost = 0
    for i in range(CHANGES):
        before = kiosk.last().generation
        db.execute("UPDATE track SET health='knelpunt', reason=? WHERE id='groot/1.1a/gemeente'", ('proef %d' % i,))
        db.execute("UPDATE board SET wall=? WHERE id='groot'", ('Proef %d' % i,))
        db.commit()
        committed = now_ms()
        frame = wait_for(lambda: next((f for f in reversed(kiosk.trace()) if f.generation > before), None), 5, 0.001)
        if frame:
            times.append(max(0, frame.at_ms - committed))
        else:
            lost += 1
        time.sleep(0.05 + 0.013 * (i % 7))
    db.close()
    return {'change': median(times), 'change_99': last(times, 0.99), 'change_lost': lost}


def bench_rest(kiosk):
    kiosk.quiet(1000, 20)
    time.sleep(11)  # marks of what changed fade for ten seconds
    pid = kiosk.process.pid
    frames, cpu, slept, start = len(kiosk.trace()), kiosk.cpu_ms(), wakes(pid), time.monotonic()
    wall = own_wakes(pid)
    time.sleep(REST_S)
    took = time.monotonic() - start
    return {'rest_frames': len(kiosk.trace()) - frames, 'rest_wakes': wakes(pid) - slept,
            'rest_wall': own_wakes(pid) - wall, 'rest_cpu': (kiosk.cpu_ms() - cpu) / took / 10,
            'memory': pss_mb(pid)}


def own_wakes(pid):
    """Of the main thread alone: the wall."""
    for line in proc(pid, 'task/%d/status' % pid).splitlines():
        if line.startswith('voluntary_ctxt_switches'):
            return int(line.split()[1])
    return 0


def bench_frames(build, share):
    found = {}
    for size in (('1920', '1080'), ('3840', '2160')):
        out = subprocess.run([os.path.join(build, 'tests/bench_session'), share.share, *size], check=True, text=True,
                             stdout=subprocess.PIPE)
        for line in out.stdout.splitlines():
            name, us, copies = line.split('\t')
            found['%s %s' % (name, size[1])] = (float(us), float(copies))
    return found


def machine():
    model = 'unknown'
    with open('/proc/cpuinfo') as f:
        for line in f:
            if line.startswith('model name'):
                model = line.split(':', 1)[1].strip()
                break
    with open('/proc/loadavg') as f:
        load = f.read().split()[0]
    return '%s, %d cores, %s %s, load %s' % (model, os.cpu_count(), platform.system(), platform.release(), load)


def row(name, values, target):
    print('%-44s %12s %12s   %s' % (name, *values, target))


def times(name, results, key, unit, target, digits=0):
    values = ['-' if r.get(key) is None else '%.*f %s' % (digits, r[key], unit) for r in results]
    row(name, [v.strip() for v in values], target)


def copies(name, results, key, target):
    row(name, ['%.2f' % r['frames'][key][1] if key in r['frames'] else '-' for r in results], target)


SCREENS = ('bord', 'aandacht', 'cel', 'ambitie', 'kolom', 'kaart', 'zoeken', 'afkortingen', 'borden')


def table(results):
    print(machine())
    print('copy of a frame (memcpy): %s us at 1080p, %s us at 4K' % tuple(
        '%.0f' % results[0]['frames']['copy frame ' + high][0] for high in ('1080', '2160')))
    print()
    row('', ['%s actions' % label for label, _, _ in BOARDS], 'target')
    times('start: exec to the board, window', results, 'start', 'ms', '< 150 ms at 34')
    times('first start: no local log yet', results, 'start_first', 'ms', '')
    times('frames presented to get there', results, 'start_frames', '', '1 at 34')
    times('exec to a picture in a file (render)', results, 'render', 'ms', '')
    times('change in the file to frame, median', results, 'change', 'ms', '< 10 ms at 34, < 250 ms at 10,000')
    times('change in the file to frame, 99 %', results, 'change_99', 'ms', '< 30 ms at 34')
    times('changes never shown, of %d' % CHANGES, results, 'change_lost', '', '0')
    times('at rest %d s: frames' % REST_S, results, 'rest_frames', '', 'strip every 12 s, minute')
    times('at rest %d s: wake-ups of the wall' % REST_S, results, 'rest_wall', '', '1 per frame')
    times('at rest %d s: wake-ups, all threads' % REST_S, results, 'rest_wakes', '', 'file looked at every 2 s')
    times('at rest %d s: CPU of one core' % REST_S, results, 'rest_cpu', '%', '< 0.05 %', 2)
    times('memory (PSS)', results, 'memory', 'MB', '< 40 MB at 34, + 20 MB at 10,000', 1)
    print('\nframes in copies of the frame')
    for screen in SCREENS:
        copies('1080p %-11s scroll step' % screen, results, 'scroll %s 1080' % screen, '<= 4') \
            if 'scroll %s 1080' % screen in results[-1]['frames'] else None
        copies('1080p %-11s a touch' % screen, results, 'touch %s 1080' % screen, '<= 0.5')
        copies('1080p %-11s all of it' % screen, results, 'whole %s 1080' % screen, '<= 15')
    copies('4K    bord        a touch', results, 'touch bord 2160', '<= 0.5')
    copies('4K    kolom       scroll step', results, 'scroll kolom 2160', '<= 4')
    copies('4K    bord        all of it', results, 'whole bord 2160', '<= 6')


def bench(build, display, actions, changes):
    binary = os.path.abspath(os.path.join(build, 'regiebord'))
    with BigShare(build, actions, changes) as share:
        result = {'frames': bench_frames(build, share)}
        result.update(bench_render(build, share))
        result.update(bench_start(binary, share, display))
        with Kiosk(binary, share, display, options=ROOM) as kiosk:
            if shown(kiosk) is None:
                raise RuntimeError('no board within a minute: ' + kiosk.message())
            result.update(bench_changes(kiosk, share))
            result.update(bench_rest(kiosk))
        return result


def main():
    with Xvfb() as display:
        table([bench(sys.argv[1], display, actions, changes) for _, actions, changes in BOARDS])


main()

"""cage.py REGIEBORD: what a kiosk compositor costs, beside the same wall without one: exec to the first frame, and memory.
cage on a display of its own in memory (wlroots, headless and pixman: no graphics card is asked for anything), and the wall on
Xvfb, in turn. Needs the packages cage, xwayland, xvfb and util-linux; cage refuses to run as root, so it is another user's.
"""
import os
import pwd
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))
import usage
import wall

SIZE = '1280x720' # what wlroots takes for a display that is none
RUNS = 5
USER = pwd.getpwnam('nobody')
COMPOSED = {'WLR_BACKENDS': 'headless', 'WLR_RENDERER': 'pixman', 'WLR_LIBINPUT_NO_DEVICES': '1', 'SDL_VIDEODRIVER': 'wayland'}


class Wall:
    """The wall by itself, or inside cage; the second start finds its local log, as a kiosk does."""

    def __init__(self, folder, binary, display):
        self.trace = os.path.join(folder, 'trace')
        if os.path.exists(self.trace):
            os.unlink(self.trace)
        command = [binary, 'run', '--share', folder + '/share', '--state', folder + '/state', '--trace', self.trace,
                   '--curtain', 'off', '--size', SIZE]
        env = {**os.environ, 'XDG_RUNTIME_DIR': folder}
        if display is None:
            env.update(COMPOSED)
            env.pop('DISPLAY', None)
            command = ['cage', '--'] + command
        else:
            env.update({'DISPLAY': display.display, 'SDL_VIDEODRIVER': 'x11'})
        if os.geteuid() == 0:
            command = ['setpriv', '--reuid=nobody', '--regid=%d' % USER.pw_gid, '--clear-groups'] + command
        self.begun_ms = wall.now_ms()
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def first_ms(self):
        """From exec to the first frame."""
        if not wall.wait_for(lambda: os.path.exists(self.trace) and os.path.getsize(self.trace) > 0, 20):
            raise RuntimeError('no frame within 20 s')
        with open(self.trace) as f:
            return float(f.readline().split('\t')[0]) - self.begun_ms

    def pids(self):
        return usage.tree(self.process.pid)

    def stop(self):
        for pid in reversed(self.pids()):
            os.kill(pid, signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def folder_of(binary):
    folder = tempfile.mkdtemp(prefix='regiebord-cage-')
    os.mkdir(folder + '/state')
    here = os.path.dirname(os.path.abspath(__file__))
    subprocess.run([binary, 'import', here + '/../../boards/voorbeeld', '--share', folder + '/share'], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copy(binary, folder + '/regiebord') # where that user may read it
    if os.geteuid() == 0:
        subprocess.run(['chown', '-R', 'nobody', folder], check=True)
    return folder


def starts(folder, display):
    found = []
    for _ in range(RUNS + 1): # the first warms up
        one = Wall(folder, folder + '/regiebord', display)
        try:
            found.append(one.first_ms())
        finally:
            one.stop()
    return statistics.median(found[1:])


def measure(name, folder, display):
    start = starts(folder, display)
    one = Wall(folder, folder + '/regiebord', display)
    try:
        one.first_ms()
        usage.rest(one.process.pid)
        pids = one.pids()
        print('%-12s start %.0f ms; PSS %.0f MB in %d processes' % (
            name, start, usage.pss_mb(pids), len(pids)), flush=True)
    finally:
        one.stop()


def main():
    folder = folder_of(os.path.abspath(sys.argv[1]))
    try:
        with wall.Xvfb(SIZE) as display:
            measure('alone, Xvfb', folder, display)
        measure('inside cage', folder, None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()

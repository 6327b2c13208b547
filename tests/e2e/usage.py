"""What a program and all that it started use: CPU time, memory, and how often it sleeps and asks the system."""
import os
import signal
import subprocess
import tempfile
import time


def read(pid, name):
    try:
        with open('/proc/%d/%s' % (pid, name)) as f:
            return f.read()
    except OSError:
        return ''


def tree(pid):
    """The process and all below it."""
    parents = {}
    for name in os.listdir('/proc'):
        if name.isdigit():
            fields = read(int(name), 'stat').rpartition(')')[2].split()
            if fields:
                parents.setdefault(int(fields[1]), []).append(int(name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def cpu_ms(pids):
    """User and system time of those that live, to the nanosecond: the clock of each process."""
    total = 0
    for pid in pids:
        try:
            total += time.clock_gettime_ns((~pid << 3) | 2)
        except OSError:
            pass
    return total / 1e6


def switches(pids, main_only=False):
    """Voluntary switches of all threads: how often they went to sleep."""
    total = 0
    for pid in pids:
        try:
            tasks = [str(pid)] if main_only else os.listdir('/proc/%d/task' % pid)
        except OSError:
            continue
        for task in tasks:
            for line in read(pid, 'task/%s/status' % task).splitlines():
                if line.startswith('voluntary_ctxt_switches'):
                    total += int(line.split()[1])
    return total


def pss_mb(pids):
    """Memory, what is shared with others divided among them."""
    total = 0
    for pid in pids:
        for line in read(pid, 'smaps_rollup').splitlines():
            if line.startswith('Pss:'):
                total += int(line.split()[1])
    return total / 1024


def rest(pid, for_s=1, seconds=30):
    """Waits until it does next to nothing for so many seconds."""
    until, quiet = time.monotonic() + seconds, 0
    while quiet < for_s and time.monotonic() < until:
        before = cpu_ms(tree(pid))
        time.sleep(1)
        quiet = quiet + 1 if cpu_ms(tree(pid)) - before < 20 else 0
    return quiet >= for_s


class Calls:
    """Counts the calls to the system until stop(), as strace does."""

    def __init__(self, pids):
        out, self.path = tempfile.mkstemp(prefix='calls-')
        os.close(out)
        command = ['strace', '-f', '-c', '-o', self.path]
        for pid in pids:
            command += ['-p', str(pid)]
        self.strace = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        """How many; None when they could not be counted."""
        self.strace.send_signal(signal.SIGINT)
        try:
            self.strace.wait(10)
        except subprocess.TimeoutExpired:
            self.strace.kill()
            self.strace.wait()
        with open(self.path) as f:
            lines = f.read().splitlines()
        os.unlink(self.path)
        total = [line.split() for line in lines if line.endswith(' total')]
        # "100.00  0.000123  4  31  2 total": the calls stand before the errors, which may be missing.
        return int(total[0][3]) if total else 0 if not lines else None

"""What the figures of the other parts are held against, measured in the same run."""
import subprocess

from bench_table import Row


def limits(bench, share):
    out = subprocess.run([bench.program('bench_limits'), share.file], check=True, text=True, stdout=subprocess.PIPE)
    return {name: float(us) for name, us in (line.split('\t') for line in out.stdout.splitlines())}


def measure(bench):
    found = [limits(bench, share) for share in bench.boards()]

    def row(what, key, unit, of, digits):
        return Row(what, [f[key] / of for f in found], unit=unit, digits=digits)
    rows = [row('a copy of the frame (memcpy) at 1080p', 'copy 1080', 'ms', 1000, 2),
            row('a copy of the frame (memcpy) at 4K', 'copy 2160', 'ms', 1000, 2),
            row('a letter of 40 px, rasterised for the first time', 'letter', 'us', 1, 0),
            row('SQLite reads every value of the shared file', 'file', 'ms', 1000, 1)]
    bench.group('Limits', rows)

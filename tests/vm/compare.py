"""compare.py IMAGE FOLDER: the ways to own a screen, side by side in one machine: plain buffers (as the package does) and SDL's
KMSDRM (OpenGL ES by Mesa). A line each: start to ready twice, memory, wake-ups, CPU.

Emulated and without a graphics card, so only what stands side by side means anything; with a card Mesa compiles no code for
the processor, but the libraries, the contexts and the copies stay.
"""
import os
import shutil
import subprocess
import sys
import time

from machine import Machine

IMAGE, FOLDER = sys.argv[1:3]
DROP = '/run/systemd/system/regiebord.service.d'
# What the stricter unit of the package does not allow.
LOOSE = 'MemoryDenyWriteExecute=no\\n'
WAYS = [
    ('plain buffers', ''),
    ('KMSDRM, OpenGL ES', LOOSE + 'Environment=SDL_VIDEODRIVER=kmsdrm\\n'),
]


def number(text):
    return int(text) if text.strip().isdigit() else -1


def main():
    folder = os.path.join(FOLDER, 'compare')
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    disk = os.path.join(folder, 'disk.img')
    subprocess.run(['cp', '--sparse=always', os.path.join(IMAGE, 'disk.img'), disk], check=True)
    machine = Machine(IMAGE, folder, disk)
    machine.on()
    try:
        machine.wall(240)
        for name, drop in WAYS:
            machine.run("mkdir -p %s; printf '[Service]\\n%s' > %s/way.conf; systemctl daemon-reload" % (DROP, drop, DROP))
            starts = []
            for _ in range(2):
                machine.run('systemctl restart regiebord')
                machine.wall(120)
                begun = number(machine.ask('systemctl show --value -p ExecMainStartTimestampMonotonic regiebord'))
                ready = number(machine.ask('systemctl show --value -p ActiveEnterTimestampMonotonic regiebord'))
                starts.append((ready - begun) / 1e6)
            time.sleep(5)
            group = 'cat /sys/fs/cgroup/system.slice/regiebord.service/'
            pids = machine.ask(group + 'cgroup.procs').split()
            pss = sum(number(machine.ask("sed -n 's/^Pss: *\\([0-9]*\\).*/\\1/p' /proc/%s/smaps_rollup" % p)) for p in pids)
            wakes = 'cat %s | awk "/^voluntary/{n+=\\$2} END{print n}"' % ' '.join('/proc/%s/task/*/status' % p for p in pids)
            used = group + "cpu.stat | sed -n 's/^usage_usec //p'"
            before = number(machine.ask(wakes)), number(machine.ask(used))
            time.sleep(20)
            after = number(machine.ask(wakes)), number(machine.ask(used))
            print('%-20s start %.1f s, %.1f s; PSS %.0f MB in %d processes; %.2f wake-ups/s; %.2f %% CPU' % (
                name, starts[0], starts[1], pss / 1024, len(pids), (after[0] - before[0]) / 20,
                (after[1] - before[1]) / 20 / 1e4), flush=True)
            machine.shot(os.path.join(folder, name.split(',')[0].replace(' ', '-') + '.ppm'))
            if starts[1] <= 0:
                print(machine.ask('journalctl -u regiebord --no-pager | tail -12'))
    finally:
        machine.off()


main()

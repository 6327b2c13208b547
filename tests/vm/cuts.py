"""cuts.py IMAGE FOLDER CUTS LANE: pulls the plug of a wall that is being touched, again and again, on one disk.

Each time the machine boots, the wall comes up by itself, and a finger reports on the tracks of a lead, several times a
second. At a random moment, in the middle of touches or of publishing, the power is cut: what the disk was not told to keep
is lost, torn or kept at random (disk.py). After the next boot every touch that was acknowledged (the trace said that it is
on the disk) must be in the log, none may be there that was not made, and log, shared file and file system must be sound.
One line a cut; `ok` and `not ok` lines at the end.
"""
import os
import random
import shutil
import subprocess
import sys
import time

from machine import Gone, Machine, wait_for

IMAGE, FOLDER, CUTS, LANE = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
STATE, SHARE = '/var/lib/regiebord/state', '/var/lib/regiebord/share'
DONE, COURSE = (1868, 92), (1520, 92)  # Afgerond and Op koers of the first track of a lead
dice = random.Random(1000 + LANE)


def look(machine):
    """(reports of this device, problems), read from copies before anybody touches."""
    text = machine.ask(
        'cd %s && cp local.db /run/l.db && (cp local.db-journal /run/l.db-journal 2>/dev/null; true) && '
        "sqlite3 /run/l.db \"pragma integrity_check; select count(*) from chg where tbl='track' and col='health' and "
        "dev=(select v from meta where k='dev')\"; rm -f /run/l.db*; cp %s/board.sqlite /run/b.db && sqlite3 /run/b.db "
        "'pragma integrity_check'; rm -f /run/b.db*; regiebord check --share %s >/dev/null 2>&1; echo $?; "
        "dmesg | grep -ciE 'EXT4-fs (error|warning)'; grep -c ' / ext4 rw' /proc/mounts" % (STATE, SHARE, SHARE), 120)
    lines = text.split()
    if len(lines) != 6:
        return -1, ['what was read: ' + text]
    problems = [name for name, fine in (('log', lines[0] == 'ok'), ('shared file', lines[2] == 'ok'),
                                        ('check', lines[3] == '0'), ('ext4 errors', lines[4] == '0'),
                                        ('disk not writable', lines[5] == '1')) if not fine]
    return int(lines[1]), problems


def first_boot(machine):
    for line in ('mm = 508x285', 'distance = 0.6', 'curtain = off', 'night = off', 'trace = /dev/virtio-ports/trace'):
        machine.run("printf '%%s\\n' '%s' >> /etc/regiebord/regiebord.conf" % line)
    machine.run('mkdir -p /etc/systemd/system/regiebord.service.d && printf '
                "'[Service]\\nDeviceAllow=char-virtio-portsdev rw\\n' > /etc/systemd/system/regiebord.service.d/vm.conf && "
                'systemctl daemon-reload && systemctl restart regiebord && sync')


def saved(machine):
    lines = machine.trace()
    return int(lines[-1][5]) if lines else 0


def touch_until(machine, seconds):
    """Touches until the time is up: (made, acknowledged). The first may be what is there already, and counts as neither."""
    made = 0
    end = time.monotonic() + seconds
    while True:
        machine.tap(*(COURSE, DONE)[made % 2])
        made += 1
        if time.monotonic() >= end:
            break
        time.sleep(dice.uniform(0.02, 0.4))
    time.sleep(dice.uniform(0, 0.15))  # in the middle of keeping the last one, more often than not
    return made - 1, saved(machine) - 1


def at_leads(machine):
    machine.tap(1343, 1050)
    return wait_for(lambda: machine.trace() and machine.trace()[-1][1] == 'trekkers', 3)


def one_cut(machine):
    """(reports before, made, acknowledged, problems)."""
    if not machine.wall(240):
        return 0, 0, 0, ['the wall did not come up']
    reports, problems = look(machine)
    machine.plug_finger()
    time.sleep(1.5)
    # The panel came just now: the first touch may be too early on a busy machine.
    if not wait_for(lambda: at_leads(machine), 60, 4):
        return reports, 0, 0, problems + ['the touch did nothing']
    time.sleep(0.3)
    machine.tap(480, 225)
    time.sleep(1)
    made, kept = touch_until(machine, dice.uniform(1.5, 6))
    machine.cut()
    return reports, made, max(saved(machine) - 1, kept, 0), problems


def main():
    folder = os.path.join(FOLDER, 'cuts-%d' % LANE)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    disk = os.path.join(folder, 'disk.img')
    subprocess.run(['cp', '--sparse=always', os.path.join(IMAGE, 'disk.img'), disk], check=True)
    least = most = 0  # reports that must, and that may, be there
    bad = touched = acked = 0
    for cut in range(CUTS + 1):
        machine = Machine(IMAGE, folder, disk, seed=LANE * 10000 + cut, cores=1)
        problems = []
        try:
            machine.on()
            machine.up(240)
            if cut == 0:
                first_boot(machine)
            if cut == CUTS:
                machine.wall(240)
                reports, problems = look(machine)
                made = kept = 0
            else:
                reports, made, kept, problems = one_cut(machine)
        except (Gone, OSError) as error:
            reports, made, kept, problems = -1, 0, 0, [repr(error)]
        finally:
            machine.off()
        if reports >= 0 and not least <= reports <= most:
            problems.append('%d reports, not %d to %d' % (reports, least, most))
        bad += bool(problems)
        touched, acked = touched + made, acked + kept
        told = os.path.join(folder, 'disk.sock.cut')
        print('cut %d: %d reports in the log, %d made, %d acknowledged, disk: %s %s' % (
            cut, reports, made, kept, open(told).read().strip() if os.path.exists(told) else '-', '; '.join(problems)),
            flush=True)
        if reports >= 0:
            least, most = reports + kept, reports + made + 1
    print('%s - %d cuts of lane %d: %d touches, %d acknowledged before a cut, %d boots with something wrong' % (
        'not ok' if bad else 'ok', CUTS, LANE, touched, acked, bad), flush=True)
    sys.exit(1 if bad else 0)


main()

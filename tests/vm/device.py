"""device.py IMAGE FOLDER REGIEBORD: the installed appliance, looked at and touched from outside a whole machine.

Prints `ok` and `not ok` lines. Milliseconds inside an emulated machine mean little, so what is measured is said but only
the generous limits of the issue are tests.
"""
import base64
import os
import shutil
import subprocess
import sys
import time

from machine import Gone, Machine, wait_for

IMAGE, FOLDER, REGIEBORD = sys.argv[1:4]
ONLY = sys.argv[4:]  # names of parts; none: all of them
CONF = '/etc/regiebord/regiebord.conf'
STATE = '/var/lib/regiebord/state'
SHARE = '/var/lib/regiebord/share'
ROOM = ['mm = 508x285', 'distance = 0.6', 'curtain = off', 'night = off', 'trace = /dev/virtio-ports/trace']
TABS = {'bord': 190, 'aandacht': 567, 'vergadering': 960, 'trekkers': 1343, 'verloop': 1730}  # x of the bar's, at y 1050
DONE, COURSE = (1868, 92), (1520, 92)  # Afgerond and Op koers of the first action of a lead
OTHER = '/opt/next.deb'  # a newer version of the package, beside the installed one
count = failed = 0


def result(fine, name, why=''):
    global count, failed
    count += 1
    failed += not fine
    print('%s %d - %s%s' % ('ok' if fine else 'not ok', count, name, '' if fine or not why else ': ' + str(why)), flush=True)
    return fine


def figure(name, value):
    print('# %s: %s' % (name, value), flush=True)


def fresh(name, **options):
    """A machine with a disk of its own, as installed."""
    folder = os.path.join(FOLDER, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    disk = os.path.join(folder, 'disk.img')
    subprocess.run(['cp', '--sparse=always', os.path.join(IMAGE, 'disk.img'), disk], check=True)
    return Machine(IMAGE, folder, disk, **options)


def settle(machine, *settings):
    """Gives the wall settings beside those of the package, and starts it with them."""
    for line in settings:
        machine.run("printf '%%s\\n' '%s' >> %s" % (line, CONF))
    machine.run('mkdir -p /run/systemd/system/regiebord.service.d && printf '
                "'[Service]\\nDeviceAllow=char-virtio-portsdev rw\\n' > /run/systemd/system/regiebord.service.d/vm.conf && "
                'systemctl daemon-reload && systemctl restart regiebord')
    return machine.wall(60)


def show(machine, key, unit='regiebord'):
    return machine.ask('systemctl show --value -p %s %s' % (key, unit))


def start_ms(machine):
    """From the start of the service to READY=1, which follows the first frame."""
    begun, ready = show(machine, 'ExecMainStartTimestampMonotonic'), show(machine, 'ActiveEnterTimestampMonotonic')
    return (int(ready) - int(begun)) // 1000


def screen(machine):
    lines = machine.trace()
    return lines[-1][1] if lines else ''


def goes_to(machine, tab, tries=4):
    """Touched again where a panel that just came was not heard yet: the wall looks for one every other second."""
    for _ in range(tries):
        machine.tap(TABS[tab], 1050)
        if wait_for(lambda: screen(machine) == tab, 5):
            return True
    return False


def lit(machine):
    """Whether the display gets a picture that is not black."""
    try:
        wide, high, data = machine.pixels()
    except Gone:
        return False
    middle = data[len(data) // 3:len(data) // 3 + 30000]
    return (wide, high) == tuple(machine.size) and max(middle) > 40


def same_as_render(machine, moment, *options):
    """Pixels that differ between the display and `regiebord render` of its shared file, out here."""
    share = os.path.join(machine.folder, 'render')
    shutil.rmtree(share, ignore_errors=True)
    os.makedirs(share)
    picture = os.path.join(machine.folder, 'render.png')
    with open(os.path.join(share, 'board.sqlite'), 'wb') as file:
        file.write(base64.b64decode(machine.ask('base64 -w0 %s/board.sqlite' % SHARE)))
    size = options[options.index('--size') + 1] if '--size' in options else '%dx%d' % machine.size
    subprocess.run([REGIEBORD, 'render', '--share', share, '--screen', 'bord', '--now', moment, '--size', size, '-o',
                    picture] + [o for o in options if o not in ('--size', size)], check=True, capture_output=True)
    turn = ['-rotate', '90'] if '--size' in options else []
    shown = machine.shot(os.path.join(machine.folder, 'shown.ppm'))
    got = subprocess.run(['compare', '-metric', 'AE', shown, '(', picture] + turn + [')', 'null:'],
                         capture_output=True, text=True, env={**os.environ, 'TZ': 'UTC'})
    return got.stderr.strip()


def stand_at_lead(machine):
    """The actions of a lead, where DONE and COURSE report on the first of them."""
    fine = goes_to(machine, 'trekkers', 6)
    time.sleep(1)
    machine.tap(480, 225)
    time.sleep(3)
    return fine


# --- the parts ---

def installed(machine):
    """As installed, with no further step: the wall is there, and nothing else."""
    machine.on()
    result(machine.wall(180), 'the wall comes up by itself after installing')
    time.sleep(2)
    result(lit(machine), 'the display shows a picture')
    ms = start_ms(machine)
    figure('service to first frame at boot, ms', ms)
    result(ms < 10000, 'the board is on the screen within 10 s of its service', '%d ms' % ms)
    pid = show(machine, 'MainPID')
    figure('memory (PSS), kB', machine.ask("sed -n 's/^Pss: *\\([0-9]*\\).*/\\1/p' /proc/%s/smaps_rollup" % pid))
    result(machine.ask('stat -c %%U /proc/%s' % pid) == 'regiebord', 'it runs as a user of its own')
    caps = machine.ask("sed -n 's/^CapEff:\\t*//p' /proc/%s/status" % pid)
    result(caps != '' and int(caps, 16) == 0, 'without any capability', caps)
    score = machine.ask("systemd-analyze security regiebord | sed -n 's/.*level for regiebord.service: \\([0-9.]*\\).*/\\1/p'")
    result(score != '' and float(score) <= 2.5, 'systemd-analyze security says %s' % score)
    result(machine.run('regiebord check --share ' + SHARE)[0] == 0, 'the shared file is sound')
    wakes = "cat /proc/%s/task/*/status | awk '/^voluntary/{n+=$2} END{print n}'" % pid
    before = int(machine.ask(wakes))
    time.sleep(20)
    rate = (int(machine.ask(wakes)) - before) / 20
    figure('wake-ups a second at rest, all threads', '%.2f' % rate)
    result(rate <= 2, 'at rest it wakes at most twice a second', rate)


def picture(machine):
    """What is on the display is what `render` draws, to the pixel, also on a panel that hangs on its side."""
    moment = machine.ask('date +%Y-%m-%dT10:42')
    settle(machine, 'now = ' + moment, *ROOM)
    time.sleep(3)
    differs = same_as_render(machine, moment, '--mm', '508x285', '--distance', '0.6')
    result(differs == '0', 'the display shows what render draws, to the pixel', differs)
    settle(machine, 'rotate = 90', 'mm = 285x508')
    time.sleep(3)
    differs = same_as_render(machine, moment, '--mm', '285x508', '--distance', '0.6', '--size', '1080x1920')
    result(differs == '0', 'turned by 90 degrees as well', differs)
    machine.plug_finger()
    time.sleep(2)
    # The bar stands at the foot of the picture: at the left edge of the panel. Trekkers is the fourth of five.
    machine.tap(30, int(1080 * 3.5 / 5))
    result(wait_for(lambda: screen(machine) == 'trekkers', 15), 'and a touch lands where it is seen', screen(machine))
    machine.unplug_finger()
    machine.run("sed -i '/^rotate\\|^now\\|^mm/d' " + CONF)
    settle(machine, 'mm = 508x285')


def keys(machine):
    """No key leads anywhere but into the wall."""
    pid, boots = show(machine, 'MainPID'), machine.ask('cat /proc/sys/kernel/random/boot_id')
    for keys in (('ctrl', 'q'), ('ctrl', 'c'), ('ctrl', 'z'), ('ctrl', 'd'), ('ctrl', 'backslash'), ('alt', 'f4'),
                 ('ctrl', 'alt', 'f1'), ('ctrl', 'alt', 'f2'), ('alt', 'f3'), ('alt', 'right'), ('ctrl', 'alt', 'delete'),
                 ('ctrl', 'alt', 'backspace'), ('alt', 'sysrq', 'b'), ('alt', 'sysrq', 'k'), ('alt', 'sysrq', 'r'),
                 ('meta_l', 'r'), ('esc',)):
        machine.keys(*keys)
        time.sleep(0.1)
    for name in ('r', 'o', 'o', 't', 'ret', 't', 'o', 'u', 'c', 'h', 'spc', 'slash', 'x', 'ret'):
        machine.keys(name)
    time.sleep(3)
    result(machine.ask('cat /sys/class/tty/tty0/active') == 'tty1', 'no key switches to another console')
    result(show(machine, 'MainPID') == pid, 'none ends the wall')
    result(machine.ask('cat /proc/sys/kernel/random/boot_id') == boots, 'none starts the machine again')
    result(lit(machine), 'the wall is on the display after them all')
    shells = machine.ask("for p in /proc/[0-9]*; do [ \"$(readlink $p/fd/0)\" = /dev/tty1 ] && cat $p/comm; done; true")
    result(shells == 'regiebord', 'the console has no other reader', shells)
    logins = machine.ask('cat /proc/[0-9]*/comm | grep -cE "^(agetty|login)$"; true')
    serial = machine.ask('systemctl is-active serial-getty@ttyS0')
    result(logins == ('1' if serial == 'active' else '0'), 'no console asks for a login', logins)
    result(machine.run('test -e /x')[0] == 1, 'what was typed reached no shell')
    machine.run('systemctl kill -s KILL regiebord')
    for _ in range(8):  # while nobody holds the console
        machine.keys('ctrl', 'alt', 'f2')
        time.sleep(0.15)
    result(machine.wall(60) and wait_for(lambda: lit(machine), 20), 'also when it was killed just then, the wall comes back')
    result(machine.ask('cat /sys/class/tty/tty0/active') == 'tty1', 'and in front')


def touch(machine):
    """A touch panel that comes late, goes and comes back."""
    machine.plug_finger()
    time.sleep(2)
    result(goes_to(machine, 'trekkers'), 'a touch panel that comes late works')
    machine.unplug_finger()
    time.sleep(1)
    machine.plug_finger()
    time.sleep(2)
    result(goes_to(machine, 'bord'), 'and works again after it was pulled out')


def watchdog(machine):
    pid = show(machine, 'MainPID')
    machine.run('kill -STOP ' + pid)
    result(wait_for(lambda: show(machine, 'MainPID') not in (pid, '0', ''), 90, 1), 'a wall that hangs is replaced')
    result(machine.wall(60), 'and is up again')


def dark(machine):
    """The screen off and on by hours, seen from outside."""
    machine.run("sed -i '/^night/d' " + CONF)
    hours = machine.ask('date -d "-1 hour" +%H:%M; date -d "+6 hour" +%H:%M').split()
    settle(machine, 'night = ' + '-'.join(hours))
    machine.plug_finger()
    result(wait_for(lambda: not lit(machine), 400, 2), 'at night the display gets no picture')
    off = machine.ask('cat /sys/class/drm/card0-Virtual-1/dpms; cat /sys/class/drm/card0-Virtual-1/enabled').split()
    result(off[:1] == ['Off'], 'it is off, not only black', off)
    frames = len(machine.trace())
    time.sleep(1)
    machine.tap(TABS['trekkers'], 1050)
    result(wait_for(lambda: lit(machine), 20), 'a touch turns it on')
    time.sleep(1.5)
    result(screen(machine) == 'bord', 'and does nothing else', screen(machine))
    result(goes_to(machine, 'trekkers'), 'the next touch does')
    machine.run("sed -i '/^night/d' " + CONF)
    settle(machine, 'night = off')
    figure('frames drawn while it was off', len(machine.trace()) - frames)


def plug(machine):
    """The display unplugged and plugged in, and another one."""
    pid = show(machine, 'MainPID')
    status = '/sys/class/drm/card0-Virtual-1/status'
    machine.run('echo off > ' + status)
    time.sleep(4)
    result(show(machine, 'MainPID') == pid, 'it lives on when the display is unplugged')
    machine.run('echo detect > ' + status)
    result(wait_for(lambda: lit(machine), 30), 'the picture is back when it is plugged in')
    result(show(machine, 'MainPID') == pid, 'without a new start')
    machine.plug_finger()
    time.sleep(2)
    result(goes_to(machine, 'aandacht') and goes_to(machine, 'bord'), 'and touches go on')


def disk_full(machine):
    machine.plug_finger()
    time.sleep(2)
    machine.run('dd if=/dev/zero of=/var/lib/regiebord/full bs=1M 2>/dev/null; '
                'dd if=/dev/zero of=/var/lib/regiebord/full2 bs=512 2>/dev/null; sync', 300)
    stand_at_lead(machine)
    before = saved(machine)
    for place in (DONE, COURSE):
        machine.tap(*place)
        time.sleep(1.5)
    time.sleep(4)
    machine.shot(os.path.join(machine.folder, 'full.ppm'))
    result(saved(machine) == before, 'what a full disk refuses is not told to be kept', (before, saved(machine)))
    machine.run('rm -f /var/lib/regiebord/full /var/lib/regiebord/full2')
    result(wait_for(lambda: saved(machine) >= before + 2, 30, 0.5), 'and is kept as soon as there is room',
           (before, saved(machine)))


def read_only(machine):
    before = machine.pixels()[2]
    machine.run('sync; echo u > /proc/sysrq-trigger; sleep 1')  # as the kernel does when the card fails
    result(machine.ask("sed -n 's/.* \\/ ext4 \\(..\\).*/\\1/p' /proc/mounts") == 'ro', 'the disk is read-only now')
    machine.run('systemctl restart regiebord')
    result(machine.wall(90) and wait_for(lambda: lit(machine), 20), 'on a disk that is read-only the wall shows its board')
    time.sleep(5)
    machine.shot(os.path.join(machine.folder, 'readonly.ppm'))
    wide, _, after = machine.pixels()
    rows = [y for y in range(40, 300) if before[y * wide * 3:(y + 1) * wide * 3] != after[y * wide * 3:(y + 1) * wide * 3]]
    result(len(rows) > 20, 'and says across itself that nothing can be kept', rows[:3])
    machine.run('mount -o remount,rw /')
    machine.run('systemctl restart regiebord')
    result(machine.wall(90), 'and it starts as before when it can be written again')


def clock(machine):
    """The clock two years back, as on a device that lost its battery."""
    machine.plug_finger()
    settle(machine)
    time.sleep(2)
    stand_at_lead(machine)
    machine.tap(*DONE)
    result(wait_for(lambda: saved(machine) > 0, 30), 'a touch is kept')
    before = saved(machine)
    machine.run('date -s "-2 years"')
    machine.tap(*COURSE)
    result(wait_for(lambda: saved(machine) > before, 20), 'with the clock two years back a touch is kept')
    machine.run('systemctl restart regiebord')
    result(machine.wall(60), 'and the wall starts')
    time.sleep(8)
    machine.shot(os.path.join(machine.folder, 'clock.ppm'))
    told = machine.ask('regiebord status --share %s --state %s --json; true' % (SHARE, STATE))  # 1: it asks for attention
    result('"clock_unset":true' in told, 'and the status says that the clock is not set')
    machine.run('date -s "+2 years"')
    settle(machine)


def no_share(machine):
    machine.run('systemctl stop regiebord; mv %s /opt/share; systemctl start regiebord' % SHARE)
    result(machine.wall(60) and wait_for(lambda: lit(machine), 20), 'without the shared folder it shows its last board')
    machine.run('rmdir %s 2>/dev/null; mv /opt/share %s' % (SHARE, SHARE))
    settle(machine)


def upgrade(machine):
    """A newer package over a wall that runs, while it is touched."""
    machine.plug_finger()
    time.sleep(2)
    stand_at_lead(machine)
    for place in (DONE, COURSE, DONE):
        machine.tap(*place)
        time.sleep(1.2)
    result(wait_for(lambda: saved(machine) >= 3, 20), 'three touches before an upgrade are kept', saved(machine))
    before, pid = entries(machine), show(machine, 'MainPID')
    machine.run('systemd-run -q --unit=upgrade sh -c "DEBIAN_FRONTEND=noninteractive dpkg -i %s"' % OTHER)
    # Looked at as fast as pictures come; in between it may be dark for as long as two of them are apart.
    gap, last, end, asked = 0.0, time.monotonic(), time.monotonic() + 180, 0.0
    while time.monotonic() < end:
        fine, now = lit(machine), time.monotonic()
        if fine:
            gap, last = max(gap, now - last), now
        if fine and now - asked > 10:
            asked = now
            if show(machine, 'MainPID') not in (pid, '0', '') and machine.wall(1) and \
                    show(machine, 'ActiveState', 'upgrade') != 'active':
                break
            last = time.monotonic()  # asking took its time
    figure('longest time without a picture during the upgrade, s', 'at most %.1f' % gap)
    result(gap <= 5, 'an upgrade takes the picture away for at most 5 s', '%.1f s' % gap)
    version = machine.ask("dpkg-query -W -f '${Version} ${db:Status-Status}' regiebord")
    result(version.endswith('+next installed'), 'the newer package is installed', version)
    after = entries(machine)
    result(before - after == set() and len(before) > 0, 'and every change is there', (len(before), len(after)))


def removal(machine):
    machine.run('DEBIAN_FRONTEND=noninteractive dpkg -r regiebord', 120)
    result(machine.run('test -e /usr/bin/regiebord')[0] == 1, 'removed')
    result(machine.run('test -s %s/local.db -a -s %s/board.sqlite' % (STATE, SHARE))[0] == 0, 'the data stays')


def blind(_):
    """No display at power on; it is plugged in later. And another resolution."""
    machine = fresh('blind', append='video=Virtual-1:d', size=(1280, 800))
    try:
        machine.on()
        result(machine.wall(180), 'it starts without a display')
        result('Waiting' in show(machine, 'StatusText'), 'and says that it waits for one', show(machine, 'StatusText'))
        machine.run('echo detect > /sys/class/drm/card0-Virtual-1/status; '
                    'echo on > /sys/class/drm/card0-Virtual-1/status')
        result(wait_for(lambda: lit(machine), 40), 'the board is there when it is plugged in')
        result('Waiting' not in show(machine, 'StatusText'), 'and so is the word of it', show(machine, 'StatusText'))
    finally:
        machine.off()


def saved(machine):
    lines = machine.trace()
    return int(lines[-1][5]) if lines else 0


def entries(machine):
    """The log of the device, from a copy, since the wall holds the file itself."""
    text = machine.ask('cp %s/local.db /run/log.db && cp %s/local.db-journal /run/log.db-journal 2>/dev/null; '
                       "sqlite3 /run/log.db 'select hlc, dev, hex(eid), tbl, row, col, val from chg'; "
                       'rm -f /run/log.db*' % (STATE, STATE), 120)
    return set(text.splitlines())


PARTS = [installed, picture, keys, touch, watchdog, plug, dark, disk_full, read_only, clock, no_share, upgrade, removal]


def main():
    machine = fresh('device')
    wanted = [p for p in PARTS if not ONLY or p.__name__ in ONLY]
    try:
        if wanted:
            if wanted[0] is not installed:
                machine.on()
                machine.wall(180)
                settle(machine, *ROOM)
            for part in wanted:
                print('# ' + part.__name__, flush=True)
                try:
                    part(machine)
                except Exception as error:  # one part that breaks leaves the others
                    result(False, part.__name__, repr(error))
        machine.off()
        if not ONLY or 'blind' in ONLY:
            blind(None)
    finally:
        machine.off()
    print('%d passed, %d failed' % (count - failed, failed))
    sys.exit(1 if failed else 0)


main()

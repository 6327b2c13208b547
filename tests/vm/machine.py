"""A whole device in QEMU: the disk that image.sh made, a DRM display, a touch panel, and the plug to pull.

Nothing inside knows that it is a test but the hands it lends: a finger (finger.c) and commands from outside (agent.sh).
The trace of the wall (run --trace) comes out of the machine line by line, so a touch counts as acknowledged when its
line is out. The plug takes QEMU's process and the disk's at the same instant; what the disk had not been told to keep by
then is lost, torn or kept as disk.py rolls the dice.
"""
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# What this machine has and nobody here looks at costs seconds of emulation at every boot.
IDLE = 'module_blacklist=ahci,libahci,libata,scsi_mod,iTCO_wdt,iTCO_vendor_support,lpc_ich,i2c_i801,i2c_smbus,kvm,kvm_amd,' \
       'kvm_intel,powernow_k8,acpi_cpufreq,psmouse,serio_raw,pcspkr '
MARK = re.compile(rb'\n\x01(\d+) (\d+)\n')


class Gone(Exception):
    """The machine does not answer."""


def wait_for(what, seconds, step=0.05):
    until = time.monotonic() + seconds
    while True:
        value = what()
        if value or time.monotonic() >= until:
            return value
        time.sleep(step)


def connect(path, seconds=30):
    def try_once():
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            link.connect(path)
            return link
        except OSError:
            link.close()
            return None
    link = wait_for(try_once, seconds)
    if link is None:
        raise Gone('nobody listens at ' + path)
    return link


class Machine:
    """One device, from power on to power off. `folder` is its own; `image` holds vmlinuz, initrd.img and disk.img."""

    def __init__(self, image, folder, disk, size=(1920, 1080), append='', seed=0, display=True, memory=1024, cores=2, cpu='qemu64'):
        self.image, self.folder, self.disk, self.size = image, folder, disk, size
        self.append, self.seed, self.display, self.memory = append, seed, display, memory
        self.cores, self.cpu = cores, cpu
        self.process = self.server = self.qmp = self.agent_link = self.finger_link = None
        self.trace_at = 0
        self.taps = 0
        os.makedirs(folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def on(self):
        """Plugs it in."""
        for name in ('disk.sock', 'qmp.sock', 'agent.sock', 'finger.sock'):
            if os.path.exists(self.path(name)):
                os.unlink(self.path(name))
        open(self.path('trace'), 'w').close()
        self.trace_at = 0
        self.server = subprocess.Popen(
            [sys.executable, os.path.join(HERE, 'disk.py'), self.disk, self.path('disk.sock'), str(self.seed)],
            stdout=subprocess.DEVNULL)
        connect(self.path('disk.sock')).close()
        wide, high = self.size
        args = ['qemu-system-x86_64', '-M', 'q35', '-accel', 'tcg,thread=multi', '-cpu', self.cpu, '-smp', str(self.cores),
                '-m', str(self.memory), '-nodefaults', '-no-reboot', '-display', 'none',
                '-kernel', os.path.join(self.image, 'vmlinuz'), '-initrd', os.path.join(self.image, 'initrd.img'),
                '-append', 'root=/dev/vda ro console=ttyS0 quiet loglevel=3 vt.global_cursor_default=0 consoleblank=0 '
                           'mitigations=off random.trust_cpu=on systemd.show_status=0 ' + IDLE + self.append,
                '-blockdev', json.dumps({'driver': 'raw', 'node-name': 'disk', 'cache': {'direct': False},
                                         'file': {'driver': 'nbd', 'export': 'disk',
                                                  'server': {'type': 'unix', 'path': self.path('disk.sock')}}}),
                '-device', 'virtio-blk-pci,drive=disk,write-cache=on',
                '-device', 'virtio-gpu-pci,id=gpu,xres=%d,yres=%d' % (wide, high),
                '-device', 'virtio-keyboard-pci', '-device', 'virtio-serial-pci',
                '-serial', 'file:' + self.path('serial'),
                '-qmp', 'unix:%s,server=on,wait=off' % self.path('qmp.sock')]
        for name in ('agent', 'finger'):
            args += ['-chardev', 'socket,id=%s,path=%s,server=on,wait=off' % (name, self.path(name + '.sock')),
                     '-device', 'virtserialport,chardev=%s,name=%s' % (name, name)]
        args += ['-chardev', 'file,id=trace,path=' + self.path('trace'),
                 '-device', 'virtserialport,chardev=trace,name=trace']
        self.process = subprocess.Popen(args, stdout=open(self.path('qemu.log'), 'w'), stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL)
        self.started = time.monotonic()
        self.qmp = connect(self.path('qmp.sock')).makefile('rw')
        self.qmp.readline()
        self.command('qmp_capabilities')
        self.agent_link = connect(self.path('agent.sock'))
        self.asked, self.late = 0, b''
        self.finger_link = None

    def command(self, name, **arguments):
        """A command to QEMU itself."""
        json.dump({'execute': name, 'arguments': arguments}, self.qmp)
        self.qmp.write('\n')
        self.qmp.flush()
        while True:
            line = self.qmp.readline()
            if line == '':
                raise Gone('QEMU ended: ' + open(self.path('qemu.log')).read()[-400:])
            answer = json.loads(line)
            if 'error' in answer:
                raise Gone('%s: %s' % (name, answer['error']['desc']))
            if 'return' in answer:
                return answer['return']

    def cut(self):
        """Pulls the plug: in the middle of whatever it does."""
        for process in (self.process, self.server):
            process.send_signal(signal.SIGSTOP)  # both stand still before either falls
        self.server.send_signal(signal.SIGUSR1)  # it rolls the dice over what was not flushed, then ends
        self.process.kill()
        self.server.send_signal(signal.SIGCONT)
        self.process.wait()
        self.server.wait()
        self.close()

    def off(self):
        """Ends it, however it is; nothing is lost or kept on purpose."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.server is not None and self.server.poll() is None:
            self.server.terminate()
            self.server.wait()
        self.close()

    def close(self):
        for link in (self.qmp, self.agent_link, self.finger_link):
            if link is not None:
                link.close()
        self.qmp = self.agent_link = self.finger_link = None

    # --- from outside ---

    def run(self, line, seconds=150):
        """A command inside: (status, what it printed)."""
        assert '\n' not in line
        link = self.agent_link
        link.settimeout(seconds)
        self.asked += 1
        got = self.late
        try:
            link.sendall(b'%d %s\n' % (self.asked, line.encode()))
            while True:
                mark = MARK.search(got)
                if mark and int(mark.group(1)) == self.asked:
                    break
                if mark:  # the answer to what was given up
                    got = got[mark.end():]
                    continue
                more = link.recv(65536)
                if more == b'':
                    raise Gone('the machine went away')
                got += more
        except TimeoutError:
            raise Gone('no answer to: ' + line)
        self.late = got[mark.end():]
        return int(mark.group(2)), got[:mark.start()].decode(errors='replace')

    def ask(self, line, seconds=150):
        status, text = self.run(line, seconds)
        return text.strip() if status == 0 else ''

    def up(self, seconds=120):
        """Waits until the machine answers at all; seconds since power on."""
        self.run('true', seconds)
        return time.monotonic() - self.started

    def wall(self, seconds=120):
        """Waits until systemd has heard that the wall is up."""
        return wait_for(lambda: self.ask('systemctl is-active regiebord') == 'active', seconds, 0.3)

    def shot(self, path):
        """What the display shows, as a PPM."""
        if os.path.exists(path):
            os.unlink(path)
        self.command('screendump', filename=path)
        return path

    def pixels(self):
        """What the display shows, as (width, height, bytes)."""
        data = open(self.shot(self.path('shot.ppm')), 'rb').read()
        head = re.match(rb'P6\s+(\d+)\s+(\d+)\s+255\s', data)
        return int(head.group(1)), int(head.group(2)), data[head.end():]

    def keys(self, *names):
        """Presses keys together, such as 'ctrl', 'alt', 'f2'."""
        self.command('send-key', keys=[{'type': 'qcode', 'data': name} for name in names])

    def plug_finger(self):
        """The touch panel comes (late, if you like)."""
        if self.finger_link is None:  # first: a port that nobody holds ends the finger
            self.finger_link = connect(self.path('finger.sock'))
        self.run('systemctl reset-failed finger 2>/dev/null; systemd-run -q --unit=finger '
                 '/usr/local/bin/finger /dev/virtio-ports/finger')

    def unplug_finger(self):
        self.run('systemctl stop finger')

    def finger(self, line):
        link = self.finger_link
        link.settimeout(20)
        try:
            link.sendall(line.encode() + b'\n')
            if not link.recv(64).startswith(b'ok'):
                raise Gone('the finger does not obey: ' + line)
        except TimeoutError:
            raise Gone('the finger does not answer')

    def tap(self, x, y, slot=0):
        """Pixels of the display; never twice at the very same place: of what stays the same the kernel tells nothing, and
        SDL, when it was started meanwhile, takes it for 0."""
        wide, high = self.size
        self.taps += 1
        at = tuple(int((n + .5) * 65535 / size) + self.taps % 2 for n, size in ((x, wide), (y, high)))
        self.finger('down %d %d %d' % ((slot,) + at))
        time.sleep(0.06)
        self.finger('up %d' % slot)

    def trace(self):
        """The lines of the trace so far, as lists of fields; a line still under way waits."""
        text = open(self.path('trace')).read()
        return [line.split('\t') for line in text[:text.rfind('\n') + 1].splitlines()]

"""data/rsync.sh as `regiebord share-setup --engine rsync` prints it, run by every site again and
again: over ssh to an sshd of our own on loopback, or to a plain folder (a USB stick, a mounted
network folder).
"""
import getpass
import os
import subprocess
import threading
import time

from sites import Process, free_port, wait_for


class Sshd:
    """With its own host key, and one key that may come in."""

    def __init__(self, place):
        self.folder = os.path.join(place, 'ssh')
        os.mkdir(self.folder, 0o700)
        self.port = free_port()
        self.process = None
        for key in ('host', 'user'):
            subprocess.run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', self.at(key)],
                           timeout=30, check=True)
        with open(self.at('user.pub')) as f, open(self.at('authorized'), 'w') as out:
            out.write(f.read())
        with open(self.at('host.pub')) as f, open(self.at('known'), 'w') as out:
            out.write('[127.0.0.1]:%d %s' % (self.port, f.read()))
        self.rsh = ('ssh -p %d -i %s -o UserKnownHostsFile=%s -o IdentitiesOnly=yes -o BatchMode=yes '
                    '-o ConnectTimeout=5 -F none' % (self.port, self.at('user'), self.at('known')))

    def at(self, name):
        return os.path.join(self.folder, name)

    def start(self):
        """What went wrong, or nothing."""
        if os.getuid() == 0:
            os.makedirs('/run/sshd', 0o755, exist_ok=True)
        said = ''
        for pam in ('no', 'yes'):  # without it some systems take root for locked
            with open(self.at('config'), 'w') as f:
                f.write('ListenAddress 127.0.0.1\nPort %d\nHostKey %s\nAuthorizedKeysFile %s\nPidFile %s\n'
                        'StrictModes no\nUsePAM %s\nPasswordAuthentication no\n'
                        'KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n'
                        'MaxStartups 100\n' % (self.port, self.at('host'), self.at('authorized'),
                                               self.at('pid'), pam))
            self.process = Process(['/usr/sbin/sshd', '-D', '-e', '-f', self.at('config')], self.at('log'))
            if wait_for(self.works, 8):
                return ''
            self.process.stop()
            with open(self.at('log')) as f:
                said = f.read()[-200:].replace('\n', ' ')
        return said or 'no answer'

    def works(self):
        return self.process.running() and subprocess.run(
            self.rsh.split() + [getpass.getuser() + '@127.0.0.1', 'true'], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=20, check=False).returncode == 0

    def url(self, folder):
        return '%s@127.0.0.1:%s' % (getpass.getuser(), folder)

    def stop(self):
        if self.process is not None:
            self.process.stop()


class Loop(threading.Thread):
    """One site's timer: the script, a pause, the script."""

    def __init__(self, site, there, every_s, rsh=None):
        super().__init__(daemon=True)
        self.site, self.there, self.every_s = site, there, every_s
        self.env = {**os.environ, **({'RSYNC_RSH': rsh} if rsh else {})}
        self.ending = threading.Event()
        self.rounds = self.failures = 0
        self.said = ''
        self.away = False  # the stick is not in, the network is down
        self.script = os.path.join(site.home, 'rsync.sh')
        with open(self.script, 'w') as f:
            subprocess.run([site.binary(), 'share-setup', '--share', site.share, '--engine', 'rsync'],
                           stdout=f, stderr=subprocess.DEVNULL, timeout=30, check=True)

    def round(self):
        done = subprocess.run(['sh', self.script, self.site.share, self.site.name, self.there], env=self.env,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60,
                              check=False)
        self.rounds += 1
        if done.returncode != 0:
            self.failures += 1
            self.said = done.stdout[-300:]
        return done.returncode == 0

    def run(self):
        while not self.ending.is_set():
            if not self.away:
                self.round()
            time.sleep(self.every_s)

    def end(self):
        self.ending.set()
        self.join(90)

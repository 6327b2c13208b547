"""A Syncthing of our own on loopback: its home and ports, nothing public; the rest is told to
it by the script that `regiebord share-setup --engine syncthing` prints.
"""
import json
import os
import re
import signal
import subprocess
import urllib.request

from sites import Process, free_port, wait_for

OPTIONS = {'globalAnnounceEnabled': 'false', 'localAnnounceEnabled': 'false', 'relaysEnabled': 'false',
           'natEnabled': 'false', 'crashReportingEnabled': 'false', 'startBrowser': 'false',
           'autoUpgradeIntervalH': '0', 'urAccepted': '-1', 'stunKeepaliveStartS': '0',
           'reconnectionIntervalS': '5', 'setLowPriority': 'false'}


class Syncthing:
    """`listen`: on all interfaces, so that a discovery server has addresses to tell."""

    def __init__(self, site, listen='127.0.0.1'):
        self.site = site
        self.home = os.path.join(site.home, 'syncthing')
        self.gui, self.port = free_port(), free_port()
        self.address = 'tcp://127.0.0.1:%d' % self.port
        self.env = {**os.environ, 'HOME': site.home, 'STNOUPGRADE': '1', 'GOMAXPROCS': '1',
                    'STMONITORED': 'yes'}  # one process, which signals reach
        made = subprocess.run(['syncthing', 'generate', '--home', self.home, '--no-default-folder',
                               '--skip-port-probing'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, env=self.env, timeout=60, check=True)
        self.config = os.path.join(self.home, 'config.xml')
        with open(self.config) as f:
            text = f.read()
        text = text.replace('127.0.0.1:8384', '127.0.0.1:%d' % self.gui)
        text = text.replace('<listenAddress>default<', '<listenAddress>tcp://%s:%d<' % (listen, self.port))
        with open(self.config, 'w') as f:
            f.write(text)
        self.configure(**OPTIONS)
        self.key = re.search('<apikey>([^<]*)<', text).group(1)
        self.id = re.search(r'Device ID: (\S+)', made.stdout).group(1)
        self.process = None

    def configure(self, **options):
        """Before it runs: what keeps it on this machine."""
        with open(self.config) as f:
            text = f.read()
        for key, value in options.items():
            text = re.sub('<%s>[^<]*<' % key, '<%s>%s<' % (key, value), text)
        with open(self.config, 'w') as f:
            f.write(text)

    def start(self):
        self.process = Process(['syncthing', 'serve', '--home', self.home, '--no-browser', '--no-restart',
                                '--no-upgrade', '--no-default-folder', '--skip-port-probing'],
                               os.path.join(self.site.home, 'syncthing.log'), self.env)

    def answers(self):
        try:
            return self.rest('system/ping')['ping'] == 'pong'
        except OSError:
            return False

    def rest(self, path, post=False):
        ask = urllib.request.Request('http://127.0.0.1:%d/rest/%s' % (self.gui, path),
                                     headers={'X-API-Key': self.key}, data=b'' if post else None)
        with urllib.request.urlopen(ask, timeout=10) as answer:
            text = answer.read()
        return json.loads(text) if text.strip() else {}

    def setup(self, *args, **more):
        """The script as it is printed, run as README says."""
        script = os.path.join(self.site.home, 'setup.sh')
        with open(script, 'w') as f:
            subprocess.run([self.site.binary(), 'share-setup', '--share', self.site.share, '--engine',
                            'syncthing'], stdout=f, stderr=subprocess.DEVNULL, timeout=30, check=True)
        done = subprocess.run(['sh', script, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, timeout=120, check=False,
                              env={**self.env, 'SYNCTHING': 'syncthing cli --home ' + self.home, **more})
        if done.returncode != 0:
            raise RuntimeError('setup.sh: ' + done.stdout[-500:])
        return done.stdout

    def settings(self):
        return self.rest('config/folders/regiebord')

    def connected(self):
        """How many others it is connected to."""
        return sum(c['connected'] for c in self.rest('system/connections')['connections'].values())

    def memory_mb(self):
        with open('/proc/%d/status' % self.process.process.pid) as f:
            return int(re.search(r'VmRSS:\s+(\d+)', f.read()).group(1)) / 1024

    def pause(self):
        self.process.signal(signal.SIGSTOP)

    def resume(self):
        self.process.signal(signal.SIGCONT)

    def cut(self):
        """Off the network, as a site that is offline."""
        self.rest('system/pause', post=True)

    def heal(self):
        self.rest('system/resume', post=True)

    def stop(self):
        if self.process is not None:
            self.process.stop()


def start_all(report, engines):
    for engine in engines:
        engine.start()
    up = [engine for engine in engines if wait_for(engine.answers, 60)]
    return report.check('%d Syncthings answer' % len(engines), len(up) == len(engines), 'only %d' % len(up))

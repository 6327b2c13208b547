"""A region: one Syncthing hub and N devices that know only the hub, set up as README says. The
hub introduces them to each other; where they are they ask our own discovery server. One touch
on one device must reach them all.
   hub.py build [N [TOUCHES]]
"""
import os
import re
import statistics
import subprocess
import sys
import time

import sites
from engine_syncthing import Syncthing, start_all

DAYS_30_S = 30 * 24 * 3600


def own_address():
    """Of this machine on its network; the discovery server tells no loopback addresses."""
    said = subprocess.run(['hostname', '-I'], stdout=subprocess.PIPE, text=True, timeout=10, check=False).stdout
    return ([a for a in said.split() if '.' in a] or ['127.0.0.1'])[0]


class Discovery:
    """stdiscosrv of Debian, with a key of its own."""

    def __init__(self, place):
        self.folder = os.path.join(place, 'discovery')
        os.mkdir(self.folder)
        self.host = own_address()
        self.port, self.replicate = sites.free_port(), sites.free_port()
        self.log = os.path.join(self.folder, 'log')
        self.url = ''
        self.process = None

    def start(self):
        def at(name):
            return os.path.join(self.folder, name)

        self.process = sites.Process(
            ['stdiscosrv', '-cert', at('cert.pem'), '-key', at('key.pem'), '-db-dir', at('db'),
             '-listen', '%s:%d' % (self.host, self.port), '-replication-listen', '127.0.0.1:%d' % self.replicate],
            self.log)
        found = sites.wait_for(lambda: re.search(r'[Dd]evice ID is (\S+)', self.said()), 20)
        self.url = 'https://%s:%d/?id=%s' % (self.host, self.port, found.group(1)) if found else ''
        return self.url

    def said(self):
        with open(self.log) as f:
            return f.read()

    def stop(self):
        if self.process is not None:
            self.process.stop()


def set_up(report, hub, engines, discovery):
    """As numbered in README: the hub first, then every site with the ID of the hub alone."""
    hub.setup('--hub', hub.site.share, *[engine.id for engine in engines], DISCOVERY=discovery)
    settings = hub.settings()
    report.check('the hub keeps versions of 30 days', settings['versioning']['type'] == 'staggered' and
                 int(settings['versioning']['params']['maxAge']) == DAYS_30_S, settings['versioning'])
    for engine in engines:
        engine.setup('--via', engine.site.share, '%s@%s' % (hub.id, hub.address), DISCOVERY=discovery)
        options = engine.rest('config/options')
        report.check('%s asks only our own discovery server' % engine.site.name,
                     options['globalAnnounceServers'] == [discovery] and options['globalAnnounceEnabled'] and
                     not options['relaysEnabled'] and not options['natEnabled'], options)


def introduced(engine, count):
    return len(engine.settings()['devices']) == count


def told(engine):
    status = engine.rest('system/status').get('discoveryStatus', {})
    return status and all(one['error'] is None for name, one in status.items() if name.startswith('global@'))


def touch(site, devices):
    """Seconds until the shared file of every device has it, and of the slowest and the median
    device."""
    before = set(site.acknowledged())
    site.driver.stop()
    site.start(10 ** 7)  # touches once, at its start
    new = sites.wait_for(lambda: set(site.acknowledged()) - before, 20, 0.05)
    began = time.monotonic()
    if not new:
        return None
    waiting, took = list(devices), []

    def arrived():
        for device in list(waiting):
            content = device.content()
            if content is not None and new <= sites.texts_of(content):
                waiting.remove(device)
                took.append(time.monotonic() - began)
        return not waiting

    return took if sites.wait_for(arrived, 60, 0.1) else None


def region(report, place, build, count, touches):
    hub_site = sites.Site(place, build, 'hub')
    devices = [sites.Site(place, build, 'site%02d' % (i + 1)) for i in range(count)]
    hub, *engines = [Syncthing(site, '0.0.0.0') for site in [hub_site] + devices]
    discovery = Discovery(place)
    title = 'hub and %d devices' % count
    try:
        if not report.check('our own discovery server answers', discovery.start(), discovery.said()[-300:]):
            return
        for engine in [hub] + engines:
            engine.configure(announceLANAddresses='true')
        if not start_all(report, [hub] + engines):
            return
        devices[0].fill()
        began = time.monotonic()
        set_up(report, hub, engines, discovery.url)
        known = sites.wait_for(lambda: all(introduced(e, count + 1) for e in engines), 90)
        report.figure(title + ': set up, and all know each other', '%.0f s' % (time.monotonic() - began), '< 90 s', known)
        for site in devices:
            site.start(0)
        arrived = sites.wait_for(lambda: sites.equal(devices) is not None, 90)
        report.figure(title + ': and have the board', '%.0f s' % (time.monotonic() - began), '< 90 s', arrived)
        announced = sites.wait_for(lambda: all(told(engine) for engine in [hub] + engines), 40)
        report.check('the discovery server knows where all are', announced,
                     engines[0].rest('system/status').get('discoveryStatus'))
        took = [touch(devices[i % count], devices) for i in range(touches)]
        whole = [max(t) for t in took if t]
        report.figure(title + ': one touch on all devices', 'median %.1f s, slowest %.1f s of %d' % (
            statistics.median(whole) if whole else -1, max(whole, default=-1), len(whole)), '< 30 s',
            len(whole) == touches and max(whole) < 30)
        report.check('all are equal in the end', sites.wait_for(
            lambda: sites.equal(devices, [t for s in devices for t in s.acknowledged()]) is not None, 60))
        left = sum(len(site.conflicts()) for site in devices + [hub_site])
        report.figure(title + ': conflict copies left', str(left), '0',
                      sites.wait_for(lambda: not any(s.conflicts() for s in devices + [hub_site]), 30))
        versions = os.path.join(hub_site.share, '.stversions')
        report.check('the hub has older versions', os.path.isdir(versions) and os.listdir(versions), versions)
        report.tell(title + ': connections of a device', 'median %d' % statistics.median(
            engine.connected() for engine in engines))
        report.tell(title + ': memory of the hub, of a device', '%.0f MB, %.0f MB' % (
            hub.memory_mb(), statistics.median(engine.memory_mb() for engine in engines)))
    finally:
        for site in devices:
            site.stop()
        for engine in [hub] + engines:
            engine.stop()
        discovery.stop()


def main():
    build = sites.build_of(sys.argv)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    touches = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    report = sites.Report('T10')
    with sites.Place() as place:
        region(report, place, build, count, touches)
    report.finish()


if __name__ == '__main__':
    main()

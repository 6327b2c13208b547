"""The peer: Chromium with the same board as a page, from a server of our own on this machine."""
import http.server
import json
import os
import queue
import shutil
import signal
import subprocess
import tempfile
import threading

from page import Page

CHROMIUM = '/usr/lib/chromium/chromium'
FLAGS = ('--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync', '--no-default-browser-check', '--password-store=basic',
         '--hide-crash-restore-bubble', '--touch-events=enabled', '--kiosk', '--window-position=0,0')


def available():
    return os.access(CHROMIUM, os.X_OK)


class Server:
    """The pages, a stream of changes, and the reports of a scroll run."""

    def __init__(self, page):
        self.pages = {'/': page.wall(), '/lijst': page.list()}
        self.page = page
        self.streams = []
        self.begun = threading.Event()
        self.frames = queue.Queue()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'
            disable_nagle_algorithm = True

            def log_message(self, *_):
                pass

            def answer(self, body, kind='text/html; charset=utf-8'):
                self.send_response(200)
                self.send_header('Content-Type', kind)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                path = self.path.split('?')[0]
                if path == '/events':
                    server.stream(self)
                elif path in server.pages:
                    self.answer(server.pages[path])
                else:
                    self.send_error(404)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
                self.answer(b'', 'text/plain')
                if self.path == '/begin':
                    server.begun.set()
                else:
                    server.frames.put(json.loads(body))

        self.http = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.url = 'http://127.0.0.1:%d' % self.http.server_address[1]

    def stream(self, handler):
        handler.send_response(200)
        handler.send_header('Content-Type', 'text/event-stream')
        handler.end_headers()
        changes = queue.Queue()
        self.streams.append(changes)
        while True:
            change = changes.get()
            if change is None:
                return
            try:
                handler.wfile.write(b'data: %s\n\n' % json.dumps(change).encode())
                handler.wfile.flush()
            except OSError:
                return

    def push(self, change):
        """{'id': of the element, 'html': what is in it now}, to every page that is open."""
        for changes in self.streams:
            changes.put(change)

    def stop(self):
        self.push(None)
        self.http.shutdown()
        self.http.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def serve(binary, share):
    return Server(Page(binary, share))


class Browser:
    """Chromium that shows a page on the whole of a display; `profile` is kept for the next one, so that
    it is warm."""

    def __init__(self, display, size, url, profile):
        self.errors = open(os.path.join(profile, 'errors'), 'w')
        env = {**os.environ, 'DISPLAY': display, 'TZ': 'Europe/Amsterdam'}
        env.pop('WAYLAND_DISPLAY', None)
        self.process = subprocess.Popen(
            [CHROMIUM, *FLAGS, '--window-size=' + size.replace('x', ','), '--user-data-dir=' + profile, url],
            env=env, stdout=self.errors, stderr=self.errors, start_new_session=True)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)  # one that is killed tidies up at the next start
            except subprocess.TimeoutExpired:
                pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)  # of what it left: the session is its own
        except ProcessLookupError:
            pass
        self.process.wait()
        self.errors.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Profile:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='regiebord-peer-')
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

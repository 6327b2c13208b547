"""A page on real paper: through Chromium to PDF, and read back."""
import os
import re
import subprocess


def printed(html, home):
    """How many pages, whether they are A4, and the text; the browser keeps its things under `home`."""
    pdf = re.sub(r'\.html$', '.pdf', os.path.join(home, os.path.basename(html)))
    command = ['chromium', '--headless', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage',
               '--user-data-dir=' + os.path.join(home, 'chromium'), '--no-pdf-header-footer',
               '--print-to-pdf=' + pdf, 'file://' + html]
    if os.geteuid() == 0:
        command.insert(1, '--no-sandbox')
    subprocess.run(command, check=True, capture_output=True, timeout=120,
                   env={**os.environ, 'HOME': home, 'XDG_CONFIG_HOME': home, 'XDG_CACHE_HOME': home})
    about = subprocess.run(['pdfinfo', pdf], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    a4 = re.search(r'Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts', about) is not None
    return int(re.search(r'Pages:\s+(\d+)', about).group(1)), a4, text

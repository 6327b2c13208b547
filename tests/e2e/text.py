"""Text of a board is data everywhere: whatever a title holds, no control character, no bidi
control and no megabyte comes out of a screen, a command or a message.
"""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import wall

# What is put before the texts of every cell, and behind them.
BEFORE = '\u202e\u2066\u200f\u061c\u200e'
POISON = (
    '\x1b[31mrood\x1b[2J', '\x9b31mrood', '\x1b]0;titel\x07', '\x00na nul', '\x07\x08\x7f\x85',
    'regel\r\n\x0bregel\n\nregel', '\ufeff\u200b\ufffe\ufdd0', '=cmd|x', '+1', '-1+1', '@SUM(A1)',
    '\t=1', '"quote", \\back\\', '</script><b>', '%s%n%x', '../../etc/passwd', 'x' * 1000000,
)
# Nothing of C0 but tab and line feed, no DEL, no C1, no bidi controls, no noncharacters.
UNSAFE = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069'
                    '\ufeff\ufdd0-\ufdef\ufffe\uffff]')
MOST = 200000  # bytes of an answer
LONGEST = 9000  # of a line: a text on a card is 4 kB

KEYS = {'id', 'board', 'action', 'goal', 'ambition', 'column_id', 'meeting', 'code', 'position',
        'health', 'stage', 'kind', 'scope', 'example', 'name', 'state', 'row_kind'}
SCREENS = (('bord', ''), ('aandacht', ''), ('cel', '2/jeugdhulp'), ('kolom', 'jeugdhulp'),
           ('ambitie', '2'), ('kaart', '2.1a'), ('kaart', '1.1a'), ('zoeken', ''), ('afkortingen', ''),
           ('trekkers', ''), ('beheer', ''), ('borden', ''))

report = wall.Report()


def run(binary, *words):
    """Status, and both streams as bytes."""
    done = subprocess.run((binary,) + words, capture_output=True, timeout=60,
                          env=dict(os.environ, SDL_VIDEODRIVER='dummy'))
    return done.returncode, done.stdout, done.stderr


def judge(name, output, longest=LONGEST):
    try:
        text = output.decode('utf-8')
    except UnicodeDecodeError as error:
        report.check(name, False, error)
        return
    found = UNSAFE.search(text)
    lines = text.split('\n')
    line = max(lines, key=len)
    why = ''
    if found:
        at = found.start()
        why = '%r in %r' % (found.group(), text[max(0, at - 40):at + 20])
    elif len(output) > MOST:
        why = '%d bytes' % len(output)
    elif len(line) > longest:
        why = 'a line of %d characters: %r' % (len(line), line[:80])
    report.check(name, not why, why)


def poison(file):
    """Everything that is not a key gets something that hurts."""
    db = sqlite3.connect(file)
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table' AND name<>'chg'")]
    turn = 0
    for table in tables:
        columns = [row[1] for row in db.execute('PRAGMA table_xinfo(%s)' % table)]
        for column in columns:
            if column in KEYS and (table, column) not in (('organisation', 'name'), ('abbreviation', 'name')):
                continue
            for (rowid,) in db.execute('SELECT rowid FROM %s LIMIT 60' % table).fetchall():
                turn += 1
                bad = POISON[turn % len(POISON)]
                # A megabyte more than once or twice is a matter of the size of the file.
                bad = bad if len(bad) < 1000 or turn < 200 else 'x' * 30000
                db.execute("UPDATE %s SET %s=?||coalesce(%s,'') WHERE rowid=?" % (table, column, column),
                           (BEFORE[turn % len(BEFORE)] + bad[:60000], rowid))
    # Who did it, and which device it says it was.
    names = ('\x1b[1mSam', '\u202emaS', 'x' * 100, '=Sam', '\x00', '\x9bSam', '"\\')
    for at, name in enumerate(names):
        db.execute("INSERT INTO chg SELECT max(hlc)+1,?,randomblob(8),'track','voorbeeld/2.1a/jeugdhulp','lead',?,?,NULL"
                   ' FROM chg', ('dev' + name[:40], name, name))
        db.execute("INSERT INTO chg SELECT max(hlc)+1,'device',randomblob(8),'_device',?,'name',?,?,NULL FROM chg",
                   ('dev' + name[:40], name * 20, name))
    db.commit()
    db.close()


def main():
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix='regiebord-text-') as root:
        share = os.path.join(root, 'share')
        status, _, said = run(binary, 'import', 'boards/voorbeeld', '--share', share)
        report.check('a board to begin with', status == 0, said)
        file = os.path.join(share, 'board.sqlite')
        poison(file)
        report.check('the file is no larger than may be read', os.path.getsize(file) < 30 << 20, os.path.getsize(file))
        # A name of a file is text of others too.
        shutil.copy(file, os.path.join(share, 'board\x1b[31m\x9b\u202e.sqlite'))
        shutil.copy(os.fsencode(file), os.path.join(os.fsencode(share), b'board\xff\x9b.sqlite'))
        for words in (('status',), ('status', '--json'), ('check',), ('merge', '--state', os.path.join(root, 'state')),
                      ('status',)):
            status, out, said = run(binary, *words, '--share', share)
            name = ' '.join(words[:2] if words[-1] == '--json' else words[:1])
            report.check(name + ' answers', status in (0, 3), '%d %r' % (status, said[:300]))
            judge(name + ': what it prints', out, MOST if '--json' in words else LONGEST)
            judge(name + ': its messages', said)
            if '--json' in words:
                try:
                    json.loads(out)
                    report.check('its JSON is JSON', True)
                except ValueError as error:
                    report.check('its JSON is JSON', False, error)
        for screen, select in SCREENS:
            for size in ('1920x1080', '800x480'):
                words = ['describe', '--share', share, '--screen', screen, '--size', size, '--now', '2025-11-11T10:42',
                         '--board', 'voorbeeld']
                status, out, said = run(binary, *(words + (['--select', select] if select else [])))
                if status == 2:
                    continue  # no such screen yet
                name = '%s %s %s' % (screen, select, size)
                report.check(name + ' is described', status == 0 and out, '%d %r' % (status, said[:300]))
                judge(name, out)
                judge(name + ': its messages', said)
    report.finish()


if __name__ == '__main__':
    main()

"""The same board as a web page, for the comparison with a browser: what somebody who makes pages for a living
would make of it. Made by the server, so that the first paint has all of it; plain elements and CSS, one small
script; the wall holds sums, the list has every action and leaves to the browser what cannot be seen.
"""
import html
import json
import os
import subprocess

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'peer')
ROWS = 5    # of a page of the wall
MANY = 12   # tracks of a pile that are not told apart any more
SIGNS = {
    'none': '<circle cx="12" cy="12" r="8" fill="none" stroke="#68747e" stroke-width="3"/>',
    'on_course': '<circle cx="12" cy="12" r="10" fill="#0072b2"/>',
    'attention': '<path d="M12 2 23 22H1z" fill="#e69f00" stroke="#8a5a00"/><path d="M11 9h2v6h-2zM11 17h2v2h-2z"/>',
    'bottleneck': '<path d="M1 1h22v22H1z" fill="#d55e00"/><path d="M5 10h14v4H5z" fill="#fff"/>',
    'done': '<path d="m4 12 5 6L20 6" fill="none" stroke="#00785a" stroke-width="4"/>',
}
SIGNS.update(escalated=SIGNS['bottleneck'], silent=SIGNS['none'], dropped=SIGNS['none'])
HEALTHS = {'op koers': 'on_course', 'aandacht': 'attention', 'knelpunt': 'bottleneck', 'afgerond': 'done'}
ORDER = ('done', 'on_course', 'none', 'attention', 'bottleneck')
LEGEND = (('on_course', 'op koers'), ('attention', 'aandacht'), ('bottleneck', 'knelpunt'), ('escalated', 'geëscaleerd'),
          ('done', 'afgerond'), ('none', 'niets gemeld'))
SCREENS = ('Bord', 'Aandacht', 'Vergadering', 'Trekkers', 'Verloop')


def sign(name):
    return '<svg><use href="#%s"/></svg>' % name


def health_of(track):
    return HEALTHS.get(track['health'], 'none')


class Page:
    """The pages of the first board of a shared folder."""

    def __init__(self, binary, share):
        def told(*command):
            return json.loads(subprocess.run([binary, *command, '--share', share], check=True, stderr=subprocess.DEVNULL,
                                             stdout=subprocess.PIPE).stdout)
        self.data = told('export', '--format', 'json')
        self.sums = told('status', '--json')['boards'][0]
        self.actions = {a['code']: a for a in self.data['actions']}
        ambition_of = {g['code']: g['ambition'] for g in self.data['goals']}
        self.tracks = {}
        for track in self.data['tracks']:
            place = ambition_of[self.actions[track['action']]['goal']], track['column_id']
            self.tracks.setdefault(place, []).append(track)

    def frame(self, name, title, small, middle, main):
        with open(os.path.join(HERE, 'style.css')) as style, open(os.path.join(HERE, 'script.js')) as script:
            return ('<!doctype html><html lang="nl"><meta charset="utf-8"><title>%s</title><style>%s</style>'
                    '<body><svg hidden style="display:none">%s</svg>'
                    '<header><h1>%s<small>%s</small></h1>%s<div class="clock"><span></span>'
                    '<small>gegevens van nu</small></div></header>%s<nav>%s<aside>%s</aside></nav><script>%s</script>' %
                    (title, style.read(),
                     ''.join('<symbol id="%s" viewBox="0 0 24 24">%s</symbol>' % s for s in SIGNS.items()),
                     title, small, middle, main,
                     ''.join('<a href="/"%s>%s</a>' % (' class="here"' if s == name else '', s) for s in SCREENS),
                     ''.join('<span>%s%s</span>' % (sign(s), word) for s, word in LEGEND),
                     script.read())).encode()

    def pile(self, tracks):
        found = [health_of(t) for t in tracks]
        if len(found) > MANY:
            sums = [(h, found.count(h)) for h in ORDER if h in found]
            return '<div class="pile many">%s</div>' % ''.join(
                '<i class="%s" style="--n:%d"></i>' % (h, 100 * n // len(found)) for h, n in sums)
        return '<div class="pile">%s</div>' % ''.join('<i class="%s"></i>' % h for h in found)

    def cell(self, ambition, column, worst, told=None):
        """What is in a cell; `told` stands for the code of its exception."""
        tracks = self.tracks.get((ambition, column), [])
        first = next((t for t in tracks if health_of(t) == worst), None)
        if worst in ('bottleneck', 'attention', 'escalated'):
            head = '<div class="told">%s<strong>%s</strong><small>%s</small></div>' % (
                sign(worst), told or (first['action'] if first else ''), (first or {}).get('reason') or '')
        else:
            head = '<div class="told quiet">%s%s</div>' % (sign(worst), told or ('stil' if worst == 'silent' else 'niets gemeld'))
        piles = [[t for t in tracks if (t['stage'] or self.data['stages'][0]) == s] for s in self.data['stages']]
        return head + '<div class="piles">%s</div>' % ''.join(self.pile(p) for p in piles)

    def wall(self):
        walls = {a['code']: html.escape(a['wall']).replace('/', '<br>') for a in self.data['ambitions']}
        heads = '<div class="stages">%s</div>%s<h2>Tempo</h2>' % (
            ' '.join(self.data['stages']), ''.join('<h2>%s</h2>' % c['wall'] for c in self.data['columns']))
        pages = []
        for from_row in range(0, len(self.sums['ambitions']), ROWS):
            rows = ''
            for ambition in self.sums['ambitions'][from_row:from_row + ROWS]:
                rows += '<div class="row"><b>%s</b><span>%s</span></div>' % (ambition['code'], walls[ambition['code']])
                for cell in ambition['cells']:
                    rows += '<div class="cell %s" id="%s-%s">%s</div>' % (
                        cell['sign'], ambition['code'], cell['column'],
                        self.cell(ambition['code'], cell['column'], cell['sign']))
                rows += '<div class="pace">%s</div>' % (
                    '%d stappen' % ambition['spread'] if (ambition['spread'] or 0) > 1 else 'gelijk op')
            pages.append('<section class="page" %s>%s%s</section>' % ('hidden' if pages else '', heads, rows))
        strip = ''.join('<span%s>%s</span>' % (' hidden' if i else '', s) for i, s in enumerate(self.sentences()))
        main = '<main class="wall" style="--columns:%d"><div>%s</div><div class="strip">%s<small>1 van 9</small></div></main>' % (
            len(self.data['columns']), ''.join(pages), strip)
        return self.frame('Bord', self.data['board']['wall'], '', '<div class="next">Regiegroep<small>over 30 dagen</small></div>', main)

    def sentences(self):
        stuck = [t for t in self.data['tracks'] if health_of(t) == 'bottleneck'][:8]
        return ['<b>Sinds vorige keer:</b> 18 stappen vooruit, 13 terug'] + [
            '<b>%s</b> %s' % (t['action'], html.escape(self.actions[t['action']]['title'])) for t in stuck]

    def card(self, action, track):
        health = health_of(track)
        at = self.data['stages'].index(track['stage']) if track['stage'] else 0
        lane = ''.join('<i%s></i>' % (' class="past"' if i < at else ' class="here"' if i == at else '')
                       for i in range(len(self.data['stages'])))
        why = ('<div class="why %s">wacht op %s</div>' % (health, html.escape(track['reason'] or 'besluit'))
               if health in ('attention', 'bottleneck') else '')
        return ('<div class="card"><div class="top">%s%s<small>gemeld %s</small></div><div class="title">%s</div>'
                '<div class="lane">%s</div><div class="facts"><span>%s</span><span>%s</span></div>'
                '<div class="lead">%s</div>%s</div>' %
                (sign(health), action['code'], track['reported'] or 'nog niet', html.escape(action['title']), lane,
                 track['stage'] or '', action['due'] or '', html.escape(track['lead'] or 'nog geen trekker'), why))

    def list(self):
        """Every action of the first column, by goal."""
        column = self.data['columns'][0]
        tracks = {t['action']: t for t in self.data['tracks'] if t['column_id'] == column['column_id']}
        goals = {}
        for action in self.data['actions']:
            if action['code'] in tracks:
                goals.setdefault(action['goal'], []).append(self.card(action, tracks[action['code']]))
        titles = {g['code']: html.escape(g['title']) for g in self.data['goals']}
        main = '<main class="list">%s</main>' % ''.join(
            '<section class="goal"><h3><b>%s</b> %s</h3><div class="cards">%s</div></section>' % (code, titles[code], ''.join(cards))
            for code, cards in goals.items())
        return self.frame('Bord', column['title'], '%d acties' % len(tracks), '', main)

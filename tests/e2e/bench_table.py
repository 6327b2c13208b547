"""The table of the bench: a row per figure, with its target and the peer, and how far the one is from the other."""


def median(values):
    return sorted(values)[len(values) // 2] if values else None


def last(values, part):
    """What this part of the values stays under."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * part))] if ranked else None


def pair(value):
    return list(value) if isinstance(value, (list, tuple)) else [value, value]


def times(factor):
    return 'far' if factor == float('inf') else '%s times' % format(factor, '.2f' if factor < 10 else ',.0f')


class Row:
    """`values`, `most`, `least` and `peer`: one for 34 actions and one for 10,000, or one for both; None is not
    measured, or no target. A peer may also be words.
    """

    def __init__(self, what, values, unit='', digits=0, most=None, least=None, target='', peer=None):
        self.what, self.unit, self.digits, self.target = what, unit, digits, target
        self.values = list(values) if isinstance(values, (list, tuple)) else [values, None]
        self.most, self.least, self.peer = pair(most), pair(least), peer

    def figure(self, value):
        if value is None:
            return '-'
        if isinstance(value, str):
            return value
        text = '%s %s' % (format(value, ',.%df' % self.digits), self.unit)
        return text.strip()

    def peer_text(self):
        if self.peer is None or isinstance(self.peer, str):
            return self.peer or ''
        values = pair(self.peer)
        if values[0] is None and values[1] is None:
            return ''
        if values[1] is None or self.figure(values[0]) == self.figure(values[1]):
            return self.figure(values[0])
        return '%s; %s' % (self.figure(values[0]), self.figure(values[1]))

    def miss(self, i):
        """How many times beyond its target a value is; None: it is not, or has none."""
        value, most, least = self.values[i], self.most[i], self.least[i]
        if value is None:
            return None
        if most is not None and value > most:
            return value / most if most > 0 else float('inf')
        if least is not None and value < least:
            return least / value if value > 0 else float('inf')
        return None

    def verdict(self, heads):
        judged = [i for i in (0, 1) if self.values[i] is not None and
                  (self.most[i] is not None or self.least[i] is not None)]
        if not judged:
            return ''
        missed = [(heads[i], self.miss(i)) for i in judged if self.miss(i) is not None]
        if not missed:
            return 'met'
        return 'missed: ' + ', '.join('%s by %s' % (name, times(factor)) for name, factor in missed)

    def cells(self, heads):
        return [self.what, self.figure(self.values[0]), self.figure(self.values[1]), self.target, self.peer_text(),
                self.verdict(heads)]


class Group:
    """Rows under a name; `heads` say of how many actions the two figures of each are."""

    def __init__(self, name, rows, heads=('34', '10,000')):
        self.name, self.rows, self.heads = name, list(rows), heads

    def head(self):
        return [self.name, *self.heads, 'target', 'peer', '']

    def cells(self):
        return [row.cells(self.heads) for row in self.rows]


def plain(groups):
    rows = [row for group in groups for row in [group.head()] + group.cells()]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []

    def line(cells):
        return '  '.join(c.rjust(w) if i in (1, 2) else c.ljust(w) for i, (c, w) in enumerate(zip(cells, widths))).rstrip()
    return '\n\n'.join('\n'.join(line(cells) for cells in [group.head()] + group.cells()) for group in groups)


def markdown(groups):
    out = ['| | small | large | target | peer | |', '|---' * 6 + '|']
    for group in groups:
        out.append('| **%s** | %s | %s | | | |' % (group.name, *group.heads))
        for cells in group.cells():
            if cells[5].startswith('missed'):
                cells[5] = '**%s**' % cells[5]
            out.append('| %s |' % ' | '.join(cells))
    return '\n'.join(out)

# svg.py: numbers, path data and elements as text
#
# SPDX-License-Identifier: GPL-3.0-or-later


def number(value):
    """@value to a tenth, without needless digits."""
    text = f'{value:.1f}'
    if text.endswith('.0'):
        text = text[:-2]
    return '0' if text == '-0' else text


def pair(point):
    return f'{number(point[0])} {number(point[1])}'


def path_data(curve, closed=False):
    """The SVG path data of @curve, in absolute coordinates."""
    parts = [f'M{pair(curve[0][0])}']
    end = None
    for start, c1, c2, stop in curve:
        if end is not None and start != end:
            parts.append(f'L{pair(start)}')
        parts.append(f'C{pair(c1)} {pair(c2)} {pair(stop)}')
        end = stop
    return ''.join(parts) + ('Z' if closed else '')


class Document:
    """The text of an SVG file, grown element by element."""

    def __init__(self):
        self.lines = []
        self.depth = 0

    def text(self, line):
        self.lines.append('  ' * self.depth + line)

    @staticmethod
    def attributes(attributes):
        return ''.join(f' {key.rstrip("_").replace("_", "-")}="{value}"'
                       for key, value in attributes.items())

    def element(self, name, **attributes):
        self.text(f'<{name}{self.attributes(attributes)}/>')

    def open(self, name, **attributes):
        self.text(f'<{name}{self.attributes(attributes)}>')
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.text(f'</{name}>')

    def path(self, curve, closed=False, **attributes):
        self.element('path', **attributes, d=path_data(curve, closed))

    def ellipse(self, centre, radii, **attributes):
        self.element('ellipse', **attributes, cx=number(centre[0]), cy=number(centre[1]),
                     rx=number(radii[0]), ry=number(radii[1]))

    def __str__(self):
        return '\n'.join(self.lines) + '\n'

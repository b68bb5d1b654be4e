# muscle.py: a muscle as the sheet between two sides, with its volume and its fibres
#
# SPDX-License-Identifier: GPL-3.0-or-later
import math
from dataclasses import dataclass

from .geometry import mix, polyline, resample, spline

ROWS = 25
# A sheet that is no longer than this needs fewer points.
SHORT = 190


@dataclass
class Muscle:
    """Two sides, each from origin to insertion as (height, x) landmarks, sharing both ends.

    @fibres says how fibres run: 'along' (from end to end), 'pennate' (feathered from a central
    tendon), 'half' (feathered from the first side to the second), 'none'; @count is how many are
    drawn. @kind is the class it is painted with; @depth, from 0 (flat, no edge) to 1, is how much
    it stands out in the light. @fade names the end, or 'both', at which it melts into what lies
    beneath: 'origin' or 'insertion'."""
    name: str
    first: list
    second: list
    fibres: str = 'along'
    count: int = 6
    kind: str = 'muscle'
    depth: float = 1.0
    fade: str = ''


class Sheet:
    """A muscle placed on the page: points by (u across, t along), both 0..1."""

    def __init__(self, leg, muscle):
        self.a = resample(polyline(leg.curve(muscle.first)), ROWS)
        self.b = resample(polyline(leg.curve(muscle.second)), ROWS)

    def at(self, u, t):
        k = min(max(t, 0), 1) * (ROWS - 1)
        i = min(int(k), ROWS - 2)
        return mix(mix(self.a[i], self.b[i], u), mix(self.a[i + 1], self.b[i + 1], u), k - i)

    def breadth(self):
        return max(math.dist(a, b) for a, b in zip(self.a, self.b))

    def bend(self):
        """How far the sheet's middle leaves the straight line between its ends."""
        (x0, y0), (x1, y1) = self.at(0.5, 0), self.at(0.5, 1)
        length = math.dist((x0, y0), (x1, y1))
        middle = [self.at(0.5, k / 10) for k in range(11)]
        return max(abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length for x, y in middle)

    def outline(self):
        """The closed curve around the sheet; points that all but coincide at its tips are one."""
        step = 2 if math.dist(self.a[0], self.a[-1]) > SHORT else 4
        points = self.a[::step] + self.b[::-step]
        thinned = [points[0]]
        for p in points[1:]:
            if abs(p[0] - thinned[-1][0]) + abs(p[1] - thinned[-1][1]) > 1.5:
                thinned.append(p)
        if abs(thinned[0][0] - thinned[-1][0]) + abs(thinned[0][1] - thinned[-1][1]) < 1.5:
            thinned.pop()
        return spline(thinned, closed=True)

    def sides(self, start, stop):
        """The curves of both sides from @start to @stop along them."""
        return [spline([self.at(u, start + (stop - start) * k / 8) for k in range(9)])
                for u in (0, 1)]

    def fibre_lines(self, style, count):
        """Curves along which the fibres run."""
        lines = []
        if style == 'along':
            for i in range(count):
                u = (i + 1) / (count + 1)
                inset = 0.05 + 0.05 * ((i * 7) % 3)
                lines.append([self.at(u, inset + (1 - 2 * inset) * k / 4) for k in range(5)])
        elif style == 'pennate':
            lines.append([self.at(0.5, 0.06 + 0.88 * k / 5) for k in range(6)])
            for i in range(count):
                t = 0.1 + 0.72 * i / max(count - 1, 1)
                for edge in (0.06, 0.94):
                    lines.append([self.at(0.5 + (edge - 0.5) * k / 3, t + 0.13 * (1 - k / 3) ** 1.5)
                                  for k in range(4)])
        elif style == 'half':
            for i in range(count):
                t = 0.06 + 0.76 * i / max(count - 1, 1)
                lines.append([self.at(0.05 + 0.9 * k / 4, t + 0.14 * (k / 4) ** 1.3)
                              for k in range(5)])
        return [spline(points) for points in lines]

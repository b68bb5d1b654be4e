# outline.py: named points joined into edges, edges joined into closed zones
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A leg is written down once, as (height, x) with x outward on the page, in units of a thousandth
of the leg's length. `Leg` places it on the page; `Border` keeps the edges that
neighbouring zones share, so that both use the very same numbers."""
from dataclasses import dataclass

from .geometry import polyline, reverse, spline

@dataclass(frozen=True)
class Page:
    """How wide a view's page is and how far from its middle the origin of each leg lies; how high
    it is and where on it the height 0 lies."""
    width: float
    spread_top: float
    spread_floor: float
    height: float = 1090
    floor: float = 1062

    def spread(self, height):
        return self.spread_floor + (self.spread_top - self.spread_floor) * height / 1040


# The legs stand a little apart, so that the inner thigh can be reached.
UPRIGHT = Page(480, 13, 27)
# Seen from a side both legs stand back to back, toes outward; x is forward of the ankle's axis.
ASIDE = Page(740, 158, 158)
# The soles side by side, as large as in the other views; heights are from the tip of the toes.
SOLES = Page(340, 84, 84, height=404, floor=376)


def midline(height):
    """The (height, x) of the body's midline at @height."""
    return (height, -UPRIGHT.spread(height))


class Leg:
    """One leg of one view: where its landmarks come to lie on the page."""

    def __init__(self, page, name, side):
        self.page = page
        self.name = name
        self.side = side

    def place(self, landmark):
        height, x = landmark
        px = self.page.width / 2 + self.side * (x + self.page.spread(height))
        return (round(px, 1), round(self.page.floor - height, 1))

    def curve(self, landmarks, closed=False):
        return spline([self.place(p) for p in landmarks], closed)

    def chain(self, *runs):
        """One curve from several @runs of landmarks; it may turn sharply where two runs meet."""
        result = []
        for run in runs:
            result += self.curve(run)
        return result


class Border:
    """The edges of the zones of one leg: curves cut at the named heights or points."""

    def __init__(self):
        self.edges = {}

    def add(self, start, end, curve):
        self.edges[start, end] = curve
        self.edges[end, start] = reverse(curve)

    def cut(self, curve, knots):
        """Add the pieces of @curve between @knots, an ordered list of (name, point)."""
        names = iter(knots)
        name, place = next(names)
        piece, open_name = [], None
        for segment in curve:
            if place is not None and segment[0] == place:
                if open_name is not None:
                    self.add(open_name, name, piece)
                open_name, piece = name, []
                name, place = next(names, (None, None))
            piece.append(segment)
        if place is not None and curve[-1][3] == place:
            self.add(open_name, name, piece)
            name, place = next(names, (None, None))
        if name is not None:
            raise ValueError(f'knot {name} does not lie on its curve')

    def loop(self, *names):
        """The closed curve that visits the knots @names in turn."""
        result = []
        for start, end in zip(names, names[1:] + names[:1]):
            result += self.edges[start, end]
        return result


def polygon(curve, steps=16):
    return polyline(curve, steps)[:-1]

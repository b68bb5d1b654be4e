# body.py: the outline of one leg in one view and the zones that tile it
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .outline import Border


class Body:
    """The curves of one placed leg: its edges, its silhouette, its zones."""

    def __init__(self, view, leg):
        self.view = view
        self.leg = leg
        self.outer = leg.curve(view.OUTER)
        self.inner = leg.curve(view.INNER)
        self.cleft = leg.chain(*zip(view.CLEFT, view.CLEFT[1:]))
        end = (view.CLEFT or view.INNER)[-1]
        join = leg.curve([end, view.WAIST[0]]) if end != view.WAIST[0] else []
        top = self.cleft + join + leg.curve(view.WAIST)
        self.edge = self.outer + leg.chain(*view.FOOT) + self.inner
        self.outer_rim = leg.curve(view.OUTER + view.OUTER_TAIL)
        self.inner_rim = leg.curve(view.INNER_TAIL + view.INNER)
        self.silhouette = self.edge + top
        self.border = Border()
        self.border.cut(self.edge + self.cleft,
                        [(name, leg.place(p)) for name, p in view.OUTER_KNOTS + view.INNER_KNOTS])
        for (start, end), points in view.BORDERS.items():
            self.border.add(start, end, leg.curve(points))
        self.zones = {zone: self.border.loop(*knots) for zone, knots in view.ZONES.items()}
        self.massageable = [self.border.loop(*knots) for knots in view.MASSAGEABLE]

# body.py: the outline of one leg in one view and the zones that tile it
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .outline import Border


class Body:
    """The curves of one placed leg: its edges, its silhouette, its zones."""

    def __init__(self, view, leg):
        self.view = view
        self.leg = leg
        if view.VIEW == 'front':
            foot = leg.chain(view.FOOT_OUTER, *view.TOES, view.FOOT_INNER)
            self.outer = leg.curve(view.OUTER)
            self.inner = leg.curve(view.INNER)
            top = leg.chain([view.INNER[-1], view.WAIST[0]], view.WAIST)
            self.cleft = []
        else:
            foot = leg.chain(view.FOOT_OUTER, view.HEEL, view.FOOT_INNER)
            self.outer = leg.curve(view.OUTER)
            self.inner = leg.curve(view.INNER)
            self.cleft = leg.chain(*zip(view.CLEFT, view.CLEFT[1:]))
            top = self.cleft + leg.curve(view.WAIST)
        self.foot = foot
        self.edge = self.outer + foot + self.inner
        self.silhouette = self.edge + top
        self.border = Border()
        self.border.cut(self.edge + self.cleft,
                        [(name, leg.place(p)) for name, p in view.OUTER_KNOTS + view.INNER_KNOTS])
        for (start, end), points in view.BORDERS.items():
            self.border.add(start, end, leg.curve(points))
        self.zones = {zone: self.border.loop(*knots) for zone, knots in view.ZONES.items()}
        self.massageable = self.border.loop(*view.MASSAGEABLE)

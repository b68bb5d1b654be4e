# picture.py: bodies and things painted from back to front, as the text of an SVG file
#
# SPDX-License-Identifier: GPL-3.0-or-later
from math import sqrt

from legdraw.geometry import spline
from legdraw.svg import Document, number

from .field import Cone, beyond, bounds, outlines, soft_within, union, within, without
from .fit import closed_curve, even, open_curve
from .vector import add, along, dot, mix, scale, sub, unit

WIDTH, HEIGHT, MARGIN = 480, 320, 16
# Points of an outline lie so far from each other before curves are laid through them.
SPACING = 6
# How far melting together may swell a shape beyond its cones.
SWELL = 30
# Two parts of a body that meet in a joint have no line between them within this of it.
JOINS = {'shoulder': 105, 'elbow': 62, 'wrist': 45, 'hip': 125, 'knee': 74, 'ankle': 56}


class Picture:
    """Collects shapes in millimetres as seen by @camera, and fits them to the page at the end."""

    def __init__(self, camera):
        self.camera = camera
        self.shapes = []

    # What the shapes are made of

    def cones(self, solid, grow=0):
        flat = self.camera.flat
        return [Cone(flat(a), ra + grow, flat(b), rb + grow, soft) for a, ra, b, rb, soft in solid]

    def fill(self, polygon, name):
        self.shapes.append((name, polygon, True))

    def line(self, points, name='line'):
        self.shapes.append((name, points, False))

    def blob(self, field, box, name, joins=(), line='line'):
        """Paints the inside of @field as @name, and its outline but where it runs into one of
        @joins. Returns the outlines."""
        rings = [even(loop, SPACING, True) for loop in outlines(field, box) if len(loop) > 7]
        for ring in rings:
            self.fill(ring, name)
            if not line:
                continue
            self.pieces(ring, lambda p: not any(join.hides(p) for join in joins), line)
            # What lies beneath loses half its line where the two meet; here it gets it back.
            for join in joins:
                for under in join.rings:
                    self.pieces(under, lambda p: join.near(p) and field(*p) > 0, line)
        return rings

    def pieces(self, ring, shown, line):
        """Draws the parts of the closed @ring whose points are @shown."""
        seen = [shown(p) for p in ring]
        if all(seen):
            self.shapes.append((line, ring, True))
            return
        if not any(seen):
            return
        start = next(k for k in range(len(ring)) if seen[k] and not seen[k - 1])
        run = []
        for k in range(len(ring) + 1):
            i = (start + k) % len(ring)
            if k < len(ring) and seen[i]:
                run.append(ring[i])
                continue
            if len(run) > 3:
                self.line(run, line)
            run = []

    def solid(self, solid, name, joins=(), grow=0, cuts=(), hole=None, line='line'):
        """Paints round cones in space melted into one shape. @cuts are half pages that it is kept
        to."""
        cones = self.cones(solid, grow)
        field = within(union(cones), *cuts) if cuts else union(cones)
        if hole:
            field = without(field, hole)
        return self.blob(field, bounds(cones, SWELL), name, joins, line)

    def half(self, place, direction):
        """What lies beyond a plane at @place, seen from its edge, toward @direction."""
        flat = self.camera.flat
        a, b = flat(place), flat(add(place, direction))
        d = (b[0] - a[0], b[1] - a[1])
        span = sqrt(d[0] * d[0] + d[1] * d[1]) or 1
        return beyond(a, (d[0] / span, d[1] / span))

    def polygon(self, points, name, line='line', closed=True):
        """Paints flat things; their corners stay sharp. @points lie in space."""
        ring = [self.camera.flat(p) for p in points]
        if closed and name:
            self.shapes.append((name, ring, 'sharp'))
        if line:
            self.shapes.append((line, ring + ring[:1] if closed else ring, 'sharp-line'))

    # As text

    def fit(self):
        points = [p for _, ring, _ in self.shapes for p in ring]
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = min(p[1] for p in points), max(p[1] for p in points)
        factor = min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top))
        dx = WIDTH / 2 - factor * (left + right) / 2
        dy = HEIGHT - MARGIN - factor * bottom
        if factor * (bottom - top) < HEIGHT - 2 * MARGIN:
            dy -= (HEIGHT - 2 * MARGIN - factor * (bottom - top)) / 2
        return lambda p: (p[0] * factor + dx, p[1] * factor + dy)

    def text(self, name, style):
        place = self.fit()
        out = Document()
        out.open('svg', xmlns='http://www.w3.org/2000/svg', viewBox=f'0 0 {WIDTH} {HEIGHT}',
                 data_position=name)
        out.text('<!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by '
                 'build-aux/draw-positions -->')
        out.open('style')
        for rule in style:
            out.text(rule)
        out.close('style')
        for kind, ring, closed in self.shapes:
            if closed in ('sharp', 'sharp-line'):
                points = [place(p) for p in ring]
                data = 'M' + 'L'.join(f'{number(x)} {number(y)}' for x, y in points)
                out.element('path', class_=kind, d=data + ('Z' if closed == 'sharp' else ''))
            elif closed == 'smooth-hull':
                out.path(spline([place(p) for p in ring], True), True, class_=kind)
            else:
                curve = closed_curve(ring) if closed else open_curve(ring)
                out.path([tuple(place(p) for p in s) for s in curve], bool(closed), class_=kind)
        out.close('svg')
        return str(out)


def size(a, b):
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))


class Join:
    """Where a shape that is painted meets one with the outlines @rings that lies beneath: within
    @reach of @place the two are one, and the line goes round both."""

    def __init__(self, field, place, reach, rings):
        self.field, self.place, self.reach, self.rings = field, place, reach, rings
        # The hem of the shirt is drawn all the same.
        self.below = lambda x, y: 1e9

    def near(self, p):
        return size(p, self.place) < self.reach

    def hides(self, p):
        return self.near(p) and self.field(*p) < 0 and self.below(*p) > 4


class Figure:
    """Paints one body onto a picture, part after part."""

    # Which parts meet in which joint.
    MEETINGS = [('torso', f'{s}-{part}', (s, joint)) for s in ('near', 'far')
                for part, joint in (('thigh', 'hip'), ('upper-arm', 'shoulder'))]
    MEETINGS += [(f'{s}-{a}', f'{s}-{b}', (s, joint)) for s in ('near', 'far')
                 for a, b, joint in (
                     ('thigh', 'shank', 'knee'), ('shank', 'foot', 'ankle'),
                     ('upper-arm', 'forearm', 'elbow'), ('forearm', 'hand', 'wrist'))]
    SHORTS_END, SLEEVE_END = 0.6, 0.6

    def __init__(self, picture, body):
        self.picture = picture
        self.body = body
        self.rings = {}

    def paint(self, *groups):
        """Each group is the names of the parts that are painted as one, in order from behind."""
        for group in groups:
            names = group.split()
            if names == ['torso']:
                self.torso()
            elif names == ['head']:
                self.head()
            else:
                self.limb(names)

    def joins(self, names, kind):
        """The joints in which the parts @names meet what was painted before."""
        result = []
        for a, b, joint in self.MEETINGS:
            other = a if b in names else b if a in names else None
            if other is None or other in names or (other, kind) not in self.rings:
                continue
            place = self.picture.camera.flat(self.body.joints[joint])
            field = union(self.picture.cones(self.body.parts[other]), 9 if kind == 'cloth' else 0)
            result.append(Join(field, place, JOINS[joint[1]], self.rings[other, kind]))
        return result

    def limb(self, names):
        body, picture = self.body, self.picture
        solid = [cone for name in names for cone in body.parts[name]]
        cuts = [self.under_shirt(name) for name in names if name.endswith('thigh')]
        rings = picture.solid(solid, 'skin', self.joins(names, 'skin'), cuts=cuts)
        for name in names:
            self.rings[name, 'skin'] = rings
        for name in names:
            side, _, part = name.partition('-')
            if part == 'thigh':
                self.cloth(name, side, 'hip', 'knee', self.SHORTS_END, 'shorts', 9)
            elif part == 'upper-arm':
                self.cloth(name, side, 'shoulder', 'elbow', self.SLEEVE_END, 'shirt', 9)
            elif part == 'hand':
                self.fingers(side)

    def cloth(self, name, side, start, end, share, kind, grow):
        body, picture = self.body, self.picture
        a, b = body.joints[side, start], body.joints[side, end]
        cuts = [picture.half(mix(a, b, share), sub(a, b))]
        if kind == 'shorts':
            cuts.append(self.under_shirt(name))
        joins = self.joins([name], 'cloth')
        if kind == 'shorts':
            for join in joins:
                join.below = self.above_hem()
        self.rings[name, 'cloth'] = picture.solid(body.parts[name], kind, joins, grow, cuts)

    def under_shirt(self, thigh):
        """What of a @thigh is seen: where it meets the body, the shirt hangs over it."""
        joins = self.joins([thigh], 'cloth')
        if not joins:
            return lambda x, y: -1e9
        above, field = self.above_hem(), joins[0].field
        return lambda x, y: -soft_within(40, field(x, y), above(x, y))

    def above_hem(self):
        low = self.body.spine[0]
        return self.picture.half(along(self.body.pelvis, (low, 70)), low)

    def fingers(self, side):
        """The lines between the fingers where two of them are seen beside each other."""
        flat = self.picture.camera.flat
        chains = [[flat(p) for p in chain] for chain in self.body.joints[side, 'fingers']]
        for one, two in zip(chains, chains[1:]):
            gaps = [size(p, q) for p, q in zip(one, two)]
            if min(gaps[:2]) < 10:
                continue
            points = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for p, q in zip(one, two)]
            self.picture.line(even(points, SPACING, False), 'detail')

    def torso(self):
        body, picture = self.body, self.picture
        solid = body.parts['torso']
        cones = picture.cones(solid, 9)
        joins = self.joins(['torso'], 'cloth')
        rings = picture.solid(solid, 'shirt', joins, 9)
        self.rings['torso', 'cloth'] = rings
        above = self.above_hem()
        whole = union(cones)
        shorts = within(whole, lambda x, y: -above(x, y))
        for ring in picture.blob(shorts, bounds(cones, SWELL), 'shorts', line=None):
            picture.pieces(ring, lambda p: whole(*p) < -4, 'line')
        for ring in rings:
            picture.pieces(ring, lambda p: not any(join.hides(p) for join in joins), 'line')

    def head(self):
        body, picture = self.body, self.picture
        picture.solid(body.parts['head'], 'skin')
        hole = None
        if dot(body.face, picture.camera.view) > -0.6:
            hole = union(picture.cones(body.bare))
        nape = picture.half(along(body.skull, (body.head_up, -66)), body.head_up)
        picture.solid(body.hair, 'hair', hole=hole, cuts=[nape])
        self.strands()
        self.jaw()
        self.ear()
        self.eyes()

    def strands(self):
        """How the hair lies: from the crown to the forehead."""
        body, picture = self.body, self.picture
        crown = along(body.skull, (body.face, -8), (body.head_up, 14))
        for aside in (-0.75, -0.3, 0.3, 0.75):
            lies = [unit(add(scale(body.face, t / 10), body.head_up, scale(body.ear_side, aside)))
                    for t in range(-6, 5)]
            if all(dot(d, picture.camera.view) > 0.12 for d in lies):
                points = [picture.camera.flat(along(crown, (d, 78))) for d in lies]
                picture.line(even(points, SPACING, False), 'detail')

    def jaw(self):
        """The line of the chin where the neck is seen behind it."""
        body, picture = self.body, self.picture
        neck, *skull = picture.cones(body.parts['head'])
        chin = picture.camera.flat(body.chin)
        for ring in outlines(union(skull), bounds(skull, SWELL)):
            picture.pieces(even(ring, SPACING, True),
                           lambda p: neck(*p) < 0 and size(p, chin) < 62, 'detail')

    def eyes(self):
        body, picture = self.body, self.picture
        for s in (1, -1):
            outward = scale(body.ear_side, s)
            if dot(unit(along(body.face, (outward, 0.35))), picture.camera.view) < 0.12:
                continue
            place = along(body.skull, (body.face, 80), (outward, 31), (body.head_up, -20))
            way = unit(along(outward, (body.face, -0.45)))
            points = [along(place, (way, w), (body.head_up, u)) for w, u in
                      ((-11, 1), (-4, -4), (4, -4), (11, 1))]
            picture.line([picture.camera.flat(p) for p in points], 'detail')

    def ear(self):
        body, picture = self.body, self.picture
        for s in (1, -1):
            outward = scale(body.ear_side, s)
            if dot(outward, picture.camera.view) < 0.35:
                continue
            place = along(body.skull, (outward, 66), (body.face, 4), (body.head_up, -26))
            top = along(place, (body.head_up, 12), (body.face, -3))
            picture.solid([(along(place, (body.head_up, -10)), 10, top, 15, 5)],
                          'skin', line='detail')

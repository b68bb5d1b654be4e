# field.py: shapes as distances, and the outline where the distance is nothing
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A *field* is a function of a point on the page that gives its distance to a shape, below zero
inside. Fields of round cones, joined softly, give a body whose parts flow into each other."""
from math import sqrt


class Cone:
    """The outline of a ball that rolls from @a to @b and changes from radius @ra to @rb. @soft is
    how far from a seam with what came before the two begin to melt together."""

    def __init__(self, a, ra, b, rb, soft):
        self.a, self.ra, self.rb, self.soft = a, ra, rb, soft
        dx, dy = b[0] - a[0], b[1] - a[1]
        self.span = sqrt(dx * dx + dy * dy)
        self.ball = self.span <= abs(ra - rb) + 1e-6
        if self.ball:
            if rb > ra:
                self.a, self.ra = b, rb
        else:
            self.ux, self.uy = dx / self.span, dy / self.span
            self.sine = (ra - rb) / self.span
            self.cosine = sqrt(1 - self.sine * self.sine)
        self.box = (min(a[0] - ra, b[0] - rb), min(a[1] - ra, b[1] - rb),
                    max(a[0] + ra, b[0] + rb), max(a[1] + ra, b[1] + rb))

    def __call__(self, x, y):
        x -= self.a[0]
        y -= self.a[1]
        if self.ball:
            return sqrt(x * x + y * y) - self.ra
        along = x * self.ux + y * self.uy
        aside = abs(x * self.uy - y * self.ux)
        place = along * self.cosine - aside * self.sine
        if place < 0:
            return sqrt(x * x + y * y) - self.ra
        if place > self.span * self.cosine:
            along -= self.span
            return sqrt(along * along + aside * aside) - self.rb
        return aside * self.cosine + along * self.sine - self.ra


def union(cones, grow=0):
    """The field of @cones melted together, grown by @grow on all sides."""
    def field(x, y):
        result = 1e9
        for cone in cones:
            distance = cone(x, y)
            soft = cone.soft - abs(result - distance)
            if distance < result:
                result = distance
            if soft > 0:
                result -= soft * soft / (4 * cone.soft)
        return result - grow
    return field


def within(*fields):
    """What lies in all @fields; the corner stays sharp."""
    return lambda x, y: max(field(x, y) for field in fields)


def soft_within(soft, *values):
    """What lies in all of several shapes, of which @values are the distances; the corners are
    rounded over about @soft."""
    result = values[0]
    for value in values[1:]:
        over = soft - abs(result - value)
        result = max(result, value) + (over * over / (4 * soft) if over > 0 else 0)
    return result


def without(field, hole):
    return lambda x, y: max(field(x, y), -hole(x, y))


def beyond(place, direction):
    """The half of the page that lies on the far side of @place in the unit @direction."""
    def field(x, y):
        return (place[0] - x) * direction[0] + (place[1] - y) * direction[1]
    return field


def bounds(cones, margin):
    boxes = [cone.box for cone in cones]
    return (min(b[0] for b in boxes) - margin, min(b[1] for b in boxes) - margin,
            max(b[2] for b in boxes) + margin, max(b[3] for b in boxes) + margin)


# The cells in which the outline is looked for, and how many a block has a side: a block is only
# looked at closely if the outline can pass through it.
CELL = 6.5
BLOCK = 5


def outlines(field, box):
    """The closed polygons along which @field is zero inside @box, the largest first."""
    x0, y0 = box[0], box[1]
    columns = int((box[2] - x0) / (CELL * BLOCK)) + 1
    rows = int((box[3] - y0) / (CELL * BLOCK)) + 1
    far = CELL * BLOCK * 0.75 + 4
    values = {}

    def value(i, j):
        key = (i, j)
        if key not in values:
            # An outline never passes exactly through a corner, so that each cell is clear.
            values[key] = field(x0 + i * CELL, y0 + j * CELL) or 1e-9
        return values[key]

    def crossing(i, j, k, m):
        a, b = value(i, j), value(k, m)
        t = a / (a - b)
        return (x0 + (i + (k - i) * t) * CELL, y0 + (j + (m - j) * t) * CELL)

    following = {}
    places = {}

    def link(start, end):
        """Goes from the edge @start of a cell to @end with the inside at one hand."""
        following[start] = end
        for edge in (start, end):
            if edge not in places:
                places[edge] = crossing(*edge)

    for row in range(rows):
        for column in range(columns):
            middle = field(x0 + (column + 0.5) * BLOCK * CELL, y0 + (row + 0.5) * BLOCK * CELL)
            if abs(middle) > far:
                continue
            for j in range(row * BLOCK, (row + 1) * BLOCK):
                for i in range(column * BLOCK, (column + 1) * BLOCK):
                    walk_cell(i, j, value, link)

    loops = []
    while following:
        start = min(following)
        loop, edge = [], start
        while edge in following:
            loop.append(places[edge])
            edge = following.pop(edge)
        if edge == start and len(loop) > 5:
            loops.append(loop)
    return sorted(loops, key=lambda loop: -abs(area(loop)))


def walk_cell(i, j, value, link):
    """Links the edges of one cell through which the outline passes."""
    corners = ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
    inside = [value(*corner) < 0 for corner in corners]
    count = sum(inside)
    if count in (0, 4):
        return

    def edge(a):
        b = (a + 1) % 4
        return corners[a] + corners[b] if corners[a] < corners[b] else corners[b] + corners[a]

    outward = [a for a in range(4) if inside[a] and not inside[(a + 1) % 4]]
    inward = [a for a in range(4) if not inside[a] and inside[(a + 1) % 4]]
    if len(outward) == 1:
        link(edge(outward[0]), edge(inward[0]))
        return
    # Two opposite corners are inside: what the middle is decides which edges belong together.
    joined = sum(value(*corner) for corner in corners) < 0
    for a in outward:
        link(edge(a), edge((a + 1) % 4 if joined else (a - 1) % 4))


def area(loop):
    total = 0
    for (ax, ay), (bx, by) in zip(loop, loop[1:] + loop[:1]):
        total += ax * by - bx * ay
    return total / 2

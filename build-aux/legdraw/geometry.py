# geometry.py: smooth curves through points, their lengths, their insides
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A *curve* is a list of cubic Bézier segments (p0, c1, c2, p1); a point is (x, y)."""
import math


def spline(points, closed=False):
    """The smooth curve through @points: Catmull-Rom with chord-length spacing, so that points
    may lie unevenly without the curve swinging out between them."""
    n = len(points)
    count = n if closed else n - 1

    def at(i):
        return points[i % n] if closed else points[min(max(i, 0), n - 1)]

    def tangent(i):
        before, here, after = at(i - 1), at(i), at(i + 1)
        d0, d1 = math.dist(before, here), math.dist(here, after)
        if d0 == 0 or d1 == 0:
            span = (d0 + d1) or 1
            return tuple((a - b) / span for a, b in zip(after, before))
        return tuple(((h - b) / d0 * d1 + (a - h) / d1 * d0) / (d0 + d1)
                     for b, h, a in zip(before, here, after))

    curve = []
    for i in range(count):
        p0, p1 = at(i), at(i + 1)
        reach = math.dist(p0, p1) / 3
        t0, t1 = tangent(i), tangent(i + 1)
        curve.append((p0, (p0[0] + t0[0] * reach, p0[1] + t0[1] * reach),
                      (p1[0] - t1[0] * reach, p1[1] - t1[1] * reach), p1))
    return curve


def line(*points):
    """Straight segments through @points, as Béziers."""
    def between(a, b, t):
        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
    return [(a, between(a, b, 1 / 3), between(a, b, 2 / 3), b) for a, b in zip(points, points[1:])]


def reverse(curve):
    return [(d, c, b, a) for a, b, c, d in reversed(curve)]


def bezier_point(segment, t):
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    # Not by sum(), whose last digit is another in newer versions of Python.
    return tuple(math.fsum(w * p[axis] for w, p in zip(weights, segment)) for axis in (0, 1))


def polyline(curve, steps=12):
    """Points along @curve, @steps to each segment, its two ends included."""
    points = [curve[0][0]]
    for segment in curve:
        points += [bezier_point(segment, i / steps) for i in range(1, steps + 1)]
    return points


def resample(points, count):
    """@count points at even spacing along the polyline @points."""
    lengths = [0.0]
    for a, b in zip(points, points[1:]):
        lengths.append(lengths[-1] + math.dist(a, b))
    result, i = [], 0
    for k in range(count):
        goal = lengths[-1] * k / (count - 1)
        while i < len(points) - 2 and lengths[i + 1] < goal:
            i += 1
        t = (goal - lengths[i]) / ((lengths[i + 1] - lengths[i]) or 1)
        result.append(mix(points[i], points[i + 1], min(t, 1)))
    return result


def mix(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def inside(point, polygon):
    """Whether @point lies in the closed @polygon (even-odd rule)."""
    x, y = point
    result = False
    x0, y0 = polygon[-1]
    for x1, y1 in polygon:
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            result = not result
        x0, y0 = x1, y1
    return result


def crossings(polygon, y):
    """The x of each place where @polygon crosses the height @y, in order."""
    result = []
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
        if (y0 > y) != (y1 > y):
            result.append(x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    return sorted(result)

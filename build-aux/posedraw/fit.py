# fit.py: few smooth curves through many points
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits cubic Béziers to a polyline by least squares, split where they stray (Schneider 1990)."""
from math import sqrt

# How far in millimetres a curve may stray from its points: a quarter of a line's width.
STRAY = 1.6
# How sharp a turn over the neighbours is a corner: the cosine of 60 degrees.
CORNER = 0.5


def minus(a, b):
    return (a[0] - b[0], a[1] - b[1])


def times(a, b):
    return a[0] * b[0] + a[1] * b[1]


def size(a):
    return sqrt(times(a, a))


def direction(a, b):
    d = minus(b, a)
    s = size(d) or 1
    return (d[0] / s, d[1] / s)


def at(curve, t):
    u = 1 - t
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return tuple(sum(w[k] * curve[k][axis] for k in range(4)) for axis in (0, 1))


def parameters(points):
    result = [0.0]
    for a, b in zip(points, points[1:]):
        result.append(result[-1] + size(minus(a, b)))
    return [r / result[-1] for r in result]


def single(points, places, start, end):
    """The one cubic with the tangents @start and @end nearest to @points at @places."""
    first, last = points[0], points[-1]
    c00 = c01 = c11 = x0 = x1 = 0.0
    for p, t in zip(points, places):
        u = 1 - t
        b1, b2 = 3 * u * u * t, 3 * u * t * t
        a0 = (start[0] * b1, start[1] * b1)
        a1 = (end[0] * b2, end[1] * b2)
        near = u * u * u + b1
        rest = (p[0] - first[0] * near - last[0] * (1 - near),
                p[1] - first[1] * near - last[1] * (1 - near))
        c00 += times(a0, a0)
        c01 += times(a0, a1)
        c11 += times(a1, a1)
        x0 += times(rest, a0)
        x1 += times(rest, a1)
    span = size(minus(last, first))
    bottom = c00 * c11 - c01 * c01
    if abs(bottom) > 1e-9:
        left = (x0 * c11 - x1 * c01) / bottom
        right = (c00 * x1 - c01 * x0) / bottom
    else:
        left = right = 0
    if not span * 0.05 < min(left, right) <= max(left, right) < span * 1.5:
        left = right = span / 3
    return (first, (first[0] + start[0] * left, first[1] + start[1] * left),
            (last[0] + end[0] * right, last[1] + end[1] * right), last)


def smooth(points, start, end):
    if len(points) == 2:
        reach = size(minus(points[0], points[1])) / 3
        a, b = points
        return [(a, (a[0] + start[0] * reach, a[1] + start[1] * reach),
                 (b[0] + end[0] * reach, b[1] + end[1] * reach), b)]
    places = parameters(points)
    curve = single(points, places, start, end)
    worst, split = 0.0, len(points) // 2
    for k in range(1, len(points) - 1):
        stray = size(minus(at(curve, places[k]), points[k]))
        if stray > worst:
            worst, split = stray, k
    if worst <= STRAY:
        return [curve]
    before, after = max(split - 2, 0), min(split + 2, len(points) - 1)
    middle = direction(points[after], points[before])
    return (smooth(points[:split + 1], start, middle)
            + smooth(points[split:], (-middle[0], -middle[1]), end))


def open_curve(points):
    """Smooth curves through @points, which do not close."""
    near = min(2, len(points) - 1)
    return smooth(points, direction(points[0], points[near]),
                  direction(points[-1], points[-1 - near]))


def corners(points):
    """The sharpest point of each turn of the closed polygon @points that is a corner."""
    n = len(points)

    def turn(k):
        before = direction(points[(k - 3) % n], points[k % n])
        after = direction(points[k % n], points[(k + 3) % n])
        return times(before, after)

    turns = [turn(k) for k in range(n)]
    return [k for k in range(n) if turns[k] < CORNER
            and all(turns[k] < turns[(k - j) % n] and turns[k] <= turns[(k + j) % n]
                    for j in range(1, 4))]


def closed_curve(points):
    """Smooth curves round the closed polygon @points, sharp at its corners."""
    sharp = corners(points)
    if not sharp:
        ring = points + points[:1]
        tangent = direction(points[-1], points[1])
        return smooth(ring, tangent, (-tangent[0], -tangent[1]))
    turned = points[sharp[0]:] + points[:sharp[0]]
    stops = [k - sharp[0] for k in sharp] + [len(points)]
    turned.append(turned[0])
    result = []
    for a, b in zip(stops, stops[1:]):
        result += open_curve(turned[a:b + 1])
    return result


def even(points, spacing, closed):
    """@points at about @spacing from each other along the polyline."""
    ring = points + points[:1] if closed else points
    lengths = [0.0]
    for a, b in zip(ring, ring[1:]):
        lengths.append(lengths[-1] + size(minus(a, b)))
    count = max(int(lengths[-1] / spacing), 4)
    result, i = [], 0
    for k in range(count if closed else count + 1):
        goal = lengths[-1] * k / count
        while i < len(ring) - 2 and lengths[i + 1] < goal:
            i += 1
        gap = lengths[i + 1] - lengths[i]
        t = min((goal - lengths[i]) / gap, 1) if gap > 0 else 0
        a, b = ring[i], ring[i + 1]
        result.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
    return result

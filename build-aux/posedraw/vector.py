# vector.py: points in space, and the limb of two bones that reaches a point
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Points are (x, y, z) in millimetres: x to the right of the page, y up, z toward who looks.

Only sums, products, quotients and square roots are used here and in what builds on it: those give
the very same bits on every machine, which sines and their like do not."""
from math import sqrt


def add(*points):
    return tuple(map(sum, zip(*points)))


def sub(a, b):
    return tuple(x - y for x, y in zip(a, b))


def scale(a, factor):
    return tuple(x * factor for x in a)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def length(a):
    return sqrt(dot(a, a))


def unit(a):
    return scale(a, 1 / length(a))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def mix(a, b, t):
    return tuple(x + (y - x) * t for x, y in zip(a, b))


def along(point, *moves):
    """@point moved by each (direction, distance) of @moves."""
    return add(point, *(scale(direction, distance) for direction, distance in moves))


def upright(direction, axis):
    """The part of @direction at right angles to the unit vector @axis, made a unit vector."""
    return unit(sub(direction, scale(axis, dot(direction, axis))))


def reach(root, target, upper, lower, pole):
    """The middle joint of a limb from @root to @target with bones of the lengths @upper and
    @lower, bent toward @pole (a direction), and the end, which is @target if it can be reached."""
    axis = unit(sub(target, root))
    span = length(sub(target, root))
    if span > upper + lower:
        if span > 1.03 * (upper + lower):
            raise ValueError(f'{target} lies {span:.0f} from {root}, the limb reaches '
                             f'{upper + lower:.0f}')
        span = (upper + lower) * 0.9999
    span = max(span, abs(upper - lower) * 1.0001)
    before = (upper * upper - lower * lower + span * span) / (2 * span)
    aside = sqrt(max(upper * upper - before * before, 0))
    middle = along(root, (axis, before), (upright(pole, axis), aside))
    return middle, along(root, (axis, span))


class Camera:
    """Looks at the scene from the direction @view, far away, so that nothing is foreshortened by
    distance."""

    def __init__(self, view):
        self.view = unit(view)
        self.right = unit(cross((0, 1, 0), self.view))
        self.up = cross(self.view, self.right)

    def flat(self, point):
        """Where @point is seen; y grows downward, as on a page."""
        return (dot(point, self.right), -dot(point, self.up))

# strokes.py: where hands and tools move, from the centre lines of the muscles
#
# SPDX-License-Identifier: GPL-3.0-or-later
import math
import pathlib
from xml.etree import ElementTree

from .geometry import crossings, inside, polyline, resample, spline
from .outline import polygon

GUIDE = pathlib.Path(__file__).resolve().parents[2] / 'resources' / 'guide'
# Each technique and the zones that the guide allows it on, each with the only view that shows it, if
# not all do.
TECHNIQUES = {technique.get('id'): {on.get('zone'): on.get('view') for on in technique.iter('on')}
              for technique in ElementTree.parse(GUIDE / 'techniques.xml').iter('technique')}
# The part of its centre line that a technique uses. A glide uses all, so that the glides of
# neighbouring zones join; what presses keeps clear of the zone's ends.
SPANS = {
    'effleurage': (0, 1),
    'lymph-strokes': (0.06, 0.94),
    'petrissage': (0.12, 0.88),
    'thumb-circles': (0.14, 0.86),
    'palm-compression': (0.14, 0.86),
    'tapotement': (0.14, 0.86),
    'myofascial-glide': (0.2, 0.8),
    'roller': (0.08, 0.92),
    'massage-stick': (0.1, 0.9),
    'massage-gun': (0.14, 0.86),
}
# Where a leg is seen to lie on a roller, that stays below the hollow of the knee.
ROLLER_BELOW = (0.08, 0.62)
# Holds press one place: their path is this long and centred on it.
HOLDS = {'trigger-point', 'ball', 'compression-sleeve'}
HOLD_LENGTH = 8
# Friction crosses this part of the zone's breadth, and no more than a small area.
FRICTION_BREADTH = 0.4
FRICTION_MAX = 44
# How far a stroke stays away from the border of its zone.
MARGIN = 1.2
POINTS = 7


def keeps_clear(point, shape):
    return all(inside((point[0] + dx, point[1] + dy), shape)
               for dx, dy in ((MARGIN, 0), (-MARGIN, 0), (0, MARGIN), (0, -MARGIN)))


def within(points, shape):
    """The longest run of @points that lies inside @shape."""
    best, run = [], []
    for point in points:
        if keeps_clear(point, shape):
            run.append(point)
        else:
            run = []
        if len(run) > len(best):
            best = run
    return best


def part(points, span):
    dense = resample(points, 101)
    return dense[round(span[0] * 100):round(span[1] * 100) + 1]


def stroke(technique, points, shape, span):
    """The path of @technique over the part @span of a centre line's run @points inside the zone
    @shape."""
    middle = resample(points, 101)[50]
    if technique in HOLDS:
        ahead = resample(points, 101)[53]
        length = math.dist(middle, ahead) or 1
        step = ((ahead[0] - middle[0]) / length * HOLD_LENGTH / 2,
                (ahead[1] - middle[1]) / length * HOLD_LENGTH / 2)
        ends = [(middle[0] - step[0], middle[1] - step[1]),
                (middle[0] + step[0], middle[1] + step[1])]
        return spline([ends[0], middle, ends[1]])
    if technique == 'cross-friction':
        edges = crossings(shape, middle[1])
        left = max(x for x in edges if x <= middle[0])
        right = min(x for x in edges if x > middle[0])
        half = min((right - left) * FRICTION_BREADTH, FRICTION_MAX) / 2
        half = min(half, middle[0] - left - 2, right - middle[0] - 2)
        return spline([(middle[0] - half, middle[1]), middle, (middle[0] + half, middle[1])])
    return spline(resample(part(points, span), POINTS))


def strokes(body):
    """(zone, technique, curve) of every stroke of @body, zone by zone."""
    lines = {name: polyline(body.leg.curve(points), 40) for name, points in body.view.LINES.items()}
    for zone, border in body.zones.items():
        shape = polygon(border)
        chosen = body.view.ZONE_LINES[zone]
        runs = {name: within(lines[name], shape) for name in set(chosen.values())}
        for technique, allowed in TECHNIQUES.items():
            if zone in allowed and allowed[zone] in (None, body.view.VIEW):
                run = runs[chosen.get(technique, chosen['*'])]
                below = technique == 'roller' and body.view.VIEW in ('outer', 'inner')
                span = ROLLER_BELOW if below else SPANS.get(technique)
                yield zone, technique, stroke(technique, run, shape, span)

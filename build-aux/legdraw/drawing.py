# drawing.py: a whole view as the text of an SVG file
#
# SPDX-License-Identifier: GPL-3.0-or-later
import math
import re

from .body import Body
from .geometry import line, polyline, resample
from .outline import Leg
from .paint import paint, paint_definitions
from .strokes import strokes
from .svg import Document, number, path_data

# The look that the drawing carries when nobody hands it a stylesheet.
DEFAULT_STYLES = ('style-light.css', 'tone-2.css')


def default_style(folder):
    """The rules of the default stylesheets without their comments and their precedence."""
    for name in DEFAULT_STYLES:
        text = (folder / name).read_text(encoding='utf-8')
        text = re.sub(r'/\*.*?\*/', '', text, flags=re.S).replace(' !important', '')
        yield from (line for line in text.splitlines() if line.strip())


# Valves are drawn so far apart, as chevrons of this size that point where they let blood flow: to
# the heart.
VALVE_SPACING = 70
VALVE_SIZE = 6.5


def valves(vein):
    """A chevron every so often in @vein, a main one, which runs toward the heart."""
    points = polyline(vein)
    count = int(math.fsum(math.dist(a, b) for a, b in zip(points, points[1:])) // VALVE_SPACING)
    # Twice as many points as valves: those between tell the direction.
    places = resample(points, 2 * count + 1)
    for behind, (x, y), ahead in zip(places[0::2], places[1::2], places[2::2]):
        away = math.dist(behind, ahead)
        dx, dy = (VALVE_SIZE * (ahead[i] - behind[i]) / away for i in (0, 1))
        yield line((x - dx - dy, y - dy + dx), (x, y), (x - dx + dy, y - dy - dx))


def draw(view, folder):
    bodies = [Body(view, Leg(view.PAGE, name, side)) for name, side in view.SIDES.items()]
    out = Document()
    out.open('svg', xmlns='http://www.w3.org/2000/svg', viewBox=f'0 0 {view.PAGE.width} {view.PAGE.height}',
             data_view=view.VIEW)
    out.text('<!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by build-aux/draw-map -->')
    out.open('style')
    for rule in default_style(folder):
        out.text(rule)
    out.close('style')

    paint_definitions(out, bodies)
    out.open('g', id='art')
    paint(out, bodies)
    for body in bodies:
        out.element('path', id=f'massageable-{body.leg.name}', class_='extent',
                    d=''.join(path_data(outline, closed=True) for outline in body.massageable))
    out.close('g')

    out.open('g', id='overlay-veins', class_='overlay')
    for body in bodies:
        veins = [body.leg.curve(vein) for vein in view.SAPHENOUS]
        for vein in veins:
            out.path(vein, class_='vein')
        for vein in veins[:view.VALVED]:
            for mark in valves(vein):
                out.path(mark, class_='valve')
        for name, place in view.NODES:
            x, y = body.leg.place(place)
            out.element('circle', id=f'node-{body.leg.name}-{name}', class_='node', cx=number(x),
                        cy=number(y), r=7)
        # Nodes lie in groups, like beans along the vein.
        for place in view.NODE_GROUP:
            out.ellipse(body.leg.place(place), (4.4, 6), class_='node')
    out.close('g')

    out.open('g', id='zones')
    for body in bodies:
        for zone, border in body.zones.items():
            out.path(border, closed=True, id=f'zone-{body.leg.name}-{zone}', class_='zone')
    out.close('g')

    out.open('g', id='strokes')
    for body in bodies:
        for zone, technique, curve in strokes(body):
            out.path(curve, id=f'stroke-{body.leg.name}-{zone}-{technique}', class_='stroke')
    out.close('g')
    out.close('svg')
    return str(out)

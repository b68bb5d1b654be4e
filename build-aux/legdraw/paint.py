# paint.py: the art of a view: skin, muscles, light and shade, edge
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All softness is made of gradients and of strokes laid over each other: a blur would look the
same and take librsvg three times as long."""
import math

from .feet import paint_foot
from .geometry import mix, polyline, resample, reverse, spline
from .muscle import Sheet
from .svg import number, pair, path_data

# How far a highlight is moved toward the light, as a part of the muscle's breadth. The light
# falls from above the viewer's left shoulder.
LIGHT_SHIFT = 0.11
# Breadths of the strokes that together make a soft edge, from the widest to the narrowest.
RIM_DARK = (78, 71, 64, 57, 51, 45, 39, 33, 28, 23, 18, 14, 10, 7, 4)
RIM_LIT = (39, 34, 29, 24, 20, 16, 12, 9, 6, 4)
FURROW = (8, 6.6, 5.3, 4, 2.8, 1.6)
VEIL = tuple(range(34, 2, -3))
# The part of a soft line, at each end, that its broadest stroke leaves out.
TAPER = 0.28
# A muscle that bends by more than this part of its breadth is lit by a line, not by an oval.
BENT = 0.5
# Breadths of the strokes of such a line, as parts of the muscle's breadth.
RISE_LINE = (0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)
# How much of its length a sheet takes to melt into what lies beneath, at its origin and insertion.
MELT_ORIGIN = 0.4
MELT_INSERTION = 0.2


def gradient(out, kind, name, stops, **attributes):
    out.open(kind, id=name, **attributes)
    for offset, stop in stops:
        out.element('stop', offset=offset, class_=stop)
    out.close(kind)


def paint_definitions(out, bodies):
    view = bodies[0].view
    width = view.PAGE.width
    out.open('defs')
    gradient(out, 'linearGradient', 'fade-ramp', [(0, 'fade-out'), (1, 'fade-in')],
             gradientUnits='userSpaceOnUse', x1=0, y1=view.FADE[0], x2=0, y2=view.FADE[1])
    gradient(out, 'radialGradient', 'ground-ramp', [(0, 'ground-in'), (1, 'ground-out')])
    for name in ('light', 'shade'):
        gradient(out, 'radialGradient', f'{name}-ramp',
                 [(0, f'{name}-in'), (0.45, f'{name}-mid'), (1, f'{name}-out')])
    gradient(out, 'radialGradient', 'knob-ramp',
             [(0, 'light-mid'), (0.55, 'light-out'), (0.55, 'shade-out'), (0.78, 'knob-shade'),
              (1, 'shade-out')], fx=0.4, fy=0.4)
    out.open('mask', id='fade', maskUnits='userSpaceOnUse', x=0, y=0, width=width, height=view.PAGE.height)
    out.element('rect', width=width, height=view.PAGE.height, fill='url(#fade-ramp)')
    out.close('mask')
    out.open('clipPath', id='skin-clip')
    # All pieces turn the same way round: where they overlap, a clip's windings add up. The strip
    # across the midline lets the two legs meet without a seam.
    for body in bodies:
        outline = body.silhouette if body.leg.side > 0 else reverse(body.silhouette)
        out.path(outline, closed=True)
    if view.CROTCH is not None:
        out.element('rect', x=number(width / 2 - 1), y=6, width=2,
                    height=number(view.PAGE.floor - view.CROTCH - 7))
    out.close('clipPath')
    for body in bodies:
        for side, curve in (('outer', body.outer_rim), ('inner', body.inner_rim)):
            out.path(curve, id=f'edge-{body.leg.name}-{side}')
    out.close('defs')


def glow(out, leg, ramp, spots, reach=1.6):
    """Light or shade that is strongest at a spot and fades over @reach times its size."""
    for centre, (rx, ry) in spots:
        out.ellipse(leg.place(centre), (rx * reach, ry * reach), fill=f'url(#{ramp}-ramp)')


def knobs(out, leg, spots):
    """Bone that stands out under the skin: lit on top, with its shade around it."""
    for centre, (rx, ry) in spots:
        out.ellipse(leg.place(centre), (rx, ry), fill='url(#knob-ramp)')


def soft_line(out, curve, widths, class_):
    """A line without hard sides or ends: the broader a stroke, the shorter it is."""
    points = polyline(curve)
    for width in widths:
        trim = round(100 * TAPER * width / widths[0])
        part = resample(points, 101)[trim:101 - trim]
        out.path(spline(resample(part, 5)), class_=class_, stroke_width=number(width))


def rise_gradient(out, sheet, name, toward_light):
    """An oval light that lies along the muscle: centre, half length and half breadth. Beyond it the
    muscle turns away from the light, most where the light does not come from, and at its tips."""
    top, low = sheet.at(0.5, 0.04), sheet.at(0.5, 0.96)
    inner, outer = sheet.at(0, 0.5), sheet.at(1, 0.5)
    centre = mix(inner, outer, 0.5 + toward_light)
    along = ((low[0] - top[0]) / 2, (low[1] - top[1]) / 2)
    across = ((outer[0] - inner[0]) / 2, (outer[1] - inner[1]) / 2)
    length = math.hypot(*along)
    # The part of the breadth that stands at right angles to the length.
    breadth = abs(across[0] * along[1] - across[1] * along[0]) / length
    normal = (-along[1] / length * breadth, along[0] / length * breadth)
    matrix = ' '.join(f'{v:.2f}' for v in (*along, *normal, *centre))
    gradient(out, 'radialGradient', name,
             [(0, 'rise-in'), (0.45, 'rise-mid'), (0.74, 'rise-out'), (0.74, 'turn-out'),
              (1, 'turn-in')], gradientUnits='userSpaceOnUse', cx=0, cy=0, r=1,
             gradientTransform=f'matrix({matrix})')


def melt_gradient(out, sheet, muscle, name):
    """The colour of a sheet that fades out toward the ends that @muscle names."""
    (x1, y1), (x2, y2) = sheet.at(0.5, 0), sheet.at(0.5, 1)
    solid, gone = f'{muscle.kind}-solid', f'{muscle.kind}-gone'
    stops = [(0, solid if muscle.fade == 'insertion' else gone), (MELT_ORIGIN, solid),
             (1 - MELT_INSERTION, solid), (1, solid if muscle.fade == 'origin' else gone)]
    gradient(out, 'linearGradient', name, stops, gradientUnits='userSpaceOnUse', x1=number(x1),
             y1=number(y1), x2=number(x2), y2=number(y2))


def paint_fibres(out, sheet, muscle):
    fibres = sheet.fibre_lines(muscle.fibres, muscle.count)
    if fibres:
        out.element('path', class_='fibre', d=''.join(path_data(f) for f in fibres))


def paint_melting(out, sheet, muscle, name):
    """A sheet without a border at the end where it fades; its sides show where it is whole."""
    melt_gradient(out, sheet, muscle, name)
    out.element('path', fill=f'url(#{name})', d=path_data(sheet.outline(), closed=True))
    paint_fibres(out, sheet, muscle)
    if muscle.depth > 0:
        start = 0 if muscle.fade == 'insertion' else MELT_ORIGIN
        stop = 1 if muscle.fade == 'origin' else 1 - MELT_INSERTION
        sides = ''.join(path_data(side) for side in sheet.sides(start, stop))
        out.element('path', class_='muscle-edge soft', fill='none', d=sides)


def paint_muscle(out, sheet, muscle, name, toward_light):
    """One muscle as it lies on what is beneath it: its ground, fibres, swell and edge."""
    if muscle.fade:
        paint_melting(out, sheet, muscle, name)
        return
    outline = path_data(sheet.outline(), closed=True)
    if muscle.depth == 0:
        out.element('path', class_=f'{muscle.kind} flat', d=outline)
        return
    out.open('defs')
    out.element('path', id=f'{name}-shape', d=outline)
    bent = sheet.bend() >= BENT * sheet.breadth()
    if not bent:
        rise_gradient(out, sheet, name, toward_light)
    out.close('defs')
    out.element('use', href=f'#{name}-shape', class_=muscle.kind)
    paint_fibres(out, sheet, muscle)
    edge = 'muscle-edge' if muscle.kind.startswith('muscle') else 'muscle-edge soft'
    fill = 'none' if bent else f'url(#{name})'
    if bent:
        middle = spline([sheet.at(0.5 + toward_light, 0.08 + 0.84 * k / 7) for k in range(8)])
        soft_line(out, middle, [sheet.breadth() * part for part in RISE_LINE], 'rise-line')
    out.element('use', href=f'#{name}-shape', class_=edge, fill=fill,
                fill_opacity=number(muscle.depth))


def paint_sheets(out, leg, muscles):
    for muscle in muscles:
        paint_muscle(out, Sheet(leg, muscle), muscle, f'{leg.name}-{muscle.name}',
                     -LIGHT_SHIFT * leg.side)


def paint_relief(out, body):
    """The muscles, tendons and bones of a leg, and the shade of its edges over them."""
    view, leg = body.view, body.leg
    paint_sheets(out, leg, view.MUSCLES)
    lit, dark = ('inner', 'outer') if leg.side > 0 else ('outer', 'inner')
    for side, class_, widths in ((dark, 'rim-dark', RIM_DARK), (lit, 'rim-lit', RIM_LIT)):
        for width in widths:
            out.element('use', href=f'#edge-{leg.name}-{side}', class_=class_, stroke_width=width)


def paint_veil(out, body):
    """The skin of the belly, which lies over the upper ends of the muscles."""
    if body.view.VEIL:
        veil = body.leg.curve(body.view.VEIL, closed=True)
        out.path(veil, closed=True, class_='skin')
        for width in VEIL:
            out.path(veil, closed=True, class_='veil', stroke_width=width)


def paint_skin(out, body):
    """What lies on top: what the belly's skin shows, hollows and rises, the foot."""
    view, leg = body.view, body.leg
    paint_sheets(out, leg, view.FASCIA)
    for furrow in view.FURROWS:
        soft_line(out, leg.curve(furrow), FURROW, 'furrow')
    glow(out, leg, 'shade', view.HOLLOWS)
    glow(out, leg, 'light', view.RISES)
    knobs(out, leg, view.KNOBS)
    paint_foot(out, body, glow, soft_line)


def paint(out, bodies):
    view = bodies[0].view
    for body in bodies if view.GROUND else []:
        middle, reach = view.GROUND
        x, _ = body.leg.place((0, middle))
        out.ellipse((x, view.PAGE.floor + 6), (reach, 15), fill='url(#ground-ramp)')
    out.open('g', mask='url(#fade)')
    out.open('g', clip_path='url(#skin-clip)')
    if view.CROTCH is not None:
        out.element('path', class_='seam',
                    d=f'M{pair((view.PAGE.width / 2, 0))}V{number(view.PAGE.floor - view.CROTCH - 3)}')
    for body in bodies:
        out.path(body.silhouette, closed=True, id=f'silhouette-{body.leg.name}', class_='skin')
    for layer in (paint_relief, paint_veil, paint_skin):
        for body in bodies:
            layer(out, body)
    out.close('g')
    for body in bodies:
        out.path(body.edge, class_='skin-edge')
    if bodies[0].cleft:
        out.path(bodies[0].cleft, class_='crease')
    out.close('g')

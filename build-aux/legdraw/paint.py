# paint.py: the art of one leg: skin, light, muscles, bones, edge
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .feet import paint_foot
from .muscle import Sheet
from .outline import FLOOR_Y, WIDTH
from .svg import number

# How far a highlight is moved toward the light, as a part of the muscle's breadth. The light
# falls from above the viewer's left shoulder.
LIGHT_SHIFT = 0.07


def paint_definitions(out, bodies):
    out.open('defs')
    for size in (1, 3, 8):
        out.open('filter', id=f'soft-{size}', x='-15%', y='-8%', width='130%', height='116%')
        out.element('feGaussianBlur', stdDeviation=size)
        out.close('filter')
    out.open('linearGradient', id='fade-ramp', gradientUnits='userSpaceOnUse', x1=0, y1=8, x2=0,
             y2=46)
    out.element('stop', offset=0, class_='fade-out')
    out.element('stop', offset=1, class_='fade-in')
    out.close('linearGradient')
    out.open('mask', id='fade', maskUnits='userSpaceOnUse', x=0, y=0, width=WIDTH, height=1090)
    out.element('rect', width=WIDTH, height=1090, fill='url(#fade-ramp)')
    out.close('mask')
    out.open('radialGradient', id='ground-ramp')
    out.element('stop', offset=0, class_='ground-in')
    out.element('stop', offset=1, class_='ground-out')
    out.close('radialGradient')
    for body in bodies:
        out.open('clipPath', id=f'clip-{body.leg.name}')
        out.path(body.silhouette, closed=True)
        out.close('clipPath')
    out.close('defs')


def paint_ground(out, bodies):
    for body in bodies:
        x, _ = body.leg.place((0, 104))
        out.ellipse((x, FLOOR_Y + 6), (70, 15), fill='url(#ground-ramp)')


def ellipses(out, body, spots, class_):
    for centre, radii in spots:
        out.ellipse(body.leg.place(centre), radii, class_=class_)


def paint_relief(out, sheet, muscle, toward_light):
    """One muscle: its ground, its edge, and two steps of light that make it round."""
    out.path(sheet.outline(), closed=True, class_=muscle.kind)
    out.path(sheet.outline(), closed=True, class_='muscle-edge')
    for inset, ends in ((0.16, 0.07), (0.33, 0.16)):
        u0, u1 = inset + toward_light, 1 - inset + toward_light
        out.path(sheet.outline(u0, u1, ends, 1 - ends), closed=True, class_='rise',
                 opacity=number(muscle.depth))


def paint_leg(out, body):
    view, leg = body.view, body.leg
    toward_light = -LIGHT_SHIFT * leg.side
    sheets = [(Sheet(leg, m), m) for m in view.MUSCLES]
    tendons = [(Sheet(leg, m), m) for m in view.TENDONS]
    lit, dark = ('inner', 'outer') if leg.side > 0 else ('outer', 'inner')

    out.open('g', id=f'leg-{leg.name}')
    out.path(body.silhouette, closed=True, id=f'silhouette-{leg.name}', class_='skin')
    out.open('g', clip_path=f'url(#clip-{leg.name})')

    out.open('g', filter='url(#soft-8)')
    out.path(getattr(body, dark) , class_='rim-dark')
    out.path(getattr(body, lit), class_='rim-lit')
    ellipses(out, body, view.RISES, 'light')
    ellipses(out, body, view.HOLLOWS, 'shade')
    out.close('g')

    out.open('g', filter='url(#soft-1)')
    for sheet, muscle in sheets:
        paint_relief(out, sheet, muscle, toward_light)
    for sheet, muscle in tendons:
        out.path(sheet.outline(), closed=True, class_='tendon')
    for bone in view.BONES:
        out.path(leg.curve(bone, closed=True), closed=True, class_='bone')
    ellipses(out, body, view.MALLEOLI, 'bone')
    out.close('g')

    for sheet, muscle in sheets + tendons:
        for fibre in sheet.fibre_lines(muscle.fibres, muscle.count):
            out.path(fibre, class_='fibre')
    paint_foot(out, body)
    out.close('g')

    out.path(body.edge, class_='skin-edge')
    if body.cleft:
        out.path(body.cleft, class_='crease')
    out.close('g')

# paint.py: the art of one leg: skin, light, muscles, bones, edge
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .feet import paint_foot
from .muscle import Sheet
from .outline import FLOOR_Y, WIDTH
from .svg import number, path_data

# How far a highlight is moved toward the light, as a part of the muscle's breadth. The light
# falls from above the viewer's left shoulder.
LIGHT_SHIFT = 0.07


def paint_definitions(out, bodies):
    out.open('defs')
    for size, deviation in ((1, 0.8), (3, 3.5), (8, 8)):
        out.open('filter', id=f'soft-{size}', x='-15%', y='-8%', width='130%', height='116%')
        out.element('feGaussianBlur', stdDeviation=deviation)
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


def paint_muscle(out, sheet, muscle):
    """One muscle as it lies on what is beneath it: its ground, its edge, its fibres."""
    outline = path_data(sheet.outline(), closed=True)
    out.element('path', class_=muscle.kind, d=outline)
    for fibre in sheet.fibre_lines(muscle.fibres, muscle.count):
        out.path(fibre, class_='fibre')
    if muscle.kind != 'tendon':
        out.element('path', class_='muscle-edge', d=outline)


def paint_rise(out, sheet, muscle, toward_light):
    """The light on the swell of a muscle, in two steps that a blur melts into one."""
    for inset, ends in ((0.2, 0.1), (0.36, 0.2)):
        out.path(sheet.outline(inset + toward_light, 1 - inset + toward_light, ends, 1 - ends, 8),
                 closed=True, class_='rise', opacity=f'{min(muscle.depth, 1):.2g}')


def paint_leg(out, body):
    view, leg = body.view, body.leg
    toward_light = -LIGHT_SHIFT * leg.side
    sheets = [(Sheet(leg, m), m) for m in view.MUSCLES]
    lit, dark = ('inner', 'outer') if leg.side > 0 else ('outer', 'inner')

    out.open('g', id=f'leg-{leg.name}')
    out.path(body.silhouette, closed=True, id=f'silhouette-{leg.name}', class_='skin')
    out.open('g', clip_path=f'url(#clip-{leg.name})')

    out.open('g', filter='url(#soft-1)')
    for sheet, muscle in sheets:
        paint_muscle(out, sheet, muscle)
    for bone in view.BONES:
        out.path(leg.curve(bone, closed=True), closed=True, class_='bone')
    out.close('g')

    out.open('g', filter='url(#soft-3)')
    for sheet, muscle in sheets:
        paint_rise(out, sheet, muscle, toward_light)
    ellipses(out, body, view.MALLEOLI, 'bone')
    ellipses(out, body, view.SMALL_RISES, 'light')
    for hollow in view.FURROWS:
        out.path(leg.curve(hollow), class_='furrow')
    out.close('g')

    out.open('g', filter='url(#soft-8)')
    ellipses(out, body, view.RISES, 'light')
    ellipses(out, body, view.HOLLOWS, 'shade')
    out.path(getattr(body, dark), class_='rim-dark')
    out.path(getattr(body, lit), class_='rim-lit')
    out.close('g')

    paint_foot(out, body)
    out.close('g')

    out.path(body.edge, class_='skin-edge')
    if body.cleft:
        out.path(body.cleft, class_='crease')
    out.close('g')


def paint_seam(out, view):
    """Skin beneath the line where both legs meet, so that no background shines through."""
    x = number(WIDTH / 2)
    low = FLOOR_Y - view.INNER[-1][0]
    out.element('path', class_='seam', d=f'M{x} 0V{number(low - 3)}')

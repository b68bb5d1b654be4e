# feet.py: toes and nails from the front, heel and sole from the back
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .outline import FLOOR_Y

# Nails: (height, x), half width, half height; from the little toe to the big one.
NAILS = [((6.5, 147), (2.6, 2.4)), ((4.6, 134.4), (3, 2.7)), ((2.6, 121), (3.3, 3)),
         ((0.2, 106.8), (3.6, 3.3)), ((-0.5, 84), (7.2, 5.4))]
# The line between two toes, from the web down to the cleft.
WEBS = [[(20, 137), (12, 139.4), (4.5, 140.2)], [(20.5, 124), (11, 127), (1.8, 127.4)],
        [(21, 111), (10, 113.6), (-0.5, 113.6)], [(22, 97.5), (10, 98.8), (-1.5, 98.4)]]
KNUCKLES = [((17, 143), (5, 4)), ((17.5, 131), (5.5, 4.5)), ((18, 118), (5.8, 5)),
            ((18, 104.5), (6, 5)), ((20, 84), (10, 7))]
EXTENSORS = [[(92, 98), (64, 110), (38, 126), (22, 140)], [(92, 97), (64, 106), (38, 117), (23, 128)],
             [(92, 96), (64, 102), (38, 109), (24, 116)], [(92, 95), (64, 98), (38, 101), (24, 104)],
             [(96, 88), (66, 87), (42, 86), (28, 85)]]
HEEL_PAD = [(66, 80), (40, 76), (18, 75), (4, 78.5), (-3, 87), (-4, 98), (-2, 108), (4, 115),
            (18, 116.5), (40, 114), (66, 110)]
HEEL_CREASES = [[(8, 79), (4.5, 88), (3.6, 98), (5.5, 110), (9, 115)]]
FAR_TOES = [[(9, 139), (4, 138.5), (0, 136)], [(8, 131.5), (3.5, 131), (0, 128.5)]]


def paint_foot(out, body):
    leg = body.leg
    if body.view.VIEW == 'front':
        paint_toes(out, leg)
    else:
        paint_heel(out, leg)


def paint_toes(out, leg):
    out.open('g', filter='url(#soft-3)')
    for tendon in EXTENSORS:
        out.path(leg.curve(tendon), class_='tendon-line')
    for centre, radii in KNUCKLES:
        out.ellipse(leg.place(centre), radii, class_='light')
    out.close('g')
    for web in WEBS:
        out.path(leg.curve(web), class_='crease')
    for centre, radii in NAILS:
        out.ellipse(leg.place(centre), radii, class_='nail')


def paint_heel(out, leg):
    pad = leg.curve(HEEL_PAD)
    out.open('g', filter='url(#soft-3)')
    x, _ = leg.place((0, 132))
    out.ellipse((x, FLOOR_Y - 14), (24, 24), class_='shade')
    out.path(pad, class_='skin')
    x, y = leg.place((24, 95))
    out.ellipse((x, y), (11, 14), class_='light')
    out.close('g')
    for crease in HEEL_CREASES:
        out.path(leg.curve(crease), class_='crease faint')
    for toe in FAR_TOES:
        out.path(leg.curve(toe), class_='crease faint')

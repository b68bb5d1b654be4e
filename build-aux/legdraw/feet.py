# feet.py: toes and nails from the front, the heel from the back, both sides, the sole
#
# SPDX-License-Identifier: GPL-3.0-or-later

# Breadths of the strokes that make one soft line.
TENDON_WIDTHS = (5, 3, 1.5)
HEEL_WIDTHS = (9, 6, 3)
RIDGE_WIDTHS = (22, 18, 14, 10, 7, 4)
# Nails: (height, x), half width, half height; from the little toe to the big one. Their outline, (up,
# aside) as parts of these: round at its root, and nearly straight where it is cut.
NAILS = [((6.2, 147.6), (2.7, 2.2)), ((4, 134.8), (3.3, 2.5)), ((1.6, 121.3), (3.7, 2.8)),
         ((-0.8, 107), (4, 3.1)), ((-0.6, 83.6), (7.4, 5.2))]
NAIL_HALF = [(1, 0), (0.84, 0.58), (0.3, 0.93), (-0.5, 1), (-0.9, 0.8)]
NAIL = NAIL_HALF + [(-1.06, 0)] + [(up, -aside) for up, aside in NAIL_HALF[:0:-1]]
# The line between two toes, from the web down to the cleft.
WEBS = [[(25, 134), (14, 139), (4.5, 140.2)], [(28, 120.6), (14, 126.4), (1.8, 127.4)],
        [(30.5, 107.6), (14, 113), (-0.5, 113.6)], [(32, 95.6), (14, 98.6), (-1.5, 98.4)]]
KNUCKLES = [((18.5, 143), (5, 4)), ((20, 130.6), (5.5, 4.5)), ((21, 117), (5.8, 5)),
            ((21.5, 103.6), (6, 5)), ((19, 83.6), (9, 6)), ((31, 84), (11, 7))]
# Where a toe turns down to the floor.
TOE_TIPS = [((0, 147), (5, 3)), ((-3, 134), (5, 3)), ((-6, 120.5), (5, 3)), ((-9, 106), (5.5, 3)),
            ((-12, 84), (11, 4)), ((30, 134), (4, 10)), ((12.6, 146), (4, 2)), ((12, 133), (4.4, 2)),
            ((11, 119.6), (4.8, 2.2)), ((10.4, 105.6), (5, 2.2)), ((11.4, 83.6), (8, 2))]
EXTENSORS = [[(66, 107), (44, 122), (23, 140)], [(68, 104), (44, 114), (23, 128)],
             [(68, 101), (44, 107), (24, 116)], [(68, 98), (44, 100.5), (24, 104)],
             [(84, 88), (56, 86), (30, 85)]]
# The heel stands nearer than the rest of the foot: its far side, its pad, the forefoot beyond.
HEEL_SIDE = [(44, 122), (30, 118.5), (16, 118), (6, 117), (1, 114)]
HEEL_PAD = [(7, 82), (3.6, 90), (3, 98), (4.6, 106), (8.5, 111.5)]
FOREFOOT = [((16, 127), (9, 20)), ((4, 134), (12, 5))]
FAR_TOES = [[(10, 142), (5, 141.5), (1.5, 139)], [(9, 134.5), (4.5, 134), (0.8, 131.5)]]


# From the outer side: each toe before the next, from the little one to the big one.
TOE_FRONTS = [[(-2.6, 153), (2, 157.5), (8, 159), (13.5, 156.5), (17, 150)],
              [(-2, 169.8), (4, 173.5), (11, 174), (17, 170.5), (20, 163)],
              [(-1.6, 183.5), (5, 187), (12.5, 187), (18.5, 183), (21.5, 176)],
              [(-1, 195), (5, 197), (12, 196.3), (18.5, 192.5)]]
OUTER_NAILS = [((12.4, 153), (3.2, 2)), ((16, 167.4), (3.2, 2)), ((17.4, 180), (3, 2)),
               ((17.6, 190.4), (2.4, 1.8))]
OUTER_WEBS = [[(17, 150), (20, 143), (21, 136)], [(20, 163), (24, 155), (25.5, 148)],
              [(21.5, 176), (25, 169), (27, 162)]]
OUTER_TENDONS = [[(88, 36), (60, 66), (40, 100), (26, 140)], [(90, 38), (64, 66), (45, 100),
                 (29, 150)], [(92, 40), (68, 66), (50, 98), (32, 150)],
                 [(76, -12), (52, -2), (34, 24), (22, 48)]]
# The back of the foot catches the light, the sole's edge loses it; the bone before the little toe's
# ray stands out.
OUTER_RIDGE = [(80, 46), (58, 70), (39, 108), (26, 146)]
OUTER_SWELLS = [((20, 56), (13, 7)), ((12, 150), (6, 5)), ((14, 168), (5, 5)), ((15, 182), (4, 5)),
                ((14, 193), (3, 4))]
OUTER_HOLLOWS = [((-4, 44), (80, 6)), ((12, 18), (26, 6)), ((16, 104), (26, 7))]
# From the inner side: the big toe's nail, its joint.
BIG_NAIL = ((16.6, 194.6), (6.4, 2.6))
TOE_JOINT = [(8, 168), (3, 165), (-0.8, 162)]
INNER_RIDGE = [(74, 56), (54, 82), (37, 116), (24, 158), (18, 186)]
INNER_RAY = [(46, 52), (34, 88), (22, 124), (12, 152)]
INNER_HOLLOWS = [((22, 66), (34, 8)), ((10, 72), (34, 5)), ((-4, -30), (26, 5)),
                 ((-4, 150), (26, 5))]
INNER_SWELLS = [((42, 54), (9, 7)), ((9, 146), (13, 10)), ((8, 186), (10, 7)),
                ((20, -46), (14, 16))]
INNER_TENDONS = [[(98, 34), (76, 52), (58, 72), (42, 92)], [(96, 40), (66, 74), (44, 116),
                 (27, 166)], [(80, -12), (58, 4), (44, 32), (38, 60)]]
# From below: the pads of the toes, where they bend, and the rim of the heel.
TOE_PADS = [((22, -29), (15, 16)), ((16, -2), (7.5, 9)), ((28, 11.6), (7, 9)), ((41, 26), (7, 8)),
            ((54, 40.4), (6.5, 7))]
TOE_STEMS = [((44, -29), (15, 5)), ((35, -3), (7, 6)), ((46, 11), (7, 6)), ((56, 25), (7, 5)),
             ((64, 38), (7, 4))]
TOE_CREASES = [[(45, -45), (41, -36), (40, -24), (43, -14)],
               [(31, -9.5), (28.5, -3), (31.5, 2.6)], [(41, 4.4), (38, 10.6), (41, 16)],
               [(51.6, 19), (49, 25), (51.6, 30)], [(60.4, 34), (58, 39.6), (60, 45)]]
TOE_CLEFTS = [[(20, -11.4), (34, -11.6), (46, -12)], [(26, 2.6), (36, 3), (46, 4)],
              [(37, 17), (46, 17.6), (54, 18.4)], [(49, 31.6), (56, 32), (62, 32.4)]]
HEEL_RIM = [(266, 24), (274, 17), (277.6, 3), (275, -11), (262, -23.6)]
# Breadths of the strokes that turn the pads away from the light, which cover the shade of the edges.
PAD_RIM = (30, 25, 20, 16, 12, 9, 6, 3)


def paint_foot(out, body, glow, soft_line):
    paint = {'front': paint_toes, 'back': paint_heel, 'outer': paint_outer_side,
             'inner': paint_inner_side, 'sole': paint_sole}
    paint[body.view.VIEW](out, body.leg, glow, soft_line)


def paint_toes(out, leg, glow, soft_line):
    for tendon in EXTENSORS:
        soft_line(out, leg.curve(tendon), TENDON_WIDTHS, 'tendon-line')
    glow(out, leg, 'light', KNUCKLES)
    glow(out, leg, 'shade', TOE_TIPS)
    for web in WEBS:
        out.path(leg.curve(web), class_='crease')
    glow(out, leg, 'shade', [((h + b * 0.7, x), (a * 1.5, b * 1.1)) for (h, x), (a, b) in NAILS])
    for (height, x), (half, high) in NAILS:
        out.path(leg.curve([(height + up * high, x + aside * half) for up, aside in NAIL], True),
                 class_='nail')


def paint_heel(out, leg, glow, soft_line):
    glow(out, leg, 'shade', FOREFOOT)
    soft_line(out, leg.curve(HEEL_SIDE), HEEL_WIDTHS, 'furrow')
    glow(out, leg, 'light', [((24, 93), (14, 20))])
    glow(out, leg, 'shade', [((-4, 97), (20, 4))])
    for crease in (HEEL_SIDE[2:], HEEL_PAD, *FAR_TOES):
        out.path(leg.curve(crease), class_='crease faint')


def paint_outer_side(out, leg, glow, soft_line):
    soft_line(out, leg.curve(OUTER_RIDGE), RIDGE_WIDTHS, 'rise-line')
    glow(out, leg, 'shade', OUTER_HOLLOWS)
    glow(out, leg, 'light', OUTER_SWELLS)
    for tendon in OUTER_TENDONS:
        soft_line(out, leg.curve(tendon), TENDON_WIDTHS, 'tendon-line')
    for web in OUTER_WEBS:
        out.path(leg.curve(web), class_='crease faint')
    for front in TOE_FRONTS:
        out.path(leg.curve(front), class_='crease')
    for centre, radii in OUTER_NAILS:
        out.ellipse(leg.place(centre), radii, class_='nail')


def paint_inner_side(out, leg, glow, soft_line):
    for ridge in (INNER_RIDGE, INNER_RAY):
        soft_line(out, leg.curve(ridge), RIDGE_WIDTHS, 'rise-line')
    glow(out, leg, 'shade', INNER_HOLLOWS)
    glow(out, leg, 'light', INNER_SWELLS)
    for tendon in INNER_TENDONS:
        soft_line(out, leg.curve(tendon), TENDON_WIDTHS, 'tendon-line')
    out.path(leg.curve(TOE_JOINT), class_='crease faint')
    centre, radii = BIG_NAIL
    out.ellipse(leg.place(centre), radii, class_='nail')


def paint_sole(out, leg, glow, soft_line):
    for side in ('outer', 'inner'):
        for width in PAD_RIM:
            out.element('use', href=f'#edge-{leg.name}-{side}', class_='rim-lit', stroke_width=width)
    glow(out, leg, 'shade', TOE_STEMS, 1.2)
    glow(out, leg, 'light', TOE_PADS, 1.3)
    for cleft in TOE_CLEFTS:
        out.path(leg.curve(cleft), class_='crease')
    for crease in TOE_CREASES:
        out.path(leg.curve(crease), class_='crease faint')
    out.path(leg.curve(HEEL_RIM), class_='crease')

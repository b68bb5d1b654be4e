# sole.py: the soles of the feet, in landmarks (height, x)
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The feet of somebody who kneels or lies on the front, seen from behind: heels up, so that up is
toward the heart here too, and beyond them the legs. Heights are from the tip of the toes toward the
heel, x is from the middle of the heel toward the little toe."""
from .muscle import Muscle
from .outline import SOLES

VIEW = 'sole'
PAGE = SOLES
FADE = (4, 66)
CROTCH = None

SIDES = {'left': -1, 'right': 1}

WAIST = [(374, -40), (374, 0), (374, 40)]

# The leg beyond, the ankle, the heel and the border of the foot to the little toe.
OUTER = [(374, 40), (350, 31.5), (328, 25), (310, 22.4), (299, 24), (290, 26.8), (281, 26.4),
         (273, 23.4), (266, 24), (258, 28), (246, 31.6), (228, 33.6), (204, 34), (177, 35.4),
         (150, 38.4), (125, 42), (105, 45.6), (88, 48.6), (74, 49.4), (63, 47.6)]
# Each toe is a run that ends in the cleft to the next, from the little one to the big one.
FOOT = [
    [(63, 47.6), (54, 48.4), (46, 46), (41.8, 40.6), (43, 35.2), (49, 31.6)],
    [(49, 31.6), (39, 34.6), (31, 32.2), (26.8, 26.4), (28.4, 20.6), (37, 17)],
    [(37, 17), (26, 20.4), (18, 18.2), (13.6, 12), (15.4, 6), (26, 2.6)],
    [(26, 2.6), (14, 6.6), (6, 4.6), (1.6, -2), (4, -8.4), (20, -11.4)],
    [(20, -11.4), (8, -11), (0.6, -17), (-2.4, -28), (1, -39.4), (11, -46.4), (26, -48.2),
     (40, -47), (52, -47.4)],
]
INNER = [(52, -47.4), (63, -49.4), (75, -49.6), (87, -46.6), (99, -40.4), (113, -33), (131, -26.8),
         (151, -24), (172, -24.4), (195, -27.4), (215, -30.6), (235, -31.4), (251, -28.8),
         (262, -23.6), (270, -21.6), (279, -24.4), (291, -28), (301, -27), (314, -23), (330, -24.8),
         (352, -32), (374, -40)]
# Where the shade along an edge goes on, off the skin, so that it fades instead of ending.
OUTER_TAIL = [(46, 56), (22, 76)]
INNER_TAIL = [(-62, -62), (-22, -58), (20, -51)]
CLEFT = []
GROUND = None

BORDERS = {('heel-outer', 'heel-inner'): [(266, 24), (274, 17), (277.6, 3), (275, -11),
                                          (262, -23.6)]}
OUTER_KNOTS = [('heel-outer', (266, 24)), ('little-toe', (63, 47.6))]
INNER_KNOTS = [('heel-inner', (262, -23.6))]
ZONES = {'foot': ('heel-outer', 'little-toe', 'heel-inner')}
MASSAGEABLE = [('heel-outer', 'little-toe', 'heel-inner')]

# From the deepest to the one on top. The pads of heel and ball cover the ends of all.
MUSCLES = [
    Muscle('soleus-outer', [(420, 14), (380, 13), (344, 10), (312, 12)],
           [(420, 60), (380, 40), (344, 26), (312, 12)], 'half', 5, depth=0.6),
    Muscle('soleus-inner', [(420, -14), (380, -13), (340, -10), (304, -12)],
           [(420, -60), (380, -40), (340, -24), (304, -12)], 'half', 5, depth=0.6),
    Muscle('achilles', [(400, -19), (350, -10), (312, -7), (256, -12)],
           [(400, 19), (350, 10), (312, 7.5), (256, 14)], 'along', 5, 'tendon', fade='insertion'),
    Muscle('ground', [(250, -6), (200, -23), (150, -21), (110, -28), (80, -20)],
           [(250, 8), (200, 29), (150, 34), (110, 38), (80, 24)], 'none', 0, 'deep', depth=0,
           fade='both'),
    Muscle('flexor-brevis', [(244, -6), (200, -15), (160, -17), (124, -18), (92, -12)],
           [(244, 8), (200, 18), (160, 21), (124, 24), (92, 18)], 'along', 5, 'muscle-2', depth=0.8),
    Muscle('hallucis-brevis', [(150, -14), (124, -22), (100, -31), (78, -36)],
           [(150, -14), (124, -10), (100, -15), (78, -36)], 'along', 3, 'muscle-2', depth=0.8),
    Muscle('minimi-brevis', [(150, 27), (124, 26), (98, 31), (76, 40)],
           [(150, 27), (124, 37), (98, 42), (76, 40)], 'along', 2, 'muscle-2', depth=0.8),
    Muscle('abductor-hallucis',
           [(246, -10), (215, -27.6), (185, -24.6), (150, -22.6), (118, -29), (84, -43)],
           [(246, -10), (215, -14), (185, -13), (150, -14.6), (118, -22), (84, -43)], 'along', 4),
    Muscle('abductor-minimi',
           [(246, 12), (210, 18), (170, 24), (130, 33), (84, 45)],
           [(246, 12), (210, 31), (170, 34), (130, 40), (84, 45)], 'along', 4),
    Muscle('aponeurosis', [(256, -9), (220, -8.5), (180, -10), (140, -16), (104, -26), (70, -30)],
           [(256, 11), (220, 12), (180, 16), (140, 23), (104, 32), (70, 36)], 'along', 9, 'tendon',
           depth=0.6, fade='both'),
]
# What the flat tendon sends to each toe.
SLIPS = [((-15, -22), (-28, -33)), ((-9, -8), (-9, -5)), ((0, 4), (9, 11)), ((9, 15), (23, 25)),
         ((17, 24), (34, 38))]
MUSCLES += [Muscle(f'slip-{i}', [(150, a), (110, (a + c) / 2), (58, (c + d) / 2)],
                   [(150, b), (110, (b + d) / 2 + 1), (58, (c + d) / 2)], 'none', 0, 'tendon',
                   depth=0, fade='both') for i, ((a, b), (c, d)) in enumerate(SLIPS)]
VEIL = []
# The pads that bear the body: under the heel and across the ball.
FASCIA = [
    Muscle('ball-pad', [(132, -28), (106, -40), (82, -52), (40, -56), (-20, -56)],
           [(120, 40), (100, 48), (80, 53), (40, 56), (-20, 56)], 'none', 0, 'skin', depth=0, fade='origin'),
    Muscle('heel-pad', [(178, -28), (215, -36), (246, -34), (262, -25), (275, -11), (277.6, 3)],
           [(178, 38), (215, 38), (246, 36), (266, 25), (274, 17), (277.6, 3)], 'none', 0, 'skin',
           depth=0, fade='origin'),
]
HOLLOWS = [((150, -14), (14, 42)), ((284, 2), (26, 9)), ((310, -14), (5, 16)), ((312, 14), (5, 16)),
           ((60, -6), (30, 4)), ((66, 26), (18, 4))]
RISES = [((238, 1), (22, 26)), ((80, -30), (15, 15)), ((84, 14), (22, 12)), ((92, 38), (9, 14)),
         ((160, 33), (5, 36))]
KNOBS = [((294, -25), (7, 11)), ((286, 24), (7, 10))]
FURROWS = []
# The veins of the sole run beside its arteries to the inner ankle: from the arch across the ball,
# and from the inner border.
SAPHENOUS = [
    [(96, -26), (100, -6), (108, 14), (128, 25), (160, 22), (190, 10), (214, -6), (240, -18),
     (262, -18.6), (292, -17.6), (330, -13)],
    [(60, -30), (90, -30), (130, -20), (170, -18), (205, -20), (240, -18)],
    [(70, 38), (94, 30), (108, 14)],
]
VALVED = 2
NODES = []
NODE_GROUP = []

# Lines that strokes follow, from the toes to the heel.
LINES = {
    'middle': [(14, -4), (40, -2), (80, 0), (130, 2), (180, 2), (230, 1), (266, 1)],
    'arch': [(88, -22), (120, -12), (150, -7), (180, -4), (212, -2)],
}
ZONE_LINES = {'foot': {'*': 'middle', 'thumb-circles': 'arch', 'trigger-point': 'arch',
                       'ball': 'arch'}}

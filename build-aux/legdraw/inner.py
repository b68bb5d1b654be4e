# inner.py: a leg seen from its inner side, in landmarks (height, x)
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heights are thousandths of the leg from the floor, x is forward of the ankle's axis."""
from .aside import (ACHILLES, FRONT, FRONT_TAIL, GROUND, PATELLA, PATELLAR_LIGAMENT,
                    QUADRICEPS_TENDON, REAR, REAR_TAIL, THIGH_GROUND, WAIST)
from .muscle import Muscle
from .outline import ASIDE

__all__ = ['GROUND', 'WAIST']

VIEW = 'inner'
PAGE = ASIDE
# The leg begins at the groin: the hip that it would be cut from is not drawn.
FADE = (86, 168)
CROTCH = None

# Seen from within, a left leg points to the viewer's right: again the legs stand back to back.
SIDES = {'left': 1, 'right': -1}

OUTER = FRONT
OUTER_TAIL = FRONT_TAIL
INNER = REAR
INNER_TAIL = REAR_TAIL
CLEFT = []
# The instep, the big toe, its pad, the ball, the arch, the heel.
FOOT = [
    [(104, 42.3), (94, 45.6), (84, 51.2), (73.5, 60.6), (63, 77), (53, 96), (44, 117), (37, 136),
     (31, 150), (24.5, 164), (21.5, 177), (22, 189), (18.5, 198), (11, 203.3), (3, 202.5),
     (-2.6, 196), (-4.8, 184), (-4, 172), (-0.8, 162)],
    [(-0.8, 162), (-4.6, 155), (-6.6, 144), (-6.4, 131), (-2.6, 119), (3.5, 105), (8.2, 90),
     (9.6, 73), (8, 54), (3, 34), (-2.5, 14), (-6.4, -6), (-7.4, -26), (-6, -44),
     (-0.5, -56.5), (9, -63.3), (22, -65.8), (36, -64.5), (48, -60.8), (58, -56.5)],
]

# Only five zones are seen from within. Bare stay: the inner face of the shin bone, which is never
# massaged, the knee with the hollow behind it, all above the groin, and what shows of the front and
# the back of the thigh, whose zones are those of other views: the inner thigh ends at sartorius in
# front and at semimembranosus behind.
BORDERS = {
    ('ankle-front', 'heel'): [(104, 42.3), (84, 38), (66, 28), (52, 8), (45, -14), (48, -38),
                              (58, -56.5)],
    ('ankle-front', 'shin-low'): [(104, 42.3), (118, 34), (130, 22), (142, 10)],
    ('shin-low', 'ankle-rear'): [(142, 10), (140, -6), (142, -24), (145, -40.5)],
    ('shin-low', 'shin-middle'): [(142, 10), (200, 15), (250, 17), (300, 19), (360, 21), (424, 23)],
    ('shin-middle', 'soleus-rear'): [(424, 23), (404, 6), (370, -3), (330, -12), (296, -26),
                                     (268, -42), (252, -58), (260, -68)],
    ('shin-middle', 'shin-high'): [(424, 23), (444, 24.5), (462, 26)],
    ('shin-high', 'calf-rear'): [(462, 26), (478, 4), (486, -26), (484, -54.8)],
    ('knee-front', 'knee-rear'): [(572, 4), (562, -14), (560, -35)],
    ('groin-front', 'knee-front'): [(882, 77), (860, 70), (780, 49), (700, 29), (640, 15), (600, 8),
                                    (572, 4)],
    ('groin-front', 'groin-rear'): [(882, 77), (884, 46), (880, 10), (872, -30), (864, -62)],
    ('groin-rear', 'knee-rear'): [(864, -62), (820, -54), (740, -46), (660, -41), (600, -38),
                                  (560, -35)],
}
OUTER_KNOTS = [('ankle-front', (104, 42.3)), ('toes', (-0.8, 162))]
INNER_KNOTS = [('heel', (58, -56.5)), ('ankle-rear', (145, -40.5)), ('soleus-rear', (260, -68)),
               ('calf-rear', (484, -54.8))]
ZONES = {
    'foot': ('ankle-front', 'toes', 'heel'),
    'ankle': ('ankle-front', 'heel', 'ankle-rear', 'shin-low'),
    'soleus': ('shin-low', 'ankle-rear', 'soleus-rear', 'shin-middle'),
    'calf': ('shin-middle', 'soleus-rear', 'calf-rear', 'shin-high'),
    'adductors': ('groin-front', 'knee-front', 'knee-rear', 'groin-rear'),
}
MASSAGEABLE = [('ankle-front', 'toes', 'heel', 'ankle-rear', 'soleus-rear', 'calf-rear', 'shin-high',
                'shin-middle', 'shin-low'),
               ('groin-front', 'knee-front', 'knee-rear', 'groin-rear')]

# From the deepest to the one on top; the first side is the rear one.
MUSCLES = [
    THIGH_GROUND,
    Muscle('leg-ground',
           [(500, -20), (440, -56), (380, -76), (320, -76), (250, -54), (190, -34), (90, -16)],
           [(500, -20), (440, 20), (380, 26), (320, 24), (250, 21), (190, 16), (90, -16)], 'none',
           0, 'deep', depth=0, fade='both'),
    Muscle('rectus-femoris',
           [(1000, 90), (940, 72), (860, 70), (780, 74), (700, 76), (640, 76), (588, 78)],
           [(1000, 90), (940, 99), (860, 102), (780, 101), (700, 97), (640, 90.5), (588, 78)],
           'half', 8, depth=0.9),
    Muscle('adductor-magnus',
           [(944, -20), (890, -62), (820, -64), (750, -56), (680, -46), (590, -32)],
           [(944, -20), (890, 12), (820, 12), (750, 2), (680, -12), (590, -32)], 'half', 9,
           'muscle-2', depth=0.9),
    Muscle('adductor-longus',
           [(966, 30), (910, 18), (850, 12), (790, 2), (712, -4)],
           [(966, 30), (910, 62), (850, 62), (790, 42), (712, -4)], 'half', 6, depth=0.95),
    Muscle('semitendinosus',
           [(890, -96), (800, -95.5), (720, -88), (650, -80), (580, -68), (520, -54)],
           [(890, -96), (800, -76), (720, -70), (650, -66), (580, -60), (520, -54)],
           'along', 2, depth=0.8),
    Muscle('semimembranosus',
           [(890, -72), (820, -80), (740, -77), (660, -72), (590, -65), (530, -52), (474, -24)],
           [(890, -72), (820, -54), (740, -46), (660, -40), (590, -36), (530, -32), (474, -24)],
           'half', 10, 'muscle-2', depth=1),
    Muscle('retinaculum',
           [(590, 30), (556, 36), (520, 36), (488, 40), (456, 54)],
           [(590, 30), (566, 66), (530, 64), (495, 66), (456, 54)], 'along', 3, 'bone', depth=0,
           fade='both'),
    Muscle('vastus-medialis',
           [(880, 72), (800, 42), (740, 26), (680, 13), (625, 7), (580, 14), (540, 50)],
           [(880, 72), (800, 79), (740, 83), (680, 84), (625, 80), (580, 73), (540, 50)], 'half',
           11),
    Muscle('gracilis',
           [(944, 16), (900, 4), (840, -8), (770, -20), (700, -31), (630, -39), (570, -37),
            (510, -24)],
           [(944, 16), (900, 26), (840, 16), (770, 2), (700, -11), (630, -22), (570, -26),
            (510, -24)], 'along', 4, depth=1),
    Muscle('sartorius',
           [(1040, 74), (940, 70), (860, 46), (780, 24), (700, 4), (620, -14), (560, -23),
            (496, -10)],
           [(1040, 74), (940, 92), (860, 70), (780, 48), (700, 27), (620, 9), (560, 0),
            (496, -10)], 'along', 4),
    Muscle('soleus',
           [(420, 8), (350, -20), (290, -52), (240, -60), (190, -46), (122, -30)],
           [(420, 8), (350, 16), (290, 10), (240, 2), (190, -8), (122, -30)], 'half', 10,
           depth=0.7),
    Muscle('flexor-digitorum',
           [(370, 17), (290, 6), (220, -4), (160, -11), (100, -8)],
           [(370, 17), (290, 21), (220, 18), (160, 12), (100, -8)], 'along', 3, 'muscle-2'),
    Muscle('abductor-hallucis', [(26, -44), (8, -30), (6, 10), (6, 60), (4, 108), (8, 146)],
           [(26, -44), (26, -14), (27, 22), (24, 62), (17, 108), (8, 146)], 'along', 4, 'muscle-2',
           depth=0.7),
    Muscle('flexor-tendons', [(170, 4), (120, -5), (92, -9), (66, -2), (46, 18)],
           [(170, 4), (120, 3), (94, -2), (74, 4), (46, 18)], 'along', 2, 'tendon', fade='both'),
    ACHILLES,
    Muscle('gastrocnemius-medial',
           [(528, -30), (496, -50), (450, -61.5), (410, -75), (370, -85), (330, -85), (296, -78.5),
            (268, -70), (250, -58)],
           [(528, -30), (496, -14), (450, -2), (410, 1), (370, -3), (330, -12), (296, -26),
            (268, -40), (250, -58)], 'half', 12),
    Muscle('semitendinosus-tendon',
           [(610, -62), (560, -55), (515, -42), (480, -20), (450, 8), (426, 28)],
           [(610, -62), (560, -49), (515, -35), (480, -12), (450, 14), (426, 28)], 'along', 1,
           'tendon', fade='both'),
    Muscle('pes-anserinus',
           [(580, -22), (530, -27), (495, -19), (466, 2), (440, 22), (418, 40)],
           [(580, -22), (530, -6), (500, 2), (475, 18), (450, 36), (418, 40)], 'along', 4,
           'tendon', fade='both'),
    Muscle('tibia',
           [(488, 50), (466, 34), (430, 25), (360, 22), (280, 20), (200, 17), (130, 12), (90, 14)],
           [(488, 50), (462, 62), (430, 57), (360, 47), (280, 41), (200, 35), (130, 30), (90, 14)],
           'none', 0, 'bone', depth=0.6, fade='both'),
    QUADRICEPS_TENDON,
    PATELLAR_LIGAMENT,
    PATELLA,
]
HOLLOWS = [((92, -26), (7, 24)), ((498, -48), (6, 18)),
           ((862, -88), (36, 6)), ((1000, 102), (9, 60))]
RISES = [((532, 22), (22, 22)), ((474, 40), (14, 12)), ((985, 40), (44, 42)), ((86, 12), (9, 11))]
KNOBS = []
FURROWS = [[(92, -8), (76, -7), (65, 2), (64, 16)], [(556, 62), (544, 60.5), (525, 60), (508, 65)],
           [(430, 23), (360, 20.5), (280, 18.5), (200, 15)],
           [(928, -8), (938, 33), (956, 68), (978, 97)]]
# Skin above the groin.
VEIL = [(1062, 110), (1010, 114), (978, 104), (958, 70), (942, 34), (930, 0), (926, -28),
        (938, -42), (970, -46), (1010, -62), (1062, -92)]
# What shows through that skin: the flat tendon of the belly, the band in the groin; the buttock.
FASCIA = [
    Muscle('aponeurosis', [(1050, 10), (1000, -6), (950, -6), (906, 10)],
           [(1050, 84), (1010, 90), (966, 86), (906, 10)], 'along', 6, 'skin', depth=0,
           fade='both'),
    Muscle('inguinal-ligament', [(988, 102), (964, 72), (946, 34), (932, -6)],
           [(988, 102), (959, 74), (940, 37), (932, -6)], 'along', 1, 'tendon', fade='both'),
    Muscle('gluteus-maximus',
           [(1096, -30), (1054, -106), (1020, -137), (988, -145.5), (955, -147), (925, -141),
            (895, -129), (872, -115), (856, -103)],
           [(1096, -30), (1054, -42), (1010, -49), (968, -54), (930, -58), (896, -66), (872, -80),
            (856, -103)], 'along', 7, depth=0.7),
]
SAPHENOUS = [
    [(30, 130), (44, 100), (60, 68), (82, 36), (120, 24), (200, 12), (290, 6), (370, 8), (430, 4),
     (500, -24), (560, -32), (640, -14), (720, 12), (800, 38), (870, 62), (912, 77)],
    [(290, 6), (340, -24), (400, -44), (460, -46)],
    [(700, 6), (760, -14), (820, -10), (872, 34), (904, 73)],
]
VALVED = 1
NODES = [('groin', (924, 79))]
NODE_GROUP = [(934, 90), (912, 68), (896, 76), (876, 66)]

LINES = {
    'instep': [(14, 184), (30, 140), (44, 106), (58, 76), (70, 52), (80, 42)],
    'rear': [(50, -46), (90, -36), (140, -26), (200, -28), (260, -36), (310, -44), (370, -46),
             (430, -38), (500, -26)],
    # A hand that ends here stays below the nodes of the groin.
    'adductors': [(562, -14), (620, -8), (680, -6), (740, -4), (800, 2)],
    'lymph': [(60, 22), (90, 4), (140, -8), (200, -10), (260, -12), (310, -16), (370, -22),
              (430, -24), (500, -22)],
    'saphenous': [(570, -26), (640, -8), (720, 14), (800, 36)],
    'gastrocnemius': [(290, -56), (330, -54), (380, -48), (430, -36), (470, -30)],
    'soleus': [(152, -18), (200, -22), (250, -26), (286, -26)],
}
ZONE_LINES = {
    'foot': {'*': 'instep'},
    'ankle': {'*': 'rear', 'lymph-strokes': 'lymph'},
    'soleus': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'soleus',
               'trigger-point': 'soleus'},
    'calf': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'gastrocnemius',
             'trigger-point': 'gastrocnemius', 'cross-friction': 'gastrocnemius',
             'myofascial-glide': 'gastrocnemius', 'massage-gun': 'gastrocnemius'},
    'adductors': {'*': 'adductors', 'lymph-strokes': 'saphenous'},
}

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
     (9.6, 73), (8, 54), (3, 34), (-2.5, 14), (-6.4, -6), (-7.4, -26), (-6, -44), (-0.5, -56.5), (9, -63.3),
     (22, -65.8), (36, -64.5), (48, -60.8), (58, -56.5)],
]

# Only four zones are seen from within. Bare stay: the foot, the inner face of the shin bone, which
# is never massaged, the knee with the hollow behind it, and all above the groin. What shows of
# quadriceps and hamstrings belongs to the inner thigh here, the gentler of the three.
BORDERS = {
    ('ankle-front', 'heel'): [(104, 42.3), (84, 38), (66, 28), (52, 8), (45, -14), (48, -38),
                              (58, -56.5)],
    ('ankle-front', 'shin-low'): [(104, 42.3), (118, 34), (130, 22), (142, 10)],
    ('shin-low', 'ankle-rear'): [(142, 10), (140, -6), (142, -24), (145, -40.5)],
    ('shin-low', 'shin-middle'): [(142, 10), (200, 15), (250, 17), (300, 19)],
    ('shin-middle', 'soleus-rear'): [(300, 19), (290, -6), (270, -40), (260, -68)],
    ('shin-middle', 'shin-high'): [(300, 19), (360, 21), (420, 23), (462, 26)],
    ('shin-high', 'calf-rear'): [(462, 26), (478, 4), (486, -26), (484, -54.8)],
    ('knee-front', 'knee-rear'): [(582, 83), (580, 52), (566, 18), (556, -22), (560, -64.5)],
    ('groin-front', 'groin-rear'): [(880, 104.5), (884, 60), (880, 10), (868, -44), (858, -84),
                                    (862, -107.5)],
}
OUTER_KNOTS = [('groin-front', (880, 104.5)), ('knee-front', (582, 83)),
               ('ankle-front', (104, 42.3))]
INNER_KNOTS = [('heel', (58, -56.5)), ('ankle-rear', (145, -40.5)), ('soleus-rear', (260, -68)),
               ('calf-rear', (484, -54.8)), ('knee-rear', (560, -64.5)),
               ('groin-rear', (862, -107.5))]
ZONES = {
    'ankle': ('ankle-front', 'heel', 'ankle-rear', 'shin-low'),
    'soleus': ('shin-low', 'ankle-rear', 'soleus-rear', 'shin-middle'),
    'calf': ('shin-middle', 'soleus-rear', 'calf-rear', 'shin-high'),
    'adductors': ('groin-front', 'knee-front', 'knee-rear', 'groin-rear'),
}
MASSAGEABLE = [('ankle-front', 'heel', 'ankle-rear', 'soleus-rear', 'calf-rear', 'shin-high',
                'shin-middle', 'shin-low'),
               ('groin-front', 'knee-front', 'knee-rear', 'groin-rear')]

# From the deepest to the one on top; the first side is the rear one.
MUSCLES = [
    THIGH_GROUND,
    Muscle('leg-ground',
           [(470, -20), (440, -50), (380, -74), (320, -74), (250, -52), (190, -32), (140, -14)],
           [(470, -20), (440, 16), (380, 24), (320, 23), (250, 20), (190, 12), (140, -14)], 'none',
           0, 'muscle-2', depth=0),
    Muscle('rectus-femoris',
           [(1000, 90), (940, 72), (860, 70), (780, 74), (700, 76), (640, 76), (588, 78)],
           [(1000, 90), (940, 99), (860, 102), (780, 101), (700, 97), (640, 90.5), (588, 78)],
           'half', 8, depth=0.9),
    Muscle('adductor-longus',
           [(960, 20), (900, 6), (840, 0), (780, 4), (700, 8)],
           [(960, 20), (900, 60), (840, 56), (780, 36), (700, 8)], 'along', 5, depth=0.9),
    Muscle('adductor-magnus',
           [(920, -40), (860, -62), (800, -60), (740, -52), (680, -42), (590, -26)],
           [(920, -40), (860, 4), (800, 10), (740, 6), (680, -6), (590, -26)], 'half', 9,
           'muscle-2', depth=0.9),
    Muscle('semimembranosus',
           [(890, -78), (820, -94), (740, -88), (660, -80), (590, -69), (530, -56), (474, -24)],
           [(890, -78), (820, -62), (740, -55), (660, -49), (590, -43), (530, -38), (474, -24)],
           'half', 10),
    Muscle('semitendinosus',
           [(880, -98), (800, -94), (720, -87), (650, -79), (580, -66), (510, -48), (436, 8)],
           [(880, -98), (800, -82), (720, -76), (650, -70), (580, -59), (510, -42), (436, 8)],
           'along', 2, 'muscle-2', depth=0.7),
    Muscle('vastus-medialis',
           [(880, 72), (800, 42), (740, 28), (680, 16), (620, 8), (574, 12), (538, 44)],
           [(880, 72), (800, 78), (740, 82), (680, 83), (620, 80), (574, 71), (538, 44)], 'half', 11,
           depth=1),
    Muscle('gracilis',
           [(930, -20), (860, -30), (780, -37), (700, -40), (620, -38), (540, -30), (438, 18)],
           [(930, -20), (860, -8), (780, -18), (700, -25), (620, -26), (540, -22), (438, 18)],
           'along', 3, depth=0.8),
    Muscle('sartorius',
           [(1040, 74), (940, 70), (860, 46), (780, 24), (700, 4), (620, -14), (550, -22),
            (500, -16), (440, 22)],
           [(1040, 74), (940, 92), (860, 69), (780, 46), (700, 25), (620, 7), (550, -2), (500, 1),
            (440, 22)], 'along', 4, depth=0.9),
    Muscle('soleus',
           [(400, 4), (340, -20), (290, -50), (240, -58), (190, -45), (120, -32)],
           [(400, 4), (340, 14), (290, 12), (240, 6), (190, -4), (120, -32)], 'half', 9,
           'muscle-2', depth=0.9),
    Muscle('flexor-digitorum',
           [(350, 16), (290, 9), (220, 0), (160, -6), (88, -8)],
           [(350, 16), (290, 20), (220, 17), (160, 11), (88, -8)], 'along', 3, 'muscle-2',
           depth=0.8),
    ACHILLES,
    Muscle('gastrocnemius-medial',
           [(520, -32), (492, -50), (450, -61.5), (410, -75), (370, -84), (330, -83.5), (296, -78),
            (264, -67), (252, -57)],
           [(520, -32), (492, -18), (450, -4), (410, 0), (370, -4), (330, -14), (296, -28),
            (264, -44), (252, -57)], 'half', 10, depth=1),
    QUADRICEPS_TENDON,
    PATELLAR_LIGAMENT,
]
BONES = [PATELLA,
         [(474, 56), (462, 34), (430, 24.5), (360, 22), (280, 20), (200, 17), (130, 12), (104, 10),
          (92, 17), (100, 29), (130, 31), (200, 35), (280, 41), (360, 47), (430, 57), (458, 64)]]
HOLLOWS = [((90, -28), (8, 22)), ((60, 4), (15, 6)), ((80, -6), (5, 11)), ((498, -46), (7, 20)),
           ((12, 78), (44, 9)), ((8, 74), (30, 5)), ((30, 40), (40, 12)), ((600, -10), (6, 30)),
           ((940, -146), (12, 62)), ((868, -80), (44, 7)), ((1000, 102), (9, 60))]
RISES = [((82, 10), (9, 14)), ((78, 9), (5, 7)), ((520, 6), (20, 26)), ((640, 44), (20, 44)),
         ((800, -20), (14, 70)), ((380, -44), (18, 50)), ((56, 70), (12, 18)), ((24, -46), (16, 18)),
         ((52, 66), (8, 10)), ((16, 140), (12, 12)), ((8, 188), (8, 9)), ((962, -76), (44, 54)),
         ((980, 30), (50, 40)), ((36, 104), (12, 14)), ((700, -68), (9, 70))]
FURROWS = [[(90, -3), (76, -4), (66, 3), (65, 14)], [(556, 54), (545, 59), (525, 61), (508, 64)],
           [(440, 22), (360, 20), (280, 18), (200, 14)], [(862, -106), (859, -88), (866, -60)],
           [(884, -4), (901, 33), (920, 68), (944, 97)]]
# Skin above the groin and over the buttock.
VEIL = [(1062, 110), (1000, 114), (952, 104), (926, 68), (906, 30), (888, -10), (872, -50),
        (862, -84), (863, -112), (880, -150), (1062, -160)]
SAPHENOUS = [
    [(30, 130), (44, 100), (60, 68), (82, 36), (120, 24), (200, 12), (290, 6), (370, 8), (430, 4),
     (500, -24), (560, -32), (640, -14), (720, 12), (800, 38), (870, 62), (924, 80)],
    [(290, 6), (340, -24), (400, -44), (460, -46)],
    [(700, 6), (760, -14), (820, -10), (880, 40)],
]
NODE = ('groin', (936, 82))

LINES = {
    'rear': [(50, -46), (90, -36), (140, -26), (200, -28), (260, -36), (310, -44), (370, -46),
             (430, -38), (500, -26)],
    'adductors': [(562, -14), (620, -8), (680, -6), (740, -4), (800, 2), (850, 10), (900, 20)],
    'lymph': [(60, 22), (90, 4), (140, -8), (200, -10), (260, -12), (310, -16), (370, -22),
              (430, -24), (500, -22)],
    'saphenous': [(570, -26), (640, -8), (720, 14), (800, 36), (860, 52), (900, 62)],
    'gastrocnemius': [(290, -56), (330, -54), (380, -48), (430, -36), (470, -30)],
    'soleus': [(152, -18), (200, -22), (250, -26), (286, -26)],
}
ZONE_LINES = {
    'ankle': {'*': 'rear', 'lymph-strokes': 'lymph'},
    'soleus': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'soleus',
               'trigger-point': 'soleus'},
    'calf': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'gastrocnemius',
             'trigger-point': 'gastrocnemius', 'cross-friction': 'gastrocnemius',
             'myofascial-glide': 'gastrocnemius', 'massage-gun': 'gastrocnemius'},
    'adductors': {'*': 'adductors', 'lymph-strokes': 'saphenous'},
}

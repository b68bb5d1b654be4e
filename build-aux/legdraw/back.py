# back.py: the back of a leg, in landmarks (height, x)
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heights are thousandths of the leg from the floor, x is outward from the body's midline."""
from .muscle import Muscle
from .outline import midline

VIEW = 'back'

SIDES = {'left': -1, 'right': 1}

WAIST = [midline(1056), (1056, 40), (1056, 110), (1056, 156)]

OUTER = [(1056, 156), (1034, 169), (1000, 183), (960, 192), (915, 194), (872, 191), (830, 187),
         (780, 180.5), (730, 173), (680, 164.5), (630, 156), (590, 149), (560, 145.5), (530, 145.5),
         (505, 145), (480, 143), (460, 143.5), (435, 147.5), (405, 151.5), (372, 153), (340, 151),
         (305, 146), (265, 138.5), (225, 131), (185, 124.5), (150, 120.5), (122, 118.6),
         (98, 119), (82, 123), (68, 126.5), (54, 126)]

# The heel stands in front of the forefoot; the little toe's side shows beyond it.
FOOT_OUTER = [(54, 126), (42, 127), (30, 133), (20, 141), (12, 147), (5, 149), (0.5, 145.5),
              (-0.5, 136), (0.5, 124), (2.5, 116)]
HEEL = [(2.5, 116), (-3, 110), (-5.5, 98), (-4, 85), (3, 76)]
FOOT_INNER = [(3, 76), (2.5, 71), (6, 67), (14, 65.5), (26, 68), (40, 71.5), (54, 71)]

INNER = [(54, 71), (68, 68), (80, 65.2), (92, 66), (104, 68.3), (122, 70), (150, 70), (185, 68),
         (225, 63.5), (265, 57), (300, 51), (335, 46.5), (370, 44.5), (405, 45.5), (435, 48),
         (460, 50), (480, 48.5), (505, 45), (530, 43), (560, 40.5), (590, 37), (630, 31), (680, 24),
         (730, 17.5), (780, 11.5), (820, 7.5), (848, 4), (866, -2), (878, -9), midline(886)]
CLEFT = [midline(886), midline(930), midline(950), midline(996), midline(1034), midline(1056)]

BORDERS = {
    ('heel-outer', 'heel-inner'): [(68, 126.5), (54, 112), (49, 96), (54, 80), (68, 68)],
    ('ankle-outer', 'ankle-inner'): [(150, 120.5), (142, 108), (139, 95), (142, 82), (150, 70)],
    ('soleus-outer', 'soleus-inner'): [(305, 146), (296, 128), (291, 112), (284, 100), (268, 88),
                                       (260, 76), (265, 57)],
    ('calf-outer', 'calf-inner'): [(480, 143), (474, 122), (464, 96), (472, 70), (480, 48.5)],
    ('pop-outer', 'pop-inner'): [(560, 145.5), (572, 124), (598, 98), (576, 66), (560, 40.5)],
    ('fold-outer', 'fold-inner'): [(872, 191), (858, 160), (850, 118), (848, 74), (856, 34),
                                   (866, -2)],
    ('sacrum-low', 'trochanter'): [midline(950), (948, 40), (936, 92), (932, 140), (945, 158)],
    ('sacrum-high', 'trochanter'): [midline(996), (992, 40), (975, 100), (958, 142), (945, 158)],
    ('top', 'top-mid'): [(1034, 169), (1042, 130), (1040, 70), midline(1034)],
}
OUTER_KNOTS = [('top', (1034, 169)), ('fold-outer', (872, 191)), ('pop-outer', (560, 145.5)),
               ('calf-outer', (480, 143)), ('soleus-outer', (305, 146)),
               ('ankle-outer', (150, 120.5)), ('heel-outer', (68, 126.5)),
               ('sole', (2.5, 116))]
INNER_KNOTS = [('heel-inner', (68, 68)), ('ankle-inner', (150, 70)), ('soleus-inner', (265, 57)),
               ('calf-inner', (480, 48.5)), ('pop-inner', (560, 40.5)), ('fold-inner', (866, -2)),
               ('sacrum-low', midline(950)), ('sacrum-high', midline(996)),
               ('top-mid', midline(1034))]
ZONES = {
    'foot': ('heel-outer', 'sole', 'heel-inner'),
    'ankle': ('ankle-outer', 'heel-outer', 'heel-inner', 'ankle-inner'),
    'soleus': ('soleus-outer', 'ankle-outer', 'ankle-inner', 'soleus-inner'),
    'calf': ('calf-outer', 'soleus-outer', 'soleus-inner', 'calf-inner'),
    'popliteal': ('pop-outer', 'calf-outer', 'calf-inner', 'pop-inner'),
    'hamstrings': ('fold-outer', 'pop-outer', 'pop-inner', 'fold-inner'),
    'gluteus': ('top', 'fold-outer', 'fold-inner', 'sacrum-low', 'trochanter', 'sacrum-high',
                'top-mid'),
    'piriformis': ('sacrum-high', 'trochanter', 'sacrum-low'),
}
MASSAGEABLE = ('top', 'fold-outer', 'pop-outer', 'calf-outer', 'soleus-outer', 'ankle-outer',
               'heel-outer', 'sole', 'heel-inner', 'ankle-inner', 'soleus-inner', 'calf-inner',
               'pop-inner',
               'fold-inner', 'sacrum-low', 'sacrum-high', 'top-mid')

MUSCLES = [
    Muscle('adductor-magnus', [(860, 30), (820, 14), (770, 16), (720, 22), (650, 32)],
           [(860, 30), (840, 58), (790, 56), (730, 40), (650, 32)], 'along', 4, depth=0.7),
    Muscle('vastus-lateralis', [(860, 176), (800, 160), (720, 148), (640, 140), (570, 138)],
           [(860, 176), (800, 180), (720, 168), (640, 154), (570, 138)], 'half', 7, depth=0.6),
    Muscle('semimembranosus', [(800, 62), (740, 36), (680, 28), (610, 36), (550, 42), (488, 48)],
           [(800, 62), (740, 60), (680, 58), (610, 60), (550, 58), (488, 48)], 'along', 4,
           kind='muscle-2', depth=0.8),
    Muscle('semitendinosus',
           [(856, 92), (800, 70), (740, 63), (670, 58), (600, 54), (540, 50), (480, 47)],
           [(856, 92), (800, 95), (740, 94), (670, 88), (600, 72), (540, 57), (480, 47)], 'along',
           5),
    Muscle('biceps-femoris',
           [(856, 96), (800, 98), (730, 100), (670, 104), (600, 116), (545, 128), (490, 138)],
           [(856, 96), (800, 126), (730, 140), (670, 144), (600, 142), (545, 141), (490, 138)],
           'pennate', 9),
    Muscle('gluteus-medius', [(1042, 100), (1016, 122), (985, 158), (958, 182)],
           [(1042, 100), (1036, 150), (1008, 178), (958, 182)], 'along', 5, kind='muscle-2',
           depth=0.9),
    Muscle('gluteus-maximus',
           [(1032, 14), (980, -4), (930, -6), (888, 6), (866, 50), (864, 110), (872, 160), (896, 184)],
           [(1032, 14), (1028, 66), (1006, 118), (972, 160), (930, 184), (896, 184)], 'along', 9,
           depth=1.1),
    Muscle('soleus-outer', [(326, 147), (300, 128), (250, 118), (190, 108), (140, 102)],
           [(326, 147), (300, 143), (250, 134), (190, 122), (140, 102)], 'half', 6,
           kind='muscle-2', depth=0.9),
    Muscle('soleus-inner', [(300, 54), (270, 60), (220, 66), (175, 72), (136, 88)],
           [(300, 54), (275, 78), (220, 82), (175, 85), (136, 88)], 'half', 6, kind='muscle-2',
           depth=0.9),
    Muscle('gastrocnemius-medial',
           [(506, 68), (470, 56), (425, 49), (370, 48), (320, 54), (285, 66), (268, 80)],
           [(506, 68), (480, 86), (425, 95), (370, 95.5), (320, 95), (285, 92), (268, 80)], 'half',
           8, depth=1.15),
    Muscle('gastrocnemius-lateral',
           [(502, 122), (475, 137), (430, 147), (380, 149), (335, 142), (308, 126), (298, 114)],
           [(502, 122), (475, 106), (430, 98.5), (380, 98), (335, 98.5), (310, 101), (298, 114)],
           'half', 8, depth=1.05),
]
TENDONS = [
    Muscle('achilles', [(284, 76), (230, 84), (170, 87), (120, 87.5), (80, 84), (44, 80)],
           [(284, 112), (230, 106), (170, 103), (120, 102), (80, 105), (44, 109)], 'along', 4,
           kind='tendon'),
    Muscle('iliotibial-tract', [(900, 189), (800, 182), (700, 167), (600, 149), (500, 144)],
           [(900, 180), (800, 172), (700, 157), (600, 142), (500, 139)], 'along', 1, kind='tendon'),
]
BONES = []
MALLEOLI = [((82, 71), (8, 12)), ((67, 122), (7, 11))]
HOLLOWS = [((530, 96), (20, 40)), ((100, 76), (5, 24)), ((100, 113), (5, 22)), ((862, 96), (80, 7)),
           ((910, 178), (16, 34)), ((276, 100), (20, 7)), ((1000, -6), (12, 50)),
           ((24, 122), (7, 22)), ((660, 97), (3, 70))]
RISES = [((940, 88), (50, 46)), ((740, 122), (12, 90)), ((740, 78), (12, 80)), ((400, 72), (14, 62)),
         ((410, 122), (14, 58)), ((120, 95), (4, 70)), ((20, 95), (15, 16)), ((200, 114), (6, 50))]
SAPHENOUS = [
    [(46, 120), (70, 114), (110, 108), (180, 104), (260, 100), (340, 97), (420, 96.5), (480, 96),
     (520, 95)],
    [(90, 72), (150, 76), (230, 70), (330, 54), (420, 54), (500, 50), (580, 44), (680, 34),
     (780, 24), (840, 24)],
    [(300, 98), (350, 78), (400, 62), (430, 54)],
]
NODE = ('popliteal', (526, 96))

LINES = {
    'main': [(0, 96), (30, 96), (60, 95.5), (120, 95), (200, 97), (280, 100), (360, 99), (430, 98),
             (500, 96), (580, 97), (660, 100), (760, 104), (840, 104), (890, 108), (920, 116)],
    'gluteus': [(858, 104), (885, 124), (910, 146), (930, 168), (960, 174), (1000, 162), (1026, 140)],
    'buttock': [(866, 78), (885, 84), (905, 92), (924, 102)],
    'piriformis': [(950, 146), (954, 110), (962, 64), (970, 20)],
    'lymph': [(2, 90), (40, 84), (90, 82), (160, 84), (240, 76), (320, 66), (400, 68), (470, 82),
              (530, 80), (600, 70), (680, 54), (760, 44), (850, 50), (880, 80)],
    'medial-head': [(280, 80), (340, 72), (400, 71), (460, 76)],
    'lateral-head': [(310, 116), (360, 122), (420, 123), (466, 118)],
    'biceps': [(590, 128), (650, 126), (720, 122), (790, 114), (846, 104)],
    'soleus': [(156, 110), (200, 114), (250, 120), (290, 126)],
    'heel': [(8, 108), (26, 112), (48, 112)],
}
ZONE_LINES = {
    'foot': {'*': 'main', 'lymph-strokes': 'lymph', 'thumb-circles': 'heel'},
    'ankle': {'*': 'main', 'lymph-strokes': 'lymph'},
    'soleus': {'*': 'main', 'lymph-strokes': 'lymph', 'thumb-circles': 'soleus',
               'trigger-point': 'soleus'},
    'calf': {'*': 'main', 'lymph-strokes': 'lymph', 'thumb-circles': 'medial-head',
             'trigger-point': 'medial-head', 'cross-friction': 'lateral-head',
             'myofascial-glide': 'medial-head', 'massage-gun': 'lateral-head'},
    'popliteal': {'*': 'main', 'lymph-strokes': 'lymph'},
    'hamstrings': {'*': 'main', 'lymph-strokes': 'lymph', 'cross-friction': 'biceps',
                   'trigger-point': 'biceps', 'myofascial-glide': 'biceps',
                   'massage-gun': 'biceps'},
    'gluteus': {'*': 'gluteus', 'trigger-point': 'buttock', 'ball': 'buttock'},
    'piriformis': {'*': 'piriformis'},
}

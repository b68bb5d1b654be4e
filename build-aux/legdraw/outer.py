# outer.py: a leg seen from its outer side, in landmarks (height, x)
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heights are thousandths of the leg from the floor, x is forward of the ankle's axis."""
from .aside import (ACHILLES, FRONT, FRONT_TAIL, GROUND, PATELLA, PATELLAR_LIGAMENT,
                    QUADRICEPS_TENDON, REAR, REAR_TAIL, THIGH_GROUND, WAIST)
from .muscle import Muscle
from .outline import ASIDE

__all__ = ['GROUND', 'WAIST']

VIEW = 'outer'
PAGE = ASIDE
FADE = (2, 34)
CROTCH = None

# A person seen from the left looks to the viewer's left: the legs stand back to back.
SIDES = {'left': -1, 'right': 1}

OUTER = FRONT
OUTER_TAIL = FRONT_TAIL
INNER = REAR
INNER_TAIL = REAR_TAIL
CLEFT = []
# The instep, the ends of the five toes, the sole, the heel.
FOOT = [
    [(104, 42.3), (94, 45.6), (83, 51.6), (70, 62.6), (57, 79), (48, 98), (40, 119), (33, 140),
     (27.5, 160), (24, 178), (21.5, 190), (16, 199.5), (8, 203), (1, 200.5), (-1, 195)],
    [(-1, 195), (-2.6, 192), (-3, 187), (-1.6, 183.5)],
    [(-1.6, 183.5), (-4, 180), (-4.2, 174), (-2, 169.8)],
    [(-2, 169.8), (-5, 165), (-5.2, 158), (-2.6, 153)],
    [(-2.6, 153), (-6, 146), (-6.4, 132), (-5.6, 116), (-4.6, 96), (-3.8, 74), (-3.6, 50),
     (-5, 24), (-7, -4), (-7.6, -26), (-6, -44), (-0.5, -56.5), (9, -63.3), (22, -65.8),
     (36, -64.5), (48, -60.8), (58, -56.5)],
]

# The domain gives this view no zone for the knee: it stays bare (the nerve below the outer knee must
# not be pressed anyway), and so does the groin's side of the hip. What
# shows of quadriceps and hamstrings belongs to the outer thigh here, which allows no more than
# they do; the skin over the shin bone's edge, to the shin.
BORDERS = {
    ('shin-low', 'heel'): [(104, 42.3), (86, 36), (66, 25), (48, 8), (42, -14), (46, -36),
                           (58, -56.5)],
    ('shin-low', 'malleolus'): [(104, 42.3), (112, 22), (126, 4), (146, -8), (164, -16)],
    ('malleolus', 'ankle-rear'): [(164, -16), (154, -24), (147, -32), (145, -40.5)],
    ('malleolus', 'peroneal'): [(164, -16), (220, -15.5), (290, -15.5), (350, -15), (392, -15)],
    ('peroneal', 'soleus-rear'): [(392, -15), (362, -23), (330, -33), (302, -45), (287, -60),
                                  (294, -78.5)],
    ('peroneal', 'fibula'): [(392, -15), (430, -12.5), (455, -10), (480, -7)],
    ('fibula', 'shin-top'): [(480, -7), (478, 20), (466, 48), (456, 68)],
    ('fibula', 'calf-rear'): [(480, -7), (484, -22), (485, -38), (484, -54.8)],
    ('knee-front', 'knee-rear'): [(582, 83), (568, 56), (556, 20), (553, -24), (560, -64.5)],
    ('hip-front', 'band-top'): [(906, 58), (888, 34), (864, 7)],
    ('hip-front', 'front-edge'): [(906, 58), (900, 78), (880, 104.5)],
    ('band-top', 'fold'): [(864, 7), (852, -16), (850, -50), (854, -82), (862, -107.5)],
    ('top-front', 'hip-front'): [(1024, 74), (990, 75), (956, 72), (906, 58)],
    ('band-top', 'top-middle'): [(864, 7), (910, 2), (960, 13), (1000, 25), (1024, 36)],
    ('top-rear', 'top-middle'): [(1018, -136.5), (1028, -90), (1032, -20), (1024, 36)],
    ('top-middle', 'top-front'): [(1024, 36), (1027, 54), (1024, 74)],
}
OUTER_KNOTS = [('front-edge', (880, 104.5)), ('knee-front', (582, 83)), ('shin-top', (456, 68)),
               ('shin-low', (104, 42.3)), ('toes', (-1, 195))]
INNER_KNOTS = [('heel', (58, -56.5)), ('ankle-rear', (145, -40.5)), ('soleus-rear', (294, -78.5)),
               ('calf-rear', (484, -54.8)), ('knee-rear', (560, -64.5)), ('fold', (862, -107.5)),
               ('top-rear', (1018, -136.5))]
ZONES = {
    'foot': ('shin-low', 'toes', 'heel'),
    'ankle': ('shin-low', 'heel', 'ankle-rear', 'malleolus'),
    'soleus': ('malleolus', 'ankle-rear', 'soleus-rear', 'peroneal'),
    'calf': ('peroneal', 'soleus-rear', 'calf-rear', 'fibula'),
    'shin': ('shin-top', 'shin-low', 'malleolus', 'peroneal', 'fibula'),
    'outer-thigh': ('front-edge', 'knee-front', 'knee-rear', 'fold', 'band-top', 'hip-front'),
    'tfl': ('top-front', 'hip-front', 'band-top', 'top-middle'),
    'gluteus': ('top-middle', 'band-top', 'fold', 'top-rear'),
}
MASSAGEABLE = [('shin-top', 'shin-low', 'toes', 'heel', 'ankle-rear', 'soleus-rear', 'calf-rear', 'fibula'),
               ('front-edge', 'knee-front', 'knee-rear', 'fold', 'top-rear', 'top-middle',
                'top-front', 'hip-front')]

# From the deepest to the one on top; the first side is the rear one.
MUSCLES = [
    THIGH_GROUND,
    Muscle('leg-ground',
           [(500, -10), (440, -52), (380, -76), (320, -76), (250, -56), (190, -34), (90, -10)],
           [(500, -10), (440, 40), (380, 44), (320, 40), (250, 28), (190, 6), (90, -10)], 'none',
           0, 'deep', depth=0, fade='both'),
    Muscle('semitendinosus',
           [(880, -96), (800, -95), (720, -88), (640, -79), (570, -66), (506, -52)],
           [(880, -96), (800, -72), (720, -66), (640, -60), (570, -54), (506, -52)], 'along', 4,
           'muscle-2', depth=0.6),
    Muscle('rectus-femoris',
           [(1004, 84), (950, 60), (895, 60), (850, 70), (800, 77), (720, 74), (650, 70),
            (592, 76)],
           [(1004, 84), (950, 97), (880, 101), (800, 101), (720, 98), (650, 91), (592, 76)],
           'half', 6, depth=0.9),
    Muscle('sartorius', [(1046, 70), (1000, 72), (950, 82), (900, 98), (872, 104)],
           [(1046, 70), (1000, 86), (950, 96), (900, 103), (872, 104)], 'along', 2, depth=0.6),
    Muscle('retinaculum',
           [(590, 28), (556, 34), (520, 38), (488, 40), (456, 46)],
           [(590, 28), (566, 64), (530, 63), (495, 66), (456, 46)], 'along', 3, 'bone', depth=0,
           fade='both'),
    Muscle('vastus-lateralis',
           [(940, 6), (890, -24), (830, -38), (760, -42), (690, -42), (630, -36), (584, -14),
            (548, 40)],
           [(940, 6), (908, 34), (860, 54), (800, 66), (730, 74), (660, 77), (604, 74),
            (548, 40)], 'half', 10),
    Muscle('biceps-short-head', [(720, -56), (650, -46), (590, -38), (540, -26), (490, -10)],
           [(720, -56), (660, -30), (600, -17), (545, -10), (490, -10)], 'along', 3, 'muscle-2',
           depth=0.8),
    Muscle('biceps-femoris',
           [(886, -72), (820, -86), (740, -84), (660, -76), (600, -64), (550, -48), (500, -20)],
           [(886, -72), (840, -44), (800, -40), (740, -36), (660, -34), (600, -33), (550, -30),
            (500, -20)], 'pennate', 7),
    Muscle('iliotibial-tract',
           [(950, -12), (880, -24), (820, -24), (740, -21), (650, -16), (580, -6), (516, 11),
            (448, 33)],
           [(950, 12), (880, 20), (820, 19), (740, 17), (650, 17), (580, 21), (516, 31),
            (448, 35)], 'along', 6, 'bone', depth=0.5, fade='both'),
    Muscle('gluteus-medius',
           [(1062, -34), (1046, -74), (1010, -64), (966, -42), (905, -8)],
           [(1062, -34), (1058, 22), (1018, 38), (966, 24), (905, -8)], 'along', 8, 'muscle-2',
           depth=0.9),
    Muscle('tensor-fasciae-latae',
           [(1050, 46), (1008, 26), (960, 12), (910, 1), (848, 6)],
           [(1050, 46), (1018, 73), (968, 70), (910, 45), (848, 6)], 'along', 6),
    # The band begins on this muscle, not below it.
    Muscle('tract-root',
           [(948, 16), (900, -1), (860, -12), (820, -23), (770, -22)],
           [(948, 62), (900, 38), (860, 25), (820, 19), (770, 18)], 'along', 4, 'bone', depth=0,
           fade='both'),
    Muscle('gluteus-maximus',
           [(1050, -104), (1018, -134), (980, -144), (940, -142), (904, -131), (878, -112),
            (862, -82), (856, -48), (850, -10)],
           [(1050, -104), (1044, -82), (1014, -68), (980, -54), (950, -38), (926, -20), (908, -8),
            (884, -2), (850, -10)], 'along', 8),
    Muscle('biceps-tendon', [(620, -50), (570, -44), (520, -26), (492, -12), (470, -6)],
           [(620, -50), (570, -36), (520, -17), (494, -4), (470, -6)], 'along', 2, 'tendon',
           fade='origin'),
    Muscle('collateral-ligament', [(542, -4), (510, -7), (474, -9)],
           [(542, -4), (510, -1), (474, -9)], 'none', 0, 'tendon', fade='both'),
    Muscle('gastrocnemius-medial',
           [(470, -50), (430, -68), (378, -83), (330, -84.5), (294, -78), (262, -66)],
           [(470, -50), (430, -56), (378, -66), (330, -66), (294, -62), (262, -66)], 'along', 2,
           'muscle-2', depth=0.5),
    Muscle('soleus',
           [(452, -12), (370, -40), (310, -68), (262, -62), (210, -47), (166, -38), (112, -28)],
           [(452, -12), (370, -12), (310, -13), (262, -14), (210, -16), (166, -20), (112, -28)],
           'half', 8, depth=0.7),
    ACHILLES,
    Muscle('gastrocnemius-lateral',
           [(526, -36), (494, -51), (450, -61.5), (410, -75), (370, -84), (335, -84),
            (306, -79.5), (284, -72), (274, -62)],
           [(526, -36), (490, -22), (450, -14), (410, -13), (370, -21), (330, -33), (300, -44),
            (284, -51), (274, -62)], 'half', 10),
    Muscle('peroneus-brevis', [(250, -12), (190, -19), (140, -22), (90, -20)],
           [(250, -12), (190, -4), (140, -7), (90, -20)], 'along', 2, 'muscle-2', depth=0.8),
    Muscle('peroneus-longus',
           [(478, -5), (430, -14), (360, -15), (290, -14), (230, -13), (180, -12), (140, -14)],
           [(478, -5), (430, 7), (360, 9), (290, 5), (230, -2), (180, -7), (140, -14)],
           'pennate', 7),
    Muscle('peroneal-tendons',
           [(250, -10), (180, -12), (120, -18), (84, -20.5), (60, -17), (45, 0), (33, 40)],
           [(250, -10), (180, -8), (120, -12.5), (84, -15), (64, -11), (50, 4), (33, 40)],
           'along', 1, 'tendon', fade='both'),
    Muscle('extensor-digitorum',
           [(478, 14), (420, 8), (350, 9), (280, 6), (210, 8), (150, 16), (104, 30)],
           [(478, 14), (420, 25), (350, 28), (280, 26), (210, 25), (150, 28), (104, 30)], 'along',
           4, 'muscle-2', depth=0.9),
    Muscle('tibialis-anterior',
           [(474, 42), (436, 27), (380, 27), (320, 27), (250, 26), (180, 27), (128, 35)],
           [(474, 42), (436, 58), (380, 53), (320, 45.5), (250, 41), (180, 37), (128, 35)],
           'pennate', 8),
    Muscle('tibialis-tendon', [(220, 31), (160, 30), (120, 34), (92, 45)],
           [(220, 36), (160, 36), (122, 38.5), (92, 47)], 'none', 0, 'tendon', fade='both'),
    Muscle('extensor-digitorum-brevis', [(60, 24), (46, 32), (33, 54), (25, 80), (22, 106)],
           [(60, 24), (62, 42), (51, 64), (37, 86), (22, 106)], 'along', 3, 'muscle-2', depth=0.6),
    Muscle('abductor-digiti-minimi', [(18, -48), (3, -30), (-1, 10), (0, 60), (3, 108), (4, 136)],
           [(18, -48), (17, -24), (13, 10), (12, 60), (10, 108), (4, 136)], 'along', 2, 'muscle-2',
           depth=0.6),
    Muscle('extensor-tendons',
           [(190, 20), (140, 20), (104, 28), (76, 46), (56, 70), (38, 108)],
           [(190, 20), (140, 27), (107, 35), (82, 51), (62, 74), (38, 108)], 'along', 2, 'tendon',
           fade='both'),
    QUADRICEPS_TENDON,
    PATELLAR_LIGAMENT,
    PATELLA,
]
HOLLOWS = [((92, -28), (6, 24)), ((500, -46), (6, 18)),
           ((858, -74), (44, 7))]
RISES = [((526, 30), (18, 18)), ((24, -46), (16, 18)), ((72, -3), (9, 15))]
KNOBS = [((476, -6), (11, 13)), ((456, 34), (10, 12))]
FURROWS = [[(858, -20), (850, -50), (853, -88), (862, -108)],
           [(84, -15), (64, -14), (54, -5), (58, 8)],
           [(556, 62), (544, 60.5), (525, 60), (508, 65)], [(840, 23), (740, 21), (640, 21),
            (560, 27)], [(840, -27), (740, -25), (640, -19), (560, -6), (500, 12)],
           [(810, -46), (730, -42), (640, -38), (570, -30)]]
VEIL = []
FASCIA = []
SAPHENOUS = [
    [(40, 44), (46, 16), (52, -14), (78, -24), (120, -28), (180, -34), (250, -50), (320, -66),
     (390, -68), (450, -58), (500, -48), (524, -40)],
    [(320, -66), (360, -46), (410, -30), (452, -22)],
]
VALVED = 1
NODES = [('popliteal', (526, -42))]
NODE_GROUP = [(541, -47), (512, -45)]

# Centre lines that strokes follow, each through its zones from far to near.
LINES = {
    'instep': [(12, 188), (26, 150), (40, 112), (54, 76), (66, 52), (78, 40)],
    'rear': [(50, -46), (90, -38), (140, -29), (200, -34), (260, -42), (310, -50), (370, -53),
             (430, -45), (500, -36)],
    'shin': [(104, 30), (140, 20), (200, 19), (280, 22), (370, 27), (440, 30), (490, 32)],
    'thigh': [(550, 42), (600, 44), (660, 46), (740, 47), (820, 46), (880, 42), (930, 38),
              (980, 46), (1030, 56)],
    'gluteus': [(850, -60), (880, -70), (920, -76), (960, -70), (1000, -52), (1034, -30)],
    'buttock': [(870, -66), (900, -88), (940, -100), (980, -96), (1010, -84)],
    'lymph': [(58, -20), (90, -26), (140, -27), (200, -26), (260, -28), (310, -32), (370, -40),
              (430, -42), (500, -34)],
    'peroneal': [(120, 2), (180, -4), (280, -4), (370, -3), (440, -2), (476, 0)],
    'gastrocnemius': [(296, -66), (330, -62), (380, -52), (430, -40), (470, -36)],
    'soleus': [(158, -30), (200, -30), (250, -36), (300, -42)],
    'vastus': [(572, 48), (640, 48), (720, 46), (800, 44), (866, 40)],
}
ZONE_LINES = {
    'foot': {'*': 'instep'},
    'ankle': {'*': 'rear', 'lymph-strokes': 'lymph'},
    'soleus': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'soleus',
               'trigger-point': 'soleus'},
    'calf': {'*': 'rear', 'lymph-strokes': 'lymph', 'thumb-circles': 'gastrocnemius',
             'trigger-point': 'gastrocnemius', 'cross-friction': 'gastrocnemius',
             'myofascial-glide': 'gastrocnemius', 'massage-gun': 'gastrocnemius'},
    'shin': {'*': 'shin', 'lymph-strokes': 'peroneal'},
    'outer-thigh': {'*': 'thigh', 'myofascial-glide': 'vastus', 'petrissage': 'vastus'},
    'tfl': {'*': 'thigh'},
    'gluteus': {'*': 'gluteus', 'trigger-point': 'buttock', 'ball': 'buttock',
                'roller': 'buttock', 'massage-gun': 'buttock'},
}

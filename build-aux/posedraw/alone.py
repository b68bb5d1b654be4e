# alone.py: positions on the floor and on a chair, of one person
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .picture import Figure, Picture
from .skeleton import Body
from .things import arc, ball, box, chair, cushion, ground, roller, wall, wedge
from .vector import Camera, along

ASIDE = (0.32, 0.26, 1)
DOWN, UP, RIGHT, LEFT, NEAR, FAR = ((0, -1, 0), (0, 1, 0), (1, 0, 0), (-1, 0, 0), (0, 0, 1),
                                    (0, 0, -1))
ARM, LEG = 'upper-arm forearm hand', 'thigh shank foot'


def limb(side, parts):
    return ' '.join(f'{side}-{part}' for part in parts.split())


FAR_ARM, NEAR_ARM = limb('far', ARM), limb('near', ARM)
FAR_LEG, NEAR_LEG = limb('far', LEG), limb('near', LEG)
NEAR_BENT = ('near-thigh', 'near-shank near-foot')
FAR_BENT = ('far-thigh', 'far-shank far-foot')


def floor_knee_bent():
    picture = Picture(Camera(ASIDE))
    ground(picture, -300, 960, -260, 260)
    wall(picture, -215, 620, -330, 250)
    body = Body((0, 100, 0), [(-0.3, 1, 0), (-0.02, 1, 0), (0.3, 1, 0)], head=(0.35, 1, 0),
                face=(1, -0.4, 0))
    body.leg('far', (808, 70, -100), UP, (0.25, 1, 0), (1, -0.2, 0))
    body.leg('near', (400, 76, 95), (0.5, 1, 0), RIGHT, DOWN)
    calf = body.limb('near', 'shank', 0.40)
    body.arm('near', along(calf, (LEFT, 100), (UP, 20), (NEAR, 40)), (-0.3, -1, 0.6),
             (1, -0.15, -0.3), (0.3, 0, -1), 0.3)
    body.arm('far', along(calf, (LEFT, 100), (UP, 60), (FAR, 50)), (-0.3, -1, -0.6),
             (1, -0.3, 0.3), (0.3, 0, 1), 0.3)
    Figure(picture, body).paint(FAR_LEG, FAR_ARM, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


SEATED = (0, 520, 0)


def chair_ankle_on_knee():
    picture = Picture(Camera((1, 0.34, 0.42)))
    ground(picture, -420, 620, -330, 420)
    chair(picture, 200)
    body = Body(SEATED, [(0, 1, 0), (0.28, 1, 0), (0.5, 1, 0.1)], head=(0.4, 1, 0.1),
                face=(1, -0.7, 0.2))
    body.leg('far', (420, 76, -100), (1, 0.4, 0), RIGHT, DOWN)
    body.leg('near', (365, 565, -40), (0.4, 0.15, 1), (0.3, -0.1, -1), (0.9, -0.5, 0.2))
    body.arm('near', body.limb('near', 'shank', 0.62, (UP, 65), (LEFT, 60)), (-0.5, -0.4, 1),
             (0.9, -0.3, -0.1), (0, -1, 0), 0.4)
    body.arm('far', body.limb('near', 'shank', 1.1, (UP, 60), (LEFT, 40), (FAR, 40)),
             (-0.6, -0.3, -1),
             (1, -0.4, 0), (0, -1, 0), 0.4)
    Figure(picture, body).paint('torso', *FAR_BENT, 'near-thigh', 'near-shank near-foot',
                                FAR_ARM, NEAR_ARM, 'head')
    return picture


def chair_foot_on_stool():
    picture = Picture(Camera(ASIDE))
    ground(picture, -420, 1000, -300, 320)
    chair(picture, 200)
    box(picture, (650, 0, -60), (930, 366, 220))
    body = Body(SEATED, [(0.1, 1, 0), (0.35, 1, 0), (0.5, 1, 0)], head=(0.45, 1, 0),
                face=(1, -0.6, 0))
    body.leg('far', (380, 76, -95), (1, 0.4, 0), RIGHT, DOWN)
    body.leg('near', (800, 440, 85), (0, 1, 0), (0.25, 1, 0), (1, -0.2, 0))
    shin = body.limb('near', 'shank', 0.1)
    body.arm('near', along(shin, (LEFT, 70), (UP, 75), (NEAR, 25)), (-0.6, -0.5, 0.8),
             (1, -0.25, -0.15), (0, -1, 0), 0.3)
    body.arm('far', along(shin, (RIGHT, 20), (UP, 80), (FAR, 30)), (-0.3, -0.3, -1),
             (1, -0.25, 0.15), (0, -1, 0), 0.3)
    Figure(picture, body).paint(*FAR_BENT, FAR_ARM, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def chair_edge_hand_below():
    picture = Picture(Camera(ASIDE))
    ground(picture, -520, 620, -300, 320)
    chair(picture, 20)
    body = Body(SEATED, [(0.28, 1, 0), (0.6, 1, 0), (0.7, 1, 0)], head=(0.5, 1, 0),
                face=(1, -0.5, 0))
    body.leg('far', (400, 76, -95), (1, 0.4, 0), RIGHT, DOWN)
    body.leg('near', (440, 76, 95), (1, 0.4, 0), RIGHT, DOWN)
    body.arm('far', body.limb('far', 'thigh', 0.7, (UP, 75), (LEFT, 50)), (-1, -0.2, -0.5),
             (1, -0.2, 0.1), DOWN, 0.3)
    body.arm('near', body.limb('near', 'thigh', 0.5, (DOWN, 74), (NEAR, 62)), (-1, -0.3, 0.6),
             (0.95, -0.05, -0.2), (0, 0.75, -0.65), 0.3)
    Figure(picture, body).paint(*FAR_BENT, FAR_ARM, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


LYING = [(-1, 0.02, 0), (-1, 0.08, 0), (-1, 0.15, 0)]
LYING_HEAD = {'head': (-1, 0.3, 0), 'face': (0.3, 1, 0)}


def pillow(picture, x=-780):
    cushion(picture, (x, 0, -210), (x + 300, 110, 210))


def supine_knee_bent():
    picture = Picture(Camera(ASIDE))
    ground(picture, -820, 720, -270, 270)
    pillow(picture)
    body = Body((0, 100, 0), [(-1, 0.05, 0), (-1, 0.15, 0), (-1, 0.4, 0)], head=(-1, 0.6, 0),
                face=(0.6, 1, 0))
    body.leg('far', (540, 76, -95), (0.3, 1, 0), RIGHT, DOWN)
    body.leg('near', (390, 420, 95), (-0.3, 1, 0), (0.5, 1, 0), (1, -0.4, 0))
    thigh = body.limb('near', 'thigh', 0.45)
    body.arm('far', along(thigh, (RIGHT, 20), (DOWN, 20), (FAR, 70)),
             (-0.2, -0.5, -1), (0.7, 0.3, 0.6),
             (-0.5, 0, 0.8), 0.3)
    body.arm('near', along(thigh, (RIGHT, 0), (DOWN, 0), (NEAR, 85)),
             (0.1, -0.6, 0.8), (0.8, 0.3, -0.4),
             (-0.4, 0, -0.9), 0.3)
    Figure(picture, body).paint(*FAR_BENT, FAR_ARM, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


def side_lying():
    picture = Picture(Camera((0.1, 0.55, 1)))
    ground(picture, -860, 760, -330, 420)
    cushion(picture, (-880, 0, -180), (-560, 150, 180))
    body = Body((0, 170, 0), [(-1, 0.02, 0), (-1, 0.05, 0), (-1, 0, 0)], side=UP, head=(-1, 0, 0),
                face=(0.1, -0.1, 1), near_is_right=False)
    body.leg('far', (620, 60, 120), (0, 0, 1), (0.6, 0, 1), (1, 0, -0.5))
    body.leg('near', (520, 140, 200), (0, 0, 1), (0.6, -0.1, 1), (1, 0, -0.5))
    body.arm('far', (-640, 120, 190), (1, 0, 1), (-1, 0.1, -0.3), (0, 1, -0.3), 0.2)
    body.arm('near', (-60, 330, -10), (0, 1, 0.5), (0.8, -0.2, -0.5), DOWN, 0.3)
    Figure(picture, body).paint(FAR_ARM, 'torso', *FAR_BENT,
                                'near-thigh', 'near-shank near-foot', NEAR_ARM, 'head')
    return picture


def sit_on_ball():
    picture = Picture(Camera(ASIDE))
    ground(picture, -480, 760, -270, 270)
    ball(picture, (-55, 42, 90), 42)
    body = Body((0, 186, 0), [(-0.85, 1, 0), (-0.75, 1, 0), (-0.4, 1, 0)], head=(-0.1, 1, 0),
                face=(1, -0.1, 0))
    body.leg('far', (520, 76, -95), (0.3, 1, 0), RIGHT, DOWN)
    body.leg('near', (470, 76, 95), (0.3, 1, 0), RIGHT, DOWN)
    body.arm('far', (-420, 60, -170), (-1, 0.3, -0.3), (-1, -0.3, 0), DOWN, 0.05)
    body.arm('near', (-390, 60, 190), (-1, 0.3, 0.3), (-1, -0.3, 0), DOWN, 0.05)
    Figure(picture, body).paint(FAR_ARM, *FAR_BENT, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


def wall_ball():
    picture = Picture(Camera(ASIDE))
    ground(picture, -320, 520, -300, 300)
    wall(picture, -190, 1620, -330, 200)
    ball(picture, (-154, 770, 60), 42)
    body = Body((0, 770, 0), [(0.05, 1, 0), (0.1, 1, 0), (0.25, 1, 0)])
    body.leg('far', (270, 76, -100), (1, 0, 0), RIGHT, DOWN)
    body.leg('near', (220, 76, 100), (1, 0, 0), RIGHT, DOWN)
    body.arm('far', body.limb('far', 'thigh', 0.24, (RIGHT, 70), (UP, 40)), (-1, 0, -0.3),
             (0.5, -1, 0), LEFT, 0.2)
    body.arm('near', body.limb('near', 'thigh', 0.22, (RIGHT, 60), (UP, 40), (NEAR, 40)),
             (-1, 0, 0.5), (0.5, -1, -0.1), (-1, -0.3, -0.4), 0.2)
    Figure(picture, body).paint(FAR_ARM, FAR_LEG, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def roller_forearms():
    picture = Picture(Camera(ASIDE))
    ground(picture, -900, 860, -280, 280)
    roller(picture, (-190, 75, 0))
    body = Body((0, 250, 0), [(1, 0.1, 0), (1, 0.12, 0), (1, 0.2, 0)], head=(1, 0.5, 0),
                face=(0.5, -1, 0))
    body.leg('far', (-800, 150, -90), (0, -1, 0), (-0.8, -0.6, 0), (-0.6, 0.8, 0))
    body.leg('near', (-805, 150, 90), (0, -1, 0), (-0.8, -0.6, 0), (-0.6, 0.8, 0))
    body.arm('far', (720, 45, -140), (-0.6, -1, 0), (1, 0, 0), DOWN, 0.05)
    body.arm('near', (690, 45, 140), (-0.6, -1, 0), (1, 0, 0), DOWN, 0.05)
    Figure(picture, body).paint(FAR_ARM, FAR_LEG, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def roller_calf():
    picture = Picture(Camera(ASIDE))
    ground(picture, -460, 1000, -270, 280)
    roller(picture, (570, 75, 0))
    body = Body((0, 100, 0), [(-0.45, 1, 0), (-0.3, 1, 0), (-0.1, 1, 0)], head=(0, 1, 0),
                face=(1, -0.2, 0))
    body.leg('far', (215, 76, -120), (0.3, 1, 0), RIGHT, DOWN)
    body.leg('near', (802, 205, 85), (0, 1, 0), (0.2, 1, 0), (1, -0.2, 0))
    body.arm('far', (-370, 60, -170), (-1, 0.3, -0.3), (-1, -0.3, 0), DOWN, 0.05)
    body.arm('near', (-340, 60, 190), (-1, 0.3, 0.3), (-1, -0.3, 0), DOWN, 0.05)
    Figure(picture, body).paint(FAR_ARM, *FAR_BENT, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def legs_raised():
    picture = Picture(Camera(ASIDE))
    ground(picture, -820, 1000, -280, 290)
    wedge(picture, (190, 60), (450, 250), -230, 230)
    pillow(picture)
    body = Body((0, 100, 0), LYING, **LYING_HEAD)
    body.leg('far', (760, 320, -100), (-0.2, 1, 0), (0.2, 1, 0), (1, -0.2, 0))
    body.leg('near', (760, 320, 100), (-0.2, 1, 0), (0.2, 1, 0), (1, -0.2, 0))
    body.arm('far', (-60, 50, -300), (0, 0.2, -1), (1, -0.1, 0), DOWN, 0.1)
    body.arm('near', (-60, 50, 300), (0, 0.2, 1), (1, -0.1, 0), DOWN, 0.1)
    Figure(picture, body).paint(FAR_ARM, FAR_LEG, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def walking_on_spot():
    picture = Picture(Camera(ASIDE))
    ground(picture, -420, 520, -300, 300)
    body = Body((0, 886, 0), [(0.02, 1, 0), (-0.06, 1, 0), (0.12, 1, 0)])
    body.leg('far', (10, 76, -90), (1, 0, 0), RIGHT, DOWN)
    body.leg('near', (230, 520, 85), (1, 0.4, 0), (1, -0.5, 0), (-0.5, -1, 0))
    body.arm('far', (320, 1190, -150), (-0.4, -1, -0.2), (0.8, 0.6, 0), (0.3, -0.3, 1), 0.6)
    body.arm('near', (0, 1130, 220), (-1, -0.2, 0.3), (0.9, 0.3, -0.2), (0.2, -0.2, -1), 0.7)
    Figure(picture, body).paint(FAR_ARM, FAR_LEG, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


def stretch_hip_bend():
    picture = Picture(Camera(ASIDE))
    ground(picture, -820, 940, -270, 270)
    pillow(picture)
    body = Body((0, 100, 0), LYING, **LYING_HEAD)
    body.leg('far', (815, 60, -95), UP, (0.3, 1, 0), (1, -0.3, 0))
    body.leg('near', (160, 270, 95), (-0.6, 1, 0), (0.9, 0.1, 0), (0.1, -1, 0))
    shin = body.limb('near', 'shank', 0.16)
    body.arm('far', along(shin, (UP, 60), (FAR, 40), (LEFT, 40)), (0, 0.5, -1), (0.7, 0.3, 0.7),
             (0.3, -1, 0), 0.4)
    body.arm('near', along(shin, (UP, 40), (NEAR, 50), (LEFT, 60)), (0, 0.3, 1), (0.8, 0.35, -0.5),
             (0.3, -1, -0.4), 0.4)
    Figure(picture, body).paint(FAR_ARM, FAR_LEG, 'torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


def stretch_hamstring():
    picture = Picture(Camera(ASIDE))
    ground(picture, -260, 1000, -330, 270)
    body = Body((0, 100, 0), [(0.55, 1, 0), (0.75, 1, 0), (0.8, 1, 0)], head=(0.8, 1, 0),
                face=(1, -0.7, 0))
    body.leg('near', (815, 70, 90), UP, (0.15, 1, 0), (1, -0.15, 0))
    body.leg('far', (330, 76, -150), (0.2, 1, -0.4), RIGHT, DOWN)
    shin = body.limb('near', 'shank', 0.3)
    body.arm('far', along(shin, (UP, 60), (FAR, 30), (LEFT, 20)),
             (-0.3, -0.3, -1), (1, -0.3, 0.2), DOWN, 0.2)
    body.arm('near', along(shin, (UP, 62), (NEAR, 30), (LEFT, 40)),
             (-0.4, -0.3, 1), (1, -0.3, -0.1), DOWN, 0.2)
    Figure(picture, body).paint(*FAR_BENT, FAR_ARM, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture


def on_chair_hands_beside(ankle, toes, sole, underfoot=None):
    """Upright on a chair with the hands at the edges of the seat and the near foot at @ankle; a ball
    lies at @underfoot."""
    picture = Picture(Camera(ASIDE))
    ground(picture, -420, 800, -300, 320)
    chair(picture, 180)
    if underfoot:
        ball(picture, underfoot, 42)
    body = Body(SEATED, [(-0.02, 1, 0), (-0.05, 1, 0), (0.15, 1, 0)], head=(0.2, 1, 0),
                face=(1, -0.35, 0))
    body.leg('far', (380, 76, -95), (1, 0.4, 0), RIGHT, DOWN)
    body.leg('near', ankle, (0.5, 1, 0), toes, sole)
    body.arm('far', (120, 560, -215), (-1, 0.2, -0.5), (0.5, -1, 0), (0, -0.3, 1), 0.4)
    body.arm('near', (40, 500, 215), (-1, 0.2, 0.5), (0.5, -1, 0), (0, -0.3, -1), 0.4)
    Figure(picture, body).paint(FAR_ARM, *FAR_BENT, 'torso', NEAR_LEG, NEAR_ARM, 'head')
    return picture, body


def chair_ball_underfoot():
    picture, _ = on_chair_hands_beside((500, 152, 95), (1, 0.14, 0), (0.14, -1, 0),
                                       (565, 42, 110))
    return picture


def stretch_ankle_circles():
    picture, body = on_chair_hands_beside((720, 350, 85), (0.55, 1, 0), (1, -0.55, 0))
    toes = along(body.joints['near', 'ankle'], ((0.48, 0.88, 0), 190), ((0.88, -0.48, 0), 40))
    arc(picture, toes, picture.camera.right, picture.camera.up, 105, 6, 36)
    return picture


def stretch_toe_bends():
    picture, body = on_chair_hands_beside((640, 80, 85), (1, 0.75, 0), (0.75, -1, 0))
    ankle = body.joints['near', 'ankle']
    arc(picture, along(ankle, (RIGHT, 60), (UP, 60)), RIGHT, UP, 190, 36, 44)
    return picture


POSES = {
    'floor-knee-bent': floor_knee_bent,
    'chair-ankle-on-knee': chair_ankle_on_knee,
    'chair-foot-on-stool': chair_foot_on_stool,
    'chair-edge-hand-below': chair_edge_hand_below,
    'chair-ball-underfoot': chair_ball_underfoot,
    'supine-knee-bent': supine_knee_bent,
    'side-lying': side_lying,
    'sit-on-ball': sit_on_ball,
    'wall-ball': wall_ball,
    'roller-forearms': roller_forearms,
    'roller-calf': roller_calf,
    'legs-raised': legs_raised,
    'walking-on-spot': walking_on_spot,
    'stretch-hip-bend': stretch_hip_bend,
    'stretch-hamstring': stretch_hamstring,
    'stretch-ankle-circles': stretch_ankle_circles,
    'stretch-toe-bends': stretch_toe_bends,
}

# together.py: positions in which one person massages another
#
# SPDX-License-Identifier: GPL-3.0-or-later
from .alone import (ASIDE, DOWN, FAR, FAR_ARM, FAR_BENT, FAR_LEG, LYING, LYING_HEAD, NEAR,
                    NEAR_ARM, NEAR_BENT, NEAR_LEG, RIGHT, UP, pillow)
from .picture import Figure, Picture
from .skeleton import Body
from .things import cushion, ground
from .vector import Camera, along


def partner_supine():
    picture = Picture(Camera(ASIDE))
    ground(picture, -820, 1420, -300, 300)
    pillow(picture)
    cushion(picture, (270, 0, -200), (560, 140, 200))
    lying = Body((0, 100, 0), LYING, **LYING_HEAD)
    lying.leg('far', (790, 80, -95), UP, (0.25, 1, 0), (1, -0.25, 0))
    lying.leg('near', (790, 80, 95), UP, (0.25, 1, 0), (1, -0.25, 0))
    lying.arm('far', (-10, 50, -300), (0, 0.2, -1), (1, -0.1, 0), DOWN, 0.1)
    lying.arm('near', (-10, 50, 300), (0, 0.2, 1), (1, -0.1, 0), DOWN, 0.1)
    helper = Body((1230, 250, 0), [(-0.55, 1, 0), (-0.85, 1, 0), (-0.9, 1, 0)], head=(-0.8, 1, 0),
                  face=(-1, -0.7, 0), near_is_right=False)
    for side, z in (('far', -110), ('near', 110)):
        helper.leg(side, (1290, 62, z), (-1, -0.2, 0), RIGHT, UP)
    calf = lying.limb('near', 'shank', 0.55)
    helper.arm('far', along(calf, (RIGHT, 95), (UP, 90), (FAR, 60)), (0.3, -0.2, -1),
               (-1, -0.35, 0.3), DOWN, 0.3)
    helper.arm('near', along(calf, (RIGHT, 140), (UP, 80), (NEAR, 50)), (0.3, -0.2, 1),
               (-1, -0.35, -0.2), DOWN, 0.3)
    lying_figure, helping = Figure(picture, lying), Figure(picture, helper)
    lying_figure.paint(FAR_ARM, FAR_LEG, 'torso')
    helping.paint(FAR_ARM, *FAR_BENT)
    lying_figure.paint(NEAR_LEG, NEAR_ARM, 'head')
    helping.paint('torso', *NEAR_BENT, NEAR_ARM, 'head')
    return picture


def partner_side():
    picture = Picture(Camera((0.1, 0.5, 1)))
    ground(picture, -880, 800, -460, 380)
    helper = Body((270, 430, -330), [(0, 1, 0.7), (0, 1, 1.1), (0, 1, 1.1)], side=RIGHT,
                  head=(0, 1, 0.6), face=(0.1, -0.8, 1), near_is_right=False)
    helper.leg('near', (350, 60, -700), (0.05, -0.4, 1), (0, 0, -1), UP)
    helper.leg('far', (190, 60, -700), (-0.05, -0.4, 1), (0, 0, -1), UP)
    Figure(picture, helper).paint('torso', *FAR_BENT[::-1], *NEAR_BENT[::-1], 'head')
    cushion(picture, (-880, 0, -180), (-560, 150, 180))
    lying = Body((0, 170, 0), [(-1, 0.02, 0), (-1, 0.05, 0), (-1, 0, 0)], side=UP, head=(-1, 0, 0),
                 face=(0.1, -0.1, 1), near_is_right=False)
    lying.leg('far', (620, 60, 60), (0, 0, 1), (0.6, 0, 1), (1, 0, -0.5))
    lying.leg('near', (590, 250, 180), (0, 0, 1), (0.6, -0.1, 1), (1, 0, -0.5))
    lying.arm('far', (-640, 120, 190), (1, 0, 1), (-1, 0.1, -0.3), (0, 1, -0.3), 0.2)
    lying.arm('near', (-330, 130, 330), (0.6, 0.4, 0.6), (-0.6, -0.3, 0.5), DOWN, 0.3)
    figure = Figure(picture, lying)
    figure.paint(FAR_ARM, 'torso', *FAR_BENT)
    cushion(picture, (250, 90, 40), (640, 215, 330))
    figure.paint(*NEAR_BENT, NEAR_ARM, 'head')
    thigh, calf = lying.limb('near', 'thigh', 0.6), lying.limb('near', 'shank', 0.4)
    helper.arm('far', along(thigh, (UP, 90), (FAR, 60)),
               (-1, 0.3, -0.2), (-0.3, -0.2, 1), DOWN, 0.4)
    helper.arm('near', along(calf, (UP, 80), (FAR, 80)), (1, 0.3, -0.2), (0.1, -0.2, 1), DOWN, 0.4)
    Figure(picture, helper).paint(FAR_ARM, NEAR_ARM)
    return picture


POSES = {'partner-supine': partner_supine, 'partner-side': partner_side}

# skeleton.py: a person's joints, and the flesh round them
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person of 1700 mm, eight heads tall. One side of the body is *near* (toward who looks), the
other *far*; a pose names which of them is the person's right."""
from .vector import add, along, cross, mix, reach, scale, unit, upright

THIGH, SHANK = 415, 405
UPPER_ARM, FOREARM = 312, 250
HIP_HALF, SHOULDER_HALF = 82, 158
LUMBAR, THORAX, NECK = 180, 210, 150


class Body:
    """@pelvis is the point between the hip joints; @spine three directions from there up to the
    neck; @side the direction from the middle to the near side, @chest_side the same at the
    shoulders; @head where the top of the head points, @face where it looks."""

    def __init__(self, pelvis, spine, side=(0, 0, 1), chest_side=None, head=None, face=None,
                 near_is_right=True):
        self.pelvis = pelvis
        self.near_is_right = near_is_right
        self.spine = [unit(d) for d in spine]
        low, middle, high = self.spine
        self.side = upright(side, low)
        self.chest_side = upright(chest_side or side, middle)
        self.waist = along(pelvis, (low, LUMBAR))
        self.breast = along(self.waist, (middle, THORAX))
        self.neck = along(self.breast, (high, NECK))
        self.hand = 1 if near_is_right else -1
        self.front = scale(cross(low, self.side), self.hand)
        self.chest_front = scale(cross(middle, self.chest_side), self.hand)
        self.head_up = unit(head or high)
        self.face = upright(face or self.chest_front, self.head_up)
        self.sign = {'near': 1, 'far': -1}
        self.joints = {}
        self.parts = {}
        for name, sign in self.sign.items():
            self.joints[name, 'hip'] = along(pelvis, (self.side, sign * HIP_HALF))
            self.joints[name, 'shoulder'] = along(self.breast, (high, 100), (self.chest_front, -5),
                                                  (self.chest_side, sign * SHOULDER_HALF))
        self.grow_torso()
        self.grow_head()

    def grow_torso(self):
        low, middle, high = self.spine
        z, front = self.side, self.front
        cz, cfront = self.chest_side, self.chest_front
        cones = []
        for s in (1, -1):
            hip = along(self.pelvis, (z, s * 74), (low, 12))
            seat = along(self.pelvis, (z, s * 62), (low, -8), (front, -38))
            waist = along(self.waist, (mix(z, cz, 0.5), s * 58), (front, 4))
            breast = along(self.breast, (cz, s * 66), (cfront, 8), (middle, -25))
            shoulder = along(self.breast, (high, 92), (cz, s * 138), (cfront, -8))
            cones += [(hip, 88, waist, 76, 50), (seat, 84, waist, 66, 50),
                      (waist, 76, breast, 94, 50), (breast, 90, shoulder, 48, 50),
                      (along(self.neck, (high, -22), (cfront, -10)), 46, shoulder, 44, 50)]
        cones.append((along(self.pelvis, (low, 30), (front, 10)), 86,
                      along(self.breast, (cfront, 6)), 92, 40))
        self.parts['torso'] = cones

    def grow_head(self):
        high, up, face = self.spine[2], self.head_up, self.face
        base = along(self.neck, (unit(add(high, up)), 72), (face, 6))
        skull = along(base, (up, 95), (face, 10))
        self.ear_side = scale(cross(up, face), -self.hand)
        chin = along(base, (up, 4), (face, 66))
        self.skull, self.chin = skull, chin
        self.parts['head'] = [
            (along(self.neck, (high, -18), (self.chest_front, 10)), 50,
             along(base, (up, 18), (face, -8)), 48, 20),
            (along(skull, (face, -20)), 80, along(skull, (face, 14)), 80, 20),
            (along(skull, (face, 30), (up, -22)), 60, chin, 26, 30),
            (along(skull, (face, 78), (up, 4)), 14, along(skull, (face, 98), (up, -32)), 9, 16),
        ]
        # A cap of hair: what lies round the skull but not before the face.
        self.hair = [(along(skull, (face, -24), (up, 10)), 88,
                      along(skull, (face, 6), (up, 20)), 84, 10),
                     (along(skull, (face, -34), (up, -40)), 58,
                      along(skull, (face, -24), (up, 10)), 88, 20)]
        self.bare = [(along(skull, (face, 66), (up, -44)), 82, along(skull, (face, 100), (up, -54)),
                      98, 10)]

    def leg(self, name, ankle, pole, toes, sole):
        """@pole is where the knee points, @toes where the foot points, @sole
        where its sole faces."""
        hip = self.joints[name, 'hip']
        knee, ankle = reach(hip, ankle, THIGH, SHANK, pole)
        self.joints[name, 'knee'], self.joints[name, 'ankle'] = knee, ankle
        thigh, shank = unit(add(knee, scale(hip, -1))), unit(add(ankle, scale(knee, -1)))
        front = upright(pole, thigh)
        shin = upright(pole, shank)
        self.parts[f'{name}-thigh'] = [
            (hip, 84, knee, 50, 30),
            (along(mix(hip, knee, 0.12), (front, 14)), 74,
             along(mix(hip, knee, 0.62), (front, 12)), 62, 40),
            (along(mix(hip, knee, 0.10), (front, -16)), 72,
             along(mix(hip, knee, 0.7), (front, -8)), 54, 40),
            (along(knee, (front, 10), (shin, 6)), 43, along(knee, (front, 4)), 47, 20),
        ]
        self.parts[f'{name}-shank'] = [
            (along(knee, (shin, 2)), 46, along(ankle, (shank, -10)), 32, 20),
            (along(mix(knee, ankle, 0.10), (shin, -14)), 42,
             along(mix(knee, ankle, 0.32), (shin, -17)), 47, 40),
            (along(mix(knee, ankle, 0.32), (shin, -17)), 47,
             along(mix(knee, ankle, 0.72), (shin, -5)), 34, 40),
        ]
        up = scale(upright(sole, unit(toes)), -1)
        toes = unit(toes)
        side = cross(toes, up)
        heel = along(ankle, (toes, -42), (up, -40))
        foot = [(along(ankle, (shank, -30)), 33, ankle, 34, 20),
                (along(ankle, (up, -4)), 34, heel, 31, 24)]
        for s in (1, -1):
            ball = along(ankle, (toes, 122), (up, -51), (side, 22 * s))
            toe = along(ankle, (toes, 182), (up, -58), (side, 18 * s))
            foot += [(along(ankle, (toes, 10), (up, -6)), 34, ball, 22, 30),
                     (heel, 30, ball, 22, 30),
                     (ball, 22, toe, 15, 10)]
        self.parts[f'{name}-foot'] = foot

    def arm(self, name, wrist, pole, fingers, palm, curl=0.25, spread=1.0, thumb=0.6):
        """@pole is where the elbow points, @fingers where the hand points, @palm where its palm
        faces; @curl how much the fingers bend toward it."""
        shoulder = self.joints[name, 'shoulder']
        elbow, wrist = reach(shoulder, wrist, UPPER_ARM, FOREARM, pole)
        self.joints[name, 'elbow'], self.joints[name, 'wrist'] = elbow, wrist
        inner = mix(shoulder, elbow, 0.15)
        self.parts[f'{name}-upper-arm'] = [
            (shoulder, 52, elbow, 36, 20),
            (inner, 50, mix(shoulder, elbow, 0.6), 45, 30),
        ]
        self.parts[f'{name}-forearm'] = [
            (elbow, 37, wrist, 25, 20),
            (mix(elbow, wrist, 0.1), 38, mix(elbow, wrist, 0.35), 40, 30),
            (mix(elbow, wrist, 0.35), 40, mix(elbow, wrist, 0.8), 28, 30),
        ]
        right = (name == 'near') == self.near_is_right
        d = unit(fingers)
        n = upright(palm, d)
        side = scale(cross(d, n), 1 if right else -1)
        cones = [(along(wrist, (d, -12)), 25, along(wrist, (d, 12)), 25, 10)]
        bends = unit(along(d, (n, curl))), unit(along(d, (n, 2.6 * curl)))
        self.joints[name, 'fingers'] = []
        for at, span, far in ((28, 78, 88), (9, 87, 94), (-10, 80, 90), (-27, 63, 80)):
            knuckle = along(wrist, (d, far), (side, at))
            middle = along(knuckle, (bends[0], span * 0.5), (side, at * 0.22 * spread))
            tip = along(middle, (bends[1], span * 0.42), (side, at * 0.16 * spread))
            cones += [(along(wrist, (side, at * 0.4)), 21, knuckle, 14, 14),
                      (knuckle, 12.5, middle, 11, 5), (middle, 11, tip, 9, 4)]
            self.joints[name, 'fingers'].append((knuckle, middle, tip))
        root = along(wrist, (d, 26), (side, 24), (n, 8))
        joint = along(root, (unit(along(d, (side, 1.1 * thumb), (n, 0.5 * thumb))), 44))
        tip = along(joint, (unit(along(d, (side, 0.5 * thumb), (n, 0.5 * thumb))), 34))
        cones += [(root, 19, joint, 13, 14), (joint, 13, tip, 10, 5)]
        self.joints[name, 'palm'] = along(wrist, (d, 70), (n, 20))
        self.parts[f'{name}-hand'] = cones

    def limb(self, name, bone, t, *moves):
        """A point at @t of the way along a bone ('thigh', 'shank', ...), moved by @moves."""
        ends = {'thigh': ('hip', 'knee'), 'shank': ('knee', 'ankle'),
                'upper-arm': ('shoulder', 'elbow'), 'forearm': ('elbow', 'wrist')}[bone]
        a, b = (self.joints[name, end] for end in ends)
        return along(mix(a, b, t), *moves)

/* legato-hand-joints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-hand-joints.h"

/* The forearm fades out within less than half a hand's length. */
#define FOREARM 92.0

/* One that is seen as far as it goes over the leg. */
#define LONG_FOREARM 215.0

/* Flat fingers and stacked palms: the same hand, and only the forearm differs. */
#define FLAT_HAND                                                                                  \
  .finger = { { { -26, 44 }, { -23, 1 }, { -21, -24 }, { -20, -44 } },                             \
              { { -6, 38 }, { -3, -8 }, { -2, -36 }, { -1, -58 } },                                \
              { { 14, 42 }, { 16, -1 }, { 17, -28 }, { 18, -48 } },                                \
              { { 32, 54 }, { 34, 22 }, { 35, 2 }, { 36, -14 } } },                                \
  .thumb = { { -22, 112 }, { -44, 86 }, { -58, 60 }, { -62, 38 } }, .wrist = { 3, 138 }

/* From the thumb's side: the knuckles one behind the other, the fingers bent away round an edge. */
#define HOLDING_HAND                                                                               \
  .finger = { { { 54, 16 }, { 64, -22 }, { 46, -42 }, { 24, -46 } },                               \
              { { 68, 12 }, { 82, -28 }, { 64, -54 }, { 38, -62 } },                               \
              { { 82, 16 }, { 98, -20 }, { 82, -48 }, { 50, -60 } },                               \
              { { 94, 28 }, { 110, 2 }, { 94, -26 }, { 59, -46 } } },                              \
  .thumb = { { 62, 74 }, { 30, 51 }, { 8, 22 }, { -3, -7 } }, .wrist = { 80, 90 },                 \
  .elbow = { 142, 158 }

/* The handle's axis lies across at the origin: the fingers go over it and down on its far side, the
 * thumb comes up there from below. */
#define HAND_ROUND_BAR                                                                             \
  .finger = { { { -29, 33 }, { -29, -5 }, { -28, -18 }, { -28, -22 } },                            \
              { { -9, 26 }, { -9, -13 }, { -9, -25 }, { -9, -28 } },                               \
              { { 11, 29 }, { 11, -10 }, { 11, -22 }, { 11, -25 } },                               \
              { { 29, 38 }, { 30, 3 }, { 30, -12 }, { 30, -17 } } },                               \
  .thumb = { { -20, 92 }, { -48, 62 }, { -57, 22 }, { -46, -22 } }, .wrist = { 3, 116 },           \
  .elbow = { 6, 116 + FOREARM }

/* The forearm, middle first, across what it works on; the hand beyond it hangs loose. */
#define HAND_OF_FOREARM                                                                            \
  .finger = { { { -23, -152 }, { -28, -188 }, { -25, -208 }, { -20, -222 } },                      \
              { { -2, -158 }, { -3, -197 }, { 2, -219 }, { 8, -234 } },                            \
              { { 18, -154 }, { 21, -191 }, { 26, -212 }, { 31, -226 } },                          \
              { { 36, -142 }, { 42, -170 }, { 46, -186 }, { 49, -198 } } },                        \
  .thumb = { { -15, -86 }, { -36, -114 }, { -44, -141 }, { -42, -163 } }, .wrist = { 8, -62 },     \
  .elbow = { 0, 136 },                                                                             \
  .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK | LEGATO_SEEN_UPPER_ARM

static const LegatoHandJoints hands[LEGATO_N_POSES] = {
  [LEGATO_POSE_FLAT] = {
    .finger = { { { -27, -12 }, { -33, -55 }, { -36, -80 }, { -38, -101 } },
                { { -6, -18 }, { -7, -64 }, { -8, -92 }, { -8, -115 } },
                { { 14, -14 }, { 18, -57 }, { 20, -84 }, { 21, -105 } },
                { { 32, -2 }, { 41, -34 }, { 45, -54 }, { 47, -70 } } },
    .thumb = { { -22, 56 }, { -44, 28 }, { -58, 0 }, { -64, -24 } },
    .wrist = { 3, 82 },
    .elbow = { 6, 82 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* Flat on the muscle, the tips bent away over its edge, the thumb close to the hand. */
  [LEGATO_POSE_CUP] = {
    .finger = { { { -27, 4 }, { -30, -34 }, { -26, -56 }, { -20, -72 } },
                { { -6, -2 }, { -5, -42 }, { -1, -67 }, { 5, -84 } },
                { { 14, 2 }, { 18, -36 }, { 22, -60 }, { 27, -76 } },
                { { 32, 12 }, { 39, -17 }, { 43, -35 }, { 47, -49 } } },
    .thumb = { { -21, 54 }, { -43, 30 }, { -53, 4 }, { -52, -18 } },
    .wrist = { 3, 78 },
    .elbow = { 12, 78 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* The web between thumb and index finger lies at the edge of the leg. */
  [LEGATO_POSE_GRIP_OPEN] = {
    .finger = { { { 36, 26 }, { 48, -8 }, { 38, -28 }, { 21, -36 } },
                { { 54, 24 }, { 68, -11 }, { 60, -35 }, { 42, -47 } },
                { { 70, 30 }, { 84, -1 }, { 79, -25 }, { 62, -40 } },
                { { 83, 42 }, { 96, 19 }, { 94, 1 }, { 84, -13 } } },
    .thumb = { { 28, 82 }, { -4, 58 }, { -28, 30 }, { -30, -2 } },
    .wrist = { 52, 114 },
    .elbow = { 66, 114 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_GRIP] = {
    .finger = { { { 32, 28 }, { 42, -6 }, { 28, -22 }, { 10, -22 } },
                { { 50, 24 }, { 61, -11 }, { 48, -32 }, { 28, -36 } },
                { { 67, 29 }, { 79, -2 }, { 70, -25 }, { 51, -34 } },
                { { 81, 41 }, { 91, 17 }, { 87, -1 }, { 75, -13 } } },
    .thumb = { { 28, 82 }, { -2, 60 }, { -20, 32 }, { -10, 4 } },
    .wrist = { 52, 114 },
    .elbow = { 66, 114 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* The thumb reaches in from the edge of the leg, round which the fingers go. */
  [LEGATO_POSE_THUMB] = {
    .finger = { { { 62, 2 }, { 58, -36 }, { 50, -56 }, { 42, -68 } },
                { { 80, 2 }, { 79, -38 }, { 72, -62 }, { 63, -76 } },
                { { 97, 10 }, { 99, -28 }, { 94, -50 }, { 86, -64 } },
                { { 110, 24 }, { 117, -4 }, { 116, -22 }, { 110, -36 } } },
    .thumb = { { 74, 76 }, { 34, 53 }, { 9, 23 }, { -3, -7 } },
    .wrist = { 92, 92 },
    .elbow = { 154, 160 },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_HOLD] = {
    HOLDING_HAND,
    .seen = LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK | LEGATO_SEEN_NO_FINGERS,
  },
  [LEGATO_POSE_HOLD_FINGERS] = {
    HOLDING_HAND,
    .seen = LEGATO_SEEN_BACK | LEGATO_SEEN_NOTHING_ELSE,
  },
  [LEGATO_POSE_FINGERS] = {
    FLAT_HAND,
    .elbow = { 6, 138 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_STACKED] = {
    FLAT_HAND,
    .elbow = { 8, 138 + LONG_FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK | LEGATO_SEEN_LONG_ARM,
  },
  /* They stand on their tips, so that they look short, the knuckles nearer to the eye. */
  [LEGATO_POSE_TIPS] = {
    .finger = { { { -28, 54 }, { -27, 24 }, { -24, 4 }, { -20, -7 } },
                { { -8, 47 }, { -7, 14 }, { -6, -6 }, { -4, -16 } },
                { { 12, 50 }, { 13, 19 }, { 13, -1 }, { 13, -11 } },
                { { 30, 62 }, { 32, 36 }, { 31, 19 }, { 29, 9 } } },
    .thumb = { { -22, 120 }, { -46, 94 }, { -54, 66 }, { -46, 42 } },
    .wrist = { 3, 146 },
    .elbow = { 6, 146 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_FIST] = {
    .finger = { { { 24, -26 }, { -22, -30 }, { -34, -4 }, { -14, 8 } },
                { { 28, -14 }, { -24, -20 }, { -36, 6 }, { -16, 16 } },
                { { 28, 0 }, { -22, -4 }, { -32, 18 }, { -12, 22 } },
                { { 26, 12 }, { -16, 10 }, { -24, 26 }, { -8, 28 } } },
    .thumb = { { 14, 54 }, { 4, 26 }, { -10, 4 }, { -26, -8 } },
    .wrist = { 18, 78 },
    .elbow = { 22, 78 + FOREARM },
    .seen = LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_THUMB_OVER,
  },
  [LEGATO_POSE_KNUCKLES] = {
    .finger = { { { -28, 0 }, { -28, -24 }, { -27, -30 }, { -27, -32 } },
                { { -8, -6 }, { -8, -33 }, { -8, -39 }, { -8, -41 } },
                { { 12, -3 }, { 13, -29 }, { 13, -35 }, { 13, -37 } },
                { { 30, 8 }, { 32, -14 }, { 32, -20 }, { 32, -22 } } },
    .thumb = { { -22, 66 }, { -48, 40 }, { -61, 14 }, { -57, -10 } },
    .wrist = { 3, 94 },
    .elbow = { 6, 94 + FOREARM },
    .seen = LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_BAR] = {
    HAND_ROUND_BAR,
    .seen = LEGATO_SEEN_BACK | LEGATO_SEEN_NO_THUMB | LEGATO_SEEN_ROUND,
  },
  [LEGATO_POSE_BAR_THUMB] = {
    HAND_ROUND_BAR,
    .seen = LEGATO_SEEN_ONLY_THUMB,
  },
  [LEGATO_POSE_FOREARM] = {
    HAND_OF_FOREARM,
    .shoulder = { 92, 202 },
  },
  [LEGATO_POSE_FOREARM_LEFT] = {
    HAND_OF_FOREARM,
    .shoulder = { -92, 202 },
  },
};

/** legato_hand_joints_mix: the point at @part of the way from @a to @b */
LegatoMapPoint
legato_hand_joints_mix (LegatoMapPoint a, LegatoMapPoint b, double part)
{
  return (LegatoMapPoint){ a.x + part * (b.x - a.x), a.y + part * (b.y - a.y) };
}

/** legato_hand_joints_bend: of a hand at @part of the way between two poses */
LegatoHandJoints
legato_hand_joints_bend (LegatoPose from, LegatoPose to, double part)
{
  const LegatoHandJoints *a = &hands[from], *b = &hands[to];
  LegatoHandJoints hand = *a;

  for (int f = 0; f < LEGATO_N_FINGERS; f++)
    for (int j = 0; j < LEGATO_N_JOINTS; j++)
      hand.finger[f][j] = legato_hand_joints_mix (a->finger[f][j], b->finger[f][j], part);
  for (int j = 0; j < LEGATO_N_JOINTS; j++)
    hand.thumb[j] = legato_hand_joints_mix (a->thumb[j], b->thumb[j], part);
  hand.wrist = legato_hand_joints_mix (a->wrist, b->wrist, part);
  hand.elbow = legato_hand_joints_mix (a->elbow, b->elbow, part);
  hand.shoulder = legato_hand_joints_mix (a->shoulder, b->shoulder, part);
  return hand;
}

/* legato-hand-joints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-hand-joints.h"

/* The forearm fades out within less than half a hand's length. */
#define FOREARM 101.0

/* One that is seen as far as it goes over the leg. */
#define LONG_FOREARM 215.0

/* The back of the hand beside the leg, the fingers spread and bent away round its edge. */
#define HOLDING_HAND                                                                               \
  .finger = { { { 48, 28 }, { 38, -1 }, { 23, -22 }, { 2, -42 } },                                 \
              { { 66, 18 }, { 57, -17 }, { 41, -42 }, { 17, -64 } },                               \
              { { 83, 8 }, { 77, -28 }, { 62, -53 }, { 36, -75 } },                                \
              { { 96, -1 }, { 95, -31 }, { 84, -55 }, { 58, -77 } } },                             \
  .thumb = { { 48, 84 }, { 25, 52 }, { 2, 26 }, { -3, -7 } }, .wrist = { 103, 100 },               \
  .elbow = { 165, 168 }

/* The web between thumb and index finger lies at the edge of the leg, the fingers flat on it. */
#define OPEN_GRIP                                                                                  \
  .finger = { { { 40, 18 }, { 52, -10 }, { 46, -27 }, { 36, -37 } },                               \
              { { 57, 16 }, { 71, -14 }, { 67, -33 }, { 56, -44 } },                               \
              { { 73, 22 }, { 87, -6 }, { 85, -25 }, { 74, -37 } },                                \
              { { 85, 35 }, { 98, 13 }, { 98, -3 }, { 91, -15 } } },                               \
  .thumb = { { 32, 68 }, { -2, 44 }, { -30, 24 }, { -40, -4 } }, .wrist = { 54, 102 },             \
  .elbow = { 68, 102 + FOREARM }

/* A muscle stands between thumb and fingers, which go steeply down on both sides of it. */
#define CLOSED_GRIP                                                                                \
  .finger = { { { 30, 14 }, { 37, -8 }, { 30, -19 }, { 20, -21 } },                                \
              { { 47, 11 }, { 56, -13 }, { 49, -26 }, { 37, -29 } },                               \
              { { 64, 17 }, { 74, -6 }, { 69, -22 }, { 57, -28 } },                                \
              { { 77, 30 }, { 87, 10 }, { 85, -5 }, { 77, -13 } } },                               \
  .thumb = { { 28, 66 }, { -4, 44 }, { -28, 26 }, { -31, -1 } }, .wrist = { 50, 99 },              \
  .elbow = { 64, 99 + FOREARM }

/* Flat fingers that lie close together: no other hand is seen between them. */
#define CLOSED_FINGERS                                                                             \
  .finger = { { { -30, 44 }, { -28, 1 }, { -23, -24 }, { -19, -45 } },                             \
              { { -7, 38 }, { -6, -8 }, { -4, -36 }, { -3, -58 } },                                \
              { { 16, 42 }, { 15, -1 }, { 14, -29 }, { 13, -49 } },                                \
              { { 37, 54 }, { 36, 20 }, { 32, 0 }, { 29, -17 } } },                                \
  .thumb = { { -22, 112 }, { -43, 86 }, { -53, 60 }, { -53, 36 } }, .wrist = { 3, 138 }

/* The handle's axis lies across at the origin: the fingers go over it and down on its far side, the
 * thumb comes up there from below. */
#define HAND_ROUND_BAR                                                                             \
  .finger = { { { -31, 33 }, { -34, -5 }, { -34, -18 }, { -34, -22 } },                            \
              { { -9, 26 }, { -11, -13 }, { -11, -25 }, { -11, -28 } },                            \
              { { 13, 29 }, { 13, -10 }, { 13, -22 }, { 13, -25 } },                               \
              { { 34, 38 }, { 36, 3 }, { 36, -12 }, { 36, -17 } } },                               \
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
    .finger = { { { -31, -12 }, { -38, -55 }, { -42, -80 }, { -44, -101 } },
                { { -7, -18 }, { -8, -64 }, { -9, -92 }, { -9, -115 } },
                { { 16, -14 }, { 21, -57 }, { 23, -84 }, { 24, -105 } },
                { { 37, -2 }, { 47, -34 }, { 52, -54 }, { 55, -70 } } },
    .thumb = { { -22, 56 }, { -44, 28 }, { -58, 0 }, { -64, -24 } },
    .wrist = { 3, 82 },
    .elbow = { 6, 82 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* Flat on the muscle, the tips bent away over its edge, the thumb close to the hand. */
  [LEGATO_POSE_CUP] = {
    .finger = { { { -31, 4 }, { -36, -34 }, { -32, -56 }, { -26, -72 } },
                { { -7, -2 }, { -7, -42 }, { -3, -67 }, { 3, -84 } },
                { { 16, 2 }, { 20, -36 }, { 25, -60 }, { 30, -76 } },
                { { 37, 12 }, { 46, -17 }, { 51, -35 }, { 55, -49 } } },
    .thumb = { { -21, 54 }, { -43, 30 }, { -53, 4 }, { -52, -18 } },
    .wrist = { 3, 78 },
    .elbow = { 12, 78 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* Flat on the muscle as far as its edge, where the fingers go round and down out of sight. */
  [LEGATO_POSE_WRAP] = {
    .finger = { { { -31, 4 }, { -37, -36 }, { -37, -56 }, { -36, -66 } },
                { { -7, -2 }, { -9, -42 }, { -8, -60 }, { -7, -68 } },
                { { 16, 2 }, { 19, -38 }, { 21, -57 }, { 22, -66 } },
                { { 37, 12 }, { 46, -20 }, { 50, -43 }, { 52, -55 } } },
    .thumb = { { -21, 54 }, { -43, 30 }, { -53, 4 }, { -52, -18 } },
    .wrist = { 3, 78 },
    .elbow = { 12, 78 + FOREARM },
    .seen = LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK | LEGATO_SEEN_ROUND,
  },
  [LEGATO_POSE_GRIP_OPEN] = {
    OPEN_GRIP,
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_GRIP] = {
    CLOSED_GRIP,
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_HELD_OPEN] = {
    OPEN_GRIP,
    .seen = LEGATO_SEEN_HELD,
  },
  [LEGATO_POSE_HELD] = {
    CLOSED_GRIP,
    .seen = LEGATO_SEEN_HELD,
  },
  /* The thumb reaches in from the edge of the leg, round which the fingers go. */
  [LEGATO_POSE_THUMB] = {
    .finger = { { { 60, 2 }, { 50, -36 }, { 41, -56 }, { 32, -68 } },
                { { 80, 2 }, { 77, -40 }, { 69, -64 }, { 59, -78 } },
                { { 99, 10 }, { 104, -28 }, { 99, -51 }, { 91, -66 } },
                { { 115, 24 }, { 126, -4 }, { 127, -22 }, { 122, -37 } } },
    .thumb = { { 74, 77 }, { 38, 51 }, { 6, 27 }, { -3, -7 } },
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
    CLOSED_FINGERS,
    .elbow = { 6, 138 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  [LEGATO_POSE_STACKED] = {
    CLOSED_FINGERS,
    .elbow = { 8, 138 + LONG_FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK | LEGATO_SEEN_LONG_ARM,
  },
  /* They stand on their tips, so that they look short, the knuckles nearer to the eye. */
  [LEGATO_POSE_TIPS] = {
    .finger = { { { -31, 54 }, { -32, 24 }, { -29, 4 }, { -25, -7 } },
                { { -8, 47 }, { -8, 14 }, { -7, -6 }, { -5, -16 } },
                { { 14, 50 }, { 16, 19 }, { 16, -1 }, { 16, -11 } },
                { { 35, 62 }, { 39, 36 }, { 38, 19 }, { 36, 9 } } },
    .thumb = { { -22, 120 }, { -46, 94 }, { -54, 66 }, { -46, 42 } },
    .wrist = { 3, 146 },
    .elbow = { 6, 146 + FOREARM },
    .seen = LEGATO_SEEN_NAILS | LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_BACK,
  },
  /* Curled round a hollow; of the other fingers no more is seen than that they are behind the index
   * finger. */
  [LEGATO_POSE_FIST] = {
    .finger = { { { 28, -14 }, { -7, -33 }, { -22, -10 }, { -13, 9 } },
                { { 28, -22 }, { -11, -40 }, { -29, -12 }, { -20, 9 } },
                { { 27, -22 }, { -15, -39 }, { -35, -8 }, { -26, 10 } },
                { { 26, -18 }, { -17, -33 }, { -38, -1 }, { -30, 12 } } },
    .thumb = { { 4, 60 }, { -4, 34 }, { -14, 14 }, { -27, -6 } },
    .wrist = { 18, 78 },
    .elbow = { 22, 78 + FOREARM },
    .seen = LEGATO_SEEN_THUMB_NAIL | LEGATO_SEEN_FIST,
  },
  [LEGATO_POSE_KNUCKLES] = {
    .finger = { { { -31, 0 }, { -33, -24 }, { -32, -30 }, { -32, -32 } },
                { { -8, -6 }, { -9, -33 }, { -9, -39 }, { -9, -41 } },
                { { 14, -3 }, { 15, -29 }, { 15, -35 }, { 15, -37 } },
                { { 35, 8 }, { 38, -14 }, { 38, -20 }, { 38, -22 } } },
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
  [LEGATO_POSE_ELBOW] = {
    .wrist = { 8, -152 },
    .elbow = { 0, 46 },
    .shoulder = { -170, -56 },
    .seen = LEGATO_SEEN_UPPER_ARM | LEGATO_SEEN_ONLY_ARM,
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

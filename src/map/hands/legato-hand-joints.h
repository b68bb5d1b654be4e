/* legato-hand-joints.h: where the joints of a hand are in each pose (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-path.h"

G_BEGIN_DECLS

/** What a hand does: each is a right hand seen from outside, its fingers or its tip up. */
typedef enum
{
  LEGATO_POSE_FLAT,         /* the whole hand lies on the skin */
  LEGATO_POSE_CUP,          /* it wraps round the leg, the thumb out of sight in front */
  LEGATO_POSE_WRAP,         /* the same, all fingers bent round the edge of the leg at one line */
  LEGATO_POSE_GRIP_OPEN,    /* thumb and fingers on both sides of a muscle */
  LEGATO_POSE_GRIP,         /* the same, closed */
  LEGATO_POSE_THUMB,        /* the pad of the thumb, the fingers beside it on a broad leg */
  LEGATO_POSE_HOLD,         /* the same, the fingers round the leg: all of the hand but them */
  LEGATO_POSE_HOLD_FINGERS, /* and they, which are to be drawn on it */
  LEGATO_POSE_FINGERS,      /* flat fingers, close together */
  LEGATO_POSE_STACKED,      /* the same, on or under another hand, at the end of a long forearm */
  LEGATO_POSE_TIPS,         /* the tips of bent fingers */
  LEGATO_POSE_FIST,         /* a loose fist from the thumb's side */
  LEGATO_POSE_KNUCKLES,     /* the folded fingers from behind */
  LEGATO_POSE_BAR,          /* round a handle that lies across, all of the hand but its thumb */
  LEGATO_POSE_BAR_THUMB,    /* and that, which is to be drawn behind the handle */
  LEGATO_POSE_HELD_OPEN,    /* no hand: the flesh in a grip that is open */
  LEGATO_POSE_HELD,         /* and in one that is closed */
  LEGATO_POSE_FOREARM, /* a forearm across the leg, the upper arm to the right of where it points */
  LEGATO_POSE_FOREARM_LEFT, /* the same, the upper arm to the left */
  LEGATO_POSE_ELBOW, /* a bent elbow: the forearm points back, the upper arm is to the left */
  LEGATO_N_POSES,
} LegatoPose;

#define LEGATO_N_FINGERS 4
#define LEGATO_N_JOINTS 4

/* Which parts of a hand are visible, as bits. */
enum
{
  LEGATO_SEEN_NAILS = 1 << 0,
  LEGATO_SEEN_THUMB_NAIL = 1 << 1,
  LEGATO_SEEN_FIST = 1 << 2,     /* the thumb lies on folded fingers, else beside the hand */
  LEGATO_SEEN_LONG_ARM = 1 << 3, /* all of the forearm is seen */
  LEGATO_SEEN_BACK = 1 << 4,     /* tendons and knuckles are seen */
  LEGATO_SEEN_NO_FINGERS = 1 << 5,
  LEGATO_SEEN_NOTHING_ELSE = 1 << 6, /* fingers and the back of the hand, without a shadow */
  LEGATO_SEEN_NO_THUMB = 1 << 7,
  LEGATO_SEEN_ONLY_THUMB = 1 << 8, /* without a shadow */
  LEGATO_SEEN_ROUND = 1 << 9,      /* the fingers go round an edge and away from the eye */
  LEGATO_SEEN_UPPER_ARM = 1 << 10, /* the elbow and some of what is beyond it */
  LEGATO_SEEN_HELD = 1 << 11,      /* nothing but what stands between thumb and index finger */
  LEGATO_SEEN_ONLY_ARM = 1 << 12,  /* no hand: the arm fades out on both sides of the elbow */
};

/** LegatoHandJoints: of a right hand in units of the drawing: the origin is the place that touches,
 * -y is where the hand points. Fingers: knuckle, two joints, tip; index finger first. */
typedef struct
{
  LegatoMapPoint finger[LEGATO_N_FINGERS][LEGATO_N_JOINTS];
  LegatoMapPoint thumb[LEGATO_N_JOINTS]; /* its root at the wrist, two joints, tip */
  LegatoMapPoint wrist;
  LegatoMapPoint elbow;    /* where the forearm goes */
  LegatoMapPoint shoulder; /* where the upper arm goes, if it is seen */
  guint seen;
} LegatoHandJoints;

LegatoMapPoint legato_hand_joints_mix (LegatoMapPoint a, LegatoMapPoint b, double part);
LegatoHandJoints legato_hand_joints_bend (LegatoPose from, LegatoPose to, double part);

G_END_DECLS

/* legato-hand-shape.h: how a hand is built, bent and painted (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-map-path.h"

G_BEGIN_DECLS

/** What a hand does: each is a right hand seen from outside, its fingers or its tip up. */
typedef enum
{
  LEGATO_POSE_FLAT,      /* the whole hand lies on the skin */
  LEGATO_POSE_CUP,       /* it wraps round the leg, the thumb out of sight in front */
  LEGATO_POSE_GRIP_OPEN, /* thumb and fingers on both sides of a muscle */
  LEGATO_POSE_GRIP,      /* the same, closed */
  LEGATO_POSE_THUMB,     /* the pad of the thumb, the fingers round the leg */
  LEGATO_POSE_FINGERS,   /* flat fingers, close together */
  LEGATO_POSE_TIPS,      /* the tips of bent fingers */
  LEGATO_POSE_FIST,      /* a loose fist from the thumb's side */
  LEGATO_POSE_KNUCKLES,  /* the folded fingers from behind */
  LEGATO_POSE_MOUND,     /* no hand: the muscle that rises in a grip, as high as it is on its way */
  LEGATO_POSE_FOREARM,   /* a forearm across the leg */
  LEGATO_N_POSES,
} LegatoPose;

/** LegatoSkin: the colours of a hand, those of the leg's tone. */
typedef struct
{
  GdkRGBA base;
  GdkRGBA light;
  GdkRGBA shade;
  GdkRGBA line;
  GdkRGBA nail;
  GdkRGBA muscle;      /* of the leg, as resources/map/tone-N.css has it */
  GdkRGBA muscle_line; /* likewise */
} LegatoSkin;

/** Length of a hand from the wrist to the tip of the middle finger, in units of the drawing: an
 * adult's mean (DIN 33402), where a unit is 0.9 mm. */
#define LEGATO_HAND_LENGTH 202.0

const LegatoSkin *legato_skin_get (guint tone);

LegatoMapBox legato_hand_shape_get_box (LegatoPose from, LegatoPose to, double part);
void legato_hand_shape_draw (cairo_t *cr,
                             LegatoPose from,
                             LegatoPose to,
                             double part,
                             const LegatoSkin *skin);
void legato_hand_shape_draw_shadow (cairo_t *cr,
                                    LegatoPose from,
                                    LegatoPose to,
                                    double part,
                                    double blur);

G_END_DECLS

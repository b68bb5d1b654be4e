/* legato-hand-strokes.h: what hands, tools and skin do at an instant of each kind of stroke
 * (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-route.h"
#include "legato-skin-marks.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/* Hands are drawn a little smaller than true, so that the muscle under them is seen. */
#define LEGATO_HAND_SIZE 0.8

/* A fist that taps rises so high, in units. */
#define LEGATO_HAND_TAP_HEIGHT 34.0

/* A sleeve takes so long to fill. */
#define LEGATO_HAND_SLEEVE_FULL (20 * LEGATO_SECOND)

#define LEGATO_HAND_MOST_FIGURES 4
#define LEGATO_HAND_MOST_MARKS 5

/* All that is seen at one instant. Two that are equal to the last bit look the same. */
typedef struct
{
  LegatoSkinMark under[LEGATO_HAND_MOST_MARKS]; /* on the skin, below the hands */
  guint n_under;
  LegatoFigure figures[LEGATO_HAND_MOST_FIGURES];
  guint n_figures;
  LegatoSkinMark over[2];
  guint n_over;
} LegatoHandPicture;

/* What a stroke is drawn from; the first five are those of #LegatoHandScene. */
typedef struct
{
  const LegatoHandRoute *route;
  const LegatoMapArt *art;
  gint64 position;
  double grain;
  gboolean still;
  LegatoHandPicture *picture;
  const LegatoStep *step;
  const LegatoCue *cue;
  LegatoMapPoint at;
  LegatoMapPoint tangent;
  LegatoMapPoint up; /* along the leg, toward the hip */
  double fraction;   /* of the route */
  double progress;   /* of the stroke, 0 to 1 */
  double size;       /* of the hands */
  double lift;       /* of hands that leave the skin between strokes */
  gboolean touching;
  gboolean followed; /* by another stroke at once */
  gboolean odd;      /* every second stroke: the other hand's turn */
  double height;     /* of the middle of the route, which says where the hands come from */
  gboolean partner;
} LegatoHandInstant;

double legato_hand_ease (double t);
void legato_hand_strokes_add (LegatoHandInstant *now);

G_END_DECLS

/* legato-hand-instant.h: the picture of one instant of a stroke, and what is put into it (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-route.h"
#include "legato-skin-marks.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/* Hands are drawn a little smaller than true, so that the muscle under them is seen; tools are not,
 * but where hands are larger on a small map they are so too. */
#define LEGATO_HAND_SIZE 0.9

#define LEGATO_HAND_MOST_FIGURES 5
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
  gboolean crosses;  /* a glide goes on from the lower leg to the thigh */
  double thigh;      /* how far such hands have come there: 0 on the lower leg, 1 on the thigh */
  gboolean partner;
} LegatoHandInstant;

double legato_hand_ease (double t);
double legato_hand_in_steps (double value);
LegatoMapPoint legato_hand_instant_round (const LegatoHandInstant *now, LegatoMapPoint at);
LegatoFigure *legato_hand_instant_add_hand (LegatoHandInstant *now,
                                            LegatoPose pose,
                                            LegatoMapPoint at,
                                            LegatoMapPoint direction,
                                            gboolean mirrored);
double legato_hand_instant_get_tool_size (const LegatoHandInstant *now);
LegatoFigure *legato_hand_instant_add_tool (LegatoHandInstant *now,
                                            LegatoTool tool,
                                            LegatoMapPoint at,
                                            LegatoMapPoint direction);
void legato_hand_instant_add_mark (LegatoHandInstant *now,
                                   LegatoSkinMarkKind kind,
                                   LegatoMapPoint at,
                                   double radius,
                                   double amount);
void legato_hand_instant_add_over (LegatoHandInstant *now,
                                   LegatoSkinMarkKind kind,
                                   LegatoMapPoint at,
                                   double radius,
                                   double amount);

G_END_DECLS

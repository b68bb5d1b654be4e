/* legato-pace.h: how much time strokes need, shared by planner and timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

/** A step begins with a second in which the hands find their place while its signal sounds. */
#define LEGATO_PACE_APPROACH_S 1.0

/** The end chime sounds in the last two seconds, when the hands already rest. */
#define LEGATO_PACE_CHIME_S 2.0

/** Hands go back through the air in a second. */
#define LEGATO_PACE_RETURN_S 1.0

/** Glides: 1-10 cm/s feels most pleasant [R Löken 2009]; aimed at, and never exceeded. */
#define LEGATO_PACE_GLIDE_CM_S 6.0
#define LEGATO_PACE_GLIDE_MAX_CM_S 10.0

/** Even a glide over a small zone takes its time [S3: 3-4 s a stroke]. */
#define LEGATO_PACE_GLIDE_MIN_S 3.0

/** A movement or a rest is worth while from here on; a stretch lasts one whole beat. */
#define LEGATO_PACE_EXERCISE_MIN_S 10

double legato_pace_get_way_cm (GPtrArray *zones);
double legato_pace_get_glide_seconds (GPtrArray *zones);
guint legato_pace_get_least_seconds (const LegatoTechnique *technique, GPtrArray *zones);
guint legato_pace_get_least_seconds_over (const LegatoTechnique *technique, double way_cm);

G_END_DECLS

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

double legato_pace_get_glide_seconds (const LegatoTechnique *technique, GPtrArray *zones);
double legato_pace_get_shortest_glide_seconds (const LegatoTechnique *technique, GPtrArray *zones);
guint legato_pace_get_least_seconds (const LegatoTechnique *technique, GPtrArray *zones);

G_END_DECLS

/* legato-remainder.h: what is left of a plan when a place has to be spared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session.h"

G_BEGIN_DECLS

LegatoPlan *legato_remainder_make (LegatoTimeline *timeline, gint64 position, GPtrArray *spared);

G_END_DECLS

/* legato-legs-compared.h: one leg is massaged, the other is not: begin, follow and end a comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoLegsCompared: offers a comparison of the legs, leads through it, and says what it found
 *
 * Signal `session-drawn` (#LegatoLeg, #LegatoZone *, const char *uuid, guint left, guint right):
 * this leg is to be massaged now, as the session of that entry; how sore both legs are.
 */
#define LEGATO_TYPE_LEGS_COMPARED (legato_legs_compared_get_type ())
G_DECLARE_FINAL_TYPE (LegatoLegsCompared, legato_legs_compared, LEGATO, LEGS_COMPARED, AdwBin)

LegatoLegsCompared *legato_legs_compared_new (LegatoContext *context);
void legato_legs_compared_turn_day (LegatoLegsCompared *self);

G_END_DECLS

/* legato-routine-card.h: a routine to be chosen, with a picture of what it works on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoRoutineCard
 *
 * Signal `favourite-toggled`: its star was pressed.
 */
#define LEGATO_TYPE_ROUTINE_CARD (legato_routine_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutineCard, legato_routine_card, LEGATO, ROUTINE_CARD, GtkFlowBoxChild)

GtkWidget *
legato_routine_card_new (LegatoContext *context, const LegatoRoutine *routine, gboolean favourite);
GtkWidget *legato_routine_card_new_broken (LegatoContext *context, LegatoShelfItem *item);
const LegatoRoutine *legato_routine_card_get_routine (LegatoRoutineCard *self);
gboolean legato_routine_card_is_favourite (LegatoRoutineCard *self);
void legato_routine_card_set_obstacle (LegatoRoutineCard *self, const char *obstacle);

G_END_DECLS

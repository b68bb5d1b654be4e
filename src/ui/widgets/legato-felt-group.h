/* legato-felt-group.h: how each leg feels: heavy, tight, swollen …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

/**
 * LegatoFeltGroup: a chip for each feeling of each leg; what is tapped can be said more exactly
 *
 * Signal `changed`: another answer was given.
 */
#define LEGATO_TYPE_FELT_GROUP (legato_felt_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFeltGroup, legato_felt_group, LEGATO, FELT_GROUP, AdwBin)

/**
 * LegatoFeltFunc:
 * @value: 0-10, or -1 where it is felt, but was not said how much
 */
typedef void (*LegatoFeltFunc) (const char *feeling, LegatoLeg leg, int value, gpointer user_data);

LegatoFeltGroup *legato_felt_group_new (void);
gboolean legato_felt_group_is_empty (LegatoFeltGroup *self);
gboolean legato_felt_group_has (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling);
void legato_felt_group_clear (LegatoFeltGroup *self);
void
legato_felt_group_set_value (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling, int value);
void legato_felt_group_foreach (LegatoFeltGroup *self, LegatoFeltFunc func, gpointer user_data);

G_END_DECLS

/* legato-sore-group.h: where it is sore, and how much: a list of places, and the map to add them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-check-in.h"
#include "legato-context.h"
#include "legato-leg-map.h"

G_BEGIN_DECLS

/**
 * LegatoSoreGroup: a row for each place that was chosen on the map, which shows what was said
 *
 * Signal `changed`: a place was added, or another answer was given.
 * Signal `place-chosen` (LegatoLeg leg, const LegatoZone *zone): a place was tapped on the map.
 */
#define LEGATO_TYPE_SORE_GROUP (legato_sore_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSoreGroup, legato_sore_group, LEGATO, SORE_GROUP, AdwBin)

/**
 * LegatoSoreFunc:
 * @value: 0-10, or -1 while there is no answer
 */
typedef void (*LegatoSoreFunc) (const LegatoZone *zone,
                                LegatoLeg leg,
                                int value,
                                gpointer user_data);

/**
 * LegatoSoreHintFunc:
 *
 * Returns: what was said of a place last, or -1
 */
typedef int (*LegatoSoreHintFunc) (const LegatoZone *zone, LegatoLeg leg, gpointer user_data);

LegatoSoreGroup *legato_sore_group_new (LegatoContext *context, const char *hint);
void legato_sore_group_set_hint_func (LegatoSoreGroup *self,
                                      LegatoSoreHintFunc func,
                                      gpointer user_data);
LegatoLegMap *legato_sore_group_get_map (LegatoSoreGroup *self);
gboolean legato_sore_group_has_answer (LegatoSoreGroup *self);
void legato_sore_group_clear (LegatoSoreGroup *self);
void legato_sore_group_set_value (LegatoSoreGroup *self,
                                  LegatoLeg leg,
                                  const LegatoZone *zone,
                                  int value);
void legato_sore_group_ask_tight (LegatoSoreGroup *self);
void legato_sore_group_show_tight (LegatoSoreGroup *self, const LegatoCheckIn *check_in);
void legato_sore_group_note_tight (LegatoSoreGroup *self, LegatoCheckIn *check_in);
void legato_sore_group_foreach (LegatoSoreGroup *self, LegatoSoreFunc func, gpointer user_data);

G_END_DECLS

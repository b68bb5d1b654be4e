/* legato-check-in.h: what a person answered before a session: warning signs, soreness, the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"

G_BEGIN_DECLS

/**
 * LegatoSorePlace: how sore one zone of one leg is
 * @leg: left or right
 * @value: 0 to %LEGATO_RATING_MAX
 */
typedef struct
{
  char *zone;
  LegatoLeg leg;
  guint value;
} LegatoSorePlace;

/**
 * LegatoCheckIn: the last check-in (reference counted)
 * @at: when it was answered, with the UTC offset that held there
 * @flags: ids of the warning signs that were there; %NULL-terminated, never %NULL
 * @did: ids of conditions that come and go: stood long, sore after sport …; likewise. Besides them
 *   the places that are tight, see legato_check_in_set_tight()
 * @soreness: (element-type LegatoSorePlace): at most one for each place
 * @feelings: (element-type LegatoFeeling): at most one for each leg and id
 *
 * Fill a new one, hand it over, and change it no more; to change a stored one, change a copy.
 */
typedef struct
{
  GDateTime *at;
  GStrv flags;
  GStrv did;
  GPtrArray *soreness;
  GPtrArray *feelings;
} LegatoCheckIn;

LegatoCheckIn *legato_check_in_new (GDateTime *at);
LegatoCheckIn *legato_check_in_copy (const LegatoCheckIn *self);
LegatoCheckIn *legato_check_in_ref (LegatoCheckIn *self);
void legato_check_in_unref (LegatoCheckIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoCheckIn, legato_check_in_unref)

guint32 legato_check_in_get_day (const LegatoCheckIn *self);
gboolean legato_check_in_is_empty (const LegatoCheckIn *self);
void legato_check_in_set_flag (LegatoCheckIn *self, const char *id, gboolean there);
void legato_check_in_set_did (LegatoCheckIn *self, const char *id, gboolean did);
gboolean legato_check_in_is_tight (const LegatoCheckIn *self, const char *zone, LegatoLeg leg);
void
legato_check_in_set_tight (LegatoCheckIn *self, const char *zone, LegatoLeg leg, gboolean tight);
GStrv legato_check_in_dup_conditions (const LegatoCheckIn *self);
int legato_check_in_get_soreness (const LegatoCheckIn *self, const char *zone, LegatoLeg leg);
void legato_check_in_set_soreness (LegatoCheckIn *self, const char *zone, LegatoLeg leg, int value);
void legato_check_in_set_feeling (LegatoCheckIn *self, const char *id, LegatoLeg leg, int value);

G_END_DECLS

/* legato-check-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-check-in.h"
#include "legato-dates.h"
#include "legato-entry-private.h"
#include "legato-id-list.h"

/* What the id of a place that is tight begins with. */
#define TIGHT "tight/"

static void
sore_place_free (LegatoSorePlace *self)
{
  g_free (self->zone);
  g_free (self);
}

/**
 * legato_check_in_new:
 * @at: when it was answered
 *
 * Returns: (transfer full): a check-in in which nothing is wrong
 */
LegatoCheckIn *
legato_check_in_new (GDateTime *at)
{
  LegatoCheckIn *self = NULL;

  g_return_val_if_fail (at != NULL, NULL);

  self = g_rc_box_new0 (LegatoCheckIn);
  self->at = g_date_time_ref (at);
  self->flags = g_new0 (char *, 1);
  self->did = g_new0 (char *, 1);
  self->soreness = g_ptr_array_new_with_free_func ((GDestroyNotify) sore_place_free);
  self->feelings = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_feeling_free);
  return self;
}

/** Returns: (transfer full): a copy that may be changed */
LegatoCheckIn *
legato_check_in_copy (const LegatoCheckIn *self)
{
  LegatoCheckIn *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = legato_check_in_new (self->at);
  for (gsize i = 0; self->flags[i] != NULL; i++)
    legato_check_in_set_flag (copy, self->flags[i], TRUE);
  for (gsize i = 0; self->did[i] != NULL; i++)
    legato_check_in_set_did (copy, self->did[i], TRUE);
  for (guint i = 0; i < self->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (self->soreness, i);

      legato_check_in_set_soreness (copy, place->zone, place->leg, (int) place->value);
    }
  for (guint i = 0; i < self->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (self->feelings, i);

      legato_check_in_set_feeling (copy, feeling->id, feeling->leg, (int) feeling->value);
    }
  return copy;
}

LegatoCheckIn *
legato_check_in_ref (LegatoCheckIn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

static void
check_in_clear (gpointer data)
{
  LegatoCheckIn *self = data;

  g_date_time_unref (self->at);
  g_strfreev (self->flags);
  g_strfreev (self->did);
  g_ptr_array_unref (self->soreness);
  g_ptr_array_unref (self->feelings);
}

void
legato_check_in_unref (LegatoCheckIn *self)
{
  g_return_if_fail (self != NULL);
  g_rc_box_release_full (self, check_in_clear);
}

/** Returns: the Julian day, by the calendar there and then, for which it was answered */
guint32
legato_check_in_get_day (const LegatoCheckIn *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return legato_dates_get_day (self->at);
}

/** Returns: whether nothing was said at all */
gboolean
legato_check_in_is_empty (const LegatoCheckIn *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->flags[0] == NULL && self->did[0] == NULL && self->soreness->len == 0
         && self->feelings->len == 0;
}

/** legato_check_in_set_flag: whether the warning sign @id is there */
void
legato_check_in_set_flag (LegatoCheckIn *self, const char *id, gboolean there)
{
  g_return_if_fail (self != NULL && id != NULL);
  legato_id_list_set (&self->flags, id, there);
}

/** legato_check_in_set_did: whether the condition @id, which comes and goes, is there */
void
legato_check_in_set_did (LegatoCheckIn *self, const char *id, gboolean did)
{
  g_return_if_fail (self != NULL && id != NULL);
  legato_id_list_set (&self->did, id, did);
}

/* "tight/calf/left" */
static char *
dup_tight (const char *zone, LegatoLeg leg)
{
  return g_strdup_printf (TIGHT "%s/%s", zone, legato_leg_to_id (leg));
}

/** Returns: whether it was said that @zone of @leg is tight */
gboolean
legato_check_in_is_tight (const LegatoCheckIn *self, const char *zone, LegatoLeg leg)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && zone != NULL && leg != LEGATO_LEG_BOTH, FALSE);

  id = dup_tight (zone, leg);
  return g_strv_contains ((const char *const *) self->did, id);
}

/** legato_check_in_set_tight: whether @zone of @leg, which is left or right, is tight */
void
legato_check_in_set_tight (LegatoCheckIn *self, const char *zone, LegatoLeg leg, gboolean tight)
{
  g_autofree char *id = NULL;

  g_return_if_fail (self != NULL && zone != NULL && leg != LEGATO_LEG_BOTH);

  id = dup_tight (zone, leg);
  legato_id_list_set (&self->did, id, tight);
}

/** Returns: (transfer full): ids of the conditions that come and go; of places that are tight only
 *   that there are some, which is "tight" */
GStrv
legato_check_in_dup_conditions (const LegatoCheckIn *self)
{
  GStrv conditions = g_new0 (char *, 1);

  g_return_val_if_fail (self != NULL, conditions);

  for (gsize i = 0; self->did[i] != NULL; i++)
    legato_id_list_set (&conditions,
                        g_str_has_prefix (self->did[i], TIGHT) ? "tight" : self->did[i], TRUE);
  return conditions;
}

static LegatoSorePlace *
find_sore (const LegatoCheckIn *self, const char *zone, LegatoLeg leg)
{
  for (guint i = 0; i < self->soreness->len; i++)
    {
      LegatoSorePlace *place = g_ptr_array_index (self->soreness, i);

      if (place->leg == leg && g_str_equal (place->zone, zone))
        return place;
    }
  return NULL;
}

/** Returns: 0-10, or -1 where the place was not rated */
int
legato_check_in_get_soreness (const LegatoCheckIn *self, const char *zone, LegatoLeg leg)
{
  const LegatoSorePlace *place = NULL;

  g_return_val_if_fail (self != NULL && zone != NULL, -1);

  place = find_sore (self, zone, leg);
  return place != NULL ? (int) place->value : -1;
}

/** legato_check_in_set_soreness: @value is 0-10, or -1 to take the answer back. */
void
legato_check_in_set_soreness (LegatoCheckIn *self, const char *zone, LegatoLeg leg, int value)
{
  LegatoSorePlace *place = NULL;

  g_return_if_fail (self != NULL && zone != NULL && leg != LEGATO_LEG_BOTH);
  g_return_if_fail (value >= -1 && value <= LEGATO_RATING_MAX);

  place = find_sore (self, zone, leg);
  if (value < 0)
    {
      if (place != NULL)
        g_ptr_array_remove (self->soreness, place);
      return;
    }
  if (place == NULL)
    {
      place = g_new0 (LegatoSorePlace, 1);
      place->zone = g_strdup (zone);
      place->leg = leg;
      g_ptr_array_add (self->soreness, place);
    }
  place->value = (guint) value;
}

static LegatoFeeling *
find_feeling (const LegatoCheckIn *self, const char *id, LegatoLeg leg)
{
  for (guint i = 0; i < self->feelings->len; i++)
    {
      LegatoFeeling *feeling = g_ptr_array_index (self->feelings, i);

      if (feeling->leg == leg && g_str_equal (feeling->id, id))
        return feeling;
    }
  return NULL;
}

/** legato_check_in_set_feeling: @value is 0-10, or -1 to take the answer back. */
void
legato_check_in_set_feeling (LegatoCheckIn *self, const char *id, LegatoLeg leg, int value)
{
  LegatoFeeling *feeling = NULL;

  g_return_if_fail (self != NULL && id != NULL);
  g_return_if_fail (value >= -1 && value <= LEGATO_RATING_MAX);

  feeling = find_feeling (self, id, leg);
  if (value < 0)
    {
      if (feeling != NULL)
        g_ptr_array_remove (self->feelings, feeling);
      return;
    }
  if (feeling == NULL)
    {
      feeling = g_new0 (LegatoFeeling, 1);
      feeling->id = g_strdup (id);
      feeling->leg = leg;
      g_ptr_array_add (self->feelings, feeling);
    }
  feeling->value = (guint) value;
}

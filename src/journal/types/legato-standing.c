/* legato-standing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-standing.h"

LEGATO_DEFINE_ENUM (LegatoFlagAnswer,
                    flag_answer,
                    LEGATO_ENUM_VALUE (FLAG_STANDS, "stands"),
                    LEGATO_ENUM_VALUE (FLAG_LOOKED_AT, "looked-at"),
                    LEGATO_ENUM_VALUE (FLAG_GONE, "gone"))

static void
flag_free (LegatoFlag *self)
{
  g_free (self->id);
  g_free (self);
}

static void
fine_place_free (LegatoFinePlace *self)
{
  g_free (self->stop);
  g_free (self->zone);
  g_free (self);
}

static void
asked_free (LegatoAsked *self)
{
  g_free (self->rule);
  g_free (self->zone);
  g_free (self);
}

/** Returns: (transfer full): nothing stands */
LegatoStanding *
legato_standing_new (void)
{
  LegatoStanding *self = g_new0 (LegatoStanding, 1);

  self->flags = g_ptr_array_new_with_free_func ((GDestroyNotify) flag_free);
  self->fine = g_ptr_array_new_with_free_func ((GDestroyNotify) fine_place_free);
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) asked_free);
  return self;
}

/** Returns: (transfer full): a copy that may be changed */
LegatoStanding *
legato_standing_copy (const LegatoStanding *self)
{
  LegatoStanding *copy = legato_standing_new ();

  g_return_val_if_fail (self != NULL, copy);

  legato_standing_add (copy, self);
  return copy;
}

void
legato_standing_free (LegatoStanding *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->flags);
  g_ptr_array_unref (self->fine);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

/** Returns: (transfer none) (nullable): what was said of the warning sign @id, if it was ever there
 */
const LegatoFlag *
legato_standing_find_flag (const LegatoStanding *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->flags->len; i++)
    {
      const LegatoFlag *flag = g_ptr_array_index (self->flags, i);

      if (g_str_equal (flag->id, id))
        return flag;
    }
  return NULL;
}

/** Returns: whether the warning sign @id was answered yes and not answered again since */
gboolean
legato_standing_has_flag (const LegatoStanding *self, const char *id)
{
  const LegatoFlag *flag = legato_standing_find_flag (self, id);

  return flag != NULL && flag->answer == LEGATO_FLAG_STANDS;
}

/** legato_standing_set_flag: replaces what was said of the warning sign; see #LegatoFlag. */
void
legato_standing_set_flag (LegatoStanding *self,
                          const char *id,
                          guint32 since,
                          LegatoFlagAnswer answer,
                          guint32 answered)
{
  LegatoFlag *flag = (LegatoFlag *) legato_standing_find_flag (self, id);

  g_return_if_fail (self != NULL && id != NULL);

  if (flag == NULL)
    {
      flag = g_new0 (LegatoFlag, 1);
      flag->id = g_strdup (id);
      g_ptr_array_add (self->flags, flag);
    }
  flag->since = since;
  flag->answer = answer;
  flag->answered = answer == LEGATO_FLAG_STANDS ? 0 : answered;
}

/** legato_standing_raise_flag: the sign is there; @day counts only if it did not stand before. */
void
legato_standing_raise_flag (LegatoStanding *self, const char *id, guint32 day)
{
  if (!legato_standing_has_flag (self, id))
    legato_standing_set_flag (self, id, day, LEGATO_FLAG_STANDS, 0);
}

/** Returns: (transfer none) (nullable): when the place was said to be fine again after the stop
 * with the UUID @stop, if it was */
const LegatoFinePlace *
legato_standing_find_fine (const LegatoStanding *self,
                           const char *stop,
                           const char *zone,
                           LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && stop != NULL && zone != NULL, NULL);

  for (guint i = 0; i < self->fine->len; i++)
    {
      const LegatoFinePlace *place = g_ptr_array_index (self->fine, i);

      if (place->leg == leg && g_str_equal (place->zone, zone) && g_str_equal (place->stop, stop))
        return place;
    }
  return NULL;
}

/** legato_standing_set_fine: the place was said to be fine again on the Julian day @day, after the
 * stop with the UUID @stop. */
void
legato_standing_set_fine (LegatoStanding *self,
                          const char *stop,
                          const char *zone,
                          LegatoLeg leg,
                          guint32 day)
{
  LegatoFinePlace *place = NULL;

  g_return_if_fail (self != NULL && stop != NULL && zone != NULL && leg != LEGATO_LEG_BOTH);

  place = (LegatoFinePlace *) legato_standing_find_fine (self, stop, zone, leg);
  if (place == NULL)
    {
      place = g_new0 (LegatoFinePlace, 1);
      place->stop = g_strdup (stop);
      place->zone = g_strdup (zone);
      place->leg = leg;
      g_ptr_array_add (self->fine, place);
    }
  place->day = day;
}

static LegatoAsked *
find_asked (const LegatoStanding *self, const char *rule, const char *zone, LegatoLeg leg)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      LegatoAsked *asked = g_ptr_array_index (self->asked, i);

      if (asked->leg == leg && g_str_equal (asked->rule, rule)
          && g_strcmp0 (asked->zone, zone) == 0)
        return asked;
    }
  return NULL;
}

/**
 * legato_standing_get_asked:
 * @zone: (nullable)
 *
 * Returns: Julian day for which this was asked last; 0 if never
 */
guint32
legato_standing_get_asked (const LegatoStanding *self,
                           const char *rule,
                           const char *zone,
                           LegatoLeg leg)
{
  const LegatoAsked *asked = NULL;

  g_return_val_if_fail (self != NULL && rule != NULL, 0);

  asked = find_asked (self, rule, zone, leg);
  return asked != NULL ? asked->day : 0;
}

/** legato_standing_set_asked: @rule was asked about for the Julian day @day; @zone as in
 * #LegatoAsked. */
void
legato_standing_set_asked (LegatoStanding *self,
                           const char *rule,
                           const char *zone,
                           LegatoLeg leg,
                           guint32 day)
{
  LegatoAsked *asked = NULL;

  g_return_if_fail (self != NULL && rule != NULL);

  asked = find_asked (self, rule, zone, leg);
  if (asked == NULL)
    {
      asked = g_new0 (LegatoAsked, 1);
      asked->rule = g_strdup (rule);
      asked->zone = g_strdup (zone);
      asked->leg = leg;
      g_ptr_array_add (self->asked, asked);
    }
  asked->day = day;
}

/** legato_standing_add: what was said in @later replaces what was said of the same before. */
void
legato_standing_add (LegatoStanding *self, const LegatoStanding *later)
{
  g_return_if_fail (self != NULL && later != NULL);

  for (guint i = 0; i < later->flags->len; i++)
    {
      const LegatoFlag *flag = g_ptr_array_index (later->flags, i);

      if (flag->answer == LEGATO_FLAG_STANDS)
        legato_standing_raise_flag (self, flag->id, flag->since);
      else
        legato_standing_set_flag (self, flag->id, flag->since, flag->answer, flag->answered);
    }
  for (guint i = 0; i < later->fine->len; i++)
    {
      const LegatoFinePlace *place = g_ptr_array_index (later->fine, i);

      legato_standing_set_fine (self, place->stop, place->zone, place->leg, place->day);
    }
  for (guint i = 0; i < later->asked->len; i++)
    {
      const LegatoAsked *asked = g_ptr_array_index (later->asked, i);

      legato_standing_set_asked (self, asked->rule, asked->zone, asked->leg, asked->day);
    }
}

/** Returns: whether nothing was ever said */
gboolean
legato_standing_is_empty (const LegatoStanding *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->flags->len == 0 && self->fine->len == 0 && self->asked->len == 0;
}

/* legato-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-entry.h"
#include "legato-entry-private.h"
#include "legato-id-list.h"

/* A session that ends after midnight is no late entry; one noted the next morning is. */
#define LATE_AFTER (6 * G_TIME_SPAN_HOUR)

LEGATO_DEFINE_ENUM (LegatoEntryKind,
                    entry_kind,
                    LEGATO_ENUM_VALUE (ENTRY_SESSION, "session"),
                    LEGATO_ENUM_VALUE (ENTRY_CHECK_IN, "check-in"),
                    LEGATO_ENUM_VALUE (ENTRY_REFUSAL, "refusal"),
                    LEGATO_ENUM_VALUE (ENTRY_STOP, "stop"))

LEGATO_DEFINE_ENUM (LegatoMoment,
                    moment,
                    LEGATO_ENUM_VALUE (MOMENT_BEFORE, "before"),
                    LEGATO_ENUM_VALUE (MOMENT_AFTER, "after"),
                    LEGATO_ENUM_VALUE (MOMENT_NEXT_DAY, "next-day"),
                    LEGATO_ENUM_VALUE (MOMENT_SECOND_DAY, "second-day"),
                    LEGATO_ENUM_VALUE (MOMENT_CHECK_IN, "check-in"))

LEGATO_DEFINE_ENUM (LegatoGirthPlace,
                    girth_place,
                    LEGATO_ENUM_VALUE (GIRTH_ANKLE, "ankle"),
                    LEGATO_ENUM_VALUE (GIRTH_CALF, "calf"))

LEGATO_DEFINE_ENUM (LegatoCompared,
                    compared,
                    LEGATO_ENUM_VALUE (COMPARED_BETTER, "better"),
                    LEGATO_ENUM_VALUE (COMPARED_SAME, "same"),
                    LEGATO_ENUM_VALUE (COMPARED_WORSE, "worse"))

G_DEFINE_BOXED_TYPE (LegatoEntry, legato_entry, legato_entry_ref, legato_entry_unref)

static void
rating_free (LegatoRating *self)
{
  g_free (self->zone);
  g_free (self);
}

static void
done_step_free (LegatoDoneStep *self)
{
  g_free (self->technique);
  g_strfreev (self->zones);
  g_free (self);
}

static LegatoEntry *
entry_alloc (void)
{
  LegatoEntry *self = g_rc_box_new0 (LegatoEntry);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) done_step_free);
  self->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) rating_free);
  self->feelings = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_feeling_free);
  self->girths = g_ptr_array_new_with_free_func (g_free);
  self->follow_ups = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
entry_clear (LegatoEntry *self)
{
  g_free (self->uuid);
  g_date_time_unref (self->at);
  g_date_time_unref (self->recorded_at);
  g_date_time_unref (self->edited_at);
  g_clear_pointer (&self->deleted_at, g_date_time_unref);
  g_free (self->routine);
  g_free (self->goal);
  g_free (self->zone);
  g_free (self->note);
  g_strfreev (self->reasons);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->feelings);
  g_ptr_array_unref (self->girths);
  g_ptr_array_unref (self->follow_ups);
  g_strfreev (self->tags);
}

/** legato_feeling_free: @self: (transfer full): with its id */
void
legato_feeling_free (LegatoFeeling *self)
{
  g_free (self->id);
  g_free (self);
}

/**
 * legato_moment_get_name:
 *
 * Returns: (transfer none): a short translated name
 */
const char *
legato_moment_get_name (LegatoMoment moment)
{
  switch (moment)
    {
    case LEGATO_MOMENT_BEFORE:
      return _ ("Before");
    case LEGATO_MOMENT_AFTER:
      return _ ("Right after");
    case LEGATO_MOMENT_NEXT_DAY:
      return _ ("The next day");
    case LEGATO_MOMENT_SECOND_DAY:
      return _ ("Two days later");
    case LEGATO_MOMENT_CHECK_IN:
      return _ ("Check-in");
    }
  g_return_val_if_reached ("");
}

static gboolean
is_late (GDateTime *at, GDateTime *recorded_at)
{
  g_autoptr (GDateTime) recorded_there =
      g_date_time_to_timezone (recorded_at, g_date_time_get_timezone (at));

  return g_date_time_difference (recorded_at, at) >= LATE_AFTER
         && legato_dates_get_day (at) != legato_dates_get_day (recorded_there);
}

/**
 * legato_entry_new:
 * @at: (transfer none): when it happened, in the local time of that place
 *
 * Makes an entry that is recorded now, with a new UUID. It is marked as late if @at lies on an
 * earlier day, long enough ago that it must have been remembered.
 *
 * Returns: (transfer full)
 */
LegatoEntry *
legato_entry_new (LegatoEntryKind kind, GDateTime *at)
{
  GDateTime *now = NULL;
  LegatoEntry *self;

  g_return_val_if_fail (at != NULL, NULL);

  now = g_date_time_new_now_utc ();
  self = legato_entry_new_written (kind, at, g_uuid_string_random (), now, g_date_time_ref (now));
  self->late = is_late (at, now);
  return self;
}

/**
 * legato_entry_new_written:
 * @at: (transfer none): when it happened, in the local time of that place
 * @uuid: (transfer full)
 * @recorded_at: (transfer full)
 * @edited_at: (transfer full)
 *
 * Makes an entry that was written down before, and is not marked as late.
 *
 * Returns: (transfer full)
 */
LegatoEntry *
legato_entry_new_written (LegatoEntryKind kind,
                          GDateTime *at,
                          char *uuid,
                          GDateTime *recorded_at,
                          GDateTime *edited_at)
{
  LegatoEntry *self = entry_alloc ();

  self->uuid = uuid;
  self->kind = kind;
  self->at = g_date_time_ref (at);
  self->recorded_at = recorded_at;
  self->edited_at = edited_at;
  self->leg = LEGATO_LEG_BOTH;
  self->note = g_strdup ("");
  self->reasons = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  return self;
}

/** legato_entry_set_at: @self happened at @at, and is late or not accordingly. */
void
legato_entry_set_at (LegatoEntry *self, GDateTime *at)
{
  g_autoptr (GDateTime) old = NULL;

  g_return_if_fail (self != NULL && at != NULL);

  old = g_steal_pointer (&self->at);
  self->at = g_date_time_ref (at);
  self->late = is_late (at, self->recorded_at);
}

/**
 * legato_entry_copy:
 *
 * Returns: (transfer full): a copy that may be changed, with the same UUID
 */
LegatoEntry *
legato_entry_copy (const LegatoEntry *self)
{
  LegatoEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = entry_alloc ();
  copy->uuid = g_strdup (self->uuid);
  copy->kind = self->kind;
  copy->at = g_date_time_ref (self->at);
  copy->recorded_at = g_date_time_ref (self->recorded_at);
  copy->edited_at = g_date_time_ref (self->edited_at);
  copy->deleted_at = self->deleted_at != NULL ? g_date_time_ref (self->deleted_at) : NULL;
  copy->late = self->late;
  copy->unguided = self->unguided;
  copy->routine = g_strdup (self->routine);
  copy->goal = g_strdup (self->goal);
  copy->zone = g_strdup (self->zone);
  copy->leg = self->leg;
  copy->planned_s = self->planned_s;
  copy->done_s = self->done_s;
  copy->completed = self->completed;
  copy->note = g_strdup (self->note);
  copy->reasons = g_strdupv (self->reasons);
  copy->tags = g_strdupv (self->tags);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (self->steps, i);

      legato_entry_add_step (copy, step->index, step->leg, step->technique,
                             (const char *const *) step->zones, step->pressure, step->planned_ms,
                             step->done_ms);
    }
  for (guint i = 0; i < self->ratings->len; i++)
    {
      LegatoRating *rating = g_memdup2 (g_ptr_array_index (self->ratings, i), sizeof *rating);

      rating->zone = g_strdup (rating->zone);
      g_ptr_array_add (copy->ratings, rating);
    }
  for (guint i = 0; i < self->feelings->len; i++)
    {
      LegatoFeeling *feeling = g_memdup2 (g_ptr_array_index (self->feelings, i), sizeof *feeling);

      feeling->id = g_strdup (feeling->id);
      g_ptr_array_add (copy->feelings, feeling);
    }
  for (guint i = 0; i < self->girths->len; i++)
    g_ptr_array_add (copy->girths,
                     g_memdup2 (g_ptr_array_index (self->girths, i), sizeof (LegatoGirth)));
  for (guint i = 0; i < self->follow_ups->len; i++)
    g_ptr_array_add (copy->follow_ups,
                     g_memdup2 (g_ptr_array_index (self->follow_ups, i), sizeof (LegatoFollowUp)));
  return copy;
}

/**
 * legato_entry_ref:
 *
 * Returns: (transfer full): @self
 */
LegatoEntry *
legato_entry_ref (LegatoEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

/**
 * legato_entry_unref:
 * @self: (transfer full)
 */
void
legato_entry_unref (LegatoEntry *self)
{
  g_return_if_fail (self != NULL);
  g_rc_box_release_full (self, (GDestroyNotify) entry_clear);
}

/**
 * legato_entry_add_step:
 * @index: its place in the plan, from 0
 * @zones: (array zero-terminated=1) (nullable): ids of the zones touched
 * @planned_ms, @done_ms: milliseconds
 */
void
legato_entry_add_step (LegatoEntry *self,
                       guint index,
                       LegatoLeg leg,
                       const char *technique,
                       const char *const *zones,
                       LegatoPressure pressure,
                       guint planned_ms,
                       guint done_ms)
{
  LegatoDoneStep *step;

  g_return_if_fail (self != NULL);
  g_return_if_fail (technique != NULL);

  step = g_new0 (LegatoDoneStep, 1);
  step->index = index;
  step->leg = leg;
  step->technique = g_strdup (technique);
  step->zones = zones != NULL ? g_strdupv ((GStrv) zones) : g_new0 (char *, 1);
  step->pressure = pressure;
  step->planned_ms = planned_ms;
  step->done_ms = done_ms;
  g_ptr_array_add (self->steps, step);
}

/**
 * legato_entry_add_rating:
 * @leg: left or right
 * @value: 0 to %LEGATO_RATING_MAX
 *
 * Adds a rating given under today's anchor wording, or replaces that of the same zone, leg and
 * moment.
 */
void
legato_entry_add_rating (LegatoEntry *self,
                         const char *zone,
                         LegatoLeg leg,
                         LegatoMoment moment,
                         guint value)
{
  LegatoRating *rating = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (zone != NULL);
  g_return_if_fail (leg != LEGATO_LEG_BOTH);
  g_return_if_fail (value <= LEGATO_RATING_MAX);

  for (guint i = 0; rating == NULL && i < self->ratings->len; i++)
    {
      LegatoRating *other = g_ptr_array_index (self->ratings, i);

      if (other->leg == leg && other->moment == moment && g_str_equal (other->zone, zone))
        rating = other;
    }
  if (rating == NULL)
    {
      rating = g_new0 (LegatoRating, 1);
      rating->zone = g_strdup (zone);
      rating->leg = leg;
      rating->moment = moment;
      g_ptr_array_add (self->ratings, rating);
    }
  rating->value = value;
  rating->anchors = LEGATO_ANCHORS_VERSION;
}

/**
 * legato_entry_add_feeling:
 * @value: 0 to %LEGATO_RATING_MAX
 *
 * Adds a feeling, or replaces that of the same id and leg.
 */
void
legato_entry_add_feeling (LegatoEntry *self, const char *id, LegatoLeg leg, guint value)
{
  LegatoFeeling *feeling = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (value <= LEGATO_RATING_MAX);

  for (guint i = 0; feeling == NULL && i < self->feelings->len; i++)
    {
      LegatoFeeling *other = g_ptr_array_index (self->feelings, i);

      if (other->leg == leg && g_str_equal (other->id, id))
        feeling = other;
    }
  if (feeling == NULL)
    {
      feeling = g_new0 (LegatoFeeling, 1);
      feeling->id = g_strdup (id);
      feeling->leg = leg;
      g_ptr_array_add (self->feelings, feeling);
    }
  feeling->value = value;
}

/**
 * legato_entry_add_girth:
 * @leg: left or right
 * @mm: %LEGATO_GIRTH_MIN_MM to %LEGATO_GIRTH_MAX_MM
 *
 * Adds how thick a leg is, or replaces what was measured at the same place of it.
 */
void
legato_entry_add_girth (LegatoEntry *self, LegatoGirthPlace place, LegatoLeg leg, guint mm)
{
  LegatoGirth *girth = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (leg != LEGATO_LEG_BOTH);
  g_return_if_fail (mm >= LEGATO_GIRTH_MIN_MM && mm <= LEGATO_GIRTH_MAX_MM);

  for (guint i = 0; girth == NULL && i < self->girths->len; i++)
    {
      LegatoGirth *other = g_ptr_array_index (self->girths, i);

      if (other->place == place && other->leg == leg)
        girth = other;
    }
  if (girth == NULL)
    {
      girth = g_new0 (LegatoGirth, 1);
      girth->place = place;
      girth->leg = leg;
      g_ptr_array_add (self->girths, girth);
    }
  girth->mm = mm;
}

/** legato_entry_add_reason: @reason is an id; does nothing if it is there already */
void
legato_entry_add_reason (LegatoEntry *self, const char *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  legato_id_list_set (&self->reasons, reason, TRUE);
}

/** Returns: whether it is known to be about somebody else's legs; of one that was cut off it is not
 * known yet */
gboolean
legato_entry_is_of_partner (const LegatoEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->reasons, LEGATO_REASON_ID_PARTNER);
}

/** legato_entry_set_of_partner: whether it is about somebody else's legs, of which nothing is kept:
 * no rating, no feeling, no measure, and no answer later (docs/domain.md §7) */
void
legato_entry_set_of_partner (LegatoEntry *self, gboolean partner)
{
  g_return_if_fail (self != NULL);

  if (!partner)
    {
      legato_id_list_set (&self->reasons, LEGATO_REASON_ID_PARTNER, FALSE);
      return;
    }
  legato_entry_add_reason (self, LEGATO_REASON_ID_PARTNER);
  g_ptr_array_set_size (self->ratings, 0);
  g_ptr_array_set_size (self->feelings, 0);
  g_ptr_array_set_size (self->girths, 0);
  g_ptr_array_set_size (self->follow_ups, 0);
}

/**
 * legato_entry_add_follow_up:
 * @moment: %LEGATO_MOMENT_NEXT_DAY or %LEGATO_MOMENT_SECOND_DAY
 *
 * What was said of that day before is replaced.
 */
void
legato_entry_add_follow_up (LegatoEntry *self,
                            LegatoMoment moment,
                            LegatoCompared compared,
                            gboolean late)
{
  LegatoFollowUp *follow_up = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (moment == LEGATO_MOMENT_NEXT_DAY || moment == LEGATO_MOMENT_SECOND_DAY);

  follow_up = (LegatoFollowUp *) legato_entry_find_follow_up (self, moment);
  if (follow_up == NULL)
    {
      follow_up = g_new0 (LegatoFollowUp, 1);
      follow_up->moment = moment;
      g_ptr_array_add (self->follow_ups, follow_up);
    }
  follow_up->compared = compared;
  follow_up->late = late;
}

/** Returns: (transfer none) (nullable): what was said in one tap of that moment */
const LegatoFollowUp *
legato_entry_find_follow_up (const LegatoEntry *self, LegatoMoment moment)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->follow_ups->len; i++)
    if (((const LegatoFollowUp *) g_ptr_array_index (self->follow_ups, i))->moment == moment)
      return g_ptr_array_index (self->follow_ups, i);
  return NULL;
}

/** Returns: whether it is known how the legs were at @moment, in one tap or rated */
gboolean
legato_entry_is_followed_up (const LegatoEntry *self, LegatoMoment moment)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->ratings->len; i++)
    if (((const LegatoRating *) g_ptr_array_index (self->ratings, i))->moment == moment)
      return TRUE;
  return legato_entry_find_follow_up (self, moment) != NULL;
}

/**
 * legato_entry_add_tag:
 * @tag: a word; does nothing if it is empty or there already
 */
void
legato_entry_add_tag (LegatoEntry *self, const char *tag)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tag != NULL);

  if (*tag != '\0')
    legato_id_list_set (&self->tags, tag, TRUE);
}

/** Returns: Julian day on the calendar of the place where it happened */
guint32
legato_entry_get_day (const LegatoEntry *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return legato_dates_get_day (self->at);
}

/** Returns: (transfer none) (nullable): how sore the place was at @moment */
const LegatoRating *
legato_entry_find_rating (const LegatoEntry *self,
                          const char *zone,
                          LegatoLeg leg,
                          LegatoMoment moment)
{
  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  for (guint i = 0; i < self->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (self->ratings, i);

      if (rating->moment == moment && rating->leg == leg && g_str_equal (rating->zone, zone))
        return rating;
    }
  return NULL;
}

/* legato-experiment.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The leg of a session is drawn when the session begins, not before: what is not drawn yet cannot
 * be seen, guessed from a file, or waited for. Legs are drawn in blocks that give each leg as many
 * sessions, give or take one; how long a block is, is drawn too, so that its end cannot be counted.
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-experiment-private.h"
#include "legato-experiment-testing.h"

#define DAYS_A_WEEK 7

/* A block: short enough to keep the legs even, long enough that its end is no surprise. */
#define SHORT_BLOCK 6
#define LONG_BLOCK 8

/* Version, zone, first day, weeks, days from session to session, day and reason of the stop; size
 * of each block; uuid, day, block and whether it was the left leg, of each session. */
#define VARIANT_TYPE "(usuuuusaua(suub))"
#define VARIANT_VERSION 1

G_DEFINE_QUARK (legato - experiment - error - quark, legato_experiment_error)

static void
session_clear (gpointer session)
{
  g_free (((LegatoExperimentSession *) session)->uuid);
}

static LegatoExperiment *
experiment_alloc (void)
{
  LegatoExperiment *self = g_new0 (LegatoExperiment, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (LegatoBlock));
  self->sessions = g_array_new (FALSE, FALSE, sizeof (LegatoExperimentSession));
  g_array_set_clear_func (self->sessions, session_clear);
  return self;
}

/* A block of @size trials that gives both legs as many, or one of them one more. */
static LegatoBlock
make_block (guint size)
{
  return (LegatoBlock){ size, size / 2, (size + 1) / 2 };
}

/* So many sessions are worth an experiment: drawn as one block, or as two and more. */
static gboolean
is_enough (guint n_planned)
{
  LegatoBlock block = make_block (MIN (n_planned, LEGATO_SHUFFLE_MAX_BLOCK));

  return n_planned > 0 && legato_shuffle_can_bound (&block, 1);
}

/**
 * legato_experiment_new:
 * @zone: id of the zone that is massaged and rated on both legs
 * @first_day: Julian day of the first session
 * @weeks: %LEGATO_EXPERIMENT_MIN_WEEKS to %LEGATO_EXPERIMENT_MAX_WEEKS
 * @every: days from one session to the next, %LEGATO_EXPERIMENT_MIN_EVERY to
 *   %LEGATO_EXPERIMENT_MAX_EVERY
 * @error: a #LegatoExperimentError
 *
 * Returns: (transfer full): an experiment of which nothing is drawn; %NULL if it could not be
 */
LegatoExperiment *
legato_experiment_new (const char *zone,
                       guint32 first_day,
                       guint weeks,
                       guint every,
                       GError **error)
{
  g_autoptr (LegatoExperiment) self = NULL;

  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (g_date_valid_julian (first_day), NULL);

  if (weeks < LEGATO_EXPERIMENT_MIN_WEEKS || weeks > LEGATO_EXPERIMENT_MAX_WEEKS
      || every < LEGATO_EXPERIMENT_MIN_EVERY || every > LEGATO_EXPERIMENT_MAX_EVERY)
    {
      g_set_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_SCHEDULE,
                   _ ("A comparison takes %d to %d weeks, with %d or %d days from one session to "
                      "the next."),
                   LEGATO_EXPERIMENT_MIN_WEEKS, LEGATO_EXPERIMENT_MAX_WEEKS,
                   LEGATO_EXPERIMENT_MIN_EVERY, LEGATO_EXPERIMENT_MAX_EVERY);
      return NULL;
    }
  self = experiment_alloc ();
  self->zone = g_strdup (zone);
  self->first_day = first_day;
  self->weeks = weeks;
  self->every = every;
  if (!is_enough (legato_experiment_get_n_planned (self)))
    {
      g_set_error (
          error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_TOO_FEW,
          _ ("So few sessions could not tell a difference from chance. Take more weeks, or "
             "a session every other day."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * legato_experiment_free:
 * @self: (transfer full)
 */
void
legato_experiment_free (LegatoExperiment *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->zone);
  g_free (self->stop_reason);
  g_array_unref (self->blocks);
  g_array_unref (self->sessions);
  g_free (self);
}

/**
 * legato_experiment_legs_are_alike:
 * @left, @right: soreness of the zone, 0 to 10
 *
 * Returns: whether the legs are so equally sore that they can be compared
 */
gboolean
legato_experiment_legs_are_alike (guint left, guint right)
{
  return MAX (left, right) - MIN (left, right) < LEGATO_EXPERIMENT_APART;
}

/**
 * legato_experiment_get_zone:
 *
 * Returns: (transfer none): id of the zone that is massaged and rated on both legs
 */
const char *
legato_experiment_get_zone (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->zone;
}

/**
 * legato_experiment_get_n_planned:
 *
 * Returns: how many sessions there are in all
 */
guint
legato_experiment_get_n_planned (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (self->weeks * DAYS_A_WEEK - 1) / self->every + 1;
}

/**
 * legato_experiment_get_n_drawn:
 *
 * Returns: how many sessions were begun
 */
guint
legato_experiment_get_n_drawn (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sessions->len;
}

/** Returns: the Julian day on which it began */
guint32
legato_experiment_get_first_day (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->first_day;
}

/**
 * legato_experiment_get_session:
 * @index: from 0, below legato_experiment_get_n_drawn()
 * @day: (out): the Julian day on which it was begun
 * @leg: (out) (optional): which leg was drawn
 *
 * Returns: (transfer none): the UUID of the entry that holds its ratings
 */
const char *
legato_experiment_get_session (LegatoExperiment *self, guint index, guint32 *day, LegatoLeg *leg)
{
  const LegatoExperimentSession *session = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->sessions->len, NULL);

  session = &g_array_index (self->sessions, LegatoExperimentSession, index);
  *day = session->day;
  if (leg != NULL)
    *leg = session->left ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
  return session->uuid;
}

/**
 * legato_experiment_get_last_day:
 *
 * Returns: the Julian day after which no session is begun
 */
guint32
legato_experiment_get_last_day (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->first_day + self->weeks * DAYS_A_WEEK - 1;
}

/**
 * legato_experiment_get_stop_reason:
 *
 * Returns: (transfer none) (nullable): why it was stopped, as legato_experiment_stop() was told
 */
const char *
legato_experiment_get_stop_reason (LegatoExperiment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->stop_day > 0 ? self->stop_reason : NULL;
}

static const LegatoExperimentSession *
get_latest (LegatoExperiment *self)
{
  guint n = self->sessions->len;

  return n > 0 ? &g_array_index (self->sessions, LegatoExperimentSession, n - 1) : NULL;
}

/**
 * legato_experiment_get_state:
 * @today: Julian day
 *
 * Returns: whether it runs; it is done once the last rating was due yesterday or before
 */
LegatoExperimentState
legato_experiment_get_state (LegatoExperiment *self, guint32 today)
{
  guint32 last = 0;

  g_return_val_if_fail (self != NULL, LEGATO_EXPERIMENT_STOPPED);

  if (self->stop_day > 0)
    return LEGATO_EXPERIMENT_STOPPED;
  last = self->sessions->len == legato_experiment_get_n_planned (self)
             ? get_latest (self)->day
             : legato_experiment_get_last_day (self);
  return today > last + LEGATO_EXPERIMENT_FOLLOW_DAYS ? LEGATO_EXPERIMENT_DONE
                                                      : LEGATO_EXPERIMENT_RUNNING;
}

/**
 * legato_experiment_is_due:
 * @today: Julian day
 *
 * Returns: whether the next session may be begun today
 */
gboolean
legato_experiment_is_due (LegatoExperiment *self, guint32 today)
{
  const LegatoExperimentSession *latest = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  latest = get_latest (self);
  return legato_experiment_get_state (self, today) == LEGATO_EXPERIMENT_RUNNING
         && self->sessions->len < legato_experiment_get_n_planned (self) && today >= self->first_day
         && today <= legato_experiment_get_last_day (self)
         && (latest == NULL || today >= latest->day + self->every);
}

/**
 * legato_experiment_get_next_day:
 * @today: Julian day
 *
 * Returns: the day, not before @today, from which the next session may be begun; once all are
 *   begun, the day on which the result is there
 */
guint32
legato_experiment_get_next_day (LegatoExperiment *self, guint32 today)
{
  const LegatoExperimentSession *latest = NULL;
  guint32 next = 0, last = 0;

  g_return_val_if_fail (self != NULL, 0);

  latest = get_latest (self);
  last = legato_experiment_get_last_day (self);
  next = MAX (today, latest != NULL ? latest->day + self->every : self->first_day);
  if (self->sessions->len == legato_experiment_get_n_planned (self))
    last = latest->day;
  return next <= last ? next : last + LEGATO_EXPERIMENT_FOLLOW_DAYS + 1;
}

/* Begins another block if the last one is full. */
static void
open_block (LegatoExperiment *self, GRand *rand)
{
  guint n_drawn = self->sessions->len;
  guint n_in_blocks = 0;
  guint left, size;
  LegatoBlock block;

  for (guint i = 0; i < self->blocks->len; i++)
    n_in_blocks += g_array_index (self->blocks, LegatoBlock, i).size;
  if (n_in_blocks > n_drawn)
    return;

  left = legato_experiment_get_n_planned (self) - n_drawn;
  if (left < 2 * SHORT_BLOCK)
    size = left;
  else if (left < SHORT_BLOCK + LONG_BLOCK || g_rand_boolean (rand))
    size = SHORT_BLOCK;
  else
    size = LONG_BLOCK;
  block = make_block (size);
  g_array_append_val (self->blocks, block);
}

/**
 * legato_experiment_draw:
 * @today: Julian day on which a session is due
 * @uuid: of the entry that will hold the ratings of the session
 * @rand: where chance comes from
 *
 * Draws which leg is massaged in the session that begins now. It stays drawn even if the session is
 * broken off.
 *
 * Returns: the left or the right leg
 */
LegatoLeg
legato_experiment_draw (LegatoExperiment *self, guint32 today, const char *uuid, GRand *rand)
{
  LegatoExperimentSession session = { .day = today };
  const LegatoBlock *block = NULL;
  guint n_done = 0, n_left = 0;
  double ways, ways_left;

  g_return_val_if_fail (self != NULL, LEGATO_LEG_LEFT);
  g_return_val_if_fail (uuid != NULL, LEGATO_LEG_LEFT);
  g_return_val_if_fail (legato_experiment_is_due (self, today), LEGATO_LEG_LEFT);

  open_block (self, rand);
  session.uuid = g_strdup (uuid);
  session.block = self->blocks->len - 1;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const LegatoExperimentSession *done =
          &g_array_index (self->sessions, LegatoExperimentSession, i);

      n_done += done->block == session.block;
      n_left += done->block == session.block && done->left;
    }

  /* Every order that the block can still come to is equally likely. */
  block = &g_array_index (self->blocks, LegatoBlock, session.block);
  ways = legato_block_count_ways (block, n_done, n_left);
  ways_left = legato_block_count_ways (block, n_done + 1, n_left + 1);
  session.left = g_rand_int_range (rand, 0, (gint32) ways) < (gint32) ways_left;
  g_array_append_val (self->sessions, session);
  return session.left ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
}

/**
 * legato_experiment_stop:
 * @today: Julian day
 * @reason: id of the safety rule that says so, or what else the caller knows it by
 *
 * Ends a running experiment before its time.
 */
void
legato_experiment_stop (LegatoExperiment *self, guint32 today, const char *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);
  g_return_if_fail (legato_experiment_get_state (self, today) == LEGATO_EXPERIMENT_RUNNING);

  self->stop_day = today;
  self->stop_reason = g_strdup (reason);
}

/**
 * legato_experiment_to_variant:
 *
 * Returns: (transfer full): all of it, to be kept; nothing in it tells what will be drawn
 */
GVariant *
legato_experiment_to_variant (LegatoExperiment *self)
{
  GVariantBuilder blocks = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("au"));
  GVariantBuilder sessions = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(suub)"));

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    g_variant_builder_add (&blocks, "u", g_array_index (self->blocks, LegatoBlock, i).size);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const LegatoExperimentSession *session =
          &g_array_index (self->sessions, LegatoExperimentSession, i);

      g_variant_builder_add (&sessions, "(suub)", session->uuid, session->day, session->block,
                             session->left);
    }
  return g_variant_ref_sink (
      g_variant_new (VARIANT_TYPE, (guint32) VARIANT_VERSION, self->zone, self->first_day,
                     self->weeks, self->every, self->stop_day,
                     self->stop_reason != NULL ? self->stop_reason : "", &blocks, &sessions));
}

/* Whether each session lies in a block that was begun and has room for its legs, day by day. */
static gboolean
is_sound (LegatoExperiment *self)
{
  guint n_planned = legato_experiment_get_n_planned (self);
  guint n_in_blocks = 0;
  guint next = 0;
  guint32 day = self->first_day;

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const LegatoBlock *block = &g_array_index (self->blocks, LegatoBlock, b);
      guint n_done = 0, n_left = 0;

      if (block->size == 0 || block->size > LEGATO_SHUFFLE_MAX_BLOCK)
        return FALSE;
      n_in_blocks += block->size;
      for (; next < self->sessions->len && n_done < block->size; next++, n_done++)
        {
          const LegatoExperimentSession *session =
              &g_array_index (self->sessions, LegatoExperimentSession, next);

          if (session->block != b || session->day < day)
            return FALSE;
          day = session->day;
          n_left += session->left;
        }
      if (legato_block_count_ways (block, n_done, n_left) < 1
          || (n_done < block->size && b + 1 < self->blocks->len))
        return FALSE;
    }
  return next == self->sessions->len && n_in_blocks <= n_planned && is_enough (n_planned);
}

/**
 * legato_experiment_new_from_variant:
 * @variant: of legato_experiment_to_variant()
 * @error: %LEGATO_EXPERIMENT_ERROR_BROKEN
 *
 * Returns: (transfer full): the experiment; %NULL if @variant holds none
 */
LegatoExperiment *
legato_experiment_new_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (LegatoExperiment) self = experiment_alloc ();
  g_autoptr (GVariantIter) blocks = NULL;
  g_autoptr (GVariantIter) sessions = NULL;
  LegatoExperimentSession session;
  guint32 version = 0, size = 0;

  g_return_val_if_fail (variant != NULL, NULL);

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE (VARIANT_TYPE)))
    g_variant_get (variant, VARIANT_TYPE, &version, &self->zone, &self->first_day, &self->weeks,
                   &self->every, &self->stop_day, &self->stop_reason, &blocks, &sessions);
  if (version == VARIANT_VERSION)
    {
      while (g_variant_iter_next (blocks, "u", &size))
        {
          LegatoBlock block = make_block (size);

          g_array_append_val (self->blocks, block);
        }
      while (g_variant_iter_next (sessions, "(suub)", &session.uuid, &session.day, &session.block,
                                  &session.left))
        g_array_append_val (self->sessions, session);
    }
  if (version != VARIANT_VERSION || !g_date_valid_julian (self->first_day)
      || self->weeks < LEGATO_EXPERIMENT_MIN_WEEKS || self->weeks > LEGATO_EXPERIMENT_MAX_WEEKS
      || self->every < LEGATO_EXPERIMENT_MIN_EVERY || self->every > LEGATO_EXPERIMENT_MAX_EVERY
      || !is_sound (self))
    {
      g_set_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_BROKEN,
                   _ ("The comparison of your legs that was kept cannot be read."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

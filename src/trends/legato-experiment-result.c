/* legato-experiment-result.c: what an experiment found, as it was fixed beforehand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>

#include "legato-experiment-private.h"

/* Ratings are whole points, so that two can be off by half a point each. */
#define FINEST 0.5

static const LegatoEntry *
find_entry (const GPtrArray *entries, const char *uuid)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->uuid, uuid))
        return entry;
    }
  return NULL;
}

/* How much the zone of @leg changed from before the session to @moment. */
static gboolean
get_change (const LegatoEntry *entry,
            const char *zone,
            LegatoLeg leg,
            LegatoMoment moment,
            int *change)
{
  const LegatoRating *before = legato_entry_find_rating (entry, zone, leg, LEGATO_MOMENT_BEFORE);
  const LegatoRating *later = legato_entry_find_rating (entry, zone, leg, moment);

  if (before == NULL || later == NULL)
    return FALSE;
  *change = (int) later->value - (int) before->value;
  return TRUE;
}

static void
compare_legs (LegatoExperiment *self,
              const GPtrArray *entries,
              LegatoMoment moment,
              LegatoInterval *interval)
{
  g_autoptr (GArray) trials = g_array_new (FALSE, FALSE, sizeof (LegatoTrial));
  g_autoptr (LegatoShuffle) shuffle = NULL;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const LegatoExperimentSession *session =
          &g_array_index (self->sessions, LegatoExperimentSession, i);
      const LegatoEntry *entry = find_entry (entries, session->uuid);
      int left = 0, right = 0;

      if (entry != NULL && get_change (entry, self->zone, LEGATO_LEG_LEFT, moment, &left)
          && get_change (entry, self->zone, LEGATO_LEG_RIGHT, moment, &right))
        {
          LegatoTrial trial = { session->block, session->left,
                                session->left ? left - right : right - left };

          g_array_append_val (trials, trial);
        }
    }
  shuffle =
      legato_shuffle_new ((const LegatoBlock *) (gpointer) self->blocks->data, self->blocks->len,
                          (const LegatoTrial *) (gpointer) trials->data, trials->len);
  legato_shuffle_get_interval (shuffle, interval);
}

static LegatoExperimentVerdict
judge (const LegatoInterval *interval)
{
  if (isinf (interval->lower) || isinf (interval->upper))
    return LEGATO_EXPERIMENT_CANT_TELL;
  if (interval->upper < 0)
    return LEGATO_EXPERIMENT_LESS_SORE;
  if (interval->lower > 0)
    return LEGATO_EXPERIMENT_MORE_SORE;
  return LEGATO_EXPERIMENT_NO_DIFFERENCE;
}

/**
 * legato_experiment_analyse:
 * @entries: (element-type LegatoEntry): the journal's, those of the sessions among them
 * @today: Julian day
 * @result: (out): what was found
 *
 * The analysis is the same for everyone and cannot be chosen: the mean of the differences to the
 * next day, and all effects that the draw does not rule out. Sessions that were not rated are left
 * out.
 *
 * Returns: %FALSE, and leaves @result alone, while the experiment runs: who sees it half-way, rates
 *   otherwise
 */
gboolean
legato_experiment_analyse (LegatoExperiment *self,
                           const GPtrArray *entries,
                           guint32 today,
                           LegatoExperimentResult *result)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entries != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (legato_experiment_get_state (self, today) == LEGATO_EXPERIMENT_RUNNING)
    return FALSE;

  *result = (LegatoExperimentResult){
    .n_planned = legato_experiment_get_n_planned (self),
    .n_drawn = self->sessions->len,
  };
  for (guint i = 0; i < self->sessions->len; i++)
    result->n_left += g_array_index (self->sessions, LegatoExperimentSession, i).left;
  compare_legs (self, entries, LEGATO_MOMENT_NEXT_DAY, &result->next_day);
  compare_legs (self, entries, LEGATO_MOMENT_SECOND_DAY, &result->second_day);
  result->verdict = judge (&result->next_day);
  result->could_find =
      MAX (FINEST, MAX (fabs (result->next_day.lower), fabs (result->next_day.upper)));
  return TRUE;
}

/* legato-tally.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-journal-error.h"
#include "legato-planner.h"
#include "legato-tally.h"

/* Nanoseconds of one step: of the plan, and of the clock. */
typedef struct
{
  gint64 done;
  gint64 spent;
} Count;

struct _LegatoTally
{
  LegatoTimeline *timeline;
  GArray *counts;        /* Count, one a step of the timeline's plan */
  LegatoRunning *before; /* only its steps: those of earlier plans, as far as they got */
  gint64 position;       /* up to which time was counted */
  gint64 rest; /* remainder of the division by the tempo, carried on so that nothing is lost */
};

static Count *
nth_count (LegatoTally *self, guint step)
{
  return &g_array_index (self->counts, Count, step);
}

static void
set_timeline (LegatoTally *self, LegatoTimeline *timeline)
{
  guint n_steps = legato_plan_get_n_steps (legato_timeline_get_plan (timeline));

  legato_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  self->timeline = timeline;
  g_array_set_size (self->counts, n_steps);
}

/**
 * legato_tally_new:
 *
 * Returns: (transfer full): a tally of nothing done, at the start of @timeline
 */
LegatoTally *
legato_tally_new (LegatoTimeline *timeline)
{
  LegatoTally *self = g_new0 (LegatoTally, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->counts = g_array_new (FALSE, TRUE, sizeof (Count));
  self->before = legato_running_new ("", now);
  set_timeline (self, timeline);
  return self;
}

void
legato_tally_free (LegatoTally *self)
{
  legato_timeline_unref (self->timeline);
  g_array_unref (self->counts);
  legato_running_free (self->before);
  g_free (self);
}

/**
 * legato_tally_count:
 * @position: what is heard now; nothing is counted if it lies before where counting stopped
 * @tempo: at which it was reached, in per cent
 *
 * Credits the time since the last call, or legato_tally_move(), to the steps that it lies in.
 */
void
legato_tally_count (LegatoTally *self, gint64 position, guint tempo)
{
  int from = legato_timeline_find_step (self->timeline, self->position);

  for (guint i = (guint) MAX (from, 0); i < self->counts->len; i++)
    {
      gint64 onset = legato_timeline_get_step_onset (self->timeline, i);
      gint64 end = onset + legato_timeline_get_step_length (self->timeline, i);
      gint64 part = MIN (end, position) - MAX (onset, self->position);

      if (onset >= position)
        break;
      if (part <= 0)
        continue;
      nth_count (self, i)->done += part;
      part = part * 100 + self->rest;
      nth_count (self, i)->spent += part / tempo;
      self->rest = part % tempo;
    }
  self->position = MAX (self->position, position);
}

/** legato_tally_move: from @position on it counts anew; what lies between was not done. */
void
legato_tally_move (LegatoTally *self, gint64 position)
{
  self->position = position;
}

/**
 * legato_tally_relay:
 * @timeline: of a plan with the same steps, some of them longer or shorter
 *
 * Counts along @timeline from now on; each step keeps what was done of it.
 */
void
legato_tally_relay (LegatoTally *self, LegatoTimeline *timeline)
{
  g_return_if_fail (legato_plan_get_n_steps (legato_timeline_get_plan (timeline))
                    == self->counts->len);

  set_timeline (self, timeline);
}

static void
add_step (LegatoRunning *running, const LegatoStep *step, const Count *count)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  LegatoRunningStep copy = {
    .leg = step->leg,
    .phase = step->phase,
    .technique = step->technique->id,
    .pressure = step->pressure,
    .brisk = step->brisk,
    .seconds = step->seconds,
    .done_ns = count->done,
    .spent_ns = count->spent,
  };

  for (guint z = 0; z < step->zones->len; z++)
    g_ptr_array_add (zones, ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id);
  g_ptr_array_add (zones, NULL);
  copy.zones = (GStrv) zones->pdata;
  for (guint i = 0; i < step->reasons->len; i++)
    g_ptr_array_add (reasons, (gpointer) legato_reason_get_key (step->reasons->pdata[i]));
  g_ptr_array_add (reasons, NULL);
  copy.reasons = (GStrv) reasons->pdata;
  legato_running_add_step (running, &copy);
}

/**
 * legato_tally_begin:
 * @timeline: of another plan
 *
 * Counts along @timeline from its start. Of the plan until now remains what was done or passed by;
 * what would have come after it does not.
 */
void
legato_tally_begin (LegatoTally *self, LegatoTimeline *timeline)
{
  LegatoPlan *plan = legato_tally_get_plan (self);
  int at = legato_timeline_find_step (self->timeline, self->position);

  for (guint i = 0; i < self->counts->len; i++)
    {
      const Count *count = nth_count (self, i);

      if ((int) i < at || count->done > 0)
        add_step (self->before, legato_plan_get_step (plan, i), count);
    }
  g_array_set_size (self->counts, 0);
  set_timeline (self, timeline);
  self->position = 0;
}

/** Returns: (transfer none): what it counts along */
LegatoTimeline *
legato_tally_get_timeline (LegatoTally *self)
{
  return self->timeline;
}

/** Returns: (transfer none): the plan of its timeline */
LegatoPlan *
legato_tally_get_plan (LegatoTally *self)
{
  return legato_timeline_get_plan (self->timeline);
}

/** Returns: nanoseconds on the timeline up to which time was counted */
gint64
legato_tally_get_position (LegatoTally *self)
{
  return self->position;
}

static gint64
sum (LegatoTally *self, gboolean spent)
{
  gint64 all = 0;

  for (guint i = 0; i < self->before->steps->len; i++)
    {
      const LegatoRunningStep *step = g_ptr_array_index (self->before->steps, i);

      all += spent ? step->spent_ns : step->done_ns;
    }
  for (guint i = 0; i < self->counts->len; i++)
    all += spent ? nth_count (self, i)->spent : nth_count (self, i)->done;
  return all;
}

/** Returns: whether any step of an earlier plan was done on @leg */
gboolean
legato_tally_was_on (LegatoTally *self, LegatoLeg leg)
{
  for (guint i = 0; i < self->before->steps->len; i++)
    if (((const LegatoRunningStep *) g_ptr_array_index (self->before->steps, i))->leg == leg)
      return TRUE;
  return FALSE;
}

/** Returns: nanoseconds of all plans that were done, repeated parts counted again */
gint64
legato_tally_get_done (LegatoTally *self)
{
  return sum (self, FALSE);
}

/** Returns: nanoseconds of the clock that this took, pauses not counted */
gint64
legato_tally_get_spent (LegatoTally *self)
{
  return sum (self, TRUE);
}

/** Returns: nanoseconds of step @step of the plan that were done */
gint64
legato_tally_get_step_done (LegatoTally *self, guint step)
{
  g_return_val_if_fail (step < self->counts->len, 0);
  return nth_count (self, step)->done;
}

/**
 * legato_tally_get_work_on:
 * @only_work: leave out what warms and settles
 *
 * Returns: nanoseconds of all plans that were done on @zone of @leg
 */
gint64
legato_tally_get_work_on (LegatoTally *self,
                          LegatoLeg leg,
                          const LegatoZone *zone,
                          gboolean only_work)
{
  LegatoPlan *plan = legato_tally_get_plan (self);
  gint64 done = 0;

  for (guint i = 0; i < self->before->steps->len; i++)
    {
      const LegatoRunningStep *step = g_ptr_array_index (self->before->steps, i);

      if (step->leg == leg && g_strv_contains ((const char *const *) step->zones, zone->id)
          && (!only_work || step->phase == LEGATO_PHASE_WORK))
        done += step->done_ns;
    }
  for (guint i = 0; i < self->counts->len; i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg == leg && g_ptr_array_find (step->zones, zone, NULL)
          && (!only_work || step->phase == LEGATO_PHASE_WORK))
        done += nth_count (self, i)->done;
    }
  return done;
}

/** legato_tally_write: puts the steps and the position into @running, which has no steps yet. */
void
legato_tally_write (LegatoTally *self, LegatoRunning *running)
{
  LegatoPlan *plan = legato_tally_get_plan (self);

  for (guint i = 0; i < self->before->steps->len; i++)
    legato_running_add_step (running, g_ptr_array_index (self->before->steps, i));
  running->first = running->steps->len;
  for (guint i = 0; i < self->counts->len; i++)
    add_step (running, legato_plan_get_step (plan, i), nth_count (self, i));
  running->position_ns = self->position;
}

/* (nullable): %NULL if the guide does not know what the step is made of. */
static LegatoStep *
make_step (LegatoGuide *guide, const LegatoRunningStep *running)
{
  const LegatoTechnique *technique = legato_guide_find_technique (guide, running->technique);
  g_autoptr (LegatoStep) step = NULL;

  if (technique == NULL || running->seconds == 0 || running->seconds > LEGATO_PLAN_MAX_MINUTES * 60)
    return NULL;
  step = legato_step_new (running->leg, running->phase, technique, running->pressure,
                          running->seconds);
  for (char **id = running->zones; *id != NULL; id++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, *id);

      if (zone == NULL)
        return NULL;
      g_ptr_array_add (step->zones, (gpointer) zone);
    }
  step->brisk = running->brisk;
  for (char **key = running->reasons; *key != NULL; key++)
    {
      const LegatoReason *reason = legato_reason_from_key (*key);

      if (reason != NULL)
        g_ptr_array_add (step->reasons, (gpointer) reason);
    }
  return g_steal_pointer (&step);
}

/**
 * legato_tally_new_from_running:
 * @needs: #LegatoNeeds bits: how the person may sit or lie
 *
 * Returns: (transfer full): a tally that stands where @running stood, or %NULL with
 *   %LEGATO_JOURNAL_ERROR_INVALID if this version of the program has no such steps
 */
LegatoTally *
legato_tally_new_from_running (LegatoGuide *guide,
                               const LegatoRunning *running,
                               guint needs,
                               GError **error)
{
  const LegatoRoutine *routine =
      running->routine != NULL ? legato_guide_find_routine (guide, running->routine) : NULL;
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoTimeline) timeline = NULL;
  LegatoGoal goal = LEGATO_GOAL_NONE;
  LegatoTally *self = NULL;

  for (guint i = running->first; i < running->steps->len; i++)
    {
      LegatoStep *step = make_step (guide, g_ptr_array_index (running->steps, i));

      if (step == NULL)
        break;
      g_ptr_array_add (steps, step);
    }
  if (steps->len == 0 || running->first + steps->len != running->steps->len)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                   _ ("This session was made by another version of Legato. What you did of it can "
                      "still be saved."));
      return NULL;
    }

  legato_goal_from_id (running->goal, &goal);
  plan = legato_plan_new_full (guide, routine, goal, 0, needs, g_steal_pointer (&steps), NULL);
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  self = legato_tally_new (timeline);
  for (guint i = 0; i < running->steps->len; i++)
    {
      const LegatoRunningStep *step = g_ptr_array_index (running->steps, i);

      if (i < running->first)
        legato_running_add_step (self->before, step);
      else
        *nth_count (self, i - running->first) = (Count){ step->done_ns, step->spent_ns };
    }
  self->position = CLAMP (running->position_ns, 0, legato_timeline_get_duration (timeline));
  return self;
}

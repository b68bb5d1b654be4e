/* legato-unguided-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-unguided-session.h"

static void
begin (LegatoEntry *entry, guint seconds)
{
  entry->unguided = TRUE;
  entry->planned_s = seconds;
  entry->done_s = seconds;
  entry->completed = TRUE;
  legato_entry_set_of_partner (entry, FALSE);
  g_clear_pointer (&entry->routine, g_free);
  g_clear_pointer (&entry->goal, g_free);
  g_clear_pointer (&entry->zone, g_free);
  entry->leg = LEGATO_LEG_BOTH;
  g_ptr_array_set_size (entry->steps, 0);
}

/**
 * legato_unguided_session_fill:
 * @entry: of a session
 * @plan: what was done, of a routine
 * @seconds: how long it took in all
 *
 * All of the plan counts as done, each step in proportion; what it was really like nobody measured.
 */
void
legato_unguided_session_fill (LegatoEntry *entry, LegatoPlan *plan, guint seconds)
{
  guint planned = 0;

  g_return_if_fail (entry != NULL && plan != NULL);

  begin (entry, seconds);
  entry->routine = g_strdup (legato_plan_get_routine (plan)->id);
  legato_entry_set_of_partner (entry, legato_plan_is_for_partner (plan));
  planned = MAX (legato_plan_get_seconds (plan), 1);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      guint done_ms = (guint) ((guint64) step->seconds * 1000 * seconds / planned);
      g_autoptr (GPtrArray) zones = g_ptr_array_new ();

      for (guint z = 0; z < step->zones->len; z++)
        g_ptr_array_add (zones, ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id);
      g_ptr_array_add (zones, NULL);
      legato_entry_add_step (entry, i, step->leg, step->technique->id,
                             (const char *const *) zones->pdata, step->pressure, done_ms, done_ms);
    }
}

/**
 * legato_unguided_session_fill_places:
 * @entry: of a session
 * @leg: the leg, or both, which had the same
 * @zones: %NULL-terminated
 * @seconds: how long it took in all
 *
 * No routine: some places, in one way.
 */
void
legato_unguided_session_fill_places (LegatoEntry *entry,
                                     LegatoLeg leg,
                                     const char *technique,
                                     const char *const *zones,
                                     LegatoPressure pressure,
                                     guint seconds)
{
  gboolean both = leg == LEGATO_LEG_BOTH;
  guint done_ms = seconds * 1000 / (both ? 2 : 1);
  guint index = 0;

  g_return_if_fail (entry != NULL && technique != NULL && zones != NULL);

  begin (entry, seconds);
  if (both || leg == LEGATO_LEG_LEFT)
    legato_entry_add_step (entry, index++, LEGATO_LEG_LEFT, technique, zones, pressure, done_ms,
                           done_ms);
  if (both || leg == LEGATO_LEG_RIGHT)
    legato_entry_add_step (entry, index++, LEGATO_LEG_RIGHT, technique, zones, pressure, done_ms,
                           done_ms);
}

/* @ms of what took the time of @told, if it takes @seconds; the same if no time was told. */
static guint
stretch (guint ms, const LegatoEntry *told, guint seconds)
{
  if (told->done_s == 0 || seconds == told->done_s)
    return ms;
  return (guint) MIN ((guint64) ms * seconds / told->done_s, G_MAXUINT);
}

static void
add_steps_again (LegatoEntry *entry, const LegatoEntry *told, guint seconds)
{
  for (guint i = 0; i < told->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (told->steps, i);

      legato_entry_add_step (entry, step->index, step->leg, step->technique,
                             (const char *const *) step->zones, step->pressure,
                             stretch (step->planned_ms, told, seconds),
                             stretch (step->done_ms, told, seconds));
    }
}

/**
 * legato_unguided_session_fill_again:
 * @entry: of a session
 * @told: another
 * @seconds: how long it took in all
 *
 * The same as in @told, whether the guide knows it or not; if it took another time than that, so
 * did each step.
 */
void
legato_unguided_session_fill_again (LegatoEntry *entry, const LegatoEntry *told, guint seconds)
{
  g_return_if_fail (entry != NULL && told != NULL && entry != told);

  begin (entry, seconds);
  entry->completed = told->completed;
  entry->routine = g_strdup (told->routine);
  entry->goal = g_strdup (told->goal);
  entry->zone = g_strdup (told->zone);
  entry->leg = told->leg;
  if (told->planned_s != told->done_s)
    entry->planned_s = MAX (told->planned_s, seconds);
  legato_entry_set_of_partner (entry, legato_entry_is_of_partner (told));
  add_steps_again (entry, told, seconds);
}

/* legato-running.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-running.h"

#define NS_PER_S ((gint64) 1000000000)
#define NS_PER_MS ((gint64) 1000000)

static void
running_step_free (LegatoRunningStep *self)
{
  g_free (self->technique);
  g_strfreev (self->zones);
  g_strfreev (self->reasons);
  g_free (self);
}

/**
 * legato_running_new:
 * @uuid: of the entry that it will become
 * @started_at: (transfer none): in the local time of that place
 *
 * Returns: (transfer full): a running session without steps, saved now, to be filled by the caller
 */
LegatoRunning *
legato_running_new (const char *uuid, GDateTime *started_at)
{
  LegatoRunning *self = NULL;

  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (started_at != NULL, NULL);

  self = g_new0 (LegatoRunning, 1);
  self->uuid = g_strdup (uuid);
  self->started_at = g_date_time_ref (started_at);
  self->saved_at = g_date_time_new_now_utc ();
  self->leg = LEGATO_LEG_BOTH;
  self->tempo = 100;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) running_step_free);
  return self;
}

/** Returns: (transfer full): a copy that shares nothing with @self */
LegatoRunning *
legato_running_copy (const LegatoRunning *self)
{
  LegatoRunning *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (LegatoRunning, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->started_at = g_date_time_ref (self->started_at);
  copy->saved_at = g_date_time_ref (self->saved_at);
  copy->routine = g_strdup (self->routine);
  copy->goal = g_strdup (self->goal);
  copy->zone = g_strdup (self->zone);
  copy->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) running_step_free);
  for (guint i = 0; i < self->steps->len; i++)
    legato_running_add_step (copy, g_ptr_array_index (self->steps, i));
  return copy;
}

void
legato_running_free (LegatoRunning *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->uuid);
  g_date_time_unref (self->started_at);
  g_date_time_unref (self->saved_at);
  g_free (self->routine);
  g_free (self->goal);
  g_free (self->zone);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * legato_running_add_step:
 * @step: copied; no zones or reasons at all may be %NULL
 */
void
legato_running_add_step (LegatoRunning *self, const LegatoRunningStep *step)
{
  LegatoRunningStep *copy = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (step != NULL && step->technique != NULL);

  copy = g_memdup2 (step, sizeof *step);
  copy->technique = g_strdup (step->technique);
  copy->zones = step->zones != NULL ? g_strdupv (step->zones) : g_new0 (char *, 1);
  copy->reasons = step->reasons != NULL ? g_strdupv (step->reasons) : g_new0 (char *, 1);
  g_ptr_array_add (self->steps, copy);
}

/** Returns: nanoseconds that were really spent on all steps together */
gint64
legato_running_get_spent (const LegatoRunning *self)
{
  gint64 spent = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->steps->len; i++)
    spent += ((const LegatoRunningStep *) g_ptr_array_index (self->steps, i))->spent_ns;
  return spent;
}

/**
 * legato_running_make_entry:
 *
 * Returns: (transfer full): the journal entry that says what was really done so far, step by step,
 *   without ratings; it has the UUID of @self
 */
LegatoEntry *
legato_running_make_entry (const LegatoRunning *self)
{
  LegatoEntry *entry = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  entry = legato_entry_new (LEGATO_ENTRY_SESSION, self->started_at);
  g_free (entry->uuid);
  entry->uuid = g_strdup (self->uuid);
  /* It was written down while it happened, even if it is only found later. */
  entry->late = FALSE;
  entry->routine = g_strdup (self->routine);
  entry->goal = g_strdup (self->goal);
  entry->zone = g_strdup (self->zone);
  entry->leg = self->leg;
  entry->planned_s = self->planned_s;
  entry->done_s = (guint) (legato_running_get_spent (self) / NS_PER_S);
  entry->completed = self->completed;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LegatoRunningStep *step = g_ptr_array_index (self->steps, i);

      legato_entry_add_step (entry, i, step->leg, step->technique,
                             (const char *const *) step->zones, step->pressure,
                             step->seconds * 1000, (guint) (step->spent_ns / NS_PER_MS));
    }
  return entry;
}

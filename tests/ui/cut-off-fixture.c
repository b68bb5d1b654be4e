/* cut-off-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cut-off-fixture.h"
#include "program.h"

#include "legato-journal-running.h"
#include "legato-planner.h"
#include "../load-guide.h"

/* What the program leaves behind when it is cut off in a session of this routine. */
void
cut_off_session (const char *routine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoRunning) running = legato_running_new (uuid, now);
  g_autoptr (LegatoPlan) plan = NULL;
  LegatoJournal *journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  request.routine = legato_guide_find_routine (guide, routine);
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  running->routine = g_strdup (routine);
  running->planned_s = legato_plan_get_seconds (plan);
  running->tempo = 100;
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      g_autoptr (GPtrArray) zones = g_ptr_array_new ();
      LegatoRunningStep done = { .leg = step->leg,
                                 .phase = step->phase,
                                 .technique = step->technique->id,
                                 .pressure = step->pressure,
                                 .seconds = step->seconds };

      for (guint z = 0; z < step->zones->len; z++)
        g_ptr_array_add (zones, ((const LegatoZone *) step->zones->pdata[z])->id);
      g_ptr_array_add (zones, NULL);
      done.zones = (char **) zones->pdata;
      if (i == 0)
        done.done_ns = done.spent_ns = step->seconds * G_GINT64_CONSTANT (1000000000);
      legato_running_add_step (running, &done);
    }
  legato_journal_save_running_async (journal, running, NULL, NULL, NULL);
  g_ptr_array_unref (legato_journal_list (journal, NULL, NULL, 1, 0, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (journal);
}

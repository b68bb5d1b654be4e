/* program-seldom-pages.c: pages and dialogs that few people see, or see seldom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-pages-private.h"

/* Each topic alone, as it is opened. */
void
program_pages_see_the_help (void)
{
  const char *const topics[] = { "Your first session", "Sounds and voice",           "Safety",
                                 "Your journal",       "Moving to another computer", "Questions" };

  program_see ("Where is it sore?");
  program_pages_act ("win.help");
  program_enter ("Help");
  program_pages_visit ("help, Your first session");
  for (gsize i = 1; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *page = g_strdup_printf ("help, %s", topics[i]);

      program_pages_press (topics[i - 1]);
      program_pages_press (topics[i]);
      program_pages_visit (page);
    }
  program_pages_close_dialog ();
  program_quit ();
}

void
program_pages_see_the_refusal (void)
{
  program_pages_press ("Short of breath, or chest pain");
  program_pages_press ("Go On");
  program_see ("Call for help now");
  program_pages_visit ("refusal");
  program_quit ();
}

void
program_pages_see_the_tuning (void)
{
  program_pages_press ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  program_key ("t");
  program_see_a (GTK_TYPE_BUTTON, "Slower");
  program_pages_visit ("session, tuning");
  program_key ("t");
  program_key ("Escape");
  program_enter ("End this session?");
  program_pages_visit ("question, ending");
  program_leave_by ("Go On");
  program_quit ();
}

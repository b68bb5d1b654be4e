/* check-in-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "program.h"

#include "legato-journal-profile.h"

/* Puts @profile into the journal, as that of somebody who was asked for their conditions. */
void
check_in_keep_profile (LegatoProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = program_get_journal_path ();
  LegatoJournal *journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  profile->asked = TRUE;
  legato_journal_set_profile_async (journal, profile, NULL, NULL, NULL);
  g_ptr_array_unref (legato_journal_list (journal, NULL, NULL, 1, 0, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (journal);
}

/* Says in the check-in that the left leg is much more swollen than the right. */
void
check_in_say_swelling (void)
{
  program_scroll_to ("Left leg: Swelling");
  program_click ("Left leg: Swelling");
  program_scroll_to ("Left leg: Swelling: 7 of 10");
  program_click ("Left leg: Swelling: 7 of 10");
}

/* The same, of a check-in for the journal alone, which is then over. */
void
check_in_save_swelling (void)
{
  check_in_say_swelling ();
  program_click ("Save");
  program_see ("Saved in your journal");
  program_quit ();
}

/* Starts the program once more, with @routine, as the desktop does beside one that runs. */
void
check_in_start_another (const char *routine)
{
  g_autofree char *answer = program_run_another ("--start", routine, NULL);

  g_assert_cmpstr (answer, ==, "0 ");
}

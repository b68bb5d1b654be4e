/* session-page-fixture.c: three minutes on the page of the session, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-page-fixture.h"

#include "legato-play-view.h"

LegatoSessionPage *
session_page_show (PageFixture *fixture)
{
  LegatoSessionPage *page = legato_session_page_new (fixture->context);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };

  ui_test_check_in (fixture, 0);
  legato_session_page_prepare (page, &request);
  ui_test_show (fixture, GTK_WIDGET (page), 700, 700);
  return page;
}

void
session_page_click (GtkWidget *page, const char *label)
{
  GtkWidget *button = ui_test_find (page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* An action of the running session, as its buttons and keys start it. */
void
session_page_run (GtkWidget *page, const char *action)
{
  GtkWidget *play = ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL);

  g_assert_true (gtk_widget_activate_action (play, action, NULL));
}

GPtrArray *
session_page_list_entries (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = legato_journal_list (fixture->journal, NULL, NULL, N_ENTRIES + 9, 0, &error);

  g_assert_no_error (error);
  return entries;
}

/* Lets the third step begin: more than enough was done for the session to be remembered. */
void
session_page_run_to_third_step (GtkWidget *page)
{
  GtkWidget *play = NULL;

  session_page_click (page, "Start");
  while ((play = ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (play, "Thumb circles");
}

/* Stops what runs, and waits until the journal has it. */
void
session_page_leave (PageFixture *fixture, LegatoSessionPage *page)
{
  g_autoptr (GPtrArray) entries = NULL;

  legato_session_page_stop (page);
  entries = session_page_list_entries (fixture);
}

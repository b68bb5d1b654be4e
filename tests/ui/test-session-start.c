/* test-session-start.c: a session that comes to nothing, and one that others control
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-page-fixture.h"

#include "legato-step-dial.h"

/* Ends the session that was started just now, however long a busy machine took for that: nothing is
 * counted of what the player plays until it is looked at again. */
static void
fail (LegatoSessionPage *page)
{
  LegatoSession *session = legato_session_page_get_session (page);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No sound.");

  legato_transport_emit_failed (LEGATO_TRANSPORT (legato_session_get_player (session)), error);
  g_assert_false (legato_session_page_is_running (page));
}

/* A start that comes to nothing leaves all as it was: the session that was drawn is still to come.
 */
static void
test_false_start (PageFixture *fixture, gconstpointer data)
{
  static const char uuid[] = "1b8e2d1c-54a1-4c1e-9a9f-7a1f0f4a9d10";
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoRequest request = { .legs = LEGATO_LEG_LEFT,
                            .zone = legato_guide_find_zone (fixture->guide, "calf") };

  legato_session_page_prepare (page, &request);
  legato_session_page_set_uuid (page, uuid, LEGATO_LEG_LEFT);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (LegatoEntry) entry = NULL;

      session_page_click (GTK_WIDGET (page), "Start");
      entry = legato_session_make_entry (legato_session_page_get_session (page));
      g_assert_cmpstr (entry->uuid, ==, uuid);
      fail (page);
    }
}

/* What could not be played is told, and is nothing to be rated or kept. */
static void
test_cannot_be_played (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  g_autoptr (GPtrArray) entries = NULL;

  session_page_click (GTK_WIDGET (page), "Start");
  fail (page);
  g_assert_true (legato_session_page_is_free (page));
  ui_test_wait_for_label (GTK_WIDGET (page), "The session broke off. No sound.");
  ui_test_wait_for_journal (fixture->journal);
  entries = legato_journal_list (fixture->journal, NULL, NULL, N_ENTRIES + 9, 0, NULL);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
}

/* The sound that was off in one session is on again in the next. */
static void
test_silence_ends_with_the_session (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoPlayer *player = NULL;

  session_page_click (GTK_WIDGET (page), "Start");
  player = legato_session_get_player (legato_session_page_get_session (page));
  session_page_run (GTK_WIDGET (page), "play.mute");
  g_assert_cmpfloat (legato_player_get_volume (player), ==, 0.0);
  fail (page);
  session_page_click (GTK_WIDGET (page), "Start");
  g_assert_cmpfloat (legato_player_get_volume (player), >, 0.0);
  fail (page);
}

static char *
dup_dial_text (LegatoSessionPage *page)
{
  GtkWidget *dial = ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_STEP_DIAL, NULL);
  GtkWidget *digits = ui_test_find (dial, GTK_TYPE_INSCRIPTION, NULL);

  return g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (digits)));
}

/* What a headset or the desktop's controls say counts as what is said here: another place is shown
 * at once, be it in a pause, and loudness goes on from theirs. */
static void
test_controlled_from_outside (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  LegatoSession *session = NULL;
  LegatoPlayer *player = NULL;
  gint64 onset = 0;

  session_page_click (GTK_WIDGET (page), "Start");
  session = legato_session_page_get_session (page);
  player = legato_session_get_player (session);
  onset = legato_timeline_get_lead_in (legato_session_get_timeline (session));
  legato_session_pause (session);
  legato_session_seek (session, onset + LEGATO_SECOND);
  before = dup_dial_text (page);
  legato_session_seek (session, onset + 6 * LEGATO_SECOND);
  after = dup_dial_text (page);
  g_assert_cmpstr (before, !=, after);

  session_page_run (GTK_WIDGET (page), "play.mute");
  legato_player_set_volume (player, 0.4);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "volume"), 0.4, 1e-9);
  session_page_run (GTK_WIDGET (page), "play.louder");
  g_assert_cmpfloat_with_epsilon (legato_player_get_volume (player), 0.5, 1e-9);
  g_settings_reset (settings, "volume");
  fail (page);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = ui_test_init_held (&argc, &argv);

  g_test_add ("/session-start/false-start", PageFixture, NULL, page_fixture_set_up,
              test_false_start, page_fixture_tear_down);
  g_test_add ("/session-start/cannot-be-played", PageFixture, NULL, page_fixture_set_up,
              test_cannot_be_played, page_fixture_tear_down);
  g_test_add ("/session-start/silence-ends-with-the-session", PageFixture, NULL,
              page_fixture_set_up, test_silence_ends_with_the_session, page_fixture_tear_down);
  g_test_add ("/session-start/controlled-from-outside", PageFixture, NULL, page_fixture_set_up,
              test_controlled_from_outside, page_fixture_tear_down);

  return g_test_run ();
}

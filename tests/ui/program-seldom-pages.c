/* program-seldom-pages.c: pages and dialogs that few people see, or see seldom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cut-off-fixture.h"
#include "program-pages-private.h"
#include "shelf-fixture.h"
#include "window-manager.h"

#include <glib/gi18n-lib.h>

#include "legato-experiment-file.h"
#include "legato-planner.h"
#include "legato-save-audio-testing.h"

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

/* In newer libadwaita it is a part of the window. */
static void
open_about (void)
{
  program_pages_act ("app.about");
#if !ADW_CHECK_VERSION(1, 5, 0)
  program_enter (g_dgettext ("libadwaita", "About"));
#endif
}

/* Its words are libadwaita's, so what leads from page to page is found by its action. */
void
program_pages_see_the_about (void)
{
  static const char *const parts[] = { "details", "credits", "legal" };

  program_see ("Where is it sore?");
  open_about ();
  program_see (LEGATO_VERSION);
  program_pages_visit ("about");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *page = g_strdup_printf ("about, %s", parts[i]);

#if ADW_CHECK_VERSION(1, 5, 0)
      gtk_widget_activate_action (program_find (LEGATO_VERSION), "navigation.push", "s", parts[i]);
#else
      gtk_widget_activate_action (GTK_WIDGET (program_get_entered ()), "about.subpage", "s",
                                  parts[i]);
#endif
      program_see_no (LEGATO_VERSION);
      program_pages_visit (page);
      program_key ("Escape");
      program_see (LEGATO_VERSION);
    }
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

/* A session was cut off, and then the computer was off for days in which one was to be reminded. */
void
program_pages_prepare_the_bars (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  cut_off_session ("three-minute");
  g_settings_set_uint (settings, "quiet-from", 0);
  g_settings_set_uint (settings, "quiet-until", 0);
  g_settings_set_uint (settings, "reminder-session-days", 127);
  g_settings_set_int64 (settings, "reminders-shown",
                        g_get_real_time () / G_USEC_PER_SEC - 3 * 24 * 60 * 60);
}

void
program_pages_see_the_bars (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  program_see ("Your last session was cut off.");
  program_see ("Time for your legs");
  program_pages_visit ("legs, cut off and missed");
  program_pages_press ("Not Now");
  program_see_no ("Time for your legs");
  program_pages_visit ("legs, cut off");
  /* With something to remind of, the program would stay. */
  g_settings_reset (settings, "reminder-session-days");
  program_quit ();
}

/* As the desktop does with a file that is opened. Its name is one in every language. */
static void
open_routine (const char *seconds)
{
  g_autoptr (GString) text = g_string_new (shelf_calm_calves);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "in.legato", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_string_replace (text, "Calm calves", "Legato", 1);
  g_string_replace (text, "30", seconds, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_application_open (g_application_get_default (), &file, 1, "");
}

static void
see_a_routine (void)
{
  open_routine ("30");
  program_enter ("Keep This Routine?");
  program_pages_visit ("file of a routine");
  program_leave_by ("Keep");
  program_enter ("Legato");
  /* No step is that long. */
  open_routine ("500");
  program_enter ("Keep This Routine?");
  program_see ("Replace Mine");
  program_pages_visit ("file of a routine that is there, with faults");
  program_pages_close_dialog ();
  open_routine ("soon");
  program_pages_visit_fixed_dialog ("This File Cannot Be Read as a Routine");
}

/* What speaks does not come to an end. */
static void
hold_the_voice (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "voice", NULL);

  g_assert_true (g_file_set_contents_full (path, "#!/bin/sh\nexec sleep 3600\n", -1,
                                           G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("LEGATO_VOICE_PROGRAM", path, TRUE);
}

static void
save_audio (const char *name)
{
  LegatoGuide *guide = legato_context_get_guide (program_pages_get_context ());
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_data_dir (), name, NULL);

  request.routine = legato_guide_find_routine (guide, "three-minute");
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  legato_save_audio_start (legato_save_audio_new (program_get_window (), plan), file);
}

/* It was asked where to save it by the desktop's dialog. */
static void
see_the_audio (void)
{
  g_autofree char *taken = g_build_filename (g_get_user_data_dir (), "Legato.opus", NULL);
  g_autofree char *voice = g_strdup (g_getenv ("LEGATO_VOICE_PROGRAM"));

#ifdef LEGATO_HAVE_VOICE
  hold_the_voice ();
  save_audio ("Legato.flac");
  program_pages_visit_fixed_dialog ("Save as audio");
  program_wait (!program_has_window ("Save as audio"));
  g_setenv ("LEGATO_VOICE_PROGRAM", voice, TRUE);
#endif
  g_assert_true (g_file_set_contents (taken, "", -1, NULL));
  save_audio ("Legato");
  program_enter ("Save as audio");
  program_see ("Choose another place…");
  program_pages_visit_fixed_dialog ("Save as audio");
}

void
program_pages_see_the_files (void)
{
  program_see ("Where is it sore?");
  see_a_routine ();
  see_the_audio ();
  program_quit ();
}

void
program_pages_prepare_the_rest (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_int (settings, "rest-minutes", 10);
}

/* A session that fills the screen, and the legs raised after it. */
void
program_pages_see_the_rest (void)
{
  g_autoptr (GSubprocess) manager = window_manager_start ();

  program_pages_press ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  program_key (PROGRAM_KEY_F11);
  program_wait (gtk_window_is_fullscreen (program_get_window ()));
  program_pages_visit ("session, full screen");
  program_key (PROGRAM_KEY_F11);
  program_wait (!gtk_window_is_fullscreen (program_get_window ()));
  g_subprocess_force_exit (manager);
  while (legato_session_get_state (program_get_session ()) != LEGATO_SESSION_RESTING)
    program_click_a (GTK_TYPE_BUTTON, "Skip");
  program_see ("Legs raised");
  program_pages_visit ("session, rest");
  program_quit ();
}

/* One leg was massaged fourteen times and got better, which is known since yesterday. */
static void
compare_for_weeks (LegatoJournal *journal)
{
  const int days = 4 * 7 + LEGATO_EXPERIMENT_FOLLOW_DAYS;
  guint32 first = legato_person_model_get_today () - (guint32) days - 1;
  g_autofree char *journal_path = program_get_journal_path ();
  g_autofree char *path = legato_experiment_file_get_path (journal_path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoExperiment) experiment = legato_experiment_new ("calf", first, 4, 2, &error);
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);

  g_assert_no_error (error);
  for (guint i = 0; i < legato_experiment_get_n_planned (experiment); i++)
    {
      g_autoptr (GDateTime) at = g_date_time_add_days (now, (int) i * 2 - days - 1);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);

      entry->zone = g_strdup ("calf");
      entry->leg = legato_experiment_draw (experiment, first + 2 * i, entry->uuid, chance);
      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          legato_entry_add_rating (entry, "calf", (LegatoLeg) leg, LEGATO_MOMENT_BEFORE, 6);
          legato_entry_add_rating (entry, "calf", (LegatoLeg) leg, LEGATO_MOMENT_NEXT_DAY,
                                   leg == (int) entry->leg ? 2 + (int) i % 2 : 6);
        }
      g_assert_true (legato_journal_add (journal, entry, &error));
    }
  g_assert_true (legato_experiment_file_save (path, experiment, &error));
}

/* Beside that, some of what was deleted. */
void
program_pages_prepare_the_filled (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *deleted =
      program_query ("UPDATE entry SET deleted_us = edited_us WHERE id % 9 = 0 AND note = ''");
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  compare_for_weeks (journal);
  g_assert_finalize_object (journal);
}

void
program_pages_see_the_filled (void)
{
  program_key ("alt+4");
  program_pages_press ("Compare");
  program_see ("It ran to its end.");
  program_pages_visit ("compare, what was found");
  program_key ("alt+3");
  program_pages_press ("Deleted Entries");
  program_enter ("Deleted Entries");
  program_see_a (GTK_TYPE_BUTTON, "Restore");
  program_pages_visit ("deleted entries");
  program_pages_close_dialog ();
  program_quit ();
}

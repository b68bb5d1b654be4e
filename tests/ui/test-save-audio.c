/* test-save-audio.c: the sound of a plan as a file, with a way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ui-test-utils.h"

#include "legato-planner.h"
#include "legato-save-audio-testing.h"

typedef struct
{
  PageFixture page;
  char *folder; /* where to save */
  LegatoPlan *plan;
  LegatoSaveAudio *save;
  char *message; /* of the end */
} Fixture;

static void
saved_cb (Fixture *self, const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
}

/* @data is the routine: a long one where something has to happen meanwhile. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  page_fixture_set_up (&self->page, NULL);
  self->folder = g_build_filename (self->page.folder, "sound", NULL);
  g_assert_no_errno (g_mkdir (self->folder, 0700));
  request.routine = legato_guide_find_routine (self->page.guide, data);
  self->plan = legato_planner_make (self->page.guide, &request, &error);
  g_assert_no_error (error);

  ui_test_show (&self->page, gtk_label_new ("page"), 360, 400);
  self->save = legato_save_audio_new (self->page.window, self->plan);
  g_signal_connect_swapped (self->save, "saved", G_CALLBACK (saved_cb), self);
  g_object_add_weak_pointer (G_OBJECT (self->save), (gpointer *) &self->save);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->save != NULL)
    gtk_window_destroy (GTK_WINDOW (self->save));
  while (self->save != NULL)
    g_main_context_iteration (NULL, TRUE);
  /* No half of a file is left, whatever happened. */
  g_assert_no_errno (g_rmdir (self->folder));
  legato_plan_unref (self->plan);
  g_free (self->folder);
  g_free (self->message);
  page_fixture_tear_down (&self->page, NULL);
}

static GFile *
get_file (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static void
wait_until_gone (Fixture *self)
{
  while (self->save != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkProgressBar *
get_progress (Fixture *self)
{
  GtkWidget *bar = ui_test_find (GTK_WIDGET (self->save), GTK_TYPE_PROGRESS_BAR, NULL);

  g_assert_nonnull (bar);
  return GTK_PROGRESS_BAR (bar);
}

static void
remove_sound (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  g_assert_nonnull (info);
  g_assert_cmpint (g_file_info_get_size (info), >, 1000000);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "x.flac");

  legato_save_audio_start (self->save, file);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->save)));
  wait_until_gone (self);
  g_assert_nonnull (strstr (self->message, "x.flac"));
  remove_sound (file);
}

/* Whoever types no ending gets the usual one. */
static void
test_ending (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) typed = get_file (self, "legs. and. more");
  g_autoptr (GFile) file = get_file (self, "legs. and. more.opus");

  legato_save_audio_start (self->save, typed);
  wait_until_gone (self);
  g_assert_nonnull (strstr (self->message, "legs. and. more.opus"));
  remove_sound (file);
}

/* ...but not in place of a file about which nobody was asked. */
static void
test_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) typed = get_file (self, "legs");
  g_autoptr (GFile) taken = get_file (self, "legs.opus");

  g_assert_true (g_file_set_contents (g_file_peek_path (taken), "old", -1, NULL));
  legato_save_audio_start (self->save, typed);
  ui_test_wait_for_label (GTK_WIDGET (self->save), "There is a file “legs.opus” already.");
  g_assert_null (self->message);
  g_assert_true (g_file_delete (taken, NULL, NULL));
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "x.opus");

  legato_save_audio_start (self->save, file);
  while (gtk_progress_bar_get_fraction (get_progress (self)) <= 0.0)
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (self->save), "Cancel");
  wait_until_gone (self);
  g_assert_null (self->message);
}

/* The window may be torn down in the middle. */
static void
test_destroy (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "x.opus");

  legato_save_audio_start (self->save, file);
  gtk_window_destroy (GTK_WINDOW (self->save));
  wait_until_gone (self);
  g_assert_null (self->message);
}

static void
test_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = get_file (self, "nowhere/x.wav");
  g_autoptr (GFile) file = get_file (self, "x.wav");
  GtkWidget *again = NULL;

  legato_save_audio_start (self->save, nowhere);
  while ((again = ui_test_find (GTK_WIDGET (self->save), GTK_TYPE_BUTTON, "Choose another place…"))
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (GTK_WINDOW (self->save));
  ui_test_shoot (GTK_WINDOW (self->save), "save-audio-error");
  g_assert_null (self->message);

  /* Another place is as good as the first. */
  legato_save_audio_start (self->save, file);
  g_assert_false (gtk_widget_get_visible (again));
  wait_until_gone (self);
  g_assert_nonnull (self->message);
  remove_sound (file);
}

static void
test_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name = legato_save_audio_dup_name (self->plan);

  g_assert_cmpstr (name, ==, "Circulatory leg massage, 20 minutes.opus");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name_, function_, routine_)                                                            \
  g_test_add ("/ui/save-audio/" name_, Fixture, routine_, set_up, function_, tear_down)

  ADD ("save", test_save, "three-minute");
  ADD ("ending", test_ending, "three-minute");
  ADD ("taken", test_taken, "three-minute");
  ADD ("cancel", test_cancel, "circulation");
  ADD ("destroy", test_destroy, "circulation");
  ADD ("error", test_error, "three-minute");
  ADD ("name", test_name, "circulation");

  return g_test_run ();
}

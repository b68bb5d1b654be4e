/* test-cues-window.c: every cue has its lesson, heard and seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gst/gst.h>

#include "ui-test-utils.h"

#include "legato-cue-lesson.h"
#include "legato-cues-window.h"
#include "legato-leg-map.h"
#include "legato-leg-map-testing.h"

/* What is learned is in its timeline, with nothing but strokes beside it. */
static void
test_lessons (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
    {
      LegatoCueLesson lesson;
      g_autoptr (LegatoTimeline) timeline =
          legato_cue_lesson_make_timeline (fixture->guide, (LegatoCueKind) kind);
      gsize n_cues = 0;
      const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
      guint n_shown = 0;
      guint n_strokes = 0;

      legato_cue_lesson_get ((LegatoCueKind) kind, &lesson);
      g_assert_cmpint (lesson.kind, ==, kind);
      g_assert_true (g_hash_table_add (seen, (gpointer) lesson.name));
      g_assert_true (g_hash_table_add (seen, (gpointer) lesson.words));
      g_assert_true (g_str_has_suffix (lesson.words, "."));

      for (gsize i = 0; i < n_cues; i++)
        {
          gboolean is_stroke = cues[i].kind <= LEGATO_CUE_LAST_STROKE;

          n_shown += cues[i].kind == (LegatoCueKind) kind ? 1 : 0;
          n_strokes += is_stroke ? 1 : 0;
          g_assert_true (is_stroke || cues[i].kind == (LegatoCueKind) kind);
          g_assert_cmpint (cues[i].onset + cues[i].length, <=,
                           legato_timeline_get_duration (timeline));
        }
      g_assert_cmpuint (n_shown, >=, 1);
      g_assert_true (n_strokes > 0 || kind >= LEGATO_CUE_FIRST_EXERCISE);
      g_assert_cmpint (legato_timeline_get_duration (timeline), <=, 30 * LEGATO_SECOND);
    }
}

static LegatoCuesWindow *
show (PageFixture *fixture, int width, int height)
{
  LegatoCuesWindow *window = legato_cues_window_new (NULL, fixture->context);

  fixture->window = g_object_ref (GTK_WINDOW (window));
  gtk_window_set_default_size (fixture->window, width, height);
  gtk_window_present (fixture->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  return window;
}

static GtkWidget *
find_row (LegatoCuesWindow *window, LegatoCueKind kind)
{
  LegatoCueLesson lesson;
  GtkWidget *label = NULL;

  legato_cue_lesson_get (kind, &lesson);
  label = ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, lesson.name);
  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static gboolean
is_playing (GtkWidget *row)
{
  GtkImage *icon = g_object_get_data (G_OBJECT (row), "icon");

  return g_str_equal (gtk_image_get_icon_name (icon), "media-playback-stop-symbolic");
}

/* Each one moves on the map if hands move in it, and ends by itself. */
static void
check_rows (LegatoCuesWindow *window)
{
  GtkWidget *map = ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_LEG_MAP, NULL);

  for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
    {
      GtkWidget *row = find_row (window, (LegatoCueKind) kind);
      graphene_point_t hand;

      g_assert_true (gtk_widget_activate (row));
      g_assert_true (is_playing (row));
      if (kind < LEGATO_CUE_FIRST_EXERCISE)
        while (!legato_leg_map_get_hand (LEGATO_LEG_MAP (map), &hand))
          g_main_context_iteration (NULL, TRUE);
      while (is_playing (row))
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_wide (PageFixture *fixture, gconstpointer data)
{
  LegatoCuesWindow *window = show (fixture, 800, 640);

  ui_test_shoot (fixture->window, "cues-wide");
  check_rows (window);
}

static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  LegatoCuesWindow *window = show (fixture, 360, 640);
  GtkWidget *glide = find_row (window, LEGATO_CUE_GLIDE);
  GtkWidget *tap = find_row (window, LEGATO_CUE_TAP);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);

  ui_test_shoot (fixture->window, "cues-narrow");

  /* Another one takes the place of the one that plays; the same one again stops. */
  gtk_widget_activate (glide);
  gtk_widget_activate (tap);
  g_assert_false (is_playing (glide));
  g_assert_true (is_playing (tap));
  gtk_widget_activate (tap);
  g_assert_false (is_playing (tap));

  /* It may be closed while something plays. */
  gtk_widget_activate (glide);
}

/* Without a sound device the movement is left, and the person is told. */
static void
test_silent (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *sink = g_strdup (g_getenv ("LEGATO_AUDIO_SINK"));
  LegatoCuesWindow *window = show (fixture, 360, 640);
  GtkWidget *map = ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_LEG_MAP, NULL);
  graphene_point_t hand;

  g_setenv ("LEGATO_AUDIO_SINK", "there-is-no-such-sink", TRUE);
  gtk_widget_activate (find_row (window, LEGATO_CUE_GLIDE));
  while (!legato_leg_map_get_hand (LEGATO_LEG_MAP (map), &hand))
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (GTK_WIDGET (window), "No sound device was found: watch the picture.");
  g_setenv ("LEGATO_AUDIO_SINK", sink, TRUE);
}

/* Where nothing can be played at all, no row stands as if it were. */
static void
test_unplayable (PageFixture *fixture, gconstpointer data)
{
  LegatoCuesWindow *window = show (fixture, 360, 640);
  GtkWidget *glide = find_row (window, LEGATO_CUE_GLIDE);
  g_autoptr (GstPluginFeature) feature = NULL;

  gst_init (NULL, NULL);
  feature = gst_registry_lookup_feature (gst_registry_get (), "audioresample");
  g_assert_nonnull (feature);
  gst_registry_remove_feature (gst_registry_get (), feature);
  for (int i = 0; i < 2; i++)
    {
      g_test_expect_message ("legato-ui", G_LOG_LEVEL_WARNING, "*could not be played*");
      gtk_widget_activate (glide);
      g_test_assert_expected_messages ();
      g_assert_false (is_playing (glide));
      ui_test_wait_for_label (GTK_WIDGET (window),
                              "This could not be played. The picture shows the stroke.");
    }
  gst_registry_add_feature (gst_registry_get (), gst_object_ref (feature));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name_, function_)                                                                      \
  g_test_add ("/ui/cues-window/" name_, PageFixture, NULL, page_fixture_set_up, function_,         \
              page_fixture_tear_down)

  ADD ("lessons", test_lessons);
  ADD ("wide", test_wide);
  ADD ("narrow", test_narrow);
  ADD ("silent", test_silent);
  ADD ("unplayable", test_unplayable);

  return g_test_run ();
}

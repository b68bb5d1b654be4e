/* test-program-session-access.c: a session for who hits only what is large, or presses one key
 *
 * Where LEGATO_TEST_PICTURES names a folder, a picture of each width is left there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-pages.h"

#include <string.h>

#include "legato-storyboard.h"

/* In pixels: what a finger hits at least. */
#define TARGET_PX 44

/* In pixels. */
#define NARROW 340
#define WIDE 1000

/* Small text makes no target small. */
static const char *const fonts[] = { "Sans 8", "Sans 11" };

static void
check_quiet (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)), ==,
                     GTK_ACCESSIBLE_ROLE_PRESENTATION);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_quiet (child);
}

/* Of each step that is shown a screen reader says the name alone, which has its length in words:
 * what stands below its picture would be read as a time of day. */
static void
check_frames (void)
{
  g_autoptr (GPtrArray) frames = g_ptr_array_new ();
  guint n = 0;

  program_collect (GTK_TYPE_FLOW_BOX_CHILD, frames);
  for (guint i = 0; i < frames->len; i++)
    {
      GtkWidget *frame = g_ptr_array_index (frames, i);
      g_autofree char *name = NULL;

      if (gtk_widget_get_ancestor (frame, LEGATO_TYPE_STORYBOARD) == NULL)
        continue;
      n++;
      name = program_get_name (frame);
      g_assert_true (g_str_has_suffix (name, " seconds") || strstr (name, " minute") != NULL);
      check_quiet (frame);
    }
  g_assert_cmpuint (n, >, 0);
}

/* Starts the session that is prepared, and leads it into its second step, of one place, which
 * offers more than the first. */
static void
start_session (void)
{
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  check_frames ();
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_is_focus ("Pause"));
  program_wait (legato_session_get_state (program_get_session ()) == LEGATO_SESSION_PLAYING);
  program_click ("Pause");
  program_see ("Go on");
  program_key ("Right");
  program_see ("Step 2 of 10");
  program_see_a (GTK_TYPE_BUTTON, "Show the whole legs");
}

/* Of a tooltip a screen reader says only the key, and that whole: its name was said before. */
static void
check_key_of_skip (void)
{
  GtkWidget *skip = program_find_a (GTK_TYPE_BUTTON, "Skip");

  g_assert_nonnull (skip);
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (skip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Right Arrow", NULL));
}

/* Sizes */

static void
check_sizes (const char *stage)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();
  guint n = 0;

  program_collect (GTK_TYPE_BUTTON, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *control = g_ptr_array_index (controls, i);
      g_autofree char *name = NULL;
      graphene_rect_t bounds;

      /* The window's own buttons are the desktop's. */
      if (gtk_widget_get_ancestor (control, GTK_TYPE_WINDOW_CONTROLS) != NULL
          || !program_is_seen (control) || !gtk_widget_compute_bounds (control, control, &bounds))
        continue;
      n++;
      name = program_get_name (control);
      if (bounds.size.width < TARGET_PX || bounds.size.height < TARGET_PX)
        {
          g_test_message ("%s: %s “%s” is %.0f × %.0f", stage, G_OBJECT_TYPE_NAME (control), name,
                          (double) bounds.size.width, (double) bounds.size.height);
          g_test_fail ();
        }
    }
  /* Back, Pause, Skip… are there at least; on the page of what hurts, its answers. */
  g_assert_cmpuint (n, >=, 4);
}

static void
take_picture (const char *stage, int width)
{
  const char *folder = g_getenv ("LEGATO_TEST_PICTURES");
  g_autofree char *name = g_strdup_printf ("session %s %d.png", stage, width);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (path == NULL)
    return;
  texture = program_pages_take_picture (NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
visit (const char *stage)
{
  const int widths[] = { NARROW, WIDE };

  for (gsize font = 0; font < G_N_ELEMENTS (fonts); font++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[font], NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          program_pages_resize (widths[i]);
          check_sizes (stage);
          take_picture (stage, widths[i]);
        }
    }
}

static void
use_large_controls (void)
{
  start_session ();
  check_key_of_skip ();
  visit ("playing");
  program_key ("t");
  program_see_a (GTK_TYPE_BUTTON, "Slower");
  visit ("tuning");
  program_key ("h");
  program_see ("Everything has stopped. What did you feel?");
  visit ("hurt");
  program_quit ();
}

static void
test_large_controls (void)
{
  program_run (use_large_controls, "--start", "three-minute", NULL);
}

/* One key */

/* The window's own buttons take no focus anywhere; the desktop has keys for them. */
static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL
         && gtk_widget_is_sensitive (widget) && program_is_seen (widget);
}

/* Presses Tab until the focus is where it was first. Returns: where it was, in that order */
static GPtrArray *
step_through (void)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *focus = program_get_focus ();

  g_assert_nonnull (focus);
  do
    {
      g_autofree char *name = program_get_name (focus);

      if (name == NULL || *name == '\0' || !program_is_seen (focus))
        g_error ("Tab leads to a %s “%s”, which is without a name or not seen",
                 G_OBJECT_TYPE_NAME (focus), name);
      if (g_ptr_array_find (stops, focus, NULL))
        g_error ("Tab comes back to “%s” and not to where it began", name);
      g_ptr_array_add (stops, focus);
      program_key ("Tab");
      program_wait (program_get_focus () != focus);
      focus = program_get_focus ();
      g_assert_nonnull (focus);
    }
  while (focus != g_ptr_array_index (stops, 0));
  return stops;
}

/* Each control that can be used is one of the stops. */
static void
check_stops (void)
{
  g_autoptr (GPtrArray) stops = step_through ();
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();

  program_collect (GTK_TYPE_BUTTON, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *control = g_ptr_array_index (controls, i);
      g_autofree char *name = program_get_name (control);

      if (is_control (control) && !g_ptr_array_find (stops, control, NULL))
        g_error ("Tab does not lead to “%s”", name);
    }
}

static void
use_one_key (void)
{
  const int widths[] = { NARROW, WIDE };

  start_session ();
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      program_pages_resize (widths[i]);
      /* Beside the title the word that ends the session was cut off. */
      if (widths[i] == NARROW)
        program_see_no ("Three minutes");
      else
        program_see ("Three minutes");
      check_stops ();
      program_key ("t");
      program_see_a (GTK_TYPE_BUTTON, "Slower");
      program_settle ();
      check_stops ();
      program_key ("t");
      program_see_no ("Slower");
    }
  /* Of two that stand in for each other, the one that is there has the keyboard. */
  program_tab_to ("Show the whole legs", GTK_DIR_TAB_FORWARD);
  program_key ("Return");
  program_wait (program_is_focus ("Follow the hands"));
  program_key ("Return");
  program_wait (program_is_focus ("Show the whole legs"));
  program_quit ();
}

static void
test_one_key (void)
{
  program_run (use_one_key, "--start", "three-minute", NULL);
}

/* What is told */

/* How often the session that is listened to stands still. */
#define N_PAUSES 3

static GPtrArray *heard;

/* Notes what is new where the focus is, whenever anything has happened: nothing is told so shortly
 * that it is missed. */
static gboolean
listen_cb (GSource *source, int *timeout)
{
  g_autofree char *told = program_get_entered () != NULL ? program_get_told () : NULL;
  const char *last = heard->len > 0 ? g_ptr_array_index (heard, heard->len - 1) : NULL;

  if (told != NULL && g_strcmp0 (told, last) != 0)
    {
      g_test_message ("heard: %s", told);
      g_ptr_array_add (heard, g_steal_pointer (&told));
    }
  *timeout = -1;
  return FALSE;
}

static GSourceFuncs listener = { .prepare = listen_cb };

/* How many of what was told begin and end so. */
static guint
count_heard (const char *pattern)
{
  guint n = 0;

  for (guint i = 0; i < heard->len; i++)
    n += g_pattern_match_simple (pattern, g_ptr_array_index (heard, i)) ? 1 : 0;
  return n;
}

/* No sentence is said twice in one go. */
static void
check_sentences (const char *told)
{
  g_auto (GStrv) sentences = g_strsplit (told, ". ", -1);

  for (gsize i = 0; sentences[i] != NULL; i++)
    for (gsize j = 0; j < i; j++)
      g_assert_cmpstr (sentences[i], !=, sentences[j]);
}

/* The sentences of @text, each once, with "#" for every number and length of time: a machine is not
 * always as fast. */
static void
add_sentences (GHashTable *sentences, const char *text)
{
  g_autoptr (GRegex) numbers = g_regex_new ("[0-9]+(:[0-9]+| (second|minute)s?)?", 0, 0, NULL);
  g_autoptr (GRegex) ends = g_regex_new ("[.?!] +|[.?!]$", 0, 0, NULL);
  g_autofree char *general = g_regex_replace_literal (numbers, text, -1, 0, "#", 0, NULL);
  g_auto (GStrv) parts = g_regex_split (ends, general, 0);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_hash_table_add (sentences, g_strdup (parts[i]));
}

static void
add_transcript (GHashTable *sentences, const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "tests", "data", "heard", name, NULL);
  g_autofree char *transcript = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &transcript, NULL, NULL));
  lines = g_strsplit (transcript, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cut = g_strsplit (lines[i], " [cut off]", 2);

      if (cut[0] != NULL)
        add_sentences (sentences, cut[0]);
    }
}

/* What is told was listened to with a screen reader, by build-aux/hear, and read by somebody: other
 * words are to be listened to as well. */
static void
check_was_heard (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer sentence;

  add_transcript (known, "session.txt");
  add_transcript (known, "ended.txt");
  add_transcript (known, "stopped.txt");
  for (guint i = 0; i < heard->len; i++)
    add_sentences (told, g_ptr_array_index (heard, i));
  g_assert_cmpuint (g_hash_table_size (told), >, 20);
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &sentence, NULL))
    if (!g_hash_table_contains (known, sentence))
      {
        g_test_message ("“%s” stands in no transcript in tests/data/heard: listen to it with "
                        "build-aux/hear",
                        (const char *) sentence);
        g_test_fail ();
      }
}

/* A busy machine may look when fewer than ten seconds are left, and is told nothing then. */
static void
hear_last_ten (LegatoSession *session)
{
  gint64 last_ten = legato_timeline_get_last_ten (legato_session_get_timeline (session));

  do
    {
      legato_session_resume (session);
      legato_session_seek (session, last_ten - LEGATO_SECOND);
      program_wait (count_heard ("Last ten seconds") > 0
                    || legato_session_get_position (session) > last_ten + 4 * LEGATO_SECOND);
    }
  while (count_heard ("Last ten seconds") == 0);
}

/* Each pause is told by itself: so none is told in another's place. */
static void
hear_pause (LegatoSession *session)
{
  guint before = count_heard ("*Paused*");

  legato_session_pause (session);
  program_wait (count_heard ("*Paused*") > before);
}

static void
hear_stop (void)
{
  program_key ("h");
  program_wait (count_heard ("*Everything has stopped. What did you feel?") > 0);
  program_click ("Nothing hurts, go on");
  program_see ("Go on");
  program_settle ();
}

/* What was waited for came once, and not again later. */
static void
check_told_once (void)
{
  static const char *const once[] = { "Left leg: Gliding. Get*",
                                      "Ankle, * to Inner thigh. Sit *",
                                      "*Left calf: Kneading. Grasp *",
                                      "*Other leg*",
                                      "*Half of it is done.*",
                                      "*Right calf: Kneading. Moderate*",
                                      "?? seconds",
                                      "*Last ten seconds*",
                                      "*Everything has stopped.*",
                                      "*How do your legs feel now?*",
                                      "*Saved in your journal*" };

  for (gsize i = 0; i < G_N_ELEMENTS (once); i++)
    if (count_heard (once[i]) != 1)
      g_error ("“%s” was told %u times", once[i], count_heard (once[i]));
  g_assert_cmpuint (count_heard ("*Paused*"), ==, N_PAUSES);
}

/* The session stands still while keys are on their way. */
static void
hear_a_session (void)
{
  LegatoSession *session = NULL;
  LegatoTimeline *timeline = NULL;
  g_autoptr (GSource) source = g_source_new (&listener, sizeof (GSource));

  g_source_attach (source, NULL);
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (count_heard ("Left leg: Gliding. Get your hands in place.*") > 0);
  session = program_get_session ();
  timeline = legato_session_get_timeline (session);
  hear_pause (session);
  /* The title was told in the countdown. */
  legato_session_seek (session, legato_timeline_get_lead_in (timeline));
  program_wait (count_heard ("Ankle, * to Inner thigh. Sit *") > 0);
  legato_session_skip (session);
  program_wait (count_heard ("Left calf: Kneading. *") > 0);
  legato_session_resume (session);
  program_wait (count_heard ("Left calf: Kneading") > 0);
  hear_pause (session);

  /* The other leg begins where half of it is done: neither is told in the other's place. */
  legato_session_resume (session);
  legato_session_seek (session, legato_timeline_get_halfway (timeline) - LEGATO_SECOND);
  program_wait (count_heard ("Other leg. Right leg: *. Half of it is done.") > 0);
  hear_pause (session);
  legato_session_skip (session);
  program_wait (count_heard ("*Right calf: *") > 0);
  program_key ("period");
  program_wait (count_heard ("* seconds") > 0);
  hear_stop ();
  hear_last_ten (session);
  /* Who stops sooner has not massaged. */
  program_wait (legato_session_get_done (session) >= LEGATO_SESSION_LEAST_DONE);
  legato_session_stop (session);
  program_wait (count_heard ("* of massage. How do your legs feel now?") > 0
                || count_heard ("You stopped after *. How do your legs feel now?") > 0);
  program_click_a (GTK_TYPE_BUTTON, "Save");
  program_wait (count_heard ("*Saved in your journal") > 0);

  g_source_destroy (source);
  for (guint i = 0; i < heard->len; i++)
    check_sentences (g_ptr_array_index (heard, i));
  check_was_heard ();
  check_told_once ();
  /* Who presses a key knows it, and its tooltip is not what comes of it. */
  g_assert_cmpuint (count_heard ("*(Space)"), ==, 0);
  program_quit ();
}

static void
test_what_is_told (void)
{
  heard = g_ptr_array_new_with_free_func (g_free);
  g_setenv ("LEGATO_TEST_TEMPO", "1", TRUE);
  program_run (hear_a_session, "--start", "three-minute", NULL);
  g_ptr_array_unref (heard);
}

/* Who has gone to the bar above the session hears it as well. */
static void
hear_from_the_bar (void)
{
  LegatoSession *session = NULL;
  g_autofree char *title = NULL;

  start_session ();
  session = program_get_session ();
  title = legato_step_dup_title (legato_plan_get_step (legato_session_get_plan (session), 2));
  program_tab_to ("Full screen", GTK_DIR_TAB_FORWARD);
  g_assert_false (program_is_told (title));
  legato_session_skip (session);
  program_wait (program_is_told (title));
  program_quit ();
}

static void
test_told_beside (void)
{
  program_run (hear_from_the_bar, "--start", "three-minute", NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/session-access/" name, test)
  ADD ("large-controls", test_large_controls);
  ADD ("one-key", test_one_key);
  ADD ("what-is-told", test_what_is_told);
  ADD ("told-beside", test_told_beside);
  return g_test_run ();
}

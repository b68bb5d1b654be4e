/* test-program-controls.c: everything that can be done during a session, by keys and by pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "legato-play-view.h"
#include "program.h"
#include "window-manager.h"

#include "xdotool.h"

/* Oily fingers hit what is at least as wide and high. */
#define TARGET_PX 64

#define STOPS                                                                                      \
  "SELECT zone, leg, routine, reason.id FROM entry JOIN reason ON reason.entry = entry.id"         \
  " WHERE kind = 'stop'"

/* Starts the session that is prepared, as many times as fast as life. */
static void
start_session (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_is_focus ("Pause"));
}

/* Seconds left in all, as the page says. */
static int
get_all_left (void)
{
  g_autofree char *text = program_get_name (program_see ("*:?? left"));
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  return atoi (parts[0]) * 60 + atoi (parts[1]);
}

/* Skips by the key until that step of ten is shown; the session is paused, maybe before the first
 * step, where one key leads to the first. */
static void
skip_to (int number)
{
  if (program_find ("Begins in *") != NULL)
    {
      program_key ("Right");
      program_see_no ("Begins in *");
    }
  for (int step = legato_session_get_step (program_get_session ()) + 2; step <= number; step++)
    {
      g_autofree char *text = g_strdup_printf ("Step %d of 10", step);

      program_key ("Right");
      program_see (text);
    }
}

static void
use_keys (void)
{
  int whole;

  start_session ();
  /* Told to whoever does not see the page: what begins, and each change. */
  program_wait (program_is_told ("Left leg: Gliding"));
  program_key ("space");
  program_see ("Go on");
  program_wait (program_is_told ("Paused"));

  skip_to (3);
  program_see ("Thumb circles");
  program_see ("Next: *, *");
  program_key ("t");
  program_see ("100 %");
  /* The glides of these three minutes are as fast as they may be. */
  program_key ("plus");
  program_see ("The session cannot go any faster.");
  program_key ("minus minus");
  program_see ("80 %");
  program_key ("plus");
  program_see ("90 %");
  program_wait (program_is_told ("Speed 90 %"));
  whole = get_all_left ();
  program_key ("period");
  /* The other leg gets as much: both stay even. */
  program_wait (get_all_left () == whole + 30);
  program_key ("comma");
  program_wait (get_all_left () == whole);
  program_see ("70 %");
  program_key ("Up");
  program_see ("80 %");
  program_key ("m");
  program_see ("off");
  program_see ("Turn the sound on");
  program_key ("m");
  program_see ("Turn the sound off");
  program_key ("t");
  program_see_no ("Slower");

  /* The list of keys is a window of its own; the session waits where it was. */
  program_key ("ctrl+question");
  program_enter ("Keyboard");
  program_key ("Escape");
  program_back_to ("Legato");
  program_see ("Step 3 of 10");
  /* Also with the focus on what stands above. */
  gtk_widget_grab_focus (program_see_a (GTK_TYPE_BUTTON, "Keyboard"));
  program_key ("space");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  program_key ("ctrl+e");
  program_see_no ("Go on");
  program_quit ();
}

static void
test_by_keys (void)
{
  program_run (use_keys, "--start", "three-minute", NULL);
}

static void
use_stop_it_hurts (void)
{
  start_session ();
  program_key ("space");
  program_see ("Go on");
  skip_to (3);
  program_see ("Left calf: Thumb circles");
  program_key ("space");
  program_see ("Pause");
  program_key ("h");
  program_see ("Everything has stopped. What did you feel?");
  g_assert_true (program_is_focus ("It was a sharp pain."));
  program_wait (program_is_told ("Everything has stopped. What did you feel?"));
  program_click ("Nothing hurts, go on");
  program_see ("Pause");
  program_key ("h");
  program_wait (program_is_told ("Everything has stopped. What did you feel?"));
  program_key ("Tab space");
  program_see ("Let the skin rest*");
  program_see ("Left calf");
  program_click ("Go on without: Left calf");
  g_assert_cmpint (legato_session_get_state (program_get_session ()), ==, LEGATO_SESSION_COUNTDOWN);
  legato_session_pause (program_get_session ());
  program_see ("Begins in *");
  program_see ("Go on");
  program_wait (program_answers (STOPS, "calf|left|three-minute|stop-burning"));
  program_quit ();
}

static void
test_stop_it_hurts (void)
{
  program_run (use_stop_it_hurts, "--start", "three-minute", NULL);
}

/* Whether a click where the button of that name lies is one on it, in the corner that a caption
 * leaves free. */
static gboolean
is_touched (const char *name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *window = GTK_WIDGET (program_get_window ());

  program_collect (GTK_TYPE_BUTTON, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (found, i);
      g_autofree char *own = program_get_name (button);
      GtkWidget *top = NULL;
      double x = 8;
      double y = 8;

      if (g_strcmp0 (own, name) != 0 || !gtk_widget_get_mapped (button))
        continue;
      g_assert_true (program_move_point (button, window, &x, &y));
      top = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
      return top != NULL && (top == button || gtk_widget_is_ancestor (top, button));
    }
  return FALSE;
}

static gboolean
has_size (int width, int height)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (program_get_window ()));

  return gdk_surface_get_width (surface) == width && gdk_surface_get_height (surface) == height;
}

/* The first of that type that is seen. */
static GtkWidget *
find_seen (GType type, const char *css_class)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  program_collect (type, found);
  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (found, i))
        && (css_class == NULL
            || gtk_widget_has_css_class (g_ptr_array_index (found, i), css_class)))
      return g_ptr_array_index (found, i);
  return NULL;
}

/* The header lies over the page, which goes as high as the screen: the step's title is below it. */
static gboolean
is_title_free (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_window ());
  GtkWidget *header = find_seen (ADW_TYPE_HEADER_BAR, NULL);
  GtkWidget *title = find_seen (GTK_TYPE_LABEL, "glance-place");
  graphene_rect_t over, words;

  return gtk_widget_compute_bounds (header, window, &over)
         && gtk_widget_compute_bounds (title, window, &words)
         && words.origin.y >= over.origin.y + over.size.height;
}

/* Whether what is shown of the session begins where its header does. */
static gboolean
is_under_header (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_window ());
  graphene_rect_t over, play;

  return gtk_widget_compute_bounds (find_seen (ADW_TYPE_HEADER_BAR, NULL), window, &over)
         && gtk_widget_compute_bounds (find_seen (LEGATO_TYPE_PLAY_VIEW, NULL), window, &play)
         && play.origin.y < over.origin.y + over.size.height;
}

static void
use_full_screen (void)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (program_get_window ()));
  int width = gdk_surface_get_width (surface);
  int height = gdk_surface_get_height (surface);
  gint64 position = 0;

  start_session ();
  program_key (PROGRAM_KEY_F11);
  program_wait (has_size (1280, 1024));
  program_wait (is_under_header ());
  program_wait (is_title_free ());
  /* What is not looked at steps back, except for what stops it all; a touch brings it again. */
  program_wait (!is_touched ("Skip"));
  g_assert_true (is_touched ("Stop, it hurts"));
  xdotool_run ("mousemove_relative 30 30");
  program_wait (is_touched ("Skip"));
  program_key (PROGRAM_KEY_F11);
  program_wait (has_size (width, height));

  /* Nobody sees the window, and all goes on. */
  xdotool_run ("search --all --onlyvisible --pid %d --name ^Legato$ windowunmap --sync",
               (int) getpid ());
  position = legato_session_get_position (program_get_session ());
  program_wait (legato_session_get_position (program_get_session ())
                > position + 2 * LEGATO_SECOND);
  xdotool_run ("search --all --pid %d --name ^Legato$ windowmap --sync windowfocus",
               (int) getpid ());
  program_enter ("Legato");
  program_key ("ctrl+e");
  program_see_no ("Pause");
  program_quit ();
}

static void
test_full_screen_and_hidden (void)
{
  g_autoptr (GSubprocess) manager = window_manager_start ();

  program_run (use_full_screen, "--start", "three-minute", NULL);
  g_subprocess_force_exit (manager);
}

static void
check_sizes (const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      GtkWidget *button = program_see_a (GTK_TYPE_BUTTON, names[i]);

      g_assert_cmpint (gtk_widget_get_width (button), >=, TARGET_PX);
      g_assert_cmpint (gtk_widget_get_height (button), >=, TARGET_PX);
    }
}

static void
use_pointer (void)
{
  start_session ();
  check_sizes ((const char *const[]){ "Back", "Pause", "Skip", "Speed, length and sound",
                                      "Stop, it hurts", NULL });
  program_wait (legato_session_get_state (program_get_session ()) == LEGATO_SESSION_PLAYING);
  program_point_at ("Pause");
  program_point_at ("Go on");
  program_point_at ("Pause");
  /* From the whole leg to one place, which is seen from near. */
  program_point_at ("Skip");
  program_see_a (GTK_TYPE_BUTTON, "Show the whole legs");
  program_click_a (GTK_TYPE_BUTTON, "Show the whole legs");
  program_click_a (GTK_TYPE_BUTTON, "Follow the hands");
  program_see_a (GTK_TYPE_BUTTON, "Show the whole legs");
  program_see ("Step 2 of 10");
  program_point_at ("Back");
  program_see ("Step 1 of 10");
  program_point_at ("Speed, length and sound");
  check_sizes ((const char *const[]){ "Slower", "Faster", "This step shorter", "This step longer",
                                      "Quieter", "Louder", "Turn the sound off", NULL });
  program_point_at ("Slower");
  program_see ("90 %");
  program_point_at ("Faster");
  program_see ("100 %");
  program_point_at ("Quieter");
  program_see ("60 %");
  program_point_at ("Stop, it hurts");
  program_point_at ("Nothing hurts, go on");
  program_see ("Go on");
  program_point_at ("Stop, it hurts");
  program_point_at ("End here");
  program_see_no ("End here");
  program_quit ();
}

static void
test_by_pointer (void)
{
  program_run (use_pointer, "--start", "three-minute", NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/controls/" name, test)
  ADD ("by-keys", test_by_keys);
  ADD ("stop-it-hurts", test_stop_it_hurts);
  ADD ("full-screen-and-hidden", test_full_screen_and_hidden);
  ADD ("by-pointer", test_by_pointer);
  return g_test_run ();
}

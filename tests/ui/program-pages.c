/* program-pages.c: every page and dialog of the program, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "program-fit.h"
#include "program-pages-private.h"
#include "xdotool.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "legato-window-private.h"
#include "legato-zone-area.h"

typedef struct
{
  const char *name;
  ProgramBody prepare; /* (nullable): what there is before the program starts */
  ProgramBody body;
  gboolean is_rare;
  const char *first;
  const char *second;
} Journey;

static ProgramVisit visit;
static ProgramBody begin;
static ProgramBody end;
static gboolean watches_focus;
static gboolean leaves_out_rare;

/* What a window's own frame takes; none where the desktop draws it. */
static int
get_frame (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());

  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (window)))
         - gtk_widget_get_width (window);
}

/* A window that fills the screen is as large as the window manager says. */
static void
resize_screen (int width, int height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (program_get_window ()));

  xdotool_run ("search --all --onlyvisible --pid %d --name ^Legato$ windowsize %d %d",
               (int) getpid (), width * scale, height * scale);
}

/* In pixels, with its frame: the least that the window that was entered may be given. What tells of
 * the program is libadwaita's own, and as wide as that has it. */
int
program_pages_get_least_width (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  int minimum = PROGRAM_LEAST_WIDTH;

  if (g_str_equal (G_OBJECT_TYPE_NAME (window), "AdwAboutWindow"))
    gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

void
program_pages_resize (int width)
{
  program_pages_resize_to (width, PROGRAM_PAGES_HEIGHT);
}

void
program_pages_resize_to (int width, int height)
{
  GtkWindow *window = program_get_entered ();

  width = MAX (width, program_pages_get_least_width () - get_frame ());
  if (gtk_window_is_fullscreen (window))
    resize_screen (width + get_frame (), height);
  else
    gtk_window_set_default_size (window, width + get_frame (), height);
  program_wait (gtk_widget_get_width (GTK_WIDGET (window)) == width);
  program_settle ();
}

typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Picture;

/* At the end of a frame all has its place: before, or later, some of it may just have lost it. */
static void
frame_cb (GdkFrameClock *clock, Picture *picture)
{
  GtkWidget *window = picture->window;
  GtkSnapshot *snapshot = NULL;

  if (picture->node != NULL)
    return;
  snapshot = gtk_snapshot_new ();
  /* No newer function draws what is behind all children of a window. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_snapshot_render_background (snapshot, gtk_widget_get_style_context (window), 0, 0,
                                  gtk_widget_get_width (window), gtk_widget_get_height (window));
  G_GNUC_END_IGNORE_DEPRECATIONS
  GTK_WIDGET_GET_CLASS (window)->snapshot (window, snapshot);
  picture->node = gtk_snapshot_free_to_node (snapshot);
}

/* Returns: (transfer full): what the window that was entered shows, or only @part of it. Its
 * children are drawn as for the screen, which need not be painted for it. */
GdkTexture *
program_pages_take_picture (const graphene_rect_t *part)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  float width = (float) gtk_widget_get_width (window);
  float height = (float) gtk_widget_get_height (window);
  Picture picture = { window, NULL };
  GdkTexture *texture = NULL;
  gulong id = 0;

  program_settle ();
  id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &picture);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  program_wait (picture.node != NULL);
  g_signal_handler_disconnect (clock, id);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), picture.node,
                                   part != NULL ? part : &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (picture.node);
  return texture;
}

/* Looks at the page that shows. */
void
program_pages_visit (const char *page)
{
  visit (page);
}

/* Closes the dialog that was entered. */
void
program_pages_close_dialog (void)
{
  GtkWindow *window = program_get_window ();
  GtkWidget *before = gtk_window_get_focus (window);
  GtkWidget *after = NULL;

  gtk_window_close (program_get_entered ());
  program_enter ("Legato");
  after = gtk_window_get_focus (window);
  if (watches_focus)
    g_assert_true (after != NULL && after == before && gtk_widget_get_mapped (after));
}

/* Does the same with a dialog of that title, which is closed then. */
void
program_pages_visit_dialog (const char *title)
{
  program_enter (title);
  program_pages_visit (title);
  program_pages_close_dialog ();
}

/* A window that cannot be resized is still made narrower by a narrow screen. */
void
program_pages_visit_fixed_dialog (const char *title)
{
  program_enter (title);
  gtk_window_set_resizable (program_get_entered (), TRUE);
  program_pages_visit_dialog (title);
}

/* In a language with longer words it may be further down. */
void
program_pages_press (const char *pattern)
{
  program_scroll_to (pattern);
  program_click (pattern);
}

void
program_pages_act (const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (program_get_entered ()), action, NULL);
}

static void
see_the_legs (void)
{
  program_see ("Where is it sore?");
  program_pages_visit ("legs");
  program_key ("ctrl+f");
  program_wait (GTK_IS_TEXT (program_get_focus ()));
  gtk_editable_set_text (GTK_EDITABLE (program_get_focus ()), _ ("Calf"));
  program_see (C_ ("kind of search result", "Place"));
  program_pages_visit ("search");
  gtk_editable_set_text (GTK_EDITABLE (program_get_focus ()), "xqxq");
  program_see ("Nothing found");
  program_pages_visit ("search, nothing");
  program_key ("Escape");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Start With This Place");
  program_pages_visit ("card");
  program_pages_press ("Foam roller");
  program_pages_visit ("card of a tool");
  program_pages_act ("win.good-to-know");
  program_pages_visit_dialog ("Good to know");
  program_pages_act ("win.learn-cues");
  program_pages_visit_dialog ("Learn the cues");
  program_pages_act ("win.shortcuts");
  program_pages_visit_dialog ("Keyboard");
  program_pages_act ("win.help");
  program_enter ("Help");
  program_pages_press ("Your first session");
  program_pages_press ("Questions");
  program_scroll_to ("Why is there no voice?");
  program_pages_visit_dialog ("Help");
  program_quit ();
}

static void
see_the_routines (void)
{
  program_key ("alt+2");
  program_scroll_to ("Make It");
  program_pages_visit ("routines");
  program_pages_press ("New Routine");
  program_enter ("Your Routine");
  program_pages_press ("Add a Step");
  program_scroll_to ("Technique");
  program_pages_visit ("step editor");
  program_pages_press ("Back to the Routine");
  program_pages_visit ("routine editor");
  program_quit ();
}

/* The first row of that type that shows: as a whole it has no name. */
GtkWidget *
program_pages_find_row (GtkWidget *widget, GType type)
{
  GtkWidget *row = NULL;

  if (!gtk_widget_get_mapped (widget) || g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = program_pages_find_row (child, type);
  return row;
}

LegatoContext *
program_pages_get_context (void)
{
  return LEGATO_WINDOW (program_get_window ())->context;
}

static void
see_the_trends (void)
{
  program_key ("alt+4");
  program_scroll_to ("Compare");
  program_pages_visit ("trends");
  program_pages_press ("Report…");
  program_pages_visit_dialog ("Report");
  program_pages_press ("Places");
  program_pages_visit ("trends of a place");
  program_pages_press ("Compare");
  program_pages_visit ("compare");
  program_scroll_to ("Begin");
  program_click_a (GTK_TYPE_CHECK_BUTTON, "*");
  program_pages_press ("Begin");
  program_see_no ("Begin");
  program_pages_visit ("compare, begun");
  program_quit ();
}

static void
see_a_session (void)
{
  program_pages_visit ("check-in");
  program_pages_press ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_pages_visit ("prepare");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  program_pages_visit ("session, countdown");
  program_key ("space");
  program_see ("Step * of *");
  program_key ("space");
  program_see ("Go on");
  program_pages_visit ("session");
  program_key ("h");
  program_see ("Everything has stopped. What did you feel?");
  program_pages_visit ("stop");
  program_pages_press ("It was a sharp pain.");
  program_pages_visit ("stop, advice");
  program_pages_press ("End here");
  program_enter ("Is this so?");
  program_pages_visit ("question, sign");
  program_leave_by ("Yes, or I’m Not Sure");
  program_quit ();
}

static void
see_the_rating (void)
{
  program_pages_press ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("How do your legs feel now?");
  program_pages_visit ("rating");
  program_quit ();
}

static void
see_the_welcome (void)
{
  program_see ("Welcome to Legato");
  program_pages_visit ("welcome");
  program_pages_press ("Next");
  program_pages_visit ("welcome, conditions");
  while (program_find ("None of These, Go On") == NULL)
    program_pages_press ("Read On");
  program_pages_press ("None of These, Go On");
  program_see ("Turn your sound on");
  program_pages_visit ("welcome, sound");
  program_pages_press ("Show Me the Map");
  for (guint i = 0; i < 4; i++)
    {
      const char *keys[] = { "alt+1", "alt+2", "alt+3", "alt+4" };
      const char *pages[] = { "legs, empty", "routines, empty", "journal, empty", "trends, empty" };
      const char *seen[] = { "Where is it sore?", "Make It", "Nothing Here Yet", "No Values Yet" };

      program_key (keys[i]);
      program_see (seen[i]);
      program_pages_visit (pages[i]);
    }
  program_quit ();
}

static void
see_the_preferences (void)
{
  const char *const pages[] = { "You", "Places", "Sound", "Remind", "Copies", "Look" };

  program_pages_act ("win.preferences");
  program_enter ("Preferences");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      program_pages_press (pages[i]);
      /* It is pale while the day's copy is written. */
      if (g_str_equal (pages[i], "Copies"))
        program_wait (gtk_widget_is_sensitive (program_scroll_to ("Copy Now")));
      program_pages_visit (pages[i]);
    }
  program_quit ();
}

/* Its last day is the day before yesterday: the journal asks about the session of that day. */
static void
make_sample (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *tool =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "build-aux", "make-sample-journal", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) last = g_date_time_add_days (now, -2);
  g_autofree char *day = g_date_time_format (last, "%F");
  const char *const command[] = { tool, "--end", day, path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) made = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  made = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (made, NULL, &error));
  g_assert_no_error (error);
}

static void
prepare_damage (void)
{
  make_sample ();
  program_break_journal ();
}

static void
prepare_rating (void)
{
  program_set_tempo (60);
}

static void
prepare_welcome (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_boolean (settings, "welcomed", FALSE);
}

/* Somebody to whose massage a doctor has to agree: to one it was agreed, to the other not yet. */
static void
prepare_preferences (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  guint32 today = legato_person_model_get_today ();

  legato_profile_set_condition (profile, "clot-history", today, 0);
  legato_profile_set_condition (profile, "pregnancy", today, today);
  check_in_keep_profile (profile);
}

static void
prepare_filled (void)
{
  make_sample ();
  program_pages_prepare_the_filled ();
}

static const Journey journeys[] = {
  { "legs", NULL, see_the_legs, FALSE, NULL, NULL },
  { "routines", NULL, see_the_routines, FALSE, NULL, NULL },
  { "journal", make_sample, program_pages_see_the_journal, FALSE, NULL, NULL },
  { "copies", make_sample, program_pages_see_the_copies, FALSE, NULL, NULL },
  { "damage", prepare_damage, program_pages_see_the_damage, FALSE, NULL, NULL },
  { "trends", make_sample, see_the_trends, FALSE, NULL, NULL },
  { "session", NULL, see_a_session, FALSE, "--start", "three-minute" },
  { "rating", prepare_rating, see_the_rating, FALSE, "--start", "three-minute" },
  { "welcome", prepare_welcome, see_the_welcome, FALSE, NULL, NULL },
  { "preferences", prepare_preferences, see_the_preferences, FALSE, NULL, NULL },
  { "help", NULL, program_pages_see_the_help, TRUE, NULL, NULL },
  { "about", NULL, program_pages_see_the_about, TRUE, NULL, NULL },
  { "refusal", NULL, program_pages_see_the_refusal, TRUE, "--start", "three-minute" },
  { "tuning", NULL, program_pages_see_the_tuning, TRUE, "--start", "three-minute" },
  { "bars", program_pages_prepare_the_bars, program_pages_see_the_bars, FALSE, NULL, NULL },
  { "files", NULL, program_pages_see_the_files, FALSE, NULL, NULL },
  { "rest", program_pages_prepare_the_rest, program_pages_see_the_rest, FALSE, "--start",
    "three-minute" },
  { "filled", prepare_filled, program_pages_see_the_filled, FALSE, NULL, NULL },
};

/* The name of the journey is the end of the test's path. */
static void
test_journey (void)
{
  const char *name = strrchr (g_test_get_path (), '/') + 1;
  const Journey *journey = journeys;

  while (!g_str_equal (journey->name, name))
    journey++;
  if (journey->prepare != NULL)
    journey->prepare ();
  begin ();
  program_run (journey->body, journey->first, journey->second, NULL);
  end ();
}

/* From now on the keyboard has to go on where it was before, and in sight, when a dialog is closed.
 */
void
program_pages_watch_focus (void)
{
  watches_focus = TRUE;
}

/* From now on the pages are left out that few people see, and that would take much of a language.
 */
void
program_pages_leave_out_rare (void)
{
  leaves_out_rare = TRUE;
}

/* Adds tests below @path that call @begin_cb, @visit_cb with the name of each page while it shows,
 * in a window of whatever size the last one left, and @end_cb. */
void
program_pages_add (const char *path,
                   ProgramBody begin_cb,
                   ProgramVisit visit_cb,
                   ProgramBody end_cb)
{
  begin = begin_cb;
  visit = visit_cb;
  end = end_cb;
  for (gsize i = 0; i < G_N_ELEMENTS (journeys); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", path, journeys[i].name);

      if (!journeys[i].is_rare || !leaves_out_rare)
        program_test_add (below, test_journey);
    }
}

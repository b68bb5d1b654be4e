/* program-pages.c: every page and dialog of the program, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-import-window.h"
#include "legato-journal-actions-testing.h"
#include "legato-journal-copies.h"
#include "legato-window-private.h"
#include "legato-zone-area.h"

typedef struct
{
  const char *name;
  ProgramBody body;
  gboolean wants_sample;
  gboolean wants_damage;
  gboolean wants_welcome;
  gboolean is_rare;
  const char *first;
  const char *second;
} Journey;

static ProgramVisit visit;
static ProgramBody begin;
static ProgramBody end;
static gboolean watches_focus;
static gboolean leaves_out_rare;

static void
painted_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* Waits until all that comes of the last change has been laid out and drawn. */
void
program_pages_settle (void)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (program_get_entered ()));
  guint n = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
      program_wait (n >= i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_signal_handler_disconnect (clock, id);
}

/* What a window's own frame takes; none where the desktop draws it. */
static int
get_frame (void)
{
  GtkWidget *window = GTK_WIDGET (program_get_entered ());

  return gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (window)))
         - gtk_widget_get_width (window);
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

  gtk_window_set_default_size (window, width + get_frame (), height);
  program_wait (gtk_widget_get_width (GTK_WIDGET (window)) == width);
  program_pages_settle ();
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

  program_pages_settle ();
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

/* Closes the dialog that was entered. */
static void
close_dialog (void)
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
static void
visit_dialog (const char *title)
{
  program_enter (title);
  visit (title);
  close_dialog ();
}

/* A window that cannot be resized is still made narrower by a narrow screen. */
static void
visit_fixed_dialog (const char *title)
{
  program_enter (title);
  gtk_window_set_resizable (program_get_entered (), TRUE);
  visit_dialog (title);
}

/* In a language with longer words it may be further down. */
static void
press (const char *pattern)
{
  program_scroll_to (pattern);
  program_click (pattern);
}

static void
act (const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (program_get_entered ()), action, NULL);
}

static void
see_the_legs (void)
{
  program_see ("Where is it sore?");
  visit ("legs");
  program_key ("ctrl+f");
  program_wait (GTK_IS_TEXT (program_get_focus ()));
  gtk_editable_set_text (GTK_EDITABLE (program_get_focus ()), _ ("Calf"));
  program_see (C_ ("kind of search result", "Place"));
  visit ("search");
  program_key ("Escape");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Start With This Place");
  visit ("card");
  press ("Foam roller");
  visit ("card of a tool");
  act ("win.good-to-know");
  visit_dialog ("Good to know");
  act ("win.learn-cues");
  visit_dialog ("Learn the cues");
  act ("win.shortcuts");
  visit_dialog ("Keyboard");
  act ("win.help");
  program_enter ("Help");
  press ("Your first session");
  press ("Questions");
  program_scroll_to ("Why is there no voice?");
  visit_dialog ("Help");
  program_quit ();
}

static void
see_the_routines (void)
{
  program_key ("alt+2");
  program_scroll_to ("Make It");
  visit ("routines");
  press ("New Routine");
  program_enter ("Your Routine");
  press ("Add a Step");
  program_scroll_to ("Technique");
  visit ("step editor");
  press ("Back to the Routine");
  visit ("routine editor");
  program_quit ();
}

/* Each topic alone, as it is opened. */
static void
see_the_help (void)
{
  const char *const topics[] = { "Your first session", "Sounds and voice",           "Safety",
                                 "Your journal",       "Moving to another computer", "Questions" };

  program_see ("Where is it sore?");
  act ("win.help");
  program_enter ("Help");
  visit ("help, Your first session");
  for (gsize i = 1; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *page = g_strdup_printf ("help, %s", topics[i]);

      press (topics[i - 1]);
      press (topics[i]);
      visit (page);
    }
  close_dialog ();
  program_quit ();
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != program_get_window () && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* A note is in the language of who wrote it. */
static gboolean
is_wanted (LegatoEntryItem *item, LegatoEntryKind kind)
{
  const LegatoEntry *entry = item != NULL ? legato_entry_item_get_entry (item) : NULL;

  return entry != NULL && entry->kind == kind && *entry->note == '\0';
}

/* Opens an entry of that kind in the list of a narrow window: its title is its own. */
static void
open_entry (LegatoEntryKind kind)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title = NULL;
  gboolean opened = FALSE;

  program_collect (LEGATO_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len && !opened; i++)
    {
      g_autoptr (LegatoEntryItem) item = NULL;

      g_object_get (g_ptr_array_index (rows, i), "item", &item, NULL);
      opened = is_wanted (item, kind) && program_click_widget (g_ptr_array_index (rows, i));
    }
  g_assert_true (opened);
  program_wait (find_dialog () != NULL);
  title = g_strdup (gtk_window_get_title (find_dialog ()));
  program_enter (title);
}

static void
see_an_entry (LegatoEntryKind kind, const char *page)
{
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  open_entry (kind);
  visit (page);
  close_dialog ();
}

/* Closes the entry's editor, which asks what is to become of what was chosen. */
static void
discard_entry (void)
{
  gtk_window_close (program_get_entered ());
  program_enter ("Save This Entry?");
  program_click_a (GTK_TYPE_BUTTON, "Discard");
  program_enter ("Legato");
}

static void
see_the_journal (void)
{
  program_key ("alt+3");
  program_see ("New Entry");
  visit ("journal");
  press ("Show Only Some");
  visit ("journal, filters");
  press ("Show Only Some");
  see_an_entry (LEGATO_ENTRY_SESSION, "entry, session");
  see_an_entry (LEGATO_ENTRY_CHECK_IN, "entry, check-in");
  visit ("journal, an entry beside it");
  program_pages_resize (PROGRAM_LEAST_WIDTH);
  press ("Calendar");
  visit ("journal, month");
  act ("win.restore-journal");
  visit_dialog ("Go Back to a Copy");
  press ("New Entry");
  program_enter ("New Entry");
  visit ("entry editor");
  press ("A Massage");
  visit ("entry editor, massage");
  discard_entry ();
  press ("Deleted Entries");
  visit_dialog ("Deleted Entries");
  program_quit ();
}

/* The first row of that type that shows: as a whole it has no name. */
static GtkWidget *
find_row (GtkWidget *widget, GType type)
{
  GtkWidget *row = NULL;

  if (!gtk_widget_get_mapped (widget) || g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_row (child, type);
  return row;
}

static LegatoContext *
get_context (void)
{
  return LEGATO_WINDOW (program_get_window ())->context;
}

static gboolean
is_copied (void)
{
  g_autofree char *folder = legato_journal_get_default_backup_folder ();
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GDateTime) made = legato_journal_get_last_backup (folder, path);

  return made != NULL;
}

static void
open_import (GFile *file)
{
  gtk_window_present (
      GTK_WINDOW (legato_import_window_new (program_get_window (), get_context (), file)));
  program_enter ("Bring In Entries");
}

/* A table whose columns have to be told, as their names say nothing. */
static void
see_an_import (GFile *table)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (table),
                                      "dt,nt\n2026-05-01,ok\n2026-05-02,no\n", -1, NULL));
  open_import (table);
  program_see ("Which column is what?");
  visit ("import, columns");
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (find_row (GTK_WIDGET (program_get_entered ()), ADW_TYPE_COMBO_ROW)), 1);
  press ("See What Would Come In");
  program_see ("What Would Come In");
  visit ("import, preview");
  press ("Bring Them In");
  program_see ("They Are in Your Journal");
  visit ("import, done");
  close_dialog ();
}

static void
see_a_restore (void)
{
  program_wait (is_copied ());
  act ("win.restore-journal");
  program_enter ("Go Back to a Copy");
  program_see ("Choose one to see what would change.");
  visit ("restore, copies");
  g_signal_emit_by_name (find_row (GTK_WIDGET (program_get_entered ()), ADW_TYPE_ACTION_ROW),
                         "activated");
  program_see ("Go Back to This Copy?");
  visit ("restore, question");
  press ("Go Back to This Copy");
  program_see ("Your Journal Is as It Was Then");
  visit ("restore, done");
  close_dialog ();
}

static void
see_the_copies (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "out.json", NULL);
  g_autofree char *table_path = g_build_filename (g_get_user_data_dir (), "in.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) table = g_file_new_for_path (table_path);
  g_autoptr (GFile) far = g_file_new_for_uri ("https://example.org/journal.json");

  program_key ("alt+3");
  program_see ("New Entry");
  legato_journal_actions_export_to (program_get_window (), get_context (), file,
                                    LEGATO_EXPORT_JSON);
  visit_fixed_dialog ("Your Journal Is Exported");
  legato_journal_actions_export_to (program_get_window (), get_context (), far, LEGATO_EXPORT_JSON);
  visit_fixed_dialog ("Your Journal Was Not Exported");
  see_an_import (table);
  open_import (far);
  program_see ("Nothing Was Brought In");
  visit ("import, problem");
  close_dialog ();
  see_a_restore ();
  program_quit ();
}

static void
see_the_damage (void)
{
  program_see ("See What Can Be Saved");
  visit ("legs, damaged journal");
  press ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  program_wait (gtk_widget_is_sensitive (program_scroll_to ("Save It")));
  visit ("what can be saved");
  press ("Save It");
  program_see ("Your Journal Is Open Again");
  visit ("what can be saved, done");
  close_dialog ();
  program_quit ();
}

static void
see_the_trends (void)
{
  program_key ("alt+4");
  program_scroll_to ("Compare");
  visit ("trends");
  press ("Report…");
  visit_dialog ("Report");
  press ("Places");
  visit ("trends of a place");
  press ("Compare");
  visit ("compare");
  program_quit ();
}

static void
see_a_session (void)
{
  visit ("check-in");
  press ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  visit ("prepare");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  visit ("session, countdown");
  program_key ("space");
  program_see ("Step * of *");
  program_key ("space");
  program_see ("Go on");
  visit ("session");
  program_key ("h");
  program_see ("Everything has stopped. What did you feel?");
  visit ("stop");
  press ("It was a sharp pain.");
  visit ("stop, advice");
  program_quit ();
}

static void
see_the_refusal (void)
{
  press ("Short of breath, or chest pain");
  press ("Go On");
  program_see ("Call for help now");
  visit ("refusal");
  program_quit ();
}

static void
see_the_tuning (void)
{
  press ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");
  program_key ("t");
  program_see_a (GTK_TYPE_BUTTON, "Slower");
  visit ("session, tuning");
  program_key ("t");
  program_key ("Escape");
  program_enter ("End this session?");
  visit ("question, ending");
  program_leave_by ("Go On");
  program_quit ();
}

static void
see_the_rating (void)
{
  press ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("How do your legs feel now?");
  visit ("rating");
  program_quit ();
}

static void
see_the_welcome (void)
{
  program_see ("Welcome to Legato");
  visit ("welcome");
  press ("Next");
  visit ("welcome, conditions");
  while (program_find ("None of These, Go On") == NULL)
    press ("Read On");
  press ("None of These, Go On");
  program_see ("Turn your sound on");
  visit ("welcome, sound");
  press ("Show Me the Map");
  for (guint i = 0; i < 4; i++)
    {
      const char *keys[] = { "alt+1", "alt+2", "alt+3", "alt+4" };
      const char *pages[] = { "legs, empty", "routines, empty", "journal, empty", "trends, empty" };
      const char *seen[] = { "Where is it sore?", "Make It", "Nothing Here Yet", "No Values Yet" };

      program_key (keys[i]);
      program_see (seen[i]);
      visit (pages[i]);
    }
  program_quit ();
}

static void
see_the_preferences (void)
{
  const char *const pages[] = { "You", "Places", "Sound", "Remind", "Copies", "Look" };

  act ("win.preferences");
  program_enter ("Preferences");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      press (pages[i]);
      /* It is pale while the day's copy is written. */
      if (g_str_equal (pages[i], "Copies"))
        program_wait (gtk_widget_is_sensitive (program_scroll_to ("Copy Now")));
      visit (pages[i]);
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

static const Journey journeys[] = {
  { "legs", see_the_legs, FALSE, FALSE, FALSE, FALSE, NULL, NULL },
  { "routines", see_the_routines, FALSE, FALSE, FALSE, FALSE, NULL, NULL },
  { "journal", see_the_journal, TRUE, FALSE, FALSE, FALSE, NULL, NULL },
  { "copies", see_the_copies, TRUE, FALSE, FALSE, FALSE, NULL, NULL },
  { "damage", see_the_damage, TRUE, TRUE, FALSE, FALSE, NULL, NULL },
  { "trends", see_the_trends, TRUE, FALSE, FALSE, FALSE, NULL, NULL },
  { "session", see_a_session, FALSE, FALSE, FALSE, FALSE, "--start", "three-minute" },
  { "rating", see_the_rating, FALSE, FALSE, FALSE, FALSE, "--start", "three-minute" },
  { "welcome", see_the_welcome, FALSE, FALSE, TRUE, FALSE, NULL, NULL },
  { "preferences", see_the_preferences, FALSE, FALSE, FALSE, FALSE, NULL, NULL },
  { "help", see_the_help, FALSE, FALSE, FALSE, TRUE, NULL, NULL },
  { "refusal", see_the_refusal, FALSE, FALSE, FALSE, TRUE, "--start", "three-minute" },
  { "tuning", see_the_tuning, FALSE, FALSE, FALSE, TRUE, "--start", "three-minute" },
};

/* The name of the journey is the end of the test's path. */
static void
test_journey (void)
{
  const char *name = strrchr (g_test_get_path (), '/') + 1;
  const Journey *journey = journeys;

  while (!g_str_equal (journey->name, name))
    journey++;
  if (journey->wants_sample)
    make_sample ();
  if (journey->wants_damage)
    program_break_journal ();
  if (journey->wants_welcome)
    {
      g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

      g_settings_set_boolean (settings, "welcomed", FALSE);
    }
  if (journey->body == see_the_rating)
    program_set_tempo (60);
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

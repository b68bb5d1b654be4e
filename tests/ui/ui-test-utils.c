/* ui-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"
#include "legato-person-model-testing.h"
#include "../load-guide.h"

#include <glib/gstdio.h>

#include "painting.h"
#include "ui-log.h"

/* One for all tests of a file: a second could not take its place on the bus. */
static GtkApplication *application;

/* Starts GTK with the program's own looks. */
void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GdkDisplay *display;

  g_test_init (argc, argv, NULL);
  ui_log_init ();
  if (g_getenv ("LEGATO_TEST_SHOTS") != NULL)
    painting_want ();
  adw_init ();
  display = gdk_display_get_default ();
  gtk_css_provider_load_from_resource (style, LEGATO_RESOURCE_ROOT "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    LEGATO_RESOURCE_ROOT "/icons");
}

/* The same. Returns: (transfer full): an application, to be held while the journal writes */
GApplication *
ui_test_init_held (int *argc, char ***argv)
{
  GApplication *held = NULL;

  ui_test_init (argc, argv);
  held = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  g_application_set_default (held);
  return held;
}

/* The same, with an application that the program's own windows belong to. */
void
ui_test_init_application (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  ui_test_init (argc, argv);
  application = gtk_application_new (LEGATO_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

/* Calls keep their order: when these are done, so are the others and what they asked for then. */
void
ui_test_wait_for_journal (LegatoJournal *journal)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 1, 0, &error);

      g_assert_no_error (error);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* Adds @tag to @entry, as another program does: what is tested has not read that yet. */
void
ui_test_tag_elsewhere (LegatoJournal *journal, const LegatoEntry *entry, const char *tag)
{
  g_autoptr (LegatoEntry) tagged = legato_entry_copy (entry);

  legato_entry_add_tag (tagged, tag);
  legato_journal_keep_async (journal, tagged, entry, NULL, NULL, NULL);
}

/* A context whose journal is not open yet. */
LegatoContext *
ui_test_new_context (PageFixture *fixture, const char *path)
{
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (path);

  return legato_context_new (fixture->guide, fixture->shelf, connection);
}

/* As at the start of the program: the journal is open, and the person is read from it. */
LegatoContext *
ui_test_open_context (PageFixture *fixture, const char *path)
{
  LegatoContext *context = ui_test_new_context (fixture, path);

  legato_journal_connection_open (legato_context_get_connection (context));
  while (legato_context_get_journal (context) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_journal (legato_context_get_journal (context));
  return context;
}

/* Opens a copy of the sample journal: a journal writes to what it opens. */
void
page_fixture_set_up (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "sample-journal.db", NULL);
  g_autofree char *shelf = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = NULL;

  fixture->folder = g_dir_make_tmp ("legato-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  fixture->guide = load_guide ();
  shelf = g_build_filename (fixture->folder, "routines", NULL);
  fixture->shelf = legato_routine_shelf_new (fixture->guide, shelf);
  fixture->context = ui_test_open_context (fixture, fixture->path);
  fixture->journal = g_object_ref (legato_context_get_journal (fixture->context));
}

void
page_fixture_tear_down (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (fixture->window != NULL)
    {
      gtk_window_destroy (fixture->window);
      g_clear_object (&fixture->window);
    }
  /* Whoever still waits for an answer holds the journal, and so does a session as long as a picture
   * of its place is being drawn for the media keys: all of them let go of it. */
  g_clear_object (&fixture->context);
  g_clear_object (&fixture->shelf);
  g_object_add_weak_pointer (G_OBJECT (fixture->journal), (gpointer *) &fixture->journal);
  g_object_unref (fixture->journal);
  while (fixture->journal != NULL)
    g_main_context_iteration (NULL, TRUE);
  legato_guide_unref (fixture->guide);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What a window at rest does not do: a transition, a layout, a drawing. */
static const char *const busy_signals[] = { "update", "layout", "paint" };

/* Frames that nobody but ui_test_settle() asks for, in a row, until a window is at rest. */
#define REST_FRAMES 3

/* What moves for ever, as a hand on the map, is not waited for. */
#define MOST_FRAMES 30

typedef struct
{
  guint n_frames;
  guint n_at_rest;
  gboolean busy;
} Rest;

static void
busy_cb (GdkFrameClock *clock, Rest *rest)
{
  rest->busy = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Rest *rest)
{
  rest->n_frames++;
  rest->n_at_rest = rest->busy ? 0 : rest->n_at_rest + 1;
  rest->busy = FALSE;
}

/* Lets layout and transitions come to rest. */
void
ui_test_settle (GtkWindow *window)
{
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
  Rest rest = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (busy_signals); i++)
    g_signal_connect (clock, busy_signals[i], G_CALLBACK (busy_cb), &rest);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &rest);
  while (rest.n_at_rest < REST_FRAMES && rest.n_frames < MOST_FRAMES)
    {
      guint n_frames = rest.n_frames;

      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      while (rest.n_frames == n_frames)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (clock, &rest);
}

static void
present (PageFixture *fixture, GtkWindow *window, int width, int height)
{
  fixture->window = g_object_ref (window);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  painting_stop (window);
  ui_test_settle (window);
}

/* Shows @page in a window of its own. */
void
ui_test_show (PageFixture *fixture, GtkWidget *page, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  /* Newer libadwaita asks for 360 pixels, where nobody says otherwise. */
  gtk_widget_set_size_request (window, width, -1);
  adw_window_set_content (ADW_WINDOW (window), page);
  present (fixture, GTK_WINDOW (window), width, height);
}

/* Shows the program's own window, with the sample journal. */
LegatoWindow *
ui_test_show_window (PageFixture *fixture, int width, int height)
{
  LegatoWindow *window = legato_window_new (application, fixture->context, NULL);

  present (fixture, GTK_WINDOW (window), width, height);
  return window;
}

/* With LEGATO_TEST_SHOTS=FOLDER, writes what @window looks like to FOLDER/NAME.png. */
void
ui_test_shoot (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("LEGATO_TEST_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  ui_test_settle (window);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  /* A chip has a label of its own. */
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  if (GTK_IS_BUTTON (widget))
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (widget));
      GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));

      /* Words that wrap lie in a label of their own. */
      return label == NULL && GTK_IS_LABEL (child) ? gtk_label_get_label (GTK_LABEL (child))
                                                   : label;
    }
  return NULL;
}

/* The first visible descendant of @type, with @text on it unless that is %NULL. */
GtkWidget *
ui_test_find (GtkWidget *widget, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (text == NULL || g_strcmp0 (get_text (widget), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All descendants of @type, seen or not. */
void
ui_test_collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_test_collect (child, type, found);
}

/* Waits for the button that says @label, and presses it. */
void
ui_test_click (GtkWidget *widget, const char *label)
{
  GtkWidget *button;

  while ((button = ui_test_find (widget, GTK_TYPE_BUTTON, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
}

/* Waits until a visible label says @text. */
GtkWidget *
ui_test_wait_for_label (GtkWidget *widget, const char *text)
{
  GtkWidget *label;

  while ((label = ui_test_find (widget, GTK_TYPE_LABEL, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return label;
}

void
ui_test_check_in (PageFixture *fixture, int days_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -days_ago);
  g_autoptr (LegatoCheckIn) answers = legato_check_in_new (at);

  legato_person_model_set_check_in (legato_context_get_person (fixture->context), answers);
}

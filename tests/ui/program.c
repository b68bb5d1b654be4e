/* program.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "legato-application.h"
#include "legato-window.h"
#include "legato-zone-area.h"
#include "xdotool.h"

/* No machine is so busy that it waits as long: what is waited for happens or does not. */
#define PATIENCE_S 1200

/* How soon to look again at what no event tells of, as a file. */
#define LOOK_AGAIN_MS 50

/* Of a caption in a row, the row takes the clicks: so many levels lie between them at most. */
#define SEEN_THROUGH 4

/* A widget is searched in so many rows and columns; the thinnest strip is hit by some. */
#define GRID 24

/* No place is further away by the Tab key. */
#define MOST_TABS 60

/* A busy machine may take so long between both clicks of one. */
#define DOUBLE_CLICK_MS 60000

/* Further, in pixels, than the clicks of one series may lie from each other. */
#define DOUBLE_CLICK_OFFSET 8

/* What no widget is called. */
#define NO_NAME "\001"

static GtkApplication *application;
static GtkWindow *entered; /* the window that is used, borrowed */
static gint64 waited_since;
static ProgramBody running_body;

/* Waiting */

static void
tell_what_is_seen (GtkWidget *widget)
{
  g_autofree char *name = gtk_widget_get_mapped (widget) ? program_get_name (widget) : NULL;

  if (name != NULL && program_is_seen (widget))
    g_printerr ("%s “%s”\n", G_OBJECT_TYPE_NAME (widget), name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_what_is_seen (child);
}

/* LEGATO_TEST_PATIENCE: other seconds than PATIENCE_S, for who writes a test. */
static gboolean
look_again_cb (gpointer what)
{
  const char *wish = g_getenv ("LEGATO_TEST_PATIENCE");
  gint64 patience = wish != NULL ? g_ascii_strtoll (wish, NULL, 10) : PATIENCE_S;

  if (g_get_monotonic_time () - waited_since < patience * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;
  if (entered != NULL)
    tell_what_is_seen (GTK_WIDGET (entered));
  g_error ("waited in vain: %s", (const char *) what);
}

guint
program_wait_begin (const char *what)
{
  waited_since = g_get_monotonic_time ();
  return g_timeout_add (LOOK_AGAIN_MS, look_again_cb, (gpointer) what);
}

void
program_wait_end (guint id)
{
  g_source_remove (id);
}

/* The program */

static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* Root may write everywhere, until it gives that right away: then it is treated as anybody is. */
static void
give_up_rights (char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autofree char *setpriv = g_find_program_in_path ("setpriv");

  if (geteuid () != 0 || setpriv == NULL || g_getenv ("LEGATO_TEST_WITHOUT_RIGHTS") != NULL)
    return;
  g_setenv ("LEGATO_TEST_WITHOUT_RIGHTS", "1", TRUE);
  g_strv_builder_add_many (builder, setpriv, "--bounding-set=-dac_override,-dac_read_search", "--",
                           NULL);
  g_strv_builder_addv (builder, (const char **) argv);
  command = g_strv_builder_end (builder);
  execv (setpriv, command);
}

void
program_test_init (int *argc, char ***argv)
{
  give_up_rights (*argv);
  g_test_init (argc, argv, NULL);
  g_setenv ("LEGATO_AUDIO_SINK", "fakesink sync=true", TRUE);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (!g_file_test (below, G_FILE_TEST_IS_SYMLINK))
        remove_all (below);
      g_assert_cmpint (g_remove (below), ==, 0);
    }
}

/* As if the program had never run here; only in the home that tests/with-display makes. */
static void
forget_everything (void)
{
  g_assert_nonnull (strstr (g_get_user_data_dir (), "/legato-test."));
  remove_all (g_get_user_data_dir ());
  remove_all (g_get_user_state_dir ());
  reset_settings ();
}

/* Without xdotool, which gives keys to the window, none can run. */
static void
test_cb (gconstpointer data)
{
  if (!xdotool_is_there ())
    return;
  forget_everything ();
  ((ProgramBody) data) ();
}

void
program_test_add (const char *path, ProgramBody test)
{
  g_test_add_data_func (path, test, test_cb);
}

/* The program's main window, or %NULL. */
GtkWindow *
program_get_window (void)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LEGATO_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static GtkWindow *
find_window (const char *title)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window))
          && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

gboolean
program_has_window (const char *title)
{
  return find_window (title) != NULL;
}

/* How xdotool finds the window of that title. */
static char *
dup_search (const char *title)
{
  g_autofree char *escaped = g_regex_escape_string (title, -1);
  g_autofree char *pattern = g_strdup_printf ("^%s$", escaped);
  g_autofree char *quoted = g_shell_quote (pattern);

  return g_strdup_printf ("search --all --onlyvisible --sync --pid %d --name %s", (int) getpid (),
                          quoted);
}

/* Goes on in the window of that title, as soon as it is there: a dialog, or "Legato". Without a
 * window manager nobody else gives it the keyboard. */
void
program_enter (const char *title)
{
  g_autofree char *search = dup_search (title);

  program_wait (find_window (title) != NULL);
  entered = find_window (title);
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (entered)));
  xdotool_run ("%s windowfocus --sync", search);
  program_wait (gtk_window_is_active (entered));
}

/* Presses a button that closes the present window, and waits until it has closed. */
void
program_leave_by (const char *button)
{
  g_autofree char *what = g_strdup_printf ("'%s' to close the window", button);
  gpointer closing = entered;
  guint id;

  g_object_add_weak_pointer (G_OBJECT (closing), &closing);
  program_click_a (GTK_TYPE_BUTTON, button);
  entered = NULL;
  id = program_wait_begin (what);
  while (closing != NULL && gtk_widget_get_mapped (closing))
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
  if (closing != NULL)
    g_object_remove_weak_pointer (G_OBJECT (closing), &closing);
}

/* Goes on in a window that was there before, as soon as the present one has closed. */
void
program_back_to (const char *title)
{
  g_autofree char *closing = g_strdup (gtk_window_get_title (entered));

  program_wait (!program_has_window (closing));
  program_enter (title);
}

static gboolean
body_cb (gpointer data)
{
  program_wait (program_get_window () != NULL
                && gtk_widget_get_mapped (GTK_WIDGET (program_get_window ())));
  program_enter ("Legato");
  running_body ();
  return G_SOURCE_REMOVE;
}

static GStrv
collect_arguments (const char *program, const char *first, va_list args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, program);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_strv_builder_add (builder, argument);
  return g_strv_builder_end (builder);
}

/* What slides or fades is at once where it goes to, and two clicks of a hurried hand are two. */
static void
startup_cb (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-double-click-time", 1, NULL);
}

/* Starts the program with these arguments, does what @body does once its window is there, and
 * returns when the program has ended, well. */
void
program_run (ProgramBody body, ...)
{
  g_auto (GStrv) argv = NULL;
  va_list args;

  va_start (args, body);
  argv = collect_arguments ("legato", va_arg (args, const char *), args);
  va_end (args);

  application = GTK_APPLICATION (legato_application_new ());
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), NULL);
  running_body = body;
  g_idle_add (body_cb, NULL);
  g_assert_cmpint (
      g_application_run (G_APPLICATION (application), (int) g_strv_length (argv), argv), ==, 0);
  entered = NULL;
  g_assert_finalize_object (application);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Starts the program once more, which hands on to the one that runs. Returns: its exit status, and
 * what it wrote, as "2 there is no…" */
char *
program_run_another (const char *first, ...)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  va_list args;

  va_start (args, first);
  argv = collect_arguments (g_getenv ("LEGATO_PROGRAM"), first, args);
  va_end (args);
  process =
      g_subprocess_newv ((const char *const *) argv,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &result);
  program_wait (result != NULL);
  g_subprocess_communicate_utf8_finish (process, result, &output, NULL, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%d %s", g_subprocess_get_exit_status (process), output);
}

/* As Ctrl+Q does. */
void
program_quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

static void
see_empty_journal (void)
{
  gtk_widget_activate_action (GTK_WIDGET (entered), "win.page", "s", "journal");
  program_see ("Nothing Here Yet");
  program_quit ();
}

/* Leaves a journal as the program makes it at its first start. */
void
program_make_journal (void)
{
  program_run (see_empty_journal, NULL);
}

/* What is seen */

/* What a screen reader calls @widget by itself, or %NULL. */
char *
program_get_name (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return GTK_IS_LABEL (widget) ? g_strdup (gtk_label_get_text (GTK_LABEL (widget))) : NULL;
  /* Where it differs, this says what it is. */
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             NO_NAME, NULL);
}

static gboolean
is_above (GtkWidget *widget, GtkWidget *other, int levels)
{
  for (GtkWidget *above = other; above != NULL && levels >= 0;
       above = gtk_widget_get_parent (above), levels--)
    if (above == widget)
      return TRUE;
  return FALSE;
}

/* Whether a pointer on it would point at it: it is on the page that shows, and not scrolled out of
 * sight. */
gboolean
program_is_seen (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  const double places[][2] = { { width / 2, height / 2 },
                               { width / 2, height / 5 },
                               { MIN (4, width / 4), height / 2 } };

  if (!gtk_widget_get_mapped (widget) || width <= 0 || height <= 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x, y;
      GtkWidget *top = NULL;

      if (gtk_widget_translate_coordinates (widget, root, places[i][0], places[i][1], &x, &y))
        top = gtk_widget_pick (root, x, y, GTK_PICK_INSENSITIVE);
      if (top != NULL && (is_above (widget, top, G_MAXINT) || is_above (top, widget, SEEN_THROUGH)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_at (GtkWidget *widget, double x, double y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  return gtk_widget_translate_coordinates (widget, root, x, y, &x, &y)
         && gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT) == widget;
}

/* Finds a place, as near to the middle as can be, where a pointer is on @widget, also @margin
 * pixels beside it. Returns: whether there is one */
gboolean
program_find_point (GtkWidget *widget, int margin, double *x, double *y)
{
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double nearest = G_MAXDOUBLE;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (int row = 0; row < GRID; row++)
    for (int column = 0; column < GRID; column++)
      {
        double at_x = width * (2 * column + 1) / (2 * GRID);
        double at_y = height * (2 * row + 1) / (2 * GRID);
        double away = ABS (at_x - width / 2) + ABS (at_y - height / 2);

        if (away < nearest && is_at (widget, at_x, at_y) && is_at (widget, at_x - margin, at_y)
            && is_at (widget, at_x + margin, at_y) && is_at (widget, at_x, at_y - margin)
            && is_at (widget, at_x, at_y + margin))
          {
            nearest = away;
            *x = at_x;
            *y = at_y;
          }
      }
  return nearest < G_MAXDOUBLE;
}

static gboolean
fits (GtkWidget *widget, GType type, const char *pattern)
{
  g_autofree char *name = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), type))
    return FALSE;
  name = program_get_name (widget);
  return name != NULL && g_pattern_match_simple (pattern, name);
}

static void
collect (GtkWidget *widget, GType type, const char *pattern, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (fits (widget, type, pattern) && program_is_seen (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, pattern, found);
}

/* All of that type and name that are on the screen, in the order of the window. */
GPtrArray *
program_list (GType type, const char *pattern)
{
  GPtrArray *found = g_ptr_array_new ();

  if (entered != NULL)
    collect (GTK_WIDGET (entered), type, pattern, found);
  return found;
}

static void
collect_below (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_below (child, type, found);
}

/* All of that type in the program's window, seen or not. */
void
program_collect (GType type, GPtrArray *found)
{
  collect_below (GTK_WIDGET (program_get_window ()), type, found);
}

/* How many of that type and name are on the screen. */
guint
program_count (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  return found->len;
}

/* What is called like @pattern, which may hold "*" and "?", on the screen now, or %NULL. */
GtkWidget *
program_find_a (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

GtkWidget *
program_find (const char *pattern)
{
  return program_find_a (GTK_TYPE_WIDGET, pattern);
}

static GtkWidget *
find_mapped (GtkWidget *widget, const char *pattern)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (fits (widget, GTK_TYPE_WIDGET, pattern))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, pattern);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Scrolls the page until what is called like @pattern is in sight, as with the wheel; again where
 * the page is laid out anew meanwhile. */
GtkWidget *
program_scroll_to (const char *pattern)
{
  GtkWidget *seen = NULL;
  guint id = program_wait_begin (pattern);

  while ((seen = program_find (pattern)) == NULL)
    {
      GtkWidget *found = entered != NULL ? find_mapped (GTK_WIDGET (entered), pattern) : NULL;
      GtkWidget *view = found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_VIEWPORT) : NULL;
      graphene_rect_t bounds;

      if (view != NULL
          && gtk_widget_compute_bounds (found, gtk_viewport_get_child (GTK_VIEWPORT (view)),
                                        &bounds))
        gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                                  bounds.origin.y + bounds.size.height / 2
                                      - gtk_widget_get_height (view) / 2.0);
      g_main_context_iteration (NULL, TRUE);
    }
  program_wait_end (id);
  return seen;
}

/* Waits until it is on the screen. */
GtkWidget *
program_see_a (GType type, const char *pattern)
{
  GtkWidget *found = NULL;
  g_autofree char *what = g_strdup_printf ("'%s' on the screen", pattern);
  guint id = program_wait_begin (what);

  while ((found = program_find_a (type, pattern)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
  return found;
}

GtkWidget *
program_see (const char *pattern)
{
  return program_see_a (GTK_TYPE_WIDGET, pattern);
}

void
program_see_no (const char *pattern)
{
  g_autofree char *what = g_strdup_printf ("no '%s' on the screen", pattern);
  guint id = program_wait_begin (what);

  while (program_find (pattern) != NULL)
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
}

/* Hands */

/* What a click on @widget does: it may be a caption in what takes the click. Returns: whether
 * anything took it */
gboolean
program_click_widget (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget))
    return FALSE;
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      if (LEGATO_IS_ZONE_AREA (above) && gtk_widget_activate_action (above, "zone.select", NULL))
        return TRUE;
      if (GTK_IS_BUTTON (above) || GTK_IS_LIST_BOX_ROW (above))
        {
          g_signal_emit_by_name (above, GTK_IS_BUTTON (above) ? "clicked" : "activate");
          return TRUE;
        }
      if (gtk_widget_activate (above))
        return TRUE;
    }
  return FALSE;
}

static gboolean
click_any (GType type, const char *pattern)
{
  g_autoptr (GPtrArray) found = program_list (type, pattern);

  for (guint i = 0; i < found->len; i++)
    if (program_click_widget (g_ptr_array_index (found, i)))
      return TRUE;
  return FALSE;
}

/* Clicks on it as soon as it is there and takes clicks. */
void
program_click_a (GType type, const char *pattern)
{
  g_autofree char *what = g_strdup_printf ("'%s' to be clicked", pattern);
  guint id = program_wait_begin (what);

  while (!click_any (type, pattern))
    g_main_context_iteration (NULL, TRUE);
  program_wait_end (id);
}

void
program_click (const char *pattern)
{
  program_click_a (GTK_TYPE_WIDGET, pattern);
}

/* Moves the pointer to a place in @widget; then xdotool does what @then says, as "click 1". */
void
program_move_pointer (GtkWidget *widget, double x, double y, const char *then)
{
  GtkNative *native = GTK_NATIVE (gtk_widget_get_root (widget));
  int scale = gtk_widget_get_scale_factor (widget);
  g_autofree char *search = dup_search (gtk_window_get_title (GTK_WINDOW (native)));
  double left, top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y));
  xdotool_run ("%s mousemove --window %%1 %d %d %s", search, (int) (left + x) * scale,
               (int) (top + y) * scale, then);
}

/* Clicks with the pointer in the middle of a button, as soon as it is there and takes clicks. */
void
program_point_at (const char *pattern)
{
  GtkWidget *button = program_see_a (GTK_TYPE_BUTTON, pattern);

  program_wait (gtk_widget_is_sensitive (button));
  program_move_pointer (button, gtk_widget_get_width (button) / 2.0,
                        gtk_widget_get_height (button) / 2.0, "click 1");
}

/* Clicks twice on a button, as a person who double-clicks whatever there is; all that comes of it
 * has happened when this returns. */
void
program_double_click (const char *pattern)
{
  static int side = 1;
  GtkWidget *button = program_see (pattern);

  if (program_find_a (GTK_TYPE_BUTTON, pattern) != NULL)
    button = program_find_a (GTK_TYPE_BUTTON, pattern);
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", DOUBLE_CLICK_MS, NULL);
  program_wait (gtk_widget_is_sensitive (button));
  /* Beside where the last one was, or both would be one series of four. */
  side = -side;
  program_move_pointer (button, gtk_widget_get_width (button) / 2.0 + side * DOUBLE_CLICK_OFFSET,
                        gtk_widget_get_height (button) / 2.0, "click --repeat 2 --delay 20 1");
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (entered)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Does what the Tab key does, until the keyboard is on what is called so. */
void
program_tab_to (const char *pattern, GtkDirectionType direction)
{
  for (guint i = 0; i < MOST_TABS; i++)
    {
      if (program_is_focus (pattern))
        return;
      g_signal_emit_by_name (entered, "move-focus", direction);
    }
  g_error ("Tab does not lead to '%s'", pattern);
}

/* Presses these keys, as xdotool names them. */
void
program_key (const char *keys)
{
  xdotool_run ("key --delay 20 %s", keys);
}

void
program_type (const char *text)
{
  g_autofree char *quoted = g_shell_quote (text);

  xdotool_run ("type --delay 20 %s", quoted);
}

GtkWidget *
program_get_focus (void)
{
  return entered != NULL ? gtk_window_get_focus (entered) : NULL;
}

/* Whether the keyboard is on what is called so. */
gboolean
program_is_focus (const char *pattern)
{
  for (GtkWidget *child = program_get_focus (); child != NULL;
       child = gtk_widget_get_first_child (child))
    {
      g_autofree char *name = program_get_name (child);

      if (name != NULL)
        return g_pattern_match_simple (pattern, name);
    }
  return FALSE;
}

/* Whether a screen reader is told @text where the keyboard is. */
gboolean
program_is_told (const char *text)
{
  GtkWidget *focus = program_get_focus ();
  g_autofree char *told = NULL;

  if (focus == NULL
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (focus),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return FALSE;
  told = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, NO_NAME, NULL);
  return told != NULL && strstr (told, text) != NULL;
}

/* What it wrote */

char *
program_get_journal_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "legato", "journal.db", NULL);
}

/* Asks the journal's file behind the program's back. Returns: its rows, as "1|two; 3|", or NULL
 * with what is wrong, such as a journal that has not been made yet */
static char *
ask (const char *sql, char **problem)
{
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GString) rows = g_string_new (NULL);
  const char *rest = sql;
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);

  sqlite3_busy_timeout (db, PATIENCE_S * 1000);
  while (result == SQLITE_OK && *rest != '\0')
    {
      sqlite3_stmt *stmt = NULL;

      result = sqlite3_prepare_v2 (db, rest, -1, &stmt, &rest);
      while (result == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
        {
          if (rows->len > 0)
            g_string_append (rows, "; ");
          for (int i = 0; i < sqlite3_column_count (stmt); i++)
            {
              const char *text = (const char *) sqlite3_column_text (stmt, i);

              g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "");
            }
        }
      if (result == SQLITE_OK)
        result = sqlite3_finalize (stmt);
    }
  *problem = result == SQLITE_OK ? NULL : g_strdup (sqlite3_errmsg (db));
  sqlite3_close (db);
  return result == SQLITE_OK ? g_string_free (g_steal_pointer (&rows), FALSE) : NULL;
}

/* Asks the journal's file, or changes it while no program runs. */
char *
program_query (const char *sql)
{
  g_autofree char *problem = NULL;
  char *answer = ask (sql, &problem);

  if (answer == NULL)
    g_error ("%s: %s", sql, problem);
  return answer;
}

/* Returns: whether the journal says so by now; one that the program has yet to make says nothing */
gboolean
program_answers (const char *sql, const char *expected)
{
  g_autofree char *problem = NULL;
  g_autofree char *answer = ask (sql, &problem);

  return g_strcmp0 (answer, expected) == 0;
}

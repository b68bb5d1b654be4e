/* test-program-own-routine.c: a routine of one's own: built, changed, undone, kept, started,
 * shared, opened again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.h"
#include "shelf-fixture.h"

#include "legato-step-row.h"
#include "xdotool.h"

#define EDITOR "Your Routine"
#define BALANCE "Left leg 1 minute 30 seconds, Right leg 1 minute 30 seconds"
#define IMPORT "Keep This Routine?"
#define SAVE_CHANGES "Save Your Changes?"
#define UNREADABLE "This File Cannot Be Read as a Routine"
#define MORE_CIRCULATION "More for “Circulation”"
#define MORE "More for “Calm calves”"

/* The files of routines that are kept. */
static GPtrArray *
list_kept (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shelf = shelf_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (shelf, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".legato"))
      g_ptr_array_add (files, g_build_filename (shelf, name, NULL));
  return files;
}

static void
assert_one_kept_with_three_steps (void)
{
  g_autoptr (GPtrArray) files = list_kept ();
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (g_file_get_contents (g_ptr_array_index (files, 0), &contents, NULL, NULL));
  parts = g_strsplit (contents, "<step", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
}

/* Returns: the file */
static char *
put_text_on_the_shelf (const char *text)
{
  g_autofree char *shelf = shelf_get_folder ();
  char *path = g_build_filename (shelf, "own-calm.legato", NULL);

  g_assert_cmpint (g_mkdir_with_parents (shelf, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Puts a routine where it is when the program starts. Returns: its file */
static char *
put_on_the_shelf (void)
{
  return put_text_on_the_shelf (shelf_calm_calves);
}

static gboolean
has_steps (const char *expected)
{
  g_autoptr (GPtrArray) rows = program_list (LEGATO_TYPE_STEP_ROW, "*");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = program_get_name (g_ptr_array_index (rows, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_str_equal (names->str, expected);
}

/* A new step has no place but the one that is chosen for it. */
static void
add_step (void)
{
  program_click ("Add a Step");
  program_see ("Tap at least one place.");
  program_click_a (GTK_TYPE_BUTTON, "Calf");
  program_see_no ("Tap at least one place.");
  program_key ("Escape");
  program_see ("Add a Step");
}

static gboolean
can_save (void)
{
  return gtk_widget_is_sensitive (program_see_a (GTK_TYPE_BUTTON, "Save"));
}

/* A step that has no place is not added, and one that had some keeps what it had; meanwhile it says
 * what is missing. */
static void
leave_places_open (void)
{
  program_click ("Add a Step");
  program_see ("Tap at least one place.");
  g_assert_false (can_save ());
  program_key ("Escape");
  program_wait (program_is_focus ("Add a Step"));
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));
  g_assert_true (can_save ());

  program_click_a (LEGATO_TYPE_STEP_ROW, "2. Kneading");
  program_click_a (GTK_TYPE_BUTTON, "Calf");
  program_see ("Tap at least one place.");
  g_assert_false (can_save ());
  program_click ("Back to the Routine");
  program_see ("0:30 · Calf · Light · Work");
  g_assert_true (can_save ());
}

static void
build_calm_calves (void)
{
  program_key ("alt+2");
  program_click ("New Routine");
  program_enter (EDITOR);
  program_see ("There is no step yet. Add a first step.");
  /* Its name is what the keyboard is on, to be written over. */
  program_wait (GTK_IS_TEXT (program_get_focus ()));
  program_type ("Calm calves");
  program_wait (
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (program_get_focus ())), "Calm calves"));
  for (guint i = 0; i < 3; i++)
    add_step ();
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));
  program_see ("3 minutes");
  program_see ("Ready to be started.");
  /* In figures a screen reader would take it for times of day. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (program_see_a (GTK_TYPE_LABEL, BALANCE))), ==,
                   "Left leg 1:30 · Right leg 1:30");
}

static void
raise_cb (gboolean *flag)
{
  *flag = TRUE;
}

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_controller (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
handle_events (void)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL));
}

/* Takes the handle at the start of one row and lets it go on the other. Each move is a little
 * further, until it was seen. */
static void
drag (const char *name, const char *target)
{
  GtkWidget *row = program_see_a (LEGATO_TYPE_STEP_ROW, name);
  GtkWidget *other = program_see_a (LEGATO_TYPE_STEP_ROW, target);
  GtkDragSource *source = find_controller (row, GTK_TYPE_DRAG_SOURCE);
  GtkDropTarget *drop = find_controller (other, GTK_TYPE_DROP_TARGET);
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  gboolean begun = FALSE;
  guint id = program_wait_begin ("a row to be dragged");
  double x = gtk_widget_get_width (handle) / 2.0;
  double y = gtk_widget_get_height (handle) / 2.0;

  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (raise_cb), &begun);
  program_move_pointer (handle, x, y, "mousedown 1");
  for (int i = 0; !begun; i = (i + 1) % 20)
    {
      program_move_pointer (handle, x, y + i * 2, "");
      handle_events ();
    }
  for (int i = 0; gtk_drop_target_get_current_drop (drop) == NULL; i = (i + 1) % 4)
    {
      program_move_pointer (other, 18, gtk_widget_get_height (other) / 2.0 + i, "");
      handle_events ();
    }
  program_wait_end (id);
  xdotool_run ("mouseup 1");
  g_signal_handlers_disconnect_by_data (source, &begun);
}

static void
build_and_change (void)
{
  build_calm_calves ();
  leave_places_open ();

  /* Moved up, a step breaks a rule, and is told so; undone, it does not. */
  program_tab_to ("2. Kneading", GTK_DIR_TAB_FORWARD);
  program_key ("alt+Up");
  program_wait (has_steps ("1. Kneading, 2. Gliding, 3. Gliding"));
  program_see ("Each leg starts with light gliding. *");
  program_wait (program_is_focus ("1. Kneading"));
  program_key ("ctrl+z");
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));
  program_see ("Ready to be started.");
  program_key ("ctrl+shift+z");
  program_wait (has_steps ("1. Kneading, 2. Gliding, 3. Gliding"));
  program_key ("ctrl+z");
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));
  drag ("2. Kneading", "3. Gliding");
  program_wait (has_steps ("1. Gliding, 2. Gliding, 3. Kneading"));
  program_key ("ctrl+z");
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));

  /* The step has what its place bears, and no more. */
  program_click_a (LEGATO_TYPE_STEP_ROW, "2. Kneading");
  program_see_a (GTK_TYPE_BUTTON, "Calf");
  g_assert_null (program_find_a (GTK_TYPE_BUTTON, "Shin"));
  program_click_a (GTK_TYPE_BUTTON, "Front thigh");
  program_click ("Back to the Routine");
  program_see ("0:30 · Calf to Front thigh · Light · Work");
  /* Which a screen reader would take for half past midnight. */
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (program_find_a (LEGATO_TYPE_STEP_ROW, "2. Kneading")),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "30 seconds · Calf to Front thigh · Light · Work",
      NULL));

  program_leave_by ("Save");
  program_enter ("Legato");
  program_see_a (GTK_TYPE_LABEL, "Calm calves");
  assert_one_kept_with_three_steps ();
  program_quit ();
}

static void
test_built_changed_and_kept (void)
{
  program_run (build_and_change, NULL);
}

static gboolean
is_in_menu (void)
{
  GtkWidget *focus = program_get_focus ();

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) != NULL;
}

/* Chooses in a menu, by keys: the first entry with no downs. What opens it is called by a name, not
 * the whole around it. */
static void
choose_in_menu (const char *button, guint downs)
{
  GtkWidget *toggle = program_see_a (GTK_TYPE_TOGGLE_BUTTON, button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (toggle, GTK_TYPE_MENU_BUTTON)));
  program_wait (is_in_menu ());
  while (downs-- > 0)
    program_key ("Down");
  program_key ("Return");
}

static gboolean
is_same (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && g_str_equal (contents, expected);
}

static void
share_and_delete (void)
{
  g_autofree char *shared = g_build_filename (g_get_user_data_dir (), "shared.legato", NULL);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *answer = NULL;

  program_key ("alt+2");
  choose_in_menu (MORE, 2);
  program_enter ("Share a Routine");
  program_key ("ctrl+a");
  program_type (shared);
  program_key ("Return");
  program_back_to ("Legato");
  program_wait (is_same (shared, shelf_calm_calves));

  /* Deleted, and put back. */
  choose_in_menu (MORE, 3);
  program_wait (program_find_a (GTK_TYPE_LABEL, "Calm calves") == NULL);
  kept = list_kept ();
  g_assert_cmpuint (kept->len, ==, 0);
  program_click ("Undo");
  program_see_a (GTK_TYPE_LABEL, "Calm calves");

  /* What somebody sends is shown before it is kept. */
  answer = program_run_another (shared, NULL);
  g_assert_cmpstr (answer, ==, "0 ");
  program_enter (IMPORT);
  program_see ("Calm calves");
  program_see ("You have this routine already, just as it is here.");
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (gtk_widget_get_ancestor (program_see_a (GTK_TYPE_LABEL, "3 minutes"),
                                               ADW_TYPE_ACTION_ROW)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, BALANCE, NULL));
  program_see ("2. Kneading");
  program_leave_by ("Keep Both");
  program_enter ("Legato");
  program_wait (program_count (GTK_TYPE_LABEL, "Calm calves") == 2);
  program_quit ();
}

static void
test_shared_deleted_and_opened_again (void)
{
  g_autofree char *kept = put_on_the_shelf ();

  program_run (share_and_delete, NULL);
}

static void
start_and_save (void)
{
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_wait (
      program_answers ("SELECT routine, planned_s, completed FROM entry", "own-calm|180|1"));
  program_quit ();
}

static void
massage_calm_calves (void)
{
  program_click ("All Fine, Go On");
  start_and_save ();
}

static void
test_started_like_any_other (void)
{
  g_autofree char *kept = put_on_the_shelf ();

  program_set_tempo (60);
  program_run (massage_calm_calves, "--start", "own-calm", NULL);
}

/* Of what somebody was given there is no length to choose, also for who is used to another. */
static void
look_at_lengths (void)
{
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Length");
  program_see ("10 minutes");
  program_quit ();
}

static void
massage_as_given (void)
{
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_see_a (GTK_TYPE_LABEL, "Calm calves");
  g_assert_null (program_find ("Length"));
  start_and_save ();
}

static void
test_followed_as_given (void)
{
  g_autoptr (GString) given = g_string_new (shelf_calm_calves);
  g_autofree char *kept = NULL;
  g_autofree char *answer = NULL;

  g_assert_cmpuint (g_string_replace (given, "<leg>",
                                      "<given times-a-week=\"3\">Anna Weber</given>\n    <leg>", 1),
                    ==, 1);
  kept = put_text_on_the_shelf (given->str);
  program_make_journal ();
  answer = program_query ("INSERT OR REPLACE INTO profile (id, asked, weekly_goal, usual_minutes) "
                          "VALUES (1, 1, 3, 10)");
  program_run (look_at_lengths, "--start", "circulation", NULL);
  program_set_tempo (60);
  program_run (massage_as_given, "--start", "own-calm", NULL);
}

static void
leave_with_changes (void)
{
  build_calm_calves ();
  program_key ("Escape");
  program_enter (SAVE_CHANGES);
  program_leave_by ("Go On Editing");
  program_enter (EDITOR);
  program_key ("Escape");
  program_enter (SAVE_CHANGES);
  program_leave_by ("Save");
  program_wait (!program_has_window (EDITOR));
  program_enter ("Legato");
  program_see_a (GTK_TYPE_LABEL, "Calm calves");

  choose_in_menu (MORE, 0);
  program_enter (EDITOR);
  program_tab_to ("1. Gliding", GTK_DIR_TAB_FORWARD);
  /* Also where the letters of the keyboard are locked as capitals. */
  program_key ("Caps_Lock");
  program_key ("ctrl+d");
  program_wait (has_steps ("1. Gliding, 2. Gliding, 3. Kneading, 4. Gliding"));
  program_key ("Caps_Lock");
  program_key ("ctrl+z");
  program_wait (has_steps ("1. Gliding, 2. Kneading, 3. Gliding"));
  program_tab_to ("1. Gliding", GTK_DIR_TAB_FORWARD);
  program_key ("Delete");
  program_wait (has_steps ("1. Kneading, 2. Gliding"));
  program_key ("Escape");
  program_enter (SAVE_CHANGES);
  program_leave_by ("Discard");
  program_wait (!program_has_window (EDITOR));
  program_enter ("Legato");
  assert_one_kept_with_three_steps ();
  program_quit ();
}

static void
test_changes_are_not_lost_unasked (void)
{
  program_run (leave_with_changes, NULL);
}

static void
type_seconds (const char *seconds)
{
  GtkWidget *field = program_see_a (GTK_TYPE_SPIN_BUTTON, "Seconds");

  gtk_widget_grab_focus (field);
  program_type (seconds);
  program_wait (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), seconds));
}

/* Also when Enter was not pressed after it, a number that was typed is one of the changes. */
static void
leave_a_typed_number (void)
{
  program_key ("alt+2");
  choose_in_menu (MORE, 0);
  program_enter (EDITOR);
  program_click_a (LEGATO_TYPE_STEP_ROW, "2. Kneading");
  type_seconds ("45");
  gtk_window_close (program_get_entered ());
  program_enter (SAVE_CHANGES);
  program_leave_by ("Go On Editing");
  program_enter (EDITOR);
  type_seconds ("50");
  program_key ("Escape");
  program_see ("0:50 · Calf · Light · Work");
  program_wait (program_is_focus ("2. Kneading"));
  program_key ("Escape");
  program_enter (SAVE_CHANGES);
  program_leave_by ("Discard");
  program_enter ("Legato");
  program_quit ();
}

static void
test_a_typed_number_is_not_lost (void)
{
  g_autofree char *kept = put_on_the_shelf ();

  program_run (leave_a_typed_number, NULL);
}

static void
keep_what_breaks_rules (void)
{
  program_enter (IMPORT);
  program_see ("You can keep it and change it, but not start it as it is:*");
  program_leave_by ("Keep");
  program_enter ("Legato");
  program_click_a (GTK_TYPE_LABEL, "Never");
  program_enter ("Not Ready to Be Started");
  program_leave_by ("Change It");
  program_enter (EDITOR);
  program_see_a (LEGATO_TYPE_STEP_ROW, "1. Tapping");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_a_draft_says_why_it_cannot_be_started (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "guide", "fuzz-corpus", "breaks-rules.legato", NULL);

  program_run (keep_what_breaks_rules, path, NULL);
}

static char *folder; /* with files that are no routines */

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
put (const char *name, const char *contents, gssize length)
{
  g_autofree char *path = in_folder (name);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
open_what_is_no_routine (void)
{
  static const char *const texts[] = {
    "evil.legato:1: only elements, text and comments may stand in a guide file",
    "nul.legato:1: this is not UTF-8 text",
    "large.legato:1: the file is too large",
    "“folder.legato” is a folder, not the file of a routine.",
    "“zero.legato” is no plain file.",
    "“pipe.legato” is no plain file.",
  };
  g_autofree char *gone = in_folder ("gone.legato");
  g_autofree char *answer = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      program_enter (UNREADABLE);
      program_see (texts[i]);
      program_leave_by ("Close");
    }
  program_enter ("Legato");
  answer = program_run_another (gone, NULL);
  g_assert_cmpstr (answer, ==, "0 ");
  program_enter (UNREADABLE);
  program_leave_by ("Close");
  program_enter ("Legato");
  kept = list_kept ();
  g_assert_cmpuint (kept->len, ==, 0);
  program_quit ();
}

static void
test_files_that_are_no_routines (void)
{
  g_autofree char *large = g_strnfill (300000, ' ');
  g_autofree char *evil = NULL;
  g_autofree char *nul = NULL;
  g_autofree char *large_path = NULL;
  g_autofree char *below = NULL;
  g_autofree char *zero = NULL;
  g_autofree char *pipe = NULL;

  folder = g_build_filename (g_get_user_data_dir (), "files", NULL);
  below = in_folder ("folder.legato");
  zero = in_folder ("zero.legato");
  pipe = in_folder ("pipe.legato");
  evil = in_folder ("evil.legato");
  nul = in_folder ("nul.legato");
  large_path = in_folder ("large.legato");
  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  put ("evil.legato", "<!DOCTYPE a [<!ENTITY b \"c\">]><guide version=\"1\"/>", -1);
  put ("nul.legato", "<guide version=\"1\">\0</guide>", 28);
  put ("large.legato", large, -1);
  g_assert_cmpint (symlink ("/dev/zero", zero), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  program_run (open_what_is_no_routine, evil, nul, large_path, below, zero, pipe, NULL);
  g_free (folder);
}

static void
keep_what_was_made (void)
{
  program_key ("alt+2");
  program_click ("Make It");
  program_click ("All Fine, Go On");
  program_see ("Step by step");
  /* It ends with the usual rest, as a routine of that length does. */
  program_see ("*, 20 minutes with the rest");
  program_scroll_to ("Keep as a routine of yours…");
  program_click ("Keep as a routine of yours…");
  program_enter (EDITOR);
  program_see ("Ready to be started.");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_key ("Escape");
  program_see ("Your Routines");
  program_see (MORE_CIRCULATION);
  program_quit ();
}

static void
test_what_was_made_is_kept (void)
{
  g_autoptr (GPtrArray) files = NULL;

  program_run (keep_what_was_made, NULL);
  files = list_kept ();
  g_assert_cmpuint (files->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/own-routine/" name, test)
  ADD ("built-changed-and-kept", test_built_changed_and_kept);
  ADD ("shared-deleted-and-opened-again", test_shared_deleted_and_opened_again);
  ADD ("started-like-any-other", test_started_like_any_other);
  ADD ("followed-as-given", test_followed_as_given);
  ADD ("changes-are-not-lost-unasked", test_changes_are_not_lost_unasked);
  ADD ("a-typed-number-is-not-lost", test_a_typed_number_is_not_lost);
  ADD ("a-draft-says-why-it-cannot-be-started", test_a_draft_says_why_it_cannot_be_started);
  ADD ("what-was-made-is-kept", test_what_was_made_is_kept);
  ADD ("files-that-are-no-routines", test_files_that_are_no_routines);
  return g_test_run ();
}

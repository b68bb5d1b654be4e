/* test-program-journal.c: entries are written, corrected, deleted and found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-entry-editor.h"
#include "legato-follow-up-card.h"
#include "legato-journal.h"
#include "legato-zone-area.h"

#define RATINGS                                                                                    \
  "SELECT kind, told, rating.leg, rating.zone, moment, value FROM rating"                          \
  " JOIN entry ON entry.id = entry ORDER BY entry.id, position"
#define NOTES "SELECT note FROM entry WHERE deleted_us IS NULL ORDER BY id"

static void
rate (const char *place, guint value)
{
  g_autofree char *number = g_strdup_printf ("%s: %u of 10", place, value);

  program_scroll_to (number);
  program_click (number);
}

static gboolean
is_written (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *written = NULL;

  g_object_get (buffer, "text", &written, NULL);
  return g_str_equal (written, text);
}

static void
write_note (const char *text)
{
  GtkTextView *note = GTK_TEXT_VIEW (program_scroll_to ("Your note"));

  gtk_widget_grab_focus (GTK_WIDGET (note));
  program_type (text);
  program_wait (is_written (note, text));
}

static void
write_first_entry (void)
{
  program_click ("Write the First Entry");
  program_enter ("New Entry");
  /* Nothing said is nothing to save. */
  program_click ("Save");
  program_see ("There is nothing to save yet. Tap a place, or write a note.");
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  rate ("Left front thigh", 4);
  program_scroll_to ("Left leg: Heaviness");
  program_click ("Left leg: Heaviness");
  rate ("Left leg: Heaviness", 6);
  program_scroll_to ("Long day standing");
  program_click ("Long day standing");
  write_note ("stairs");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Saved in your journal");
  program_see ("How your legs felt");
  program_see ("Left front thigh 4 · Left leg: Heaviness 6 · Long day standing");
  program_assert_query (RATINGS, "check-in|0|left|quadriceps|check-in|4");
  program_assert_query ("SELECT id, leg, value FROM feeling", "heaviness|left|6");
  program_assert_query ("SELECT name FROM tag", "long-standing");
  program_assert_query (NOTES, "stairs");

  /* It can be taken back. */
  program_click ("*Undo");
  program_see ("Nothing Here Yet");
  program_quit ();
}

static void
test_write (void)
{
  program_run (write_first_entry, "--journal", NULL);
}

static void
point_at (GtkWidget *number, const char *then)
{
  program_move_pointer (number, gtk_widget_get_width (number) / 2.0,
                        gtk_widget_get_height (number) / 2.0, then);
}

/* What can be tapped on the map is in a list too, and a number can be slid to. */
static void
choose_and_slide (void)
{
  GtkWidget *list = NULL;
  GtkWidget *number = NULL;
  GMenuModel *places = NULL;

  program_enter ("New Entry");
  list = program_scroll_to ("Right leg");
  list = gtk_widget_get_ancestor (list, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (list);
  places = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (list));
  g_assert_cmpint (g_menu_model_get_n_items (places), ==, 14);
  g_assert_true (gtk_widget_activate_action (list, "places.choose", "(us)",
                                             (guint) LEGATO_LEG_RIGHT, "quadriceps"));
  program_see ("not rated");

  number = program_scroll_to ("Right front thigh: 2 of 10");
  point_at (number, "mousedown 1");
  point_at (program_see ("Right front thigh: 7 of 10"), "mouseup 1");
  program_see ("7 of 10");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Right front thigh 7");
  program_assert_query (RATINGS, "check-in|0|right|quadriceps|check-in|7");
  program_quit ();
}

static void
test_choose_and_slide (void)
{
  program_run (choose_and_slide, "--add-entry", NULL);
}

/* From the desktop's menu, and what was typed is asked for before it goes. */
static void
close_unsaved (void)
{
  program_enter ("New Entry");
  write_note ("stairs");
  program_key ("Escape");
  program_enter ("Save This Entry?");
  program_leave_by ("Go On Writing");
  program_enter ("New Entry");
  program_key ("Escape");
  program_enter ("Save This Entry?");
  program_click ("Save");
  program_wait (!program_has_window ("New Entry"));
  program_enter ("Legato");
  program_assert_query (NOTES, "stairs");

  program_key ("ctrl+n");
  program_enter ("New Entry");
  write_note ("lift");
  program_key ("Escape");
  program_enter ("Save This Entry?");
  program_click ("Discard");
  program_wait (!program_has_window ("New Entry"));
  program_assert_query (NOTES, "stairs");
  program_enter ("Legato");

  /* Nothing written, nothing asked. */
  program_click ("New Entry");
  program_enter ("New Entry");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_unsaved (void)
{
  program_run (close_unsaved, "--add-entry", NULL);
}

static void
tell_a_massage (void)
{
  program_enter ("New Entry");
  program_click ("A Massage");
  program_click ("Save");
  program_see ("Tap at least one place that was massaged.");
  program_scroll_to ("Calf");
  program_click_a (GTK_TYPE_TOGGLE_BUTTON, "Calf");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("*10 minutes*");
  program_assert_query ("SELECT kind, told, done_s, completed, routine FROM entry",
                        "session|1|600|1|");
  program_assert_query ("SELECT leg, zone, done_ms FROM step JOIN step_zone ON"
                        " step_zone.entry = step.entry AND step_zone.step = step.position"
                        " ORDER BY step.position",
                        "left|calf|300000; right|calf|300000");
  /* It has just ended. */
  program_assert_query ("SELECT (recorded_us - at_us) / 1000000 BETWEEN 600 AND 900 FROM entry",
                        "1");
  program_quit ();
}

static void
test_told (void)
{
  program_run (tell_a_massage, "--add-entry", NULL);
}

static void
choose_massage (const char *name)
{
  GtkWidget *row = NULL;
  GListModel *names = NULL;

  program_scroll_to ("Massage");
  row = gtk_widget_get_ancestor (program_find ("Massage"), ADW_TYPE_COMBO_ROW);
  names = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
}

/* Of a partner's legs nothing is kept, whenever the massage is told. Who meant their own corrects
 * it. */
static void
tell_a_partners_massage (void)
{
  program_enter ("New Entry");
  program_click ("A Massage");
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  rate ("Left front thigh", 4);
  choose_massage ("For a partner");
  program_see_no ("Where is it sore?");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("*15 minutes*");
  program_assert_query ("SELECT routine, reason.id FROM entry JOIN reason ON entry = entry.id",
                        "partner|partner");
  program_assert_query ("SELECT count(*) FROM rating", "0");

  program_click ("For a partner");
  program_enter ("For a partner");
  g_assert_null (program_find ("partner"));
  program_leave_by ("Edit Entry");
  program_enter ("Edit Entry");
  program_see_no ("Where is it sore?");
  choose_massage ("Three minutes");
  program_scroll_to ("Where is it sore?");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Entry changed");
  program_assert_query ("SELECT routine FROM entry", "three-minute");
  program_assert_query ("SELECT count(*) FROM reason", "0");
  program_quit ();
}

static void
test_told_of_a_partner (void)
{
  program_run (tell_a_partners_massage, "--add-entry", NULL);
}

static void
correct_an_entry (void)
{
  program_enter ("New Entry");
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  rate ("Left front thigh", 4);
  program_leave_by ("Save");
  program_enter ("Legato");
  program_click ("Left front thigh 4");
  program_enter ("How your legs felt");
  program_leave_by ("Edit Entry");
  program_enter ("Edit Entry");
  /* Nothing was changed: nothing is said of it, and nothing written. */
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see_no ("Entry changed");
  program_assert_query ("SELECT count(*) FROM history", "0");
  program_click ("Left front thigh 4");
  program_enter ("How your legs felt");
  program_leave_by ("Edit Entry");
  program_enter ("Edit Entry");
  rate ("Left front thigh", 7);
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Entry changed");
  program_see ("Left front thigh 7");
  program_assert_query (RATINGS, "check-in|0|left|quadriceps|check-in|7");
  program_assert_query ("SELECT count(*) FROM history", "1");
  program_click ("*Undo");
  program_see ("Left front thigh 4");
  program_assert_query (RATINGS, "check-in|0|left|quadriceps|check-in|4");
  program_quit ();
}

static void
test_correct (void)
{
  program_run (correct_an_entry, "--add-entry", NULL);
}

static void
delete_first (const char *row, const char *title)
{
  program_click (row);
  program_enter (title);
  program_scroll_to ("Delete Entry");
  program_leave_by ("Delete Entry");
  program_enter ("Legato");
  program_see ("Entry deleted");
}

static void
add_note (const char *text)
{
  program_key ("ctrl+n");
  program_enter ("New Entry");
  write_note (text);
  program_leave_by ("Save");
  program_enter ("Legato");
}

/* A deletion is taken back, two quick ones are both still there, and the bin can be emptied. */
static void
use_the_bin (void)
{
  program_see ("Nothing Here Yet");
  add_note ("stairs");
  add_note ("flat");
  program_wait (program_count (GTK_TYPE_LABEL, "How your legs felt") == 2);
  program_wait (program_is_focus ("Today, ??:??, How your legs felt*"));
  delete_first ("How your legs felt", "How your legs felt");
  program_wait (program_count (GTK_TYPE_LABEL, "How your legs felt") == 1);
  program_assert_query (NOTES, "stairs");
  program_click ("*Undo");
  program_wait (program_count (GTK_TYPE_LABEL, "How your legs felt") == 2);
  program_assert_query (NOTES, "stairs; flat");
  delete_first ("How your legs felt", "How your legs felt");
  program_wait (program_count (GTK_TYPE_LABEL, "How your legs felt") == 1);
  program_assert_query (NOTES, "stairs");
  delete_first ("How your legs felt", "How your legs felt");
  program_see ("Nothing Here Yet");
  program_assert_query (NOTES, "");

  add_note ("lift");
  program_click ("Deleted Entries");
  program_enter ("Deleted Entries");
  program_click ("Restore");
  program_wait (program_answers (NOTES, "stairs; lift"));
  program_click ("Empty…");
  program_enter ("Empty the Bin?");
  program_leave_by ("Keep Them");
  program_enter ("Deleted Entries");
  program_click ("Empty…");
  program_enter ("Empty the Bin?");
  program_click_a (GTK_TYPE_BUTTON, "Empty the Bin");
  program_enter ("Deleted Entries");
  program_see ("The Bin Is Empty");
  program_assert_query ("SELECT count(*) FROM entry", "2");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static guint
count_editors (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n += LEGATO_IS_ENTRY_EDITOR (window);
    }
  return n;
}

/* One entry is written at a time: who asks again goes on with it. */
static void
ask_twice_for_an_entry (void)
{
  GActionGroup *application = G_ACTION_GROUP (g_application_get_default ());

  program_see ("Nothing Here Yet");
  program_key ("ctrl+n");
  program_enter ("New Entry");
  write_note ("stairs");
  g_action_group_activate_action (application, "add-entry", NULL);
  g_assert_cmpuint (count_editors (), ==, 1);
  program_enter ("New Entry");
  program_leave_by ("Save");
  program_enter ("Legato");
  program_wait (program_answers (NOTES, "stairs"));
  program_key ("ctrl+n");
  program_enter ("New Entry");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_one_entry_at_a_time (void)
{
  program_run (ask_twice_for_an_entry, "--journal", NULL);
}

static void
test_bin (void)
{
  program_run (use_the_bin, "--journal", NULL);
}

/* By words, by kind, by day. */
static void
find_entries (void)
{
  GtkWidget *search = NULL;

  program_see ("Nothing Here Yet");
  add_note ("stairs and lifts");
  program_see ("How your legs felt");
  search = program_see_a (GTK_TYPE_SEARCH_ENTRY, "Search the Journal");
  gtk_widget_grab_focus (search);
  program_type ("lif");
  program_wait (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (search)), "lif"));
  program_see ("How your legs felt");
  program_type ("eboat");
  program_see ("Nothing Found");
  program_click ("Show All Entries");
  program_see ("How your legs felt");

  /* A day of the calendar, and the same again for all. */
  program_click ("*1 other entry*");
  program_see ("How your legs felt");
  program_key ("Escape");
  program_quit ();
}

static void
activate (const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), action, parameter);
}

static gboolean
asks_here (void)
{
  GtkWidget *focus = program_get_focus ();

  return focus != NULL && gtk_widget_get_ancestor (focus, LEGATO_TYPE_FOLLOW_UP_CARD) != NULL;
}

/* What a click on a notice does, and on its "Worse". */
static void
answer_a_notice (void)
{
  g_autofree char *uuid = program_query ("SELECT uuid FROM entry");
  g_autofree char *answer = g_strconcat ("next-day/worse/", uuid, NULL);

  activate ("ask", NULL);
  program_see ("How are your legs a day after “Three minutes”?");
  program_wait (asks_here ());
  activate ("follow-up", g_variant_new_string (answer));
  program_see ("3 minutes · The next day: Worse");
  program_see_no ("How are your legs a day after “Three minutes”?");
  program_assert_query ("SELECT moment, compared, late FROM follow_up", "next-day|worse|0");

  /* With nothing to ask, it is the journal. */
  activate ("ask", NULL);
  program_see ("3 minutes · The next day: Worse");
  program_quit ();
}

/* Makes a journal with a session of yesterday. */
static void
make_journal_with_session (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, yesterday);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  program_make_journal ();
  session->routine = g_strdup ("three-minute");
  session->done_s = session->planned_s = 180;
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (legato_journal_add (journal, session, &error));
}

static void
test_notice (void)
{
  make_journal_with_session ();
  program_run (answer_a_notice, NULL);
}

static void
test_find (void)
{
  program_run (find_entries, "--journal", NULL);
}

/* In a narrow window the month is put away as the journal is first shown; the keyboard, which was
 * led to it, is not. */
static void
go_through_narrow (void)
{
  GtkWindow *window = program_get_window ();

  gtk_window_set_default_size (window, 600, 700);
  program_wait (gtk_widget_get_width (GTK_WIDGET (window)) < 700);
  program_key ("alt+3");
  program_see ("Calendar");
  program_tab_to ("New Entry", GTK_DIR_TAB_FORWARD);
  program_quit ();
}

static void
test_narrow_by_keys (void)
{
  make_journal_with_session ();
  program_run (go_through_narrow, NULL);
}

/* Whether the keyboard is within that, on the page that a screen reader calls so. */
static gboolean
is_within (GType type, const char *page)
{
  GtkWidget *within = program_get_focus ();
  GtkWidget *above = NULL;

  within = within != NULL ? gtk_widget_get_ancestor (within, type) : NULL;
  for (above = within; above != NULL; above = gtk_widget_get_parent (above))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (above)) == GTK_ACCESSIBLE_ROLE_GROUP
        && gtk_test_accessible_has_property (GTK_ACCESSIBLE (above), GTK_ACCESSIBLE_PROPERTY_LABEL))
      {
        g_autofree char *name = program_get_name (above);

        if (g_strcmp0 (name, page) == 0)
          return TRUE;
      }
  return FALSE;
}

static void
go_to_the_newest (void)
{
  program_key ("alt+2");
  program_wait (is_within (GTK_TYPE_BUTTON, "Routines"));
  program_key ("alt+3");
  program_wait (is_within (GTK_TYPE_LIST_VIEW, "Journal"));
  program_key ("alt+4");
  program_wait (is_within (GTK_TYPE_TOGGLE_BUTTON, "Trends"));
  program_key ("alt+3");
  program_wait (is_within (GTK_TYPE_LIST_VIEW, "Journal"));
  program_quit ();
}

/* Not on the button that turns a month back. */
static void
test_newest_first (void)
{
  make_journal_with_session ();
  program_run (go_to_the_newest, NULL);
}

static void
hear_an_entry (void)
{
  program_key ("alt+3");
  program_click ("Yesterday, *, Three minutes, *");
  program_enter ("Three minutes");
  program_see ("Time, 3 minutes of 3 minutes");
  g_assert_false (gtk_test_accessible_has_relation (
      GTK_ACCESSIBLE (program_find ("Time, 3 minutes of 3 minutes")),
      GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

/* What stands at the end of a row is read with it, and a length of time in words. */
static void
test_heard_entry (void)
{
  make_journal_with_session ();
  program_run (hear_an_entry, NULL);
}

static gboolean
is_in_menu (void)
{
  GtkWidget *focus = program_get_focus ();

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) != NULL;
}

static void
export_from (const char *menu)
{
  GtkWidget *toggle = program_see_a (GTK_TYPE_TOGGLE_BUTTON, menu);

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (toggle, GTK_TYPE_MENU_BUTTON)));
  program_wait (is_in_menu ());
  program_key ("Return");
  program_enter ("Export Your Journal");
  program_key ("Escape");
  program_back_to ("Legato");
}

static void
export_from_everywhere (void)
{
  program_key ("alt+3");
  program_see ("New Entry");
  export_from ("More");
  program_key ("alt+4");
  program_see ("Report…");
  export_from ("More");
  program_quit ();
}

/* Where people look for it: beside what it takes along. */
static void
test_exported_from_everywhere (void)
{
  make_journal_with_session ();
  program_run (export_from_everywhere, NULL);
}

static void
go_to_the_empty_journal (void)
{
  program_key ("alt+3");
  program_wait (is_within (GTK_TYPE_BUTTON, "Journal"));
  program_quit ();
}

static void
test_empty_by_keys (void)
{
  program_run (go_to_the_empty_journal, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/journal/" name, test)
  ADD ("write", test_write);
  ADD ("choose-and-slide", test_choose_and_slide);
  ADD ("unsaved", test_unsaved);
  ADD ("told", test_told);
  ADD ("told-of-a-partner", test_told_of_a_partner);
  ADD ("correct", test_correct);
  ADD ("bin", test_bin);
  ADD ("one-entry-at-a-time", test_one_entry_at_a_time);
  ADD ("find", test_find);
  ADD ("notice", test_notice);
  ADD ("narrow-by-keys", test_narrow_by_keys);
  ADD ("newest-first", test_newest_first);
  ADD ("heard-entry", test_heard_entry);
  ADD ("exported-from-everywhere", test_exported_from_everywhere);
  ADD ("empty-by-keys", test_empty_by_keys);
  return g_test_run ();
}

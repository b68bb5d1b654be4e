/* test-journal-page.c: the journal's list, detail, deletion and undo in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "legato-bin-window.h"
#include "legato-day-button.h"
#include "legato-entry-actions.h"
#include "legato-entry-editor.h"
#include "legato-entry-item.h"
#include "legato-entry-view.h"
#include "legato-journal-page.h"

#define N_ENTRIES 63
#define NOT_OPEN "Your journal is not open just now. Try again later."
#define NEWEST_DAY "Sunday, 15 November 2026"

static GtkWidget *
show_page_of (PageFixture *fixture, LegatoContext *context, int width)
{
  LegatoJournalPage *page = legato_journal_page_new (context);

  ui_test_show (fixture, GTK_WIDGET (page), width, 640);
  return GTK_WIDGET (page);
}

static GtkWidget *
show_page (PageFixture *fixture, int width)
{
  return show_page_of (fixture, fixture->context, width);
}

static GListModel *
get_model (GtkWidget *page)
{
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static GtkWindow *
open_first_entry (GtkWidget *page)
{
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_emit_by_name (list, "activate", 0);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ui_test_find (GTK_WIDGET (window), LEGATO_TYPE_ENTRY_VIEW, NULL) == NULL)
        continue;
      while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
        g_main_context_iteration (NULL, TRUE);
      ui_test_settle (window);
      return window;
    }
  g_assert_not_reached ();
}

static void
test_list (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, fixture->path);
  GtkWidget *page = show_page_of (fixture, context, width);
  GtkWidget *scrolled;
  GtkAdjustment *scroll;
  g_autoptr (LegatoEntryItem) last = NULL;

  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Opening Your Journal…"));
  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  ui_test_shoot (fixture->window, width < 500 ? "journal-narrow" : "journal");

  /* All of it is in the list; what is at its end is read when it comes into sight. */
  g_assert_cmpuint (g_list_model_get_n_items (get_model (page)), ==, N_ENTRIES);
  scrolled = gtk_widget_get_ancestor (ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL),
                                      GTK_TYPE_SCROLLED_WINDOW);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  last = g_list_model_get_item (get_model (page), N_ENTRIES - 1);
  while (legato_entry_item_get_entry (last) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_dark (PageFixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *page;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_detail_delete_undo (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  GtkWindow *dialog;
  GtkWidget *button;

  ui_test_wait_for_label (page, NEWEST_DAY);

  dialog = open_first_entry (page);
  g_assert_true (gtk_window_get_modal (dialog));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Left calf"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "8:00 of 8:00"));
  ui_test_shoot (dialog, "entry");

  button = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Delete Entry");
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (page, "Entry deleted");
  while (ui_test_find (page, GTK_TYPE_LABEL, NEWEST_DAY) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-deleted");

  button = ui_test_find (page, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (page, NEWEST_DAY);
}

static void
test_new_entry_appears (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;

  ui_test_wait_for_label (page, NEWEST_DAY);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  ui_test_wait_for_label (page, "Today");
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Left calf 4"));
}

static gboolean
shows_only (GtkWidget *page, const LegatoEntry *entry)
{
  GListModel *model = get_model (page);
  g_autoptr (LegatoEntryItem) item = NULL;
  LegatoEntry *shown = NULL;

  if (g_list_model_get_n_items (model) == 1)
    item = g_list_model_get_item (model, 0);
  shown = item != NULL ? legato_entry_item_get_entry (item) : NULL;
  return shown != NULL && g_str_equal (shown->uuid, entry->uuid);
}

/* Chooses what is called so from the drop-down that has it. */
static GtkDropDown *
choose_filter (GtkWidget *page, const char *name)
{
  g_autoptr (GPtrArray) drop_downs = g_ptr_array_new ();

  ui_test_collect (page, GTK_TYPE_DROP_DOWN, drop_downs);
  for (guint i = 0; i < drop_downs->len; i++)
    {
      GtkDropDown *drop_down = g_ptr_array_index (drop_downs, i);
      GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (names)); j++)
        if (g_str_equal (gtk_string_list_get_string (names, j), name))
          {
            gtk_drop_down_set_selected (drop_down, j);
            return drop_down;
          }
    }
  return NULL;
}

static void
wait_for_all (GtkWidget *page)
{
  while (g_list_model_get_n_items (get_model (page)) != 2)
    g_main_context_iteration (NULL, TRUE);
}

/* A massage of the left calf on 2 November, and on the 5th how the right shin felt. */
static void
test_filters (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int entry;
  } cases[] = {
    { "Massages", 0 }, { "How your legs felt", 1 }, { "Calf", 0 }, { "Shin", 1 },
    { "Left leg", 0 }, { "Right leg", 1 },          { "Run", 0 },  { "Three minutes", 0 },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "filters.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_open_context (fixture, path);
  g_autoptr (GDateTime) second = g_date_time_new_utc (2026, 11, 2, 18, 0, 0);
  g_autoptr (GDateTime) fifth = g_date_time_new_utc (2026, 11, 5, 8, 0, 0);
  g_autoptr (LegatoEntry) massage = legato_entry_new (LEGATO_ENTRY_SESSION, second);
  g_autoptr (LegatoEntry) felt = legato_entry_new (LEGATO_ENTRY_CHECK_IN, fifth);
  LegatoEntry *entries[] = { massage, felt };
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  massage->routine = g_strdup ("three-minute");
  legato_entry_add_rating (massage, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_tag (massage, "run");
  legato_entry_add_rating (felt, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_CHECK_IN, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_assert_true (legato_journal_add (legato_context_get_journal (context), entries[i], &error));
      g_assert_no_error (error);
    }

  page = show_page_of (fixture, context, 720);
  wait_for_all (page);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkDropDown *drop_down = NULL;

      /* Tags are offered as soon as the journal has told them. */
      while ((drop_down = choose_filter (page, cases[i].name)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_test_message ("%s", cases[i].name);
      while (!shows_only (page, entries[cases[i].entry]))
        g_main_context_iteration (NULL, TRUE);
      gtk_drop_down_set_selected (drop_down, 0);
      wait_for_all (page);
    }

  ui_test_collect (page, LEGATO_TYPE_DAY_BUTTON, days);
  g_assert_cmpuint (days->len, ==, 2);
  for (guint i = 0; i < days->len; i++)
    {
      legato_day_button_set_day (g_ptr_array_index (days, i), legato_entry_get_day (massage) + 1);
      while (!shows_only (page, entries[1 - i]))
        g_main_context_iteration (NULL, TRUE);
      legato_day_button_set_day (g_ptr_array_index (days, i), 0);
      wait_for_all (page);
    }
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  GtkWidget *page = show_page_of (fixture, context, 360);

  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, "Nothing Here Yet");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-empty");
}

/* A name of a file may hold what would be markup. */
static void
test_problem (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no <file> & no room", NULL);
  g_autofree char *text = NULL;
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  LegatoJournalConnection *connection = legato_context_get_connection (context);
  GtkWidget *page = show_page_of (fixture, context, 360);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  legato_journal_connection_open (connection);
  ui_test_wait_for_label (page, "Your Journal Did Not Open");
  text = g_markup_escape_text (legato_journal_connection_get_error (connection)->message, -1);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, text));

  /* Once what was in its way is gone, it opens. */
  g_assert_cmpint (g_rmdir (path), ==, 0);
  legato_journal_connection_open (connection);
  ui_test_wait_for_label (page, "Nothing Here Yet");
}

/* Midnight comes while the page is open: two zones that are 26 hours apart never have one day. It
 * looks at the clock every 20 seconds. */
static void
test_today_turns (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  g_setenv ("TZ", "<-12>12", TRUE);
  now = g_date_time_new_now_local ();
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, "Today");
  g_setenv ("TZ", "<+14>-14", TRUE);
  while (ui_test_find (page, GTK_TYPE_LABEL, "Today") != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (zone_before != NULL)
    g_setenv ("TZ", zone_before, TRUE);
  else
    g_unsetenv ("TZ");
}

static LegatoEntry *
get_newest (LegatoJournal *journal)
{
  g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 1, 0, NULL);

  return legato_entry_ref (g_ptr_array_index (entries, 0));
}

/* Something is said of @entry elsewhere; the page has not read that yet. */
static void
note_elsewhere (LegatoJournal *journal, const LegatoEntry *entry, const char *note)
{
  g_autoptr (LegatoEntry) noted = legato_entry_copy (entry);

  g_free (noted->note);
  noted->note = g_strdup (note);
  legato_journal_keep_async (journal, noted, entry, NULL, NULL, NULL);
}

/* Asked at the top, only while it is missing; what is caught up is marked as late. */
static void
test_follow_up (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -2);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (LegatoEntry) answered = NULL;
  g_autoptr (LegatoEntry) undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  GtkWidget *undo = NULL;

  session->routine = g_strdup ("three-minute");
  session->done_s = 180;
  g_assert_true (legato_journal_add (fixture->journal, session, &error));
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, "How are your legs two days after “Three minutes”?");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-follow-up");
  ui_test_click (page, "More swollen after a massage");
  ui_test_wait_for_label (page,
                          "Stop massaging. Raise the leg and talk to a doctor today. If only "
                          "one leg swells, or a leg is warm or sharply painful, seek medical care "
                          "now.");
  note_elsewhere (fixture->journal, session, "Elsewhere.");
  ui_test_click (page, "Better");
  ui_test_wait_for_label (page, "How were your legs the day after “Three minutes”?");
  ui_test_click (page, "Worse");
  while (ui_test_find (page, GTK_TYPE_BUTTON, "Worse") != NULL
         && gtk_widget_get_mapped (ui_test_find (page, GTK_TYPE_BUTTON, "Worse")))
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (page, "3 minutes · Two days later: Better · The next day: Worse");
  answered = get_newest (fixture->journal);
  g_assert_cmpuint (answered->follow_ups->len, ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) answered->reasons, "after-swelling"));
  g_assert_true (legato_standing_has_flag (
      legato_person_model_get_standing (legato_context_get_person (fixture->context)),
      "after-swelling"));
  g_assert_false (legato_entry_find_follow_up (answered, LEGATO_MOMENT_SECOND_DAY)->late);
  g_assert_true (legato_entry_find_follow_up (answered, LEGATO_MOMENT_NEXT_DAY)->late);
  g_assert_cmpstr (answered->note, ==, "Elsewhere.");

  /* The first answer, whose toast is still there, is taken back, and nothing else. */
  note_elsewhere (fixture->journal, answered, "Elsewhere again.");
  undo = ui_test_find (page, GTK_TYPE_BUTTON, "_Undo");
  if (undo == NULL)
    undo = ui_test_find (page, GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  ui_test_wait_for_journal (fixture->journal);
  undone = get_newest (fixture->journal);
  g_assert_null (legato_entry_find_follow_up (undone, LEGATO_MOMENT_SECOND_DAY));
  g_assert_nonnull (legato_entry_find_follow_up (undone, LEGATO_MOMENT_NEXT_DAY));
  g_assert_cmpstr (undone->note, ==, "Elsewhere again.");
}

/* A sign that was tapped stands, though the question goes because it was answered elsewhere; and
 * none is left on for the next session. */
static void
test_sign_as_the_question_goes (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -1);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (LegatoEntry) answered = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  GtkWidget *chip = NULL;

  session->routine = g_strdup ("three-minute");
  session->done_s = 180;
  g_assert_true (legato_journal_add (fixture->journal, session, &error));
  page = show_page (fixture, 480);
  ui_test_wait_for_label (page, "How are your legs a day after “Three minutes”?");
  chip = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Pain that grows after a massage");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  answered = legato_entry_copy (session);
  legato_entry_add_follow_up (answered, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_SAME, FALSE);
  legato_journal_keep_async (fixture->journal, answered, session, NULL, NULL, NULL);
  while (gtk_widget_get_mapped (chip))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  g_assert_true (
      legato_standing_has_flag (legato_person_model_get_standing (person), "after-pain"));
}

static GtkWidget *
find_seen (GtkWidget *page, const char *label)
{
  GtkWidget *found = ui_test_find (page, GTK_TYPE_BUTTON, label);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

/* How the legs are was said in a rating, or on a notice: what may follow a session was not asked
 * there, so it is here, once a day. */
static void
test_signs_by_themselves (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  gboolean rated = g_str_equal (data, "rated");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -1);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (LegatoEntry) rating = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  session->routine = g_strdup ("three-minute");
  session->done_s = 180;
  legato_entry_add_rating (rating, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 3);
  if (rated)
    g_assert_true (legato_journal_add (fixture->journal, rating, &error));
  else
    legato_entry_add_follow_up (session, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
  g_assert_true (legato_journal_add (fixture->journal, session, &error));
  page = show_page (fixture, 480);
  while (find_seen (page, "All Fine, Save") == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "journal-signs");
  g_assert_null (find_seen (page, "Better"));
  ui_test_click (page, "Pain that grows after a massage");
  ui_test_click (page, "Save");
  g_assert_true (
      legato_standing_has_flag (legato_person_model_get_standing (person), "after-pain"));
  ui_test_wait_for_journal (fixture->journal);
  g_assert_null (find_seen (page, "Save"));
  g_assert_null (find_seen (page, "All Fine, Save"));
  g_assert_false (legato_person_model_wants_after_effects (person));
}

/* What is corrected in the window, and what is said elsewhere meanwhile, are both in the journal.
 */
static void
test_edited_twice (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = get_newest (fixture->journal);
  g_autoptr (LegatoEntry) stored = NULL;
  LegatoEntryEditor *editor = legato_entry_editor_new (NULL, fixture->context, entry);
  GtkWidget *note = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  note = ui_test_find (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Here.", -1);
  ui_test_tag_elsewhere (fixture->journal, entry, "elsewhere");
  ui_test_click (GTK_WIDGET (editor), "Save");
  ui_test_wait_for_journal (fixture->journal);
  stored = get_newest (fixture->journal);
  g_assert_cmpstr (stored->note, ==, "Here.");
  g_assert_true (g_strv_contains ((const char *const *) stored->tags, "elsewhere"));
}

/* What another program writes is on the page, without being asked for. */
static void
test_others_write (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) other = NULL;

  ui_test_wait_for_label (page, NEWEST_DAY);
  other = legato_journal_open (fixture->path, &error);
  g_assert_no_error (error);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 7);
  g_assert_true (legato_journal_add (other, entry, &error));
  ui_test_wait_for_label (page, "Left calf 7");
}

static void
turn_back (GtkWidget *page)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  ui_test_collect (page, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), "go-previous-symbolic") == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
add_long_ago (LegatoJournal *journal)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 1, 2, 18, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  g_autoptr (GError) error = NULL;

  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
}

/* The calendar begins with the month of the newest entry, and stays where somebody has gone. */
static void
test_month (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 1000);

  ui_test_wait_for_label (page, NEWEST_DAY);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "November 2026"));
  turn_back (page);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "October 2026"));
  add_long_ago (fixture->journal);
  while (g_list_model_get_n_items (get_model (page)) != N_ENTRIES + 1)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "October 2026"));
}

/* Who came to the newest entry and then scrolled on by the wheel, which moves no focus, is not
 * thrown back when something else is written. */
static void
test_reader_stays (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480);
  GtkWidget *list = NULL;
  GtkAdjustment *scroll = NULL;

  ui_test_wait_for_label (page, NEWEST_DAY);
  ui_test_settle (fixture->window);
  list = ui_test_find (page, GTK_TYPE_LIST_VIEW, NULL);
  legato_journal_page_focus_newest (LEGATO_JOURNAL_PAGE (page));
  ui_test_settle (fixture->window);
  scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
  gtk_adjustment_set_value (scroll, 900);
  ui_test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), >, 800);

  add_long_ago (fixture->journal);
  while (g_list_model_get_n_items (get_model (page)) != N_ENTRIES + 1)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), >, 800);
}

/* As a journal that turns out to be damaged is let go of. */
static void
give_up (PageFixture *fixture)
{
  g_autoptr (GError) error =
      g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED, "It broke.");

  legato_journal_connection_give_up (legato_context_get_connection (fixture->context), error);
}

static LegatoJournal *
open_again (PageFixture *fixture)
{
  legato_journal_connection_open (legato_context_get_connection (fixture->context));
  while (legato_context_get_journal (fixture->context) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return legato_context_get_journal (fixture->context);
}

static void
change_journal (PageFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The bin follows the journal, which may open later, and what could not be brought back can be
 * tried again. */
static void
test_bin (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) newest = get_newest (fixture->journal);
  GtkWidget *bin = NULL;
  GtkWidget *restore = NULL;

  change_journal (fixture, "CREATE TRIGGER kept BEFORE UPDATE ON entry WHEN NEW.deleted_us IS NULL "
                           "BEGIN SELECT RAISE (ABORT, 'kept'); END");
  give_up (fixture);
  bin = GTK_WIDGET (legato_bin_window_new (NULL, fixture->context));
  fixture->window = g_object_ref (GTK_WINDOW (bin));
  gtk_window_present (fixture->window);
  ui_test_wait_for_label (bin, NOT_OPEN);
  legato_journal_delete_async (open_again (fixture), newest->uuid, NULL, NULL, NULL);

  ui_test_click (bin, "Restore");
  while ((restore = ui_test_find (bin, GTK_TYPE_BUTTON, "Restore")) == NULL
         || !gtk_widget_is_sensitive (restore))
    g_main_context_iteration (NULL, TRUE);
  change_journal (fixture, "DROP TRIGGER kept");
  ui_test_click (bin, "Restore");
  ui_test_wait_for_label (bin, "The Bin Is Empty");
  give_up (fixture);
  ui_test_wait_for_label (bin, NOT_OPEN);
}

/* What cannot be taken back just now is not told as done. */
static void
test_undo_without_journal (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = adw_toast_overlay_new ();
  g_autoptr (LegatoEntryActions) actions = NULL;
  g_autoptr (LegatoEntry) newest = get_newest (fixture->journal);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), gtk_label_new (NULL));
  ui_test_show (fixture, toasts, 360, 300);
  actions = legato_entry_actions_new (fixture->context, ADW_TOAST_OVERLAY (toasts));
  legato_entry_actions_delete (actions, newest);
  ui_test_wait_for_label (toasts, "Entry deleted");
  give_up (fixture);
  ui_test_click (toasts, "_Undo");
  ui_test_wait_for_label (toasts, NOT_OPEN);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/journal-page/" name, PageFixture, data, page_fixture_set_up, func,              \
              page_fixture_tear_down)
  if (g_test_slow ())
    ADD ("today-turns", NULL, test_today_turns);
  ADD ("follow-up", NULL, test_follow_up);
  ADD ("sign-as-the-question-goes", NULL, test_sign_as_the_question_goes);
  ADD ("signs-by-themselves/rated", "rated", test_signs_by_themselves);
  ADD ("signs-by-themselves/noticed", "noticed", test_signs_by_themselves);
  ADD ("edited-twice", NULL, test_edited_twice);
  ADD ("others-write", NULL, test_others_write);
  ADD ("month", NULL, test_month);
  ADD ("reader-stays", NULL, test_reader_stays);
  ADD ("list", GINT_TO_POINTER (720), test_list);
  ADD ("list-narrow", GINT_TO_POINTER (360), test_list);
  ADD ("dark", NULL, test_dark);
  ADD ("detail-delete-undo", NULL, test_detail_delete_undo);
  ADD ("new-entry-appears", NULL, test_new_entry_appears);
  ADD ("filters", NULL, test_filters);
  ADD ("empty", NULL, test_empty);
  ADD ("problem", NULL, test_problem);
  ADD ("bin", NULL, test_bin);
  ADD ("undo-without-journal", NULL, test_undo_without_journal);
  return g_test_run ();
}

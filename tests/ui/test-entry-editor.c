/* test-entry-editor.c: an entry that is corrected loses nothing that the window does not ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>

#include "ui-test-utils.h"

#include "legato-entry-editor.h"
#include "legato-preferences-window.h"
#include "legato-question.h"
#include "legato-routine-editor.h"
#include "legato-sore-group.h"
#include "legato-time-row.h"

static LegatoEntry *
new_entry (LegatoEntryKind kind)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 20, 18, 0, 0);

  return legato_entry_new (kind, at);
}

/* What the program did not plan itself: from a table, or from another computer. */
static LegatoEntry *
new_told (const char *routine, guint seconds)
{
  LegatoEntry *entry = new_entry (LEGATO_ENTRY_SESSION);

  entry->unguided = TRUE;
  entry->completed = TRUE;
  entry->routine = g_strdup (routine);
  entry->planned_s = entry->done_s = seconds;
  return entry;
}

static void
put (PageFixture *fixture, LegatoEntry *entry)
{
  legato_journal_keep_async (fixture->journal, entry, NULL, NULL, NULL, NULL);
  ui_test_wait_for_journal (fixture->journal);
}

static LegatoEntry *
get (PageFixture *fixture, const LegatoEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list (fixture->journal, NULL, NULL, 1000, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((LegatoEntry *) entries->pdata[i])->uuid, entry->uuid))
      return legato_entry_ref (entries->pdata[i]);
  return NULL;
}

static GtkWidget *
edit (PageFixture *fixture, LegatoEntry *entry)
{
  GtkWidget *editor = GTK_WIDGET (legato_entry_editor_new (NULL, fixture->context, entry));

  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

static void
write_note (GtkWidget *editor, const char *text)
{
  GtkWidget *note = ui_test_find (editor, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), text, -1);
}

/* Returns: (nullable): the question that stands above @window */
static GtkWidget *
find_question (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (LEGATO_IS_QUESTION (one) && gtk_window_get_transient_for (one) == GTK_WINDOW (window))
        return GTK_WIDGET (one);
    }
  return NULL;
}

/* Closes @window, which asks first, and answers that. */
static void
close_and_answer (GtkWidget *window, const char *answer)
{
  GtkWidget *question = NULL;

  gtk_window_close (GTK_WINDOW (window));
  question = find_question (window);
  g_assert_nonnull (question);
  ui_test_click (question, answer);
}

/* Types into a number without Enter, as who goes on to something else at once. */
static void
type (GtkWidget *spin, const char *text)
{
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (spin));
  int at = 0;

  gtk_widget_grab_focus (spin);
  gtk_editable_delete_text (field, 0, -1);
  gtk_editable_insert_text (field, text, -1, &at);
}

static GtkWidget *
nth_spin (GtkWidget *window, guint n)
{
  g_autoptr (GPtrArray) spins = g_ptr_array_new ();

  ui_test_collect (window, GTK_TYPE_SPIN_BUTTON, spins);
  g_assert_cmpuint (n, <, spins->len);
  return spins->pdata[n];
}

/* The hours and minutes of the day stand before the minutes of the massage. */
static GtkWidget *
find_length (GtkWidget *editor)
{
  return nth_spin (editor, 2);
}

static void
assert_steps_equal (const LegatoEntry *a, const LegatoEntry *b)
{
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      const LegatoDoneStep *x = a->steps->pdata[i];
      const LegatoDoneStep *y = b->steps->pdata[i];

      g_assert_cmpstr (x->technique, ==, y->technique);
      g_assert_cmpint (x->leg, ==, y->leg);
      g_assert_cmpint (x->pressure, ==, y->pressure);
      g_assert_true (g_strv_equal ((const char *const *) x->zones, (const char *const *) y->zones));
    }
}

/* A massage that the window has no fields for can be given a note all the same, and keeps what it
 * was; leaving with the note unsaved asks first. */
static void
test_told_elsewhere (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *routine;
    const char *goal;
    const char *zone;
    gboolean partner;
  } told[] = {
    { "own-of-another-computer", NULL, NULL, FALSE },
    { "own-of-another-computer", NULL, NULL, TRUE },
    { NULL, "soreness", NULL, FALSE },
    { NULL, NULL, "calf", FALSE },
    { NULL, NULL, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (LegatoEntry) entry = new_told (told[i].routine, 754);
      g_autoptr (LegatoEntry) stored = NULL;
      GtkWidget *editor = NULL;

      g_test_message ("told %" G_GSIZE_FORMAT, i);
      entry->goal = g_strdup (told[i].goal);
      entry->zone = g_strdup (told[i].zone);
      if (told[i].zone != NULL)
        entry->leg = LEGATO_LEG_RIGHT;
      legato_entry_set_of_partner (entry, told[i].partner);
      put (fixture, entry);
      editor = edit (fixture, entry);
      write_note (editor, "After the stairs.");
      close_and_answer (editor, "Save");
      ui_test_wait_for_journal (fixture->journal);
      stored = get (fixture, entry);
      g_assert_cmpstr (stored->note, ==, "After the stairs.");
      g_assert_cmpstr (stored->routine, ==, told[i].routine);
      g_assert_cmpstr (stored->goal, ==, told[i].goal);
      g_assert_cmpstr (stored->zone, ==, told[i].zone);
      g_assert_cmpuint (stored->done_s, ==, 754);
      g_assert_cmpint (legato_entry_is_of_partner (stored), ==, told[i].partner);
    }
}

/* A note changes no steps, and another length changes only how long they were. */
static void
test_told_steps (PageFixture *fixture, gconstpointer data)
{
  static const char *const calf[] = { "calf", NULL };
  static const char *const foot[] = { "foot", NULL };
  g_autoptr (LegatoEntry) entry = new_told ("three-minute", 600);
  g_autoptr (LegatoEntry) noted = NULL;
  g_autoptr (LegatoEntry) longer = NULL;
  g_autoptr (LegatoEntry) other = NULL;
  GtkWidget *editor = NULL;

  entry->planned_s = 700;
  entry->completed = FALSE;
  legato_entry_add_step (entry, 0, LEGATO_LEG_LEFT, "effleurage", calf, LEGATO_PRESSURE_LIGHT,
                         400000, 400000);
  legato_entry_add_step (entry, 1, LEGATO_LEG_LEFT, "kneading", foot, LEGATO_PRESSURE_FEATHER,
                         300000, 200000);
  put (fixture, entry);

  editor = edit (fixture, entry);
  write_note (editor, "Half of it.");
  ui_test_click (editor, "Save");
  ui_test_wait_for_journal (fixture->journal);
  noted = get (fixture, entry);
  g_assert_cmpstr (noted->note, ==, "Half of it.");
  g_assert_true (legato_entry_measured_equal (noted, entry));

  editor = edit (fixture, noted);
  type (find_length (editor), "20");
  close_and_answer (editor, "Save");
  ui_test_wait_for_journal (fixture->journal);
  longer = get (fixture, entry);
  g_assert_cmpuint (longer->done_s, ==, 1200);
  g_assert_cmpstr (longer->routine, ==, "three-minute");
  assert_steps_equal (longer, entry);
  g_assert_cmpuint (((LegatoDoneStep *) longer->steps->pdata[0])->done_ms, ==, 800000);
  g_assert_cmpuint (((LegatoDoneStep *) longer->steps->pdata[1])->done_ms, ==, 400000);

  /* The other leg is another massage. */
  editor = edit (fixture, longer);
  {
    g_autoptr (GPtrArray) combos = g_ptr_array_new ();

    ui_test_collect (editor, ADW_TYPE_COMBO_ROW, combos);
    adw_combo_row_set_selected (combos->pdata[1], 2);
  }
  ui_test_click (editor, "Save");
  ui_test_wait_for_journal (fixture->journal);
  other = get (fixture, entry);
  g_assert_cmpstr (other->routine, ==, "three-minute");
  g_assert_cmpuint (other->done_s, ==, 1200);
  g_assert_cmpuint (other->steps->len, >, 2);
  g_assert_cmpint (((LegatoDoneStep *) other->steps->pdata[0])->leg, ==, LEGATO_LEG_RIGHT);
}

/* Ratings and feelings that the window has no row for, from a later version, stay. */
static void
test_unknown (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = new_entry (LEGATO_ENTRY_CHECK_IN);
  g_autoptr (LegatoEntry) stored = NULL;
  GtkWidget *editor = NULL;
  guint found = 0;

  legato_entry_add_rating (entry, "elbow", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 5);
  legato_entry_add_feeling (entry, "heaviness", LEGATO_LEG_LEFT, 3);
  legato_entry_add_feeling (entry, "heaviness", LEGATO_LEG_BOTH, 6);
  legato_entry_add_feeling (entry, "buzzing", LEGATO_LEG_RIGHT, 7);
  put (fixture, entry);
  editor = edit (fixture, entry);
  gtk_window_close (GTK_WINDOW (editor));
  g_assert_null (find_question (editor));

  editor = edit (fixture, entry);
  write_note (editor, "Noted.");
  ui_test_click (editor, "Save");
  ui_test_wait_for_journal (fixture->journal);
  stored = get (fixture, entry);
  g_assert_cmpstr (stored->note, ==, "Noted.");
  g_assert_cmpuint (stored->ratings->len, ==, 2);
  g_assert_nonnull (
      legato_entry_find_rating (stored, "elbow", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN));
  g_assert_cmpuint (stored->feelings->len, ==, 3);
  for (guint i = 0; i < stored->feelings->len; i++)
    {
      const LegatoFeeling *feeling = stored->feelings->pdata[i];

      found += feeling->leg == LEGATO_LEG_BOTH && feeling->value == 6;
      found += g_str_equal (feeling->id, "buzzing") && feeling->value == 7;
    }
  g_assert_cmpuint (found, ==, 2);
}

static void
press (GtkWidget *window, const char *label)
{
  GtkWidget *toggle = ui_test_find (window, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static void
rate (PageFixture *fixture, GtkWidget *editor, const char *zone, int value)
{
  GtkWidget *sore = ui_test_find (editor, LEGATO_TYPE_SORE_GROUP, NULL);

  legato_sore_group_set_value (LEGATO_SORE_GROUP (sore), LEGATO_LEG_LEFT,
                               legato_guide_find_zone (fixture->guide, zone), value);
}

static void
saved_cb (GtkWidget *editor,
          LegatoEntry *entry,
          LegatoEntry *before,
          gboolean kept,
          LegatoEntry **saved)
{
  *saved = legato_entry_ref (entry);
}

static GtkWidget *
write_new (PageFixture *fixture, LegatoEntry **saved)
{
  GtkWidget *editor = GTK_WIDGET (
      legato_entry_editor_new_for_day (NULL, fixture->context, legato_person_model_get_today ()));

  gtk_window_present (GTK_WINDOW (editor));
  g_signal_connect (editor, "saved", G_CALLBACK (saved_cb), saved);
  return editor;
}

/* Only what is seen is saved: what was rated of a massage is kept aside while none is noted. */
static void
test_kinds (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) felt = NULL;
  g_autoptr (LegatoEntry) massage = NULL;
  GtkWidget *editor = write_new (fixture, &felt);

  press (editor, "A Massage");
  press (editor, "Before");
  rate (fixture, editor, "calf", 7);
  press (editor, "Right after");
  rate (fixture, editor, "calf", 2);
  press (editor, "How My Legs Feel");
  ui_test_click (editor, "Save");
  while (felt == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (felt->kind, ==, LEGATO_ENTRY_CHECK_IN);
  g_assert_cmpuint (felt->ratings->len, ==, 1);
  g_assert_cmpuint (
      legato_entry_find_rating (felt, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN)->value, ==,
      2);

  editor = write_new (fixture, &massage);
  press (editor, "A Massage");
  press (editor, "Calf");
  press (editor, "Before");
  rate (fixture, editor, "calf", 7);
  press (editor, "How My Legs Feel");
  rate (fixture, editor, "calf", 6);
  press (editor, "A Massage");
  press (editor, "Right after");
  rate (fixture, editor, "calf", 3);
  press (editor, "How My Legs Feel");
  press (editor, "A Massage");
  ui_test_click (editor, "Save");
  while (massage == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (massage->kind, ==, LEGATO_ENTRY_SESSION);
  g_assert_cmpuint (massage->ratings->len, ==, 2);
  g_assert_cmpuint (
      legato_entry_find_rating (massage, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE)->value, ==,
      6);
  g_assert_cmpuint (
      legato_entry_find_rating (massage, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER)->value, ==,
      3);
  ui_test_wait_for_journal (fixture->journal);
}

/* A number that was typed counts, also when no Enter followed: closing asks, saving takes it. */
static void
test_typed_length (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = new_told ("three-minute", 600);
  g_autoptr (LegatoEntry) stored = NULL;
  GtkWidget *editor = NULL;

  put (fixture, entry);
  editor = edit (fixture, entry);
  type (find_length (editor), "25");
  close_and_answer (editor, "Go On Writing");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_length (editor))), ==, "25");
  type (find_length (editor), "26");
  ui_test_click (editor, "Save");
  ui_test_wait_for_journal (fixture->journal);
  stored = get (fixture, entry);
  g_assert_cmpuint (stored->done_s, ==, 26 * 60);

  /* So does the time of day. */
  editor = edit (fixture, stored);
  type (nth_spin (editor, 1), "07");
  close_and_answer (editor, "Save");
  g_clear_pointer (&stored, legato_entry_unref);
  ui_test_wait_for_journal (fixture->journal);
  stored = get (fixture, entry);
  g_assert_cmpint (g_date_time_get_minute (stored->at), ==, 7);
}

/* What the shelf wrote into the folder of the test. */
static void
forget_routines (PageFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "routines", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
}

static void
test_typed_routine (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRoutine) routine =
      legato_routine_copy (legato_guide_find_routine (fixture->guide, "three-minute"));
  GtkWidget *editor = NULL;
  guint seconds = 0;

  g_free (routine->id);
  routine->id = g_strdup ("own-typed");
  seconds = ((LegatoRoutineStep *) routine->leg_steps->pdata[0])->seconds;
  ui_test_show (fixture, gtk_label_new (""), 360, 200);
  editor = GTK_WIDGET (legato_routine_editor_new (fixture->window, fixture->shelf, routine));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_widget_activate_action (editor, "step.edit", "u", 0);
  {
    g_autoptr (GPtrArray) spins = g_ptr_array_new ();
    g_autofree char *text = g_strdup_printf ("%u", seconds + 5);
    GtkWidget *number = NULL;

    ui_test_collect (editor, GTK_TYPE_SPIN_BUTTON, spins);
    for (guint i = 0; i < spins->len; i++)
      if (gtk_spin_button_get_value_as_int (spins->pdata[i]) == (int) seconds)
        number = spins->pdata[i];
    g_assert_nonnull (number);
    type (number, text);
  }
  close_and_answer (editor, "Save");
  forget_routines (fixture);
  {
    const LegatoRoutine *saved = legato_guide_find_routine (fixture->guide, "own-typed");

    g_assert_nonnull (saved);
    g_assert_cmpuint (((LegatoRoutineStep *) saved->leg_steps->pdata[0])->seconds, ==, seconds + 5);
  }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/ui/entry-editor/" name, PageFixture, NULL, page_fixture_set_up, test,              \
              page_fixture_tear_down)
  ADD ("told-elsewhere", test_told_elsewhere);
  ADD ("told-steps", test_told_steps);
  ADD ("unknown", test_unknown);
  ADD ("kinds", test_kinds);
  ADD ("typed-length", test_typed_length);
  ADD ("typed-routine", test_typed_routine);
  return g_test_run ();
}

/* test-preferences.c: what is set in the preferences is kept, counts at once, and can be forgotten
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-clearance-row.h"
#include "legato-days-row.h"
#include "legato-leg-map.h"
#include "legato-person-model-testing.h"
#include "legato-places-page.h"
#include "legato-preferences-window.h"
#include "legato-schedule.h"
#include "legato-time-row.h"

static GtkWidget *
show_preferences (PageFixture *fixture, const char *page, int width, int height)
{
  LegatoPreferencesWindow *window = legato_preferences_window_new (NULL, fixture->context);

  fixture->window = g_object_ref (GTK_WINDOW (window));
  gtk_window_set_default_size (fixture->window, width, height);
  legato_preferences_window_show_page (window, page);
  gtk_window_present (fixture->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  return GTK_WIDGET (window);
}

/* What the journal knows now, read by somebody else. */
static LegatoProfile *
read_profile (PageFixture *fixture)
{
  g_autoptr (LegatoContext) other = NULL;

  ui_test_wait_for_journal (fixture->journal);
  other = ui_test_open_context (fixture, fixture->path);
  return legato_profile_copy (legato_person_model_get_profile (legato_context_get_person (other)));
}

/* A number alone would be read out as "1". */
static void
test_speed_is_told (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *window = show_preferences (fixture, "sound", 640, 900);
  GtkWidget *scale = ui_test_find (window, GTK_TYPE_SCALE, NULL);

  g_assert_nonnull (scale);
  gtk_range_set_value (GTK_RANGE (scale), 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Usual speed");
  gtk_range_set_value (GTK_RANGE (scale), 1.2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "1.2 times the usual speed");
}

/* The row with this title, or %NULL. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *label = ui_test_find (widget, GTK_TYPE_LABEL, title);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static void
set_switch (GtkWidget *widget, const char *title, guint nth, gboolean active)
{
  g_autoptr (GPtrArray) switches = g_ptr_array_new ();
  GtkWidget *row = find_row (widget, title);

  g_assert_nonnull (row);
  ui_test_collect (row, GTK_TYPE_SWITCH, switches);
  g_assert_cmpuint (nth, <, switches->len);
  gtk_switch_set_active (g_ptr_array_index (switches, nth), active);
}

/* As a person who turns the leaves of the calendar and then takes a day. */
static void
set_calendar (GtkWidget *row, int year, int month, int day)
{
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();

  ui_test_collect (row, GTK_TYPE_CALENDAR, calendars);
  g_assert_cmpuint (calendars->len, ==, 1);
  g_object_set (calendars->pdata[0], "day", 1, "year", year, "month", month - 1, "day", day, NULL);
}

/* Days and times go to the settings, where what reminds reads them; a time without a day waits. */
static void
test_reminders (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  GtkWidget *window = show_preferences (fixture, "reminders", 640, 1200);
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autoptr (GPtrArray) times = g_ptr_array_new ();
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  GtkWidget *every_day = NULL;

  ui_test_collect (window, LEGATO_TYPE_DAYS_ROW, days);
  ui_test_collect (window, LEGATO_TYPE_TIME_ROW, times);
  g_assert_cmpuint (days->len, ==, 3);
  g_assert_cmpuint (times->len, ==, 6);
  ui_test_collect (times->pdata[0], GTK_TYPE_SPIN_BUTTON, fields);
  g_assert_cmpuint (fields->len, ==, 2);

  g_assert_false (gtk_widget_is_sensitive (times->pdata[0]));
  g_object_set (days->pdata[0], "days", 0x15u, NULL);
  g_assert_cmpuint (g_settings_get_uint (settings, "reminder-session-days"), ==, 0x15);
  g_assert_true (gtk_widget_is_sensitive (times->pdata[0]));

  /* All days at once, and none; one that is taken out leaves the others. */
  every_day = ui_test_find (days->pdata[0], GTK_TYPE_TOGGLE_BUTTON, "Every day");
  g_assert_nonnull (every_day);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (every_day), TRUE);
  g_assert_cmpuint (g_settings_get_uint (settings, "reminder-session-days"), ==, LEGATO_EVERY_DAY);
  g_object_set (days->pdata[0], "days", LEGATO_EVERY_DAY & ~1u, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (every_day)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (every_day), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (every_day), FALSE);
  g_assert_cmpuint (g_settings_get_uint (settings, "reminder-session-days"), ==, 0);
  g_object_set (days->pdata[0], "days", 0x15u, NULL);

  gtk_spin_button_set_value (fields->pdata[0], 7);
  gtk_spin_button_set_value (fields->pdata[1], 5);
  g_assert_cmpuint (g_settings_get_uint (settings, "reminder-session-minute"), ==, 7 * 60 + 5);
  g_assert_cmpstr (gtk_editable_get_text (fields->pdata[1]), ==, "05");

  set_switch (window, "Ask how my legs are", 0, TRUE);
  g_assert_true (g_settings_get_boolean (settings, "reminder-follow-ups"));

  /* And from there to the page. */
  g_settings_set_uint (settings, "reminder-session-days", LEGATO_EVERY_DAY);
  g_settings_set_uint (settings, "reminder-session-minute", 23 * 60 + 59);
  g_assert_cmpfloat (gtk_spin_button_get_value (fields->pdata[0]), ==, 23);
  g_assert_cmpfloat (gtk_spin_button_get_value (fields->pdata[1]), ==, 59);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "reminders");

  g_settings_reset (settings, "reminder-session-days");
  g_settings_reset (settings, "reminder-session-minute");
  g_settings_reset (settings, "reminder-follow-ups");
}

static void
test_about_you (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoProfile) profile = NULL;
  GtkWidget *window = show_preferences (fixture, "you", 640, 1400);
  const LegatoProfileCondition *thinners = NULL;
  GtkSpinButton *goal = GTK_SPIN_BUTTON (ui_test_find (window, GTK_TYPE_SPIN_BUTTON, NULL));
  double least = 0, most = 0;

  gtk_spin_button_get_range (goal, &least, &most);
  g_assert_cmpfloat (least, ==, LEGATO_GOAL_MIN);
  g_assert_cmpfloat (most, ==, LEGATO_GOAL_MAX);
  gtk_spin_button_set_value (goal, 5);
  set_switch (window, "Thin or fragile skin", 0, TRUE);
  set_switch (window, "Foam roller", 0, TRUE);
  set_switch (window, "Blood thinners", 0, TRUE);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "preferences-you");
  profile = read_profile (fixture);
  /* Nobody has been shown the whole list by that, so it is still to be asked. */
  g_assert_false (profile->asked);
  g_assert_cmpuint (profile->weekly_goal, ==, 5);
  g_assert_true (legato_profile_has_tool (profile, "roller"));
  g_assert_nonnull (legato_profile_find_condition (profile, "fragile-skin"));
  thinners = legato_profile_find_condition (profile, "blood-thinners");
  g_assert_nonnull (thinners);
  g_assert_cmpuint (thinners->cleared, ==, 0);

  /* The doctor's word has a date, and goes with the condition. */
  set_switch (window, "Blood thinners", 1, TRUE);
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  g_assert_cmpuint (legato_profile_find_condition (profile, "blood-thinners")->cleared, ==,
                    legato_person_model_get_today ());
  set_calendar (find_row (window, "Blood thinners"), 2025, 2, 28);
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  {
    g_autoptr (GDate) day = g_date_new_dmy (28, G_DATE_FEBRUARY, 2025);

    g_assert_cmpuint (legato_profile_find_condition (profile, "blood-thinners")->cleared, ==,
                      g_date_get_julian (day));
  }
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "28 February 2025"));
  set_switch (window, "Blood thinners", 0, FALSE);
  set_switch (window, "Blood thinners", 0, TRUE);
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  g_assert_cmpuint (legato_profile_find_condition (profile, "blood-thinners")->cleared, ==, 0);
}

static LegatoLegMap *
find_map (GtkWidget *widget)
{
  GtkWidget *map = ui_test_find (widget, LEGATO_TYPE_LEG_MAP, NULL);

  g_assert_nonnull (map);
  return LEGATO_LEG_MAP (map);
}

static void
test_places (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (LegatoProfile) profile = NULL;
  GtkWidget *window = show_preferences (fixture, "places", 360, 900);
  const LegatoProfilePlace *place = NULL;
  const LegatoZone *shin = legato_guide_find_zone (fixture->guide, "shin");
  AdwComboRow *cause = NULL;

  /* Chosen on the map, then named. */
  g_signal_emit_by_name (find_map (window), "zone-selected", LEGATO_LEG_RIGHT, shin);
  ui_test_settle (fixture->window);
  cause = ADW_COMBO_ROW (gtk_widget_get_ancestor (
      ui_test_find (window, GTK_TYPE_LABEL, "Right shin"), ADW_TYPE_COMBO_ROW));
  g_assert_nonnull (cause);
  adw_combo_row_set_selected (cause, 1 + LEGATO_CAUSE_RASH);
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "preferences-places");
  profile = read_profile (fixture);
  place = legato_profile_find_blocked (profile, "shin", LEGATO_LEG_RIGHT);
  g_assert_nonnull (place);
  g_assert_cmpint (place->cause, ==, LEGATO_CAUSE_RASH);
  g_assert_cmpuint (legato_person_model_get_person (person)->blocked[LEGATO_LEG_RIGHT], ==,
                    LEGATO_ZONE_BIT (shin));
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "Rash"));

  /* The list is the map's twin; another place may be marked, this one be taken back. */
  g_signal_emit_by_name (find_row (window, "Right foot"), "activated");
  adw_combo_row_set_selected (cause, 1 + LEGATO_CAUSE_NUMB);
  g_signal_emit_by_name (find_map (window), "zone-selected", LEGATO_LEG_RIGHT, shin);
  g_assert_cmpuint (adw_combo_row_get_selected (cause), ==, 1 + LEGATO_CAUSE_RASH);
  adw_combo_row_set_selected (cause, 0);
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  g_assert_null (legato_profile_find_blocked (profile, "shin", LEGATO_LEG_RIGHT));
  g_assert_nonnull (legato_profile_find_blocked (profile, "foot", LEGATO_LEG_RIGHT));
}

static void
set_agreed (GtkWidget *window, const char *place, LegatoLeg leg)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (window, ADW_TYPE_ACTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) chips = g_ptr_array_new ();

      ui_test_collect (rows->pdata[i], GTK_TYPE_TOGGLE_BUTTON, chips);
      if (chips->len == 2 && g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), place))
        gtk_toggle_button_set_active (chips->pdata[leg], TRUE);
    }
}

static void
test_what_was_agreed (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  GtkWidget *window = NULL;

  profile->asked = TRUE;
  legato_profile_set_condition (profile, data, 740000, 740001);
  legato_person_model_set_profile (person, profile);
  window = show_preferences (fixture, "places", 640, 2400);
  set_agreed (window, "Back of the thigh", LEGATO_LEG_RIGHT);
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  g_assert_false (legato_profile_is_agreed (profile, "hamstrings", LEGATO_LEG_LEFT));
  g_assert_true (legato_profile_is_agreed (profile, "hamstrings", LEGATO_LEG_RIGHT));
}

/* Which joint it is, and whether it may be bent, are asked for as soon as there is one. */
static void
test_an_artificial_joint (PageFixture *fixture, gconstpointer data)
{
  const LegatoPerson *person = NULL;
  GtkWidget *window = show_preferences (fixture, "you", 640, 1800);

  g_assert_null (ui_test_find (window, GTK_TYPE_TOGGLE_BUTTON, "Left hip"));
  set_switch (window, "An artificial knee or hip", 0, TRUE);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (ui_test_find (window, GTK_TYPE_LABEL, "Left hip"),
                                                  GTK_TYPE_TOGGLE_BUTTON)),
      TRUE);
  person = legato_person_model_get_person (legato_context_get_person (fixture->context));
  g_assert_cmpuint (legato_person_get_joints (person, LEGATO_LEG_LEFT), ==, LEGATO_JOINT_HIP);
  g_assert_cmpuint (legato_person_get_joints (person, LEGATO_LEG_RIGHT), ==, 0);
}

/* Signs that stand, one that a doctor has looked at since. */
static void
say_more (LegatoPersonModel *person)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);

  legato_check_in_set_flag (check_in, "dvt", TRUE);
  legato_check_in_set_flag (check_in, "fever", TRUE);
  legato_person_model_set_check_in (person, check_in);
  legato_person_model_raise_flag (person, "after-swelling");
  g_assert_true (legato_person_model_answer_flag (person, "dvt", LEGATO_FLAG_LOOKED_AT));
}

/* Read by somebody else from the journal. */
static void
assert_all_stands (PageFixture *fixture)
{
  g_autoptr (LegatoContext) other = NULL;
  LegatoPersonModel *person = NULL;
  const LegatoStanding *standing = NULL;

  ui_test_wait_for_journal (fixture->journal);
  other = ui_test_open_context (fixture, fixture->path);
  person = legato_context_get_person (other);
  standing = legato_person_model_get_standing (person);
  g_assert_true (legato_standing_has_flag (standing, "fever"));
  g_assert_true (legato_standing_has_flag (standing, "after-swelling"));
  g_assert_nonnull (legato_standing_find_flag (standing, "dvt"));
  g_assert_cmpint (legato_standing_find_flag (standing, "dvt")->answer, ==, LEGATO_FLAG_LOOKED_AT);
  g_assert_nonnull (legato_person_model_get_todays_check_in (person));
}

static void
test_forget (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (LegatoProfile) said = legato_profile_new ();
  g_autoptr (LegatoProfile) profile = NULL;
  GtkWidget *window = NULL;

  said->asked = TRUE;
  legato_profile_set_condition (said, "swelling", 740000, 0);
  legato_profile_block (said, "calf", LEGATO_LEG_LEFT, LEGATO_CAUSE_VEIN, 740000);
  legato_person_model_set_profile (person, said);
  say_more (person);
  window = show_preferences (fixture, "you", 640, 1400);

  ui_test_click (window, "Forget All of This");
  profile = read_profile (fixture);
  g_assert_false (profile->asked);
  g_assert_cmpuint (profile->conditions->len + profile->blocked->len, ==, 0);

  /* The message offers to take it back. */
  ui_test_wait_for_label (window, "Forgotten");
  ui_test_click (window, "_Undo");
  g_clear_pointer (&profile, legato_profile_free);
  profile = read_profile (fixture);
  g_assert_true (legato_profile_equal (profile, said));
  assert_all_stands (fixture);
}

static gboolean
is_sensitive (GtkWidget *window, const char *label)
{
  return gtk_widget_is_sensitive (ui_test_find (window, GTK_TYPE_BUTTON, label));
}

/* A folder may be called anything, and without a journal there is nothing to be copied. */
static void
test_copies (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  LegatoJournalConnection *connection = legato_context_get_connection (fixture->context);
  g_autoptr (GError) error =
      g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED, "It broke.");
  GtkWidget *window = NULL;

  g_settings_set_string (settings, "copy-folder", "/tmp/a & <b>");
  g_settings_set_string (settings, "shared-folder", "/tmp/c & <d>");
  window = show_preferences (fixture, "copies", 640, 1200);
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "/tmp/a & <b>"));
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "/tmp/c & <d>"));
  g_settings_reset (settings, "copy-folder");
  g_settings_reset (settings, "shared-folder");

  g_assert_true (is_sensitive (window, "Copy Now"));
  legato_journal_connection_give_up (connection, error);
  g_assert_false (is_sensitive (window, "Copy Now"));
}

/* A number that is typed when the window closes was meant, too. */
static void
test_typed_last (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  GtkWidget *window = show_preferences (fixture, "copies", 640, 1200);
  GtkWidget *days = ui_test_find (window, GTK_TYPE_SPIN_BUTTON, NULL);

  gtk_widget_grab_focus (days);
  gtk_editable_set_text (GTK_EDITABLE (days), "23");
  gtk_window_close (fixture->window);
  g_assert_cmpuint (g_settings_get_uint (settings, "copy-days"), ==, 23);
  g_settings_reset (settings, "copy-days");
}

static gboolean
is_focus_in_sight (GtkWindow *window, graphene_rect_t *bounds)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_SWITCH (focus) && gtk_widget_compute_bounds (focus, GTK_WIDGET (window), bounds)
         && bounds->origin.y >= 0
         && bounds->origin.y + bounds->size.height
                <= (float) gtk_widget_get_height (GTK_WIDGET (window));
}

/* The focus comes to the switch of that name, and no scrolling is needed to see it. */
static void
assert_focus_in_sight (GtkWindow *window, const char *name)
{
  graphene_rect_t bounds;

  while (!is_focus_in_sight (window, &bounds))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_accessible_assert_property (gtk_window_get_focus (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

/* Who enters the doctor's word while the advice is shown goes on to the session. */
static void
test_clearance_opens_the_way (PageFixture *fixture, gconstpointer data)
{
  LegatoWindow *window = ui_test_show_window (fixture, 1000, 700);
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *preferences = NULL;
  GtkWidget *chip = NULL;

  ui_test_wait_for_journal (fixture->journal);
  g_assert_true (legato_window_prepare (window, "evening"));
  ui_test_settle (fixture->window);
  chip = gtk_widget_get_ancestor (
      ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Osteoporosis"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  ui_test_click (GTK_WIDGET (window), "Go On");
  ui_test_wait_for_label (GTK_WIDGET (window), "Not before your doctor agrees");
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Start"));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "refusal-uncleared");

  ui_test_click (GTK_WIDGET (window), "My Doctor Agreed…");
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (LEGATO_IS_PREFERENCES_WINDOW (toplevel))
        preferences = toplevel;
    }
  g_assert_nonnull (preferences);
  ui_test_settle (preferences);
  assert_focus_in_sight (preferences, "Osteoporosis: agreed");
  ui_test_shoot (preferences, "preferences-at");
  set_switch (GTK_WIDGET (preferences), "Osteoporosis", 1, TRUE);
  gtk_window_close (preferences);
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Start"));
}

int
main (int argc, char *argv[])
{
  ui_test_init_application (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)
  ADD ("/ui/preferences/about-you", test_about_you);
  ADD ("/ui/preferences/speed-is-told", test_speed_is_told);
  ADD ("/ui/preferences/reminders", test_reminders);
  ADD ("/ui/preferences/places", test_places);
  g_test_add ("/ui/preferences/what-was-agreed/pregnancy", PageFixture, "pregnancy",
              page_fixture_set_up, test_what_was_agreed, page_fixture_tear_down);
  g_test_add ("/ui/preferences/what-was-agreed/surgery", PageFixture, "surgery",
              page_fixture_set_up, test_what_was_agreed, page_fixture_tear_down);
  ADD ("/ui/preferences/an-artificial-joint", test_an_artificial_joint);
  ADD ("/ui/preferences/forget", test_forget);
  ADD ("/ui/preferences/copies", test_copies);
  ADD ("/ui/preferences/typed-last", test_typed_last);
  ADD ("/ui/preferences/clearance-opens-the-way", test_clearance_opens_the_way);
  return g_test_run ();
}

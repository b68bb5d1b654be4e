/* test-entry-fields.c: girths and told massages in their fields, and days by their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-access.h"
#include "legato-girth-group.h"
#include "legato-girth-words.h"
#include "legato-dates.h"
#include "legato-month-view.h"
#include "legato-person-model.h"
#include "legato-soreness-row.h"
#include "legato-time-row.h"
#include "legato-unguided-group.h"

static LegatoEntry *
new_entry (LegatoEntryKind kind)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 20, 18, 0, 0);

  return legato_entry_new (kind, at);
}

static void
press (GtkWidget *widget, const char *label)
{
  GtkWidget *toggle = ui_test_find (widget, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

/* What is typed in one unit is there in the other, and nothing is rounded on the way. */
static void
test_girths (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  LegatoGirthGroup *group = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (LegatoEntry) entry = new_entry (LEGATO_ENTRY_CHECK_IN);
  g_autoptr (LegatoEntry) read = new_entry (LEGATO_ENTRY_CHECK_IN);
  g_autoptr (GError) error = NULL;
  const LegatoGirth *girth = NULL;

  g_settings_set_string (settings, "girth-unit", "cm");
  group = legato_girth_group_new ();
  ui_test_show (fixture, GTK_WIDGET (group), 360, 400);
  ui_test_collect (GTK_WIDGET (group), ADW_TYPE_ENTRY_ROW, fields);
  g_assert_cmpuint (fields->len, ==, 4);
  g_assert_true (legato_girth_group_read (group, read, &error));
  g_assert_cmpuint (read->girths->len, ==, 0);

  legato_entry_add_girth (entry, LEGATO_GIRTH_ANKLE, LEGATO_LEG_RIGHT, 233);
  legato_girth_group_show (group, entry);
  g_assert_cmpstr (gtk_editable_get_text (fields->pdata[1]), ==, "23.3");
  gtk_editable_set_text (fields->pdata[2], " 38,5 ");
  press (GTK_WIDGET (group), "Inches");
  g_assert_cmpstr (gtk_editable_get_text (fields->pdata[1]), ==, "9.2");
  g_assert_cmpstr (gtk_editable_get_text (fields->pdata[2]), ==, "15.2");
  g_assert_cmpstr (gtk_editable_get_text (fields->pdata[0]), ==, "");
  g_assert_true (legato_girth_group_read (group, read, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read->girths->len, ==, 2);
  girth = g_ptr_array_index (read->girths, 0);
  g_assert_cmpint (girth->place, ==, LEGATO_GIRTH_ANKLE);
  g_assert_cmpint (girth->leg, ==, LEGATO_LEG_RIGHT);
  g_assert_cmpuint (girth->mm, ==, 233);
  g_assert_cmpuint (((const LegatoGirth *) read->girths->pdata[1])->mm, ==, 385);

  /* What no leg can have is not taken, and where it stands is shown. */
  for (gsize i = 0; i < 3; i++)
    {
      const char *const nonsense[] = { "thick", "0.2", "2000" };

      gtk_editable_set_text (fields->pdata[3], nonsense[i]);
      g_assert_false (legato_girth_group_read (group, read, &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "Right calf: "));
      g_clear_error (&error);
      g_assert_true (gtk_widget_has_css_class (fields->pdata[3], "error"));
    }
  gtk_editable_set_text (fields->pdata[3], "15");
  g_assert_true (legato_girth_group_read (group, read, &error));
  g_assert_false (gtk_widget_has_css_class (fields->pdata[3], "error"));
  g_assert_cmpuint (((const LegatoGirth *) read->girths->pdata[2])->mm, ==, 381);
  g_settings_reset (settings, "girth-unit");
}

/* Types into the field itself, as a person does. */
static void
type (GtkSpinButton *spin, const char *text)
{
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (spin));
  int at = 0;

  gtk_editable_delete_text (field, 0, -1);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    gtk_editable_insert_text (field, c, (int) (g_utf8_next_char (c) - c), &at);
  gtk_spin_button_update (spin);
}

/* Keyboards of some languages have digits and a decimal mark of their own. */
static void
test_digits (PageFixture *fixture, gconstpointer data)
{
  const char *const girths[] = { "38.5", "٣٨٫٥",     "۳۸٫۵", "٣٨٫٥\u200f",
                                 "٣٨،٥", "３８．５", "३८.५", "３８，５" };
  const char *const hours[] = { "17", "١٧", "۱۷", "１７" };
  LegatoUnguidedGroup *group = legato_unguided_group_new (fixture->guide);
  GtkWidget *row = g_object_new (LEGATO_TYPE_TIME_ROW, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) spins = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (girths); i++)
    {
      guint mm = 0;

      g_test_message ("%s", girths[i]);
      g_assert_true (legato_girth_words_parse (girths[i], FALSE, &mm));
      g_assert_cmpuint (mm, ==, 385);
    }

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), list);
  ui_test_show (fixture, box, 400, 900);
  ui_test_collect (box, GTK_TYPE_SPIN_BUTTON, spins);
  g_assert_cmpuint (spins->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    for (guint spin = 0; spin < spins->len; spin++)
      {
        g_test_message ("%s in field %u", hours[i], spin);
        gtk_spin_button_set_value (spins->pdata[spin], 5);
        type (spins->pdata[spin], hours[i]);
        g_assert_cmpint (gtk_spin_button_get_value_as_int (spins->pdata[spin]), ==, 17);
        type (spins->pdata[spin], "?");
        g_assert_cmpint (gtk_spin_button_get_value_as_int (spins->pdata[spin]), ==, 17);
      }
}

/* What was told once stands in the fields again, to be corrected. */
static void
test_told (PageFixture *fixture, gconstpointer data)
{
  LegatoUnguidedGroup *group = legato_unguided_group_new (fixture->guide);
  g_autoptr (LegatoEntry) entry = new_entry (LEGATO_ENTRY_SESSION);
  g_autoptr (LegatoEntry) again = new_entry (LEGATO_ENTRY_SESSION);
  g_autoptr (GPtrArray) spins = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const LegatoDoneStep *step = NULL;

  ui_test_show (fixture, GTK_WIDGET (group), 400, 900);
  ui_test_collect (GTK_WIDGET (group), GTK_TYPE_SPIN_BUTTON, spins);
  /* Places and a technique, or a routine: neither is there yet. */
  g_assert_false (legato_unguided_group_read (group, entry, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  press (GTK_WIDGET (group), "Calf");
  gtk_spin_button_set_value (spins->pdata[0], 12);
  g_assert_true (legato_unguided_group_read (group, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry->done_s, ==, 12 * 60);
  g_assert_null (entry->routine);
  step = g_ptr_array_index (entry->steps, 0);
  g_assert_true (g_strv_contains ((const char *const *) step->zones, "calf"));

  group = legato_unguided_group_new (fixture->guide);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (group));
  ui_test_settle (fixture->window);
  legato_unguided_group_show (group, entry);
  g_assert_cmpuint (legato_unguided_group_get_seconds (group), ==, 12 * 60);
  g_assert_true (legato_unguided_group_read (group, again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (again->steps->len, ==, entry->steps->len);
  for (guint i = 0; i < again->steps->len; i++)
    {
      const LegatoDoneStep *before = g_ptr_array_index (entry->steps, i);
      const LegatoDoneStep *after = g_ptr_array_index (again->steps, i);

      g_assert_cmpstr (after->technique, ==, before->technique);
      g_assert_cmpint (after->leg, ==, before->leg);
      g_assert_cmpint (after->pressure, ==, before->pressure);
      g_assert_true (
          g_strv_equal ((const char *const *) after->zones, (const char *const *) before->zones));
    }
}

/* The key goes to what has the keyboard, as from the window. */
static void
press_key (GtkWidget *widget, guint keyval)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (above);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
          gboolean handled = FALSE;

          if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
            continue;
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
          if (handled)
            return;
        }
    }
  g_error ("nothing takes the key %u", keyval);
}

/* The keyboard is on that day, which a screen reader is told in full. */
static void
assert_focus_on (PageFixture *fixture, guint32 day)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *number = NULL;
  g_autofree char *full_day = legato_dates_dup_full_day (day);
  g_autofree char *name = g_strdup_printf ("%s, nothing noted", full_day);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  number = g_strdup_printf ("%u", g_date_get_day (&date));
  g_assert_nonnull (focus);
  ui_test_collect (focus, GTK_TYPE_LABEL, labels);
  g_assert_cmpstr (gtk_label_get_label (labels->pdata[0]), ==, number);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, name, NULL));
}

static void
day_chosen_cb (LegatoMonthView *month, guint day, guint *chosen)
{
  *chosen = day;
}

/* Arrows go through days and weeks, also from month to month; the page keys through months. */
static void
test_month (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    int days;
    int months;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 },    { GDK_KEY_Up, -7, 0 },       { GDK_KEY_Up, -7, 0 },
    { GDK_KEY_Up, -7, 0 },      { GDK_KEY_Up, -7, 0 },       { GDK_KEY_Up, -7, 0 },
    { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Down, 7, 0 },      { GDK_KEY_Page_Up, 0, -1 },
    { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_Page_Down, 0, 1 },
  };
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  LegatoMonthView *month = legato_month_view_new (fixture->context);
  GtkWidget *view = GTK_WIDGET (month);
  guint32 today = legato_person_model_get_today ();
  guint chosen = 0;
  GDate date;

  g_signal_connect (month, "day-chosen", G_CALLBACK (day_chosen_cb), &chosen);
  ui_test_show (fixture, view, 400, 500);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);

  /* One stop of the Tab key for all days: today, unless one is chosen. */
  while (!gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD)
         || !gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), view))
    ;
  while (gtk_widget_get_first_child (gtk_window_get_focus (fixture->window)) != NULL
         && ui_test_find (gtk_window_get_focus (fixture->window), GTK_TYPE_LABEL, NULL) == NULL)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus_on (fixture, today);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].months < 0)
        g_date_subtract_months (&date, 1);
      else if (keys[i].months > 0)
        g_date_add_months (&date, 1);
      else
        /* The next day is on the left where text runs from the right. */
        g_date_set_julian (
            &date,
            g_date_get_julian (&date)
                + (guint) (ABS (keys[i].days) == 1 && mirrored ? -keys[i].days : keys[i].days));
      press_key (gtk_window_get_focus (fixture->window), keys[i].keyval);
      assert_focus_on (fixture, g_date_get_julian (&date));
    }
  g_signal_emit_by_name (gtk_window_get_focus (fixture->window), "clicked");
  g_assert_cmpuint (chosen, ==, g_date_get_julian (&date));

  /* Backward to the bar above the days, and on to them again. */
  legato_month_view_set_chosen (month, chosen);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_window_get_focus (fixture->window) == NULL);
  while (ui_test_find (gtk_window_get_focus (fixture->window), GTK_TYPE_LABEL, NULL) == NULL)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus_on (fixture, chosen);
}

static void
test_month_right_to_left (PageFixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_month (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* From number to number an arrow goes to where it points, and the numbers begin where text does. */
static void
check_arrows (PageFixture *fixture, GtkDirectionType onward, GtkDirectionType back)
{
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = legato_soreness_row_new (LEGATO_LEG_LEFT, calf);
  const char *const numbers[] = { "1", "2", "3", "2" };

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_test_show (fixture, list, 800, 200);
  ui_test_settle (fixture->window);
  g_assert_true (gtk_widget_grab_focus (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, "0")));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_signal_emit_by_name (fixture->window, "move-focus", i < 3 ? onward : back);
      g_assert_true (gtk_window_get_focus (fixture->window)
                     == ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, numbers[i]));
    }
}

static void
test_numbers (PageFixture *fixture, gconstpointer data)
{
  check_arrows (fixture, GTK_DIR_RIGHT, GTK_DIR_LEFT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_arrows (fixture, GTK_DIR_LEFT, GTK_DIR_RIGHT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  legato_access_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/ui/entry-fields/" name, PageFixture, NULL, page_fixture_set_up, test,              \
              page_fixture_tear_down)
  ADD ("girths", test_girths);
  ADD ("digits", test_digits);
  ADD ("told", test_told);
  ADD ("month", test_month);
  ADD ("month-right-to-left", test_month_right_to_left);
  ADD ("numbers", test_numbers);
  return g_test_run ();
}

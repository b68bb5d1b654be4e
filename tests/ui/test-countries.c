/* test-countries.c: numbers, weeks, hours and order as a country has them, whatever the language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "legato-dates.h"
#include "legato-girth-words.h"
#include "legato-routine-shelf.h"
#include "legato-time-words.h"
#include "legato-trend-words.h"
#include "legato-words.h"
#include "country.h"
#include "load-guide.h"

#define N_NAMES 3

typedef struct
{
  const char *locale;
  GDateWeekday first;
  gboolean has_inches;
  const char *half;
  const char *girth;
  const char *evening;
  const char *names[N_NAMES];
} Country;

static const Country countries[] = {
  { "de_DE", G_DATE_MONDAY, FALSE, "4,5", "38,5", "18:05", { "Äpfel", "Morgen", "Zug" } },
  { "sv_SE", G_DATE_MONDAY, FALSE, "4,5", "38,5", "18:05", { "Morgen", "Zug", "Äpfel" } },
  { "en_US", G_DATE_SUNDAY, TRUE, "4.5", "38.5", "6:05 PM", { "Äpfel", "Morgen", "Zug" } },
  { "ar_EG", G_DATE_SATURDAY, FALSE, "4.5", "38.5", "6:05 PM", { "Äpfel", "Morgen", "Zug" } },
  { "ja_JP", G_DATE_SUNDAY, FALSE, "4.5", "38.5", "18:05", { "あし", "いす", "うで" } },
};

static void
put (LegatoRoutineShelf *shelf, guint i, const char *name)
{
  LegatoGuide *guide = legato_routine_shelf_get_guide (shelf);
  g_autoptr (LegatoRoutine) routine =
      legato_routine_copy (legato_guide_find_routine (guide, "three-minute"));
  g_autoptr (GError) error = NULL;

  g_free (routine->id);
  g_free (routine->name);
  routine->id = g_strdup_printf ("own-%u", i);
  routine->name = g_strdup (name);
  g_assert_nonnull (legato_routine_shelf_put (shelf, routine, &error));
  g_assert_no_error (error);
}

/* From A to Z as the person knows it: a letter with dots stands with or behind all others. */
static void
check_order (const Country *country, const char *folder)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autofree char *path = g_build_filename (folder, "routines", NULL);
  g_autoptr (LegatoRoutineShelf) shelf = legato_routine_shelf_new (guide, path);

  for (guint i = 0; i < N_NAMES; i++)
    put (shelf, i, country->names[N_NAMES - 1 - i]);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shelf)), ==, N_NAMES);
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autoptr (LegatoShelfItem) item = g_list_model_get_item (G_LIST_MODEL (shelf), i);
      g_autofree char *name = legato_shelf_item_dup_name (item);

      g_assert_cmpstr (name, ==, country->names[i]);
    }
}

static void
check_numbers (const Country *country)
{
  g_autofree char *half = legato_words_dup_number (4.5);
  g_autofree char *whole = legato_words_dup_number (4);
  g_autofree char *girth = legato_girth_words_dup_number (385, FALSE);
  guint mm = 0;

  g_assert_cmpstr (half, ==, country->half);
  g_assert_cmpstr (whole, ==, "4");
  g_assert_cmpstr (girth, ==, country->girth);
  /* What it writes it also reads, and either mark from any keyboard. */
  g_assert_true (legato_girth_words_parse (girth, FALSE, &mm));
  g_assert_cmpuint (mm, ==, 385);
  g_assert_true (legato_girth_words_parse ("38,5", FALSE, &mm)
                 && legato_girth_words_parse ("38.5", FALSE, &mm));
}

/* Over leap years and turns of the year. */
static void
check_weeks (const Country *country)
{
  g_autoptr (GDate) day = g_date_new_dmy (20, 12, 2023);

  for (; g_date_get_year (day) < 2029; g_date_add_days (day, 1))
    {
      guint32 start = legato_dates_get_week_start (g_date_get_julian (day));
      g_autoptr (GDate) first = g_date_new_julian (start);

      g_assert_cmpint (g_date_get_weekday (first), ==, country->first);
      g_assert_cmpuint (start, <=, g_date_get_julian (day));
      g_assert_cmpuint (g_date_get_julian (day) - start, <, 7);
    }
}

static void
check_country (const Country *country, const char *folder)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 11, 21, 18, 5, 0);
  g_autofree char *time = legato_time_words_dup_time (evening);
  g_autofree char *day = legato_dates_dup_full_day (legato_dates_get_day (evening));

  g_test_message ("%s", country->locale);
  g_assert_cmpint (legato_dates_get_first_weekday (), ==, country->first);
  check_weeks (country);
  g_assert_cmpint (legato_girth_words_has_inches (), ==, country->has_inches);
  g_assert_cmpstr (time, ==, country->evening);
  /* Of the language of the sentence that it stands in. */
  g_assert_cmpstr (day, ==, "Saturday, 21 November 2026");
  check_numbers (country);
  check_order (country, folder);
}

static void
test_country (gconstpointer data)
{
  const Country *country = data;

  const char *folder = country_visit (LC_ALL, country->locale);

  if (folder == NULL)
    return;
  check_country (country, folder);
  country_leave ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* That would stand above each. */
  g_unsetenv ("LC_ALL");
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *path = g_strconcat ("/countries/", countries[i].locale, NULL);

      g_test_add_data_func (path, countries + i, test_country);
    }
  return g_test_run ();
}

/* test-countries.c: numbers, weeks, hours and order as a country has them, whatever the language
 *
 * The locales are made for this: no machine has them all.
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
#include "../load-guide.h"

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

static char *folder;

static void
remove_folder (void)
{
  const char *const command[] = { "rm", "-r", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

/* Makes it and goes there. Returns: whether that is possible on this machine */
static gboolean
go_to (const char *country)
{
  g_autofree char *name = g_strconcat (country, ".UTF-8", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const command[] = { "localedef", "-i", country, "-f", "UTF-8", path, NULL };

  return g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       NULL, NULL)
         && setlocale (LC_ALL, name) != NULL;
}

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
check_order (const Country *country)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autofree char *path = g_build_filename (folder, country->locale, NULL);
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

static void
check_country (const Country *country)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 11, 21, 18, 5, 0);
  g_autofree char *time = legato_time_words_dup_time (evening);
  g_autofree char *day = legato_dates_dup_full_day (legato_dates_get_day (evening));

  g_test_message ("%s", country->locale);
  g_assert_cmpint (legato_dates_get_first_weekday (), ==, country->first);
  g_assert_cmpint (legato_girth_words_has_inches (), ==, country->has_inches);
  g_assert_cmpstr (time, ==, country->evening);
  /* Of the language of the sentence that it stands in. */
  g_assert_cmpstr (day, ==, "Saturday, 21 November 2026");
  check_numbers (country);
  check_order (country);
}

static void
test_country (gconstpointer country)
{
  if (go_to (((const Country *) country)->locale))
    check_country (country);
  else
    g_test_skip ("this locale cannot be made here");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("legato-countries-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_true (g_setenv ("LOCPATH", folder, TRUE));
  /* That would stand above each. */
  g_unsetenv ("LC_ALL");

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *path = g_strconcat ("/countries/", countries[i].locale, NULL);

      g_test_add_data_func (path, countries + i, test_country);
    }
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  return status;
}

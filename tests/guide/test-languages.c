/* test-languages.c: what is no sentence is right in each language as well
 *
 * Usage: test-languages LANGUAGE
 *
 * With the translations of this build, whatever languages the machine has: the locale is C.UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-locale.h"

/* A Thursday, and the Monday after it. */
#define A_DAY 1, G_DATE_JANUARY, 2026
#define ANOTHER_DAY 11, G_DATE_MAY, 2026

typedef struct
{
  const char *language;
  const char *full_day;
  const char *day;
  const char *short_day;
  const char *range;
  const char *month;
  const char *letters; /* Monday first */
} Dates;

static const Dates dates[] = {
  { "ar", "الخميس، 1 يناير 2026", "1 يناير 2026", "1 يناير", "1 يناير – 11 مايو 2026", "يناير 2026",
    "نثرخجسح" },
  { "de", "Donnerstag, 1. Januar 2026", "1. Januar 2026", "1. Jan.", "1. Jan. – 11. Mai 2026",
    "Januar 2026", "MDMDFSS" },
  { "es", "jueves, 1 de enero de 2026", "1 de enero de 2026", "1 ene", "1 ene – 11 may 2026",
    "enero de 2026", "LMXJVSD" },
  { "fr", "jeudi 1 janvier 2026", "1 janvier 2026", "1 janv.", "1 janv. – 11 mai 2026",
    "janvier 2026", "LMMJVSD" },
  { "ja", "2026年1月1日 木曜日", "2026年1月1日", "1月1日", "1月1日〜2026年5月11日", "2026年1月",
    "月火水木金土日" },
  { "pt_BR", "quinta-feira, 1 de janeiro de 2026", "1 de janeiro de 2026", "1 de jan.",
    "1 de jan. – 11 de mai. de 2026", "janeiro de 2026", "STQQSSD" },
  { "zh_CN", "2026年1月1日，星期四", "2026年1月1日", "1月1日", "1月1日–2026年5月11日", "2026年1月",
    "一二三四五六日" },
};

static guint32
get_julian (GDateDay day, GDateMonth month, GDateYear year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static void
assert_taken (char *actual, const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

/* Days and months are said in the language of the sentences around them. */
static void
test_dates (gconstpointer data)
{
  const Dates *expected = data;
  guint32 day = get_julian (A_DAY);
  g_autoptr (GString) letters = g_string_new (NULL);

  assert_taken (legato_dates_dup_full_day (day), expected->full_day);
  assert_taken (legato_dates_dup_day (day), expected->day);
  assert_taken (legato_dates_dup_short_day (day, FALSE), expected->short_day);
  assert_taken (legato_dates_dup_short_range (day, get_julian (ANOTHER_DAY)), expected->range);
  assert_taken (legato_dates_dup_month (G_DATE_JANUARY, 2026), expected->month);
  for (int weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    g_string_append (letters, legato_dates_get_weekday_letter ((GDateWeekday) weekday));
  g_assert_cmpstr (letters->str, ==, expected->letters);
}

int
main (int argc, char *argv[])
{
  const char *language = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  language = argv[1];
  g_setenv ("LANGUAGE", language, TRUE);
  legato_locale_init ();

  /* The header of a catalogue is found in any locale that translates at all. */
  if (*g_dgettext (GETTEXT_PACKAGE, "") == '\0')
    {
      g_print ("1..0 # SKIP this C library translates nothing in the locale at hand\n");
      return 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_str_equal (dates[i].language, language))
      g_test_add_data_func ("/guide/languages/dates", &dates[i], test_dates);
  return g_test_run ();
}

/* test-named-days.c: days as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "legato-dates.h"
#include "legato-named-days.h"

/* A Tuesday. */
#define TODAY "2026-12-01"

static void
assert_read (const char *text, const char *days, gboolean journal, const char *rest)
{
  g_autoptr (LegatoNamedDays) named = legato_named_days_read (text, legato_dates_read_id (TODAY));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < named->ranges->len; i++)
    {
      const LegatoDayRange *range = &g_array_index (named->ranges, LegatoDayRange, i);
      g_autofree char *first = legato_dates_dup_id (range->first);
      g_autofree char *last = legato_dates_dup_id (range->last);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", first);
      if (range->last != range->first)
        g_string_append_printf (found, "..%s", last);
    }
  if (!g_str_equal (found->str, days) || named->journal != journal
      || !g_str_equal (named->rest, rest))
    {
      g_test_message ("“%s” is %s, %s, and “%s”", text, found->str,
                      named->journal ? "of the journal" : "of anything", named->rest);
      g_test_fail ();
    }
}

static void
test_days (void)
{
  assert_read ("today", TODAY, FALSE, "");
  assert_read ("Yesterday", "2026-11-30", FALSE, "");
  assert_read ("yest", "2026-11-30", FALSE, "");
  assert_read ("the day before yesterday", "2026-11-29", FALSE, "");
  assert_read ("Monday", "2026-11-30 2026-11-23", FALSE, "");
  assert_read ("last tuesday", "2026-12-01 2026-11-24", FALSE, "");
  assert_read ("wednes", "2026-11-25 2026-11-18", FALSE, "");
}

static void
test_dates (void)
{
  assert_read ("2026-11-28", "2026-11-28", FALSE, "");
  assert_read ("28.11.2026", "2026-11-28", FALSE, "");
  assert_read ("28. 11. 26", "2026-11-28", FALSE, "");
  assert_read ("28/11/2026", "2026-11-28", FALSE, "");
  assert_read ("11/28/2026", "2026-11-28", FALSE, "");
  assert_read ("28/11", "2026-11-28", FALSE, "");
  assert_read ("2026-11", "2026-11-01..2026-11-30", FALSE, "");
  assert_read ("28 November", "2026-11-28", FALSE, "");
  assert_read ("Saturday, 28 November 2026", "2026-11-28", FALSE, "");
  assert_read ("on the 28th of Nov", "2026-11-28", FALSE, "");
  assert_read ("Nov 28", "2026-11-28", FALSE, "");
  assert_read ("28 Novem", "2026-11-28", FALSE, "");
  assert_read ("3 May", "2026-05-03", FALSE, "");
  /* What has not come yet was last year, or a leap year ago. */
  assert_read ("3 December", "2025-12-03", FALSE, "");
  assert_read ("1 December", TODAY, FALSE, "");
  assert_read ("29 February", "2024-02-29", FALSE, "");
  assert_read ("29 February 2026", "", FALSE, "29 February 2026");
  assert_read ("November", "2026-11-01..2026-11-30", FALSE, "");
  assert_read ("december 2025", "2025-12-01..2025-12-31", FALSE, "");
}

static void
test_journal (void)
{
  assert_read ("journal", "", TRUE, "");
  assert_read ("my diary", "", TRUE, "my");
  assert_read ("calf journal", "", TRUE, "calf");
  assert_read ("journal May", "2026-05-01..2026-05-31", TRUE, "");
  assert_read ("journal on Monday", "2026-11-30 2026-11-23", TRUE, "");
  assert_read ("stairs yesterday", "2026-11-30", FALSE, "stairs");
}

/* What others look for in the same place is no day. */
static void
test_nothing (void)
{
  static const char *const texts[] = { "",    "calf",  "may",        "mon", "3",          "2026",
                                       "3.5", "1-2-3", "mar",        "sun", "99/99",      "-./",
                                       "12",  "three", "2026-13-40", "of",  "31 November" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_read (texts[i], "", FALSE, texts[i]);
  /* Any bytes, and any number of them. */
  legato_named_days_free (legato_named_days_read ("\xff\xfe 3\xcc", 738000));
}

/* 3/5 is in May or in March. */
static void
test_order (void)
{
  if (setlocale (LC_TIME, "en_US.UTF-8") != NULL)
    assert_read ("3/5/2026", "2026-03-05", FALSE, "");
  if (setlocale (LC_TIME, "en_GB.UTF-8") != NULL)
    assert_read ("3/5/2026", "2026-05-03", FALSE, "");
  setlocale (LC_TIME, "C");
  assert_read ("3/5/2026", "2026-05-03", FALSE, "");
  assert_read ("3.5.2026", "2026-05-03", FALSE, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/named-days/days", test_days);
  g_test_add_func ("/guide/named-days/dates", test_dates);
  g_test_add_func ("/guide/named-days/journal", test_journal);
  g_test_add_func ("/guide/named-days/nothing", test_nothing);
  g_test_add_func ("/guide/named-days/order", test_order);
  return g_test_run ();
}

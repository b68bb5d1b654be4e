/* test-trend.c: weeks, legs and moments, and what may be said of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-trend.h"

#include <math.h>

#define N_ROUNDS 200

static guint32
julian (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
add (GArray *ratings,
     guint32 day,
     const char *zone,
     LegatoLeg leg,
     LegatoMoment moment,
     guint value)
{
  LegatoSoreness rating = { day, zone, leg, moment, value };

  g_array_append_val (ratings, rating);
}

static LegatoTrend *
make (GArray *ratings, LegatoLeg leg, guint32 first_day, guint n_weeks)
{
  return legato_trend_new ((const LegatoSoreness *) (gpointer) ratings->data, ratings->len, "calf",
                           leg, LEGATO_MOMENT_BEFORE, first_day, n_weeks);
}

static void
test_week_boundaries (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;

  /* 27 December 2026 is a Sunday, 3 January 2027 the next. */
  add (ratings, julian (2026, 12, 27), "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 1);
  add (ratings, julian (2026, 12, 28), "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 2);
  add (ratings, julian (2027, 1, 3), "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 3);
  add (ratings, julian (2027, 1, 4), "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 4);
  add (ratings, julian (2027, 1, 25), "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 9);

  trend = make (ratings, LEGATO_LEG_LEFT, julian (2026, 12, 21), 4);
  g_assert_cmpuint (legato_trend_get_n_weeks (trend), ==, 4);
  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, 4);
  g_assert_cmpuint (legato_trend_get_week (trend, 0)->first_day, ==, julian (2026, 12, 21));
  g_assert_cmpuint (legato_trend_get_week (trend, 0)->n, ==, 1);
  g_assert_cmpuint (legato_trend_get_week (trend, 1)->n, ==, 2);
  g_assert_cmpuint (legato_trend_get_week (trend, 1)->values[1].value, ==, 3);
  g_assert_cmpuint (legato_trend_get_week (trend, 2)->n, ==, 1);

  /* A gap is a week with nothing in it. */
  g_assert_cmpuint (legato_trend_get_week (trend, 3)->n, ==, 0);
  g_assert_false (legato_trend_get_week (trend, 3)->has_median);
}

static void
test_median_from_five (void)
{
  for (guint n = 1; n <= 8; n++)
    {
      g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
      g_autoptr (LegatoTrend) trend = NULL;
      const LegatoTrendWeek *week;

      for (guint i = 0; i < n; i++)
        add (ratings, julian (2026, 6, 1) + i % 7, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE,
             i);
      trend = make (ratings, LEGATO_LEG_BOTH, julian (2026, 6, 1), 1);
      week = legato_trend_get_week (trend, 0);
      g_assert_cmpuint (week->n, ==, n);
      g_assert_cmpint (week->has_median, ==, n >= 5);
      if (week->has_median)
        {
          g_assert_cmpfloat_with_epsilon (week->median, (n - 1) / 2.0, 1e-9);
          g_assert_cmpfloat_with_epsilon (week->lower_quartile, (n - 1) / 4.0, 1e-9);
          g_assert_cmpfloat_with_epsilon (week->upper_quartile, (n - 1) * 3 / 4.0, 1e-9);
        }
    }
}

/* Every week holds exactly the values a plain search finds, in whatever order they come. */
static void
test_weeks_hold_what_search_finds (void)
{
  static const char *const zones[] = { "calf", "shin" };

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
      g_autoptr (LegatoTrend) trend = NULL;
      guint32 first_day = julian (2026, 1, 1) + (guint32) g_test_rand_int_range (0, 400);
      guint n_weeks = (guint) g_test_rand_int_range (1, 14);
      LegatoLeg leg = (LegatoLeg) g_test_rand_int_range (LEGATO_LEG_LEFT, LEGATO_LEG_BOTH + 1);
      int n_ratings = g_test_rand_int_range (0, 200);

      for (int i = 0; i < n_ratings; i++)
        add (ratings, first_day - 20 + (guint32) g_test_rand_int_range (0, 130),
             zones[g_test_rand_int_range (0, 2)], (LegatoLeg) g_test_rand_int_range (0, 2),
             (LegatoMoment) g_test_rand_int_range (0, 2), (guint) g_test_rand_int_range (0, 11));

      trend = make (ratings, leg, first_day, n_weeks);
      for (guint w = 0; w < n_weeks; w++)
        {
          const LegatoTrendWeek *week = legato_trend_get_week (trend, w);
          guint n = 0, sum = 0, sum_held = 0;

          for (guint i = 0; i < ratings->len; i++)
            {
              const LegatoSoreness *rating = &g_array_index (ratings, LegatoSoreness, i);

              if (rating->day >= week->first_day && rating->day <= week->first_day + 6
                  && rating->moment == LEGATO_MOMENT_BEFORE
                  && (leg == LEGATO_LEG_BOTH || leg == rating->leg)
                  && g_str_equal (rating->zone, "calf"))
                {
                  n++;
                  sum += rating->value;
                }
            }
          for (guint i = 0; i < week->n; i++)
            {
              sum_held += week->values[i].value;
              g_assert_true (i == 0 || week->values[i - 1].day <= week->values[i].day);
            }
          g_assert_cmpuint (week->n, ==, n);
          g_assert_cmpuint (sum_held, ==, sum);
        }
    }
}

/* Three days a week, @fall points less each week. */
static GArray *
make_falling (guint n_weeks, double fall)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));

  for (guint week = 0; week < n_weeks; week++)
    {
      for (guint i = 0; i < 3; i++)
        {
          guint32 day = julian (2026, 6, 1) + 7 * week + 2 * i;
          guint value = (guint) lround (9 - fall * week) + (i == 1);

          add (ratings, day, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, value);
          add (ratings, day, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, value - 1);
        }
    }
  return ratings;
}

static void
test_verdict_needs_enough (void)
{
  for (guint n_weeks = 1; n_weeks <= 8; n_weeks++)
    {
      g_autoptr (GArray) ratings = make_falling (n_weeks, 1);
      g_autoptr (LegatoTrend) trend = make (ratings, LEGATO_LEG_BOTH, julian (2026, 6, 1), 12);

      /* Two legs on one day are no two days. */
      g_assert_cmpint (legato_trend_get_slope (trend) != NULL, ==, n_weeks >= 4);
      g_assert_cmpint (legato_trend_get_verdict (trend), ==,
                       n_weeks >= 4 ? LEGATO_TREND_FALLING : LEGATO_TREND_CANT_TELL);
    }
}

static void
test_many_days_in_few_weeks (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;

  for (guint i = 0; i < 21; i++)
    add (ratings, julian (2026, 6, 1) + i, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, i / 3);
  trend = make (ratings, LEGATO_LEG_BOTH, julian (2026, 6, 1), 12);
  g_assert_null (legato_trend_get_slope (trend));
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_CANT_TELL);
}

static void
test_level_cant_be_told (void)
{
  g_autoptr (GArray) ratings = make_falling (8, 0);
  g_autoptr (LegatoTrend) trend = make (ratings, LEGATO_LEG_LEFT, julian (2026, 6, 1), 12);

  g_assert_nonnull (legato_trend_get_slope (trend));
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_CANT_TELL);
}

static void
test_rising (void)
{
  g_autoptr (GArray) ratings = make_falling (5, -0.2);
  g_autoptr (LegatoTrend) trend = NULL;
  g_autoptr (LegatoTrend) longer = NULL;
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  double first, last;

  for (guint i = 0; i < 30; i++)
    add (more, julian (2026, 6, 1) + 2 * i, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, i / 4);
  longer = make (more, LEGATO_LEG_LEFT, julian (2026, 6, 1), 12);
  g_assert_cmpint (legato_trend_get_verdict (longer), ==, LEGATO_TREND_RISING);
  g_assert_cmpfloat (legato_trend_get_slope (longer)->per_day, >, 0.1);
  g_assert_true (legato_trend_get_fit (longer, &first, &last));
  g_assert_cmpfloat_with_epsilon (first, 0, 0.7);
  g_assert_cmpfloat_with_epsilon (last, 7, 0.7);

  trend = make (ratings, LEGATO_LEG_RIGHT, julian (2026, 6, 1), 12);
  g_assert_cmpint (legato_trend_get_verdict (trend), !=, LEGATO_TREND_FALLING);
}

static void
test_nothing (void)
{
  g_autoptr (LegatoTrend) trend = legato_trend_new (NULL, 0, "calf", LEGATO_LEG_BOTH,
                                                    LEGATO_MOMENT_AFTER, julian (2026, 6, 1), 3);

  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, 0);
  g_assert_cmpuint (legato_trend_get_n_weeks (trend), ==, 3);
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_CANT_TELL);
}

/* Both legs, morning and evening: still one day. From six days on there is a median with bounds. */
static void
test_median_of_days (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  guint32 monday = julian (2026, 3, 2);
  const LegatoInterval *median = NULL;

  for (guint32 day = 0; day < 6; day++)
    {
      g_autoptr (LegatoTrend) trend = make (ratings, LEGATO_LEG_BOTH, monday, 2);

      g_assert_null (legato_trend_get_median (trend));
      add (ratings, monday + day, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, day + 1);
      add (ratings, monday + day, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, day + 2);
    }
  {
    g_autoptr (LegatoTrend) trend = make (ratings, LEGATO_LEG_BOTH, monday, 2);

    median = legato_trend_get_median (trend);
    g_assert_nonnull (median);
    g_assert_cmpuint (median->n, ==, 6);
    g_assert_cmpfloat (median->estimate, ==, 4);
    g_assert_cmpfloat (median->lower, ==, 1.5);
    g_assert_cmpfloat (median->upper, ==, 6.5);
  }
}

static LegatoTrend *
make_of_leg (GArray *ratings, LegatoLeg leg, guint n_weeks)
{
  return legato_trend_new ((const LegatoSoreness *) (gpointer) ratings->data, ratings->len, NULL,
                           leg, LEGATO_MOMENT_BEFORE, julian (2026, 6, 1), n_weeks);
}

/* Each rating of any place of the leg is a value; those of the other leg and of other moments are
 * not. */
static void
test_all_places (gconstpointer data)
{
  static const char *const zones[] = { "calf", "shin", "foot" };
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;
  const LegatoTrendWeek *week = NULL;
  double lower, middle, upper;

  for (guint i = 0; i < n; i++)
    {
      guint32 day = julian (2026, 6, 1) + i % 7;

      add (ratings, day, zones[i % 3], LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, i % 5);
      add (ratings, day, zones[i % 3], LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 10);
      add (ratings, day, zones[i % 3], LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 10);
    }
  trend = make_of_leg (ratings, LEGATO_LEG_LEFT, 1);
  week = legato_trend_get_week (trend, 0);
  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, n);
  g_assert_cmpuint (week->n, ==, n);
  g_assert_cmpint (week->has_median, ==, n >= 5);
  g_assert_cmpint (legato_trend_get_quartiles (trend, &lower, &middle, &upper), ==, n >= 5);
  if (n >= 5)
    {
      g_assert_cmpfloat (week->lower_quartile, ==, 1);
      g_assert_cmpfloat (week->median, ==, 2);
      g_assert_cmpfloat (week->upper_quartile, ==, 3);
      g_assert_cmpfloat (middle, ==, 2);
    }
  g_assert_null (legato_trend_get_slope (trend));
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_CANT_TELL);
}

/* Of one place alone, all places say what the place says. */
static void
test_all_places_are_one (void)
{
  g_autoptr (GArray) ratings = make_falling (8, 0.7);
  g_autoptr (LegatoTrend) place = make (ratings, LEGATO_LEG_LEFT, julian (2026, 6, 1), 12);
  g_autoptr (LegatoTrend) leg = make_of_leg (ratings, LEGATO_LEG_LEFT, 12);
  const LegatoSlope *of_place = legato_trend_get_slope (place);
  const LegatoSlope *of_leg = legato_trend_get_slope (leg);

  g_assert_nonnull (of_place);
  g_assert_nonnull (of_leg);
  g_assert_cmpfloat_with_epsilon (of_leg->per_day, of_place->per_day, 1e-5);
  g_assert_cmpfloat_with_epsilon (of_leg->lower, of_place->lower, 1e-5);
  g_assert_cmpfloat_with_epsilon (of_leg->upper, of_place->upper, 1e-5);
  g_assert_cmpint (legato_trend_get_verdict (leg), ==, LEGATO_TREND_FALLING);
}

/* A sore calf in the first weeks, then a shin that never was sore: no place got any better. */
static void
test_other_places_are_no_fall (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;

  for (guint i = 0; i < 40; i++)
    add (ratings, julian (2026, 6, 1) + 2 * i, i < 20 ? "calf" : "shin", LEGATO_LEG_LEFT,
         LEGATO_MOMENT_BEFORE, (i < 20 ? 8 : 2) + i % 2);
  trend = make_of_leg (ratings, LEGATO_LEG_LEFT, 12);
  g_assert_nonnull (legato_trend_get_slope (trend));
  g_assert_cmpfloat (fabs (legato_trend_get_slope (trend)->per_day), <, 0.01);
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_CANT_TELL);
}

/* Both fall, and the sorer one is rated more and more often: it falls all the same. */
static void
test_all_places_fall (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;
  double first, last;

  for (guint i = 0; i < 40; i++)
    {
      guint32 day = julian (2026, 6, 1) + 2 * i;

      if (i % 4 == 0 || i > 25)
        add (ratings, day, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 10 - i / 10);
      if (i % 4 != 0 && i < 32)
        add (ratings, day, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 4 - i / 10);
    }
  trend = make_of_leg (ratings, LEGATO_LEG_BOTH, 12);
  g_assert_cmpint (legato_trend_get_verdict (trend), ==, LEGATO_TREND_FALLING);
  g_assert_true (legato_trend_get_fit (trend, &first, &last));
  g_assert_cmpfloat (first, >, last);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trends/trend/week-boundaries", test_week_boundaries);
  g_test_add_func ("/trends/trend/median-from-five", test_median_from_five);
  g_test_add_func ("/trends/trend/weeks-hold-what-search-finds", test_weeks_hold_what_search_finds);
  g_test_add_func ("/trends/trend/verdict-needs-enough", test_verdict_needs_enough);
  g_test_add_func ("/trends/trend/many-days-in-few-weeks", test_many_days_in_few_weeks);
  g_test_add_func ("/trends/trend/level-cant-be-told", test_level_cant_be_told);
  g_test_add_func ("/trends/trend/rising", test_rising);
  g_test_add_func ("/trends/trend/nothing", test_nothing);
  g_test_add_func ("/trends/trend/median-of-days", test_median_of_days);
  g_test_add_data_func ("/trends/trend/all-places/0", GUINT_TO_POINTER (0), test_all_places);
  g_test_add_data_func ("/trends/trend/all-places/1", GUINT_TO_POINTER (1), test_all_places);
  g_test_add_data_func ("/trends/trend/all-places/5", GUINT_TO_POINTER (5), test_all_places);
  g_test_add_data_func ("/trends/trend/all-places/5000", GUINT_TO_POINTER (5000), test_all_places);
  g_test_add_func ("/trends/trend/all-places-are-one", test_all_places_are_one);
  g_test_add_func ("/trends/trend/other-places-are-no-fall", test_other_places_are_no_fall);
  g_test_add_func ("/trends/trend/all-places-fall", test_all_places_fall);

  return g_test_run ();
}

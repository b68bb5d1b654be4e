/* test-changes.c: pairs of the same place, heat maps, sessions a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-heatmap.h"
#include "legato-pairs.h"
#include "legato-regularity.h"

#include <math.h>
#include <stdlib.h>

#define N_ROUNDS 60
#define FIRST_DAY 737000

static const char *const zones[] = { "calf", "shin", "hamstrings" };

static LegatoEntry *
make_entry (const char *iso, const char *routine)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (iso, utc);
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);

  entry->routine = g_strdup (routine);
  return entry;
}

static GPtrArray *
make_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
}

/* Left shin 6 before, left calf 3 after: two places, no pair. */
static void
test_places_are_not_mixed (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GArray) pairs = NULL;
  LegatoEntry *entry = make_entry ("2026-03-02T20:00:00", NULL);

  legato_entry_add_rating (entry, "shin", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_AFTER, 2);
  g_ptr_array_add (entries, entry);

  pairs = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  g_assert_cmpuint (pairs->len, ==, 0);
}

static void
test_pairs_of_one_session (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) next = NULL;
  g_autoptr (GArray) legs = NULL;
  LegatoEntry *entry = make_entry ("2026-03-02T20:00:00", NULL);
  const LegatoPair *pair = NULL;
  LegatoChange change;

  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 4);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_NEXT_DAY, 5);
  g_ptr_array_add (entries, entry);

  after = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  g_assert_cmpuint (after->len, ==, 1);
  pair = &g_array_index (after, LegatoPair, 0);
  g_assert_cmpstr (pair->zone, ==, "calf");
  g_assert_cmpint (pair->leg, ==, LEGATO_LEG_LEFT);
  g_assert_cmpuint (pair->first, ==, 6);
  g_assert_cmpuint (pair->second, ==, 3);

  next = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_NEXT_DAY);
  g_assert_cmpuint (next->len, ==, 1);
  g_assert_cmpuint (g_array_index (next, LegatoPair, 0).second, ==, 5);

  legs = legato_pairs_of_legs (entries, LEGATO_MOMENT_BEFORE);
  g_assert_cmpuint (legs->len, ==, 1);
  g_assert_cmpuint (g_array_index (legs, LegatoPair, 0).first, ==, 6);
  g_assert_cmpuint (g_array_index (legs, LegatoPair, 0).second, ==, 4);

  /* One pair says what it says, and no more. */
  legato_change_of_pairs (after, NULL, LEGATO_LEG_BOTH, &change);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.n_fell, ==, 1);
  g_assert_false (change.has_medians);
  g_assert_false (change.has_interval);
  g_assert_cmpint (legato_change_get_verdict (&change), ==, LEGATO_TREND_CANT_TELL);
}

static void
add_pairs (GPtrArray *entries, guint n, const char *routine, guint before, guint after)
{
  for (guint i = 0; i < n; i++)
    {
      LegatoEntry *entry = make_entry ("2026-03-02T20:00:00", routine);

      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, before);
      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, after);
      legato_entry_add_rating (entry, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 1);
      legato_entry_add_rating (entry, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_AFTER, 1);
      g_ptr_array_add (entries, entry);
    }
}

static void
count_routine (const LegatoEntry *entry, void (*add) (const char *, gpointer), gpointer data)
{
  if (entry->routine != NULL)
    add (entry->routine, data);
}

static void
test_changes_by_routine (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const LegatoChangeGroup *group = NULL;

  add_pairs (entries, 7, "evening", 6, 3);
  add_pairs (entries, 5, "desk-break", 4, 4);
  add_pairs (entries, 2, NULL, 9, 9);
  pairs = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  groups = legato_changes_by_key (pairs, "calf", LEGATO_LEG_LEFT, count_routine);

  g_assert_cmpuint (groups->len, ==, 2);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpstr (group->key, ==, "evening");
  g_assert_cmpuint (group->change.n, ==, 7);
  g_assert_cmpfloat (group->change.first_median, ==, 6);
  g_assert_cmpfloat (group->change.second_median, ==, 3);
  g_assert_cmpfloat (group->change.median, ==, -3);
  g_assert_cmpfloat (group->change.interval.upper, ==, -3);
  g_assert_cmpint (legato_change_get_verdict (&group->change), ==, LEGATO_TREND_FALLING);
  group = g_ptr_array_index (groups, 1);
  g_assert_cmpstr (group->key, ==, "desk-break");
  g_assert_true (group->change.has_medians);
  g_assert_false (group->change.has_interval);
  g_assert_cmpint (legato_change_get_verdict (&group->change), ==, LEGATO_TREND_CANT_TELL);
}

/* Several places of one session are one witness, not several. */
static void
test_an_entry_counts_once (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GArray) pairs = NULL;
  LegatoChange change;

  add_pairs (entries, 5, NULL, 6, 3);
  pairs = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  legato_change_of_pairs (pairs, NULL, LEGATO_LEG_BOTH, &change);
  g_assert_cmpuint (change.n, ==, 10);
  g_assert_cmpuint (change.n_entries, ==, 5);
  g_assert_true (change.has_medians);
  g_assert_false (change.has_interval);

  add_pairs (entries, 1, NULL, 6, 3);
  g_clear_pointer (&pairs, g_array_unref);
  pairs = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  legato_change_of_pairs (pairs, NULL, LEGATO_LEG_BOTH, &change);
  g_assert_true (change.has_interval);
  g_assert_cmpuint (change.interval.n, ==, 6);
  g_assert_cmpfloat (change.interval.estimate, ==, -1.5);
}

static void
test_many_entries (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GArray) pairs = NULL;
  LegatoChange change;

  add_pairs (entries, 5000, "evening", 5, 4);
  pairs = legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  legato_change_of_pairs (pairs, "calf", LEGATO_LEG_BOTH, &change);
  g_assert_cmpuint (change.n, ==, 5000);
  g_assert_cmpuint (change.n_fell, ==, 5000);
  g_assert_cmpfloat (change.interval.lower, ==, -1);
}

static int
compare_guints (const void *a, const void *b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* What the heat map says of any span is the median of just those ratings, found the slow way. */
static void
test_heatmap_is_the_median (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      LegatoSoreness ratings[120];
      gsize n = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (ratings));
      g_autoptr (LegatoHeatmap) map = NULL;

      for (gsize i = 0; i < n; i++)
        ratings[i] = (LegatoSoreness){
          .day = FIRST_DAY + (guint32) g_test_rand_int_range (0, 30),
          .zone = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))],
          .leg = g_test_rand_bit () ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT,
          .moment = (LegatoMoment) g_test_rand_int_range (0, LEGATO_MOMENT_CHECK_IN + 1),
          .value = (guint) g_test_rand_int_range (0, LEGATO_RATING_MAX + 1),
        };
      map = legato_heatmap_new (ratings, n, LEGATO_HEATMAP_MOMENTS);
      for (int ask = 0; ask < 20; ask++)
        {
          const char *zone = zones[ask % G_N_ELEMENTS (zones)];
          LegatoLeg leg = ask % 2 == 0 ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
          guint32 first = FIRST_DAY + (guint32) g_test_rand_int_range (0, 32);
          guint32 last = first + (guint32) g_test_rand_int_range (0, 10);
          guint values[G_N_ELEMENTS (ratings)];
          guint n_values = 0;
          double value = 0;

          for (gsize i = 0; i < n; i++)
            {
              if (g_str_equal (ratings[i].zone, zone) && ratings[i].leg == leg
                  && ratings[i].day >= first && ratings[i].day <= last
                  && ratings[i].moment != LEGATO_MOMENT_AFTER)
                values[n_values++] = ratings[i].value;
            }
          qsort (values, n_values, sizeof *values, compare_guints);
          g_assert_cmpuint (legato_heatmap_get_value (map, zone, leg, first, last, &value), ==,
                            n_values);
          if (n_values == 0)
            g_assert_true (isnan (value));
          else
            g_assert_cmpfloat (value, ==,
                               (values[(n_values - 1) / 2] + values[n_values / 2]) / 2.0);
        }
    }
}

static void
test_heatmap_of_nothing (void)
{
  g_autoptr (LegatoHeatmap) map = legato_heatmap_new (NULL, 0, LEGATO_HEATMAP_MOMENTS);
  double value = 0;

  g_assert_cmpuint (legato_heatmap_get_value (map, "calf", LEGATO_LEG_LEFT, 1, G_MAXUINT32, &value),
                    ==, 0);
  g_assert_true (isnan (value));
}

/* Added up, ratings give the same middle as one by one. */
static void
test_heatmap_of_all (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      LegatoSoreness ratings[200];
      LegatoFelt felt[2] = {
        { "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, FIRST_DAY, FIRST_DAY, { 0 } },
        { "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_AFTER, FIRST_DAY, FIRST_DAY, { 0 } },
      };
      gsize n = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (ratings));
      g_autoptr (LegatoHeatmap) one_by_one = NULL;
      g_autoptr (LegatoHeatmap) added_up = NULL;
      double value = NAN, expected = NAN;
      guint n_expected;

      for (gsize i = 0; i < n; i++)
        {
          guint at = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (felt));

          ratings[i] = (LegatoSoreness){
            .day = FIRST_DAY,
            .zone = "calf",
            .leg = LEGATO_LEG_RIGHT,
            .moment = felt[at].moment,
            .value = (guint) g_test_rand_int_range (0, LEGATO_RATING_MAX + 1),
          };
          felt[at].n[ratings[i].value]++;
        }
      one_by_one = legato_heatmap_new (ratings, n, LEGATO_HEATMAP_MOMENTS);
      added_up = legato_heatmap_new_of_all (felt, G_N_ELEMENTS (felt), LEGATO_HEATMAP_MOMENTS);
      n_expected = legato_heatmap_get_value (one_by_one, "calf", LEGATO_LEG_RIGHT, 0, G_MAXUINT32,
                                             &expected);
      g_assert_cmpuint (
          legato_heatmap_get_value (added_up, "calf", LEGATO_LEG_RIGHT, 0, G_MAXUINT32, &value), ==,
          n_expected);
      if (n_expected > 0)
        g_assert_cmpfloat (value, ==, expected);
      g_assert_cmpuint (
          legato_heatmap_get_value (added_up, "calf", LEGATO_LEG_LEFT, 0, G_MAXUINT32, &value), ==,
          0);
    }
}

static void
test_heatmap_of_no_pain (void)
{
  const LegatoSoreness ratings[] = {
    { FIRST_DAY + 9, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 3 },
    { FIRST_DAY + 2, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_CHECK_IN, 0 },
    { FIRST_DAY + 20, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_AFTER, 5 },
  };
  g_autoptr (LegatoHeatmap) map =
      legato_heatmap_new (ratings, G_N_ELEMENTS (ratings), LEGATO_HEATMAP_MOMENTS);
  const guint32 first = FIRST_DAY + 2;
  const guint32 last = FIRST_DAY + 9;
  double value = NAN;

  /* Nothing hurt is not the same as nothing known. */
  g_assert_cmpuint (legato_heatmap_get_value (map, "shin", LEGATO_LEG_RIGHT, first, last, &value),
                    ==, 1);
  g_assert_cmpfloat (value, ==, 0);
  g_assert_cmpuint (legato_heatmap_get_value (map, "shin", LEGATO_LEG_LEFT, first, last, &value),
                    ==, 0);
  g_assert_true (isnan (value));
}

static void
test_regularity (void)
{
  const guint32 days[] = { FIRST_DAY - 1,  FIRST_DAY,      FIRST_DAY + 6, FIRST_DAY + 6,
                           FIRST_DAY + 14, FIRST_DAY + 20, FIRST_DAY + 21 };
  g_autoptr (LegatoRegularity) weeks =
      legato_regularity_new (days, G_N_ELEMENTS (days), FIRST_DAY, 3, 2);
  g_autoptr (LegatoRegularity) none = legato_regularity_new (NULL, 0, FIRST_DAY, 3, 2);

  g_assert_cmpuint (weeks->counts[0], ==, 3);
  g_assert_cmpuint (weeks->counts[1], ==, 0);
  g_assert_cmpuint (weeks->counts[2], ==, 2);
  g_assert_cmpuint (weeks->n_sessions, ==, 5);
  g_assert_cmpuint (weeks->n_met, ==, 2);
  g_assert_cmpuint (none->n_sessions, ==, 0);
  g_assert_cmpuint (none->n_met, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pairs/same-place", test_places_are_not_mixed);
  g_test_add_func ("/pairs/session", test_pairs_of_one_session);
  g_test_add_func ("/change/routines", test_changes_by_routine);
  g_test_add_func ("/change/entry-once", test_an_entry_counts_once);
  g_test_add_func ("/change/many", test_many_entries);
  g_test_add_func ("/heatmap/median", test_heatmap_is_the_median);
  g_test_add_func ("/heatmap/all", test_heatmap_of_all);
  g_test_add_func ("/heatmap/nothing", test_heatmap_of_nothing);
  g_test_add_func ("/heatmap/no-pain", test_heatmap_of_no_pain);
  g_test_add_func ("/regularity", test_regularity);

  return g_test_run ();
}

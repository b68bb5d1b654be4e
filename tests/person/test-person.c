/* test-person.c: from what is stored of a person to what a plan respects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "person-test-utils.h"
#include "../load-guide.h"

static LegatoGuide *guide;

/* A session so many days ago, of one step on the calf of one leg. */
static LegatoEntry *
session (int days, LegatoLeg leg, const char *technique, LegatoPressure pressure, guint done_ms)
{
  static const char *const zones[] = { "calf", NULL };
  g_autoptr (GDateTime) at = test_days_ago (days);
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);

  legato_entry_add_step (entry, 0, leg, technique, zones, pressure, 60000, done_ms);
  return entry;
}

static void
make (LegatoPerson *person,
      const LegatoProfile *profile,
      const LegatoCheckIn *check_in,
      LegatoEntry *first,
      LegatoEntry *second)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GDateTime) now = test_days_ago (0);
  const LegatoHistory history = { profile, check_in, NULL, entries, now };

  if (first != NULL)
    g_ptr_array_add (entries, first);
  if (second != NULL)
    g_ptr_array_add (entries, second);
  legato_history_make_person (&history, guide, person);
}

static void
test_profile (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  LegatoPerson person;
  LegatoPerson nobody = { 0 };

  make (&person, profile, NULL, NULL, NULL);
  g_assert_cmpmem (&person, sizeof person, &nobody, sizeof nobody);

  legato_profile_set_condition (profile, "pregnancy", 740000, 740001);
  legato_profile_set_condition (profile, "blood-thinners", 740000, 0);
  legato_profile_set_condition (profile, "swelling", 740000, 740001);
  legato_profile_set_condition (profile, "of-a-newer-legato", 740000, 0);
  legato_profile_block (profile, "shin", LEGATO_LEG_RIGHT, LEGATO_CAUSE_RASH, 740000);
  legato_profile_block (profile, "elbow", LEGATO_LEG_RIGHT, LEGATO_CAUSE_RASH, 740000);
  legato_profile_set_agreed (profile, "foot", LEGATO_LEG_LEFT, 740000, TRUE);
  legato_profile_set_joint (profile, LEGATO_PROFILE_HIP, LEGATO_LEG_LEFT, TRUE);
  make (&person, profile, NULL, NULL, NULL);
  g_assert_cmpuint (person.conditions, ==,
                    LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_BLOOD_THINNERS
                        | LEGATO_CONDITION_SWELLING);
  g_assert_cmpuint (person.cleared, ==, LEGATO_CONDITION_PREGNANCY);
  g_assert_cmpuint (person.blocked[LEGATO_LEG_RIGHT], ==, test_bit (guide, "shin"));
  g_assert_cmpuint (person.blocked[LEGATO_LEG_LEFT], ==, 0);
  g_assert_cmpuint (person.agreed[LEGATO_LEG_LEFT], ==, test_bit (guide, "foot"));
  g_assert_cmpuint (person.joints[LEGATO_LEG_LEFT], ==, LEGATO_JOINT_HIP);
  g_assert_cmpuint (person.joints[LEGATO_LEG_RIGHT], ==, 0);
}

/* What the legs did counts on that day, how sore they are until it is rated anew or a day passed.
 */
static void
test_check_in_counts_today (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();

  for (int days = 0; days <= 2; days += 2)
    {
      g_autoptr (GDateTime) at = test_days_ago (days);
      g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (at);
      LegatoPerson person;

      legato_check_in_set_did (check_in, "long-standing", TRUE);
      legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_LEFT, 7);
      legato_check_in_set_tight (check_in, "quadriceps", LEGATO_LEG_RIGHT, TRUE);
      make (&person, profile, check_in, NULL, NULL);
      g_assert_cmpuint (person.conditions, ==,
                        days == 0 ? LEGATO_CONDITION_LONG_STANDING | LEGATO_CONDITION_TIGHT : 0);
      g_assert_cmpuint (person.tight[LEGATO_LEG_RIGHT], ==,
                        days == 0 ? test_bit (guide, "quadriceps") : 0);
      g_assert_cmpuint (person.tight[LEGATO_LEG_LEFT], ==, 0);
      g_assert_cmpuint (
          person.soreness[LEGATO_LEG_LEFT][legato_guide_find_zone (guide, "calf")->rank], ==,
          days == 0 ? 7 : 0);
    }
}

static void
test_pressed (void)
{
  static const struct
  {
    int days;
    LegatoLeg leg;
    const char *technique;
    LegatoPressure pressure;
    guint done_ms;
    gboolean left;
    gboolean right;
  } cases[] = {
    { 1, LEGATO_LEG_LEFT, "petrissage", LEGATO_PRESSURE_MODERATE, 30000, TRUE, FALSE },
    { 1, LEGATO_LEG_BOTH, "petrissage", LEGATO_PRESSURE_MODERATE, 30000, TRUE, TRUE },
    { 1, LEGATO_LEG_RIGHT, "roller", LEGATO_PRESSURE_LIGHT, 30000, FALSE, TRUE },
    { 1, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 30000, FALSE, FALSE },
    { 1, LEGATO_LEG_LEFT, "petrissage", LEGATO_PRESSURE_MODERATE, 0, FALSE, FALSE },
    { 0, LEGATO_LEG_LEFT, "petrissage", LEGATO_PRESSURE_MODERATE, 30000, TRUE, FALSE },
    { 2, LEGATO_LEG_LEFT, "petrissage", LEGATO_PRESSURE_MODERATE, 30000, FALSE, FALSE },
  };
  g_autoptr (LegatoProfile) profile = legato_profile_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LegatoEntry) entry = session (cases[i].days, cases[i].leg, cases[i].technique,
                                               cases[i].pressure, cases[i].done_ms);
      LegatoPerson person;

      make (&person, profile, NULL, entry, NULL);
      g_assert_cmpuint (person.pressed[LEGATO_LEG_LEFT], ==,
                        cases[i].left ? test_bit (guide, "calf") : 0);
      g_assert_cmpuint (person.pressed[LEGATO_LEG_RIGHT], ==,
                        cases[i].right ? test_bit (guide, "calf") : 0);
    }
}

/* Two points more the day after than at the end of the session: that place rests. */
static void
test_worse_after_last (void)
{
  static const struct
  {
    int days;
    int after;
    int next_day;
    int check_in;
    gboolean worse;
  } cases[] = {
    { 1, 3, 5, -1, TRUE },  { 1, 3, 4, -1, FALSE }, { 1, 3, -1, 5, TRUE },   { 1, 3, -1, 4, FALSE },
    { 2, 3, -1, 9, FALSE }, { 9, 3, 5, -1, TRUE },  { 15, 3, 5, -1, FALSE }, { 1, -1, 4, -1, TRUE },
  };
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  g_autoptr (GDateTime) now = test_days_ago (0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LegatoEntry) entry =
          session (cases[i].days, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
      g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
      LegatoPerson person;

      /* What was felt before counts only where it was not asked afterwards. */
      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 2);
      if (cases[i].after >= 0)
        legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER,
                                 (guint) cases[i].after);
      if (cases[i].next_day >= 0)
        legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_NEXT_DAY,
                                 (guint) cases[i].next_day);
      legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_LEFT, cases[i].check_in);
      make (&person, profile, check_in, entry, NULL);
      g_assert_cmpuint (person.worse[LEGATO_LEG_LEFT], ==,
                        cases[i].worse ? test_bit (guide, "calf") : 0);
      g_assert_cmpuint (person.conditions, ==,
                        cases[i].worse ? LEGATO_CONDITION_WORSE_AFTER_LAST : 0);
    }

  /* Said in one tap, it is so of all that was touched, unless places were rated too. */
  {
    g_autoptr (LegatoEntry) entry =
        session (1, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
    LegatoPerson person;

    legato_entry_add_follow_up (entry, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_SAME, FALSE);
    make (&person, profile, NULL, entry, NULL);
    g_assert_cmpuint (person.conditions, ==, 0);
    legato_entry_add_follow_up (entry, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
    make (&person, profile, NULL, entry, NULL);
    g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_WORSE_AFTER_LAST);
    g_assert_cmpuint (person.worse[LEGATO_LEG_LEFT], ==, test_bit (guide, "calf"));
    g_assert_cmpuint (person.worse[LEGATO_LEG_RIGHT], ==, 0);
  }

  /* It rests for two days then, and is touched lightly after them. If it was worse twice in a row,
   * it goes on resting. */
  for (int days = 1; days <= 14; days++)
    {
      g_autoptr (LegatoEntry) last =
          session (days, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
      g_autoptr (LegatoEntry) before =
          session (days + 2, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
      LegatoPerson person;

      legato_entry_add_follow_up (last, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, days > 1);
      make (&person, profile, NULL, last, before);
      g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_WORSE_AFTER_LAST);
      g_assert_cmpuint (person.worse[LEGATO_LEG_LEFT], ==,
                        days <= 2 ? test_bit (guide, "calf") : 0);
      legato_entry_add_follow_up (before, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
      make (&person, profile, NULL, last, before);
      g_assert_cmpuint (person.worse[LEGATO_LEG_LEFT], ==,
                        days <= 2 || days + 2 <= 14 ? test_bit (guide, "calf") : 0);
    }

  /* A session since then that did well takes its place. */
  {
    g_autoptr (LegatoEntry) bad =
        session (3, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
    g_autoptr (LegatoEntry) good =
        session (2, LEGATO_LEG_LEFT, "effleurage", LEGATO_PRESSURE_LIGHT, 1000);
    LegatoPerson person;

    legato_entry_add_rating (bad, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 2);
    legato_entry_add_rating (bad, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_NEXT_DAY, 8);
    make (&person, profile, NULL, bad, NULL);
    g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_WORSE_AFTER_LAST);
    make (&person, profile, NULL, good, bad);
    g_assert_cmpuint (person.conditions, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();

  g_test_add_func ("/person/profile", test_profile);
  g_test_add_func ("/person/check-in-counts-today", test_check_in_counts_today);
  g_test_add_func ("/person/pressed", test_pressed);
  g_test_add_func ("/person/worse-after-last", test_worse_after_last);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}

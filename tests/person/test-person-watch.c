/* test-person-watch.c: what the journal holds that is asked about, each once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-findings.h"
#include "person-test-utils.h"
#include "../load-guide.h"

#define LEFT LEGATO_LEG_LEFT
#define RIGHT LEGATO_LEG_RIGHT
#define TODAY 30

static LegatoGuide *guide;

static GPtrArray *
watch (StoredPerson *fixture, int day)
{
  g_autoptr (GDateTime) now = test_at (day, 18);
  const LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                                  fixture->entries, now };

  return legato_findings_list (&history, guide);
}

static guint
count (StoredPerson *fixture, int day)
{
  g_autoptr (GPtrArray) findings = watch (fixture, day);

  return findings->len;
}

static void
feel (StoredPerson *fixture, int day, LegatoLeg leg, guint value)
{
  g_autoptr (GDateTime) at = test_at (day, 12);

  g_ptr_array_add (fixture->entries, test_feeling (at, "swelling", leg, value));
}

static void
rate (StoredPerson *fixture, int day, guint value)
{
  g_autoptr (GDateTime) at = test_at (day, 12);

  g_ptr_array_add (fixture->entries, test_rating (at, "calf", LEFT, value));
}

static void
ask (StoredPerson *fixture, const LegatoFinding *finding)
{
  legato_finding_set_asked (finding, fixture->standing);
}

static void
test_nothing (StoredPerson *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  feel (fixture, TODAY, LEFT, 7);
  feel (fixture, TODAY, RIGHT, 4);
  feel (fixture, TODAY, LEGATO_LEG_BOTH, 6);
  rate (fixture, TODAY, 10);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
}

/* One leg newly swollen, of which the other is not said to be: asked once. */
static void
test_one_leg_swollen (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  const LegatoFinding *finding = NULL;
  g_autofree char *text = NULL;

  feel (fixture, TODAY - 2, RIGHT, 5);
  feel (fixture, TODAY - 2, LEFT, 1);
  for (int day = TODAY - 2; day < TODAY + 8; day++)
    g_assert_cmpuint (count (fixture, day), ==, 1);
  g_assert_cmpuint (count (fixture, TODAY + 8), ==, 0);

  findings = watch (fixture, TODAY);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->rule, ==, "R-DVT");
  g_assert_cmpstr (finding->flag, ==, "dvt");
  g_assert_cmpint (finding->leg, ==, RIGHT);
  text = legato_finding_dup_text (finding);
  g_assert_nonnull (strstr (text, "right leg"));
  ask (fixture, finding);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);

  /* On the days after it is nothing new, in the other leg it is. */
  feel (fixture, TODAY, RIGHT, 9);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  feel (fixture, TODAY + 1, LEFT, 9);
  g_assert_cmpuint (count (fixture, TODAY + 1), ==, 1);
  legato_standing_raise_flag (fixture->standing, "dvt", 740000);
  g_assert_cmpuint (count (fixture, TODAY + 1), ==, 0);
}

/* A leg that has long been more swollen is not asked about; one that was well for a week is. */
static void
test_swollen_for_long (StoredPerson *fixture, gconstpointer data)
{
  for (int day = TODAY - 25; day <= TODAY; day++)
    feel (fixture, day, LEFT, 6);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  feel (fixture, TODAY + 8, LEFT, 4);
  g_assert_cmpuint (count (fixture, TODAY + 8), ==, 1);
}

/* What is said at the check-in is asked about before the session that follows. */
static void
test_swollen_at_check_in (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) at = test_at (TODAY, 12);

  fixture->check_in = legato_check_in_new (at);
  legato_check_in_set_feeling (fixture->check_in, "swelling", LEFT, 3);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  legato_check_in_set_feeling (fixture->check_in, "swelling", LEFT, 4);
  g_assert_cmpuint (count (fixture, TODAY), ==, 1);
}

/* Six or more on five days within ten; asked again no sooner than ten days later. */
static void
test_sore_for_days (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  const LegatoFinding *finding = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 4; i++)
    {
      rate (fixture, TODAY - 9 + 2 * i, 6);
      rate (fixture, TODAY - 9 + 2 * i, 8); /* the same day */
      rate (fixture, TODAY - 8 + 2 * i, 5);
    }
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  rate (fixture, TODAY, 6);
  g_assert_cmpuint (count (fixture, TODAY), ==, 1);
  g_assert_cmpuint (count (fixture, TODAY + 1), ==, 0); /* the first of them is too long ago */

  findings = watch (fixture, TODAY);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->rule, ==, "R-PERSIST");
  g_assert_cmpstr (finding->zone->id, ==, "calf");
  text = legato_finding_dup_text (finding);
  g_assert_nonnull (strstr (text, "Left calf"));
  ask (fixture, finding);
  for (int day = TODAY; day < TODAY + 10; day++)
    {
      rate (fixture, day, 8);
      g_assert_cmpuint (count (fixture, day), ==, 0);
    }
  rate (fixture, TODAY + 10, 8);
  g_assert_cmpuint (count (fixture, TODAY + 10), ==, 1);
  legato_standing_raise_flag (fixture->standing, "persist", 740000);
  g_assert_cmpuint (count (fixture, TODAY + 10), ==, 0);
}

/* Whoever was not asked for a clot when a session was stopped for sharp pain is asked before the
 * next one, once for each place. */
static void
test_sharp_stop (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) before = test_at (TODAY - 3, 12);
  g_autoptr (GDateTime) at = test_at (TODAY, 12);
  g_autoptr (GPtrArray) findings = NULL;
  const LegatoFinding *finding = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (fixture->entries, test_stop (at, "quadriceps", LEFT, "stop-sharp"));
  g_ptr_array_add (fixture->entries, test_stop (at, "calf", LEFT, "stop-numb"));
  g_ptr_array_add (fixture->entries, test_stop (at, "calf", LEFT, NULL));
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  g_ptr_array_add (fixture->entries, test_stop (at, "calf", LEFT, "stop-sharp"));
  g_ptr_array_add (fixture->entries, test_stop (before, "calf", LEFT, "stop-sharp"));
  findings = watch (fixture, TODAY);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, LEGATO_FINDING_SHARP_PAIN);
  g_assert_cmpstr (finding->flag, ==, "dvt");
  text = legato_finding_dup_text (finding);
  g_assert_nonnull (strstr (text, "Left calf"));
  for (int day = TODAY; day < TODAY + 10; day++)
    g_assert_cmpuint (count (fixture, day), ==, 1);
  g_assert_cmpuint (count (fixture, TODAY + 10), ==, 0);

  ask (fixture, finding);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  g_ptr_array_add (fixture->entries, test_stop (at, "popliteal", LEFT, "stop-sharp"));
  g_ptr_array_add (fixture->entries, test_stop (at, "calf", RIGHT, "stop-sharp"));
  g_assert_cmpuint (count (fixture, TODAY), ==, 2);
  legato_standing_raise_flag (fixture->standing, "dvt", 740000);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
}

/* An answer is about one stop: another of the same place is asked about, on the next day or the
 * same.
 */
static void
test_sharp_stop_again (StoredPerson *fixture, gconstpointer data)
{
  for (int hours = 4; hours <= 52; hours += 24)
    {
      g_autoptr (GDateTime) at = test_at (TODAY - 3, 12);
      g_autoptr (GDateTime) later = g_date_time_add_hours (at, hours);
      LegatoEntry *first = test_stop (at, "calf", LEFT, "stop-sharp");
      g_autoptr (GPtrArray) findings = NULL;
      LegatoFinding answered = legato_finding_for_stop (first->uuid, 740000);

      g_ptr_array_set_size (fixture->entries, 0);
      g_ptr_array_add (fixture->entries, first);
      g_assert_cmpuint (count (fixture, TODAY), ==, 1);
      legato_finding_set_asked (&answered, fixture->standing);
      g_assert_cmpuint (count (fixture, TODAY), ==, 0);
      g_ptr_array_add (fixture->entries, test_stop (later, "calf", LEFT, "stop-sharp"));
      findings = watch (fixture, TODAY);
      g_assert_cmpuint (findings->len, ==, 1);
      /* Who answers for the last one has answered for those before. */
      ask (fixture, g_ptr_array_index (findings, 0));
      g_ptr_array_add (fixture->entries, test_stop (at, "calf", LEFT, "stop-sharp"));
      g_assert_cmpuint (count (fixture, TODAY), ==, 0);
    }
}

/* The same where it could not be said which place it was. */
static void
test_sharp_stop_somewhere (StoredPerson *fixture, gconstpointer data)
{
  static const char *const thigh[] = { "knee", "quadriceps", NULL };
  static const char *const whole[] = { "ankle", "calf", "quadriceps", NULL };
  g_autoptr (GDateTime) at = test_at (TODAY, 12);
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_STOP, at);
  g_autoptr (GPtrArray) findings = NULL;

  legato_entry_add_reason (entry, "stop-sharp");
  legato_entry_add_step (entry, 0, RIGHT, "effleurage", thigh, LEGATO_PRESSURE_LIGHT, 60000, 0);
  g_ptr_array_add (fixture->entries, entry);
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
  entry = legato_entry_new (LEGATO_ENTRY_STOP, at);
  legato_entry_add_reason (entry, "stop-sharp");
  legato_entry_add_step (entry, 0, RIGHT, "effleurage", whole, LEGATO_PRESSURE_LIGHT, 60000, 0);
  g_ptr_array_add (fixture->entries, entry);
  findings = watch (fixture, TODAY);
  g_assert_cmpuint (findings->len, ==, 1);
  ask (fixture, g_ptr_array_index (findings, 0));
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
}

static void
test_worse_twice (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GDateTime) at = test_at (TODAY - 4 + 2 * i, 12);
      LegatoEntry *session = test_session (at, LEFT, "calf", LEGATO_PRESSURE_LIGHT);

      g_assert_cmpuint (count (fixture, TODAY), ==, 0);
      legato_entry_add_rating (session, "calf", LEFT, LEGATO_MOMENT_AFTER, 3);
      legato_entry_add_rating (session, "calf", LEFT, LEGATO_MOMENT_NEXT_DAY, 5);
      g_ptr_array_add (fixture->entries, session);
    }
  findings = watch (fixture, TODAY);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_null (((LegatoFinding *) g_ptr_array_index (findings, 0))->flag);
  ask (fixture, g_ptr_array_index (findings, 0));
  g_assert_cmpuint (count (fixture, TODAY), ==, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();
#define ADD(path, func)                                                                            \
  g_test_add ("/watch/" path, StoredPerson, NULL, stored_person_set_up, func,                      \
              stored_person_tear_down)
  ADD ("nothing", test_nothing);
  ADD ("one-leg-swollen", test_one_leg_swollen);
  ADD ("swollen-for-long", test_swollen_for_long);
  ADD ("swollen-at-check-in", test_swollen_at_check_in);
  ADD ("sore-for-days", test_sore_for_days);
  ADD ("sharp-stop", test_sharp_stop);
  ADD ("sharp-stop-again", test_sharp_stop_again);
  ADD ("sharp-stop-somewhere", test_sharp_stop_somewhere);
  ADD ("worse-twice", test_worse_twice);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}

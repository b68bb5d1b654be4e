/* test-person-history.c: stops, sessions and ratings of the past days, over midnight and on a
 * changed clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-dates.h"
#include "legato-findings.h"
#include "legato-follow-ups.h"
#include "person-test-utils.h"
#include "../load-guide.h"

#define LEFT LEGATO_LEG_LEFT
#define RIGHT LEGATO_LEG_RIGHT

static LegatoGuide *guide;

static LegatoEntry *
add (StoredPerson *fixture, LegatoEntry *entry)
{
  g_ptr_array_add (fixture->entries, entry);
  return entry;
}

static LegatoPerson
make (StoredPerson *fixture, int days, int hour)
{
  g_autoptr (GDateTime) now = test_at (days, hour);
  const LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                                  fixture->entries, now };
  LegatoPerson person;

  legato_history_make_person (&history, guide, &person);
  return person;
}

static guint
get_soreness (const LegatoPerson *person, const char *zone, LegatoLeg leg)
{
  return person->soreness[leg][legato_guide_find_zone (guide, zone)->rank];
}

/* Left out for two days whatever was felt, then light until it was massaged once. */
static void
test_stop_lasts (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) stopped = test_at (0, 22);
  g_autoptr (GDateTime) later = test_at (3, 20);
  LegatoZoneSet calf = test_bit (guide, "calf");
  LegatoPerson person;

  add (fixture, test_stop (stopped, "calf", LEFT, "stop-tingling"));
  for (int days = 0; days <= 1; days++)
    {
      person = make (fixture, days, 23);
      g_assert_cmpuint (person.stopped[LEFT], ==, calf);
      g_assert_cmpuint (person.stopped[RIGHT], ==, 0);
    }
  person = make (fixture, 2, 21);
  g_assert_cmpuint (person.stopped[LEFT], ==, calf);
  person = make (fixture, 2, 23);
  g_assert_cmpuint (person.stopped[LEFT], ==, 0);
  g_assert_cmpuint (person.tender[LEFT], ==, calf);
  person = make (fixture, 20, 12);
  g_assert_cmpuint (person.tender[LEFT], ==, calf);

  add (fixture, test_session (later, LEFT, "calf", LEGATO_PRESSURE_LIGHT));
  person = make (fixture, 4, 12);
  g_assert_cmpuint (person.stopped[LEFT] | person.tender[LEFT], ==, 0);
}

/* Who could not say where it hurt is spared where the hands were. */
static void
test_stop_without_a_place (StoredPerson *fixture, gconstpointer data)
{
  static const char *const zones[] = { "calf", "soleus", NULL };
  g_autoptr (GDateTime) stopped = test_at (0, 12);
  LegatoEntry *stop = add (fixture, test_stop (stopped, NULL, LEGATO_LEG_BOTH, NULL));
  LegatoPerson person;

  legato_entry_add_step (stop, 0, RIGHT, "petrissage", zones, LEGATO_PRESSURE_MODERATE, 60000, 0);
  person = make (fixture, 0, 13);
  g_assert_cmpuint (person.stopped[RIGHT], ==,
                    test_bit (guide, "calf") | test_bit (guide, "soleus"));
  g_assert_cmpuint (person.stopped[LEFT], ==, 0);
  g_assert_cmpuint (person.pressed[RIGHT], ==, 0);
}

static void
test_fine_again (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) stopped = test_at (0, 22);
  g_autoptr (GDateTime) same_day = test_at (0, 23);
  g_autoptr (GDateTime) next_day = test_at (1, 8);
  g_autoptr (GDateTime) again = test_at (1, 20);
  LegatoEntry *stop = add (fixture, test_stop (stopped, "calf", LEFT, "stop-sharp"));
  LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                            fixture->entries, same_day };
  g_autoptr (GArray) places = legato_history_list_stopped (&history, guide);
  LegatoPerson person;
  guint32 tomorrow = legato_history_get_today (&history) + 1;

  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpstr (g_array_index (places, LegatoStoppedPlace, 0).stop, ==, stop->uuid);
  g_assert_true (g_array_index (places, LegatoStoppedPlace, 0).out);
  g_assert_false (g_array_index (places, LegatoStoppedPlace, 0).may_be_fine);

  g_clear_pointer (&places, g_array_unref);
  history.now = next_day;
  places = legato_history_list_stopped (&history, guide);
  g_assert_true (g_array_index (places, LegatoStoppedPlace, 0).may_be_fine);
  legato_standing_set_fine (fixture->standing, stop->uuid, "calf", LEFT, tomorrow);
  person = make (fixture, 1, 9);
  g_assert_cmpuint (person.stopped[LEFT], ==, 0);
  g_assert_cmpuint (person.tender[LEFT], ==, test_bit (guide, "calf"));

  /* That was said of this stop, not of the next. */
  add (fixture, test_stop (again, "calf", LEFT, "stop-sharp"));
  person = make (fixture, 1, 21);
  g_assert_cmpuint (person.stopped[LEFT], ==, test_bit (guide, "calf"));
}

/* Nobody gets to another day by setting the clock back. */
static void
test_not_fine_on_a_day_before (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) stopped = test_at (0, 12);

  add (fixture, test_stop (stopped, "calf", LEFT, "stop-sharp"));
  for (int days = -2; days <= 1; days++)
    {
      g_autoptr (GDateTime) now = test_at (days, 20);
      const LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                                      fixture->entries, now };
      g_autoptr (GArray) places = legato_history_list_stopped (&history, guide);

      g_assert_cmpuint (places->len, ==, 1);
      g_assert_cmpint (g_array_index (places, LegatoStoppedPlace, 0).may_be_fine, ==, days > 0);
    }
}

/* A place that is marked as numb, or for a vein that shows, says that there are such places. */
static void
test_marks_are_conditions (StoredPerson *fixture, gconstpointer data)
{
  LegatoPerson person;

  legato_profile_block (fixture->profile, "foot", LEFT, LEGATO_CAUSE_WOUND, 1);
  person = make (fixture, 0, 12);
  g_assert_cmpuint (person.conditions, ==, 0);
  legato_profile_block (fixture->profile, "calf", LEFT, LEGATO_CAUSE_NUMB, 1);
  person = make (fixture, 0, 12);
  g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_NEUROPATHY);
  g_assert_cmpuint (person.numb[LEFT], ==, test_bit (guide, "calf"));
  legato_profile_block (fixture->profile, "calf", LEFT, LEGATO_CAUSE_VEIN, 1);
  person = make (fixture, 0, 12);
  g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_VEINS);
  g_assert_cmpuint (person.numb[LEFT], ==, 0);
}

/* A clock that was wrong at an older stop does not hide a newer one. */
static void
test_fine_again_and_a_wrong_clock (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) wrong = test_at (300, 12);
  g_autoptr (GDateTime) right = test_at (1, 12);
  LegatoEntry *first = add (fixture, test_stop (wrong, "calf", LEFT, "stop-sharp"));
  g_autoptr (GDateTime) now = test_at (0, 12);
  const LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                                  fixture->entries, now };
  LegatoPerson person = make (fixture, 0, 13);

  g_assert_cmpuint (person.stopped[LEFT], ==, test_bit (guide, "calf"));
  legato_standing_set_fine (fixture->standing, first->uuid, "calf", LEFT,
                            legato_history_get_today (&history));
  person = make (fixture, 0, 14);
  g_assert_cmpuint (person.stopped[LEFT], ==, 0);
  add (fixture, test_stop (right, "calf", LEFT, "stop-sharp"));
  person = make (fixture, 1, 13);
  g_assert_cmpuint (person.stopped[LEFT], ==, test_bit (guide, "calf"));
}

/* A session that ends after midnight is of both days; one on a journey is of the later day. */
static void
test_session_over_midnight (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) start = test_at (0, 23);
  LegatoEntry *session =
      add (fixture, test_session (start, LEFT, "calf", LEGATO_PRESSURE_MODERATE));
  LegatoPerson person = make (fixture, 1, 23);

  g_assert_cmpuint (person.pressed[LEFT], ==, test_bit (guide, "calf"));
  person = make (fixture, 2, 0);
  g_assert_cmpuint (person.pressed[LEFT], ==, 0);
  session->done_s = 3601;
  person = make (fixture, 2, 23);
  g_assert_cmpuint (person.pressed[LEFT], ==, test_bit (guide, "calf"));
  person = make (fixture, 3, 0);
  g_assert_cmpuint (person.pressed[LEFT], ==, 0);

  /* Who flew west meanwhile has another calendar: there the session was on the day before. */
  {
    g_autoptr (GTimeZone) hawaii = g_time_zone_new_offset (-10 * 3600);
    g_autoptr (GDateTime) there = test_at (2, 8);
    g_autoptr (GDateTime) now = g_date_time_to_timezone (there, hawaii);
    const LegatoHistory history = { fixture->profile, NULL, NULL, fixture->entries, now };

    session->done_s = 60;
    legato_history_make_person (&history, guide, &person);
    g_assert_cmpuint (person.pressed[LEFT], ==, test_bit (guide, "calf"));
  }
}

/* What a clock that was set back leaves in the future counts as just now. */
static void
test_clock_set_back (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) later = test_at (5, 12);
  LegatoPerson person;

  add (fixture, test_session (later, LEFT, "calf", LEGATO_PRESSURE_MODERATE));
  add (fixture, test_stop (later, "shin", RIGHT, "stop-numb"));
  add (fixture, test_rating (later, "foot", LEFT, 8));
  for (int days = 0; days <= 5; days++)
    {
      person = make (fixture, days, 13);
      g_assert_cmpuint (person.pressed[LEFT], ==, test_bit (guide, "calf"));
      g_assert_cmpuint (person.stopped[RIGHT], ==, test_bit (guide, "shin"));
      g_assert_cmpuint (get_soreness (&person, "foot", LEFT), ==, 8);
    }
}

/* No clock ends a sign that stands. */
static void
test_signs_stand (StoredPerson *fixture, gconstpointer data)
{
  static const int days[] = { 0, 1, 30, 4000, -4000 };
  LegatoPerson person;

  legato_standing_raise_flag (fixture->standing, "dvt", 739000);
  legato_standing_raise_flag (fixture->standing, "after-swelling", 739000);
  legato_standing_raise_flag (fixture->standing, "of-a-newer-legato", 739000);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      person = make (fixture, days[i], 12);
      g_assert_cmpuint (person.signs, ==, LEGATO_SIGN_DVT | LEGATO_SIGN_AFTER_SWELLING);
    }
  legato_standing_set_flag (fixture->standing, "dvt", 739000, LEGATO_FLAG_LOOKED_AT, 739001);
  person = make (fixture, 1, 12);
  g_assert_cmpuint (person.signs, ==, LEGATO_SIGN_AFTER_SWELLING);
}

/* The latest rating of the last 24 hours, from wherever it comes. */
static void
test_soreness (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) morning = test_at (0, 8);
  g_autoptr (GDateTime) noon = test_at (0, 12);
  g_autoptr (GDateTime) evening = test_at (0, 20);
  LegatoEntry *session = NULL;
  LegatoPerson person;

  add (fixture, test_rating (morning, "calf", LEFT, 9));
  person = make (fixture, 0, 9);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 9);
  g_assert_cmpuint (get_soreness (&person, "calf", RIGHT), ==, 0);
  person = make (fixture, 1, 7);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 9);
  person = make (fixture, 1, 9);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 0);

  add (fixture, test_rating (noon, "calf", LEFT, 6));
  person = make (fixture, 0, 13);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 6);

  session = add (fixture, test_session (evening, LEFT, "calf", LEGATO_PRESSURE_LIGHT));
  legato_entry_add_rating (session, "calf", LEFT, LEGATO_MOMENT_BEFORE, 7);
  legato_entry_add_rating (session, "calf", LEFT, LEGATO_MOMENT_AFTER, 3);
  person = make (fixture, 0, 21);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 3);

  /* Rated on the next day, at what hour nobody knows. */
  legato_entry_add_rating (session, "calf", LEFT, LEGATO_MOMENT_NEXT_DAY, 5);
  person = make (fixture, 1, 9);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 5);
  {
    g_autoptr (GDateTime) next_morning = test_at (1, 9);

    add (fixture, test_rating (next_morning, "calf", LEFT, 8));
  }
  person = make (fixture, 1, 10);
  g_assert_cmpuint (get_soreness (&person, "calf", LEFT), ==, 8);
}

/* Two in a row: what felt worse after either rests. */
static void
test_worse_twice (StoredPerson *fixture, gconstpointer data)
{
  static const char *const zones[] = { "calf", "shin", "foot" };
  LegatoPerson person;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GDateTime) at = test_at (2 * i, 12);
      LegatoEntry *session = add (fixture, test_session (at, LEFT, "knee", LEGATO_PRESSURE_LIGHT));

      legato_entry_add_rating (session, zones[i], LEFT, LEGATO_MOMENT_AFTER, 2);
      legato_entry_add_rating (session, zones[i], LEFT, LEGATO_MOMENT_NEXT_DAY, 4);
    }
  person = make (fixture, 6, 12);
  g_assert_cmpuint (person.worse[LEFT], ==, test_bit (guide, "shin") | test_bit (guide, "foot"));
  g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_WORSE_AFTER_LAST);
}

/* Stretches alone touch nothing: what they stretched rests. */
static void
test_worse_after_stretches (StoredPerson *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  LegatoZoneSet stretched =
      test_bit (guide, "hamstrings") | test_bit (guide, "popliteal") | test_bit (guide, "calf");
  LegatoPerson person;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GDateTime) at = test_at (2 * i, 12);
      LegatoEntry *session = add (fixture, legato_entry_new (LEGATO_ENTRY_SESSION, at));
      g_autoptr (GDateTime) now = test_at (2 * i + 1, 12);
      const LegatoHistory history = { fixture->profile, fixture->check_in, fixture->standing,
                                      fixture->entries, now };
      g_autoptr (GPtrArray) findings = NULL;

      legato_entry_add_step (session, 0, LEFT, "hamstring-stretch", none, LEGATO_PRESSURE_LIGHT,
                             60000, 60000);
      legato_entry_add_follow_up (session, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
      person = make (fixture, 2 * i + 1, 12);
      g_assert_cmpuint (person.conditions, ==, LEGATO_CONDITION_WORSE_AFTER_LAST);
      g_assert_cmpuint (person.worse[LEFT], ==, stretched);
      g_assert_cmpuint (person.worse[RIGHT], ==, 0);
      findings = legato_findings_list (&history, guide);
      g_assert_cmpuint (findings->len, ==, i);
    }
}

/* What was done to a partner's legs says nothing of one's own, by whatever name it is known. */
static void
test_a_partner_is_somebody_else (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) at = g_date_time_new_local (2026, 11, 21, 9, 0, 0);
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  LegatoEntry *entry = NULL;

  for (int i = 0; i < 4; i++)
    {
      entry = legato_entry_new (i == 3 ? LEGATO_ENTRY_STOP : LEGATO_ENTRY_SESSION, at);
      g_ptr_array_add (entries, entry);
      if (i == 0)
        entry->routine = g_strdup ("partner");
      else if (i == 1)
        entry->goal = g_strdup ("partner");
      else if (i == 2)
        entry->routine = g_strdup ("evening");
      else
        legato_entry_add_reason (entry, LEGATO_REASON_ID_PARTNER);
    }
  legato_history_list_own (entries, guide, own);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_true (own->pdata[0] == entries->pdata[2]);

  /* Nor is it asked about on the days that follow. */
  legato_entry_add_reason (entries->pdata[0], LEGATO_REASON_ID_PARTNER);
  legato_entry_add_reason (entries->pdata[1], LEGATO_REASON_ID_PARTNER);
  g_assert_true (legato_follow_ups_get_session (entries) == entries->pdata[2]);
}

/* A note of the day after does not say how the legs are, and what followed is still asked for. */
static void
test_follow_up_is_answered (StoredPerson *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) before = test_days_ago (1);
  g_autoptr (GDateTime) now = test_days_ago (0);
  guint32 today = legato_dates_get_day (now);
  LegatoEntry *note = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  LegatoMoment moment = LEGATO_MOMENT_BEFORE;

  note->note = (g_free (note->note), g_strdup ("New shoes"));
  g_ptr_array_add (fixture->entries, note);
  g_ptr_array_add (fixture->entries,
                   test_session (before, LEGATO_LEG_LEFT, "calf", LEGATO_PRESSURE_LIGHT));
  g_assert_true (legato_follow_ups_find_open (fixture->entries, today, &moment)
                 == fixture->entries->pdata[1]);
  g_assert_cmpint (moment, ==, LEGATO_MOMENT_NEXT_DAY);
  g_ptr_array_insert (fixture->entries, 0, test_rating (now, "calf", LEGATO_LEG_LEFT, 0));
  g_assert_null (legato_follow_ups_find_open (fixture->entries, today, &moment));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();
#define ADD(path, func)                                                                            \
  g_test_add ("/history/" path, StoredPerson, NULL, stored_person_set_up, func,                    \
              stored_person_tear_down)
  ADD ("follow-up-is-answered", test_follow_up_is_answered);
  ADD ("stop-lasts", test_stop_lasts);
  ADD ("stop-without-a-place", test_stop_without_a_place);
  ADD ("fine-again", test_fine_again);
  ADD ("not-fine-on-a-day-before", test_not_fine_on_a_day_before);
  ADD ("marks-are-conditions", test_marks_are_conditions);
  ADD ("fine-again-and-a-wrong-clock", test_fine_again_and_a_wrong_clock);
  ADD ("session-over-midnight", test_session_over_midnight);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("signs-stand", test_signs_stand);
  ADD ("soreness", test_soreness);
  ADD ("worse-twice", test_worse_twice);
  ADD ("worse-after-stretches", test_worse_after_stretches);
  ADD ("a-partner-is-somebody-else", test_a_partner_is_somebody_else);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}

/* test-person-model.c: answers and entries of a person, while a journal opens and fills
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-journal-copies.h"
#include "legato-journal-running.h"
#include "legato-planner.h"
#include "person-fixture.h"
#include "person-test-utils.h"

static void
set_blocked (LegatoPersonModel *model, LegatoCause cause)
{
  g_autoptr (LegatoProfile) profile = legato_profile_copy (legato_person_model_get_profile (model));

  profile->asked = TRUE;
  legato_profile_block (profile, "foot", LEGATO_LEG_LEFT, cause, 740000);
  legato_person_model_set_profile (model, profile);
}

/* As the person chose, but never without having asked, nor with a condition or a warning sign. */
static void
test_when_to_ask (PersonFixture *fixture, gconstpointer data)
{
  static const LegatoCause causes[] = { LEGATO_CAUSE_NUMB, LEGATO_CAUSE_VEIN, LEGATO_CAUSE_WOUND };
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_string (settings, "check-in", "never");
  g_assert_true (legato_person_model_wants_check_in (model));
  person_set_asked (model, NULL, 0);
  g_assert_false (legato_person_model_wants_check_in (model));
  person_set_asked (model, "swelling", 0);
  g_assert_true (legato_person_model_wants_check_in (model));
  person_answer (model, NULL);
  g_assert_false (legato_person_model_wants_check_in (model));

  /* Whoever marks a place as numb, or where veins show, has such a condition. */
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      legato_person_model_forget (model);
      set_blocked (model, causes[i]);
      g_assert_cmpint (legato_person_model_has_needs (model), ==, causes[i] != LEGATO_CAUSE_WOUND);
    }
  legato_person_model_forget (model);
  person_set_asked (model, "swelling", 0);
  person_answer (model, NULL);

  g_settings_set_string (settings, "check-in", "daily");
  g_assert_false (legato_person_model_wants_check_in (model));
  person_answer (model, "fever");
  g_assert_true (legato_person_model_wants_check_in (model));
  /* "All fine" answers the questions of today, not the sign that stands. */
  person_answer (model, NULL);
  g_assert_true (legato_person_model_wants_check_in (model));
  g_assert_true (legato_person_model_answer_flag (model, "fever", LEGATO_FLAG_GONE));
  g_assert_false (legato_person_model_wants_check_in (model));
  person_set_asked (model, "clot-history", 0);
  g_assert_true (legato_person_model_wants_check_in (model));
  person_set_asked (model, "clot-history", 740001);
  g_assert_false (legato_person_model_wants_check_in (model));

  g_settings_set_string (settings, "check-in", "always");
  g_assert_true (legato_person_model_wants_check_in (model));
  person_wait_for_journal (fixture->journal);
}

/* Soreness from before goes into the entry of the session that follows, once; also if the program
 * broke off in between. */
static void
test_answers_go_with_the_session (PersonFixture *fixture, gconstpointer data)
{
  for (guint broke_off = 0; broke_off <= 1; broke_off++)
    {
      g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autoptr (GDateTime) later = g_date_time_add_minutes (now, 5);
      g_autoptr (GDateTime) much_later = g_date_time_add_hours (now, 2);
      g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
      g_autoptr (LegatoEntry) first = legato_entry_new (LEGATO_ENTRY_SESSION, later);
      g_autoptr (LegatoEntry) second = legato_entry_new (LEGATO_ENTRY_SESSION, later);
      g_autoptr (LegatoEntry) other = legato_entry_new (LEGATO_ENTRY_SESSION, much_later);
      g_autoptr (GError) error = NULL;

      legato_check_in_set_tight (check_in, "calf", LEGATO_LEG_LEFT, TRUE);
      legato_check_in_set_tight (check_in, "shin", LEGATO_LEG_LEFT, TRUE);
      legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_RIGHT, 5);
      legato_person_model_answer (model, check_in);
      if (broke_off)
        {
          person_wait_for_journal (fixture->journal);
          g_clear_object (&model);
          model = person_fixture_open_model (fixture);
          legato_person_model_add_answers (model, other);
          g_assert_cmpuint (other->ratings->len, ==, 0);
        }
      legato_person_model_add_answers (model, first);
      g_assert_cmpuint (first->ratings->len, ==, 1);
      g_assert_cmpint (((LegatoRating *) g_ptr_array_index (first->ratings, 0))->moment, ==,
                       LEGATO_MOMENT_BEFORE);
      g_assert_cmpstr (first->reasons[0], ==, "tight");
      g_assert_null (first->reasons[1]);
      if (broke_off)
        g_assert_true (legato_check_in_is_tight (legato_person_model_get_check_in (model), "calf",
                                                 LEGATO_LEG_LEFT));

      g_assert_true (legato_journal_add (fixture->journal, first, &error));
      g_assert_no_error (error);
      person_wait_for_journal (fixture->journal);
      legato_person_model_add_answers (model, second);
      g_assert_cmpuint (second->ratings->len, ==, 0);
      g_assert_false (legato_person_model_note_check_in (model));
    }
}

/* After long standing a session is short, whatever one is used to; what is shorter still is kept.
 */
static void
test_long_standing_is_short (PersonFixture *fixture, gconstpointer data)
{
  static const guint usual[][2] = { { 0, 0 }, { 5, 5 }, { 10, 10 }, { 15, 0 }, { 30, 0 } };
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autoptr (LegatoProfile) profile =
          legato_profile_copy (legato_person_model_get_profile (model));
      g_autoptr (GDateTime) now = test_days_ago (0);
      g_autoptr (LegatoCheckIn) rested = legato_check_in_new (now);
      g_autoptr (LegatoCheckIn) stood = legato_check_in_new (now);

      profile->usual_minutes = usual[i][0];
      legato_person_model_set_profile (model, profile);
      legato_person_model_answer (model, rested);
      g_assert_cmpuint (legato_person_model_get_usual_minutes (model), ==, usual[i][0]);
      legato_check_in_set_did (stood, "long-standing", TRUE);
      legato_person_model_answer (model, stood);
      g_assert_cmpuint (legato_person_model_get_usual_minutes (model), ==, usual[i][1]);
    }
  person_fixture_close_model (fixture, &model);
}

/* A session that compares the legs asks how sore both are; what an earlier one of the day has taken
 * from the check-in it does not take again. */
static void
test_answers_are_noted_once (PersonFixture *fixture, gconstpointer data)
{
  static const guint soreness[] = { 4, 6 };
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
  g_autoptr (LegatoEntry) first = legato_entry_new (LEGATO_ENTRY_SESSION, now);
  g_autoptr (LegatoEntry) second = legato_entry_new (LEGATO_ENTRY_SESSION, now);
  const LegatoCheckIn *today = NULL;

  legato_check_in_set_did (check_in, "tight", TRUE);
  legato_check_in_set_soreness (check_in, "shin", LEGATO_LEG_RIGHT, 5);
  legato_person_model_answer (model, check_in);
  legato_person_model_add_answers (model, first);
  g_assert_cmpuint (first->ratings->len, ==, 1);

  legato_person_model_answer_soreness (model, legato_guide_find_zone (fixture->guide, "calf"),
                                       soreness);
  legato_person_model_add_answers (model, second);
  g_assert_null (second->reasons[0]);
  g_assert_cmpuint (second->ratings->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (second->ratings, i);

      g_assert_cmpstr (rating->zone, ==, "calf");
      g_assert_cmpint (rating->moment, ==, LEGATO_MOMENT_BEFORE);
      g_assert_cmpuint (rating->value, ==, soreness[rating->leg]);
    }

  /* What the next plan goes by has both. */
  today = legato_person_model_get_todays_check_in (model);
  g_assert_cmpuint (today->soreness->len, ==, 3);
  person_fixture_close_model (fixture, &model);
}

/* What is said while the journal opens is not lost, nor what it knows. */
static void
test_answers_before_the_journal (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (LegatoPersonModel) early = legato_person_model_new (fixture->guide);
      g_autoptr (LegatoPersonModel) later = NULL;

      person_set_asked (early, round == 0 ? "swelling" : "veins", 0);
      person_answer (early, "persist");
      legato_person_model_set_journal (early, fixture->journal);
      person_wait_for_journal (fixture->journal);
      later = person_fixture_open_model (fixture);
      g_assert_nonnull (
          legato_profile_find_condition (legato_person_model_get_profile (later), "swelling"));
      g_assert_cmpint (
          legato_profile_find_condition (legato_person_model_get_profile (later), "veins") != NULL,
          ==, round == 1);
      g_assert_cmpstr (legato_person_model_get_todays_check_in (later)->flags[0], ==, "persist");
    }
}

static void
test_forget (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (LegatoPersonModel) later = NULL;

  person_set_asked (model, "swelling", 0);
  person_answer (model, NULL);
  legato_person_model_forget (model);
  g_assert_false (legato_person_model_get_profile (model)->asked);
  g_assert_null (legato_person_model_get_check_in (model));
  person_wait_for_journal (fixture->journal);
  later = person_fixture_open_model (fixture);
  g_assert_false (legato_person_model_get_profile (later)->asked);
  g_assert_null (legato_person_model_get_check_in (later));
}

static void
add_entry (PersonFixture *fixture, LegatoEntry *entry)
{
  g_autoptr (GError) error = NULL;

  legato_journal_add (fixture->journal, entry, &error);
  g_assert_no_error (error);
  person_wait_for_journal (fixture->journal);
}

/* A place that hurt is left out, with a word; on a later day it may be fine again. */
static void
test_stops (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);

  person_set_asked (model, NULL, 0);
  for (int days = 0; days <= 1; days++)
    {
      g_autoptr (GDateTime) at = test_days_ago (days);
      g_autoptr (LegatoEntry) stop = legato_entry_new (LEGATO_ENTRY_STOP, at);

      stop->zone = g_strdup (days == 0 ? "calf" : "shin");
      stop->leg = LEGATO_LEG_LEFT;
      add_entry (fixture, stop);
    }
  g_assert_cmpuint (legato_person_model_get_person (model)->stopped[LEGATO_LEG_LEFT], ==,
                    test_bit (fixture->guide, "calf") | test_bit (fixture->guide, "shin"));
  g_assert_true (legato_person_model_has_needs (model));
  {
    g_autoptr (GArray) places = legato_person_model_list_stopped (model);

    g_assert_cmpuint (places->len, ==, 2);
    for (guint i = 0; i < places->len; i++)
      {
        const LegatoStoppedPlace *place = &g_array_index (places, LegatoStoppedPlace, i);

        g_assert_cmpint (place->may_be_fine, ==, g_str_equal (place->zone->id, "shin"));
        if (place->may_be_fine)
          legato_person_model_set_fine (model, place);
      }
  }
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  g_assert_cmpuint (legato_person_model_get_person (model)->stopped[LEGATO_LEG_LEFT], ==,
                    test_bit (fixture->guide, "calf"));
  g_assert_cmpuint (legato_person_model_get_person (model)->tender[LEGATO_LEG_LEFT], ==,
                    test_bit (fixture->guide, "shin"));
}

/* What the journal calls to ask is asked before the next session, once. */
static void
test_findings (PersonFixture *fixture, gconstpointer data)
{
  gboolean yes = GPOINTER_TO_INT (data);
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (GDateTime) now = test_days_ago (0);
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_settings_set_string (settings, "check-in", "never");
  person_set_asked (model, NULL, 0);
  g_assert_false (legato_person_model_wants_check_in (model));
  legato_check_in_set_feeling (check_in, "swelling", LEGATO_LEG_LEFT, 8);
  legato_person_model_answer (model, check_in);
  g_assert_true (legato_person_model_wants_check_in (model));
  before = legato_person_model_list_findings (model);
  g_assert_cmpuint (before->len, ==, 1);
  legato_person_model_answer_finding (model, g_ptr_array_index (before, 0), yes);
  g_assert_cmpint (person_is_refused_for (model, "R-DVT"), ==, yes);
  g_assert_true (legato_person_model_note_check_in (model));
  person_fixture_close_model (fixture, &model);

  model = person_fixture_open_model (fixture);
  g_assert_cmpint (person_is_refused_for (model, "R-DVT"), ==, yes);
  g_assert_cmpint (legato_person_model_wants_check_in (model), ==, yes);
  after = legato_person_model_list_findings (model);
  g_assert_cmpuint (after->len, ==, 0);
  g_settings_reset (settings, "check-in");
}

/* How the legs feel goes from the check-in into the entry. */
static void
test_feelings_are_noted (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GDateTime) now = test_days_ago (0);
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, now);

  legato_check_in_set_feeling (check_in, "heaviness", LEGATO_LEG_BOTH, 6);
  g_assert_false (legato_check_in_is_empty (check_in));
  legato_person_model_answer (model, check_in);
  legato_person_model_add_answers (model, entry);
  g_assert_cmpuint (entry->feelings->len, ==, 1);
  g_assert_cmpuint (((LegatoFeeling *) g_ptr_array_index (entry->feelings, 0))->value, ==, 6);
  person_wait_for_journal (fixture->journal);
}

/* A session that was cut off was done as far as it came. */
static void
test_cut_off_session_counts (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = test_days_ago (0);
  g_autoptr (LegatoRunning) running =
      legato_running_new ("01234567-89ab-4def-8123-456789abcdef", now);
  static char *zones[] = { (char *) "calf", NULL };
  const LegatoRunningStep step = {
    .leg = LEGATO_LEG_LEFT,
    .phase = LEGATO_PHASE_WORK,
    .technique = (char *) "petrissage",
    .zones = zones,
    .pressure = LEGATO_PRESSURE_MODERATE,
    .seconds = 60,
    .done_ns = 30 * (gint64) 1000000000,
    .spent_ns = 30 * (gint64) 1000000000,
  };
  g_autoptr (LegatoPersonModel) model = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  legato_running_add_step (running, &step);
  legato_journal_save_running_async (fixture->journal, running, NULL, test_result_cb, &result);
  legato_journal_save_running_finish (fixture->journal, test_wait (&result), &error);
  g_assert_no_error (error);
  /* It is cut off when the program that ran it has let go of the journal. */
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&fixture->journal));
  fixture->journal = fixture_open_journal (&fixture->files);
  model = person_fixture_open_model (fixture);
  g_assert_cmpuint (legato_person_model_get_person (model)->pressed[LEGATO_LEG_LEFT], ==,
                    test_bit (fixture->guide, "calf"));
}

/* Where somebody is the sorest after sport nothing but light work goes on, however little that is;
 * without sport a place that is a little sore stops nothing. */
static void
test_going_on_after_sport (PersonFixture *fixture, gconstpointer data)
{
  static const char uuid[] = "01234567-89ab-4def-8123-456789abcdef";
  LegatoRequest request = {
    .zone = legato_guide_find_zone (fixture->guide, "calf"),
    .technique = legato_guide_find_technique (fixture->guide, "petrissage"),
    .legs = LEGATO_LEG_LEFT,
  };
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (fixture->guide, &request, &error);

  g_assert_no_error (error);
  for (int after_sport = 0; after_sport < 2; after_sport++)
    {
      g_autoptr (GDateTime) now = test_days_ago (0);
      g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);

      legato_check_in_set_did (check_in, "sport-soreness", after_sport);
      legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_LEFT, 3);
      legato_person_model_answer (model, check_in);
      g_assert_cmpint (legato_person_model_may_continue (model, plan, uuid, NULL), ==,
                       !after_sport);
    }
  /* One that was made for such a leg does. */
  request.person = legato_person_model_get_person (model);
  g_clear_pointer (&plan, legato_plan_unref);
  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  g_assert_true (legato_person_model_may_continue (model, plan, uuid, &error));
  g_assert_no_error (error);
  person_wait_for_journal (fixture->journal);
}

#define N_IMPORTED 1000

static void
check_known (LegatoPersonModel *model, const char *condition, const char *flag, const char *rule)
{
  const LegatoCheckIn *check_in = legato_person_model_get_check_in (model);

  g_assert_nonnull (
      legato_profile_find_condition (legato_person_model_get_profile (model), condition));
  g_assert_true (g_strv_contains ((const char *const *) check_in->flags, flag));
  g_assert_true (person_is_refused_for (model, rule));
}

/* What a copy says of the person counts from then on, and is not overwritten by what was known
 * before. */
static void
test_restored_person_counts (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autofree char *copy = g_build_filename (fixture->files.folder, "copy.db", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  person_set_asked (model, "veins", 0);
  person_answer (model, "dvt");
  person_wait_for_journal (fixture->journal);
  legato_journal_copy_async (fixture->journal, copy, FALSE, NULL, NULL, NULL, test_result_cb,
                             &result);
  g_assert_true (legato_journal_copy_finish (fixture->journal, test_wait (&result), &error));
  g_clear_object (&result);
  legato_person_model_forget (model);
  person_set_asked (model, "osteoporosis", 0);
  person_answer (model, "fever");
  person_wait_for_journal (fixture->journal);
  g_assert_false (person_is_refused_for (model, "R-DVT"));

  legato_journal_restore_backup_async (fixture->journal, copy, NULL, NULL, NULL, test_result_cb,
                                       &result);
  aside = legato_journal_restore_backup_finish (fixture->journal, test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (aside);
  person_wait_for_journal (fixture->journal);
  check_known (model, "veins", "dvt", "R-DVT");
  g_assert_false (person_is_refused_for (model, "R-FEVER"));

  /* What is said next is said besides it. */
  legato_person_model_raise_flag (model, "after-swelling");
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  check_known (model, "veins", "dvt", "R-DVT");
  g_assert_true (person_is_refused_for (model, "R-AFTER"));
}

/* Another program writes, and the person says something before that is read. */
static void
test_others_know_more (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  LegatoJournal *other = fixture_open_journal (&fixture->files);
  g_autoptr (LegatoPersonModel) there = legato_person_model_new (fixture->guide);
  const LegatoProfile *profile = NULL;

  legato_person_model_set_journal (there, other);
  person_wait_for_journal (other);
  person_set_asked (there, "veins", 0);
  person_answer (there, "dvt");
  person_wait_for_journal (other);
  g_clear_object (&there);

  g_signal_emit_by_name (fixture->journal, "changed");
  person_set_asked (model, "osteoporosis", 0);
  person_wait_for_journal (fixture->journal);
  person_wait_for_journal (fixture->journal);
  profile = legato_person_model_get_profile (model);
  g_assert_nonnull (legato_profile_find_condition (profile, "osteoporosis"));
  g_assert_true (person_is_refused_for (model, "R-DVT"));
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  check_known (model, "osteoporosis", "dvt", "R-DVT");
  g_assert_finalize_object (other);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* A thousand entries that come one after the other are not read again a thousand times. */
static void
test_many_changes_are_read_together (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GDateTime) now = test_days_ago (0);
  g_autoptr (LegatoEntry) last =
      test_session (now, LEGATO_LEG_LEFT, "calf", LEGATO_PRESSURE_MODERATE);
  guint n_changes = 0;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (count_cb), &n_changes);
  for (int i = 0; i < N_IMPORTED; i++)
    {
      g_autoptr (GDateTime) at = test_days_ago (i % 20);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 3);
      legato_journal_add_async (fixture->journal, entry, NULL, NULL, NULL);
    }
  legato_journal_add_async (fixture->journal, last, NULL, NULL, NULL);
  while (legato_person_model_get_person (model)->pressed[LEGATO_LEG_LEFT]
         != test_bit (fixture->guide, "calf"))
    g_main_context_iteration (NULL, TRUE);
  person_wait_for_journal (fixture->journal);
  person_wait_for_journal (fixture->journal);

  /* A reading is told twice: of the entries, and of what is cut off. */
  g_test_message ("%u readings", n_changes / 2);
  g_assert_cmpuint (n_changes, <=, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add (path, PersonFixture, NULL, person_fixture_set_up, func, person_fixture_tear_down)
  ADD ("/person-model/when-to-ask", test_when_to_ask);
  ADD ("/person-model/answers-before-the-journal", test_answers_before_the_journal);
  ADD ("/person-model/long-standing-is-short", test_long_standing_is_short);
  ADD ("/person-model/answers-go-with-the-session", test_answers_go_with_the_session);
  ADD ("/person-model/answers-are-noted-once", test_answers_are_noted_once);
  ADD ("/person-model/forget", test_forget);
  ADD ("/person-model/stops", test_stops);
  g_test_add ("/person-model/findings/no", PersonFixture, GINT_TO_POINTER (FALSE),
              person_fixture_set_up, test_findings, person_fixture_tear_down);
  g_test_add ("/person-model/findings/yes", PersonFixture, GINT_TO_POINTER (TRUE),
              person_fixture_set_up, test_findings, person_fixture_tear_down);
  ADD ("/person-model/feelings-are-noted", test_feelings_are_noted);
  ADD ("/person-model/cut-off-session-counts", test_cut_off_session_counts);
  ADD ("/person-model/going-on-after-sport", test_going_on_after_sport);
  ADD ("/person-model/restored-person-counts", test_restored_person_counts);
  ADD ("/person-model/others-know-more", test_others_know_more);
  ADD ("/person-model/many-changes-are-read-together", test_many_changes_are_read_together);
  return g_test_run ();
}

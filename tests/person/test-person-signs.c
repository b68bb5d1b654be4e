/* test-person-signs.c: warning signs and conditions forbid a session until they are answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "person-fixture.h"

static void
test_refusals (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *entry = NULL;

  person_set_asked (model, "blood-thinners", 0);
  person_set_asked (model, "osteoporosis", 740000);
  person_answer (model, "breathless");
  refusals = legato_person_model_get_refusals (model);
  g_assert_cmpuint (refusals->len, ==, 2);
  g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 0))->rule, ==, "R-BREATH");
  g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 1))->flag, ==, "blood-thinners");

  legato_person_model_note_refusal (model, refusals);
  person_wait_for_journal (fixture->journal);
  entries = legato_journal_list (fixture->journal, NULL, NULL, 1, 0, NULL);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_REFUSAL);
  g_assert_cmpstr (entry->reasons[0], ==, "R-BREATH");
  g_assert_cmpstr (entry->reasons[1], ==, "R-UNCLEARED");
  g_assert_cmpstr (entry->reasons[2], ==, "blood-thinners");
  g_assert_null (entry->reasons[3]);

  /* It was noted: there is nothing left to note. */
  g_assert_false (legato_person_model_note_check_in (model));
}

/* Answered yes, it stands over restarts and "all fine", until it is answered again. */
static void
test_signs_stand (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);

  person_set_asked (model, NULL, 0);
  person_answer (model, "dvt");
  person_answer (model, "bruise");
  person_answer (model, NULL);
  for (guint restart = 0; restart < 2; restart++)
    {
      g_assert_true (person_is_refused_for (model, "R-DVT"));
      g_assert_true (person_is_refused_for (model, "R-BRUISE"));
      g_assert_true (legato_person_model_wants_check_in (model));
      person_fixture_close_model (fixture, &model);
      model = person_fixture_open_model (fixture);
    }

  /* What wants help at once or now is not gone because somebody says so. */
  g_assert_false (legato_person_model_may_be_gone (model, "dvt"));
  g_assert_false (legato_person_model_answer_flag (model, "dvt", LEGATO_FLAG_GONE));
  g_assert_true (person_is_refused_for (model, "R-DVT"));
  g_assert_true (legato_person_model_answer_flag (model, "dvt", LEGATO_FLAG_LOOKED_AT));
  g_assert_true (legato_person_model_may_be_gone (model, "bruise"));
  g_assert_true (legato_person_model_answer_flag (model, "bruise", LEGATO_FLAG_GONE));
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  g_assert_false (person_is_refused_for (model, "R-DVT"));
  g_assert_false (person_is_refused_for (model, "R-BRUISE"));
  g_assert_cmpuint (
      legato_standing_find_flag (legato_person_model_get_standing (model), "dvt")->answered, ==,
      legato_person_model_get_today ());

  /* A sign that is answered in another place than the check-in. */
  legato_person_model_raise_flag (model, "after-swelling");
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  g_assert_true (person_is_refused_for (model, "R-AFTER"));
}

/* What is answered yes elsewhere than in a check-in is an entry too, once; so is the question of a
 * stop. */
static void
test_signs_are_noted (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);
  g_autofree char *stop = g_uuid_string_random ();
  g_autoptr (GPtrArray) entries = NULL;
  guint n_clots = 0;
  guint n_pains = 0;

  person_set_asked (model, NULL, 0);
  legato_person_model_note_sign (model, "after-pain");
  legato_person_model_note_sign (model, "after-pain");
  person_wait_for_journal (fixture->journal);
  legato_person_model_answer_stop (model, stop, TRUE);
  person_wait_for_journal (fixture->journal);
  entries = legato_journal_list (fixture->journal, NULL, NULL, 9, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *reasons = g_strjoinv (" ", entry->reasons);

      g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_REFUSAL);
      n_clots += g_str_equal (reasons, "R-DVT") ? 1 : 0;
      n_pains += g_str_equal (reasons, "R-AFTER after-pain") ? 1 : 0;
    }
  g_assert_cmpuint (n_clots, ==, 1);
  g_assert_cmpuint (n_pains, ==, 1);
  g_assert_true (person_is_refused_for (model, "R-DVT"));
  g_assert_true (person_is_refused_for (model, "R-AFTER"));
}

/* A doctor's look does not make the legs less swollen: they are not kneaded until it is taken back.
 */
static void
test_swelling_that_was_looked_at (PersonFixture *fixture, gconstpointer data)
{
  static const LegatoFlagAnswer answers[] = { LEGATO_FLAG_GONE, LEGATO_FLAG_LOOKED_AT };
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);

  person_set_asked (model, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gboolean swollen = answers[i] == LEGATO_FLAG_LOOKED_AT;

      person_answer (model, "swelling");
      g_assert_true (person_is_refused_for (model, "R-SWELLING"));
      g_assert_true (legato_person_model_answer_flag (model, "swelling", answers[i]));
      person_answer (model, NULL);
      person_fixture_close_model (fixture, &model);
      model = person_fixture_open_model (fixture);
      g_assert_false (person_is_refused_for (model, "R-SWELLING"));
      g_assert_cmpint (
          (legato_person_model_get_person (model)->conditions & LEGATO_CONDITION_SWELLING) != 0, ==,
          swollen);
    }
}

/* What is said while the journal opens stands beside what it knows. */
static void
test_signs_before_the_journal (PersonFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPersonModel) model = person_fixture_open_model (fixture);

  person_answer (model, "fever");
  person_fixture_close_model (fixture, &model);
  model = legato_person_model_new (fixture->guide);
  legato_person_model_raise_flag (model, "dvt");
  legato_person_model_set_journal (model, fixture->journal);
  g_assert_false (legato_person_model_is_loaded (model));
  person_fixture_close_model (fixture, &model);
  model = person_fixture_open_model (fixture);
  g_assert_true (legato_person_model_is_loaded (model));
  g_assert_true (person_is_refused_for (model, "R-DVT"));
  g_assert_true (person_is_refused_for (model, "R-FEVER"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add (path, PersonFixture, NULL, person_fixture_set_up, func, person_fixture_tear_down)
  ADD ("/person-signs/refusals", test_refusals);
  ADD ("/person-signs/signs-stand", test_signs_stand);
  ADD ("/person-signs/signs-are-noted", test_signs_are_noted);
  ADD ("/person-signs/swelling-that-was-looked-at", test_swelling_that_was_looked_at);
  ADD ("/person-signs/signs-before-the-journal", test_signs_before_the_journal);
  return g_test_run ();
}

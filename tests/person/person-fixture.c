/* person-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "person-fixture.h"

#include "person-test-utils.h"
#include "../load-guide.h"

void
person_fixture_set_up (PersonFixture *fixture, gconstpointer data)
{
  fixture->guide = load_guide ();
  fixture_set_up (&fixture->files, NULL);
  fixture->journal = fixture_open_journal (&fixture->files);
}

void
person_fixture_tear_down (PersonFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->journal);
  fixture_tear_down (&fixture->files, NULL);
  legato_guide_unref (fixture->guide);
}

/* Calls keep their order: when these are done, so are the others and what they asked for then. */
void
person_wait_for_journal (LegatoJournal *journal)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 1, 0, &error);

      g_assert_no_error (error);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

LegatoPersonModel *
person_fixture_open_model (PersonFixture *fixture)
{
  LegatoPersonModel *model = legato_person_model_new (fixture->guide);

  legato_person_model_set_journal (model, fixture->journal);
  person_wait_for_journal (fixture->journal);
  return model;
}

/* As when the program ends. */
void
person_fixture_close_model (PersonFixture *fixture, LegatoPersonModel **model)
{
  person_wait_for_journal (fixture->journal);
  g_clear_object (model);
}

void
person_answer (LegatoPersonModel *model, const char *flag)
{
  g_autoptr (GDateTime) now = test_days_ago (0);
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);

  if (flag != NULL)
    legato_check_in_set_flag (check_in, flag, TRUE);
  legato_person_model_answer (model, check_in);
}

void
person_set_asked (LegatoPersonModel *model, const char *condition, guint32 cleared)
{
  g_autoptr (LegatoProfile) profile = legato_profile_copy (legato_person_model_get_profile (model));

  profile->asked = TRUE;
  if (condition != NULL)
    legato_profile_set_condition (profile, condition, 740000, cleared);
  legato_person_model_set_profile (model, profile);
}

gboolean
person_is_refused_for (LegatoPersonModel *model, const char *rule)
{
  g_autoptr (GPtrArray) refusals = legato_person_model_get_refusals (model);

  for (guint i = 0; i < refusals->len; i++)
    if (g_str_equal (((LegatoAdvice *) g_ptr_array_index (refusals, i))->rule, rule))
      return TRUE;
  return FALSE;
}

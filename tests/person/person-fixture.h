/* person-fixture.h: a person of whom a journal of the test's own tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../journal/journal-test-utils.h"

#include "legato-person-model.h"

typedef struct
{
  LegatoGuide *guide;
  Fixture files;
  LegatoJournal *journal;
} PersonFixture;

void person_fixture_set_up (PersonFixture *fixture, gconstpointer data);
void person_fixture_tear_down (PersonFixture *fixture, gconstpointer data);
void person_wait_for_journal (LegatoJournal *journal);
LegatoPersonModel *person_fixture_open_model (PersonFixture *fixture);
void person_fixture_close_model (PersonFixture *fixture, LegatoPersonModel **model);
void person_answer (LegatoPersonModel *model, const char *flag);
void person_set_asked (LegatoPersonModel *model, const char *condition, guint32 cleared);
gboolean person_is_refused_for (LegatoPersonModel *model, const char *rule);

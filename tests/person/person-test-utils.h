/* person-test-utils.h: a person's days, as the journal keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-history.h"

/** What is stored of a person, of whom nothing is known at first. */
typedef struct
{
  LegatoProfile *profile;
  LegatoStanding *standing;
  LegatoCheckIn *check_in; /* (nullable) */
  GPtrArray *entries;      /* (element-type LegatoEntry) */
} StoredPerson;

void stored_person_set_up (StoredPerson *fixture, gconstpointer data);
void stored_person_tear_down (StoredPerson *fixture, gconstpointer data);

GDateTime *test_days_ago (int days);
GDateTime *test_at (int days, int hour);
LegatoEntry *test_session (GDateTime *at, LegatoLeg leg, const char *zone, LegatoPressure pressure);
LegatoEntry *test_stop (GDateTime *at, const char *zone, LegatoLeg leg, const char *felt);
LegatoEntry *test_rating (GDateTime *at, const char *zone, LegatoLeg leg, guint value);
LegatoEntry *test_feeling (GDateTime *at, const char *id, LegatoLeg leg, guint value);
LegatoZoneSet test_bit (LegatoGuide *guide, const char *zone);

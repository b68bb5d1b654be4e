/* person-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "person-test-utils.h"

void
stored_person_set_up (StoredPerson *fixture, gconstpointer data)
{
  fixture->profile = legato_profile_new ();
  fixture->standing = legato_standing_new ();
  fixture->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
}

void
stored_person_tear_down (StoredPerson *fixture, gconstpointer data)
{
  legato_profile_free (fixture->profile);
  legato_standing_free (fixture->standing);
  g_clear_pointer (&fixture->check_in, legato_check_in_unref);
  g_ptr_array_unref (fixture->entries);
}

GDateTime *
test_days_ago (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_add_days (now, -days);
}

/* So many days after (or before) the first of June, at that hour, two hours east of Greenwich. */
GDateTime *
test_at (int days, int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7200);
  g_autoptr (GDateTime) first = g_date_time_new (zone, 2026, 6, 1, hour, 0, 0);

  return g_date_time_add_days (first, days);
}

LegatoEntry *
test_session (GDateTime *at, LegatoLeg leg, const char *zone, LegatoPressure pressure)
{
  const char *const zones[] = { zone, NULL };
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);

  entry->done_s = 600;
  legato_entry_add_step (entry, 0, leg, "petrissage", zones, pressure, 60000, 30000);
  return entry;
}

LegatoEntry *
test_stop (GDateTime *at, const char *zone, LegatoLeg leg, const char *felt)
{
  const char *const reasons[] = { felt, NULL };
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_STOP, at);

  entry->zone = g_strdup (zone);
  entry->leg = leg;
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv ((GStrv) reasons);
  return entry;
}

LegatoEntry *
test_rating (GDateTime *at, const char *zone, LegatoLeg leg, guint value)
{
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

  legato_entry_add_rating (entry, zone, leg, LEGATO_MOMENT_CHECK_IN, value);
  return entry;
}

LegatoEntry *
test_feeling (GDateTime *at, const char *id, LegatoLeg leg, guint value)
{
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

  legato_entry_add_feeling (entry, id, leg, value);
  return entry;
}

LegatoZoneSet
test_bit (LegatoGuide *guide, const char *zone)
{
  return LEGATO_ZONE_BIT (legato_guide_find_zone (guide, zone));
}

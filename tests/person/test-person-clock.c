/* test-person-clock.c: random days with a clock that leaps, midnights and restarts, in a real
 * journal
 *
 * The test knows the true time; the journal only what the clock said. What stands must stand
 * whatever the clock did; a stop and a firm massage must count as long as they truly should, unless
 * the clock was set forward since, which nobody can tell from days that passed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "../journal/journal-test-utils.h"
#include "legato-journal-profile.h"
#include "person-test-utils.h"
#include "../load-guide.h"

#define N_HISTORIES 20
#define N_EVENTS 50

#define HOUR 3600
#define DAY (24 * HOUR)
#define START 1780000000 /* some second of 2026 */

static const char *const flags[] = { "dvt", "breathless", "fever", "persist", "after-swelling" };
static const char *const zones[] = { "calf", "shin", "quadriceps" };

/* Something that was done, as it truly was. */
typedef struct
{
  gint64 time;  /* true seconds */
  gint64 shift; /* by which the clock was wrong then */
  gboolean is_stop;
  const char *zone;
  LegatoLeg leg;
  char *uuid;
  gboolean fine;
} Deed;

typedef struct
{
  LegatoGuide *guide;
  Fixture files;
  LegatoJournal *journal;
  LegatoProfile *profile;
  gint64 time;
  gint64 shift;
  guint standing; /* bits of flags[] */
  GArray *deeds;
} World;

static GDateTime *
dup_now (World *world)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * HOUR);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (world->time + world->shift);

  return g_date_time_to_timezone (utc, zone);
}

static LegatoStanding *
read_standing (World *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoStanding *standing = NULL;

  legato_journal_get_standing_async (world->journal, NULL, test_result_cb, &result);
  standing = legato_journal_get_standing_finish (world->journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return standing;
}

static void
write_standing (World *world, const LegatoStanding *standing)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_set_standing_async (world->journal, standing, NULL, test_result_cb, &result);
  legato_journal_set_standing_finish (world->journal, test_wait (&result), &error);
  g_assert_no_error (error);
}

static LegatoCheckIn *
read_check_in (World *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoCheckIn *check_in = NULL;

  legato_journal_get_check_in_async (world->journal, NULL, test_result_cb, &result);
  check_in = legato_journal_get_check_in_finish (world->journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return check_in;
}

/* What the file holds, read as the window and the command line read it. */
typedef struct
{
  LegatoStanding *standing;
  LegatoCheckIn *check_in;
  GPtrArray *entries;
  GDateTime *now;
} Known;

static LegatoHistory
read_history (World *world, Known *known)
{
  g_autoptr (GError) error = NULL;
  GDate from;
  LegatoHistory history;

  known->now = dup_now (world);
  history = (LegatoHistory){ .profile = world->profile, .now = known->now };
  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_history_get_today (&history) - LEGATO_HISTORY_DAYS);
  known->standing = read_standing (world);
  known->check_in = read_check_in (world);
  known->entries = legato_journal_list (world->journal, &from, NULL, 0, 0, &error);
  g_assert_no_error (error);
  history.standing = known->standing;
  history.check_in = known->check_in;
  history.entries = known->entries;
  return history;
}

static void
known_clear (Known *self)
{
  legato_standing_free (self->standing);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  g_ptr_array_unref (self->entries);
  g_date_time_unref (self->now);
}

static void
check_in (World *world)
{
  g_autoptr (GDateTime) now = dup_now (world);
  g_autoptr (LegatoCheckIn) answers = legato_check_in_new (now);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (g_test_rand_int_range (0, 8) == 0)
      {
        legato_check_in_set_flag (answers, flags[i], TRUE);
        world->standing |= 1u << i;
      }
  legato_journal_set_check_in_async (world->journal, answers, NULL, test_result_cb, &result);
  legato_journal_set_check_in_finish (world->journal, test_wait (&result), &error);
  g_assert_no_error (error);
}

static void
answer_a_flag (World *world)
{
  g_autoptr (LegatoStanding) standing = read_standing (world);
  guint i = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (flags));
  const LegatoFlag *flag = legato_standing_find_flag (standing, flags[i]);

  if (flag == NULL)
    return;
  legato_standing_set_flag (standing, flags[i], flag->since, LEGATO_FLAG_LOOKED_AT, flag->since);
  write_standing (world, standing);
  world->standing &= ~(1u << i);
}

static void
act (World *world, gboolean is_stop)
{
  g_autoptr (GDateTime) now = dup_now (world);
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  Deed deed = {
    .time = world->time,
    .shift = world->shift,
    .is_stop = is_stop,
    .zone = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))],
    .leg = g_test_rand_bit () ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT,
  };

  entry = is_stop ? test_stop (now, deed.zone, deed.leg, "stop-numb")
                  : test_session (now, deed.leg, deed.zone, LEGATO_PRESSURE_MODERATE);
  g_date_time_unref (entry->recorded_at);
  entry->recorded_at = g_date_time_ref (now);
  entry->late = FALSE;
  deed.uuid = g_strdup (entry->uuid);
  legato_journal_add (world->journal, entry, &error);
  g_assert_no_error (error);
  g_array_append_val (world->deeds, deed);
}

static void
say_fine (World *world)
{
  Known known;
  LegatoHistory history = read_history (world, &known);
  g_autoptr (GArray) places = legato_history_list_stopped (&history, world->guide);

  for (guint i = 0; i < places->len; i++)
    {
      const LegatoStoppedPlace *place = &g_array_index (places, LegatoStoppedPlace, i);

      if (!place->may_be_fine)
        continue;
      legato_standing_set_fine (known.standing, place->stop, place->zone->id, place->leg,
                                legato_history_get_today (&history));
      write_standing (world, known.standing);
      for (guint d = 0; d < world->deeds->len; d++)
        {
          Deed *deed = &g_array_index (world->deeds, Deed, d);

          deed->fine = deed->fine || g_str_equal (deed->uuid, place->stop);
        }
      break;
    }
  known_clear (&known);
}

static void
leap (World *world)
{
  static const gint64 most[] = { HOUR, 2 * DAY, 30 * DAY, 3000 * (gint64) DAY };
  gint64 by = most[g_test_rand_int_range (0, G_N_ELEMENTS (most))];

  world->shift += (gint64) (g_test_rand_double_range (-1.0, 1.0) * (double) by);
}

static void
start_again (World *world)
{
  g_clear_object (&world->journal);
  world->journal = fixture_open_journal (&world->files);
}

static void
happen (World *world)
{
  world->time += g_test_rand_int_range (60, g_test_rand_bit () ? HOUR : 20 * HOUR);
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      check_in (world);
      break;
    case 1:
      answer_a_flag (world);
      break;
    case 2:
    case 3:
      act (world, TRUE);
      break;
    case 4:
      act (world, FALSE);
      break;
    case 5:
      say_fine (world);
      break;
    case 6:
      leap (world);
      break;
    default:
      start_again (world);
      break;
    }
}

static void
assert_remembered (World *world)
{
  Known known;
  LegatoHistory history = read_history (world, &known);
  LegatoPerson person;

  legato_history_make_person (&history, world->guide, &person);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      LegatoSign sign = 0;

      g_assert_true (legato_sign_from_id (flags[i], &sign));
      g_assert_cmpint ((person.signs & sign) != 0, ==, (world->standing >> i) & 1);
    }
  for (guint d = 0; d < world->deeds->len; d++)
    {
      const Deed *deed = &g_array_index (world->deeds, Deed, d);
      LegatoZoneSet bit = test_bit (world->guide, deed->zone);
      gint64 age = world->time - deed->time;

      if (world->shift > deed->shift)
        continue;
      if (deed->is_stop && !deed->fine && age < 2 * DAY)
        g_assert_cmpuint (person.stopped[deed->leg] & bit, ==, bit);
      if (!deed->is_stop && age < DAY)
        g_assert_cmpuint (person.pressed[deed->leg] & bit, ==, bit);
    }
  known_clear (&known);
}

static void
test_random_histories (void)
{
  World world = { 0 };

  world.guide = load_guide ();
  world.profile = legato_profile_new ();
  for (guint i = 0; i < N_HISTORIES; i++)
    {
      fixture_set_up (&world.files, NULL);
      world.journal = fixture_open_journal (&world.files);
      world.time = START;
      world.shift = 0;
      world.standing = 0;
      world.deeds = g_array_new (FALSE, FALSE, sizeof (Deed));
      for (guint event = 0; event < N_EVENTS; event++)
        {
          happen (&world);
          assert_remembered (&world);
        }
      for (guint d = 0; d < world.deeds->len; d++)
        g_free (g_array_index (world.deeds, Deed, d).uuid);
      g_array_unref (world.deeds);
      g_assert_finalize_object (world.journal);
      fixture_tear_down (&world.files, NULL);
    }
  legato_profile_free (world.profile);
  legato_guide_unref (world.guide);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/clock/random-histories", test_random_histories);
  return g_test_run ();
}

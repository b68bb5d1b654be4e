/* test-past.c: what a plan depends on of the past days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-past.h"

#define L LEGATO_LEG_LEFT
#define HOUR (60 * 60)
#define DAY (24 * HOUR)

/* A place, and the noon of a day that all cases are told on. */
#define CALF (1u << 4)
#define NOON ((gint64) 20000 * DAY + 12 * HOUR)
#define TODAY 2460588u

static guint32
get_day (gint64 at)
{
  return TODAY + (guint32) (at / DAY) - 20000u;
}

static LegatoPerson
recall (const LegatoPastEvent *events, gsize n_events, gint64 now)
{
  LegatoPerson person = { 0 };

  legato_person_recall (&person, events, n_events, now, get_day (now));
  return person;
}

static LegatoPastEvent
make (LegatoPastKind kind, gint64 at)
{
  return (LegatoPastEvent){ .kind = kind, .at = at, .day = get_day (at), .leg = L, .zones = CALF };
}

/* Out for two days, then light until it was massaged once. */
static void
test_stop (void)
{
  LegatoPastEvent events[] = { make (LEGATO_PAST_STOP, NOON),
                               make (LEGATO_PAST_MASSAGE, NOON + HOUR),
                               make (LEGATO_PAST_MASSAGE, NOON + 50 * HOUR) };

  g_assert_cmpuint (recall (events, 1, NOON + 1).stopped[L], ==, CALF);
  g_assert_cmpuint (recall (events, 1, NOON + 12 * HOUR + 1).stopped[L], ==, CALF);
  g_assert_cmpuint (recall (events, 2, NOON + 48 * HOUR - 1).stopped[L], ==, CALF);
  g_assert_cmpuint (recall (events, 2, NOON + 48 * HOUR - 1).tender[L], ==, 0);
  g_assert_cmpuint (recall (events, 2, NOON + 48 * HOUR).stopped[L], ==, 0);
  g_assert_cmpuint (recall (events, 2, NOON + 48 * HOUR).tender[L], ==, CALF);
  g_assert_cmpuint (recall (events, 2, NOON + 300 * DAY).tender[L], ==, CALF);
  g_assert_cmpuint (recall (events, 3, NOON + 51 * HOUR).tender[L], ==, 0);
  g_assert_cmpuint (recall (events, 1, NOON + 1).stopped[LEGATO_LEG_RIGHT], ==, 0);
}

/* "Fine again" counts from the next day on, and leaves the light session. */
static void
test_fine_again (void)
{
  LegatoPastEvent same_day[] = { make (LEGATO_PAST_STOP, NOON),
                                 make (LEGATO_PAST_FINE, NOON + 2 * HOUR) };
  LegatoPastEvent next_day[] = { make (LEGATO_PAST_STOP, NOON),
                                 make (LEGATO_PAST_FINE, NOON + 13 * HOUR),
                                 make (LEGATO_PAST_STOP, NOON + 14 * HOUR) };

  g_assert_cmpuint (recall (same_day, 2, NOON + 20 * HOUR).stopped[L], ==, CALF);
  g_assert_cmpuint (recall (next_day, 2, NOON + 13 * HOUR).stopped[L], ==, 0);
  g_assert_cmpuint (recall (next_day, 2, NOON + 13 * HOUR).tender[L], ==, CALF);
  g_assert_cmpuint (recall (next_day, 3, NOON + 14 * HOUR).stopped[L], ==, CALF);
}

/* A clock that was set back makes nothing forgotten. */
static void
test_clock_set_back (void)
{
  LegatoPastEvent stop = make (LEGATO_PAST_STOP, NOON);
  LegatoPastEvent firm = make (LEGATO_PAST_MASSAGE, NOON);
  LegatoPastEvent sore = make (LEGATO_PAST_RATING, NOON);

  firm.firm = TRUE;
  sore.value = 9;
  g_assert_cmpuint (recall (&stop, 1, NOON - 400 * DAY).stopped[L], ==, CALF);
  g_assert_cmpuint (recall (&firm, 1, NOON - 400 * DAY).pressed[L], ==, CALF);
  g_assert_cmpuint (recall (&sore, 1, NOON - 400 * DAY).soreness[L][4], ==, 9);
}

static void
test_pressed (void)
{
  LegatoPastEvent firm = make (LEGATO_PAST_MASSAGE, NOON);
  LegatoPastEvent light = make (LEGATO_PAST_MASSAGE, NOON);

  firm.firm = TRUE;
  g_assert_cmpuint (recall (&firm, 1, NOON + 1).pressed[L], ==, CALF);
  g_assert_cmpuint (recall (&firm, 1, NOON + 35 * HOUR).pressed[L], ==, CALF);
  g_assert_cmpuint (recall (&firm, 1, NOON + 36 * HOUR).pressed[L], ==, 0);
  g_assert_cmpuint (recall (&light, 1, NOON + 1).pressed[L], ==, 0);
}

/* The latest rating of the last day counts, also when it is better. */
static void
test_rating (void)
{
  LegatoPastEvent events[] = { make (LEGATO_PAST_RATING, NOON),
                               make (LEGATO_PAST_RATING, NOON + HOUR),
                               make (LEGATO_PAST_RATING, NOON + HOUR) };

  events[0].value = 9;
  events[1].value = 5;
  events[2].value = 2;
  g_assert_cmpuint (recall (events, 1, NOON + 24 * HOUR).soreness[L][4], ==, 9);
  g_assert_cmpuint (recall (events, 1, NOON + 24 * HOUR + 1).soreness[L][4], ==, 0);
  g_assert_cmpuint (recall (events, 2, NOON + 2 * HOUR).soreness[L][4], ==, 5);
  g_assert_cmpuint (recall (events, 3, NOON + 2 * HOUR).soreness[L][4], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past/stop", test_stop);
  g_test_add_func ("/past/fine-again", test_fine_again);
  g_test_add_func ("/past/clock-set-back", test_clock_set_back);
  g_test_add_func ("/past/pressed", test_pressed);
  g_test_add_func ("/past/rating", test_rating);
  return g_test_run ();
}

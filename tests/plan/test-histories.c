/* test-histories.c: plans after days of massage, stops and ratings, whatever the clock did
 *
 * A history is drawn by lot; the planner recalls it, and the next plan is held against what a
 * careful reader of the same history would allow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-past.h"
#include "plan-checker.h"
#include "plan-lot.h"
#include "plan-test-utils.h"

#ifdef __SANITIZE_ADDRESS__
#define N_HISTORIES 5000
#else
#define N_HISTORIES 100000
#endif

#define HOUR 3600
#define DAY (24 * HOUR)
#define START ((gint64) 20000 * DAY)
#define START_DAY 2460588u

#define MAX_EVENTS 40

typedef struct
{
  LegatoPastEvent events[MAX_EVENTS];
  guint n;
  guint signs; /* that were there and nobody has answered */
  gint64 now;
} History;

static guint32
get_day (gint64 at)
{
  return START_DAY + (guint32) (at / DAY) - 20000u;
}

/* A few days of whatever may happen; now and then the clock is set, back or on. */
static void
draw_history (guint32 *state, guint n_zones, History *history)
{
  gint64 at = START + plan_lot_draw (state, 4 * DAY);

  *history = (History){ .n = plan_lot_draw (state, MAX_EVENTS) };
  for (guint i = 0; i < history->n; i++)
    {
      LegatoPastEvent *event = &history->events[i];

      at += plan_lot_draw (state, 10 * HOUR);
      if (plan_lot_draw (state, 20) == 0)
        at += ((gint64) plan_lot_draw (state, 13) - 6) * DAY;
      *event = (LegatoPastEvent){
        .kind = (LegatoPastKind) plan_lot_draw (state, LEGATO_PAST_RATING + 1),
        .at = at,
        .day = get_day (at),
        .leg = (LegatoLeg) plan_lot_draw (state, 2),
        .zones = plan_lot_draw (state, 1u << n_zones) & plan_lot_draw (state, 1u << n_zones)
                 & plan_lot_draw (state, 1u << n_zones),
        .firm = plan_lot_draw (state, 2) == 0,
        .value = plan_lot_draw (state, 11),
      };
      if (plan_lot_draw (state, 200) == 0)
        history->signs |= 1u << plan_lot_draw (state, LEGATO_N_SIGNS);
    }
  history->now = at + plan_lot_draw (state, 3 * DAY);
  if (plan_lot_draw (state, 10) == 0)
    history->now -= plan_lot_draw (state, 10 * DAY);
}

static gboolean
is_at (const LegatoPastEvent *event, LegatoPastKind kind, LegatoLeg leg, const LegatoZone *zone)
{
  return event->kind == kind && event->leg == leg && (event->zones & LEGATO_ZONE_BIT (zone)) != 0;
}

/* When a stopped place may be touched again: after two days, or when it was said to be fine on a
 * later day. What seems to lie ahead has just happened. */
static gint64
get_release (const History *history, const LegatoPastEvent *stop, const LegatoZone *zone)
{
  gint64 release = MIN (stop->at, history->now) + 48 * HOUR;

  for (guint i = 0; i < history->n; i++)
    {
      const LegatoPastEvent *event = &history->events[i];

      if (is_at (event, LEGATO_PAST_FINE, stop->leg, zone) && event->day > stop->day)
        release = MIN (release, MIN (MAX (event->at, stop->at), history->now));
    }
  return release;
}

/* Returns: (nullable): what is wrong with touching @zone by @step */
static const char *
read_place (const History *history, const LegatoStep *step, const LegatoZone *zone)
{
  gboolean soft = step->pressure <= LEGATO_PRESSURE_LIGHT && step->technique->tool == NULL;
  gboolean glides = g_str_equal (step->technique->id, "effleurage")
                    || g_str_equal (step->technique->id, "lymph-strokes")
                    || g_str_equal (step->technique->id, "thumb-circles");
  const LegatoPastEvent *rating = NULL;
  const LegatoPastEvent *stop = NULL;

  for (guint i = 0; i < history->n; i++)
    {
      const LegatoPastEvent *event = &history->events[i];

      if (is_at (event, LEGATO_PAST_MASSAGE, step->leg, zone) && event->firm && !soft
          && event->day + 1 >= get_day (history->now))
        return "worked firmly today or yesterday";
      if (is_at (event, LEGATO_PAST_RATING, step->leg, zone)
          && (rating == NULL || event->at >= rating->at))
        rating = event;
      if (is_at (event, LEGATO_PAST_STOP, step->leg, zone)
          && (stop == NULL || event->at >= stop->at))
        stop = event;
    }
  if (rating != NULL && history->now - rating->at <= DAY)
    {
      if (rating->value >= 8)
        return "so sore that it is left out";
      if (rating->value >= 5 && !(soft && glides))
        return "so sore that only soft strokes are for it";
    }
  if (stop == NULL)
    return NULL;
  if (get_release (history, stop, zone) > history->now)
    return "stopped within two days";
  for (guint i = 0; i < history->n; i++)
    if (is_at (&history->events[i], LEGATO_PAST_MASSAGE, step->leg, zone)
        && MIN (history->events[i].at, history->now) >= get_release (history, stop, zone))
      return NULL;
  return soft ? NULL : "stopped, and not yet massaged lightly";
}

/* A sleeve at the end lies on both legs. */
static void
read_step (const History *history, const LegatoStep *step, guint index)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint z = 0; z < step->zones->len; z++)
      {
        LegatoStep on_one = *step;
        const char *wrong = NULL;

        if (step->leg != LEGATO_LEG_BOTH && (int) step->leg != leg)
          continue;
        on_one.leg = (LegatoLeg) leg;
        wrong = read_place (history, &on_one, g_ptr_array_index (step->zones, z));
        if (wrong == NULL)
          continue;
        g_test_message ("step %u, %s: %s", index,
                        ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id, wrong);
        g_test_fail ();
      }
}

static void
read_plan (const History *history, LegatoPlan *plan)
{
  g_assert_cmpuint (history->signs, ==, 0);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    read_step (history, legato_plan_get_step (plan, i), i);
}

static void
test_histories (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (PlanChecker) checker = plan_checker_new (guide);
  guint n_zones = legato_guide_get_zones (guide)->len;
  guint32 state = 20261129;
  guint made = 0;
  guint refused = 0;

  for (guint n = 0; n < N_HISTORIES && !g_test_failed (); n++)
    {
      History history;
      LegatoPerson person = { 0 };
      LegatoRequest request = { .goal = (LegatoGoal) (1 + n % (LEGATO_N_GOALS - 1)),
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      PlanBreach breaches[1];
      g_autoptr (LegatoPlan) plan = NULL;

      draw_history (&state, n_zones, &history);
      request.minutes = plan_lot_draw_length (&state);
      request.tools = plan_lot_draw_tools (&state);
      person.signs = history.signs;
      legato_person_recall (&person, history.events, history.n, history.now, get_day (history.now));
      plan = legato_planner_make (guide, &request, NULL);
      if (plan == NULL)
        {
          refused++;
          continue;
        }
      made++;
      read_plan (&history, plan);
      g_assert_cmpuint (plan_checker_check (checker, plan, &request, breaches, 1), ==, 0);
      if (g_test_failed ())
        {
          g_autofree char *text = plan_lot_describe (guide, plan, &request);

          g_test_message ("%s", text);
        }
    }
  g_test_message ("%u histories: %u plans, %u times none", made + refused, made, refused);
  g_assert_cmpuint (made, >, N_HISTORIES / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histories/next-plan", test_histories);
  return g_test_run ();
}

/* plan-bench.c: what a plan costs, with all its rules checked and its memory given back
 *
 * Prints a table: the median processor time of a plan over many rounds. build-aux/bench runs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <time.h>

#include "legato-planner.h"
#include "../load-guide.h"

#define N_ROUNDS 101
#define N_LENGTHS 28

/* Ranks of calf, knee and front thigh. */
#define SOME_PLACES ((1u << 4) | (1u << 6) | (1u << 8))

static const char *const tools[] = { "roller", "ball", NULL };

static const struct
{
  const char *name;
  gboolean goals;
  LegatoPerson person;
} cases[] = {
  { "routine, nothing special", FALSE },
  { "goal, nothing special", TRUE },
  { "goal, sore after sport, thin skin",
    TRUE,
    { .conditions = LEGATO_CONDITION_SPORT_SORENESS | LEGATO_CONDITION_FRAGILE_SKIN,
      .soreness = { { [4] = 6 }, { [8] = 4 } } } },
  { "goal, places left out on one leg", TRUE, { .blocked = { SOME_PLACES, 0 } } },
  { "goal, swollen legs, places left out on both",
    TRUE,
    { .conditions = LEGATO_CONDITION_SWELLING, .blocked = { SOME_PLACES, 1u << 1 } } },
};

static double
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* One plan of each routine or goal at each length. Returns: how many there were */
static guint
make_plans (LegatoGuide *guide, guint nth, guint *n_steps)
{
  GPtrArray *routines = legato_guide_get_routines (guide);
  guint n_subjects = cases[nth].goals ? LEGATO_N_GOALS - 1 : routines->len;

  for (guint i = 0; i < n_subjects * N_LENGTHS; i++)
    {
      LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                                .minutes = LEGATO_PLAN_MIN_MINUTES + i % N_LENGTHS,
                                .tools = tools,
                                .person = &cases[nth].person };
      g_autoptr (LegatoPlan) plan = NULL;

      if (cases[nth].goals)
        request.goal = (LegatoGoal) (1 + i / N_LENGTHS);
      else
        request.routine = g_ptr_array_index (routines, i / N_LENGTHS);
      plan = legato_planner_make (guide, &request, NULL);
      if (plan != NULL)
        *n_steps += legato_plan_get_n_steps (plan);
    }
  return n_subjects * N_LENGTHS;
}

int
main (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();

  setlocale (LC_ALL, "");
  g_print ("| plan | steps | µs |\n|---|---|---|\n");
  for (guint nth = 0; nth < G_N_ELEMENTS (cases); nth++)
    {
      double us[N_ROUNDS];
      guint n_steps = 0;
      guint n_plans = 0;

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          double start = get_cpu_us ();

          n_steps = 0;
          n_plans = make_plans (guide, nth, &n_steps);
          us[round] = (get_cpu_us () - start) / n_plans;
        }
      qsort (us, N_ROUNDS, sizeof *us, compare);
      g_print ("| %s | %.0f | %.1f |\n", cases[nth].name, (double) n_steps / n_plans,
               us[N_ROUNDS / 2]);
    }
  return 0;
}

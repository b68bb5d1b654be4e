/* test-person-watch-histories.c: what the journal asks about, whatever was written into it
 *
 * Weeks of feelings, ratings and sessions are drawn by lot. A careful reader of the same weeks, who
 * knows nothing of how legato_findings_list() goes about it, says what is to be asked; and the
 * reader notices when something of the weeks was kept from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-findings.h"
#include "person-test-utils.h"
#include "../load-guide.h"

#define N_HISTORIES 10000

#define DAYS 40 /* that anything may be written for */
#define TODAY 35
#define MOST_EVENTS 60
#define LEFT LEGATO_LEG_LEFT
#define RIGHT LEGATO_LEG_RIGHT

static LegatoGuide *guide;

static const char *const places[] = { "calf", "shin", "quadriceps" };
#define N_PLACES G_N_ELEMENTS (places)

typedef enum
{
  FEELING, /* of swelling */
  RATING,
  SESSION,
  N_KINDS,
} Kind;

typedef struct
{
  Kind kind;
  int day;
  LegatoLeg leg;
  guint place;
  int value;      /* of a session: right after, or before if it is not said; -1 for neither */
  gboolean after; /* the value is of right after */
  int next;       /* of a session: on the day after; -1 if it is not said */
  gboolean worse; /* of a session: said on the day after, in a word */
} Event;

/* Days on which something was asked; -1 for never. */
typedef struct
{
  int swollen[2];
  int sore[2][N_PLACES];
  int worse;
} Asked;

typedef struct
{
  Event events[MOST_EVENTS]; /* by rising day */
  guint n;
  Asked asked;
  gboolean clot_stands;
  gboolean pain_stands;
} History;

typedef struct
{
  gboolean swollen[2];
  gboolean sore[2][N_PLACES];
  gboolean worse;
} Questions;

static guint32
draw (guint32 *state, guint32 below)
{
  *state = *state * 1664525u + 1013904223u;
  return (guint32) (((guint64) *state * below) >> 32);
}

static gboolean
draw_chance (guint32 *state, guint32 per_cent)
{
  return draw (state, 100) < per_cent;
}

static int
draw_asked (guint32 *state, int last_day)
{
  return draw_chance (state, 30) ? last_day - (int) draw (state, 12) : -1;
}

/* Somebody's weeks: one place is often the one, and may be sore for days. */
static void
draw_history (guint32 *state, History *history)
{
  guint often = draw (state, N_PLACES);
  guint busy = 10 + draw (state, 60);
  guint sore = draw (state, 80);
  gboolean in_pain = draw_chance (state, 30);

  *history = (History){ .n = 0 };
  for (int day = 0; day < DAYS; day++)
    for (guint i = 0; i < 3 && history->n < MOST_EVENTS; i++)
      {
        Event *event = &history->events[history->n];

        /* A clock that was set back leaves something in days to come. */
        if (!draw_chance (state, day > TODAY ? busy / 8 : busy / 2))
          continue;
        *event = (Event){
          .kind = (Kind) draw (state, N_KINDS),
          .day = day,
          .leg = (LegatoLeg) draw (state, 2),
          .place = draw_chance (state, 70) ? often : draw (state, N_PLACES),
          .value = (int) (draw_chance (state, sore) ? 5 + draw (state, 6) : draw (state, 6)),
          .after = draw_chance (state, 80),
          .next = draw_chance (state, 40) ? (int) draw (state, 11) : -1,
          .worse = draw_chance (state, 30),
        };
        if (in_pain && day > TODAY - 14 && draw_chance (state, 80))
          *event =
              (Event){ RATING, day, RIGHT, often, 4 + (int) draw (state, 7), FALSE, -1, FALSE };
        if (event->kind == FEELING && draw_chance (state, 20))
          event->leg = LEGATO_LEG_BOTH;
        if (event->kind == SESSION && draw_chance (state, 15))
          event->value = -1;
        history->n++;
      }
  for (int leg = LEFT; leg <= RIGHT; leg++)
    {
      history->asked.swollen[leg] = draw_asked (state, TODAY);
      for (guint p = 0; p < N_PLACES; p++)
        history->asked.sore[leg][p] = draw_asked (state, TODAY);
    }
  history->asked.worse = draw_asked (state, TODAY - 1);
  history->clot_stands = draw_chance (state, 5);
  history->pain_stands = draw_chance (state, 5);
}

/* The reader. What seems to lie ahead is taken for today's. */

static int
get_day_of (int day)
{
  return MIN (day, TODAY);
}

static int
get_swelling (const History *history, LegatoLeg leg, int day)
{
  int most = 0;

  for (guint i = 0; i < history->n; i++)
    {
      const Event *event = &history->events[i];

      if (event->kind == FEELING && get_day_of (event->day) == day
          && (event->leg == leg || event->leg == LEGATO_LEG_BOTH))
        most = MAX (most, event->value);
    }
  return most;
}

static gboolean
is_more_swollen (const History *history, LegatoLeg leg, int day)
{
  return get_swelling (history, leg, day)
         >= 4 + get_swelling (history, leg == LEFT ? RIGHT : LEFT, day);
}

/* Four more than on the other leg, and not so in the week before; the last such day counts. */
static gboolean
read_swelling (const History *history, LegatoLeg leg)
{
  for (int day = TODAY; day > TODAY - 10; day--)
    {
      int before = day - 1;

      while (before >= day - 7 && !is_more_swollen (history, leg, before))
        before--;
      if (is_more_swollen (history, leg, day) && before < day - 7)
        return history->asked.swollen[leg] != day && !history->clot_stands;
    }
  return FALSE;
}

static gboolean
was_very_sore (const History *history, LegatoLeg leg, guint place, int day)
{
  for (guint i = 0; i < history->n; i++)
    {
      const Event *event = &history->events[i];

      if (event->kind == FEELING || event->leg != leg || event->place != place)
        continue;
      if (event->value >= 6 && get_day_of (event->day) == day)
        return TRUE;
      if (event->kind == SESSION && event->next >= 6 && get_day_of (event->day + 1) == day)
        return TRUE;
    }
  return FALSE;
}

/* Six or more on five of the last ten days, and not asked for in the last ten. */
static gboolean
read_soreness (const History *history, LegatoLeg leg, guint place)
{
  int asked = history->asked.sore[leg][place];
  guint n = 0;

  for (int day = TODAY - 9; day <= TODAY; day++)
    n += was_very_sore (history, leg, place, day) ? 1 : 0;
  return n >= 5 && !history->pain_stands && (asked < 0 || TODAY - asked >= 10);
}

static gboolean
felt_worse (const History *history, const Event *session)
{
  int next = session->next;

  for (guint i = 0; session->value >= 0 && i < history->n; i++)
    {
      const Event *event = &history->events[i];
      gboolean said = event->kind == RATING || (event->kind == SESSION && !event->after);

      if (said && event != session && event->day == session->day + 1 && event->leg == session->leg
          && event->place == session->place)
        next = MAX (next, event->value);
    }
  return (session->value >= 0 && next >= session->value + 2) || session->worse;
}

/* The last two sessions of the two weeks before today. */
static gboolean
read_sessions (const History *history)
{
  const Event *last[2] = { NULL };
  guint n = 0;

  for (guint i = history->n; i-- > 0 && n < 2;)
    if (history->events[i].kind == SESSION && history->events[i].day < TODAY
        && history->events[i].day >= TODAY - 14)
      last[n++] = &history->events[i];
  return n == 2 && felt_worse (history, last[0]) && felt_worse (history, last[1])
         && history->asked.worse != last[0]->day;
}

static void
read_history (const History *history, Questions *questions)
{
  *questions = (Questions){ .worse = read_sessions (history) };
  for (int leg = LEFT; leg <= RIGHT; leg++)
    {
      questions->swollen[leg] = read_swelling (history, (LegatoLeg) leg);
      for (guint p = 0; p < N_PLACES; p++)
        questions->sore[leg][p] = read_soreness (history, (LegatoLeg) leg, p);
    }
}

/* The same weeks as the journal keeps them. */

static LegatoEntry *
make_entry (const Event *event, guint index)
{
  g_autoptr (GDateTime) day = test_at (event->day, 0);
  g_autoptr (GDateTime) at = g_date_time_add_minutes (day, 60 + (int) index);
  const char *zone = places[event->place];
  LegatoEntry *entry = NULL;

  if (event->kind == FEELING)
    return test_feeling (at, "swelling", event->leg, (guint) event->value);
  if (event->kind == RATING)
    return test_rating (at, zone, event->leg, (guint) event->value);
  entry = test_session (at, event->leg, zone, LEGATO_PRESSURE_LIGHT);
  if (event->value >= 0)
    legato_entry_add_rating (entry, zone, event->leg,
                             event->after ? LEGATO_MOMENT_AFTER : LEGATO_MOMENT_BEFORE,
                             (guint) event->value);
  if (event->next >= 0)
    legato_entry_add_rating (entry, zone, event->leg, LEGATO_MOMENT_NEXT_DAY, (guint) event->next);
  if (event->worse)
    legato_entry_add_follow_up (entry, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE, FALSE);
  return entry;
}

static guint32
get_julian (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JUNE, 2026);
  return g_date_get_julian (&date) + (guint32) day;
}

static void
set_asked (LegatoStanding *standing, const char *rule, const char *zone, LegatoLeg leg, int day)
{
  if (day >= 0)
    legato_standing_set_asked (standing, rule, zone, leg, get_julian (day));
}

static LegatoStanding *
make_standing (const History *history)
{
  LegatoStanding *standing = legato_standing_new ();

  for (int leg = LEFT; leg <= RIGHT; leg++)
    {
      set_asked (standing, "R-DVT", NULL, (LegatoLeg) leg, history->asked.swollen[leg]);
      for (guint p = 0; p < N_PLACES; p++)
        set_asked (standing, "R-PERSIST", places[p], (LegatoLeg) leg, history->asked.sore[leg][p]);
    }
  set_asked (standing, "P-ADAPT:worse-after-last", NULL, LEGATO_LEG_BOTH, history->asked.worse);
  if (history->clot_stands)
    legato_standing_raise_flag (standing, "dvt", get_julian (0));
  if (history->pain_stands)
    legato_standing_raise_flag (standing, "persist", get_julian (0));
  return standing;
}

static void
note_finding (Questions *questions, const LegatoFinding *finding)
{
  if (finding->kind == LEGATO_FINDING_ONE_LEG_SWOLLEN)
    {
      g_assert_cmpstr (finding->flag, ==, "dvt");
      g_assert_false (questions->swollen[finding->leg]);
      questions->swollen[finding->leg] = TRUE;
    }
  for (guint p = 0; finding->kind == LEGATO_FINDING_SORE_FOR_DAYS && p < N_PLACES; p++)
    if (g_str_equal (finding->zone->id, places[p]))
      {
        g_assert_cmpstr (finding->flag, ==, "persist");
        g_assert_false (questions->sore[finding->leg][p]);
        questions->sore[finding->leg][p] = TRUE;
      }
  if (finding->kind == LEGATO_FINDING_WORSE_TWICE)
    {
      g_assert_null (finding->flag);
      g_assert_false (questions->worse);
      questions->worse = TRUE;
    }
}

/* What legato_findings_list() asks about these weeks, the most urgent first. */
static void
watch (const History *history, Questions *questions)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  g_autoptr (LegatoStanding) standing = make_standing (history);
  g_autoptr (GDateTime) now = test_at (TODAY, 23);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  LegatoHistory known = { profile, NULL, standing, entries, now };

  for (guint i = 0; i < history->n; i++)
    g_ptr_array_add (entries, make_entry (&history->events[i], i));
  findings = legato_findings_list (&known, guide);
  *questions = (Questions){ .worse = FALSE };
  for (guint i = 0; i < findings->len; i++)
    {
      const LegatoFinding *finding = g_ptr_array_index (findings, i);

      if (i > 0)
        g_assert_cmpint (finding->kind, >=,
                         ((const LegatoFinding *) g_ptr_array_index (findings, i - 1))->kind);
      note_finding (questions, finding);
    }
}

static guint
count (const Questions *questions)
{
  guint n = questions->worse ? 1 : 0;

  for (int leg = LEFT; leg <= RIGHT; leg++)
    {
      n += questions->swollen[leg] ? 1 : 0;
      for (guint p = 0; p < N_PLACES; p++)
        n += questions->sore[leg][p] ? 1 : 0;
    }
  return n;
}

static gboolean
are_equal (const Questions *a, const Questions *b)
{
  gboolean equal = a->worse == b->worse;

  for (int leg = LEFT; leg <= RIGHT; leg++)
    {
      equal = equal && a->swollen[leg] == b->swollen[leg];
      for (guint p = 0; p < N_PLACES; p++)
        equal = equal && a->sore[leg][p] == b->sore[leg][p];
    }
  return equal;
}

static void
test_questions (void)
{
  guint32 state = 20261130;
  guint asked[4] = { 0 }; /* of a clot, of a pain, said that it was worse, and nothing at all */

  for (guint n = 0; n < N_HISTORIES && !g_test_failed (); n++)
    {
      History history;
      Questions expected, questions;

      draw_history (&state, &history);
      read_history (&history, &expected);
      watch (&history, &questions);
      if (!are_equal (&questions, &expected))
        {
          g_test_message ("history %u: %u questions, and %u should be", n, count (&questions),
                          count (&expected));
          g_test_fail ();
        }
      asked[0] += expected.swollen[LEFT] || expected.swollen[RIGHT] ? 1 : 0;
      asked[2] += expected.worse ? 1 : 0;
      asked[3] += count (&expected) == 0 ? 1 : 0;
      for (guint p = 0; p < N_PLACES; p++)
        asked[1] += expected.sore[LEFT][p] || expected.sore[RIGHT][p] ? 1 : 0;
    }
  g_test_message ("of a clot %u times, of a pain %u, worse twice %u, nothing %u", asked[0],
                  asked[1], asked[2], asked[3]);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_assert_cmpuint (asked[i], >, N_HISTORIES / 100);
}

/* Something of the weeks that legato_findings_list() is not told, or told wrongly. */

static void
hide_feelings (History *told)
{
  for (guint i = 0; i < told->n; i++)
    if (told->events[i].kind == FEELING)
      told->events[i].value = 0;
}

static void
hide_a_leg (History *told)
{
  for (guint i = 0; i < told->n; i++)
    told->events[i].leg = LEFT;
}

static void
hide_ratings (History *told)
{
  for (guint i = 0; i < told->n; i++)
    if (told->events[i].kind == RATING)
      told->events[i].value = 0;
}

static void
hide_next_days (History *told)
{
  for (guint i = 0; i < told->n; i++)
    {
      told->events[i].next = -1;
      told->events[i].worse = FALSE;
    }
}

static void
soften (History *told)
{
  for (guint i = 0; i < told->n; i++)
    if (told->events[i].value == 6)
      told->events[i].value = 5;
}

static void
forget_the_last_day (History *told)
{
  while (told->n > 0 && told->events[told->n - 1].day >= TODAY)
    told->n--;
}

static void
forget_what_was_asked (History *told)
{
  told->asked =
      (Asked){ .swollen = { -1, -1 }, .sore = { { -1, -1, -1 }, { -1, -1, -1 } }, .worse = -1 };
}

static void
forget_what_stands (History *told)
{
  told->clot_stands = FALSE;
  told->pain_stands = FALSE;
}

static void
take_all_for_asked (History *told)
{
  told->clot_stands = TRUE;
  told->pain_stands = TRUE;
}

static void
test_mutations (void)
{
  static void (*const alter[]) (History *) = {
    hide_feelings,
    hide_a_leg,
    hide_ratings,
    hide_next_days,
    soften,
    forget_the_last_day,
    forget_what_was_asked,
    forget_what_stands,
    take_all_for_asked,
  };

  for (guint m = 0; m < G_N_ELEMENTS (alter); m++)
    {
      guint32 state = 777 + m;
      guint noticed = 0;

      for (guint n = 0; n < N_HISTORIES / 10; n++)
        {
          History history, told;
          Questions expected, questions;

          draw_history (&state, &history);
          read_history (&history, &expected);
          told = history;
          alter[m](&told);
          watch (&told, &questions);
          noticed += are_equal (&questions, &expected) ? 0 : 1;
        }
      g_test_message ("mutation %u: noticed %u times", m, noticed);
      g_assert_cmpuint (noticed, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();
  g_test_add_func ("/watch-histories/questions", test_questions);
  g_test_add_func ("/watch-histories/mutations", test_mutations);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}

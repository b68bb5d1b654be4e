/* legato-cue-lesson.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-cue-lesson.h"

/* Seconds of each of the two steps between which something changes. */
#define STEP_SECONDS 6

/* Where a signal is put that so short a timeline does not have by itself. */
#define SIGNAL_ONSET (4 * LEGATO_SECOND)

/* What a cue means, and for how many seconds the strokes go on with which it is shown. */
typedef struct
{
  const char *name;
  const char *words;
  guint seconds;
} Lesson;

static const Lesson lessons[LEGATO_N_CUE_KINDS] = {
  [LEGATO_CUE_GLIDE] = { N_ ("Glide"),
                         N_ ("A tone that rises: glide up with it. A short high note: lift your "
                             "hands and begin again below."),
                         15 },
  [LEGATO_CUE_SQUEEZE] = { N_ ("Squeeze and release"),
                           N_ ("A low note: squeeze. A falling one: let go."), 10 },
  [LEGATO_CUE_CIRCLE] = { N_ ("Circle"),
                          N_ ("A tone that goes up and comes down again: one circle."), 10 },
  [LEGATO_CUE_PRESS] = { N_ ("Press"),
                         N_ ("A deep, even note: press as long as it sounds. A falling one: let "
                             "go."),
                         12 },
  [LEGATO_CUE_HOLD] = { N_ ("Hold"),
                        N_ ("A quiet, steady sound: hold still. Three bells: three seconds are "
                            "left."),
                        12 },
  [LEGATO_CUE_TAP] = { N_ ("Tap"), N_ ("Light ticks: tap once with each."), 8 },
  [LEGATO_CUE_LYMPH] = { N_ ("Lymph stroke"),
                         N_ ("A breath of air that comes and goes: stretch the skin upward, as "
                             "softly."),
                         10 },
  [LEGATO_CUE_FASCIA] = { N_ ("Slow stretch"),
                          N_ ("A dark tone that rises very slowly: follow it with one long, slow "
                              "stretch."),
                          16 },
  [LEGATO_CUE_FRICTION] = { N_ ("Rub across"),
                            N_ ("A short brush: one small stroke across the muscle."), 8 },
  [LEGATO_CUE_ROLL] = { N_ ("Roll"),
                        N_ ("A low rumble that swells and fades: roll once along the muscle; with "
                            "the next one roll back."),
                        13 },
  [LEGATO_CUE_COUNTDOWN] = { N_ ("Countdown"),
                             N_ ("Five pips, the last one higher: put your hands on the leg, then "
                                 "begin."),
                             STEP_SECONDS },
  [LEGATO_CUE_STEP] = { N_ ("Next place"),
                        N_ ("Two bells that rise: another place or another technique begins."),
                        STEP_SECONDS },
  [LEGATO_CUE_LEG] = { N_ ("Other leg"),
                       N_ ("Three bells that walk across: change to the leg where they end."),
                       STEP_SECONDS },
  [LEGATO_CUE_HALFWAY] = { N_ ("Half-way"),
                           N_ ("The same high bell twice: half of the session is done."),
                           2 * STEP_SECONDS },
  [LEGATO_CUE_LAST_TEN] = { N_ ("Last ten seconds"),
                            N_ ("Three quick knocks: ten seconds are left."), 2 * STEP_SECONDS },
  [LEGATO_CUE_END] = { N_ ("The end"),
                       N_ ("Three bells that ring out: the session is over, rest your hands."),
                       STEP_SECONDS },
  [LEGATO_CUE_BREATHE] = { N_ ("Breathe"),
                           N_ ("A sound that swells and sinks while your hands rest: breathe in "
                               "and out with it."),
                           20 },
  [LEGATO_CUE_MARCH] = { N_ ("Walk"), N_ ("Soft knocks: take one step on the spot with each."), 8 },
  [LEGATO_CUE_STRETCH] = { N_ ("Stretch"),
                           N_ ("A bell, then a warm tone: stay in the stretch. Three bells: three "
                               "seconds are left."),
                           25 },
};

/* The first technique or exercise of the guide that is made of @stroke. */
static const LegatoTechnique *
find_technique (LegatoGuide *guide, LegatoStroke stroke)
{
  GPtrArray *techniques = stroke >= LEGATO_STROKE_BREATH ? legato_guide_get_exercises (guide)
                                                         : legato_guide_get_techniques (guide);

  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      if (technique->stroke == stroke)
        return technique;
    }
  g_return_val_if_reached (NULL);
}

/* The longest place on which one can do it alone, as it is seen best there; %NULL for an
 * exercise. */
static const LegatoUse *
choose_use (const LegatoTechnique *technique)
{
  const LegatoUse *chosen = NULL;

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (!use->lifted && (use->help & LEGATO_HELP_ALONE)
          && (chosen == NULL
              || use->zone->to - use->zone->from > chosen->zone->to - chosen->zone->from))
        chosen = use;
    }
  return chosen;
}

static void
add_step (GPtrArray *steps, LegatoGuide *guide, LegatoLeg leg, guint seconds, LegatoStroke stroke)
{
  const LegatoTechnique *technique = find_technique (guide, stroke);
  const LegatoUse *use = choose_use (technique);
  LegatoStep *step = legato_step_new (leg, LEGATO_PHASE_WORK, technique,
                                      use != NULL ? use->pressure : LEGATO_PRESSURE_LIGHT, seconds);

  if (use != NULL)
    g_ptr_array_add (step->zones, (gpointer) use->zone);
  g_ptr_array_add (steps, step);
}

/* A stroke is shown by itself; a signal comes while kneading, or before what it announces. */
static LegatoPlan *
make_plan (LegatoGuide *guide, LegatoCueKind kind)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  guint seconds = lessons[kind].seconds;

  if (kind >= LEGATO_CUE_FIRST_EXERCISE)
    add_step (steps, guide, LEGATO_LEG_BOTH, seconds,
              (LegatoStroke) (LEGATO_STROKE_BREATH + (kind - LEGATO_CUE_FIRST_EXERCISE)));
  else
    add_step (steps, guide, LEGATO_LEG_LEFT, seconds,
              kind <= LEGATO_CUE_LAST_STROKE ? (LegatoStroke) kind : LEGATO_STROKE_SQUEEZE);
  if (kind == LEGATO_CUE_STEP)
    add_step (steps, guide, LEGATO_LEG_LEFT, STEP_SECONDS, LEGATO_STROKE_PRESS);
  else if (kind == LEGATO_CUE_LEG)
    add_step (steps, guide, LEGATO_LEG_RIGHT, STEP_SECONDS, LEGATO_STROKE_SQUEEZE);
  return legato_plan_new (guide, NULL, steps);
}

/* The strokes around a signal are heard as well; all other signals are left out, and so is the one
 * with which the first step of any session begins. */
static gboolean
belongs (const LegatoCue *cue, LegatoCueKind kind)
{
  if (cue->kind == LEGATO_CUE_STEP && cue->step == 0)
    return FALSE;
  return cue->kind <= LEGATO_CUE_LAST_STROKE || cue->kind == kind;
}

/**
 * legato_cue_lesson_get:
 * @lesson: (out): what @kind is called and says
 */
void
legato_cue_lesson_get (LegatoCueKind kind, LegatoCueLesson *lesson)
{
  g_return_if_fail (kind < LEGATO_N_CUE_KINDS);
  g_return_if_fail (lesson != NULL);

  lesson->kind = kind;
  lesson->name = _ (lessons[kind].name);
  lesson->words = _ (lessons[kind].words);
}

/**
 * legato_cue_lesson_make_timeline:
 *
 * The cue as a session would have it. A signal comes between strokes, without which nobody would
 * know what it changes.
 *
 * Returns: (transfer full): a timeline of some seconds
 */
LegatoTimeline *
legato_cue_lesson_make_timeline (LegatoGuide *guide, LegatoCueKind kind)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoTimeline) whole = NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LegatoCue));
  const LegatoCue *cues = NULL;
  gsize n_cues = 0;
  gboolean there = FALSE;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (kind < LEGATO_N_CUE_KINDS, NULL);

  plan = make_plan (guide, kind);
  whole = legato_timeline_new (plan, kind == LEGATO_CUE_COUNTDOWN ? LEGATO_LEAD_IN : 0);
  cues = legato_timeline_get_cues (whole, &n_cues);
  for (gsize i = 0; i < n_cues; i++)
    {
      there = there || cues[i].kind == kind;
      if (belongs (&cues[i], kind))
        g_array_append_val (kept, cues[i]);
    }
  if (!there)
    {
      LegatoCue cue = {
        .kind = kind, .leg = LEGATO_LEG_BOTH, .onset = SIGNAL_ONSET, .length = LEGATO_SECOND / 2
      };

      g_array_append_val (kept, cue);
    }
  return legato_timeline_new_from_cues (plan, (const LegatoCue *) (gpointer) kept->data, kept->len,
                                        legato_timeline_get_duration (whole));
}

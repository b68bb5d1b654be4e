/* legato-timeline.h: every stroke and cue of a plan at its exact nanosecond
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

#define LEGATO_SECOND ((gint64) 1000000000)

/** Countdown before a guided session: time to put the hands on the leg. */
#define LEGATO_LEAD_IN (5 * LEGATO_SECOND)

/**
 * LegatoCueKind:
 *
 * The kinds up to %LEGATO_CUE_LAST_STROKE are strokes: the map draws a hand that moves for exactly
 * the cue's length, and the ear hears it. Those from %LEGATO_CUE_FIRST_EXERCISE pace an exercise,
 * in which no hand is on the leg. Between them are signals, which say that something changes.
 * Strokes and exercises are those of #LegatoStroke, in the same order.
 */
typedef enum
{
  LEGATO_CUE_GLIDE,
  LEGATO_CUE_SQUEEZE,
  LEGATO_CUE_CIRCLE,
  LEGATO_CUE_PRESS, /* press, then release */
  LEGATO_CUE_HOLD,
  LEGATO_CUE_TAP,
  LEGATO_CUE_LYMPH,
  LEGATO_CUE_FASCIA,
  LEGATO_CUE_FRICTION,
  LEGATO_CUE_ROLL,
  LEGATO_CUE_LAST_STROKE = LEGATO_CUE_ROLL,

  LEGATO_CUE_COUNTDOWN, /* one of the last seconds before the first step */
  LEGATO_CUE_STEP,      /* a new zone or technique begins */
  LEGATO_CUE_LEG,       /* the other leg begins */
  LEGATO_CUE_HALFWAY,   /* half of the session is over */
  LEGATO_CUE_LAST_TEN,  /* ten seconds of the session are left */
  LEGATO_CUE_END,       /* the chime */

  LEGATO_CUE_BREATHE, /* one breath, in and out, while the hands rest */
  LEGATO_CUE_FIRST_EXERCISE = LEGATO_CUE_BREATHE,
  LEGATO_CUE_MARCH,   /* one step on the spot */
  LEGATO_CUE_STRETCH, /* one stretch, or one set of an exercise */
  LEGATO_N_CUE_KINDS,
} LegatoCueKind;

const char *legato_cue_kind_to_id (LegatoCueKind kind);

/**
 * LegatoCue:
 * @step: index of its step in the plan; -1 for countdown
 * @zone: (nullable): the zone where it begins
 * @onset: nanoseconds from the start of the timeline
 * @length: nanoseconds, more than 0
 * @from, @to: where on the step's way it runs, 0 (most distal) to 1 (most proximal). A glide goes
 *   from 0 to 1; squeezes, circles, presses and taps advance bit by bit; a hold has @from == @to
 * @turn: how much of it one presses, sinks or breathes in, 0 to 1; 0 where nobody does
 * @over: where in it one has let go or breathed out again, or one step on the spot is done, @turn
 *   to 1; as @turn where nothing goes out again
 */
typedef struct
{
  LegatoCueKind kind;
  int step;
  LegatoLeg leg;
  const LegatoZone *zone;
  LegatoPressure pressure;
  gint64 onset;
  gint64 length;
  double from;
  double to;
  double turn;
  double over;
} LegatoCue;

/** LegatoTimeline: immutable and reference counted (a boxed type). Holds its plan alive. */
typedef struct _LegatoTimeline LegatoTimeline;

#define LEGATO_TYPE_TIMELINE (legato_timeline_get_type ())
GType legato_timeline_get_type (void);

LegatoTimeline *legato_timeline_new (LegatoPlan *plan, gint64 lead_in);
LegatoTimeline *legato_timeline_new_from_cues (LegatoPlan *plan,
                                               const LegatoCue *cues,
                                               gsize n_cues,
                                               gint64 duration);
LegatoTimeline *legato_timeline_ref (LegatoTimeline *self);
void legato_timeline_unref (LegatoTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoTimeline, legato_timeline_unref)

LegatoPlan *legato_timeline_get_plan (LegatoTimeline *self);
gint64 legato_timeline_get_duration (LegatoTimeline *self);
gint64 legato_timeline_get_lead_in (LegatoTimeline *self);
gint64 legato_timeline_get_halfway (LegatoTimeline *self);
gint64 legato_timeline_get_last_ten (LegatoTimeline *self);

/* By rising onset; the strokes of one step never overlap, signals may overlap strokes. */
const LegatoCue *legato_timeline_get_cues (LegatoTimeline *self, gsize *n_cues);
gsize legato_timeline_find_cue (LegatoTimeline *self, gint64 position);

/* The stroke that runs at @position, or else the next one of the same step; (nullable). */
const LegatoCue *legato_timeline_find_stroke (LegatoTimeline *self, gint64 position);
double legato_timeline_get_breath (LegatoTimeline *self, gint64 position);

/* Index of the step at @position: -1 during the lead-in, the last step at and after the end. */
int legato_timeline_find_step (LegatoTimeline *self, gint64 position);
gint64 legato_timeline_get_step_onset (LegatoTimeline *self, guint step);
gint64 legato_timeline_get_step_length (LegatoTimeline *self, guint step);

G_END_DECLS

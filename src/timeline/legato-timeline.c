/* legato-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timeline"

#include "config.h"

#include <math.h>

#include "legato-pace.h"
#include "legato-timeline.h"

/* Signals are short: they say that something changes, then leave the ear to the strokes. */
#define STEP_SIGNAL (LEGATO_SECOND / 2)
#define LEG_SIGNAL (LEGATO_SECOND * 4 / 5)
#define COUNTDOWN_SIGNAL (LEGATO_SECOND / 5)
#define HALFWAY_SIGNAL (LEGATO_SECOND * 4 / 5)
#define LAST_TEN_SIGNAL (LEGATO_SECOND / 2)

/* A session shorter than this needs no warning of its end. */
#define LAST_TEN_FROM (30 * LEGATO_SECOND)

/* The change of leg already marks the middle of an even session. */
#define HALFWAY_APART (3 * LEGATO_SECOND)

/* Strokes of the hands are cues of the same number; see also get_kind(). */
G_STATIC_ASSERT ((int) LEGATO_CUE_GLIDE == (int) LEGATO_STROKE_GLIDE);
G_STATIC_ASSERT ((int) LEGATO_CUE_LAST_STROKE == (int) LEGATO_STROKE_ROLL);

static const char *const signal_ids[LEGATO_N_CUE_KINDS] = {
  [LEGATO_CUE_COUNTDOWN] = "countdown",
  [LEGATO_CUE_STEP] = "step",
  [LEGATO_CUE_LEG] = "leg",
  [LEGATO_CUE_HALFWAY] = "halfway",
  [LEGATO_CUE_LAST_TEN] = "last-ten",
  [LEGATO_CUE_END] = "end",
};

struct _LegatoTimeline
{
  LegatoPlan *plan;
  gint64 lead_in;
  gint64 duration;
  gint64 halfway;  /* -1 for none */
  gint64 last_ten; /* likewise */
  GArray *cues;    /* LegatoCue, by onset */
  GArray *onsets;  /* gint64, one a step */
};

G_DEFINE_BOXED_TYPE (LegatoTimeline, legato_timeline, legato_timeline_ref, legato_timeline_unref)

/** Returns: the kind as legato-cli writes it, for instance "glide" */
const char *
legato_cue_kind_to_id (LegatoCueKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < LEGATO_N_CUE_KINDS, "");

  if (kind <= LEGATO_CUE_LAST_STROKE)
    return legato_stroke_to_id ((LegatoStroke) kind);
  if (kind >= LEGATO_CUE_FIRST_EXERCISE)
    return legato_stroke_to_id (
        (LegatoStroke) (LEGATO_STROKE_BREATH + (kind - LEGATO_CUE_FIRST_EXERCISE)));
  return signal_ids[kind];
}

static LegatoCueKind
get_kind (LegatoStroke stroke)
{
  if (stroke < LEGATO_STROKE_BREATH)
    return (LegatoCueKind) stroke;
  return (LegatoCueKind) (LEGATO_CUE_FIRST_EXERCISE + (stroke - LEGATO_STROKE_BREATH));
}

/* The zone in which a hand is at @fraction of the way over @zones. */
static const LegatoZone *
zone_at (GPtrArray *zones, double fraction)
{
  const LegatoZone *last = NULL;
  double height = 0.0;

  if (zones->len == 0)
    return NULL;

  last = g_ptr_array_index (zones, zones->len - 1);
  height = ((const LegatoZone *) g_ptr_array_index (zones, 0))->from;
  height += fraction * (last->to - height);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (height < zone->to)
        return zone;
    }
  return last;
}

/* Strokes of one step, laid between @start and @end. */
typedef struct
{
  LegatoTimeline *timeline;
  const LegatoStep *step;
  int index;
  LegatoCueKind kind;
  gint64 start;
  gint64 end;
} Span;

/* How much of a beat @ms are. */
static double
get_part (const LegatoTechnique *technique, guint ms)
{
  return ms > 0 ? (double) ms / technique->beat_ms : 0.0;
}

/* Stroke @nth of @count that divide the span evenly, to the nanosecond, without drifting. */
static void
append_beat (const Span *span, guint nth, guint count, gint64 pause, double from, double to)
{
  const LegatoTechnique *technique = span->step->technique;
  gint64 length = span->end - span->start + pause;
  gint64 onset = span->start + length * nth / count;
  gint64 end = span->start + length * (nth + 1) / count - pause;
  LegatoCue cue = {
    .kind = span->kind,
    .step = span->index,
    .leg = span->step->leg,
    .zone = zone_at (span->step->zones, from),
    .pressure = span->step->pressure,
    .onset = onset,
    .length = end - onset,
    .from = from,
    .to = to,
    .turn = get_part (technique, technique->in_ms),
    .over = get_part (technique, technique->in_ms + technique->out_ms),
  };

  g_array_append_val (span->timeline->cues, cue);
}

static guint
fit_count (double seconds, double each)
{
  return (guint) MAX (1.0, round (seconds / each));
}

static void
append_glides (const Span *span, double stroke_s, double shortest_s)
{
  double seconds = (double) (span->end - span->start) / LEGATO_SECOND;
  double return_s = span->step->technique->return_ms / 1000.0;
  double most = floor ((seconds + return_s) / (shortest_s + return_s));
  guint count = fit_count (seconds + return_s, stroke_s + return_s);

  count = MIN (count, (guint) MAX (1.0, most));
  for (guint i = 0; i < count; i++)
    append_beat (span, i, count, (gint64) (return_s * LEGATO_SECOND), 0.0, 1.0);
}

static void
append_advance (const Span *span, guint count, guint passes)
{
  for (guint i = 0; i < count; i++)
    {
      /* Beats of pass p are those with p <= i * passes / count < p + 1. */
      guint pass = i * passes / count;
      guint first = (pass * count + passes - 1) / passes;
      guint end = ((pass + 1) * count + passes - 1) / passes;

      append_beat (span, i, count, 0, (double) (i - first) / (end - first),
                   (double) (i + 1 - first) / (end - first));
    }
}

static guint
count_passes (const LegatoTechnique *technique, guint count, double seconds)
{
  guint passes = technique->pass_ms > 0
                     ? MIN (count, fit_count (seconds, technique->pass_ms / 1000.0))
                     : count;

  return technique->max_passes > 0 ? MIN (passes, technique->max_passes) : passes;
}

/* A brisk step has as many glides as fit at the fastest pace. */
static void
append_paced_glides (const Span *span)
{
  const LegatoStep *step = span->step;
  double shortest = legato_pace_get_shortest_glide_seconds (step->technique, step->zones);
  append_glides (
      span, step->brisk ? shortest : legato_pace_get_glide_seconds (step->technique, step->zones),
      shortest);
}

static void
append_strokes (const Span *span)
{
  const LegatoTechnique *technique = span->step->technique;
  double seconds = (double) (span->end - span->start) / LEGATO_SECOND;
  double beat = technique->beat_ms / 1000.0;
  guint count = beat > 0.0 ? fit_count (seconds, beat) : 1;
  guint places = 1;

  switch (technique->pattern)
    {
    case LEGATO_PATTERN_SWEEP:
      if (beat > 0.0)
        append_glides (span, beat, beat / 2.0);
      else
        append_paced_glides (span);
      break;

    case LEGATO_PATTERN_ADVANCE:
      append_advance (span, count, count_passes (technique, count, seconds));
      break;

    case LEGATO_PATTERN_PLACES:
      places = fit_count (count, technique->strokes_a_place);
      for (guint i = 0; i < count; i++)
        append_beat (span, i, count, 0, (double) (i * places / count) / places,
                     (double) (i * places / count + 1) / places);
      break;

    case LEGATO_PATTERN_TO_AND_FRO:
      for (guint i = 0; i < count; i++)
        append_beat (span, i, count, 0, i % 2, (i + 1) % 2);
      break;

    case LEGATO_PATTERN_STILL:
      if (technique->kind != LEGATO_TECHNIQUE_EXERCISE)
        append_beat (span, 0, 1, 0, 0.5, 0.5);
      for (guint i = 0; technique->kind == LEGATO_TECHNIQUE_EXERCISE && i < count; i++)
        append_beat (span, i, count, 0, 0.0, 0.0);
      break;
    }
}

static void
append_signal (LegatoTimeline *self, LegatoCueKind kind, int step, gint64 onset, gint64 length)
{
  LegatoCue cue = {
    .kind = kind, .step = step, .leg = LEGATO_LEG_BOTH, .onset = onset, .length = length
  };

  if (step >= 0)
    {
      const LegatoStep *at = legato_plan_get_step (self->plan, (guint) step);

      cue.leg = at->leg;
      cue.zone = zone_at (at->zones, 0.0);
      cue.pressure = at->pressure;
    }
  g_array_append_val (self->cues, cue);
}

static void
append_step (LegatoTimeline *self, guint index, gint64 onset)
{
  const LegatoStep *step = legato_plan_get_step (self->plan, index);
  gboolean is_last = index + 1 == legato_plan_get_n_steps (self->plan);
  gint64 end = onset + step->seconds * LEGATO_SECOND;
  Span span = { .timeline = self, .step = step, .index = (int) index };

  if (index > 0 && step->leg == LEGATO_LEG_RIGHT
      && legato_plan_get_step (self->plan, index - 1)->leg == LEGATO_LEG_LEFT)
    append_signal (self, LEGATO_CUE_LEG, (int) index, onset, LEG_SIGNAL);
  else
    append_signal (self, LEGATO_CUE_STEP, (int) index, onset, STEP_SIGNAL);

  span.kind = get_kind (step->technique->stroke);
  span.start = onset + (gint64) (LEGATO_PACE_APPROACH_S * LEGATO_SECOND);
  span.end = is_last ? end - (gint64) (LEGATO_PACE_CHIME_S * LEGATO_SECOND) : end;
  if (span.end > span.start)
    append_strokes (&span);
}

static int
compare_onsets (gconstpointer a, gconstpointer b)
{
  const LegatoCue *first = a;
  const LegatoCue *second = b;

  if (first->onset != second->onset)
    return first->onset < second->onset ? -1 : 1;
  return (int) second->kind - (int) first->kind; /* a signal before the stroke it announces */
}

/* When the other leg begins so near to @middle that it stands for half-way, or -1. */
static gint64
find_leg_change (LegatoTimeline *self, gint64 middle)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      const LegatoCue *cue = &g_array_index (self->cues, LegatoCue, i);

      if (cue->kind == LEGATO_CUE_LEG && ABS (cue->onset - middle) < HALFWAY_APART)
        return cue->onset;
    }
  return -1;
}

static void
append_session_signals (LegatoTimeline *self)
{
  gint64 length = self->duration - self->lead_in;
  gint64 middle = self->lead_in + length / 2;
  int last = (int) self->onsets->len - 1;

  if (last < 0)
    return;

  for (gint64 left = self->lead_in / LEGATO_SECOND; left > 0; left--)
    append_signal (self, LEGATO_CUE_COUNTDOWN, -1, self->lead_in - left * LEGATO_SECOND,
                   COUNTDOWN_SIGNAL);

  self->halfway = find_leg_change (self, middle);
  if (self->halfway < 0)
    {
      self->halfway = middle;
      append_signal (self, LEGATO_CUE_HALFWAY, legato_timeline_find_step (self, middle), middle,
                     HALFWAY_SIGNAL);
    }

  if (length >= LAST_TEN_FROM)
    {
      self->last_ten = self->duration - 10 * LEGATO_SECOND;
      append_signal (self, LEGATO_CUE_LAST_TEN, legato_timeline_find_step (self, self->last_ten),
                     self->last_ten, LAST_TEN_SIGNAL);
    }

  append_signal (self, LEGATO_CUE_END, last,
                 self->duration - (gint64) (LEGATO_PACE_CHIME_S * LEGATO_SECOND),
                 (gint64) (LEGATO_PACE_CHIME_S * LEGATO_SECOND));
}

static LegatoTimeline *
timeline_alloc (LegatoPlan *plan, gint64 lead_in)
{
  LegatoTimeline *self = g_atomic_rc_box_new0 (LegatoTimeline);
  gint64 onset = lead_in;

  self->plan = legato_plan_ref (plan);
  self->lead_in = lead_in;
  self->halfway = -1;
  self->last_ten = -1;
  self->cues = g_array_new (FALSE, FALSE, sizeof (LegatoCue));
  self->onsets = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      g_array_append_val (self->onsets, onset);
      onset += legato_plan_get_step (plan, i)->seconds * LEGATO_SECOND;
    }
  self->duration = onset;

  return self;
}

/**
 * legato_timeline_new:
 * @lead_in: nanoseconds before the first step, with one countdown cue a second; 0 or
 *   %LEGATO_LEAD_IN
 *
 * Lays every stroke and signal of @plan in time. The strokes of a step begin a second after it,
 * when the hands have found their place; those of the last step end two seconds before it, where
 * the chime begins. The duration is the lead-in and the plan's length together.
 *
 * Returns: (transfer full): the timeline
 */
LegatoTimeline *
legato_timeline_new (LegatoPlan *plan, gint64 lead_in)
{
  LegatoTimeline *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (lead_in >= 0, NULL);

  self = timeline_alloc (plan, lead_in);
  for (guint i = 0; i < self->onsets->len; i++)
    append_step (self, i, g_array_index (self->onsets, gint64, i));
  append_session_signals (self);
  g_array_sort (self->cues, compare_onsets);

  return self;
}

/**
 * legato_timeline_new_from_cues:
 * @cues: (array length=n_cues): in any order; copied
 * @duration: nanoseconds
 *
 * A timeline with exactly @cues, for those who test what renders it.
 *
 * Returns: (transfer full): the timeline
 */
LegatoTimeline *
legato_timeline_new_from_cues (LegatoPlan *plan,
                               const LegatoCue *cues,
                               gsize n_cues,
                               gint64 duration)
{
  LegatoTimeline *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (cues != NULL || n_cues == 0, NULL);

  self = timeline_alloc (plan, 0);
  self->duration = duration;
  if (n_cues > 0)
    g_array_append_vals (self->cues, cues, (guint) n_cues);
  g_array_sort (self->cues, compare_onsets);

  return self;
}

LegatoTimeline *
legato_timeline_ref (LegatoTimeline *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
legato_timeline_clear (gpointer data)
{
  LegatoTimeline *self = data;

  g_array_unref (self->cues);
  g_array_unref (self->onsets);
  legato_plan_unref (self->plan);
}

void
legato_timeline_unref (LegatoTimeline *self)
{
  g_atomic_rc_box_release_full (self, legato_timeline_clear);
}

/** Returns: (transfer none): the plan it was made from */
LegatoPlan *
legato_timeline_get_plan (LegatoTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->plan;
}

/** Returns: nanoseconds from the start of the lead-in to the end of the last step */
gint64
legato_timeline_get_duration (LegatoTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->duration;
}

/** Returns: nanoseconds before the first step */
gint64
legato_timeline_get_lead_in (LegatoTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lead_in;
}

/** Returns: when half of the session is over, or the other leg begins and says so; -1 for never */
gint64
legato_timeline_get_halfway (LegatoTimeline *self)
{
  g_return_val_if_fail (self != NULL, -1);
  return self->halfway;
}

/** Returns: when ten seconds of the session are left; -1 if it is too short to say so */
gint64
legato_timeline_get_last_ten (LegatoTimeline *self)
{
  g_return_val_if_fail (self != NULL, -1);
  return self->last_ten;
}

/** Returns: (transfer none) (array length=n_cues): all cues by rising onset */
const LegatoCue *
legato_timeline_get_cues (LegatoTimeline *self, gsize *n_cues)
{
  g_return_val_if_fail (self != NULL && n_cues != NULL, NULL);

  *n_cues = self->cues->len;
  return (const LegatoCue *) (gpointer) self->cues->data;
}

/** Returns: index of the first cue with an onset at or after @position, in O(log n) */
gsize
legato_timeline_find_cue (LegatoTimeline *self, gint64 position)
{
  gsize low = 0;
  gsize high = 0;

  g_return_val_if_fail (self != NULL, 0);

  high = self->cues->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->cues, LegatoCue, middle).onset < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * legato_timeline_get_breath:
 *
 * What the eye needs to breathe or march along: it grows while one breathes in and shrinks while
 * one breathes out; with each step on the spot it is full, and gone before the next.
 *
 * Returns: from 0 to 1; less than 0 where neither is done
 */
double
legato_timeline_get_breath (LegatoTimeline *self, gint64 position)
{
  gsize next = 0;

  g_return_val_if_fail (self != NULL, -1.0);

  next = legato_timeline_find_cue (self, position + 1);
  for (gsize i = next; i-- > 0;)
    {
      const LegatoCue *cue = &g_array_index (self->cues, LegatoCue, i);
      double gone = cue->length > 0 ? (double) (position - cue->onset) / (double) cue->length : 1.0;

      if (cue->kind < LEGATO_CUE_FIRST_EXERCISE && cue->kind > LEGATO_CUE_LAST_STROKE)
        continue; /* a signal */
      if (gone >= 1.0)
        return -1.0;
      if (cue->kind != LEGATO_CUE_BREATHE && cue->kind != LEGATO_CUE_MARCH)
        return -1.0;
      return gone < cue->turn ? gone / cue->turn
                              : MAX (0.0, 1.0 - (gone - cue->turn) / (cue->over - cue->turn));
    }
  return -1.0;
}

/**
 * legato_timeline_find_stroke:
 *
 * Returns: (transfer none) (nullable): the stroke that runs at @position; between strokes, the next
 *   one of the same step; %NULL in a step without strokes and after its last stroke
 */
const LegatoCue *
legato_timeline_find_stroke (LegatoTimeline *self, gint64 position)
{
  int step = -1;
  gsize next = 0;

  g_return_val_if_fail (self != NULL, NULL);

  step = legato_timeline_find_step (self, position);
  next = legato_timeline_find_cue (self, position + 1);

  /* The last stroke that began: signals may lie between, but never more than a handful. */
  for (gsize i = next; i-- > 0;)
    {
      const LegatoCue *cue = &g_array_index (self->cues, LegatoCue, i);

      if (cue->kind > LEGATO_CUE_LAST_STROKE)
        continue;
      if (cue->step == step && position < cue->onset + cue->length)
        return cue;
      break;
    }

  for (gsize i = next; i < self->cues->len; i++)
    {
      const LegatoCue *cue = &g_array_index (self->cues, LegatoCue, i);

      if (cue->step > step)
        break;
      if (cue->kind <= LEGATO_CUE_LAST_STROKE && cue->step == step)
        return cue;
    }
  return NULL;
}

/** Returns: index of the step at @position: -1 in the lead-in, the last step at and after the end
 */
int
legato_timeline_find_step (LegatoTimeline *self, gint64 position)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (self != NULL, -1);

  high = self->onsets->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->onsets, gint64, middle) <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

/** Returns: nanoseconds from the start of the timeline to step @step */
gint64
legato_timeline_get_step_onset (LegatoTimeline *self, guint step)
{
  g_return_val_if_fail (self != NULL && step < self->onsets->len, 0);
  return g_array_index (self->onsets, gint64, step);
}

/** Returns: length of step @step in nanoseconds */
gint64
legato_timeline_get_step_length (LegatoTimeline *self, guint step)
{
  g_return_val_if_fail (self != NULL, 0);
  return legato_plan_get_step (self->plan, step)->seconds * LEGATO_SECOND;
}

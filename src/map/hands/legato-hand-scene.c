/* legato-hand-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-hand-scene.h"
#include "legato-pen.h"
#include "legato-skin-marks.h"

/* Hands are drawn a little smaller than true, so that the muscle under them is seen. */
#define HAND_SIZE 0.8

/* Above this height hands come from the hip, below it from the knee: the gap of the knee, in units
 * of the drawing from its top. */
#define KNEE_Y 520.0
#define HIP_Y 190.0

/* An instant is drawn anew when something has moved by so many device pixels, and fades and dents
 * change in so many steps. */
#define MOVED 1.0
#define STEPS 24.0

#define MOST_FIGURES 4
#define MOST_MARKS 5

/* All that is seen at one instant. Two that are equal to the last bit look the same. */
typedef struct
{
  LegatoSkinMark under[MOST_MARKS]; /* on the skin, below the hands */
  guint n_under;
  LegatoFigure figures[MOST_FIGURES];
  guint n_figures;
  LegatoSkinMark over[2];
  guint n_over;
} Picture;

typedef struct
{
  const LegatoHandScene *scene;
  Picture *picture;
  const LegatoStep *step;
  const LegatoCue *cue;
  LegatoMapPoint at;
  LegatoMapPoint tangent;
  LegatoMapPoint up; /* along the leg, toward the hip */
  double fraction;   /* of the route */
  double progress;   /* of the stroke, 0 to 1 */
  double size;       /* of the hands */
  double lift;       /* of hands that leave the skin between strokes */
  gboolean touching;
  gboolean odd;  /* every second stroke: the other hand's turn */
  double height; /* of the middle of the route, which says where the hands come from */
  gboolean partner;
} Instant;

/* Starts and stops gently, and is exact at both ends. */
static double
ease (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

static double
mix (double a, double b, double t)
{
  return a + t * (b - a);
}

static LegatoMapPoint
mix_points (LegatoMapPoint a, LegatoMapPoint b, double t)
{
  return (LegatoMapPoint){ mix (a.x, b.x, t), mix (a.y, b.y, t) };
}

static LegatoMapPoint
move (LegatoMapPoint at, LegatoMapPoint up, double along, double across)
{
  return (LegatoMapPoint){ at.x + up.x * along - up.y * across,
                           at.y + up.y * along + up.x * across };
}

/* @degrees from @up, clockwise. */
static LegatoMapPoint
turn (LegatoMapPoint up, double degrees)
{
  double angle = degrees * G_PI / 180;

  return (LegatoMapPoint){ up.x * cos (angle) - up.y * sin (angle),
                           up.x * sin (angle) + up.y * cos (angle) };
}

static gboolean
is_stroke (const LegatoCue *cue)
{
  return cue->kind <= LEGATO_CUE_LAST_STROKE;
}

/* Friction goes to and fro over the whole of its short way, which lies across the fibres. */
static double
fraction_at (const LegatoCue *cue, gboolean odd, double progress)
{
  switch (cue->kind)
    {
    case LEGATO_CUE_FRICTION:
      return odd ? 1 - ease (progress) : ease (progress);
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_FASCIA:
    case LEGATO_CUE_ROLL:
      return mix (cue->from, cue->to, ease (progress));
    case LEGATO_CUE_LYMPH:
      /* The skin goes as far as it gives and back; the hand does not slide. */
      return cue->from;
    default:
      return mix (cue->from, cue->to, progress);
    }
}

/* The stroke that runs; @previous and @next are those around a pause of the same step. Whether an
 * odd number of strokes of the step comes before it. */
static gboolean
find_strokes (const LegatoHandScene *self, const LegatoCue **previous, const LegatoCue **next)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  gboolean odd = FALSE;

  *previous = *next = NULL;
  for (gsize i = 0; i < n && *next == NULL; i++)
    {
      const LegatoCue *cue = &cues[i];

      if (cue->step != self->step || !is_stroke (cue))
        continue;
      if (cue->onset > self->position)
        *next = cue;
      else
        {
          odd = *previous != NULL && !odd;
          *previous = cue;
        }
    }
  return odd;
}

static const LegatoCue *
find_first (const LegatoHandScene *self)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);

  for (gsize i = 0; i < n; i++)
    if (cues[i].step == self->step && is_stroke (&cues[i]))
      return &cues[i];
  return NULL;
}

static LegatoMapPoint
find_up (const LegatoHandRoute *route, LegatoCueKind kind)
{
  LegatoMapPoint from, to, up;
  double length;

  legato_hand_route_get_point (route, 0, &from, NULL);
  legato_hand_route_get_point (route, 1, &to, NULL);
  up = (LegatoMapPoint){ to.x - from.x, to.y - from.y };
  length = hypot (up.x, up.y);
  if (length < 1e-6)
    return (LegatoMapPoint){ 0, -1 };
  up = (LegatoMapPoint){ up.x / length, up.y / length };
  if (kind == LEGATO_CUE_FRICTION || fabs (up.x) > 0.8)
    up = (LegatoMapPoint){ up.y, -up.x };
  return up.y > 0 ? (LegatoMapPoint){ -up.x, -up.y } : up;
}

/* Between two strokes, before the first and after the last: where the hands are on their way,
 * lifted in its middle. From the last they go back to where the first begins. */
static void
look_between (Instant *now, const LegatoCue *previous, const LegatoCue *next, gboolean odd)
{
  const LegatoHandScene *self = now->scene;
  gint64 begin = previous != NULL
                     ? previous->onset + previous->length
                     : legato_timeline_get_step_onset (self->timeline, (guint) self->step);
  gint64 end = next != NULL
                   ? next->onset
                   : legato_timeline_get_step_onset (self->timeline, (guint) self->step)
                         + legato_timeline_get_step_length (self->timeline, (guint) self->step);
  double t = CLAMP ((double) (self->position - begin) / (double) MAX (1, end - begin), 0, 1);
  const LegatoCue *to = next != NULL ? next : find_first (self);
  LegatoMapPoint from;

  now->cue = next != NULL ? next : previous;
  now->progress = next != NULL ? 0 : 1;
  now->odd = next != NULL ? (previous != NULL && !odd) : odd;
  legato_hand_route_get_point (self->route, fraction_at (to, next != NULL && now->odd, 0), &now->at,
                               &now->tangent);
  now->fraction = fraction_at (to, now->odd, 0);
  if (previous != NULL)
    {
      legato_hand_route_get_point (self->route, fraction_at (previous, odd, 1), &from, NULL);
      now->at = mix_points (from, now->at, ease (t));
    }
  now->lift = previous == NULL ? 1 - ease (t) : next == NULL ? ease (3 * t) : sin (G_PI * ease (t));
}

static gboolean
look (const LegatoHandScene *self, Picture *picture, Instant *now)
{
  const LegatoCue *previous, *next;
  LegatoPlan *plan = legato_timeline_get_plan (self->timeline);
  const LegatoRoutine *routine = legato_plan_get_routine (plan);
  gboolean odd = find_strokes (self, &previous, &next);
  LegatoMapPoint middle;

  if (previous == NULL && next == NULL)
    return FALSE;
  *now = (Instant){ .scene = self,
                    .picture = picture,
                    .step = legato_plan_get_step (plan, (guint) self->step),
                    .size = MAX (HAND_SIZE, self->min_size / LEGATO_HAND_LENGTH),
                    .partner = routine != NULL && routine->partner };
  if (previous != NULL && self->position < previous->onset + previous->length)
    {
      now->cue = previous;
      now->odd = odd;
      now->progress = (double) (self->position - previous->onset) / (double) previous->length;
      now->fraction = fraction_at (previous, odd, now->progress);
      now->touching =
          legato_hand_route_get_point (self->route, now->fraction, &now->at, &now->tangent);
      now->lift = now->touching ? 0 : 1;
    }
  else
    look_between (now, previous, next, odd);
  now->up = find_up (self->route, now->cue->kind);
  legato_hand_route_get_point (self->route, 0.5, &middle, NULL);
  now->height = middle.y;
  return TRUE;
}

static double
in_steps (double value)
{
  return round (value * STEPS) / STEPS;
}

static LegatoMapPoint
in_pixels (const Instant *now, LegatoMapPoint at)
{
  double scale = now->scene->scale / MOVED;

  return scale > 0 ? (LegatoMapPoint){ round (at.x * scale) / scale, round (at.y * scale) / scale }
                   : at;
}

static LegatoFigure *
add_figure (Instant *now, LegatoMapPoint at, LegatoMapPoint direction)
{
  LegatoFigure *figure = &now->picture->figures[now->picture->n_figures++];

  *figure = (LegatoFigure){ .at = in_pixels (now, at),
                            .direction = direction,
                            .size = now->size,
                            .lift = (int) round (now->lift * LEGATO_FIGURE_LIFTS) };
  return figure;
}

static LegatoFigure *
add_hand (Instant *now,
          LegatoPose pose,
          LegatoMapPoint at,
          LegatoMapPoint direction,
          gboolean mirrored)
{
  LegatoFigure *figure = add_figure (now, at, direction);

  figure->pose = figure->to = pose;
  figure->mirrored = mirrored;
  return figure;
}

static LegatoFigure *
add_tool (Instant *now, LegatoTool tool, LegatoMapPoint at, LegatoMapPoint direction)
{
  LegatoFigure *figure = add_figure (now, at, direction);

  figure->is_tool = TRUE;
  figure->tool = tool;
  return figure;
}

static void
add_mark (Instant *now, LegatoSkinMarkKind kind, LegatoMapPoint at, double radius, double amount)
{
  amount = in_steps (amount);
  if (amount > 0)
    now->picture->under[now->picture->n_under++] =
        (LegatoSkinMark){ kind, in_pixels (now, at), now->up, radius, amount };
}

/* The side of the sheet on which one's own forearm lies when one hand does the work: away from the
 * other leg. */
static int
get_outside (const Instant *now)
{
  double middle = legato_map_art_get_width (now->scene->art) / 2;

  return now->at.x < middle ? -1 : 1;
}

/*
 * Where a hand at the @side (-1 or 1) points, in degrees from up. One's own hands come from above
 * and the sides: across the lower leg, down along the thigh and the hip. A partner's point to the
 * heart.
 */
static double
get_heading (const Instant *now, int side)
{
  if (now->partner)
    return -side * 16;
  return -side * (now->height > KNEE_Y ? 102 : now->height > HIP_Y ? 148 : 128);
}

/* A right hand on the right of the sheet has its thumb inward while it points up; pointing down the
 * left one has. */
static gboolean
is_mirrored (const Instant *now, int side)
{
  return now->partner || now->height > KNEE_Y ? side < 0 : side > 0;
}

/* Two hands wrap the lower leg from both sides, or lie side by side on the thigh. */
static void
add_glide (Instant *now)
{
  gboolean low = now->height > KNEE_Y, alone = now->height < HIP_Y;

  if (now->touching && now->progress > 0)
    for (int i = 1; i <= 3; i++)
      {
        LegatoMapPoint at;
        double behind = now->fraction - i * 34 / legato_hand_route_get_length (now->scene->route);

        if (behind >= 0 && legato_hand_route_get_point (now->scene->route, behind, &at, NULL))
          add_mark (now, LEGATO_SKIN_GLOW, at, 42, 1 - 0.22 * i);
      }
  if (alone)
    {
      int side = get_outside (now);

      add_hand (now, LEGATO_POSE_FINGERS, now->at, turn (now->up, get_heading (now, side)),
                is_mirrored (now, side));
      return;
    }
  for (int side = -1; side <= 1; side += 2)
    add_hand (now, low && !now->partner ? LEGATO_POSE_CUP : LEGATO_POSE_FLAT,
              move (now->at, now->up,
                    side > 0 ? 0
                    : low    ? 14
                             : 6,
                    side * (low ? 48 : 40)),
              turn (now->up, get_heading (now, side)), is_mirrored (now, side));
}

/* The front of the thigh is too firm to be lifted: folded fingers press in by turns. */
static void
add_knuckles (Instant *now)
{
  for (int side = -1; side <= 1; side += 2)
    {
      double depth = now->odd == (side > 0) && now->touching ? sin (G_PI * now->progress) : 0;
      LegatoMapPoint at = move (now->at, now->up, side * 14, side * 40);

      now->lift = now->touching ? 0.3 * (1 - depth) : now->lift;
      add_mark (now, LEGATO_SKIN_DENT, move (at, now->up, -8, 0), 54, depth);
      add_hand (now, LEGATO_POSE_KNUCKLES, at, turn (now->up, get_heading (now, side)),
                is_mirrored (now, side));
    }
}

/* Two hands grasp from both sides by turns, one above the other: the one whose turn it is closes
 * and lifts the muscle between thumb and fingers, then lets it go. */
static void
add_squeeze (Instant *now)
{
  if (legato_map_art_get_view (now->scene->art) == LEGATO_VIEW_FRONT && now->height < KNEE_Y)
    {
      add_knuckles (now);
      return;
    }
  for (int side = -1; side <= 1; side += 2)
    {
      gboolean is_turn = now->odd == (side > 0);
      double grip = is_turn && now->touching ? sin (G_PI * now->progress) : 0;
      LegatoMapPoint at = move (now->at, now->up, side * 34, side * 20);
      LegatoFigure *hand;

      at = move (at, now->up, 0, -side * 8 * grip);
      add_mark (now, LEGATO_SKIN_BULGE, at, 46, grip);
      hand = add_hand (now, LEGATO_POSE_GRIP_OPEN, at, turn (now->up, -side * 84),
                       now->partner ? side < 0 : side > 0);
      hand->to = LEGATO_POSE_GRIP;
      hand->part = (int) round (grip * LEGATO_FIGURE_PARTS);
    }
}

/* The pads of both thumbs round small circles by turns; the rest of the hands holds the leg. */
static void
add_circle (Instant *now)
{
  double angle = -G_PI / 2 + 2 * G_PI * now->progress, radius = 15;
  LegatoMapPoint middle = now->at;

  for (int side = -1; side <= 1; side += 2)
    {
      gboolean is_turn = now->odd == (side > 0);
      LegatoMapPoint at = move (middle, now->up, side * 12, side * 20);

      if (is_turn && now->touching)
        {
          add_mark (now, LEGATO_SKIN_RING, at, radius + 12, MAX (0.05, now->progress));
          at.x += radius * cos (angle);
          at.y += radius * sin (angle);
          add_mark (now, LEGATO_SKIN_DENT, at, 24, 0.8);
        }
      else
        at.y -= radius;
      add_hand (now, LEGATO_POSE_THUMB, at, turn (now->up, -side * 34), side < 0);
    }
}

/* One palm over the other sinks in, and rises in the last quarter. */
static void
add_press (Instant *now)
{
  double t = now->progress;
  double depth = t < 0.25 ? ease (t / 0.25) : t < 0.75 ? 1 : 1 - ease ((t - 0.75) / 0.25);
  int side = get_outside (now);

  depth *= now->touching ? 1 : 0;
  now->lift = MAX (now->lift, 0.5 * (1 - depth));
  add_mark (now, LEGATO_SKIN_DENT, now->at, 88, depth);
  for (int upper = 0; upper < 2; upper++)
    add_hand (now, LEGATO_POSE_FLAT, move (now->at, now->up, upper ? 4 : -8, upper ? side * 6 : 0),
              turn (now->up, -side * (now->partner ? (upper ? -22 : 24) : (upper ? 100 : 150))),
              (upper == 0) == is_mirrored (now, side));
}

/* What is left of a hold, as seconds or, where it is long, minutes and seconds. */
static LegatoSkinMark
get_time (const Instant *now, LegatoMapPoint at)
{
  const LegatoCue *cue = now->cue;
  gint64 left = CLAMP (cue->onset + cue->length - now->scene->position, 0, cue->length);

  return (LegatoSkinMark){
    .kind = cue->length < 60 * LEGATO_SECOND ? LEGATO_SKIN_SECONDS : LEGATO_SKIN_MINUTES,
    .at = in_pixels (now, at),
    .up = now->up,
    .radius = 20 * now->size / HAND_SIZE,
    .amount = (double) ((left + LEGATO_SECOND - 1) / LEGATO_SECOND),
  };
}

/* Chambers fill from the foot upward, hold, and empty together. */
static void
add_sleeve (Instant *now)
{
  double round_s =
      fmod ((double) (now->scene->position - now->cue->onset) / (double) LEGATO_SECOND, 30);
  double full = now->touching ? CLAMP (round_s / 20, 0, 1) : 0;

  if (round_s > 26)
    full = 1 - (round_s - 26) / 4;
  now->picture->under[now->picture->n_under++] =
      (LegatoSkinMark){ LEGATO_SKIN_SLEEVE, now->at, now->up, 0, MAX (0.01, in_steps (full)) };
  if (now->touching)
    now->picture->over[now->picture->n_over++] = get_time (now, now->at);
}

/* A steady press: the skin gives, a ring closes around it, and the time left stands beside it. */
static void
add_hold (Instant *now)
{
  int side = get_outside (now);
  double sunk = now->touching ? ease (now->progress * 12) : 0;

  if (now->step->technique->shape == LEGATO_TOOL_SLEEVE)
    {
      add_sleeve (now);
      return;
    }
  if (now->touching)
    now->picture->over[now->picture->n_over++] =
        (LegatoSkinMark){ LEGATO_SKIN_RING, in_pixels (now, now->at), now->up, 50,
                          MAX (0.002, round (now->progress * 400) / 400) };
  if (now->step->technique->shape == LEGATO_TOOL_BALL)
    {
      add_tool (now, LEGATO_TOOL_BALL, now->at, now->up)->size = 1;
      add_mark (now, LEGATO_SKIN_DENT, now->at, 62, sunk);
      if (now->touching)
        {
          now->picture->over[0].radius = 58;
          now->picture->over[now->picture->n_over++] =
              (LegatoSkinMark){ LEGATO_SKIN_REST, in_pixels (now, now->at), now->up, 39,
                                in_steps (sunk) };
        }
    }
  else
    {
      add_mark (now, LEGATO_SKIN_DENT, now->at, 34, sunk);
      add_hand (now, LEGATO_POSE_THUMB, now->at, turn (now->up, -side * 40), side < 0);
    }
  if (now->touching)
    now->picture->under[now->picture->n_under++] =
        get_time (now, (LegatoMapPoint){ now->at.x - side * 46, now->at.y - 58 });
}

/* Two loose fists bounce by turns; the one that falls, where the ear hears it, shakes the skin. */
static void
add_tap (Instant *now)
{
  double resting = now->lift;

  for (int side = -1; side <= 1; side += 2)
    {
      gboolean is_turn = now->odd == (side > 0);
      LegatoMapPoint at = move (now->at, now->up, side * 16, side * 34);
      LegatoFigure *hand;

      now->lift = is_turn && now->touching ? ease (now->progress) : 1 - 0.3 * ease (now->progress);
      if (!now->touching)
        now->lift = MAX (resting, 0.5);
      if (is_turn && now->touching)
        {
          add_mark (now, LEGATO_SKIN_DENT, at, 44, 1 - ease (now->progress * 2));
          add_mark (now, LEGATO_SKIN_SHAKE, at, mix (46, 78, now->progress), 1 - now->progress);
        }
      hand =
          add_hand (now, LEGATO_POSE_FIST, move (at, now->up, 22 * now->lift, side * 8 * now->lift),
                    turn (now->up, -side * 96), side > 0);
      hand->size *= 1 + 0.02 * hand->lift;
    }
}

/* Flat fingers, feather-light, stretch the skin toward the nodes as far as it gives, and let it
 * come back: it moves with them. */
static void
add_lymph (Instant *now)
{
  double t = now->progress;
  double stretch = !now->touching ? 0 : t < 0.6 ? ease (t / 0.6) : 1 - ease ((t - 0.6) / 0.4);
  LegatoMapPoint at = move (now->at, now->tangent, 10 * stretch, 0);
  gboolean hip = now->height < HIP_Y;

  now->lift *= 0.5;
  add_mark (now, LEGATO_SKIN_WAVE, move (at, now->tangent, 44, 0), 42, stretch);
  for (int side = -1; side <= 1; side += 2)
    if (!hip || side == get_outside (now))
      add_hand (now, LEGATO_POSE_FINGERS, move (at, now->up, side * 6, hip ? 0 : side * 34),
                turn (now->up, now->partner ? -side * 30 : -side * 76), is_mirrored (now, side));
}

/* Folded fingers sink in and draw the tissue slowly along, which gathers before them. */
static void
add_fascia (Instant *now)
{
  int side = get_outside (now);

  if (now->touching)
    {
      add_mark (now, LEGATO_SKIN_WAVE, move (now->at, now->tangent, 48, 0), 52,
                ease (now->progress * 6) * (1 - 0.4 * now->progress));
      add_mark (now, LEGATO_SKIN_GLOW, move (now->at, now->tangent, -46, 0), 58, 0.8);
    }
  add_hand (now, LEGATO_POSE_KNUCKLES, now->at, turn (now->tangent, now->partner ? 0 : -side * 104),
            is_mirrored (now, side));
}

/* Fingertips go to and fro across the fibres and take the skin along. */
static void
add_friction (Instant *now)
{
  int side = get_outside (now);

  if (now->touching)
    {
      add_mark (now, LEGATO_SKIN_DENT, now->at, 34, 0.9);
      add_mark (now, LEGATO_SKIN_ACROSS, now->at, 64, 1);
    }
  add_hand (now, LEGATO_POSE_TIPS, now->at, turn (now->up, now->partner ? -side * 10 : -side * 118),
            is_mirrored (now, side));
}

static void
add_roll (Instant *now)
{
  int side = get_outside (now);
  LegatoMapPoint across = turn (now->up, 90);

  if (now->step->technique->shape == LEGATO_TOOL_GUN)
    {
      /* The head beats much faster than a frame: it is seen to shiver. */
      double beat =
          now->touching ? 2 * sin (now->progress * now->cue->length / 1e9 * 2 * G_PI * 13) : 0;
      LegatoMapPoint at = move (now->at, now->up, beat, 0);
      LegatoMapPoint grip;

      add_mark (now, LEGATO_SKIN_DENT, now->at, 42, now->touching ? 1 : 0);
      add_tool (now, LEGATO_TOOL_GUN, at, now->up)->mirrored = side < 0;
      grip =
          move (at, now->up, -LEGATO_GUN_GRIP_Y * now->size, side * LEGATO_GUN_GRIP_X * now->size);
      add_hand (now, LEGATO_POSE_FIST, grip, turn (now->up, -side * 76), side > 0);
    }
  else if (now->step->technique->shape == LEGATO_TOOL_STICK)
    {
      add_mark (now, LEGATO_SKIN_DENT, now->at, 52, now->touching ? 0.8 : 0);
      add_tool (now, LEGATO_TOOL_STICK, now->at, now->up);
      for (int end = -1; end <= 1; end += 2)
        add_hand (now, LEGATO_POSE_KNUCKLES,
                  move (now->at, now->up, -10 * now->size, end * LEGATO_STICK_GRIP * now->size),
                  turn (now->up, now->partner ? 0 : end * 14), end < 0);
    }
  else
    {
      now->picture->under[now->picture->n_under++] =
          (LegatoSkinMark){ LEGATO_SKIN_ROLLER, in_pixels (now, now->at), across, now->size, 1 };
    }
}

static gboolean
compose (const LegatoHandScene *self, Picture *picture)
{
  static void (*const add[]) (Instant *) = {
    [LEGATO_CUE_GLIDE] = add_glide,       [LEGATO_CUE_SQUEEZE] = add_squeeze,
    [LEGATO_CUE_CIRCLE] = add_circle,     [LEGATO_CUE_PRESS] = add_press,
    [LEGATO_CUE_HOLD] = add_hold,         [LEGATO_CUE_TAP] = add_tap,
    [LEGATO_CUE_LYMPH] = add_lymph,       [LEGATO_CUE_FASCIA] = add_fascia,
    [LEGATO_CUE_FRICTION] = add_friction, [LEGATO_CUE_ROLL] = add_roll,
  };
  Instant now;

  memset (picture, 0, sizeof *picture);
  if (!look (self, picture, &now))
    return FALSE;
  add[now.cue->kind](&now);
  return TRUE;
}

/**
 * legato_hand_scene_get_hand:
 * @point: (out): the middle between the hands, in units of the drawing
 *
 * Returns: whether the step has strokes
 */
gboolean
legato_hand_scene_get_hand (const LegatoHandScene *self, LegatoMapPoint *point)
{
  Picture picture = { 0 };
  Instant now;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  if (!look (self, &picture, &now))
    return FALSE;
  *point = now.at;
  return TRUE;
}

static LegatoLeg
get_leg (const LegatoHandScene *self)
{
  return legato_plan_get_step (legato_timeline_get_plan (self->timeline), (guint) self->step)->leg;
}

static LegatoMapBox
get_marks_box (const LegatoHandScene *self, const LegatoSkinMark *marks, guint n)
{
  LegatoMapBox box = { 0 };

  for (guint i = 0; i < n; i++)
    box =
        legato_map_box_union (box, legato_skin_mark_get_box (&marks[i], self->art, get_leg (self)));
  return box;
}

/** legato_hand_scene_get_box: all that legato_hand_scene_draw() may paint, in units */
LegatoMapBox
legato_hand_scene_get_box (const LegatoHandScene *self)
{
  LegatoMapBox box = { 0 };
  Picture picture;

  g_return_val_if_fail (self != NULL, box);

  compose (self, &picture);
  box = legato_map_box_union (get_marks_box (self, picture.under, picture.n_under),
                              get_marks_box (self, picture.over, picture.n_over));
  for (guint i = 0; i < picture.n_figures; i++)
    box = legato_map_box_union (box, legato_figure_get_box (&picture.figures[i]));
  return box;
}

/** legato_hand_scene_get_phase: a number that is the same for instants that look the same */
guint
legato_hand_scene_get_phase (const LegatoHandScene *self)
{
  const guint8 *bytes;
  guint hash = 5381;
  Picture picture;

  g_return_val_if_fail (self != NULL, 0);

  compose (self, &picture);
  bytes = (const guint8 *) &picture;
  for (gsize i = 0; i < sizeof picture; i++)
    hash = hash * 33 + bytes[i];
  return hash;
}

/** legato_hand_scene_draw: paints the hands, @cr being in units of the drawing */
void
legato_hand_scene_draw (const LegatoHandScene *self,
                        cairo_t *cr,
                        PangoContext *context,
                        LegatoHandSprites *sprites,
                        const GdkRGBA *accent)
{
  LegatoSkinPaint paint = { cr, context, sprites, self->art, get_leg (self), accent };
  Picture picture;

  g_return_if_fail (self != NULL && cr != NULL && sprites != NULL && accent != NULL);

  compose (self, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    legato_skin_mark_draw (&picture.under[i], &paint);
  for (guint i = 0; i < picture.n_figures; i++)
    legato_hand_sprites_draw (sprites, cr, &picture.figures[i]);
  for (guint i = 0; i < picture.n_over; i++)
    legato_skin_mark_draw (&picture.over[i], &paint);
}

static void
snapshot_marks (const LegatoHandScene *self,
                GtkSnapshot *snapshot,
                const LegatoSkinMark *marks,
                guint n,
                LegatoSkinPaint *paint,
                const LegatoHandView *view)
{
  LegatoMapBox box = get_marks_box (self, marks, n);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      (float) floor (box.x * view->scale), (float) floor (box.y * view->scale),
      (float) ceil (box.width * view->scale) + 1, (float) ceil (box.height * view->scale) + 1);

  if (n == 0 || !graphene_rect_intersection (&bounds, &view->seen, &bounds))
    return;
  paint->cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (paint->cr, view->scale, view->scale);
  for (guint i = 0; i < n; i++)
    legato_skin_mark_draw (&marks[i], paint);
  cairo_destroy (paint->cr);
}

/**
 * legato_hand_scene_snapshot:
 * @snapshot: in logical pixels, its origin where that of the drawing is
 *
 * The same in nodes no larger than what they show. Those of hands and tools stay the same wherever
 * they go; only those of the skin are new each time.
 */
void
legato_hand_scene_snapshot (const LegatoHandScene *self,
                            GtkSnapshot *snapshot,
                            PangoContext *context,
                            LegatoHandSprites *sprites,
                            const GdkRGBA *accent,
                            const LegatoHandView *view)
{
  LegatoSkinPaint paint = { NULL, context, sprites, self->art, get_leg (self), accent };
  Picture picture;

  g_return_if_fail (self != NULL && snapshot != NULL && sprites != NULL && view != NULL);

  compose (self, &picture);
  snapshot_marks (self, snapshot, picture.under, picture.n_under, &paint, view);
  for (guint i = 0; i < picture.n_figures; i++)
    legato_hand_sprites_snapshot (sprites, snapshot, &picture.figures[i], view->device_scale);
  snapshot_marks (self, snapshot, picture.over, picture.n_over, &paint, view);
}

/**
 * legato_hand_scene_find_stills:
 * @moments: (out): instants of the step that tell its movement in still pictures, in order
 *
 * Returns: how many there are, one to four
 */
guint
legato_hand_scene_find_stills (const LegatoHandScene *self, gint64 moments[4])
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  const LegatoCue *first = find_first (self), *later;
  double highest = -1;

  if (first == NULL)
    return 0;
  /* The farthest stroke of the first way up. */
  later = first;
  for (const LegatoCue *cue = first; cue < cues + n && cue->step == self->step; cue++)
    if (is_stroke (cue))
      {
        if (cue->from < highest)
          break;
        highest = cue->from;
        later = cue;
      }
  switch (first->kind)
    {
    case LEGATO_CUE_HOLD:
      moments[0] = first->onset + first->length / 2;
      return 1;
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_ROLL:
    case LEGATO_CUE_FASCIA:
    case LEGATO_CUE_FRICTION:
      moments[0] = first->onset + 1;
      moments[1] = first->onset + first->length - 1;
      return 2;
    default:
      moments[0] = first->onset + first->length / 12;
      moments[1] = later->onset + later->length / 2;
      return 2;
    }
}

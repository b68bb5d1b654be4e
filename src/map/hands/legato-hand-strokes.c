/* legato-hand-strokes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-glide.h"
#include "legato-hand-grips.h"
#include "legato-hand-place.h"
#include "legato-hand-strokes.h"
#include "legato-hand-thumbs.h"
#include "legato-leg-edges.h"
#include "legato-map-views.h"
#include "legato-skin-tools.h"

/* On the hip one hand covers the way, and above it the leg ends: there an arrow lies on the back of
 * the hand, so far behind its middle, in units of its true size; and so much of it before that. */
#define ON_BACK 70.0
#define ARROW_HALF 20.0

/* So far ahead of the hand is looked where an arrow may go. */
#define AHEAD 80.0

/* The ball under the foot rolls so often, so far to either side of its spot and for this part of
 * the hold. */
#define ROLLS 3
#define ROLL 62.0
#define ROLLING 0.5

/* So far the flesh around a ball that has sunk in is in shade. */
#define BALL_DENT 62.0

/* A ring closes in so many steps, each as long as an eye follows. */
#define RING_STEPS 240.0

/* How much of its grip a kneading hand keeps while the other one squeezes. */
#define HELD 0.25

/* So far from the middle of a kneaded muscle a hand waits, on a narrow leg less, where one is up to
 * so far above the middle and the other below, and so far within its edge; so much farther one's
 * own behind it, and so much nearer and higher up the leg it is when it has closed, in units; then
 * it is rolled so many degrees upward. */
#define GRASPS 38.0
#define GRASPS_LEAST 14.0
#define PASSES 36.0
#define WEB 19.0
#define REACHES 2.0
#define CLOSES 12.0
#define LIFTS 42.0
#define ROLLS_UP 22.0

/* Of two hands that both come from behind a leg seen from its side each is so far above or below
 * the middle, and rises so far, in units; and it is turned so many degrees from the forearms' way.
 */
#define KNEADS_ABOVE 46.0
#define LIFTS_BESIDE 14.0
#define KNEADS_ASKEW 20.0

/* A forearm sinks in and rises for this part of its stroke; so far before it stands the time,
 * beside an upper arm so far from its middle, in units; and it is lifted in so many steps. */
#define SINKS_IN 0.1
#define BEFORE_ARM 96.0
#define BESIDE_ARM 20.0
#define ARM_LIFTS 2

/* One that comes from behind a leg seen from its side points so many degrees from up, away from the
 * leg, and lies so far behind the middle of the muscle, in units. */
#define ELBOW_HEADS 112.0
#define ELBOW_BACK 22.0

/* For this part of a tap the skin is seen to tremble; after that one the other hand falls, so that
 * it arrives when it is heard. */
#define SHAKES 0.4
#define FALLS 0.5

/* Two fists tap so far above and below the middle, and so far to either side of it, in units: they
 * do not touch. */
#define TAPS_ABOVE 40.0
#define TAPS_BESIDE 26.0

/* From a fist that taps to its elbow, in units. */
#define TAP_ARM 136.0

/* At this part of a lymph stroke the skin gives no more; then fingers rise so far. On a way shorter
 * than so many units still pictures show a hand each. */
#define STRETCHED 0.6
#define LETS_GO 0.8
#define SHORT_WAY 130.0

/* From the middle of the leg to where flat fingers touch it from either side, their tips together,
 * in units of a hand's true size. */
#define MEETS 56.0

/* On a foot seen from its side they lean so many degrees. */
#define LEANS 24.0

/* Half of the breadth of the skin that fingers take along on their way, and across the fibres. */
#define DRAGGED 66.0
#define CROSSED 46.0

/* The chamber of a sleeve on which its time stands: the highest and broadest. */
#define SLEEVE_CLOCK 3

/* Palms press so far about, in units; what has sunk in is farther from the eye, by this part of its
 * size. */
#define PRESSED 84.0
#define SUNK 0.1

/* So far back along the arms they are while they do not press. */
#define LEANS_BACK 14.0

/* Two stacked hands point so far to either side of where one's arms come from, in degrees, and
 * reach so far beyond the middle, in units of their true size: the upper one lies on the back of
 * the lower, and not on its fingers. A partner's arms both come from outside. */
#define STACKED 36.0
#define UPPER -6.0
#define LOWER 60.0
#define STACKED_BESIDE 74.0

static double
mix (double a, double b, double t)
{
  return a + t * (b - a);
}

/* Lines of the skin across the way of the hand, as far as the leg is broad but no farther than
 * @most. */
static void
add_along (LegatoHandInstant *now,
           LegatoSkinMarkKind kind,
           LegatoMapPoint at,
           double most,
           double amount)
{
  legato_hand_instant_add_mark (now, kind, at, legato_hand_place_get_room (now, at, most),
                                MAX (1 / LEGATO_SKIN_STEPS, amount));
  now->picture->under[now->picture->n_under - 1].up = now->tangent;
}

/* Of the leg at the height of @at. */
static LegatoMapPoint
find_middle (const LegatoHandInstant *now, LegatoMapPoint at)
{
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
  return (LegatoMapPoint){ (left + right) / 2, at.y };
}

static gboolean
is_sole (const LegatoHandInstant *now)
{
  return legato_map_art_get_view (now->art) == LEGATO_VIEW_SOLE;
}

/* The bone ends where the outer half of the leg begins. */
static LegatoMapPoint
get_beside_bone (const LegatoHandInstant *now, LegatoMapPoint at)
{
  int side = legato_hand_place_get_outside (now);
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
  at.x = side * MAX (side * at.x, side * (left + right) / 2);
  return at;
}

/* Whether all that is seen of the places is too firm to be grasped. */
static gboolean
is_pressed (const LegatoHandInstant *now)
{
  LegatoView view = legato_map_art_get_view (now->art);
  guint n = 0;

  for (guint i = 0; i < now->step->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (now->step->zones, i);
      const LegatoUse *use = legato_zone_find_use (zone, now->step->technique);

      if (!legato_map_views_is_seen (view, zone, NULL))
        continue;
      if (use == NULL || !use->pressed)
        return FALSE;
      n++;
    }
  return n > 0;
}

/* Folded fingers press in by turns. */
static void
add_knuckles (LegatoHandInstant *now)
{
  for (int side = -1; side <= 1; side += 2)
    {
      double depth = now->odd == (side > 0) && now->touching ? sin (G_PI * now->progress) : 0;
      LegatoMapPoint at = legato_hand_place_move (now->at, now->up, side * 14, side * 40);

      now->lift = now->touching ? 0.3 * (1 - depth) : now->lift;
      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT,
                                    legato_hand_place_move (at, now->up, -8, 0), 54, depth);
      legato_hand_instant_add_hand (
          now, LEGATO_POSE_KNUCKLES, at,
          legato_hand_place_turn (now->up, legato_hand_place_get_heading (now, side)),
          legato_hand_place_is_mirrored (now, side));
    }
}

/* Two hands hold one muscle from both sides, or from behind one above the other, thumb by thumb; by
 * turns each closes and lifts what it holds, and lets go of it. */
static void
add_squeeze (LegatoHandInstant *now)
{
  /* The thumb is above the muscle or, seen from behind, below it, and the fingers reach farther. */
  gboolean behind = legato_hand_place_is_behind (now) && !now->partner;
  double degrees = now->partner ? 54 : behind ? 80 : 126;
  int only = legato_hand_place_get_only_side (now);
  double left, right, room, above;

  if (is_pressed (now))
    {
      add_knuckles (now);
      return;
    }
  legato_leg_edges_find (now->art, now->step->leg, now->at.y, &left, &right);
  room = only != 0 ? only * ((only > 0 ? right : left) - now->at.x) : (right - left) / 2;
  room = CLAMP (room - WEB, GRASPS_LEAST, GRASPS);
  /* On a narrow leg one passes the other. */
  above = only != 0 ? KNEADS_ABOVE : PASSES * (GRASPS - room) / (GRASPS - GRASPS_LEAST);
  room += behind ? REACHES : 0;
  for (int i = 0; i < 4; i++)
    {
      int hand = i % 2, arm = hand == 0 ? -1 : 1, side = only != 0 ? only : arm;
      gboolean is_turn = now->odd == hand;
      double closed = now->touching ? mix (HELD, 1, is_turn ? sin (G_PI * now->progress) : 0)
                                    : HELD * (1 - now->lift);
      int part = (int) round (closed * LEGATO_FIGURE_PARTS);
      double rolled = degrees - ROLLS_UP * part / LEGATO_FIGURE_PARTS;
      double along = -arm * above + (only != 0 ? 0 : now->partner ? -8 : 8);
      LegatoFigure *figure;

      /* The forearms lie beside each other. */
      if (only != 0)
        rolled = legato_hand_place_get_beside (now)
                 + arm * (KNEADS_ASKEW - ROLLS_UP / 2 * part / LEGATO_FIGURE_PARTS);
      figure = legato_hand_instant_add_hand (
          now, i < 2 ? LEGATO_POSE_HELD_OPEN : LEGATO_POSE_GRIP_OPEN,
          legato_hand_place_move (now->at, now->up,
                                  along + (only != 0 ? LIFTS_BESIDE : LIFTS) * (closed - 0.5),
                                  side * (room - CLOSES * closed)),
          legato_hand_place_turn (now->up, -side * rolled),
          legato_hand_place_is_mirrored (now, side) == (only == 0 || arm > 0));
      if (i < 2)
        legato_hand_place_keep_on_leg (now, figure);

      figure->to = i < 2 ? LEGATO_POSE_HELD : LEGATO_POSE_GRIP;
      figure->part = part;
    }
}

/* One palm over the other sinks in, and rises as it lets go. */
static void
add_press (LegatoHandInstant *now)
{
  double t = now->progress;
  double turn = now->cue->turn;
  double release = now->cue->over - turn;
  double depth = t < release ? legato_hand_ease (t / release)
                 : t < turn  ? 1
                             : 1 - legato_hand_ease ((t - turn) / release);
  int side = legato_hand_place_get_outside (now);

  depth *= now->touching ? 1 : 0;
  now->lift = MAX (now->lift, 1 - depth);
  legato_hand_instant_add_mark (now, LEGATO_SKIN_SINK, now->at, PRESSED, depth);
  /* One on the back of the other, the fingers closed, the arms those of one person: each comes from
   * its own shoulder over an edge of the thigh. */
  for (int upper = 0; upper < 2; upper++)
    {
      double aside = (upper ? side : -side) * STACKED;
      LegatoMapPoint heading = legato_hand_place_turn (
          now->up, now->partner ? -side * STACKED_BESIDE + aside : 180 - aside);
      LegatoFigure *hand = legato_hand_instant_add_hand (
          now, LEGATO_POSE_STACKED,
          legato_hand_place_move (now->at, heading,
                                  (upper ? UPPER : LOWER) * now->size - LEANS_BACK * now->lift, 0),
          heading, legato_hand_place_is_mirrored (now, upper ? -side : side));

      hand->size *= 1 - SUNK * (1 - (double) hand->lift / LEGATO_FIGURE_LIFTS);
    }
}

/* What is left of a hold, as seconds or, where it is long, minutes and seconds. */
static LegatoSkinMark
get_time (const LegatoHandInstant *now, LegatoMapPoint at)
{
  const LegatoCue *cue = now->cue;
  gint64 left = CLAMP (cue->onset + cue->length - now->position, 0, cue->length);

  return (LegatoSkinMark){
    .kind = cue->length < 60 * LEGATO_SECOND ? LEGATO_SKIN_SECONDS : LEGATO_SKIN_MINUTES,
    .at = legato_hand_instant_round (now, at),
    .up = now->up,
    .radius = (now->step->technique->shape == LEGATO_TOOL_SLEEVE ? 32 : 20) * now->size
              / LEGATO_HAND_SIZE,
    .amount = (double) ((left + LEGATO_SECOND - 1) / LEGATO_SECOND),
  };
}

/* Chambers fill from the foot upward, hold, and empty together. */
static void
add_sleeve (LegatoHandInstant *now)
{
  LegatoMapPoint clock;
  double round_s = fmod ((double) (now->position - now->cue->onset) / (double) LEGATO_SECOND, 30);
  double full = now->touching ? CLAMP (round_s * LEGATO_SECOND / LEGATO_HAND_SLEEVE_FULL, 0, 1) : 0;

  if (round_s > 26)
    full = 1 - (round_s - 26) / 4;
  now->picture->under[now->picture->n_under++] =
      (LegatoSkinMark){ LEGATO_SKIN_SLEEVE, now->at, now->up, 0,
                        MAX (0.01, legato_hand_in_steps (full)) };
  if (now->touching && !now->still
      && legato_skin_sleeve_find_chamber (now->art, now->step->leg, SLEEVE_CLOCK, &clock))
    now->picture->over[now->picture->n_over++] = get_time (now, clock);
}

/* Under the foot the ball rolls along the arch until it has found the spot. */
static LegatoMapPoint
roll_to_spot (const LegatoHandInstant *now)
{
  double t = CLAMP (now->progress / ROLLING, 0, 1);

  if (now->still || !now->touching || !is_sole (now))
    return now->at;
  return legato_hand_place_move (now->at, now->up, ROLL * sin (2 * G_PI * ROLLS * t) * (1 - t), 0);
}

/* A steady press: the skin gives, a ring closes around it, and the time left stands beside it. */
static void
add_hold (LegatoHandInstant *now)
{
  int side = legato_hand_place_get_outside (now);
  double sunk = now->touching ? legato_hand_ease (now->progress * 12) : 0;
  /* Under the foot the flesh gives when the ball has come to rest. */
  double stays =
      is_sole (now) && !now->still ? legato_hand_ease ((now->progress - ROLLING) * 12) : 1;
  double beside = -58;

  if (now->step->technique->shape == LEGATO_TOOL_SLEEVE)
    {
      add_sleeve (now);
      return;
    }
  if (now->touching)
    now->picture->over[now->picture->n_over++] = (LegatoSkinMark){
      LEGATO_SKIN_RING, legato_hand_instant_round (now, now->at), now->up, 50,
      now->still ? 1 : MAX (0.002, round (now->progress * RING_STEPS) / RING_STEPS)
    };
  if (now->step->technique->shape == LEGATO_TOOL_BALL)
    {
      LegatoFigure *ball =
          legato_hand_instant_add_tool (now, LEGATO_TOOL_BALL, roll_to_spot (now), now->up);

      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, BALL_DENT, sunk * stays);
      ball->size = 1;
      ball->part = (int) round (sunk * LEGATO_FIGURE_PARTS);
      if (now->touching)
        now->picture->over[0].radius = 58;
    }
  else
    {
      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, 34, sunk);
      /* The hand holds the leg by the edge that is nearer. */
      if (now->height > LEGATO_HAND_HIP_Y)
        side = legato_leg_edges_find_side (now->art, now->step->leg, now->at);
      if (now->height > LEGATO_HAND_HIP_Y)
        {
          legato_hand_thumbs_add (now, now->at, side);
          /* Fingers may lie where the time would stand. */
          if (now->partner || legato_hand_place_is_behind (now))
            beside = -beside;
        }
      else
        legato_hand_instant_add_hand (now, LEGATO_POSE_TIPS, now->at,
                                      legato_hand_place_turn (now->up, -side * 128),
                                      legato_hand_place_is_mirrored (now, side));
    }
  if (now->touching && !now->still)
    now->picture->under[now->picture->n_under++] =
        get_time (now, (LegatoMapPoint){ now->at.x - side * 46, now->at.y + beside });
}

/* Two loose fists bounce by turns; the one that falls, where the ear hears it, shakes the skin. */
static void
add_tap (LegatoHandInstant *now)
{
  double resting = now->lift;
  int only = legato_hand_place_get_only_side (now);

  for (int i = 0; i < 2; i++)
    {
      /* No forearm lies across the shin: there the lower fist is that of the nearer arm. */
      int arm = i == 0 ? -1 : 1, side = only != 0 ? only : arm;
      gboolean is_turn = now->odd == (arm > 0);
      LegatoMapPoint at =
          legato_hand_place_move (now->at, now->up, -arm * TAPS_ABOVE, side * TAPS_BESIDE);
      LegatoFigure *hand;
      double raised;

      if (!now->touching)
        now->lift = is_turn && now->progress < 1 ? resting : 1;
      else if (is_turn)
        now->lift = legato_hand_ease (now->progress);
      else
        now->lift = now->followed ? 1 - pow (MAX (0, (now->progress - FALLS) / (1 - FALLS)), 2) : 1;
      if (is_turn && now->touching)
        {
          legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, at, 44,
                                        1 - legato_hand_ease (now->progress * 2));
          if (now->progress < SHAKES)
            legato_hand_instant_add_over (
                now, LEGATO_SKIN_SHAKE, at, mix (50, 66, now->progress),
                legato_hand_in_steps (1 - legato_hand_ease (now->progress / SHAKES)));
        }
      hand = legato_hand_instant_add_hand (
          now, LEGATO_POSE_FIST,
          legato_hand_place_move (at, now->up, LEGATO_HAND_TAP_HEIGHT * now->lift, 0), now->up,
          legato_hand_place_is_mirrored (now, side) == (only == 0 || arm > 0));
      /* It bounces from the elbow, which stays: so less of the picture changes. */
      raised = LEGATO_HAND_TAP_HEIGHT * hand->lift / LEGATO_FIGURE_LIFTS / TAP_ARM;
      hand->direction = legato_hand_place_turn (
          now->up, -side * ((now->partner ? 84 : 96) - asin (raised) * 180 / G_PI));
    }
}

/* Along the way of the hand, but not beyond the edge of the leg: a foot is bent. */
static LegatoMapPoint
look_ahead (const LegatoHandInstant *now, LegatoMapPoint at)
{
  LegatoMapPoint ahead = legato_hand_place_move (at, now->tangent, AHEAD, 0);
  double left, right, length;

  legato_leg_edges_find (now->art, now->step->leg, ahead.y, &left, &right);
  ahead.x = CLAMP (ahead.x, MIN (left + 8, right), MAX (left, right - 8));
  length = hypot (ahead.x - at.x, ahead.y - at.y);
  return (LegatoMapPoint){ (ahead.x - at.x) / length, (ahead.y - at.y) / length };
}

/* On a foot seen from its side the fingers of one hand come down over the instep, the thumb toward
 * the toes: one's own from the knee, a partner's from beyond the toes. */
static void
add_on_instep (LegatoHandInstant *now, LegatoMapPoint at)
{
  int toes = now->tangent.x > 0 ? -1 : 1;
  LegatoMapPoint down =
      legato_hand_place_turn ((LegatoMapPoint){ 0, 1 }, toes * (now->partner ? LEANS : -LEANS));

  legato_hand_instant_add_hand (now, LEGATO_POSE_FINGERS,
                                legato_hand_place_move (at, down, -MEETS * now->size, 0), down,
                                toes < 0);
}

/* Flat fingers, feather-light, stretch the skin toward the nodes as far as it gives, and let it
 * come back: it moves with them. */
static void
add_lymph (LegatoHandInstant *now)
{
  double t = now->progress;
  double stretch = !now->touching  ? 0
                   : t < STRETCHED ? legato_hand_ease (t / STRETCHED)
                                   : 1 - legato_hand_ease ((t - STRETCHED) / (1 - STRETCHED));
  LegatoMapPoint at =
      legato_hand_place_move (now->at, now->tangent, LEGATO_SKIN_GIVES * stretch, 0);
  LegatoMapPoint sign = at;
  gboolean hip = now->height < LEGATO_HAND_HIP_Y;
  /* Two hands would hide it. */
  gboolean foot = legato_hand_place_is_only_on (now, "foot");
  /* Pictures of both hands before and after would hide each other. */
  gboolean alone = now->still && legato_hand_route_get_length (now->route) < SHORT_WAY;
  double across = legato_hand_place_is_behind (now) ? 118 : 100;
  int only = legato_hand_place_get_only_side (now);

  if (legato_hand_place_is_beside_bone (now))
    at = sign = get_beside_bone (now, at);
  if (hip)
    {
      int side = legato_hand_place_get_outside (now);

      sign = legato_hand_place_move (
          at,
          legato_hand_place_turn (
              now->up, now->partner ? -side * 30 : legato_hand_place_get_heading (now, side)),
          -ON_BACK * now->size, 0);
      sign = legato_hand_place_move (sign, now->tangent, -LEGATO_SKIN_PULL_BEGIN - ARROW_HALF, 0);
    }
  /* No sign goes back: while the skin does, the fingers let go of it. */
  if (now->touching && now->lift <= 0)
    {
      if (!hip)
        add_along (now, LEGATO_SKIN_DRAG, find_middle (now, at), DRAGGED, stretch);
      if (t < STRETCHED)
        {
          legato_hand_instant_add_over (now, LEGATO_SKIN_PULL, sign,
                                        mix (22, 46, legato_hand_in_steps (stretch)), 1);
          now->picture->over[0].up = hip ? now->tangent : look_ahead (now, sign);
        }
      else
        now->lift = LETS_GO * (1 - stretch);
    }
  now->lift *= 0.5;
  if (legato_hand_place_is_beside_bone (now))
    {
      now->at = at;
      legato_hand_place_add_beside_bone (now);
      return;
    }
  if (only != 0)
    legato_hand_place_add_far_hand (now, LEGATO_POSE_FINGERS, now->partner ? 30 : across, only,
                                    MEETS * now->size);
  if (foot && legato_map_art_is_from_side (now->art))
    {
      add_on_instep (now, at);
      return;
    }
  for (int side = -1; side <= 1; side += 2)
    if (hip || foot ? side == legato_hand_place_get_outside (now)
        : only != 0 ? side == only
                    : !alone || side == (now->progress < STRETCHED ? -1 : 1))
      legato_hand_instant_add_hand (
          now, LEGATO_POSE_FINGERS,
          legato_hand_place_is_only_on (now, "knee")
              ? legato_hand_place_find_beside (now, at.y, side)
              : legato_hand_place_move (at, now->up, 0, hip ? 0 : side * MEETS * now->size),
          legato_hand_place_turn (now->up, now->partner ? -side * 30
                                           : hip        ? legato_hand_place_get_heading (now, side)
                                                        : -side * across),
          legato_hand_place_is_mirrored (now, side));
}

/* A forearm sinks in, waits while a ring closes, and draws the tissue slowly along, which is
 * stretched behind it and gathers before it; how long that takes stands before it. */
static void
add_fascia (LegatoHandInstant *now)
{
  int side = legato_hand_place_get_outside (now);
  int only = legato_hand_place_get_only_side (now);
  gboolean mirrored = legato_hand_place_is_mirrored (now, side);
  double sunk = now->touching ? legato_hand_ease (now->progress / SINKS_IN)
                                    * legato_hand_ease ((1 - now->progress) / SINKS_IN)
                              : 0;

  if (now->touching)
    {
      LegatoMapPoint sign =
          legato_hand_place_move (now->at, now->tangent, BEFORE_ARM, -only * BESIDE_ARM);

      if (now->fraction > now->cue->from)
        legato_hand_instant_add_mark (
            now, LEGATO_SKIN_STRETCH, now->at,
            60 + now->fraction * legato_hand_route_get_length (now->route), 1);
      if (only != 0)
        legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, 72, sunk);
      else
        legato_hand_instant_add_mark (now, LEGATO_SKIN_FURROW, now->at,
                                      30 * now->size / LEGATO_HAND_SIZE, sunk);
      if (now->progress < now->cue->turn && !now->still)
        now->picture->over[now->picture->n_over++] = (LegatoSkinMark){
          LEGATO_SKIN_RING, legato_hand_instant_round (now, sign), now->up, 32,
          MAX (0.002, round (now->progress / now->cue->turn * RING_STEPS) / RING_STEPS)
        };
      if (!now->still)
        now->picture->over[now->picture->n_over++] = get_time (now, sign);
    }
  /* It is so large that it is painted for few heights. */
  now->lift = round (now->lift * ARM_LIFTS) / ARM_LIFTS;
  /* An arm from behind would lie across the shin: only what is next to its elbow is on the leg. */
  if (only != 0)
    {
      legato_hand_instant_add_hand (now, LEGATO_POSE_ELBOW,
                                    legato_hand_place_move (now->at, now->up, 0, only * ELBOW_BACK),
                                    legato_hand_place_turn (now->up, only * ELBOW_HEADS), only < 0);
      return;
    }
  /* One's own upper arm comes from above, as a partner's does who leans over the leg. */
  legato_hand_instant_add_hand (
      now, (side < 0) == mirrored ? LEGATO_POSE_FOREARM : LEGATO_POSE_FOREARM_LEFT, now->at,
      legato_hand_place_turn (now->tangent, -side * 82), mirrored);
}

/* Fingertips go to and fro across the fibres and take the skin along. */
static void
add_friction (LegatoHandInstant *now)
{
  int only = legato_hand_place_get_only_side (now);
  int side = only != 0 ? only : legato_hand_place_get_outside (now);

  if (now->touching)
    {
      LegatoMapPoint middle;

      legato_hand_route_get_point (now->route, 0.5, &middle, NULL);
      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, 34, 0.9);
      add_along (now, LEGATO_SKIN_FIBRES, middle, CROSSED, now->fraction);
      legato_hand_instant_add_over (
          now, LEGATO_SKIN_ACROSS,
          legato_hand_place_move (middle, now->up, now->partner ? 36 : -36, 0), 34, 1);
    }
  legato_hand_instant_add_hand (
      now, LEGATO_POSE_TIPS, now->at,
      legato_hand_place_turn (now->up, now->partner ? -side * 10 : -side * 118),
      legato_hand_place_is_mirrored (now, side));
}

/** legato_hand_strokes_find_hand: the middle between the hands, or of what rolls in their place */
LegatoMapPoint
legato_hand_strokes_find_hand (const LegatoHandInstant *now)
{
  return now->cue->kind == LEGATO_CUE_HOLD && now->step->technique->shape == LEGATO_TOOL_BALL
             ? roll_to_spot (now)
             : now->at;
}

/** legato_hand_strokes_add: adds to the picture what is seen of the stroke of @now */
void
legato_hand_strokes_add (LegatoHandInstant *now)
{
  static void (*const add[]) (LegatoHandInstant *) = {
    [LEGATO_CUE_GLIDE] = legato_hand_glide_add,
    [LEGATO_CUE_SQUEEZE] = add_squeeze,
    [LEGATO_CUE_CIRCLE] = legato_hand_thumbs_add_circle,
    [LEGATO_CUE_PRESS] = add_press,
    [LEGATO_CUE_HOLD] = add_hold,
    [LEGATO_CUE_TAP] = add_tap,
    [LEGATO_CUE_LYMPH] = add_lymph,
    [LEGATO_CUE_FASCIA] = add_fascia,
    [LEGATO_CUE_FRICTION] = add_friction,
    [LEGATO_CUE_ROLL] = legato_hand_grips_add,
  };

  add[now->cue->kind](now);
}

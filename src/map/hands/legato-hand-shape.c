/* legato-hand-shape.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-flesh-fold.h"
#include "legato-hand-fist.h"
#include "legato-hand-flesh.h"
#include "legato-hand-shape.h"
#include "legato-pen.h"

#define N_PALM 9

/* Half the breadth of the forearm at the wrist and at the elbow. */
#define WRIST 31.0
#define ELBOW 45.0

/* A forearm fades out by so many steps. */
#define FADE_STOPS 8

/* So far from the elbow a bent arm begins to fade out, and so far it has done so. */
#define ARM_FADES 95.0
#define ARM_ENDS 180.0

/* From there the fold between forearm and upper arm begins and ends. */
#define FOLD_BEGINS 66.0
#define FOLD_ENDS 38.0

/* A shadow is painted so many times, each smaller than the one before, to be soft. */
#define SHADOW_LAYERS 6

/* Beyond the flesh, for line and shadow. */
#define BOX_PAD 7.0

/** legato_hand_shape_get_box: all that is painted of a hand between two poses, in units from the
 * place that touches */
LegatoMapBox
legato_hand_shape_get_box (LegatoPose from, LegatoPose to, double part)
{
  LegatoHandJoints hand = legato_hand_joints_bend (from, to, part);
  double left = MIN (MIN (hand.wrist.x, hand.elbow.x), hand.shoulder.x) - ELBOW,
         right = MAX (MAX (hand.wrist.x, hand.elbow.x), hand.shoulder.x) + ELBOW;
  /* A bent arm fades out askew. */
  double top = 0, bottom = MAX (hand.elbow.y, hand.shoulder.y + ELBOW);

  if ((hand.seen & LEGATO_SEEN_ONLY_ARM) != 0)
    {
      top = MIN (hand.wrist.y, hand.shoulder.y) - ELBOW;
      bottom = hand.elbow.y + ELBOW;
    }

  if ((hand.seen & LEGATO_SEEN_HELD) != 0)
    return legato_flesh_fold_get_box ();
  for (int f = 0; f <= LEGATO_N_FINGERS; f++)
    for (int j = 0; j < LEGATO_N_JOINTS; j++)
      {
        LegatoMapPoint at = f < LEGATO_N_FINGERS ? hand.finger[f][j] : hand.thumb[j];
        double radius = f < LEGATO_N_FINGERS ? legato_finger_radii[f][j] : legato_thumb_radii[j];

        left = MIN (left, at.x - radius);
        right = MAX (right, at.x + radius);
        top = MIN (top, at.y - radius);
        bottom = MAX (bottom, at.y + radius);
      }
  return (LegatoMapBox){ left - BOX_PAD, top - BOX_PAD, right - left + 2 * BOX_PAD,
                         bottom - top + 2 * BOX_PAD };
}

static void
find_palm (const LegatoHandJoints *hand, LegatoMapPoint palm[N_PALM])
{
  const LegatoMapPoint *index = hand->finger[0], *little = hand->finger[3];
  LegatoMapPoint up = { (index[0].x + little[0].x) / 2 - hand->wrist.x,
                        (index[0].y + little[0].y) / 2 - hand->wrist.y };
  double length = MAX (1, hypot (up.x, up.y));
  LegatoMapPoint across = { -up.y / length, up.x / length };

  palm[0] = (LegatoMapPoint){ hand->wrist.x - across.x * 30, hand->wrist.y - across.y * 30 };
  palm[1] = legato_hand_joints_mix (palm[0], index[0], 0.55);
  palm[1].x -= across.x * 9;
  palm[1].y -= across.y * 9;
  palm[2] = (LegatoMapPoint){ index[0].x - across.x * 12, index[0].y - across.y * 12 };
  for (int f = 0; f < 3; f++)
    palm[3 + f] = legato_hand_joints_mix (
        legato_hand_joints_mix (hand->finger[f][0], hand->finger[f + 1][0], 0.5),
        legato_hand_joints_mix (hand->finger[f][1], hand->finger[f + 1][1], 0.5), 0.42);
  palm[6] = (LegatoMapPoint){ little[0].x + across.x * 11, little[0].y + across.y * 11 };
  palm[8] = (LegatoMapPoint){ hand->wrist.x + across.x * 30, hand->wrist.y + across.y * 30 };
  palm[7] = legato_hand_joints_mix (palm[6], palm[8], 0.5);
  palm[7].x += across.x * 4;
  palm[7].y += across.y * 4;
}

/* The ball of a thumb that lies beside the hand, and the skin between it and the index finger. */
static void
add_thumb_root (cairo_t *cr, const LegatoHandJoints *hand, const LegatoMapPoint palm[N_PALM])
{
  const LegatoMapPoint *thumb = hand->thumb, *index = &hand->finger[0][0];
  double length = MAX (1, hypot (thumb[1].x - thumb[0].x, thumb[1].y - thumb[0].y));
  LegatoMapPoint out = { (thumb[1].y - thumb[0].y) / length, -(thumb[1].x - thumb[0].x) / length };
  LegatoMapPoint ball, joint, inner;

  if (out.x * (index->x - thumb[1].x) + out.y * (index->y - thumb[1].y) > 0)
    out = (LegatoMapPoint){ -out.x, -out.y };
  ball = (LegatoMapPoint){ thumb[0].x + out.x * legato_thumb_radii[0],
                           thumb[0].y + out.y * legato_thumb_radii[0] };
  joint = (LegatoMapPoint){ thumb[1].x + out.x * legato_thumb_radii[1],
                            thumb[1].y + out.y * legato_thumb_radii[1] };
  inner = legato_hand_joints_mix (thumb[1], thumb[2], 0.45);
  inner = (LegatoMapPoint){ inner.x - out.x * legato_thumb_radii[2],
                            inner.y - out.y * legato_thumb_radii[2] };
  cairo_move_to (cr, palm[0].x, palm[0].y);
  cairo_curve_to (cr, legato_hand_joints_mix (palm[0], ball, 0.6).x,
                  legato_hand_joints_mix (palm[0], ball, 0.6).y, ball.x, ball.y, joint.x, joint.y);
  cairo_line_to (cr, inner.x, inner.y);
  cairo_curve_to (cr, legato_hand_joints_mix (inner, *index, 0.4).x,
                  legato_hand_joints_mix (inner, *index, 0.4).y,
                  legato_hand_joints_mix (inner, palm[2], 0.75).x,
                  legato_hand_joints_mix (inner, palm[2], 0.75).y, palm[2].x, palm[2].y);
  cairo_line_to (cr, palm[4].x, palm[4].y);
  cairo_line_to (cr, palm[8].x, palm[8].y);
  cairo_close_path (cr);
}

static void
add_forearm (cairo_t *cr, const LegatoHandJoints *hand, double grow)
{
  /* Full below the elbow, where its muscles are. */
  const LegatoMapPoint joints[] = { hand->wrist,
                                    legato_hand_joints_mix (hand->wrist, hand->elbow, 0.35),
                                    legato_hand_joints_mix (hand->wrist, hand->elbow, 0.72),
                                    hand->elbow, hand->shoulder };
  static const double radii[] = { WRIST, 33, 42, 36, ELBOW };

  if ((hand->seen & LEGATO_SEEN_UPPER_ARM) != 0)
    legato_hand_flesh_add_chain (cr, joints, radii, G_N_ELEMENTS (joints), grow);
  else
    legato_hand_flesh_add_chain (
        cr, (const LegatoMapPoint[]){ hand->wrist, hand->elbow },
        (const double[]){ WRIST, (hand->seen & LEGATO_SEEN_LONG_ARM) != 0 ? ELBOW : 35 }, 2, grow);
}

/* From @color at the wrist to nothing at the end of the forearm, or of the upper arm. */
static void
set_fading (cairo_t *cr, const LegatoHandJoints *hand, const GdkRGBA *color, double alpha)
{
  gboolean bent = (hand->seen & LEGATO_SEEN_UPPER_ARM) != 0;
  LegatoMapPoint from = bent ? hand->elbow : hand->wrist, to = bent ? hand->shoulder : hand->elbow;
  gboolean round = (hand->seen & LEGATO_SEEN_ONLY_ARM) != 0;
  cairo_pattern_t *fade =
      round ? cairo_pattern_create_radial (from.x, from.y, ARM_FADES, from.x, from.y, ARM_ENDS)
            : cairo_pattern_create_linear (from.x, from.y, to.x, to.y);
  double begin = bent ? 0 : (hand->seen & LEGATO_SEEN_LONG_ARM) != 0 ? 0.3 : 0.1;

  /* Slowly at both ends, so that no edge is seen. */
  for (int i = 0; i <= FADE_STOPS; i++)
    {
      double t = (double) i / FADE_STOPS;

      cairo_pattern_add_color_stop_rgba (fade, begin + t * (1 - begin), color->red, color->green,
                                         color->blue, alpha * (1 - t * t * (3 - 2 * t)));
    }
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
}

/* Round: light on its upper side, in shade along the lower. */
static void
draw_forearm (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  const struct
  {
    double grow, aside;
    const GdkRGBA *color;
    double alpha;
  } layers[] = { { -LEGATO_HAND_RIM / 2, 0, &skin->base, 1 },
                 { -LEGATO_HAND_RIM / 2, 0, &skin->shade, 0.42 },
                 { -4, -2, &skin->base, 0.5 },
                 { -8, -4, &skin->base, 0.6 },
                 { -13, -6, &skin->light, 0.3 },
                 { -20, -7, &skin->light, 0.45 } };
  double x = hand->wrist.y - hand->elbow.y, y = hand->elbow.x - hand->wrist.x;
  double length = MAX (1, hypot (x, y));

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, -x / length * layers[i].aside, -y / length * layers[i].aside);
      add_forearm (cr, hand, layers[i].grow);
      cairo_restore (cr);
      set_fading (cr, hand, layers[i].color, layers[i].alpha);
      cairo_fill (cr);
    }
}

/* A fold parts the forearm and the upper arm, which lies in shade below it. */
static void
draw_bent_arm (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  LegatoMapPoint middle = legato_hand_joints_mix (hand->wrist, hand->shoulder, 0.5);
  double length = hypot (middle.x - hand->elbow.x, middle.y - hand->elbow.y);
  LegatoMapPoint begin = legato_hand_joints_mix (hand->elbow, middle, FOLD_BEGINS / length);
  LegatoMapPoint end = legato_hand_joints_mix (hand->elbow, middle, FOLD_ENDS / length);

  legato_pen_set_color (cr, &skin->shade, 0.4);
  cairo_set_line_width (cr, 5 * LEGATO_HAND_RIM);
  for (int deep = 0; deep < 2; deep++)
    {
      cairo_move_to (cr, begin.x, begin.y);
      cairo_line_to (cr, end.x, end.y);
      cairo_stroke (cr);
      legato_pen_set_color (cr, &skin->line, 0.8);
      cairo_set_line_width (cr, LEGATO_HAND_RIM);
    }
}

/* At the wrist the shading of the hand goes over into that of the forearm. */
static void
blend_wrist (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  LegatoMapPoint up = { hand->wrist.x - hand->elbow.x, hand->wrist.y - hand->elbow.y };
  double part = WRIST / MAX (1, hypot (up.x, up.y));
  cairo_pattern_t *seam =
      cairo_pattern_create_linear (hand->wrist.x + part * up.x, hand->wrist.y + part * up.y,
                                   hand->wrist.x - part * up.x, hand->wrist.y - part * up.y);

  cairo_pattern_add_color_stop_rgba (seam, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (seam, 0.52, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (seam, 0.6, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (seam, 0.8, 0, 0, 0, 0);
  /* No more than what the seam shows of it. */
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, hand->wrist.x, hand->wrist.y, 2 * WRIST, 0, 2 * G_PI);
  cairo_clip (cr);
  cairo_push_group (cr);
  draw_forearm (cr, hand, skin);
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, seam);
  cairo_restore (cr);
  cairo_pattern_destroy (seam);
}

static void
add_silhouette (cairo_t *cr, const LegatoHandJoints *hand, double grow)
{
  LegatoMapPoint palm[N_PALM], middle;

  find_palm (hand, palm);
  middle = legato_hand_joints_mix (palm[0], palm[5], 0.5);
  for (int i = 0; i < N_PALM; i++)
    palm[i] = legato_hand_joints_mix (
        palm[i], middle, -grow / MAX (1, hypot (palm[i].x - middle.x, palm[i].y - middle.y)));
  for (int f = 0; f < LEGATO_N_FINGERS && (hand->seen & LEGATO_SEEN_NO_FINGERS) == 0; f++)
    legato_hand_flesh_add_chain (cr, hand->finger[f], legato_finger_radii[f], LEGATO_N_JOINTS,
                                 grow);
  if ((hand->seen & LEGATO_SEEN_NO_THUMB) == 0)
    {
      legato_hand_flesh_add_thumb (cr, hand->thumb, grow);
    }
  legato_hand_flesh_add_smooth (cr, palm, N_PALM);
}

/* Fingers that go over a handle and down behind it lie in shade beyond their middle joints, which
 * catch the light. */
static void
draw_bend (cairo_t *cr, const LegatoMapPoint *joints, const double *radii, const LegatoSkin *skin)
{
  LegatoMapPoint far = { 2 * joints[3].x - joints[1].x, 2 * joints[3].y - joints[1].y };
  cairo_pattern_t *round = cairo_pattern_create_linear (joints[1].x, joints[1].y, far.x, far.y);

  cairo_pattern_add_color_stop_rgba (round, 0, skin->shade.red, skin->shade.green, skin->shade.blue,
                                     0);
  cairo_pattern_add_color_stop_rgba (round, 0.8, skin->shade.red, skin->shade.green,
                                     skin->shade.blue, 0.95);
  legato_hand_flesh_add_chain (cr, joints + 1, radii + 1, LEGATO_N_JOINTS - 1,
                               -LEGATO_HAND_RIM / 2);
  cairo_set_source (cr, round);
  cairo_pattern_destroy (round);
  cairo_fill (cr);
  legato_pen_set_color (cr, &skin->light, 0.6);
  cairo_arc (cr, joints[1].x - 1, joints[1].y, radii[1] * 0.55, 0, 2 * G_PI);
  cairo_fill (cr);
  legato_hand_flesh_draw_fold (cr, joints[1], joints[3], radii[1] * 0.75, 0.4, skin);
}

/* A wedge from a knuckle towards the wrist, which fades out on its way. */
static void
draw_ray (cairo_t *cr,
          LegatoMapPoint from,
          LegatoMapPoint to,
          double half,
          const GdkRGBA *color,
          double alpha)
{
  double length = MAX (1, hypot (to.x - from.x, to.y - from.y));
  double x = -(to.y - from.y) / length * half, y = (to.x - from.x) / length * half;
  cairo_pattern_t *fade = cairo_pattern_create_linear (from.x, from.y, to.x, to.y);

  cairo_pattern_add_color_stop_rgba (fade, 0, color->red, color->green, color->blue, alpha);
  cairo_pattern_add_color_stop_rgba (fade, 1, color->red, color->green, color->blue, 0);
  cairo_move_to (cr, from.x - x, from.y - y);
  cairo_line_to (cr, to.x - x / 3, to.y - y / 3);
  cairo_line_to (cr, to.x + x / 3, to.y + y / 3);
  cairo_line_to (cr, from.x + x, from.y + y);
  cairo_close_path (cr);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_fill (cr);
}

/* Light that is brightest in its middle. */
static void
draw_gleam (cairo_t *cr, LegatoMapPoint at, double radius, const LegatoSkin *skin)
{
  cairo_pattern_t *fade = cairo_pattern_create_radial (at.x, at.y, 0, at.x, at.y, radius);

  cairo_pattern_add_color_stop_rgba (fade, 0, skin->light.red, skin->light.green, skin->light.blue,
                                     0.9);
  cairo_pattern_add_color_stop_rgba (fade, 1, skin->light.red, skin->light.green, skin->light.blue,
                                     0);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_fill (cr);
}

/* Knuckles catch the light; between them and along the tendons lies a little shade. */
static void
draw_back (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  for (int f = 0; f < LEGATO_N_FINGERS; f++)
    {
      LegatoMapPoint knuckle = hand->finger[f][0];
      LegatoMapPoint next = hand->finger[f < 3 ? f + 1 : 2][0];
      /* Those of a hand seen from its side lie one behind the other. */
      double radius = MIN (8, 0.4 * hypot (next.x - knuckle.x, next.y - knuckle.y));

      draw_ray (cr, knuckle, legato_hand_joints_mix (knuckle, hand->wrist, 0.7), 0.5 * radius,
                &skin->light, 0.5);
      draw_gleam (cr, knuckle, 1.4 * radius, skin);
      legato_hand_flesh_draw_fold (cr, knuckle, hand->finger[f][1], radius, 0.28, skin);
      if (f < 3)
        {
          LegatoMapPoint dip = legato_hand_joints_mix (knuckle, hand->finger[f + 1][0], 0.5);

          draw_ray (cr, dip, legato_hand_joints_mix (dip, hand->wrist, 0.55), 0.45 * radius,
                    &skin->shade, 0.5);
        }
    }
}

/* The hand is round: its little finger's side lies in shade, and so does the skin beside the ball
 * of the thumb. */
static void
draw_hollow (cairo_t *cr,
             const LegatoHandJoints *hand,
             const LegatoMapPoint palm[N_PALM],
             const LegatoSkin *skin)
{
  cairo_pattern_t *round = cairo_pattern_create_linear (palm[1].x, palm[1].y, palm[7].x, palm[7].y);

  cairo_pattern_add_color_stop_rgba (round, 0, skin->light.red, skin->light.green, skin->light.blue,
                                     0.35);
  cairo_pattern_add_color_stop_rgba (round, 0.55, skin->base.red, skin->base.green, skin->base.blue,
                                     0);
  cairo_pattern_add_color_stop_rgba (round, 1, skin->shade.red, skin->shade.green, skin->shade.blue,
                                     0.5);
  legato_hand_flesh_add_smooth (cr, palm, N_PALM);
  cairo_set_source (cr, round);
  cairo_fill (cr);
  cairo_pattern_destroy (round);
  if ((hand->seen & (LEGATO_SEEN_NO_THUMB | LEGATO_SEEN_NOTHING_ELSE)) != 0)
    return;
  cairo_move_to (cr, legato_hand_joints_mix (hand->thumb[1], hand->finger[0][0], 0.5).x,
                 legato_hand_joints_mix (hand->thumb[1], hand->finger[0][0], 0.5).y);
  cairo_curve_to (cr, legato_hand_joints_mix (hand->thumb[1], hand->finger[0][0], 0.42).x,
                  legato_hand_joints_mix (hand->thumb[1], hand->finger[0][0], 0.42).y,
                  legato_hand_joints_mix (hand->thumb[0], hand->finger[1][0], 0.25).x,
                  legato_hand_joints_mix (hand->thumb[0], hand->finger[1][0], 0.25).y,
                  legato_hand_joints_mix (hand->thumb[0], hand->wrist, 0.4).x,
                  legato_hand_joints_mix (hand->thumb[0], hand->wrist, 0.4).y);
  cairo_set_line_width (cr, 7);
  legato_pen_set_color (cr, &skin->shade, 0.25);
  cairo_stroke (cr);
}

/* Flesh stands up between thumb and index finger, as far as the hand is closed. */
static void
draw_held (cairo_t *cr, const LegatoHandJoints *hand, double closed, const LegatoSkin *skin)
{
  const LegatoMapPoint *thumb = hand->thumb, *index = hand->finger[0];

  legato_flesh_fold_draw (cr, thumb + 1, (const LegatoMapPoint[]){ index[0], index[1], index[3] },
                          closed, skin);
}

/* Fingers, and once more the back of the hand from which they come. */
static void
draw_fingers (cairo_t *cr,
              const LegatoHandJoints *hand,
              const LegatoMapPoint palm[N_PALM],
              const LegatoSkin *skin)
{
  for (int f = LEGATO_N_FINGERS - 1; f >= 0; f--)
    legato_hand_flesh_draw_finger (cr, hand->finger[f], legato_finger_radii[f], FALSE, skin);
  legato_pen_set_color (cr, &skin->base, 1);
  legato_hand_flesh_add_smooth (cr, palm, N_PALM);
  cairo_fill (cr);
  draw_hollow (cr, hand, palm, skin);
  draw_back (cr, hand, skin);
}

/**
 * legato_hand_shape_draw:
 * @cr: in units of the drawing, its origin at the place that touches
 * @part: of the way from one pose to the other, 0 to 1
 */
void
legato_hand_shape_draw (cairo_t *cr,
                        LegatoPose from,
                        LegatoPose to,
                        double part,
                        const LegatoSkin *skin)
{
  LegatoHandJoints hand = legato_hand_joints_bend (from, to, part);
  gboolean is_beside = (hand.seen & LEGATO_SEEN_NO_THUMB) == 0;
  LegatoMapPoint palm[N_PALM];

  find_palm (&hand, palm);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if ((hand.seen & LEGATO_SEEN_HELD) != 0)
    {
      draw_held (cr, &hand, part, skin);
      return;
    }
  if ((hand.seen & LEGATO_SEEN_ONLY_THUMB) != 0)
    {
      legato_hand_flesh_draw_thumb (cr, hand.thumb, FALSE, skin);
      return;
    }
  if ((hand.seen & LEGATO_SEEN_NOTHING_ELSE) != 0)
    {
      draw_fingers (cr, &hand, palm, skin);
      return;
    }
  add_forearm (cr, &hand, LEGATO_HAND_RIM / 2);
  set_fading (cr, &hand, &skin->line, 1);
  cairo_fill (cr);
  if ((hand.seen & LEGATO_SEEN_ONLY_ARM) != 0)
    {
      draw_forearm (cr, &hand, skin);
      draw_bent_arm (cr, &hand, skin);
      return;
    }
  if ((hand.seen & LEGATO_SEEN_FIST) != 0)
    {
      legato_hand_fist_add_back (cr);
      legato_pen_set_color (cr, &skin->line, 1);
      cairo_set_line_width (cr, LEGATO_HAND_RIM);
      cairo_stroke (cr);
      draw_forearm (cr, &hand, skin);
      legato_hand_fist_draw (cr, &hand, skin);
      blend_wrist (cr, &hand, skin);
      return;
    }
  legato_hand_flesh_add_smooth (cr, palm, N_PALM);
  if (is_beside)
    add_thumb_root (cr, &hand, palm);
  legato_pen_set_color (cr, &skin->line, 1);
  cairo_set_line_width (cr, LEGATO_HAND_RIM);
  cairo_stroke (cr);
  draw_forearm (cr, &hand, skin);
  if (is_beside)
    legato_hand_flesh_draw_thumb (cr, hand.thumb, (hand.seen & LEGATO_SEEN_THUMB_NAIL) != 0, skin);
  for (int f = LEGATO_N_FINGERS - 1; f >= 0 && (hand.seen & LEGATO_SEEN_NO_FINGERS) == 0; f--)
    {
      legato_hand_flesh_draw_finger (cr, hand.finger[f], legato_finger_radii[f],
                                     (hand.seen & LEGATO_SEEN_NAILS) != 0, skin);
      if ((hand.seen & LEGATO_SEEN_ROUND) != 0)
        draw_bend (cr, hand.finger[f], legato_finger_radii[f], skin);
    }
  legato_pen_set_color (cr, &skin->base, 1);
  legato_hand_flesh_add_smooth (cr, palm, N_PALM);
  cairo_fill (cr);
  if (is_beside)
    {
      add_thumb_root (cr, &hand, palm);
      cairo_fill (cr);
    }
  draw_hollow (cr, &hand, palm, skin);
  if ((hand.seen & LEGATO_SEEN_BACK) != 0)
    draw_back (cr, &hand, skin);
  blend_wrist (cr, &hand, skin);
}

/** legato_hand_shape_draw_shadow: the shadow of a hand, soft at its edges, more so by @blur units
 */
void
legato_hand_shape_draw_shadow (cairo_t *cr,
                               LegatoPose from,
                               LegatoPose to,
                               double part,
                               double blur)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  LegatoHandJoints hand = legato_hand_joints_bend (from, to, part);

  if ((hand.seen & (LEGATO_SEEN_NOTHING_ELSE | LEGATO_SEEN_ONLY_THUMB | LEGATO_SEEN_HELD)) != 0)
    return;
  for (int i = 0; i < SHADOW_LAYERS; i++)
    {
      double grow = 6 + blur - (7 + 2 * blur) * i / (SHADOW_LAYERS - 1);

      /* Where hand and forearm meet the shadow is no darker. */
      cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
      add_forearm (cr, &hand, grow);
      set_fading (cr, &hand, &black, 1);
      cairo_fill (cr);
      if ((hand.seen & LEGATO_SEEN_ONLY_ARM) == 0)
        add_silhouette (cr, &hand, grow);
      cairo_set_source_rgba (cr, 0, 0, 0, 1);
      cairo_fill (cr);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.72 / SHADOW_LAYERS);
    }
}

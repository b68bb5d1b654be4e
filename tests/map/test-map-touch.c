/* test-map-touch.c: hands and tools have their true sizes, and what they do to the skin is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "legato-leg-edges.h"
#include "legato-skin-tools.h"
#include "look-at-uses.h"

/* What is painted of a tool, in units from the place that touches. */
static LegatoMapBox
find_ink (LegatoTool tool)
{
  const int half = 300;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * half, 2 * half);
  cairo_t *cr = cairo_create (page);
  const guint8 *pixels;
  int left = half, top = half, right = -half, bottom = -half;

  cairo_translate (cr, half, half);
  legato_hand_tool_draw (cr, tool, 0);
  cairo_destroy (cr);
  cairo_surface_flush (page);
  pixels = cairo_image_surface_get_data (page);
  for (int y = -half; y < half; y++)
    for (int x = -half; x < half; x++)
      if (pixels[((y + half) * 2 * half + x + half) * 4 + 3] > 127)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  cairo_surface_destroy (page);
  return (LegatoMapBox){ left, top, right - left, bottom - top };
}

/* What was looked at: a test that meets none of what it is about proves nothing. */
static guint n_tools, n_rollers, n_sleeves, n_presses, n_lymph, n_fascia, n_wraps;

static void
assert_about (double value, double wanted, double within)
{
  g_assert_cmpfloat (value, >=, wanted - within);
  g_assert_cmpfloat (value, <=, wanted + within);
}

/* Of an adult (DIN 33402) and of what one buys, where a unit is 0.9 mm. */
static void
test_sizes (void)
{
  LegatoHandJoints hand = legato_hand_joints_bend (LEGATO_POSE_FLAT, LEGATO_POSE_FLAT, 0);
  LegatoHandJoints fist = legato_hand_joints_bend (LEGATO_POSE_FIST, LEGATO_POSE_FIST, 0);
  LegatoMapBox stick = find_ink (LEGATO_TOOL_STICK), roller = find_ink (LEGATO_TOOL_ROLLER);
  LegatoMapBox gun = find_ink (LEGATO_TOOL_GUN), ball = find_ink (LEGATO_TOOL_BALL);
  double left = 0, right = 0, top = 0, bottom = 0;
  /* Half of the breadth of a finger at its knuckle, of the little one, and at a tip. */
  const double finger = 12, little = 10.4, tip = 7.8;

  assert_about (hand.finger[3][0].x + little - (hand.finger[0][0].x - finger), 91, 2);
  assert_about (hand.wrist.y - hand.finger[1][3].y + tip, LEGATO_HAND_LENGTH, 4);
  g_assert_cmpfloat (LEGATO_HAND_SIZE, >=, 0.9);
  for (int f = 0; f < LEGATO_N_FINGERS; f++)
    for (int j = 0; j < LEGATO_N_JOINTS; j++)
      {
        left = MIN (left, fist.finger[f][j].x);
        right = MAX (right, fist.finger[f][j].x);
        top = MIN (top, fist.finger[f][j].y);
        bottom = MAX (bottom, fist.finger[f][j].y);
      }
  assert_about (right - left + 2 * finger, 90, 4);
  assert_about (bottom - top + finger + tip, 75, 4);
  assert_about (LEGATO_HAND_TAP_HEIGHT, 20, 5);
  assert_about (stick.width, 490, 4);
  assert_about (stick.height, 40, 4);
  assert_about (roller.width, 435, 65);
  assert_about (roller.height, 167, 4);
  assert_about (ball.width, 74, 4);
  assert_about (ball.height, 74, 4);
  assert_about (gun.width, 250, 4);
  /* Its head is a ball about the place that touches. */
  assert_about (gun.y, -25, 2);
  assert_about (LEGATO_SKIN_GIVES, 7.5, 2.5);
}

static void
assert_true_size (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  LegatoHandPicture picture;

  if (scene->route == NULL || !legato_hand_scene_compose (scene, &picture))
    return;
  for (guint i = 0; i < picture.n_figures; i++)
    if (picture.figures[i].is_tool)
      {
        g_assert_cmpfloat (picture.figures[i].size, ==, 1);
        n_tools++;
      }
  for (guint i = 0; i < picture.n_under; i++)
    if (picture.under[i].kind == LEGATO_SKIN_ROLLER)
      {
        g_assert_cmpfloat (picture.under[i].radius, ==, 1);
        n_rollers++;
      }
    else if (picture.under[i].kind == LEGATO_SKIN_SLEEVE)
      {
        LegatoMapBox box = legato_skin_sleeve_get_box (scene->art, LEGATO_LEG_LEFT);
        double height = legato_map_art_get_height (scene->art);

        /* From the foot to the middle of the thigh. */
        g_assert_cmpfloat (box.y + box.height, >, height - 40);
        g_assert_cmpfloat (fabs (box.y - 310), <, 20);
        n_sleeves++;
      }
}

static void
test_tools (void)
{
  look_at_uses (assert_true_size);
  g_assert_cmpuint (n_tools, >, 0);
  g_assert_cmpuint (n_rollers, >, 0);
  g_assert_cmpuint (n_sleeves, >, 0);
}

static LegatoHandPicture
compose_at (const LegatoHandScene *scene, const LegatoCue *cue, double part)
{
  LegatoHandScene moment = *scene;
  LegatoHandPicture picture;

  moment.position = cue->onset + (gint64) (part * (double) cue->length);
  g_assert_true (legato_hand_scene_compose (&moment, &picture));
  return picture;
}

static double
find_mark (const LegatoHandPicture *picture, LegatoSkinMarkKind kind)
{
  for (guint i = 0; i < picture->n_under; i++)
    if (picture->under[i].kind == kind)
      return picture->under[i].amount;
  return 0;
}

/* What is done to the skin is seen: a palm sinks in, light fingers take it along and let it go, a
 * forearm waits before it moves. */
static void
assert_answers (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  const LegatoCue *cue = legato_timeline_find_stroke (scene->timeline, 0);
  LegatoHandPicture before, during, after;

  if (scene->route == NULL)
    return;
  if (cue->kind == LEGATO_CUE_PRESS)
    {
      before = compose_at (scene, cue, 0);
      during = compose_at (scene, cue, 0.5);
      g_assert_cmpint (before.figures[0].lift, ==, LEGATO_FIGURE_LIFTS);
      g_assert_cmpint (during.figures[0].lift, ==, 0);
      g_assert_cmpfloat (during.figures[0].size, <, 0.95 * before.figures[0].size);
      g_assert_cmpfloat (find_mark (&before, LEGATO_SKIN_SINK), ==, 0);
      g_assert_cmpfloat (find_mark (&during, LEGATO_SKIN_SINK), ==, 1);
      n_presses++;
    }
  else if (cue->kind == LEGATO_CUE_LYMPH)
    {
      before = compose_at (scene, cue, 0);
      during = compose_at (scene, cue, 0.6);
      after = compose_at (scene, cue, 0.9);
      g_assert_cmpfloat (fabs (hypot (during.figures[0].at.x - before.figures[0].at.x,
                                      during.figures[0].at.y - before.figures[0].at.y)
                               - LEGATO_SKIN_GIVES),
                         <, 2);
      g_assert_cmpint (during.figures[0].lift, ==, 0);
      g_assert_cmpint (after.figures[0].lift, >, 0);
      g_assert_cmpuint (after.n_over, ==, 0);
      n_lymph++;
    }
  else if (cue->kind == LEGATO_CUE_FASCIA)
    {
      before = compose_at (scene, cue, 0.1);
      during = compose_at (scene, cue, 0.3);
      after = compose_at (scene, cue, 0.6);
      g_assert_cmpint (before.figures[0].lift, ==, 0);
      g_assert_cmpfloat (before.figures[0].at.y, ==, during.figures[0].at.y);
      g_assert_cmpfloat (fabs (after.figures[0].at.y - during.figures[0].at.y), >, 20);
      g_assert_cmpint (before.over[0].kind, ==, LEGATO_SKIN_RING);
      g_assert_cmpint (before.over[1].kind, ==, LEGATO_SKIN_SECONDS);
      g_assert_cmpint (after.over[0].kind, ==, LEGATO_SKIN_SECONDS);
      n_fascia++;
    }
}

/* Hands that lie across the lower leg go round it: where their fingers bend out of sight is its
 * farther edge. */
static void
assert_wraps (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  const LegatoCue *cue = legato_timeline_find_stroke (scene->timeline, 0);
  LegatoHandPicture picture;

  if (scene->route == NULL || cue->kind != LEGATO_CUE_GLIDE)
    return;
  picture = compose_at (scene, cue, 0.5);
  for (guint i = 0; i < picture.n_figures; i++)
    {
      const LegatoFigure *hand = &picture.figures[i];
      double left, right, reach;

      if (hand->pose != LEGATO_POSE_WRAP)
        continue;
      legato_leg_edges_find (scene->art, LEGATO_LEG_LEFT, hand->at.y, &left, &right);
      reach = hand->direction.x > 0 ? right - hand->at.x : hand->at.x - left;
      assert_about (reach, 58 * hand->size, 8);
      n_wraps++;
    }
}

static void
test_wraps (void)
{
  look_at_uses (assert_wraps);
  g_assert_cmpuint (n_wraps, >, 0);
}

static void
test_answers (void)
{
  look_at_uses (assert_answers);
  g_assert_cmpuint (n_presses, >, 0);
  g_assert_cmpuint (n_lymph, >, 0);
  g_assert_cmpuint (n_fascia, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/touch/sizes", test_sizes);
  g_test_add_func ("/map/touch/tools", test_tools);
  g_test_add_func ("/map/touch/answers", test_answers);
  g_test_add_func ("/map/touch/wraps", test_wraps);
  return g_test_run ();
}

/* test-map-hands.c: hands are where they can be, are seen from near, and never leap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "legato-demonstration.h"
#include "legato-hand-scene-testing.h"
#include "legato-hand-stills.h"
#include "legato-leg-edges.h"
#include "legato-map-camera.h"
#include "legato-map-views.h"
#include "look-at-uses.h"

/* Between two moments that are compared. */
#define SMOOTH (LEGATO_SECOND / 120)

/* So far beyond the places an arrow may point, in units: not as far as the groin. */
#define ARROW_REACH 12

static void
assert_beside_bone (const LegatoFigure *hand)
{
  double away = fabs (hand->at.x - find_bone (hand->at.y));

  if (hand->pose == LEGATO_POSE_THUMB || hand->pose == LEGATO_POSE_HOLD)
    g_assert_cmpfloat (away, >, 16);
  else if (hand->pose == LEGATO_POSE_FINGERS)
    g_assert_cmpfloat (
        away, >, hand->size * (64 * fabs (hand->direction.x) + 40 * fabs (hand->direction.y)));
}

/* A forearm that is not on the leg comes from the shoulder on its own side, over that edge. */
static void
assert_arm_leaves (const LegatoHandScene *scene, const LegatoFigure *hand)
{
  LegatoHandJoints joints = legato_hand_joints_bend (hand->pose, hand->to, 0);
  LegatoMapPoint elbow = { hand->at.x - hand->direction.x * joints.elbow.y * hand->size,
                           hand->at.y - hand->direction.y * joints.elbow.y * hand->size };
  double left, right;

  g_assert_cmpfloat (elbow.y, <, hand->at.y);
  legato_leg_edges_find (scene->art, LEGATO_LEG_LEFT, hand->at.y, &left, &right);
  if (hand->direction.x > 0)
    g_assert_cmpfloat (elbow.x, <, left);
  else
    g_assert_cmpfloat (elbow.x, >, right);
}

/* Fingers that hold the leg are seen as far as its edge, behind which their tips are. */
static void
assert_goes_round (const LegatoFigure *fingers)
{
  LegatoHandJoints joints = legato_hand_joints_bend (fingers->pose, fingers->to, 0);

  for (int f = 0; f < LEGATO_N_FINGERS; f++)
    {
      LegatoMapPoint tip = find_joint (fingers, joints.finger[f][3]);

      g_assert_cmpfloat ((tip.x - fingers->edge.x) * fingers->out.x
                             + (tip.y - fingers->edge.y) * fingers->out.y,
                         <, 8);
    }
}

/* Flesh is held on the leg, and nothing is seen of it beyond the edges; the hand touches it. */
static void
assert_on_leg (const LegatoFigure *flesh, double left, double right)
{
  g_assert_true (legato_figure_is_cut (flesh));
  g_assert_cmpfloat (legato_figure_get_breadth (flesh), <, right - left + 10);
  g_assert_cmpfloat (flesh->edge.x, >, left - 8);
  g_assert_cmpfloat (flesh->at.x, >, left);
  g_assert_cmpfloat (flesh->at.x, <, right);
}

/* A sign lies on the skin: from where it begins to its tip it is beside fingers, thumb and hand. */
static void
assert_not_on_hand (const LegatoSkinMark *pull, const LegatoFigure *hand)
{
  LegatoHandJoints joints = legato_hand_joints_bend (hand->pose, hand->to, 0);

  for (double along = LEGATO_SKIN_PULL_BEGIN; along <= LEGATO_SKIN_PULL_BEGIN + pull->radius;
       along += 4)
    for (int f = 0; f < LEGATO_N_FINGERS; f++)
      for (double part = 0; part <= 1; part += 0.1)
        {
          LegatoMapPoint bone = find_joint (
              hand, legato_hand_joints_mix (joints.finger[f][0], joints.finger[f][3], part));

          g_assert_cmpfloat (hypot (pull->at.x + along * pull->up.x - bone.x,
                                    pull->at.y + along * pull->up.y - bone.y),
                             >, 10 * hand->size);
        }
}

static gboolean
is_on_hip (const LegatoZone *zone)
{
  return g_str_equal (zone->id, "tfl") || g_str_equal (zone->id, "gluteus");
}

/* The middle of the sign is over the bones between knuckles and wrist, or nearly so. */
static void
assert_on_back (const LegatoSkinMark *pull, const LegatoFigure *hand)
{
  LegatoHandJoints joints = legato_hand_joints_bend (hand->pose, hand->to, 0);
  double middle = LEGATO_SKIN_PULL_BEGIN + pull->radius / 2;
  LegatoMapPoint back =
      find_joint (hand, legato_hand_joints_mix (joints.finger[1][0], joints.wrist, 0.4));

  g_assert_cmpfloat (
      hypot (pull->at.x + middle * pull->up.x - back.x, pull->at.y + middle * pull->up.y - back.y),
      <, 30 * hand->size);
}

/* Hands and signs are where they can be, and say what is done, at one instant of a stroke: so many
 * eighths of it are over. */
static void
assert_sound (const LegatoHandScene *scene, const LegatoZone *zone, LegatoCueKind kind, int part)
{
  LegatoHandPicture picture;
  double left, right;

  g_assert_true (legato_hand_scene_compose (scene, &picture));
  for (guint i = 0; i < picture.n_figures; i++)
    {
      const LegatoFigure *figure = &picture.figures[i];

      legato_leg_edges_find (scene->art, LEGATO_LEG_LEFT, figure->at.y, &left, &right);
      /* No hand goes below the floor, beyond the picture. */
      if (figure->pose == LEGATO_POSE_CUP)
        g_assert_cmpfloat (figure->at.y + figure->size * 45, <=,
                           legato_map_art_get_height (scene->art));
      /* Thumbs circle on the leg. */
      if (kind == LEGATO_CUE_CIRCLE)
        {
          g_assert_cmpfloat (figure->at.x, >, left);
          g_assert_cmpfloat (figure->at.x, <, right);
        }
      if (figure->pose == LEGATO_POSE_HOLD_FINGERS)
        assert_goes_round (figure);
      if (figure->pose == LEGATO_POSE_HELD_OPEN)
        assert_on_leg (figure, left, right);
      if (g_str_equal (zone->id, "shin")
          && legato_map_art_get_view (scene->art) == LEGATO_VIEW_FRONT)
        assert_beside_bone (figure);
    }
  if (g_str_equal (zone->id, "knee"))
    assert_beside_bones (&picture);
  if (kind == LEGATO_CUE_PRESS)
    {
      const LegatoFigure *lower = &picture.figures[0], *upper = &picture.figures[1];

      /* One hand lies on the other, both from above, each from its own side. */
      g_assert_cmpuint (picture.n_figures, ==, 2);
      g_assert_cmpfloat (lower->direction.x * upper->direction.x
                             + lower->direction.y * upper->direction.y,
                         >, 0.25);
      g_assert_cmpfloat (hypot (lower->at.x - upper->at.x, lower->at.y - upper->at.y), <, 60);
      g_assert_cmpfloat (lower->direction.x * upper->direction.x, <, 0);
      assert_arm_leaves (scene, lower);
      assert_arm_leaves (scene, upper);
    }
  /* One sign while the skin is touched, which ends at the leg's places, short of the groin, or lies
   * on the back of the hand. */
  if (kind == LEGATO_CUE_LYMPH && picture.figures[0].lift > 0)
    g_assert_cmpuint (picture.n_over, ==, 0);
  else if (kind == LEGATO_CUE_LYMPH && part < 5)
    {
      const LegatoSkinMark *pull = &picture.over[0];
      double tip = pull->radius + LEGATO_SKIN_PULL_BEGIN;

      g_assert_cmpuint (picture.n_over, ==, 1);
      g_assert_cmpint (pull->kind, ==, LEGATO_SKIN_PULL);
      for (guint i = 0; i < picture.n_figures; i++)
        assert_not_on_hand (pull, &picture.figures[i]);
      if (is_on_hip (zone))
        assert_on_back (pull, &picture.figures[0]);
      else
        g_assert_cmpint (legato_map_art_pick (scene->art, pull->at.x + tip * pull->up.x,
                                              pull->at.y + tip * pull->up.y, ARROW_REACH),
                         >=, 0);
    }
}

/* Hands only pass above what they must not press. */
static void
assert_in_air (const LegatoHandScene *scene)
{
  LegatoHandPicture picture;

  g_assert_true (legato_hand_scene_compose (scene, &picture));
  for (guint i = 0; i < picture.n_figures; i++)
    g_assert_cmpfloat (picture.figures[i].lift, >, 0.5);
}

static void
assert_use_sound (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (scene->timeline, &n);

  for (gsize c = 0; c < n && scene->route != NULL; c++)
    if (cues[c].kind <= LEGATO_CUE_LAST_STROKE)
      {
        LegatoMapPoint first, at;

        for (int part = 0; part < 8; part++)
          {
            scene->position = cues[c].onset + cues[c].length * part / 8;
            assert_sound (scene, zone, cues[c].kind, part);
            if (use->lifted)
              assert_in_air (scene);
            legato_hand_scene_get_hand (scene, part == 0 ? &first : &at);
            /* A press goes straight down, until it rises. */
            if (part > 0 && part <= 6 && cues[c].kind == LEGATO_CUE_PRESS)
              g_assert_cmpfloat (hypot (at.x - first.x, at.y - first.y), <, 0.01);
          }
      }
}

static void
test_sound (void)
{
  look_at_uses (assert_use_sound);
}

/* How far an elbow is to the right of somebody who works: a partner beside the leg faces where the
 * hands point; one's own arms come from above, seen from the front, or from behind. */
static double
find_right (LegatoMapPoint elbow, LegatoMapPoint facing, gboolean partner, LegatoView view)
{
  if (partner)
    return elbow.y * facing.x - elbow.x * facing.y;
  return view == LEGATO_VIEW_BACK || view == LEGATO_VIEW_SOLE ? elbow.x : -elbow.x;
}

/* Whether two hands come from the same side of a leg that is seen from its side. */
static gboolean
come_together (const LegatoHandScene *scene,
               const LegatoFigure *hands[2],
               const LegatoMapPoint elbows[2])
{
  double x[2], y[2];

  for (int i = 0; i < 2; i++)
    {
      x[i] = elbows[i].x - hands[i]->at.x;
      y[i] = elbows[i].y - hands[i]->at.y;
    }
  return legato_map_art_is_from_side (scene->art)
         && fabs (hands[0]->at.x - hands[1]->at.x) < LEGATO_HAND_LENGTH / 2
         && x[0] * x[1] + y[0] * y[1] > 0.9 * hypot (x[0], y[0]) * hypot (x[1], y[1]);
}

/* The hand of the right arm has its thumb where a right hand has it, seen from its back; of two
 * arms the right one is farther right, and one alone comes from its own side, as does the nearer of
 * two, drawn last, with the leg between them. */
static guint
assert_thumbs (const LegatoHandScene *scene, gboolean partner)
{
  LegatoHandPicture picture;
  const LegatoFigure *hands[2];
  LegatoMapPoint elbows[2], facing = { 0, -1 };
  gboolean together;
  guint n = 0;

  g_assert_true (legato_hand_scene_compose (scene, &picture));
  for (guint i = 0; i < picture.n_figures; i++)
    if (!picture.figures[i].is_tool && picture.figures[i].pose != LEGATO_POSE_HELD_OPEN
        && picture.figures[i].pose != LEGATO_POSE_HOLD_FINGERS
        && picture.figures[i].pose != LEGATO_POSE_BAR_THUMB
        && picture.figures[i].pose != LEGATO_POSE_ELBOW)
      {
        g_assert_cmpuint (n, <, 2);
        hands[n++] = &picture.figures[i];
      }
  for (guint i = 0; i < n; i++)
    {
      LegatoHandJoints joints = legato_hand_joints_bend (hands[i]->pose, hands[i]->to, 0);

      elbows[i] = find_joint (hands[i], joints.elbow);
    }
  together = n == 2 && come_together (scene, hands, elbows);
  if (n == 2 && !together)
    facing = (LegatoMapPoint){ hands[0]->direction.x + hands[1]->direction.x,
                               hands[0]->direction.y + hands[1]->direction.y };
  for (guint i = 0; i < n; i++)
    {
      LegatoHandJoints joints = legato_hand_joints_bend (hands[i]->pose, hands[i]->to, 0);
      LegatoMapPoint thumb = find_joint (hands[i], joints.thumb[2]);
      LegatoMapPoint knuckle = find_joint (hands[i], joints.finger[1][0]);
      LegatoMapPoint from = n == 2 && !together ? elbows[1 - i] : hands[i]->at;
      LegatoMapPoint arm = { elbows[i].x - from.x, elbows[i].y - from.y };
      gboolean left_of_fingers = (thumb.x - knuckle.x) * hands[i]->direction.y
                                     - (thumb.y - knuckle.y) * hands[i]->direction.x
                                 > 0;

      if (together && i == 0)
        arm = (LegatoMapPoint){ -arm.x, -arm.y };
      g_assert_cmpint (left_of_fingers, ==,
                       find_right (arm, facing, partner, legato_map_art_get_view (scene->art)) > 0);
    }
  return n;
}

/* Hands on a lower leg that is seen from its side come from behind it, and lie beside the bone of
 * the shin. */
static void
assert_from_behind (const LegatoHandScene *scene, GPtrArray *zones, LegatoLeg leg)
{
  double left, right, front = 0, middle = 0;
  LegatoHandPicture picture;

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      int shape = legato_map_art_find_shape (scene->art, leg, zone);
      LegatoMapBox box;

      if (shape < 0 || !g_str_equal (zone->id, "calf"))
        continue;
      box = legato_map_art_get_shape (scene->art, (guint) shape)->outline->box;
      legato_leg_edges_find (scene->art, leg, box.y + box.height / 2, &left, &right);
      middle = (left + right) / 2;
      front = middle - (box.x + box.width / 2);
    }
  g_assert_true (legato_hand_scene_compose (scene, &picture));
  for (guint i = 0; i < picture.n_figures; i++)
    {
      const LegatoFigure *hand = &picture.figures[i];
      LegatoHandJoints joints = legato_hand_joints_bend (hand->pose, hand->to, 0);

      /* Neither does the elbow of an arm that glides. */
      if ((joints.seen & LEGATO_SEEN_UPPER_ARM) != 0)
        g_assert_cmpfloat (copysign (1, front) * (find_joint (hand, joints.elbow).x - middle), <,
                           8);
      else
        g_assert_cmpfloat (front * hand->direction.x, >, 0);
    }
}

/* Of what hands do, but for pressing palms. */
static gboolean
is_held_from_behind (const LegatoMapArt *art,
                     const LegatoZone *zone,
                     LegatoCueKind kind,
                     gboolean partner)
{
  return legato_map_art_is_from_side (art)
         && (g_str_equal (zone->id, "calf") || g_str_equal (zone->id, "shin"))
         && (kind == LEGATO_CUE_GLIDE || kind == LEGATO_CUE_SQUEEZE || kind == LEGATO_CUE_CIRCLE
             || kind == LEGATO_CUE_LYMPH || kind == LEGATO_CUE_TAP || kind == LEGATO_CUE_FASCIA
             || (kind == LEGATO_CUE_FRICTION && !partner));
}

/* Every technique on every place of both legs, by one's own hands and a partner's, from all sides.
 */
static void
test_thumbs (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  GPtrArray *zones = legato_guide_get_zones (guide);
  guint n_thumbs = 0;

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autoptr (GPtrArray) place = g_ptr_array_new ();

      g_ptr_array_add (place, (gpointer) zone);
      for (guint j = 0; j < 4 * zone->uses->len; j++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, j / 4);
          LegatoLeg leg = j & 1 ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT;
          gboolean partner = (j & 2) != 0;
          g_autoptr (LegatoTimeline) timeline =
              make_step (guide, leg, place, use->technique, use->pressure, partner);
          guint n;
          gsize n_cues;
          const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

          for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_SOLE; view <<= 1)
            {
              LegatoMapArt *art = legato_map_views_get (views, view);
              g_autoptr (LegatoHandRoute) route =
                  legato_hand_route_new (art, zones, leg, place, use->technique);
              LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };

              g_test_message ("%s, %s, %s, %s, %s", use->technique->id, zone->id,
                              legato_view_to_id (view), leg == LEGATO_LEG_LEFT ? "left" : "right",
                              partner ? "partner" : "own");
              for (gsize c = 0; c < MIN (n_cues, 8) && route != NULL; c++)
                if (cues[c].kind <= LEGATO_CUE_LAST_STROKE)
                  {
                    scene.position = cues[c].onset + cues[c].length / 2;
                    n = assert_thumbs (&scene, partner);
                    n_thumbs += n;
                    /* Both hands are seen that work by turns. */
                    if (is_held_from_behind (art, zone, cues[c].kind, partner)
                        && (cues[c].kind == LEGATO_CUE_SQUEEZE
                            || cues[c].kind == LEGATO_CUE_CIRCLE))
                      g_assert_cmpuint (n, ==, 2);
                    if (is_held_from_behind (art, zone, cues[c].kind, partner))
                      assert_from_behind (&scene, zones, leg);
                  }
            }
        }
    }
  g_test_message ("%u thumbs", n_thumbs);
  g_assert_cmpuint (n_thumbs, >=, 3000);
}

/* A place as the tool has it that is drawn there. */
static LegatoMapPoint
find_on_tool (const LegatoFigure *tool, LegatoMapPoint at)
{
  double x = (at.x - tool->at.x) / tool->size, y = (at.y - tool->at.y) / tool->size;
  double across = -tool->direction.y * x + tool->direction.x * y;

  return (LegatoMapPoint){ tool->mirrored ? -across : across,
                           -tool->direction.x * x - tool->direction.y * y };
}

/* Hands close round the handles of what they hold: the knuckles are on one side of it, the tips on
 * the other, the thumb behind it; on a gun the index finger is next to the body. */
static void
assert_held (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  gboolean gun = use->technique->shape == LEGATO_TOOL_GUN;
  LegatoHandPicture picture;
  guint n = gun ? 1 : 2;

  if ((!gun && use->technique->shape != LEGATO_TOOL_STICK) || scene->route == NULL)
    return;
  g_assert_true (legato_hand_scene_compose (scene, &picture));
  g_assert_cmpuint (picture.n_figures, ==, 2 * n + 1);
  g_assert_true (picture.figures[n].is_tool);
  for (guint i = 0; i < n; i++)
    {
      const LegatoFigure *thumb = &picture.figures[i], *hand = &picture.figures[n + 1 + i];
      LegatoHandJoints joints = legato_hand_joints_bend (hand->pose, hand->to, 0);
      double axis = gun ? LEGATO_GUN_GRIP_Y : 0, half = gun ? 22 : 18;

      g_assert_cmpint (thumb->pose, ==, LEGATO_POSE_BAR_THUMB);
      g_assert_cmpfloat (hypot (thumb->at.x - hand->at.x, thumb->at.y - hand->at.y), ==, 0);
      for (int f = 0; f < LEGATO_N_FINGERS; f++)
        {
          LegatoMapPoint knuckle =
              find_on_tool (&picture.figures[n], find_joint (hand, joints.finger[f][0]));
          LegatoMapPoint tip =
              find_on_tool (&picture.figures[n], find_joint (hand, joints.finger[f][3]));

          g_assert_cmpfloat ((knuckle.y - axis) * (tip.y - axis), <, 0);
          g_assert_cmpfloat (fabs (tip.y - axis) + 9, >, half);
          if (gun && f > 0)
            g_assert_cmpfloat (
                fabs (knuckle.x), >,
                fabs (
                    find_on_tool (&picture.figures[n], find_joint (hand, joints.finger[0][0])).x));
        }
    }
}

static void
test_held (void)
{
  look_at_uses (assert_held);
}

/* Of two kneading hands one closes while the other one is open, and then the other. */
static void
test_turns (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_BACK);
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  const LegatoUse *use =
      legato_zone_find_use (calf, legato_guide_find_technique (guide, "petrissage"));
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) route = NULL;
  const LegatoCue *cue = legato_timeline_find_stroke (timeline, 0);

  g_ptr_array_add (zones, (gpointer) calf);
  route = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones,
                                 use->technique);
  for (int turn = 0; turn < 2; turn++)
    {
      LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };
      LegatoHandPicture picture;

      scene.position = cue->onset + cue->length / 2 + turn * cue->length;
      g_assert_true (legato_hand_scene_compose (&scene, &picture));
      g_assert_cmpuint (picture.n_figures, ==, 4);
      /* No flesh lies on a hand. */
      g_assert_cmpint (picture.figures[0].pose, ==, LEGATO_POSE_HELD_OPEN);
      g_assert_cmpint (picture.figures[1].pose, ==, LEGATO_POSE_HELD_OPEN);
      g_assert_cmpint (picture.figures[2 + turn].part - picture.figures[3 - turn].part, >=, 6);
    }
}

/* How light the middle of a grip is, 0 to 3 times 255. */
static int
look_into_grip (double closed)
{
  LegatoHandJoints hand = legato_hand_joints_bend (LEGATO_POSE_GRIP_OPEN, LEGATO_POSE_GRIP, closed);
  LegatoMapPoint mouth = legato_hand_joints_mix (hand.thumb[3], hand.finger[0][3], 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixel;
  int light;

  cairo_translate (cr, -mouth.x, -mouth.y);
  legato_hand_shape_draw (cr, LEGATO_POSE_HELD_OPEN, LEGATO_POSE_HELD, closed, legato_skin_get (2));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = cairo_image_surface_get_data (surface);
  g_assert_cmpint (pixel[3], ==, 255);
  light = pixel[0] + pixel[1] + pixel[2];
  cairo_surface_destroy (surface);
  return light;
}

/* A muscle that is lifted catches the light, the more the farther the hand is closed: what is
 * between thumb and fingers is no hole. */
static void
test_lifted (void)
{
  const GdkRGBA *muscle = &legato_skin_get (2)->muscle;
  int own = (int) (255 * (muscle->red + muscle->green + muscle->blue));

  g_assert_cmpint (look_into_grip (0.5), >, own);
  g_assert_cmpint (look_into_grip (1), >, look_into_grip (0.5) + 30);
}

/* Hands fall before they strike and leave before they go: none is elsewhere from one moment to the
 * next, and the first of a stroke's moments is that which is heard. */
static void
assert_smooth (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  LegatoHandPicture last, picture;
  double most = 0;

  legato_hand_scene_compose (scene, &last);
  for (; scene->position < 12 * LEGATO_SECOND; scene->position += SMOOTH)
    {
      legato_hand_scene_compose (scene, &picture);
      if (picture.n_figures == last.n_figures)
        for (guint f = 0; f < picture.n_figures; f++)
          most = MAX (most, find_leap (&last.figures[f], &picture.figures[f]));
      last = picture;
    }
  g_test_message ("%.1f", most);
  g_assert_cmpfloat (most, <, 34);
}

static void
test_smooth (void)
{
  look_at_uses (assert_smooth);
}

/* So far beyond the sides of the drawing hands and what they hold are seen, in units. */
#define BESIDE 90.0

/* Near a place on a phone, or in a narrow window, the hands on it are seen with it, but for what
 * reaches far beyond the drawing, and the ends of a stick. */
static void
assert_seen (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  static const struct
  {
    double width, height;
  } rooms[] = { { 175, 250 }, { 300, 580 }, { 440, 570 } };
  const LegatoMapArt *art = scene->art;
  double width = legato_map_art_get_width (art);
  LegatoMapBox reach, place;

  if (use->technique->shape == LEGATO_TOOL_SLEEVE)
    return;
  reach = legato_hand_stills_get_reach (scene);
  g_assert_cmpfloat (reach.width, >, 40);
  place =
      legato_map_art_get_shape (art, (guint) legato_map_art_find_shape (art, LEGATO_LEG_LEFT, zone))
          ->outline->box;
  for (gsize r = 0; r < G_N_ELEMENTS (rooms); r++)
    {
      LegatoMapCamera camera = { 0 };
      LegatoMapBox box = place, seen;
      double there = MIN (reach.x + reach.width, width + BESIDE) - MAX (reach.x, -BESIDE), shown;

      legato_map_camera_set_room (&camera, rooms[r].width, rooms[r].height, 0, width,
                                  legato_map_art_get_height (art));
      legato_map_camera_make_room (&box, &reach);
      legato_map_camera_approach (&camera, &box);
      seen = legato_map_camera_get_part (&camera, 0);
      shown = MIN (reach.x + reach.width, MIN (width + BESIDE, seen.x + seen.width))
              - MAX (reach.x, MAX (-BESIDE, seen.x));
      g_test_message ("%.0f", rooms[r].width);
      g_assert_cmpfloat (shown, >=, 0.8 * there);
    }
}

static void
test_seen (void)
{
  look_at_uses (assert_seen);
}

/* What is seen of a technique without motion: poses and tools, and what lies on the skin. */
static char *
describe_still (const LegatoHandScene *scene)
{
  GString *text = g_string_new (NULL);
  LegatoHandScene still = *scene;
  const LegatoCue *first = legato_hand_scene_find_first (scene);
  LegatoHandPicture picture;

  still.still = TRUE;
  still.position = first->onset + first->length / 2;
  g_assert_true (legato_hand_scene_compose (&still, &picture));
  for (guint i = 0; i < picture.n_figures; i++)
    if (picture.figures[i].is_tool)
      g_string_append_printf (text, "tool %d, ", picture.figures[i].tool);
    else
      g_string_append_printf (text, "pose %d, ", picture.figures[i].pose);
  for (guint i = 0; i < picture.n_under; i++)
    g_string_append_printf (text, "under %d, ", picture.under[i].kind);
  for (guint i = 0; i < picture.n_over; i++)
    g_string_append_printf (text, "over %d, ", picture.over[i].kind);
  return g_string_free (text, FALSE);
}

static GHashTable *stills; /* (element-type char *): of what is seen, with its zone */

static void
assert_unlike (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  g_autofree char *key = NULL;
  g_autofree char *still = NULL;

  if (scene->route == NULL)
    return;
  still = describe_still (scene);
  key = g_strdup_printf ("%s: %s", zone->id, still);
  g_test_message ("%s", key);
  g_assert_true (g_hash_table_add (stills, g_steal_pointer (&key)));
}

/* Whoever wants no motion can still tell the techniques of a place from each other. */
static void
test_unlike (void)
{
  stills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_at_uses (assert_unlike);
  g_hash_table_unref (stills);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/hands/sound", test_sound);
  g_test_add_func ("/map/hands/thumbs", test_thumbs);
  g_test_add_func ("/map/hands/held", test_held);
  g_test_add_func ("/map/hands/turns", test_turns);
  g_test_add_func ("/map/hands/lifted", test_lifted);
  g_test_add_func ("/map/hands/smooth", test_smooth);
  g_test_add_func ("/map/hands/seen", test_seen);
  g_test_add_func ("/map/hands/unlike", test_unlike);
  return g_test_run ();
}

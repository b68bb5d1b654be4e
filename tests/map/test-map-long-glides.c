/* test-map-long-glides.c: hands that glide from the lower leg to the thigh lie on both as they do
 * there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-leg-edges.h"
#include "look-at-uses.h"

/* Between two moments that are compared. */
#define SMOOTH (LEGATO_SECOND / 120)

/* Below and above these heights hands are on the lower leg and on the thigh, in units; in front
 * they turn above the kneecap. */
#define LOWER_LEG 600
#define THIGH 470
#define THIGH_FRONT 400

/* Pixels a unit of what is compared, and how many pixels may come and go between two moments, of a
 * hand that has some thousands. */
#define SCALE 0.5
#define MOST_PIXELS 160

typedef void (*LookAtGlide) (LegatoHandScene *scene, gboolean partner);

/* Each glide of the guide that crosses the knee, on the left leg, from each side, by both. */
static void
look_at_glides (LookAtGlide look)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  g_autoptr (GPtrArray) glides = find_long_glides (guide);
  guint n = 0;

  for (guint i = 0; i < 2 * glides->len; i++)
    for (LegatoView view = LEGATO_VIEW_FRONT; view < LEGATO_VIEW_SOLE; view <<= 1)
      {
        const LegatoRoutineStep *step = glides->pdata[i / 2];
        gboolean partner = i % 2 != 0;
        LegatoMapArt *art = legato_map_views_get (views, view);
        g_autoptr (LegatoTimeline) timeline = make_step (guide, LEGATO_LEG_LEFT, step->zones,
                                                         step->technique, step->pressure, partner);
        g_autoptr (LegatoHandRoute) route = legato_hand_route_new (
            art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, step->zones, step->technique);
        LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };
        LegatoMapBox box = { 0 };

        if (route != NULL)
          box = legato_hand_route_get_box (route);
        if (box.y >= THIGH || box.y + box.height <= LOWER_LEG)
          continue;
        g_test_message ("%u, %s, %s", step->zones->len, legato_view_to_id (view),
                        partner ? "partner" : "own");
        look (&scene, partner);
        n++;
      }
  g_assert_cmpuint (n, >=, 14);
}

/* On the thigh both hands are seen, side by side: one's own come from the hip, a partner's point
 * up. On the lower leg one's own lie across it. */
static void
assert_lie (const LegatoHandScene *scene, gboolean partner)
{
  LegatoHandPicture picture;
  LegatoMapPoint at;
  gboolean front = legato_map_art_get_view (scene->art) == LEGATO_VIEW_FRONT;

  g_assert_true (legato_hand_scene_compose (scene, &picture));
  g_assert_true (legato_hand_scene_get_hand (scene, &at));
  g_assert_cmpuint (picture.n_figures, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LegatoFigure *hand = &picture.figures[i], *other = &picture.figures[1 - i];
      double left, right;

      legato_leg_edges_find (scene->art, LEGATO_LEG_LEFT, hand->at.y, &left, &right);
      if (at.y < (front ? THIGH_FRONT : THIGH))
        {
          g_assert_cmpint (hand->pose, ==, LEGATO_POSE_FLAT);
          g_assert_cmpfloat (hypot (hand->out.x, hand->out.y), ==, 0);
          g_assert_cmpfloat (partner ? -hand->direction.y : hand->direction.y, >, 0.8);
          g_assert_cmpfloat (fabs (hand->at.x - other->at.x), >, 60);
          g_assert_cmpfloat (hand->at.x, >, left - 50);
          g_assert_cmpfloat (hand->at.x, <, right + 50);
        }
      else if (at.y > LOWER_LEG && !partner)
        g_assert_cmpfloat (fabs (hand->direction.x), >, 0.8);
    }
}

static void
assert_lie_on_way (LegatoHandScene *scene, gboolean partner)
{
  const LegatoCue *glide = legato_hand_scene_find_first (scene);
  LegatoHandPicture picture;

  for (int part = 0; part <= 100; part++)
    {
      scene->position = glide->onset + (glide->length - 1) * part / 100;
      assert_lie (scene, partner);
      if (legato_map_art_get_view (scene->art) == LEGATO_VIEW_FRONT)
        {
          legato_hand_scene_compose (scene, &picture);
          assert_beside_bones (&picture);
        }
    }
}

static void
test_lie (void)
{
  look_at_glides (assert_lie_on_way);
}

/* How many pixels of a figure are seen. */
static int
count_pixels (LegatoHandSprites *sprites, const LegatoFigure *figure)
{
  const int width = 800 * SCALE, height = 1100 * SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  int n = 0;

  cairo_scale (cr, SCALE, SCALE);
  legato_hand_sprites_draw (sprites, cr, figure);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += cairo_image_surface_get_data (
               surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3]
           > 127;
  cairo_surface_destroy (surface);
  return n;
}

/* No hand leaps or turns at once, also not through the air; and none that goes round the leg
 * appears or is gone from one moment to the next. */
static void
assert_smooth (LegatoHandScene *scene, gboolean partner)
{
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  LegatoHandPicture last, picture;
  double most = 0, most_turned = 0;
  int most_seen = 0;

  legato_hand_sprites_set_style (sprites, SCALE, 2);
  legato_hand_scene_compose (scene, &last);
  for (; scene->position < 12 * LEGATO_SECOND; scene->position += SMOOTH)
    {
      legato_hand_scene_compose (scene, &picture);
      g_assert_cmpuint (picture.n_figures, ==, last.n_figures);
      for (guint f = 0; f < picture.n_figures; f++)
        {
          const LegatoFigure *a = &last.figures[f], *b = &picture.figures[f];

          most = MAX (most, find_leap (a, b));
          most_turned =
              MAX (most_turned,
                   acos (CLAMP (a->direction.x * b->direction.x + a->direction.y * b->direction.y,
                                -1, 1)));
          /* Where it begins or ceases to be cut, or is cut elsewhere. */
          if (hypot (a->out.x - b->out.x, a->out.y - b->out.y) > 0.5)
            most_seen =
                MAX (most_seen, abs (count_pixels (sprites, a) - count_pixels (sprites, b)));
        }
      last = picture;
    }
  g_test_message ("%.1f units, %.2f radians, %d pixels", most, most_turned, most_seen);
  g_assert_cmpfloat (most, <, 34);
  g_assert_cmpfloat (most_turned, <, 0.25);
  g_assert_cmpint (most_seen, <, MOST_PIXELS);
}

static void
test_smooth (void)
{
  look_at_glides (assert_smooth);
}

/* Whatever is crossed in the air, hands rise and come down on their way. */
static void
assert_rise (LegatoHandScene *scene, gboolean partner)
{
  double lift = legato_hand_route_get_lift (scene->route, 0);
  gboolean rises = FALSE;

  g_assert_cmpfloat (lift, ==, 0);
  for (int part = 1; part <= 1000; part++)
    {
      double next = legato_hand_route_get_lift (scene->route, part / 1000.0);
      LegatoMapPoint at;

      g_assert_cmpfloat (fabs (next - lift), <, 0.2);
      if (legato_hand_route_get_point (scene->route, part / 1000.0, &at, NULL))
        g_assert_cmpfloat (next, ==, 0);
      lift = next;
      rises |= lift > 0.9;
    }
  /* All but one's way over the knee in front go over the hollow of the knee. */
  g_assert_true (rises || legato_map_art_get_view (scene->art) == LEGATO_VIEW_FRONT);
}

static void
test_rise (void)
{
  look_at_glides (assert_rise);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/long-glides/lie", test_lie);
  g_test_add_func ("/map/long-glides/smooth", test_smooth);
  g_test_add_func ("/map/long-glides/rise", test_rise);
  return g_test_run ();
}

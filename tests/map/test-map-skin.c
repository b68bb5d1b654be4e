/* test-map-skin.c: what hands and tools do to the skin is drawn on it, from the sides that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-skin-marks.h"
#include "look-at-uses.h"

/* So far from all that is drawn of the legs, in pixels, lies what is beside them. */
#define BESIDE 5

static const GdkRGBA blue = { 0.1f, 0.4f, 0.9f, 1.0f };

/* What is seen from one side only is not drawn from another, where it would lie on the wrong side
 * of the leg or in the air. */
static void
test_other_sides (void)
{
  static const struct
  {
    const char *technique, *zone;
    LegatoView view;
    gboolean seen;
  } cases[] = { { "ball", "foot", LEGATO_VIEW_FRONT, FALSE },
                { "ball", "foot", LEGATO_VIEW_OUTER, FALSE },
                { "ball", "foot", LEGATO_VIEW_SOLE, TRUE },
                { "compression-sleeve", "foot", LEGATO_VIEW_SOLE, FALSE },
                { "compression-sleeve", "foot", LEGATO_VIEW_FRONT, TRUE },
                { "roller", "gluteus", LEGATO_VIEW_OUTER, FALSE },
                { "roller", "gluteus", LEGATO_VIEW_BACK, TRUE } };
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) zones = g_ptr_array_new ();
      g_autoptr (LegatoHandRoute) route = NULL;

      g_test_message ("%s, %s", cases[i].technique, cases[i].zone);
      g_ptr_array_add (zones, (gpointer) legato_guide_find_zone (guide, cases[i].zone));
      route = legato_hand_route_new (legato_map_views_get (views, cases[i].view),
                                     legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones,
                                     legato_guide_find_technique (guide, cases[i].technique));
      g_assert_cmpint (route != NULL, ==, cases[i].seen);
    }
}

static guint8
get_alpha (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3];
}

/* How many pixels of @mark lie well beside all that is drawn of the legs. */
static guint
count_in_air (const LegatoHandScene *scene, cairo_surface_t *legs, const LegatoSkinMark *mark)
{
  int width = cairo_image_surface_get_width (legs), height = cairo_image_surface_get_height (legs);
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  cairo_t *cr = cairo_create (page);
  LegatoSkinPaint paint = { cr, NULL, sprites, scene->art, LEGATO_LEG_LEFT, &blue };
  guint n = 0;

  legato_hand_sprites_set_style (sprites, 1, 2);
  legato_skin_mark_draw (mark, &paint);
  cairo_destroy (cr);
  cairo_surface_flush (page);
  for (int y = BESIDE; y < height - BESIDE; y++)
    for (int x = BESIDE; x < width - BESIDE; x++)
      n += get_alpha (page, x, y) > 8 && get_alpha (legs, x - BESIDE, y) == 0
           && get_alpha (legs, x + BESIDE, y) == 0 && get_alpha (legs, x, y - BESIDE) == 0
           && get_alpha (legs, x, y + BESIDE) == 0;
  cairo_surface_destroy (page);
  return n;
}

static void
look_for_air (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use)
{
  const LegatoCue *first = legato_hand_scene_find_first (scene);
  g_autofree char *style = legato_map_views_load_style ("light", 2, FALSE);
  int width = (int) legato_map_art_get_width (scene->art);
  int height = (int) legato_map_art_get_height (scene->art);
  LegatoMapBox all = { 0, 0, width, height };
  LegatoHandPicture picture;
  cairo_surface_t *legs;

  if (first == NULL
      || (use->technique->shape != LEGATO_TOOL_BALL
          && !g_str_equal (use->technique->id, "lymph-strokes")))
    return;
  legs = legato_map_art_render (scene->art, &all, width, height, 1, style, NULL);
  scene->position = first->onset + first->length / 2;
  legato_hand_scene_compose (scene, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    if (picture.under[i].kind == LEGATO_SKIN_DENT || picture.under[i].kind == LEGATO_SKIN_DRAG)
      g_assert_cmpuint (count_in_air (scene, legs, &picture.under[i]), ==, 0);
  cairo_surface_destroy (legs);
}

/* Skin that is drawn along, and flesh around a ball, end where the leg does. */
static void
test_skin_on_leg (void)
{
  look_at_uses (look_for_air);
}

/* A ring stands where the ball is to stay. What lies on the skin while it rolls is only the time:
 * what moves in each frame is one picture that is painted once. When it stays the flesh gives. */
static void
test_ring (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_SOLE);
  const LegatoZone *foot = legato_guide_find_zone (guide, "foot");
  const LegatoUse *use = legato_zone_find_use (foot, legato_guide_find_technique (guide, "ball"));
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) route = NULL;
  const LegatoCue *hold = legato_timeline_find_stroke (timeline, 0);
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  LegatoMapPoint spot = { 0 }, hand;

  g_ptr_array_add (zones, (gpointer) foot);
  route = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones,
                                 use->technique);
  for (int part = 1; part < 60; part++)
    {
      LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };
      LegatoHandPicture picture;

      scene.position = hold->onset + hold->length * part / 60;
      g_assert_true (legato_hand_scene_compose (&scene, &picture));
      g_assert_cmpuint (picture.n_over, ==, 1);
      g_assert_cmpint (picture.over[0].kind, ==, LEGATO_SKIN_RING);
      g_assert_cmpuint (picture.n_under, ==, part <= 30 ? 1 : 2);
      g_assert_cmpint (picture.under[picture.n_under - 1].kind, ==, LEGATO_SKIN_SECONDS);
      if (part > 30)
        g_assert_cmpint (picture.under[0].kind, ==, LEGATO_SKIN_DENT);
      if (part == 1)
        spot = picture.over[0].at;
      g_assert_cmpfloat (picture.over[0].at.y, ==, spot.y);
      /* As often as it is elsewhere it is drawn anew. */
      g_assert_true (legato_hand_scene_get_hand (&scene, &hand));
      g_assert_cmpfloat (hand.y, ==, picture.figures[0].at.y);
      top = MIN (top, picture.figures[0].at.y);
      bottom = MAX (bottom, picture.figures[0].at.y);
    }
  g_assert_cmpfloat (bottom - top, >, 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/skin/other-sides", test_other_sides);
  g_test_add_func ("/map/skin/on-leg", test_skin_on_leg);
  g_test_add_func ("/map/skin/ring", test_ring);
  return g_test_run ();
}

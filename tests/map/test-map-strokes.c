/* test-map-strokes.c: what moves on the map stays within its node, and is told by still pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>
#include <pango/pangocairo.h>

#include "legato-demonstration.h"
#include "legato-leg-edges.h"
#include "legato-map-views.h"
#include "legato-hand-motion.h"
#include "legato-hand-scene-testing.h"
#include "legato-hand-stills.h"
#include "legato-planner.h"
#include "legato-route-drawing.h"
#include "../load-guide.h"

/* A page with room around the drawing; a unit is a pixel here. */
#define ROOM 150
#define PAGE_WIDTH 1200
#define PAGE_HEIGHT 1400

/* Pixels in the colour of the two numbers, and of the longer arrow. */
#define LYMPH_BLUE 940

static const GdkRGBA blue = { 0.1f, 0.4f, 0.9f, 1.0f };

/* Wipes the box, as the node has it; nothing may be left beside it. */
static void
assert_within (const LegatoMapBox *box, cairo_surface_t *page, cairo_t *cr)
{
  const guint64 *pixels;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_rectangle (cr, floor (box->x), floor (box->y), ceil (box->width) + 1,
                   ceil (box->height) + 1);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_surface_flush (page);
  pixels = (const guint64 *) (gpointer) cairo_image_surface_get_data (page);
  for (gsize i = 0; i < (gsize) PAGE_WIDTH * PAGE_HEIGHT / 2; i++)
    g_assert_cmphex (pixels[i], ==, 0);
}

static void
paint (cairo_surface_t *page,
       const LegatoHandScene *scene,
       PangoContext *context,
       LegatoHandSprites *sprites)
{
  cairo_t *cr = cairo_create (page);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, ROOM, ROOM);
  legato_hand_scene_draw (scene, cr, context, sprites, &blue);
  cairo_destroy (cr);
  cairo_surface_flush (page);
}

/* What is not drawn anew would look the same. */
static void
assert_same (LegatoHandScene scene,
             PangoContext *context,
             LegatoHandSprites *sprites,
             cairo_surface_t *a,
             cairo_surface_t *b)
{
  guint phase = legato_hand_scene_get_phase (&scene);

  paint (a, &scene, context, sprites);
  scene.position += LEGATO_SECOND / 60;
  if (legato_hand_scene_get_phase (&scene) != phase)
    return;
  paint (b, &scene, context, sprites);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                           (gsize) PAGE_WIDTH * PAGE_HEIGHT * 4),
                   ==, 0);
}

static void
test_within (LegatoGuide *guide,
             LegatoMapViews *views,
             const LegatoZone *zone,
             const LegatoUse *use)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (fonts);
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_RIGHT, use);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) way = NULL;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_surface_t *other =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (page);
  LegatoMapArt *art;
  LegatoView view;

  cairo_translate (cr, ROOM, ROOM);
  g_ptr_array_add (zones, (gpointer) zone);
  view = legato_map_views_choose (LEGATO_VIEW_FRONT, zones, use->technique);
  art = legato_map_views_get (views, view);
  way = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_RIGHT, zones,
                               use->technique);
  g_assert_nonnull (way);
  g_test_message ("%s, %s", use->technique->id, zone->id);
  legato_hand_sprites_set_style (sprites, 1, 2);
  {
    LegatoHandScene scene = { way, art, timeline, 0, 0, 1, 0, 0, FALSE };
    LegatoMapBox box = legato_hand_stills_get_box (&scene);
    guint n;

    cairo_save (cr);
    n = legato_hand_stills_draw (&scene, cr, context, sprites, &blue);
    cairo_restore (cr);
    /* More than one tells a movement; more than four cannot be told apart. */
    g_assert_cmpuint (n, >=, 2);
    g_assert_cmpuint (n, <=, 4);
    cairo_save (cr);
    assert_within (&box, page, cr);
    cairo_restore (cr);
  }
  for (gint64 position = 0; position < 9 * LEGATO_SECOND; position += 930 * LEGATO_SECOND / 1000)
    {
      LegatoHandScene scene = { way, art, timeline, 0, position, 1, 0, 0, FALSE };
      LegatoMapBox box;

      box = legato_hand_scene_get_box (&scene);
      cairo_save (cr);
      legato_hand_scene_draw (&scene, cr, context, sprites, &blue);
      cairo_restore (cr);
      cairo_save (cr);
      assert_within (&box, page, cr);
      cairo_restore (cr);
      assert_same (scene, context, sprites, page, other);
      cairo_save (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (page);
  cairo_surface_destroy (other);
  g_object_unref (context);
}

/* A hold is drawn as often as its ring moves or a second passes, not as often as the screen shows a
 * picture. */
static void
test_phases (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_BACK);
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  const LegatoUse *use =
      legato_zone_find_use (calf, legato_guide_find_technique (guide, "trigger-point"));
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) route = NULL;
  const LegatoCue *cue = legato_timeline_find_stroke (timeline, 0);
  gint64 last_second = -1;
  guint last = 0, n_phases = 0, n_frames = 0;

  g_ptr_array_add (zones, (gpointer) calf);
  route = legato_hand_route_new (art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones,
                                 use->technique);
  g_assert_cmpint (cue->kind, ==, LEGATO_CUE_HOLD);
  for (gint64 since = 0; since < cue->length; since += LEGATO_SECOND / 60)
    {
      LegatoHandScene scene = { route, art, timeline, 0, cue->onset + since, 1, 0, 0, FALSE };
      guint phase = legato_hand_scene_get_phase (&scene);
      gint64 second = (cue->length - since + LEGATO_SECOND - 1) / LEGATO_SECOND;

      /* The seconds that stand beside the ring are always the right ones. */
      if (second != last_second)
        g_assert_cmpuint (phase, !=, last);
      n_phases += phase != last;
      n_frames++;
      last = phase;
      last_second = second;
    }
  g_test_message ("%u phases in %u frames", n_phases, n_frames);
  g_assert_cmpuint (n_phases, >, 50);
  g_assert_cmpuint (n_phases, <, n_frames * 3 / 4);
}

/* A demonstration that begins anew shows no frame without hands, and the hands come back to where
 * they begin. */
static void
test_loop (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_BACK);
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  g_ptr_array_add (zones, (gpointer) calf);
  for (guint i = 0; i < calf->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (calf->uses, i);
      g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
      g_autoptr (LegatoHandRoute) route = legato_hand_route_new (
          art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones, use->technique);
      gint64 duration = legato_timeline_get_duration (timeline);
      LegatoMapPoint first, last;

      g_test_message ("%s", use->technique->id);
      for (gint64 position = 0; position < duration; position += LEGATO_SECOND / 7)
        {
          LegatoHandScene scene = { route, art, timeline, 0, position, 1, 0, 0, FALSE };

          g_assert_true (legato_hand_scene_get_hand (&scene, position == 0 ? &first : &last));
          g_assert_cmpfloat (legato_hand_scene_get_box (&scene).width, >, 20);
        }
      g_assert_cmpfloat (hypot (last.x - first.x, last.y - first.y), <, 12);
    }
}

/* A sleeve that ends a session is on both legs at once, and has something to be drawn at. */
static void
test_sleeve_on_both_legs (void)
{
  const char *const tools[] = { "sleeve", NULL };
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, "swelling"),
                            .legs = LEGATO_LEG_BOTH,
                            .tools = tools };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  g_autoptr (LegatoTimeline) timeline = legato_timeline_new (plan, 0);
  g_autoptr (LegatoHandMotion) motion = legato_hand_motion_new (NULL, NULL);
  guint last = legato_plan_get_n_steps (plan) - 1;
  LegatoMapPoint point;

  legato_hand_motion_set_art (motion, legato_map_views_get (views, LEGATO_VIEW_FRONT),
                              legato_guide_get_zones (guide));
  legato_hand_motion_set_timeline (motion, timeline);
  legato_hand_motion_set_position (motion, legato_timeline_get_step_onset (timeline, last)
                                               + 20 * LEGATO_SECOND);
  g_assert_cmpint (legato_hand_motion_get_step (motion)->leg, ==, LEGATO_LEG_BOTH);
  g_assert_true (legato_hand_motion_get_hand (motion, &point));
}

/* How far a thumb or a ball goes up and down the foot between two parts of a hold. */
static double
find_travel (LegatoHandScene scene, const LegatoCue *hold, double from, double to)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (int i = 0; i <= 60; i++)
    {
      double part = from + (to - from) * i / 60;
      LegatoHandPicture picture;

      scene.position = hold->onset + (gint64) (part * (double) hold->length);
      legato_hand_scene_compose (&scene, &picture);
      top = MIN (top, picture.figures[0].at.y);
      bottom = MAX (bottom, picture.figures[0].at.y);
    }
  return bottom - top;
}

/* Under the sole a thumb stays on its spot; a ball first rolls along the arch, and then stays. */
static void
test_sole (void)
{
  static const struct
  {
    const char *technique;
    gboolean rolls;
  } cases[] = { { "trigger-point", FALSE }, { "ball", TRUE } };
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  const LegatoZone *foot = legato_guide_find_zone (guide, "foot");
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  g_ptr_array_add (zones, (gpointer) foot);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LegatoUse *use =
          legato_zone_find_use (foot, legato_guide_find_technique (guide, cases[i].technique));
      g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
      LegatoMapArt *art = legato_map_views_get (views, LEGATO_VIEW_SOLE);
      g_autoptr (LegatoHandRoute) route = legato_hand_route_new (
          art, legato_guide_get_zones (guide), LEGATO_LEG_LEFT, zones, use->technique);
      LegatoHandScene scene = { route, art, timeline, 0, 0, 1, 0, 0, FALSE };
      const LegatoCue *hold = legato_timeline_find_stroke (timeline, 0);
      LegatoMapPoint spot;
      int place;

      g_test_message ("%s", cases[i].technique);
      g_assert_cmpint (legato_map_views_choose (LEGATO_VIEW_BACK, zones, use->technique), ==,
                       LEGATO_VIEW_SOLE);
      g_assert_cmpint (hold->kind, ==, LEGATO_CUE_HOLD);
      scene.position = hold->onset + hold->length * 3 / 4;
      g_assert_true (legato_hand_scene_get_hand (&scene, &spot));
      place = legato_map_art_pick (art, spot.x, spot.y, 0);
      g_assert_cmpint (place, >=, 0);
      g_assert_true (legato_map_art_get_shape (art, (guint) place)->zone == foot);
      g_assert_cmpint (legato_map_art_get_shape (art, (guint) place)->leg, ==, LEGATO_LEG_LEFT);
      if (cases[i].rolls)
        g_assert_cmpfloat (find_travel (scene, hold, 0.05, 0.45), >, 60);
      else
        g_assert_cmpfloat (find_travel (scene, hold, 0.05, 0.45), <, 3);
      g_assert_cmpfloat (find_travel (scene, hold, 0.55, 0.95), <, 3);
    }
}

/* No arrow along the leg contradicts what goes straight into the flesh; all that glides has one,
 * friction and lymph strokes one of their own. */
static void
test_arrows (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  static const struct
  {
    const char *technique;
    gboolean seen;
  } cases[] = {
    { "palm-compression", FALSE }, { "trigger-point", FALSE }, { "ball", FALSE },
    { "effleurage", TRUE },        { "petrissage", TRUE },     { "cross-friction", FALSE },
    { "lymph-strokes", FALSE },    { "roller", TRUE },         { "myofascial-glide", TRUE }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LegatoTechnique *technique = legato_guide_find_technique (guide, cases[i].technique);

      g_test_message ("%s", cases[i].technique);
      g_assert_cmpint (legato_route_drawing_is_seen (technique), ==, cases[i].seen);
    }
}

/* How much of black ink is seen at @at through a mask, 0 to 255. */
static int
look_through (cairo_pattern_t *mask, LegatoMapPoint at)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  int seen;

  cairo_translate (cr, -at.x, -at.y);
  cairo_mask (cr, mask);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  seen = cairo_image_surface_get_data (surface)[0];
  cairo_surface_destroy (surface);
  return seen;
}

/* A muscle lies across a roller, which is seen in full on both sides of the leg, and not at all
 * through it: nobody takes it for something that lies on the muscle. */
static void
test_roller_under (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  const LegatoTechnique *roller = legato_guide_find_technique (guide, "roller");
  GPtrArray *zones = legato_guide_get_zones (guide);

  legato_hand_sprites_set_style (sprites, 1, 2);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autoptr (GPtrArray) place = g_ptr_array_new ();

      g_ptr_array_add (place, (gpointer) zone);
      if (legato_zone_find_use (zone, roller) == NULL)
        continue;
      /* From whichever side the leg is seen first. */
      for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_INNER; view <<= 1)
        {
          LegatoMapArt *art =
              legato_map_views_get (views, legato_map_views_choose (view, place, roller));
          cairo_pattern_t *under =
              legato_hand_masks_get_leg (legato_hand_sprites_get_masks (sprites), art, FALSE);
          LegatoMapBox box;

          g_assert_false (legato_map_art_is_from_side (art));
          box = legato_map_art_get_shape (
                    art, (guint) legato_map_art_find_shape (art, LEGATO_LEG_LEFT, zone))
                    ->outline->box;
          g_assert_cmpint (look_through (under, (LegatoMapPoint){ box.x + box.width / 2,
                                                                  box.y + box.height / 2 }),
                           ==, 0);
          g_assert_cmpint (look_through (under, (LegatoMapPoint){ -20, box.y + box.height / 2 }),
                           ==, 255);
        }
    }
}

/* What lies around a leg follows its drawn outline, where no place is as well. */
static void
test_edges (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  g_autofree char *style = legato_map_views_load_style ("light", 2, FALSE);

  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_INNER; view <<= 1)
    {
      LegatoMapArt *art = legato_map_views_get (views, view);
      int width = (int) legato_map_art_get_width (art);
      LegatoMapBox all = { 0, 0, width, LEGATO_DRAWING_HEIGHT };
      cairo_surface_t *drawn =
          legato_map_art_render (art, &all, width, (int) LEGATO_DRAWING_HEIGHT, 1, style, NULL);

      for (int y = 340; y < 960; y += 20)
        for (LegatoLeg leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
          {
            const guint8 *row =
                cairo_image_surface_get_data (drawn) + y * cairo_image_surface_get_stride (drawn);
            double left, right;

            legato_leg_edges_find (art, leg, y + 0.5, &left, &right);
            g_assert_cmpuint (row[4 * (int) (left - 4) + 3], ==, 0);
            g_assert_cmpuint (row[4 * (int) (left + 4) + 3], ==, 255);
            g_assert_cmpuint (row[4 * (int) (right - 4) + 3], ==, 255);
            g_assert_cmpuint (row[4 * (int) (right + 4) + 3], ==, 0);
          }
      cairo_surface_destroy (drawn);
    }
}

/* Every technique on every zone that it is used on. */
static void
test_bounds (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = NULL;
  GPtrArray *zones, *techniques;

  g_assert_nonnull (guide);
  views = legato_map_views_new (guide);
  zones = legato_guide_get_zones (guide);
  techniques = legato_guide_get_techniques (guide);
  for (guint i = 0; i < zones->len; i++)
    for (guint j = 0; j < techniques->len; j++)
      {
        const LegatoZone *zone = g_ptr_array_index (zones, i);
        const LegatoUse *use = legato_zone_find_use (zone, g_ptr_array_index (techniques, j));

        if (use != NULL)
          test_within (guide, views, zone, use);
      }
}

/* How many pixels of the still pictures are half seen through; @n_blue: (out): and in the colour of
 * numbers and arrows. */
static guint
count_faint (LegatoGuide *guide,
             LegatoMapViews *views,
             const char *technique,
             const char *place,
             guint *n_blue)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  const LegatoZone *zone = legato_guide_find_zone (guide, place);
  const LegatoUse *use =
      legato_zone_find_use (zone, legato_guide_find_technique (guide, technique));
  g_autoptr (LegatoHandSprites) sprites = legato_hand_sprites_new ();
  g_autoptr (LegatoTimeline) timeline = legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) route = NULL;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (page);
  LegatoHandScene scene = { .timeline = timeline, .grain = 1 };
  const guint32 *pixels;
  guint n = 0;

  g_ptr_array_add (zones, (gpointer) zone);
  scene.art = legato_map_views_get (
      views, legato_map_views_choose (LEGATO_VIEW_FRONT, zones, use->technique));
  scene.route = route = legato_hand_route_new (scene.art, legato_guide_get_zones (guide),
                                               LEGATO_LEG_LEFT, zones, use->technique);
  legato_hand_sprites_set_style (sprites, 1, 2);
  cairo_translate (cr, ROOM, ROOM);
  legato_hand_stills_draw (&scene, cr, context, sprites, &blue);
  cairo_destroy (cr);
  cairo_surface_flush (page);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (page);
  for (gsize p = 0; p < (gsize) PAGE_WIDTH * PAGE_HEIGHT; p++)
    {
      n += (pixels[p] >> 24) >= 126 && (pixels[p] >> 24) <= 130;
      *n_blue += pixels[p] == 0xff1966e6;
    }
  cairo_surface_destroy (page);
  g_object_unref (context);
  return n;
}

/* Of two numbered pictures that lie on one another the first is faint; of two that do not, none. A
 * roller that would hide itself is seen once. */
static void
test_faint (void)
{
  static const struct
  {
    const char *technique, *zone;
    gboolean faint;
  } pictures[] = { { "lymph-strokes", "tfl", TRUE },         { "lymph-strokes", "gluteus", TRUE },
                   { "roller", "gluteus", FALSE },           { "roller", "calf", FALSE },
                   { "lymph-strokes", "quadriceps", FALSE }, { "thumb-circles", "calf", FALSE },
                   { "tapotement", "calf", TRUE },           { "massage-stick", "calf", FALSE } };
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      guint n_blue = 0;
      guint n = count_faint (guide, views, pictures[i].technique, pictures[i].zone, &n_blue);

      g_test_message ("%s, %s: %u, %u", pictures[i].technique, pictures[i].zone, n, n_blue);
      g_assert_cmpint (n > 2000, ==, pictures[i].faint);
      /* More than two numbers: an arrow too. */
      if (g_str_equal (pictures[i].technique, "lymph-strokes"))
        g_assert_cmpuint (n_blue, >, LYMPH_BLUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/strokes/bounds", test_bounds);
  g_test_add_func ("/map/strokes/phases", test_phases);
  g_test_add_func ("/map/strokes/loop", test_loop);
  g_test_add_func ("/map/strokes/sole", test_sole);
  g_test_add_func ("/map/strokes/arrows", test_arrows);
  g_test_add_func ("/map/strokes/edges", test_edges);
  g_test_add_func ("/map/strokes/faint", test_faint);
  g_test_add_func ("/map/strokes/roller-under", test_roller_under);
  g_test_add_func ("/map/sleeve-on-both-legs", test_sleeve_on_both_legs);
  return g_test_run ();
}

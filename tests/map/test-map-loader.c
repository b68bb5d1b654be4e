/* test-map-loader.c: drawings, good and broken, and which zone lies where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "find-winding.h"
#include "legato-map-art.h"
#include "legato-hand-route.h"
#include "legato-map-views.h"

#define ROOT LEGATO_RESOURCE_ROOT

static LegatoGuide *guide;

static LegatoMapArt *
load (LegatoView view)
{
  g_autofree char *path = g_strdup_printf (ROOT "/map/%s.svg", legato_view_to_id (view));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  LegatoMapArt *art;

  g_assert_no_error (error);
  art = legato_map_art_new (path, bytes, view, legato_guide_get_zones (guide), &error);
  g_assert_no_error (error);
  return art;
}

/* Two zones, the least that an own guide needs for a drawing by hand. */
static GPtrArray *
make_zones (void)
{
  static LegatoTechnique gliding = { .id = (char *) "effleurage" };
  static LegatoZone calf = { .id = (char *) "calf", .views = LEGATO_VIEW_BACK };
  static LegatoZone outer = { .id = (char *) "outer-thigh", .views = LEGATO_VIEW_OUTER };
  static LegatoUse use = { &calf, &gliding, LEGATO_PRESSURE_LIGHT, FALSE };
  GPtrArray *zones = g_ptr_array_new ();

  if (calf.uses == NULL)
    {
      calf.uses = g_ptr_array_new ();
      g_ptr_array_add (calf.uses, &use);
      outer.uses = g_ptr_array_new ();
    }
  g_ptr_array_add (zones, &calf);
  g_ptr_array_add (zones, &outer);
  return zones;
}

#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 1090' data-view='back'>"
#define ART "<g id='art'/><g id='overlay-veins'/>"
#define LEFT "<path id='zone-left-calf' d='M10 600L100 600L100 800L10 800Z'/>"
#define RIGHT "<path id='zone-right-calf' d='M210 600L300 600L300 800L210 800Z'/>"
#define STROKE "<path id='stroke-left-calf-effleurage' d='M50 790L50 610'/>"
#define GOOD HEAD ART "<g id='zones'>" LEFT RIGHT "</g><g id='strokes'>" STROKE "</g></svg>"

static LegatoMapArt *
read_text (const char *svg, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));
  g_autoptr (GPtrArray) zones = make_zones ();

  return legato_map_art_new ("back.svg", bytes, LEGATO_VIEW_BACK, zones, error);
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoMapArt) art = read_text (GOOD, &error);
  g_autoptr (GPtrArray) zones = make_zones ();
  const LegatoZone *calf = g_ptr_array_index (zones, 0);
  const LegatoMapShape *shape;

  g_assert_no_error (error);
  g_assert_cmpfloat (legato_map_art_get_width (art), ==, 400);
  g_assert_cmpuint (legato_map_art_get_n_shapes (art), ==, 2);
  g_assert_cmpint (legato_map_art_find_shape (art, LEGATO_LEG_RIGHT, calf), ==, 1);
  g_assert_nonnull (legato_map_art_find_stroke (art, LEGATO_LEG_LEFT, calf, "effleurage"));
  g_assert_null (legato_map_art_find_stroke (art, LEGATO_LEG_RIGHT, calf, "effleurage"));

  shape = legato_map_art_get_shape (art, 0);
  g_assert_cmpfloat_with_epsilon (shape->centre.x, 55, 1);
  g_assert_cmpfloat_with_epsilon (shape->room, 45, 2);

  g_assert_cmpint (legato_map_art_pick (art, 50, 700, 0), ==, 0);
  g_assert_cmpint (legato_map_art_pick (art, 105, 700, 0), ==, -1);
  g_assert_cmpint (legato_map_art_pick (art, 105, 700, 8), ==, 0);
  g_assert_cmpint (legato_map_art_pick (art, 205, 700, 8), ==, 1);
  g_assert_cmpint (legato_map_art_pick (art, -5, 700, 8), ==, -1);
  g_assert_cmpint (legato_map_art_pick (art, 1e9, -1e9, 8), ==, -1);
}

static void
test_broken (void)
{
#define ZONES(x) HEAD ART "<g id='zones'>" x "</g><g id='strokes'/></svg>"
#define STROKES(x) HEAD ART "<g id='zones'>" LEFT RIGHT "</g><g id='strokes'>" x "</g></svg>"
  static const struct
  {
    const char *svg;
    int code;
    const char *says;
  } table[] = {
    { "", LEGATO_MAP_ERROR_SYNTAX, "empty" },
    { "junk", LEGATO_MAP_ERROR_SYNTAX, "" },
    { "<svg", LEGATO_MAP_ERROR_SYNTAX, "" },
    { "<svg viewBox='0 0 400 1090' data-view='back'>&nbsp;</svg>", LEGATO_MAP_ERROR_SYNTAX, "" },
    { "<html/>", LEGATO_MAP_ERROR_INVALID, "html" },
    { "<svg data-view='back'/>", LEGATO_MAP_ERROR_INVALID, "viewBox" },
    { "<svg viewBox='0 0 400 1000' data-view='back'/>", LEGATO_MAP_ERROR_INVALID, "viewBox" },
    { "<svg viewBox='0 0 nan 1090' data-view='back'/>", LEGATO_MAP_ERROR_INVALID, "viewBox" },
    { "<svg viewBox='0 0 -4 1090' data-view='back'/>", LEGATO_MAP_ERROR_INVALID, "viewBox" },
    { "<svg viewBox='0 0 9999999 1090' data-view='back'/>", LEGATO_MAP_ERROR_INVALID, "viewBox" },
    { "<svg viewBox='0 0 400 1090' data-view='front'/>", LEGATO_MAP_ERROR_INVALID, "front" },
    { HEAD "</svg>", LEGATO_MAP_ERROR_INCOMPLETE, "art" },
    { HEAD ART "</svg>", LEGATO_MAP_ERROR_INCOMPLETE, "zones" },
    { HEAD "<g id='zones'/><g id='art'/></svg>", LEGATO_MAP_ERROR_INVALID, "zones" },
    { ZONES (LEFT), LEGATO_MAP_ERROR_INCOMPLETE, "zone-right-calf" },
    { ZONES (LEFT LEFT RIGHT), LEGATO_MAP_ERROR_INVALID, "zone-left-calf" },
    { ZONES ("<circle id='zone-left-calf' r='4'/>" RIGHT), LEGATO_MAP_ERROR_INVALID, "circle" },
    { ZONES ("<path id='zone-left-calf'/>" RIGHT), LEGATO_MAP_ERROR_INVALID, "zone-left-calf" },
    { ZONES ("<path id='zone-left-calf' d='M10 600L100 600L100 800L10 800'/>" RIGHT),
      LEGATO_MAP_ERROR_INVALID, "zone-left-calf" },
    { ZONES ("<path id='zone-left-calf' d='M10 600L100 600L100 800Z' transform='scale(2)'/>" RIGHT),
      LEGATO_MAP_ERROR_INVALID, "transform" },
    { HEAD ART "<g id='zones' transform='scale(2)'>" LEFT RIGHT "</g><g id='strokes'/></svg>",
      LEGATO_MAP_ERROR_INVALID, "transform" },
    { ZONES ("<path id='zone-left-calf' d='M10 nanL100 800Z'/>" RIGHT), LEGATO_MAP_ERROR_SYNTAX,
      "zone-left-calf" },
    { ZONES ("<path id='zone-left-calf' d='M10 10Z'/>" RIGHT), LEGATO_MAP_ERROR_INVALID,
      "zone-left-calf" },
    { ZONES ("<path id='zone-left-calf' d='M10 600L900 600L900 800L10 800Z'/>" RIGHT),
      LEGATO_MAP_ERROR_INVALID, "sheet" },
    { ZONES ("<path id='zone-left-calf' d='M210 600L300 600L300 800L210 800Z'/>" RIGHT),
      LEGATO_MAP_ERROR_INVALID, "hidden" },
    { ZONES (LEFT RIGHT "<path id='zone-left-ear' d='M0 0L9 0L9 9Z'/>"), LEGATO_MAP_ERROR_REFERENCE,
      "zone-left-ear" },
    { ZONES (LEFT RIGHT "<path id='zone-left-calf-x' d='M0 0L9 0L9 9Z'/>"),
      LEGATO_MAP_ERROR_REFERENCE, "zone-left-calf-x" },
    { ZONES (LEFT RIGHT "<path id='zone-middle-calf' d='M0 0L9 0L9 9Z'/>"),
      LEGATO_MAP_ERROR_REFERENCE, "zone-middle-calf" },
    { ZONES (LEFT RIGHT "<path id='zone-left-outer-thigh' d='M0 0L9 0L9 9Z'/>"),
      LEGATO_MAP_ERROR_REFERENCE, "not seen" },
    { ZONES (LEFT RIGHT "<path id='calf' d='M0 0L9 0L9 9Z'/>"), LEGATO_MAP_ERROR_INVALID, "calf" },
    { STROKES ("<path id='stroke-left-calf-effleurage' d='M50 790L50 610Z'/>"),
      LEGATO_MAP_ERROR_INVALID, "stroke-left-calf-effleurage" },
    { STROKES ("<path id='stroke-left-calf-effleurage' d='M50 790'/>"), LEGATO_MAP_ERROR_INVALID,
      "stroke-left-calf-effleurage" },
    { STROKES ("<path id='stroke-left-calf-effleurage' d='M50 790L50 -610'/>"),
      LEGATO_MAP_ERROR_INVALID, "sheet" },
    { STROKES ("<path id='stroke-left-calf-tickling' d='M50 790L50 610'/>"),
      LEGATO_MAP_ERROR_REFERENCE, "tickling" },
    { STROKES ("<path id='stroke-left-calf' d='M50 790L50 610'/>"), LEGATO_MAP_ERROR_REFERENCE,
      "stroke-left-calf" },
    { STROKES ("<path id='stroke-left-calf-effleurage' d='M50 790L50 61O'/>"),
      LEGATO_MAP_ERROR_SYNTAX, "stroke-left-calf-effleurage" },
    { STROKES ("<g><path id='stroke-left-calf-effleurage' d='M50 790L50 610'/></g>"),
      LEGATO_MAP_ERROR_INVALID, "strokes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", table[i].svg);
      g_assert_null (read_text (table[i].svg, &error));
      g_test_message ("-> %s", error->message);
      g_assert_error (error, LEGATO_MAP_ERROR, table[i].code);
      g_assert_true (g_str_has_prefix (error->message, "back.svg: "));
      g_assert_nonnull (strstr (error->message, table[i].says));
    }
}

static void
test_too_large (void)
{
  g_autofree char *text = g_malloc0 (5 * 1024 * 1024);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', 5 * 1024 * 1024 - 1);
  g_assert_null (read_text (text, &error));
  g_assert_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_TOO_LARGE);
}

/* No byte less of a good drawing may pass or crash. */
static void
test_truncated (void)
{
  const char *good = GOOD;

  for (gsize length = 0; length < strlen (good) - strlen ("</svg>") + 1; length++)
    {
      g_autofree char *text = g_strndup (good, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (text, &error));
      g_assert_nonnull (error);
    }
}

/* The pixel buffer against plain geometry, on and off the legs; places within a cell's diagonal of
 * an outline may go either way. */
static void
test_pick (gconstpointer data)
{
  g_autoptr (LegatoMapArt) art = load (GPOINTER_TO_UINT (data));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1090);
  double width = legato_map_art_get_width (art);
  const double near = 0.75;
  guint hits = 0, near_edge = 0;

  for (int i = 0; i < 20000; i++)
    {
      double x = g_rand_double_range (rand, 0, width),
             y = g_rand_double_range (rand, 0, legato_map_art_get_height (art));
      int picked = legato_map_art_pick (art, x, y, 0);
      gboolean ambiguous = FALSE;
      int inside = -1;

      for (guint s = 0; s < legato_map_art_get_n_shapes (art); s++)
        {
          const LegatoMapPath *outline = legato_map_art_get_shape (art, s)->outline;
          gboolean here = find_winding (outline, x, y) != 0;

          for (int k = 0; k < 8; k++)
            {
              static const double around[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 },  { 0, -1 },
                                                  { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } };

              if ((find_winding (outline, x + near * around[k][0], y + near * around[k][1]) != 0)
                  != here)
                ambiguous = TRUE;
            }
          if (here)
            inside = (int) s;
        }
      hits += picked >= 0;
      near_edge += ambiguous;
      if (!ambiguous)
        g_assert_cmpint (picked, ==, inside);
    }
  g_test_message ("%u of 20000 places in a zone, %u by an edge", hits, near_edge);
  g_assert_cmpuint (hits, >, 3400);
  g_assert_cmpuint (near_edge, <, 1500);
}

/* Every technique that the guide allows on a zone has its stroke in each view that shows it there.
 */
static void
test_strokes (gconstpointer data)
{
  LegatoView view = GPOINTER_TO_UINT (data);
  g_autoptr (LegatoMapArt) art = load (view);
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      for (guint u = 0; (zone->views & view) != 0 && u < zone->uses->len; u++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, u);

          for (LegatoLeg leg = LEGATO_LEG_LEFT;
               leg <= LEGATO_LEG_RIGHT && (use->view == 0 || use->view == view); leg++)
            {
              LegatoMapLine *path = legato_map_art_find_stroke (art, leg, zone, use->technique->id);
              int shape = legato_map_art_find_shape (art, leg, zone);
              LegatoMapPoint from, to;

              g_test_message ("%s %s %s", legato_leg_to_id (leg), zone->id, use->technique->id);
              g_assert_nonnull (path);
              legato_map_line_get_point (path, 0, &from, NULL);
              legato_map_line_get_point (path, 1, &to, NULL);
              if (use->technique->travel == LEGATO_TRAVEL_PROXIMAL)
                g_assert_cmpfloat (to.y, <=, from.y);
              for (int i = 0; i <= 40; i++)
                {
                  LegatoMapPoint point;

                  legato_map_line_get_point (path, i / 40.0, &point, NULL);
                  g_assert_cmpint (legato_map_art_pick (art, point.x, point.y, 2), ==, shape);
                }
            }
        }
    }
}

static void
test_way (void)
{
  g_autoptr (LegatoMapArt) art = load (LEGATO_VIEW_BACK);
  GPtrArray *all = legato_guide_get_zones (guide);
  const LegatoTechnique *gliding = legato_guide_find_technique (guide, "effleurage");
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  const LegatoZone *hamstrings = legato_guide_find_zone (guide, "hamstrings");
  const LegatoZone *popliteal = legato_guide_find_zone (guide, "popliteal");
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (LegatoHandRoute) one = NULL, two = NULL, none = NULL;
  LegatoMapPoint start, end, point;
  guint in_air = 0;

  g_ptr_array_add (zones, (gpointer) calf);
  one = legato_hand_route_new (art, all, LEGATO_LEG_LEFT, zones, gliding);
  g_assert_cmpfloat_with_epsilon (legato_hand_route_get_length (one),
                                  legato_map_line_get_length (legato_map_art_find_stroke (
                                      art, LEGATO_LEG_LEFT, calf, "effleurage")),
                                  1e-6);

  g_ptr_array_add (zones, (gpointer) hamstrings);
  two = legato_hand_route_new (art, all, LEGATO_LEG_LEFT, zones, gliding);
  legato_hand_route_get_point (two, 0, &start, NULL);
  legato_hand_route_get_point (two, 1, &end, NULL);
  g_assert_cmpfloat (end.y, <, start.y);
  for (int i = 0; i <= 400; i++)
    {
      gboolean touching = legato_hand_route_get_point (two, i / 400.0, &point, NULL);
      int shape = legato_map_art_pick (art, point.x, point.y, 0);
      const LegatoZone *zone =
          shape >= 0 ? legato_map_art_get_shape (art, (guint) shape)->zone : NULL;

      in_air += !touching;
      if (zone == popliteal)
        g_assert_false (touching);
    }
  g_assert_cmpuint (in_air, >, 0);

  g_ptr_array_set_size (zones, 0);
  g_ptr_array_add (zones, (gpointer) legato_guide_find_zone (guide, "knee"));
  none = legato_hand_route_new (art, all, LEGATO_LEG_LEFT, zones, gliding);
  g_assert_null (none);
}

static void
test_render (void)
{
  g_autoptr (LegatoMapArt) art = load (LEGATO_VIEW_FRONT);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface =
      legato_map_art_render (art, NULL, 120, 272, 2, ".x { fill: red; }", &error);
  const guint8 *pixels;
  guint painted = 0;

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 240);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 544);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 544; y++)
    for (int x = 0; x < 240; x++)
      painted += pixels[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] != 0;
  g_assert_cmpuint (painted, >, 240 * 544 / 5);
  cairo_surface_destroy (surface);
}

static guint
get_channel (cairo_surface_t *surface, int x, int y, int channel)
{
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + channel];
}

/* A part is the same as that part of the whole; and the whole, which is so large here that it is
 * drawn in several pieces, has no seams. */
static void
test_render_part (void)
{
  const int unit = 2, x = 140, y = 130, width = 470, height = 640;
  g_autoptr (LegatoMapArt) art = load (LEGATO_VIEW_FRONT);
  int art_width = (int) legato_map_art_get_width (art);
  const LegatoMapBox box = { (double) x / unit, (double) y / unit, (double) width / unit,
                             (double) height / unit };
  cairo_surface_t *whole =
      legato_map_art_render (art, NULL, unit * art_width, unit * 1090, 1, NULL, NULL);
  cairo_surface_t *part = legato_map_art_render (art, &box, width, height, 1, NULL, NULL);
  cairo_surface_t *pieces =
      legato_map_art_render (art, NULL, unit * art_width, unit * 1090, 2, NULL, NULL);
  guint painted = 0, most = 0;

  g_assert_true (whole != NULL && part != NULL && pieces != NULL);
  for (int j = 0; j < height; j++)
    for (int i = 0; i < width; i++)
      for (int c = 0; c < 4; c++)
        {
          guint a = get_channel (part, i, j, c), b = get_channel (whole, i + x, j + y, c);

          painted += a != 0;
          most = MAX (most, (guint) ABS ((int) a - (int) b));
        }
  g_assert_cmpuint (painted, >, (guint) (width * height));
  /* Gradients are rounded a little differently. */
  g_assert_cmpuint (most, <=, 6);

  /* The mean of four pixels is what is drawn at half the size; a seam would be a row of others. */
  for (int j = 0; j < unit * 1090; j++)
    {
      guint off = 0;

      for (int i = 0; i < unit * art_width; i++)
        {
          guint sum = 0;

          for (int k = 0; k < 4; k++)
            sum += get_channel (pieces, 2 * i + k % 2, 2 * j + k / 2, 3);
          off += ABS ((int) sum / 4 - (int) get_channel (whole, i, j, 3)) > 16;
        }
      g_assert_cmpuint (off, <, 12);
    }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
  cairo_surface_destroy (pieces);
}

/* Who looks down has the left leg on the left, with all that is done to it. */
static void
test_own_legs (void)
{
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  LegatoMapArt *seen = legato_map_views_get (views, LEGATO_VIEW_FRONT);
  LegatoMapArt *own = legato_map_views_get_own (views, LEGATO_VIEW_FRONT);
  const LegatoZone *shin = legato_guide_find_zone (guide, "shin");
  LegatoMapPoint at;

  g_assert_true (legato_map_views_get_own (views, LEGATO_VIEW_BACK)
                 == legato_map_views_get (views, LEGATO_VIEW_BACK));
  for (guint i = 0; i < legato_map_art_get_n_shapes (seen); i++)
    {
      const LegatoMapShape *a = legato_map_art_get_shape (seen, i);
      const LegatoMapShape *b = legato_map_art_get_shape (own, i);

      g_assert_true (a->zone == b->zone && a->leg != b->leg);
      g_assert_cmpfloat (a->centre.x, ==, b->centre.x);
    }
  legato_map_line_get_point (legato_map_art_find_stroke (own, LEGATO_LEG_LEFT, shin, "effleurage"),
                             0.5, &at, NULL);
  g_assert_cmpfloat (at.x, <, legato_map_art_get_width (own) / 2);
}

/* What is not meant pales; what is meant stays as it was drawn. */
static void
test_step_back (void)
{
  g_autoptr (LegatoMapArt) art = load (LEGATO_VIEW_FRONT);
  int width = (int) legato_map_art_get_width (art), height = (int) LEGATO_DRAWING_HEIGHT;
  const LegatoMapBox all = { 0, 0, width, height };
  cairo_surface_t *before = legato_map_art_render (art, NULL, width, height, 1, NULL, NULL);
  cairo_surface_t *after = legato_map_art_render (art, NULL, width, height, 1, NULL, NULL);
  guint shin = (guint) legato_map_art_find_shape (art, LEGATO_LEG_LEFT,
                                                  legato_guide_find_zone (guide, "shin"));

  g_assert_true (before != NULL && after != NULL);
  legato_map_art_step_back (art, after, &all, (guint64) 1 << shin);
  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      LegatoMapPoint at = legato_map_art_get_shape (art, i)->centre;
      guint was = get_channel (before, (int) at.x, (int) at.y, 3);
      guint is = get_channel (after, (int) at.x, (int) at.y, 3);

      g_assert_cmpuint (was, ==, 255);
      if (i == shin)
        g_assert_cmpuint (is, ==, was);
      else
        g_assert_cmpuint (is, <, was * 2 / 3);
    }
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = legato_guide_new_from_resource (NULL, ROOT "/guide", NULL);
  g_assert_nonnull (guide);

  g_test_add_func ("/map/loader/small", test_small);
  g_test_add_func ("/map/loader/broken", test_broken);
  g_test_add_func ("/map/loader/too-large", test_too_large);
  g_test_add_func ("/map/loader/truncated", test_truncated);
  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_LAST; view <<= 1)
    {
      g_autofree char *pick = g_strdup_printf ("/map/pick/%s", legato_view_to_id (view));
      g_autofree char *strokes = g_strdup_printf ("/map/strokes/%s", legato_view_to_id (view));

      g_test_add_data_func (pick, GUINT_TO_POINTER (view), test_pick);
      g_test_add_data_func (strokes, GUINT_TO_POINTER (view), test_strokes);
    }
  g_test_add_func ("/map/way", test_way);
  g_test_add_func ("/map/render", test_render);
  g_test_add_func ("/map/render/part", test_render_part);
  g_test_add_func ("/map/render/step-back", test_step_back);
  g_test_add_func ("/map/own-legs", test_own_legs);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}

/* test-map-paths.c: SVG path data, lengths along it, extents as librsvg has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>
#include <librsvg/rsvg.h>

#include "find-winding.h"
#include "legato-map-error.h"
#include "legato-map-line.h"
#include "legato-pen.h"

typedef struct
{
  const char *d;
  double length;
  double end_x;
  double end_y;
} Case;

/* Lengths of curves that have no short formula are left 0. */
static const Case cases[] = {
  { "M0 0L3 4", 5, 3, 4 },
  { "M1,1 4,5", 5, 4, 5 },
  { "  M 0 0 10 0 10 10 ", 20, 10, 10 },
  { "M.5.5.5 10.5", 10, 0.5, 10.5 },
  { "M-1-1L1e1-1", 11, 10, -1 },
  { "M0,0L1E1,0+15-0", 15, 15, 0 },
  { "M0 0C0 0 10 0 10 0", 10, 10, 0 },
  { "M0 0C0 10 10 10 10 0 10-10 20-10 20 0", 0, 20, 0 },
  { "M0 0L0 0L4 0L4 0", 4, 4, 0 },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoMapLine) path = legato_map_line_new (cases[i].d, &error);
      LegatoMapPoint end;

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].d);
      legato_map_line_get_point (path, 1, &end, NULL);
      g_assert_cmpfloat_with_epsilon (end.x, cases[i].end_x, 1e-9);
      g_assert_cmpfloat_with_epsilon (end.y, cases[i].end_y, 1e-9);
      if (cases[i].length > 0)
        g_assert_cmpfloat_with_epsilon (legato_map_line_get_length (path), cases[i].length, 0.05);
    }
}

/* The logical rectangle of librsvg is the path's own extents: no line is painted. */
static void
test_extents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *svg =
          g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                           "<path id='p' d='%s' fill='#000'/></svg>",
                           cases[i].d);
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoMapLine) path = legato_map_line_new (cases[i].d, &error);
      LegatoMapBox box = legato_map_line_get_box (path);
      RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), &error);
      RsvgRectangle ink, logical;
      gboolean known;

      g_assert_no_error (error);
      known = rsvg_handle_get_geometry_for_element (handle, "#p", &ink, &logical, &error);
      g_object_unref (handle);
      g_assert_no_error (error);
      g_assert_true (known);
      g_test_message ("%s", cases[i].d);
      /* librsvg gives an empty rectangle to what has no area, moved to the origin. */
      g_assert_cmpfloat_with_epsilon (box.width, logical.width, 0.03);
      g_assert_cmpfloat_with_epsilon (box.height, logical.height, 0.03);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *d;
    int code;
  } broken[] = {
    { "", LEGATO_MAP_ERROR_SYNTAX },
    { "L0 0", LEGATO_MAP_ERROR_SYNTAX },
    { "M", LEGATO_MAP_ERROR_SYNTAX },
    { "M0", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1 nan", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1 inf", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L0x10 0", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1 1e999", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1 1000000", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0X1 1", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1;1", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0l1 1", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0H10", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0A5 5 0 0 1 10 0", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0C1 1 2 2 3", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0ZZ", LEGATO_MAP_ERROR_SYNTAX },
    { "M0 0L1 1L2 0Z", LEGATO_MAP_ERROR_INVALID },
    { "M0 0L1 1M5 5L6 6", LEGATO_MAP_ERROR_INVALID },
    { "M0 0", LEGATO_MAP_ERROR_INVALID },
    { "M3 3L3 3", LEGATO_MAP_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].d);
      g_assert_null (legato_map_line_new (broken[i].d, &error));
      g_assert_error (error, LEGATO_MAP_ERROR, broken[i].code);
    }
}

static void
test_too_many_points (void)
{
  g_autoptr (GString) d = g_string_new ("M0 0");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (d, "L1 0L0 0");
  g_assert_null (legato_map_line_new (d->str, &error));
  g_assert_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_TOO_LARGE);
}

static void
test_along (void)
{
  g_autoptr (LegatoMapLine) path = legato_map_line_new ("M0 100L0 50 50 50", NULL);
  static const struct
  {
    double fraction, x, y, tx, ty;
  } stations[] = {
    { -1, 0, 100, 0, -1 },  { 0, 0, 100, 0, -1 }, { 0.25, 0, 75, 0, -1 },
    { 0.75, 25, 50, 1, 0 }, { 1, 50, 50, 1, 0 },  { 2, 50, 50, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      LegatoMapPoint point, tangent;

      legato_map_line_get_point (path, stations[i].fraction, &point, &tangent);
      g_assert_cmpfloat_with_epsilon (point.x, stations[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (point.y, stations[i].y, 1e-9);
      g_assert_cmpfloat_with_epsilon (tangent.x, stations[i].tx, 1e-9);
      g_assert_cmpfloat_with_epsilon (tangent.y, stations[i].ty, 1e-9);
    }
}

/* Equal fractions are equal lengths, also where a curve's own parameter runs unevenly. */
static void
test_even_speed (void)
{
  g_autoptr (LegatoMapLine) path =
      legato_map_line_new ("M0 0C0 200 5 300 400 300 795 300 700 10 200 20", NULL);
  double step = legato_map_line_get_length (path) / 1000;
  LegatoMapPoint last, point;

  legato_map_line_get_point (path, 0, &last, NULL);
  for (int i = 1; i <= 1000; i++)
    {
      legato_map_line_get_point (path, i / 1000.0, &point, NULL);
      g_assert_cmpfloat_with_epsilon (hypot (point.x - last.x, point.y - last.y), step,
                                      step * 0.02);
      last = point;
    }
}

static void
test_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr (LegatoMapLine) path = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma");
      return;
    }
  path = legato_map_line_new ("M0.5 0L1.5 0", NULL);
  setlocale (LC_NUMERIC, before);
  g_assert_nonnull (path);
  g_assert_cmpfloat_with_epsilon (legato_map_line_get_length (path), 1, 1e-9);
}

static void
test_winding (void)
{
  g_autoptr (LegatoMapPath) ring =
      legato_map_path_new ("M0 0L10 0 10 10 0 10ZM3 3L3 7 7 7 7 3Z", NULL);

  g_assert_cmpint (find_winding (ring, 1, 1), !=, 0);
  g_assert_cmpint (find_winding (ring, 5, 5), ==, 0);
  g_assert_cmpint (find_winding (ring, 11, 5), ==, 0);
  g_assert_cmpint (find_winding (ring, -1, 0), ==, 0);
}

/* The line around a marked place has no corner, lies on its straight edges, and never outside. */
static void
test_rounded (void)
{
  g_autoptr (LegatoMapPath) square = legato_map_path_new ("M0 0L100 0 100 100 0 100Z", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *path = NULL;
  double direction = NAN, first = NAN, turned = 0, most = 0, edge = 0;
  double x = NAN, y = NAN;

  legato_pen_round_outline (cr, square);
  path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      double to_x, to_y;

      if (path->data[i].header.type == CAIRO_PATH_CLOSE_PATH)
        break;
      to_x = path->data[i + 1].point.x;
      to_y = path->data[i + 1].point.y;
      g_assert_cmpfloat (MIN (to_x, to_y), >=, -0.01);
      g_assert_cmpfloat (MAX (to_x, to_y), <=, 100.01);
      if (to_x > 40 && to_x < 60 && to_y < 50)
        edge = MAX (edge, to_y);
      if (!isnan (x))
        {
          double now = atan2 (to_y - y, to_x - x);
          double turn = isnan (direction) ? 0 : remainder (now - direction, 2 * G_PI);

          first = isnan (first) ? now : first;
          turned += turn;
          most = MAX (most, fabs (turn));
          direction = now;
        }
      x = to_x;
      y = to_y;
    }
  turned += remainder (first - direction, 2 * G_PI);
  g_assert_cmpfloat (edge, <, 0.01);
  g_assert_cmpfloat_with_epsilon (turned, 2 * G_PI, 0.3);
  g_assert_cmpfloat (most, <, 0.6);
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/paths/table", test_table);
  g_test_add_func ("/map/paths/extents", test_extents);
  g_test_add_func ("/map/paths/errors", test_errors);
  g_test_add_func ("/map/paths/too-many-points", test_too_many_points);
  g_test_add_func ("/map/paths/along", test_along);
  g_test_add_func ("/map/paths/even-speed", test_even_speed);
  g_test_add_func ("/map/paths/locale", test_locale);
  g_test_add_func ("/map/paths/winding", test_winding);
  g_test_add_func ("/map/paths/rounded", test_rounded);
  return g_test_run ();
}

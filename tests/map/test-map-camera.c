/* test-map-camera.c: what the camera shows, however it is moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "legato-map-art.h"
#include "legato-map-camera-testing.h"

#define ART_WIDTH 480.0

/* A pixel's hundredth. */
#define CLOSE 0.01

static LegatoMapCamera
make_camera (double width, double height, double side)
{
  LegatoMapCamera camera = { 0 };

  camera.zoom = 1;
  legato_map_camera_set_room (&camera, width, height, side, ART_WIDTH, LEGATO_DRAWING_HEIGHT);
  return camera;
}

static LegatoMapPoint
to_room (const LegatoMapCamera *camera, LegatoMapPoint at)
{
  double scale = legato_map_camera_get_scale (camera);

  return (LegatoMapPoint){ camera->room_width / 2 + (at.x - camera->centre.x) * scale,
                           camera->room_height / 2 + (at.y - camera->centre.y) * scale };
}

static LegatoMapPoint
to_art (const LegatoMapCamera *camera, double x, double y)
{
  double scale = legato_map_camera_get_scale (camera);

  return (LegatoMapPoint){ camera->centre.x + (x - camera->room_width / 2) / scale,
                           camera->centre.y + (y - camera->room_height / 2) / scale };
}

/* The drawing covers the place that it has at zoom 1, whatever was done, but for a margin at its
 * sides. */
static void
check (const LegatoMapCamera *camera)
{
  double fit = legato_map_camera_get_fit (camera);
  LegatoMapPoint corner = to_room (camera, (LegatoMapPoint){ 0, 0 });
  LegatoMapPoint other = to_room (camera, (LegatoMapPoint){ ART_WIDTH, LEGATO_DRAWING_HEIGHT });
  double left = (camera->room_width - ART_WIDTH * fit) / 2;
  double top = (camera->room_height - LEGATO_DRAWING_HEIGHT * fit) / 2;
  double margin = legato_map_camera_get_margin (camera) * legato_map_camera_get_scale (camera);
  int whole_left, whole_top;

  g_assert_cmpfloat (camera->zoom, >=, 1);
  g_assert_cmpfloat (camera->zoom, <=, LEGATO_MAP_CAMERA_MAX_ZOOM);
  g_assert_cmpfloat (corner.x, <=, left + margin + CLOSE);
  g_assert_cmpfloat (corner.y, <=, top + CLOSE);
  g_assert_cmpfloat (other.x, >=, camera->room_width - left - margin - CLOSE);
  g_assert_cmpfloat (other.y, >=, camera->room_height - top - CLOSE);

  legato_map_camera_get_origin (camera, &whole_left, &whole_top);
  g_assert_cmpfloat_with_epsilon (whole_left + 0.5, corner.x, 0.5 + CLOSE);
  g_assert_cmpfloat_with_epsilon (whole_top + 0.5, corner.y, 0.5 + CLOSE);
}

static void
test_fit (void)
{
  LegatoMapCamera camera = make_camera (300, 900, 0);

  check (&camera);
  g_assert_cmpfloat_with_epsilon (legato_map_camera_get_scale (&camera), 300 / ART_WIDTH, 1e-9);
  g_assert_false (legato_map_camera_is_zoomed (&camera));

  /* What stands at the sides makes the legs smaller, but does not move them. */
  legato_map_camera_set_room (&camera, 300, 900, 30, ART_WIDTH, LEGATO_DRAWING_HEIGHT);
  check (&camera);
  g_assert_cmpfloat_with_epsilon (legato_map_camera_get_scale (&camera), 240 / ART_WIDTH, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.centre.x, ART_WIDTH / 2, 1e-9);

  legato_map_camera_set_room (&camera, 3840, 2160, 30, ART_WIDTH, LEGATO_DRAWING_HEIGHT);
  check (&camera);
  g_assert_cmpfloat_with_epsilon (legato_map_camera_get_scale (&camera),
                                  2160 / LEGATO_DRAWING_HEIGHT, 1e-9);

  /* A room of nothing is survived. */
  legato_map_camera_set_room (&camera, 0, 0, 40, ART_WIDTH, LEGATO_DRAWING_HEIGHT);
  legato_map_camera_zoom_at (&camera, 3, 0, 0);
  g_assert_true (isfinite (camera.centre.x) && isfinite (camera.centre.y));
  g_assert_cmpfloat (legato_map_camera_get_scale (&camera), >, 0);
}

/* Zooming in keeps the place under the pointer where it is, wherever on the legs that is. */
static void
test_pointer_stays (void)
{
  for (int round = 0; round < 2000; round++)
    {
      LegatoMapCamera camera =
          make_camera (g_test_rand_double_range (250, 2000), g_test_rand_double_range (180, 2000),
                       g_test_rand_double_range (0, 50));
      LegatoMapPoint at = { g_test_rand_double_range (0, ART_WIDTH),
                            g_test_rand_double_range (0, LEGATO_DRAWING_HEIGHT) };

      for (double zoom = 1; zoom < 7; zoom *= g_test_rand_double_range (1, 1.8))
        {
          LegatoMapPoint before = to_room (&camera, at), after;

          legato_map_camera_zoom_at (&camera, zoom, before.x, before.y);
          after = to_room (&camera, at);
          check (&camera);
          g_assert_cmpfloat_with_epsilon (after.x, before.x, CLOSE);
          g_assert_cmpfloat_with_epsilon (after.y, before.y, CLOSE);
          /* The next step may begin anywhere else in sight. */
          at = to_art (&camera, g_test_rand_double_range (0, camera.room_width),
                       g_test_rand_double_range (0, camera.room_height));
          at.x = CLAMP (at.x, 0, ART_WIDTH);
          at.y = CLAMP (at.y, 0, LEGATO_DRAWING_HEIGHT);
        }

      /* All the way out again it is as it was. */
      legato_map_camera_zoom_at (&camera, 0.2, g_test_rand_double_range (0, 2000), 3);
      g_assert_false (legato_map_camera_is_zoomed (&camera));
      g_assert_cmpfloat_with_epsilon (camera.centre.x, ART_WIDTH / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (camera.centre.y, LEGATO_DRAWING_HEIGHT / 2, 1e-6);
    }
}

static void
do_anything (LegatoMapCamera *camera)
{
  LegatoMapBox box = { g_test_rand_double_range (-50, 400), g_test_rand_double_range (-50, 1000),
                       g_test_rand_double_range (1, 300), g_test_rand_double_range (1, 600) };
  LegatoMapPoint centre = { box.x + box.width / 2, box.y + box.height / 2 };
  LegatoMapCamera from = *camera;

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      legato_map_camera_zoom_at (camera, g_test_rand_double_range (-2, 20),
                                 g_test_rand_double_range (-100, 1500),
                                 g_test_rand_double_range (-100, 1500));
      break;
    case 1:
      legato_map_camera_pan (camera, g_test_rand_double_range (-4000, 4000),
                             g_test_rand_double_range (-4000, 4000));
      break;
    case 2:
      legato_map_camera_show (camera, &box);
      break;
    case 3:
      legato_map_camera_reveal (camera, &box, centre);
      break;
    case 4:
      legato_map_camera_set_room (camera, g_test_rand_double_range (250, 4000),
                                  g_test_rand_double_range (180, 3000), 40, ART_WIDTH,
                                  LEGATO_DRAWING_HEIGHT);
      break;
    case 5:
      legato_map_camera_zoom_at (camera, NAN, 5, 5);
      break;
    default:
      legato_map_camera_show (camera, &box);
      legato_map_camera_mix (camera, &from, camera, g_test_rand_double_range (0, 1));
    }
}

static void
test_legs_stay (void)
{
  LegatoMapCamera camera = make_camera (600, 900, 40);

  for (int round = 0; round < 20000; round++)
    {
      do_anything (&camera);
      check (&camera);
    }
  legato_map_camera_reset (&camera);
  check (&camera);
  g_assert_false (legato_map_camera_is_zoomed (&camera));
}

static void
test_pan (void)
{
  LegatoMapCamera camera = make_camera (600, 900, 0), before;
  const LegatoMapPoint at = { 200, 500 };

  /* The whole legs have nowhere to go. */
  before = camera;
  legato_map_camera_pan (&camera, 50, 70);
  g_assert_true (legato_map_camera_equal (&camera, &before));

  legato_map_camera_zoom_at (&camera, 4, 300, 450);
  before = camera;
  legato_map_camera_pan (&camera, 50, -70);
  g_assert_false (legato_map_camera_equal (&camera, &before));
  g_assert_cmpfloat_with_epsilon (to_room (&camera, at).x, to_room (&before, at).x + 50, CLOSE);
  g_assert_cmpfloat_with_epsilon (to_room (&camera, at).y, to_room (&before, at).y - 70, CLOSE);
}

/* However wide or low the room, each corner of the drawing can be brought into it. */
static void
test_corners (void)
{
  const LegatoMapPoint rooms[] = { { 1200, 560 }, { 3840, 300 }, { 250, 2000 }, { 400, 400 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (int corner = 0; corner < 4; corner++)
      {
        LegatoMapCamera camera = make_camera (rooms[i].x, rooms[i].y, 40);
        LegatoMapPoint at = { corner % 2 * ART_WIDTH, corner / 2 * LEGATO_DRAWING_HEIGHT }, seen;

        legato_map_camera_zoom_at (&camera, LEGATO_MAP_CAMERA_MAX_ZOOM, 0, rooms[i].y / 2);
        legato_map_camera_pan (&camera, corner % 2 == 0 ? 1e5 : -1e5, corner / 2 == 0 ? 1e5 : -1e5);
        check (&camera);
        seen = to_room (&camera, at);
        g_assert_cmpfloat (seen.x, >=, -CLOSE);
        g_assert_cmpfloat (seen.x, <=, rooms[i].x + CLOSE);
        g_assert_cmpfloat (seen.y, >=, -CLOSE);
        g_assert_cmpfloat (seen.y, <=, rooms[i].y + CLOSE);
      }
}

static void
test_show (void)
{
  LegatoMapCamera camera = make_camera (600, 900, 40), again;
  const LegatoMapBox knee = { 120, 500, 70, 90 }, foot = { 60, 960, 80, 100 };
  const LegatoMapPoint centre = { 155, 545 }, sole = { 100, 1010 };
  LegatoMapBox seen;

  legato_map_camera_show (&camera, &knee);
  check (&camera);
  seen = legato_map_camera_get_part (&camera, 0);
  g_assert_cmpfloat (seen.x, <, knee.x);
  g_assert_cmpfloat (seen.y, <, knee.y);
  g_assert_cmpfloat (seen.x + seen.width, >, knee.x + knee.width);
  g_assert_cmpfloat (seen.y + seen.height, >, knee.y + knee.height);
  g_assert_cmpfloat_with_epsilon (camera.centre.y, 545, 1e-6);

  /* It is in sight: nothing moves. */
  again = camera;
  legato_map_camera_reveal (&camera, &knee, centre);
  g_assert_true (legato_map_camera_equal (&camera, &again));

  /* The foot comes in at the edge, as large as before. */
  legato_map_camera_reveal (&camera, &foot, sole);
  check (&camera);
  g_assert_cmpfloat (camera.zoom, ==, again.zoom);
  seen = legato_map_camera_get_part (&camera, 0);
  g_assert_cmpfloat (seen.y + seen.height, >=, foot.y + foot.height);
  g_assert_cmpfloat (seen.x, <=, foot.x);
  g_assert_cmpfloat (seen.y, <, foot.y);
}

/* Half way by the eye's measure, and exact at both ends. */
static void
test_mix (void)
{
  LegatoMapCamera from = make_camera (600, 900, 0), to = from, camera = from;
  const LegatoMapBox box = { 300, 200, 60, 80 };
  LegatoMapPoint still;
  double part;

  legato_map_camera_show (&to, &box);
  legato_map_camera_mix (&camera, &from, &to, 0);
  g_assert_true (legato_map_camera_equal (&camera, &from));
  legato_map_camera_mix (&camera, &from, &to, 1);
  g_assert_true (legato_map_camera_equal (&camera, &to));
  legato_map_camera_mix (&camera, &from, &to, 0.5);
  g_assert_cmpfloat_with_epsilon (camera.zoom, sqrt (to.zoom), 1e-9);

  /* One place stands still meanwhile: that which both show at the same spot. */
  part = legato_map_camera_get_scale (&from) / legato_map_camera_get_scale (&to);
  still.x = (to.centre.x - from.centre.x * part) / (1 - part);
  still.y = (to.centre.y - from.centre.y * part) / (1 - part);
  g_assert_cmpfloat_with_epsilon (to_room (&camera, still).x, to_room (&from, still).x, CLOSE);
  g_assert_cmpfloat_with_epsilon (to_room (&camera, still).y, to_room (&to, still).y, CLOSE);
}

/* A roller beside a calf is seen whole, and the calf with it, whichever side it lies on; it costs
 * no nearness, since there is room on the other side. */
static void
test_tool (void)
{
  const LegatoMapBox calf = { 180, 560, 60, 215 };

  for (int side = -1; side <= 1; side += 2)
    {
      const LegatoMapBox tool = { side < 0 ? 50 : 215, 500, 155, 330 };
      LegatoMapCamera camera = { 0 }, without;
      LegatoMapBox box = calf, seen;

      legato_map_camera_set_room (&camera, 428, 690, 0, 420, 1100);
      without = camera;
      legato_map_camera_approach (&without, &box);
      legato_map_camera_make_room (&box, &tool);
      legato_map_camera_approach (&camera, &box);
      seen = legato_map_camera_get_part (&camera, 0);
      g_assert_cmpfloat (seen.x, <=, MIN (calf.x, tool.x));
      g_assert_cmpfloat (seen.x + seen.width, >=, MAX (calf.x + calf.width, tool.x + tool.width));
      g_assert_cmpfloat_with_epsilon (camera.zoom, without.zoom, 1e-6);
      seen = legato_map_camera_get_part (&without, 0);
      g_assert_true (seen.x > tool.x || seen.x + seen.width < tool.x + tool.width);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/camera/fit", test_fit);
  g_test_add_func ("/map/camera/pointer-stays", test_pointer_stays);
  g_test_add_func ("/map/camera/legs-stay", test_legs_stay);
  g_test_add_func ("/map/camera/pan", test_pan);
  g_test_add_func ("/map/camera/corners", test_corners);
  g_test_add_func ("/map/camera/show", test_show);
  g_test_add_func ("/map/camera/tool", test_tool);
  g_test_add_func ("/map/camera/mix", test_mix);
  return g_test_run ();
}

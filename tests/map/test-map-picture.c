/* test-map-picture.c: which renderings of a view are made, in which order, and which are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-map-picture.h"
#include "legato-map-views.h"
#include "map-test-utils.h"


/* Pixels a unit: a picture of 0.2 and one of 1.1 million pixels. */
#define SMALL 0.6
#define LARGE 1.5

/* Of the calf from behind, three times nearer. */
static const LegatoMapBox part = { 100, 600, 150, 200 };

typedef struct
{
  LegatoGuide *guide;
  LegatoMapViews *views;
  LegatoMapPicture *picture;
  char *light;
  char *dark;
  guint n_changed;
} Fixture;

static void
changed_cb (LegatoMapPicture *picture, Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->guide = load_guide ();
  self->views = legato_map_views_new (self->guide);
  self->picture = legato_map_picture_new (legato_map_views_get (self->views, LEGATO_VIEW_BACK));
  self->light = legato_map_views_load_style ("light", 1, FALSE);
  self->dark = legato_map_views_load_style ("dark", 4, FALSE);
  g_signal_connect (self->picture, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->picture);
  legato_map_views_unref (self->views);
  legato_guide_unref (self->guide);
  g_free (self->light);
  g_free (self->dark);
}

static void
wait_for_next (Fixture *self)
{
  guint before = self->n_changed;

  while (self->n_changed == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_all (Fixture *self)
{
  while (!legato_map_picture_is_ready (self->picture))
    g_main_context_iteration (NULL, TRUE);
}

static void
request (Fixture *self, double scale, const char *style, gboolean zoomed)
{
  legato_map_picture_request (self->picture, scale, 1, FALSE, style, 0, zoomed ? &part : NULL,
                              zoomed ? 3 * scale : 0);
}

/* What the picture draws of the part, three times nearer than @scale; NULL for nothing at all. */
static cairo_surface_t *
look (Fixture *self, double scale)
{
  int width = (int) (part.width * 3 * scale), height = (int) (part.height * 3 * scale);
  graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface;
  GskRenderNode *node;
  cairo_t *cr;

  legato_map_picture_snapshot (self->picture, snapshot, (int) (-part.x * 3 * scale),
                               (int) (-part.y * 3 * scale), 3 * scale, &room);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
  return surface;
}

typedef struct
{
  double light;     /* 0 to 1 */
  double sharpness; /* mean difference from one pixel to the next, 0 to 1 */
} Look;

static Look
measure (Fixture *self, double scale)
{
  cairo_surface_t *surface = look (self, scale);
  int width, height, stride;
  double light = 0, difference = 0;
  const guchar *pixels;

  g_assert_nonnull (surface);
  cairo_surface_flush (surface);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        /* Byte 1 is green, whichever way round the machine has them. */
        const guchar *pixel = pixels + y * stride + x * 4;

        light += pixel[1];
        if (x > 0)
          difference += ABS (pixel[1] - pixel[1 - 4]);
      }
  cairo_surface_destroy (surface);
  return (Look){ light / (255.0 * width * height), difference / (255.0 * (width - 1) * height) };
}

static gboolean
is_there (Fixture *self, double scale)
{
  cairo_surface_t *surface = look (self, scale);

  if (surface == NULL)
    return FALSE;
  cairo_surface_destroy (surface);
  return TRUE;
}

/* A view that is turned away from comes back at once, unless it would take much memory meanwhile.
 */
static void
test_rest (Fixture *self, gconstpointer data)
{
  request (self, SMALL, self->light, FALSE);
  wait_for_all (self);
  legato_map_picture_rest (self->picture);
  g_assert_true (is_there (self, SMALL));
  request (self, SMALL, self->light, FALSE);
  g_assert_true (legato_map_picture_is_ready (self->picture));

  request (self, LARGE, self->light, FALSE);
  wait_for_all (self);
  legato_map_picture_rest (self->picture);
  g_assert_false (is_there (self, LARGE));

  /* And again when it is wanted, even if it went while it was being rendered. */
  request (self, LARGE, self->light, FALSE);
  legato_map_picture_rest (self->picture);
  request (self, LARGE, self->light, FALSE);
  wait_for_all (self);
  g_assert_true (is_there (self, LARGE));
}

/* Zoomed, what is seen is sharp, and what is not seen is kept whole only if it is small. */
static void
test_zoomed (Fixture *self, gconstpointer data)
{
  const double scales[] = { SMALL, LARGE };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      Look stretched;

      request (self, scales[i], self->light, FALSE);
      wait_for_all (self);
      stretched = measure (self, scales[i]);
      request (self, scales[i], self->light, TRUE);
      wait_for_next (self);
      g_assert_cmpfloat (measure (self, scales[i]).sharpness, >, 1.05 * stretched.sharpness);
      wait_for_all (self);
      g_assert_cmpfloat (measure (self, scales[i]).sharpness, >, 1.05 * stretched.sharpness);

      /* Until it has been drawn again the coarse one is stretched. */
      request (self, scales[i], self->light, FALSE);
      g_assert_true (legato_map_picture_is_ready (self->picture) == (scales[i] == SMALL));
      g_assert_true (is_there (self, scales[i]));
      wait_for_all (self);
      g_assert_cmpfloat_with_epsilon (measure (self, scales[i]).sharpness, stretched.sharpness,
                                      1e-9);
    }
}

/* Other looks are there as soon as the whole drawing has them, and then sharp. */
static void
test_style_zoomed (Fixture *self, gconstpointer data)
{
  Look light, first, dark;

  request (self, LARGE, self->light, TRUE);
  wait_for_all (self);
  light = measure (self, LARGE);

  request (self, LARGE, self->dark, TRUE);
  g_assert_cmpfloat_with_epsilon (measure (self, LARGE).light, light.light, 1e-9);
  wait_for_next (self);
  first = measure (self, LARGE);
  g_assert_false (legato_map_picture_is_ready (self->picture));
  wait_for_all (self);
  dark = measure (self, LARGE);

  g_assert_cmpfloat (dark.light, <, 0.7 * light.light);
  g_assert_cmpfloat_with_epsilon (first.light, dark.light, 0.02);
  g_assert_cmpfloat (first.sharpness, <, dark.sharpness);
}

/* Waits until the picture begins to fade, or, with nothing more to fade, is ready. */
static gboolean
wait_for_fade (Fixture *self)
{
  while (!legato_map_picture_is_fading (self->picture)
         && !legato_map_picture_is_ready (self->picture))
    g_main_context_iteration (NULL, TRUE);
  return legato_map_picture_is_fading (self->picture);
}

/* All but one place steps back little by little. */
static void
test_fade (Fixture *self, gconstpointer data)
{
  const gint64 second = G_USEC_PER_SEC;

  for (int zoomed = 0; zoomed <= 1; zoomed++)
    {
      const LegatoMapBox *box = zoomed ? &part : NULL;
      Look before, midway, after;

      legato_map_picture_request (self->picture, SMALL, 1, FALSE, self->light, 0, box, 3 * SMALL);
      while (wait_for_fade (self))
        legato_map_picture_end_fade (self->picture);
      before = measure (self, SMALL);

      legato_map_picture_request (self->picture, SMALL, 1, FALSE, self->light, 1, box, 3 * SMALL);
      g_assert_true (wait_for_fade (self));
      g_assert_false (legato_map_picture_is_ready (self->picture));
      g_assert_cmpfloat_with_epsilon (measure (self, SMALL).light, before.light, 0.01);
      g_assert_true (legato_map_picture_fade (self->picture, second));
      g_assert_true (legato_map_picture_fade (self->picture, second + second / 8));
      midway = measure (self, SMALL);
      g_assert_false (legato_map_picture_fade (self->picture, 2 * second));
      while (wait_for_fade (self))
        legato_map_picture_end_fade (self->picture);
      after = measure (self, SMALL);
      /* Here on black. */
      g_assert_cmpfloat (midway.light, <, before.light - 0.02);
      g_assert_cmpfloat (after.light, <, midway.light - 0.02);
    }
}

static void
show_lit (Fixture *self, guint64 lit, const LegatoMapBox *box)
{
  legato_map_picture_request (self->picture, SMALL, 1, FALSE, self->light, lit, box, 3 * SMALL);
  while (wait_for_fade (self))
    legato_map_picture_end_fade (self->picture);
}

/* Whatever stepped back before, a picture looks as one that has never shown anything else. */
static void
test_in_turn (Fixture *self, gconstpointer data)
{
  static const guint64 lit[] = { 1, 6, 0, 6 };

  for (int zoomed = 0; zoomed <= 1; zoomed++)
    for (gsize i = 0; i < G_N_ELEMENTS (lit); i++)
      {
        const LegatoMapBox *box = zoomed ? &part : NULL;
        Fixture fresh = *self;
        cairo_surface_t *here, *there;

        show_lit (self, lit[i], box);
        here = look (self, SMALL);
        fresh.picture =
            legato_map_picture_new (legato_map_views_get (self->views, LEGATO_VIEW_BACK));
        show_lit (&fresh, lit[i], box);
        there = look (&fresh, SMALL);
        g_assert_cmpmem (
            cairo_image_surface_get_data (here),
            cairo_image_surface_get_stride (here) * cairo_image_surface_get_height (here),
            cairo_image_surface_get_data (there),
            cairo_image_surface_get_stride (there) * cairo_image_surface_get_height (there));
        cairo_surface_destroy (here);
        cairo_surface_destroy (there);
        g_object_unref (fresh.picture);
      }
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map-picture/rest", test_rest);
  ADD ("/map-picture/zoomed", test_zoomed);
  ADD ("/map-picture/style/zoomed", test_style_zoomed);
  ADD ("/map-picture/fade", test_fade);
  ADD ("/map-picture/in-turn", test_in_turn);
  return g_test_run ();
}

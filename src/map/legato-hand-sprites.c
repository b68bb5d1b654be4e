/* legato-hand-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-sprites.h"

/* Sizes are rounded up to this many device pixels: a hand that grows and shrinks needs a few
 * sprites then, none of which is made much smaller than it was painted. */
#define SIZE_STEP 12.0

/* Room at the edges for the smoothing of a turned sprite, device pixels. */
#define MARGIN 2.0

/* More than any one technique shows; a longer list comes from zooming, and is begun anew. */
#define MOST_SPRITES 24

typedef struct
{
  LegatoHand hand;
  double pixels; /* length of the hand as painted */
  cairo_surface_t *surface;
  double x, y; /* of the hand's middle in the surface */
} Sprite;

struct _LegatoHandSprites
{
  GArray *sprites; /* Sprite */
  double device_scale;
  GdkRGBA accent;
};

static void
clear_sprite (gpointer data)
{
  cairo_surface_destroy (((Sprite *) data)->surface);
}

/** legato_hand_sprites_new: (transfer full) */
LegatoHandSprites *
legato_hand_sprites_new (void)
{
  LegatoHandSprites *self = g_new0 (LegatoHandSprites, 1);

  self->sprites = g_array_new (FALSE, FALSE, sizeof (Sprite));
  g_array_set_clear_func (self->sprites, clear_sprite);
  self->device_scale = 1;
  return self;
}

void
legato_hand_sprites_free (LegatoHandSprites *self)
{
  g_array_unref (self->sprites);
  g_free (self);
}

/** legato_hand_sprites_set_look: @device_scale: device pixels a unit of what is drawn on */
void
legato_hand_sprites_set_look (LegatoHandSprites *self, double device_scale, const GdkRGBA *accent)
{
  g_return_if_fail (self != NULL && device_scale > 0 && accent != NULL);

  if (!gdk_rgba_equal (&self->accent, accent))
    g_array_set_size (self->sprites, 0);
  self->accent = *accent;
  self->device_scale = device_scale;
}

static Sprite *
paint_sprite (LegatoHandSprites *self, LegatoHand hand, double pixels)
{
  LegatoMapBox box = legato_pen_get_hand_box (hand);
  Sprite sprite = { hand, pixels };
  cairo_t *cr;

  if (self->sprites->len >= MOST_SPRITES)
    g_array_set_size (self->sprites, 0);
  sprite.x = ceil (MARGIN - box.x * pixels);
  sprite.y = ceil (MARGIN - box.y * pixels);
  sprite.surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (sprite.x + (box.x + box.width) * pixels + MARGIN),
      (int) ceil (sprite.y + (box.y + box.height) * pixels + MARGIN));
  cr = cairo_create (sprite.surface);
  legato_pen_hand (cr, hand, (LegatoMapPoint){ sprite.x, sprite.y }, (LegatoMapPoint){ 0, -1 },
                   pixels, FALSE, &self->accent);
  cairo_destroy (cr);
  g_array_append_val (self->sprites, sprite);
  return &g_array_index (self->sprites, Sprite, self->sprites->len - 1);
}

static Sprite *
find_sprite (LegatoHandSprites *self, LegatoHand hand, double pixels)
{
  for (guint i = 0; i < self->sprites->len; i++)
    {
      Sprite *sprite = &g_array_index (self->sprites, Sprite, i);

      if (sprite->hand == hand && fabs (sprite->pixels - pixels) < 0.5)
        return sprite;
    }
  return paint_sprite (self, hand, pixels);
}

/**
 * legato_hand_sprites_draw:
 * @at: its middle
 * @direction: where its fingers point, of length 1
 * @size: length of a hand in user units
 * @mirrored: a left hand instead of a right one
 * @alpha: opacity, 0 to 1; less than 1 for a hand in the air
 */
void
legato_hand_sprites_draw (LegatoHandSprites *self,
                          cairo_t *cr,
                          LegatoHand hand,
                          LegatoMapPoint at,
                          LegatoMapPoint direction,
                          double size,
                          gboolean mirrored,
                          double alpha)
{
  const Sprite *sprite =
      find_sprite (self, hand, SIZE_STEP * MAX (1, ceil (size * self->device_scale / SIZE_STEP)));
  double unit = size / sprite->pixels;

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, atan2 (direction.x, -direction.y));
  cairo_scale (cr, mirrored ? -unit : unit, unit);
  cairo_set_source_surface (cr, sprite->surface, -sprite->x, -sprite->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  if (alpha < 1)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_paint (cr);
  cairo_restore (cr);
}

/* legato-hand-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-sprites.h"

/* A hand is painted anew when it has grown by so many device pixels, or turned so far that its tips
 * have moved by about one: then it need only be copied, which costs a tenth of turning its picture.
 */
#define SIZE_STEP 2.0

/* Larger hands, in device pixels, are seen only on a leg brought near, and are painted each time.
 */
#define MOST_PIXELS 500.0

/* Room at the edges for smoothing, device pixels. */
#define MARGIN 2.0

/* All that the strokes of one step show. When it is more, all is begun anew. */
#define MOST_BYTES (12 * 1024 * 1024)

typedef struct
{
  LegatoHand hand;
  int size;  /* in steps of SIZE_STEP */
  int angle; /* in steps of the tips' width */
  gboolean mirrored;
  cairo_surface_t *surface;
  int x, y; /* of the hand's middle in the surface */
} Sprite;

/* A number that stands still for a second. */
typedef struct
{
  char *text;
  int pixels; /* radius */
  cairo_surface_t *surface;
} Badge;

struct _LegatoHandSprites
{
  Badge badge;
  GArray *sprites; /* Sprite */
  gsize bytes;     /* of their surfaces */
  double device_scale;
  GdkRGBA accent;
};

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA ink = { 0.16f, 0.10f, 0.08f, 1.0f };

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
  g_clear_pointer (&self->badge.surface, cairo_surface_destroy);
  g_free (self->badge.text);
  g_array_unref (self->sprites);
  g_free (self);
}

static void
forget (LegatoHandSprites *self)
{
  g_array_set_size (self->sprites, 0);
  self->bytes = 0;
}

/** legato_hand_sprites_set_style: @device_scale: device pixels a unit of what is drawn on */
void
legato_hand_sprites_set_style (LegatoHandSprites *self, double device_scale, const GdkRGBA *accent)
{
  g_return_if_fail (self != NULL && device_scale > 0 && accent != NULL);

  if (!gdk_rgba_equal (&self->accent, accent))
    forget (self);
  self->accent = *accent;
  self->device_scale = device_scale;
}

/* How far a hand @pixels long whose fingers point @up reaches from its middle. */
static void
find_extents (const Sprite *sprite,
              double pixels,
              LegatoMapPoint up,
              LegatoMapPoint *least,
              LegatoMapPoint *most)
{
  LegatoMapBox box = legato_pen_get_hand_box (sprite->hand);

  *least = *most = (LegatoMapPoint){ 0, 0 };
  for (int corner = 0; corner < 4; corner++)
    {
      double x = (box.x + (corner % 2) * box.width) * (sprite->mirrored ? -pixels : pixels);
      double y = (box.y + (corner / 2) * box.height) * pixels;
      LegatoMapPoint at = { -up.y * x - up.x * y, up.x * x - up.y * y };

      least->x = MIN (least->x, at.x);
      least->y = MIN (least->y, at.y);
      most->x = MAX (most->x, at.x);
      most->y = MAX (most->y, at.y);
    }
}

static const Sprite *
paint_sprite (LegatoHandSprites *self, Sprite sprite, double turn)
{
  double pixels = sprite.size * SIZE_STEP;
  LegatoMapPoint up = { sin (sprite.angle * turn), -cos (sprite.angle * turn) };
  LegatoMapPoint least, most;
  int width, height;
  cairo_t *cr;

  find_extents (&sprite, pixels, up, &least, &most);
  sprite.x = (int) ceil (MARGIN - least.x);
  sprite.y = (int) ceil (MARGIN - least.y);
  width = (int) ceil (sprite.x + most.x + MARGIN);
  height = (int) ceil (sprite.y + most.y + MARGIN);
  if (self->bytes + (gsize) width * (gsize) height * 4 > MOST_BYTES)
    forget (self);
  self->bytes += (gsize) width * (gsize) height * 4;

  sprite.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (sprite.surface);
  legato_pen_hand (cr, sprite.hand, (LegatoMapPoint){ sprite.x, sprite.y }, up, pixels,
                   sprite.mirrored, &self->accent);
  cairo_destroy (cr);
  g_array_append_val (self->sprites, sprite);
  return &g_array_index (self->sprites, Sprite, self->sprites->len - 1);
}

static const Sprite *
find_sprite (LegatoHandSprites *self,
             LegatoHand hand,
             double pixels,
             LegatoMapPoint direction,
             gboolean mirrored)
{
  int size = MAX (1, (int) round (pixels / SIZE_STEP));
  double turn = 2 / (size * SIZE_STEP);
  Sprite wanted = { hand, size, (int) round (atan2 (direction.x, -direction.y) / turn), mirrored };

  for (guint i = 0; i < self->sprites->len; i++)
    {
      const Sprite *sprite = &g_array_index (self->sprites, Sprite, i);

      if (sprite->hand == hand && sprite->size == wanted.size && sprite->angle == wanted.angle
          && sprite->mirrored == mirrored)
        return sprite;
    }
  return paint_sprite (self, wanted, turn);
}

/* The better filter costs much when the camera moves away. */
static void
paint (cairo_t *cr, double alpha)
{
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  if (alpha < 1)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_paint (cr);
}

/**
 * legato_hand_sprites_draw:
 * @cr: whose origin lies on a whole device pixel
 * @at: its middle; moved to the nearest device pixel
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
  double unit = 1 / self->device_scale;
  const Sprite *sprite;

  if (size * self->device_scale > MOST_PIXELS)
    {
      cairo_push_group (cr);
      legato_pen_hand (cr, hand, at, direction, size, mirrored, &self->accent);
      cairo_pop_group_to_source (cr);
      paint (cr, alpha);
      return;
    }
  sprite = find_sprite (self, hand, size * self->device_scale, direction, mirrored);
  cairo_save (cr);
  cairo_scale (cr, unit, unit);
  cairo_set_source_surface (cr, sprite->surface, round (at.x * self->device_scale) - sprite->x,
                            round (at.y * self->device_scale) - sprite->y);
  paint (cr, alpha);
  cairo_restore (cr);
}

/**
 * legato_hand_sprites_draw_badge:
 * @text: one or two digits
 * @at: its middle
 * @radius: in user units
 *
 * Draws a number in a disc; painting its letters anew in each frame would cost more than all else.
 */
void
legato_hand_sprites_draw_badge (LegatoHandSprites *self,
                                cairo_t *cr,
                                PangoContext *context,
                                const char *text,
                                LegatoMapPoint at,
                                double radius)
{
  Badge *badge = &self->badge;
  int pixels = MAX (1, (int) ceil (radius * self->device_scale));
  int middle = (int) ceil (pixels * 1.06 + MARGIN);
  double unit = 1 / self->device_scale;

  if (badge->surface == NULL || badge->pixels != pixels || g_strcmp0 (badge->text, text) != 0)
    {
      cairo_t *own;

      g_clear_pointer (&badge->surface, cairo_surface_destroy);
      g_free (badge->text);
      badge->text = g_strdup (text);
      badge->pixels = pixels;
      badge->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * middle, 2 * middle);
      own = cairo_create (badge->surface);
      legato_pen_badge (own, context, text, (LegatoMapPoint){ middle, middle }, pixels, &paper,
                        &ink);
      cairo_destroy (own);
    }
  cairo_save (cr);
  cairo_scale (cr, unit, unit);
  cairo_set_source_surface (cr, badge->surface, round (at.x * self->device_scale) - middle,
                            round (at.y * self->device_scale) - middle);
  paint (cr, 1);
  cairo_restore (cr);
}

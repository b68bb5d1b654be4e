/* legato-hand-masks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-figure.h"
#include "legato-hand-masks.h"
#include "legato-pen.h"

/* The most different discs that one technique needs at a time. */
#define N_SOFTS 6

/* Of the pelvis in the front and back views, in units. */
#define PELVIS_LEFT 70.0
#define PELVIS_BOTTOM 150.0

/* A mask of both legs is no finer than this, in pixels a unit: 1.3 MB. */
#define MOST_MASK_SCALE 1.6

/* A number that stands still for a second. */
typedef struct
{
  char *text;
  int pixels; /* radius */
  cairo_surface_t *surface;
} Badge;

/* A disc that fades toward its edge. */
typedef struct
{
  int pixels; /* radius */
  double inner;
  cairo_surface_t *surface;
} Soft;

struct _LegatoHandMasks
{
  double device_scale;
  Badge badge;
  Soft softs[N_SOFTS];
  guint next_soft;

  /* Which pixels of the drawing lie on a leg, and which beside it. */
  const LegatoMapArt *art;
  cairo_pattern_t *legs[2];
  double legs_scale; /* pixels a unit */
};

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA ink = { 0.16f, 0.10f, 0.08f, 1.0f };

/** legato_hand_masks_new: (transfer full) */
LegatoHandMasks *
legato_hand_masks_new (void)
{
  LegatoHandMasks *self = g_new0 (LegatoHandMasks, 1);

  self->device_scale = 1;
  return self;
}

void
legato_hand_masks_free (LegatoHandMasks *self)
{
  g_clear_pointer (&self->badge.surface, cairo_surface_destroy);
  g_free (self->badge.text);
  for (gsize i = 0; i < N_SOFTS; i++)
    g_clear_pointer (&self->softs[i].surface, cairo_surface_destroy);
  g_clear_pointer (&self->legs[0], cairo_pattern_destroy);
  g_clear_pointer (&self->legs[1], cairo_pattern_destroy);
  g_free (self);
}

/** legato_hand_masks_set_scale: @device_scale: device pixels a unit of what is drawn on */
void
legato_hand_masks_set_scale (LegatoHandMasks *self, double device_scale)
{
  g_return_if_fail (self != NULL && device_scale > 0);

  self->device_scale = device_scale;
}

static cairo_surface_t *
get_soft (LegatoHandMasks *self, int pixels, double inner)
{
  Soft *soft = NULL;
  cairo_pattern_t *fade;
  cairo_t *cr;

  for (gsize i = 0; i < N_SOFTS; i++)
    if (self->softs[i].surface != NULL && self->softs[i].pixels == pixels
        && self->softs[i].inner == inner)
      return self->softs[i].surface;
  soft = &self->softs[self->next_soft++ % N_SOFTS];
  g_clear_pointer (&soft->surface, cairo_surface_destroy);
  *soft =
      (Soft){ pixels, inner, cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * pixels, 2 * pixels) };
  fade = cairo_pattern_create_radial (pixels, pixels, 0, pixels, pixels, pixels);
  cairo_pattern_add_color_stop_rgba (fade, inner, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 0);
  cr = cairo_create (soft->surface);
  cairo_set_source (cr, fade);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_pattern_destroy (fade);
  return soft->surface;
}

/**
 * legato_hand_masks_draw_soft:
 * @radius: of a disc in units
 * @inner: part of @radius from which on it fades to nothing at its edge
 *
 * Paints it in the source of @cr, from a mask that is made once for each size: the gradient itself
 * would cost more in a frame than the hands.
 */
void
legato_hand_masks_draw_soft (LegatoHandMasks *self,
                             cairo_t *cr,
                             LegatoMapPoint at,
                             double radius,
                             double inner)
{
  int pixels = MAX (1, (int) round (radius * MIN (self->device_scale, MOST_MASK_SCALE)));
  /* Where a pixel of the mask is one of the picture it need not be stretched. */
  double unit = self->device_scale <= MOST_MASK_SCALE ? 1 / self->device_scale : radius / pixels;
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_translate (cr, round (at.x / unit) * unit, round (at.y / unit) * unit);
  cairo_scale (cr, unit, unit);
  cairo_mask_surface (cr, get_soft (self, pixels, inner), -pixels, -pixels);
  cairo_set_matrix (cr, &before);
}

/**
 * legato_hand_masks_get_leg:
 * @inside: whether what lies on a leg is wanted, or what lies beside it
 *
 * Returns: (transfer none): the whole drawing as a mask, in its units
 */
cairo_pattern_t *
legato_hand_masks_get_leg (LegatoHandMasks *self, const LegatoMapArt *art, gboolean inside)
{
  double scale = MIN (self->device_scale, MOST_MASK_SCALE);

  for (int side = 0; side < 2 && (self->art != art || self->legs_scale != scale); side++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (
          CAIRO_FORMAT_A8, (int) ceil (legato_map_art_get_width (art) * scale),
          (int) ceil (legato_map_art_get_height (art) * scale));
      cairo_t *cr = cairo_create (surface);
      cairo_matrix_t matrix;

      cairo_scale (cr, scale, scale);
      if (side == 0)
        cairo_paint (cr);
      cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
      for (LegatoLeg leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          legato_pen_outline (cr, legato_map_art_get_silhouette (art, leg));
          cairo_fill (cr);
        }
      /* Between the hips lies the pelvis, which is no zone. */
      if (legato_map_art_get_height (art) == LEGATO_DRAWING_HEIGHT)
        cairo_rectangle (cr, PELVIS_LEFT, 0, legato_map_art_get_width (art) - 2 * PELVIS_LEFT,
                         PELVIS_BOTTOM);
      cairo_fill (cr);
      cairo_pop_group_to_source (cr);
      cairo_set_operator (cr, side == 0 ? CAIRO_OPERATOR_DEST_OUT : CAIRO_OPERATOR_OVER);
      cairo_paint (cr);
      cairo_destroy (cr);
      g_clear_pointer (&self->legs[side], cairo_pattern_destroy);
      self->legs[side] = cairo_pattern_create_for_surface (surface);
      cairo_surface_destroy (surface);
      cairo_matrix_init_scale (&matrix, scale, scale);
      cairo_pattern_set_matrix (self->legs[side], &matrix);
      cairo_pattern_set_filter (self->legs[side], CAIRO_FILTER_BILINEAR);
      /* Beyond the drawing all is beside the legs. */
      cairo_pattern_set_extend (self->legs[side], CAIRO_EXTEND_PAD);
    }
  self->art = art;
  self->legs_scale = scale;
  return self->legs[inside ? 1 : 0];
}

/**
 * legato_hand_masks_draw_badge:
 * @text: seconds, or minutes and seconds
 * @at: its middle
 * @radius: in user units
 *
 * Draws a number in a disc; painting its letters anew in each frame would cost more than all else.
 */
void
legato_hand_masks_draw_badge (LegatoHandMasks *self,
                              cairo_t *cr,
                              PangoContext *context,
                              const char *text,
                              LegatoMapPoint at,
                              double radius)
{
  Badge *badge = &self->badge;
  int pixels = MAX (1, (int) ceil (radius * self->device_scale));
  int middle = (int) ceil (pixels * 1.06 + LEGATO_FIGURE_MARGIN);
  int centre = (int) ceil (legato_pen_get_badge_width (text, pixels) / 2 + pixels * 0.06
                           + LEGATO_FIGURE_MARGIN);
  double unit = 1 / self->device_scale;

  if (badge->surface == NULL || badge->pixels != pixels || g_strcmp0 (badge->text, text) != 0)
    {
      cairo_t *own;

      g_clear_pointer (&badge->surface, cairo_surface_destroy);
      g_free (badge->text);
      badge->text = g_strdup (text);
      badge->pixels = pixels;
      badge->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * centre, 2 * middle);
      own = cairo_create (badge->surface);
      legato_pen_badge (own, context, text, (LegatoMapPoint){ centre, middle }, pixels, &paper,
                        &ink);
      cairo_destroy (own);
    }
  cairo_save (cr);
  cairo_scale (cr, unit, unit);
  cairo_set_source_surface (cr, badge->surface, round (at.x * self->device_scale) - centre,
                            round (at.y * self->device_scale) - middle);
  /* The better filter costs much when the camera moves away. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

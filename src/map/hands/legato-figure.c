/* legato-figure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-figure.h"

/* How far a shadow falls from what is in touch, and farther from what is lifted, in units; how dark
 * it is; and how far it fades out, likewise. */
#define SHADOW_NEAR 4.0
#define SHADOW_FAR 24.0
#define SHADOW 0.55
#define SHADOW_LIFTED 0.36
#define BLUR_FAR 7.0

/* So many pixels of a picture share one of its shadow, at most. */
#define MOST_COARSE 3

/* What is lifted comes so much nearer to the eye, as a part of its size. */
#define NEARER 0.07

static LegatoMapBox
get_shape_box (const LegatoFigure *figure)
{
  if (figure->is_tool)
    return legato_hand_tool_get_box (figure->tool);
  return legato_hand_shape_get_box (figure->pose, figure->to,
                                    (double) figure->part / LEGATO_FIGURE_PARTS);
}

static void
draw_shape (cairo_t *cr, const LegatoFigure *figure, guint tone)
{
  if (figure->is_tool)
    legato_hand_tool_draw (cr, figure->tool, (double) figure->part / LEGATO_FIGURE_PARTS);
  else
    legato_hand_shape_draw (cr, figure->pose, figure->to,
                            (double) figure->part / LEGATO_FIGURE_PARTS, legato_skin_get (tone));
}

/* How far a figure @scale times as large that points @up reaches from the place that touches. */
static LegatoMapBox
find_extents (const LegatoFigure *figure, double scale, LegatoMapPoint up)
{
  LegatoMapBox box = get_shape_box (figure);
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (int corner = 0; corner < 4; corner++)
    {
      double x = (box.x + (corner % 2) * box.width) * (figure->mirrored ? -scale : scale);
      double y = (box.y + (corner / 2) * box.height) * scale;
      LegatoMapPoint at = { -up.y * x - up.x * y, up.x * x - up.y * y };

      left = MIN (left, at.x);
      right = MAX (right, at.x);
      top = MIN (top, at.y);
      bottom = MAX (bottom, at.y);
    }
  return (LegatoMapBox){ left, top, right - left, bottom - top };
}

static double
get_lift (const LegatoFigure *figure)
{
  return (double) figure->lift / LEGATO_FIGURE_LIFTS;
}

/** legato_figure_is_cut: whether only what lies on one side of a line is seen of it */
gboolean
legato_figure_is_cut (const LegatoFigure *self)
{
  return self->out.x != 0 || self->out.y != 0;
}

/** legato_figure_get_breadth: of what is seen of one that is cut, in units */
double
legato_figure_get_breadth (const LegatoFigure *self)
{
  return self->breadth > 0 ? self->breadth : LEGATO_FIGURE_FAR;
}

/** legato_figure_clip: leaves nothing of @cr, in units of the drawing, on the other side of that
 * line */
void
legato_figure_clip (const LegatoFigure *self, cairo_t *cr)
{
  cairo_matrix_t before;

  if (!legato_figure_is_cut (self))
    return;
  cairo_get_matrix (cr, &before);
  cairo_translate (cr, self->edge.x, self->edge.y);
  cairo_rotate (cr, atan2 (self->out.y, self->out.x));
  cairo_rectangle (cr, 0, -LEGATO_FIGURE_FAR, legato_figure_get_breadth (self),
                   2 * LEGATO_FIGURE_FAR);
  cairo_set_matrix (cr, &before);
  cairo_clip (cr);
}

/** legato_figure_get_box: all that is painted of it with its shadow, in units */
LegatoMapBox
legato_figure_get_box (const LegatoFigure *self)
{
  LegatoMapBox box =
      find_extents (self, self->size * (1 + NEARER * get_lift (self)), self->direction);
  double shadow = (SHADOW_NEAR + SHADOW_FAR + BLUR_FAR) * self->size;

  return (LegatoMapBox){ self->at.x + box.x, self->at.y + box.y, box.width + shadow,
                         box.height + shadow };
}

static void
turn_to (cairo_t *cr, const LegatoFigure *figure, LegatoMapPoint at, double angle, double scale)
{
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, angle);
  cairo_scale (cr, figure->mirrored ? -scale : scale, scale);
}

/* A tool's own outline, several times beside itself, is soft enough for a shadow. */
static void
draw_tool_shadow (cairo_t *cr, const LegatoFigure *figure, double blur)
{
  cairo_pattern_t *outline;

  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  legato_hand_tool_draw (cr, figure->tool, 0);
  outline = cairo_pop_group (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.045);
  for (int x = -2; x <= 2; x++)
    for (int y = -2; y <= 2; y++)
      {
        cairo_save (cr);
        cairo_translate (cr, x * blur / 2, y * blur / 2);
        cairo_mask (cr, outline);
        cairo_restore (cr);
      }
  cairo_pattern_destroy (outline);
}

static void
draw_shadow (cairo_t *cr, const LegatoFigure *figure)
{
  double blur = BLUR_FAR * get_lift (figure);

  if (figure->is_tool)
    draw_tool_shadow (cr, figure, 2 + blur / 2);
  else
    legato_hand_shape_draw_shadow (cr, figure->pose, figure->to,
                                   (double) figure->part / LEGATO_FIGURE_PARTS, blur);
}

/* A mask of the shadow, in pixels of which each is @coarse of the picture's: it is soft. */
static cairo_surface_t *
make_shadow (const LegatoFigure *figure,
             LegatoMapPoint at,
             double angle,
             double scale,
             int width,
             int height,
             int coarse)
{
  cairo_surface_t *mask = cairo_image_surface_create (
      CAIRO_FORMAT_A8, (width + coarse - 1) / coarse, (height + coarse - 1) / coarse);
  cairo_t *cr = cairo_create (mask);

  turn_to (cr, figure, (LegatoMapPoint){ at.x / coarse, at.y / coarse }, angle, scale / coarse);
  draw_shadow (cr, figure);
  cairo_destroy (cr);
  return mask;
}

/**
 * legato_figure_paint:
 * @scale: pixels a unit of the hand's true size; @size is not looked at
 * @angle: how far it is turned, in radians
 * @tone: of the skin, 1 to 4
 * @x, @y: (out): in the surface, of the place that touches
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): the figure with its shadow
 */
cairo_surface_t *
legato_figure_paint (const LegatoFigure *self,
                     double scale,
                     double angle,
                     guint tone,
                     int *x,
                     int *y)
{
  double lift = get_lift (self);
  double near = scale * (1 + NEARER * lift);
  double away = (SHADOW_NEAR + SHADOW_FAR * lift) * scale;
  double shadow = away + BLUR_FAR * lift * scale;
  LegatoMapBox box = find_extents (self, near, (LegatoMapPoint){ sin (angle), -cos (angle) });
  /* At scale 1 and above a pixel of it is a unit or less: the shadow's edge is much broader. */
  int coarse = CLAMP ((int) scale, 1, MOST_COARSE);
  cairo_surface_t *surface, *mask;
  cairo_t *cr;

  *x = (int) ceil (LEGATO_FIGURE_MARGIN - box.x);
  *y = (int) ceil (LEGATO_FIGURE_MARGIN - box.y);
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (*x + box.x + box.width + LEGATO_FIGURE_MARGIN + shadow),
      (int) ceil (*y + box.y + box.height + LEGATO_FIGURE_MARGIN + shadow));
  mask = make_shadow (self, (LegatoMapPoint){ *x + away * 0.6, *y + away }, angle, scale,
                      cairo_image_surface_get_width (surface),
                      cairo_image_surface_get_height (surface), coarse);
  cr = cairo_create (surface);
  cairo_scale (cr, coarse, coarse);
  cairo_set_source_rgba (cr, 0, 0, 0, SHADOW + lift * (SHADOW_LIFTED - SHADOW));
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_identity_matrix (cr);
  cairo_surface_destroy (mask);
  turn_to (cr, self, (LegatoMapPoint){ *x, *y }, angle, near);
  draw_shape (cr, self, tone);
  cairo_destroy (cr);
  return surface;
}

/* legato-hand-sprites.h: hands painted once a size, then moved and turned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-hand-shape.h"
#include "legato-hand-tools.h"
#include "legato-map-art.h"

G_BEGIN_DECLS

/** Steps from one pose to another, and from the skin into the air. */
#define LEGATO_FIGURE_PARTS 8
#define LEGATO_FIGURE_LIFTS 5

/**
 * LegatoFigure: a hand or a tool on the leg
 * @is_tool: whether it is @tool, else a hand
 * @pose, @to, @part: a pose, and how many of %LEGATO_FIGURE_PARTS steps it is on its way to another
 * @mirrored: a left hand instead of a right one
 * @at: the place that touches, in units
 * @direction: where fingers point or a tool's front is, of length 1
 * @size: 1 for its true size
 * @lift: above the skin, in %LEGATO_FIGURE_LIFTS steps
 */
typedef struct
{
  gboolean is_tool;
  LegatoTool tool;
  LegatoPose pose;
  LegatoPose to;
  int part;
  gboolean mirrored;
  LegatoMapPoint at;
  LegatoMapPoint direction;
  double size;
  int lift;
} LegatoFigure;

LegatoMapBox legato_figure_get_box (const LegatoFigure *self);

typedef struct _LegatoHandSprites LegatoHandSprites;

LegatoHandSprites *legato_hand_sprites_new (void);
void legato_hand_sprites_free (LegatoHandSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHandSprites, legato_hand_sprites_free)

/** LegatoHandSpritesFunc: called when more can be seen than before */
typedef void (*LegatoHandSpritesFunc) (gpointer user_data);

void legato_hand_sprites_set_painted_func (LegatoHandSprites *self,
                                           LegatoHandSpritesFunc func,
                                           gpointer user_data);
void legato_hand_sprites_set_style (LegatoHandSprites *self, double device_scale, guint tone);
const LegatoSkin *legato_hand_sprites_get_skin (const LegatoHandSprites *self);
void
legato_hand_sprites_set_source (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure);
void legato_hand_sprites_draw (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure);
void legato_hand_sprites_snapshot (LegatoHandSprites *self,
                                   GtkSnapshot *snapshot,
                                   const LegatoFigure *figure,
                                   int device_scale);
void legato_hand_sprites_draw_soft (LegatoHandSprites *self,
                                    cairo_t *cr,
                                    LegatoMapPoint at,
                                    double radius,
                                    double inner);
cairo_pattern_t *
legato_hand_sprites_get_leg (LegatoHandSprites *self, const LegatoMapArt *art, gboolean inside);
void legato_hand_sprites_draw_badge (LegatoHandSprites *self,
                                     cairo_t *cr,
                                     PangoContext *context,
                                     const char *text,
                                     LegatoMapPoint at,
                                     double radius);

G_END_DECLS

/* legato-figure.h: a hand or a tool as it is painted, with its shadow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-shape.h"
#include "legato-hand-tools.h"

G_BEGIN_DECLS

/** Room at the edges of a picture for smoothing, device pixels. */
#define LEGATO_FIGURE_MARGIN 2.0

/** Beyond all that a figure shows, in units. */
#define LEGATO_FIGURE_FAR 1000.0

/** Steps from one pose to another, and from the skin into the air. */
#define LEGATO_FIGURE_PARTS 8
#define LEGATO_FIGURE_LIFTS 5

/**
 * LegatoFigure: a hand or a tool on the leg
 * @is_tool: whether it is @tool, else a hand
 * @pose, @to, @part: a pose, and how many of %LEGATO_FIGURE_PARTS steps it is on its way to
 * another; likewise how far a ball has sunk in
 * @mirrored: a left hand instead of a right one
 * @at: the place that touches, in units
 * @direction: where fingers point or a tool's front is, of length 1
 * @size: 1 for its true size
 * @lift: above the skin, in %LEGATO_FIGURE_LIFTS steps
 * @edge, @out: if @out, of length 1, is given, only that is seen which lies on that side of a
 * straight line through @edge
 * @breadth: no farther from that line than this, in units; 0 for all
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
  LegatoMapPoint edge;
  LegatoMapPoint out;
  double breadth;
} LegatoFigure;

void legato_figure_clip (const LegatoFigure *self, cairo_t *cr);
gboolean legato_figure_is_cut (const LegatoFigure *self);
double legato_figure_get_breadth (const LegatoFigure *self);
LegatoMapBox legato_figure_get_box (const LegatoFigure *self);
cairo_surface_t *legato_figure_paint (const LegatoFigure *self,
                                      double scale,
                                      double angle,
                                      guint tone,
                                      int *x,
                                      int *y);

G_END_DECLS

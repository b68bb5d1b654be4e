/* legato-pen.h: small drawings: outlines, badges, signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-map-path.h"

G_BEGIN_DECLS

void legato_pen_outline (cairo_t *cr, const LegatoMapPath *outline);
void legato_pen_round_outline (cairo_t *cr, const LegatoMapPath *outline);
void legato_pen_set_color (cairo_t *cr, const GdkRGBA *color, double alpha);
double legato_pen_get_badge_width (const char *text, double radius);
void legato_pen_badge (cairo_t *cr,
                       PangoContext *context,
                       const char *text,
                       LegatoMapPoint at,
                       double radius,
                       const GdkRGBA *fill,
                       const GdkRGBA *ink);
void legato_pen_check (cairo_t *cr, LegatoMapPoint at, double radius);
void legato_pen_arrowhead (cairo_t *cr, LegatoMapPoint at, LegatoMapPoint direction, double size);

G_END_DECLS

/* legato-route-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-pen.h"
#include "legato-route-drawing.h"

/* How far arrowheads and numbers reach beside the route. */
#define ROUTE_PAD 16.0

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };

/** legato_route_drawing_get_box: all that is painted of @route, in units */
LegatoMapBox
legato_route_drawing_get_box (const LegatoHandRoute *route)
{
  LegatoMapBox box = legato_hand_route_get_box (route);

  return (LegatoMapBox){ box.x - ROUTE_PAD, box.y - ROUTE_PAD, box.width + 2 * ROUTE_PAD,
                         box.height + 2 * ROUTE_PAD };
}

static void
trace_route (const LegatoHandRoute *route, cairo_t *cr, gboolean lifted)
{
  int n = (int) CLAMP (legato_hand_route_get_length (route) / 4, 8, 400);
  gboolean down = FALSE;

  cairo_new_path (cr);
  for (int i = 0; i <= n; i++)
    {
      LegatoMapPoint point;

      if (legato_hand_route_get_point (route, (double) i / n, &point, NULL) == lifted)
        down = FALSE;
      else if (down)
        cairo_line_to (cr, point.x, point.y);
      else
        {
          cairo_move_to (cr, point.x, point.y);
          down = TRUE;
        }
    }
}

/** legato_route_drawing_is_seen: whether a way is drawn for @technique at all: a press goes down
 * into the flesh, so that an arrow along the leg would say something else; friction and lymph
 * strokes have their own */
gboolean
legato_route_drawing_is_seen (const LegatoTechnique *technique)
{
  return technique->travel != LEGATO_TRAVEL_HOLD && technique->stroke != LEGATO_STROKE_PRESS
         && technique->stroke != LEGATO_STROKE_FRICTION && technique->stroke != LEGATO_STROKE_LYMPH;
}

/**
 * legato_route_drawing_draw:
 * @to_and_fro: whether the hands also come back in touch
 *
 * Paints the route itself: a quiet line with arrowheads in the direction of travel, dashed where
 * the hands are in the air. It is the same for a whole step.
 */
void
legato_route_drawing_draw (const LegatoHandRoute *route,
                           cairo_t *cr,
                           const GdkRGBA *accent,
                           gboolean to_and_fro)
{
  const double dashes[] = { 5, 7 };
  int n_arrows = to_and_fro ? 1 : (int) CLAMP (legato_hand_route_get_length (route) / 70, 2, 9);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int lifted = 0; lifted <= 1; lifted++)
    {
      trace_route (route, cr, lifted != 0);
      cairo_set_dash (cr, dashes, lifted != 0 ? 2 : 0, 0);
      legato_pen_set_color (cr, &paper, 0.8);
      cairo_set_line_width (cr, 6);
      cairo_stroke_preserve (cr);
      legato_pen_set_color (cr, accent, 0.85);
      cairo_set_line_width (cr, 2.6);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);

  for (int i = 1; i <= n_arrows; i++)
    {
      LegatoMapPoint point, tangent;

      if (legato_hand_route_get_point (route, (double) i / n_arrows, &point, &tangent))
        legato_pen_arrowhead (cr, point, tangent, 13);
    }
  if (to_and_fro)
    {
      LegatoMapPoint point, tangent;

      legato_hand_route_get_point (route, 0, &point, &tangent);
      legato_pen_arrowhead (cr, point, (LegatoMapPoint){ -tangent.x, -tangent.y }, 13);
    }
  legato_pen_set_color (cr, &paper, 0.9);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, accent, 1);
  cairo_fill (cr);
}

/* legato-hand-instant.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-instant.h"

/** legato_hand_ease: starts and stops gently, and is exact at both ends */
double
legato_hand_ease (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

/** Returns: @value, 0 to 1, as one of LEGATO_SKIN_STEPS */
double
legato_hand_in_steps (double value)
{
  return round (value * LEGATO_SKIN_STEPS) / LEGATO_SKIN_STEPS;
}

/** Returns: @at on the grid of the instant, in units of the drawing */
LegatoMapPoint
legato_hand_instant_round (const LegatoHandInstant *now, LegatoMapPoint at)
{
  double grain = now->grain;

  return grain > 0 ? (LegatoMapPoint){ round (at.x / grain) * grain, round (at.y / grain) * grain }
                   : at;
}

static LegatoFigure *
add_figure (LegatoHandInstant *now, LegatoMapPoint at, LegatoMapPoint direction)
{
  LegatoFigure *figure = &now->picture->figures[now->picture->n_figures++];

  *figure = (LegatoFigure){ .at = legato_hand_instant_round (now, at),
                            .direction = direction,
                            .size = now->size,
                            .lift = (int) round (now->lift * LEGATO_FIGURE_LIFTS) };
  return figure;
}

/** Returns: (transfer none): the hand, at the size and height of the instant */
LegatoFigure *
legato_hand_instant_add_hand (LegatoHandInstant *now,
                              LegatoPose pose,
                              LegatoMapPoint at,
                              LegatoMapPoint direction,
                              gboolean mirrored)
{
  LegatoFigure *figure = add_figure (now, at, direction);

  figure->pose = figure->to = pose;
  figure->mirrored = mirrored;
  return figure;
}

/** Returns: how many times its true size a tool has */
double
legato_hand_instant_get_tool_size (const LegatoHandInstant *now)
{
  return now->size / LEGATO_HAND_SIZE;
}

/** Returns: (transfer none): the tool, at its true size beside the hands of the instant */
LegatoFigure *
legato_hand_instant_add_tool (LegatoHandInstant *now,
                              LegatoTool tool,
                              LegatoMapPoint at,
                              LegatoMapPoint direction)
{
  LegatoFigure *figure = add_figure (now, at, direction);

  figure->is_tool = TRUE;
  figure->size = legato_hand_instant_get_tool_size (now);
  figure->tool = tool;
  return figure;
}

/** legato_hand_instant_add_mark: below the hands; none if @amount, 0 to 1, is nothing */
void
legato_hand_instant_add_mark (LegatoHandInstant *now,
                              LegatoSkinMarkKind kind,
                              LegatoMapPoint at,
                              double radius,
                              double amount)
{
  amount = legato_hand_in_steps (amount);
  if (amount > 0)
    now->picture->under[now->picture->n_under++] =
        (LegatoSkinMark){ kind, legato_hand_instant_round (now, at), now->up, radius, amount };
}

/** legato_hand_instant_add_over: above the hands */
void
legato_hand_instant_add_over (LegatoHandInstant *now,
                              LegatoSkinMarkKind kind,
                              LegatoMapPoint at,
                              double radius,
                              double amount)
{
  now->picture->over[now->picture->n_over++] =
      (LegatoSkinMark){ kind, legato_hand_instant_round (now, at), now->up, radius, amount };
}

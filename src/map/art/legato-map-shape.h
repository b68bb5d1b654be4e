/* legato-map-shape.h: one zone as it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"
#include "legato-map-line.h"

G_BEGIN_DECLS

/**
 * LegatoMapShape: one zone of one leg in a view
 * @outline: closed, in units of the drawing
 * @centre: the place deepest inside the zone, where a mark has the most room
 * @room: distance from @centre to the zone's edge
 */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  LegatoMapPath *outline;
  LegatoMapPoint centre;
  double room;
} LegatoMapShape;

G_END_DECLS

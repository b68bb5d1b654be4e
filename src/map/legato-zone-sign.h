/* legato-zone-sign.h: the signs that say more than a colour (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-map-art.h"

G_BEGIN_DECLS

const GdkRGBA *legato_zone_sign_get_ink (const GdkRGBA *fill);
void
legato_zone_sign_hatch (cairo_t *cr, const LegatoMapShape *shape, double scale, double strength);
void legato_zone_sign_blocked (cairo_t *cr, LegatoMapPoint at, double radius);

G_END_DECLS

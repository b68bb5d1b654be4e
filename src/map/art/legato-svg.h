/* legato-svg.h: draws SVG by librsvg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "legato-map-path.h"

G_BEGIN_DECLS

cairo_surface_t *legato_svg_render (GBytes *svg,
                                    const LegatoMapBox *part,
                                    const char *stylesheet,
                                    int width,
                                    int height,
                                    int scale,
                                    GError **error);

G_END_DECLS

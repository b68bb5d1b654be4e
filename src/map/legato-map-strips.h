/* legato-map-strips.h: drawing what moves as a whole, piece by piece (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void legato_map_strips_append (GtkSnapshot *snapshot, GskRenderNode *node, int device_scale);

G_END_DECLS

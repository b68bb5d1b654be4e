/* legato-map-captions.h: "Your left" and "Your right" below the legs (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

typedef struct _LegatoMapCaptions LegatoMapCaptions;

LegatoMapCaptions *legato_map_captions_new (GtkWidget *parent);
void legato_map_captions_free (LegatoMapCaptions *self);
int legato_map_captions_get_height (LegatoMapCaptions *self, int room);
void legato_map_captions_place (LegatoMapCaptions *self,
                                const double middles[2],
                                double left,
                                double scale,
                                double top,
                                int room);
void legato_map_captions_snapshot (LegatoMapCaptions *self, GtkSnapshot *snapshot);

G_END_DECLS

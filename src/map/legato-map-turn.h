/* legato-map-turn.h: the short turn of the legs from one view to another (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-picture.h"

G_BEGIN_DECLS

typedef struct _LegatoMapTurn LegatoMapTurn;

typedef void (*LegatoMapTurnFunc) (GtkWidget *parent);

LegatoMapTurn *legato_map_turn_new (GtkWidget *parent, LegatoMapTurnFunc ended);
void legato_map_turn_free (LegatoMapTurn *self);
void legato_map_turn_start (LegatoMapTurn *self,
                            LegatoMapPicture *from,
                            int left,
                            int top,
                            double scale,
                            const graphene_rect_t *room);
void legato_map_turn_stop (LegatoMapTurn *self);
gboolean legato_map_turn_is_running (const LegatoMapTurn *self);
void legato_map_turn_begin_snapshot (LegatoMapTurn *self, GtkSnapshot *snapshot);
void legato_map_turn_end_snapshot (LegatoMapTurn *self, GtkSnapshot *snapshot);

G_END_DECLS

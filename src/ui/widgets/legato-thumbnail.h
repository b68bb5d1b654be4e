/* legato-thumbnail.h: a small picture of the places that hands work on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-thumbnails.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_THUMBNAIL (legato_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (LegatoThumbnail, legato_thumbnail, LEGATO, THUMBNAIL, GtkWidget)

GtkWidget *legato_thumbnail_new (LegatoThumbnails *sheets);
void legato_thumbnail_show_routine (LegatoThumbnail *self, const LegatoRoutine *routine);
void legato_thumbnail_show_places (LegatoThumbnail *self,
                                   LegatoLeg leg,
                                   GPtrArray *zones,
                                   const LegatoTechnique *technique);

G_END_DECLS

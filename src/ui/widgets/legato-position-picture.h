/* legato-position-picture.h: a drawing of how a person sits, lies or stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoPositionPicture: the drawing of a position, in the colours of the window around it
 *
 * As large as fits into the room it is given, and never blurred; it takes no room and is not there
 * for a screen reader while it has nothing to show.
 */
#define LEGATO_TYPE_POSITION_PICTURE (legato_position_picture_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPositionPicture,
                      legato_position_picture,
                      LEGATO,
                      POSITION_PICTURE,
                      GtkWidget)

GtkWidget *legato_position_picture_new (void);

void legato_position_picture_set_position (LegatoPositionPicture *self,
                                           const LegatoPosition *position);

G_END_DECLS

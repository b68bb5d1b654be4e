/* legato-rating-view.h: how the legs feel after a session, and a note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"
#include "legato-session.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_RATING_VIEW (legato_rating_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRatingView, legato_rating_view, LEGATO, RATING_VIEW, GtkWidget)

LegatoRatingView *legato_rating_view_new (LegatoContext *context);

void legato_rating_view_set_session (LegatoRatingView *self, LegatoSession *session);
gboolean legato_rating_view_is_busy (LegatoRatingView *self);
const GError *legato_rating_view_get_error (LegatoRatingView *self);
void legato_rating_view_save (LegatoRatingView *self);
void legato_rating_view_discard (LegatoRatingView *self);
void legato_rating_view_focus (LegatoRatingView *self);

G_END_DECLS

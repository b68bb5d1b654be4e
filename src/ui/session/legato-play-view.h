/* legato-play-view.h: the running session, to look at from a distance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"
#include "legato-session.h"
#include "legato-volume.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLAY_VIEW (legato_play_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlayView, legato_play_view, LEGATO, PLAY_VIEW, GtkWidget)

LegatoPlayView *legato_play_view_new (LegatoContext *context, LegatoVolume *volume);

void legato_play_view_set_session (LegatoPlayView *self, LegatoSession *session);
void legato_play_view_show_message (LegatoPlayView *self, const char *text);
void legato_play_view_set_covered (LegatoPlayView *self, int covered);
void legato_play_view_spare (LegatoPlayView *self, LegatoLeg leg, const LegatoZone *zone);
void legato_play_view_set_controls_usable (LegatoPlayView *self, gboolean usable);
void legato_play_view_focus (LegatoPlayView *self);

G_END_DECLS

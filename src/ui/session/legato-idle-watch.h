/* legato-idle-watch.h: notices that nobody has touched, moved or typed anything for a while
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_IDLE_WATCH (legato_idle_watch_get_type ())
G_DECLARE_FINAL_TYPE (LegatoIdleWatch, legato_idle_watch, LEGATO, IDLE_WATCH, GObject)

LegatoIdleWatch *legato_idle_watch_new (GtkWidget *page, guint seconds);
void legato_idle_watch_set_active (LegatoIdleWatch *self, gboolean active);
gboolean legato_idle_watch_is_idle (LegatoIdleWatch *self);

G_END_DECLS

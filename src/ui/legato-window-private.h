/* legato-window-private.h: the files of the window's class (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-window.h"

G_BEGIN_DECLS

/* legato-window.c */
LegatoContext *legato_window_get_context (LegatoWindow *self);
gboolean legato_window_may_leave_session (LegatoWindow *self);

/* legato-window-actions.c */
void legato_window_class_add_actions (GtkWidgetClass *widget_class);
void legato_window_show_tip (LegatoWindow *self, const char *id);

G_END_DECLS

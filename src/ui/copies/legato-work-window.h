/* legato-work-window.h: something that takes long, how far it has come, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** LegatoWorkWindow: closing it before it is done cancels the work. */
#define LEGATO_TYPE_WORK_WINDOW (legato_work_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWorkWindow, legato_work_window, LEGATO, WORK_WINDOW, AdwWindow)

LegatoWorkWindow *legato_work_window_new (GtkWindow *parent, const char *what);
GCancellable *legato_work_window_get_cancellable (LegatoWorkWindow *self);
void legato_work_window_report (goffset done, goffset total, gpointer self);
void legato_work_window_end (LegatoWorkWindow *self, const char *what, const char *text);

gboolean legato_work_cancel (GCancellable *cancellable, gboolean is_running);

G_END_DECLS

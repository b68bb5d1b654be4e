/* legato-window.h: the window: map, routines, journal, trends, and the session above them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-reminders.h"
#include "legato-search.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_WINDOW (legato_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWindow, legato_window, LEGATO, WINDOW, AdwApplicationWindow)

LegatoWindow *
legato_window_new (GtkApplication *application, LegatoContext *context, LegatoReminders *reminders);

void legato_window_open_file (LegatoWindow *self, GFile *file);
gboolean legato_window_prepare (LegatoWindow *self, const char *routine_id);
void legato_window_show_tip (LegatoWindow *self, const char *id);
gboolean legato_window_choose_zone (LegatoWindow *self, const char *zone_id);
gboolean legato_window_show_page (LegatoWindow *self, const char *name);
void legato_window_welcome (LegatoWindow *self);
void legato_window_continue (LegatoWindow *self);
void legato_window_check_in (LegatoWindow *self);
void legato_window_add_entry (LegatoWindow *self);
void legato_window_ask (LegatoWindow *self);
void legato_window_show_result (LegatoWindow *self, LegatoHitKind kind, const char *id);
void legato_window_search (LegatoWindow *self, const char *text);

G_END_DECLS

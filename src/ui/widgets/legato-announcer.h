/* legato-announcer.h: tells a screen reader what has changed on the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_ANNOUNCER (legato_announcer_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAnnouncer, legato_announcer, LEGATO, ANNOUNCER, GObject)

LegatoAnnouncer *legato_announcer_new (GtkWidget *page);
void legato_announcer_say (LegatoAnnouncer *self, const char *text);
void legato_announcer_follow (GtkLabel *label);
char *legato_announcer_dup_property (GtkWidget *widget, GtkAccessibleProperty property);

G_END_DECLS

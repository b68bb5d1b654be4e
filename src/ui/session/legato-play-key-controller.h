/* legato-play-key-controller.h: keys do what they do in a session, wherever the focus is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void legato_play_key_controller_attach (GtkWidget *page, GtkStack *stages, GtkWidget *view);

G_END_DECLS

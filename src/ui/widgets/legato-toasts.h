/* legato-toasts.h: short messages at the foot of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void legato_toasts_say (AdwToastOverlay *toasts, const char *text);
AdwToast *legato_toasts_new_undo (const char *text);
void legato_toasts_keep_clear (GtkWidget *toast);

G_END_DECLS

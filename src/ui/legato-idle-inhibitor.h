/* legato-idle-inhibitor.h: the screen stays on, and the machine awake, while a session runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session-page.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_IDLE_INHIBITOR (legato_idle_inhibitor_get_type ())
G_DECLARE_FINAL_TYPE (LegatoIdleInhibitor, legato_idle_inhibitor, LEGATO, IDLE_INHIBITOR, GObject)

LegatoIdleInhibitor *
legato_idle_inhibitor_new (GtkWindow *window, LegatoSessionPage *page, guint long_pause_s);

G_END_DECLS

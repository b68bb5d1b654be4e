/* legato-wakefulness.h: the screen stays on, and the machine awake, while a session runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session-page.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_WAKEFULNESS (legato_wakefulness_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWakefulness, legato_wakefulness, LEGATO, WAKEFULNESS, GObject)

LegatoWakefulness *
legato_wakefulness_new (GtkWindow *window, LegatoSessionPage *page, guint long_pause_s);

G_END_DECLS

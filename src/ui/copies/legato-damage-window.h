/* legato-damage-window.h: what can be saved of a damaged journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoDamageWindow: offers what can still be read, the newest copy, or an empty journal
 *
 * Whatever is chosen, the damaged file is kept.
 */
#define LEGATO_TYPE_DAMAGE_WINDOW (legato_damage_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoDamageWindow, legato_damage_window, LEGATO, DAMAGE_WINDOW, AdwWindow)

LegatoDamageWindow *legato_damage_window_new (GtkWindow *parent, LegatoContext *context);

G_END_DECLS

/* legato-feelings.h: what legs may feel, and what a stop felt like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *legato_feelings_list (void);
const char *legato_feeling_get_name (const char *id);
const char *legato_stop_get_name (const char *reason);
const char *legato_after_effects_get_name (const char *reason);
gboolean legato_after_effects_hold (const char *reason);
gboolean legato_after_effects_are_told (const char *const *reasons, gsize i);

G_END_DECLS

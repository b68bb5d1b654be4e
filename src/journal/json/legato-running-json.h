/* legato-running-json.h: a running session as JSON and back (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-error.h"
#include "legato-running.h"

G_BEGIN_DECLS

char *legato_running_to_json (const LegatoRunning *self);
gboolean legato_running_fill_from_json (LegatoRunning *self, const char *json, GError **error);

G_END_DECLS

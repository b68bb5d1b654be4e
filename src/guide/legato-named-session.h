/* legato-named-session.h: whether a search means the session that was cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean legato_named_session_is_meant (const char *text);

G_END_DECLS

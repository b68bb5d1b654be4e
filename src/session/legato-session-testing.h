/* legato-session-testing.h: lets tests look at once, and see what is noted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session-private.h"

G_BEGIN_DECLS

LegatoRunning *legato_session_make_running (LegatoSession *self);
void legato_session_update (LegatoSession *self);

G_END_DECLS

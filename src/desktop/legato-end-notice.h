/* legato-end-notice.h: says that a session is over to someone who does not look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-session.h"

G_BEGIN_DECLS

void legato_end_notice_send (GApplication *application, LegatoSession *session);
void legato_end_notice_withdraw (GApplication *application);

G_END_DECLS

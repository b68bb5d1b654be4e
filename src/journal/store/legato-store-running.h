/* legato-store-running.h: sessions that are under way (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-running.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean
legato_store_save_running (LegatoStore *self, const LegatoRunning *running, GError **error);
gboolean legato_store_forget_running (LegatoStore *self, const char *uuid, GError **error);
GPtrArray *legato_store_list_running (LegatoStore *self, GError **error);

G_END_DECLS

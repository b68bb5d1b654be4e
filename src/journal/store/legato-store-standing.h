/* legato-store-standing.h: what stands until it is answered again (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-standing.h"
#include "legato-store.h"

G_BEGIN_DECLS

LegatoStanding *legato_store_get_standing (LegatoStore *self, GError **error);
gboolean
legato_store_set_standing (LegatoStore *self, const LegatoStanding *standing, GError **error);
gboolean
legato_store_replace_standing (LegatoStore *self, const LegatoStanding *standing, GError **error);

G_END_DECLS

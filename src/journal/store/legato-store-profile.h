/* legato-store-profile.h: what the store knows of the person (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in.h"
#include "legato-profile.h"
#include "legato-store.h"

G_BEGIN_DECLS

LegatoProfile *legato_store_get_profile (LegatoStore *self, GError **error);
gboolean legato_store_set_profile (LegatoStore *self, const LegatoProfile *profile, GError **error);
gboolean
legato_store_replace_profile (LegatoStore *self, const LegatoProfile *profile, GError **error);
LegatoCheckIn *legato_store_get_check_in (LegatoStore *self, GError **error);
gboolean
legato_store_set_check_in (LegatoStore *self, const LegatoCheckIn *check_in, GError **error);
gboolean
legato_store_replace_check_in (LegatoStore *self, const LegatoCheckIn *check_in, GError **error);
gboolean legato_store_forget_person (LegatoStore *self, GError **error);

G_END_DECLS

/* legato-condition-chips.h: the chips with which one says what conditions one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-profile.h"

G_BEGIN_DECLS

void legato_condition_chips_show (GPtrArray *chips, const LegatoProfile *profile);
gboolean legato_condition_chips_are_changed (GPtrArray *chips);
void legato_condition_chips_keep (GPtrArray *chips, LegatoProfile *profile, guint32 today);

G_END_DECLS

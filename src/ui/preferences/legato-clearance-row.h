/* legato-clearance-row.h: a condition, and when a clinician agreed to massage with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_CLEARANCE_ROW (legato_clearance_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoClearanceRow,
                      legato_clearance_row,
                      LEGATO,
                      CLEARANCE_ROW,
                      AdwPreferencesRow)

GtkWidget *legato_clearance_row_new (LegatoPersonModel *person, LegatoCondition condition);
LegatoCondition legato_clearance_row_get_condition (LegatoClearanceRow *self);
void legato_clearance_row_focus (LegatoClearanceRow *self);

G_END_DECLS

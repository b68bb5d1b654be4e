/* legato-soreness-row.h: asks how sore one place is, or how a leg feels, 0 to 10, with one tap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_SORENESS_ROW (legato_soreness_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSorenessRow, legato_soreness_row, LEGATO, SORENESS_ROW, GtkListBoxRow)

GtkWidget *legato_soreness_row_new (LegatoLeg leg, const LegatoZone *zone);
GtkWidget *legato_soreness_row_new_feeling (LegatoLeg leg, const char *feeling);
LegatoLeg legato_soreness_row_get_leg (LegatoSorenessRow *self);
const LegatoZone *legato_soreness_row_get_zone (LegatoSorenessRow *self);
const char *legato_soreness_row_get_feeling (LegatoSorenessRow *self);
int legato_soreness_row_get_value (LegatoSorenessRow *self);
void legato_soreness_row_set_value (LegatoSorenessRow *self, int value);
void legato_soreness_row_ask_tight (LegatoSorenessRow *self);
gboolean legato_soreness_row_is_tight (LegatoSorenessRow *self);
void legato_soreness_row_set_tight (LegatoSorenessRow *self, gboolean tight);
void legato_soreness_row_set_hint (LegatoSorenessRow *self, int last);

G_END_DECLS

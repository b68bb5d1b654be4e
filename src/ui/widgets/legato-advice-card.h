/* legato-advice-card.h: one thing to mind, as urgent as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide.h"

G_BEGIN_DECLS

GtkBox *legato_advice_card_new (const char *title, const char *text);
void legato_advice_card_set_urgency (GtkBox *card, LegatoUrgency urgency);
const char *legato_urgency_get_icon (LegatoUrgency urgency);

G_END_DECLS

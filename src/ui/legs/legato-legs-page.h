/* legato-legs-page.h: the leg map, its twin list, and the card of the place chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_LEGS_PAGE (legato_legs_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoLegsPage, legato_legs_page, LEGATO, LEGS_PAGE, GtkWidget)

LegatoLegsPage *legato_legs_page_new (LegatoContext *context);

void legato_legs_page_choose (LegatoLegsPage *self, LegatoLeg leg, const LegatoZone *zone);
void legato_legs_page_choose_use (LegatoLegsPage *self, LegatoLeg leg, const LegatoUse *use);

G_END_DECLS

/* legato-technique-card.h: all that the guide knows of a place and how to massage it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TECHNIQUE_CARD (legato_technique_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTechniqueCard, legato_technique_card, LEGATO, TECHNIQUE_CARD, GtkWidget)

LegatoTechniqueCard *legato_technique_card_new (LegatoContext *context);

void
legato_technique_card_set_place (LegatoTechniqueCard *self, LegatoLeg leg, const LegatoZone *zone);
const LegatoUse *legato_technique_card_get_use (LegatoTechniqueCard *self);

void legato_technique_card_set_use (LegatoTechniqueCard *self, const LegatoUse *use);
gboolean legato_technique_card_get_trying (LegatoTechniqueCard *self);
void legato_technique_card_set_trying (LegatoTechniqueCard *self, gboolean trying);
void legato_technique_card_set_trouble (LegatoTechniqueCard *self, const char *trouble);

G_END_DECLS

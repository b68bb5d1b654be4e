/* legato-heat-card.h: how sore each place was, on the legs, and how that went over the weeks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-period.h"

G_BEGIN_DECLS

/**
 * LegatoHeatCard: soreness as colours on the legs, for a period, a week or a day of it, or all of
 * the journal
 *
 * Signal `place-chosen` (LegatoLeg leg, const LegatoZone *zone): the person wants to know more of a
 * place.
 */
#define LEGATO_TYPE_HEAT_CARD (legato_heat_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoHeatCard, legato_heat_card, LEGATO, HEAT_CARD, AdwBin)

LegatoHeatCard *legato_heat_card_new (LegatoContext *context);
void legato_heat_card_set_period (LegatoHeatCard *self, LegatoPeriod *period, guint32 today);

G_END_DECLS

/* legato-follow-up-card.h: how the legs are on the days after a session, in one tap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoFollowUpCard: shown only while there is a question about an earlier session
 *
 * Signal `answered` (LegatoEntry *before, LegatoEntry *after): @before is to be replaced by @after.
 * Signal `rate` (LegatoEntry *session): the person wants to rate the places one by one.
 */
#define LEGATO_TYPE_FOLLOW_UP_CARD (legato_follow_up_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFollowUpCard, legato_follow_up_card, LEGATO, FOLLOW_UP_CARD, AdwBin)

LegatoFollowUpCard *legato_follow_up_card_new (LegatoContext *context);
void legato_follow_up_card_refresh (LegatoFollowUpCard *self);
void legato_follow_up_card_ask (LegatoFollowUpCard *self);

G_END_DECLS

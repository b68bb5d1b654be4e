/* legato-follow-up-card.h: how the legs are on the days after a session, in one tap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoFollowUpCard: seen only while something is to be asked
 *
 * Signal `answered` (LegatoEntry *before, LegatoEntry *after): the session is to say @after.
 * Signal `rate` (LegatoEntry *session): it is to be said more exactly.
 */
#define LEGATO_TYPE_FOLLOW_UP_CARD (legato_follow_up_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFollowUpCard, legato_follow_up_card, LEGATO, FOLLOW_UP_CARD, AdwBin)

LegatoFollowUpCard *legato_follow_up_card_new (LegatoContext *context);
void legato_follow_up_card_refresh (LegatoFollowUpCard *self);
void legato_follow_up_card_ask (LegatoFollowUpCard *self);

G_END_DECLS

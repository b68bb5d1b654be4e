/* legato-after-effect-group.h: what may follow a session and is to be looked at by a doctor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/**
 * LegatoAfterEffectGroup: asks for R-AFTER in one line, and says what to do about what is tapped
 *
 * For the rating after a session, and for its follow-ups on the next days. What is tapped counts
 * only once legato_after_effect_group_note() is called, so that a slip of the finger can be taken
 * back.
 *
 * Signal `changed`: another answer was given.
 */
#define LEGATO_TYPE_AFTER_EFFECT_GROUP (legato_after_effect_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAfterEffectGroup,
                      legato_after_effect_group,
                      LEGATO,
                      AFTER_EFFECT_GROUP,
                      AdwBin)

LegatoAfterEffectGroup *legato_after_effect_group_new (LegatoPersonModel *person);
gboolean legato_after_effect_group_is_empty (LegatoAfterEffectGroup *self);
void legato_after_effect_group_clear (LegatoAfterEffectGroup *self);
void legato_after_effect_group_note (LegatoAfterEffectGroup *self, LegatoEntry *entry);

G_END_DECLS

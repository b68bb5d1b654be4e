/* legato-aftermath-group.h: what may follow a session and is to be looked at by a doctor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/**
 * LegatoAftermathGroup: asks for R-AFTER in one line, and says what to do about what is tapped
 *
 * For the rating after a session, and for its follow-ups on the next days. What is tapped counts
 * only once legato_aftermath_group_note() is called, so that a slip of the finger can be taken
 * back.
 */
#define LEGATO_TYPE_AFTERMATH_GROUP (legato_aftermath_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoAftermathGroup, legato_aftermath_group, LEGATO, AFTERMATH_GROUP, AdwBin)

LegatoAftermathGroup *legato_aftermath_group_new (LegatoPersonModel *person);
void legato_aftermath_group_clear (LegatoAftermathGroup *self);
void legato_aftermath_group_note (LegatoAftermathGroup *self, LegatoEntry *entry);

G_END_DECLS

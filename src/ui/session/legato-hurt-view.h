/* legato-hurt-view.h: after "Stop, it hurts": what was felt and where, what to do, and how to go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-session.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_HURT_VIEW (legato_hurt_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoHurtView, legato_hurt_view, LEGATO, HURT_VIEW, AdwBin)

LegatoHurtView *legato_hurt_view_new (LegatoContext *context);

void legato_hurt_view_ask (LegatoHurtView *self, LegatoSession *session, LegatoPersonModel *person);
void legato_hurt_view_focus (LegatoHurtView *self);

G_END_DECLS

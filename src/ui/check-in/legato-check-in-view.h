/* legato-check-in-view.h: how the legs are today, asked before a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_CHECK_IN_VIEW (legato_check_in_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCheckInView, legato_check_in_view, LEGATO, CHECK_IN_VIEW, AdwBin)

LegatoCheckInView *legato_check_in_view_new (LegatoContext *context, LegatoPersonModel *person);

void legato_check_in_view_begin (LegatoCheckInView *self, gboolean for_session);
void legato_check_in_view_refresh (LegatoCheckInView *self);
void legato_check_in_view_ask (LegatoCheckInView *self);
gboolean legato_check_in_view_has_sign (LegatoCheckInView *self);
void legato_check_in_view_go_on (LegatoCheckInView *self);
void legato_check_in_view_focus (LegatoCheckInView *self);

G_END_DECLS

/* legato-prepare-view.h: what to choose, fetch and know before a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-planner.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PREPARE_VIEW (legato_prepare_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPrepareView, legato_prepare_view, LEGATO, PREPARE_VIEW, AdwBin)

LegatoPrepareView *legato_prepare_view_new (LegatoContext *context);

void legato_prepare_view_set_person (LegatoPrepareView *self, LegatoPersonModel *person);
void legato_prepare_view_set_request (LegatoPrepareView *self, const LegatoRequest *request);
void legato_prepare_view_show_failure (LegatoPrepareView *self, const GError *error);
guint legato_prepare_view_get_rest (LegatoPrepareView *self);
void legato_prepare_view_focus (LegatoPrepareView *self);

G_END_DECLS

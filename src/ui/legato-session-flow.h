/* legato-session-flow.h: the way from what was chosen to a session, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-planner.h"

G_BEGIN_DECLS

/**
 * LegatoExperimentRequest: a massage of a comparison of the legs
 * @leg: which one was drawn
 * @uuid: of the entry that it will be
 * @soreness: of both legs now, 0 to 10, by #LegatoLeg
 */
typedef struct
{
  const LegatoZone *zone;
  LegatoLeg leg;
  const char *uuid;
  guint soreness[2];
} LegatoExperimentRequest;

/**
 * LegatoSessionFlow: check-in, refusal, session and rating, above the pages of a window
 *
 * The pages that it shows are made when they are first wanted.
 *
 * Signal `left`: the pages of the window are wanted again.
 *
 * Signal `saved`: likewise, and the journal has a new entry to be shown, or will have it soon.
 */
#define LEGATO_TYPE_SESSION_FLOW (legato_session_flow_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSessionFlow, legato_session_flow, LEGATO, SESSION_FLOW, GObject)

LegatoSessionFlow *legato_session_flow_new (GtkWindow *window,
                                            GtkStack *levels,
                                            AdwToastOverlay *toasts,
                                            LegatoContext *context);

GtkWidget *legato_session_flow_get_recovery_bar (LegatoSessionFlow *self);
gboolean legato_session_flow_is_free (LegatoSessionFlow *self);
gboolean legato_session_flow_may_be_left (LegatoSessionFlow *self);
gboolean legato_session_flow_leave (LegatoSessionFlow *self);
gboolean legato_session_flow_is_running (LegatoSessionFlow *self);
void legato_session_flow_prepare (LegatoSessionFlow *self, const LegatoRequest *request);
void legato_session_flow_prepare_experiment (LegatoSessionFlow *self,
                                             const LegatoExperimentRequest *experiment);
void legato_session_flow_continue (LegatoSessionFlow *self);
void legato_session_flow_check_in (LegatoSessionFlow *self);
gboolean legato_session_flow_may_close (LegatoSessionFlow *self);

G_END_DECLS

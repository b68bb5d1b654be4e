/* legato-session-flow-private.h: what the files of LegatoSessionFlow share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-check-in-page.h"
#include "legato-idle-inhibitor.h"
#include "legato-media-bridge.h"
#include "legato-question.h"
#include "legato-recovery-bar.h"
#include "legato-session-flow.h"

G_BEGIN_DECLS

struct _LegatoSessionFlow
{
  GObject parent_instance;

  /* Borrowed references: the window owns this, and what is in it */
  GtkWindow *window;
  GtkStack *levels;
  AdwToastOverlay *toasts;
  LegatoCheckInPage *check_in; /* %NULL until it is first wanted */
  LegatoSessionPage *session;  /* likewise */
  LegatoRecoveryBar *recovery;
  LegatoQuestion *nothing_to_continue; /* while it is shown; or %NULL */
  AdwToast *goes_on; /* "Finish this session first.", while it is shown; or %NULL */

  /* Owned references */
  LegatoContext *context;
  LegatoPersonModel *guest; /* who is massaged, if it is somebody else; %NULL otherwise */
  LegatoMediaBridge *media_bridge;
  LegatoIdleInhibitor *inhibitor;

  /* What the check-in is for, or the session that it led to; its routine, zone and technique live
   * as long as the guide */
  LegatoRequest request;
  gboolean requested;
  LegatoRunning *resumed; /* (nullable): a partner's, to go on once they are asked again */

  gboolean noting; /* a check-in is on its way into the journal, and it is said where it is then */
  gboolean asked;  /* whoever uses it has said what is to become of the session */
  gboolean stopping; /* what was said is being written, and the window waits for it */
  gboolean stopped;  /* what was said is on the disk, or given up: the window may close */

  /* What it is for a comparison of the legs; of no comparison if its zone is %NULL */
  LegatoExperimentRequest experiment;
  char *experiment_uuid;
};

void legato_session_flow_go_on_closing (LegatoSessionFlow *self);
gboolean legato_session_flow_close_when_kept (LegatoSessionFlow *self);

G_END_DECLS

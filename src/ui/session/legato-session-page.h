/* legato-session-page.h: a session from the preparation to the rating
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"
#include "legato-planner.h"
#include "legato-session.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_SESSION_PAGE (legato_session_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSessionPage, legato_session_page, LEGATO, SESSION_PAGE, GtkWidget)

LegatoSessionPage *legato_session_page_new (LegatoContext *context);

void legato_session_page_set_person (LegatoSessionPage *self, LegatoPersonModel *person);
void legato_session_page_set_uuid (LegatoSessionPage *self, const char *uuid, LegatoLeg leg);
void legato_session_page_prepare (LegatoSessionPage *self, const LegatoRequest *request);
gboolean legato_session_page_continue (LegatoSessionPage *self,
                                       const LegatoRunning *running,
                                       GError **error);
gboolean legato_session_page_is_free (LegatoSessionPage *self);
LegatoSession *legato_session_page_get_session (LegatoSessionPage *self);
gboolean legato_session_page_is_running (LegatoSessionPage *self);
gboolean legato_session_page_is_left (LegatoSessionPage *self);
gboolean legato_session_page_is_busy (LegatoSessionPage *self);
const GError *legato_session_page_get_unsaved (LegatoSessionPage *self);
void legato_session_page_stop (LegatoSessionPage *self);
gboolean legato_session_page_may_close (LegatoSessionPage *self);

G_END_DECLS

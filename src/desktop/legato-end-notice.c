/* legato-end-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-end-notice.h"

#define NOTICE_ID "session-end"

/**
 * legato_end_notice_send:
 * @session: a finished session
 *
 * Shows a notification of the desktop's that leads back to the program.
 */
void
legato_end_notice_send (GApplication *application, LegatoSession *session)
{
  g_autoptr (GNotification) notice = NULL;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (LEGATO_IS_SESSION (session));

  if (legato_session_get_error (session) != NULL)
    {
      notice = g_notification_new (_ ("Your session broke off"));
      g_notification_set_body (notice, legato_session_get_error (session)->message);
    }
  else
    {
      notice = g_notification_new (_ ("Your session is over"));
      g_notification_set_body (notice, _ ("How do your legs feel now?"));
    }
  /* Without it, some desktops do nothing at a click. */
  g_notification_set_default_action (notice, "app.show");
  g_application_send_notification (application, NOTICE_ID, notice);
}

/** legato_end_notice_withdraw: takes the notification away, if there is one: it was seen. */
void
legato_end_notice_withdraw (GApplication *application)
{
  g_return_if_fail (G_IS_APPLICATION (application));
  g_application_withdraw_notification (application, NOTICE_ID);
}

/* legato-reminders-page.h: what to be reminded of, and when not to be disturbed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_REMINDERS_PAGE (legato_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRemindersPage,
                      legato_reminders_page,
                      LEGATO,
                      REMINDERS_PAGE,
                      AdwPreferencesPage)

LegatoRemindersPage *legato_reminders_page_new (void);

G_END_DECLS

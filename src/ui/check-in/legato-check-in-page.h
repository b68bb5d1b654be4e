/* legato-check-in-page.h: the check-in, and the advice if it says that there is no massage today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_CHECK_IN_PAGE (legato_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCheckInPage, legato_check_in_page, LEGATO, CHECK_IN_PAGE, AdwBin)

LegatoCheckInPage *legato_check_in_page_new (LegatoContext *context, LegatoPersonModel *person);

void legato_check_in_page_begin (LegatoCheckInPage *self, const char *title, gboolean for_session);

gboolean legato_check_in_page_keep_signs (LegatoCheckInPage *self);

G_END_DECLS

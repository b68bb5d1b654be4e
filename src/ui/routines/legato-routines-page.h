/* legato-routines-page.h: the routines to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_ROUTINES_PAGE (legato_routines_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRoutinesPage, legato_routines_page, LEGATO, ROUTINES_PAGE, GtkWidget)

LegatoRoutinesPage *legato_routines_page_new (LegatoContext *context);

G_END_DECLS

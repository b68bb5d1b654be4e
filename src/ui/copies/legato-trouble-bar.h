/* legato-trouble-bar.h: what is wrong with the journal, and what helps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-context.h"

G_BEGIN_DECLS

/** LegatoTroubleBar: hidden while the journal can be opened and written */
#define LEGATO_TYPE_TROUBLE_BAR (legato_trouble_bar_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTroubleBar, legato_trouble_bar, LEGATO, TROUBLE_BAR, GtkWidget)

LegatoTroubleBar *legato_trouble_bar_new (LegatoContext *context);

G_END_DECLS

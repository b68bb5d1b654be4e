/* legato-refusal-view.h: why there is no massage today, and what to do instead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_REFUSAL_VIEW (legato_refusal_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRefusalView, legato_refusal_view, LEGATO, REFUSAL_VIEW, GtkWidget)

void legato_refusal_view_set_guest (LegatoRefusalView *self, gboolean guest);
void legato_refusal_view_set_advice (LegatoRefusalView *self, GPtrArray *advice);
void legato_refusal_view_focus (LegatoRefusalView *self);

G_END_DECLS

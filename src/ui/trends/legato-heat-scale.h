/* legato-heat-scale.h: which colour on the legs stands for which soreness
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *legato_heat_scale_new (void);

G_END_DECLS

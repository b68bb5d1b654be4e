/* legato-chart-ink.h: what a chart is drawn with, whose colours style.css gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *legato_chart_ink_new (GtkWidget *chart, const char *name);
void legato_chart_ink_fill (GtkWidget *ink,
                            GtkSnapshot *snapshot,
                            const graphene_rect_t *area,
                            float radius);
void legato_chart_ink_frame (GtkWidget *ink,
                             GtkSnapshot *snapshot,
                             const graphene_rect_t *area,
                             float radius,
                             float line);

G_END_DECLS

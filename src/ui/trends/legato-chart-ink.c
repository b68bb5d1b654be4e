/* legato-chart-ink.c
 *
 * An ink is a child of the chart without content, which its background fills. What is drawn is that
 * child seen through a clip, so every colour comes from the style, also when it changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-chart-ink.h"

/**
 * legato_chart_ink_new:
 * @chart: whose child it becomes
 * @name: of its class in style.css
 *
 * Returns: (transfer none): the ink; @chart unparents it
 */
GtkWidget *
legato_chart_ink_new (GtkWidget *chart, const char *name)
{
  GtkWidget *ink = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (chart) && name != NULL, NULL);

  ink = adw_bin_new ();
  gtk_widget_add_css_class (ink, name);
  gtk_widget_set_can_target (ink, FALSE);
  gtk_widget_set_parent (ink, chart);
  return ink;
}

static void
push_clip (GtkSnapshot *snapshot, const graphene_rect_t *area, float radius)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, area, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
}

/**
 * legato_chart_ink_fill:
 * @snapshot: of the chart, while it is drawn
 * @area: in px of the chart
 * @radius: of its corners, in px
 */
void
legato_chart_ink_fill (GtkWidget *ink,
                       GtkSnapshot *snapshot,
                       const graphene_rect_t *area,
                       float radius)
{
  g_return_if_fail (GTK_IS_WIDGET (ink));

  push_clip (snapshot, area, radius);
  gtk_widget_snapshot_child (gtk_widget_get_parent (ink), ink, snapshot);
  gtk_snapshot_pop (snapshot);
}

/**
 * legato_chart_ink_frame:
 * @snapshot: of the chart, while it is drawn
 * @area: in px of the chart
 * @radius: of its corners, in px; larger than the line they would be cut off
 * @line: how broad the edge is, in px
 *
 * Draws the edge of @area, and leaves what is within as it is.
 */
void
legato_chart_ink_frame (GtkWidget *ink,
                        GtkSnapshot *snapshot,
                        const graphene_rect_t *area,
                        float radius,
                        float line)
{
  float x = area->origin.x, y = area->origin.y;
  float width = area->size.width, height = area->size.height;
  const graphene_rect_t sides[] = {
    GRAPHENE_RECT_INIT (x, y, width, line),
    GRAPHENE_RECT_INIT (x, y + height - line, width, line),
    GRAPHENE_RECT_INIT (x, y + line, line, height - 2 * line),
    GRAPHENE_RECT_INIT (x + width - line, y + line, line, height - 2 * line),
  };

  g_return_if_fail (GTK_IS_WIDGET (ink));

  push_clip (snapshot, area, radius);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i].size.width > 0 && sides[i].size.height > 0)
      legato_chart_ink_fill (ink, snapshot, &sides[i], 0);
  gtk_snapshot_pop (snapshot);
}

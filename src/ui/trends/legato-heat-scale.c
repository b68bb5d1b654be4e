/* legato-heat-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry.h"
#include "legato-heat-scale.h"
#include "legato-map-palette.h"

#define N_VALUES (LEGATO_RATING_MAX + 1)
#define HEIGHT 22
#define WIDTH 200

/* From this value on white is read better than black. */
#define DARK_VALUE 6

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  double cell = (double) width / N_VALUES;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;

  for (guint value = 0; value < N_VALUES; value++)
    {
      GdkRGBA color = legato_map_palette_get_soreness_color (value);
      g_autofree char *text = g_strdup_printf ("%u", value);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), text);
      double x = cell * (mirrored ? LEGATO_RATING_MAX - value : value);
      int text_width, text_height;

      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, x, 0, cell, height);
      cairo_fill (cr);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      cairo_set_source_rgb (cr, value >= DARK_VALUE, value >= DARK_VALUE, value >= DARK_VALUE);
      cairo_move_to (cr, x + (cell - text_width) / 2, (height - text_height) / 2.0);
      pango_cairo_show_layout (cr, layout);
    }
}

/** Returns: (transfer floating): the numbers from 0 to 10 on their colours */
GtkWidget *
legato_heat_scale_new (void)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-height", HEIGHT, "content-width", WIDTH, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, NULL, NULL);
  gtk_widget_add_css_class (area, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colours from 0, not sore, to 10"), -1);
  return area;
}

/* painting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "painting.h"

#include "legato-svg.h"

static gboolean drawn;
static gboolean shown;

/* For a test that takes pictures of its windows, before the first is there: the legs are drawn in
 * them, and the screen is left alone. */
void
painting_want_pictures (void)
{
  drawn = TRUE;
}

/* For a test that looks at the screen. */
void
painting_want (void)
{
  drawn = TRUE;
  shown = TRUE;
}

/* From now on @window is only laid out, unless painting is wanted: where things are, and what they
 * say, is the same, and painting takes most of the time. GTK 4.24 warns of a frame that is never
 * handed in. */
void
painting_stop (GtkWindow *window)
{
  guint render = g_signal_lookup ("render", GDK_TYPE_SURFACE);

  if (!shown && gtk_check_version (4, 23, 0) != NULL)
    g_signal_handlers_block_matched (gtk_native_get_surface (GTK_NATIVE (window)),
                                     G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA, render, 0, NULL, NULL,
                                     window);
}

/* Stands in for legato_svg_render() (meson.build): else the legs are drawn anew for each width that
 * a window is given, though nobody looks at them. */
cairo_surface_t *__real_legato_svg_render (GBytes *svg,
                                           const LegatoMapBox *part,
                                           const char *stylesheet,
                                           int width,
                                           int height,
                                           int scale,
                                           GError **error);
cairo_surface_t *__wrap_legato_svg_render (GBytes *svg,
                                           const LegatoMapBox *part,
                                           const char *stylesheet,
                                           int width,
                                           int height,
                                           int scale,
                                           GError **error);

cairo_surface_t *
__wrap_legato_svg_render (GBytes *svg,
                          const LegatoMapBox *part,
                          const char *stylesheet,
                          int width,
                          int height,
                          int scale,
                          GError **error)
{
  cairo_surface_t *surface = NULL;

  if (drawn)
    return __real_legato_svg_render (svg, part, stylesheet, width, height, scale, error);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

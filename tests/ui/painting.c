/* painting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "painting.h"

#include <string.h>

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

static cairo_surface_t *
create_surface (int width, int height, int scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

/* Of the surfaces that render() has made, by what they show. */
static GHashTable *made;
static GMutex made_mutex;

static char *
dup_key (GBytes *svg,
         const LegatoMapBox *part,
         const char *stylesheet,
         int width,
         int height,
         int scale)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, svg);
  g_autofree char *box =
      part != NULL ? g_strdup_printf ("%a %a %a %a", part->x, part->y, part->width, part->height)
                   : g_strdup ("all");

  return g_strdup_printf ("%s %s %d %d %d %s", sum, box, width, height, scale,
                          stylesheet != NULL ? stylesheet : "");
}

/* Of the same drawing the second picture is a copy of the first: each window, and each change
 * between light and dark, asks for the same dozen again. */
static cairo_surface_t *
render (GBytes *svg,
        const LegatoMapBox *part,
        const char *stylesheet,
        int width,
        int height,
        int scale,
        GError **error)
{
  g_autofree char *key = dup_key (svg, part, stylesheet, width, height, scale);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&made_mutex);
  cairo_surface_t *surface = NULL;
  cairo_surface_t *copy = NULL;

  if (made == NULL)
    made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) cairo_surface_destroy);
  surface = g_hash_table_lookup (made, key);
  if (surface == NULL)
    {
      surface = __real_legato_svg_render (svg, part, stylesheet, width, height, scale, error);
      if (surface == NULL)
        return NULL;
      g_hash_table_insert (made, g_steal_pointer (&key), surface);
    }
  /* Who has it may draw into it. */
  copy = create_surface (width, height, scale);
  cairo_surface_flush (surface);
  memcpy (cairo_image_surface_get_data (copy), cairo_image_surface_get_data (surface),
          (gsize) cairo_image_surface_get_stride (surface) * (gsize) (height * scale));
  cairo_surface_mark_dirty (copy);
  return copy;
}

cairo_surface_t *
__wrap_legato_svg_render (GBytes *svg,
                          const LegatoMapBox *part,
                          const char *stylesheet,
                          int width,
                          int height,
                          int scale,
                          GError **error)
{
  if (!drawn)
    return create_surface (width, height, scale);
  return render (svg, part, stylesheet, width, height, scale, error);
}

/* test-program-contrast.c: every text of every page stands out from what is behind it
 *
 * Usage: test-program-contrast light|dark|contrast
 *
 * Measured on what is drawn. What is behind a text is the colour that most of its box has; the text
 * itself is what differs most from that, as its edges are mixed of both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program-fit.h"
#include "program-pages.h"

#include <math.h>

/* WCAG 2.1, 1.4.3: of text, and of text that is large or bold and rather large (in px). */
#define LEAST 4.5
#define LEAST_LARGE 3.0
#define LARGE 24.0
#define LARGE_BOLD 18.7

/* Of eight bits; what differs less is one colour. */
#define SHADES 32

#define WIDTH 1000

typedef struct
{
  guint n;
  guint red, green, blue;
} Heap;

static double
get_linear (double value)
{
  value /= 255;
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (double red, double green, double blue)
{
  return 0.2126 * get_linear (red) + 0.7152 * get_linear (green) + 0.0722 * get_linear (blue);
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Of the pixels in a box of a picture: the luminance that most have. */
static double
find_background (const guchar *pixels, gsize stride, const GdkRectangle *box)
{
  g_autofree Heap *heaps = g_new0 (Heap, SHADES * SHADES * SHADES);
  const Heap *most = heaps;

  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      {
        const guchar *p = pixels + (gsize) y * stride + (gsize) x * 4;
        Heap *heap = heaps + ((p[2] * SHADES / 256) * SHADES + p[1] * SHADES / 256) * SHADES
                     + p[0] * SHADES / 256;

        heap->n++;
        heap->blue += p[0];
        heap->green += p[1];
        heap->red += p[2];
        if (heap->n > most->n)
          most = heap;
      }
  return get_luminance ((double) most->red / most->n, (double) most->green / most->n,
                        (double) most->blue / most->n);
}

static double
find_contrast (const guchar *pixels, gsize stride, const GdkRectangle *box)
{
  double background = find_background (pixels, stride, box);
  double best = 1;

  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      {
        const guchar *p = pixels + (gsize) y * stride + (gsize) x * 4;

        best = MAX (best, get_contrast (background, get_luminance (p[2], p[1], p[0])));
      }
  return best;
}

static gboolean
is_large (GtkWidget *label)
{
  g_autoptr (PangoFontDescription) font = NULL;
  double size;

  font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;
  return size >= LARGE
         || (size >= LARGE_BOLD && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
}

/* Of a mere dot or comma no pixel has the text's own colour. */
static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* What cannot be used now may be pale, and what is not in sight cannot be measured. */
static gboolean
is_measured (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && has_letters (gtk_label_get_text (GTK_LABEL (widget)))
         && gtk_widget_is_sensitive (widget) && program_is_seen (widget);
}

static void
measure (GtkWidget *widget, GtkWidget *window, cairo_surface_t *surface)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (is_measured (widget) && gtk_widget_compute_bounds (widget, window, &bounds))
    {
      GdkRectangle box = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
      GdkRectangle all = { 0, 0, cairo_image_surface_get_width (surface),
                           cairo_image_surface_get_height (surface) };

      if (gdk_rectangle_intersect (&box, &all, &box))
        {
          double contrast = find_contrast (cairo_image_surface_get_data (surface),
                                           (gsize) cairo_image_surface_get_stride (surface), &box);
          g_autofree char *what = g_strdup_printf ("has a contrast of %.2f", contrast);

          if (contrast < (is_large (widget) ? LEAST_LARGE : LEAST))
            program_fit_tell (widget, what);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    measure (child, window, surface);
}

static void
visit (const char *page)
{
  GtkWidget *window = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface = NULL;

  program_fit_begin_page (page);
  program_pages_settle ();
  program_pages_resize (WIDTH);
  window = GTK_WIDGET (program_get_entered ());
  texture = program_pages_take_picture ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  measure (window, window, surface);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  if (g_str_equal (argv[1], "dark"))
    g_setenv ("ADW_DEBUG_COLOR_SCHEME", "prefer-dark", TRUE);
  if (g_str_equal (argv[1], "contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  program_pages_add ("/program/contrast", program_fit_begin, visit, program_fit_end);
  return g_test_run ();
}

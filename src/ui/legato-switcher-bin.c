/* legato-switcher-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-switcher-bin.h"

/* All pages have their words beside each other in the least width that a window has, in every
 * language. libadwaita cuts off what has no room; here the words stop growing with the desktop's
 * text at what fits. */

/* In pixels: what stays free between two words. */
#define GAP 3

/* How much smaller the words are tried, since hinted letters do not shrink evenly. */
#define STEP 0.98

/* Below this they would not be readable, and rather be cut off. */
#define LEAST_SCALE 0.3

struct _LegatoSwitcherBin
{
  AdwBin parent_instance;

  double scale;
  guint scale_id;
};

G_DEFINE_FINAL_TYPE (LegatoSwitcherBin, legato_switcher_bin, ADW_TYPE_BIN)

/* Adds the words below @widget to @labels, and what each page's word and icon lie in to @boxes;
 * what is beside these is for other places than a bar. */
static void
find_words (GtkWidget *widget, GPtrArray *labels, GPtrArray *boxes)
{
  if (GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, "narrow"))
    g_ptr_array_add (boxes, widget);
  else if (GTK_IS_LABEL (widget) && boxes->len > 0
           && gtk_widget_is_ancestor (widget, g_ptr_array_index (boxes, boxes->len - 1)))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_words (child, labels, boxes);
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* How wide the longest of @labels is at @scale while its page is shown, when it is bold. */
static int
get_longest (GPtrArray *labels, double scale)
{
  int longest = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      PangoContext *context = gtk_widget_get_pango_context (label);
      g_autoptr (PangoFontDescription) font =
          pango_font_description_copy (pango_context_get_font_description (context));
      g_autoptr (PangoLayout) layout =
          gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
      int width = 0;

      pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      /* CSS sizes are in pixels. */
      pango_font_description_set_absolute_size (font,
                                                pango_font_description_get_size (font) * scale);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_pixel_size (layout, &width, NULL);
      longest = MAX (longest, width);
    }
  return longest;
}

/* Returns: how many times their usual size the words may have in @width, at most 1 */
static double
find_scale (GtkWidget *bar, int width, GPtrArray *labels, GPtrArray *boxes)
{
  int least = 0;
  int room = 0;
  double scale = 1;

  for (guint i = 0; i < boxes->len; i++)
    least = MAX (least, get_least_width (g_ptr_array_index (boxes, i)));
  room = (width - get_least_width (bar)) / (int) boxes->len + least - GAP;
  while (scale > LEAST_SCALE && get_longest (labels, scale) > room)
    scale *= STEP;
  return scale;
}

static gboolean
set_scale_cb (gpointer data)
{
  LegatoSwitcherBin *self = data;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->scale_id = 0;
  find_words (GTK_WIDGET (self), labels, boxes);
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->scale));
  for (guint i = 0; i < labels->len; i++)
    gtk_label_set_attributes (g_ptr_array_index (labels, i), attributes);
  return G_SOURCE_REMOVE;
}

static void
legato_switcher_bin_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GtkWidget *bar = adw_bin_get_child (ADW_BIN (widget));

  if (bar != NULL)
    gtk_widget_measure (bar, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
legato_switcher_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoSwitcherBin *self = LEGATO_SWITCHER_BIN (widget);
  GtkWidget *bar = adw_bin_get_child (ADW_BIN (widget));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  double scale = 1;

  if (bar == NULL)
    return;
  gtk_widget_allocate (bar, width, height, baseline, NULL);
  find_words (bar, labels, boxes);
  if (boxes->len == 0)
    return;
  scale = find_scale (bar, width, labels, boxes);
  if (scale == self->scale)
    return;
  self->scale = scale;

  /* Labels cannot become larger or smaller in the middle of an allocation. */
  if (self->scale_id == 0)
    self->scale_id = g_idle_add_full (GDK_PRIORITY_EVENTS, set_scale_cb, self, NULL);
}

static GtkSizeRequestMode
legato_switcher_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_switcher_bin_dispose (GObject *object)
{
  LegatoSwitcherBin *self = LEGATO_SWITCHER_BIN (object);

  g_clear_handle_id (&self->scale_id, g_source_remove);

  G_OBJECT_CLASS (legato_switcher_bin_parent_class)->dispose (object);
}

static void
legato_switcher_bin_class_init (LegatoSwitcherBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_switcher_bin_dispose;
  widget_class->measure = legato_switcher_bin_measure;
  widget_class->size_allocate = legato_switcher_bin_size_allocate;
  widget_class->get_request_mode = legato_switcher_bin_get_request_mode;
}

static void
legato_switcher_bin_init (LegatoSwitcherBin *self)
{
  self->scale = 1;

  /* We lay out the child ourselves. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/* legato-header-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-header-layout.h"

struct _LegatoHeaderLayout
{
  GtkLayoutManager parent_instance;

  /* Borrowed references, children of the widget that is laid out */
  GtkWidget *header;
  GtkWidget *content;

  gboolean floating;
};

G_DEFINE_FINAL_TYPE (LegatoHeaderLayout, legato_header_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
legato_header_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  LegatoHeaderLayout *self = LEGATO_HEADER_LAYOUT (manager);
  int header_minimum = 0;
  int header_natural = 0;

  gtk_widget_measure (self->header, orientation, for_size, &header_minimum, &header_natural, NULL,
                      NULL);
  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && !self->floating)
    {
      *minimum += header_minimum;
      *natural += header_natural;
    }
  else
    {
      *minimum = MAX (*minimum, header_minimum);
      *natural = MAX (*natural, header_natural);
    }
}

static void
legato_header_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  LegatoHeaderLayout *self = LEGATO_HEADER_LAYOUT (manager);
  int header = 0;
  int top = 0;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, NULL, &header, NULL, NULL);
  top = self->floating ? 0 : header;
  gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, top, width, height - top }, -1);
  gtk_widget_size_allocate (self->header, &(GtkAllocation){ 0, 0, width, header }, -1);
}

static void
legato_header_layout_class_init (LegatoHeaderLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = legato_header_layout_measure;
  layout_class->allocate = legato_header_layout_allocate;
}

static void
legato_header_layout_init (LegatoHeaderLayout *self)
{
}

/** legato_header_layout_set_parts: both are children of the widget, and outlive its layout */
void
legato_header_layout_set_parts (LegatoHeaderLayout *self, GtkWidget *header, GtkWidget *content)
{
  g_return_if_fail (LEGATO_IS_HEADER_LAYOUT (self));

  self->header = header;
  self->content = content;
}

/** Returns: whether this is new: the header lies over the content, or no longer does */
gboolean
legato_header_layout_set_floating (LegatoHeaderLayout *self, gboolean floating)
{
  g_return_val_if_fail (LEGATO_IS_HEADER_LAYOUT (self), FALSE);

  if (self->floating == floating)
    return FALSE;
  self->floating = floating;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  return TRUE;
}

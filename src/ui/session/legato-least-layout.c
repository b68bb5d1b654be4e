/* legato-least-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-least-layout.h"

/* Wider than any window, in pixels: nothing wraps there. */
#define WIDEST 16384

/*
 * As GtkBinLayout, for what lies in a grid or a flow box. Asked for their height at no width, those
 * tell what they need at their least width, where all wraps most; that is to be the least height
 * over all widths, and GTK 4.18 warns if it is not.
 */
struct _LegatoLeastLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoLeastLayout, legato_least_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
legato_least_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int size = orientation == GTK_ORIENTATION_VERTICAL && for_size < 0 ? WIDEST : for_size;
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
legato_least_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
legato_least_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_least_layout_class_init (LegatoLeastLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = legato_least_layout_measure;
  layout_class->allocate = legato_least_layout_allocate;
  layout_class->get_request_mode = legato_least_layout_get_request_mode;
}

static void
legato_least_layout_init (LegatoLeastLayout *self)
{
}

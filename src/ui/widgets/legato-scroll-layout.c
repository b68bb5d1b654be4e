/* legato-scroll-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-scroll-layout.h"

/* Of what is scrolled, in pixels: a line of it and where the next begins. */
#define LEAST_HEIGHT 72

/* For a widget whose only child is a GtkScrolledWindow that scrolls a box upright alone. By itself
 * that asks for the height that its child has where there is room for all of each line. */
struct _LegatoScrollLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoScrollLayout, legato_scroll_layout, GTK_TYPE_LAYOUT_MANAGER)

/* In pixels: a scrollbar is as long, also where there is less to scroll. What of it is more than
 * the widget has is cut off. */
static int
get_least_height (GtkWidget *scrolled)
{
  int least = 0;

  gtk_widget_measure (scrolled, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Not so of a box that holds only what is empty now, and its spacing. */
static gboolean
shows_anything (GtkScrolledWindow *scrolled, int width)
{
  GtkWidget *box = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (scrolled)));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      if (height > 0)
        return TRUE;
    }
  return FALSE;
}

static GtkSizeRequestMode
legato_scroll_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_scroll_layout_measure (GtkLayoutManager *layout,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (widget));
  int least = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (GTK_WIDGET (scrolled), orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (gtk_scrolled_window_get_child (scrolled), orientation, for_size, &least,
                      natural, NULL, NULL);
  *minimum = MIN (least, MAX (LEAST_HEIGHT, get_least_height (GTK_WIDGET (scrolled))));
}

static void
legato_scroll_layout_allocate (GtkLayoutManager *layout,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (widget);

  /* One that shows nothing would take the focus all the same, and tell nothing. */
  gtk_widget_set_can_focus (scrolled, shows_anything (GTK_SCROLLED_WINDOW (scrolled), width));
  gtk_widget_allocate (scrolled, width, MAX (height, get_least_height (scrolled)), baseline, NULL);
}

static void
legato_scroll_layout_class_init (LegatoScrollLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = legato_scroll_layout_get_request_mode;
  layout_class->measure = legato_scroll_layout_measure;
  layout_class->allocate = legato_scroll_layout_allocate;
}

static void
legato_scroll_layout_init (LegatoScrollLayout *self)
{
}

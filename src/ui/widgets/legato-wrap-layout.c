/* legato-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-wrap-layout.h"

/* Pixels between children, and between lines. */
#define SPACING 6

/*
 * Each child keeps its natural width, or shares the rest of its line if it expands; what no longer
 * fits goes to the next line. GtkFlowBox would
 * give every column the width of its widest child, and AdwWrapBox is newer than our floor.
 */
struct _LegatoWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoWrapLayout, legato_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How wide a child is in lines of @width. */
static int
get_child_width (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, width);
}

/* What is left of the line of @width that begins with @first, for each that expands in it. */
static int
get_rest (GtkWidget *first, int width)
{
  int taken = -SPACING;
  int n_expand = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_child_width (child, width);
      if (taken > 0 && taken + SPACING + child_width > width)
        break;
      taken += SPACING + child_width;
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        n_expand++;
    }
  return n_expand > 0 ? MAX (0, width - taken) / n_expand : 0;
}

/* Walks the lines for @width; places the children if @allocate. Returns the height they take. */
static int
walk_lines (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rest = get_rest (gtk_widget_get_first_child (widget), width);
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = 0;
      int child_height = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_child_width (child, width);
      if (x > 0 && x + child_width > width)
        {
          x = 0;
          y += line_height + SPACING;
          line_height = 0;
          rest = get_rest (child, width);
        }
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_width += rest;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL,
                          NULL);
      if (allocate)
        {
          GtkAllocation place = { mirrored ? width - x - child_width : x, y, child_width,
                                  child_height };

          gtk_widget_size_allocate (child, &place, -1);
        }
      x += child_width + SPACING;
      line_height = MAX (line_height, child_height);
    }
  return y + line_height;
}

static void
legato_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int widest = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (all > 0 ? SPACING : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = all;
    }
  else
    *minimum = *natural = walk_lines (widget, for_size < 0 ? all : for_size, FALSE);
}

static void
legato_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  walk_lines (widget, width, TRUE);
}

static GtkSizeRequestMode
legato_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_wrap_layout_class_init (LegatoWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = legato_wrap_layout_measure;
  layout_class->allocate = legato_wrap_layout_allocate;
  layout_class->get_request_mode = legato_wrap_layout_get_request_mode;
}

static void
legato_wrap_layout_init (LegatoWrapLayout *self)
{
}

/* legato-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-wrap-layout.h"

/* Pixels between children, and between lines. */
#define SPACING 6

/* No text wraps at this width any more. */
#define WIDEST 10000

/*
 * Each child keeps its natural width, or shares the rest of its line if it expands, and is as high
 * as its line; what no longer fits goes to the next line. GtkFlowBox would give every column the
 * width of its widest child, and AdwWrapBox is newer than our floor.
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

typedef struct
{
  GtkWidget *end; /* (nullable): the first child of the next line */
  int rest;       /* what is left of the width, for each that expands */
  int height;
} Line;

static int
get_child_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_full_width (GtkWidget *child, int width, const Line *line)
{
  gboolean expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);

  return get_child_width (child, width) + (expands ? line->rest : 0);
}

/* The line of @width that begins with @first. */
static Line
find_line (GtkWidget *first, int width)
{
  Line line = { NULL, 0, 0 };
  GtkWidget *child = NULL;
  int taken = -SPACING;
  int n_expand = 0;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
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
  line.end = child;
  line.rest = n_expand > 0 ? MAX (0, width - taken) / n_expand : 0;
  for (child = first; child != line.end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      line.height =
          MAX (line.height, get_child_height (child, get_full_width (child, width, &line)));
  return line;
}

/* Each is as high as its line, be it a sign or words. */
static void
place_line (GtkWidget *widget, GtkWidget *first, const Line *line, int width, int y)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, line->height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_full_width (child, width, line);
      if (mirrored)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
    }
}

/* Walks the lines for @width; places the children if @allocate. Returns the height they take. */
static int
walk_lines (GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      Line line = find_line (first, width);

      if (allocate)
        place_line (widget, first, &line, width, y);
      if (line.height > 0)
        y += line.height + SPACING;
      first = line.end;
    }
  return MAX (0, y - SPACING);
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
    /* At no width: the least height over all widths. */
    *minimum = *natural = walk_lines (widget, for_size < 0 ? WIDEST : for_size, FALSE);
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

/* legato-panes-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-panes-layout.h"
#include "legato-width-bin.h"

/* At most so many panes stand beside each other. */
#define MOST_PANES 3

/* In a narrow window the map gets three fifths of the height, the pane below it two, if it bears so
 * little. */
static const int rows[] = { 3, 2 };
#define ALL_ROWS 5

/*
 * GtkGrid would do, but asked for its height at no width it tells what it needs at its least width,
 * where the buttons above the map wrap most, and GTK 4.18 warns if that is not the least height.
 */
struct _LegatoPanesLayout
{
  GtkLayoutManager parent_instance;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LegatoPanesLayout, legato_panes_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What stands beside the map is as wide for large text as for the usual one, where there is room.
 */
static int
get_wished_width (GtkWidget *pane, const GtkRequestedSize *size)
{
  if (gtk_widget_compute_expand (pane, GTK_ORIENTATION_HORIZONTAL))
    return size->natural_size;
  return MAX (size->natural_size,
              (int) (size->minimum_size * legato_width_bin_get_text_scale (pane)));
}

/* Puts the visible panes and the widths they ask for into @panes. Returns: how many there are */
static guint
list_panes (GtkWidget *widget, GtkRequestedSize panes[MOST_PANES])
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < MOST_PANES;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      panes[n].data = child;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &panes[n].minimum_size,
                          &panes[n].natural_size, NULL, NULL);
      panes[n].natural_size = get_wished_width (child, &panes[n]);
      n++;
    }
  return n;
}

/* Gives the panes their widths, as `minimum_size`: the natural ones at no @width. What is left over
 * goes to those that expand. */
static void
share_width (GtkRequestedSize *panes, guint n, int width)
{
  int rest = width;
  guint n_expand = 0;

  for (guint i = 0; i < n; i++)
    {
      if (width < 0)
        panes[i].minimum_size = panes[i].natural_size;
      rest -= panes[i].minimum_size;
      n_expand += gtk_widget_compute_expand (panes[i].data, GTK_ORIENTATION_HORIZONTAL) != FALSE;
    }
  if (width < 0)
    return;
  rest = gtk_distribute_natural_allocation (MAX (0, rest), n, panes);
  for (guint i = 0; i < n; i++)
    if (gtk_widget_compute_expand (panes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        panes[i].minimum_size += rest / (int) n_expand;
        rest -= rest / (int) n_expand;
        n_expand--;
      }
}

static void
measure_width (LegatoPanesLayout *self,
               const GtkRequestedSize *panes,
               guint n,
               int *minimum,
               int *natural)
{
  for (guint i = 0; i < n; i++)
    if (self->narrow)
      {
        *minimum = MAX (*minimum, panes[i].minimum_size);
        *natural = MAX (*natural, panes[i].natural_size);
      }
    else
      {
        *minimum += panes[i].minimum_size;
        *natural += panes[i].natural_size;
      }
}

/* Returns: how high all rows are when the rows of @pane have @height */
static int
scale_to_rows (int height, guint pane)
{
  return (height + rows[pane] - 1) / rows[pane] * ALL_ROWS;
}

static void
legato_panes_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  LegatoPanesLayout *self = LEGATO_PANES_LAYOUT (manager);
  GtkRequestedSize panes[MOST_PANES];
  guint n = list_panes (widget, panes);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, panes, n, minimum, natural);
      return;
    }
  if (!self->narrow)
    share_width (panes, n, for_size);
  for (guint i = 0; i < n; i++)
    {
      int width = !self->narrow  ? panes[i].minimum_size
                  : for_size < 0 ? panes[i].natural_size
                                 : for_size;
      int least = 0;
      int wished = 0;

      gtk_widget_measure (panes[i].data, GTK_ORIENTATION_VERTICAL, width, &least, &wished, NULL,
                          NULL);
      if (self->narrow && i < G_N_ELEMENTS (rows))
        wished = scale_to_rows (wished, i);
      *minimum = self->narrow ? *minimum + least : MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
  *natural = MAX (*natural, *minimum);
}

/* Gives the panes below each other their rows of @height, as `minimum_size`, but to none less than
 * it bears: in large text the buttons above the map may take more. */
static void
share_height (GtkRequestedSize *panes, guint n, int width, int height)
{
  int least = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_widget_measure (panes[i].data, GTK_ORIENTATION_VERTICAL, width, &panes[i].minimum_size,
                          NULL, NULL, NULL);
      least += panes[i].minimum_size;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      int spare = height - least;
      int share = height * rows[i] / ALL_ROWS - panes[i].minimum_size;
      int more = CLAMP (share, 0, MAX (0, spare));

      panes[i].minimum_size += more;
      least += more;
    }
  if (n > 0)
    panes[n - 1].minimum_size += height - least;
}

static void
legato_panes_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  LegatoPanesLayout *self = LEGATO_PANES_LAYOUT (manager);
  GtkRequestedSize panes[MOST_PANES];
  guint n = list_panes (widget, panes);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;

  if (self->narrow)
    share_height (panes, n, width, height);
  else
    share_width (panes, n, width);
  for (guint i = 0; i < n; i++)
    {
      GtkAllocation place = { x, y, width, height };

      if (self->narrow)
        {
          place.height = panes[i].minimum_size;
          y += place.height;
        }
      else
        {
          place.width = panes[i].minimum_size;
          place.x = mirrored ? width - x - place.width : x;
          x += place.width;
        }
      gtk_widget_size_allocate (panes[i].data, &place, -1);
    }
}

static GtkSizeRequestMode
legato_panes_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_panes_layout_class_init (LegatoPanesLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = legato_panes_layout_measure;
  layout_class->allocate = legato_panes_layout_allocate;
  layout_class->get_request_mode = legato_panes_layout_get_request_mode;
}

static void
legato_panes_layout_init (LegatoPanesLayout *self)
{
}

/** legato_panes_layout_set_narrow: @narrow: whether the panes stand below each other, not beside */
void
legato_panes_layout_set_narrow (LegatoPanesLayout *self, gboolean narrow)
{
  g_return_if_fail (LEGATO_IS_PANES_LAYOUT (self));

  self->narrow = narrow;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

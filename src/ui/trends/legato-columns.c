/* legato-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-columns.h"

/* A column is at least so wide if there are several, and there are at most so many; px. */
#define COLUMN_WIDTH 400
#define MOST_COLUMNS 4
#define SPACING 12

/* Of a child that may grow into what its column leaves over. */
#define GROWS "legato-columns-grows"

struct _LegatoColumns
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoColumns, legato_columns, GTK_TYPE_BOX)

static guint
count_columns (GtkWidget *widget, int width)
{
  guint n_children = 0;
  int most = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children += gtk_widget_should_layout (child) != FALSE;
  if (width > 0)
    most = (width + SPACING) / (COLUMN_WIDTH + SPACING);
  return (guint) CLAMP (most, 1, MAX (1, (int) MIN (n_children, MOST_COLUMNS)));
}

/* Returns: the column for a child of @height: the fullest in which it still has @room, but for
 * those with one that expands, which takes all that is left; the shortest of all where there is
 * none */
static guint
choose_column (const int *heights, const gboolean *expands, guint n_columns, int height, int room)
{
  guint shortest = 0;
  guint free = n_columns;

  for (guint i = 0; i < n_columns; i++)
    {
      if (heights[i] < heights[shortest])
        shortest = i;
      if (!expands[i] && heights[i] + height <= room
          && (free == n_columns || heights[i] > heights[free]))
        free = i;
    }
  return free < n_columns ? free : shortest;
}

/* How much of @spare a child of @height takes: all if it expands, and twice its height at most if
 * it may grow. */
static int
get_share (GtkWidget *child, int height, int spare)
{
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL))
    return spare;
  return g_object_get_data (G_OBJECT (child), GROWS) != NULL ? MIN (spare, height) : 0;
}

/* Shares the children out among @n_columns in @width; what @room is, choose_column() says. With
 * @spares (nullable), the height that each column leaves over, they are also placed, and the first
 * children of a column that expand or grow take what it leaves over. @heights: (out): of the
 * columns, each with the spacing below it. Returns: the height of the highest, without that spacing
 */
static int
walk (GtkWidget *widget,
      int width,
      int room,
      guint n_columns,
      int *spares,
      int heights[MOST_COLUMNS])
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column_width = (width - (int) (n_columns - 1) * SPACING) / (int) n_columns;
  int tops[MOST_COLUMNS] = { 0 };
  gboolean expands[MOST_COLUMNS] = { FALSE };
  int highest = 0;

  memset (heights, 0, sizeof tops);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint column = 0;
      int height = 0, share, x;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
      column = choose_column (heights, expands, n_columns, height, room);
      x = (int) column * (column_width + SPACING);
      highest = MAX (highest, heights[column] + height);
      heights[column] += height + SPACING;
      expands[column] |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
      if (spares == NULL)
        continue;
      share = get_share (child, height, spares[column]);
      height += share;
      spares[column] -= share;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ mirrored ? width - x - column_width : x,
                                                  tops[column], column_width, height },
                                -1);
      tops[column] += height + SPACING;
    }
  return highest;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  int widest = 0, widest_natural = 0;
  int n_columns = (int) count_columns (widget, G_MAXINT / 2);
  int heights[MOST_COLUMNS];

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      widest_natural = MAX (widest_natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      /* As many columns as there may be, each as wide as it likes. */
      if (n_columns > 1)
        widest_natural = MAX (widest_natural, COLUMN_WIDTH);
      *natural = n_columns * (widest_natural + SPACING) - SPACING;
    }
  else if (for_size < 0)
    /* The least over all widths: as many columns as there may be, and none that has to wrap. */
    for_size = MOST_COLUMNS * (MAX (widest_natural, COLUMN_WIDTH) + SPACING);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural =
        walk (widget, for_size, 0, count_columns (widget, for_size), NULL, heights);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  guint most = count_columns (widget, width);
  guint n_columns = MIN (most, 2);
  int room = height;
  int heights[MOST_COLUMNS];
  int spares[MOST_COLUMNS];
  int highest = 0;

  /* Where there is height to spare, fewer and wider columns fill it, with larger pictures. */
  while ((highest = walk (widget, width, room, n_columns, NULL, heights)) > height
         && n_columns < most)
    n_columns++;
  /* What was asked for is enough without looking ahead. */
  if (highest > height)
    {
      room = 0;
      walk (widget, width, room, n_columns, NULL, heights);
    }
  for (guint i = 0; i < MOST_COLUMNS; i++)
    spares[i] = MAX (0, height + SPACING - heights[i]);
  walk (widget, width, room, n_columns, spares, heights);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* From the start of the line on, and down each column. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  GtkWidget *first = *(GtkWidget *const *) a;
  GtkWidget *second = *(GtkWidget *const *) b;
  GtkWidget *parent = gtk_widget_get_parent (first);
  float aside = gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL ? -1 : 1;
  graphene_rect_t one, other;

  if (!gtk_widget_compute_bounds (first, parent, &one)
      || !gtk_widget_compute_bounds (second, parent, &other))
    return 0;
  if (one.origin.x != other.origin.x)
    return aside * one.origin.x < aside * other.origin.x ? -1 : 1;
  return one.origin.y < other.origin.y ? -1 : one.origin.y > other.origin.y;
}

/* Tab comes down one column after the other, as they are read. GTK would have it go by height, to
 * and fro between cards of which one stands a little lower. */
static gboolean
legato_columns_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *from = gtk_widget_get_focus_child (widget);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return GTK_WIDGET_CLASS (legato_columns_parent_class)->focus (widget, direction);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      g_ptr_array_add (cards, child);
  g_ptr_array_sort (cards, compare_places);
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (cards, back ? cards->len - 1 - i : i);

      if (from != NULL && card != from)
        continue;
      from = NULL;
      if (gtk_widget_child_focus (card, direction))
        return TRUE;
    }
  return FALSE;
}

static void
legato_columns_class_init (LegatoColumnsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = legato_columns_focus;
}

static void
legato_columns_init (LegatoColumns *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * legato_columns_new:
 *
 * Each child goes to a column that it helps to fill, so that cards of different heights leave no
 * holes; the first ones stand at the top. GtkFlowBox would give a row the height of its highest.
 *
 * Returns: (transfer floating): columns of no cards yet
 */
GtkWidget *
legato_columns_new (void)
{
  return g_object_new (LEGATO_TYPE_COLUMNS, NULL);
}

/** legato_columns_let_grow: lets @child take what its column leaves over, up to its own height */
void
legato_columns_let_grow (GtkWidget *child)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_object_set_data (G_OBJECT (child), GROWS, GINT_TO_POINTER (TRUE));
  gtk_widget_queue_resize (child);
}

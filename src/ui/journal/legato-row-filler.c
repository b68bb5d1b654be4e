/* legato-row-filler.c
 *
 * A list keeps some two hundred rows, of which a dozen are in sight, and dragging its bar gives all
 * of them other entries at once. To lay out the words of so many takes longer than a frame, so the
 * rows wait here: those in sight come first, and what time a frame leaves is for the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-row-filler.h"

/* Time spent in each frame, in which at least one row is filled. Laying out and drawing the rows
 * takes as long again. */
#define BUDGET_US 1000

#define KEY "legato-row-filler"

typedef struct
{
  GtkWidget *row;
  LegatoFillFunc fill;
} Wait;

struct _LegatoRowFiller
{
  GObject parent_instance;

  /* Borrowed references */
  GtkWidget *list; /* owns this */

  /* Owned references */
  GArray *waiting; /* (element-type Wait) */

  guint tick_id;
};

G_DEFINE_FINAL_TYPE (LegatoRowFiller, legato_row_filler, G_TYPE_OBJECT)

/* A row with the focus counts as looked at, in sight or not, since a screen reader reads it. */
static gboolean
is_looked_at (LegatoRowFiller *self, GtkWidget *row)
{
  graphene_rect_t sight = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (self->list),
                                              (float) gtk_widget_get_height (self->list));
  graphene_rect_t place;

  if (gtk_widget_has_focus (gtk_widget_get_parent (row)))
    return TRUE;
  return gtk_widget_compute_bounds (row, self->list, &place)
         && graphene_rect_intersection (&sight, &place, NULL);
}

/* Measures the row right after filling it, so that the time for that counts, too. */
static void
fill_one (LegatoRowFiller *self, guint i)
{
  Wait wait = g_array_index (self->waiting, Wait, i);
  int width = gtk_widget_get_width (wait.row);

  g_array_remove_index (self->waiting, i);
  wait.fill (wait.row);
  if (width > 0)
    gtk_widget_measure (wait.row, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
}

/* Fills those rows that are looked at, or those that are not, until @end. Returns: whether there is
 * time left */
static gboolean
fill_until (LegatoRowFiller *self, gboolean looked_at, gint64 end)
{
  guint i = 0;

  while (i < self->waiting->len)
    {
      if (looked_at && !is_looked_at (self, g_array_index (self->waiting, Wait, i).row))
        {
          i++;
          continue;
        }
      fill_one (self, i);
      if (g_get_monotonic_time () >= end)
        return FALSE;
    }
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  LegatoRowFiller *self = data;
  gint64 end = g_get_monotonic_time () + BUDGET_US;

  if (fill_until (self, TRUE, end))
    fill_until (self, FALSE, end);
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
legato_row_filler_finalize (GObject *object)
{
  LegatoRowFiller *self = LEGATO_ROW_FILLER (object);

  g_array_unref (self->waiting);

  G_OBJECT_CLASS (legato_row_filler_parent_class)->finalize (object);
}

static void
legato_row_filler_class_init (LegatoRowFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_row_filler_finalize;
}

static void
legato_row_filler_init (LegatoRowFiller *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Wait));
}

/**
 * legato_row_filler_get_for:
 * @row: in an item of a list view
 *
 * Returns: (transfer none): that of its list, which owns it
 */
LegatoRowFiller *
legato_row_filler_get_for (GtkWidget *row)
{
  GtkWidget *list = NULL;
  LegatoRowFiller *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);
  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);
  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_get_data (G_OBJECT (list), KEY);
  if (self == NULL)
    {
      self = g_object_new (LEGATO_TYPE_ROW_FILLER, NULL);
      self->list = list;
      g_object_set_data_full (G_OBJECT (list), KEY, self, g_object_unref);
    }
  return self;
}

/**
 * legato_row_filler_add:
 * @row: of the list; to be removed by legato_row_filler_remove() before it leaves the list
 *
 * Calls @fill once, at the latest when all rows before it have been filled.
 */
void
legato_row_filler_add (LegatoRowFiller *self, GtkWidget *row, LegatoFillFunc fill)
{
  Wait wait = { row, fill };

  g_return_if_fail (LEGATO_IS_ROW_FILLER (self));
  g_return_if_fail (GTK_IS_WIDGET (row) && fill != NULL);

  legato_row_filler_remove (self, row);
  g_array_append_val (self->waiting, wait);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (self->list, tick_cb, self, NULL);
}

/** legato_row_filler_remove: takes @row off the waiting ones, if it is among them. */
void
legato_row_filler_remove (LegatoRowFiller *self, GtkWidget *row)
{
  g_return_if_fail (LEGATO_IS_ROW_FILLER (self));

  for (guint i = 0; i < self->waiting->len; i++)
    if (g_array_index (self->waiting, Wait, i).row == row)
      {
        g_array_remove_index (self->waiting, i);
        return;
      }
}

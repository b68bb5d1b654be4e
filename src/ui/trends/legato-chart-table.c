/* legato-chart-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-chart-table.h"

/* Higher than that it scrolls; px. */
#define MOST_HEIGHT 400

struct _LegatoChartTable
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkColumnView *view;

  /* Owned references: each item has its cells as data */
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (LegatoChartTable, legato_chart_table, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const char *const *cells = g_object_get_data (gtk_list_item_get_item (item), "cells");

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       cells[GPOINTER_TO_UINT (column)]);
}

static void
legato_chart_table_dispose (GObject *object)
{
  g_clear_object (&LEGATO_CHART_TABLE (object)->rows);

  G_OBJECT_CLASS (legato_chart_table_parent_class)->dispose (object);
}

static void
legato_chart_table_class_init (LegatoChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_chart_table_dispose;
}

static void
legato_chart_table_init (LegatoChartTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = NULL;

  self->rows = g_list_store_new (G_TYPE_OBJECT);
  view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))));
  gtk_widget_add_css_class (view, "data-table");
  self->view = GTK_COLUMN_VIEW (view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/** Returns: (transfer floating): a table without rows; @label says what it is to a screen reader */
LegatoChartTable *
legato_chart_table_new (const char *label)
{
  LegatoChartTable *self = g_object_new (LEGATO_TYPE_CHART_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

static void
set_titles (LegatoChartTable *self, const char *const *titles)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; titles[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, titles[i + 1] == NULL);
      gtk_column_view_append_column (self->view, column);
    }
}

/**
 * legato_chart_table_set:
 * @titles: (array zero-terminated=1): of the columns
 * @rows: (element-type GStrv): as many cells each; copied
 */
void
legato_chart_table_set (LegatoChartTable *self, const char *const *titles, const GPtrArray *rows)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LEGATO_IS_CHART_TABLE (self));
  g_return_if_fail (titles != NULL && rows != NULL);

  g_list_store_remove_all (self->rows);
  set_titles (self, titles);
  for (guint i = 0; i < rows->len; i++)
    {
      GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data_full (item, "cells", g_strdupv (g_ptr_array_index (rows, i)),
                              (GDestroyNotify) g_strfreev);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->rows, 0, 0, items->pdata, items->len);
}

/* legato-trend-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-trend-table.h"
#include "legato-trend-words.h"
#include "legato-words.h"

typedef enum
{
  COLUMN_WEEK,
  COLUMN_COUNT,
  COLUMN_MEDIAN,
  COLUMN_HALF,
  COLUMN_VALUES,
  N_COLUMNS,
} Column;

static const char *const titles[N_COLUMNS] = {
  [COLUMN_WEEK] = N_ ("Week of"),      [COLUMN_COUNT] = NC_ ("statistics", "n"),
  [COLUMN_MEDIAN] = N_ ("Median"),     [COLUMN_HALF] = N_ ("Middle half"),
  [COLUMN_VALUES] = N_ ("All values"),
};

struct _LegatoTrendTable
{
  AdwBin parent_instance;

  /* Each item stands for a week; the trend itself hangs on it. */
  GListStore *weeks;
};

G_DEFINE_FINAL_TYPE (LegatoTrendTable, legato_trend_table, ADW_TYPE_BIN)

static char *
dup_cell (const LegatoTrendWeek *week, Column column)
{
  switch (column)
    {
    case COLUMN_WEEK:
      return legato_trend_words_dup_day (week->monday, FALSE);
    case COLUMN_COUNT:
      return g_strdup_printf ("%u", week->n);
    case COLUMN_MEDIAN:
      return week->has_median ? legato_words_dup_number (week->median) : g_strdup ("–");
    case COLUMN_HALF:
      if (week->has_median)
        {
          g_autofree char *lower = legato_words_dup_number (week->lower_quartile);
          g_autofree char *upper = legato_words_dup_number (week->upper_quartile);

          return g_strdup_printf ("%s–%s", lower, upper);
        }
      return g_strdup ("–");
    case COLUMN_VALUES:
      return legato_trend_words_dup_values (week);
    case N_COLUMNS:
      break;
    }
  g_return_val_if_reached (NULL);
}

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
  GObject *week_item = gtk_list_item_get_item (item);
  LegatoTrend *trend = g_object_get_data (week_item, "trend");
  const LegatoTrendWeek *week =
      legato_trend_get_week (trend, GPOINTER_TO_UINT (g_object_get_data (week_item, "week")));
  g_autofree char *text = dup_cell (week, (Column) GPOINTER_TO_INT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
legato_trend_table_dispose (GObject *object)
{
  LegatoTrendTable *self = LEGATO_TREND_TABLE (object);

  g_clear_object (&self->weeks);

  G_OBJECT_CLASS (legato_trend_table_parent_class)->dispose (object);
}

static void
legato_trend_table_class_init (LegatoTrendTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_trend_table_dispose;
}

static void
legato_trend_table_init (LegatoTrendTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->weeks = g_list_store_new (G_TYPE_OBJECT);
  view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->weeks)))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Soreness week by week"), -1);
  gtk_widget_add_css_class (view, "data-table");

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      const char *title =
          i == COLUMN_COUNT ? g_dpgettext2 (NULL, "statistics", titles[i]) : _ (titles[i]);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (title, factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_VALUES);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * legato_trend_table_set_trend:
 * @trend: (nullable)
 */
void
legato_trend_table_set_trend (LegatoTrendTable *self, LegatoTrend *trend)
{
  guint n_weeks = trend != NULL ? legato_trend_get_n_weeks (trend) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LEGATO_IS_TREND_TABLE (self));

  for (guint i = 0; i < n_weeks; i++)
    {
      GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data_full (item, "trend", legato_trend_ref (trend),
                              (GDestroyNotify) legato_trend_unref);
      g_object_set_data (item, "week", GUINT_TO_POINTER (i));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->weeks, 0, g_list_model_get_n_items (G_LIST_MODEL (self->weeks)),
                       items->pdata, items->len);
}

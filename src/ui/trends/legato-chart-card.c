/* legato-chart-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chart-card.h"
#include "legato-chart-table.h"

struct _LegatoChartCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkToggleButton *as_table;
  GtkLabel *words;
  GtkLabel *figures;
  GtkStack *views;
  GtkScrolledWindow *chart_slot;
  AdwBin *table_slot;
  GtkLabel *below;

  /* Borrowed references, within the template */
  LegatoChart *chart;
  LegatoChartTable *table;
};

G_DEFINE_FINAL_TYPE (LegatoChartCard, legato_chart_card, ADW_TYPE_BIN)

/* Below the chart: what is selected in it, in words; else how to read it. */
static void
show_words (LegatoChartCard *self)
{
  g_autofree char *words = legato_chart_dup_words (self->chart);

  gtk_label_set_label (self->below, words != NULL ? words : "");
}

static void
show_table (LegatoChartCard *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < legato_chart_get_n_marks (self->chart); i++)
    g_ptr_array_add (rows, legato_chart_dup_row (self->chart, i));
  legato_chart_table_set (self->table, legato_chart_get_titles (self->chart), rows);
}

/* Who wants the table wants the figures behind the words. */
static void
show_figures (LegatoChartCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->figures),
                          gtk_toggle_button_get_active (self->as_table)
                              && *gtk_label_get_label (self->figures) != '\0');
}

/* The table is made when somebody looks at it. */
static void
update (LegatoChartCard *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->as_table);

  if (as_table)
    show_table (self);
  gtk_stack_set_visible_child_name (self->views, as_table ? "table" : "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->below), !as_table);
  show_figures (self);
}

static void
legato_chart_card_class_init (LegatoChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, as_table);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, words);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, figures);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, views);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, chart_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, table_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoChartCard, below);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
legato_chart_card_init (LegatoChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer floating): a card that shows @chart, which it takes, below @title */
LegatoChartCard *
legato_chart_card_new (const char *title, LegatoChart *chart)
{
  LegatoChartCard *self = g_object_new (LEGATO_TYPE_CHART_CARD, NULL);
  g_autofree char *name = NULL;

  g_return_val_if_fail (LEGATO_IS_CHART (chart), self);

  gtk_label_set_label (self->title, title);
  /* Translators: of a button that shows a chart as a table; the chart's title */
  name = g_strdup_printf (_ ("%s, as a Table"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  self->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (self->chart_slot, GTK_WIDGET (chart));
  self->table = legato_chart_table_new (title);
  adw_bin_set_child (self->table_slot, GTK_WIDGET (self->table));
  g_signal_connect_object (chart, "notify::selected", G_CALLBACK (show_words), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * legato_chart_card_set_words:
 * @words: (nullable): what may be said, in a sentence or two
 * @figures: (nullable): the same in figures, for who looks at the table
 */
void
legato_chart_card_set_words (LegatoChartCard *self, const char *words, const char *figures)
{
  g_return_if_fail (LEGATO_IS_CHART_CARD (self));

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  gtk_label_set_label (self->figures, figures != NULL ? figures : "");
  show_figures (self);
}

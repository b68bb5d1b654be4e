/* trends-page-fixture.c: the page of the trends, up to a day of the sample journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "trends-page-fixture.h"

#include "legato-trends-page-testing.h"

GtkWidget *
trends_page_show (PageFixture *fixture, LegatoContext *context, int width, int height)
{
  LegatoTrendsPage *page = legato_trends_page_new (context);
  g_autoptr (GDate) last_day = g_date_new_dmy (15, 11, 2026);

  legato_trends_page_set_last_day (page, last_day);
  ui_test_show (fixture, GTK_WIDGET (page), width, height);
  return GTK_WIDGET (page);
}

/* The overview, as soon as the journal was read. */
GtkWidget *
trends_page_show_overview (PageFixture *fixture, int width, int height)
{
  GtkWidget *page = trends_page_show (fixture, fixture->context, width, height);

  ui_test_wait_for_label (page, RANGE);
  ui_test_settle (fixture->window);
  return page;
}

void
trends_page_press (GtkWidget *page, const char *label)
{
  GtkWidget *toggle = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

/* All seen of a type, in the order of the page. */
GPtrArray *
trends_page_list_seen (GtkWidget *page, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  ui_test_collect (page, type, found);
  for (guint i = found->len; i-- > 0;)
    if (!gtk_widget_get_mapped (g_ptr_array_index (found, i)))
      g_ptr_array_remove_index (found, i);
  return found;
}

GtkWidget *
trends_page_find_chart (GtkWidget *page, GType type)
{
  GtkWidget *chart = ui_test_find (page, type, NULL);

  g_assert_nonnull (chart);
  return chart;
}

gboolean
trends_page_starts_with (GtkWidget *page, const char *beginning)
{
  g_autoptr (GPtrArray) labels = trends_page_list_seen (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)), beginning))
      return TRUE;
  return FALSE;
}

void
trends_page_move (GtkWidget *chart, GtkDirectionType direction)
{
  g_signal_emit_by_name (chart, "move", (int) direction);
}

/* legato-trends-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-trend-chart.h"
#include "legato-trend-table.h"
#include "legato-trend-words.h"
#include "legato-trends-page.h"
#include "legato-wrap-layout.h"

#define N_WEEKS 12
#define DAYS_A_WEEK 7

/* In the order of the drop-down. */
static const LegatoLeg legs[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

struct _LegatoTrendsPage
{
  AdwBin parent_instance;

  /* Owned references */
  LegatoContext *context;
  LegatoJournal *journal; /* the one that is followed */
  GArray *ratings;

  /* Julian day; 0 for today. */
  guint32 last_day;

  /* How many times twelve weeks before the last day. */
  guint n_back;
  gboolean chosen;

  /* Template widgets */
  GtkStack *states;
  AdwStatusPage *problem;
  GtkDropDown *zone;
  GtkDropDown *leg;
  GtkDropDown *moment;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkLabel *range;
  GtkToggleButton *as_table;
  GtkStack *views;
  LegatoTrendChart *chart;
  LegatoTrendTable *table;
  GtkStack *below;
  GtkLabel *legend;
  GtkLabel *week;
  GtkLabel *verdict;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (LegatoTrendsPage, legato_trends_page, ADW_TYPE_BIN)

static guint32
get_last_day (LegatoTrendsPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, of_month;
  GDate today;

  if (self->last_day != 0)
    return self->last_day;
  g_date_time_get_ymd (now, &year, &month, &of_month);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&today);
}

static guint32
get_first_monday (LegatoTrendsPage *self)
{
  return legato_trend_get_monday (get_last_day (self))
         - (N_WEEKS * (self->n_back + 1) - 1) * DAYS_A_WEEK;
}

/* Below the chart: the week that is selected in it, in words; else how to read it. */
static void
show_week (LegatoTrendsPage *self)
{
  g_autoptr (LegatoTrend) trend = NULL;
  g_autofree char *text = NULL;
  int selected = legato_trend_chart_get_selected (self->chart);

  g_object_get (self->chart, "trend", &trend, NULL);
  if (selected < 0 || trend == NULL)
    {
      gtk_stack_set_visible_child (self->below, GTK_WIDGET (self->legend));
      return;
    }
  text = legato_trend_words_dup_week (legato_trend_get_week (trend, (guint) selected));
  gtk_label_set_label (self->week, text);
  gtk_stack_set_visible_child (self->below, GTK_WIDGET (self->week));
}

static void
show_range (LegatoTrendsPage *self, guint32 first_monday)
{
  g_autofree char *from = legato_trend_words_dup_day (first_monday, FALSE);
  g_autofree char *to = legato_trend_words_dup_day (first_monday + N_WEEKS * DAYS_A_WEEK - 1, TRUE);
  g_autofree char *range = g_strdup_printf ("%s – %s", from, to);
  guint32 first_day = G_MAXUINT32;

  for (guint i = 0; i < self->ratings->len; i++)
    first_day = MIN (first_day, g_array_index (self->ratings, LegatoSoreness, i).day);
  gtk_label_set_label (self->range, range);
  gtk_widget_set_sensitive (self->earlier, first_day < first_monday);
  gtk_widget_set_sensitive (self->later, self->n_back > 0);
}

static void
update (LegatoTrendsPage *self)
{
  guint zone = gtk_drop_down_get_selected (self->zone);
  guint leg = gtk_drop_down_get_selected (self->leg);
  guint moment = gtk_drop_down_get_selected (self->moment);
  guint32 first_monday = get_first_monday (self);
  g_autoptr (LegatoTrend) trend = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *reason = NULL;
  const LegatoZone *chosen;

  if (self->ratings == NULL || zone == GTK_INVALID_LIST_POSITION || leg >= G_N_ELEMENTS (legs)
      || moment > LEGATO_MOMENT_CHECK_IN)
    return;

  chosen =
      g_ptr_array_index (legato_guide_get_zones (legato_context_get_guide (self->context)), zone);
  trend =
      legato_trend_new ((const LegatoSoreness *) (gpointer) self->ratings->data, self->ratings->len,
                        chosen->id, legs[leg], (LegatoMoment) moment, first_monday, N_WEEKS);
  legato_trend_chart_set_trend (self->chart, trend);
  legato_trend_table_set_trend (self->table, trend);
  show_range (self, first_monday);
  show_week (self);

  if (legato_trend_get_n_values (trend) == 0)
    {
      verdict = g_strdup (_ ("No values here"));
      reason = g_strdup (_ ("Nobody rated this place and moment in these weeks."));
    }
  else
    {
      verdict = legato_trend_words_dup_verdict (trend);
      reason = legato_trend_words_dup_reason (trend);
    }
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->reason, reason);
}

/* Until the person chooses: the moment that was rated most, and the zone rated most then. */
static void
choose_what_was_rated (LegatoTrendsPage *self)
{
  GPtrArray *zones = legato_guide_get_zones (legato_context_get_guide (self->context));
  guint n_at[LEGATO_MOMENT_CHECK_IN + 1] = { 0 };
  guint moment = 0, most = 0, best = 0;

  for (guint i = 0; i < self->ratings->len; i++)
    n_at[g_array_index (self->ratings, LegatoSoreness, i).moment]++;
  for (guint i = 0; i < G_N_ELEMENTS (n_at); i++)
    if (n_at[i] > n_at[moment])
      moment = i;

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      guint n = 0;

      for (guint j = 0; j < self->ratings->len; j++)
        {
          const LegatoSoreness *rating = &g_array_index (self->ratings, LegatoSoreness, j);

          n += rating->moment == (LegatoMoment) moment && g_str_equal (rating->zone, zone->id);
        }
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  gtk_drop_down_set_selected (self->zone, best);
  gtk_drop_down_set_selected (self->moment, moment);
  self->chosen = TRUE;
}

static void
show_error (LegatoTrendsPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
ratings_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoTrendsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ratings = legato_journal_ratings_finish (LEGATO_JOURNAL (object), result, &error);

  if (LEGATO_JOURNAL (object) != self->journal)
    {
      g_clear_pointer (&ratings, g_array_unref);
      return;
    }
  if (ratings == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->ratings, g_array_unref);
  self->ratings = ratings;
  if (ratings->len > 0 && !self->chosen)
    choose_what_was_rated (self);
  update (self);
  gtk_stack_set_visible_child_name (self->states, ratings->len > 0 ? "trend" : "empty");
}

static void
load (LegatoTrendsPage *self)
{
  legato_journal_ratings_async (self->journal, NULL, NULL, NULL, NULL, ratings_cb,
                                g_object_ref (self));
}

static void
earlier_cb (LegatoTrendsPage *self)
{
  self->n_back++;
  update (self);
}

static void
later_cb (LegatoTrendsPage *self)
{
  self->n_back--;
  update (self);
}

static void
as_table_cb (LegatoTrendsPage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->as_table);

  gtk_stack_set_visible_child_name (self->views, table ? "table" : "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->below), !table);
}

static void
legato_trends_page_dispose (GObject *object)
{
  LegatoTrendsPage *self = LEGATO_TRENDS_PAGE (object);

  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_func (self->journal, load, self);
  g_clear_object (&self->journal);
  g_clear_object (&self->context);
  g_clear_pointer (&self->ratings, g_array_unref);

  G_OBJECT_CLASS (legato_trends_page_parent_class)->dispose (object);
}

static void
legato_trends_page_class_init (LegatoTrendsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_trends_page_dispose;

  g_type_ensure (LEGATO_TYPE_TREND_CHART);
  g_type_ensure (LEGATO_TYPE_TREND_TABLE);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, states);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, leg);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, moment);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, later);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, range);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, as_table);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, views);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, table);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, below);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, legend);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, week);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, reason);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, show_week);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_table_cb);
}

static void
legato_trends_page_init (LegatoTrendsPage *self)
{
  g_autoptr (GtkStringList) leg_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) moment_names = gtk_string_list_new (NULL);
  g_autofree char *legend = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  legend =
      g_strdup_printf (_ ("Every dot is a value: round for the left leg, square for the right. "
                          "From %u values a week on, a line marks the median and a bar the "
                          "middle half."),
                       LEGATO_TREND_MIN_WEEK);
  gtk_label_set_label (self->legend, legend);

  for (gsize i = 0; i < G_N_ELEMENTS (legs); i++)
    gtk_string_list_append (leg_names, legato_leg_get_name (legs[i]));
  gtk_drop_down_set_model (self->leg, G_LIST_MODEL (leg_names));
  for (int i = LEGATO_MOMENT_BEFORE; i <= LEGATO_MOMENT_CHECK_IN; i++)
    gtk_string_list_append (moment_names, legato_moment_get_name ((LegatoMoment) i));
  gtk_drop_down_set_model (self->moment, G_LIST_MODEL (moment_names));
}

static void
journal_cb (LegatoTrendsPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL || !g_set_object (&self->journal, journal))
    return;
  gtk_stack_set_visible_child_name (self->states, "loading");
  g_signal_connect_swapped (journal, "changed", G_CALLBACK (load), self);
  load (self);
}

/* In place of the chart: why there is none. */
static void
error_cb (LegatoTrendsPage *self)
{
  const GError *error =
      legato_journal_connection_get_error (legato_context_get_connection (self->context));

  if (error != NULL)
    show_error (self, error);
}

/** Returns: (transfer none): what the journal says over weeks, as soon as it is open */
LegatoTrendsPage *
legato_trends_page_new (LegatoContext *context)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LegatoTrendsPage *self = NULL;
  LegatoJournalConnection *connection = NULL;
  GPtrArray *zones = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_TRENDS_PAGE, NULL);
  self->context = g_object_ref (context);
  zones = legato_guide_get_zones (legato_context_get_guide (context));
  for (guint i = 0; i < zones->len; i++)
    gtk_string_list_append (names, ((const LegatoZone *) g_ptr_array_index (zones, i))->name);
  gtk_drop_down_set_model (self->zone, G_LIST_MODEL (names));

  connection = legato_context_get_connection (context);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (error_cb), self,
                           G_CONNECT_SWAPPED);
  journal_cb (self);
  error_cb (self);
  return self;
}

/**
 * legato_trends_page_set_last_day:
 * @last_day: (nullable): a day of the last week shown; %NULL for today
 */
void
legato_trends_page_set_last_day (LegatoTrendsPage *self, const GDate *last_day)
{
  g_return_if_fail (LEGATO_IS_TRENDS_PAGE (self));

  self->last_day = last_day != NULL ? g_date_get_julian (last_day) : 0;
  self->n_back = 0;
  update (self);
}

/* legato-heat-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-access.h"
#include "legato-chart-table.h"
#include "legato-dates.h"
#include "legato-heat-card.h"
#include "legato-heat-scale.h"
#include "legato-journal.h"
#include "legato-leg-map.h"
#include "legato-map-settings.h"
#include "legato-trend-words.h"
#include "legato-words.h"

#define DAYS_A_WEEK 7
#define N_MAPS 2

/* How long a week is seen while they play. */
#define PLAY_MS 900

/* In the order of the drop-down. */
typedef enum
{
  SPAN_ALL,
  SPAN_WEEK,
  SPAN_DAY,
  SPAN_EVER,
} Span;

struct _LegatoHeatCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *as_table;
  GtkStack *views;
  GtkBox *maps;
  AdwBin *scale_slot;
  AdwBin *table_slot;
  GtkToggleButton *sides;
  GtkDropDown *span;
  GtkWidget *slider_box;
  GtkToggleButton *play;
  GtkRange *slider;
  GtkLabel *shown;

  /* Borrowed references, within the template */
  LegatoLegMap *leg_maps[N_MAPS];
  LegatoChartTable *table;

  /* Owned references */
  LegatoContext *context;
  LegatoPeriod *period;
  GCancellable *cancellable; /* of what is being read of all of the journal */
  LegatoHeatmap *ever;       /* %NULL until it was asked for */

  /* Julian days of the first rating of all and of the last; 0 without any. */
  guint32 first_ever;
  guint32 last_ever;

  guint32 today;
  guint play_source;
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoHeatCard, legato_heat_card, ADW_TYPE_BIN)

static Span
get_span (LegatoHeatCard *self)
{
  return (Span) gtk_drop_down_get_selected (self->span);
}

static LegatoHeatmap *
get_heatmap (LegatoHeatCard *self)
{
  return get_span (self) == SPAN_EVER ? self->ever : legato_period_get_heatmap (self->period);
}

/* The days that the map is asked for, as Julian days, both counted. */
static void
get_days (LegatoHeatCard *self, guint32 *first, guint32 *last)
{
  guint32 at = legato_period_get_first_day (self->period);
  guint index = (guint) gtk_range_get_value (self->slider);

  *first = at;
  *last = legato_period_get_last_day (self->period);
  if (get_span (self) == SPAN_WEEK)
    {
      *first = at + index * DAYS_A_WEEK;
      *last = *first + DAYS_A_WEEK - 1;
    }
  else if (get_span (self) == SPAN_DAY)
    *first = *last = at + index;
  else if (get_span (self) == SPAN_EVER)
    {
      *first = 0;
      *last = G_MAXUINT32;
    }
}

static GPtrArray *
get_zones (LegatoHeatCard *self)
{
  return legato_guide_get_zones (legato_context_get_guide (self->context));
}

static void
show_maps (LegatoHeatCard *self, guint32 first, guint32 last)
{
  GPtrArray *zones = get_zones (self);
  LegatoHeatmap *heatmap = get_heatmap (self);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          double value = NAN;

          legato_heatmap_get_value (heatmap, zone->id, (LegatoLeg) leg, first, last, &value);
          for (guint map = 0; map < N_MAPS; map++)
            legato_leg_map_set_value (self->leg_maps[map], (LegatoLeg) leg, zone, value);
        }
    }
}

/* "4.5 (12)", or a dash. */
static char *
dup_cell (LegatoHeatmap *heatmap,
          const LegatoZone *zone,
          LegatoLeg leg,
          guint32 first,
          guint32 last)
{
  double value = NAN;
  guint n = legato_heatmap_get_value (heatmap, zone->id, leg, first, last, &value);
  g_autofree char *number = NULL;

  if (n == 0)
    return g_strdup ("–");
  number = legato_words_dup_number (value);
  /* Translators: a median, and from how many ratings */
  return g_strdup_printf (_ ("%s (%u)"), number, n);
}

static void
show_table (LegatoHeatCard *self, guint32 first, guint32 last)
{
  GPtrArray *zones = get_zones (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const titles[] = { _ ("Place"), C_ ("leg", "Left"), C_ ("leg", "Right"), NULL };

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      LegatoHeatmap *heatmap = get_heatmap (self);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *left = dup_cell (heatmap, zone, LEGATO_LEG_LEFT, first, last);
      g_autofree char *right = dup_cell (heatmap, zone, LEGATO_LEG_RIGHT, first, last);

      g_strv_builder_add_many (cells, zone->name, left, right, NULL);
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
  legato_chart_table_set (self->table, titles, rows);
}

static char *
dup_shown (LegatoHeatCard *self, guint32 first, guint32 last)
{
  g_autofree char *day = NULL;

  if (get_span (self) == SPAN_EVER)
    return self->first_ever > 0 ? legato_dates_dup_short_range (self->first_ever, self->last_ever)
                                : g_strdup ("");
  day = legato_dates_dup_short_day (first, TRUE);
  switch (get_span (self))
    {
    case SPAN_WEEK:
      return g_strdup_printf (_ ("Week of %s"), day);
    case SPAN_DAY:
      return g_steal_pointer (&day);
    case SPAN_ALL:
    case SPAN_EVER:
      break;
    }
  return legato_dates_dup_short_range (first, last);
}

static void
show (LegatoHeatCard *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->as_table);
  guint32 first = 0, last = 0;
  g_autofree char *shown = NULL;

  if (self->period == NULL || get_heatmap (self) == NULL)
    return;
  get_days (self, &first, &last);
  shown = dup_shown (self, first, last);
  gtk_label_set_label (self->shown, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  shown, -1);
  gtk_stack_set_visible_child_name (self->views, as_table ? "table" : "map");
  if (as_table)
    show_table (self, first, last);
  else
    show_maps (self, first, last);
}

static void
stop_playing (LegatoHeatCard *self)
{
  g_clear_handle_id (&self->play_source, g_source_remove);
  gtk_toggle_button_set_active (self->play, FALSE);
}

static void
take_ever (LegatoHeatCard *self, const GArray *felt)
{
  self->first_ever = self->last_ever = 0;
  for (guint i = 0; i < felt->len; i++)
    {
      const LegatoFelt *place = &g_array_index (felt, LegatoFelt, i);

      self->first_ever = i == 0 ? place->first_day : MIN (self->first_ever, place->first_day);
      self->last_ever = MAX (self->last_ever, place->last_day);
    }
  g_clear_pointer (&self->ever, legato_heatmap_free);
  self->ever = legato_heatmap_new_of_all ((const LegatoFelt *) (gconstpointer) felt->data,
                                          felt->len, LEGATO_HEATMAP_MOMENTS);
}

static void
felt_ever_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoHeatCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) felt =
      legato_journal_felt_ever_finish (LEGATO_JOURNAL (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (felt != NULL)
    take_ever (self, felt);
  if (get_span (self) != SPAN_EVER)
    return;
  if (felt != NULL)
    show (self);
  else
    gtk_label_set_label (self->shown, error->message);
}

/* What was ever felt is added up when somebody wants to see it, and anew when that changes. */
static void
ask_for_ever (LegatoHeatCard *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  legato_journal_felt_ever_async (journal, self->cancellable, felt_ever_cb, g_object_ref (self));
}

/* The slider has a place for each week, or each day, that was or is. */
static void
span_cb (LegatoHeatCard *self)
{
  guint32 first = 0, last = 0;
  guint n;

  stop_playing (self);
  if (self->period == NULL)
    return;
  first = legato_period_get_first_day (self->period);
  last = MIN (self->today, legato_period_get_last_day (self->period));
  n = last >= first ? last - first + 1 : 1;
  if (get_span (self) == SPAN_WEEK)
    n = (n + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
  if (get_span (self) == SPAN_EVER)
    ask_for_ever (self);
  gtk_widget_set_visible (self->slider_box,
                          (get_span (self) == SPAN_WEEK || get_span (self) == SPAN_DAY) && n > 1);
  gtk_range_set_range (self->slider, 0, MAX (n - 1, 1));
  gtk_range_set_value (self->slider, n - 1);
  show (self);
}

static gboolean
play_next_cb (gpointer data)
{
  LegatoHeatCard *self = data;
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->slider);
  double value = gtk_range_get_value (self->slider);

  if (value >= gtk_adjustment_get_upper (adjustment))
    {
      self->play_source = 0;
      gtk_toggle_button_set_active (self->play, FALSE);
      return G_SOURCE_REMOVE;
    }
  gtk_range_set_value (self->slider, value + 1);
  return G_SOURCE_CONTINUE;
}

/* At the end it begins again. */
static void
play_cb (LegatoHeatCard *self)
{
  gboolean playing = gtk_toggle_button_get_active (self->play);
  const char *name = playing ? _ ("Pause") : _ ("Play");

  legato_access_set_icon (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic"
                                                           : "media-playback-start-symbolic");
  legato_access_set_name (GTK_WIDGET (self->play), name, name);
  if (!playing)
    {
      g_clear_handle_id (&self->play_source, g_source_remove);
      return;
    }
  if (gtk_range_get_value (self->slider)
      >= gtk_adjustment_get_upper (gtk_range_get_adjustment (self->slider)))
    gtk_range_set_value (self->slider, 0);
  if (self->play_source == 0)
    self->play_source = g_timeout_add (PLAY_MS, play_next_cb, self);
}

static void
sides_cb (LegatoHeatCard *self)
{
  gboolean sides = gtk_toggle_button_get_active (self->sides);

  legato_leg_map_set_view (self->leg_maps[0], sides ? LEGATO_VIEW_OUTER : LEGATO_VIEW_FRONT);
  legato_leg_map_set_view (self->leg_maps[1], sides ? LEGATO_VIEW_INNER : LEGATO_VIEW_BACK);
}

static void
zone_selected_cb (LegatoHeatCard *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, leg, zone);
}

static void
legato_heat_card_unmap (GtkWidget *widget)
{
  stop_playing (LEGATO_HEAT_CARD (widget));
  GTK_WIDGET_CLASS (legato_heat_card_parent_class)->unmap (widget);
}

static void
legato_heat_card_dispose (GObject *object)
{
  LegatoHeatCard *self = LEGATO_HEAT_CARD (object);

  g_clear_handle_id (&self->play_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ever, legato_heatmap_free);
  g_clear_pointer (&self->period, legato_period_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_heat_card_parent_class)->dispose (object);
}

static void
legato_heat_card_class_init (LegatoHeatCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_heat_card_dispose;
  widget_class->unmap = legato_heat_card_unmap;

  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/heat-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, as_table);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, views);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, maps);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, scale_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, table_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, sides);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, span);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, slider_box);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, play);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, slider);
  gtk_widget_class_bind_template_child (widget_class, LegatoHeatCard, shown);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, span_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, sides_cb);
}

static void
legato_heat_card_init (LegatoHeatCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  legato_access_set_name (GTK_WIDGET (self->play), _ ("Play"), _ ("Play"));
  adw_bin_set_child (self->scale_slot, legato_heat_scale_new ());
  self->table = legato_chart_table_new (_ ("How sore each place was"));
  adw_bin_set_child (self->table_slot, GTK_WIDGET (self->table));
}

/** Returns: (transfer floating): a card of nothing yet */
LegatoHeatCard *
legato_heat_card_new (LegatoContext *context)
{
  LegatoHeatCard *self = g_object_new (LEGATO_TYPE_HEAT_CARD, NULL);

  self->context = g_object_ref (context);
  for (guint i = 0; i < N_MAPS; i++)
    {
      GtkWidget *map = legato_leg_map_new (legato_context_get_views (context));

      self->leg_maps[i] = LEGATO_LEG_MAP (map);
      legato_map_settings_follow (self->leg_maps[i]);
      gtk_widget_set_hexpand (map, TRUE);
      gtk_widget_set_vexpand (map, TRUE);
      gtk_box_append (self->maps, map);
      g_signal_connect_object (map, "zone-selected", G_CALLBACK (zone_selected_cb), self,
                               G_CONNECT_SWAPPED);
    }
  sides_cb (self);
  return self;
}

/**
 * legato_heat_card_set_period:
 * @today: Julian day, beyond which nothing can be
 */
void
legato_heat_card_set_period (LegatoHeatCard *self, LegatoPeriod *period, guint32 today)
{
  g_return_if_fail (LEGATO_IS_HEAT_CARD (self));
  g_return_if_fail (period != NULL);

  g_clear_pointer (&self->period, legato_period_unref);
  self->period = legato_period_ref (period);
  self->today = today;
  span_cb (self);
}

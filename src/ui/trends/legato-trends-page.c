/* legato-trends-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-legs-compared.h"
#include "legato-overview.h"
#include "legato-period-loader.h"
#include "legato-place-trends.h"
#include "legato-report-window.h"
#include "legato-text-button.h"
#include "legato-trend-words.h"
#include "legato-trends-page-testing.h"
#include "legato-wrap-layout.h"

#define DAYS_A_WEEK 7

/* In the order of the drop-down. */
static const guint lengths[] = { 4, 12, 26, 52 };
#define USUAL_LENGTH 1

struct _LegatoTrendsPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *states;
  AdwStatusPage *problem;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkLabel *range;
  GtkDropDown *length;
  GtkToggleButton *overview_button;
  GtkToggleButton *place_button;
  GtkToggleButton *compare_button;
  GtkWidget *period_box;
  GtkStack *tabs;
  AdwBin *overview_slot;
  AdwBin *place_slot;
  AdwBin *compare_slot;

  /* Borrowed references, within the template */
  LegatoOverview *overview;
  LegatoPlaceTrends *place;
  LegatoLegsCompared *compared;

  /* Owned references */
  LegatoContext *context;
  LegatoJournal *journal;    /* the one that is followed */
  GCancellable *cancellable; /* of what is being read */
  LegatoPeriod *period;

  /* Julian day; 0 for today. */
  guint32 last_day;

  /* How many times the length before the last day. */
  guint n_back;

  gboolean has_any;      /* values, of any week */
  gboolean wants_report; /* as soon as the weeks are read */

  guint32 today;
  guint clock_id;
};

enum
{
  SESSION_DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoTrendsPage, legato_trends_page, ADW_TYPE_BIN)

static guint32
get_last_day (LegatoTrendsPage *self)
{
  return self->last_day != 0 ? self->last_day : legato_person_model_get_today ();
}

static guint
get_n_weeks (LegatoTrendsPage *self)
{
  return lengths[MIN (gtk_drop_down_get_selected (self->length), G_N_ELEMENTS (lengths) - 1)];
}

static guint32
get_first_day (LegatoTrendsPage *self)
{
  return legato_dates_get_week_start (get_last_day (self))
         - (get_n_weeks (self) * (self->n_back + 1) - 1) * DAYS_A_WEEK;
}

static void
show_error (LegatoTrendsPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
show_period (LegatoTrendsPage *self)
{
  g_autofree char *range = NULL;

  if (self->period == NULL)
    return;
  range = legato_dates_dup_short_range (legato_period_get_first_day (self->period),
                                        legato_period_get_last_day (self->period));
  gtk_label_set_label (self->range, range);
  legato_overview_set_period (self->overview, self->period, get_last_day (self));
  legato_place_trends_set_period (self->place, self->period);
}

/* Legs can be compared from the first day on; all else needs values. */
static void
show_state (LegatoTrendsPage *self)
{
  gboolean comparing = gtk_toggle_button_get_active (self->compare_button);

  gtk_stack_set_visible_child_name (self->states, self->has_any || comparing ? "trends" : "empty");
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoTrendsPage) self = user_data;
  gboolean has_earlier = FALSE, has_any = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPeriod) period =
      legato_period_load_finish (result, &has_earlier, &has_any, &error);

  /* Other weeks, or the same anew, were asked for meanwhile. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (period == NULL)
    {
      self->wants_report = FALSE;
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->period, legato_period_unref);
  self->period = g_steal_pointer (&period);
  gtk_widget_set_sensitive (self->earlier, has_earlier);
  gtk_widget_set_sensitive (self->later, self->n_back > 0);
  self->has_any = has_any;
  show_period (self);
  show_state (self);
  if (self->wants_report)
    legato_trends_page_report (self);
}

static void
load (LegatoTrendsPage *self)
{
  if (self->journal == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  legato_period_load_async (self->journal, get_first_day (self), get_n_weeks (self),
                            self->cancellable, loaded_cb, g_object_ref (self));
}

static void
length_cb (LegatoTrendsPage *self)
{
  self->n_back = 0;
  load (self);
}

static void
earlier_cb (LegatoTrendsPage *self)
{
  self->n_back++;
  load (self);
}

static void
later_cb (LegatoTrendsPage *self)
{
  /* It is switched off only when the weeks are there: a second click may be quicker. */
  if (self->n_back == 0)
    return;
  self->n_back--;
  load (self);
}

/* Two buttons change; when the one that is switched off tells of it, none may be on yet. */
static void
tab_cb (LegatoTrendsPage *self)
{
  if (gtk_toggle_button_get_active (self->overview_button))
    gtk_stack_set_visible_child_name (self->tabs, "overview");
  else if (gtk_toggle_button_get_active (self->place_button))
    gtk_stack_set_visible_child_name (self->tabs, "place");
  else if (gtk_toggle_button_get_active (self->compare_button))
    gtk_stack_set_visible_child_name (self->tabs, "compare");
  gtk_widget_set_visible (self->period_box, !gtk_toggle_button_get_active (self->compare_button));
  if (self->period != NULL)
    show_state (self);
}

static void
compare_cb (LegatoTrendsPage *self)
{
  gtk_toggle_button_set_active (self->compare_button, TRUE);
}

static void
place_chosen_cb (LegatoTrendsPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  gtk_toggle_button_set_active (self->place_button, TRUE);
  legato_place_trends_choose (self->place, leg, zone);
}

static void
report_cb (LegatoTrendsPage *self)
{
  const LegatoProfile *profile =
      legato_person_model_get_profile (legato_context_get_person (self->context));
  g_autoptr (LegatoReport) report = legato_report_new (
      legato_context_get_guide (self->context), legato_period_get_entries (self->period),
      legato_period_get_first_day (self->period), legato_period_get_n_weeks (self->period),
      profile->weekly_goal);

  gtk_window_present (GTK_WINDOW (
      legato_report_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), report)));
}

static void
session_drawn_cb (LegatoTrendsPage *self,
                  LegatoLeg leg,
                  const LegatoZone *zone,
                  const char *uuid,
                  guint left,
                  guint right)
{
  g_signal_emit (self, signals[SESSION_DRAWN], 0, leg, zone, uuid, left, right);
}

/* Today turns while the page is open. */
static gboolean
clock_cb (gpointer data)
{
  LegatoTrendsPage *self = data;
  guint32 today = legato_person_model_get_today ();

  if (today == self->today)
    return G_SOURCE_CONTINUE;
  self->today = today;
  load (self);
  legato_legs_compared_turn_day (self->compared);
  return G_SOURCE_CONTINUE;
}

static void
legato_trends_page_map (GtkWidget *widget)
{
  LegatoTrendsPage *self = LEGATO_TRENDS_PAGE (widget);

  GTK_WIDGET_CLASS (legato_trends_page_parent_class)->map (widget);
  clock_cb (self);
  self->clock_id = g_timeout_add_seconds (LEGATO_LOOK_AT_CLOCK_S, clock_cb, self);
}

static void
legato_trends_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LEGATO_TRENDS_PAGE (widget)->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (legato_trends_page_parent_class)->unmap (widget);
}

static void
legato_trends_page_dispose (GObject *object)
{
  LegatoTrendsPage *self = LEGATO_TRENDS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_object (&self->context);
  g_clear_pointer (&self->period, legato_period_unref);

  G_OBJECT_CLASS (legato_trends_page_parent_class)->dispose (object);
}

static void
legato_trends_page_class_init (LegatoTrendsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_trends_page_dispose;
  widget_class->map = legato_trends_page_map;
  widget_class->unmap = legato_trends_page_unmap;

  /** LegatoTrendsPage::session-drawn: as of LegatoLegsCompared */
  signals[SESSION_DRAWN] = g_signal_new (
      "session-drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 5, LEGATO_TYPE_LEG, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, states);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, later);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, range);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, length);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, overview_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, place_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, overview_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, place_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, compare_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoTrendsPage, period_box);
  gtk_widget_class_bind_template_callback (widget_class, length_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_cb);
}

static void
legato_trends_page_init (LegatoTrendsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->today = legato_person_model_get_today ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name =
          g_strdup_printf (ngettext ("%u week", "%u weeks", lengths[i]), lengths[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->length, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->length, USUAL_LENGTH);
}

static void
journal_cb (LegatoTrendsPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL || !g_set_object (&self->journal, journal))
    return;
  gtk_stack_set_visible_child_name (self->states, "loading");
  g_signal_connect_object (journal, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/* In place of the charts: why there are none. */
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
  LegatoTrendsPage *self = NULL;
  LegatoJournalConnection *connection = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_TRENDS_PAGE, NULL);
  self->context = g_object_ref (context);
  self->overview = legato_overview_new (context);
  adw_bin_set_child (self->overview_slot, GTK_WIDGET (self->overview));
  g_signal_connect_object (self->overview, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->place = legato_place_trends_new (context);
  adw_bin_set_child (self->place_slot, GTK_WIDGET (self->place));
  self->compared = legato_legs_compared_new (context);
  adw_bin_set_child (self->compare_slot, GTK_WIDGET (self->compared));
  g_signal_connect_object (self->compared, "session-drawn", G_CALLBACK (session_drawn_cb), self,
                           G_CONNECT_SWAPPED);

  connection = legato_context_get_connection (context);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (error_cb), self,
                           G_CONNECT_SWAPPED);
  /* The goal may be another one now. */
  g_signal_connect_object (legato_context_get_person (context), "changed", G_CALLBACK (show_period),
                           self, G_CONNECT_SWAPPED);
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
  load (self);
}

/** legato_trends_page_report: shows a report of the weeks that the page shows, once they are read.
 */
void
legato_trends_page_report (LegatoTrendsPage *self)
{
  g_return_if_fail (LEGATO_IS_TRENDS_PAGE (self));

  self->wants_report = self->period == NULL;
  if (self->period != NULL && self->has_any)
    report_cb (self);
}

/** legato_trends_page_compare: goes to where one leg is compared with the other. */
void
legato_trends_page_compare (LegatoTrendsPage *self)
{
  g_return_if_fail (LEGATO_IS_TRENDS_PAGE (self));

  compare_cb (self);
}

/* legato-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-calendar.h"
#include "legato-chart-card.h"
#include "legato-columns.h"
#include "legato-heat-card.h"
#include "legato-locale.h"
#include "legato-overview.h"
#include "legato-trend-words.h"
#include "legato-week-bars.h"
#include "legato-words-card.h"
#include "legato-words.h"

/* Of so many places it is said how they do: those that were rated most. */
#define MOST_PLACES 3

struct _LegatoOverview
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  LegatoHeatCard *heat;
  LegatoWordsCard *words;
  LegatoChartCard *weeks_card;
  LegatoWeekBars *weeks;
  LegatoCalendar *calendar;

  /* Owned references */
  LegatoContext *context;
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoOverview, legato_overview, ADW_TYPE_BIN)

static void
say_written (LegatoOverview *self, LegatoPeriod *period)
{
  guint n_entries = legato_period_get_entries (period)->len;
  guint n_days = legato_period_get_n_days_written (period);
  g_autofree char *entries =
      g_strdup_printf (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  g_autofree char *line = NULL;

  if (n_entries == 0)
    {
      legato_words_card_add (self->words, NULL, _ ("Nothing was written down in these weeks."),
                             NULL);
      return;
    }
  /* Translators: "12 entries", days */
  line = g_strdup_printf (
      ngettext ("You wrote %s, on %u day.", "You wrote %s, on %u days.", n_days), entries, n_days);
  legato_words_card_add (self->words, NULL, line, NULL);
}

static void
say_place (LegatoOverview *self, LegatoPeriod *period, const LegatoPeriodPlace *place)
{
  g_autofree char *name =
      legato_words_dup_place (legato_context_get_guide (self->context), place->zone, place->leg);
  g_autoptr (LegatoTrend) trend = legato_period_make_trend (
      period, place->zone, place->leg, legato_period_get_usual_moment (period));
  g_autofree char *title = legato_trend_words_dup_verdict_of (trend, name);
  g_autofree char *usual = legato_trend_words_dup_usual (trend);
  g_autofree char *reason = legato_trend_words_dup_reason (trend);
  g_autofree char *words = NULL;
  g_autofree char *figures = legato_trend_words_dup_figures (trend);

  words = legato_locale_join_sentences (usual, reason, NULL);
  legato_words_card_add (self->words, title, words, figures);
}

static void
say_change (LegatoOverview *self, LegatoPeriod *period, LegatoPeriodPairs pairs, const char *title)
{
  LegatoChange change;
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;

  legato_change_of_pairs (legato_period_get_pairs (period, pairs), NULL, LEGATO_LEG_BOTH, &change);
  if (change.n == 0)
    return;
  words = legato_trend_words_dup_change (&change);
  figures = legato_trend_words_dup_change_figures (&change);
  legato_words_card_add (self->words, title, words, figures);
}

/* Shows the sentences that the entries of @period allow. */
static void
say (LegatoOverview *self, LegatoPeriod *period)
{
  GArray *places = legato_period_get_places (period);

  legato_words_card_clear (self->words);
  say_written (self, period);
  for (guint i = 0; i < MIN (places->len, MOST_PLACES); i++)
    {
      const LegatoPeriodPlace *place = &g_array_index (places, LegatoPeriodPlace, i);

      if (place->n > 0)
        say_place (self, period, place);
    }
  say_change (self, period, LEGATO_PERIOD_AFTER, _ ("All places, right after a massage"));
  say_change (self, period, LEGATO_PERIOD_NEXT_DAY, _ ("All places, the day after a massage"));
  if (legato_period_get_entries (period)->len > 0)
    legato_words_card_add (self->words, NULL,
                           _ ("Soreness fades by itself, and people tend to massage on bad days. "
                              "So this shows how your legs did, not why."),
                           NULL);
}

static void
place_chosen_cb (LegatoOverview *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, leg, zone);
}

static void
legato_overview_dispose (GObject *object)
{
  g_clear_object (&LEGATO_OVERVIEW (object)->context);

  G_OBJECT_CLASS (legato_overview_parent_class)->dispose (object);
}

static void
legato_overview_class_init (LegatoOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_overview_dispose;

  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);
}

static void
legato_overview_init (LegatoOverview *self)
{
}

/** Returns: (transfer floating): an overview of nothing yet */
LegatoOverview *
legato_overview_new (LegatoContext *context)
{
  LegatoOverview *self = g_object_new (LEGATO_TYPE_OVERVIEW, NULL);
  GtkWidget *cards = legato_columns_new ();
  GtkWidget *days_card = NULL;

  self->context = g_object_ref (context);
  self->heat = legato_heat_card_new (context);
  self->words = legato_words_card_new (_ ("What can be said"));
  self->weeks = legato_week_bars_new ();
  self->weeks_card = legato_chart_card_new (_ ("Massages a week"), LEGATO_CHART (self->weeks));
  self->calendar = legato_calendar_new ();
  g_signal_connect_object (self->heat, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (cards), GTK_WIDGET (self->heat));
  gtk_box_append (GTK_BOX (cards), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (cards), GTK_WIDGET (self->weeks_card));
  days_card = GTK_WIDGET (legato_chart_card_new (_ ("Day by day"), LEGATO_CHART (self->calendar)));
  gtk_box_append (GTK_BOX (cards), days_card);
  legato_columns_let_grow (GTK_WIDGET (self->weeks_card));
  legato_columns_let_grow (days_card);
  adw_bin_set_child (ADW_BIN (self), cards);
  return self;
}

/**
 * legato_overview_set_period:
 * @today: Julian day
 */
void
legato_overview_set_period (LegatoOverview *self, LegatoPeriod *period, guint32 today)
{
  LegatoPersonModel *person = NULL;
  g_autoptr (LegatoRegularity) weeks = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (LEGATO_IS_OVERVIEW (self));
  g_return_if_fail (period != NULL);

  person = legato_context_get_person (self->context);
  weeks =
      legato_period_make_regularity (period, legato_person_model_get_profile (person)->weekly_goal);
  words = legato_trend_words_dup_regularity (weeks);
  legato_heat_card_set_period (self->heat, period, today);
  say (self, period);
  legato_chart_card_set_words (self->weeks_card, words, NULL);
  legato_week_bars_set_weeks (self->weeks, weeks, legato_period_get_first_day (period));
  legato_calendar_set_period (self->calendar, period, today);
}

/* legato-place-trends.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chart-card.h"
#include "legato-columns.h"
#include "legato-pair-chart.h"
#include "legato-place-trends.h"
#include "legato-text-button.h"
#include "legato-trend-chart.h"
#include "legato-trend-words.h"
#include "legato-words-card.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

/* Entries of the drop-down above the zones: all places. */
#define N_BEFORE_ZONES 1

/* In the order of the drop-down. */
static const LegatoLeg legs[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

struct _LegatoPlaceTrends
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *zone;
  GtkDropDown *leg;
  GtkDropDown *moment;
  GtkWidget *check_in;
  GtkBox *cards;

  /* Borrowed references, within the template */
  LegatoTrendChart *trend;
  LegatoChartCard *trend_card;
  LegatoPairChart *pairs[LEGATO_PERIOD_N_PAIRS];
  LegatoChartCard *pair_cards[LEGATO_PERIOD_N_PAIRS];
  LegatoWordsCard *by_routine;
  LegatoWordsCard *by_tag;

  /* Owned references */
  LegatoContext *context;
  LegatoPeriod *period;

  gboolean chosen; /* what is shown was chosen by somebody */
};

G_DEFINE_FINAL_TYPE (LegatoPlaceTrends, legato_place_trends, ADW_TYPE_BIN)

static GPtrArray *
get_zones (LegatoPlaceTrends *self)
{
  return legato_guide_get_zones (legato_context_get_guide (self->context));
}

static void
add_routine (const LegatoEntry *entry, void (*add) (const char *key, gpointer data), gpointer data)
{
  if (entry->routine != NULL)
    add (entry->routine, data);
}

static void
add_tags (const LegatoEntry *entry, void (*add) (const char *key, gpointer data), gpointer data)
{
  for (guint i = 0; entry->tags[i] != NULL; i++)
    add (entry->tags[i], data);
}

/* One that the guide has no more, or never had, was another computer's own. */
static const char *
get_routine_name (LegatoPlaceTrends *self, const char *id)
{
  const LegatoRoutine *routine =
      legato_guide_find_routine (legato_context_get_guide (self->context), id);

  return routine != NULL ? routine->name : _ ("A routine of your own");
}

/* From before a massage to right after it, by what an entry is counted under.
 * @none: what there is to say of a zone without any */
static void
show_groups (LegatoPlaceTrends *self,
             LegatoWordsCard *card,
             LegatoEntryKeys keys,
             const char *zone,
             LegatoLeg leg,
             const char *none)
{
  const GArray *pairs = legato_period_get_pairs (self->period, LEGATO_PERIOD_AFTER);
  g_autoptr (GPtrArray) groups = legato_changes_by_key (pairs, zone, leg, keys);

  legato_words_card_clear (card);
  if (groups->len == 0)
    legato_words_card_add (card, NULL, zone != NULL ? none : _ ("Nothing to compare yet."), NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const LegatoChangeGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *words = legato_trend_words_dup_change (&group->change);
      g_autofree char *figures = legato_trend_words_dup_change_figures (&group->change);

      legato_words_card_add (card,
                             keys == add_routine ? get_routine_name (self, group->key)
                                                 : legato_words_get_tag (group->key),
                             words, figures);
    }
}

static LegatoTrendVerdict
get_trend_verdict (LegatoPlaceTrends *self, const char *zone, LegatoLeg leg, LegatoMoment moment)
{
  g_autoptr (LegatoTrend) trend = legato_period_make_trend (self->period, zone, leg, moment);

  return legato_trend_get_verdict (trend);
}

static LegatoTrendVerdict
get_pairs_verdict (const GArray *pairs, const char *zone, LegatoLeg leg)
{
  LegatoChange change;

  legato_change_of_pairs (pairs, zone, leg, &change);
  return legato_change_get_verdict (&change);
}

static void
show_trend (LegatoPlaceTrends *self, const char *zone, LegatoLeg leg, LegatoMoment moment)
{
  g_autoptr (LegatoTrend) trend = legato_period_make_trend (self->period, zone, leg, moment);
  g_autofree char *verdict = legato_trend_words_dup_verdict (trend);
  g_autofree char *reason = legato_trend_words_dup_reason (trend);
  g_autofree char *figures = legato_trend_words_dup_figures (trend);
  g_autofree char *words = NULL;
  g_autofree char *pooled = NULL;

  if (legato_trend_get_n_values (trend) == 0 && zone == NULL)
    /* Translators: "Check-in", "Before" or "After" */
    words = g_strdup_printf (_ ("%s: not rated in these weeks."), legato_moment_get_name (moment));
  else if (legato_trend_get_n_values (trend) == 0)
    words = g_strdup (_ ("You did not rate this place at this moment in these weeks."));
  else
    /* Translators: "Can’t tell yet", and why */
    words = g_strdup_printf (_ ("%s. %s"), verdict, reason);
  if (leg == LEGATO_LEG_BOTH && legato_trend_get_verdict (trend) != LEGATO_TREND_CANT_TELL)
    pooled = legato_trend_words_add_pooled (
        words, legato_trend_get_verdict (trend),
        get_trend_verdict (self, zone, LEGATO_LEG_LEFT, moment),
        get_trend_verdict (self, zone, LEGATO_LEG_RIGHT, moment), TRUE);
  /* What is said in a check-in comes to be seen here. */
  gtk_widget_set_visible (self->check_in,
                          legato_trend_get_n_values (trend) == 0
                              && (moment == LEGATO_MOMENT_CHECK_IN
                                  || legato_period_get_places (self->period)->len == 0));
  legato_chart_card_set_words (self->trend_card, pooled != NULL ? pooled : words, figures);
  legato_trend_chart_set_trend (self->trend, trend);
}

static void
show_pairs (LegatoPlaceTrends *self, LegatoPeriodPairs index, const char *zone, LegatoLeg leg)
{
  const GArray *pairs = legato_period_get_pairs (self->period, index);
  LegatoLeg meant = index == LEGATO_PERIOD_LEGS ? LEGATO_LEG_BOTH : leg;
  LegatoChange change;
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *pooled = NULL;

  legato_change_of_pairs (pairs, zone, meant, &change);
  words = index == LEGATO_PERIOD_LEGS ? legato_trend_words_dup_sides (&change)
                                      : legato_trend_words_dup_change (&change);
  figures = legato_trend_words_dup_change_figures (&change);
  if (leg == LEGATO_LEG_BOTH && index != LEGATO_PERIOD_LEGS)
    pooled =
        legato_trend_words_add_pooled (words, legato_change_get_verdict (&change),
                                       get_pairs_verdict (pairs, zone, LEGATO_LEG_LEFT),
                                       get_pairs_verdict (pairs, zone, LEGATO_LEG_RIGHT), FALSE);
  legato_chart_card_set_words (self->pair_cards[index], pooled != NULL ? pooled : words, figures);
  legato_pair_chart_set_pairs (self->pairs[index], pairs, zone, meant);
}

static void
update (LegatoPlaceTrends *self)
{
  guint zone = gtk_drop_down_get_selected (self->zone);
  guint leg = gtk_drop_down_get_selected (self->leg);
  guint moment = gtk_drop_down_get_selected (self->moment);
  const char *id = NULL;

  if (self->period == NULL || zone >= get_zones (self)->len + N_BEFORE_ZONES
      || leg >= G_N_ELEMENTS (legs) || moment > LEGATO_MOMENT_CHECK_IN)
    return;

  if (zone >= N_BEFORE_ZONES)
    id = ((const LegatoZone *) g_ptr_array_index (get_zones (self), zone - N_BEFORE_ZONES))->id;
  show_trend (self, id, legs[leg], (LegatoMoment) moment);
  for (guint i = 0; i < LEGATO_PERIOD_N_PAIRS; i++)
    show_pairs (self, (LegatoPeriodPairs) i, id, legs[leg]);
  show_groups (self, self->by_routine, add_routine, id, legs[leg],
               _ ("No routine was rated before and right after, at this place."));
  show_groups (self, self->by_tag, add_tags, id, legs[leg],
               _ ("No day with a tag was rated before and right after, at this place."));
}

static void
choose_zone (LegatoPlaceTrends *self, const LegatoZone *zone)
{
  guint i = 0;

  if (g_ptr_array_find (get_zones (self), zone, &i))
    gtk_drop_down_set_selected (self->zone, i + N_BEFORE_ZONES);
}

static void
legato_place_trends_dispose (GObject *object)
{
  LegatoPlaceTrends *self = LEGATO_PLACE_TRENDS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->period, legato_period_unref);

  G_OBJECT_CLASS (legato_place_trends_parent_class)->dispose (object);
}

static void
legato_place_trends_class_init (LegatoPlaceTrendsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_place_trends_dispose;

  g_type_ensure (LEGATO_TYPE_COLUMNS);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/place-trends.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceTrends, zone);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceTrends, leg);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceTrends, moment);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceTrends, check_in);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceTrends, cards);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
add_pairs (LegatoPlaceTrends *self,
           LegatoPeriodPairs index,
           const char *title,
           const char *first,
           const char *second)
{
  self->pairs[index] = legato_pair_chart_new (first, second);
  self->pair_cards[index] = legato_chart_card_new (title, LEGATO_CHART (self->pairs[index]));
  gtk_box_append (self->cards, GTK_WIDGET (self->pair_cards[index]));
}

static void
legato_place_trends_init (LegatoPlaceTrends *self)
{
  g_autoptr (GtkStringList) leg_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) moment_names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->trend = legato_trend_chart_new ();
  self->trend_card = legato_chart_card_new (_ ("Week by week"), LEGATO_CHART (self->trend));
  gtk_box_append (self->cards, GTK_WIDGET (self->trend_card));
  add_pairs (self, LEGATO_PERIOD_AFTER, _ ("Before and right after a massage"), _ ("Before"),
             _ ("Right after"));
  add_pairs (self, LEGATO_PERIOD_NEXT_DAY, _ ("Before a massage and the next day"), _ ("Before"),
             _ ("Next day"));
  add_pairs (self, LEGATO_PERIOD_SECOND_DAY, _ ("Before a massage and two days later"),
             _ ("Before"), _ ("Two days later"));
  add_pairs (self, LEGATO_PERIOD_LEGS, _ ("Left and right at the same moment"), C_ ("leg", "Left"),
             C_ ("leg", "Right"));
  self->by_routine = legato_words_card_new (_ ("Right after, by routine"));
  gtk_box_append (self->cards, GTK_WIDGET (self->by_routine));
  self->by_tag = legato_words_card_new (_ ("Right after, by the day’s tag"));
  gtk_box_append (self->cards, GTK_WIDGET (self->by_tag));

  for (gsize i = 0; i < G_N_ELEMENTS (legs); i++)
    gtk_string_list_append (leg_names, legato_leg_get_name (legs[i]));
  gtk_drop_down_set_model (self->leg, G_LIST_MODEL (leg_names));
  for (int i = LEGATO_MOMENT_BEFORE; i <= LEGATO_MOMENT_CHECK_IN; i++)
    gtk_string_list_append (moment_names, legato_moment_get_name ((LegatoMoment) i));
  gtk_drop_down_set_model (self->moment, G_LIST_MODEL (moment_names));
}

/** Returns: (transfer floating): the trends of no place yet */
LegatoPlaceTrends *
legato_place_trends_new (LegatoContext *context)
{
  LegatoPlaceTrends *self = g_object_new (LEGATO_TYPE_PLACE_TRENDS, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->context = g_object_ref (context);
  gtk_string_list_append (names, _ ("All places"));
  for (guint i = 0; i < get_zones (self)->len; i++)
    gtk_string_list_append (names,
                            ((const LegatoZone *) g_ptr_array_index (get_zones (self), i))->name);
  gtk_drop_down_set_model (self->zone, G_LIST_MODEL (names));
  return self;
}

/** legato_place_trends_set_period: until somebody chooses, shows what was rated most */
void
legato_place_trends_set_period (LegatoPlaceTrends *self, LegatoPeriod *period)
{
  GArray *places = NULL;

  g_return_if_fail (LEGATO_IS_PLACE_TRENDS (self));
  g_return_if_fail (period != NULL);

  g_clear_pointer (&self->period, legato_period_unref);
  self->period = legato_period_ref (period);
  places = legato_period_get_places (period);
  if (!self->chosen && places->len > 0)
    {
      self->chosen = TRUE;
      choose_zone (self,
                   legato_guide_find_zone (legato_context_get_guide (self->context),
                                           g_array_index (places, LegatoPeriodPlace, 0).zone));
      gtk_drop_down_set_selected (self->moment, legato_period_get_usual_moment (period));
    }
  update (self);
}

/** legato_place_trends_choose: shows @zone of @leg, and puts the focus on where it says so */
void
legato_place_trends_choose (LegatoPlaceTrends *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_PLACE_TRENDS (self));
  g_return_if_fail (zone != NULL);

  self->chosen = TRUE;
  choose_zone (self, zone);
  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    if (legs[i] == leg)
      gtk_drop_down_set_selected (self->leg, i);
  gtk_widget_grab_focus (GTK_WIDGET (self->zone));
}

/* legato-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "legato-feelings.h"
#include "legato-report-private.h"

#define DAYS_A_WEEK 7
#define SECONDS_A_MINUTE 60

/* In the order of the bits of LegatoReportParts. */
static const char *const parts[] = { "map", "places", "sessions", "feelings", "flags" };

/**
 * legato_report_part_from_id:
 * @id: "map", "places", "sessions", "feelings" or "flags"
 * @part: (out): the part
 *
 * Returns: %FALSE, and leaves @part alone, if there is no such part
 */
gboolean
legato_report_part_from_id (const char *id, LegatoReportParts *part)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_str_equal (parts[i], id))
        {
          *part = (LegatoReportParts) (1 << i);
          return TRUE;
        }
    }
  return FALSE;
}

/** Returns: (transfer none): "Left", "Right" or "Both", where it is plain that legs are meant */
const char *
legato_report_get_leg_name (LegatoLeg leg)
{
  switch (leg)
    {
    case LEGATO_LEG_LEFT:
      return C_ ("leg", "Left");
    case LEGATO_LEG_RIGHT:
      return C_ ("leg", "Right");
    case LEGATO_LEG_BOTH:
    default:
      return C_ ("leg", "Both");
    }
}

static void
series_free (gpointer data)
{
  LegatoReportSeries *self = data;

  g_clear_pointer (&self->trend, legato_trend_unref);
  g_free (self->after_pairs);
  g_free (self->next_day_pairs);
  g_free (self->values);
  g_free (self);
}

static void
sign_free (gpointer data)
{
  LegatoReportSign *self = data;

  g_free (self->text);
  g_free (self);
}

static void
given_free (gpointer data)
{
  LegatoReportGiven *self = data;

  legato_regularity_free (self->regularity);
  g_free (self->name);
  g_free (self->by);
  g_free (self);
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static LegatoReportSeries *
series_new (const char *id, LegatoLeg leg, const GArray *values)
{
  LegatoReportSeries *self = g_new0 (LegatoReportSeries, 1);
  g_autofree double *sorted = g_new (double, values->len + 1);
  g_autofree guint *rising = g_memdup2 (values->data, values->len * sizeof (guint));

  self->id = id;
  self->leg = leg;
  self->n = values->len;
  self->values = g_memdup2 (values->data, values->len * sizeof (guint));
  self->median = self->lower_quartile = self->upper_quartile = NAN;
  if (self->n < LEGATO_REPORT_MIN_MEDIAN)
    return self;

  qsort (rising, self->n, sizeof *rising, compare_guints);
  for (guint i = 0; i < self->n; i++)
    sorted[i] = rising[i];
  self->median = legato_quantile (sorted, self->n, 0.5);
  self->lower_quartile = legato_quantile (sorted, self->n, 0.25);
  self->upper_quartile = legato_quantile (sorted, self->n, 0.75);
  return self;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LegatoEntry *x = *(LegatoEntry *const *) a;
  const LegatoEntry *y = *(LegatoEntry *const *) b;

  return g_date_time_compare (x->at, y->at);
}

/* On which day a rating of @moment was felt. */
static guint32
get_rated_day (const LegatoEntry *entry, LegatoMoment moment)
{
  return legato_entry_get_day (entry)
         + (moment == LEGATO_MOMENT_NEXT_DAY     ? 1
            : moment == LEGATO_MOMENT_SECOND_DAY ? 2
                                                 : 0);
}

/* Returns: (transfer full) (element-type LegatoSoreness): all ratings, by rising day of the entry
 */
static GArray *
list_ratings (const GPtrArray *entries)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));

  for (guint e = 0; e < entries->len; e++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, e);

      for (guint i = 0; i < entry->ratings->len; i++)
        {
          const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
          LegatoSoreness soreness = {
            .day = get_rated_day (entry, rating->moment),
            .zone = rating->zone,
            .leg = rating->leg,
            .moment = rating->moment,
            .value = rating->value,
          };

          g_array_append_val (ratings, soreness);
        }
    }
  return ratings;
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const LegatoReportSeries *x = *(LegatoReportSeries *const *) a;
  const LegatoReportSeries *y = *(LegatoReportSeries *const *) b;

  return (x->n < y->n) - (x->n > y->n);
}

/* Sums up the pairs of one place, or lists them where they are too few. */
static char *
sum_up_pairs (const GArray *pairs, const char *zone, LegatoLeg leg, LegatoChange *change)
{
  g_autoptr (GString) list = g_string_new (NULL);

  legato_change_of_pairs (pairs, zone, leg, change);
  if (change->n == 0 || change->has_medians)
    return NULL;
  for (guint i = 0; i < pairs->len; i++)
    {
      const LegatoPair *pair = &g_array_index (pairs, LegatoPair, i);
      g_autoptr (GString) both = g_string_new (NULL);

      if (pair->leg != leg || !g_str_equal (pair->zone, zone))
        continue;
      if (list->len > 0)
        g_string_append (list, C_ ("list", ", "));
      /* Translators: how sore a place was before and after: "6 → 3" */
      g_string_printf (both, C_ ("soreness", "%u → %u"), pair->first, pair->second);
      /* It stays in one line. */
      g_string_replace (both, " ", "\u00a0", 0);
      g_string_append (list, both->str);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
add_id (GPtrArray *ids, const char *id)
{
  const char *interned = g_intern_string (id);

  if (!g_ptr_array_find (ids, interned, NULL))
    g_ptr_array_add (ids, (gpointer) interned);
}

/* Returns: (transfer container) (element-type utf8): the ids of all places; those that the guide
 * does not know, from a later version, stand last */
static GPtrArray *
list_zones (LegatoReport *self, const GArray *ratings)
{
  GPtrArray *zones = legato_guide_get_zones (self->guide);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < zones->len; i++)
    add_id (ids, ((const LegatoZone *) g_ptr_array_index (zones, i))->id);
  for (guint i = 0; i < ratings->len; i++)
    add_id (ids, g_array_index (ratings, LegatoSoreness, i).zone);
  return ids;
}

/* The same of feelings */
static GPtrArray *
list_feelings (const GPtrArray *entries)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (const char *const *felt = legato_feelings_list (); *felt != NULL; felt++)
    add_id (ids, *felt);
  for (guint e = 0; e < entries->len; e++)
    {
      GPtrArray *feelings = ((const LegatoEntry *) g_ptr_array_index (entries, e))->feelings;

      for (guint i = 0; i < feelings->len; i++)
        add_id (ids, ((const LegatoFeeling *) g_ptr_array_index (feelings, i))->id);
    }
  return ids;
}

static void
gather_places (LegatoReport *self, const GPtrArray *entries, const GArray *ratings, guint n_weeks)
{
  g_autoptr (GPtrArray) zones = list_zones (self, ratings);
  g_autoptr (GArray) after =
      legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  g_autoptr (GArray) next_day =
      legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_NEXT_DAY);

  for (guint z = 0; z < zones->len; z++)
    {
      const char *zone = g_ptr_array_index (zones, z);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));
          LegatoReportSeries *series = NULL;

          for (guint i = 0; i < ratings->len; i++)
            {
              const LegatoSoreness *rating = &g_array_index (ratings, LegatoSoreness, i);

              if ((int) rating->leg == leg && (LEGATO_HEATMAP_MOMENTS & 1u << rating->moment) != 0
                  && g_str_equal (rating->zone, zone))
                g_array_append_val (values, rating->value);
            }
          if (values->len == 0)
            continue;
          series = series_new (zone, (LegatoLeg) leg, values);
          series->after_pairs = sum_up_pairs (after, zone, series->leg, &series->after);
          series->next_day_pairs = sum_up_pairs (next_day, zone, series->leg, &series->next_day);
          series->trend =
              legato_trend_new ((const LegatoSoreness *) (gpointer) ratings->data, ratings->len,
                                zone, series->leg, LEGATO_MOMENT_BEFORE, self->first_day, n_weeks);
          g_ptr_array_add (self->places, series);
        }
    }
  g_ptr_array_sort (self->places, compare_series);
}

static void
gather_feelings (LegatoReport *self, const GPtrArray *entries)
{
  g_autoptr (GPtrArray) ids = list_feelings (entries);

  for (guint f = 0; f < ids->len; f++)
    {
      const char *felt = g_ptr_array_index (ids, f);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
        {
          g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));

          for (guint e = 0; e < entries->len; e++)
            {
              const LegatoEntry *entry = g_ptr_array_index (entries, e);

              for (guint i = 0; i < entry->feelings->len; i++)
                {
                  const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

                  if ((int) feeling->leg == leg && g_str_equal (feeling->id, felt))
                    g_array_append_val (values, feeling->value);
                }
            }
          if (values->len > 0)
            g_ptr_array_add (self->feelings, series_new (felt, (LegatoLeg) leg, values));
        }
    }
}

/* What the person answered yes to, as it was asked. */
static const char *
find_question (LegatoGuide *guide, const char *id)
{
  GPtrArray *advice = legato_guide_get_advice (guide);
  const char *after = legato_after_effects_get_name (id);

  if (after != NULL)
    return after;
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *one = g_ptr_array_index (advice, i);

      if (g_str_equal (one->flag, id)
          || (g_str_equal (one->rule, id) && !g_str_equal (id, "R-UNCLEARED")))
        return one->question.text;
    }
  return g_str_equal (id, "R-UNCLEARED") ? _ ("A condition that a doctor has to clear first") : id;
}

static gboolean
is_told (LegatoReport *self, guint32 day, const char *text)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const LegatoReportSign *sign = g_ptr_array_index (self->signs, i);

      if (sign->day == day && g_str_equal (sign->text, text))
        return TRUE;
    }
  return FALSE;
}

static void
add_sign (LegatoReport *self, const LegatoEntry *entry, char *text)
{
  LegatoReportSign *sign = g_new0 (LegatoReportSign, 1);

  sign->day = legato_entry_get_day (entry);
  sign->text = text;
  g_ptr_array_add (self->signs, sign);
}

static char *
dup_stop (LegatoReport *self, const LegatoEntry *entry)
{
  const LegatoZone *zone =
      entry->zone != NULL ? legato_guide_find_zone (self->guide, entry->zone) : NULL;
  g_autoptr (GString) felt = g_string_new (NULL);

  for (guint i = 0; entry->reasons[i] != NULL; i++)
    {
      const char *name = legato_stop_get_name (entry->reasons[i]);

      g_string_append_printf (felt, "%s%s", i > 0 ? C_ ("list", ", ") : "",
                              name != NULL ? name : entry->reasons[i]);
    }
  if (felt->len == 0)
    g_string_append (felt, _ ("Nothing said"));
  if (zone == NULL)
    /* Translators: what was felt */
    return g_strdup_printf (_ ("Stopped: %s"), felt->str);
  /* Translators: a place, a leg, and what was felt */
  return g_strdup_printf (_ ("%s (%s), stopped: %s"), zone->name,
                          legato_report_get_leg_name (entry->leg), felt->str);
}

/* What was answered yes: before a session, instead of one, or after it. */
static gboolean
is_yes (const LegatoEntry *entry, gsize i)
{
  if (entry->kind == LEGATO_ENTRY_SESSION)
    return legato_after_effects_hold (entry->reasons[i]);
  return entry->kind == LEGATO_ENTRY_REFUSAL
         && !legato_after_effects_are_told ((const char *const *) entry->reasons, i);
}

/* Once a day: who asks for a session again is refused it again. */
static void
add_yes (LegatoReport *self, const LegatoEntry *entry, const char *reason)
{
  /* Translators: what the person answered yes to before a session */
  g_autofree char *text =
      g_strdup_printf (_ ("Said yes to: “%s”"), find_question (self->guide, reason));

  if (!is_told (self, legato_entry_get_day (entry), text))
    add_sign (self, entry, g_steal_pointer (&text));
}

static void
gather_signs (LegatoReport *self, const GPtrArray *entries)
{
  for (guint e = entries->len; e-- > 0;)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, e);

      if (entry->kind == LEGATO_ENTRY_STOP)
        add_sign (self, entry, dup_stop (self, entry));
      for (guint i = 0; entry->reasons[i] != NULL; i++)
        if (is_yes (entry, i))
          add_yes (self, entry, entry->reasons[i]);
    }
}

static void
gather_sessions (LegatoReport *self, const GPtrArray *entries, guint n_weeks, guint goal)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint seconds = 0;

  for (guint e = 0; e < entries->len; e++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, e);
      guint32 day = legato_entry_get_day (entry);

      self->n_check_ins += entry->kind == LEGATO_ENTRY_CHECK_IN;
      if (entry->kind != LEGATO_ENTRY_SESSION || legato_entry_is_of_partner (entry))
        continue;
      g_array_append_val (days, day);
      seconds += entry->done_s;
      self->n_completed += entry->completed;
    }
  self->minutes = (seconds + SECONDS_A_MINUTE / 2) / SECONDS_A_MINUTE;
  self->regularity = legato_regularity_new ((const guint32 *) (gpointer) days->data, days->len,
                                            self->first_day, n_weeks, goal);
}

/* How each routine was kept that a therapist gave. */
static void
gather_given (LegatoReport *self, const GPtrArray *entries, guint n_weeks)
{
  g_autoptr (GPtrArray) routines = legato_guide_dup_own_routines (self->guide);

  for (guint r = 0; r < routines->len; r++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, r);
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));
      LegatoReportGiven *given = NULL;

      if (routine->given_by == NULL)
        continue;
      given = g_new0 (LegatoReportGiven, 1);
      given->name = g_strdup (routine->name);
      given->by = g_strdup (routine->given_by);
      given->times_a_week = routine->times_a_week;
      for (guint e = 0; e < entries->len; e++)
        {
          const LegatoEntry *entry = g_ptr_array_index (entries, e);
          guint32 day = legato_entry_get_day (entry);

          if (entry->kind != LEGATO_ENTRY_SESSION || g_strcmp0 (entry->routine, routine->id) != 0)
            continue;
          g_array_append_val (days, day);
          given->n_completed += entry->completed;
        }
      given->regularity =
          legato_regularity_new ((const guint32 *) (gpointer) days->data, days->len,
                                 self->first_day, n_weeks, MAX (1, routine->times_a_week));
      g_ptr_array_add (self->given, given);
    }
}

/**
 * legato_report_new:
 * @guide: for the names of places and signs
 * @entries: (element-type LegatoEntry): in any order; those of other days are left out
 * @first_day: Julian day
 * @n_weeks: 1 or more
 * @goal: sessions a week that the person set out to do
 *
 * Returns: (transfer full): the facts of these weeks
 */
LegatoReport *
legato_report_new (LegatoGuide *guide,
                   const GPtrArray *entries,
                   guint32 first_day,
                   guint n_weeks,
                   guint goal)
{
  LegatoReport *self;
  g_autoptr (GPtrArray) meant = g_ptr_array_new ();
  g_autoptr (GArray) ratings = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (g_date_valid_julian (first_day), NULL);
  g_return_val_if_fail (n_weeks > 0, NULL);

  self = g_rc_box_new0 (LegatoReport);
  self->guide = legato_guide_ref (guide);
  self->first_day = first_day;
  self->last_day = first_day + n_weeks * DAYS_A_WEEK - 1;
  self->places = g_ptr_array_new_with_free_func (series_free);
  self->feelings = g_ptr_array_new_with_free_func (series_free);
  self->signs = g_ptr_array_new_with_free_func (sign_free);
  self->given = g_ptr_array_new_with_free_func (given_free);

  for (guint i = 0; i < entries->len; i++)
    {
      LegatoEntry *entry = g_ptr_array_index (entries, i);
      guint32 day = legato_entry_get_day (entry);

      if (day >= self->first_day && day <= self->last_day)
        g_ptr_array_add (meant, entry);
    }
  g_ptr_array_sort (meant, compare_entries);
  self->n_entries = meant->len;

  ratings = list_ratings (meant);
  self->heatmap = legato_heatmap_new ((const LegatoSoreness *) (gpointer) ratings->data,
                                      ratings->len, LEGATO_HEATMAP_MOMENTS);
  gather_places (self, meant, ratings, n_weeks);
  gather_feelings (self, meant);
  gather_signs (self, meant);
  gather_sessions (self, meant, n_weeks, goal);
  gather_given (self, meant, n_weeks);
  return self;
}

static void
report_clear (LegatoReport *self)
{
  legato_guide_unref (self->guide);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->feelings);
  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->given);
  legato_heatmap_free (self->heatmap);
  legato_regularity_free (self->regularity);
}

/**
 * legato_report_ref:
 *
 * Returns: (transfer full): @self
 */
LegatoReport *
legato_report_ref (LegatoReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

/**
 * legato_report_unref:
 * @self: (transfer full)
 */
void
legato_report_unref (LegatoReport *self)
{
  g_return_if_fail (self != NULL);
  g_rc_box_release_full (self, (GDestroyNotify) report_clear);
}

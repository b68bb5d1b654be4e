/* legato-findings.c
 *
 * It asks and never diagnoses (docs/domain.md §7, "It watches"). A note is not read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-findings.h"
#include "legato-next-day.h"

/* Days that are looked at, today included. */
#define WATCH_DAYS 10

/* Swelling of one leg is new if that leg was not more swollen on so many days before [D]. */
#define DAYS_BEFORE 7

#define SWOLLEN_BY 4
#define VERY_SORE 6
#define VERY_SORE_DAYS 5

/* Room for the days that are looked at and those before them; index 0 is today. */
#define N_DAYS (WATCH_DAYS + DAYS_BEFORE)

static gboolean
get_age (const LegatoHistory *history, guint32 day, guint *age)
{
  guint32 today = legato_history_get_today (history);

  /* What seems to lie in the future is taken for today's. */
  *age = day >= today ? 0 : today - day;
  return *age < N_DAYS;
}

static void
note_swelling (guint8 swelling[2][N_DAYS], guint age, const char *id, LegatoLeg leg, guint value)
{
  if (!g_str_equal (id, "swelling"))
    return;
  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    if (leg == LEGATO_LEG_BOTH || (int) leg == side)
      swelling[side][age] = MAX (swelling[side][age], (guint8) value);
}

/* The most of each leg and day; a leg of which nothing is said is not swollen. */
static void
collect_swelling (const LegatoHistory *history, guint8 swelling[2][N_DAYS])
{
  const LegatoCheckIn *check_in = history->check_in;
  guint age = 0;

  for (guint i = 0; history->entries != NULL && i < history->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (history->entries, i);

      if (!get_age (history, legato_history_get_day (history, entry), &age))
        continue;
      for (guint f = 0; f < entry->feelings->len; f++)
        {
          const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, f);

          note_swelling (swelling, age, feeling->id, feeling->leg, feeling->value);
        }
    }
  if (check_in == NULL || !get_age (history, legato_check_in_get_day (check_in), &age))
    return;
  for (guint f = 0; f < check_in->feelings->len; f++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (check_in->feelings, f);

      note_swelling (swelling, age, feeling->id, feeling->leg, feeling->value);
    }
}

static gboolean
is_more_swollen (guint8 swelling[2][N_DAYS], guint age, int leg)
{
  return swelling[leg][age] >= swelling[1 - leg][age] + SWOLLEN_BY;
}

static gboolean
is_newly_swollen (guint8 swelling[2][N_DAYS], guint age, int leg)
{
  if (!is_more_swollen (swelling, age, leg))
    return FALSE;
  for (guint before = age + 1; before <= age + DAYS_BEFORE && before < N_DAYS; before++)
    if (is_more_swollen (swelling, before, leg))
      return FALSE;
  return TRUE;
}

/* What it was asked about: a stop is told apart from others of the same place and day. */
static const char *
get_subject (const LegatoFinding *finding)
{
  if (*finding->stop != '\0')
    return finding->stop;
  return finding->zone != NULL ? finding->zone->id : NULL;
}

static LegatoLeg
get_subject_leg (const LegatoFinding *finding)
{
  return *finding->stop != '\0' ? LEGATO_LEG_BOTH : finding->leg;
}

/* Whether this finding was asked about less than @days days before or after its day. */
static gboolean
was_asked (const LegatoHistory *history, const LegatoFinding *finding, guint days)
{
  guint32 asked = history->standing != NULL
                      ? legato_standing_get_asked (history->standing, finding->rule,
                                                   get_subject (finding), get_subject_leg (finding))
                      : 0;

  return asked != 0 && (asked > finding->day ? asked - finding->day : finding->day - asked) < days;
}

static gboolean
stands (const LegatoHistory *history, const char *flag)
{
  return history->standing != NULL && legato_standing_has_flag (history->standing, flag);
}

static void
add (GPtrArray *findings, const LegatoHistory *history, LegatoFinding finding, guint days)
{
  if (!was_asked (history, &finding, days))
    g_ptr_array_add (findings, g_memdup2 (&finding, sizeof finding));
}

static void
watch_swelling (const LegatoHistory *history, GPtrArray *findings)
{
  guint8 swelling[2][N_DAYS] = { { 0 } };

  if (stands (history, "dvt"))
    return;
  collect_swelling (history, swelling);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint age = 0; age < WATCH_DAYS; age++)
      {
        LegatoFinding finding = {
          .kind = LEGATO_FINDING_ONE_LEG_SWOLLEN,
          .rule = "R-DVT",
          .flag = "dvt",
          .leg = (LegatoLeg) leg,
          .day = legato_history_get_today (history) - age,
        };

        if (!is_newly_swollen (swelling, age, leg))
          continue;
        add (findings, history, finding, 1);
        break;
      }
}

/**
 * legato_findings_get_stop_flag:
 * @zone: id of a place where a session was stopped
 * @felt: (nullable): flag of an R-STOP advice
 *
 * Sharp pain in the calf or behind the knee asks for R-DVT (docs/domain.md §7).
 *
 * Returns: (nullable): flag of the advice whose question is to be asked ("dvt"); %NULL for none
 */
const char *
legato_findings_get_stop_flag (const char *zone, const char *felt)
{
  static const char *const clot_veins[] = { "soleus", "calf", "popliteal", NULL };

  g_return_val_if_fail (zone != NULL, NULL);

  return g_strcmp0 (felt, "stop-sharp") == 0 && g_strv_contains (clot_veins, zone) ? "dvt" : NULL;
}

/**
 * legato_findings_get_any_stop_flag:
 * @zones: (element-type LegatoZone): where it may have hurt; none if that may have been anywhere
 * @felt: (nullable): flag of an R-STOP advice
 *
 * Returns: (nullable): as legato_findings_get_stop_flag(), of whoever cannot say where it hurt
 */
const char *
legato_findings_get_any_stop_flag (GPtrArray *zones, const char *felt)
{
  const char *flag = NULL;

  g_return_val_if_fail (zones != NULL, NULL);

  if (zones->len == 0)
    return legato_findings_get_stop_flag ("calf", felt);
  for (guint i = 0; i < zones->len && flag == NULL; i++)
    flag = legato_findings_get_stop_flag (((const LegatoZone *) g_ptr_array_index (zones, i))->id,
                                          felt);
  return flag;
}

/**
 * legato_finding_for_stop:
 * @stop: UUID of the stop
 * @day: Julian day of it
 *
 * Returns: what it calls for if legato_findings_get_stop_flag() says so, wherever it was
 */
LegatoFinding
legato_finding_for_stop (const char *stop, guint32 day)
{
  LegatoFinding finding = {
    .kind = LEGATO_FINDING_SHARP_PAIN,
    .rule = "R-STOP",
    .flag = "dvt",
    .leg = LEGATO_LEG_BOTH,
    .day = day,
  };

  g_strlcpy (finding.stop, stop, sizeof finding.stop);
  return finding;
}

/** legato_finding_set_asked: it is not asked again. */
void
legato_finding_set_asked (const LegatoFinding *self, LegatoStanding *standing)
{
  g_return_if_fail (self != NULL && standing != NULL);

  legato_standing_set_asked (standing, self->rule, get_subject (self), get_subject_leg (self),
                             self->day);
}

/* Whether the question of a clot belongs to this stop; where it could not be said which place it
 * was, one that it may have been is enough. */
static gboolean
is_sharp_stop (const LegatoEntry *entry, LegatoGuide *guide, LegatoLeg *leg)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  const char *felt = NULL;

  if (entry->kind != LEGATO_ENTRY_STOP)
    return FALSE;
  for (gsize i = 0; entry->reasons[i] != NULL; i++)
    if (g_str_equal (entry->reasons[i], "stop-sharp"))
      felt = entry->reasons[i];
  *leg = entry->leg;
  if (entry->zone != NULL)
    return legato_findings_get_stop_flag (entry->zone, felt) != NULL;
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      *leg = step->leg;
      for (gsize z = 0; step->zones[z] != NULL; z++)
        if (legato_guide_find_zone (guide, step->zones[z]) != NULL)
          g_ptr_array_add (zones, (gpointer) legato_guide_find_zone (guide, step->zones[z]));
    }
  return legato_findings_get_any_stop_flag (zones, felt) != NULL;
}

/* Of several stops of one place the last one counts: who answered that has answered for those
 * before. */
static void
keep_last (GPtrArray *stops, LegatoEntry *stop, LegatoGuide *guide)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;

  is_sharp_stop (stop, guide, &leg);
  for (guint i = 0; i < stops->len; i++)
    {
      const LegatoEntry *other = g_ptr_array_index (stops, i);
      LegatoLeg on = LEGATO_LEG_BOTH;

      is_sharp_stop (other, guide, &on);
      if (on != leg || g_strcmp0 (other->zone, stop->zone) != 0)
        continue;
      if (g_date_time_compare (stop->at, other->at) > 0)
        stops->pdata[i] = stop;
      return;
    }
  g_ptr_array_add (stops, stop);
}

static void
watch_stops (const LegatoHistory *history, LegatoGuide *guide, GPtrArray *findings)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  LegatoLeg leg = LEGATO_LEG_BOTH;
  guint age = 0;

  if (stands (history, "dvt"))
    return;
  for (guint i = 0; history->entries != NULL && i < history->entries->len; i++)
    {
      LegatoEntry *entry = g_ptr_array_index (history->entries, i);

      if (is_sharp_stop (entry, guide, &leg)
          && get_age (history, legato_history_get_day (history, entry), &age) && age < WATCH_DAYS)
        keep_last (stops, entry, guide);
    }
  for (guint s = 0; s < stops->len; s++)
    {
      const LegatoEntry *stop = g_ptr_array_index (stops, s);
      LegatoFinding finding =
          legato_finding_for_stop (stop->uuid, legato_history_get_day (history, stop));

      is_sharp_stop (stop, guide, &finding.leg);
      finding.zone = stop->zone != NULL ? legato_guide_find_zone (guide, stop->zone) : NULL;
      add (findings, history, finding, G_MAXUINT);
    }
}

static guint
get_moment_days (LegatoMoment moment)
{
  return moment == LEGATO_MOMENT_NEXT_DAY ? 1 : moment == LEGATO_MOMENT_SECOND_DAY ? 2 : 0;
}

/* On which days of the last ones the place was very sore, as bits; bit 0 is today. */
static guint
find_sore_days (const LegatoHistory *history, const LegatoZone *zone, LegatoLeg leg)
{
  guint days = 0;
  guint age = 0;

  for (guint i = 0; history->entries != NULL && i < history->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (history->entries, i);

      for (guint r = 0; r < entry->ratings->len; r++)
        {
          const LegatoRating *rating = g_ptr_array_index (entry->ratings, r);

          if (rating->value >= VERY_SORE && rating->leg == leg
              && g_str_equal (rating->zone, zone->id)
              && get_age (
                  history,
                  legato_history_get_day (history, entry) + get_moment_days (rating->moment), &age))
            days |= 1u << age;
        }
    }
  if (history->check_in != NULL
      && legato_check_in_get_soreness (history->check_in, zone->id, leg) >= VERY_SORE
      && get_age (history, legato_check_in_get_day (history->check_in), &age))
    days |= 1u << age;
  return days & ((1u << WATCH_DAYS) - 1);
}

static void
watch_soreness (const LegatoHistory *history, LegatoGuide *guide, GPtrArray *findings)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  if (stands (history, "persist"))
    return;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint z = 0; z < zones->len; z++)
      {
        LegatoFinding finding = {
          .kind = LEGATO_FINDING_SORE_FOR_DAYS,
          .rule = "R-PERSIST",
          .flag = "persist",
          .zone = g_ptr_array_index (zones, z),
          .leg = (LegatoLeg) leg,
          .day = legato_history_get_today (history),
        };
        guint days = find_sore_days (history, finding.zone, finding.leg);
        guint n_days = 0;

        for (guint age = 0; age < WATCH_DAYS; age++)
          n_days += (days >> age) & 1;
        if (n_days >= VERY_SORE_DAYS)
          add (findings, history, finding, WATCH_DAYS);
      }
}

static void
watch_sessions (const LegatoHistory *history, LegatoGuide *guide, GPtrArray *findings)
{
  g_autoptr (GPtrArray) sessions =
      legato_next_day_list_sessions (history->entries, legato_history_get_today (history));
  LegatoZoneSet worse[2];
  LegatoFinding finding = {
    .kind = LEGATO_FINDING_WORSE_TWICE,
    .rule = "P-ADAPT:worse-after-last",
    .leg = LEGATO_LEG_BOTH,
  };

  if (sessions->len < 2
      || !legato_next_day_find_worse (guide, g_ptr_array_index (sessions, 0), history->entries,
                                      history->check_in, worse)
      || !legato_next_day_find_worse (guide, g_ptr_array_index (sessions, 1), history->entries,
                                      history->check_in, worse))
    return;
  finding.day = legato_history_get_day (history, g_ptr_array_index (sessions, 0));
  add (findings, history, finding, 1);
}

/**
 * legato_findings_list:
 *
 * A pure function, as legato_history_make_person() is. What was asked before (LegatoStanding.asked)
 * or stands already is left out.
 *
 * Returns: (transfer full) (element-type LegatoFinding): what to ask or say before the next
 *   session, most urgent first; usually nothing
 */
GPtrArray *
legato_findings_list (const LegatoHistory *history, LegatoGuide *guide)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (history != NULL && history->now != NULL, findings);
  g_return_val_if_fail (guide != NULL, findings);

  watch_swelling (history, findings);
  watch_stops (history, guide, findings);
  watch_soreness (history, guide, findings);
  watch_sessions (history, guide, findings);
  return findings;
}

/**
 * legato_finding_dup_text:
 *
 * Returns: (transfer full): what was seen, in a sentence for the person; the question to go with it
 *   is that of the advice for @flag
 */
char *
legato_finding_dup_text (const LegatoFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case LEGATO_FINDING_ONE_LEG_SWOLLEN:
      return g_strdup (self->leg == LEGATO_LEG_LEFT
                           ? _ ("You noted that your left leg is much more swollen than the right.")
                           : _ ("You noted that your right leg is much more swollen than the "
                                "left."));
    case LEGATO_FINDING_SHARP_PAIN:
      if (self->zone == NULL)
        return g_strdup (_ ("Sharp pain during a massage"));
      /* Translators: a place and what was felt there: "Left calf: Sharp pain during a massage" */
      return g_strdup_printf (C_ ("leg and feeling", "%s: %s"), self->zone->side_names[self->leg],
                              _ ("Sharp pain during a massage"));
    case LEGATO_FINDING_SORE_FOR_DAYS:
      /* Translators: a place, as "Left calf" */
      return g_strdup_printf (_ ("%s: very sore on five or more of the last ten days."),
                              self->zone->side_names[self->leg]);
    case LEGATO_FINDING_WORSE_TWICE:
      return g_strdup (_ ("Your legs felt worse the day after each of the last two sessions. What "
                          "felt worse is left out now. All else is touched lightly."));
    }
  g_return_val_if_reached (NULL);
}

/* legato-plan-builder.c: what every part of the planner asks a plan in the making
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-plan-builder.h"
#include "legato-pace.h"
#include "legato-safety.h"

/* Nobody in particular: nothing special is known. */
static const LegatoPerson nobody;

/* The least that a step of the working phase is worth while, in seconds: below it the step is
 * rather left out [D; tapping: five passes, S3; lymph strokes: five at a place, R Vodder]. */
#define WORTH_WHILE_S 15
#define WORTH_WHILE_BRIEF_S 9

/* The most that does a zone good in one step, in seconds [D], for all that has no limit of its own:
 * a whole leg of glides, or one muscle kneaded for three minutes. */
#define GLIDE_MOST_S 60
#define GLIDE_MOST_MORE_S 30
#define TAP_MOST_S 30
#define TOOL_MOST_S 90
#define WORK_MOST_S 180
#define EXERCISE_MOST_S 300
#define EXERCISE_LEAST_S 5

/* Whoever has tight muscles is kneaded for longer. */
#define TIGHT_MOST_S 270

/**
 * legato_job_init:
 *
 * Prepares @job, whose lists are not worth to be wiped: only what is counted is ever read.
 */
void
legato_job_init (LegatoJob *job, LegatoGuide *guide, const LegatoRequest *request, guint64 off)
{
  GPtrArray *zones = legato_guide_get_zones (guide);
  int knee = G_MAXINT;

  job->guide = guide;
  job->request = request;
  job->person = request->person != NULL ? request->person : &nobody;
  job->off = off;
  job->known = (LegatoKnown){
    .effleurage = legato_guide_find_technique (guide, "effleurage"),
    .lymph = legato_guide_find_technique (guide, "lymph-strokes"),
    .kneading = legato_guide_find_technique (guide, "petrissage"),
    .tapping = legato_guide_find_technique (guide, "tapotement"),
    .friction = legato_guide_find_technique (guide, "cross-friction"),
    .legs_raised = legato_guide_find_technique (guide, "legs-raised"),
  };

  memset (job->zones, 0, sizeof job->zones);
  memset (job->in_view, 0, sizeof job->in_view);
  job->all = 0;
  job->hollow = 0;
  job->lower_leg = 0;
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      job->zones[zone->rank] = zone;
      job->all |= LEGATO_ZONE_BIT (zone);
      if (zone->lift_over)
        {
          job->hollow |= LEGATO_ZONE_BIT (zone);
          knee = MIN (knee, zone->from);
        }
      for (guint v = 0; v < G_N_ELEMENTS (job->in_view); v++)
        if (zone->views & (1u << v))
          job->in_view[v] |= LEGATO_ZONE_BIT (zone);
    }
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (zone->to <= knee)
        job->lower_leg |= LEGATO_ZONE_BIT (zone);
    }

  job->recipe = NULL;
  job->seconds = 0;
  job->whys = 0;
  job->leg_weight = 0.0;
  job->once_weight = 0.0;
  job->named[0] = job->named[1] = 0;
  job->altered[0] = job->altered[1] = FALSE;
  job->once.n = job->legs[0].n = job->legs[1].n = 0;
  job->n_before = 0;
  job->overflow = FALSE;
  job->n_left_out = 0;
}

/** Returns: whether the rule @rule_id is switched off, which only tests do */
gboolean
legato_job_is_off (LegatoJob *job, const char *rule_id)
{
  gsize n_rules = 0;
  const LegatoRule *rules = NULL;

  if (G_LIKELY (job->off == 0))
    return FALSE;

  rules = legato_safety_get_rules (&n_rules);
  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, rule_id))
      return (job->off >> i) & 1;
  g_assert_not_reached ();
}

/** Returns: (nullable): the use of @technique on the zone of @rank */
const LegatoUse *
legato_job_find_use (LegatoJob *job, guint rank, const LegatoTechnique *technique)
{
  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (use->zone->rank == (int) rank)
        return use;
    }
  return NULL;
}

/** Returns: the zones that @technique is for and touches */
LegatoZoneSet
legato_job_get_uses (const LegatoTechnique *technique)
{
  LegatoZoneSet zones = 0;

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (!use->lifted)
        zones |= LEGATO_ZONE_BIT (use->zone);
    }
  return zones;
}

/** Returns: how far a hand travels over @zones, in centimetres */
double
legato_job_get_way_cm (LegatoJob *job, LegatoZoneSet zones)
{
  int from = G_MAXINT;
  int to = G_MININT;

  for (guint rank = 0; zones >> rank != 0; rank++)
    if ((zones >> rank) & 1)
      {
        from = MIN (from, job->zones[rank]->from);
        to = MAX (to, job->zones[rank]->to);
      }
  return zones != 0 ? (to - from) * LEGATO_LEG_CM / 1000.0 : 0.0;
}

static gboolean
is_brief (LegatoJob *job, const LegatoTechnique *technique)
{
  return technique == job->known.tapping || technique == job->known.lymph
         || technique->kind == LEGATO_TECHNIQUE_TOOL;
}

static guint
get_most (LegatoJob *job, const LegatoDraft *draft)
{
  const LegatoTechnique *technique = draft->technique;
  guint n_zones = (guint) __builtin_popcount (draft->zones);

  if (technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    return technique == job->known.legs_raised ? LEGATO_PLAN_MAX_REST_MINUTES * 60
                                               : EXERCISE_MOST_S;
  if (technique->hold_max_s > 0)
    return technique->hold_max_s;
  if (technique->max_s > 0)
    return technique->max_s * n_zones;
  if (technique == job->known.effleurage)
    return GLIDE_MOST_S * n_zones + GLIDE_MOST_MORE_S;
  if (technique == job->known.tapping)
    return TAP_MOST_S * n_zones;
  if (technique->kind == LEGATO_TECHNIQUE_TOOL)
    return TOOL_MOST_S * n_zones;
  if (technique == job->known.kneading && (draft->whys & LEGATO_WHY_BIT (LEGATO_WHY_MORE_TIGHT)))
    return TIGHT_MOST_S * n_zones;
  return WORK_MOST_S * n_zones;
}

/** legato_job_set_bounds: how short and how long @draft may be, by its technique and zones. */
void
legato_job_set_bounds (LegatoJob *job, LegatoDraft *draft)
{
  const LegatoTechnique *technique = draft->technique;
  guint least =
      legato_pace_get_least_seconds_over (technique, legato_job_get_way_cm (job, draft->zones));

  draft->least = least;
  if (draft->phase == LEGATO_PHASE_WORK && draft->zones != 0)
    {
      guint worth = is_brief (job, technique) ? WORTH_WHILE_BRIEF_S : WORTH_WHILE_S;

      draft->least = MAX (least, MIN (worth, (guint) draft->weight));
    }
  /* Whoever writes a routine may want a step briefer, or longer, than we would make it. */
  if (draft->zones == 0)
    draft->least = MIN (least, MAX ((guint) draft->weight, EXERCISE_LEAST_S));
  draft->most = get_most (job, draft);
  if (technique->hold_max_s == 0 && technique->max_s == 0)
    draft->most = MAX (draft->most, (guint) draft->weight);

  if (legato_job_is_off (job, "P-HOLD") && technique->hold_min_s > 0)
    {
      draft->least = 1;
      draft->most = LEGATO_UNLIMITED;
    }
  draft->most = MAX (draft->most, draft->least);
}

/** legato_job_add: appends a copy of @draft. Returns: (transfer none): it */
LegatoDraft *
legato_job_add (LegatoJob *job, LegatoDrafts *drafts, const LegatoDraft *draft)
{
  LegatoDraft *added = NULL;

  if (drafts->n == LEGATO_MAX_DRAFTS)
    {
      job->overflow = TRUE;
      drafts->n--;
    }
  added = &drafts->items[drafts->n++];
  *added = *draft;
  return added;
}

void
legato_job_remove (LegatoDrafts *drafts, guint index)
{
  g_assert (index < drafts->n);

  drafts->n--;
  memmove (&drafts->items[index], &drafts->items[index + 1],
           (drafts->n - index) * sizeof *drafts->items);
}

/** legato_job_leave_out: notes what is left out and why, once; see #LegatoLeftOut. */
void
legato_job_leave_out (LegatoJob *job,
                      LegatoLeg leg,
                      const LegatoZone *zone,
                      const LegatoTechnique *technique,
                      LegatoWhy why)
{
  for (guint i = 0; i < job->n_left_out; i++)
    {
      const LegatoOmission *noted = &job->left_out[i];

      if (noted->leg == leg && noted->zone == zone && noted->technique == technique)
        return;
    }
  if (job->n_left_out < LEGATO_MAX_LEFT_OUT)
    job->left_out[job->n_left_out++] = (LegatoOmission){ leg, zone, technique, why };
}

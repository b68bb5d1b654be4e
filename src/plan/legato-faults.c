/* legato-faults.c: what becomes of a leg when the planner does not care for a rule (tests alone)
 *
 * Some rules are kept by what the recipes say, not by a line of the planner that could be skipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-builder.h"

static void
remove_phase (LegatoDrafts *drafts, LegatoPhase phase)
{
  for (guint i = drafts->n; i-- > 0;)
    if (drafts->items[i].phase == phase)
      legato_job_remove (drafts, i);
}

/* Works from the hip down. */
static void
reverse_work (LegatoDrafts *drafts)
{
  guint first = 0;
  guint end = drafts->n;

  while (first < end && drafts->items[first].phase != LEGATO_PHASE_WORK)
    first++;
  while (end > first && drafts->items[end - 1].phase != LEGATO_PHASE_WORK)
    end--;
  for (; first + 1 < end; first++, end--)
    {
      LegatoDraft draft = drafts->items[first];

      drafts->items[first] = drafts->items[end - 1];
      drafts->items[end - 1] = draft;
    }
}

/* Settles once before the work begins, so that pressure rises after it has fallen. */
static void
settle_early (LegatoJob *job, LegatoDrafts *drafts)
{
  for (guint i = 0; i < drafts->n; i++)
    if (drafts->items[i].phase == LEGATO_PHASE_WORK)
      {
        drafts->items[i].phase = LEGATO_PHASE_SETTLE;
        return;
      }
}

/* Lets @technique work on @zones in place of what is there. */
static void
work_with (LegatoJob *job, LegatoDraft *draft, const char *technique, LegatoZoneSet zones)
{
  draft->technique = legato_guide_find_technique (job->guide, technique);
  draft->zones |= zones;
  legato_job_set_bounds (job, draft);
}

/** legato_job_spoil_leg: breaks the rule that is switched off, if nothing else has done so. */
void
legato_job_spoil_leg (LegatoJob *job, LegatoLeg leg)
{
  LegatoDrafts *drafts = &job->legs[leg];
  const LegatoZone *shin = legato_guide_find_zone (job->guide, "shin");

  if (legato_job_is_off (job, "P-LIGHT-FIRST"))
    remove_phase (drafts, LEGATO_PHASE_WARM);
  if (legato_job_is_off (job, "P-LIGHT-LAST"))
    remove_phase (drafts, LEGATO_PHASE_SETTLE);
  if (legato_job_is_off (job, "P-ORDER"))
    reverse_work (drafts);
  if (legato_job_is_off (job, "P-RISE-FALL"))
    settle_early (job, drafts);

  for (guint i = 0; i < drafts->n; i++)
    {
      LegatoDraft *draft = &drafts->items[i];

      if (draft->phase != LEGATO_PHASE_WORK || draft->zones == 0)
        continue;
      if (legato_job_is_off (job, "P-BONE") && shin != NULL)
        work_with (job, draft, draft->technique->id, LEGATO_ZONE_BIT (shin));
      if (legato_job_is_off (job, "P-BONE"))
        draft->pressure = LEGATO_PRESSURE_MODERATE;
      if (legato_job_is_off (job, "P-ITB"))
        for (guint rank = 0; draft->zones >> rank != 0; rank++)
          if (((draft->zones >> rank) & 1) && job->zones[rank]->it_band)
            work_with (job, draft, "roller", 0);
    }
}

/* legato-person.h: what a plan is made for: conditions, marked places, how the legs feel today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoCondition: what a person says about themselves (domain.md §6-§7), as bits
 *
 * Ids are those of `legato-cli plan --condition`, in this order.
 */
typedef enum
{
  LEGATO_CONDITION_SWELLING = 1 << 0,           /* mild, known, both legs */
  LEGATO_CONDITION_TIGHT = 1 << 1,              /* tight muscles */
  LEGATO_CONDITION_VEINS = 1 << 2,              /* sensitive or mildly visible veins */
  LEGATO_CONDITION_FRAGILE_SKIN = 1 << 3,       /* thin, fragile or ageing skin */
  LEGATO_CONDITION_PREGNANCY = 1 << 4,          /* needs clearance */
  LEGATO_CONDITION_PREGNANCY_SWELLING = 1 << 5, /* swelling above the knees; needs clearance */
  LEGATO_CONDITION_SPORT_SORENESS = 1 << 6,     /* 24-72 hours after sport */
  LEGATO_CONDITION_LONG_STANDING = 1 << 7,      /* just stood or sat for long */
  LEGATO_CONDITION_NEUROPATHY = 1 << 8,         /* numb places; they are blocked */
  LEGATO_CONDITION_BLOOD_THINNERS = 1 << 9,     /* this and the following need clearance, */
  LEGATO_CONDITION_LOW_PLATELETS = 1 << 10,     /* but for the last */
  LEGATO_CONDITION_OSTEOPOROSIS = 1 << 11,
  LEGATO_CONDITION_CLOT_HISTORY = 1 << 12,
  LEGATO_CONDITION_SURGERY = 1 << 13,
  LEGATO_CONDITION_VASCULAR_DISEASE = 1 << 14,
  LEGATO_CONDITION_SEVERE_VARICOSE = 1 << 15,
  LEGATO_CONDITION_WORSE_AFTER_LAST = 1 << 16, /* 2 points or more, the day after a session */
} LegatoCondition;

#define LEGATO_N_CONDITIONS 17

/** Conditions that forbid any session until a clinician has agreed (R-UNCLEARED). */
#define LEGATO_CONDITIONS_NEED_CLEARANCE                                                           \
  (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING                                \
   | LEGATO_CONDITION_BLOOD_THINNERS | LEGATO_CONDITION_LOW_PLATELETS                              \
   | LEGATO_CONDITION_OSTEOPOROSIS | LEGATO_CONDITION_CLOT_HISTORY | LEGATO_CONDITION_SURGERY      \
   | LEGATO_CONDITION_VASCULAR_DISEASE | LEGATO_CONDITION_SEVERE_VARICOSE)

/** What a session is for, if it is not a routine (`legato-cli plan --goal`). */
typedef enum
{
  LEGATO_GOAL_NONE,
  LEGATO_GOAL_CIRCULATION,
  LEGATO_GOAL_SORENESS,
  LEGATO_GOAL_SWELLING,
  LEGATO_GOAL_TIGHTNESS,
  LEGATO_GOAL_BEFORE_SPORT,
  LEGATO_GOAL_AFTER_SPORT,
  LEGATO_GOAL_EVENING,
  LEGATO_GOAL_DESK_BREAK,
  LEGATO_GOAL_PARTNER,
  LEGATO_N_GOALS,
} LegatoGoal;

/** A set of zones of one leg: bit `1 << zone->rank` for each (LegatoZone.rank is below 32). */
typedef guint32 LegatoZoneSet;

#define LEGATO_ZONE_BIT(zone) (((LegatoZoneSet) 1) << (zone)->rank)

/** Room for the soreness of every zone of a leg, by LegatoZone.rank. */
#define LEGATO_MAX_ZONES 32

/**
 * LegatoPerson: all that a plan depends on besides what is asked for; a plain value
 *
 * One that is all zeros has nothing special. Arrays of two are indexed by #LegatoLeg.
 *
 * @conditions: #LegatoCondition bits
 * @cleared: #LegatoCondition bits that a clinician has agreed to; others than
 *   %LEGATO_CONDITIONS_NEED_CLEARANCE mean nothing
 * @blocked: never touched: wound, rash, infection, inflamed or acutely painful, numb, visible vein,
 *   or marked by the person for their own reasons; strokes that would cross them are shortened or
 *   dropped (P-BLOCK)
 * @agreed: in a cleared pregnancy, what the clinician agreed to; none at all means what domain.md
 *   §6 allows without being told: nothing below the knee
 * @pressed: pressed moderately or worked with a tool yesterday: neither today (domain.md §4)
 * @worse: felt worse by 2 points or more on the day after the last session: rests today (§6)
 * @soreness: today's, 0-10, by LegatoZone.rank; sore zones get more time
 */
typedef struct
{
  guint conditions;
  guint cleared;
  LegatoZoneSet blocked[2];
  LegatoZoneSet agreed[2];
  LegatoZoneSet pressed[2];
  LegatoZoneSet worse[2];
  guint8 soreness[2][LEGATO_MAX_ZONES];
} LegatoPerson;

/* Stable ids, NULL for what there is not; `_from_id` as in legato-guide-types.h. */
const char *legato_condition_to_id (LegatoCondition condition);
gboolean legato_condition_from_id (const char *id, LegatoCondition *value);
const char *legato_goal_to_id (LegatoGoal goal);
gboolean legato_goal_from_id (const char *id, LegatoGoal *value);

/* Short translated names for a person; never NULL. */
const char *legato_condition_get_name (LegatoCondition condition);
const char *legato_goal_get_name (LegatoGoal goal);

G_END_DECLS

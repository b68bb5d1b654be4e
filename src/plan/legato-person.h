/* legato-person.h: what a plan is made for: conditions, marked places, how the legs feel today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoSign: a warning sign (red flag) that forbids every session while it is there, as bits
 *
 * Ids are those of `legato-cli plan --flag` and of the advice that belongs to it
 * (LegatoAdvice.flag), most urgent first (docs/domain.md §7). The last three are what may be felt
 * after a session.
 */
typedef enum
{
  LEGATO_SIGN_BREATHLESS = 1 << 0, /* short of breath, or chest pain: R-BREATH */
  LEGATO_SIGN_COLD = 1 << 1,       /* a leg suddenly cold, pale or numb: R-COLD */
  LEGATO_SIGN_CAUDA = 1 << 2,      /* numb between the legs, bladder, bowel, a weak leg: R-CAUDA */
  LEGATO_SIGN_DVT = 1 << 3,        /* one leg swollen, warm, red or sharply painful: R-DVT */
  LEGATO_SIGN_WEIGHT = 1 << 4,     /* cannot put weight on a leg: R-WEIGHT */
  LEGATO_SIGN_FRACTURE = 1 << 5,   /* a bone may be broken, or has not mended: R-FRACTURE */
  LEGATO_SIGN_INFECTION = 1 << 6,  /* spreading redness, a wound that does not heal: R-INFECTION */
  LEGATO_SIGN_FEVER = 1 << 7,      /* fever with leg pain: R-FEVER */
  LEGATO_SIGN_BRUISE = 1 << 8,     /* bad bruises without a reason: R-BRUISE */
  LEGATO_SIGN_SWELLING = 1 << 9,   /* both legs newly swollen, seen by nobody: R-SWELLING */
  LEGATO_SIGN_SHOOTING = 1 << 10,  /* pain shoots down from back or buttock: R-SHOOTING */
  LEGATO_SIGN_PERSIST = 1 << 11,   /* no better after days of rest and care: R-PERSIST */
  LEGATO_SIGN_WALKING = 1 << 12,   /* pain that comes with walking, goes at rest: R-WALKING */
  LEGATO_SIGN_AFTER_REDNESS = 1 << 13, /* red since the last session: R-AFTER */
  LEGATO_SIGN_AFTER_SWELLING = 1 << 14,
  LEGATO_SIGN_AFTER_PAIN = 1 << 15,
} LegatoSign;

#define LEGATO_N_SIGNS 16

/**
 * LegatoCondition: what a person says about themselves (docs/domain.md §6-§7), as bits
 *
 * Ids are those of `legato-cli plan --condition`, in this order.
 */
typedef enum
{
  LEGATO_CONDITION_SWELLING = 1 << 0,           /* mild, both legs, looked at by a doctor */
  LEGATO_CONDITION_TIGHT = 1 << 1,              /* tight muscles */
  LEGATO_CONDITION_VEINS = 1 << 2,              /* sensitive or mildly visible veins */
  LEGATO_CONDITION_FRAGILE_SKIN = 1 << 3,       /* thin, fragile or ageing skin */
  LEGATO_CONDITION_PREGNANCY = 1 << 4,          /* needs clearance */
  LEGATO_CONDITION_PREGNANCY_SWELLING = 1 << 5, /* pregnant, and swollen; needs clearance */
  LEGATO_CONDITION_SPORT_SORENESS = 1 << 6,     /* 24-72 hours after sport */
  LEGATO_CONDITION_LONG_STANDING = 1 << 7,      /* just stood or sat for long */
  LEGATO_CONDITION_NEUROPATHY = 1 << 8,         /* numb places: LegatoPerson.numb */
  LEGATO_CONDITION_BLOOD_THINNERS = 1 << 9,     /* this and the following need clearance, */
  LEGATO_CONDITION_LOW_PLATELETS = 1 << 10,     /* but for the last three */
  LEGATO_CONDITION_OSTEOPOROSIS = 1 << 11,
  LEGATO_CONDITION_CLOT_HISTORY = 1 << 12,
  LEGATO_CONDITION_SURGERY = 1 << 13, /* operation, implant or fracture in the last three months */
  LEGATO_CONDITION_VASCULAR_DISEASE = 1 << 14, /* narrowed arteries, aneurysm, inflamed vein */
  LEGATO_CONDITION_SEVERE_VARICOSE = 1 << 15,  /* or a leg ulcer */
  LEGATO_CONDITION_HEART = 1 << 16,            /* heart failure */
  LEGATO_CONDITION_KIDNEY_LIVER = 1 << 17,     /* kidney or liver disease with swelling */
  LEGATO_CONDITION_CANCER = 1 << 18,           /* now, or lymph nodes were removed or irradiated */
  LEGATO_CONDITION_LYMPHOEDEMA = 1 << 19, /* diagnosed; a specialist teaches the strokes first */
  LEGATO_CONDITION_PACEMAKER = 1 << 20,   /* or another implanted device */
  LEGATO_CONDITION_JOINT_REPLACEMENT = 1 << 21, /* knee or hip, of any age: LegatoPerson.joints */
  LEGATO_CONDITION_WORSE_AFTER_LAST = 1 << 22,  /* 2 points or more, the day after a session */
} LegatoCondition;

#define LEGATO_N_CONDITIONS 23

/** Conditions that forbid any session until a clinician has agreed (R-UNCLEARED). */
#define LEGATO_CONDITIONS_NEED_CLEARANCE                                                           \
  (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING                                \
   | LEGATO_CONDITION_BLOOD_THINNERS | LEGATO_CONDITION_LOW_PLATELETS                              \
   | LEGATO_CONDITION_OSTEOPOROSIS | LEGATO_CONDITION_CLOT_HISTORY | LEGATO_CONDITION_SURGERY      \
   | LEGATO_CONDITION_VASCULAR_DISEASE | LEGATO_CONDITION_SEVERE_VARICOSE | LEGATO_CONDITION_HEART \
   | LEGATO_CONDITION_KIDNEY_LIVER | LEGATO_CONDITION_CANCER | LEGATO_CONDITION_LYMPHOEDEMA)

/** Of these, those in which only the places are touched that the clinician agreed to. */
#define LEGATO_CONDITIONS_NEED_PLACES                                                              \
  (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING | LEGATO_CONDITION_SURGERY)

/** What may be in LegatoPerson.cleared: for an artificial joint it means that it may be bent. */
#define LEGATO_CONDITIONS_CLEARABLE                                                                \
  (LEGATO_CONDITIONS_NEED_CLEARANCE | LEGATO_CONDITION_JOINT_REPLACEMENT)

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

#define LEGATO_TYPE_GOAL (legato_goal_get_type ())
GType legato_goal_get_type (void);

/** A set of zones of one leg: bit `1 << zone->rank` for each (LegatoZone.rank is below 32). */
typedef guint32 LegatoZoneSet;

#define LEGATO_ZONE_BIT(zone) (((LegatoZoneSet) 1) << (zone)->rank)

/** A place less sore than the first gets a little more time; from there on only glides, circles and
 * lymph strokes; from the second on it is left out [S0 S2 S4, D]. */
#define LEGATO_SORE_GENTLE 5
#define LEGATO_SORE_OUT 8

/** Room for the soreness of every zone of a leg, by LegatoZone.rank. */
#define LEGATO_MAX_ZONES 32

/**
 * LegatoPerson: all that a plan depends on besides what is asked for; a plain value
 *
 * One that is all zeros has nothing special. Arrays of two are indexed by #LegatoLeg.
 * legato_person_recall() fills what follows from the past days: @stopped, @tender, @pressed and
 * @soreness. In a partner session it is the person who is massaged.
 *
 * @signs: #LegatoSign bits: those that are there today, and those of earlier days that nobody has
 *   answered since; "I don't know" counts as yes. With any of them there is no session
 * @conditions: #LegatoCondition bits
 * @cleared: #LegatoCondition bits of %LEGATO_CONDITIONS_CLEARABLE that a clinician has agreed to. A
 *   bit that is not in @conditions counts as there as well
 * @blocked: never touched, crossed or loaded by a stretch: wound, rash, infection, inflamed or
 *   acutely painful, visible vein, or marked by the person for their own reasons (P-BLOCK)
 * @numb: places without feeling; blocked as well. With %LEGATO_CONDITION_NEUROPATHY and none named
 *   on either leg, both feet are taken to be numb
 * @joints: #LegatoJoint bits of the leg. With %LEGATO_CONDITION_JOINT_REPLACEMENT and none named on
 *   either leg, each of the four is taken to be artificial
 * @agreed: with a condition of %LEGATO_CONDITIONS_NEED_PLACES, the only places that may be touched;
 *   none named on either leg: no session. They narrow what else is allowed and never widen it
 * @stopped: stopped by "Stop, it hurts" within the last two days: left out
 * @tender: stopped before that, and not massaged since: light at most
 * @pressed: pressed moderately or worked with a tool today or yesterday: neither today (P-REST)
 * @worse: felt worse by 2 points or more on the day after the last session: rests today
 * @tight: with %LEGATO_CONDITION_TIGHT, the places that are kneaded for longer; none named on
 * either leg: all
 * @soreness: the latest rating of the last 24 hours, 0-10, by LegatoZone.rank; 0 if there is none.
 *   1-4: a little more time; 5-7: only light glides, circles and lymph strokes; 8-10: left out
 */
typedef struct
{
  guint signs;
  guint conditions;
  guint cleared;
  LegatoZoneSet blocked[2];
  LegatoZoneSet numb[2];
  guint joints[2];
  LegatoZoneSet agreed[2];
  LegatoZoneSet stopped[2];
  LegatoZoneSet tender[2];
  LegatoZoneSet pressed[2];
  LegatoZoneSet worse[2];
  LegatoZoneSet tight[2];
  guint8 soreness[2][LEGATO_MAX_ZONES];
} LegatoPerson;

guint legato_person_get_conditions (const LegatoPerson *self);
gboolean legato_person_is_without_places (const LegatoPerson *self);
guint legato_person_get_needs (const LegatoPerson *self);
guint legato_person_get_joints (const LegatoPerson *self, LegatoLeg leg);
LegatoZoneSet legato_person_get_tight (const LegatoPerson *self, LegatoLeg leg);

/* Stable ids, NULL for what there is not; `_from_id` as in legato-guide-types.h. */
gboolean legato_sign_from_id (const char *id, LegatoSign *value);
const char *legato_condition_to_id (LegatoCondition condition);
gboolean legato_condition_from_id (const char *id, LegatoCondition *value);
const char *legato_goal_to_id (LegatoGoal goal);
gboolean legato_goal_from_id (const char *id, LegatoGoal *value);

/* A short translated name for a person; never NULL. */
const char *legato_condition_get_name (LegatoCondition condition);

G_END_DECLS

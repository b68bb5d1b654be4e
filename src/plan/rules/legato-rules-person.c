/* legato-rules-person.c: the rules that hold for what a person has told about themselves
 *
 * They read the person anew and share nothing with the planner, whose mistakes they are to find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-rules.h"
#include "legato-zone-set.h"

/* At or beside a joint, by the zones' ids. */
static const char *const at_knee[] = { "shin",       "calf",       "popliteal",   "knee",
                                       "hamstrings", "quadriceps", "outer-thigh", NULL };
static const char *const at_hip[] = { "hamstrings", "quadriceps", "adductors",  "outer-thigh",
                                      "tfl",        "gluteus",    "piriformis", NULL };

/* The strokes that are allowed with a condition that a clinician has cleared. */
static gboolean
is_softest_stroke (const LegatoStep *step)
{
  return legato_step_has_stroke (step, LEGATO_STROKE_GLIDE)
         || legato_step_has_stroke (step, LEGATO_STROKE_LYMPH);
}

/* The strokes that a sore place bears. */
static gboolean
is_soft_stroke (const LegatoStep *step)
{
  return is_softest_stroke (step) || legato_step_has_stroke (step, LEGATO_STROKE_CIRCLE);
}

/* The strokes that thin skin does not bear. */
static gboolean
is_rough_stroke (const LegatoStep *step)
{
  return legato_step_has_stroke (step, LEGATO_STROKE_TAP)
         || legato_step_has_stroke (step, LEGATO_STROKE_FRICTION);
}

/* Defines a rule: if the person has one of @conditions, @holds is true of each step. */
#define LEGATO_DEFINE_CONDITION_RULE(name, conditions, holds)                                      \
  gboolean legato_rule_##name (LegatoPlan *plan, const LegatoRequest *request, int *bad)           \
  {                                                                                                \
    return !legato_request_has (request, conditions)                                               \
           || legato_rule_holds_for_each (plan, request, bad, holds);                              \
  }

/* Defines a rule: if anything is known of the person, @holds is true of each step. */
#define LEGATO_DEFINE_PERSON_RULE(name, holds)                                                     \
  gboolean legato_rule_##name (LegatoPlan *plan, const LegatoRequest *request, int *bad)           \
  {                                                                                                \
    return request->person == NULL || legato_rule_holds_for_each (plan, request, bad, holds);      \
  }

static gboolean
is_light (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return !legato_step_is_massage (step) || step->pressure <= LEGATO_PRESSURE_LIGHT;
}

/* Whether a stroke that touches @zones passes @crossed: some of them lie below it and some above,
 * seen from the same side. */
static gboolean
crosses (const LegatoStep *step, const LegatoZone *crossed)
{
  for (guint below = 0; below < step->zones->len; below++)
    {
      const LegatoZone *low = g_ptr_array_index (step->zones, below);

      for (guint above = 0; above < step->zones->len; above++)
        {
          const LegatoZone *high = g_ptr_array_index (step->zones, above);

          if (low->rank < crossed->rank && crossed->rank < high->rank
              && (low->views & high->views & crossed->views) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether @step is an exercise that loads any of @places, which are one set for each leg. */
static gboolean
loads (const LegatoStep *step, const LegatoZoneSet places[2])
{
  LegatoZoneSet loaded = legato_zone_set_of (step->technique->loads);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if ((step->leg == LEGATO_LEG_BOTH || (int) step->leg == leg) && (places[leg] & loaded))
      return TRUE;
  return FALSE;
}

/* Whether @step neither loads nor touches what is marked, nor crosses it. */
static gboolean
spares_marked (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  GPtrArray *zones = legato_guide_get_zones (legato_plan_get_guide (plan));
  const LegatoPerson *person = request->person;
  LegatoZoneSet touched = legato_step_get_zone_set (step);
  LegatoZoneSet marked = 0;

  if (loads (step, person->blocked) || loads (step, person->numb))
    return FALSE;
  if (!legato_step_is_massage (step))
    return TRUE;
  marked = person->blocked[step->leg] | person->numb[step->leg];
  if (g_strcmp0 (step->technique->tool, "sleeve") == 0)
    touched = legato_zone_set_cover (zones, touched);
  if (touched & marked)
    return FALSE;
  for (guint z = 0; z < zones->len && step->zones->len > 1; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      if ((marked & LEGATO_ZONE_BIT (zone)) && crosses (step, zone))
        return FALSE;
    }
  return TRUE;
}

gboolean
legato_rule_block (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return request->person == NULL || legato_rule_holds_for_each (plan, request, bad, spares_marked);
}

static gboolean
is_drained (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (!legato_step_is_massage (step))
    return TRUE;
  if (step->pressure > LEGATO_PRESSURE_LIGHT)
    return FALSE;
  return step->phase != LEGATO_PHASE_WORK || legato_step_has_stroke (step, LEGATO_STROKE_LYMPH);
}

LEGATO_DEFINE_CONDITION_RULE (swelling, LEGATO_CONDITION_SWELLING, is_drained)

static gboolean
has_reason (const LegatoStep *step, const char *id)
{
  for (guint i = 0; i < step->reasons->len; i++)
    if (g_str_equal (((const LegatoReason *) g_ptr_array_index (step->reasons, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Where it was said which places are tight, only those are kneaded for longer. */
static gboolean
is_kneaded_more (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const LegatoZoneSet *tight = request->person->tight;
  gboolean said = (tight[LEGATO_LEG_LEFT] | tight[LEGATO_LEG_RIGHT]) != 0;

  if (step->phase != LEGATO_PHASE_WORK || step->leg == LEGATO_LEG_BOTH
      || !legato_step_has_stroke (step, LEGATO_STROKE_SQUEEZE))
    return TRUE;
  return has_reason (step, "tight")
         || (said && (legato_step_get_zone_set (step) & tight[step->leg]) == 0);
}

LEGATO_DEFINE_CONDITION_RULE (tight, LEGATO_CONDITION_TIGHT, is_kneaded_more)

LEGATO_DEFINE_CONDITION_RULE (veins, LEGATO_CONDITION_VEINS, is_light)

/* Fragile skin is pressed more lightly than a zone would bear; a feather's touch is light enough.
 */
static gboolean
spares_skin (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (!legato_step_is_massage (step))
    return TRUE;
  if (step->technique->tool != NULL && !g_str_equal (step->technique->tool, "sleeve"))
    return FALSE;
  if (is_rough_stroke (step))
    return FALSE;
  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (step->zones, i);

      if (step->pressure > LEGATO_PRESSURE_FEATHER && step->pressure >= zone->max_pressure)
        return FALSE;
    }
  return TRUE;
}

LEGATO_DEFINE_CONDITION_RULE (fragile_skin, LEGATO_CONDITION_FRAGILE_SKIN, spares_skin)

static LegatoZoneSet
get_touched (const LegatoStep *step)
{
  return step->leg != LEGATO_LEG_BOTH ? legato_step_get_zone_set (step) : 0;
}

static gboolean
is_agreed (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  LegatoZoneSet touched = get_touched (step);
  const LegatoZoneSet others[] = {
    ~legato_request_get_agreed (plan, request, LEGATO_LEG_LEFT),
    ~legato_request_get_agreed (plan, request, LEGATO_LEG_RIGHT),
  };

  if (loads (step, others))
    return FALSE;
  return touched == 0 || (is_light (plan, request, step) && (touched & others[step->leg]) == 0);
}

static gboolean
is_agreed_off_the_back (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return is_agreed (plan, request, step)
         && (step->technique->position == NULL || !step->technique->position->on_back);
}

LEGATO_DEFINE_CONDITION_RULE (pregnancy, LEGATO_CONDITION_PREGNANCY, is_agreed_off_the_back)

static gboolean
is_agreed_lymph (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return is_agreed_off_the_back (plan, request, step) && is_drained (plan, request, step);
}

LEGATO_DEFINE_CONDITION_RULE (pregnancy_swelling,
                              LEGATO_CONDITION_PREGNANCY_SWELLING,
                              is_agreed_lymph)

LEGATO_DEFINE_CONDITION_RULE (surgery, LEGATO_CONDITION_SURGERY, is_agreed)

static gboolean
spares_sorest (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const guint8 *soreness = NULL;
  guint8 most = 1;

  if (step->pressure <= LEGATO_PRESSURE_LIGHT || step->leg == LEGATO_LEG_BOTH)
    return TRUE;
  soreness = request->person->soreness[step->leg];
  for (guint rank = 0; rank < LEGATO_MAX_ZONES; rank++)
    most = MAX (most, soreness[rank]);
  for (guint i = 0; i < step->zones->len; i++)
    if (soreness[((const LegatoZone *) g_ptr_array_index (step->zones, i))->rank] == most)
      return FALSE;
  return TRUE;
}

LEGATO_DEFINE_CONDITION_RULE (sport_soreness, LEGATO_CONDITION_SPORT_SORENESS, spares_sorest)

gboolean
legato_rule_long_standing (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return !legato_request_has (request, LEGATO_CONDITION_LONG_STANDING) || request->minutes != 0
         || (request->routine != NULL && request->routine->own)
         || legato_plan_get_massage_seconds (plan) <= LEGATO_PLAN_SHORT_MINUTES * 60;
}

static gboolean
is_light_by_hand (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return is_light (plan, request, step) && step->technique->tool == NULL
         && (get_touched (step) == 0
             || (get_touched (step) & legato_request_get_numb (plan, request, step->leg)) == 0);
}

LEGATO_DEFINE_CONDITION_RULE (neuropathy, LEGATO_CONDITION_NEUROPATHY, is_light_by_hand)

static gboolean
spares_device (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return g_strcmp0 (step->technique->tool, "gun") != 0
         && g_strcmp0 (step->technique->tool, "sleeve") != 0;
}

LEGATO_DEFINE_CONDITION_RULE (pacemaker, LEGATO_CONDITION_PACEMAKER, spares_device)

static gboolean
spares_joint (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  guint joints = 0;
  LegatoZoneSet touched = get_touched (step);

  if (step->technique->bends != 0
      && !(request->person->cleared & LEGATO_CONDITION_JOINT_REPLACEMENT))
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      if ((step->leg == LEGATO_LEG_BOTH || (int) step->leg == leg)
          && (step->technique->bends & legato_person_get_joints (request->person, leg)))
        return FALSE;
  if (touched == 0 || step->technique->tool == NULL)
    return TRUE;
  joints = legato_person_get_joints (request->person, step->leg);
  if (joints != 0 && g_str_equal (step->technique->tool, "sleeve"))
    return FALSE;
  return !((joints & LEGATO_JOINT_KNEE) && (touched & legato_plan_get_zone_set (plan, at_knee)))
         && !((joints & LEGATO_JOINT_HIP) && (touched & legato_plan_get_zone_set (plan, at_hip)));
}

LEGATO_DEFINE_CONDITION_RULE (joint_replacement, LEGATO_CONDITION_JOINT_REPLACEMENT, spares_joint)

static gboolean
spares_stopped (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  LegatoZoneSet touched = get_touched (step);

  if (loads (step, request->person->stopped))
    return FALSE;
  if (touched == 0)
    return TRUE;
  if (touched & request->person->stopped[step->leg])
    return FALSE;
  return (touched & request->person->tender[step->leg]) == 0
         || (step->pressure <= LEGATO_PRESSURE_LIGHT && step->technique->tool == NULL);
}

LEGATO_DEFINE_PERSON_RULE (stopped, spares_stopped)

static gboolean
lets_worse_rest (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (loads (step, request->person->worse))
    return FALSE;
  return is_light (plan, request, step)
         && (step->leg == LEGATO_LEG_BOTH
             || (legato_step_get_zone_set (step) & request->person->worse[step->leg]) == 0);
}

gboolean
legato_rule_worse_after_last (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  gboolean worse =
      request->person != NULL && (request->person->worse[0] | request->person->worse[1]) != 0;

  return (!worse && !legato_request_has (request, LEGATO_CONDITION_WORSE_AFTER_LAST))
         || legato_rule_holds_for_each (plan, request, bad, lets_worse_rest);
}

static gboolean
is_softest (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  return !legato_step_is_massage (step)
         || (is_light (plan, request, step) && is_softest_stroke (step));
}

LEGATO_DEFINE_CONDITION_RULE (cleared, LEGATO_CONDITIONS_NEED_CLEARANCE, is_softest)

static gboolean
spares_pressed (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (step->leg == LEGATO_LEG_BOTH
      || (legato_step_get_zone_set (step) & request->person->pressed[step->leg]) == 0)
    return TRUE;
  return step->pressure <= LEGATO_PRESSURE_LIGHT && step->technique->tool == NULL;
}

LEGATO_DEFINE_PERSON_RULE (rest, spares_pressed)

/* The places of @leg that are left out because they are very sore. */
static LegatoZoneSet
get_sorest (const LegatoPerson *person, LegatoLeg leg)
{
  LegatoZoneSet sorest = 0;

  for (guint rank = 0; rank < LEGATO_MAX_ZONES; rank++)
    if (person->soreness[leg][rank] >= LEGATO_SORE_OUT)
      sorest |= ((LegatoZoneSet) 1) << rank;
  return sorest;
}

/* The sorest are left out and not stretched, sore ones are touched softly, and work on those that
 * are a little sore says that it gets more time. */
static gboolean
minds_soreness (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const LegatoZoneSet sorest_places[] = {
    get_sorest (request->person, LEGATO_LEG_LEFT),
    get_sorest (request->person, LEGATO_LEG_RIGHT),
  };
  guint8 sorest = 0;
  gboolean little = FALSE;

  if (loads (step, sorest_places))
    return FALSE;
  if (step->leg == LEGATO_LEG_BOTH)
    return TRUE;
  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (step->zones, i);
      guint8 soreness = request->person->soreness[step->leg][zone->rank];

      sorest = MAX (sorest, soreness);
      little |= soreness > 0 && soreness < LEGATO_SORE_GENTLE;
    }
  if (sorest >= LEGATO_SORE_OUT)
    return FALSE;
  if (sorest >= LEGATO_SORE_GENTLE
      && (step->pressure > LEGATO_PRESSURE_LIGHT || !is_soft_stroke (step)))
    return FALSE;
  return step->phase != LEGATO_PHASE_WORK || !little || has_reason (step, "soreness");
}

LEGATO_DEFINE_PERSON_RULE (soreness, minds_soreness)

/* A warning sign forbids any plan while it is there. */
static gboolean
is_free_of (const LegatoRequest *request, guint signs)
{
  return request->person == NULL || (request->person->signs & signs) == 0;
}

#define LEGATO_DEFINE_SIGN_RULE(name, signs)                                                       \
  gboolean legato_rule_##name (LegatoPlan *plan, const LegatoRequest *request, int *bad)           \
  {                                                                                                \
    return is_free_of (request, signs);                                                            \
  }

LEGATO_DEFINE_SIGN_RULE (breath, LEGATO_SIGN_BREATHLESS)
LEGATO_DEFINE_SIGN_RULE (cold, LEGATO_SIGN_COLD)
LEGATO_DEFINE_SIGN_RULE (cauda, LEGATO_SIGN_CAUDA)
LEGATO_DEFINE_SIGN_RULE (dvt, LEGATO_SIGN_DVT)
LEGATO_DEFINE_SIGN_RULE (weight, LEGATO_SIGN_WEIGHT)
LEGATO_DEFINE_SIGN_RULE (fracture, LEGATO_SIGN_FRACTURE)
LEGATO_DEFINE_SIGN_RULE (infection, LEGATO_SIGN_INFECTION)
LEGATO_DEFINE_SIGN_RULE (fever, LEGATO_SIGN_FEVER)
LEGATO_DEFINE_SIGN_RULE (bruise, LEGATO_SIGN_BRUISE)
LEGATO_DEFINE_SIGN_RULE (swelling_sign, LEGATO_SIGN_SWELLING)
LEGATO_DEFINE_SIGN_RULE (shooting, LEGATO_SIGN_SHOOTING)
LEGATO_DEFINE_SIGN_RULE (persist, LEGATO_SIGN_PERSIST)
LEGATO_DEFINE_SIGN_RULE (walking, LEGATO_SIGN_WALKING)
LEGATO_DEFINE_SIGN_RULE (after,
                         LEGATO_SIGN_AFTER_REDNESS | LEGATO_SIGN_AFTER_SWELLING
                             | LEGATO_SIGN_AFTER_PAIN)

gboolean
legato_rule_uncleared (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  const LegatoPerson *person = request->person;

  return person == NULL
         || (person->conditions & ~person->cleared & LEGATO_CONDITIONS_NEED_CLEARANCE) == 0;
}

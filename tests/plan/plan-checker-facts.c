/* plan-checker-facts.c: what the domain says of zones, techniques and exercises, once more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-checker-private.h"

/* From distal to proximal, as a hand meets them; and the firmest that each allows. */
const ZoneFact plan_zones[N_ZONES] = {
  [FOOT] = { "foot", LEGATO_PRESSURE_MODERATE },
  [ANKLE] = { "ankle", LEGATO_PRESSURE_LIGHT },
  [SOLEUS] = { "soleus", LEGATO_PRESSURE_MODERATE },
  [SHIN] = { "shin", LEGATO_PRESSURE_LIGHT },
  [CALF] = { "calf", LEGATO_PRESSURE_MODERATE },
  [POPLITEAL] = { "popliteal", LEGATO_PRESSURE_FEATHER },
  [KNEE] = { "knee", LEGATO_PRESSURE_LIGHT },
  [HAMSTRINGS] = { "hamstrings", LEGATO_PRESSURE_MODERATE },
  [QUADRICEPS] = { "quadriceps", LEGATO_PRESSURE_MODERATE },
  [ADDUCTORS] = { "adductors", LEGATO_PRESSURE_LIGHT },
  [OUTER_THIGH] = { "outer-thigh", LEGATO_PRESSURE_MODERATE },
  [TFL] = { "tfl", LEGATO_PRESSURE_MODERATE },
  [GLUTEUS] = { "gluteus", LEGATO_PRESSURE_MODERATE },
  [PIRIFORMIS] = { "piriformis", LEGATO_PRESSURE_MODERATE },
};

/* Four ways up the leg. A stroke goes along them, and on each it passes what lies between. */
const Way plan_ways[N_WAYS] = {
  { 7, { FOOT, ANKLE, SOLEUS, CALF, POPLITEAL, HAMSTRINGS, GLUTEUS } },
  { 5, { FOOT, SHIN, KNEE, QUADRICEPS, TFL } },
  { 4, { ANKLE, SOLEUS, CALF, ADDUCTORS } },
  { 3, { OUTER_THIGH, TFL, GLUTEUS } },
};

const TechniqueFact plan_techniques[N_TECHNIQUES] = {
  [EFFLEURAGE] = { "effleurage", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE, ALL },
  [PETRISSAGE] = { "petrissage", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
                   BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS)
                       | BIT (OUTER_THIGH) },
  [THUMB_CIRCLES] = { "thumb-circles", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                      BIT (CALF) | BIT (SOLEUS) | BIT (FOOT) | BIT (SHIN) },
  [PALM_COMPRESSION] = { "palm-compression", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
                         BIT (QUADRICEPS) | BIT (HAMSTRINGS) },
  [TRIGGER_POINT] = { "trigger-point", NULL, LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_MODERATE,
                      BIT (FOOT) | BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS)
                          | BIT (TFL) | BIT (GLUTEUS),
                      10, 30 },
  [TAPOTEMENT] = { "tapotement", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
                   BIT (CALF) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (OUTER_THIGH) },
  [LYMPH_STROKES] = { "lymph-strokes", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
                      ALL & ~BIT (PIRIFORMIS) },
  [MYOFASCIAL_GLIDE] = { "myofascial-glide", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                         BIT (OUTER_THIGH) | BIT (QUADRICEPS) | BIT (HAMSTRINGS) | BIT (CALF) },
  [CROSS_FRICTION] = { "cross-friction", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                       BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) },
  [ROLLER] = { "roller", "roller", LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
               BIT (QUADRICEPS) | BIT (HAMSTRINGS) | BIT (CALF) | BIT (GLUTEUS), 0, 0, 90 },
  [BALL] = { "ball", "ball", LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_MODERATE,
             BIT (FOOT) | BIT (GLUTEUS) | BIT (PIRIFORMIS) | BIT (TFL), 30, 60 },
  [STICK] = { "massage-stick", "stick", LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
              FLESHY & ~BIT (OUTER_THIGH) },
  [GUN] = { "massage-gun", "gun", LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
            FLESHY & ~BIT (OUTER_THIGH), 0, 0, 30 },
  [SLEEVE] = { "compression-sleeve", "sleeve", LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_LIGHT, ALL, 600,
               1800 },
};

/* Exercises: what they load, which joints they bend, whether one lies on the back. */
const ExerciseFact plan_exercises[N_EXERCISES] = {
  { "hip-bend", BIT (HAMSTRINGS) | BIT (GLUTEUS) | BIT (PIRIFORMIS),
    LEGATO_JOINT_KNEE | LEGATO_JOINT_HIP, TRUE },
  { "hamstring-stretch", BIT (CALF) | BIT (POPLITEAL) | BIT (HAMSTRINGS), LEGATO_JOINT_HIP, FALSE },
  { "ankle-circles", BIT (ANKLE) | BIT (SOLEUS) | BIT (SHIN) | BIT (CALF), 0, FALSE },
  { "toe-bends", BIT (FOOT) | BIT (SHIN), 0, FALSE },
  { "legs-raised", 0, 0, TRUE },
};

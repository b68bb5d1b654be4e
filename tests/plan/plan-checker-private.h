/* plan-checker-private.h: what the files of the checker share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan-checker.h"

G_BEGIN_DECLS

typedef enum
{
  FOOT,
  ANKLE,
  SOLEUS,
  SHIN,
  CALF,
  POPLITEAL,
  KNEE,
  HAMSTRINGS,
  QUADRICEPS,
  ADDUCTORS,
  OUTER_THIGH,
  TFL,
  GLUTEUS,
  PIRIFORMIS,
  N_ZONES,
} Zone;

typedef enum
{
  EFFLEURAGE,
  PETRISSAGE,
  THUMB_CIRCLES,
  PALM_COMPRESSION,
  TRIGGER_POINT,
  TAPOTEMENT,
  LYMPH_STROKES,
  MYOFASCIAL_GLIDE,
  CROSS_FRICTION,
  ROLLER,
  BALL,
  STICK,
  GUN,
  SLEEVE,
  N_TECHNIQUES,
} Technique;

#define BIT(zone) (1u << (zone))
#define ALL (BIT (N_ZONES) - 1)
#define LOWER_LEG (BIT (FOOT) | BIT (ANKLE) | BIT (SOLEUS) | BIT (SHIN) | BIT (CALF))
#define FLESHY                                                                                     \
  (BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (OUTER_THIGH)             \
   | BIT (GLUTEUS))
#define HIP (BIT (TFL) | BIT (GLUTEUS) | BIT (PIRIFORMIS))
#define AT_KNEE                                                                                    \
  (BIT (SHIN) | BIT (CALF) | BIT (POPLITEAL) | BIT (KNEE) | BIT (HAMSTRINGS) | BIT (QUADRICEPS)    \
   | BIT (OUTER_THIGH))
/* What a sleeve covers beside the zones that it is for. */
#define UNDER_SLEEVE (BIT (POPLITEAL) | BIT (OUTER_THIGH))
#define AT_HIP (BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (ADDUCTORS) | BIT (OUTER_THIGH) | HIP)
#define BONY (BIT (SHIN) | BIT (KNEE) | BIT (ANKLE))

/** What the domain says of a zone: the firmest that it allows. */
typedef struct
{
  const char *id;
  LegatoPressure most;
} ZoneFact;

/** A way up the leg: a stroke that goes along it passes what lies between. */
typedef struct
{
  guint n;
  Zone zones[7];
} Way;

/** What the domain says of a technique. */
typedef struct
{
  const char *id;
  const char *tool;
  LegatoTravel travel;
  LegatoPressure most;
  guint zones;
  guint hold_least_s;
  guint hold_most_s;
  guint zone_most_s; /* for all its steps on one zone together */
} TechniqueFact;

/** An exercise: what it loads, which joints it bends, whether one lies on the back. */
typedef struct
{
  const char *id;
  guint loads;
  guint bends;
  gboolean on_back;
} ExerciseFact;

#define N_WAYS 4
#define N_EXERCISES 5

extern const ZoneFact plan_zones[N_ZONES];
extern const Way plan_ways[N_WAYS];
extern const TechniqueFact plan_techniques[N_TECHNIQUES];
extern const ExerciseFact plan_exercises[N_EXERCISES];

struct _PlanChecker
{
  Zone zone_of_rank[LEGATO_MAX_ZONES];
  const LegatoTechnique *technique[N_TECHNIQUES];
  const LegatoTechnique *breathing;
};

/* One step, in the checker's own words. */
typedef struct
{
  const LegatoStep *step;
  int technique; /* -1: an exercise */
  guint zones;
  Zone lowest;
  Zone highest;
} Act;

typedef struct
{
  PlanChecker *checker;
  LegatoPlan *plan;
  const LegatoRequest *request;
  LegatoPerson person;
  guint conditions; /* with those that are said to be cleared */
  guint blocked[2]; /* marked, or numb */
  guint agreed[2];
  guint stopped[2];
  guint tender[2];
  guint pressed[2];
  guint worse[2];
  guint tight[2];
  guint very_sore[2];
  guint sore[2];
  guint8 soreness[2][N_ZONES];
  gboolean numb_named;
  gboolean drains; /* begins at the thigh, with lymph strokes */
  guint n_acts;
  Act acts[512];
  PlanBreach *breaches;
  guint room;
  guint found;
} Case;

void plan_case_breach (Case *c, const char *rule, int step, const char *what);
gboolean plan_act_closes (Case *c, guint index);
gboolean plan_act_is_massage (const Act *act);
guint plan_case_get_agreed (Case *c, int leg);

/* plan-checker-person.c */
void plan_case_check_exercises (Case *c);
void plan_case_check_person (Case *c);

G_END_DECLS

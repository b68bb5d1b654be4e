/* legato-guide-types.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-guide-types.h"

typedef struct
{
  int value;
  const char *id;
} Id;

static const Id legs[] = {
  { LEGATO_LEG_LEFT, "left" },
  { LEGATO_LEG_RIGHT, "right" },
  { LEGATO_LEG_BOTH, "both" },
};

static const Id views[] = {
  { LEGATO_VIEW_FRONT, "front" },
  { LEGATO_VIEW_BACK, "back" },
  { LEGATO_VIEW_OUTER, "outer" },
  { LEGATO_VIEW_INNER, "inner" },
};

static const Id pressures[] = {
  { LEGATO_PRESSURE_FEATHER, "feather" },
  { LEGATO_PRESSURE_LIGHT, "light" },
  { LEGATO_PRESSURE_MODERATE, "moderate" },
};

static const Id travels[] = {
  { LEGATO_TRAVEL_PROXIMAL, "proximal" },
  { LEGATO_TRAVEL_LOCAL, "local" },
  { LEGATO_TRAVEL_HOLD, "hold" },
  { LEGATO_TRAVEL_NONE, "none" },
};

static const Id phases[] = {
  { LEGATO_PHASE_WARM, "warm" },       { LEGATO_PHASE_WORK, "work" },
  { LEGATO_PHASE_SETTLE, "settle" },   { LEGATO_PHASE_REST, "rest" },
  { LEGATO_PHASE_STRETCH, "stretch" },
};

static const Id urgencies[] = {
  { LEGATO_URGENCY_SOON, "soon" },
  { LEGATO_URGENCY_TODAY, "today" },
  { LEGATO_URGENCY_NOW, "now" },
  { LEGATO_URGENCY_EMERGENCY, "emergency" },
};

static const char *
to_id (const Id *ids, gsize n_ids, int value)
{
  for (gsize i = 0; i < n_ids; i++)
    if (ids[i].value == value)
      return ids[i].id;
  g_return_val_if_reached ("");
}

static gboolean
from_id (const Id *ids, gsize n_ids, const char *id, int *value)
{
  for (gsize i = 0; id != NULL && i < n_ids; i++)
    {
      if (g_str_equal (ids[i].id, id))
        {
          *value = ids[i].value;
          return TRUE;
        }
    }
  return FALSE;
}

/* One pair of functions for each table; the enumerations differ, the look-up does not. */
#define DEFINE_ID_FUNCTIONS(name, Type, table)                                                     \
  const char *legato_##name##_to_id (Type value)                                                   \
  {                                                                                                \
    return to_id (table, G_N_ELEMENTS (table), (int) value);                                       \
  }                                                                                                \
  gboolean legato_##name##_from_id (const char *id, Type *value)                                   \
  {                                                                                                \
    int found = 0;                                                                                 \
    if (!from_id (table, G_N_ELEMENTS (table), id, &found))                                        \
      return FALSE;                                                                                \
    *value = (Type) found;                                                                         \
    return TRUE;                                                                                   \
  }

DEFINE_ID_FUNCTIONS (leg, LegatoLeg, legs)
DEFINE_ID_FUNCTIONS (view, LegatoView, views)
DEFINE_ID_FUNCTIONS (pressure, LegatoPressure, pressures)
DEFINE_ID_FUNCTIONS (travel, LegatoTravel, travels)
DEFINE_ID_FUNCTIONS (phase, LegatoPhase, phases)
DEFINE_ID_FUNCTIONS (urgency, LegatoUrgency, urgencies)

const char *
legato_leg_get_name (LegatoLeg leg)
{
  switch (leg)
    {
    case LEGATO_LEG_LEFT:
      return _ ("Left leg");
    case LEGATO_LEG_RIGHT:
      return _ ("Right leg");
    case LEGATO_LEG_BOTH:
      return _ ("Both legs");
    }
  g_return_val_if_reached ("");
}

const char *
legato_pressure_get_name (LegatoPressure pressure)
{
  switch (pressure)
    {
    case LEGATO_PRESSURE_FEATHER:
      return _ ("Feather-light");
    case LEGATO_PRESSURE_LIGHT:
      return _ ("Light");
    case LEGATO_PRESSURE_MODERATE:
      return _ ("Moderate");
    }
  g_return_val_if_reached ("");
}

const char *
legato_pressure_get_words (LegatoPressure pressure)
{
  switch (pressure)
    {
    case LEGATO_PRESSURE_FEATHER:
      return _ ("Feather-light: only the skin moves.");
    case LEGATO_PRESSURE_LIGHT:
      return _ ("Light: you feel the muscle under your hand.");
    case LEGATO_PRESSURE_MODERATE:
      return _ ("Moderate: the muscle gives, and it never hurts.");
    }
  g_return_val_if_reached ("");
}

const char *
legato_phase_get_name (LegatoPhase phase)
{
  switch (phase)
    {
    case LEGATO_PHASE_WARM:
      return _ ("Warm up");
    case LEGATO_PHASE_WORK:
      return _ ("Work");
    case LEGATO_PHASE_SETTLE:
      return _ ("Settle");
    case LEGATO_PHASE_REST:
      return _ ("Rest");
    case LEGATO_PHASE_STRETCH:
      return _ ("Stretch");
    }
  g_return_val_if_reached ("");
}

/* legato-guide-types.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-guide-types.h"

/* Each enumeration's ids are the nicknames of its values. */
#define VALUE(name, id) G_DEFINE_ENUM_VALUE (LEGATO_##name, id)

G_DEFINE_ENUM_TYPE (LegatoLeg,
                    legato_leg,
                    VALUE (LEG_LEFT, "left"),
                    VALUE (LEG_RIGHT, "right"),
                    VALUE (LEG_BOTH, "both"))

G_DEFINE_FLAGS_TYPE (LegatoView,
                     legato_view,
                     VALUE (VIEW_FRONT, "front"),
                     VALUE (VIEW_BACK, "back"),
                     VALUE (VIEW_OUTER, "outer"),
                     VALUE (VIEW_INNER, "inner"))

G_DEFINE_ENUM_TYPE (LegatoPressure,
                    legato_pressure,
                    VALUE (PRESSURE_FEATHER, "feather"),
                    VALUE (PRESSURE_LIGHT, "light"),
                    VALUE (PRESSURE_MODERATE, "moderate"))

G_DEFINE_ENUM_TYPE (LegatoTravel,
                    legato_travel,
                    VALUE (TRAVEL_PROXIMAL, "proximal"),
                    VALUE (TRAVEL_LOCAL, "local"),
                    VALUE (TRAVEL_HOLD, "hold"),
                    VALUE (TRAVEL_NONE, "none"))

G_DEFINE_ENUM_TYPE (LegatoStroke,
                    legato_stroke,
                    VALUE (STROKE_GLIDE, "glide"),
                    VALUE (STROKE_SQUEEZE, "squeeze"),
                    VALUE (STROKE_CIRCLE, "circle"),
                    VALUE (STROKE_PRESS, "press"),
                    VALUE (STROKE_HOLD, "hold"),
                    VALUE (STROKE_TAP, "tap"),
                    VALUE (STROKE_LYMPH, "lymph"),
                    VALUE (STROKE_FASCIA, "fascia"),
                    VALUE (STROKE_FRICTION, "friction"),
                    VALUE (STROKE_ROLL, "roll"),
                    VALUE (STROKE_BREATH, "breathe"),
                    VALUE (STROKE_MARCH, "march"),
                    VALUE (STROKE_STRETCH, "stretch"))

G_DEFINE_ENUM_TYPE (LegatoPattern,
                    legato_pattern,
                    VALUE (PATTERN_SWEEP, "sweep"),
                    VALUE (PATTERN_ADVANCE, "advance"),
                    VALUE (PATTERN_PLACES, "places"),
                    VALUE (PATTERN_TO_AND_FRO, "to-and-fro"),
                    VALUE (PATTERN_STILL, "still"))

G_DEFINE_ENUM_TYPE (LegatoTool,
                    legato_tool,
                    VALUE (TOOL_NONE, "none"),
                    VALUE (TOOL_ROLLER, "roller"),
                    VALUE (TOOL_BALL, "ball"),
                    VALUE (TOOL_STICK, "stick"),
                    VALUE (TOOL_GUN, "gun"),
                    VALUE (TOOL_SLEEVE, "sleeve"))

G_DEFINE_ENUM_TYPE (LegatoPhase,
                    legato_phase,
                    VALUE (PHASE_WARM, "warm"),
                    VALUE (PHASE_WORK, "work"),
                    VALUE (PHASE_SETTLE, "settle"),
                    VALUE (PHASE_REST, "rest"),
                    VALUE (PHASE_STRETCH, "stretch"))

G_DEFINE_ENUM_TYPE (LegatoUrgency,
                    legato_urgency,
                    VALUE (URGENCY_SOON, "soon"),
                    VALUE (URGENCY_TODAY, "today"),
                    VALUE (URGENCY_NOW, "now"),
                    VALUE (URGENCY_EMERGENCY, "emergency"))

static const char *
enum_to_id (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (klass, value);

  g_return_val_if_fail (found != NULL, "");
  return found->value_nick;
}

static gboolean
enum_from_id (GType type, const char *id, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = id != NULL ? g_enum_get_value_by_nick (klass, id) : NULL;

  if (found != NULL)
    *value = found->value;
  return found != NULL;
}

/* The enumerations differ, the look-up does not. */
#define DEFINE_TO_ID(name, Type)                                                                   \
  const char *legato_##name##_to_id (Type value)                                                   \
  {                                                                                                \
    return enum_to_id (legato_##name##_get_type (), (int) value);                                  \
  }
#define DEFINE_FROM_ID(name, Type)                                                                 \
  gboolean legato_##name##_from_id (const char *id, Type *value)                                   \
  {                                                                                                \
    int found = 0;                                                                                 \
    if (!enum_from_id (legato_##name##_get_type (), id, &found))                                   \
      return FALSE;                                                                                \
    *value = (Type) found;                                                                         \
    return TRUE;                                                                                   \
  }

DEFINE_TO_ID (leg, LegatoLeg)
DEFINE_FROM_ID (leg, LegatoLeg)
DEFINE_TO_ID (pressure, LegatoPressure)
DEFINE_FROM_ID (pressure, LegatoPressure)
DEFINE_TO_ID (travel, LegatoTravel)
DEFINE_FROM_ID (travel, LegatoTravel)
DEFINE_TO_ID (stroke, LegatoStroke)
DEFINE_FROM_ID (stroke, LegatoStroke)
DEFINE_FROM_ID (pattern, LegatoPattern)
DEFINE_FROM_ID (tool, LegatoTool)
DEFINE_TO_ID (phase, LegatoPhase)
DEFINE_FROM_ID (phase, LegatoPhase)
DEFINE_TO_ID (urgency, LegatoUrgency)
DEFINE_FROM_ID (urgency, LegatoUrgency)

const char *
legato_view_to_id (LegatoView value)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (LEGATO_TYPE_VIEW);
  const GFlagsValue *found = g_flags_get_first_value (klass, value);

  g_return_val_if_fail (found != NULL && found->value == value, "");
  return found->value_nick;
}

gboolean
legato_view_from_id (const char *id, LegatoView *value)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (LEGATO_TYPE_VIEW);
  const GFlagsValue *found = id != NULL ? g_flags_get_value_by_nick (klass, id) : NULL;

  if (found != NULL)
    *value = (LegatoView) found->value;
  return found != NULL;
}

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

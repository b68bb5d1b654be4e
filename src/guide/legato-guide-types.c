/* legato-guide-types.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-guide-types.h"

#define VALUE LEGATO_ENUM_VALUE

LEGATO_DEFINE_ENUM (LegatoLeg,
                    leg,
                    VALUE (LEG_LEFT, "left"),
                    VALUE (LEG_RIGHT, "right"),
                    VALUE (LEG_BOTH, "both"))

G_DEFINE_FLAGS_TYPE (LegatoView,
                     legato_view,
                     VALUE (VIEW_FRONT, "front"),
                     VALUE (VIEW_BACK, "back"),
                     VALUE (VIEW_OUTER, "outer"),
                     VALUE (VIEW_INNER, "inner"),
                     VALUE (VIEW_SOLE, "sole"))

LEGATO_DEFINE_ENUM (LegatoPressure,
                    pressure,
                    VALUE (PRESSURE_FEATHER, "feather"),
                    VALUE (PRESSURE_LIGHT, "light"),
                    VALUE (PRESSURE_MODERATE, "moderate"))

LEGATO_DEFINE_ENUM (LegatoTravel,
                    travel,
                    VALUE (TRAVEL_PROXIMAL, "proximal"),
                    VALUE (TRAVEL_LOCAL, "local"),
                    VALUE (TRAVEL_HOLD, "hold"),
                    VALUE (TRAVEL_NONE, "none"))

LEGATO_DEFINE_ENUM (LegatoStroke,
                    stroke,
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

LEGATO_DEFINE_ENUM (LegatoPattern,
                    pattern,
                    VALUE (PATTERN_SWEEP, "sweep"),
                    VALUE (PATTERN_ADVANCE, "advance"),
                    VALUE (PATTERN_PLACES, "places"),
                    VALUE (PATTERN_TO_AND_FRO, "to-and-fro"),
                    VALUE (PATTERN_STILL, "still"))

LEGATO_DEFINE_ENUM (LegatoTool,
                    tool,
                    VALUE (TOOL_NONE, "none"),
                    VALUE (TOOL_ROLLER, "roller"),
                    VALUE (TOOL_BALL, "ball"),
                    VALUE (TOOL_STICK, "stick"),
                    VALUE (TOOL_GUN, "gun"),
                    VALUE (TOOL_SLEEVE, "sleeve"))

LEGATO_DEFINE_ENUM (LegatoPhase,
                    phase,
                    VALUE (PHASE_WARM, "warm"),
                    VALUE (PHASE_WORK, "work"),
                    VALUE (PHASE_SETTLE, "settle"),
                    VALUE (PHASE_REST, "rest"),
                    VALUE (PHASE_STRETCH, "stretch"))

LEGATO_DEFINE_ENUM (LegatoUrgency,
                    urgency,
                    VALUE (URGENCY_SOON, "soon"),
                    VALUE (URGENCY_TODAY, "today"),
                    VALUE (URGENCY_NOW, "now"),
                    VALUE (URGENCY_EMERGENCY, "emergency"))

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

  /* Newer GLib finds it in letters of another case, too. */
  if (found == NULL || !g_str_equal (found->value_nick, id))
    return FALSE;
  *value = (LegatoView) found->value;
  return TRUE;
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

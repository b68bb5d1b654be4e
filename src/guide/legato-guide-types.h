/* legato-guide-types.h: the words every other part speaks: leg, view, pressure, travel, phase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** The person's own left or right; %LEGATO_LEG_BOTH for what has no side (rest, walking). */
typedef enum
{
  LEGATO_LEG_LEFT,
  LEGATO_LEG_RIGHT,
  LEGATO_LEG_BOTH,
} LegatoLeg;

/** Where the leg is seen from. Values are bits, so that a zone can say in which views it lies. */
typedef enum
{
  LEGATO_VIEW_FRONT = 1 << 0,
  LEGATO_VIEW_BACK = 1 << 1,
  LEGATO_VIEW_OUTER = 1 << 2,
  LEGATO_VIEW_INNER = 1 << 3,
} LegatoView;

/** How hard a hand presses; there is nothing above moderate. Ordered: a larger value is firmer. */
typedef enum
{
  LEGATO_PRESSURE_FEATHER,
  LEGATO_PRESSURE_LIGHT,
  LEGATO_PRESSURE_MODERATE,
} LegatoPressure;

/** Where a stroke may go: toward the heart, to and fro within a zone, nowhere, or no stroke. */
typedef enum
{
  LEGATO_TRAVEL_PROXIMAL,
  LEGATO_TRAVEL_LOCAL,
  LEGATO_TRAVEL_HOLD,
  LEGATO_TRAVEL_NONE,
} LegatoTravel;

/** The part of a session that a step belongs to. */
typedef enum
{
  LEGATO_PHASE_WARM,
  LEGATO_PHASE_WORK,
  LEGATO_PHASE_SETTLE,
  LEGATO_PHASE_REST,
  LEGATO_PHASE_STRETCH,
} LegatoPhase;

/** How soon the advice of a red flag wants to be followed; a larger value is more urgent. */
typedef enum
{
  LEGATO_URGENCY_SOON,      /* ask a doctor in the next days */
  LEGATO_URGENCY_TODAY,     /* have it looked at today */
  LEGATO_URGENCY_NOW,       /* medical care now, without waiting */
  LEGATO_URGENCY_EMERGENCY, /* call for help at once */
} LegatoUrgency;

/* Stable ids as files, the database and legato-cli write them. The `_from_id` functions give
 * %FALSE and leave @value alone for an id they do not know (%NULL included). */
const char *legato_leg_to_id (LegatoLeg leg);
gboolean legato_leg_from_id (const char *id, LegatoLeg *value);
const char *legato_view_to_id (LegatoView view);
gboolean legato_view_from_id (const char *id, LegatoView *value);
const char *legato_pressure_to_id (LegatoPressure pressure);
gboolean legato_pressure_from_id (const char *id, LegatoPressure *value);
const char *legato_travel_to_id (LegatoTravel travel);
gboolean legato_travel_from_id (const char *id, LegatoTravel *value);
const char *legato_phase_to_id (LegatoPhase phase);
gboolean legato_phase_from_id (const char *id, LegatoPhase *value);
const char *legato_urgency_to_id (LegatoUrgency urgency);
gboolean legato_urgency_from_id (const char *id, LegatoUrgency *value);

/* Short translated names for a person: "Left", "Light", "Warm up". Never %NULL. */
const char *legato_leg_get_name (LegatoLeg leg);
const char *legato_pressure_get_name (LegatoPressure pressure);
const char *legato_phase_get_name (LegatoPhase phase);

/* What a pressure feels like to the hand that gives it, as a translated sentence. */
const char *legato_pressure_get_words (LegatoPressure pressure);

G_END_DECLS

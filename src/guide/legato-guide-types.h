/* legato-guide-types.h: the words every other part speaks: leg, view, pressure, stroke, phase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-enum.h"

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
  LEGATO_VIEW_SOLE = 1 << 4,
} LegatoView;

#define LEGATO_N_VIEWS 5

/** The last of them, for loops that double from the first. */
#define LEGATO_VIEW_LAST LEGATO_VIEW_SOLE

/** Height of a drawing of whole legs, and the most that one of the feet alone may have, in
 * thousandths of the leg; the floor lies at 1065 or so. */
#define LEGATO_DRAWING_HEIGHT 1090.0

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

/* No session is longer than half an hour (P-LEN). */
#define LEGATO_GUIDE_MAX_MINUTES 30

/**
 * LegatoStroke: what is done once, again and again, in a technique or an exercise
 *
 * It decides what is heard and what is drawn. The last three belong to exercises: no hand is on the
 * leg.
 */
typedef enum
{
  LEGATO_STROKE_GLIDE,    /* one long glide of both palms */
  LEGATO_STROKE_SQUEEZE,  /* one squeeze and release */
  LEGATO_STROKE_CIRCLE,   /* one small circle */
  LEGATO_STROKE_PRESS,    /* one broad press and its release */
  LEGATO_STROKE_HOLD,     /* one steady hold */
  LEGATO_STROKE_TAP,      /* one tap */
  LEGATO_STROKE_LYMPH,    /* one stretch of the skin, as light as a feather */
  LEGATO_STROKE_FASCIA,   /* one slow pass along the tissue */
  LEGATO_STROKE_FRICTION, /* one short stroke across the fibres, to or fro */
  LEGATO_STROKE_ROLL,     /* one pass of a tool */
  LEGATO_STROKE_BREATH,   /* one breath, in and out */
  LEGATO_STROKE_MARCH,    /* one step on the spot */
  LEGATO_STROKE_STRETCH,  /* one stretch, or one set of an exercise */
} LegatoStroke;

/** How the strokes of a technique follow each other on their way up the leg. */
typedef enum
{
  LEGATO_PATTERN_SWEEP,      /* the whole way in one stroke; hands go back through the air */
  LEGATO_PATTERN_ADVANCE,    /* stroke by stroke up the way, then again from below */
  LEGATO_PATTERN_PLACES,     /* several strokes at one place, then the next place up */
  LEGATO_PATTERN_TO_AND_FRO, /* the whole way up, then the whole way down */
  LEGATO_PATTERN_STILL,      /* at one place, or nowhere: nothing moves along the leg */
} LegatoPattern;

/** The shape of a tool. Ids are those by which the person says that they have it. */
typedef enum
{
  LEGATO_TOOL_NONE,
  LEGATO_TOOL_ROLLER,
  LEGATO_TOOL_BALL,
  LEGATO_TOOL_STICK,
  LEGATO_TOOL_GUN,
  LEGATO_TOOL_SLEEVE,
} LegatoTool;

/** Who can do something: the person alone, somebody else for them. Values are bits. */
typedef enum
{
  LEGATO_HELP_ALONE = 1 << 0,
  LEGATO_HELP_PARTNER = 1 << 1,
} LegatoHelp;

/** Joints that a stretch may bend. Values are bits. */
typedef enum
{
  LEGATO_JOINT_KNEE = 1 << 0,
  LEGATO_JOINT_HIP = 1 << 1,
} LegatoJoint;

#define LEGATO_HELP_EITHER (LEGATO_HELP_ALONE | LEGATO_HELP_PARTNER)

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

#define LEGATO_TYPE_LEG (legato_leg_get_type ())
#define LEGATO_TYPE_VIEW (legato_view_get_type ())
LEGATO_DECLARE_ENUM (LegatoLeg, leg)
LEGATO_DECLARE_ENUM (LegatoView, view)
LEGATO_DECLARE_ENUM (LegatoPressure, pressure)
LEGATO_DECLARE_ENUM (LegatoTravel, travel)
LEGATO_DECLARE_ENUM (LegatoStroke, stroke)
LEGATO_DECLARE_ENUM (LegatoPattern, pattern)
LEGATO_DECLARE_ENUM (LegatoTool, tool)
LEGATO_DECLARE_ENUM (LegatoPhase, phase)
LEGATO_DECLARE_ENUM (LegatoUrgency, urgency)

/* Short translated names for a person: "Left", "Light", "Warm up". Never %NULL. */
const char *legato_leg_get_name (LegatoLeg leg);
const char *legato_pressure_get_name (LegatoPressure pressure);
const char *legato_phase_get_name (LegatoPhase phase);

/* What a pressure feels like to the hand that gives it, as a translated sentence. */
const char *legato_pressure_get_words (LegatoPressure pressure);

G_END_DECLS

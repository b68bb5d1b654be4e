/* legato-guide.h: zones, techniques, routines and advice, as read from resources/guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

#define LEGATO_GUIDE_ERROR (legato_guide_error_quark ())

/**
 * LegatoGuideError:
 * @LEGATO_GUIDE_ERROR_SYNTAX: a file is not well-formed XML or not UTF-8
 * @LEGATO_GUIDE_ERROR_INVALID: an element, attribute or value is missing, unknown or out of range
 * @LEGATO_GUIDE_ERROR_REFERENCE: an id is used that no file defines, or is defined twice
 * @LEGATO_GUIDE_ERROR_INCOMPLETE: a file or a part of the guide is absent
 *
 * Every message begins with "FILE:LINE: " and says what is wrong there.
 */
typedef enum
{
  LEGATO_GUIDE_ERROR_SYNTAX,
  LEGATO_GUIDE_ERROR_INVALID,
  LEGATO_GUIDE_ERROR_REFERENCE,
  LEGATO_GUIDE_ERROR_INCOMPLETE,
} LegatoGuideError;

GQuark legato_guide_error_quark (void);

/**
 * LegatoText:
 * @text: a translated sentence or paragraph for a person
 * @source: space separated ids of sources ("S1 S3 D"), never %NULL; see legato_guide_find_source()
 */
typedef struct
{
  char *text;
  char *source;
} LegatoText;

typedef enum
{
  LEGATO_TECHNIQUE_HANDS,
  LEGATO_TECHNIQUE_TOOL,     /* needs LegatoTechnique.tool */
  LEGATO_TECHNIQUE_EXERCISE, /* a movement or rest of the person's own: no zone is touched */
} LegatoTechniqueKind;

typedef struct _LegatoTechnique LegatoTechnique;
typedef struct _LegatoZone LegatoZone;

/**
 * LegatoSource: where a statement comes from
 * @id: "S3", "D", "loken-2009"
 * @name: in a few words: "Spa Theory", "Löken 2009"
 * @title: in full: authors, title, place, year
 */
typedef struct
{
  char *id;
  char *name;
  char *title;
} LegatoSource;

/**
 * LegatoPosition: how a person sits, lies or stands; names a drawing in resources/positions
 * @name: in a few words
 * @picture: what the drawing shows, for who cannot see it
 * @off_floor: on a chair or standing, for those who do not easily get down to the floor
 * @on_back: flat on the back, which is not for pregnancy
 */
typedef struct
{
  char *id;
  char *name;
  char *picture;
  gboolean off_floor;
  gboolean on_back;
} LegatoPosition;

/**
 * LegatoReach: how one gets at a place
 * @help: #LegatoHelp bits: for a person alone, for a partner's hands
 * @text: one sentence: how to sit, where the hands go
 */
typedef struct
{
  const LegatoPosition *position;
  guint help;
  LegatoText text;
} LegatoReach;

/** What a position has to be for a person. */
typedef enum
{
  LEGATO_NEED_NONE = 0,
  LEGATO_NEED_OFF_THE_FLOOR = 1 << 0, /* rather off the floor, if there is such a way */
  LEGATO_NEED_OFF_THE_BACK = 1 << 1,  /* never flat on the back */
} LegatoNeeds;

/**
 * LegatoUse: one technique on one zone
 * @pressure: the firmest that this technique may press on this zone
 * @lifted: the hands pass above the zone without touching it (popliteal)
 * @help: #LegatoHelp bits: who can do it there (P-REACH)
 * @brief, @how, @caution: the technique's, or what stands in their place on this zone
 * @reaches: (element-type LegatoReach): how to get there where it differs from the zone's; may be
 *   empty
 */
typedef struct
{
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoPressure pressure;
  gboolean lifted;
  guint help;
  LegatoText brief;
  LegatoText how;
  LegatoText caution;
  GPtrArray *reaches;
} LegatoUse;

/**
 * LegatoZone: a massageable place, there on each leg
 * @rank: 0 for the most distal zone (foot), rising toward the hip
 * @from: height of the lower edge, in thousandths of the leg (hip joint level to floor)
 * @to: height of the upper edge, likewise
 * @views: #LegatoView bits
 * @max_pressure: the firmest that anything may press here
 * @bony: bone close under the skin: nothing above light, no tapping (P-BONE)
 * @lift_over: hands pass above it (P-POP)
 * @it_band: no roller, ball or gun (P-ITB)
 * @side_names: "Left calf", "Right calf", indexed by #LegatoLeg
 * @words: (nullable): what people also call it, everyday and Latin, with commas; for the search
 * @reaches: (element-type LegatoReach): how to get there, the usual way first
 * @uses: (element-type LegatoUse): techniques for this zone, in the order to try them
 */
struct _LegatoZone
{
  char *id;
  int rank;
  int from;
  int to;
  guint views;
  LegatoPressure max_pressure;
  gboolean bony;
  gboolean lift_over;
  gboolean it_band;
  char *name;
  char *side_names[2];
  char *words;
  LegatoText place;
  LegatoText caution;
  GPtrArray *reaches;
  GPtrArray *uses;
};

/**
 * LegatoTechnique: a way to move the hands or a tool, or an exercise
 * @tool: id of the tool it needs, or %NULL
 * @shape: the shape of that tool
 * @stroke: what is done once, again and again; how it sounds and is drawn
 * @pattern: how the strokes follow each other
 * @beat_ms: length of one stroke in milliseconds; 0 for a glide, whose length comes from its way
 *   and its pace
 * @pass_ms: how long one advance along the way takes, in milliseconds; 0 if each stroke is one
 * @max_passes: how many advances there are at most, or 0 for any number
 * @strokes_a_place: how many strokes are done before the hands go on to the next place, or 0
 * @pace_mm_s: the comfortable pace of a glide in millimetres a second, or 0 where there is a beat
 * @max_pace_mm_s: the fastest pace of a glide, or 0
 * @min_stroke_ms, @max_stroke_ms: bounds of one glide at the comfortable pace, or 0
 * @hold_min_s, @hold_max_s: bounds of one hold in seconds, or 0 (P-HOLD)
 * @max_s: longest time on one zone in seconds, or 0 for no limit
 * @other_name: (nullable): the name that textbooks use
 * @words: (nullable): as for a zone
 * @brief: @how in one short sentence, to be read at a glance or heard
 * @pressure: in words a hand understands; empty for an exercise
 * @loads: (element-type LegatoZone): places that an exercise stretches or works; may be empty
 * @bends: #LegatoJoint bits: what an exercise bends far
 * @position: (nullable): of an exercise; %NULL if one stays as one is
 * @reaches: (element-type LegatoReach): how to sit when it goes over several zones; may be empty
 * @uses: (element-type LegatoUse): zones it may be used on, distal to proximal
 */
struct _LegatoTechnique
{
  char *id;
  LegatoTechniqueKind kind;
  char *tool;
  LegatoTool shape;
  LegatoTravel travel;
  LegatoStroke stroke;
  LegatoPattern pattern;
  guint beat_ms;
  guint pass_ms;
  guint max_passes;
  guint strokes_a_place;
  guint pace_mm_s;
  guint max_pace_mm_s;
  guint min_stroke_ms;
  guint max_stroke_ms;
  guint hold_min_s;
  guint hold_max_s;
  guint max_s;
  char *name;
  char *other_name;
  char *words;
  LegatoText brief;
  LegatoText how;
  LegatoText why;
  LegatoText caution;
  LegatoText pressure;
  LegatoText tempo;
  LegatoText dose;
  GPtrArray *loads;
  guint bends;
  const LegatoPosition *position;
  GPtrArray *reaches;
  GPtrArray *uses;
};

/**
 * LegatoRoutineStep:
 * @zones: (element-type LegatoZone): distal to proximal; empty for exercises.
 *   A lifted zone (popliteal) may stand among them: the planner drops it from what is touched.
 * @leg: %LEGATO_LEG_BOTH if done once for both legs; otherwise ignored: the step belongs to the
 *   leg's pass and is done on the left leg, then on the right
 * @seconds: at the routine's own length
 * @from_minutes: for a goal: the shortest session that has room for the step; otherwise 0
 * @brisk: glides go up to the fastest pace, not at the comfortable one
 * @instead: (element-type LegatoTechnique): tools that may take the technique's place for a person
 *   who has them, the best one first; on zones that such a tool is not for, the technique stays.
 *   May be empty, and is in an own routine
 */
typedef struct
{
  LegatoPhase phase;
  const LegatoTechnique *technique;
  GPtrArray *zones;
  LegatoPressure pressure;
  guint seconds;
  guint from_minutes;
  gboolean brisk;
  GPtrArray *instead;
} LegatoRoutineStep;

/**
 * LegatoRoutine:
 * @own: whether it is a person's own (see legato-routine.h): made or changed by them, or read from
 *   a file; then nobody has promised that it keeps the rules of a session
 * @words: (nullable): as for a zone
 * @summary: what it is for; may be empty in an own routine
 * @source: space separated source tags; empty in an own routine
 * @minutes: the lengths it is offered at, rising, terminated by 0; none in an own routine, which
 *   lasts as long as its steps do
 * @own_minutes: the steps' seconds (twice @leg_steps plus @before plus @after) in minutes, which
 *   are rounded for an own routine
 * @given_by: (nullable): who gave an own routine to the person, a therapist for instance
 * @times_a_week: how often it is to be done then, up to %LEGATO_ROUTINE_MAX_TIMES; 0 if that was
 *   not said
 * @before, @leg_steps, @after: (element-type LegatoRoutineStep): once for both legs; on each leg;
 *   once for both legs
 * @distal_first: %FALSE in the swelling routine, whose passes start at the thigh (P-ORDER)
 * @partner: whether another person's hands do it
 * @dressed: done in clothes and on a chair, so that it has no oil
 * @no_rest: a rest with legs raised does not go with it
 * @preparation: (element-type LegatoText): what to see to before it begins
 * @closing: (nullable): a tool that ends the session of a person who has it and the time: counted
 *   neither in @own_minutes nor in @minutes, and not in an own routine
 *
 * What a session for a goal is composed of is one too, without @minutes; not all of its steps are
 * in every session (LegatoRoutineStep.from_minutes).
 */
typedef struct
{
  gboolean own;
  char *id;
  char *name;
  char *words;
  char *summary;
  char *source;
  guint *minutes;
  guint own_minutes;
  gboolean distal_first;
  gboolean partner;
  gboolean dressed;
  gboolean no_rest;
  char *given_by;
  guint times_a_week;
  GPtrArray *preparation;
  GPtrArray *before;
  GPtrArray *leg_steps;
  GPtrArray *after;
  LegatoRoutineStep *closing;
} LegatoRoutine;

/**
 * LegatoAdvice: a safety rule's question and answer (R-DVT …)
 *
 * Besides the red flags and R-UNCLEARED of docs/domain.md §7 there is R-STOP, with the flags
 * stop-sharp, stop-burning, stop-numb, stop-tingling and stop-worse for what was felt when a
 * session was stopped, and R-AFTER with after-redness, after-swelling and after-pain.
 *
 * @flag: id of the red flag, condition or sign that calls for it ("dvt"), see architecture.md
 * @name: in a few words, for a list
 * @words: (nullable): as for a zone
 * @question: what the person is asked, as a statement about today ("One leg is suddenly …")
 * @advice: what to do then
 */
typedef struct
{
  char *rule;
  char *flag;
  char *name;
  char *words;
  LegatoUrgency urgency;
  LegatoText question;
  LegatoText advice;
} LegatoAdvice;

/**
 * LegatoTip: something that is good to know
 * @name: what it is about: "How often?"
 * @words: (nullable): as for a zone
 * @advice: (nullable): flag of the advice that it leads to
 * @subjects: ids of zones and techniques that it belongs to; may be empty
 * @lines: (element-type LegatoText): one or more, each with its own source
 */
typedef struct
{
  char *id;
  char *name;
  char *words;
  char *advice;
  char **subjects;
  GPtrArray *lines;
} LegatoTip;

/**
 * LegatoGuide: all content, immutable but for a person's own routines, which come and go; reference
 * counted (a boxed type)
 *
 * Everything it hands out belongs to it and lives as long as it does, also an own routine that was
 * dropped or replaced meanwhile.
 */
typedef struct _LegatoGuide LegatoGuide;

#define LEGATO_TYPE_GUIDE (legato_guide_get_type ())
GType legato_guide_get_type (void);

/** A file for legato_guide_new(): its name for error messages, and its content. */
typedef struct
{
  const char *name;
  GBytes *bytes;
} LegatoGuideFile;

LegatoGuide *legato_guide_new (const LegatoGuideFile *files, gsize n_files, GError **error);
LegatoGuide *legato_guide_new_from_resource (GResource *resource, const char *path, GError **error);
LegatoGuide *legato_guide_ref (LegatoGuide *self);
void legato_guide_unref (LegatoGuide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoGuide, legato_guide_unref)

/* (transfer none) arrays in the order of the files; zones distal to proximal. */
GPtrArray *legato_guide_get_zones (LegatoGuide *self);
GPtrArray *legato_guide_get_techniques (LegatoGuide *self); /* hands and tools */
GPtrArray *legato_guide_get_exercises (LegatoGuide *self);
GPtrArray *legato_guide_get_routines (LegatoGuide *self);
GPtrArray *legato_guide_get_goals (LegatoGuide *self);       /* LegatoRoutine: what to compose of */
GPtrArray *legato_guide_get_advice (LegatoGuide *self);      /* LegatoAdvice */
GPtrArray *legato_guide_get_preparation (LegatoGuide *self); /* LegatoText: of an own routine */
GPtrArray *legato_guide_get_tips (LegatoGuide *self);        /* LegatoTip */
GPtrArray *legato_guide_get_sources (LegatoGuide *self);     /* LegatoSource */

/* (nullable): %NULL for an unknown id. */
const LegatoZone *legato_guide_find_zone (LegatoGuide *self, const char *id);
const LegatoTechnique *legato_guide_find_technique (LegatoGuide *self,
                                                    const char *id); /* or exercise */
const LegatoRoutine *legato_guide_find_routine (LegatoGuide *self, const char *id); /* or own */
const LegatoRoutine *legato_guide_find_goal (LegatoGuide *self, const char *id);
const LegatoPosition *legato_guide_find_position (LegatoGuide *self, const char *id);
const LegatoSource *legato_guide_find_source (LegatoGuide *self, const char *id);
const LegatoAdvice *legato_guide_find_advice (LegatoGuide *self, const char *flag);
const LegatoTechnique *legato_guide_find_hands (LegatoGuide *self, LegatoStroke stroke);
const LegatoTechnique *legato_guide_find_breathing (LegatoGuide *self, gboolean legs_raised);
const LegatoUse *legato_zone_find_use (const LegatoZone *self, const LegatoTechnique *technique);
const LegatoReach *legato_technique_find_reach (const LegatoTechnique *self,
                                                GPtrArray *zones,
                                                LegatoHelp help,
                                                guint needs);

gboolean legato_guide_adopt_routine (LegatoGuide *self, LegatoRoutine *routine);
void legato_guide_drop_routine (LegatoGuide *self, const char *id);
GPtrArray *legato_guide_dup_own_routines (LegatoGuide *self);

G_END_DECLS

/* legato-guide-content.h: what the guide tells of: zones, techniques, positions, advice, sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide-types.h"

G_BEGIN_DECLS

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
 * @bends: #LegatoJoint bits: what is bent or turned far in it
 */
typedef struct
{
  char *id;
  char *name;
  char *picture;
  gboolean off_floor;
  gboolean on_back;
  guint bends;
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
  LEGATO_NEED_UNBENT = 1 << 2,        /* never with a knee or hip bent far */
} LegatoNeeds;

/**
 * LegatoUse: one technique on one zone
 * @pressure: the firmest that this technique may press on this zone
 * @lifted: the hands pass above the zone without touching it (popliteal)
 * @pressed: the muscle is too firm to be grasped: where others are squeezed the hands press into it
 * @help: #LegatoHelp bits: who can do it there (P-REACH)
 * @view: the #LegatoView that shows it, where not all that show the zone do; else 0
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
  gboolean pressed;
  guint help;
  guint view;
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
 * @in_ms: how long of a stroke one presses, sinks or breathes in, in milliseconds, or 0
 * @out_ms: how long one then lets go or breathes out, or one step on the spot takes, or 0; what is
 *   left of @beat_ms is stillness
 * @return_ms: how long the hands go back through the air between two strokes that sweep the whole
 *   way, or 0
 * @strokes_a_place: how many strokes are done before the hands go on to the next place, or 0
 * @pace_mm_s: the comfortable pace of a glide in millimetres a second, or 0 where there is a beat
 * @max_pace_mm_s: the fastest pace of a glide, or 0
 * @min_stroke_ms, @max_stroke_ms: bounds of one glide at the comfortable pace, or 0
 * @hold_min_s, @hold_max_s: bounds of one hold in seconds, or 0 (P-HOLD)
 * @max_s: longest time on one zone in seconds, all steps together, or 0 for no limit
 * @step_min_s: the shortest step that is worth while, in seconds (docs/domain.md §3)
 * @step_max_s: the most that does good in one step, in seconds for each zone, or for all of an
 *   exercise; 0 where @hold_max_s or @max_s says it (docs/domain.md §3)
 * @step_more_s: what a step may take beyond @step_max_s, in seconds, however many zones it has
 * @tight_max_s: @step_max_s for whoever has tight muscles, or 0 if it is the same
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
  guint in_ms;
  guint out_ms;
  guint return_ms;
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
  guint step_min_s;
  guint step_max_s;
  guint step_more_s;
  guint tight_max_s;
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

const LegatoUse *legato_zone_find_use (const LegatoZone *self, const LegatoTechnique *technique);
const LegatoReach *legato_technique_find_reach (const LegatoTechnique *self,
                                                GPtrArray *zones,
                                                LegatoHelp help,
                                                guint needs);

G_END_DECLS

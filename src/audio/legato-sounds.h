/* legato-sounds.h: what each kind of cue sounds like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timbre.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoWave: what a note is played on
 * @LEGATO_WAVE_TONE: what the timbre sustains
 * @LEGATO_WAVE_STRIKE: what the timbre strikes
 * @LEGATO_WAVE_AIR: a breath, noise without lows and highs
 * @LEGATO_WAVE_BRUSH: a dry, brighter rustle
 */
typedef enum
{
  LEGATO_WAVE_TONE,
  LEGATO_WAVE_STRIKE,
  LEGATO_WAVE_AIR,
  LEGATO_WAVE_BRUSH,
} LegatoWave;

/** Which side a note is heard on, seen from the cue's leg. */
typedef enum
{
  LEGATO_SIDE_LEG,
  LEGATO_SIDE_OTHER,
  LEGATO_SIDE_MIDDLE,
} LegatoSide;

/** Which part of its cue a note belongs to: all of it, the way in or the way out. */
typedef enum
{
  LEGATO_PART_WHOLE,
  LEGATO_PART_IN,
  LEGATO_PART_OUT,
} LegatoPart;

/**
 * LegatoNote: one note of a cue's melody
 * @part: what it belongs to; the way in ends at the cue's turn, the way out goes from there to
 *   where that is over
 * @at: where it begins, as a fraction of the cue's length, after the begin of @part
 * @shift: seconds added to that
 * @until: where it ends, as a fraction of the cue's length: after the begin of the cue or, if it
 *   belongs to a part, after the end of that, mostly less than 0; not used if @seconds says it
 * @seconds: how long it rings, or 0
 * @from_hz, @to_hz: pitch at its begin and end; not used by noise
 * @level: peak among the notes of its cue, full scale being 1 before the cue's gain
 * @attack, @release: seconds of the ramps at its ends, 5 ms or more
 * @decay: seconds in which it dies down to 1/e; 0 for a steady note
 * @swell: 1 to rise to the middle of the note and fall again, 0 to be even
 */
typedef struct
{
  LegatoWave wave;
  LegatoPart part;
  double at;
  double shift;
  double until;
  double seconds;
  double from_hz;
  double to_hz;
  double level;
  double attack;
  double release;
  double decay;
  double swell;
  LegatoSide side;
} LegatoNote;

/** How many harmonics a partial's wave may have, and how many partials a material. */
#define LEGATO_N_HARMONICS 7
#define LEGATO_N_PARTIALS 3

/**
 * LegatoMaterial: what a timbre makes of one note
 * @harmonics: of its wave, from the fundamental on; they add up to 1
 * @partials: the wave at several pitches. @ratio: to the note's; @level: of the note's; @ring: of
 *   the note's decay (and, struck, of its length); a @ratio of 0 is no partial
 */
typedef struct
{
  double harmonics[LEGATO_N_HARMONICS];
  struct
  {
    double ratio;
    double level;
    double ring;
  } partials[LEGATO_N_PARTIALS];
} LegatoMaterial;

const LegatoNote *legato_sounds_get_notes (LegatoCueKind kind, gsize *n_notes);
const LegatoNote *legato_sounds_get_last_pip (gsize *n_notes);
const LegatoMaterial *legato_sounds_get_material (LegatoTimbre timbre, LegatoWave wave);
double legato_sounds_get_gain (LegatoTimbre timbre, LegatoCueKind kind);

G_END_DECLS

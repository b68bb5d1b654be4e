/* legato-sounds.h: what each kind of cue sounds like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoWave: the material of a note
 * @LEGATO_WAVE_PURE: a sine
 * @LEGATO_WAVE_SOFT: a sine with a little of its second and third harmonic, like a wooden flute
 * @LEGATO_WAVE_AIR: a breath, noise without lows and highs
 * @LEGATO_WAVE_BRUSH: a dry, brighter rustle
 */
typedef enum
{
  LEGATO_WAVE_PURE,
  LEGATO_WAVE_SOFT,
  LEGATO_WAVE_AIR,
  LEGATO_WAVE_BRUSH,
  LEGATO_N_WAVES,
} LegatoWave;

/** Which side a note is heard on, seen from the cue's leg. */
typedef enum
{
  LEGATO_SIDE_LEG,
  LEGATO_SIDE_OTHER,
  LEGATO_SIDE_MIDDLE,
} LegatoSide;

/**
 * LegatoNote: one layer of a cue's sound
 * @at: where it begins, as a fraction of the cue's length
 * @shift: seconds added to that
 * @until: where it ends, as a fraction of the cue's length; 0 if @seconds says it
 * @seconds: how long it rings; with @until 0
 * @from_hz, @to_hz: pitch at its begin and end; not used by noise
 * @level: peak, full scale being 1
 * @attack, @release: seconds of the ramps at its ends, 5 ms or more
 * @decay: seconds in which it dies down to 1/e; 0 for a steady note
 * @swell: 1 to rise to the middle of the note and fall again, 0 to be even
 */
typedef struct
{
  LegatoWave wave;
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

const LegatoNote *legato_sounds_get_notes (LegatoCueKind kind, gsize *n_notes);
const LegatoNote *legato_sounds_get_last_pip (gsize *n_notes);

G_END_DECLS

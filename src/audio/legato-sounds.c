/* legato-sounds.c: what each kind of cue sounds like
 *
 * A cue is a little melody; a timbre says what it is played on. Within the melodies the direction
 * of the pitch tells the hands what to do: up is a way up the leg, down is letting go; a breath
 * under a tone says that the hand is light, a knock at its begin that a tool turns. The gains make
 * each kind equally loud in each timbre (test-loudness measures it as ITU-R BS.1770 does). Pitches
 * are of the pentatonic scale on C, so that whatever overlaps sounds well together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-sounds"

#include "config.h"

#include "legato-sounds.h"

#define C3 130.81
#define D3 146.83
#define E3 164.81
#define G3 196.00
#define A3 220.00
#define C4 261.63
#define D4 293.66
#define E4 329.63
#define G4 392.00
#define A4 440.00
#define C5 523.25
#define E5 659.26
#define G5 783.99
#define A5 880.00
#define C6 1046.50

#define TONE_OF(part_, from_, until_, from_hz_, to_hz_, level_, attack_, release_)                 \
  {                                                                                                \
    .wave = LEGATO_WAVE_TONE, .part = LEGATO_PART_##part_, .at = (from_), .until = (until_),       \
    .from_hz = (from_hz_), .to_hz = (to_hz_), .level = (level_), .attack = (attack_),              \
    .release = (release_)                                                                          \
  }
#define TONE(...) TONE_OF (WHOLE, __VA_ARGS__)

/* Rings for @ring_ seconds down to 1/e, and then some. */
#define STRIKE_AT(at_, shift_, hz_, level_, ring_, side_)                                          \
  {                                                                                                \
    .wave = LEGATO_WAVE_STRIKE, .at = (at_), .shift = (shift_), .seconds = 3.0 * (ring_),          \
    .from_hz = (hz_), .to_hz = (hz_), .level = (level_), .attack = 0.006, .release = 0.03,         \
    .decay = (ring_), .side = LEGATO_SIDE_##side_                                                  \
  }
#define STRIKE(shift_, hz_, level_, ring_, side_) STRIKE_AT (0.0, shift_, hz_, level_, ring_, side_)

#define BREATH_OF(part_, wave_, from_, until_, level_, attack_, release_, swell_)                  \
  {                                                                                                \
    .wave = LEGATO_WAVE_##wave_, .part = LEGATO_PART_##part_, .at = (from_), .until = (until_),    \
    .level = (level_), .attack = (attack_), .release = (release_), .swell = (swell_)               \
  }
#define BREATH(...) BREATH_OF (WHOLE, __VA_ARGS__)

/* One long rising tone; a short, high note where it arrives tells the hands to lift. */
static const LegatoNote glide[] = {
  TONE (0.0, 1.0, G3, G4, 0.152, 0.03, 0.12),
  BREATH (AIR, 0.0, 1.0, 0.028, 0.03, 0.12, 1.0),
  { .wave = LEGATO_WAVE_STRIKE,
    .at = 1.0,
    .shift = -0.18,
    .until = 1.0,
    .from_hz = G5,
    .to_hz = G5,
    .level = 0.085,
    .attack = 0.006,
    .release = 0.05,
    .decay = 0.12 },
};

/* A rising note while the hands close, a lower falling one when they let go. */
static const LegatoNote squeeze[] = {
  TONE (0.0, 0.5, C4, D4, 0.156, 0.02, 0.1),
  TONE (0.55, 0.9, A3, G3, 0.094, 0.03, 0.2),
};

/* Up on the way out, down on the way back: a circle. */
static const LegatoNote circle[] = {
  TONE (0.0, 0.5, E4, A4, 0.153, 0.02, 0.08),
  TONE (0.46, 0.92, A4, E4, 0.117, 0.05, 0.2),
};

/* A deep, even note as long as the palms press; a falling one as they let go. */
static const LegatoNote press[] = {
  TONE_OF (IN, 0.0, 0.0, D3, D3, 0.142, 0.03, 0.1),
  TONE_OF (IN, 0.0, 0.0, 2.0 * D3, 2.0 * D3, 0.041, 0.03, 0.1),
  TONE_OF (OUT, 0.02, -0.03, A3, E3, 0.071, 0.03, 0.2),
};

/* A quiet fifth to rest in; three strokes mark its last three seconds. */
static const LegatoNote hold[] = {
  TONE (0.0, 1.0, C3, C3, 0.123, 0.02, 0.25),  TONE (0.0, 1.0, G3, G3, 0.067, 0.5, 0.25),
  STRIKE_AT (1.0, -3.0, C5, 0.134, 0.12, LEG), STRIKE_AT (1.0, -2.0, C5, 0.134, 0.12, LEG),
  STRIKE_AT (1.0, -1.0, E5, 0.134, 0.16, LEG),
};

/* A light tick. */
static const LegatoNote tap[] = { STRIKE (0.0, A5, 0.42, 0.05, LEG) };

/* A breath that comes and goes, with a hint of a tone so that its begin is clear. */
static const LegatoNote lymph[] = {
  BREATH (AIR, 0.0, 0.85, 0.27, 0.02, 0.15, 0.8),
  TONE (0.0, 0.7, C5, E5, 0.06, 0.02, 0.15),
};

/* A very slow, dark rise under a long breath. */
static const LegatoNote fascia[] = {
  TONE (0.0, 1.0, C3, G3, 0.155, 0.04, 0.3),
  BREATH (AIR, 0.0, 1.0, 0.064, 0.3, 0.3, 1.0),
};

static const LegatoNote friction[] = {
  BREATH (BRUSH, 0.0, 0.6, 0.211, 0.015, 0.12, 0.0),
  TONE (0.0, 0.4, E4, D4, 0.066, 0.01, 0.1),
};

/* A knock where the roller turns, then a low rumble that swells as it passes the middle. */
static const LegatoNote roll[] = {
  STRIKE (0.0, E4, 0.1, 0.06, LEG),
  { .wave = LEGATO_WAVE_TONE,
    .until = 0.96,
    .from_hz = E3,
    .to_hz = A3,
    .level = 0.156,
    .attack = 0.03,
    .release = 0.3,
    .swell = 0.5 },
  BREATH (BRUSH, 0.0, 0.96, 0.062, 0.03, 0.3, 0.8),
};

static const LegatoNote pip[] = { STRIKE (0.0, E5, 0.285, 0.09, MIDDLE) };
static const LegatoNote last_pip[] = { STRIKE (0.0, C6, 0.219, 0.2, MIDDLE) };

static const LegatoNote step[] = {
  STRIKE (0.0, C5, 0.153, 0.25, LEG),
  STRIKE (0.18, E5, 0.153, 0.3, LEG),
};

/* Walks from the leg that is done to the one that comes. */
static const LegatoNote leg[] = {
  STRIKE (0.0, E5, 0.144, 0.25, OTHER),
  STRIKE (0.22, C5, 0.144, 0.25, MIDDLE),
  STRIKE (0.44, G5, 0.144, 0.4, LEG),
};

static const LegatoNote halfway[] = {
  STRIKE (0.0, G5, 0.15, 0.3, MIDDLE),
  STRIKE (0.3, G5, 0.15, 0.3, MIDDLE),
};

/* Three quick, short ones. */
static const LegatoNote last_ten[] = {
  STRIKE (0.0, C5, 0.3, 0.05, MIDDLE),
  STRIKE (0.16, C5, 0.3, 0.05, MIDDLE),
  STRIKE (0.32, C5, 0.3, 0.05, MIDDLE),
};

/* Rung out within the two seconds that a session keeps for it. */
static const LegatoNote end_chime[] = {
  STRIKE (0.0, G4, 0.144, 0.6, MIDDLE),
  STRIKE (0.25, E5, 0.108, 0.55, MIDDLE),
  STRIKE (0.5, C5, 0.144, 0.5, MIDDLE),
};

/* In, and after a moment out. */
static const LegatoNote breathe[] = {
  BREATH_OF (IN, AIR, 0.0, -0.02, 0.2, 0.3, 1.0, 0.5),
  TONE_OF (IN, 0.0, -0.02, E3, C4, 0.07, 0.3, 0.8),
  BREATH_OF (OUT, AIR, 0.02, 0.0, 0.16, 0.5, 2.0, 0.5),
  TONE_OF (OUT, 0.02, 0.0, C4, G3, 0.06, 0.5, 2.0),
};

/* A soft, low knock for each foot. */
static const LegatoNote march[] = { STRIKE (0.0, G3, 0.25, 0.3, MIDDLE) };

/* A bell to begin with and a warm tone to stay in; three strokes mark its last three seconds. */
static const LegatoNote stretch[] = {
  STRIKE (0.0, E5, 0.15, 0.3, MIDDLE),
  TONE (0.0, 1.0, E3, E3, 0.1, 0.5, 0.5),
  TONE (0.0, 1.0, A3, A3, 0.05, 1.0, 0.5),
  STRIKE_AT (1.0, -3.0, C5, 0.134, 0.12, MIDDLE),
  STRIKE_AT (1.0, -2.0, C5, 0.134, 0.12, MIDDLE),
  STRIKE_AT (1.0, -1.0, E5, 0.134, 0.16, MIDDLE),
};

static const struct
{
  const LegatoNote *notes;
  gsize n_notes;
} sounds[LEGATO_N_CUE_KINDS] = {
#define SOUND(kind_, notes_) [LEGATO_CUE_##kind_] = { notes_, G_N_ELEMENTS (notes_) }
  SOUND (GLIDE, glide),     SOUND (SQUEEZE, squeeze), SOUND (CIRCLE, circle),
  SOUND (PRESS, press),     SOUND (HOLD, hold),       SOUND (TAP, tap),
  SOUND (LYMPH, lymph),     SOUND (FASCIA, fascia),   SOUND (FRICTION, friction),
  SOUND (ROLL, roll),       SOUND (COUNTDOWN, pip),   SOUND (STEP, step),
  SOUND (LEG, leg),         SOUND (HALFWAY, halfway), SOUND (LAST_TEN, last_ten),
  SOUND (END, end_chime),   SOUND (BREATHE, breathe), SOUND (MARCH, march),
  SOUND (STRETCH, stretch),
#undef SOUND
};

/* What is sustained: a flute has little beside its fundamental, a closed wooden pipe every other
 * harmonic, and a bowl two modes that nearly agree, so that it slowly beats, and one far above. */
static const LegatoMaterial tones[LEGATO_N_TIMBRES] = {
  [LEGATO_TIMBRE_SOFT] = { { 0.77, 0.17, 0.06 }, { { 1.0, 1.0, 1.0 } } },
  [LEGATO_TIMBRE_WOOD] = { { 0.6, 0.0, 0.24, 0.0, 0.11, 0.0, 0.05 }, { { 1.0, 1.0, 1.0 } } },
  [LEGATO_TIMBRE_BELL] = { { 0.95, 0.05 },
                           { { 1.0, 0.7, 1.0 }, { 1.004, 0.2, 1.0 }, { 2.71, 0.1, 1.0 } } },
};

/* What is struck: a plucked string under felt; a wooden bar, tuned to two octaves and gone at once;
 * a bell with its octave and a short, slightly stretched twelfth. */
static const LegatoMaterial strikes[LEGATO_N_TIMBRES] = {
  [LEGATO_TIMBRE_SOFT] = { { 0.8, 0.16, 0.04 }, { { 1.0, 1.0, 0.8 } } },
  [LEGATO_TIMBRE_WOOD] = { { 1.0 }, { { 1.0, 0.75, 0.7 }, { 3.93, 0.25, 0.25 } } },
  [LEGATO_TIMBRE_BELL] = { { 1.0 },
                           { { 1.0, 0.7, 1.0 }, { 2.0, 0.21, 0.5 }, { 3.01, 0.09, 0.25 } } },
};

static const double gains[LEGATO_N_TIMBRES][LEGATO_N_CUE_KINDS] = {
  [LEGATO_TIMBRE_SOFT] = { 0.92, 1.16, 1.07, 1.04, 1.04, 1.20, 1.30, 0.92, 1.24, 1.12, 1.40, 1.38,
                           1.41, 1.39, 1.41, 1.26, 1.50, 1.38, 1.28 },
  [LEGATO_TIMBRE_WOOD] = { 1.08, 1.38, 1.24, 1.33, 1.24, 1.40, 1.33, 1.10, 1.26, 1.33, 1.60, 1.54,
                           1.56, 1.53, 1.63, 1.41, 1.60, 1.59, 1.52 },
  [LEGATO_TIMBRE_BELL] = { 1.05, 1.32, 1.20, 1.26, 1.18, 1.27, 1.33, 1.05, 1.25, 1.27, 1.43, 1.44,
                           1.45, 1.45, 1.42, 1.31, 1.59, 1.50, 1.45 },
};

/**
 * legato_sounds_get_notes:
 * @kind: a kind of cue
 * @n_notes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_notes): the notes that together are the cue's sound; the
 *   first begins with the cue
 */
const LegatoNote *
legato_sounds_get_notes (LegatoCueKind kind, gsize *n_notes)
{
  g_return_val_if_fail (kind < LEGATO_N_CUE_KINDS, NULL);
  g_return_val_if_fail (n_notes != NULL, NULL);

  *n_notes = sounds[kind].n_notes;
  return sounds[kind].notes;
}

/**
 * legato_sounds_get_last_pip:
 * @n_notes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_notes): the last, higher pip of a countdown
 */
const LegatoNote *
legato_sounds_get_last_pip (gsize *n_notes)
{
  g_return_val_if_fail (n_notes != NULL, NULL);

  *n_notes = G_N_ELEMENTS (last_pip);
  return last_pip;
}

/**
 * legato_sounds_get_material:
 * @wave: %LEGATO_WAVE_TONE or %LEGATO_WAVE_STRIKE
 *
 * Returns: (transfer none): what @timbre plays such notes on
 */
const LegatoMaterial *
legato_sounds_get_material (LegatoTimbre timbre, LegatoWave wave)
{
  g_return_val_if_fail (timbre < LEGATO_N_TIMBRES, NULL);
  g_return_val_if_fail (wave <= LEGATO_WAVE_STRIKE, NULL);

  return wave == LEGATO_WAVE_TONE ? &tones[timbre] : &strikes[timbre];
}

/** Returns: what all levels of @kind are multiplied with in @timbre to be as loud as all others */
double
legato_sounds_get_gain (LegatoTimbre timbre, LegatoCueKind kind)
{
  g_return_val_if_fail (timbre < LEGATO_N_TIMBRES, 0.0);
  g_return_val_if_fail (kind < LEGATO_N_CUE_KINDS, 0.0);

  return gains[timbre][kind];
}

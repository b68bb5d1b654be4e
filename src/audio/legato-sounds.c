/* legato-sounds.c: what each kind of cue sounds like
 *
 * Strokes are soft (glide, squeeze, circle, press, hold), wooden (tap) or breathed (lymph, fascia,
 * friction, roll); signals are bells. Within a family the direction of the pitch tells the hands
 * what to do: up is a way up the leg, down is letting go. Levels are such that each kind is equally
 * loud (test-synth measures it as ITU-R BS.1770 does). Pitches are of the pentatonic scale on C,
 * so that whatever overlaps sounds well together.
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

/* A struck bell: the fundamental, an octave and a short, slightly stretched twelfth. */
#define BELL_PARTIAL(at_, shift_, hz_, level_, ring_, length_, side_)                              \
  {                                                                                                \
    .wave = LEGATO_WAVE_PURE, .at = (at_), .shift = (shift_), .seconds = (length_) * (ring_),      \
    .from_hz = (hz_), .to_hz = (hz_), .level = (level_), .attack = 0.006, .release = 0.05,         \
    .decay = (ring_), .side = LEGATO_SIDE_##side_                                                  \
  }
#define BELL_AT(at_, shift_, hz_, level_, ring_, side_)                                            \
  BELL_PARTIAL (at_, shift_, hz_, level_, ring_, 3.0, side_),                                      \
      BELL_PARTIAL (at_, shift_, 2.0 * (hz_), 0.3 * (level_), 0.5 * (ring_), 3.0, side_),          \
      BELL_PARTIAL (at_, shift_, 3.01 * (hz_), 0.12 * (level_), 0.25 * (ring_), 3.0, side_)
#define BELL(shift_, hz_, level_, ring_, side_) BELL_AT (0.0, shift_, hz_, level_, ring_, side_)

/* A knock on wood: two partials that are gone at once. */
#define KNOCK(shift_, hz_, level_)                                                                 \
  { .wave = LEGATO_WAVE_PURE,                                                                      \
    .shift = (shift_),                                                                             \
    .seconds = 0.14,                                                                               \
    .from_hz = (hz_),                                                                              \
    .to_hz = 0.96 * (hz_),                                                                         \
    .level = (level_),                                                                             \
    .attack = 0.005,                                                                               \
    .release = 0.02,                                                                               \
    .decay = 0.035 },                                                                              \
  {                                                                                                \
    .wave = LEGATO_WAVE_PURE, .shift = (shift_), .seconds = 0.05, .from_hz = 2.57 * (hz_),         \
    .to_hz = 2.57 * (hz_), .level = 0.4 * (level_), .attack = 0.005, .release = 0.01,              \
    .decay = 0.009                                                                                 \
  }

/* One long rising tone; a short, brighter note where it arrives tells the hands to lift. */
static const LegatoNote glide[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 1.0,
    .from_hz = G3,
    .to_hz = G4,
    .level = 0.152,
    .attack = 0.03,
    .release = 0.12 },
  { .wave = LEGATO_WAVE_AIR,
    .until = 1.0,
    .level = 0.028,
    .attack = 0.03,
    .release = 0.12,
    .swell = 1.0 },
  { .wave = LEGATO_WAVE_SOFT,
    .at = 1.0,
    .shift = -0.18,
    .until = 1.0,
    .from_hz = G5,
    .to_hz = G5,
    .level = 0.072,
    .attack = 0.01,
    .release = 0.06,
    .decay = 0.12 },
};

/* A swelling lower note while the hands close, a light falling one when they let go. */
static const LegatoNote squeeze[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 0.5,
    .from_hz = C4,
    .to_hz = D4,
    .level = 0.156,
    .attack = 0.02,
    .release = 0.1 },
  { .wave = LEGATO_WAVE_SOFT,
    .at = 0.55,
    .until = 0.9,
    .from_hz = A3,
    .to_hz = G3,
    .level = 0.094,
    .attack = 0.03,
    .release = 0.2 },
};

/* Up on the way out, down on the way back: a circle. */
static const LegatoNote circle[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 0.5,
    .from_hz = E4,
    .to_hz = A4,
    .level = 0.153,
    .attack = 0.02,
    .release = 0.08 },
  { .wave = LEGATO_WAVE_SOFT,
    .at = 0.46,
    .until = 0.92,
    .from_hz = A4,
    .to_hz = E4,
    .level = 0.117,
    .attack = 0.05,
    .release = 0.2 },
};

/* A deep, even note as long as the palms press; a falling one in the quarter that releases. */
static const LegatoNote press[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 0.75,
    .from_hz = D3,
    .to_hz = D3,
    .level = 0.142,
    .attack = 0.03,
    .release = 0.1 },
  { .wave = LEGATO_WAVE_PURE,
    .until = 0.75,
    .from_hz = 2.0 * D3,
    .to_hz = 2.0 * D3,
    .level = 0.041,
    .attack = 0.03,
    .release = 0.1 },
  { .wave = LEGATO_WAVE_SOFT,
    .at = 0.77,
    .until = 0.97,
    .from_hz = A3,
    .to_hz = E3,
    .level = 0.071,
    .attack = 0.03,
    .release = 0.2 },
};

/* A quiet fifth to rest in; three bells mark its last three seconds. */
static const LegatoNote hold[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 1.0,
    .from_hz = C3,
    .to_hz = C3,
    .level = 0.123,
    .attack = 0.02,
    .release = 0.25 },
  { .wave = LEGATO_WAVE_SOFT,
    .until = 1.0,
    .from_hz = G3,
    .to_hz = G3,
    .level = 0.067,
    .attack = 0.5,
    .release = 0.25 },
  BELL_AT (1.0, -3.0, C5, 0.134, 0.12, LEG),
  BELL_AT (1.0, -2.0, C5, 0.134, 0.12, LEG),
  BELL_AT (1.0, -1.0, E5, 0.134, 0.16, LEG),
};

static const LegatoNote tap[] = { KNOCK (0.0, A5, 0.42) };

/* A breath that comes and goes, with a hint of a tone so that its begin is clear. */
static const LegatoNote lymph[] = {
  { .wave = LEGATO_WAVE_AIR,
    .until = 0.85,
    .level = 0.27,
    .attack = 0.02,
    .release = 0.15,
    .swell = 0.8 },
  { .wave = LEGATO_WAVE_PURE,
    .until = 0.7,
    .from_hz = C5,
    .to_hz = E5,
    .level = 0.068,
    .attack = 0.02,
    .release = 0.15 },
};

/* A very slow, dark rise under a long breath. */
static const LegatoNote fascia[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 1.0,
    .from_hz = C3,
    .to_hz = G3,
    .level = 0.155,
    .attack = 0.04,
    .release = 0.3 },
  { .wave = LEGATO_WAVE_AIR,
    .until = 1.0,
    .level = 0.064,
    .attack = 0.3,
    .release = 0.3,
    .swell = 1.0 },
};

static const LegatoNote friction[] = {
  { .wave = LEGATO_WAVE_BRUSH, .until = 0.6, .level = 0.211, .attack = 0.015, .release = 0.12 },
  { .wave = LEGATO_WAVE_PURE,
    .until = 0.4,
    .from_hz = E4,
    .to_hz = D4,
    .level = 0.074,
    .attack = 0.01,
    .release = 0.1 },
};

/* A low rumble that swells as the roller passes the middle. */
static const LegatoNote roll[] = {
  { .wave = LEGATO_WAVE_SOFT,
    .until = 0.96,
    .from_hz = E3,
    .to_hz = A3,
    .level = 0.156,
    .attack = 0.03,
    .release = 0.3,
    .swell = 0.5 },
  { .wave = LEGATO_WAVE_BRUSH,
    .until = 0.96,
    .level = 0.062,
    .attack = 0.03,
    .release = 0.3,
    .swell = 0.8 },
};

static const LegatoNote pip[] = { BELL (0.0, E5, 0.285, 0.09, MIDDLE) };
static const LegatoNote last_pip[] = { BELL (0.0, C6, 0.219, 0.2, MIDDLE) };

static const LegatoNote step[] = {
  BELL (0.0, C5, 0.153, 0.25, LEG),
  BELL (0.18, E5, 0.153, 0.3, LEG),
};

/* Walks from the leg that is done to the one that comes. */
static const LegatoNote leg[] = {
  BELL (0.0, E5, 0.144, 0.25, OTHER),
  BELL (0.22, C5, 0.144, 0.25, MIDDLE),
  BELL (0.44, G5, 0.144, 0.4, LEG),
};

static const LegatoNote halfway[] = {
  BELL (0.0, G5, 0.15, 0.3, MIDDLE),
  BELL (0.3, G5, 0.15, 0.3, MIDDLE),
};

static const LegatoNote last_ten[] = {
  KNOCK (0.0, C5, 0.34),
  KNOCK (0.16, C5, 0.34),
  KNOCK (0.32, C5, 0.34),
};

/* Rung out within the two seconds that a session keeps for it. */
static const LegatoNote end_chime[] = {
  BELL (0.0, G4, 0.144, 0.6, MIDDLE),
  BELL (0.25, E5, 0.108, 0.55, MIDDLE),
  BELL (0.5, C5, 0.144, 0.5, MIDDLE),
};

static const struct
{
  const LegatoNote *notes;
  gsize n_notes;
} sounds[LEGATO_N_CUE_KINDS] = {
#define SOUND(kind_, notes_) [LEGATO_CUE_##kind_] = { notes_, G_N_ELEMENTS (notes_) }
  SOUND (GLIDE, glide),   SOUND (SQUEEZE, squeeze), SOUND (CIRCLE, circle),
  SOUND (PRESS, press),   SOUND (HOLD, hold),       SOUND (TAP, tap),
  SOUND (LYMPH, lymph),   SOUND (FASCIA, fascia),   SOUND (FRICTION, friction),
  SOUND (ROLL, roll),     SOUND (COUNTDOWN, pip),   SOUND (STEP, step),
  SOUND (LEG, leg),       SOUND (HALFWAY, halfway), SOUND (LAST_TEN, last_ten),
  SOUND (END, end_chime),
#undef SOUND
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

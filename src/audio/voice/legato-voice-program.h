/* legato-voice-program.h: what the program of the voice is told and answers
 *
 *     legato-voice LANGUAGE WORDS-A-MINUTE <SENTENCES >ANSWERS
 *
 * Each line of its input is a sentence. For each it writes a LegatoVoiceAnswer and its samples.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * LegatoVoiceAnswer:
 * @rate: samples a second
 * @n_samples: how many follow, as gint16 of one channel; 0 if the sentence could not be said
 *
 * In the byte order of the machine, since it never leaves it.
 */
typedef struct
{
  gint32 rate;
  guint32 n_samples;
} LegatoVoiceAnswer;

/**
 * LegatoVoiceExit:
 * @LEGATO_VOICE_EXIT_DONE: each sentence is answered
 * @LEGATO_VOICE_EXIT_USAGE: called in another way than by Legato
 * @LEGATO_VOICE_EXIT_NO_DATA: eSpeak NG's voices are not installed, or damaged
 * @LEGATO_VOICE_EXIT_LANGUAGE: there is no voice for the language
 */
typedef enum
{
  LEGATO_VOICE_EXIT_DONE = 0,
  LEGATO_VOICE_EXIT_USAGE = 2,
  LEGATO_VOICE_EXIT_NO_DATA,
  LEGATO_VOICE_EXIT_LANGUAGE,
} LegatoVoiceExit;

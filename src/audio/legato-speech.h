/* legato-speech.h: what a voice says during a timeline, as samples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-timeline.h"

G_BEGIN_DECLS

/** No sample of speech is further from zero. With the cues ducked the sum stays in LEGATO_PEAK. */
#define LEGATO_SPEECH_PEAK 0.45f

/**
 * LegatoSpeech: all that is said during one timeline, spoken. Immutable and reference counted (a
 * boxed type).
 */
typedef struct _LegatoSpeech LegatoSpeech;

#define LEGATO_TYPE_SPEECH (legato_speech_get_type ())
GType legato_speech_get_type (void);

/**
 * LegatoSpeechLine: sentences that follow each other
 * @onset, @until: nanoseconds on the timeline between which they may be heard
 * @sounds: (element-type GArray): of gint16, one channel at LEGATO_SAMPLE_RATE; one a sentence
 */
typedef struct
{
  gint64 onset;
  gint64 until;
  GPtrArray *sounds;
} LegatoSpeechLine;

LegatoSpeech *legato_speech_new (LegatoTimeline *timeline,
                                 const char *language,
                                 double rate,
                                 LegatoSpeech *known,
                                 GCancellable *cancellable,
                                 GError **error);
LegatoSpeech *legato_speech_ref (LegatoSpeech *self);
void legato_speech_unref (LegatoSpeech *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSpeech, legato_speech_unref)

LegatoTimeline *legato_speech_get_timeline (LegatoSpeech *self);
guint legato_speech_get_n_lines (LegatoSpeech *self);
const LegatoSpeechLine *legato_speech_get_line (LegatoSpeech *self, guint index);

G_END_DECLS

/* legato-deck.h: one stream of samples out of timelines, and what lies where in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-speech.h"
#include "legato-timbre.h"

G_BEGIN_DECLS

/**
 * LegatoDeck: what is played, from whom the samples are taken one after the other
 *
 * Atomically reference counted (a boxed type). All but one thread may only take samples.
 */
typedef struct _LegatoDeck LegatoDeck;

#define LEGATO_TYPE_DECK (legato_deck_get_type ())
GType legato_deck_get_type (void);

LegatoDeck *legato_deck_new (LegatoTimeline *timeline, LegatoTimbre timbre, double tempo);
LegatoDeck *legato_deck_ref (LegatoDeck *self);
void legato_deck_unref (LegatoDeck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoDeck, legato_deck_unref)

void legato_deck_go (LegatoDeck *self, LegatoTimeline *timeline, gint64 position, gboolean running);
void legato_deck_rewind (LegatoDeck *self, gint64 sample);
void legato_deck_set_speech (LegatoDeck *self, LegatoSpeech *speech);
void legato_deck_set_tempo (LegatoDeck *self, double tempo);
void legato_deck_set_timbre (LegatoDeck *self, LegatoTimbre timbre);
void legato_deck_set_volume (LegatoDeck *self, double volume);

LegatoTimeline *legato_deck_get_timeline (LegatoDeck *self);
gsize legato_deck_take (LegatoDeck *self, gsize n, float *out);
gboolean legato_deck_is_over (LegatoDeck *self);

gint64 legato_deck_get_n_taken (LegatoDeck *self);
gint64 legato_deck_locate (LegatoDeck *self, gint64 sample);

G_END_DECLS

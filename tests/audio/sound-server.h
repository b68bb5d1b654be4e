/* sound-server.h: a PulseAudio of the tests' own, with a device that nobody hears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoundServer SoundServer;

SoundServer *sound_server_new (void);
void sound_server_free (SoundServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoundServer, sound_server_free)

const char *sound_server_get_sink (SoundServer *self);
void sound_server_start (SoundServer *self);
void sound_server_signal (SoundServer *self, int number);
void sound_server_kill (SoundServer *self);
void sound_server_order (SoundServer *self, const char *order);

G_END_DECLS

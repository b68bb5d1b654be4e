/* legato-play-keys.h: what each key does while a session runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-session.h"

G_BEGIN_DECLS

typedef enum
{
  LEGATO_PLAY_COMMAND_NONE,
  LEGATO_PLAY_COMMAND_TOGGLE,
  LEGATO_PLAY_COMMAND_HURT,
  LEGATO_PLAY_COMMAND_BACK,
  LEGATO_PLAY_COMMAND_SKIP,
  LEGATO_PLAY_COMMAND_SLOWER,
  LEGATO_PLAY_COMMAND_FASTER,
  LEGATO_PLAY_COMMAND_SHORTER,
  LEGATO_PLAY_COMMAND_LONGER,
  LEGATO_PLAY_COMMAND_QUIETER,
  LEGATO_PLAY_COMMAND_LOUDER,
  LEGATO_PLAY_COMMAND_MUTE,
  LEGATO_PLAY_COMMAND_TUNE,
  LEGATO_PLAY_COMMAND_WHOLE,
  LEGATO_PLAY_COMMAND_END,
  LEGATO_PLAY_N_COMMANDS,
} LegatoPlayCommand;

/**
 * LegatoKey: a line of the list of keys
 * @keys: what stands on them, parted by a bar ("←|→"), not yet translated; %NULL ends a list
 * @words: what they do, not yet translated
 */
typedef struct
{
  const char *keys;
  const char *words;
} LegatoKey;

LegatoPlayCommand legato_play_keys_find (guint keyval, GdkModifierType state);
const char *legato_play_command_get_action (LegatoPlayCommand command);
LegatoPlayCommand legato_play_command_from_action (const char *action);
gboolean legato_play_command_repeats (LegatoPlayCommand command);
gboolean
legato_play_command_run (LegatoPlayCommand command, LegatoSession *session, GError **error);
const LegatoKey *legato_play_keys_get_list (void);

G_END_DECLS

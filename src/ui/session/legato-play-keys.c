/* legato-play-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-play-keys.h"

/* Signs are found by what is typed, whatever key they lie on: "+" needs Shift on many keyboards. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  LegatoPlayCommand command;
} keys[] = {
  { GDK_KEY_space, 0, LEGATO_PLAY_COMMAND_TOGGLE },
  { GDK_KEY_KP_Space, 0, LEGATO_PLAY_COMMAND_TOGGLE },
  { GDK_KEY_h, 0, LEGATO_PLAY_COMMAND_HURT },
  { GDK_KEY_Left, 0, LEGATO_PLAY_COMMAND_BACK },
  { GDK_KEY_KP_Left, 0, LEGATO_PLAY_COMMAND_BACK },
  { GDK_KEY_Right, 0, LEGATO_PLAY_COMMAND_SKIP },
  { GDK_KEY_KP_Right, 0, LEGATO_PLAY_COMMAND_SKIP },
  { GDK_KEY_minus, 0, LEGATO_PLAY_COMMAND_SLOWER },
  { GDK_KEY_KP_Subtract, 0, LEGATO_PLAY_COMMAND_SLOWER },
  { GDK_KEY_plus, 0, LEGATO_PLAY_COMMAND_FASTER },
  { GDK_KEY_equal, 0, LEGATO_PLAY_COMMAND_FASTER },
  { GDK_KEY_KP_Add, 0, LEGATO_PLAY_COMMAND_FASTER },
  { GDK_KEY_comma, 0, LEGATO_PLAY_COMMAND_SHORTER },
  { GDK_KEY_period, 0, LEGATO_PLAY_COMMAND_LONGER },
  { GDK_KEY_Down, 0, LEGATO_PLAY_COMMAND_QUIETER },
  { GDK_KEY_KP_Down, 0, LEGATO_PLAY_COMMAND_QUIETER },
  { GDK_KEY_Up, 0, LEGATO_PLAY_COMMAND_LOUDER },
  { GDK_KEY_KP_Up, 0, LEGATO_PLAY_COMMAND_LOUDER },
  { GDK_KEY_m, 0, LEGATO_PLAY_COMMAND_MUTE },
  { GDK_KEY_t, 0, LEGATO_PLAY_COMMAND_TUNE },
  { GDK_KEY_0, 0, LEGATO_PLAY_COMMAND_WHOLE },
  { GDK_KEY_KP_0, 0, LEGATO_PLAY_COMMAND_WHOLE },
  { GDK_KEY_e, GDK_CONTROL_MASK, LEGATO_PLAY_COMMAND_END },
};

static const char *const actions[] = {
  [LEGATO_PLAY_COMMAND_TOGGLE] = "play.toggle",   [LEGATO_PLAY_COMMAND_HURT] = "play.hurt",
  [LEGATO_PLAY_COMMAND_BACK] = "play.back",       [LEGATO_PLAY_COMMAND_SKIP] = "play.skip",
  [LEGATO_PLAY_COMMAND_SLOWER] = "play.slower",   [LEGATO_PLAY_COMMAND_FASTER] = "play.faster",
  [LEGATO_PLAY_COMMAND_SHORTER] = "play.shorter", [LEGATO_PLAY_COMMAND_LONGER] = "play.longer",
  [LEGATO_PLAY_COMMAND_QUIETER] = "play.quieter", [LEGATO_PLAY_COMMAND_LOUDER] = "play.louder",
  [LEGATO_PLAY_COMMAND_MUTE] = "play.mute",       [LEGATO_PLAY_COMMAND_TUNE] = "play.tune",
  [LEGATO_PLAY_COMMAND_WHOLE] = "play.whole",     [LEGATO_PLAY_COMMAND_END] = "play.end",
};

static const LegatoKey list[] = {
  { N_ ("Space"), N_ ("Pause, go on") },
  { "H", N_ ("Stop, it hurts") },
  { "←|→", N_ ("Back, skip this step") },
  { "−|+", N_ ("Slower, faster") },
  { ",|.", N_ ("This step shorter, longer") },
  { "↓|↑", N_ ("Quieter, louder") },
  { "M", N_ ("Turn the sound off or on") },
  { "T", N_ ("Show speed, length and sound") },
  { "0", N_ ("The whole legs, the place from near") },
  { "F11", N_ ("Full screen") },
  { "Esc", N_ ("Leave, after a question") },
  { "Ctrl+E", N_ ("End the session here") },
  { NULL, NULL },
};

/** Returns: what a key does while a session runs, %LEGATO_PLAY_COMMAND_NONE for most */
LegatoPlayCommand
legato_play_keys_find (guint keyval, GdkModifierType state)
{
  const GdkModifierType wanted = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) && keys[i].modifiers == (state & wanted))
      return keys[i].command;
  return LEGATO_PLAY_COMMAND_NONE;
}

/** Returns: (transfer none) (nullable): the command's name as an action of the page, "play.skip" */
const char *
legato_play_command_get_action (LegatoPlayCommand command)
{
  g_return_val_if_fail (command < G_N_ELEMENTS (actions), NULL);
  return actions[command];
}

/** Returns: the command that @action stands for */
LegatoPlayCommand
legato_play_command_from_action (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i], action) == 0)
      return (LegatoPlayCommand) i;
  return LEGATO_PLAY_COMMAND_NONE;
}

/** Returns: whether a key that is held down does it again and again; pausing, say, must not */
gboolean
legato_play_command_repeats (LegatoPlayCommand command)
{
  switch (command)
    {
    case LEGATO_PLAY_COMMAND_SLOWER:
    case LEGATO_PLAY_COMMAND_FASTER:
    case LEGATO_PLAY_COMMAND_QUIETER:
    case LEGATO_PLAY_COMMAND_LOUDER:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
change_tempo (LegatoSession *session, int percent, GError **error)
{
  guint before = legato_session_get_tempo (session);

  legato_session_set_tempo (session, (guint) ((int) before + percent));
  if (legato_session_get_tempo (session) != before)
    return TRUE;
  g_set_error_literal (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                       percent > 0 ? _ ("The session cannot go any faster.")
                                   : _ ("The session cannot go any slower."));
  return FALSE;
}

static gboolean
change_length (LegatoSession *session, int seconds, GError **error)
{
  GError *reason = NULL;

  legato_session_lengthen (session, seconds, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}

/**
 * legato_play_command_run:
 *
 * Does to @session what @command says; commands for the sound and the picture are not its own, and
 * change nothing.
 *
 * Returns: %FALSE with @error set if it cannot be done
 */
gboolean
legato_play_command_run (LegatoPlayCommand command, LegatoSession *session, GError **error)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (session), FALSE);

  switch (command)
    {
    case LEGATO_PLAY_COMMAND_TOGGLE:
      legato_session_toggle (session);
      return TRUE;
    case LEGATO_PLAY_COMMAND_HURT:
      legato_session_hurt (session);
      return TRUE;
    case LEGATO_PLAY_COMMAND_BACK:
      legato_session_back (session);
      return TRUE;
    case LEGATO_PLAY_COMMAND_SKIP:
      legato_session_skip (session);
      return TRUE;
    case LEGATO_PLAY_COMMAND_SLOWER:
      return change_tempo (session, -LEGATO_SESSION_TEMPO_STEP, error);
    case LEGATO_PLAY_COMMAND_FASTER:
      return change_tempo (session, LEGATO_SESSION_TEMPO_STEP, error);
    case LEGATO_PLAY_COMMAND_SHORTER:
      return change_length (session, -LEGATO_SESSION_CHANGE_S, error);
    case LEGATO_PLAY_COMMAND_LONGER:
      return change_length (session, LEGATO_SESSION_CHANGE_S, error);
    case LEGATO_PLAY_COMMAND_END:
      legato_session_stop (session);
      return TRUE;
    default:
      return TRUE;
    }
}

/** Returns: (transfer none) (array zero-terminated): the keys for a person, most needed first */
const LegatoKey *
legato_play_keys_get_list (void)
{
  return list;
}

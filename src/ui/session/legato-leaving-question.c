/* legato-leaving-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-leaving-question.h"

static void
answered_cb (LegatoSession *session, const char *answer)
{
  if (g_str_equal (answer, "go-on") && legato_session_is_running (session))
    legato_session_resume (session);
}

/**
 * legato_leaving_question_new:
 * @session: one that runs; it is paused, and goes on when that is the answer, unless it was paused
 * before
 * @closing: whether the window is to be closed
 *
 * Returns: (transfer none): whether to end @session: "discard", "end" or "go-on", or if @closing
 *   "discard-and-close", "close" or "go-on"; present it
 */
LegatoQuestion *
legato_leaving_question_new (GtkWindow *parent, LegatoSession *session, gboolean closing)
{
  LegatoSessionState state = LEGATO_SESSION_READY;
  LegatoQuestion *question = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (LEGATO_IS_SESSION (session), NULL);

  question = legato_question_new (parent, _ ("End this session?"),
                                  _ ("What you have done so far can stay in your journal."));
  legato_question_add_answer (question, closing ? "discard-and-close" : "discard",
                              _ ("Don’t Keep It"), "destructive-action");
  legato_question_add_answer (question, closing ? "close" : "end",
                              closing ? _ ("Keep It and Close") : _ ("End It"), NULL);
  legato_question_add_answer (question, "go-on", _ ("Go On"), "suggested-action");

  state = legato_session_get_state (session);
  if (state == LEGATO_SESSION_COUNTDOWN || state == LEGATO_SESSION_PLAYING)
    {
      legato_session_pause (session);
      g_signal_connect_object (question, "answered", G_CALLBACK (answered_cb), session,
                               G_CONNECT_SWAPPED);
    }
  return question;
}

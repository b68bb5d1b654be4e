/* legato-session-flow-closing.c: a window closes when what was said in it is on the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-question.h"
#include "legato-session-flow-private.h"

static void
close_for_good (LegatoSessionFlow *self)
{
  self->stopped = TRUE;
  gtk_window_close (self->window);
}

static void
unsaved_answered_cb (LegatoSessionFlow *self, const char *answer)
{
  if (g_str_equal (answer, "quit"))
    close_for_good (self);
}

static void
ask_to_quit (LegatoSessionFlow *self, const GError *unsaved)
{
  /* Translators: the first part says why */
  g_autofree char *text =
      g_strdup_printf (_ ("%s What you said last is lost if you quit now."), unsaved->message);
  LegatoQuestion *question = legato_question_new (self->window, _ ("Quit Without Saving?"), text);

  legato_question_add_answer (question, "quit", _ ("Quit Without Saving"), "destructive-action");
  legato_question_add_answer (question, "stay", _ ("Stay"), NULL);
  g_signal_connect_object (question, "answered", G_CALLBACK (unsaved_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Whether what was said last is on the disk; if it could not be written, asks what to do. */
static gboolean
is_on_disk (LegatoSessionFlow *self)
{
  LegatoPersonModel *person = legato_context_get_person (self->context);
  const GError *unsaved = NULL;

  if (legato_person_model_is_busy (person)
      || (self->session != NULL && legato_session_page_is_busy (self->session)))
    return FALSE;
  self->stopping = FALSE;
  if (self->session != NULL)
    unsaved = legato_session_page_get_unsaved (self->session);
  if (unsaved == NULL)
    unsaved = legato_person_model_get_unkept (person);
  if (unsaved != NULL)
    ask_to_quit (self, unsaved);
  return unsaved == NULL;
}

/** legato_session_flow_go_on_closing: something is no longer on its way to the disk. */
void
legato_session_flow_go_on_closing (LegatoSessionFlow *self)
{
  if (self->stopping && is_on_disk (self))
    close_for_good (self);
}

/** legato_session_flow_close_when_kept: the window closes as soon as all that was said is on the
 * disk. Returns: whether it is */
gboolean
legato_session_flow_close_when_kept (LegatoSessionFlow *self)
{
  self->stopping = TRUE;
  return is_on_disk (self);
}

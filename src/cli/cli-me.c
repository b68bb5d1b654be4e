/* cli-me.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include "cli-journal.h"
#include "cli-me.h"

void
cli_me_clear (CliMe *self)
{
  g_clear_pointer (&self->tools, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static void
failed_cb (LegatoPersonModel *model, const char *message, GError **error)
{
  if (*error == NULL)
    g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED, message);
}

/**
 * cli_me_recall:
 * @self: (out caller-allocates): all zero where there is no journal yet, and none is made
 *
 * Reads from the journal what a plan for its person depends on, just as the window does.
 *
 * Returns: %FALSE with @error set if the journal cannot be read
 */
gboolean
cli_me_recall (CliMe *self, LegatoGuide *guide, GError **error)
{
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoPersonModel) model = NULL;
  g_autoptr (GError) failure = NULL;

  *self = (CliMe){ 0 };
  if (!cli_journal_open_if_there (&journal, error))
    return FALSE;
  if (journal == NULL)
    return TRUE;

  model = legato_person_model_new (guide);
  g_signal_connect (model, "failed", G_CALLBACK (failed_cb), &failure);
  legato_person_model_set_journal (model, journal);
  while (failure == NULL && !legato_person_model_is_loaded (model))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (model, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->person = *legato_person_model_get_person (model);
  self->tools = g_strdupv (legato_person_model_get_profile (model)->tools);
  self->findings = legato_person_model_list_findings (model);
  return TRUE;
}

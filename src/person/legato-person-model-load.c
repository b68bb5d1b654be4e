/* legato-person-model-again.c: what the journal says of the person, when others have written to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-person-model-private.h"

/* Whether what was read of the person is what the journal knows now: not if they said something
 * since it was asked, which is in the journal by the next time. */
static gboolean
is_news (LegatoPersonModel *self, gpointer journal)
{
  if (journal != self->journal)
    return FALSE;
  self->list_again |= self->n_said != self->n_said_when_listing;
  return self->n_said == self->n_said_when_listing;
}

static void
profile_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoProfile) profile = NULL;

  profile = legato_journal_get_profile_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (profile == NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_PROFILE)))
    return;
  legato_profile_unref (self->profile);
  self->profile = g_steal_pointer (&profile);
}

static void
check_in_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoCheckIn) check_in = NULL;

  check_in = legato_journal_get_check_in_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (error != NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_CHECK_IN)))
    return;
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  self->check_in = g_steal_pointer (&check_in);
}

static void
standing_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStanding) standing = NULL;

  standing = legato_journal_get_standing_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (standing == NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_STANDING)))
    return;
  legato_standing_unref (self->standing);
  self->standing = g_steal_pointer (&standing);
}

/* A copy that was put back, another program or another computer may know the person otherwise. The
 * calls keep their order: `changed` follows with the entries. */
void
legato_person_model_read_again (LegatoPersonModel *self)
{
  self->n_said_when_listing = self->n_said;
  legato_journal_get_profile_async (self->journal, NULL, profile_read_cb, g_object_ref (self));
  legato_journal_get_check_in_async (self->journal, NULL, check_in_read_cb, g_object_ref (self));
  legato_journal_get_standing_async (self->journal, NULL, standing_read_cb, g_object_ref (self));
}

/* legato-session-record.c: what a session writes into the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session-testing.h"

/* Says once that the journal does not take what it is given; the session goes on. */
static void
keeping_failed (gpointer data, const GError *error)
{
  LegatoSession *self = data;

  if (self->failure_said)
    return;
  self->failure_said = TRUE;
  g_signal_emit_by_name (self, "unsaved", error);
}

/* Returns: (transfer full): what writes into the journal for it, without a journal yet */
LegatoJournalWriter *
legato_session_make_writer (LegatoSession *self)
{
  return legato_journal_writer_new (keeping_failed, self);
}

/* Returns: (transfer full): all that is needed to take the session up again from here */
LegatoRunning *
legato_session_make_running (LegatoSession *self)
{
  LegatoRunning *running = legato_running_copy (self->facts);

  g_date_time_unref (running->saved_at);
  running->saved_at = g_date_time_new_now_utc ();
  running->tempo = self->tempo;
  running->rest_s = self->rest_s;
  running->completed = self->completed;
  legato_tally_write (self->tally, running);
  return running;
}

static void
mark_partner (LegatoSession *self, LegatoEntry *entry)
{
  if (legato_plan_is_for_partner (legato_session_get_plan (self)))
    legato_entry_add_reason (entry, LEGATO_REASON_ID_PARTNER);
}

/**
 * legato_session_make_entry:
 *
 * Returns: (transfer full): a journal entry that says what was really done, step by step, in
 *   seconds of the clock, without ratings yet; always with the same UUID
 */
LegatoEntry *
legato_session_make_entry (LegatoSession *self)
{
  g_autoptr (LegatoRunning) running = NULL;
  LegatoEntry *entry = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);

  running = legato_session_make_running (self);
  entry = legato_running_make_entry (running);
  mark_partner (self, entry);
  return entry;
}

/* Notes in the journal how far it has come, if there is anything to note. */
void
legato_session_keep (LegatoSession *self)
{
  gint64 spent = legato_tally_get_spent (self->tally);

  if (spent == 0)
    return;
  self->kept_spent = spent;
  if (self->state == LEGATO_SESSION_FINISHED
      && legato_tally_get_done (self->tally) < LEGATO_SESSION_LEAST_DONE)
    legato_journal_writer_forget (self->writer, self->facts->uuid);
  else
    legato_journal_writer_save (self->writer, legato_session_make_running (self));
}

/* Where it may hurt, none of it done, if it cannot be said where it does. */
static void
add_current_step (LegatoSession *self, LegatoEntry *entry)
{
  const LegatoStep *step = NULL;
  g_autoptr (GPtrArray) felt = legato_session_dup_felt_zones (self);
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  if (self->step < 0)
    return;
  step = legato_plan_get_step (legato_session_get_plan (self), (guint) self->step);
  for (guint i = 0; i < felt->len; i++)
    g_ptr_array_add (zones, ((const LegatoZone *) g_ptr_array_index (felt, i))->id);
  g_ptr_array_add (zones, NULL);
  legato_entry_add_step (entry, (guint) self->step, step->leg, step->technique->id,
                         (const char *const *) zones->pdata, step->pressure, step->seconds * 1000,
                         0);
}

/* A stop is an entry of its own (docs/domain.md §8), whether the session goes on or not. While it
 * is asked what was felt, what is known of it is on the disk, so that a crash does not take it.
 * What a partner felt, and where, is kept nowhere. */
void
legato_session_hold_stop (LegatoSession *self,
                          const LegatoZone *zone,
                          LegatoLeg leg,
                          const char *felt)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  LegatoEntry *entry = NULL;

  if (legato_plan_is_for_partner (legato_session_get_plan (self)))
    return;
  entry = legato_entry_new (LEGATO_ENTRY_STOP, now);
  entry->routine = g_strdup (self->facts->routine);
  if (zone != NULL)
    {
      entry->zone = g_strdup (zone->id);
      entry->leg = leg;
    }
  else
    add_current_step (self, entry);
  if (felt != NULL)
    legato_entry_add_reason (entry, felt);
  legato_journal_writer_hold (self->writer, entry, self->stop);
  g_clear_pointer (&self->stop, legato_entry_unref);
  self->stop = entry;
}

/* What is known of the stop goes into the journal. */
void
legato_session_log_stop (LegatoSession *self)
{
  if (self->stop == NULL)
    return;
  g_free (self->logged_stop);
  self->logged_stop = g_strdup (self->stop->uuid);
  legato_journal_writer_add (self->writer, g_steal_pointer (&self->stop));
}

/* Nothing hurt. */
void
legato_session_forget_stop (LegatoSession *self)
{
  if (self->stop != NULL)
    legato_journal_writer_drop (self->writer, self->stop->uuid);
  g_clear_pointer (&self->stop, legato_entry_unref);
}

/**
 * legato_session_wait_for:
 * @path: of the journal, beside which stops are written down until it is there
 * @opens: it is being opened
 */
void
legato_session_wait_for (LegatoSession *self, const char *path, gboolean opens)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  g_return_if_fail (path != NULL);
  legato_journal_writer_wait_for (self->writer, path, opens);
}

/** legato_session_forget: what was done is not to be kept, nor found at the next start; stops stay.
 */
void
legato_session_forget (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  legato_journal_writer_forget (self->writer, self->facts->uuid);
}

/**
 * legato_session_set_journal:
 * @journal: (nullable): where to note how far it has come, and stops that hurt
 *
 * May be said as soon as the journal is open, also under way. Every step, every change and every
 * few seconds it is noted there, so that a crash takes nothing; the entry of
 * legato_session_make_entry(), once added, takes the place of that.
 */
void
legato_session_set_journal (LegatoSession *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  legato_journal_writer_set_journal (self->writer, journal);
}

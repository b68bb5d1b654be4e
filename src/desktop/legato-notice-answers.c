/* legato-notice-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include "legato-follow-ups.h"
#include "legato-notice-answers.h"

/* Not in memory alone: the desktop may start the program only to tell an answer, and end it before
 * the journal could be read. */
#define KEY "reminders-answers"

/* UUID of the session, moment, answer, day on which it was given */
#define TYPE "a(sssu)"
#define ITEM "(&s&s&su)"

/**
 * legato_notice_answers_add:
 * @session: UUID of the session that was asked about
 * @today: the Julian day of today
 *
 * Keeps an answer; where another to the same question waits already, that one stays.
 */
void
legato_notice_answers_add (GSettings *settings,
                           const char *session,
                           LegatoMoment moment,
                           LegatoCompared compared,
                           guint32 today)
{
  g_autoptr (GVariant) waiting = g_settings_get_value (settings, KEY);
  const char *moment_id = legato_moment_to_id (moment);
  const char *other_session = NULL;
  const char *other_moment = NULL;
  const char *other_compared = NULL;
  guint32 day = 0;
  GVariantBuilder builder;
  GVariantIter iter;

  g_return_if_fail (session != NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  g_variant_iter_init (&iter, waiting);
  while (g_variant_iter_next (&iter, ITEM, &other_session, &other_moment, &other_compared, &day))
    {
      if (g_str_equal (other_session, session) && g_str_equal (other_moment, moment_id))
        {
          g_variant_builder_clear (&builder);
          return;
        }
      g_variant_builder_add (&builder, "(sssu)", other_session, other_moment, other_compared, day);
    }
  g_variant_builder_add (&builder, "(sssu)", session, moment_id, legato_compared_to_id (compared),
                         today);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/** Returns: the Julian day of the first answer that waits; %LEGATO_NO_NOTICE_ANSWERS if none does
 */
guint32
legato_notice_answers_get_day (GSettings *settings)
{
  g_autoptr (GVariant) waiting = g_settings_get_value (settings, KEY);
  guint32 first = LEGATO_NO_NOTICE_ANSWERS;
  guint32 day = 0;
  GVariantIter iter;

  g_variant_iter_init (&iter, waiting);
  while (g_variant_iter_next (&iter, ITEM, NULL, NULL, NULL, &day))
    first = MIN (first, day);
  return first;
}

static const LegatoEntry *
find_session (GPtrArray *entries, const char *uuid)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == LEGATO_ENTRY_SESSION && g_str_equal (entry->uuid, uuid))
        return entry;
    }
  return NULL;
}

/* Forgets an answer that waits. */
static void
drop (GSettings *settings, const char *session, const char *moment)
{
  g_autoptr (GVariant) waiting = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other_session = NULL;
  const char *other_moment = NULL;
  const char *compared = NULL;
  guint32 day = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  g_variant_iter_init (&iter, waiting);
  while (g_variant_iter_next (&iter, ITEM, &other_session, &other_moment, &compared, &day))
    if (!g_str_equal (other_session, session) || !g_str_equal (other_moment, moment))
      g_variant_builder_add (&builder, "(sssu)", other_session, other_moment, compared, day);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/* An answer on its way into the journal. */
typedef struct
{
  GSettings *settings;
  char *session;
  char *moment;
  char *name; /* of both, among those that are on their way */
  LegatoNoticeAnswersFailed failed;
  GObject *owner;
} Noting;

/* Returns: (transfer none) (element-type utf8): a set of those on their way by @connection */
static GHashTable *
get_under_way (LegatoJournalConnection *connection)
{
  static const char key[] = "notice-answers";
  GHashTable *names = g_object_get_data (G_OBJECT (connection), key);

  if (names == NULL)
    {
      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (connection), key, names,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return names;
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LegatoJournalConnection *connection = LEGATO_JOURNAL_CONNECTION (source);
  g_autoptr (GError) error = NULL;
  Noting *noting = data;

  g_hash_table_remove (get_under_way (connection), noting->name);
  /* What is kept waits beside the journal where that cannot be written; what is not stays here, for
   * the next look. */
  if (legato_journal_connection_keep_finish (connection, result, &error) == LEGATO_KEPT_NOWHERE)
    noting->failed (noting->owner, error);
  else
    drop (noting->settings, noting->session, noting->moment);
  g_object_unref (noting->settings);
  g_object_unref (noting->owner);
  g_free (noting->session);
  g_free (noting->moment);
  g_free (noting->name);
  g_free (noting);
}

/* @session: (nullable): it is gone. Returns: (transfer full) (nullable): what is to be kept of an
 * answer */
static LegatoEntry *
make_answered (const LegatoEntry *session,
               const char *moment_id,
               const char *compared_id,
               guint32 day)
{
  LegatoMoment moment;
  LegatoCompared compared;

  if (session == NULL || !legato_moment_from_id (moment_id, &moment)
      || !legato_compared_from_id (compared_id, &compared))
    return NULL;
  moment = legato_follow_ups_find_moment (session, moment, day);
  if (legato_entry_is_followed_up (session, moment))
    return NULL;
  return legato_follow_ups_answer (session, moment, compared, day);
}

/**
 * legato_notice_answers_note:
 * @entries: (element-type LegatoEntry): those since %LEGATO_NOTICE_ANSWER_DAYS before
 *   legato_notice_answers_get_day()
 * @failed: called with @owner, and with why an answer goes on waiting, for each that does
 *
 * Puts the answers that wait into the journal, each into its session, as of the day on which it was
 * given. One whose session is gone, or that was given elsewhere meanwhile, is dropped; so is each
 * once it is kept, and no sooner.
 */
void
legato_notice_answers_note (GSettings *settings,
                            LegatoJournalConnection *connection,
                            GPtrArray *entries,
                            LegatoNoticeAnswersFailed failed,
                            GObject *owner)
{
  g_autoptr (GVariant) waiting = g_settings_get_value (settings, KEY);
  const char *uuid = NULL;
  const char *moment_id = NULL;
  const char *compared_id = NULL;
  guint32 day = 0;
  GVariantIter iter;

  g_return_if_fail (entries != NULL);

  g_variant_iter_init (&iter, waiting);
  while (g_variant_iter_next (&iter, ITEM, &uuid, &moment_id, &compared_id, &day))
    {
      const LegatoEntry *session = find_session (entries, uuid);
      g_autoptr (LegatoEntry) answered = NULL;
      g_autofree char *name = g_strconcat (uuid, " ", moment_id, NULL);
      Noting *noting = NULL;

      if (g_hash_table_contains (get_under_way (connection), name))
        continue;
      answered = make_answered (session, moment_id, compared_id, day);
      if (answered == NULL)
        {
          drop (settings, uuid, moment_id);
          continue;
        }
      noting = g_new0 (Noting, 1);
      noting->settings = g_object_ref (settings);
      noting->session = g_strdup (uuid);
      noting->moment = g_strdup (moment_id);
      noting->name = g_strdup (name);
      noting->failed = failed;
      noting->owner = g_object_ref (owner);
      g_hash_table_add (get_under_way (connection), g_steal_pointer (&name));
      legato_journal_connection_keep_async (connection, answered, session, noted_cb, noting);
    }
}

/* legato-journal-sync.c: the calls that wait, for programs without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-backups.h"
#include "legato-journal-private.h"

/* A result that is waited for in a main context of its own, where nothing else can happen. */
typedef struct
{
  GMainContext *context;
  GAsyncResult *result;
} Wait;

static void
wait_begin (Wait *wait)
{
  wait->context = g_main_context_new ();
  wait->result = NULL;
  g_main_context_push_thread_default (wait->context);
}

static void
wait_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
}

static GAsyncResult *
wait_end (Wait *wait)
{
  while (wait->result == NULL)
    g_main_context_iteration (wait->context, TRUE);
  g_main_context_pop_thread_default (wait->context);
  g_main_context_unref (wait->context);
  return wait->result;
}

/**
 * legato_journal_open:
 *
 * Like legato_journal_open_async(), and waits for it.
 *
 * Returns: (transfer full): the open journal, or %NULL with @error set
 */
LegatoJournal *
legato_journal_open (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  Wait wait;

  g_return_val_if_fail (path != NULL, NULL);

  wait_begin (&wait);
  legato_journal_open_for_context (path, context, NULL, wait_cb, &wait);
  result = wait_end (&wait);
  return legato_journal_open_finish (result, error);
}

/**
 * legato_journal_add:
 *
 * Like legato_journal_add_async(), and waits for it.
 *
 * Returns: %TRUE if the entry is saved; %FALSE with @error set
 */
gboolean
legato_journal_add (LegatoJournal *self, const LegatoEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait;

  wait_begin (&wait);
  legato_journal_add_async (self, entry, NULL, wait_cb, &wait);
  result = wait_end (&wait);
  return legato_journal_add_finish (self, result, error);
}

/**
 * legato_journal_list:
 *
 * Like legato_journal_list_async(), and waits for it.
 *
 * Returns: (transfer full) (element-type LegatoEntry): the entries, or %NULL with @error set
 */
GPtrArray *
legato_journal_list (LegatoJournal *self,
                     const GDate *from,
                     const GDate *to,
                     guint limit,
                     guint offset,
                     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait;

  wait_begin (&wait);
  legato_journal_list_async (self, from, to, limit, offset, NULL, wait_cb, &wait);
  result = wait_end (&wait);
  return legato_journal_list_finish (self, result, error);
}

/**
 * legato_journal_ratings:
 *
 * Like legato_journal_ratings_async(), and waits for it.
 *
 * Returns: (transfer full) (element-type LegatoSoreness): as legato_journal_ratings_finish()
 */
GArray *
legato_journal_ratings (LegatoJournal *self,
                        const char *zone,
                        const GDate *from,
                        const GDate *to,
                        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait;

  wait_begin (&wait);
  legato_journal_ratings_async (self, zone, from, to, NULL, wait_cb, &wait);
  result = wait_end (&wait);
  return legato_journal_ratings_finish (self, result, error);
}

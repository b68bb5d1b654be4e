/* legato-journal-private.h: how a call is handed to the worker (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"
#include "legato-store.h"

G_BEGIN_DECLS

/** What a call leaves behind. */
typedef enum
{
  LEGATO_JOURNAL_READS,   /* nothing, or a copy elsewhere */
  LEGATO_JOURNAL_WRITES,  /* what is no entry: how far a session is, the profile */
  LEGATO_JOURNAL_CHANGES, /* entries, which the signal `changed` tells of */
} LegatoJournalEffect;

/**
 * LegatoJournalCall: a kind of call
 * @work: done by the worker: gives its result, or %NULL with @error set; @data is the argument
 * @free_result: %NULL where the result is only that it went well
 * @reads_others: it reads another file as well, so that damage need not be the journal's
 */
typedef struct
{
  gpointer (*work) (LegatoJournal *self, gconstpointer data, GError **error);
  LegatoJournalEffect effect;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean reads_others;
} LegatoJournalCall;

LegatoStore *legato_journal_get_store (LegatoJournal *self);
LegatoCheck *legato_journal_dup_check (LegatoJournal *self);
void legato_journal_note_waiting (LegatoJournal *self, const GError *why);
void legato_journal_start (LegatoJournal *self,
                           const LegatoJournalCall *call,
                           gpointer data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean legato_journal_finish_boolean (LegatoJournal *self,
                                        const LegatoJournalCall *call,
                                        GAsyncResult *result,
                                        GError **error);
gpointer legato_journal_finish_pointer (LegatoJournal *self,
                                        const LegatoJournalCall *call,
                                        GAsyncResult *result,
                                        GError **error);
gboolean legato_journal_finish_value (LegatoJournal *self,
                                      const LegatoJournalCall *call,
                                      GAsyncResult *result,
                                      gpointer value,
                                      gsize size,
                                      GError **error);

void legato_journal_open_for_context (const char *path,
                                      GMainContext *context,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* Most calls do no more than what one function of the store does. These macros define such a call:
 * legato_journal_NAME_async(), which has the worker call legato_store_NAME(), and
 * legato_journal_NAME_finish(). Their doc comment stands above the macro. */

/** Asks for a @Type, which @free_result frees. */
#define LEGATO_JOURNAL_DEFINE_GET(name, Type, free_result)                                         \
  LEGATO_JOURNAL_DEFINE_CALL_ (name, legato_store_##name (store, error), LEGATO_JOURNAL_READS,     \
                               NULL, free_result)                                                  \
  LEGATO_JOURNAL_DEFINE_START (name)                                                               \
  LEGATO_JOURNAL_DEFINE_FINISH (name, Type, pointer)

/** Does something that needs no argument. */
#define LEGATO_JOURNAL_DEFINE_DO(name, effect)                                                     \
  LEGATO_JOURNAL_DEFINE_CALL_ (name, GINT_TO_POINTER (legato_store_##name (store, error)), effect, \
                               NULL, NULL)                                                         \
  LEGATO_JOURNAL_DEFINE_START (name)                                                               \
  LEGATO_JOURNAL_DEFINE_FINISH (name, gboolean, boolean)

/** Does something with a @Type that must not be %NULL, and of which @copy makes a copy that @free
 * frees. */
#define LEGATO_JOURNAL_DEFINE_SET(name, effect, Type, copy, free)                                  \
  LEGATO_JOURNAL_DEFINE_CALL_ (name, GINT_TO_POINTER (legato_store_##name (store, data, error)),   \
                               effect, free, NULL)                                                 \
  void legato_journal_##name##_async (LegatoJournal *self, const Type *value,                      \
                                      GCancellable *cancellable, GAsyncReadyCallback callback,     \
                                      gpointer user_data)                                          \
  {                                                                                                \
    g_return_if_fail (LEGATO_IS_JOURNAL (self));                                                   \
    g_return_if_fail (value != NULL);                                                              \
                                                                                                   \
    legato_journal_start (self, &name##_call, copy (value), cancellable, callback, user_data);     \
  }                                                                                                \
  LEGATO_JOURNAL_DEFINE_FINISH (name, gboolean, boolean)

/** Defines only legato_journal_NAME_async(), for a call without an argument that is named
 * NAME_call. */
#define LEGATO_JOURNAL_DEFINE_START(name)                                                          \
  void legato_journal_##name##_async (LegatoJournal *self, GCancellable *cancellable,              \
                                      GAsyncReadyCallback callback, gpointer user_data)            \
  {                                                                                                \
    g_return_if_fail (LEGATO_IS_JOURNAL (self));                                                   \
    legato_journal_start (self, &name##_call, NULL, cancellable, callback, user_data);             \
  }

/** Defines only legato_journal_NAME_finish(), for a call that is named NAME_call and gives a @Type;
 * @kind is boolean or pointer. */
#define LEGATO_JOURNAL_DEFINE_FINISH(name, Type, kind)                                             \
  Type legato_journal_##name##_finish (LegatoJournal *self, GAsyncResult *result, GError **error)  \
  {                                                                                                \
    return legato_journal_finish_##kind (self, &name##_call, result, error);                       \
  }

/* Defines NAME_call, which has the worker do @expression. */
#define LEGATO_JOURNAL_DEFINE_CALL_(name, expression, effect, free_data, free_result)              \
  static gpointer name##_work (LegatoJournal *self, gconstpointer data, GError **error)            \
  {                                                                                                \
    LegatoStore *store = legato_journal_get_store (self);                                          \
                                                                                                   \
    return expression;                                                                             \
  }                                                                                                \
  static const LegatoJournalCall name##_call = { name##_work, effect, (GDestroyNotify) free_data,  \
                                                 (GDestroyNotify) free_result };

G_END_DECLS

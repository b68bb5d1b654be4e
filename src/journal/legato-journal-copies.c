/* legato-journal-copies.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "legato-backups.h"
#include "legato-database-check.h"
#include "legato-exports.h"
#include "legato-file-state.h"
#include "legato-journal-copies.h"
#include "legato-journal-long.h"
#include "legato-journal-private.h"
#include "legato-recover.h"

static gpointer
export_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  return GINT_TO_POINTER (legato_export_file (call->journal, call->path,
                                              call->format == LEGATO_EXPORT_CSV, call->names,
                                              call->flag, progress, error));
}

/**
 * legato_journal_export_async:
 * @dest: path of the file, which only its owner may read
 * @names: (nullable): what a table calls by a name
 * @may_replace: a file that is there may be replaced, once the new one is whole
 * @progress: (nullable): entries
 *
 * Writes the journal as it is at one moment for others to read.
 */
void
legato_journal_export_async (LegatoJournal *self,
                             const char *dest,
                             LegatoExportFormat format,
                             LegatoCsvNames *names,
                             gboolean may_replace,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (dest != NULL);

  call = legato_long_call_new (self, dest, progress, progress_data, cancellable);
  call->format = format;
  call->names = names != NULL ? legato_csv_names_ref (names) : NULL;
  call->flag = may_replace;
  legato_long_call_start (self, call, export_func, NULL, callback, user_data);
}

/** Returns: %TRUE if the file is on the disk */
gboolean
legato_journal_export_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_long_call_finish (self, export_func, result, error) != NULL;
}

static gpointer
copy_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  return GINT_TO_POINTER (
      legato_store_copy_to (call->journal, call->path, call->flag, progress, error));
}

/**
 * legato_journal_copy_async:
 * @dest: path of the copy, which only its owner may read
 * @may_replace: another copy of a journal that is there may be replaced, once the new one is whole
 * @progress: (nullable): pages
 *
 * Copies the journal to a file that can be a journal again, and looks through it.
 */
void
legato_journal_copy_async (LegatoJournal *self,
                           const char *dest,
                           gboolean may_replace,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (dest != NULL);

  call = legato_long_call_new (self, dest, progress, progress_data, cancellable);
  call->flag = may_replace;
  legato_long_call_start (self, call, copy_func, NULL, callback, user_data);
}

/** Returns: %TRUE if the copy is on the disk */
gboolean
legato_journal_copy_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_long_call_finish (self, copy_func, result, error) != NULL;
}

/** Returns: (transfer full): the folder of copies that are made by themselves, unless another is
 * chosen: beside the journal of legato_journal_get_default_path() */
char *
legato_journal_get_default_backup_folder (void)
{
  g_autofree char *journal = legato_journal_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (journal);

  return g_build_filename (folder, "backups", NULL);
}

/* A folder that somebody chose may be shared with versions that did not mark their copies yet. */
static gboolean
is_default_folder (const char *folder)
{
  g_autofree char *own = legato_journal_get_default_backup_folder ();

  return g_str_equal (folder, own);
}

/**
 * legato_journal_get_last_backup:
 * @path: of the journal
 *
 * Returns: (transfer full) (nullable): when the newest copy of the journal in @folder was made, in
 *   local time, as its name says; what a wrong clock dated later than now does not count
 */
GDateTime *
legato_journal_get_last_backup (const char *folder, const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) paths = NULL;

  g_return_val_if_fail (folder != NULL && path != NULL, NULL);

  /* Why a folder cannot be read is told when a copy is made, or they are listed. */
  paths = legato_backups_list (folder, path, is_default_folder (folder), NULL);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      g_autoptr (GDateTime) made = legato_backup_get_made (g_ptr_array_index (paths, i));

      if (g_date_time_compare (made, now) <= 0)
        return g_steal_pointer (&made);
    }
  return NULL;
}

/** Returns: whether a file of that name in a shared folder is another journal's */
gboolean
legato_journal_is_from_others (LegatoJournal *self, const char *name)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL (self) && name != NULL, FALSE);
  return legato_exports_is_from_others (legato_journal_get_path (self), name);
}

static gpointer
make_backup_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  return legato_backups_make (call->journal, call->path, is_default_folder (call->path),
                              call->n_daily, call->n_weekly, progress, error);
}

/**
 * legato_journal_make_backup_async:
 * @folder: made if it is not there
 * @n_daily, @n_weekly: of how many days and weeks the newest copy is kept; together at least 1
 * @progress: (nullable): pages
 *
 * Copies the journal into @folder, looks through the copy, and then removes those that are no
 * longer due.
 */
void
legato_journal_make_backup_async (LegatoJournal *self,
                                  const char *folder,
                                  guint n_daily,
                                  guint n_weekly,
                                  GFileProgressCallback progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (folder != NULL);
  g_return_if_fail (n_daily + n_weekly > 0);

  call = legato_long_call_new (self, folder, progress, progress_data, cancellable);
  call->n_daily = n_daily;
  call->n_weekly = n_weekly;
  legato_long_call_start (self, call, make_backup_func, g_free, callback, user_data);
}

/** Returns: (transfer full): path of the copy, or %NULL with @error set */
char *
legato_journal_make_backup_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_long_call_finish (self, make_backup_func, result, error);
}

static gpointer
list_backups_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) paths = legato_backups_list (call->path, call->journal, TRUE, error);
  g_autoptr (GPtrArray) infos =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_backup_info_free);

  if (paths != NULL && paths->len == 0)
    {
      g_ptr_array_unref (paths);
      paths = legato_backups_list (call->path, NULL, TRUE, error);
    }
  if (paths == NULL)
    return NULL;
  for (guint i = 0; i < paths->len; i++)
    {
      /* Only those that are sound are wanted. */
      LegatoBackupInfo *info = legato_backup_inspect (g_ptr_array_index (paths, i), NULL);

      if (info != NULL)
        g_ptr_array_add (infos, info);
      if (!legato_progress_step (progress, i, paths->len, error))
        return NULL;
    }
  return g_steal_pointer (&infos);
}

/**
 * legato_journal_list_backups_async:
 * @path: of the journal
 *
 * Looks through all copies of the journal in @folder; where there is none, as on a new computer,
 * through those of others.
 */
void
legato_journal_list_backups_async (const char *folder,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  LegatoLongCall *call = NULL;

  g_return_if_fail (folder != NULL && path != NULL);

  call = legato_long_call_new (NULL, folder, NULL, NULL, cancellable);
  call->journal = g_strdup (path);
  legato_long_call_start (NULL, call, list_backups_func, (GDestroyNotify) g_ptr_array_unref,
                          callback, user_data);
}

/**
 * legato_journal_list_backups_finish:
 *
 * Returns: (transfer full) (element-type LegatoBackupInfo): those that are sound, newest first, or
 *   %NULL with @error set
 */
GPtrArray *
legato_journal_list_backups_finish (GAsyncResult *result, GError **error)
{
  return legato_long_call_finish (NULL, list_backups_func, result, error);
}

/**
 * legato_journal_inspect_backup:
 *
 * Looks through one copy, on the calling thread.
 *
 * Returns: (transfer full): what it holds, or %NULL with @error set if it is not sound
 */
LegatoBackupInfo *
legato_journal_inspect_backup (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return legato_backup_inspect (path, error);
}

/**
 * legato_journal_put_in_place:
 * @path: of a journal that is not there, see legato_journal_set_aside()
 *
 * Makes a copy the journal, on the calling thread.
 *
 * Returns: %TRUE if it is on the disk; %FALSE with @error set, and nothing at @path
 */
gboolean
legato_journal_put_in_place (const char *backup, const char *path, GError **error)
{
  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);
  return legato_backup_put_in_place (backup, path, error);
}

/**
 * legato_journal_exchange:
 * @path: of a journal that cannot be opened and that nobody has open
 * @backup: (nullable): a copy of a journal
 *
 * Sets a journal aside, and makes @backup the journal, on the calling thread. If that fails, the
 * journal is put back; if even that fails, @error tells under which name it is.
 *
 * Returns: (transfer full): the name that it has now, or %NULL with @error set
 */
char *
legato_journal_exchange (const char *path, const char *backup, GError **error)
{
  g_autofree char *aside = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  aside = legato_journal_set_aside (path, error);
  if (aside == NULL)
    return NULL;
  if (backup == NULL || legato_backup_put_in_place (backup, path, error))
    return g_steal_pointer (&aside);
  if (!legato_file_move_aside (aside, path, FALSE))
    {
      g_clear_error (error);
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” could not be renamed: %s"), aside, g_strerror (errno));
    }
  return NULL;
}

static gpointer
recover_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  LegatoRecovered recovered = { 0, FALSE };

  if (!legato_recover (call->path, call->other_path, progress, &recovered.n_entries, &recovered.all,
                       error))
    return NULL;
  return g_memdup2 (&recovered, sizeof recovered);
}

/**
 * legato_journal_recover_async:
 * @damaged: path of a journal that nobody has open; it stays as it is
 * @dest: path at which nothing is
 *
 * Writes a new journal with all that can be read of a damaged one.
 */
void
legato_journal_recover_async (const char *damaged,
                              const char *dest,
                              GFileProgressCallback progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (damaged != NULL && dest != NULL);

  call = legato_long_call_new (NULL, damaged, progress, progress_data, cancellable);
  call->other_path = g_strdup (dest);
  legato_long_call_start (NULL, call, recover_func, g_free, callback, user_data);
}

/**
 * legato_journal_recover_finish:
 * @recovered: (out): what came of it
 *
 * Returns: %FALSE with @error set if nothing could be read
 */
gboolean
legato_journal_recover_finish (GAsyncResult *result, LegatoRecovered *recovered, GError **error)
{
  g_autofree LegatoRecovered *found = legato_long_call_finish (NULL, recover_func, result, error);

  if (found == NULL)
    return FALSE;
  *recovered = *found;
  return TRUE;
}

static gpointer
check_func (LegatoLongCall *call, const LegatoProgress *progress, GError **error)
{
  return GINT_TO_POINTER (legato_database_check_file (call->journal, progress, error));
}

/**
 * legato_journal_check_async:
 *
 * Looks through all of the journal for damage while it is in use.
 */
void
legato_journal_check_async (LegatoJournal *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  legato_long_call_start (self, legato_long_call_new (self, NULL, NULL, NULL, cancellable),
                          check_func, NULL, callback, user_data);
}

/** Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED if it is damaged */
gboolean
legato_journal_check_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_long_call_finish (self, check_func, result, error) != NULL;
}

static gpointer
merge_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  LegatoLongCall *call = (LegatoLongCall *) data;
  LegatoProgress progress = legato_long_call_get_progress (call);
  LegatoMergeResult merged;

  if (!legato_store_merge_file (legato_journal_get_store (self), call->path, call->flag, &progress,
                                &merged, error))
    return NULL;
  return g_memdup2 (&merged, sizeof merged);
}

static gpointer
sync_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  LegatoLongCall *call = (LegatoLongCall *) data;
  LegatoProgress progress = legato_long_call_get_progress (call);
  LegatoMergeResult merged;

  if (!legato_store_sync_folder (legato_journal_get_store (self), call->path, &progress, &merged,
                                 error))
    return NULL;
  return g_memdup2 (&merged, sizeof merged);
}

static gpointer
restore_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  LegatoLongCall *call = (LegatoLongCall *) data;
  LegatoProgress progress = legato_long_call_get_progress (call);

  return legato_store_restore_from (legato_journal_get_store (self), call->path, &progress, error);
}

static const LegatoJournalCall merge_call = { merge_work, LEGATO_JOURNAL_CHANGES,
                                              legato_long_call_free, g_free, TRUE };
static const LegatoJournalCall sync_call = { sync_work, LEGATO_JOURNAL_CHANGES,
                                             legato_long_call_free, g_free, TRUE };
static const LegatoJournalCall restore_call = { restore_work, LEGATO_JOURNAL_CHANGES,
                                                legato_long_call_free, g_free, TRUE };

/**
 * legato_journal_merge_async:
 * @source: path of an export in JSON, or of another journal
 * @try_only: find out what would come of it, and change nothing
 * @progress: (nullable): bytes or entries
 *
 * Brings another journal's entries into this one: all, or none if anything is wrong with them.
 * Where both know an entry, what was said of it last counts, and the other is kept among its
 * earlier versions. Doing it twice changes nothing, and it does not matter which of two is brought
 * to which.
 */
void
legato_journal_merge_async (LegatoJournal *self,
                            const char *source,
                            gboolean try_only,
                            GFileProgressCallback progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (source != NULL);

  call = legato_long_call_new (self, source, progress, progress_data, cancellable);
  call->flag = try_only;
  legato_journal_start (self, &merge_call, call, cancellable, callback, user_data);
}

/**
 * legato_journal_merge_finish:
 * @merged: (out): what came of it, or would come
 *
 * Returns: %FALSE with @error set; then nothing was brought in
 */
gboolean
legato_journal_merge_finish (LegatoJournal *self,
                             GAsyncResult *result,
                             LegatoMergeResult *merged,
                             GError **error)
{
  return legato_journal_finish_value (self, &merge_call, result, merged, sizeof *merged, error);
}

/**
 * legato_journal_sync_folder_async:
 * @folder: one that something else keeps the same on several computers
 *
 * Brings in what the other computers wrote into @folder, and writes there what this one has, in a
 * file of its own. Two computers that do so now and then stay in step.
 */
void
legato_journal_sync_folder_async (LegatoJournal *self,
                                  const char *folder,
                                  GFileProgressCallback progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (folder != NULL);

  legato_journal_start (self, &sync_call,
                        legato_long_call_new (self, folder, progress, progress_data, cancellable),
                        cancellable, callback, user_data);
}

/**
 * legato_journal_sync_folder_finish:
 * @merged: (out): what the other computers brought
 *
 * Returns: %FALSE with @error set
 */
gboolean
legato_journal_sync_folder_finish (LegatoJournal *self,
                                   GAsyncResult *result,
                                   LegatoMergeResult *merged,
                                   GError **error)
{
  return legato_journal_finish_value (self, &sync_call, result, merged, sizeof *merged, error);
}

/**
 * legato_journal_restore_backup_async:
 * @backup: path of a copy of a journal, of this version or an older one
 * @progress: (nullable): pages
 *
 * Puts what a copy holds into the journal, as one change for everybody who has it open. What the
 * journal held before is kept beside it.
 */
void
legato_journal_restore_backup_async (LegatoJournal *self,
                                     const char *backup,
                                     GFileProgressCallback progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (backup != NULL);

  legato_journal_start (self, &restore_call,
                        legato_long_call_new (self, backup, progress, progress_data, cancellable),
                        cancellable, callback, user_data);
}

/** Returns: (transfer full): path of what the journal held before, or %NULL with @error set */
char *
legato_journal_restore_backup_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &restore_call, result, error);
}

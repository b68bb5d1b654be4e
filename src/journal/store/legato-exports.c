/* legato-exports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "legato-database-open.h"
#include "legato-csv.h"
#include "legato-exports.h"
#include "legato-store-merge.h"
#include "legato-store-private.h"

/* Bytes of two files that are compared at once. */
#define COMPARE_AT_ONCE 8192

/* Files in a folder that is kept the same on several computers: one for each of them. */
#define SYNC_PREFIX "legato-"
#define SYNC_SUFFIX ".json"

/* Says of what GIO could not do which file it was. Takes @trouble. */
static gboolean
pass_on (const char *path, GError *trouble, GError **error)
{
  if (trouble->domain == LEGATO_JOURNAL_ERROR
      || g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, trouble);
  else if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      legato_database_fail (NULL, SQLITE_FULL, error);
      g_error_free (trouble);
    }
  else
    {
      legato_database_fail_to_write (path, trouble->message, error);
      g_error_free (trouble);
    }
  return FALSE;
}

static gssize
read_some (GInputStream *stream, char *buffer, gsize size)
{
  gsize n_read = 0;

  return stream != NULL && g_input_stream_read_all (stream, buffer, size, &n_read, NULL, NULL)
             ? (gssize) n_read
             : -1;
}

/* Whether there is nothing new to put in the place of @dest. If either cannot be read, there is. */
static gboolean
is_the_same (const char *part, const char *dest)
{
  g_autoptr (GFile) first = g_file_new_for_path (part);
  g_autoptr (GFile) second = g_file_new_for_path (dest);
  g_autoptr (GFileInputStream) a = g_file_read (first, NULL, NULL);
  g_autoptr (GFileInputStream) b = g_file_read (second, NULL, NULL);
  char a_buffer[COMPARE_AT_ONCE], b_buffer[COMPARE_AT_ONCE];
  gssize n_read;

  do
    {
      n_read = read_some (G_INPUT_STREAM (a), a_buffer, sizeof a_buffer);
      if (n_read < 0 || read_some (G_INPUT_STREAM (b), b_buffer, sizeof b_buffer) != n_read
          || memcmp (a_buffer, b_buffer, (gsize) n_read) != 0)
        return FALSE;
    }
  while (n_read > 0);
  return TRUE;
}

/* The file has its name only once it is whole, and nobody else may ever read it. One that says the
 * same already is left alone, so that nothing is sent to other computers for nothing. */
static gboolean
write_file (LegatoStore *store,
            const char *dest,
            gboolean csv,
            const LegatoCsvNames *names,
            const LegatoProgress *progress,
            GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *part = g_strconcat (dest, ".", id, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (part);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) trouble = NULL;
  gboolean ok;

  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, &trouble);
  if (stream == NULL)
    return pass_on (dest, g_steal_pointer (&trouble), error);
  ok = (csv ? legato_store_export_csv (store, G_OUTPUT_STREAM (stream), names, progress, &trouble)
            : legato_store_export (store, G_OUTPUT_STREAM (stream), progress, &trouble))
       && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &trouble)
       && legato_file_sync (part, &trouble);
  if (ok && is_the_same (part, dest))
    {
      g_unlink (part);
      return TRUE;
    }
  if (ok && g_rename (part, dest) == 0)
    return TRUE;
  if (ok)
    legato_database_fail_to_write (dest, g_strerror (errno), error);
  else
    pass_on (dest, g_steal_pointer (&trouble), error);
  g_unlink (part);
  return FALSE;
}

/**
 * legato_export_file:
 * @journal: path of the journal, which others may have open
 * @csv: a row a rating instead of all in JSON
 * @names: (nullable): what a table calls by a name
 * @progress: (nullable): entries
 */
gboolean
legato_export_file (const char *journal,
                    const char *dest,
                    gboolean csv,
                    const LegatoCsvNames *names,
                    gboolean may_replace,
                    const LegatoProgress *progress,
                    GError **error)
{
  g_autoptr (LegatoStore) store = NULL;
  gboolean exists;

  if (!legato_database_check_dest (dest, may_replace, &exists, error))
    return FALSE;
  store = legato_store_open (journal, error);
  return store != NULL && write_file (store, dest, csv, names, progress, error);
}

/* Whether @path begins as SQLite's files do; @readable: whether it could be read at all */
static gboolean
is_database (const char *path, GError **error, gboolean *readable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  char head[16] = "";
  gboolean exists;

  *readable = FALSE;
  if (!legato_database_check_path (path, &exists, error))
    return FALSE;
  stream = g_file_read (file, NULL, error);
  *readable =
      stream != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, NULL, NULL, error);
  return *readable && memcmp (head, "SQLite format 3", 16) == 0;
}

static gboolean
merge_stream (LegatoStore *self,
              const char *path,
              gboolean try_only,
              const LegatoProgress *progress,
              LegatoMergeResult *result,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL
         && legato_store_import (self, G_INPUT_STREAM (stream), try_only, progress, result, error);
}

/* Another journal is exported to a file of nobody else, and that is brought in. */
static gboolean
merge_journal (LegatoStore *self,
               const char *path,
               gboolean try_only,
               const LegatoProgress *progress,
               LegatoMergeResult *result,
               GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("legato-XXXXXX", error);
  g_autofree char *json = NULL;
  g_autoptr (LegatoStore) other = NULL;
  gboolean ok;

  if (folder == NULL)
    return FALSE;
  json = g_build_filename (folder, "export.json", NULL);
  other = legato_store_open_to_read (path, error);
  ok = other != NULL && write_file (other, json, FALSE, NULL, progress, error)
       && merge_stream (self, json, try_only, progress, result, error);
  g_unlink (json);
  g_rmdir (folder);
  return ok;
}

/**
 * legato_store_merge_file:
 * @path: of an export in JSON, or of another journal
 * @try_only: find out what would come of it, and change nothing
 * @progress: (nullable): bytes or entries
 * @result: (out): what came of it
 */
gboolean
legato_store_merge_file (LegatoStore *self,
                         const char *path,
                         gboolean try_only,
                         const LegatoProgress *progress,
                         LegatoMergeResult *result,
                         GError **error)
{
  gboolean readable;
  gboolean database = is_database (path, error, &readable);

  if (!readable)
    return FALSE;
  return database ? merge_journal (self, path, try_only, progress, result, error)
                  : merge_stream (self, path, try_only, progress, result, error);
}

/**
 * legato_exports_dup_mark:
 *
 * What tells a journal from others in a folder that two people at one computer, or several
 * computers, may share: the same for as long as the system is not installed anew and the journal
 * lies where it is, and of no use to others.
 *
 * Returns: (transfer full): eight letters and digits
 */
char *
legato_exports_dup_mark (const char *journal)
{
  g_autofree char *machine = NULL;
  g_autofree char *identity = NULL;
  g_autofree char *sum = NULL;

  /* Where there is none, the name tells computers apart. */
  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  identity = g_strconcat (machine, journal, NULL);
  sum = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) LEGATO_APP_ID,
                                   strlen (LEGATO_APP_ID), identity, -1);
  return g_strndup (sum, 8);
}

static char *
get_own_name (const char *journal)
{
  g_autofree char *mark = legato_exports_dup_mark (journal);
  g_autofree char *host = g_strdelimit (g_strdup (g_get_host_name ()), "/. ", '-');

  return g_strconcat (SYNC_PREFIX, host, "-", mark, SYNC_SUFFIX, NULL);
}

static gboolean
is_from_others (const char *name, const char *own)
{
  return g_str_has_prefix (name, SYNC_PREFIX) && g_str_has_suffix (name, SYNC_SUFFIX)
         && !g_str_equal (name, own);
}

/** Returns: whether a file of that name in a shared folder is another journal's */
gboolean
legato_exports_is_from_others (const char *journal, const char *name)
{
  g_autofree char *own = get_own_name (journal);

  return is_from_others (name, own);
}

/* A file that cannot be read, as one that is only half there yet, is left for the next time. */
static gboolean
merge_others (LegatoStore *self,
              const char *folder,
              const char *own,
              const LegatoProgress *progress,
              LegatoMergeResult *result,
              GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) trouble = NULL;
      LegatoMergeResult merged = { 0 };

      if (!is_from_others (name, own))
        continue;
      if (!merge_stream (self, path, FALSE, progress, &merged, &trouble)
          && !g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
      if (trouble != NULL)
        {
          g_debug ("%s: %s", path, trouble->message);
          result->n_unread++;
          continue;
        }
      result->n_seen += merged.n_seen;
      result->n_added += merged.n_added;
      result->n_changed += merged.n_changed;
      result->n_removed += merged.n_removed;
    }
  return dir != NULL;
}

/**
 * legato_store_sync_folder:
 * @folder: one that something else keeps the same on several computers
 * @result: (out): what the other computers brought
 */
gboolean
legato_store_sync_folder (LegatoStore *self,
                          const char *folder,
                          const LegatoProgress *progress,
                          LegatoMergeResult *result,
                          GError **error)
{
  g_autofree char *own = get_own_name (self->path);
  g_autofree char *path = g_build_filename (folder, own, NULL);

  memset (result, 0, sizeof *result);
  return merge_others (self, folder, own, progress, result, error)
         && write_file (self, path, FALSE, NULL, progress, error);
}

/* legato-routine-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-routine-file.h"

/* In characters: a label takes minutes to lay out a word of some thousands. */
#define MOST_OF_NAME 80

/**
 * legato_routine_file_dup_name:
 *
 * Returns: (transfer full): what @file is called, as text that can be shown; of a very long name
 * the middle is left out
 */
char *
legato_routine_file_dup_name (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *begin = NULL;
  glong length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  name = g_filename_display_name (base != NULL ? base : "?");
  length = g_utf8_strlen (name, -1);
  if (length <= MOST_OF_NAME)
    return g_steal_pointer (&name);
  begin = g_utf8_substring (name, 0, MOST_OF_NAME / 2);
  return g_strconcat (begin, "…", g_utf8_offset_to_pointer (name, length - MOST_OF_NAME / 2), NULL);
}

/* What the system says of a file tells where it lies; of a place as long as that the name will do.
 */
static void
shorten_error (GFile *file, const char *name, GError *error)
{
  g_autofree char *place = g_file_get_parse_name (file);
  g_autoptr (GString) message = g_string_new (error->message);

  if (g_utf8_strlen (place, -1) <= 4 * MOST_OF_NAME)
    return;
  g_string_replace (message, place, name, 0);
  g_free (error->message);
  error->message = g_string_free (g_steal_pointer (&message), FALSE);
}

/* Only what is a file, or a link to one, is opened: a pipe would keep us waiting. */
static gboolean
check_kind (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info == NULL)
    {
      shorten_error (file, name, problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INVALID,
                   _ ("“%s” is a folder, not the file of a routine."), name);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INVALID,
                   _ ("“%s” is no plain file."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > LEGATO_ROUTINE_MAX_BYTES)
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_INVALID,
                   _ ("%s:1: the file is too large"), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * legato_routine_file_read: reads what @file holds, up to a little over %LEGATO_ROUTINE_MAX_BYTES
 *
 * Blocks as long as the disk does.
 *
 * Returns: (transfer full) (nullable): its bytes; or %NULL and @error: %LEGATO_GUIDE_ERROR_INVALID
 *   for what is no plain file or too large, else a %G_IO_ERROR
 */
GBytes *
legato_routine_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  gsize size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = legato_routine_file_dup_name (file);
  if (!check_kind (file, name, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  /* One byte more than may be there tells that there is more; size above need not be true. */
  data = g_malloc (LEGATO_ROUTINE_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, LEGATO_ROUTINE_MAX_BYTES + 1, &size,
                                cancellable, error))
    return NULL;
  return g_bytes_new (data, size);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = source;
  LegatoGuide *guide = data;
  GError *error = NULL;
  g_autofree char *name = legato_routine_file_dup_name (file);
  g_autoptr (GBytes) bytes = legato_routine_file_read (file, cancellable, &error);
  LegatoRoutine *routine = NULL;

  if (bytes != NULL)
    routine = legato_routine_new_from_bytes (guide, name, bytes, &error);
  if (routine != NULL)
    g_task_return_pointer (task, routine, (GDestroyNotify) legato_routine_free);
  else
    g_task_return_error (task, error);
}

/**
 * legato_routine_file_load_async: reads the own routine in @file, in a thread
 * @guide: as for legato_routine_new_from_bytes()
 */
void
legato_routine_file_load_async (GFile *file,
                                LegatoGuide *guide,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (guide != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, legato_routine_file_load_async);
  g_task_set_task_data (task, legato_guide_ref (guide), (GDestroyNotify) legato_guide_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * legato_routine_file_load_finish:
 *
 * Returns: (transfer full) (nullable): the routine; or %NULL and @error, as
 *   legato_routine_file_read() and legato_routine_new_from_bytes()
 */
LegatoRoutine *
legato_routine_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

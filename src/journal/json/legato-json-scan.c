/* legato-json-scan.c
 *
 * json-glib reads a document as a whole. Here only the outermost levels are followed; what lies in
 * them is handed out as text, one value at a time, and is for json-glib to read. So what is not
 * JSON inside of a value is not noticed here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-journal-error.h"
#include "legato-json-scan.h"

#define BUFFER_SIZE 65536

/* The longest name of a member. */
#define NAME_MAX_BYTES 256

struct _LegatoJsonScan
{
  GInputStream *stream;
  GCancellable *cancellable;
  GError *error;
  char *buffer;
  gsize position;
  gsize length;
  guint64 before; /* bytes that were read before @buffer */
};

/** Returns: (transfer full): a scan of @stream from where it is; @cancellable may be %NULL */
LegatoJsonScan *
legato_json_scan_new (GInputStream *stream, GCancellable *cancellable)
{
  LegatoJsonScan *self = g_new0 (LegatoJsonScan, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->buffer = g_malloc (BUFFER_SIZE);
  return self;
}

void
legato_json_scan_free (LegatoJsonScan *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self);
}

/** @error: (transfer full): why what was read will not do */
void
legato_json_scan_fail (LegatoJsonScan *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

static gboolean
fail_here (LegatoJsonScan *self)
{
  g_autofree char *offset =
      g_strdup_printf ("%" G_GUINT64_FORMAT, legato_json_scan_get_offset (self));

  legato_json_scan_fail (self, g_error_new (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                                            _ ("The file is not JSON, or it ends too early (at "
                                               "byte %s)."),
                                            offset));
  return FALSE;
}

/* Returns: the next byte without taking it, or -1 */
static int
peek (LegatoJsonScan *self)
{
  gssize n_read;

  if (self->error != NULL)
    return -1;
  if (self->position < self->length)
    return (guchar) self->buffer[self->position];
  n_read = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, self->cancellable,
                                &self->error);
  if (n_read <= 0)
    return -1;
  self->before += self->length;
  self->length = (gsize) n_read;
  self->position = 0;
  return (guchar) self->buffer[0];
}

static int
peek_after_space (LegatoJsonScan *self)
{
  int c;

  while ((c = peek (self)) == ' ' || c == '\t' || c == '\n' || c == '\r')
    self->position++;
  return c;
}

/** Returns: whether an array or object begins, which is entered */
gboolean
legato_json_scan_enter (LegatoJsonScan *self, char bracket)
{
  if (peek_after_space (self) != bracket)
    return fail_here (self);
  self->position++;
  return TRUE;
}

/**
 * legato_json_scan_next:
 * @bracket: what ends the array or object
 * @is_first: (inout): %TRUE at the beginning
 *
 * Returns: whether there is one more in it; otherwise it is left, or there was a failure
 */
gboolean
legato_json_scan_next (LegatoJsonScan *self, char bracket, gboolean *is_first)
{
  int c = peek_after_space (self);
  gboolean was_first = *is_first;

  *is_first = FALSE;
  if (c == bracket)
    {
      self->position++;
      return FALSE;
    }
  if (was_first)
    return c >= 0 || fail_here (self);
  if (c != ',')
    return fail_here (self);
  self->position++;
  return TRUE;
}

/** Takes the name of a member, up to its value. Escapes in it stay as they are: no name that Legato
 * knows has any. */
gboolean
legato_json_scan_name (LegatoJsonScan *self, GString *name)
{
  int c;

  g_string_truncate (name, 0);
  if (peek_after_space (self) != '"')
    return fail_here (self);
  self->position++;
  while ((c = peek (self)) >= 0x20 && c != '"' && name->len < NAME_MAX_BYTES)
    {
      g_string_append_c (name, (char) c);
      self->position++;
    }
  if (c != '"')
    return fail_here (self);
  self->position++;
  if (peek_after_space (self) != ':')
    return fail_here (self);
  self->position++;
  return TRUE;
}

static gboolean
ends_plain_value (int c)
{
  return c < 0 || c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\n'
         || c == '\r';
}

/**
 * legato_json_scan_value:
 * @value: filled with its text
 * @max: bytes that it may have
 *
 * Takes one value with all that is in it.
 */
gboolean
legato_json_scan_value (LegatoJsonScan *self, GString *value, gsize max)
{
  int depth = 0;
  gboolean in_string = FALSE;
  gboolean escaped = FALSE;
  int c = peek_after_space (self);

  g_string_truncate (value, 0);
  if (ends_plain_value (c))
    return fail_here (self);
  for (;;)
    {
      gsize begin = self->position;
      gboolean ends = FALSE;

      if (depth == 0 && !in_string && value->len > 0 && ends_plain_value (c))
        return self->error == NULL && (value->len <= max || fail_here (self));
      if (c < 0 || value->len >= max)
        return fail_here (self);
      /* What is in the buffer is taken in one piece: byte by byte it would take longer than to
       * parse it. */
      while (self->position < self->length && !ends)
        {
          c = (guchar) self->buffer[self->position];
          if (depth == 0 && !in_string && self->position > begin && ends_plain_value (c))
            break;
          self->position++;
          if (in_string)
            {
              in_string = escaped || c != '"';
              escaped = !escaped && c == '\\';
              ends = !in_string && depth == 0;
            }
          else if (c == '"')
            in_string = TRUE;
          else if (c == '{' || c == '[')
            depth++;
          else if (c == '}' || c == ']')
            ends = --depth == 0;
        }
      g_string_append_len (value, self->buffer + begin, (gssize) (self->position - begin));
      if (ends)
        return value->len <= max || fail_here (self);
      c = peek (self);
    }
}

/** Returns: bytes that were taken so far */
guint64
legato_json_scan_get_offset (LegatoJsonScan *self)
{
  return self->before + self->position;
}

/** Returns: whether anything went wrong so far */
gboolean
legato_json_scan_has_failed (LegatoJsonScan *self)
{
  return self->error != NULL;
}

/** Returns: whether all went well and nothing is left */
gboolean
legato_json_scan_end (LegatoJsonScan *self, GError **error)
{
  if (self->error == NULL && peek_after_space (self) >= 0)
    fail_here (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

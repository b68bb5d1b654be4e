/* legato-routine-writer.c: an own routine as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-guide-private.h"
#include "legato-routine-file.h"

static void
append_text (GString *xml, const char *element, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (xml, "    <%s>%s</%s>\n", element, escaped, element);
}

static void
append_given (GString *xml, const LegatoRoutine *routine)
{
  g_autofree char *escaped = NULL;

  if (routine->given_by == NULL)
    return;
  escaped = g_markup_escape_text (routine->given_by, -1);
  g_string_append (xml, "    <given");
  if (routine->times_a_week > 0)
    g_string_append_printf (xml, " times-a-week=\"%u\"", routine->times_a_week);
  g_string_append_printf (xml, ">%s</given>\n", escaped);
}

static void
append_step (GString *xml, const LegatoRoutineStep *step)
{
  g_string_append_printf (xml, "      <step phase=\"%s\"", legato_phase_to_id (step->phase));
  if (step->technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    {
      g_string_append_printf (xml, " exercise=\"%s\"", step->technique->id);
    }
  else
    {
      g_string_append_printf (xml, " technique=\"%s\" zones=\"", step->technique->id);
      for (guint i = 0; i < step->zones->len; i++)
        g_string_append_printf (xml, "%s%s", i > 0 ? " " : "",
                                ((const LegatoZone *) step->zones->pdata[i])->id);
      g_string_append_printf (xml, "\" pressure=\"%s\"%s", legato_pressure_to_id (step->pressure),
                              step->brisk ? " brisk=\"yes\"" : "");
    }
  g_string_append_printf (xml, " seconds=\"%u\"/>\n", step->seconds);
}

static void
append_part (GString *xml, const char *element, GPtrArray *steps)
{
  if (steps->len == 0)
    return;
  g_string_append_printf (xml, "    <%s>\n", element);
  for (guint i = 0; i < steps->len; i++)
    append_step (xml, g_ptr_array_index (steps, i));
  g_string_append_printf (xml, "    </%s>\n", element);
}

/**
 * legato_routine_to_bytes:
 * @self: a routine whose texts hold no control characters, and no steps of hands without a zone
 *
 * Returns: (transfer full): a file of it: legato_routine_new_from_bytes() reads the same routine,
 *   but for white space in its texts, which becomes one space between two words
 */
GBytes *
legato_routine_to_bytes (const LegatoRoutine *self)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (
      xml, "<guide version=\"%d\">\n  <routine id=\"%s\"%s%s%s%s", LEGATO_GUIDE_VERSION, self->id,
      self->distal_first ? "" : " proximal-first=\"yes\"", self->partner ? " partner=\"yes\"" : "",
      self->dressed ? " dressed=\"yes\"" : "", self->no_rest ? " no-rest=\"yes\"" : "");
  if (self->prepare != NULL)
    g_string_append_printf (xml, " prepare=\"%s\"", self->prepare);
  g_string_append (xml, ">\n");
  append_text (xml, "name", self->name);
  append_text (xml, "words", self->words);
  append_text (xml, "summary", self->summary);
  append_given (xml, self);
  append_part (xml, "before", self->before);
  append_part (xml, "leg", self->leg_steps);
  append_part (xml, "after", self->after);
  g_string_append (xml, "  </routine>\n</guide>\n");
  return g_string_free_to_bytes (g_steal_pointer (&xml));
}

/**
 * legato_routine_save: writes @self to the file @path, in place of one that is there
 *
 * The file is whole at any time: what was there before, or the new one. It is on the disk when this
 * returns.
 *
 * Returns: whether that went well; if not, @error is a %G_FILE_ERROR and the file is as it was
 */
gboolean
legato_routine_save (const LegatoRoutine *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  bytes = legato_routine_to_bytes (self);
  return g_file_set_contents_full (
      path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

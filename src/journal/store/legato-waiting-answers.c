/* legato-waiting-answers.c
 *
 * All of it is one file, in the folder where entries wait: the object that an export has for the
 * person. A journal in memory turns it into rows and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gstdio.h>

#include "legato-store-merge.h"
#include "legato-store-private.h"
#include "legato-store-profile.h"
#include "legato-store-standing.h"
#include "legato-waiting-answers.h"
#include "legato-waiting.h"

/* Not what entries end with, which are counted and taken in without asking. */
#define NAME "person"

#define FORGET "forget"
#define INFORMED "informed"

static GString *
to_json (const LegatoAnswers *answers, GError **error)
{
  g_autoptr (LegatoStore) store = legato_store_open_in_memory (error);
  g_autoptr (GString) json = g_string_new (NULL);

  if (store == NULL
      || (answers->profile != NULL
          && !legato_store_replace_profile (store, answers->profile, error))
      || (answers->check_in != NULL
          && !legato_store_replace_check_in (store, answers->check_in, error))
      || (answers->standing != NULL
          && !legato_store_replace_standing (store, answers->standing, error))
      || !legato_store_write_person (store, json, error))
    return NULL;
  g_string_truncate (json, json->len - 1);
  g_string_append_printf (json, ",\"" FORGET "\":%s,\"" INFORMED "\":%s}",
                          answers->forget ? "true" : "false", answers->informed ? "true" : "false");
  return g_steal_pointer (&json);
}

static gboolean
from_json (const char *text, gsize length, LegatoAnswers *answers, GError **error)
{
  g_autoptr (JsonParser) parser = legato_json_parse (text, length, error);
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (LegatoProfile) nothing = legato_profile_new ();
  g_autoptr (GError) trouble = NULL;
  JsonObject *object = NULL;

  if (parser == NULL || (store = legato_store_open_in_memory (error)) == NULL
      || !legato_store_read_person (store, text, error)
      || (answers->profile = legato_store_get_profile (store, error)) == NULL
      || (answers->standing = legato_store_get_standing (store, error)) == NULL)
    return FALSE;
  answers->check_in = legato_store_get_check_in (store, &trouble);
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (legato_profile_equal (answers->profile, nothing))
    g_clear_pointer (&answers->profile, legato_profile_free);
  if (legato_standing_is_empty (answers->standing))
    g_clear_pointer (&answers->standing, legato_standing_free);
  object = json_node_get_object (json_parser_get_root (parser));
  answers->forget = json_object_get_boolean_member_with_default (object, FORGET, FALSE);
  answers->informed = json_object_get_boolean_member_with_default (object, INFORMED, FALSE);
  return TRUE;
}

/**
 * legato_waiting_keep_answers:
 *
 * Writes down what the journal cannot take now, in the place of what was written so before.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_waiting_keep_answers (const char *journal, const LegatoAnswers *answers, GError **error)
{
  g_autoptr (GString) json = to_json (answers, error);

  return json != NULL && legato_waiting_write (journal, NAME, json->str, error);
}

/**
 * legato_waiting_read_answers:
 * @answers: (out caller-allocates): to be cleared; nothing is said if nothing waits
 *
 * Returns: %FALSE with @error set if what waits cannot be read; it is kept under another name
 */
gboolean
legato_waiting_read_answers (const char *journal, LegatoAnswers *answers, GError **error)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);

  *answers = (LegatoAnswers){ 0 };
  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], NAME, NULL);
      g_autofree char *aside = NULL;
      g_autofree char *json = NULL;
      gsize length;

      if (!g_file_get_contents (path, &json, &length, NULL))
        continue;
      if (from_json (json, length, answers, error))
        return TRUE;
      aside = legato_file_name_aside (path, "unreadable");
      g_rename (path, aside);
      g_prefix_error (error, "%s: ", aside);
      legato_answers_clear (answers);
      return FALSE;
    }
  return TRUE;
}

/** Returns: whether anything that a person said of themselves waits */
gboolean
legato_waiting_has_answers (const char *journal)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], NAME, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/** legato_waiting_forget_answers: the journal holds them, or nobody wants them. */
void
legato_waiting_forget_answers (const char *journal)
{
  legato_waiting_remove (journal, NAME);
}

/* legato-text-index.c
 *
 * FTS5's tokenizer takes everything between two spaces for one word. Where a script sets none
 * between words (Chinese, Japanese, Thai …), each character is made a word of its own here, in the
 * index and in a query alike, and a query asks for them one after the other. So part of a sentence
 * is found in any script, without a dictionary.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-database.h"
#include "legato-text-index.h"

/* Beginnings of words up to so many letters have an index of their own (schema-5.sql). */
#define BEGINNING_MAX 3

/* Up to so many words with the same beginning are looked up one by one. */
#define SPELLED_OUT_MAX 32

#define ENTRY_TEXT                                                                                 \
  "note || (SELECT ifnull (group_concat (' ' || name, ''), '') FROM tag WHERE tag.entry = id)"

static gboolean
stands_alone (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return g_unichar_isalnum (c);
    default:
      return FALSE;
    }
}

/**
 * legato_text_index_split:
 * @text: a note
 *
 * Returns: (transfer full): the same with spaces round every character that is a word of its own
 */
char *
legato_text_index_split (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *split = g_string_new (NULL);

  for (const char *c = composed; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean alone = stands_alone (character);

      if (alone)
        g_string_append_c (split, ' ');
      g_string_append_unichar (split, character);
      if (alone)
        g_string_append_c (split, ' ');
    }
  return g_string_free (split, FALSE);
}

static gboolean
has_word (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        return TRUE;
    }
  return FALSE;
}

/* Whether FTS5 keeps the whole of @word as it is, but for its letter case. */
static gboolean
is_plain (const char *word)
{
  for (const char *c = word; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return FALSE;
  return TRUE;
}

/* Finds the least word of the index that is not less than @least. @word: (out) (transfer full)
 * (nullable) */
static gboolean
find_word (sqlite3_stmt *next, const char *least, char **word)
{
  int status = SQLITE_OK;

  sqlite3_bind_text (next, 1, least, -1, SQLITE_TRANSIENT);
  status = sqlite3_step (next);
  *word = status == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (next, 0)) : NULL;
  sqlite3_reset (next);
  return status == SQLITE_ROW || status == SQLITE_DONE;
}

/* A beginning of more letters than those with an index of their own makes FTS5 read every place of
 * each word that begins so. A query that names these words, if they are few, gives the newest and
 * stops. Returns: (transfer full) (nullable): those, if they are few and can be listed; without
 * them the search is only slower */
static char *
spell_out (sqlite3 *db, const char *word)
{
  g_autofree char *beginning = g_ascii_strdown (word, -1);
  g_autofree char *least = g_strdup (beginning);
  g_autoptr (GString) query = g_string_new ("(");
  sqlite3_stmt *next = NULL;
  gboolean all = FALSE;

  if (strlen (word) <= BEGINNING_MAX || !is_plain (word)
      || !legato_database_exec (db,
                                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary "
                                "USING fts5vocab (main, words, instance)",
                                NULL)
      || sqlite3_prepare_v2 (db, "SELECT term FROM temp.vocabulary WHERE term >= ?1 LIMIT 1", -1,
                             &next, NULL)
             != SQLITE_OK)
    return NULL;
  for (int i = 0; i < SPELLED_OUT_MAX && !all; i++)
    {
      g_autofree char *found = NULL;

      if (!find_word (next, least, &found))
        break;
      all = found == NULL || !g_str_has_prefix (found, beginning);
      if (all)
        continue;
      g_string_append_printf (query, "%s\"%s\"", i > 0 ? " OR " : "", found);
      g_free (least);
      least = g_strconcat (found, "\001", NULL);
    }
  sqlite3_finalize (next);
  if (!all || query->len == 1)
    return NULL;
  g_string_append_c (query, ')');
  return g_strdup (query->str);
}

/**
 * legato_text_index_make_query:
 * @text: what a person typed
 *
 * Returns: (transfer full) (nullable): a query of FTS5 for entries that hold every word of @text,
 *   each at least as the beginning of a word; %NULL if there is none in it
 */
char *
legato_text_index_make_query (sqlite3 *db, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) query = g_string_new (NULL);

  if (composed == NULL)
    return NULL;
  words = g_strsplit_set (composed, " \t\r\n\"", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *split = has_word (words[i]) ? legato_text_index_split (words[i]) : NULL;
      g_autofree char *spelled = split != NULL ? spell_out (db, words[i]) : NULL;

      if (split == NULL)
        continue;
      g_string_append (query, query->len > 0 ? " AND " : "");
      if (spelled != NULL)
        g_string_append (query, spelled);
      else
        g_string_append_printf (query, "\"%s\"*", split);
    }
  return query->len > 0 ? g_strdup (query->str) : NULL;
}

static gboolean
insert_words (sqlite3 *db, sqlite3_stmt *insert, sqlite3_stmt *row, GError **error)
{
  g_autofree char *split = legato_text_index_split ((const char *) sqlite3_column_text (row, 1));
  int status;

  sqlite3_bind_int64 (insert, 1, sqlite3_column_int64 (row, 0));
  sqlite3_bind_text (insert, 2, split, -1, SQLITE_STATIC);
  status = sqlite3_step (insert);
  sqlite3_reset (insert);
  sqlite3_clear_bindings (insert);
  return status == SQLITE_DONE || legato_database_fail (db, status, error);
}

/**
 * legato_text_index_build:
 *
 * Makes the index of all entries anew, in the transaction that is open.
 */
gboolean
legato_text_index_build (sqlite3 *db, GError **error)
{
  sqlite3_stmt *select = NULL;
  sqlite3_stmt *insert = NULL;
  gboolean ok = TRUE;
  int status;

  if (!legato_database_exec (db, "DELETE FROM words", error))
    return FALSE;
  status =
      sqlite3_prepare_v2 (db,
                          "SELECT " LEGATO_TEXT_INDEX_KEY ", " ENTRY_TEXT " AS text FROM entry "
                          "WHERE deleted_us IS NULL AND text <> ''",
                          -1, &select, NULL);
  if (status == SQLITE_OK)
    status = sqlite3_prepare_v2 (db, "INSERT OR REPLACE INTO words (rowid, text) VALUES (?1, ?2)",
                                 -1, &insert, NULL);
  while (status == SQLITE_OK && ok && (status = sqlite3_step (select)) == SQLITE_ROW)
    {
      ok = insert_words (db, insert, select, error);
      status = SQLITE_OK;
    }
  if (ok && status != SQLITE_DONE)
    ok = legato_database_fail (db, status, error);
  sqlite3_finalize (select);
  sqlite3_finalize (insert);
  return ok;
}

/**
 * legato_text_index_mend:
 *
 * Looks whether the index is sound, and makes it anew from its texts if it is not, in the
 * transaction that is open.
 *
 * Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED if it cannot be mended
 */
gboolean
legato_text_index_mend (sqlite3 *db, GError **error)
{
  static const char check[] = "INSERT INTO words (words) VALUES ('integrity-check')";

  return legato_database_exec (db, check, NULL)
         || (legato_database_exec (db, "INSERT INTO words (words) VALUES ('rebuild')", error)
             && legato_database_exec (db, check, error));
}

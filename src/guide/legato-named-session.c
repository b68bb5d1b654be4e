/* legato-named-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-named-session.h"
#include "legato-search-words.h"

/* A beginning of fewer letters may become anything: "leg" is no "legato" yet. */
#define MIN_LETTERS 4
#define MIN_UNSPACED_LETTERS 2

/* Whether @typed is @name, or its beginning while the last word is still being typed. */
static gboolean
begins (const GArray *typed, const char *name)
{
  g_autoptr (GArray) words = legato_search_words_split (name);
  glong n_letters = 0;
  glong least = MIN_LETTERS;
  gboolean in_whole = typed->len == words->len;

  if (typed->len == 0 || typed->len > words->len)
    return FALSE;
  for (guint i = 0; i < typed->len; i++)
    {
      const LegatoSearchWord *word = &g_array_index (typed, LegatoSearchWord, i);
      const char *known = g_array_index (words, LegatoSearchWord, i).text;
      gboolean same = g_str_equal (word->text, known);

      if (!same && (i + 1 < typed->len || !g_str_has_prefix (known, word->text)))
        return FALSE;
      in_whole = in_whole && same;
      n_letters += g_utf8_strlen (word->text, -1);
      if (word->unspaced)
        least = MIN_UNSPACED_LETTERS;
    }
  return in_whole || n_letters >= least;
}

/**
 * legato_named_session_is_meant:
 * @text: what a person typed; any bytes
 *
 * Returns: whether it names going on with a session, or the program itself, in the person's
 *   language, be it that the last word is still being typed
 */
gboolean
legato_named_session_is_meant (const char *text)
{
  g_autoptr (GArray) typed = NULL;
  g_auto (GStrv) names = NULL;
  gboolean meant = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  typed = legato_search_words_split (text);
  /* Translators: what people type to go on with the massage that was cut off, with commas between;
   * the name of the program comes last */
  names = g_strsplit (C_ ("search for a session",
                          "continue where you were, continue massage, continue the massage, "
                          "continue session, continue the session, go on, resume, carry on, "
                          "legato"),
                      ",", -1);
  for (gsize i = 0; names[i] != NULL && !meant; i++)
    meant = begins (typed, names[i]);
  return meant;
}

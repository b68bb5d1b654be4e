/* legato-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-locale.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

void
legato_locale_init (void)
{
  const char *folder = g_getenv ("LEGATO_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LEGATO_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
legato_locale_speak_english (void)
{
  setlocale (LC_MESSAGES, "C");
}

gboolean
legato_locale_is_right_to_left (void)
{
  /* Translators: "rtl" if your language is written from right to left; else "ltr" */
  return g_str_equal (C_ ("direction of writing", "ltr"), "rtl");
}

void
legato_locale_append_sentence (GString *text, const char *sentence)
{
  g_autofree char *before = NULL;

  g_return_if_fail (text != NULL);

  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len == 0)
    {
      g_string_append (text, sentence);
      return;
    }
  before = g_strdup (text->str);
  /* Translators: one sentence after another; without a space if your language has none there */
  g_string_printf (text, C_ ("sentences", "%s %s"), before, sentence);
}

char *
legato_locale_join_sentences (const char *first, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list sentences;

  va_start (sentences, first);
  for (const char *sentence = first; sentence != NULL; sentence = va_arg (sentences, const char *))
    legato_locale_append_sentence (text, sentence);
  va_end (sentences);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* cli-voice.c: the language that a voice speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "cli.h"

/* Languages that are there as one region or dialect speaks them, under the code of the voice. */
static const struct
{
  const char *code;
  const char *catalogue;
} only[] = { { "cmn", "zh_CN" }, { "pt", "pt_BR" }, { "zh", "zh_CN" } };

/* The language that "--voice" names for the command "cues", or %NULL. */
static const char *
find_language (char **argv)
{
  const char *language = NULL;

  if (argv[0] == NULL || !g_str_equal (argv[0], "cues"))
    return NULL;
  for (gsize i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--voice="))
        language = argv[i] + strlen ("--voice=");
      else if (g_str_equal (argv[i], "--voice"))
        language = argv[i + 1];
    }
  return language;
}

/* What gettext looks for, in order: "pt-br" is its "pt_BR", or else "pt". */
static char *
dup_catalogues (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language, "-_.", 3);
  g_autofree char *code = g_ascii_strdown (parts[0] != NULL ? parts[0] : "", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  if (*code != '\0' && parts[1] != NULL)
    {
      g_autofree char *region = g_ascii_strup (parts[1], -1);

      g_string_append_printf (names, "%s_%s:", code, region);
    }
  g_string_append (names, code);
  for (gsize i = 0; i < G_N_ELEMENTS (only); i++)
    if (g_str_equal (only[i].code, code))
      g_string_append_printf (names, ":%s", only[i].catalogue);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* What LANGUAGE says in it, and the locale of the messages. */
typedef struct
{
  char *names; /* (nullable) */
  char *locale;
} Speaker;

static Speaker person;
static Speaker voice;

/* The C library looks for what it has said already only after a change of the locale. */
static void
let_speak (const Speaker *speaker)
{
  if (speaker->names != NULL)
    g_setenv ("LANGUAGE", speaker->names, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  setlocale (LC_MESSAGES, "C");
  setlocale (LC_MESSAGES, speaker->locale);
}

/**
 * cli_voice_take_language:
 * @argv: %NULL-terminated, without the program's name
 *
 * Finds the language of the voice that they ask for, if they do. To be called before anything is
 * translated: GLib decides then for good whether it translates at all.
 */
void
cli_voice_take_language (char **argv)
{
  static const char *const locales[] = { "C.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };
  const char *language = find_language (argv);

  if (language == NULL)
    return;
  person.names = g_strdup (g_getenv ("LANGUAGE"));
  person.locale = g_strdup (setlocale (LC_MESSAGES, NULL));
  voice.names = dup_catalogues (language);
  g_setenv ("LANGUAGE", voice.names, TRUE);
  setlocale (LC_MESSAGES, "");
  /* A locale that translates nothing makes way for one that does: to newer C libraries "C.UTF-8" is
   * one of the former as well. */
  for (gsize i = 0; i < G_N_ELEMENTS (locales) && *dgettext (GETTEXT_PACKAGE, "") == '\0'; i++)
    setlocale (LC_MESSAGES, locales[i]);
  voice.locale = g_strdup (setlocale (LC_MESSAGES, NULL));
  if (*dgettext (GETTEXT_PACKAGE, "") != '\0')
    g_dgettext (GETTEXT_PACKAGE, "");
  let_speak (&person);
}

/** cli_voice_begin: from now on sentences are in the voice's language, not the person's */
void
cli_voice_begin (void)
{
  g_return_if_fail (voice.locale != NULL);
  let_speak (&voice);
}

/** cli_voice_end: from now on sentences are in the person's language again */
void
cli_voice_end (void)
{
  g_return_if_fail (person.locale != NULL);
  let_speak (&person);
}

/**
 * cli_voice_is_spoken:
 * @language: that of a voice
 * @spoken: the language of the sentences
 *
 * Returns: whether the voice says them as they are meant
 */
gboolean
cli_voice_is_spoken (const char *language, const char *spoken)
{
  g_autofree char *catalogues = dup_catalogues (language);
  g_auto (GStrv) names = g_strsplit (catalogues, ":", -1);
  gsize length = strcspn (spoken, "-");

  for (gsize i = 0; names[i] != NULL; i++)
    if (strcspn (names[i], "_") == length && g_ascii_strncasecmp (names[i], spoken, length) == 0)
      return TRUE;
  return FALSE;
}

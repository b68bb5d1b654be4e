/* test-program-voice.c: the voice speaks the program's language, or it is said why not
 *
 * Usage: test-program-voice [xx]
 *
 * With "xx", a made-up language that no voice speaks, the preferences are looked at; else it is
 * asked for each language whether there is a voice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-locale.h"
#include "legato-script.h"
#include "legato-voice.h"

static gboolean
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  legato_locale_init ();
  return *g_dgettext (GETTEXT_PACKAGE, "") != '\0';
}

static void
test_follows (void)
{
  const char *const languages[][2] = {
    { "ar", "ar" }, { "de", "de" },       { "es", "es" },    { "fr", "fr" },
    { "ja", "ja" }, { "pt_BR", "pt-br" }, { "zh_CN", "zh" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *spoken = NULL;

      if (!speak (languages[i][0]))
        {
          g_test_skip ("this C library translates nothing in the locale at hand");
          return;
        }
      spoken = legato_script_dup_language ();
      g_assert_true (g_str_has_prefix (spoken, languages[i][1]));
      if (legato_voice_check (spoken, NULL, &error))
        continue;
      /* Where eSpeak NG is, it has these voices. */
      g_assert_false (g_error_matches (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE));
    }
}

static void
look_at_sound (void)
{
  g_autofree char *language = legato_script_dup_language ();
  g_autoptr (GError) error = NULL;

  g_assert_false (legato_voice_check (language, NULL, &error));
  g_assert_true (strstr (error->message, language) != NULL
                 || !g_error_matches (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE));
  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "win.preferences", NULL);
  program_enter ("Preferences");
  program_click ("Sound");
  program_scroll_to (error->message);
  program_quit ();
}

static void
test_says_why (void)
{
  program_run (look_at_sound, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  if (argc == 1)
    {
      g_test_add_func ("/program/voice/follows", test_follows);
    }
  else if (speak (argv[1]))
    {
      program_test_add ("/program/voice/says-why", test_says_why);
    }
  else
    {
      g_print ("1..0 # SKIP this C library translates nothing in the locale at hand\n");
      return 0;
    }
  return g_test_run ();
}

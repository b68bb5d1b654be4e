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

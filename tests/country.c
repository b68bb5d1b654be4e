/* country.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "country.h"

static char *folder; /* (nullable): of the locale, while one is elsewhere */
static char *home;   /* the name of the locale before */
static int visited;  /* the category */

static void
run (const char *const *command)
{
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

const char *
country_visit (int category, const char *locale)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (locale, ".UTF-8", NULL);
  g_autofree char *path = NULL;

  g_assert_null (folder);
  folder = g_dir_make_tmp ("legato-country-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, name, NULL);
  visited = category;
  home = g_strdup (setlocale (category, NULL));
  run ((const char *const[]){ "localedef", "-i", locale, "-f", "UTF-8", path, NULL });
  g_assert_true (g_setenv ("LOCPATH", folder, TRUE));
  if (setlocale (category, name) != NULL)
    return folder;
  country_leave ();
  g_test_skip ("this locale cannot be made here");
  return NULL;
}

void
country_leave (void)
{
  g_assert_nonnull (folder);
  g_unsetenv ("LOCPATH");
  setlocale (visited, home);
  run ((const char *const[]){ "rm", "-r", folder, NULL });
  g_clear_pointer (&home, g_free);
  g_clear_pointer (&folder, g_free);
}

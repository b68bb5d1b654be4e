/* test-guide-translation.c: from guide file to template to catalogue to what a person reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "guide-texts.h"
#include "../load-guide.h"

static const char *const files[] = {
  "resources/guide/advice.xml",       "resources/guide/goals.xml",
  "resources/guide/good-to-know.xml", "resources/guide/positions.xml",
  "resources/guide/routines.xml",     "resources/guide/sources.xml",
  "resources/guide/techniques.xml",   "resources/guide/zones.xml",
};

static void
run (const char *folder, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *its =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "resources", "guide", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", its, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* Every message becomes itself between angle quotes. */
static void
make_catalogue (const char *folder)
{
  g_autoptr (GPtrArray) extract = g_ptr_array_new ();
  g_autofree char *directory = g_strconcat ("--directory=", g_getenv ("LEGATO_SOURCE_DIR"), NULL);
  g_autofree char *messages = g_build_filename (folder, "xx", "LC_MESSAGES", NULL);

  g_assert_no_errno (g_mkdir_with_parents (messages, 0700));
  g_ptr_array_add (extract, (char *) "xgettext");
  g_ptr_array_add (extract, (char *) "--from-code=UTF-8");
  g_ptr_array_add (extract, directory);
  g_ptr_array_add (extract, (char *) "--output=legato.pot");
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_ptr_array_add (extract, (char *) files[i]);
  g_ptr_array_add (extract, NULL);
  run (folder, (const char *const *) extract->pdata);
  run (folder, (const char *const[]){ "sed", "-i", "s/charset=CHARSET/charset=UTF-8/", "legato.pot",
                                      NULL });
  run (folder, (const char *const[]){ "msgen", "--output-file=same.po", "legato.pot", NULL });
  run (folder, (const char *const[]){ "msgfilter", "--input=same.po", "--output-file=xx.po",
                                      "--keep-header", "sed", "s/.*/«&»/", NULL });
  run (folder,
       (const char *const[]){ "msgfmt", "--output-file=xx/LC_MESSAGES/legato.mo", "xx.po", NULL });
}

static void
check_translated (const char *where, const char *text, const char *source, gpointer data)
{
  guint *n_texts = data;

  g_test_message ("%s: %s", where, text);
  g_assert_true (g_str_has_prefix (text, "«") && g_str_has_suffix (text, "»"));
  (*n_texts)++;
}

/* A text that the reader gives but xgettext missed, or saw otherwise, stays as it was. */
static void
test_every_text (void)
{
  g_autofree char *xgettext = g_find_program_in_path ("xgettext");
  g_autofree char *folder = NULL;
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  guint n_texts = 0;

  if (xgettext == NULL)
    {
      g_test_skip ("xgettext is not here");
      return;
    }

  folder = g_dir_make_tmp ("legato-guide-XXXXXX", &error);
  g_assert_no_error (error);
  make_catalogue (folder);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The header of the catalogue is found in any locale that translates at all. */
  if (*g_dgettext (GETTEXT_PACKAGE, "") == '\0')
    {
      g_test_skip ("this C library translates nothing in the locale at hand");
      return;
    }

  guide = load_guide ();
  guide_texts_foreach (guide, check_translated, &n_texts);
  g_assert_cmpuint (n_texts, >, 250);
  g_assert_cmpstr (legato_guide_find_zone (guide, "calf")->side_names[LEGATO_LEG_LEFT], ==,
                   "«Left calf»");

  run (folder, (const char *const[]){ "rm", "-r", folder, NULL });
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "xx", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/translation/every-text", test_every_text);
  return g_test_run ();
}

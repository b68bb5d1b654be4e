/* xdotool.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "xdotool.h"

/* Skips the test where it is not. */
gboolean
xdotool_is_there (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    g_test_skip ("xdotool is not installed");
  return path != NULL;
}

/* Waits until xdotool has done what @commands, its arguments, say; what comes of it in our window
 * waits for the main loop. */
void
xdotool_run (const char *commands, ...)
{
  g_autofree char *arguments = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;
  va_list args;

  va_start (args, commands);
  arguments = g_strdup_vprintf (commands, args);
  va_end (args);
  line = g_strconcat ("xdotool ", arguments, NULL);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  /* With descriptors left open GLib need not fork: of a large process each page that it writes to
   * would be copied after that. */
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL, NULL,
                &output, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s: %s", line, error->message, errors);
}

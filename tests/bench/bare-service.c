/* bare-service.c: the least that a program in the background can be, to be compared with
 *
 *   bare-service gio|gtk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

int
main (int argc, char *argv[])
{
  const char *id = "io.github.legato_app.Bare";
  g_autoptr (GApplication) application = NULL;

  if (argc == 2 && g_str_equal (argv[1], "gtk"))
    application = G_APPLICATION (gtk_application_new (id, G_APPLICATION_IS_SERVICE));
  else
    application = g_application_new (id, G_APPLICATION_IS_SERVICE);
  g_application_hold (application);
  return g_application_run (application, 0, NULL);
}

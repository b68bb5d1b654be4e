/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-application.h"
#include "legato-locale.h"

int
main (int argc, char *argv[])
{
  g_autoptr (LegatoApplication) application = NULL;

  legato_locale_init ();
  g_set_application_name ("Legato");

  application = legato_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

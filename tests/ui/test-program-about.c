/* test-program-about.c: the usual menu, and what it says of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

/* The actions of the last part of the main menu, in order. */
static char *
dup_last_actions (void)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  GMenuModel *menu = NULL;
  g_autoptr (GMenuModel) section = NULL;
  g_autoptr (GString) actions = g_string_new (NULL);

  program_collect (GTK_TYPE_MENU_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_menu_button_get_primary (g_ptr_array_index (buttons, i)))
      menu = gtk_menu_button_get_menu_model (g_ptr_array_index (buttons, i));
  g_assert_nonnull (menu);
  section =
      g_menu_model_get_item_link (menu, g_menu_model_get_n_items (menu) - 1, G_MENU_LINK_SECTION);
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autofree char *action = NULL;

      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_string_append_printf (actions, "%s ", action);
    }
  return g_strdup (actions->str);
}

static void
open_about (void)
{
  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "app.about", NULL);
#if !ADW_CHECK_VERSION(1, 5, 0)
  /* Later it is a part of the window. */
  program_enter ("About");
#endif
}

/* What every program of the platform has stands where it does there, and says whose this is. */
static void
read_about (void)
{
  g_autofree char *actions = dup_last_actions ();

  g_assert_cmpstr (actions, ==,
                   "win.export-journal win.preferences win.shortcuts win.help app.about ");
  open_about ();
  program_scroll_to (LEGATO_VERSION);
  program_scroll_to ("Report an Issue");
  program_scroll_to ("Legal");
  program_click ("Details");
  program_scroll_to ("Website");
  program_quit ();
}

static void
read_credits (void)
{
  open_about ();
  program_scroll_to ("Credits");
  program_click ("Credits");
  program_scroll_to ("Sources of the guide");
  program_quit ();
}

static void
test_about (void)
{
  program_run (read_about, NULL);
  program_run (read_credits, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  program_test_add ("/program/about/about", test_about);
  return g_test_run ();
}

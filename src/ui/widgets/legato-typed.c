/* legato-typed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-typed.h"

/**
 * legato_typed_take:
 *
 * A number counts when Enter is pressed or the focus leaves its field. Call this before what
 * @window shows is read: whoever typed one and goes on at once meant it, too.
 */
void
legato_typed_take (GtkWindow *window)
{
  GtkWidget *focus = NULL;
  GtkWidget *field = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  focus = gtk_window_get_focus (window);
  field = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) : NULL;
  if (field != NULL)
    gtk_spin_button_update (GTK_SPIN_BUTTON (field));
}

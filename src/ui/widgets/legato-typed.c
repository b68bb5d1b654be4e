/* legato-typed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-typed.h"

#include "legato-words.h"

static int
input_cb (GtkSpinButton *field, double *value)
{
  g_autofree char *plain =
      legato_words_dup_typed_number (gtk_editable_get_text (GTK_EDITABLE (field)));
  char *end = NULL;

  *value = g_ascii_strtod (plain, &end);
  /* To say that it is wrong would not help: GTK takes the least there is, then. */
  if (end == plain || *end != '\0')
    *value = gtk_spin_button_get_value (field);
  return TRUE;
}

/**
 * legato_typed_allow_digits:
 *
 * From here on @field takes the digits of any script, as its keyboard types them; newer GTK lets
 * none but 0 to 9 into a field of numbers. What is no number leaves the one that was there.
 */
void
legato_typed_allow_digits (GtkSpinButton *field)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (field));

  gtk_spin_button_set_numeric (field, FALSE);
  if (g_signal_handler_find (field, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, input_cb, NULL) == 0)
    g_signal_connect (field, "input", G_CALLBACK (input_cb), NULL);
}

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

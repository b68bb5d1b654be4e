/* legato-text-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-text-button.h"

struct _LegatoTextButton
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoTextButton, legato_text_button, GTK_TYPE_BUTTON)

/* A button makes its label anew when it is given a text. */
static void
child_cb (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (GTK_IS_LABEL (child))
    g_object_set (child, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                  GTK_NATURAL_WRAP_NONE, "justify", GTK_JUSTIFY_CENTER, NULL);
}

static void
legato_text_button_class_init (LegatoTextButtonClass *klass)
{
}

static void
legato_text_button_init (LegatoTextButton *self)
{
  g_signal_connect (self, "notify::child", G_CALLBACK (child_cb), NULL);
  g_signal_connect (self, "notify::label", G_CALLBACK (child_cb), NULL);
}

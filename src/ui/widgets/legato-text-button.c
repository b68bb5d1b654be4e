/* legato-text-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-text-button.h"

/* A word of more letters is broken in large text where there is too little room. */
#define MOST_LETTERS 9

struct _LegatoTextButton
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (LegatoTextButton, legato_text_button, GTK_TYPE_BUTTON)

/* A row shares its width between its own text and the button as if both could be broken anywhere.
 */
static gboolean
has_long_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > MOST_LETTERS)
      return TRUE;
  return FALSE;
}

/* A button makes its label anew when it is given a text. */
static void
child_cb (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (GTK_IS_LABEL (child))
    g_object_set (child, "wrap", TRUE, "wrap-mode",
                  has_long_word (gtk_label_get_text (GTK_LABEL (child))) ? PANGO_WRAP_WORD_CHAR
                                                                         : PANGO_WRAP_WORD,
                  "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "justify", GTK_JUSTIFY_CENTER, NULL);
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

/* legato-words-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-words-card.h"

struct _LegatoWordsCard
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkLabel *title;
  GtkWidget *as_figures;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (LegatoWordsCard, legato_words_card, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
legato_words_card_class_init (LegatoWordsCardClass *klass)
{
}

static void
legato_words_card_init (LegatoWordsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (new_label (NULL, "heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->as_figures =
      g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                    "label", _ ("Figures"), "visible", FALSE, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->as_figures, "flat");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (top), self->as_figures);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "chart-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/** Returns: (transfer floating): a card without sentences */
LegatoWordsCard *
legato_words_card_new (const char *title)
{
  LegatoWordsCard *self = g_object_new (LEGATO_TYPE_WORDS_CARD, NULL);

  gtk_label_set_label (self->title, title);
  return self;
}

/** legato_words_card_clear: takes all sentences away */
void
legato_words_card_clear (LegatoWordsCard *self)
{
  GtkWidget *line = NULL;

  g_return_if_fail (LEGATO_IS_WORDS_CARD (self));

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  gtk_widget_set_visible (self->as_figures, FALSE);
}

/**
 * legato_words_card_add:
 * @title: (nullable): what the words are about
 * @figures: (nullable): the same for who asks for the figures
 */
void
legato_words_card_add (LegatoWordsCard *self,
                       const char *title,
                       const char *words,
                       const char *figures)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  g_return_if_fail (LEGATO_IS_WORDS_CARD (self));

  if (title != NULL)
    gtk_box_append (GTK_BOX (line), new_label (title, "strong"));
  gtk_box_append (GTK_BOX (line), new_label (words, NULL));
  if (figures != NULL)
    {
      GtkWidget *label = new_label (figures, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      g_object_bind_property (self->as_figures, "active", label, "visible", G_BINDING_SYNC_CREATE);
      gtk_widget_set_visible (self->as_figures, TRUE);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (self->lines, line);
}

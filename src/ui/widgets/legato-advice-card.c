/* legato-advice-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-advice-card.h"

/* How each urgency looks: the more urgent, the stronger. */
static const struct
{
  const char *css_class;
  const char *icon;
} looks[] = {
  [LEGATO_URGENCY_SOON] = { "soon", "dialog-information-symbolic" },
  [LEGATO_URGENCY_TODAY] = { "today", "alarm-symbolic" },
  [LEGATO_URGENCY_NOW] = { "now", "dialog-warning-symbolic" },
  [LEGATO_URGENCY_EMERGENCY] = { "emergency", "call-start-symbolic" },
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * legato_advice_card_new:
 * @text: (nullable): more about it
 *
 * Returns: (transfer floating): a card, to which answers may be appended
 */
GtkBox *
legato_advice_card_new (const char *title, const char *text)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  g_return_val_if_fail (title != NULL, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "advice");
  gtk_box_append (GTK_BOX (head), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (card), head);
  if (text != NULL)
    gtk_box_append (GTK_BOX (card), new_label (text, NULL));
  return GTK_BOX (card);
}

/** legato_advice_card_set_urgency: colour and picture, to be called once for a card */
void
legato_advice_card_set_urgency (GtkBox *card, LegatoUrgency urgency)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", legato_urgency_get_icon (urgency),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (card), looks[urgency].css_class);
  gtk_box_prepend (GTK_BOX (gtk_widget_get_first_child (GTK_WIDGET (card))), icon);
}

/** Returns: name of the picture that goes with @urgency */
const char *
legato_urgency_get_icon (LegatoUrgency urgency)
{
  g_return_val_if_fail (urgency < G_N_ELEMENTS (looks), looks[0].icon);
  return looks[urgency].icon;
}

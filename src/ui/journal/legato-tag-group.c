/* legato-tag-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-tag-group.h"
#include "legato-text-row.h"
#include "legato-word-limit.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

struct _LegatoTagGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkWidget *chips;
  GtkEditable *own;
};

G_DEFINE_FINAL_TYPE (LegatoTagGroup, legato_tag_group, ADW_TYPE_BIN)

static GtkToggleButton *
find_chip (LegatoTagGroup *self, const char *tag)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (g_str_equal (g_object_get_data (G_OBJECT (chip), "id"), tag))
      return GTK_TOGGLE_BUTTON (chip);
  return NULL;
}

static GtkToggleButton *
need_chip (LegatoTagGroup *self, const char *tag)
{
  GtkToggleButton *chip = find_chip (self, tag);
  GtkWidget *label = NULL;

  if (chip != NULL)
    return chip;
  chip = GTK_TOGGLE_BUTTON (
      legato_access_set_role (gtk_toggle_button_new (), GTK_ACCESSIBLE_ROLE_CHECKBOX));
  label = gtk_label_new (legato_words_get_tag (tag));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (GTK_WIDGET (chip), "chip");
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (tag), g_free);
  gtk_box_append (GTK_BOX (self->chips), GTK_WIDGET (chip));
  return chip;
}

/* Returns: the id of the tag that is shown as @text, or @text itself as a new one */
static const char *
find_known (const char *text)
{
  const char *const *tags = legato_words_list_tags ();
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *name = g_utf8_casefold (legato_words_get_tag (tags[i]), -1);

      if (g_str_equal (name, folded))
        return tags[i];
    }
  return text;
}

static void
take_own_cb (LegatoTagGroup *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->own)));

  if (*text == '\0')
    return;
  gtk_toggle_button_set_active (need_chip (self, find_known (text)), TRUE);
  gtk_editable_set_text (self->own, "");
}

static void
legato_tag_group_class_init (LegatoTagGroupClass *klass)
{
}

static void
legato_tag_group_init (LegatoTagGroup *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *own = g_object_new (LEGATO_TYPE_TEXT_ROW, NULL);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->chips, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  legato_tag_group_offer (self, legato_words_list_tags ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), _ ("A word of your own"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (own), TRUE);
  g_signal_connect_swapped (own, "apply", G_CALLBACK (take_own_cb), self);
  self->own = GTK_EDITABLE (own);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (self->own)), LEGATO_WORD_MAX);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), own);

  gtk_box_append (GTK_BOX (content), self->chips);
  gtk_box_append (GTK_BOX (content), list);
  adw_bin_set_child (ADW_BIN (self), content);
}

/** Returns: (transfer floating): the tags that everybody is offered, none of them chosen */
LegatoTagGroup *
legato_tag_group_new (void)
{
  return g_object_new (LEGATO_TYPE_TAG_GROUP, NULL);
}

/** legato_tag_group_offer: adds chips for those of @tags that have none. */
void
legato_tag_group_offer (LegatoTagGroup *self, const char *const *tags)
{
  g_return_if_fail (LEGATO_IS_TAG_GROUP (self) && tags != NULL);

  for (gsize i = 0; tags[i] != NULL; i++)
    need_chip (self, tags[i]);
}

/** legato_tag_group_show: switches on the chips of the tags that @entry has. */
void
legato_tag_group_show (LegatoTagGroup *self, const LegatoEntry *entry)
{
  g_return_if_fail (LEGATO_IS_TAG_GROUP (self) && entry != NULL);

  for (gsize i = 0; entry->tags[i] != NULL; i++)
    gtk_toggle_button_set_active (need_chip (self, entry->tags[i]), TRUE);
}

/** legato_tag_group_read: puts the chosen tags, and a word that still stands in the field, into
 * @entry. */
void
legato_tag_group_read (LegatoTagGroup *self, LegatoEntry *entry)
{
  g_autofree char *own = NULL;

  g_return_if_fail (LEGATO_IS_TAG_GROUP (self) && entry != NULL);

  g_strfreev (entry->tags);
  entry->tags = g_new0 (char *, 1);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      legato_entry_add_tag (entry, g_object_get_data (G_OBJECT (chip), "id"));
  own = g_strstrip (g_strdup (gtk_editable_get_text (self->own)));
  if (*own != '\0')
    legato_entry_add_tag (entry, find_known (own));
}

/* legato-after-effect-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-after-effect-group.h"
#include "legato-announcer.h"
#include "legato-chip.h"
#include "legato-safety.h"

struct _LegatoAfterEffectGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within the child */
  GtkBox *chips;
  GtkBox *advice;

  /* Owned references */
  LegatoPersonModel *person;
  LegatoAnnouncer *announcer;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoAfterEffectGroup, legato_after_effect_group, ADW_TYPE_BIN)

static const LegatoAdvice *
find_advice (LegatoAfterEffectGroup *self, GtkWidget *chip)
{
  return legato_guide_find_advice (legato_person_model_get_guide (self->person),
                                   legato_chip_get_id (chip));
}

static void
chip_cb (GtkToggleButton *chip, LegatoAfterEffectGroup *self)
{
  GtkWidget *label = NULL;

  while ((label = gtk_widget_get_first_child (GTK_WIDGET (self->advice))) != NULL)
    gtk_box_remove (self->advice, label);
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (other)))
        continue;
      label = gtk_label_new (find_advice (self, other)->advice.text);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_widget_add_css_class (label, "caution");
      gtk_box_append (self->advice, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->advice), label != NULL);
  if (gtk_toggle_button_get_active (chip))
    legato_announcer_say (self->announcer, find_advice (self, GTK_WIDGET (chip))->advice.text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
legato_after_effect_group_dispose (GObject *object)
{
  LegatoAfterEffectGroup *self = LEGATO_AFTER_EFFECT_GROUP (object);

  g_clear_object (&self->person);
  g_clear_object (&self->announcer);

  G_OBJECT_CLASS (legato_after_effect_group_parent_class)->dispose (object);
}

static void
legato_after_effect_group_class_init (LegatoAfterEffectGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_after_effect_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_after_effect_group_init (LegatoAfterEffectGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Is any of this true since the massage?"));
  GtkWidget *chips = legato_chip_box_new ();
  GtkWidget *advice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  self->chips = GTK_BOX (chips);
  self->advice = GTK_BOX (advice);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_visible (advice, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), advice);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** Returns: (transfer none): asks what @person has seen or felt since a session */
LegatoAfterEffectGroup *
legato_after_effect_group_new (LegatoPersonModel *person)
{
  LegatoAfterEffectGroup *self = NULL;
  GPtrArray *advice = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_AFTER_EFFECT_GROUP, NULL);
  self->person = g_object_ref (person);
  advice = legato_guide_get_advice (legato_person_model_get_guide (person));
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);
      GtkWidget *chip = NULL;

      if (!legato_safety_is_after_effect (item))
        continue;
      chip = legato_chip_new (item->name, item->question.text);
      legato_chip_set_id (chip, item->flag);
      g_signal_connect (chip, "toggled", G_CALLBACK (chip_cb), self);
      gtk_box_append (self->chips, chip);
    }
  return self;
}

/** Returns: whether nothing is answered */
gboolean
legato_after_effect_group_is_empty (LegatoAfterEffectGroup *self)
{
  g_return_val_if_fail (LEGATO_IS_AFTER_EFFECT_GROUP (self), TRUE);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      return FALSE;
  return TRUE;
}

/** legato_after_effect_group_clear: nothing is answered */
void
legato_after_effect_group_clear (LegatoAfterEffectGroup *self)
{
  g_return_if_fail (LEGATO_IS_AFTER_EFFECT_GROUP (self));

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
}

/**
 * legato_after_effect_group_note:
 * @entry: (nullable): the session that it followed, before it is stored; %NULL if that is not kept,
 *   or not written anew
 *
 * What was answered stands from now on as a warning sign, and is one of the reasons of @entry, or
 * an entry of its own.
 */
void
legato_after_effect_group_note (LegatoAfterEffectGroup *self, LegatoEntry *entry)
{
  g_return_if_fail (LEGATO_IS_AFTER_EFFECT_GROUP (self));

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      {
        if (entry == NULL)
          legato_person_model_note_sign (self->person, legato_chip_get_id (chip));
        else
          {
            legato_entry_add_reason (entry, legato_chip_get_id (chip));
            legato_person_model_raise_flag (self->person, legato_chip_get_id (chip));
          }
      }
}

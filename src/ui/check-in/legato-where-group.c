/* legato-where-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chip.h"
#include "legato-joint-chips.h"
#include "legato-where-group.h"

#define FOOT "foot"

struct _LegatoWhereGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within the child */
  GtkWidget *numb;
  GtkWidget *joints;

  /* Owned references */
  LegatoPersonModel *person;

  guint said; /* #LegatoCondition bits that are tapped and not yet in the profile */
};

G_DEFINE_FINAL_TYPE (LegatoWhereGroup, legato_where_group, ADW_TYPE_BIN)

static gboolean
has (LegatoWhereGroup *self, LegatoCondition condition)
{
  return (self->said & condition) != 0
         || legato_profile_find_condition (legato_person_model_get_profile (self->person),
                                           legato_condition_to_id (condition))
                != NULL;
}

static gboolean
is_numbness_named (const LegatoProfile *profile)
{
  for (guint i = 0; i < profile->blocked->len; i++)
    if (((const LegatoProfilePlace *) g_ptr_array_index (profile->blocked, i))->cause
        == LEGATO_CAUSE_NUMB)
      return TRUE;
  return FALSE;
}

static void
fill (LegatoWhereGroup *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);
  gboolean numb = has (self, LEGATO_CONDITION_NEUROPATHY) && !is_numbness_named (profile);
  gboolean joints = has (self, LEGATO_CONDITION_JOINT_REPLACEMENT);

  gtk_widget_set_visible (self->numb, numb);
  gtk_widget_set_visible (self->joints, joints);
  gtk_widget_set_visible (GTK_WIDGET (self), numb || joints);
}

static void
both_feet_cb (GtkButton *button, LegatoWhereGroup *self)
{
  g_autoptr (LegatoProfile) profile =
      legato_profile_copy (legato_person_model_get_profile (self->person));

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    legato_profile_block (profile, FOOT, (LegatoLeg) leg, LEGATO_CAUSE_NUMB,
                          legato_person_model_get_today ());
  legato_person_model_set_profile (self->person, profile);
}

static GtkWidget *
new_question (const char *text, GtkWidget *answers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (box, "caution");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (answers), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), answers);
  return box;
}

static GtkWidget *
new_numb_question (LegatoWhereGroup *self)
{
  GtkWidget *answers = legato_chip_box_new ();
  GtkWidget *both = gtk_button_new_with_label (_ ("Both Feet"));

  g_signal_connect (both, "clicked", G_CALLBACK (both_feet_cb), self);
  gtk_box_append (GTK_BOX (answers), both);
  return new_question (_ ("Where do you feel less? Tap each place on the map and choose “Numb”. "
                          "Until you do, both feet are left out."),
                       answers);
}

static void
legato_where_group_dispose (GObject *object)
{
  g_clear_object (&LEGATO_WHERE_GROUP (object)->person);

  G_OBJECT_CLASS (legato_where_group_parent_class)->dispose (object);
}

static void
legato_where_group_class_init (LegatoWhereGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_where_group_dispose;
}

static void
legato_where_group_init (LegatoWhereGroup *self)
{
}

/** Returns: (transfer floating): the questions where @person is numb and has an artificial joint */
LegatoWhereGroup *
legato_where_group_new (LegatoPersonModel *person)
{
  LegatoWhereGroup *self = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_WHERE_GROUP, NULL);
  self->person = g_object_ref (person);
  self->numb = new_numb_question (self);
  self->joints = new_question (_ ("Which joint is artificial? Until you say, all four count."),
                               GTK_WIDGET (legato_joint_chips_new (person)));
  gtk_box_append (GTK_BOX (box), self->numb);
  gtk_box_append (GTK_BOX (box), self->joints);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

/** legato_where_group_set_said: @conditions: #LegatoCondition bits that are tapped and not yet in
 * the profile */
void
legato_where_group_set_said (LegatoWhereGroup *self, guint conditions)
{
  g_return_if_fail (LEGATO_IS_WHERE_GROUP (self));

  self->said = conditions;
  fill (self);
}

/* legato-joint-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chip.h"
#include "legato-joint-chips.h"

static const struct
{
  LegatoProfileJoint joint;
  LegatoLeg leg;
  const char *name;
} joints[] = {
  { LEGATO_PROFILE_KNEE, LEGATO_LEG_LEFT, N_ ("Left knee") },
  { LEGATO_PROFILE_KNEE, LEGATO_LEG_RIGHT, N_ ("Right knee") },
  { LEGATO_PROFILE_HIP, LEGATO_LEG_LEFT, N_ ("Left hip") },
  { LEGATO_PROFILE_HIP, LEGATO_LEG_RIGHT, N_ ("Right hip") },
};

struct _LegatoJointChips
{
  AdwBin parent_instance;

  /* Borrowed references, within the child */
  GtkToggleButton *chips[G_N_ELEMENTS (joints)];

  /* Owned references */
  LegatoPersonModel *person;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LegatoJointChips, legato_joint_chips, ADW_TYPE_BIN)

static void
fill (LegatoJointChips *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    gtk_toggle_button_set_active (
        self->chips[i], legato_profile_has_joint (profile, joints[i].joint, joints[i].leg));
  self->filling = FALSE;
}

static void
chip_cb (GtkToggleButton *chip, LegatoJointChips *self)
{
  g_autoptr (LegatoProfile) profile = NULL;

  if (self->filling)
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (chip == self->chips[i])
      legato_profile_set_joint (profile, joints[i].joint, joints[i].leg,
                                gtk_toggle_button_get_active (chip));
  legato_person_model_set_profile (self->person, profile);
}

static void
legato_joint_chips_dispose (GObject *object)
{
  g_clear_object (&LEGATO_JOINT_CHIPS (object)->person);

  G_OBJECT_CLASS (legato_joint_chips_parent_class)->dispose (object);
}

static void
legato_joint_chips_class_init (LegatoJointChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_joint_chips_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
legato_joint_chips_init (LegatoJointChips *self)
{
  GtkWidget *box = legato_chip_box_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      GtkWidget *chip = legato_chip_new (_ (joints[i].name), NULL);

      g_signal_connect (chip, "toggled", G_CALLBACK (chip_cb), self);
      gtk_box_append (GTK_BOX (box), chip);
      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

/** Returns: (transfer none): shows and changes which joints of @person are artificial */
LegatoJointChips *
legato_joint_chips_new (LegatoPersonModel *person)
{
  LegatoJointChips *self = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_JOINT_CHIPS, NULL);
  self->person = g_object_ref (person);
  g_signal_connect_object (person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

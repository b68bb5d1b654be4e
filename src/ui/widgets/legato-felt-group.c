/* legato-felt-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-felt-group.h"
#include "legato-feelings.h"
#include "legato-soreness-row.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

struct _LegatoFeltGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkListBox *rows;

  /* Owned reference */
  GPtrArray *chips; /* (element-type GtkToggleButton): each with its "id" and "leg" */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoFeltGroup, legato_felt_group, ADW_TYPE_BIN)

static LegatoLeg
get_leg (GtkToggleButton *chip)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "leg"));
}

static const char *
get_feeling (GtkToggleButton *chip)
{
  return g_object_get_data (G_OBJECT (chip), "id");
}

static GtkToggleButton *
find_chip (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      if (get_leg (chip) == leg && g_str_equal (get_feeling (chip), feeling))
        return chip;
    }
  return NULL;
}

static LegatoSorenessRow *
find_row (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)) == leg
        && g_str_equal (legato_soreness_row_get_feeling (LEGATO_SORENESS_ROW (row)), feeling))
      return LEGATO_SORENESS_ROW (row);
  return NULL;
}

static void
changed_cb (LegatoFeltGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chip_cb (GtkToggleButton *chip, LegatoFeltGroup *self)
{
  LegatoSorenessRow *row = find_row (self, get_leg (chip), get_feeling (chip));

  if (gtk_toggle_button_get_active (chip) && row == NULL)
    {
      row = LEGATO_SORENESS_ROW (
          legato_soreness_row_new_feeling (get_leg (chip), get_feeling (chip)));
      g_signal_connect_swapped (row, "notify::value", G_CALLBACK (changed_cb), self);
      gtk_list_box_append (self->rows, GTK_WIDGET (row));
    }
  else if (!gtk_toggle_button_get_active (chip) && row != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
  changed_cb (self);
}

static void
add_chip (LegatoFeltGroup *self, GtkBox *box, LegatoLeg leg, const char *feeling)
{
  GtkWidget *chip =
      legato_access_set_role (gtk_toggle_button_new_with_label (legato_feeling_get_name (feeling)),
                              GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_autofree char *name = legato_words_dup_felt (leg, feeling);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (feeling), g_free);
  g_object_set_data (G_OBJECT (chip), "leg", GINT_TO_POINTER (leg));
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_cb), self);
  gtk_box_append (box, chip);
  g_ptr_array_add (self->chips, chip);
}

static void
add_leg (LegatoFeltGroup *self, GtkBox *content, LegatoLeg leg)
{
  GtkWidget *title = gtk_label_new (leg == LEGATO_LEG_LEFT ? _ ("Left leg") : _ ("Right leg"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_widget_set_layout_manager (box, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  gtk_box_append (content, title);
  gtk_box_append (content, box);
  for (const char *const *feeling = legato_feelings_list (); *feeling != NULL; feeling++)
    add_chip (self, GTK_BOX (box), leg, *feeling);
}

static void
legato_felt_group_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_FELT_GROUP (object)->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_felt_group_parent_class)->finalize (object);
}

static void
legato_felt_group_class_init (LegatoFeltGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_felt_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_felt_group_init (LegatoFeltGroup *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *rows = gtk_list_box_new ();

  self->chips = g_ptr_array_new ();
  self->rows = GTK_LIST_BOX (rows);
  add_leg (self, GTK_BOX (content), LEGATO_LEG_LEFT);
  add_leg (self, GTK_BOX (content), LEGATO_LEG_RIGHT);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_widget_set_margin_top (rows, 6);
  gtk_widget_set_visible (rows, FALSE);
  gtk_box_append (GTK_BOX (content), rows);
  adw_bin_set_child (ADW_BIN (self), content);
}

/** Returns: (transfer floating): a group in which nothing is felt yet */
LegatoFeltGroup *
legato_felt_group_new (void)
{
  return g_object_new (LEGATO_TYPE_FELT_GROUP, NULL);
}

/** Returns: whether nothing is felt */
gboolean
legato_felt_group_is_empty (LegatoFeltGroup *self)
{
  g_return_val_if_fail (LEGATO_IS_FELT_GROUP (self), TRUE);
  return gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL;
}

/** Returns: whether @feeling of @leg can be said here */
gboolean
legato_felt_group_has (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling)
{
  g_return_val_if_fail (LEGATO_IS_FELT_GROUP (self) && feeling != NULL, FALSE);
  return find_chip (self, leg, feeling) != NULL;
}

/** legato_felt_group_clear: takes all answers back */
void
legato_felt_group_clear (LegatoFeltGroup *self)
{
  g_return_if_fail (LEGATO_IS_FELT_GROUP (self));

  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->chips, i), FALSE);
}

/**
 * legato_felt_group_set_value:
 * @feeling: one that has no chip is passed over
 * @value: 0-10, or -1 for what is felt without being said how much
 */
void
legato_felt_group_set_value (LegatoFeltGroup *self, LegatoLeg leg, const char *feeling, int value)
{
  GtkToggleButton *chip = NULL;

  g_return_if_fail (LEGATO_IS_FELT_GROUP (self) && feeling != NULL);

  chip = find_chip (self, leg, feeling);
  if (chip == NULL)
    return;
  gtk_toggle_button_set_active (chip, TRUE);
  legato_soreness_row_set_value (find_row (self, leg, feeling), value);
}

/** legato_felt_group_foreach: calls @func for what is felt, in the order in which it was tapped */
void
legato_felt_group_foreach (LegatoFeltGroup *self, LegatoFeltFunc func, gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_FELT_GROUP (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    func (legato_soreness_row_get_feeling (LEGATO_SORENESS_ROW (row)),
          legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
          legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)), user_data);
}

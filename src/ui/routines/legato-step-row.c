/* legato-step-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-routine-words.h"
#include "legato-step-row.h"
#include "legato-words.h"

struct _LegatoStepRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *fault;
  GtkWidget *up;
  GtkWidget *down;
  GtkMenuButton *more;

  guint index;
};

G_DEFINE_FINAL_TYPE (LegatoStepRow, legato_step_row, ADW_TYPE_PREFERENCES_ROW)

/* What keys do to the step. GTK finds them in other groups of the keyboard, too: where letters are
 * Arabic or Cyrillic, "D" is still the key that it is in the Latin group. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Up, GDK_ALT_MASK, "step.move-up" },
  { GDK_KEY_KP_Up, GDK_ALT_MASK, "step.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "step.move-down" },
  { GDK_KEY_KP_Down, GDK_ALT_MASK, "step.move-down" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "step.duplicate" },
  { GDK_KEY_Delete, 0, "step.remove" },
  { GDK_KEY_KP_Delete, 0, "step.remove" },
};

static gboolean
key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  return gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "u",
                                     LEGATO_STEP_ROW (widget)->index);
}

static GdkContentProvider *
drag_prepare_cb (LegatoStepRow *self, double x, double y)
{
  return gdk_content_provider_new_typed (LEGATO_TYPE_STEP_ROW, self);
}

static void
drag_begin_cb (LegatoStepRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (LegatoStepRow *self, const GValue *value)
{
  LegatoStepRow *dragged = g_value_get_object (value);

  if (dragged == self
      || gtk_widget_get_root (GTK_WIDGET (dragged)) != gtk_widget_get_root (GTK_WIDGET (self)))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "step.move-to", "(uu)", dragged->index,
                                     self->index);
}

static void
legato_step_row_class_init (LegatoStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/routines/step-row.ui");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, key_cb, "s",
                                  keys[i].action);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, name);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, fault);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, up);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, down);
  gtk_widget_class_bind_template_child (widget_class, LegatoStepRow, more);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
legato_step_row_init (LegatoStepRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (LEGATO_TYPE_STEP_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/** Returns: (transfer none): a row without a step */
LegatoStepRow *
legato_step_row_new (void)
{
  return g_object_new (LEGATO_TYPE_STEP_ROW, NULL);
}

/** Returns: the number of its step */
guint
legato_step_row_get_index (LegatoStepRow *self)
{
  g_return_val_if_fail (LEGATO_IS_STEP_ROW (self), 0);
  return self->index;
}

static void
add_item (GMenu *menu, const char *label, const char *action, guint index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", index);
  g_menu_append_item (menu, item);
}

static void
set_index (LegatoStepRow *self, guint index)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  add_item (menu, _ ("Change"), "step.edit", index);
  add_item (menu, _ ("Duplicate"), "step.duplicate", index);
  add_item (menu, _ ("Remove"), "step.remove", index);
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->up), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->up), "step.move-up");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->down), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->down), "step.move-down");
  self->index = index;
}

/**
 * legato_step_row_set_step:
 * @index: its number
 * @fault: (nullable): what is wrong with it, and what would mend it
 */
void
legato_step_row_set_step (LegatoStepRow *self,
                          const LegatoRoutineStep *step,
                          guint index,
                          const char *fault)
{
  g_autofree char *clock = NULL;
  g_autofree char *words = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *length = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (LEGATO_IS_STEP_ROW (self));
  g_return_if_fail (step != NULL);

  if (index != self->index || gtk_menu_button_get_menu_model (self->more) == NULL)
    set_index (self, index);

  clock = legato_words_dup_clock (step->seconds);
  words = legato_routine_words_dup_detail (step);
  detail = g_strdup_printf ("%s · %s", clock, words);
  length = legato_words_dup_length (step->seconds);
  spoken = g_strdup_printf ("%s · %s", length, words);
  /* Translators: the number of a step of a routine, and what is done in it */
  title = g_strdup_printf (_ ("%u. %s"), index + 1, step->technique->name);
  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : spoken, -1);
}

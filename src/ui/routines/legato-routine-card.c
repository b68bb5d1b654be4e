/* legato-routine-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-routine-card.h"
#include "legato-routine-words.h"
#include "legato-thumbnail.h"

struct _LegatoRoutineCard
{
  GtkFlowBoxChild parent_instance;

  /* Template widgets */
  GtkBox *picture;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *summary;
  GtkLabel *obstacle;
  GtkToggleButton *favourite;
  GtkButton *only;
  GtkMenuButton *more;

  /* Borrowed reference, as long as the guide; %NULL for a file that cannot be read */
  const LegatoRoutine *routine;
};

enum
{
  FAVOURITE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutineCard, legato_routine_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Fills the menu; @path is the file of an own routine, %NULL for one of the guide. */
static GMenu *
make_menu (const LegatoRoutine *routine, const char *path)
{
  GMenu *menu = g_menu_new ();

  if (routine != NULL && !routine->own)
    add_item (menu, _ ("Change a Copy"), "own.copy", g_variant_new_string (routine->id));
  if (routine != NULL && routine->own)
    {
      add_item (menu, _ ("Change"), "own.edit", g_variant_new_string (routine->id));
      add_item (menu, _ ("Duplicate"), "own.copy", g_variant_new_string (routine->id));
      add_item (menu, _ ("Share as a File"), "own.share", g_variant_new_string (routine->id));
    }
  if (path != NULL)
    add_item (menu, _ ("Delete"), "own.delete", g_variant_new_bytestring (path));
  return menu;
}

/* The desktop's sign for what is no favourite is too pale. */
static void
show_favourite (LegatoRoutineCard *self)
{
  legato_access_set_icon (GTK_BUTTON (self->favourite),
                          gtk_toggle_button_get_active (self->favourite)
                              ? "starred-symbolic"
                              : "legato-not-favourite-symbolic");
}

static void
favourite_cb (LegatoRoutineCard *self)
{
  show_favourite (self);
  g_signal_emit (self, signals[FAVOURITE_TOGGLED], 0);
}

/* A menu of one thing would only be in the way of it. */
static void
show_only (LegatoRoutineCard *self, GMenuModel *menu, const char *name)
{
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_menu_model_get_n_items (menu) != 1)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->only), FALSE);
      return;
    }
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  target = g_menu_model_get_item_attribute_value (menu, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  gtk_button_set_icon_name (self->only, self->routine != NULL ? "document-edit-symbolic"
                                                              : "user-trash-symbolic");
  legato_access_set_name (GTK_WIDGET (self->only), label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->only), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->only), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->only), action);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
}

static void
set_name (LegatoRoutineCard *self, const char *name, GMenu *menu)
{
  /* Translators: the name of a routine; the button opens a menu of what can be done with it */
  g_autofree char *more = g_strdup_printf (_ ("More for “%s”"), name);
  /* Translators: the name of a routine; the button has it stand among the first ones, or not */
  g_autofree char *star = g_strdup_printf (_ ("“%s” is a favourite"), name);

  gtk_label_set_label (self->name, name);
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
  legato_access_set_name (GTK_WIDGET (self->more), more, more);
  /* It would lie over the menu. */
  g_object_bind_property (gtk_menu_button_get_popover (self->more), "visible", self->more,
                          "has-tooltip", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_only (self, G_MENU_MODEL (menu), name);
  legato_access_set_name (GTK_WIDGET (self->favourite), star, star);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
legato_routine_card_class_init (LegatoRoutineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[FAVOURITE_TOGGLED] =
      g_signal_new ("favourite-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/routines/routine-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, picture);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, name);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, detail);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, obstacle);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, favourite);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, only);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineCard, more);
  gtk_widget_class_bind_template_callback (widget_class, favourite_cb);
}

static void
legato_routine_card_init (LegatoRoutineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "10–15 minutes · Foam roller, Massage ball" */
static char *
dup_detail (LegatoGuide *guide, const LegatoRoutine *routine)
{
  g_autofree char *length = legato_routine_words_dup_length (routine);
  g_autofree char *given = legato_routine_words_dup_given (routine);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *tools = legato_routine_words_dup_tools (guide, routine);

  g_ptr_array_add (facts, length);
  if (tools != NULL)
    g_ptr_array_add (facts, tools);
  if (given != NULL)
    g_ptr_array_add (facts, given);
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

/* The file of an own routine, or %NULL. */
static char *
dup_path (LegatoRoutineShelf *shelf, const LegatoRoutine *routine)
{
  GListModel *items = G_LIST_MODEL (shelf);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LegatoShelfItem) item = g_list_model_get_item (items, i);

      if (legato_shelf_item_get_routine (item) == routine)
        return g_strdup (legato_shelf_item_get_path (item));
    }
  return NULL;
}

/**
 * legato_routine_card_new:
 * @routine: of the guide, or an own one on its shelf; lives as long as the card
 *
 * Returns: (transfer none): a card that says what it is, how long and with what
 */
GtkWidget *
legato_routine_card_new (LegatoContext *context, const LegatoRoutine *routine, gboolean favourite)
{
  LegatoRoutineCard *self = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *thumbnail = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_CARD, NULL);
  self->routine = routine;
  path = dup_path (legato_context_get_shelf (context), routine);
  menu = make_menu (routine, path);
  set_name (self, routine->name, menu);
  detail = dup_detail (legato_context_get_guide (context), routine);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->summary, routine->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *routine->summary != '\0');
  gtk_toggle_button_set_active (self->favourite, favourite);
  show_favourite (self);
  thumbnail = legato_thumbnail_new (legato_context_get_thumbnails (context));
  legato_thumbnail_show_routine (LEGATO_THUMBNAIL (thumbnail), routine);
  gtk_box_append (self->picture, thumbnail);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): a card for a file that cannot be read, and why */
GtkWidget *
legato_routine_card_new_broken (LegatoContext *context, LegatoShelfItem *item)
{
  LegatoRoutineCard *self = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *sign = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (item), NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_CARD, NULL);
  name = legato_shelf_item_dup_name (item);
  menu = make_menu (NULL, legato_shelf_item_get_path (item));
  set_name (self, name, menu);
  gtk_label_set_label (self->summary, legato_shelf_item_get_error (item)->message);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->favourite), FALSE);
  sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_image_set_icon_size (GTK_IMAGE (sign), GTK_ICON_SIZE_LARGE);
  gtk_box_append (self->picture, sign);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none) (nullable): what it opens; %NULL for a file that cannot be read */
const LegatoRoutine *
legato_routine_card_get_routine (LegatoRoutineCard *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_CARD (self), NULL);
  return self->routine;
}

/** Returns: whether its star is on */
gboolean
legato_routine_card_is_favourite (LegatoRoutineCard *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_CARD (self), FALSE);
  return gtk_toggle_button_get_active (self->favourite);
}

/** legato_routine_card_set_obstacle: @obstacle: (nullable): why it cannot be started as it is. */
void
legato_routine_card_set_obstacle (LegatoRoutineCard *self, const char *obstacle)
{
  g_return_if_fail (LEGATO_IS_ROUTINE_CARD (self));

  gtk_label_set_label (self->obstacle, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), obstacle != NULL);
}

/* legato-routines-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-goal-group.h"
#include "legato-planner.h"
#include "legato-routine-words.h"
#include "legato-routines-page.h"
#include "legato-action-row.h"

struct _LegatoRoutinesPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  AdwPreferencesGroup *own;
  AdwPreferencesGroup *routines;

  /* Owned references */
  LegatoRoutineShelf *shelf;
  LegatoPersonModel *person;
  GPtrArray *own_rows;   /* (element-type GtkWidget), borrowed from the group */
  GPtrArray *ready_rows; /* (element-type GtkWidget): likewise, the guide's */
};

enum
{
  SIGNAL_ROUTINE_CHOSEN,
  SIGNAL_GOAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutinesPage, legato_routines_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (LegatoRoutinesPage *self, GtkWidget *row)
{
  g_signal_emit (self, signals[SIGNAL_ROUTINE_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (row), "routine"));
}

static void
goal_chosen_cb (LegatoRoutinesPage *self, int goal, guint minutes, int legs)
{
  g_signal_emit (self, signals[SIGNAL_GOAL_CHOSEN], 0, goal, minutes, legs);
}

/* A row that opens @routine; the guide keeps it alive. */
static GtkWidget *
new_routine_row (LegatoRoutinesPage *self, const LegatoRoutine *routine, const char *subtitle)
{
  GtkWidget *row = legato_action_row_new (routine->name, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "routine", (gpointer) routine);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
add_menu (GtkWidget *row, GMenu *menu, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of a routine; the button opens a menu of what can be done with it */
  g_autofree char *label = g_strdup_printf (_ ("More for “%s”"), name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* An own routine with its length, or with what keeps it from being started. */
static GtkWidget *
new_own_row (LegatoRoutinesPage *self, LegatoShelfItem *item)
{
  const LegatoRoutine *routine = legato_shelf_item_get_routine (item);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = legato_shelf_item_dup_name (item);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = NULL;

  if (routine == NULL)
    {
      row = legato_action_row_new (name, legato_shelf_item_get_error (item)->message);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
    }
  else
    {
      g_autofree char *length = legato_routine_words_dup_length (routine);
      g_autoptr (GPtrArray) faults =
          legato_routine_find_faults (legato_routine_shelf_get_guide (self->shelf), routine);

      if (faults->len > 0)
        subtitle = g_strdup_printf (_ ("%s · draft\n%s"), length,
                                    ((const LegatoFault *) faults->pdata[0])->words);
      else
        subtitle = g_strdup_printf ("%s%s%s", length, *routine->summary != '\0' ? "\n" : "",
                                    routine->summary);
      row = new_routine_row (self, routine, subtitle);
      add_item (menu, _ ("Change"), "own.edit", g_variant_new_string (routine->id));
      add_item (menu, _ ("Duplicate"), "own.copy", g_variant_new_string (routine->id));
      add_item (menu, _ ("Share as a File"), "own.share", g_variant_new_string (routine->id));
    }
  add_item (menu, _ ("Delete"), "own.delete",
            g_variant_new_bytestring (legato_shelf_item_get_path (item)));
  add_menu (row, menu, name);
  return row;
}

static void
shelf_changed_cb (LegatoRoutinesPage *self, guint position, guint removed, guint added)
{
  GListModel *items = G_LIST_MODEL (self->shelf);

  for (guint i = 0; i < self->own_rows->len; i++)
    adw_preferences_group_remove (self->own, self->own_rows->pdata[i]);
  g_ptr_array_set_size (self->own_rows, 0);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LegatoShelfItem) item = g_list_model_get_item (items, i);
      GtkWidget *row = new_own_row (self, item);

      g_ptr_array_add (self->own_rows, row);
      adw_preferences_group_add (self->own, row);
    }
  adw_preferences_group_set_description (
      self->own,
      self->own_rows->len > 0
          ? NULL
          : _ ("Build one from places and techniques, or open one that you were given."));
}

/* Why there can be no such session for this person, or %NULL if there can. */
static char *
dup_obstacle (LegatoRoutinesPage *self, const LegatoRoutine *routine)
{
  g_auto (GStrv) tools = legato_routine_dup_tools (routine);
  LegatoRequest request = { .routine = routine,
                            .legs = LEGATO_LEG_BOTH,
                            .tools = (const char *const *) tools,
                            .person = legato_person_model_get_person (self->person) };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan =
      legato_planner_make (legato_person_model_get_guide (self->person), &request, &error);

  /* What stands in the way of every session is said once, above. */
  if (plan != NULL || g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED))
    return NULL;
  return g_strdup (error->message);
}

static void
person_changed_cb (LegatoRoutinesPage *self)
{
  g_autoptr (GPtrArray) refusals = legato_person_model_get_refusals (self->person);

  adw_preferences_group_set_description (
      self->routines,
      refusals->len > 0 ? ((const LegatoAdvice *) refusals->pdata[0])->advice.text : NULL);
  for (guint i = 0; i < self->ready_rows->len; i++)
    {
      AdwActionRow *row = self->ready_rows->pdata[i];
      const LegatoRoutine *routine = g_object_get_data (G_OBJECT (row), "routine");
      g_autofree char *length = legato_routine_words_dup_length (routine);
      g_autofree char *obstacle = dup_obstacle (self, routine);
      g_autofree char *subtitle =
          g_strdup_printf ("%s\n%s", length, obstacle != NULL ? obstacle : routine->summary);

      adw_action_row_set_subtitle (row, subtitle);
    }
}

static void
legato_routines_page_dispose (GObject *object)
{
  LegatoRoutinesPage *self = LEGATO_ROUTINES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->person);
  g_clear_pointer (&self->own_rows, g_ptr_array_unref);
  g_clear_pointer (&self->ready_rows, g_ptr_array_unref);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (legato_routines_page_parent_class)->dispose (object);
}

static void
legato_routines_page_class_init (LegatoRoutinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_routines_page_dispose;

  /**
   * LegatoRoutinesPage::routine-chosen:
   * @routine: a #LegatoRoutine of the guide
   */
  signals[SIGNAL_ROUTINE_CHOSEN] =
      g_signal_new ("routine-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LegatoRoutinesPage::goal-chosen:
   * @goal: a #LegatoGoal
   * @minutes: how long it shall be, or 0
   * @legs: a #LegatoLeg
   */
  signals[SIGNAL_GOAL_CHOSEN] =
      g_signal_new ("goal-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_UINT, G_TYPE_INT);

  g_type_ensure (LEGATO_TYPE_GOAL_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/routines/routines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, own);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, routines);
  gtk_widget_class_bind_template_callback (widget_class, goal_chosen_cb);
}

static void
legato_routines_page_init (LegatoRoutinesPage *self)
{
  self->own_rows = g_ptr_array_new ();
  self->ready_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_routine (LegatoRoutinesPage *self, LegatoRoutine *routine)
{
  g_autofree char *length = legato_routine_words_dup_length (routine);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", length, routine->summary);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *row = new_routine_row (self, routine, subtitle);

  add_item (menu, _ ("Change a Copy"), "own.copy", g_variant_new_string (routine->id));
  add_menu (row, menu, routine->name);
  g_ptr_array_add (self->ready_rows, row);
  adw_preferences_group_add (self->routines, row);
}

/** Returns: (transfer none): ready-made and own routines, and goals */
LegatoRoutinesPage *
legato_routines_page_new (LegatoContext *context)
{
  LegatoRoutinesPage *self = NULL;
  GPtrArray *routines = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINES_PAGE, NULL);
  self->shelf = g_object_ref (legato_context_get_shelf (context));
  self->person = g_object_ref (legato_context_get_person (context));
  routines = legato_guide_get_routines (legato_context_get_guide (context));
  for (guint i = 0; i < routines->len; i++)
    add_routine (self, g_ptr_array_index (routines, i));
  g_signal_connect_object (self->shelf, "items-changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  shelf_changed_cb (self, 0, 0, 0);
  person_changed_cb (self);
  return self;
}

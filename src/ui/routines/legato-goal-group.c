/* legato-goal-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-goal-group.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"
#include "legato-text-button.h"

struct _LegatoGoalGroup
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkDropDown *goal;
  GtkDropDown *minutes;
  GtkDropDown *legs;
};

enum
{
  GOAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Minutes, in the order of the choices; 0 is the length that suits the goal. */
static const guint minutes_choices[] = { 0, 3, 5, 8, 10, 15, 20, 30 };

/* In the order of the choices in the template. */
static const LegatoLeg leg_choices[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

G_DEFINE_FINAL_TYPE (LegatoGoalGroup, legato_goal_group, GTK_TYPE_BOX)

static void
make_cb (LegatoGoalGroup *self)
{
  guint goal = LEGATO_GOAL_NONE + 1 + gtk_drop_down_get_selected (self->goal);
  guint minutes = gtk_drop_down_get_selected (self->minutes);
  guint legs = gtk_drop_down_get_selected (self->legs);

  g_return_if_fail (goal < LEGATO_N_GOALS && minutes < G_N_ELEMENTS (minutes_choices)
                    && legs < G_N_ELEMENTS (leg_choices));
  g_signal_emit (self, signals[GOAL_CHOSEN], 0, goal, minutes_choices[minutes], leg_choices[legs]);
}

static void
legato_goal_group_class_init (LegatoGoalGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * LegatoGoalGroup::goal-chosen:
   * @goal: a #LegatoGoal
   * @minutes: how long it shall be; 0 for what suits the goal, or what the person is used to
   * @legs: a #LegatoLeg
   */
  signals[GOAL_CHOSEN] =
      g_signal_new ("goal-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, LEGATO_TYPE_GOAL, G_TYPE_UINT, LEGATO_TYPE_LEG);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/routines/goal-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoGoalGroup, goal);
  gtk_widget_class_bind_template_child (widget_class, LegatoGoalGroup, minutes);
  gtk_widget_class_bind_template_child (widget_class, LegatoGoalGroup, legs);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
}

static void
legato_goal_group_init (LegatoGoalGroup *self)
{
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (lengths, _ ("Its usual length"));
  for (guint i = 1; i < G_N_ELEMENTS (minutes_choices); i++)
    {
      g_autofree char *text = legato_words_dup_minutes (minutes_choices[i]);

      gtk_string_list_append (lengths, text);
    }
  gtk_drop_down_set_model (self->minutes, G_LIST_MODEL (lengths));
}

/** Returns: (transfer none): asks what a session shall be for, how long and on which legs */
LegatoGoalGroup *
legato_goal_group_new (LegatoContext *context)
{
  LegatoGoalGroup *self = NULL;
  g_autoptr (GtkStringList) goals = gtk_string_list_new (NULL);

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_GOAL_GROUP, NULL);
  for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++)
    gtk_string_list_append (goals, legato_guide_find_goal (legato_context_get_guide (context),
                                                           legato_goal_to_id ((LegatoGoal) goal))
                                       ->name);
  gtk_drop_down_set_model (self->goal, G_LIST_MODEL (goals));
  return self;
}

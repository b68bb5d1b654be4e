/* legato-tool-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-request.h"
#include "legato-tool-group.h"

struct _LegatoToolGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned reference */
  GPtrArray *rows; /* (element-type AdwActionRow): those in the group */

  gboolean needed; /* it is made for one of them */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoToolGroup, legato_tool_group, ADW_TYPE_PREFERENCES_GROUP)

/* Says what a tick means, for those that are there now. */
static void
describe (LegatoToolGroup *self)
{
  g_auto (GStrv) tools = legato_tool_group_dup_ticked (self);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   self->needed ? _ ("You need") : _ ("Your tools"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      tools[0] == NULL ? _ ("Your hands do it all. Tick what you have.")
      : self->needed   ? _ ("Untick what you don’t have: your hands do it then.")
                       : _ ("What you untick is done by hand or left out."));
}

static void
toggled_cb (LegatoToolGroup *self)
{
  describe (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_tool (LegatoToolGroup *self,
          const LegatoTechnique *technique,
          const char *question,
          gboolean ticked)
{
  GtkWidget *row = legato_action_row_new (technique->name, question);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  g_object_set_data (G_OBJECT (check), "tool", technique->tool);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  legato_action_row_add_toggle (row, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Returns: (nullable): whether the person wants to use a tool that they have, and @content can do
 * without */
static const char *
get_question (const LegatoTechnique *technique,
              const LegatoProfile *profile,
              const LegatoRoutine *content)
{
  g_auto (GStrv) tools = content != NULL ? legato_routine_dup_optional_tools (content) : NULL;

  if (tools == NULL || profile == NULL || !legato_profile_has_tool (profile, technique->tool)
      || !g_strv_contains ((const char *const *) tools, technique->tool))
    return NULL;
  return content->closing != NULL && content->closing->technique == technique
             ? _ ("You have one: end with it?")
             : _ ("You have one: use it here in place of your hands?");
}

static void
legato_tool_group_finalize (GObject *object)
{
  LegatoToolGroup *self = LEGATO_TOOL_GROUP (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (legato_tool_group_parent_class)->finalize (object);
}

static void
legato_tool_group_class_init (LegatoToolGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_tool_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_tool_group_init (LegatoToolGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * legato_tool_group_show:
 * @tools: those that can be used; what is none of a technique is passed over
 * @profile: (nullable): those that it has are ticked; without it all are
 * @content: (nullable): the routine, or what a goal is composed of: what it can make use of besides
 *   is offered to who has it
 *
 * Shows a row for each; is hidden if there is none.
 */
void
legato_tool_group_show (LegatoToolGroup *self,
                        LegatoGuide *guide,
                        const char *const *tools,
                        const LegatoProfile *profile,
                        const LegatoRoutine *content)
{
  GPtrArray *techniques = NULL;

  g_return_if_fail (LEGATO_IS_TOOL_GROUP (self));
  g_return_if_fail (guide != NULL && tools != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->needed = FALSE;
  techniques = legato_guide_get_techniques (guide);
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      const char *question = NULL;

      if (technique->tool == NULL)
        continue;
      question = get_question (technique, profile, content);
      self->needed = self->needed || g_strv_contains (tools, technique->tool);
      if (question != NULL || g_strv_contains (tools, technique->tool))
        add_tool (self, technique, question,
                  profile == NULL || legato_profile_has_tool (profile, technique->tool));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  describe (self);
}

/** Returns: (transfer full): ids of the tools that are ticked */
char **
legato_tool_group_dup_ticked (LegatoToolGroup *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (LEGATO_IS_TOOL_GROUP (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *check = adw_action_row_get_activatable_widget (row);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "tool"));
    }
  return g_strv_builder_end (builder);
}

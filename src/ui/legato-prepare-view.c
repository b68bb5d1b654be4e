/* legato-prepare-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-planner.h"
#include "legato-prepare-view.h"
#include "legato-safety.h"
#include "legato-words.h"

struct _LegatoPrepareView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *summary;
  AdwComboRow *length;
  AdwComboRow *legs;
  AdwActionRow *tools;
  GtkListBox *checklist;
  GtkListBox *red_flags;
  GtkListBox *conditions;
  GtkRevealer *error_revealer;
  GtkLabel *error;
  GtkWidget *start;

  /* Owned references */
  LegatoGuide *guide;

  /* Borrowed reference, lives as long as the guide */
  const LegatoRoutine *routine;
};

enum
{
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const LegatoLeg leg_choices[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

G_DEFINE_FINAL_TYPE (LegatoPrepareView, legato_prepare_view, GTK_TYPE_WIDGET)

static void
show_error (LegatoPrepareView *self, const char *message)
{
  if (message != NULL)
    gtk_label_set_label (self->error, message);
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

static void
start_cb (LegatoPrepareView *self)
{
  g_auto (GStrv) tools = legato_routine_dup_tools (self->routine);
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = {
    .routine = self->routine,
    .legs = leg_choices[adw_combo_row_get_selected (self->legs)],
    .tools = (const char *const *) tools, /* the page names them; who starts has them */
  };

  /* One leg takes half of the time that both take, with the rest before and after. */
  if (request.legs == LEGATO_LEG_BOTH)
    request.minutes = self->routine->minutes[adw_combo_row_get_selected (self->length)];

  plan = legato_planner_make (self->guide, &request, &error);
  show_error (self, error != NULL ? error->message : NULL);
  if (plan != NULL)
    g_signal_emit (self, signals[SIGNAL_START], 0, plan);
}

static void
legs_changed_cb (LegatoPrepareView *self)
{
  gboolean both = leg_choices[adw_combo_row_get_selected (self->legs)] == LEGATO_LEG_BOTH;

  if (self->routine != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->length), both && self->routine->minutes[1] != 0);
}

static GtkWidget *
new_text_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);

  return label;
}

static void
add_check (LegatoPrepareView *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->checklist, row);
}

static void
add_warning (GtkListBox *list, const LegatoAdvice *advice)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = new_text_label (advice->advice.text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), advice->question.text);
  gtk_widget_add_css_class (label, "row-text");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
  gtk_list_box_append (list, row);
}

static void
legato_prepare_view_dispose (GObject *object)
{
  LegatoPrepareView *self = LEGATO_PREPARE_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_prepare_view_parent_class)->dispose (object);
}

static void
legato_prepare_view_class_init (LegatoPrepareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_prepare_view_dispose;

  /**
   * LegatoPrepareView::start:
   * @plan: what to play
   */
  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, LEGATO_TYPE_PLAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/prepare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, length);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, legs);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, tools);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, checklist);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, red_flags);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, conditions);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, start);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, legs_changed_cb);
}

static void
legato_prepare_view_init (LegatoPrepareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** legato_prepare_view_set_guide: fills the checklist and the warnings; to be called once. */
void
legato_prepare_view_set_guide (LegatoPrepareView *self, LegatoGuide *guide)
{
  GPtrArray *checks = NULL;
  GPtrArray *advice = NULL;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (guide != NULL && self->guide == NULL);

  self->guide = legato_guide_ref (guide);
  checks = legato_guide_get_preparation (guide);
  for (guint i = 0; i < checks->len; i++)
    add_check (self, ((const LegatoText *) g_ptr_array_index (checks, i))->text);

  advice = legato_guide_get_advice (guide);
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (legato_safety_is_red_flag (item))
        add_warning (self->red_flags, item);
      else if (legato_safety_needs_clearance (item))
        add_warning (self->conditions, item);
    }
}

static void
show_tools (LegatoPrepareView *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) tools = legato_routine_dup_tools (self->routine);
  GPtrArray *techniques = legato_guide_get_techniques (self->guide);

  for (gsize t = 0; tools[t] != NULL; t++)
    {
      for (guint i = 0; i < techniques->len; i++)
        {
          const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

          if (g_strcmp0 (technique->tool, tools[t]) == 0)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", technique->name);
        }
    }
  adw_action_row_set_subtitle (self->tools, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), names->len > 0);
}

/** legato_prepare_view_set_routine: shows @routine, which belongs to the guide. */
void
legato_prepare_view_set_routine (LegatoPrepareView *self, const LegatoRoutine *routine)
{
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);
  guint own = 0;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (routine != NULL && self->guide != NULL);

  self->routine = routine;
  gtk_label_set_label (self->title, routine->name);
  gtk_label_set_label (self->summary, routine->summary);
  for (guint i = 0; routine->minutes[i] != 0; i++)
    {
      g_autofree char *text = legato_words_dup_minutes (routine->minutes[i]);

      gtk_string_list_append (lengths, text);
      if (routine->minutes[i] == routine->own_minutes)
        own = i;
    }
  adw_combo_row_set_model (self->length, G_LIST_MODEL (lengths));
  adw_combo_row_set_selected (self->length, own);
  adw_combo_row_set_selected (self->legs, 0);
  legs_changed_cb (self);
  show_tools (self);
  show_error (self, NULL);
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/** legato_prepare_view_focus: puts the focus on Start. */
void
legato_prepare_view_focus (LegatoPrepareView *self)
{
  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  gtk_widget_grab_focus (self->start);
}

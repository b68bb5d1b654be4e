/* legato-routine-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-routine-import.h"
#include "legato-routine-words.h"
#include "legato-action-row.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-words.h"

struct _LegatoRoutineImport
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *problem;
  GtkLabel *faults;
  GtkLabel *twin;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *steps;
  GtkWidget *keep;
  GtkWidget *keep_both;
  GtkWidget *replace;

  /* Owned references */
  LegatoRoutineShelf *shelf;
  LegatoRoutine *routine;
};

enum
{
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutineImport, legato_routine_import, ADW_TYPE_WINDOW)

static void
keep (LegatoRoutineImport *self)
{
  g_autoptr (LegatoRoutineImport) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (legato_routine_shelf_put (self->shelf, self->routine, &error) == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_KEPT], 0, self->routine->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keep_cb (LegatoRoutineImport *self)
{
  keep (self);
}

static void
keep_both_cb (LegatoRoutineImport *self)
{
  g_free (self->routine->id);
  self->routine->id = legato_routine_make_id ();
  keep (self);
}

static void
show_steps (LegatoRoutineImport *self)
{
  guint n_steps = legato_routine_get_n_steps (self->routine);

  for (guint i = 0; i < n_steps; i++)
    {
      const LegatoRoutineStep *step = legato_routine_get_step (self->routine, i, NULL);
      g_autofree char *clock = legato_words_dup_clock (step->seconds);
      g_autofree char *words = legato_routine_words_dup_detail (step);
      g_autofree char *detail = g_strdup_printf ("%s · %s", clock, words);
      g_autofree char *length = legato_words_dup_length (step->seconds);
      g_autofree char *spoken = g_strdup_printf ("%s · %s", length, words);
      /* Translators: the number of a step of a routine, and what is done in it */
      g_autofree char *title = g_strdup_printf (_ ("%u. %s"), i + 1, step->technique->name);
      GtkWidget *row = legato_action_row_new (title, detail);

      legato_action_row_set_spoken (row, spoken);
      adw_preferences_group_add (self->steps, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), n_steps > 0);
}

/* Each fault on its own line, with the step that has it. */
static void
show_faults (LegatoRoutineImport *self)
{
  g_autoptr (GPtrArray) faults =
      legato_routine_find_faults (legato_routine_shelf_get_guide (self->shelf), self->routine);
  g_autoptr (GString) text =
      g_string_new (_ ("You can keep it and change it, but not start it as it is:"));

  for (guint i = 0; i < faults->len; i++)
    {
      const LegatoFault *fault = g_ptr_array_index (faults, i);

      if (fault->step < 0)
        g_string_append_printf (text, "\n• %s", fault->words);
      else
        {
          g_string_append (text, "\n• ");
          /* Translators: the number of a step, and the rule that it breaks */
          g_string_append_printf (text, _ ("Step %d: %s"), fault->step + 1, fault->words);
        }
    }
  gtk_label_set_label (self->faults, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), faults->len > 0);
}

/* What to do if there is a routine with this id already. */
static void
show_twin (LegatoRoutineImport *self)
{
  const LegatoRoutine *known =
      legato_guide_find_routine (legato_routine_shelf_get_guide (self->shelf), self->routine->id);
  g_autofree char *text = NULL;

  if (known == NULL)
    return;
  if (!known->own)
    {
      /* A routine of the guide cannot be replaced, so that this is not offered. */
      g_free (self->routine->id);
      self->routine->id = legato_routine_make_id ();
      return;
    }
  gtk_widget_set_visible (self->keep, FALSE);
  gtk_widget_set_visible (self->keep_both, TRUE);
  if (legato_routine_equal (known, self->routine))
    {
      gtk_label_set_label (self->twin, _ ("You have this routine already, just as it is here."));
    }
  else
    {
      text = g_strdup_printf (_ ("You have this routine already, as “%s”, but it is not the same."),
                              known->name);
      gtk_label_set_label (self->twin, text);
      gtk_widget_set_visible (self->replace, TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->twin), TRUE);
}

static void
legato_routine_import_dispose (GObject *object)
{
  LegatoRoutineImport *self = LEGATO_ROUTINE_IMPORT (object);

  g_clear_pointer (&self->routine, legato_routine_free);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (legato_routine_import_parent_class)->dispose (object);
}

static void
legato_routine_import_class_init (LegatoRoutineImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_routine_import_dispose;

  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/routines/routine-import.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, name);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, faults);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, twin);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, facts);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, steps);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, keep);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, keep_both);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineImport, replace);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_both_cb);
}

static void
legato_routine_import_init (LegatoRoutineImport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/**
 * legato_routine_import_new:
 * @parent: the window it stands above
 * @shelf: where the routine is kept, if the person wants that
 * @routine: (transfer full): what a file holds
 *
 * Returns: (transfer none): a window that shows @routine; present it
 */
LegatoRoutineImport *
legato_routine_import_new (GtkWindow *parent, LegatoRoutineShelf *shelf, LegatoRoutine *routine)
{
  LegatoRoutineImport *self = NULL;
  LegatoGuide *guide = NULL;
  GtkWidget *row = NULL;
  g_autofree char *length = NULL;
  g_autofree char *balance = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *tools = NULL;
  g_autofree char *given = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_IMPORT, "transient-for", parent, NULL);
  self->shelf = g_object_ref (shelf);
  self->routine = routine;
  guide = legato_routine_shelf_get_guide (shelf);

  gtk_label_set_label (self->name, routine->name);
  gtk_label_set_label (self->summary, routine->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *routine->summary != '\0');

  length = legato_routine_words_dup_length (routine);
  balance = legato_routine_words_dup_balance (routine, FALSE);
  spoken = legato_routine_words_dup_balance (routine, TRUE);
  tools = legato_routine_words_dup_tools (guide, routine);
  given = legato_routine_words_dup_given (routine);
  row = legato_action_row_new (length, balance);
  legato_action_row_set_spoken (row, spoken);
  adw_preferences_group_add (self->facts, row);
  if (given != NULL)
    adw_preferences_group_add (self->facts,
                               legato_action_row_new (given, _ ("Its steps and times stay as they "
                                                                "were given, as far as they are "
                                                                "safe for you.")));
  if (tools != NULL)
    adw_preferences_group_add (self->facts, legato_action_row_new (_ ("You need"), tools));
  show_faults (self);
  show_twin (self);
  show_steps (self);
  return self;
}

/* legato-routine-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-question.h"
#include "legato-routine-draft.h"
#include "legato-routine-editor.h"
#include "legato-routine-words.h"
#include "legato-step-editor.h"
#include "legato-step-row.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-text-row.h"
#include "legato-typed.h"

/* What a new step lasts, in seconds: long enough to feel it, short enough to add another. */
#define NEW_STEP_S 30

struct _LegatoRoutineEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *problem;
  GtkStack *stack;
  GtkEditable *name;
  GtkEditable *summary;
  GtkEditable *given_by;
  GtkWidget *times_row;
  GtkSpinButton *times;
  GtkLabel *total;
  GtkLabel *balance;
  GtkLabel *state;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *add;
  GtkListBox *before_list;
  GtkListBox *leg_list;
  GtkListBox *after_list;

  /* Borrowed reference, within `stack` */
  LegatoStepEditor *step_editor;

  /* Owned references */
  LegatoRoutineShelf *shelf;
  LegatoRoutineDraft *draft;
  GPtrArray *rows[LEGATO_N_PARTS]; /* (element-type LegatoStepRow), borrowed from the groups */

  gboolean typing;
  gboolean showing;
  int editing;     /* the number of the step that is being changed, or -1 */
  gboolean adding; /* the step that is shown is none of the routine's yet */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutineEditor, legato_routine_editor, ADW_TYPE_WINDOW)

static const LegatoRoutine *
get_routine (LegatoRoutineEditor *self)
{
  return legato_routine_draft_get_routine (self->draft);
}

static LegatoStepRow *
nth_row (LegatoRoutineEditor *self, guint index)
{
  for (int part = 0; part < LEGATO_N_PARTS; part++)
    {
      if (index < self->rows[part]->len)
        return g_ptr_array_index (self->rows[part], index);
      index -= self->rows[part]->len;
    }
  return NULL;
}

static void
focus_row (LegatoRoutineEditor *self, int index)
{
  LegatoStepRow *row = index >= 0 ? nth_row (self, (guint) index) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* All that is wrong with step @index, in words; %NULL if nothing is. */
static char *
dup_faults (GPtrArray *faults, int index)
{
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      const LegatoFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *words = NULL;

      if (fault->step != index)
        continue;
      words = legato_routine_words_dup_fault (fault);
      if (text == NULL)
        text = g_string_new (words);
      else
        g_string_append_printf (text, "\n%s", words);
    }
  return text != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Rows are kept and filled anew, so that the one with the focus stays. */
static void
show_steps (LegatoRoutineEditor *self, GPtrArray *faults)
{
  GtkListBox *lists[LEGATO_N_PARTS] = { self->before_list, self->leg_list, self->after_list };
  guint index = 0;

  for (int part = 0; part < LEGATO_N_PARTS; part++)
    {
      GPtrArray *steps = legato_routine_get_part (get_routine (self), (LegatoRoutinePart) part);
      GPtrArray *rows = self->rows[part];

      while (rows->len > steps->len)
        gtk_list_box_remove (lists[part], g_ptr_array_steal_index (rows, rows->len - 1));
      while (rows->len < steps->len)
        {
          LegatoStepRow *row = legato_step_row_new ();

          g_ptr_array_add (rows, row);
          gtk_list_box_append (lists[part], GTK_WIDGET (row));
        }
      for (guint i = 0; i < steps->len; i++, index++)
        {
          g_autofree char *fault = dup_faults (faults, (int) index);

          legato_step_row_set_step (rows->pdata[i], steps->pdata[i], index, fault);
        }
    }
  gtk_widget_set_visible (self->before, self->rows[LEGATO_PART_BEFORE]->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->leg_list), self->rows[LEGATO_PART_LEG]->len > 0);
  gtk_widget_set_visible (self->after, self->rows[LEGATO_PART_AFTER]->len > 0);
}

static void
show_state (LegatoRoutineEditor *self, GPtrArray *faults)
{
  const LegatoRoutine *routine = get_routine (self);
  g_autofree char *total = legato_routine_words_dup_length (routine);
  g_autofree char *balance = legato_routine_words_dup_balance (routine, FALSE);
  g_autofree char *spoken = legato_routine_words_dup_balance (routine, TRUE);
  g_autofree char *general = dup_faults (faults, -1);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u thing keeps it from being started.",
                                 "%u things keep it from being started.", faults->len),
                       faults->len);

  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->balance, balance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->balance), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  if (faults->len == 0)
    gtk_label_set_label (self->state, _ ("Ready to be started."));
  else
    gtk_label_set_label (self->state, general != NULL ? general : count);
  if (faults->len == 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "caution");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "caution");
}

static void
show_text (GtkEditable *editable, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
}

static gboolean
is_at_step (LegatoRoutineEditor *self)
{
  return self->editing >= 0 || self->adding;
}

static gboolean
can_save (LegatoRoutineEditor *self)
{
  LegatoRoutinePart part;

  return *get_routine (self)->name != '\0'
         && (!is_at_step (self) || legato_step_editor_get_step (self->step_editor, &part) != NULL);
}

static void
allow_actions (LegatoRoutineEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.undo",
                                 !self->adding && legato_routine_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.redo",
                                 !self->adding && legato_routine_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.save", can_save (self));
}

/* Shows @step, or the whole routine when there is none. */
static void
show_page (LegatoRoutineEditor *self, const LegatoRoutineStep *step, LegatoRoutinePart part)
{
  if (step != NULL)
    legato_step_editor_show (self->step_editor, step, part);
  gtk_widget_set_visible (self->back, step != NULL);
  gtk_stack_set_visible_child_name (self->stack, step != NULL ? "step" : "routine");
  gtk_widget_set_visible (self->title, step == NULL);
  allow_actions (self);
}

static void
show_routine (LegatoRoutineEditor *self)
{
  self->editing = -1;
  self->adding = FALSE;
  show_page (self, NULL, LEGATO_PART_LEG);
}

static void
show_step (LegatoRoutineEditor *self, int index)
{
  LegatoRoutinePart part;
  const LegatoRoutineStep *step =
      legato_routine_get_step (get_routine (self), (guint) index, &part);

  self->editing = index;
  self->adding = FALSE;
  show_page (self, step, part);
}

static void
draft_changed_cb (LegatoRoutineEditor *self)
{
  const LegatoRoutine *routine = get_routine (self);
  g_autoptr (GPtrArray) faults =
      legato_routine_find_faults (legato_routine_shelf_get_guide (self->shelf), routine);

  /* Text that is being typed is not replaced: it may end in a space, which the routine leaves out.
   */
  if (!self->typing)
    {
      self->showing = TRUE;
      show_text (self->name, routine->name);
      show_text (self->summary, routine->summary);
      show_text (self->given_by, routine->given_by != NULL ? routine->given_by : "");
      gtk_spin_button_set_value (self->times, routine->times_a_week);
      self->showing = FALSE;
    }
  gtk_widget_set_visible (self->times_row, routine->given_by != NULL);
  show_steps (self, faults);
  show_state (self, faults);
  if (self->editing >= (int) legato_routine_get_n_steps (routine))
    show_routine (self);
  if (self->editing >= 0)
    {
      g_autofree char *fault = dup_faults (faults, self->editing);

      legato_step_editor_set_fault (self->step_editor, fault);
    }
  allow_actions (self);
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
set_given (LegatoRoutineEditor *self)
{
  legato_routine_draft_set_given (self->draft, gtk_editable_get_text (self->given_by),
                                  (guint) gtk_spin_button_get_value_as_int (self->times));
}

static void
times_cb (LegatoRoutineEditor *self)
{
  if (self->draft != NULL && !self->showing)
    set_given (self);
}

static void
text_cb (LegatoRoutineEditor *self, GtkEditable *editable)
{
  if (self->draft == NULL || self->showing)
    return;
  self->typing = TRUE;
  if (editable == self->name)
    legato_routine_draft_set_name (self->draft, gtk_editable_get_text (editable));
  else if (editable == self->given_by)
    set_given (self);
  else
    legato_routine_draft_set_summary (self->draft, gtk_editable_get_text (editable));
  self->typing = FALSE;
}

static void
step_changed_cb (LegatoRoutineEditor *self)
{
  LegatoRoutinePart part;
  const LegatoRoutineStep *step = legato_step_editor_get_step (self->step_editor, &part);
  int before = self->editing;

  if (step == NULL)
    {
      allow_actions (self);
      return;
    }
  if (self->adding)
    {
      self->adding = FALSE;
      self->editing = legato_routine_draft_add_step (self->draft, part, step);
      draft_changed_cb (self);
      return;
    }
  if (before < 0 || self->draft == NULL)
    return;

  /* The step may move to another part of the routine; the editor goes on showing it. */
  self->editing = -1;
  self->editing = legato_routine_draft_set_step (self->draft, (guint) before, part, step);
  if (self->editing < 0)
    self->editing = before;
  draft_changed_cb (self);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);
  guint index = g_variant_get_uint32 (parameter);
  int n_steps = 0;

  if (g_str_equal (name, "step.edit"))
    {
      show_step (self, (int) index);
      draft_changed_cb (self);
      gtk_widget_child_focus (GTK_WIDGET (self->step_editor), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (g_str_equal (name, "step.move-up"))
    focus_row (self, legato_routine_draft_move_up (self->draft, index));
  else if (g_str_equal (name, "step.move-down"))
    focus_row (self, legato_routine_draft_move_down (self->draft, index));
  else if (g_str_equal (name, "step.duplicate"))
    focus_row (self, legato_routine_draft_duplicate_step (self->draft, index));
  else
    {
      legato_routine_draft_remove_step (self->draft, index);
      n_steps = (int) legato_routine_get_n_steps (get_routine (self));
      focus_row (self, MIN ((int) index, n_steps - 1));
    }
}

static void
row_activated_cb (LegatoRoutineEditor *self, LegatoStepRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "step.edit", "u", legato_step_row_get_index (row));
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);
  guint index;
  guint target;

  g_variant_get (parameter, "(uu)", &index, &target);
  focus_row (self, legato_routine_draft_move_to (self->draft, index, target));
}

/* A usual next step: glides at the start, then kneading, glides at the end. Where, is asked. */
static LegatoRoutineStep *
make_step (LegatoRoutineEditor *self)
{
  LegatoGuide *guide = legato_routine_shelf_get_guide (self->shelf);
  GPtrArray *steps = get_routine (self)->leg_steps;
  const LegatoRoutineStep *last = steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
  gboolean opens = steps->len == 0;
  gboolean closes = last != NULL && last->phase == LEGATO_PHASE_WORK;
  const LegatoTechnique *technique = legato_guide_find_hands (
      guide, opens || closes ? LEGATO_STROKE_GLIDE : LEGATO_STROKE_SQUEEZE);
  LegatoPhase phase = opens ? LEGATO_PHASE_WARM : closes ? LEGATO_PHASE_SETTLE : LEGATO_PHASE_WORK;

  return legato_routine_step_new (phase, technique, LEGATO_PRESSURE_LIGHT, NEW_STEP_S);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);
  g_autoptr (LegatoRoutineStep) step = make_step (self);

  if (legato_routine_get_n_steps (get_routine (self)) >= LEGATO_ROUTINE_MAX_STEPS)
    return;
  self->adding = TRUE;
  legato_step_editor_set_fault (self->step_editor, NULL);
  show_page (self, step, LEGATO_PART_LEG);
  gtk_widget_child_focus (GTK_WIDGET (self->step_editor), GTK_DIR_TAB_FORWARD);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);

  if (g_str_equal (name, "routine.undo"))
    legato_routine_draft_undo (self->draft);
  else
    legato_routine_draft_redo (self->draft);
  if (self->editing >= 0)
    {
      show_step (self, self->editing);
      draft_changed_cb (self);
    }
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);
  int editing = -1;

  if (!is_at_step (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  legato_typed_take (GTK_WINDOW (self));
  editing = self->editing;
  show_routine (self);
  if (editing >= 0)
    focus_row (self, editing);
  else
    gtk_widget_grab_focus (self->add);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (widget);
  g_autoptr (LegatoRoutineEditor) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  legato_typed_take (GTK_WINDOW (self));
  if (legato_routine_shelf_put (self->shelf, get_routine (self), &error) == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  legato_routine_draft_mark_saved (self->draft);
  id = g_strdup (get_routine (self)->id);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
answered_cb (LegatoRoutineEditor *self, const char *answer)
{
  /* Both close the window, which has to live until its action has returned. */
  g_autoptr (LegatoRoutineEditor) kept = g_object_ref (self);

  if (g_str_equal (answer, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "routine.save", NULL);
  else if (g_str_equal (answer, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
legato_routine_editor_close_request (GtkWindow *window)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (window);
  LegatoQuestion *question = NULL;

  legato_typed_take (window);
  if (!legato_routine_draft_is_changed (self->draft))
    return GTK_WINDOW_CLASS (legato_routine_editor_parent_class)->close_request (window);

  question = legato_question_new (window, _ ("Save Your Changes?"),
                                  _ ("What you changed in this routine is lost otherwise."));
  legato_question_add_answer (question, "discard", _ ("Discard"), "destructive-action");
  legato_question_add_answer (question, "edit", _ ("Go On Editing"), NULL);
  if (can_save (self))
    legato_question_add_answer (question, "save", _ ("Save"), "suggested-action");
  g_signal_connect_object (question, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

static void
legato_routine_editor_dispose (GObject *object)
{
  LegatoRoutineEditor *self = LEGATO_ROUTINE_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->shelf);
  for (int part = 0; part < LEGATO_N_PARTS; part++)
    g_clear_pointer (&self->rows[part], g_ptr_array_unref);

  G_OBJECT_CLASS (legato_routine_editor_parent_class)->dispose (object);
}

static void
legato_routine_editor_class_init (LegatoRoutineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = legato_routine_editor_dispose;
  window_class->close_request = legato_routine_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LEGATO_TYPE_TEXT_ROW);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/routines/routine-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, back);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, name);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, given_by);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, times_row);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, times);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, total);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, balance);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, state);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, before);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, before_list);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, leg_list);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, after_list);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, after);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutineEditor, add);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "routine.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "routine.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "routine.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "routine.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "routine.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "step.edit", "u", step_action);
  gtk_widget_class_install_action (widget_class, "step.move-up", "u", step_action);
  gtk_widget_class_install_action (widget_class, "step.move-down", "u", step_action);
  gtk_widget_class_install_action (widget_class, "step.duplicate", "u", step_action);
  gtk_widget_class_install_action (widget_class, "step.remove", "u", step_action);
  gtk_widget_class_install_action (widget_class, "step.move-to", "(uu)", move_to_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "routine.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "routine.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "routine.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "routine.save",
                                       NULL);
}

/* The draft undoes typing as well; the text fields shall not. */
static void
set_up_entry (GtkEditable *entry, int most)
{
  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (entry)), most);
}

static void
legato_routine_editor_init (LegatoRoutineEditor *self)
{
  self->editing = -1;
  for (int part = 0; part < LEGATO_N_PARTS; part++)
    self->rows[part] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  set_up_entry (self->name, LEGATO_ROUTINE_MAX_NAME);
  set_up_entry (self->summary, LEGATO_ROUTINE_MAX_SUMMARY);
  set_up_entry (self->given_by, LEGATO_ROUTINE_MAX_NAME);
  gtk_spin_button_set_range (self->times, 0, LEGATO_ROUTINE_MAX_TIMES);
}

/**
 * legato_routine_editor_new:
 * @parent: the window it stands above
 * @shelf: where the routine is kept when it is saved
 * @routine: what to begin with; its id is the one that is saved
 *
 * Returns: (transfer none): an editor; present it
 */
LegatoRoutineEditor *
legato_routine_editor_new (GtkWindow *parent,
                           LegatoRoutineShelf *shelf,
                           const LegatoRoutine *routine)
{
  LegatoRoutineEditor *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_EDITOR, "transient-for", parent, NULL);
  self->shelf = g_object_ref (shelf);
  self->draft = legato_routine_draft_new (routine);
  self->step_editor = legato_step_editor_new (legato_routine_shelf_get_guide (shelf));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->step_editor), "step");
  g_signal_connect_object (self->step_editor, "changed", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  show_routine (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return self;
}

/* legato-routine-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-file-choice.h"
#include "legato-routine-actions.h"
#include "legato-question.h"
#include "legato-routine-editor.h"
#include "legato-routine-file.h"
#include "legato-routine-import.h"
#include "legato-routine-words.h"
#include "legato-toasts.h"

/* A deletion can be undone for longer than usual: time enough to read what was deleted. */
#define UNDO_DELETION_S 20

struct _LegatoRoutineActions
{
  GObject parent_instance;

  /* Borrowed references: the window owns this */
  GtkWindow *window;
  AdwToastOverlay *toasts;

  /* Owned references */
  LegatoRoutineShelf *shelf;
  GQueue files; /* (element-type GFile): to be shown one after the other */

  gboolean showing; /* the first of the files is being read or shown */
};

enum
{
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutineActions, legato_routine_actions, G_TYPE_OBJECT)

static LegatoGuide *
get_guide (LegatoRoutineActions *self)
{
  return legato_routine_shelf_get_guide (self->shelf);
}

/* Says what did not work, in a dialog that stays until it is closed. */
static LegatoQuestion *
tell (LegatoRoutineActions *self, const char *heading, const char *text)
{
  LegatoQuestion *question = legato_question_new (self->window, heading, text);

  legato_question_add_answer (question, "close", _ ("Close"), NULL);
  gtk_window_present (GTK_WINDOW (question));
  return question;
}

static void
saved_cb (LegatoRoutineActions *self)
{
  legato_toasts_say (self->toasts, _ ("Saved in your routines"));
}

static void
edit (LegatoRoutineActions *self, const LegatoRoutine *routine)
{
  LegatoRoutineEditor *editor = legato_routine_editor_new (self->window, self->shelf, routine);

  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *id = legato_routine_make_id ();
  g_autoptr (LegatoRoutine) routine = legato_routine_new (id, _ ("My routine"));

  edit (data, routine);
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  const LegatoRoutine *routine =
      legato_guide_find_routine (get_guide (self), g_variant_get_string (parameter, NULL));

  if (routine != NULL && routine->own)
    edit (self, routine);
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  const LegatoRoutine *routine =
      legato_guide_find_routine (get_guide (self), g_variant_get_string (parameter, NULL));
  g_autoptr (LegatoRoutine) copy = NULL;

  if (routine == NULL)
    return;
  copy = legato_routine_copy (routine);
  g_free (copy->id);
  g_free (copy->name);
  copy->id = legato_routine_make_id ();
  copy->name = legato_routine_words_dup_copy_name (routine->name);
  edit (self, copy);
}

/* The parameter is the text of a routine file, which any room may have made. */
static void
keep_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  const char *text = g_variant_get_string (parameter, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) routine =
      legato_routine_new_from_bytes (get_guide (self), "", bytes, &error);

  if (routine != NULL)
    edit (self, routine);
  else
    tell (self, _ ("This Cannot Be Kept as a Routine"), error->message);
}

/* A name for a file that every file system allows. */
static char *
dup_file_name (const LegatoRoutine *routine)
{
  g_autofree char *name = g_strdup (routine->name);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  if (name[0] == '.')
    name[0] = '-';
  return g_strconcat (name, LEGATO_ROUTINE_SUFFIX, NULL);
}

static void
share_chosen_cb (GObject *object, GFile *file)
{
  LegatoRoutineActions *self = g_object_get_data (object, "self");
  const LegatoRoutine *routine =
      legato_guide_find_routine (get_guide (self), g_object_get_data (object, "id"));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (routine == NULL)
    return;
  bytes = legato_routine_to_bytes (routine);
  if (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                               FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    legato_toasts_say (self->toasts, _ ("Saved as a file that you can pass on"));
  else
    tell (self, _ ("The File Cannot Be Written"), error->message);
}

static void
share_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  const char *id = g_variant_get_string (parameter, NULL);
  const LegatoRoutine *routine = legato_guide_find_routine (get_guide (self), id);
  g_autoptr (GObject) context = NULL;
  g_autofree char *name = NULL;

  if (routine == NULL)
    return;
  context = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data_full (context, "self", g_object_ref (self), g_object_unref);
  g_object_set_data_full (context, "id", g_strdup (id), g_free);
  name = dup_file_name (routine);
  legato_file_choice_save (self->window, _ ("Share a Routine"), name, share_chosen_cb, context);
}

static void
undo_delete_cb (AdwToast *deleted, LegatoRoutineActions *self)
{
  g_autoptr (GError) error = NULL;

  if (!legato_routine_shelf_restore (self->shelf, g_object_get_data (G_OBJECT (deleted), "item"),
                                     &error))
    legato_toasts_say (self->toasts, error->message);
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  const char *path = g_variant_get_bytestring (parameter);
  GListModel *items = G_LIST_MODEL (self->shelf);
  g_autoptr (LegatoShelfItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  AdwToast *deleted = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LegatoShelfItem) other = g_list_model_get_item (items, i);

      if (g_str_equal (legato_shelf_item_get_path (other), path))
        g_set_object (&item, other);
    }
  if (item == NULL)
    return;

  name = legato_shelf_item_dup_name (item);
  if (!legato_routine_shelf_remove (self->shelf, item, &error))
    {
      legato_toasts_say (self->toasts, error->message);
      return;
    }
  text = g_strdup_printf (_ ("“%s” deleted"), name);
  deleted = legato_toasts_new_undo (text);
  adw_toast_set_timeout (deleted, UNDO_DELETION_S);
  g_object_set_data_full (G_OBJECT (deleted), "item", g_steal_pointer (&item), g_object_unref);
  g_signal_connect_object (deleted, "button-clicked", G_CALLBACK (undo_delete_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, deleted);
}

static void
kept_cb (LegatoRoutineActions *self, const char *id)
{
  legato_toasts_say (self->toasts, _ ("Kept in your routines"));
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void show_next_file (LegatoRoutineActions *self);

static void
dialog_gone_cb (LegatoRoutineActions *self)
{
  self->showing = FALSE;
  show_next_file (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRoutineActions) self = data;
  g_autoptr (GError) error = NULL;
  LegatoRoutine *routine = legato_routine_file_load_finish (result, &error);
  GtkWindow *dialog = NULL;

  if (self->window == NULL)
    {
      g_clear_pointer (&routine, legato_routine_free);
      return;
    }
  if (routine != NULL)
    {
      dialog = GTK_WINDOW (legato_routine_import_new (self->window, self->shelf, routine));
      g_signal_connect_object (dialog, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
      gtk_window_present (dialog);
    }
  else
    {
      dialog =
          GTK_WINDOW (tell (self, _ ("This File Cannot Be Read as a Routine"), error->message));
    }
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (dialog_gone_cb), self, G_CONNECT_SWAPPED);
}

static void
show_next_file (LegatoRoutineActions *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->showing || self->window == NULL)
    return;
  file = g_queue_pop_head (&self->files);
  if (file == NULL)
    return;
  self->showing = TRUE;
  legato_routine_file_load_async (file, get_guide (self), NULL, loaded_cb, g_object_ref (self));
}

static void
open_chosen_cb (GObject *object, GFile *file)
{
  legato_routine_actions_open (LEGATO_ROUTINE_ACTIONS (object), file);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoRoutineActions *self = data;
  g_autoptr (GtkFileFilter) filter = g_object_ref_sink (gtk_file_filter_new ());

  gtk_file_filter_set_name (filter, _ ("Routines of Legato"));
  gtk_file_filter_add_pattern (filter, "*" LEGATO_ROUTINE_SUFFIX);
  gtk_file_filter_add_mime_type (filter, LEGATO_ROUTINE_MIME_TYPE);
  legato_file_choice_open (self->window, _ ("Open a Routine"), filter, open_chosen_cb,
                           G_OBJECT (self));
}

static void
answered_cb (LegatoRoutineActions *self, const char *answer, LegatoQuestion *question)
{
  const LegatoRoutine *routine =
      legato_guide_find_routine (get_guide (self), g_object_get_data (G_OBJECT (question), "id"));

  if (g_str_equal (answer, "edit") && routine != NULL)
    edit (self, routine);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_action },
  { .name = "open", .activate = open_action },
  { .name = "keep", .activate = keep_action, .parameter_type = "s" },
  { .name = "copy", .activate = copy_action, .parameter_type = "s" },
  { .name = "share", .activate = share_action, .parameter_type = "s" },
  { .name = "edit", .activate = edit_action, .parameter_type = "s" },
  { .name = "delete", .activate = delete_action, .parameter_type = "ay" },
};

static void
legato_routine_actions_finalize (GObject *object)
{
  LegatoRoutineActions *self = LEGATO_ROUTINE_ACTIONS (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->toasts);
  g_object_unref (self->shelf);
  g_queue_clear_full (&self->files, g_object_unref);

  G_OBJECT_CLASS (legato_routine_actions_parent_class)->finalize (object);
}

static void
legato_routine_actions_class_init (LegatoRoutineActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_routine_actions_finalize;

  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_routine_actions_init (LegatoRoutineActions *self)
{
}

/**
 * legato_routine_actions_new:
 * @window: gets the actions, and is what dialogs stand above
 * @toasts: where it says what it has done
 *
 * Returns: (transfer full): to be kept as long as @window lives
 */
LegatoRoutineActions *
legato_routine_actions_new (GtkWindow *window, AdwToastOverlay *toasts, LegatoRoutineShelf *shelf)
{
  LegatoRoutineActions *self = NULL;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts), NULL);
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf), NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_ACTIONS, NULL);
  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->toasts, toasts);
  self->shelf = g_object_ref (shelf);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "own", G_ACTION_GROUP (group));
  return self;
}

/**
 * legato_routine_actions_open:
 * @file: any file, from anywhere
 *
 * Shows what it holds, so that the person can keep it; or says why it cannot be read.
 */
void
legato_routine_actions_open (LegatoRoutineActions *self, GFile *file)
{
  g_return_if_fail (LEGATO_IS_ROUTINE_ACTIONS (self));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (&self->files, g_object_ref (file));
  show_next_file (self);
}

/**
 * legato_routine_actions_may_start:
 *
 * Returns: whether @routine may be started; if not, the person is told why, and can change it
 */
gboolean
legato_routine_actions_may_start (LegatoRoutineActions *self, const LegatoRoutine *routine)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  LegatoQuestion *question = NULL;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_ACTIONS (self), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  if (!routine->own)
    return TRUE;
  faults = legato_routine_find_faults (get_guide (self), routine);
  if (faults->len == 0)
    return TRUE;

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const LegatoFault *) faults->pdata[i])->words);
  question = legato_question_new (self->window, _ ("Not Ready to Be Started"), text->str);
  g_object_set_data_full (G_OBJECT (question), "id", g_strdup (routine->id), g_free);
  legato_question_add_answer (question, "close", _ ("Close"), NULL);
  legato_question_add_answer (question, "edit", _ ("Change It"), "suggested-action");
  g_signal_connect_object (question, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return FALSE;
}

/* legato-restore-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-copy-words.h"
#include "legato-file-choice.h"
#include "legato-journal-copies.h"
#include "legato-group-titles.h"
#include "legato-restore-window.h"
#include "legato-text-button.h"
#include "legato-work-window.h"

struct _LegatoRestoreWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stages;
  AdwPreferencesGroup *copies;
  AdwStatusPage *ask;
  GtkWidget *restore;
  GtkProgressBar *bar;
  AdwStatusPage *done;
  AdwStatusPage *problem;

  /* Owned references */
  LegatoContext *context;
  GCancellable *cancellable;
  char *chosen; /* path of the copy that is asked about */
};

G_DEFINE_FINAL_TYPE (LegatoRestoreWindow, legato_restore_window, ADW_TYPE_WINDOW)

static void
show_text (LegatoRestoreWindow *self, AdwStatusPage *page, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (page, escaped);
  gtk_stack_set_visible_child (self->stages, GTK_WIDGET (page));
}

static void
show_problem (LegatoRestoreWindow *self, const GError *error)
{
  show_text (self, self->problem, legato_copy_words_get_problem (error));
}

/* What other computers hold comes back as soon as the journal is brought in step with them. */
static gboolean
is_shared (LegatoRestoreWindow *self)
{
  g_autofree char *folder = NULL;

  g_object_get (legato_context_get_automatic_copies (self->context), "shared-folder", &folder,
                NULL);
  return folder != NULL && *folder != '\0';
}

/* Asks before anything changes, and says what the copy holds. */
static void
ask_about (LegatoRestoreWindow *self, const LegatoBackupInfo *info)
{
  g_autofree char *made = legato_copy_words_dup_made (info);
  g_autofree char *holds = legato_copy_words_dup_holds (info);
  const char *will =
      is_shared (self)
          ? _ ("Your journal will hold this, and soon again all that your other computers hold. "
               "What it holds now is kept beside it.")
          : _ (
              "Your journal will hold this and nothing else. What it holds now is kept beside it.");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n\n%s", made, holds, will);

  g_free (self->chosen);
  self->chosen = g_strdup (info->path);
  show_text (self, self->ask, text);
  gtk_widget_grab_focus (self->restore);
}

static void
chosen_cb (LegatoRestoreWindow *self, GtkWidget *row)
{
  ask_about (self, g_object_get_data (G_OBJECT (row), "copy"));
}

static void
add_copy (LegatoRestoreWindow *self, LegatoBackupInfo *info)
{
  g_autofree char *time = legato_copy_words_dup_time (info->made_at);
  g_autofree char *holds = legato_copy_words_dup_holds (info);
  GtkWidget *row = legato_action_row_new (time, holds);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "copy", info, (GDestroyNotify) legato_backup_info_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->copies, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRestoreWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = legato_journal_list_backups_finish (result, &error);

  if (self->copies == NULL)
    return;
  if (infos == NULL)
    {
      show_text (self, self->problem, error->message);
      return;
    }
  adw_preferences_group_set_description (
      self->copies, infos->len > 0 ? _ ("Choose one to see what would change.")
                                   : _ ("There is none yet. One is made every day."));
  g_ptr_array_set_free_func (infos, NULL);
  for (guint i = 0; i < infos->len; i++)
    add_copy (self, g_ptr_array_index (infos, i));
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LegatoBackupInfo *info = legato_journal_inspect_backup (data, &error);

  if (info != NULL)
    g_task_return_pointer (task, info, (GDestroyNotify) legato_backup_info_free);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRestoreWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoBackupInfo) info = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->copies == NULL)
    return;
  if (info != NULL)
    ask_about (self, info);
  else
    show_problem (self, error);
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  LegatoRestoreWindow *self = LEGATO_RESTORE_WINDOW (object);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GTask) task = NULL;

  if (self->copies == NULL)
    return;
  if (path == NULL)
    {
      show_text (self, self->problem, _ ("Choose a file in a folder of this computer."));
      return;
    }
  gtk_stack_set_visible_child_name (self->stages, "working");
  /* Not as its source: the thread may be the last to let go of the task. */
  task = g_task_new (NULL, self->cancellable, looked_cb, g_object_ref (self));
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, look_thread);
}

static void
other_cb (LegatoRestoreWindow *self)
{
  legato_file_choice_open (GTK_WINDOW (self), _ ("Go Back to a Copy"), NULL, file_chosen_cb,
                           G_OBJECT (self));
}

static void
report (goffset n_done, goffset total, gpointer data)
{
  LegatoRestoreWindow *self = data;

  if (self->bar != NULL && total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) n_done / (double) total, 0, 1));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRestoreWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside =
      legato_journal_restore_backup_finish (LEGATO_JOURNAL (source), result, &error);
  g_autofree char *shown = aside != NULL ? g_filename_display_name (aside) : NULL;
  g_autofree char *text = NULL;

  if (self->copies == NULL)
    return;
  if (aside == NULL)
    {
      show_problem (self, error);
      return;
    }
  /* Translators: followed by the path of a file */
  text = g_strdup_printf (_ ("What it held before is kept as “%s”."), shown);
  show_text (self, self->done, text);
}

static void
restore_cb (LegatoRestoreWindow *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL)
    {
      show_text (self, self->problem, _ ("Your journal is not open just now. Try again later."));
      return;
    }
  gtk_stack_set_visible_child_name (self->stages, "working");
  legato_journal_restore_backup_async (journal, self->chosen, report, self, self->cancellable,
                                       restored_cb, g_object_ref (self));
}

static gboolean
legato_restore_window_close_request (GtkWindow *window)
{
  LegatoRestoreWindow *self = LEGATO_RESTORE_WINDOW (window);

  if (legato_work_cancel (self->cancellable,
                          g_str_equal (gtk_stack_get_visible_child_name (self->stages), "working")))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (legato_restore_window_parent_class)->close_request (window);
}

static void
legato_restore_window_finalize (GObject *object)
{
  LegatoRestoreWindow *self = LEGATO_RESTORE_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (legato_restore_window_parent_class)->finalize (object);
}

static void
legato_restore_window_class_init (LegatoRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_restore_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = legato_restore_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/copies/restore-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, copies);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, ask);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, restore);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, done);
  gtk_widget_class_bind_template_child (widget_class, LegatoRestoreWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
legato_restore_window_init (LegatoRestoreWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/**
 * legato_restore_window_new:
 * @parent: the window it stands above
 *
 * Returns: (transfer none): a window that looks for copies; present it
 */
LegatoRestoreWindow *
legato_restore_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoRestoreWindow *self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_RESTORE_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  folder = legato_automatic_copies_dup_folder (legato_context_get_automatic_copies (context));
  legato_journal_list_backups_async (
      folder, legato_journal_connection_get_path (legato_context_get_connection (context)),
      self->cancellable, listed_cb, g_object_ref (self));
  return self;
}

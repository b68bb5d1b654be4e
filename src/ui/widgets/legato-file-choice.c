/* legato-file-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-file-choice.h"
#include "legato-question.h"

typedef enum
{
  OPEN,
  SAVE,
  FOLDER,
} Kind;

/* Whom to tell what was chosen. */
typedef struct
{
  GtkWindow *parent;
  LegatoFileChosen chosen;
  GObject *object;
} Choice;

static Choice *
choice_new (GtkWindow *parent, LegatoFileChosen chosen, GObject *object)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->chosen = chosen;
  choice->object = g_object_ref (object);
  return choice;
}

static void
choice_end (Choice *choice, GFile *file)
{
  if (file != NULL)
    choice->chosen (choice->object, file);
  g_object_unref (choice->object);
  g_object_unref (choice->parent);
  g_free (choice);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
tell (GtkWindow *parent, const GError *error)
{
  LegatoQuestion *told = legato_question_new (parent, _ ("Nothing Was Changed"), error->message);

  legato_question_add_answer (told, "close", _ ("Close"), NULL);
  gtk_window_present (GTK_WINDOW (told));
}

/* @file or @error is %NULL. */
static void
dialog_end (Choice *choice, GFile *file, const GError *error)
{
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && gtk_widget_get_visible (GTK_WIDGET (choice->parent)))
    tell (choice->parent, error);
  choice_end (choice, file);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  dialog_end (data, file, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  dialog_end (data, file, error);
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  dialog_end (data, file, error);
}

static void
ask (GtkWindow *parent,
     const char *title,
     Kind kind,
     const char *name,
     GtkFileFilter *filter,
     Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (filter != NULL)
    {
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

      g_list_store_append (filters, filter);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);
  if (kind == SAVE)
    gtk_file_dialog_save (dialog, parent, NULL, saved_cb, choice);
  else if (kind == FOLDER)
    gtk_file_dialog_select_folder (dialog, parent, NULL, folder_cb, choice);
  else
    gtk_file_dialog_open (dialog, parent, NULL, opened_cb, choice);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choice_end (choice, file);
  g_object_unref (dialog);
}

static void
ask (GtkWindow *parent,
     const char *title,
     Kind kind,
     const char *name,
     GtkFileFilter *filter,
     Choice *choice)
{
  static const GtkFileChooserAction kinds[] = { GTK_FILE_CHOOSER_ACTION_OPEN,
                                                GTK_FILE_CHOOSER_ACTION_SAVE,
                                                GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, kinds[kind], NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * legato_file_choice_open: asks for a file that is there
 * @filter: (nullable): which ones to offer
 * @chosen: told the file
 * @object: given to @chosen, and kept alive till then
 */
void
legato_file_choice_open (GtkWindow *parent,
                         const char *title,
                         GtkFileFilter *filter,
                         LegatoFileChosen chosen,
                         GObject *object)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);

  ask (parent, title, OPEN, NULL, filter, choice_new (parent, chosen, object));
}

/** legato_file_choice_save: asks where to write; @name is what the file may be called. */
void
legato_file_choice_save (GtkWindow *parent,
                         const char *title,
                         const char *name,
                         LegatoFileChosen chosen,
                         GObject *object)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);

  ask (parent, title, SAVE, name, NULL, choice_new (parent, chosen, object));
}

/** legato_file_choice_folder: asks for a folder that is there. */
void
legato_file_choice_folder (GtkWindow *parent,
                           const char *title,
                           LegatoFileChosen chosen,
                           GObject *object)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);

  ask (parent, title, FOLDER, NULL, NULL, choice_new (parent, chosen, object));
}

/* legato-journal-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-copy-words.h"
#include "legato-file-choice.h"
#include "legato-import-window.h"
#include "legato-journal-actions-testing.h"
#include "legato-journal-copies.h"
#include "legato-restore-window.h"
#include "legato-work-window.h"

/* What to do with the file that is being chosen. */
#define LEGATO_TYPE_FILE_WISH (legato_file_wish_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFileWish, legato_file_wish, LEGATO, FILE_WISH, GObject)

struct _LegatoFileWish
{
  GObject parent_instance;

  /* Owned references */
  GtkWindow *parent;
  LegatoContext *context;

  LegatoExportFormat format;
};

G_DEFINE_FINAL_TYPE (LegatoFileWish, legato_file_wish, G_TYPE_OBJECT)

static void
legato_file_wish_finalize (GObject *object)
{
  LegatoFileWish *self = LEGATO_FILE_WISH (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_file_wish_parent_class)->finalize (object);
}

static void
legato_file_wish_class_init (LegatoFileWishClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_file_wish_finalize;
}

static void
legato_file_wish_init (LegatoFileWish *self)
{
}

static LegatoFileWish *
file_wish_new (GtkWindow *parent, LegatoContext *context, LegatoExportFormat format)
{
  LegatoFileWish *self = g_object_new (LEGATO_TYPE_FILE_WISH, NULL);

  self->parent = g_object_ref (parent);
  self->context = g_object_ref (context);
  self->format = format;
  return self;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoWorkWindow) window = data;
  g_autoptr (GError) error = NULL;

  legato_journal_export_finish (LEGATO_JOURNAL (source), result, &error);
  if (error == NULL)
    legato_work_window_end (window, _ ("Your Journal Is Exported"),
                            _ ("On this computer, only you can read the file."));
  else
    legato_work_window_end (window, _ ("Your Journal Was Not Exported"),
                            legato_copy_words_get_problem (error));
}

/* Whether there is a journal to be exported; if not, that is said. */
static gboolean
may_export (GtkWindow *parent, LegatoContext *context)
{
  LegatoWorkWindow *window = NULL;

  if (legato_context_get_journal (context) != NULL)
    return TRUE;
  window = legato_work_window_new (parent, "");
  legato_work_window_end (window, _ ("Your Journal Was Not Exported"),
                          _ ("Your journal is not open just now. Try again later."));
  gtk_window_present (GTK_WINDOW (window));
  return FALSE;
}

/**
 * legato_journal_actions_export_to:
 * @file: may be replaced, once the new one is whole
 *
 * Writes the journal to @file, and shows in a window how far it has come, and what came of it.
 */
void
legato_journal_actions_export_to (GtkWindow *parent,
                                  LegatoContext *context,
                                  GFile *file,
                                  LegatoExportFormat format)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (LegatoCsvNames) names = legato_csv_names_new (legato_context_get_guide (context));
  LegatoWorkWindow *window = NULL;

  if (!may_export (parent, context))
    return;
  window = legato_work_window_new (parent, _ ("Exporting Your Journal…"));
  gtk_window_present (GTK_WINDOW (window));
  if (path == NULL)
    legato_work_window_end (window, _ ("Your Journal Was Not Exported"),
                            _ ("Choose a file in a folder of this computer."));
  else
    legato_journal_export_async (
        legato_context_get_journal (context), path, format, names, TRUE, legato_work_window_report,
        window, legato_work_window_get_cancellable (window), exported_cb, g_object_ref (window));
}

/* The file dialog has asked whether a file that is there may be replaced. */
static void
export_chosen_cb (GObject *object, GFile *file)
{
  LegatoFileWish *wish = LEGATO_FILE_WISH (object);

  legato_journal_actions_export_to (wish->parent, wish->context, file, wish->format);
}

/** legato_journal_actions_export: writes all of the journal to a file that the person chooses. */
void
legato_journal_actions_export (GtkWindow *parent, LegatoContext *context)
{
  g_autoptr (LegatoFileWish) wish = file_wish_new (parent, context, LEGATO_EXPORT_JSON);

  if (may_export (parent, context))
    legato_file_choice_save (parent, _ ("Export Your Journal"), "legato-journal.json",
                             export_chosen_cb, G_OBJECT (wish));
}

/** legato_journal_actions_export_table: writes the ratings as CSV to a file that the person
 * chooses.
 */
void
legato_journal_actions_export_table (GtkWindow *parent, LegatoContext *context)
{
  g_autoptr (LegatoFileWish) wish = file_wish_new (parent, context, LEGATO_EXPORT_CSV);

  if (may_export (parent, context))
    legato_file_choice_save (parent, _ ("Export a Table"), "legato-journal.csv", export_chosen_cb,
                             G_OBJECT (wish));
}

static void
import_chosen_cb (GObject *object, GFile *file)
{
  LegatoFileWish *wish = LEGATO_FILE_WISH (object);

  gtk_window_present (GTK_WINDOW (legato_import_window_new (wish->parent, wish->context, file)));
}

/** legato_journal_actions_import: brings in a file that the person chooses. */
void
legato_journal_actions_import (GtkWindow *parent, LegatoContext *context)
{
  g_autoptr (LegatoFileWish) wish = file_wish_new (parent, context, LEGATO_EXPORT_JSON);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Journals and tables"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_filter_add_pattern (filter, "*.db");
  legato_file_choice_open (parent, _ ("Bring In Entries"), filter, import_chosen_cb,
                           G_OBJECT (wish));
}

/** legato_journal_actions_restore: shows the backups, to go back to one of them. */
void
legato_journal_actions_restore (GtkWindow *parent, LegatoContext *context)
{
  gtk_window_present (GTK_WINDOW (legato_restore_window_new (parent, context)));
}

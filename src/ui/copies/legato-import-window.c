/* legato-import-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-choice-row.h"
#include "legato-copy-words.h"
#include "legato-import-window.h"
#include "legato-journal-copies.h"
#include "legato-group-titles.h"
#include "legato-journal-table.h"
#include "legato-text-button.h"
#include "legato-work-window.h"

/* So many rows of a table are read beforehand: the names of its columns and three examples. */
#define PREVIEW_ROWS 4

/* Length of the examples shown for a column, in characters. */
#define MOST_EXAMPLE 80

struct _LegatoImportWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stages;
  GtkProgressBar *bar;
  AdwPreferencesGroup *columns;
  GtkWidget *look;
  AdwStatusPage *preview;
  GtkWidget *bring_in;
  AdwStatusPage *done;
  AdwStatusPage *problem;

  /* Borrowed references, to the rows of the columns */
  AdwComboRow *rows[LEGATO_CSV_N_COLUMNS];

  /* Owned references */
  LegatoContext *context;
  GCancellable *cancellable;
  char *path;

  gboolean is_table;
  gboolean try_only;
};

G_DEFINE_FINAL_TYPE (LegatoImportWindow, legato_import_window, ADW_TYPE_WINDOW)

static void
show_error (LegatoImportWindow *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (legato_copy_words_get_problem (error), -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stages, "problem");
}

static void
report (goffset done, goffset total, gpointer data)
{
  LegatoImportWindow *self = data;

  if (self->bar == NULL)
    return;
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0, 1));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
show_result (LegatoImportWindow *self, const LegatoMergeResult *result)
{
  g_autofree char *words = legato_copy_words_dup_merge (result, !self->try_only);
  g_autofree char *text = g_markup_escape_text (words, -1);

  if (!self->try_only)
    {
      adw_status_page_set_description (self->done, text);
      gtk_stack_set_visible_child_name (self->stages, "done");
      return;
    }
  adw_status_page_set_description (self->preview, text);
  gtk_widget_set_visible (self->bring_in,
                          result->n_added + result->n_changed + result->n_removed > 0);
  gtk_stack_set_visible_child_name (self->stages, "preview");
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult merged = { 0 };

  if (self->is_table)
    legato_journal_import_table_finish (LEGATO_JOURNAL (source), result, &merged, &error);
  else
    legato_journal_merge_finish (LEGATO_JOURNAL (source), result, &merged, &error);
  if (self->bar == NULL)
    return;
  if (error != NULL)
    show_error (self, error);
  else
    show_result (self, &merged);
}

static void
merge (LegatoImportWindow *self, gboolean try_only)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);
  g_autoptr (LegatoCsvNames) names = NULL;
  int columns[LEGATO_CSV_N_COLUMNS];

  if (journal == NULL)
    {
      g_autoptr (GError) error =
          g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_LOCKED,
                               _ ("Your journal is not open just now. Try again later."));

      show_error (self, error);
      return;
    }
  self->try_only = try_only;
  gtk_stack_set_visible_child_name (self->stages, "working");
  if (!self->is_table)
    {
      legato_journal_merge_async (journal, self->path, try_only, report, self, self->cancellable,
                                  merged_cb, g_object_ref (self));
      return;
    }
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    columns[i] = (int) adw_combo_row_get_selected (self->rows[i]) - 1;
  names = legato_csv_names_new (legato_context_get_guide (self->context));
  legato_journal_import_table_async (journal, self->path, columns, names, try_only, report, self,
                                     self->cancellable, merged_cb, g_object_ref (self));
}

static void
look_cb (LegatoImportWindow *self)
{
  merge (self, TRUE);
}

static void
bring_in_cb (LegatoImportWindow *self)
{
  merge (self, FALSE);
}

/* Rows cannot be imported before it is known which column is the day. */
static void
date_chosen_cb (LegatoImportWindow *self)
{
  gtk_widget_set_sensitive (self->look,
                            adw_combo_row_get_selected (self->rows[LEGATO_CSV_DATE]) > 0);
}

static const char *
get_column_name (LegatoCsvColumn column)
{
  switch (column)
    {
    case LEGATO_CSV_DATE:
      return _ ("Day");
    case LEGATO_CSV_TIME:
      return _ ("Time of day");
    case LEGATO_CSV_UTC_OFFSET:
      return _ ("Time zone");
    case LEGATO_CSV_KIND:
      return _ ("Kind of entry");
    case LEGATO_CSV_ROUTINE:
      return _ ("Routine");
    case LEGATO_CSV_GOAL:
      return _ ("Goal");
    case LEGATO_CSV_MINUTES:
      return _ ("Minutes of massage");
    case LEGATO_CSV_MEASURE:
      return _ ("What was rated");
    case LEGATO_CSV_PLACE:
      return _ ("Place");
    case LEGATO_CSV_LEG:
      return _ ("Leg");
    case LEGATO_CSV_MOMENT:
      return _ ("Before or after");
    case LEGATO_CSV_VALUE:
      return _ ("Value");
    case LEGATO_CSV_LATE:
      return _ ("Entered late");
    case LEGATO_CSV_TAGS:
      return _ ("Tags");
    case LEGATO_CSV_NOTE:
      return _ ("Note");
    case LEGATO_CSV_ENTRY:
      return _ ("Id of the entry");
    default:
      g_return_val_if_reached ("");
    }
}

/* Returns: what the first rows hold in @column, to recognise it by */
static char *
dup_example (const GPtrArray *rows, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *begin = NULL;

  for (guint i = 1; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (column >= g_strv_length (row) || *row[column] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", row[column]);
    }
  if (g_utf8_strlen (text->str, -1) <= MOST_EXAMPLE)
    return g_strdup (text->str);
  begin = g_utf8_substring (text->str, 0, MOST_EXAMPLE);
  return g_strconcat (begin, "…", NULL);
}

/* The name of the chosen column stands below the title: beside a long one it would be cut off. */
static void
show_example_cb (AdwComboRow *row, GParamSpec *pspec, GPtrArray *rows)
{
  guint selected = adw_combo_row_get_selected (row);
  GtkStringObject *name = adw_combo_row_get_selected_item (row);
  g_autofree char *example = selected > 0 ? dup_example (rows, selected - 1) : g_strdup ("");
  g_autofree char *text = g_strconcat (gtk_string_object_get_string (name),
                                       *example != '\0' ? "\n" : "", example, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
unref_rows_cb (gpointer rows, GClosure *closure)
{
  g_ptr_array_unref (rows);
}

static void
show_columns (LegatoImportWindow *self, GPtrArray *rows)
{
  const char *const *header = g_ptr_array_index (rows, 0);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int columns[LEGATO_CSV_N_COLUMNS];

  gtk_string_list_append (names, _ ("Not there"));
  for (guint i = 0; header[i] != NULL; i++)
    gtk_string_list_append (names, header[i]);
  legato_csv_guess_columns (header, columns);
  for (int i = 0; i < LEGATO_CSV_N_COLUMNS; i++)
    {
      AdwComboRow *row = ADW_COMBO_ROW (legato_choice_row_new ());

      self->rows[i] = row;
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     get_column_name ((LegatoCsvColumn) i));
      adw_combo_row_set_use_subtitle (row, TRUE);
      adw_combo_row_set_model (row, G_LIST_MODEL (names));
      /* The row overwrites the subtitle when the selection changes: up to libadwaita 1.2 at the
       * first of these signals, later at the second. */
      g_signal_connect_data (row, "notify::selected", G_CALLBACK (show_example_cb),
                             g_ptr_array_ref (rows), unref_rows_cb, 0);
      g_signal_connect_data (row, "notify::selected-item", G_CALLBACK (show_example_cb),
                             g_ptr_array_ref (rows), unref_rows_cb, 0);
      adw_combo_row_set_selected (row, (guint) (columns[i] + 1));
      show_example_cb (row, NULL, rows);
      adw_preferences_group_add (self->columns, GTK_WIDGET (row));
    }
  g_signal_connect_object (self->rows[LEGATO_CSV_DATE], "notify::selected",
                           G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  date_chosen_cb (self);
  gtk_stack_set_visible_child_name (self->stages, "columns");
}

static gboolean
legato_import_window_close_request (GtkWindow *window)
{
  LegatoImportWindow *self = LEGATO_IMPORT_WINDOW (window);

  if (legato_work_cancel (self->cancellable,
                          g_str_equal (gtk_stack_get_visible_child_name (self->stages), "working")))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (legato_import_window_parent_class)->close_request (window);
}

static void
legato_import_window_finalize (GObject *object)
{
  LegatoImportWindow *self = LEGATO_IMPORT_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (legato_import_window_parent_class)->finalize (object);
}

static void
legato_import_window_class_init (LegatoImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = legato_import_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/copies/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, look);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, bring_in);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, done);
  gtk_widget_class_bind_template_child (widget_class, LegatoImportWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, bring_in_cb);
}

static void
legato_import_window_init (LegatoImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/**
 * legato_import_window_new:
 * @parent: the window it stands above
 * @file: what to bring in: a table if its name ends in ".csv"
 *
 * Returns: (transfer none): a window that looks into the file; present it
 */
LegatoImportWindow *
legato_import_window_new (GtkWindow *parent, LegatoContext *context, GFile *file)
{
  LegatoImportWindow *self = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (LEGATO_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->path = g_file_get_path (file);
  self->is_table = self->path != NULL && g_str_has_suffix (self->path, ".csv");
  if (self->path == NULL)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                 _ ("Choose a file in a folder of this computer."));
  else if (self->is_table)
    rows = legato_journal_preview_table (self->path, PREVIEW_ROWS, &error);

  if (error == NULL && rows != NULL && rows->len == 0)
    error = g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                                 _ ("There is nothing in this table."));
  if (error != NULL)
    show_error (self, error);
  else if (rows != NULL)
    show_columns (self, rows);
  else
    merge (self, TRUE);
  return self;
}

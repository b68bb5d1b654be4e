/* test-report-window.c: the page for a doctor: chosen parts, printed and saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "legato-report-window-testing.h"

#define N_WEEKS 12

/* Before the width and the height of the paper, in points. */
#define BOX "MediaBox [ 0 0 "

/* Before what may be compressed. */
#define STREAM "stream\n"

static LegatoReportWindow *
show_report (PageFixture *fixture)
{
  g_autoptr (GPtrArray) entries = legato_journal_list (fixture->journal, NULL, NULL, 0, 0, NULL);
  g_autoptr (GDate) monday = g_date_new_dmy (24, 8, 2026);
  g_autoptr (LegatoReport) report =
      legato_report_new (fixture->guide, entries, g_date_get_julian (monday), N_WEEKS, 3);
  LegatoReportWindow *window = legato_report_window_new (NULL, report);

  fixture->window = g_object_ref (GTK_WINDOW (window));
  gtk_window_present (fixture->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (fixture->window);
  return window;
}

static void
test_parts (PageFixture *fixture, gconstpointer data)
{
  LegatoReportWindow *window = show_report (fixture);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  g_assert_cmpuint (legato_report_window_get_parts (window), ==, LEGATO_REPORT_ALL);
  ui_test_shoot (fixture->window, "report");
  ui_test_collect (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, checks);
  g_assert_cmpuint (checks->len, ==, 5);
  gtk_check_button_set_active (g_ptr_array_index (checks, 0), FALSE);
  g_assert_cmpuint (legato_report_window_get_parts (window), ==,
                    LEGATO_REPORT_ALL & ~LEGATO_REPORT_MAP);
}

static void
assert_pdf (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 5000);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
}

/* In points. Newer cairo compresses the part of a PDF that says so. */
static double
read_paper_width (const char *path)
{
  static char part[1 << 16];
  g_autofree char *text = NULL;
  gsize length = 0;
  const char *box = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  box = memmem (text, length, BOX, strlen (BOX));
  for (const char *at = text; box == NULL;)
    {
      g_autoptr (GZlibDecompressor) inflate =
          g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
      gsize n_read = 0, n_written = 0;

      at = memmem (at, length - (at - text), STREAM, strlen (STREAM));
      g_assert_nonnull (at);
      at += strlen (STREAM);
      g_converter_convert (G_CONVERTER (inflate), at, length - (at - text), part, sizeof part - 1,
                           G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);
      part[n_written] = '\0';
      box = memmem (part, n_written, BOX, strlen (BOX));
    }
  return g_ascii_strtod (box + strlen (BOX), NULL);
}

/* What is saved is for its owner's eyes only. */
static void
test_save (PageFixture *fixture, gconstpointer data)
{
  LegatoReportWindow *window = show_report (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct stat about;

  legato_report_window_save (window, file);
  ui_test_wait_for_label (GTK_WIDGET (window),
                          "Saved. Only you can open the file, until you pass it on.");
  assert_pdf (path);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0077, ==, 0);
}

static void
test_save_fails (PageFixture *fixture, gconstpointer data)
{
  LegatoReportWindow *window = show_report (fixture);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/report.pdf");
  GtkWidget *label = NULL;

  legato_report_window_save (window, file);
  do
    {
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();

      g_main_context_iteration (NULL, TRUE);
      ui_test_collect (GTK_WIDGET (window), GTK_TYPE_LABEL, labels);
      for (guint i = 0; label == NULL && i < labels->len; i++)
        if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), "/nowhere") != NULL
            || strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), "No such file") != NULL)
          label = g_ptr_array_index (labels, i);
    }
  while (label == NULL);
  g_assert_true (gtk_widget_get_visible (label));
}

/* Printed, it is the same page, alone on its paper. */
static void
test_print (PageFixture *fixture, gconstpointer data)
{
  LegatoReportWindow *window = show_report (fixture);
  g_autoptr (GtkPrintOperation) print = legato_report_window_make_print (window);
  g_autofree char *path = g_build_filename (fixture->folder, "print.pdf", NULL);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (print, path);
  result =
      gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  assert_pdf (path);
}

/* The dialog of GTK, once it is there and has found where to print. */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      g_autoptr (GObject) printer = NULL;

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        continue;
      g_object_get (window, "selected-printer", &printer, NULL);
      if (printer != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* Paper of another country is chosen in the dialog: one page of it comes out. */
static void
test_print_on_other_paper (PageFixture *fixture, gconstpointer data)
{
  LegatoReportWindow *window = show_report (fixture);
  g_autoptr (GtkPrintOperation) print = legato_report_window_make_print (window);
  g_autofree char *path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  GtkPaperSize *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  GtkWindow *dialog = NULL;

  g_assert_true (gtk_print_operation_get_embed_page_setup (print));
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_operation_set_print_settings (print, settings);
  gtk_print_operation_set_allow_async (print, TRUE);
  gtk_print_operation_set_track_print_status (print, TRUE);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, fixture->window, &error);
  g_assert_no_error (error);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_page_setup_set_paper_size (setup, letter);
  gtk_paper_size_free (letter);
  g_object_set (dialog, "page-setup", setup, NULL);
  ui_test_shoot (dialog, "print-dialog");
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_OK);
  while (!gtk_print_operation_is_finished (print))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_print_operation_get_status (print), ==, GTK_PRINT_STATUS_FINISHED);

  assert_pdf (path);
  g_assert_cmpfloat_with_epsilon (read_paper_width (path), 612, 0.1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/report-window/" name, PageFixture, NULL, page_fixture_set_up, func,             \
              page_fixture_tear_down)
  ADD ("parts", test_parts);
  ADD ("save", test_save);
  ADD ("save-fails", test_save_fails);
  ADD ("print", test_print);
  ADD ("print-on-other-paper", test_print_on_other_paper);
  return g_test_run ();
}

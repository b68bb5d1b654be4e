/* legato-report-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-file-choice.h"
#include "legato-report-window-testing.h"
#include "legato-text-button.h"
#include "legato-width-bin.h"

#define SHEET_MARGIN 12

typedef struct
{
  LegatoReportParts part;
  const char *name;
} Part;

static const Part parts[] = {
  { LEGATO_REPORT_MAP, N_ ("The legs") },
  { LEGATO_REPORT_SESSIONS, N_ ("Sessions a week") },
  { LEGATO_REPORT_FEELINGS, N_ ("How the legs felt") },
  { LEGATO_REPORT_FLAGS, N_ ("Warning signs and stops") },
  { LEGATO_REPORT_PLACES, N_ ("Places as a table") },
};

struct _LegatoReportWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  LegatoWidthBin *width_bin;
  GtkBox *box;
  GtkDrawingArea *sheet;
  GtkListBox *choices;
  GtkLabel *message;

  /* Borrowed references, within the template */
  GtkCheckButton *checks[G_N_ELEMENTS (parts)];

  /* Owned references */
  LegatoReport *report;
};

G_DEFINE_FINAL_TYPE (LegatoReportWindow, legato_report_window, ADW_TYPE_WINDOW)

/* The paper as large as there is room for, and on it what will be printed. */
static void
draw_sheet (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LegatoReportWindow *self = data;
  double paper_width, paper_height, scale;

  legato_report_get_paper (&paper_width, &paper_height);
  scale =
      MIN ((width - 2 * SHEET_MARGIN) / paper_width, (height - 2 * SHEET_MARGIN) / paper_height);
  if (scale <= 0)
    return;
  cairo_translate (cr, (width - scale * paper_width) / 2, (height - scale * paper_height) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, paper_width, paper_height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  legato_report_draw (self->report, cr, paper_width, paper_height,
                      legato_report_window_get_parts (self));
}

static void
say (LegatoReportWindow *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
printed_cb (LegatoReportWindow *self, GtkPrintOperationResult result, GtkPrintOperation *print)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (print, &error);
  say (self, error->message);
}

static void
print_cb (LegatoReportWindow *self)
{
  g_autoptr (GtkPrintOperation) print = legato_report_window_make_print (self);
  g_autoptr (GError) error = NULL;

  g_signal_connect_object (print, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_set_allow_async (print, TRUE);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (self, error->message);
}

static void
file_chosen (GObject *object, GFile *file)
{
  legato_report_window_save (LEGATO_REPORT_WINDOW (object), file);
}

static void
save_cb (LegatoReportWindow *self)
{
  /* Translators: the name of a file */
  g_autofree char *name = g_strconcat (_ ("Leg report"), ".pdf", NULL);

  legato_file_choice_save (GTK_WINDOW (self), _ ("Save as PDF"), name, file_chosen,
                           G_OBJECT (self));
}

static void
narrow_cb (LegatoReportWindow *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->width_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
legato_report_window_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_REPORT_WINDOW (object)->report, legato_report_unref);

  G_OBJECT_CLASS (legato_report_window_parent_class)->dispose (object);
}

static void
legato_report_window_class_init (LegatoReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_report_window_dispose;

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoReportWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoReportWindow, box);
  gtk_widget_class_bind_template_child (widget_class, LegatoReportWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, LegatoReportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, LegatoReportWindow, message);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
legato_report_window_init (LegatoReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *row = legato_action_row_new (_ (parts[i].name), NULL);
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      legato_action_row_add_toggle (row, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (gtk_widget_queue_draw), self->sheet,
                               G_CONNECT_SWAPPED);
      self->checks[i] = GTK_CHECK_BUTTON (check);
      gtk_list_box_append (self->choices, row);
    }
}

/**
 * legato_report_window_new:
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): a window that shows @report; present it
 */
LegatoReportWindow *
legato_report_window_new (GtkWindow *parent, LegatoReport *report)
{
  LegatoReportWindow *self = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);
  self->report = legato_report_ref (report);
  gtk_drawing_area_set_draw_func (self->sheet, draw_sheet, self, NULL);
  return self;
}

/** Returns: what is to stand on the page */
LegatoReportParts
legato_report_window_get_parts (LegatoReportWindow *self)
{
  LegatoReportParts chosen = 0;

  g_return_val_if_fail (LEGATO_IS_REPORT_WINDOW (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      chosen |= parts[i].part;
  return chosen;
}

static void
draw_page_cb (LegatoReportWindow *self, GtkPrintContext *context, int page)
{
  legato_report_draw (self->report, gtk_print_context_get_cairo_context (context),
                      gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                      legato_report_window_get_parts (self));
}

/** Returns: (transfer full): what prints the page, on paper of the person's country unless they
 * choose another */
GtkPrintOperation *
legato_report_window_make_print (LegatoReportWindow *self)
{
  GtkPrintOperation *print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = NULL;
  double width, height;

  g_return_val_if_fail (LEGATO_IS_REPORT_WINDOW (self), print);

  legato_report_get_paper (&width, &height);
  paper = gtk_paper_size_new (width > LEGATO_REPORT_A4_WIDTH + 1 ? GTK_PAPER_NAME_LETTER
                                                                 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (print, setup);
  /* Else the dialog offers no choice of paper. */
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  /* The page brings its own margins. */
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_job_name (print, _ ("Leg report"));
  g_signal_connect_object (print, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  return print;
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoReportWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->report == NULL)
    return;
  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    say (self, _ ("Saved. Only you can open the file, until you pass it on."));
  else
    say (self, error->message);
}

/** legato_report_window_save: writes the page to @file as PDF, for nobody else's eyes */
void
legato_report_window_save (LegatoReportWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  double width, height;

  g_return_if_fail (LEGATO_IS_REPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  legato_report_get_paper (&width, &height);
  pdf = legato_report_to_pdf (self->report, width, height, legato_report_window_get_parts (self),
                              &error);
  if (pdf == NULL)
    say (self, error->message);
  else
    g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         NULL, written_cb, g_object_ref (self));
}

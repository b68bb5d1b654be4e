/* legato-work-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-work-window.h"

struct _LegatoWorkWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *what;
  GtkProgressBar *bar;
  GtkLabel *result;
  GtkButton *close;

  /* Owned references */
  GCancellable *cancellable;

  gboolean is_over;
};

G_DEFINE_FINAL_TYPE (LegatoWorkWindow, legato_work_window, ADW_TYPE_WINDOW)

static gboolean
legato_work_window_close_request (GtkWindow *window)
{
  LegatoWorkWindow *self = LEGATO_WORK_WINDOW (window);

  if (legato_work_cancel (self->cancellable, !self->is_over))
    {
      gtk_button_set_label (self->close, _ ("Close"));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (legato_work_window_parent_class)->close_request (window);
}

static void
legato_work_window_finalize (GObject *object)
{
  g_clear_object (&LEGATO_WORK_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (legato_work_window_parent_class)->finalize (object);
}

static void
legato_work_window_class_init (LegatoWorkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_work_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = legato_work_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/copies/work-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoWorkWindow, what);
  gtk_widget_class_bind_template_child (widget_class, LegatoWorkWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoWorkWindow, result);
  gtk_widget_class_bind_template_child (widget_class, LegatoWorkWindow, close);
}

static void
legato_work_window_init (LegatoWorkWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_work_window_new:
 * @parent: the window it stands above
 * @what: what is being done, as a heading
 *
 * Returns: (transfer none): a window that shows the progress of some work; present it
 */
LegatoWorkWindow *
legato_work_window_new (GtkWindow *parent, const char *what)
{
  LegatoWorkWindow *self = NULL;

  g_return_val_if_fail (what != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_WORK_WINDOW, "transient-for", parent, "title", what, NULL);
  gtk_label_set_label (self->what, what);
  return self;
}

/** Returns: (transfer none): cancelled when somebody presses Cancel or closes the window */
GCancellable *
legato_work_window_get_cancellable (LegatoWorkWindow *self)
{
  g_return_val_if_fail (LEGATO_IS_WORK_WINDOW (self), NULL);
  return self->cancellable;
}

/** legato_work_window_report: a #GFileProgressCallback that shows how far the work has come */
void
legato_work_window_report (goffset done, goffset total, gpointer self)
{
  LegatoWorkWindow *window = self;

  g_return_if_fail (LEGATO_IS_WORK_WINDOW (self));

  if (window->bar == NULL)
    return;
  if (total > 0)
    gtk_progress_bar_set_fraction (window->bar, CLAMP ((double) done / (double) total, 0, 1));
  else
    gtk_progress_bar_pulse (window->bar);
}

/**
 * legato_work_window_end:
 * @what: what came of it, as a heading
 * @text: the details, or why it failed
 *
 * To be called when the work is over; shows what came of it.
 */
void
legato_work_window_end (LegatoWorkWindow *self, const char *what, const char *text)
{
  g_return_if_fail (LEGATO_IS_WORK_WINDOW (self));

  if (self->bar == NULL)
    return;
  self->is_over = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_window_set_title (GTK_WINDOW (self), what);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->result, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
  gtk_button_set_label (self->close, _ ("Close"));
}

/**
 * legato_work_cancel:
 * @is_running: whether the work is under way
 *
 * To be called when somebody closes the window that shows some work: cancels it.
 *
 * Returns: whether the window stays, to say what came of the work; it goes if nothing is under way,
 *   or if the work was cancelled before and has not ended yet
 */
gboolean
legato_work_cancel (GCancellable *cancellable, gboolean is_running)
{
  gboolean is_first = !g_cancellable_is_cancelled (cancellable);

  g_cancellable_cancel (cancellable);
  return is_running && is_first;
}

/* legato-bin-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-bin-window.h"
#include "legato-entry-words.h"
#include "legato-journal.h"
#include "legato-question.h"
#include "legato-text-button.h"
#include "legato-toasts.h"
#include "legato-wrap-layout.h"

/* In letters: an entry's words wrap after more where the button then has room beside them. */
#define WORDS_WIDTH 20

struct _LegatoBinWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *states;
  GtkListBox *list;
  GtkWidget *empty;

  /* Owned references */
  LegatoContext *context;
  GSignalGroup *journal_signals;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LegatoBinWindow, legato_bin_window, ADW_TYPE_WINDOW)

static void read_bin (LegatoBinWindow *self);

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoBinWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (legato_journal_restore_finish (LEGATO_JOURNAL (source), result, &error))
    return;
  legato_toasts_say (self->toasts, error->message);
  /* The button is there to be pressed again. */
  read_bin (self);
}

static void
restore_cb (GtkButton *button, LegatoBinWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  legato_journal_restore_async (legato_context_get_journal (self->context),
                                g_object_get_data (G_OBJECT (button), "uuid"), NULL, restored_cb,
                                g_object_ref (self));
}

static GtkWidget *
add_words (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_WIDTH);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The button goes below the words where it has no room beside them: an action row would break its
 * word. */
static void
add_row (LegatoBinWindow *self, const LegatoEntry *entry)
{
  LegatoGuide *guide = legato_context_get_guide (self->context);
  g_autofree char *title = legato_entry_words_dup_title (entry, guide);
  g_autofree char *day = legato_entry_words_dup_day (entry, legato_person_model_get_today ());
  g_autofree char *summary = legato_entry_words_dup_summary (entry, guide, FALSE);
  g_autofree char *text =
      *summary != '\0' ? g_strdup_printf ("%s · %s", day, summary) : g_strdup (day);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                                 "title", title, NULL);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "layout-manager",
                                  g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL), "margin-top", 8,
                                  "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand",
                                   TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = g_object_new (LEGATO_TYPE_TEXT_BUTTON, "label", _ ("Restore"), "valign",
                                    GTK_ALIGN_CENTER, NULL);
  GtkWidget *name = add_words (words, title);
  GtkWidget *detail = add_words (words, text);

  gtk_widget_add_css_class (detail, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  name, detail, NULL, -1);
  g_object_set_data_full (G_OBJECT (button), "uuid", g_strdup (entry->uuid), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (self->list, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list_deleted_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (LegatoBinWindow) self = data;
  GtkWidget *row = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      legato_toasts_say (self->toasts, error->message);
      return;
    }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_ptr_array_index (entries, i));
  gtk_stack_set_visible_child_name (self->states, entries->len > 0 ? "list" : "nothing");
  gtk_widget_set_sensitive (self->empty, entries->len > 0);
}

static void
read_bin (LegatoBinWindow *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal != NULL)
    legato_journal_list_deleted_async (journal, self->cancellable, listed_cb, g_object_ref (self));
}

static void
journal_cb (LegatoBinWindow *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  g_signal_group_set_target (self->journal_signals, journal);
  if (journal == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "closed");
      gtk_widget_set_sensitive (self->empty, FALSE);
    }
  read_bin (self);
}

static void
emptied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoBinWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_empty_bin_finish (LEGATO_JOURNAL (source), result, &error))
    legato_toasts_say (self->toasts, error->message);
}

static void
answered_cb (LegatoBinWindow *self, const char *answer)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (g_str_equal (answer, "empty") && journal != NULL)
    legato_journal_empty_bin_async (journal, NULL, emptied_cb, g_object_ref (self));
}

static void
empty_cb (LegatoBinWindow *self)
{
  LegatoQuestion *question =
      legato_question_new (GTK_WINDOW (self), _ ("Empty the Bin?"),
                           _ ("These entries are then gone for good, and from the disk too."));

  legato_question_add_answer (question, "empty", _ ("Empty the Bin"), "destructive-action");
  legato_question_add_answer (question, "keep", _ ("Keep Them"), NULL);
  g_signal_connect_object (question, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
legato_bin_window_dispose (GObject *object)
{
  LegatoBinWindow *self = LEGATO_BIN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal_signals);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_bin_window_parent_class)->dispose (object);
}

static void
legato_bin_window_class_init (LegatoBinWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_bin_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/bin-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoBinWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoBinWindow, states);
  gtk_widget_class_bind_template_child (widget_class, LegatoBinWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoBinWindow, empty);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
}

static void
legato_bin_window_init (LegatoBinWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->journal_signals = g_signal_group_new (LEGATO_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->journal_signals, "changed", G_CALLBACK (read_bin), self);
}

/** Returns: (transfer none): a window that lists what is in the bin; present it */
LegatoBinWindow *
legato_bin_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoBinWindow *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_BIN_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (journal_cb), self, G_CONNECT_SWAPPED);
  journal_cb (self);
  return self;
}

/* legato-journal-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-editor.h"
#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-entry-window.h"
#include "legato-journal-model.h"
#include "legato-journal-page.h"

/* A few screens; the next page is asked for when the list nears its end. */
#define PAGE_SIZE 50

/* Oily hands take a while to find "Undo". */
#define UNDO_S 10

struct _LegatoJournalPage
{
  AdwBin parent_instance;

  /* Owned references */
  LegatoContext *context;
  LegatoJournalModel *model;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *states;
  AdwStatusPage *problem;
  GtkAdjustment *scroll;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (LegatoJournalPage, legato_journal_page, ADW_TYPE_BIN)

/* What a change of the journal needs to come back to: the page, unless it is gone, and the entry.
 */
typedef struct
{
  GWeakRef page;
  LegatoEntry *entry;
} Change;

static Change *
change_new (LegatoJournalPage *page, LegatoEntry *entry)
{
  Change *self = g_new0 (Change, 1);

  g_weak_ref_init (&self->page, page);
  self->entry = legato_entry_ref (entry);
  return self;
}

static void
change_free (Change *self)
{
  g_weak_ref_clear (&self->page);
  legato_entry_unref (self->entry);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
say (LegatoJournalPage *self, const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

static void
free_change_cb (gpointer change, GClosure *closure)
{
  change_free (change);
}

/* @undo: takes back what was done */
static void
offer_undo (LegatoJournalPage *self, const char *text, GCallback undo, Change *change)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  g_signal_connect_data (toast, "button-clicked", undo, change, free_change_cb, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_restore_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    say (self, error->message);
}

static void
undo_delete_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);

  if (self != NULL)
    legato_journal_restore_async (legato_context_get_journal (self->context), change->entry->uuid,
                                  NULL, restored_cb, change_new (self, change->entry));
}

static void
deleted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;
  gboolean deleted = legato_journal_delete_finish (LEGATO_JOURNAL (object), result, &error);

  if (self == NULL)
    return;
  if (deleted)
    offer_undo (self, _ ("Entry deleted"), G_CALLBACK (undo_delete_cb),
                change_new (self, change->entry));
  else
    say (self, error->message);
}

static void
taken_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_delete_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    say (self, error->message);
}

static void
undo_add_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);

  if (self != NULL)
    legato_journal_delete_async (legato_context_get_journal (self->context), change->entry->uuid,
                                 NULL, taken_back_cb, change_new (self, change->entry));
}

static void
corrected_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_update_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    say (self, error->message);
}

static void
undo_edit_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);

  if (self != NULL)
    legato_journal_update_async (legato_context_get_journal (self->context), change->entry, NULL,
                                 corrected_back_cb, change_new (self, change->entry));
}

static void
saved_cb (LegatoJournalPage *self, LegatoEntry *entry, LegatoEntry *before)
{
  if (before != NULL)
    offer_undo (self, _ ("Entry changed"), G_CALLBACK (undo_edit_cb), change_new (self, before));
  else
    offer_undo (self, _ ("Saved in your journal"), G_CALLBACK (undo_add_cb),
                change_new (self, entry));
}

static GtkWindow *
get_window (LegatoJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
present_editor (LegatoJournalPage *self, LegatoEntryEditor *editor)
{
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_cb (LegatoJournalPage *self)
{
  legato_journal_page_add_entry (self);
}

/* The window of the entry, where it has one, makes way. */
static void
close_view (LegatoEntryView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root)))
    gtk_window_close (GTK_WINDOW (root));
}

static void
edit_cb (LegatoJournalPage *self, LegatoEntryView *view)
{
  LegatoEntry *entry = legato_entry_view_get_entry (view);

  present_editor (self, legato_entry_editor_new (get_window (self), self->context, entry));
  close_view (view);
}

static void
delete_cb (LegatoJournalPage *self, LegatoEntryView *view)
{
  LegatoEntry *entry = legato_entry_view_get_entry (view);

  legato_journal_delete_async (legato_context_get_journal (self->context), entry->uuid, NULL,
                               deleted_cb, change_new (self, entry));
  close_view (view);
}

static LegatoEntryView *
new_view (LegatoJournalPage *self, LegatoEntry *entry)
{
  LegatoEntryView *view = legato_entry_view_new (entry, legato_context_get_guide (self->context));

  g_signal_connect_object (view, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static void
activate_cb (LegatoJournalPage *self, guint position)
{
  g_autoptr (LegatoEntryItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  LegatoEntry *entry = legato_entry_item_get_entry (item);

  legato_entry_window_present (get_window (self), new_view (self, entry),
                               legato_context_get_guide (self->context));
}

static void
load_more_when_near_end (LegatoJournalPage *self)
{
  double page = gtk_adjustment_get_page_size (self->scroll);
  double left =
      gtk_adjustment_get_upper (self->scroll) - gtk_adjustment_get_value (self->scroll) - page;

  if (self->model != NULL && left < page)
    legato_journal_model_load_more (self->model);
}

/* In place of the list: why the journal cannot be shown. */
static void
show_error (LegatoJournalPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
error_cb (LegatoJournalPage *self)
{
  const GError *error =
      legato_journal_connection_get_error (legato_context_get_connection (self->context));

  if (error != NULL)
    show_error (self, error);
  else if (legato_context_get_journal (self->context) == NULL)
    gtk_stack_set_visible_child_name (self->states, "loading");
}

static void
loaded_cb (LegatoJournalPage *self, const GError *error)
{
  if (error != NULL)
    show_error (self, error);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->states, "empty");
  else
    gtk_stack_set_visible_child_name (self->states, "list");
}

static void
rebuild_model (LegatoJournalPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, loaded_cb, self);
  gtk_no_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  gtk_stack_set_visible_child_name (self->states, "loading");
  if (journal == NULL)
    return;

  self->model =
      legato_journal_model_new (journal, legato_context_get_guide (self->context), PAGE_SIZE);
  g_signal_connect_swapped (self->model, "loaded", G_CALLBACK (loaded_cb), self);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

static void
legato_journal_page_dispose (GObject *object)
{
  LegatoJournalPage *self = LEGATO_JOURNAL_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, loaded_cb, self);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_journal_page_parent_class)->dispose (object);
}

static void
legato_journal_page_class_init (LegatoJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_journal_page_dispose;

  g_type_ensure (LEGATO_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, states);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_more_when_near_end);
}

static void
legato_journal_page_init (LegatoJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer none): the entries of the journal, as soon as it is open */
LegatoJournalPage *
legato_journal_page_new (LegatoContext *context)
{
  LegatoJournalPage *self = NULL;
  LegatoJournalConnection *connection = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_PAGE, NULL);
  self->context = g_object_ref (context);
  connection = legato_context_get_connection (context);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (rebuild_model), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (error_cb), self,
                           G_CONNECT_SWAPPED);
  rebuild_model (self);
  error_cb (self);
  return self;
}

/** legato_journal_page_add_entry: opens an empty entry, to be written. */
void
legato_journal_page_add_entry (LegatoJournalPage *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self));

  present_editor (self, legato_entry_editor_new_for_day (get_window (self), self->context,
                                                         legato_person_model_get_today ()));
}

/* legato-journal-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-window.h"
#include "legato-entry-item.h"
#include "legato-entry-row.h"
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
  char *uuid;
} Change;

static Change *
change_new (LegatoJournalPage *page, const char *uuid)
{
  Change *self = g_new0 (Change, 1);

  g_weak_ref_init (&self->page, page);
  self->uuid = g_strdup (uuid);
  return self;
}

static void
change_free (Change *self)
{
  g_weak_ref_clear (&self->page);
  g_free (self->uuid);
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
restore_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_restore_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    say (self, error->message);
}

static void
undo_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);

  if (self != NULL)
    legato_journal_restore_async (legato_context_get_journal (self->context), change->uuid, NULL,
                                  restore_cb, change_new (self, change->uuid));
}

static void
free_change_cb (gpointer change, GClosure *closure)
{
  change_free (change);
}

static void
deleted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoJournalPage) self = g_weak_ref_get (&change->page);
  g_autoptr (GError) error = NULL;
  gboolean deleted = legato_journal_delete_finish (LEGATO_JOURNAL (object), result, &error);
  AdwToast *toast;

  if (self == NULL)
    return;
  if (!deleted)
    {
      say (self, error->message);
      return;
    }
  toast = adw_toast_new (_ ("Entry deleted"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb),
                         change_new (self, change->uuid), free_change_cb, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
delete_cb (LegatoEntryWindow *dialog, LegatoJournalPage *self)
{
  LegatoEntryItem *item = g_object_get_data (G_OBJECT (dialog), "item");
  const char *uuid = legato_entry_item_get_entry (item)->uuid;

  legato_journal_delete_async (legato_context_get_journal (self->context), uuid, NULL, deleted_cb,
                               change_new (self, uuid));
}

static void
activate_cb (LegatoJournalPage *self, guint position)
{
  g_autoptr (LegatoEntryItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  LegatoEntryWindow *dialog;

  dialog = legato_entry_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, item);
  g_object_set_data_full (G_OBJECT (dialog), "item", g_steal_pointer (&item), g_object_unref);
  g_signal_connect_object (dialog, "delete", G_CALLBACK (delete_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
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

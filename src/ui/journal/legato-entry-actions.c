/* legato-entry-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-bin-window.h"
#include "legato-entry-actions.h"
#include "legato-entry-editor.h"
#include "legato-toasts.h"

struct _LegatoEntryActions
{
  GObject parent_instance;

  /* Borrowed references, %NULL once they are gone */
  AdwToastOverlay *toasts;
  LegatoEntryEditor *editor; /* the last one that was opened */

  /* Owned reference */
  LegatoContext *context;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoEntryActions, legato_entry_actions, G_TYPE_OBJECT)

/* A change that is being written to the journal, or can be undone: the actions that began it, if
 * they are still there, and the entry before and after it.
 */
typedef struct
{
  GWeakRef actions;
  LegatoEntry *entry;
  LegatoEntry *after; /* (nullable) */
} Change;

static Change *
change_new (LegatoEntryActions *actions, LegatoEntry *entry, LegatoEntry *after)
{
  Change *self = g_new0 (Change, 1);

  g_weak_ref_init (&self->actions, actions);
  self->entry = legato_entry_ref (entry);
  self->after = after != NULL ? legato_entry_ref (after) : NULL;
  return self;
}

static void
change_free (Change *self)
{
  g_weak_ref_clear (&self->actions);
  legato_entry_unref (self->entry);
  g_clear_pointer (&self->after, legato_entry_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
free_change_cb (gpointer change, GClosure *closure)
{
  change_free (change);
}

/* @undo: takes back what was done */
static void
offer_undo (LegatoEntryActions *self, const char *text, GCallback undo, Change *change)
{
  AdwToast *toast = legato_toasts_new_undo (text);

  g_signal_connect_data (toast, "button-clicked", undo, change, free_change_cb, 0);
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_restore_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    legato_toasts_say (self->toasts, error->message);
}

/* The journal, or %NULL; then that is said. */
static LegatoJournal *
need_journal (LegatoEntryActions *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL)
    legato_toasts_say (self->toasts, _ ("Your journal is not open just now. Try again later."));
  return journal;
}

static void
undo_delete_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  LegatoJournal *journal = self != NULL ? need_journal (self) : NULL;

  if (journal != NULL)
    legato_journal_restore_async (journal, change->entry->uuid, NULL, restored_cb,
                                  change_new (self, change->entry, NULL));
}

static void
deleted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  g_autoptr (GError) error = NULL;
  gboolean deleted = legato_journal_delete_finish (LEGATO_JOURNAL (object), result, &error);

  if (self == NULL)
    return;
  if (deleted)
    offer_undo (self, _ ("Entry deleted"), G_CALLBACK (undo_delete_cb),
                change_new (self, change->entry, NULL));
  else
    legato_toasts_say (self->toasts, error->message);
}

static void
taken_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  g_autoptr (GError) error = NULL;

  if (!legato_journal_delete_finish (LEGATO_JOURNAL (object), result, &error) && self != NULL)
    legato_toasts_say (self->toasts, error->message);
}

static void
undo_add_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  LegatoJournal *journal = NULL;

  /* An entry that waits for the journal to open is only in the file beside it. */
  if (self == NULL
      || legato_journal_connection_forget_waiting (legato_context_get_connection (self->context),
                                                   change->entry->uuid))
    return;
  journal = need_journal (self);
  if (journal != NULL)
    legato_journal_delete_async (journal, change->entry->uuid, NULL, taken_back_cb,
                                 change_new (self, change->entry, NULL));
}

static void
corrected_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  g_autoptr (GError) error = NULL;

  if (legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (object), result, &error)
          == LEGATO_KEPT_NOWHERE
      && self != NULL)
    legato_toasts_say (self->toasts, error->message);
}

static void
keep (LegatoEntryActions *self,
      LegatoEntry *entry,
      LegatoEntry *read,
      GAsyncReadyCallback callback,
      Change *change)
{
  legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry, read,
                                        callback, change);
}

static void
undo_edit_cb (AdwToast *toast, Change *change)
{
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);

  if (self != NULL)
    keep (self, change->entry, change->after, corrected_back_cb,
          change_new (self, change->entry, change->after));
}

static void
saved_cb (LegatoEntryActions *self, LegatoEntry *entry, LegatoEntry *before, gboolean in_journal)
{
  const char *text = NULL;

  if (!in_journal)
    text = _ ("Kept until your journal opens");
  else
    text = before != NULL ? _ ("Entry changed") : _ ("Saved in your journal");
  if (before != NULL)
    offer_undo (self, text, G_CALLBACK (undo_edit_cb), change_new (self, before, entry));
  else
    offer_undo (self, text, G_CALLBACK (undo_add_cb), change_new (self, entry, NULL));
  if (before == NULL)
    g_signal_emit (self, signals[ADDED], 0, entry);
}

static GtkWindow *
get_window (LegatoEntryActions *self)
{
  GtkRoot *root = self->toasts != NULL ? gtk_widget_get_root (GTK_WIDGET (self->toasts)) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
present_editor (LegatoEntryActions *self, LegatoEntryEditor *editor)
{
  g_set_weak_pointer (&self->editor, editor);
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
updated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (LegatoEntryActions) self = g_weak_ref_get (&change->actions);
  g_autoptr (GError) error = NULL;
  LegatoKept kept =
      legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (object), result, &error);

  if (self == NULL)
    return;
  if (kept == LEGATO_KEPT_NOWHERE)
    legato_toasts_say (self->toasts, error->message);
  else
    offer_undo (self,
                kept == LEGATO_KEPT_IN_JOURNAL ? _ ("Saved in your journal")
                                               : _ ("Kept until your journal opens"),
                G_CALLBACK (undo_edit_cb), change_new (self, change->entry, change->after));
}

static void
legato_entry_actions_dispose (GObject *object)
{
  LegatoEntryActions *self = LEGATO_ENTRY_ACTIONS (object);

  g_clear_weak_pointer (&self->toasts);
  g_clear_weak_pointer (&self->editor);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_entry_actions_parent_class)->dispose (object);
}

static void
legato_entry_actions_class_init (LegatoEntryActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_entry_actions_dispose;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, LEGATO_TYPE_ENTRY);
}

static void
legato_entry_actions_init (LegatoEntryActions *self)
{
}

/**
 * legato_entry_actions_new:
 * @toasts: shows what was done, and a button to undo it; may go away first
 *
 * Returns: (transfer full)
 */
LegatoEntryActions *
legato_entry_actions_new (LegatoContext *context, AdwToastOverlay *toasts)
{
  LegatoEntryActions *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context) && ADW_IS_TOAST_OVERLAY (toasts), NULL);

  self = g_object_new (LEGATO_TYPE_ENTRY_ACTIONS, NULL);
  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->toasts, toasts);
  return self;
}

/** legato_entry_actions_add: opens an empty entry of @day, to be written, unless one is open. */
void
legato_entry_actions_add (LegatoEntryActions *self, guint32 day)
{
  g_return_if_fail (LEGATO_IS_ENTRY_ACTIONS (self));

  if (self->editor != NULL && gtk_widget_get_visible (GTK_WIDGET (self->editor)))
    gtk_window_present (GTK_WINDOW (self->editor));
  else
    present_editor (self, legato_entry_editor_new_for_day (get_window (self), self->context, day));
}

/** legato_entry_actions_edit: opens @entry, to be corrected. */
void
legato_entry_actions_edit (LegatoEntryActions *self, LegatoEntry *entry)
{
  g_return_if_fail (LEGATO_IS_ENTRY_ACTIONS (self) && entry != NULL);

  present_editor (self, legato_entry_editor_new (get_window (self), self->context, entry));
}

/** legato_entry_actions_delete: puts @entry into the bin. */
void
legato_entry_actions_delete (LegatoEntryActions *self, LegatoEntry *entry)
{
  LegatoJournal *journal = NULL;

  g_return_if_fail (LEGATO_IS_ENTRY_ACTIONS (self) && entry != NULL);

  journal = need_journal (self);
  if (journal != NULL)
    legato_journal_delete_async (journal, entry->uuid, NULL, deleted_cb,
                                 change_new (self, entry, NULL));
}

/** legato_entry_actions_update: replaces @before in the journal by @after. */
void
legato_entry_actions_update (LegatoEntryActions *self, LegatoEntry *before, LegatoEntry *after)
{
  g_return_if_fail (LEGATO_IS_ENTRY_ACTIONS (self) && before != NULL && after != NULL);

  keep (self, after, before, updated_cb, change_new (self, before, after));
}

/** legato_entry_actions_show_bin: shows what was deleted, to be brought back. */
void
legato_entry_actions_show_bin (LegatoEntryActions *self)
{
  g_return_if_fail (LEGATO_IS_ENTRY_ACTIONS (self));

  gtk_window_present (GTK_WINDOW (legato_bin_window_new (get_window (self), self->context)));
}

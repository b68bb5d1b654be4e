/* legato-damage-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "legato-copy-words.h"
#include "legato-damage-window.h"
#include "legato-group-titles.h"
#include "legato-journal-copies.h"
#include "legato-locale.h"
#include "legato-text-button.h"

struct _LegatoDamageWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stages;
  AdwStatusPage *what;
  AdwActionRow *readable;
  GtkWidget *use_readable;
  AdwActionRow *newest;
  GtkWidget *use_newest;
  GtkWidget *choices;
  GtkLabel *problem;
  AdwStatusPage *done;

  /* Owned references */
  LegatoContext *context;
  GCancellable *cancellable;
  char *folder;    /* a new one, readable only by this user, for what was recovered */
  char *recovered; /* path in it */
  char *copy;      /* path of the newest copy that is sound */
};

G_DEFINE_FINAL_TYPE (LegatoDamageWindow, legato_damage_window, ADW_TYPE_WINDOW)

static LegatoJournalConnection *
get_connection (LegatoDamageWindow *self)
{
  return legato_context_get_connection (self->context);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoDamageWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LegatoRecovered recovered = { 0 };
  gboolean ok = legato_journal_recover_finish (result, &recovered, &error);

  if (self->context == NULL)
    return;
  if (ok)
    text = legato_copy_words_dup_recovered (recovered.n_entries, recovered.all);
  else if (g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED))
    text = g_strdup (_ ("Nothing in it can be read any more."));
  else
    text = g_strdup (error->message);
  adw_action_row_set_subtitle (self->readable, text);
  gtk_widget_set_sensitive (self->use_readable, ok && recovered.n_entries > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoDamageWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = legato_journal_list_backups_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->context == NULL)
    return;
  if (infos != NULL && infos->len > 0)
    {
      const LegatoBackupInfo *info = g_ptr_array_index (infos, 0);
      g_autofree char *made = legato_copy_words_dup_made (info);
      g_autofree char *holds = legato_copy_words_dup_holds (info);

      self->copy = g_strdup (info->path);
      text = g_strdup_printf ("%s\n%s", made, holds);
    }
  else
    text = g_strdup (error != NULL ? error->message : _ ("There is none."));
  adw_action_row_set_subtitle (self->newest, text);
  gtk_widget_set_sensitive (self->use_newest, self->copy != NULL);
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoDamageWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside =
      legato_journal_connection_replace_finish (LEGATO_JOURNAL_CONNECTION (source), result, &error);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (self->context == NULL)
    return;
  gtk_widget_set_sensitive (self->choices, TRUE);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (error != NULL)
    return;
  shown = g_filename_display_name (aside);
  /* Translators: followed by the path of a file */
  text = g_markup_printf_escaped (_ ("The damaged file is kept as “%s”."), shown);
  adw_status_page_set_description (self->done, text);
  gtk_stack_set_visible_child_name (self->stages, "done");
}

static void
go_on_with (LegatoDamageWindow *self, const char *copy)
{
  gtk_widget_set_sensitive (self->choices, FALSE);
  legato_journal_connection_replace_async (get_connection (self), copy, replaced_cb,
                                           g_object_ref (self));
}

static void
use_readable_cb (LegatoDamageWindow *self)
{
  go_on_with (self, self->recovered);
}

static void
use_newest_cb (LegatoDamageWindow *self)
{
  go_on_with (self, self->copy);
}

static void
start_anew_cb (LegatoDamageWindow *self)
{
  go_on_with (self, NULL);
}

static void
legato_damage_window_dispose (GObject *object)
{
  LegatoDamageWindow *self = LEGATO_DAMAGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_damage_window_parent_class)->dispose (object);
}

/* No call is running here: each holds a reference. */
static void
legato_damage_window_finalize (GObject *object)
{
  LegatoDamageWindow *self = LEGATO_DAMAGE_WINDOW (object);

  if (self->recovered != NULL)
    g_unlink (self->recovered);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->recovered, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->copy, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (legato_damage_window_parent_class)->finalize (object);
}

static void
legato_damage_window_class_init (LegatoDamageWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_damage_window_dispose;
  object_class->finalize = legato_damage_window_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/copies/damage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, what);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, readable);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, use_readable);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, newest);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, use_newest);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoDamageWindow, done);
  gtk_widget_class_bind_template_callback (widget_class, use_readable_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_newest_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_anew_cb);
}

static void
legato_damage_window_init (LegatoDamageWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/* Copies what can be read into a folder that only this user can open. */
static void
recover (LegatoDamageWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("legato-XXXXXX", &error);
  if (self->folder == NULL)
    {
      adw_action_row_set_subtitle (self->readable, error->message);
      return;
    }
  self->recovered = g_build_filename (self->folder, "journal.db", NULL);
  legato_journal_recover_async (legato_journal_connection_get_path (get_connection (self)),
                                self->recovered, NULL, NULL, self->cancellable, recovered_cb,
                                g_object_ref (self));
}

/**
 * legato_damage_window_new:
 * @parent: the window it stands above
 *
 * Returns: (transfer none): a window that looks for what can be saved; present it
 */
LegatoDamageWindow *
legato_damage_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoDamageWindow *self = NULL;
  g_autofree char *folder = NULL;
  const GError *error = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_DAMAGE_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  error = legato_journal_connection_get_error (get_connection (self));
  if (error != NULL)
    {
      g_autofree char *text = legato_locale_join_sentences (
          error->message,
          _ ("Nothing was changed. Choose how to go on; the file is kept in any case."), NULL);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      adw_status_page_set_description (self->what, markup);
    }
  recover (self);
  folder = legato_automatic_copies_dup_folder (legato_context_get_automatic_copies (context));
  legato_journal_list_backups_async (
      folder, legato_journal_connection_get_path (legato_context_get_connection (context)),
      self->cancellable, listed_cb, g_object_ref (self));
  return self;
}

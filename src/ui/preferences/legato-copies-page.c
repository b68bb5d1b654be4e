/* legato-copies-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-copies-page.h"
#include "legato-copy-words.h"
#include "legato-file-choice.h"
#include "legato-text-button.h"

struct _LegatoCopiesPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  GtkWidget *daily;
  AdwActionRow *last;
  GtkWidget *copy_now;
  AdwActionRow *folder;
  GtkWidget *leave_folder;
  GtkSpinButton *days;
  GtkSpinButton *weeks;
  AdwActionRow *shared_folder;
  GtkWidget *leave_shared_folder;

  /* Owned references */
  LegatoContext *context;
  LegatoAutomaticCopies *copies;
  GSettings *settings;
};

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoCopiesPage, legato_copies_page, ADW_TYPE_PREFERENCES_PAGE)

/* Returns: (transfer full): when the newest copy was made, and if a later one failed, why */
static char *
dup_last (LegatoCopiesPage *self)
{
  const GError *error = legato_automatic_copies_get_copy_error (self->copies);
  g_autoptr (GDateTime) last = legato_automatic_copies_dup_last (self->copies);
  g_autofree char *time = last != NULL ? legato_copy_words_dup_time (last) : NULL;
  g_autofree char *made =
      time != NULL ? g_strdup_printf (_ ("%s, tested"), time) : g_strdup (_ ("There is none yet"));

  if (legato_automatic_copies_is_copying (self->copies))
    return g_strdup (_ ("Being made…"));
  if (error == NULL)
    return g_steal_pointer (&made);
  /* Translators: first why the last copy failed, then when the one before was made */
  return g_strdup_printf (_ ("%s The last one that went well: %s"), error->message, made);
}

static char *
dup_shown (const char *path, const char *otherwise)
{
  return *path != '\0' ? g_filename_display_name (path) : g_strdup (otherwise);
}

static void
show (LegatoCopiesPage *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "copy-folder");
  g_autofree char *shared = g_settings_get_string (self->settings, "shared-folder");
  const GError *error = legato_automatic_copies_get_share_error (self->copies);
  g_autofree char *last = dup_last (self);
  g_autofree char *where = dup_shown (folder, _ ("Beside your journal"));
  g_autofree char *with = dup_shown (shared, _ ("None"));
  g_autofree char *with_error =
      error != NULL && *shared != '\0' ? g_strdup_printf ("%s\n%s", with, error->message) : NULL;

  adw_action_row_set_subtitle (self->last, last);
  gtk_widget_set_sensitive (self->copy_now,
                            legato_context_get_journal (self->context) != NULL
                                && !legato_automatic_copies_is_copying (self->copies));
  adw_action_row_set_subtitle (self->folder, where);
  gtk_widget_set_visible (self->leave_folder, *folder != '\0');
  adw_action_row_set_subtitle (self->shared_folder, with_error != NULL ? with_error : with);
  gtk_widget_set_visible (self->leave_shared_folder, *shared != '\0');
}

static void
copy_now_cb (LegatoCopiesPage *self)
{
  legato_automatic_copies_copy (self->copies);
}

/* Settings hold UTF-8, which a path need not be. */
static void
set_folder (LegatoCopiesPage *self, const char *key, AdwActionRow *row, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && g_utf8_validate (path, -1, NULL))
    g_settings_set_string (self->settings, key, path);
  else
    adw_action_row_set_subtitle (row, _ ("Choose a folder of this computer."));
}

static void
folder_chosen_cb (GObject *object, GFile *file)
{
  LegatoCopiesPage *self = LEGATO_COPIES_PAGE (object);

  set_folder (self, "copy-folder", self->folder, file);
}

static void
shared_folder_chosen_cb (GObject *object, GFile *file)
{
  LegatoCopiesPage *self = LEGATO_COPIES_PAGE (object);

  set_folder (self, "shared-folder", self->shared_folder, file);
}

static GtkWindow *
get_window (LegatoCopiesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
choose_folder_cb (LegatoCopiesPage *self)
{
  legato_file_choice_folder (get_window (self), _ ("Where to Keep the Copies"), folder_chosen_cb,
                             G_OBJECT (self));
}

static void
leave_folder_cb (LegatoCopiesPage *self)
{
  g_settings_reset (self->settings, "copy-folder");
}

static void
choose_shared_folder_cb (LegatoCopiesPage *self)
{
  legato_file_choice_folder (get_window (self), _ ("Folder That Your Computers Share"),
                             shared_folder_chosen_cb, G_OBJECT (self));
}

static void
leave_shared_folder_cb (LegatoCopiesPage *self)
{
  g_settings_reset (self->settings, "shared-folder");
}

static void
restore_cb (LegatoCopiesPage *self)
{
  g_signal_emit (self, signals[WANTED], 0, "win.restore-journal");
}

static void
export_cb (LegatoCopiesPage *self)
{
  g_signal_emit (self, signals[WANTED], 0, "win.export-journal");
}

static void
export_table_cb (LegatoCopiesPage *self)
{
  g_signal_emit (self, signals[WANTED], 0, "win.export-table");
}

static void
import_cb (LegatoCopiesPage *self)
{
  g_signal_emit (self, signals[WANTED], 0, "win.import-journal");
}

static void
legato_copies_page_dispose (GObject *object)
{
  LegatoCopiesPage *self = LEGATO_COPIES_PAGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->copies);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (legato_copies_page_parent_class)->dispose (object);
}

static void
legato_copies_page_class_init (LegatoCopiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_copies_page_dispose;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/copies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, daily);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, last);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, copy_now);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, folder);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, leave_folder);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, days);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, weeks);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, shared_folder);
  gtk_widget_class_bind_template_child (widget_class, LegatoCopiesPage, leave_shared_folder);
  gtk_widget_class_bind_template_callback (widget_class, copy_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_shared_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_shared_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
legato_copies_page_init (LegatoCopiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (LEGATO_APP_ID);
  g_settings_bind (self->settings, "copy-daily", self->daily, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "copy-days", self->days, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "copy-weeks", self->weeks, "value", G_SETTINGS_BIND_DEFAULT);
}

/** Returns: (transfer full): a page of the preferences */
LegatoCopiesPage *
legato_copies_page_new (LegatoContext *context)
{
  LegatoCopiesPage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_COPIES_PAGE, NULL);
  self->context = g_object_ref (context);
  self->copies = g_object_ref (legato_context_get_automatic_copies (context));
  g_signal_connect_object (self->copies, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::copy-folder", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::shared-folder", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
  return self;
}

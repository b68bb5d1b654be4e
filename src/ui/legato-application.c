/* legato-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-about.h"
#include "legato-application.h"
#include "legato-entry-words.h"
#include "legato-locale.h"
#include "legato-click-guard.h"
#include "legato-reminder-notices.h"
#include "legato-search-provider.h"
#include "legato-window.h"

/* As long as GLib lets a service wait for its first call. */
#define SERVICE_LINGER_MS 10000

/* Of the notice that the journal does not open. */
#define JOURNAL_NOTICE "journal"

/* Of days, in a search of the desktop, which shows few results. */
#define DESKTOP_MOST_DAYS 3

struct _LegatoApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  LegatoGuide *guide;
  LegatoContext *context;
  LegatoReminders *reminders;
  LegatoBackground *background;
  LegatoSearchProvider *search_provider;
  GtkCssProvider *dark;
  GtkCssProvider *high_contrast;

  gboolean told; /* by a notice, that the journal does not open */
};

G_DEFINE_FINAL_TYPE (LegatoApplication, legato_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "start", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a routine, ready to be started"),
    N_ ("ROUTINE") },
  { "zone", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show how to massage a place"), N_ ("ZONE") },
  { "continue", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Go on with the session that was cut off"),
    NULL },
  { "check-in", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Ask how your legs are today"), NULL },
  { "journal", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the journal"), NULL },
  { "add-entry", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Write an entry of the journal"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
  { NULL },
};

/* The window, or %NULL; dialogs above it are windows of the program too. */
static GtkWindow *
get_window (LegatoApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LEGATO_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Without a window nobody sees the bar that says why the journal does not open, and meanwhile no
 * reminder knows of a session. What may pass is tried again, and not said. */
static void
journal_failed_cb (LegatoApplication *self, GParamSpec *pspec, LegatoJournalConnection *connection)
{
  const GError *error = legato_journal_connection_get_error (connection);
  g_autoptr (GNotification) notice = NULL;

  if (error == NULL || self->told || get_window (self) != NULL
      || legato_journal_error_may_pass (error))
    return;
  self->told = TRUE;
  notice = g_notification_new (_ ("Your Journal Did Not Open"));
  g_notification_set_body (notice, error->message);
  g_notification_set_default_action (notice, "app.show");
  g_application_send_notification (G_APPLICATION (self), JOURNAL_NOTICE, notice);
}

static void
withdraw_journal_notice (LegatoApplication *self)
{
  if (self->told)
    g_application_withdraw_notification (G_APPLICATION (self), JOURNAL_NOTICE);
  self->told = FALSE;
}

static void
journal_cb (LegatoApplication *self, GParamSpec *pspec, LegatoJournalConnection *connection)
{
  if (legato_journal_connection_get_journal (connection) != NULL)
    withdraw_journal_notice (self);
}

static LegatoWindow *
present_window (LegatoApplication *self)
{
  GtkWindow *window = get_window (self);

  if (window == NULL)
    {
      legato_journal_connection_open (legato_context_get_connection (self->context));
      window =
          GTK_WINDOW (legato_window_new (GTK_APPLICATION (self), self->context, self->reminders));
    }
  gtk_window_present (window);
  withdraw_journal_notice (self);
  legato_automatic_copies_set_attended (legato_context_get_automatic_copies (self->context), TRUE);

  return LEGATO_WINDOW (window);
}

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present_window (data);
}

static void
start_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_prepare (present_window (data), g_variant_get_string (parameter, NULL));
}

/* What the desktop's menu offers comes over D-Bus without an argument. */
static void
start_three_minute_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_prepare (present_window (data), "three-minute");
}

static void
zone_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_choose_zone (present_window (data), g_variant_get_string (parameter, NULL));
}

static void
tip_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_show_tip (present_window (data), g_variant_get_string (parameter, NULL));
}

static void
continue_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_continue (present_window (data));
}

static void
check_in_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_check_in (present_window (data));
}

static void
add_entry_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_add_entry (present_window (data));
}

static void
ask_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_ask (present_window (data));
}

static void
journal_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_window_show_page (present_window (data), "journal");
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_about_present (GTK_WINDOW (present_window (data)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = get_window (data);
  GListModel *windows = gtk_window_get_toplevels ();

  /* A dialog that asks before it closes keeps the program open. */
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i - 1);

      /* With one that closes, others may be gone. */
      if (dialog == NULL || dialog == window || !gtk_widget_get_visible (GTK_WIDGET (dialog)))
        continue;
      gtk_window_close (dialog);
      if (gtk_widget_get_visible (GTK_WIDGET (dialog)))
        return;
    }

#if ADW_CHECK_VERSION(1, 5, 0)
  /* It is a part of the window: to close the window would close it alone. */
  AdwDialog *about =
      window == NULL ? NULL
                     : adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (about != NULL)
    adw_dialog_force_close (about);
#endif

  /* Closing is what writes down a session that is running. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (data);
}

static const GActionEntry actions[] = {
  { .name = "show", .activate = show_action },
  { .name = "start", .activate = start_action, .parameter_type = "s" },
  { .name = "start-three-minute", .activate = start_three_minute_action },
  { .name = "zone", .activate = zone_action, .parameter_type = "s" },
  { .name = "tip", .activate = tip_action, .parameter_type = "s" },
  { .name = "continue", .activate = continue_action },
  { .name = "check-in", .activate = check_in_action },
  { .name = "journal", .activate = journal_action },
  { .name = "ask", .activate = ask_action },
  { .name = "add-entry", .activate = add_entry_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

/* Somebody chose one of the results in the desktop's search, or wants to see them all. */
static void
result_chosen_cb (LegatoApplication *self, LegatoHitKind kind, const char *id)
{
  legato_window_show_result (present_window (self), kind, id);
}

static void
searched_cb (LegatoApplication *self, const char *text)
{
  legato_window_search (present_window (self), text);
}

static gboolean
legato_application_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *path,
                                  GError **error)
{
  LegatoApplication *self = LEGATO_APPLICATION (application);
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (legato_application_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;
  self->search_provider = legato_search_provider_new (application);
  g_signal_connect_object (self->search_provider, "chosen", G_CALLBACK (result_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "searched", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  return legato_search_provider_export (self->search_provider, connection, search_path, error);
}

static void
legato_application_dbus_unregister (GApplication *application,
                                    GDBusConnection *connection,
                                    const char *path)
{
  g_clear_object (&LEGATO_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (legato_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static void
keep_journal (LegatoAutomaticCopies *copies, GSettings *settings)
{
  g_settings_bind (settings, "copy-daily", copies, "daily", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "copy-folder", copies, "folder", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "copy-days", copies, "days", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "copy-weeks", copies, "weeks", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "shared-folder", copies, "shared-folder", G_SETTINGS_BIND_GET);
}

static void
legato_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  LegatoApplication *self = LEGATO_APPLICATION (application);

  GTK_APPLICATION_CLASS (legato_application_parent_class)->window_removed (application, window);
  if (get_window (self) == NULL)
    legato_automatic_copies_set_attended (legato_context_get_automatic_copies (self->context),
                                          FALSE);
}

static void
legato_application_shutdown (GApplication *application)
{
  legato_automatic_copies_end (
      legato_context_get_automatic_copies (LEGATO_APPLICATION (application)->context));

  G_APPLICATION_CLASS (legato_application_parent_class)->shutdown (application);
}

/* A style-dark.css or style-hc.css would come by itself, but newer libadwaita warns of one, and the
 * media query that it wants instead is an error to older GTK. */
static void
style_cb (AdwStyleManager *manager, GParamSpec *pspec, gpointer data)
{
  GtkStyleProvider *provider = GTK_STYLE_PROVIDER (data);
  GdkDisplay *display = gdk_display_get_default ();
  gboolean is_on;

  g_object_get (manager, pspec->name, &is_on, NULL);
  if (is_on)
    gtk_style_context_add_provider_for_display (display, provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

/* Keeps to the style of the resource @path as long as @property of the style manager is on. */
static GtkCssProvider *
follow_style (LegatoApplication *self, const char *property, const char *path)
{
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  g_signal_connect_object (manager, signal, G_CALLBACK (style_cb), provider, 0);
  style_cb (manager, g_object_class_find_property (G_OBJECT_GET_CLASS (manager), property),
            provider);
  return provider;
}

/* Dialogs are windows of the program as well, but older GTK does not count them to the application.
 */
static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint n_removed,
                    guint n_added,
                    gpointer data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      legato_click_guard_attach (window);
    }
}

static void
legato_application_startup (GApplication *application)
{
  LegatoApplication *self = LEGATO_APPLICATION (application);
  g_autofree char *shelf_path = legato_routine_shelf_get_default_path ();
  g_autofree char *journal_path = legato_journal_get_default_path ();
  g_autoptr (LegatoRoutineShelf) shelf = NULL;
  g_autoptr (LegatoJournalConnection) connection = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (legato_application_parent_class)->startup (application);

  legato_access_init ();
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, 0);
  self->dark = follow_style (self, "dark", LEGATO_RESOURCE_ROOT "/dark.css");
  self->high_contrast =
      follow_style (self, "high-contrast", LEGATO_RESOURCE_ROOT "/high-contrast.css");
  /* GTK asks the locale, which may be another one than the language of the sentences. */
  gtk_widget_set_default_direction (legato_locale_is_right_to_left () ? GTK_TEXT_DIR_RTL
                                                                      : GTK_TEXT_DIR_LTR);
  self->guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
  if (self->guide == NULL)
    g_error ("The guide that belongs to the program is damaged: %s", error->message);
  shelf = legato_routine_shelf_new (self->guide, shelf_path);
  legato_routine_shelf_empty_bin (shelf);
  connection = legato_journal_connection_new (journal_path);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (journal_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  self->context = legato_context_new (self->guide, shelf, connection);
  if (self->search_provider != NULL)
    legato_search_provider_set_content (self->search_provider, shelf,
                                        legato_day_search_new (self->guide, journal_path,
                                                               legato_entry_words_dup_line,
                                                               DESKTOP_MOST_DAYS));

  /* Started by D-Bus, it has to be there still when the call that started it comes in. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_LINGER_MS);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  settings = g_settings_new (LEGATO_APP_ID);
  keep_journal (legato_context_get_automatic_copies (self->context), settings);
  self->reminders = legato_reminders_new (settings, connection);
  self->background =
      legato_background_new (settings, g_application_get_dbus_connection (application));
  legato_reminder_notices_attach (application, self->reminders, self->background);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close",
                                         (const char *[]){ "<Control>w", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.search",
                                         (const char *[]){ "<Control>f", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.add-entry",
                                         (const char *[]){ "<Control>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.preferences",
                                         (const char *[]){ "<Control>comma", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.full-screen",
                                         (const char *[]){ "F11", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.shortcuts",
                                         (const char *[]){ "<Control>question", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.help",
                                         (const char *[]){ "F1", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.page::legs",
                                         (const char *[]){ "<Alt>1", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.page::routines",
                                         (const char *[]){ "<Alt>2", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.page::journal",
                                         (const char *[]){ "<Alt>3", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.page::trends",
                                         (const char *[]){ "<Alt>4", NULL });
}

static void
legato_application_activate (GApplication *application)
{
  legato_window_welcome (present_window (LEGATO_APPLICATION (application)));
}

/* Files come this way from the desktop, over D-Bus. */
static void
legato_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LegatoWindow *window = present_window (LEGATO_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    legato_window_open_file (window, files[i]);
}

static int
legato_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("legato %s\n", LEGATO_VERSION);
      return 0;
    }
  return -1;
}

/* Runs in the first instance, also for a command line that was given to a second one. */
static int
legato_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  LegatoApplication *self = LEGATO_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  LegatoWindow *window = NULL;
  const char *routine = NULL;
  const char *zone = NULL;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);

  g_variant_dict_lookup (dict, "start", "&s", &routine);
  g_variant_dict_lookup (dict, "zone", "&s", &zone);
  if (routine != NULL && legato_guide_find_routine (self->guide, routine) == NULL)
    {
      g_application_command_line_printerr (command_line, _ ("legato: there is no routine “%s”\n"),
                                           routine);
      return 2;
    }
  if (zone != NULL && legato_guide_find_zone (self->guide, zone) == NULL)
    {
      g_application_command_line_printerr (command_line, _ ("legato: there is no place “%s”\n"),
                                           zone);
      return 2;
    }

  window = present_window (self);
  /* Whoever asked for something on the command line gets that, not the welcome. */
  if (zone == NULL && routine == NULL && !g_variant_dict_contains (dict, "continue")
      && !g_variant_dict_contains (dict, "check-in") && !g_variant_dict_contains (dict, "journal")
      && !g_variant_dict_contains (dict, "add-entry")
      && (arguments[0] == NULL || arguments[1] == NULL))
    legato_window_welcome (window);
  if (zone != NULL)
    legato_window_choose_zone (window, zone);
  if (routine != NULL)
    legato_window_prepare (window, routine);
  if (g_variant_dict_contains (dict, "continue"))
    legato_window_continue (window);
  if (g_variant_dict_contains (dict, "check-in"))
    legato_window_check_in (window);
  if (g_variant_dict_contains (dict, "journal"))
    legato_window_show_page (window, "journal");
  if (g_variant_dict_contains (dict, "add-entry"))
    legato_window_add_entry (window);
  for (int i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file =
          g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      legato_window_open_file (window, file);
    }

  return 0;
}

static void
legato_application_finalize (GObject *object)
{
  LegatoApplication *self = LEGATO_APPLICATION (object);

  g_clear_object (&self->reminders);
  g_clear_object (&self->background);
  g_clear_object (&self->search_provider);
  g_clear_object (&self->dark);
  g_clear_object (&self->high_contrast);
  g_clear_object (&self->context);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_application_parent_class)->finalize (object);
}

static void
legato_application_class_init (LegatoApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  object_class->finalize = legato_application_finalize;
  application_class->dbus_register = legato_application_dbus_register;
  application_class->dbus_unregister = legato_application_dbus_unregister;
  application_class->startup = legato_application_startup;
  application_class->shutdown = legato_application_shutdown;
  application_class->activate = legato_application_activate;
  application_class->handle_local_options = legato_application_handle_local_options;
  application_class->open = legato_application_open;
  application_class->command_line = legato_application_command_line;
  gtk_application_class->window_removed = legato_application_window_removed;
}

static void
legato_application_init (LegatoApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE.legato…]"));
}

/** Returns: (transfer full): the program */
LegatoApplication *
legato_application_new (void)
{
  return g_object_new (LEGATO_TYPE_APPLICATION, "application-id", LEGATO_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", LEGATO_RESOURCE_ROOT, NULL);
}

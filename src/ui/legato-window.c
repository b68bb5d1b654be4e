/* legato-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-cues-window.h"
#include "legato-preferences-window.h"
#include "legato-shortcuts-window.h"
#include "legato-window-private.h"

G_DEFINE_FINAL_TYPE (LegatoWindow, legato_window, ADW_TYPE_APPLICATION_WINDOW)

/** legato_window_show_level: @name: "pages", "check-in" or "session" */
void
legato_window_show_level (LegatoWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->levels, name);

  /* The full screen is for a session; on the pages it would leave no way out by the pointer. */
  if (g_str_equal (name, "pages") && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

/** legato_window_focus_page: what had the focus may be out of sight now: the keyboard goes on in
 * the page that is shown */
void
legato_window_focus_page (LegatoWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
person_failed_cb (LegatoWindow *self, const char *message)
{
  g_autofree char *text = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
narrow_cb (LegatoWindow *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->width_bin);

  adw_header_bar_set_title_widget (self->header, narrow ? self->narrow_title : self->wide_title);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  g_object_set (self->legs, "narrow", narrow, NULL);
}

/* Results stand in the pages' place as soon as there is something to look for. */
static void
search_changed_cb (LegatoWindow *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  gboolean searching = gtk_search_bar_get_search_mode (self->search_bar) && *text != '\0';

  if (searching)
    legato_search_view_set_text (self->search_view, text);
  gtk_stack_set_visible_child_name (self->body, searching ? "search" : "pages");
}

static void
search_activate_cb (LegatoWindow *self)
{
  /* The results may be a few letters behind what was typed. */
  search_changed_cb (self);
  legato_search_view_choose_first (self->search_view);
}

/* A technique is shown on the first place it touches. */
static void
choose_technique (LegatoWindow *self, const char *id)
{
  const LegatoTechnique *technique = legato_guide_find_technique (self->guide, id);

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (use->zone->lift_over)
        continue;
      legato_window_show_page (self, "legs");
      legato_legs_page_choose_use (self->legs, LEGATO_LEG_LEFT, use);
      return;
    }
}

static void
search_chosen_cb (LegatoWindow *self, int kind, const char *id)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  switch ((LegatoHitKind) kind)
    {
    case LEGATO_HIT_ZONE:
      legato_window_choose_zone (self, id);
      break;
    case LEGATO_HIT_TECHNIQUE:
      choose_technique (self, id);
      break;
    case LEGATO_HIT_ROUTINE:
      legato_window_prepare (self, id);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Who goes to another page by the switcher wants to see it. */
static void
page_changed_cb (LegatoWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoWindow *self = LEGATO_WINDOW (widget);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->levels), "pages"))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
set_aside_cb (LegatoWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.set-journal-aside", NULL);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_window_show_page (LEGATO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
learn_cues_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoWindow *self = LEGATO_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (legato_cues_window_new (GTK_WINDOW (self), self->guide)));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_window_show_preferences (LEGATO_WINDOW (widget), "you");
}

static void
full_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_shortcuts_window_present (GTK_WINDOW (widget));
}

/* GTK lets go of a focus whose widget was taken out of the window only once the window was drawn
 * again, and until then every key goes to that widget, which is nowhere. Where the focus is to be
 * next remains GTK's to find. */
static gboolean
let_go_of_focus_cb (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  if (focus != NULL && gtk_widget_get_root (focus) == NULL)
    gtk_window_set_focus (data, NULL);
  return G_SOURCE_REMOVE;
}

/* Not at once, as what holds the widget may only be about to be taken out, but before the next key.
 */
static void
focus_root_cb (LegatoWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, let_go_of_focus_cb, g_object_ref (self), g_object_unref);
}

static void
legato_window_dispose (GObject *object)
{
  LegatoWindow *self = LEGATO_WINDOW (object);

  g_clear_object (&self->media_bridge);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->journal);
  g_clear_object (&self->person);
  g_clear_object (&self->routine_actions);
  g_clear_object (&self->wide_title);
  g_clear_object (&self->narrow_title);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_window_parent_class)->dispose (object);
}

static gboolean
legato_window_close_request (GtkWindow *window)
{
  LegatoWindow *self = LEGATO_WINDOW (window);
  int width = 0;
  int height = 0;

  /* What was done so far is written before the program ends: the journal finishes its queue. */
  legato_session_page_stop (self->session);
  legato_person_model_note_check_in (self->person);

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  gtk_window_get_default_size (window, &width, &height);
  if (width >= 360 && height >= 300)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }

  return GTK_WINDOW_CLASS (legato_window_parent_class)->close_request (window);
}

static void
legato_window_class_init (LegatoWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = legato_window_dispose;
  window_class->close_request = legato_window_close_request;

  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  g_type_ensure (LEGATO_TYPE_LEGS_PAGE);
  g_type_ensure (LEGATO_TYPE_RECOVERY_BAR);
  g_type_ensure (LEGATO_TYPE_ROUTINES_PAGE);
  g_type_ensure (LEGATO_TYPE_JOURNAL_PAGE);
  g_type_ensure (LEGATO_TYPE_TRENDS_PAGE);
  g_type_ensure (LEGATO_TYPE_SEARCH_VIEW);
  g_type_ensure (LEGATO_TYPE_CHECK_IN_PAGE);
  g_type_ensure (LEGATO_TYPE_SESSION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, levels);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, set_aside);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, recovery);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, body);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_view);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, legs);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, routines);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, journal_page);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, trends_page);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, check_in);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, session);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_cb);
  legato_window_class_bind_session (widget_class);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.full-screen", NULL, full_screen_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.learn-cues", NULL, learn_cues_action);
}

static void
legato_window_init (LegatoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->focus_signals = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_swapped (self->focus_signals, "notify::root", G_CALLBACK (focus_root_cb),
                                  self);
  g_object_bind_property (self, "focus-widget", self->focus_signals, "target",
                          G_BINDING_SYNC_CREATE);

  self->wide_title = g_object_ref_sink (g_object_new (
      ADW_TYPE_VIEW_SWITCHER, "stack", self->pages, "policy", ADW_VIEW_SWITCHER_POLICY_WIDE, NULL));
  self->narrow_title = g_object_ref_sink (adw_window_title_new ("Legato", NULL));
  narrow_cb (self);

  self->settings = g_settings_new (LEGATO_APP_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * legato_window_new:
 *
 * Returns: (transfer none): a window of @application that shows @guide
 */
LegatoWindow *
legato_window_new (GtkApplication *application, LegatoGuide *guide)
{
  LegatoWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_WINDOW, "application", application, NULL);
  self->guide = legato_guide_ref (guide);
  self->person = legato_person_model_new (guide);
  legato_legs_page_set_guide (self->legs, guide);
  legato_search_view_set_guide (self->search_view, guide);
  legato_recovery_bar_set_guide (self->recovery, guide);
  legato_routines_page_set_guide (self->routines, guide);
  legato_journal_page_set_guide (self->journal_page, guide);
  legato_trends_page_set_guide (self->trends_page, guide);
  legato_session_page_set_guide (self->session, guide);
  legato_legs_page_set_person (self->legs, self->person);
  legato_routines_page_set_person (self->routines, self->person);
  self->media_bridge = legato_media_bridge_new (GTK_WINDOW (self), self->session, guide);
  legato_recovery_bar_set_person (self->recovery, self->person);
  legato_session_page_set_person (self->session, self->person);
  legato_check_in_page_set_person (self->check_in, self->person);
  g_signal_connect_object (self->person, "failed", G_CALLBACK (person_failed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
own_routines_changed_cb (LegatoWindow *self)
{
  legato_search_view_set_guide (self->search_view, self->guide);
}

static void
routine_kept_cb (LegatoWindow *self)
{
  legato_window_show_page (self, "routines");
}

/** legato_window_set_shelf: where own routines are kept; to be called once. */
void
legato_window_set_shelf (LegatoWindow *self, LegatoRoutineShelf *shelf)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self) && self->routine_actions == NULL);
  g_return_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf));

  self->routine_actions = legato_routine_actions_new (GTK_WINDOW (self), self->toasts, shelf);
  g_signal_connect_object (self->routine_actions, "kept", G_CALLBACK (routine_kept_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "items-changed", G_CALLBACK (own_routines_changed_cb), self,
                           G_CONNECT_SWAPPED);
  legato_routines_page_set_shelf (self->routines, shelf);
  own_routines_changed_cb (self);
}

/** legato_window_open_file: shows what the file of a routine holds, to be kept or not. */
void
legato_window_open_file (LegatoWindow *self, GFile *file)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self) && self->routine_actions != NULL);
  g_return_if_fail (G_IS_FILE (file));

  legato_routine_actions_open (self->routine_actions, file);
}

/** legato_window_set_journal: the journal is open: pages show it, sessions go into it. */
void
legato_window_set_journal (LegatoWindow *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));
  g_return_if_fail (LEGATO_IS_JOURNAL (journal));

  g_set_object (&self->journal, journal);
  legato_person_model_set_journal (self->person, journal);
  gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
  legato_session_page_set_journal (self->session, journal);
  legato_recovery_bar_set_journal (self->recovery, journal);
  legato_journal_page_set_journal (self->journal_page, journal);
  legato_trends_page_set_journal (self->trends_page, journal);
}

/** legato_window_set_journal_error: the journal could not be opened: says why and what helps. */
void
legato_window_set_journal_error (LegatoWindow *self, const GError *error)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  gtk_label_set_label (self->problem, error->message);
  legato_journal_page_set_error (self->journal_page, error);
  legato_trends_page_set_error (self->trends_page, error);
  gtk_widget_set_visible (self->set_aside, legato_journal_error_may_set_aside (error));
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
}

/** Returns: whether the guide knows @zone_id, whose card is then shown for the left leg */
gboolean
legato_window_choose_zone (LegatoWindow *self, const char *zone_id)
{
  const LegatoZone *zone = NULL;

  g_return_val_if_fail (LEGATO_IS_WINDOW (self), FALSE);

  zone = legato_guide_find_zone (self->guide, zone_id);
  if (zone == NULL)
    return FALSE;

  legato_window_show_page (self, "legs");
  legato_legs_page_choose (self->legs, LEGATO_LEG_LEFT, zone);
  return TRUE;
}

/**
 * legato_window_show_page:
 * @name: "legs", "routines", "journal" or "trends"
 *
 * Shows a page, unless a session runs or waits to be rated.
 */
void
legato_window_show_page (LegatoWindow *self, const char *name)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  if (!legato_session_page_is_free (self->session)
      || adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    return;

  legato_window_show_level (self, "pages");
  adw_view_stack_set_visible_child_name (self->pages, name);
  legato_window_focus_page (self);
}

/** legato_window_show_preferences: @page is "you", "places", "sound" or "look" */
void
legato_window_show_preferences (LegatoWindow *self, const char *page)
{
  LegatoPreferencesWindow *window = NULL;

  g_return_if_fail (LEGATO_IS_WINDOW (self));

  window = legato_preferences_window_new (GTK_WINDOW (self), self->person);
  legato_preferences_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
}

/* legato-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-focus-watch.h"
#include "legato-missed-bar.h"
#include "legato-routines-page.h"
#include "legato-switcher-bin.h"
#include "legato-toasts.h"
#include "legato-scroll-layout.h"
#include "legato-trouble-bar.h"
#include "legato-welcome-page.h"
#include "legato-window-private.h"

G_DEFINE_FINAL_TYPE (LegatoWindow, legato_window, ADW_TYPE_APPLICATION_WINDOW)

static void
person_failed_cb (LegatoWindow *self, const char *message)
{
  legato_toasts_say (self->toasts, message);
}

static void
narrow_cb (LegatoWindow *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->width_bin);

  adw_header_bar_set_title_widget (self->header, narrow ? self->narrow_title : self->wide_title);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  if (self->legs != NULL)
    g_object_set (self->legs, "narrow", narrow, NULL);
}

static void
search_chosen_cb (LegatoWindow *self, LegatoHitKind kind, const char *id)
{
  legato_window_show_result (self, kind, id);
}

static void
routine_chosen_cb (LegatoWindow *self, gpointer routine)
{
  legato_window_prepare (self, ((const LegatoRoutine *) routine)->id);
}

static void
goal_chosen_cb (LegatoWindow *self, LegatoGoal goal, guint minutes, LegatoLeg legs)
{
  LegatoRequest request = { .goal = goal, .minutes = minutes, .legs = legs };

  legato_session_flow_prepare (self->flow, &request);
}

static void
zone_start_cb (LegatoWindow *self,
               LegatoLeg leg,
               const LegatoZone *zone,
               const LegatoTechnique *technique)
{
  LegatoRequest request = { .zone = zone, .technique = technique, .legs = leg };

  legato_session_flow_prepare (self->flow, &request);
}

static void
session_drawn_cb (LegatoWindow *self,
                  LegatoLeg leg,
                  const LegatoZone *zone,
                  const char *uuid,
                  guint left,
                  guint right)
{
  LegatoExperimentRequest experiment = {
    .zone = zone,
    .leg = leg,
    .uuid = uuid,
    .soreness = { left, right },
  };

  legato_session_flow_prepare_experiment (self->flow, &experiment);
}

/* What is wrong with the journal is seen on the pages and in the check-in and the rating; while
 * hands move it waits. */
static void
place_trouble (LegatoWindow *self)
{
  gboolean on_pages = legato_window_is_on_pages (self);
  AdwBin *slot = on_pages ? self->trouble_slot : self->trouble_below;

  if (gtk_widget_get_parent (self->trouble) != GTK_WIDGET (slot))
    {
      g_autoptr (GtkWidget) trouble = g_object_ref (self->trouble);

      adw_bin_set_child (on_pages ? self->trouble_below : self->trouble_slot, NULL);
      adw_bin_set_child (slot, trouble);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_below),
                          !on_pages && !legato_session_flow_is_running (self->flow));
}

/* What was ticked on the welcome holds, whatever takes its place. */
static void
level_cb (LegatoWindow *self)
{
  GtkWidget *welcome = gtk_stack_get_child_by_name (self->levels, "welcome");

  if (welcome != NULL && gtk_stack_get_visible_child (self->levels) != welcome)
    legato_welcome_page_keep (LEGATO_WELCOME_PAGE (welcome));
  place_trouble (self);
}

static GtkWidget *
new_page (LegatoWindow *self, const char *name)
{
  if (g_str_equal (name, "routines"))
    {
      LegatoRoutinesPage *page = legato_routines_page_new (self->context);

      g_signal_connect_object (page, "routine-chosen", G_CALLBACK (routine_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "goal-chosen", G_CALLBACK (goal_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      return GTK_WIDGET (page);
    }
  if (g_str_equal (name, "journal"))
    {
      self->journal = legato_journal_page_new (self->context);
      return GTK_WIDGET (self->journal);
    }
  if (g_str_equal (name, "trends"))
    {
      self->trends = legato_trends_page_new (self->context);
      g_signal_connect_object (self->trends, "session-drawn", G_CALLBACK (session_drawn_cb), self,
                               G_CONNECT_SWAPPED);
      return GTK_WIDGET (self->trends);
    }

  self->legs = legato_legs_page_new (self->context);
  g_object_set (self->legs, "narrow", legato_width_bin_get_narrow (self->width_bin), NULL);
  g_signal_connect_object (self->legs, "start-zone", G_CALLBACK (zone_start_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->legs);
}

static void
session_saved_cb (LegatoWindow *self)
{
  adw_view_stack_set_visible_child_name (self->pages, "journal");
  legato_window_show_pages (self);
  legato_journal_page_focus_newest (self->journal);
}

static LegatoSearchView *
need_search_view (LegatoWindow *self)
{
  if (self->search_view == NULL)
    {
      self->search_view = legato_search_view_new (self->context);
      adw_bin_set_child (self->search_slot, GTK_WIDGET (self->search_view));
      g_signal_connect_object (self->search_view, "chosen", G_CALLBACK (search_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return self->search_view;
}

/* Results stand in the pages' place as soon as there is something to look for. */
static void
search_changed_cb (LegatoWindow *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  gboolean searching = gtk_search_bar_get_search_mode (self->search_bar) && *text != '\0';

  if (searching)
    legato_search_view_set_text (need_search_view (self), text);
  else if (self->search_view != NULL)
    legato_search_view_stop (self->search_view);
  gtk_stack_set_visible_child_name (self->body, searching ? "search" : "pages");
}

static void
search_activate_cb (LegatoWindow *self)
{
  /* The results may be a few letters behind what was typed. */
  search_changed_cb (self);
  legato_search_view_choose_first (need_search_view (self));
}

/* Who goes to another page by the switcher wants to see it. A page is made when it is first shown.
 */
static void
page_changed_cb (LegatoWindow *self)
{
  AdwBin *slot = ADW_BIN (adw_view_stack_get_visible_child (self->pages));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (slot != NULL && self->context != NULL && adw_bin_get_child (slot) == NULL)
    adw_bin_set_child (slot, new_page (self, adw_view_stack_get_visible_child_name (self->pages)));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LegatoWindow *self = LEGATO_WINDOW (widget);

  if (!legato_window_is_on_pages (self))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  legato_window_show_page (LEGATO_WINDOW (widget), g_variant_get_string (parameter, NULL));
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
legato_window_dispose (GObject *object)
{
  LegatoWindow *self = LEGATO_WINDOW (object);

  g_clear_object (&self->flow);
  g_clear_object (&self->settings);
  g_clear_object (&self->routine_actions);
  g_clear_object (&self->context);
  g_clear_object (&self->wide_title);
  g_clear_object (&self->narrow_title);

  G_OBJECT_CLASS (legato_window_parent_class)->dispose (object);
}

static gboolean
legato_window_close_request (GtkWindow *window)
{
  LegatoWindow *self = LEGATO_WINDOW (window);
  GtkWidget *welcome = gtk_stack_get_child_by_name (self->levels, "welcome");
  int width = 0;
  int height = 0;

  if (welcome != NULL)
    legato_welcome_page_keep (LEGATO_WELCOME_PAGE (welcome));
  if (!legato_session_flow_may_close (self->flow))
    return GDK_EVENT_STOP;

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0)
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

  g_type_ensure (LEGATO_TYPE_SCROLL_LAYOUT);
  g_type_ensure (LEGATO_TYPE_SWITCHER_BIN);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, levels);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, trouble_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, trouble_below);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, recovery_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, missed_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, body);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, search_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LegatoWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.full-screen", NULL, full_screen_action);
  legato_window_class_add_actions (widget_class);
}

static void
legato_window_init (LegatoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  /* The tooltip would lie on the menu's first line. */
  g_object_bind_property (gtk_menu_button_get_popover (self->main_menu), "visible", self->main_menu,
                          "has-tooltip", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);

  legato_focus_watch_add (GTK_WINDOW (self));

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

static void
routine_kept_cb (LegatoWindow *self)
{
  legato_window_show_page (self, "routines");
}

/**
 * legato_window_new:
 * @reminders: (nullable): of which the window says what was missed
 *
 * Returns: (transfer none): a window of @application with the pages of @context
 */
LegatoWindow *
legato_window_new (GtkApplication *application, LegatoContext *context, LegatoReminders *reminders)
{
  LegatoWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (legato_context_get_person (context), "failed",
                           G_CALLBACK (person_failed_cb), self, G_CONNECT_SWAPPED);
  self->trouble = GTK_WIDGET (legato_trouble_bar_new (context));
  adw_bin_set_child (self->trouble_slot, self->trouble);

  self->flow =
      legato_session_flow_new (GTK_WINDOW (self), self->levels, self->toasts, self->context);
  g_signal_connect_object (self->levels, "notify::visible-child", G_CALLBACK (level_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "running-changed", G_CALLBACK (place_trouble), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "left", G_CALLBACK (legato_window_show_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "saved", G_CALLBACK (session_saved_cb), self,
                           G_CONNECT_SWAPPED);

  if (reminders != NULL)
    adw_bin_set_child (self->missed_slot, GTK_WIDGET (legato_missed_bar_new (reminders)));
  adw_bin_set_child (self->recovery_slot, legato_session_flow_get_recovery_bar (self->flow));

  self->routine_actions = legato_routine_actions_new (GTK_WINDOW (self), self->toasts,
                                                      legato_context_get_shelf (context));
  g_signal_connect_object (self->routine_actions, "kept", G_CALLBACK (routine_kept_cb), self,
                           G_CONNECT_SWAPPED);

  page_changed_cb (self);
  return self;
}

/** legato_window_open_file: shows what the file of a routine holds, to be kept or not. */
void
legato_window_open_file (LegatoWindow *self, GFile *file)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  legato_routine_actions_open (self->routine_actions, file);
}

static void
welcomed_cb (LegatoWindow *self, GtkWidget *page)
{
  g_settings_set_boolean (self->settings, "welcomed", TRUE);
  legato_window_show_pages (self);
  gtk_stack_remove (self->levels, page);
}

/**
 * legato_window_welcome:
 *
 * Says what this is, unless somebody was told before, or is asked or led through something now.
 */
void
legato_window_welcome (LegatoWindow *self)
{
  GtkWidget *page = NULL;

  g_return_if_fail (LEGATO_IS_WINDOW (self));

  if (g_settings_get_boolean (self->settings, "welcomed") || !legato_window_is_on_pages (self))
    return;
  page = gtk_stack_get_child_by_name (self->levels, "welcome");
  if (page == NULL)
    {
      page = GTK_WIDGET (legato_welcome_page_new (self->context));
      g_signal_connect_object (page, "done", G_CALLBACK (welcomed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->levels, page, "welcome");
    }
  gtk_stack_set_visible_child (self->levels, page);
  legato_welcome_page_focus (LEGATO_WELCOME_PAGE (page));
}

/** legato_window_continue: goes on with the session that was cut off, or says that there is none.
 */
void
legato_window_continue (LegatoWindow *self)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  legato_session_flow_continue (self->flow);
}

/** legato_window_check_in: asks how the legs are, for the journal, unless a session runs. */
void
legato_window_check_in (LegatoWindow *self)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  legato_session_flow_check_in (self->flow);
}

/** legato_window_ask: asks in the journal how the legs are after the last session. */
void
legato_window_ask (LegatoWindow *self)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  if (legato_window_show_page (self, "journal"))
    legato_journal_page_ask (self->journal);
}

/** legato_window_add_entry: opens an entry of the journal to be written, unless a session runs. */
void
legato_window_add_entry (LegatoWindow *self)
{
  g_return_if_fail (LEGATO_IS_WINDOW (self));

  if (!legato_session_flow_is_free (self->flow))
    {
      legato_toasts_say (self->toasts, _ ("You can write an entry when this massage is over."));
      return;
    }
  if (legato_window_show_page (self, "journal"))
    legato_journal_page_add_entry (self->journal);
}

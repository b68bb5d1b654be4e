/* legato-media-bridge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gstdio.h>

#include "legato-drawing.h"
#include "legato-end-notice.h"
#include "legato-map-views.h"
#include "legato-mpris.h"
#include "legato-media-bridge.h"
#include "legato-zone-thumbnail.h"

struct _LegatoMediaBridge
{
  GObject parent_instance;

  /* Borrowed: the window owns this, and the page */
  GtkWindow *window;
  LegatoSessionPage *page;

  /* Owned references */
  LegatoMpris *mpris; /* %NULL without a session bus */
  LegatoMapViews *views;
  GSignalGroup *session_signals;
  GCancellable *drawing;
};

/* A picture that is drawn in a thread. */
typedef struct
{
  LegatoMapArt *art;
  LegatoLeg leg;
  GPtrArray *zones;
  char *style;
  char *path;
} StepPicture;

G_DEFINE_FINAL_TYPE (LegatoMediaBridge, legato_media_bridge, G_TYPE_OBJECT)

static void
step_picture_free (StepPicture *self)
{
  legato_map_art_unref (self->art);
  g_ptr_array_unref (self->zones);
  g_free (self->style);
  g_free (self->path);
  g_free (self);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const StepPicture *picture = data;
  GError *error = NULL;

  if (g_file_test (picture->path, G_FILE_TEST_EXISTS)
      || legato_zone_thumbnail_write (picture->art, picture->leg, picture->zones, picture->style,
                                      picture->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoMediaBridge) self = data;
  const StepPicture *picture = g_task_get_task_data (G_TASK (result));
  g_autofree char *uri = g_filename_to_uri (picture->path, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->mpris != NULL)
        legato_mpris_set_art (self->mpris, uri);
    }
  else
    g_debug ("%s", error->message);
}

/* "left-calf.png", or "left-ankle+soleus+calf.png": no two pictures share a name. */
static char *
dup_path (const LegatoStep *step)
{
  g_autoptr (GString) name = g_string_new (legato_leg_to_id (step->leg));
  g_autofree char *folder =
      g_build_filename (g_get_user_cache_dir (), "legato", "places-" LEGATO_VERSION, NULL);

  for (guint i = 0; i < step->zones->len; i++)
    g_string_append_printf (name, "%c%s", i == 0 ? '-' : '+',
                            ((const LegatoZone *) g_ptr_array_index (step->zones, i))->id);
  g_string_append (name, ".png");
  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name->str, NULL);
}

/* Has the picture of the present step drawn; a step that touches nothing has none. */
static void
draw_art (LegatoMediaBridge *self)
{
  /* A picture that is being drawn holds a reference, so that the page may be gone by now. */
  g_autoptr (LegatoSession) session = g_signal_group_dup_target (self->session_signals);
  g_autoptr (GTask) task = NULL;
  const LegatoStep *step = NULL;
  StepPicture *picture = NULL;
  LegatoView view = LEGATO_VIEW_BACK;

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  if (self->mpris == NULL || session == NULL || !legato_session_is_running (session))
    return;
  step = legato_plan_get_step (legato_session_get_plan (session),
                               (guint) MAX (legato_session_get_step (session), 0));
  if (step->zones->len == 0 || step->leg == LEGATO_LEG_BOTH)
    {
      legato_mpris_set_art (self->mpris, NULL);
      return;
    }

  view = legato_map_views_choose (view, step->zones, step->technique);
  picture = g_new0 (StepPicture, 1);
  picture->art = legato_map_art_ref (legato_map_views_get (self->views, view));
  picture->leg = step->leg;
  picture->zones = g_ptr_array_ref (step->zones);
  picture->style = legato_map_views_load_style ("light", 2, FALSE);
  picture->path = dup_path (step);

  self->drawing = g_cancellable_new ();
  /* Not as its source: the thread may be the last to let go of the task. */
  task = g_task_new (NULL, self->drawing, drawn_cb, g_object_ref (self));
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, picture, (GDestroyNotify) step_picture_free);
  legato_drawing_run (task, draw_in_thread);
}

static gboolean
is_seen (LegatoMediaBridge *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return gtk_window_is_active (self->window) && surface != NULL
         && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) == 0;
}

static void
running_cb (LegatoMediaBridge *self)
{
  LegatoSession *session = legato_session_page_get_session (self->page);
  GApplication *application = G_APPLICATION (gtk_window_get_application (self->window));

  g_signal_group_set_target (self->session_signals, session);
  if (self->mpris != NULL)
    legato_mpris_set_session (self->mpris, session);
  draw_art (self);

  if (application == NULL || session == NULL)
    return;
  if (legato_session_get_state (session) != LEGATO_SESSION_FINISHED)
    legato_end_notice_withdraw (application);
  else if (!is_seen (self) && !legato_session_page_is_left (self->page)
           && legato_session_get_done (session) >= LEGATO_SESSION_LEAST_DONE)
    legato_end_notice_send (application, session);
}

static void
active_cb (LegatoMediaBridge *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (self->window));

  if (application != NULL && gtk_window_is_active (self->window))
    legato_end_notice_withdraw (application);
}

static void
raise_cb (LegatoMediaBridge *self)
{
  gtk_window_present (self->window);
}

/* Closing is what writes down a session that is running. */
static void
quit_cb (LegatoMediaBridge *self)
{
  gtk_window_close (self->window);
}

static void
legato_media_bridge_dispose (GObject *object)
{
  LegatoMediaBridge *self = LEGATO_MEDIA_BRIDGE (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->mpris);
  g_clear_pointer (&self->views, legato_map_views_unref);

  G_OBJECT_CLASS (legato_media_bridge_parent_class)->dispose (object);
}

static void
legato_media_bridge_class_init (LegatoMediaBridgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_media_bridge_dispose;
}

static void
legato_media_bridge_init (LegatoMediaBridge *self)
{
  self->session_signals = g_signal_group_new (LEGATO_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::step", G_CALLBACK (draw_art),
                                  self);
}

/**
 * legato_media_bridge_new:
 * @window: (transfer none): outlives this
 * @page: (transfer none): in @window
 *
 * Returns: (transfer full): what follows the sessions of @page
 */
LegatoMediaBridge *
legato_media_bridge_new (GtkWindow *window, LegatoSessionPage *page, LegatoContext *context)
{
  LegatoMediaBridge *self = NULL;
  GApplication *application = NULL;
  GDBusConnection *connection = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (page), NULL);

  self = g_object_new (LEGATO_TYPE_MEDIA_BRIDGE, NULL);
  self->window = window;
  self->page = page;
  self->views = legato_map_views_ref (legato_context_get_views (context));

  application = G_APPLICATION (gtk_window_get_application (window));
  if (application != NULL && g_application_get_is_registered (application))
    connection = g_application_get_dbus_connection (application);
  if (connection != NULL)
    {
      self->mpris = legato_mpris_new (connection);
      g_signal_connect_object (self->mpris, "raise", G_CALLBACK (raise_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->mpris, "quit", G_CALLBACK (quit_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (page, "notify::running", G_CALLBACK (running_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

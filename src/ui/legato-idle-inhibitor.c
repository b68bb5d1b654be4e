/* legato-idle-inhibitor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-idle-inhibitor.h"

/* One request each: where a desktop cannot keep the machine from suspending, it refuses a request
 * for both, and the screen would go dark. */
static const GtkApplicationInhibitFlags asked_for[] = { GTK_APPLICATION_INHIBIT_IDLE,
                                                        GTK_APPLICATION_INHIBIT_SUSPEND };

struct _LegatoIdleInhibitor
{
  GObject parent_instance;

  /* Borrowed references: they outlive this */
  GtkWindow *window;
  LegatoSessionPage *page;

  guint cookies[G_N_ELEMENTS (asked_for)];
  guint long_pause_s;
  guint long_pause_id;
};

G_DEFINE_FINAL_TYPE (LegatoIdleInhibitor, legato_idle_inhibitor, G_TYPE_OBJECT)

static void
set_awake (LegatoIdleInhibitor *self, gboolean awake)
{
  GtkApplication *application = gtk_window_get_application (self->window);

  if (application == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (asked_for); i++)
    if (awake && self->cookies[i] == 0)
      self->cookies[i] = gtk_application_inhibit (application, self->window, asked_for[i],
                                                  _ ("A massage session is running"));
    else if (!awake && self->cookies[i] != 0)
      {
        gtk_application_uninhibit (application, self->cookies[i]);
        self->cookies[i] = 0;
      }
}

static gboolean
long_pause_cb (gpointer data)
{
  LegatoIdleInhibitor *self = data;

  self->long_pause_id = 0;
  set_awake (self, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
stands_still (LegatoIdleInhibitor *self)
{
  LegatoSession *session = legato_session_page_get_session (self->page);
  LegatoSessionState state = legato_session_get_state (session);

  return state == LEGATO_SESSION_PAUSED || state == LEGATO_SESSION_HURT;
}

/* Nobody can wake the screen with oily hands. */
static void
running_cb (LegatoIdleInhibitor *self)
{
  gboolean running = legato_session_page_is_running (self->page);

  g_clear_handle_id (&self->long_pause_id, g_source_remove);
  set_awake (self, running);
  if (running && stands_still (self))
    self->long_pause_id = g_timeout_add_seconds (self->long_pause_s, long_pause_cb, self);
}

static void
legato_idle_inhibitor_dispose (GObject *object)
{
  LegatoIdleInhibitor *self = LEGATO_IDLE_INHIBITOR (object);

  g_clear_handle_id (&self->long_pause_id, g_source_remove);

  G_OBJECT_CLASS (legato_idle_inhibitor_parent_class)->dispose (object);
}

static void
legato_idle_inhibitor_class_init (LegatoIdleInhibitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_idle_inhibitor_dispose;
}

static void
legato_idle_inhibitor_init (LegatoIdleInhibitor *self)
{
}

/**
 * legato_idle_inhibitor_new:
 * @window: (transfer none): outlives this
 * @page: (transfer none): whose sessions are not to be disturbed; likewise
 * @long_pause_s: a session that stands still for so many seconds lets the screen sleep
 *
 * Returns: (transfer full): what asks the desktop to stay awake while a session of @page runs
 */
LegatoIdleInhibitor *
legato_idle_inhibitor_new (GtkWindow *window, LegatoSessionPage *page, guint long_pause_s)
{
  LegatoIdleInhibitor *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LEGATO_IS_SESSION_PAGE (page), NULL);

  self = g_object_new (LEGATO_TYPE_IDLE_INHIBITOR, NULL);
  self->window = window;
  self->page = page;
  self->long_pause_s = long_pause_s;
  g_signal_connect_object (page, "notify::running", G_CALLBACK (running_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

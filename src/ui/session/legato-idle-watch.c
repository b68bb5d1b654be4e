/* legato-idle-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <math.h>

#include "legato-idle-watch.h"

/* In pixels. A shorter motion is taken for no person: a table may tremble, and GTK reports motion
 * of a pointer at rest whenever something moves below it. */
#define LEAST_MOTION 4.0

struct _LegatoIdleWatch
{
  GObject parent_instance;

  guint seconds;
  guint timeout_id;
  double x;
  double y;
  gboolean active;
  gboolean idle;
};

enum
{
  PROP_0,
  PROP_IDLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoIdleWatch, legato_idle_watch, G_TYPE_OBJECT)

static void
set_idle (LegatoIdleWatch *self, gboolean idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

static gboolean
timeout_cb (gpointer data)
{
  LegatoIdleWatch *self = data;

  self->timeout_id = 0;
  set_idle (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
wake (LegatoIdleWatch *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->active)
    self->timeout_id = g_timeout_add_seconds (self->seconds, timeout_cb, self);
  set_idle (self, FALSE);
}

static void
motion_cb (LegatoIdleWatch *self, double x, double y)
{
  if (hypot (x - self->x, y - self->y) < LEAST_MOTION)
    return;
  self->x = x;
  self->y = y;
  wake (self);
}

static gboolean
event_cb (LegatoIdleWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_SCROLL:
    case GDK_KEY_PRESS:
      wake (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
legato_idle_watch_dispose (GObject *object)
{
  LegatoIdleWatch *self = LEGATO_IDLE_WATCH (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);

  G_OBJECT_CLASS (legato_idle_watch_parent_class)->dispose (object);
}

static void
legato_idle_watch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IDLE:
      g_value_set_boolean (value, LEGATO_IDLE_WATCH (object)->idle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_idle_watch_class_init (LegatoIdleWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_idle_watch_dispose;
  object_class->get_property = legato_idle_watch_get_property;

  /** LegatoIdleWatch:idle: nothing has happened for the time given, while the watch is active */
  properties[PROP_IDLE] =
      g_param_spec_boolean ("idle", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_idle_watch_init (LegatoIdleWatch *self)
{
  self->x = self->y = -LEAST_MOTION;
}

/**
 * legato_idle_watch_new:
 * @page: what is watched; outlives the watch
 * @seconds: how long nothing has to happen
 *
 * Returns: (transfer full): a watch that is not active yet
 */
LegatoIdleWatch *
legato_idle_watch_new (GtkWidget *page, guint seconds)
{
  LegatoIdleWatch *self = NULL;
  GtkEventController *motion = NULL;
  GtkEventController *events = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (seconds > 0, NULL);

  self = g_object_new (LEGATO_TYPE_IDLE_WATCH, NULL);
  self->seconds = seconds;

  motion = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, motion);

  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, events);

  return self;
}

/** legato_idle_watch_set_active: begins to wait, or ends it: what is not watched is not idle */
void
legato_idle_watch_set_active (LegatoIdleWatch *self, gboolean active)
{
  g_return_if_fail (LEGATO_IS_IDLE_WATCH (self));

  if (self->active == active)
    return;
  self->active = active;
  wake (self);
}

gboolean
legato_idle_watch_is_idle (LegatoIdleWatch *self)
{
  g_return_val_if_fail (LEGATO_IS_IDLE_WATCH (self), FALSE);
  return self->idle;
}

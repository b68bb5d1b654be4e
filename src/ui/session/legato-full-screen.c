/* legato-full-screen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-access.h"
#include "legato-full-screen.h"
#include "legato-header-layout.h"
#include "legato-idle-watch.h"

/* Seconds without a touch or a key until header and controls fade away. */
#define IDLE_S 4

struct _LegatoFullScreen
{
  GObject parent_instance;

  /* Borrowed references: the page owns this */
  GtkWidget *page;
  GtkWidget *header;
  GtkButton *button;
  LegatoPlayView *play;
  GtkWindow *window; /* (nullable): that the page is in */

  /* Owned references */
  LegatoIdleWatch *idle;

  gboolean playing;
  gboolean paused;
};

G_DEFINE_FINAL_TYPE (LegatoFullScreen, legato_full_screen, G_TYPE_OBJECT)

/* Header and controls fade by a CSS class and keep their room, so that nothing is laid out anew. */
static void
idle_cb (LegatoFullScreen *self)
{
  gboolean idle = legato_idle_watch_is_idle (self->idle);

  if (idle)
    gtk_widget_add_css_class (self->page, "idle");
  else
    gtk_widget_remove_css_class (self->page, "idle");
  gtk_widget_set_can_target (self->header, !idle);
  legato_play_view_set_controls_usable (self->play, !idle);
  gtk_widget_set_cursor_from_name (self->page, idle ? "none" : NULL);
}

static void
update (LegatoFullScreen *self)
{
  gboolean full = self->window != NULL && gtk_window_is_fullscreen (self->window);
  int height = 0;

  legato_access_set_icon (self->button,
                          full ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  if (legato_header_layout_set_floating (
          LEGATO_HEADER_LAYOUT (gtk_widget_get_layout_manager (self->page)), full && self->playing))
    {
      gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      legato_play_view_set_covered (self->play, full && self->playing ? height : 0);
    }
  legato_idle_watch_set_active (self->idle, full && self->playing && !self->paused);
}

static void
root_cb (LegatoFullScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, update, self);
  self->window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  if (self->window != NULL)
    g_signal_connect_object (self->window, "notify::fullscreened", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
}

static void
legato_full_screen_dispose (GObject *object)
{
  LegatoFullScreen *self = LEGATO_FULL_SCREEN (object);

  g_clear_object (&self->idle);

  G_OBJECT_CLASS (legato_full_screen_parent_class)->dispose (object);
}

static void
legato_full_screen_class_init (LegatoFullScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_full_screen_dispose;
}

static void
legato_full_screen_init (LegatoFullScreen *self)
{
}

/**
 * legato_full_screen_new:
 * @page: laid out by a #LegatoHeaderLayout; it and what is in it outlive this
 * @button: shows by its picture whether the screen is full
 *
 * Returns: (transfer full): what fills the screen with @play when the window of @page does
 */
LegatoFullScreen *
legato_full_screen_new (GtkWidget *page, GtkWidget *header, GtkButton *button, LegatoPlayView *play)
{
  LegatoFullScreen *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (page) && GTK_IS_WIDGET (header), NULL);
  g_return_val_if_fail (GTK_IS_BUTTON (button) && LEGATO_IS_PLAY_VIEW (play), NULL);

  self = g_object_new (LEGATO_TYPE_FULL_SCREEN, NULL);
  self->page = page;
  self->header = header;
  self->button = button;
  self->play = play;
  self->idle = legato_idle_watch_new (page, IDLE_S);
  g_signal_connect_object (self->idle, "notify::idle", G_CALLBACK (idle_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::root", G_CALLBACK (root_cb), self, G_CONNECT_SWAPPED);
  root_cb (self);
  return self;
}

/**
 * legato_full_screen_set_playing:
 * @playing: whether the legs are what the page shows
 * @paused: whether they stand still, so that the controls stay
 */
void
legato_full_screen_set_playing (LegatoFullScreen *self, gboolean playing, gboolean paused)
{
  g_return_if_fail (LEGATO_IS_FULL_SCREEN (self));

  self->playing = playing;
  self->paused = paused;
  update (self);
}

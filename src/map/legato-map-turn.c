/* legato-map-turn.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-turn.h"

/* Long enough to be read as a turn, too short to be waited for; in microseconds. */
#define DURATION 250000.0

/* A view is never squeezed to nothing: a transform must stay invertible. */
#define LEAST_WIDTH 0.02

struct _LegatoMapTurn
{
  GtkWidget *parent; /* borrowed: it owns the turn */
  LegatoMapTurnFunc ended;
  LegatoMapPicture *from; /* the view that turns away; NULL when nothing turns */
  int left;               /* of `from`, in logical pixels */
  int top;                /* likewise */
  double scale;           /* of `from`, in logical pixels a unit */
  graphene_rect_t room;   /* that `from` is larger than; empty if all of it was seen */
  gint64 start;           /* frame time in microseconds; 0 before the first frame */
  double progress;        /* 0 to 1 */
  guint tick;
};

/**
 * legato_map_turn_new:
 * @parent: what is drawn anew while the legs turn
 * @ended: called with @parent when a turn is over or has been stopped
 *
 * Returns: (transfer full)
 */
LegatoMapTurn *
legato_map_turn_new (GtkWidget *parent, LegatoMapTurnFunc ended)
{
  LegatoMapTurn *self = g_new0 (LegatoMapTurn, 1);

  self->parent = parent;
  self->ended = ended;
  return self;
}

static void
clear (LegatoMapTurn *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->parent, self->tick);
  self->tick = 0;
  g_clear_object (&self->from);
}

void
legato_map_turn_free (LegatoMapTurn *self)
{
  clear (self);
  g_free (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LegatoMapTurn *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->start == 0)
    self->start = now;
  self->progress = (double) (now - self->start) / DURATION;
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  g_clear_object (&self->from);
  self->ended (widget);
  return G_SOURCE_REMOVE;
}

/**
 * legato_map_turn_start:
 * @from: the view shown until now
 * @left: where it lies, in logical pixels
 * @top: likewise
 * @scale: how large it is, in logical pixels a unit
 * @room: (nullable): nothing was seen of it beyond this; %NULL if all was seen
 */
void
legato_map_turn_start (LegatoMapTurn *self,
                       LegatoMapPicture *from,
                       int left,
                       int top,
                       double scale,
                       const graphene_rect_t *room)
{
  clear (self);
  self->from = g_object_ref (from);
  self->left = left;
  self->top = top;
  self->room = room != NULL ? *room : GRAPHENE_RECT_INIT (0, 0, 0, 0);
  self->scale = scale;
  self->start = 0;
  self->progress = 0;
  self->tick = gtk_widget_add_tick_callback (self->parent, tick_cb, self, NULL);
}

/** legato_map_turn_stop: shows the new view at once */
void
legato_map_turn_stop (LegatoMapTurn *self)
{
  clear (self);
  self->ended (self->parent);
}

gboolean
legato_map_turn_is_running (const LegatoMapTurn *self)
{
  return self->from != NULL;
}

/* A turn about the upright axis: from its middle on the other side is seen. */
static void
squeeze (LegatoMapTurn *self, GtkSnapshot *snapshot, double part)
{
  float middle = (float) gtk_widget_get_width (self->parent) / 2;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle, 0));
  gtk_snapshot_scale (snapshot, (float) MAX (LEAST_WIDTH, part), 1);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-middle, 0));
}

/** legato_map_turn_begin_snapshot: draws what turns away; all that is drawn until
 * legato_map_turn_end_snapshot() turns into sight */
void
legato_map_turn_begin_snapshot (LegatoMapTurn *self, GtkSnapshot *snapshot)
{
  double angle = CLAMP (self->progress, 0, 1) * G_PI / 2;

  gtk_snapshot_push_opacity (snapshot, cos (angle));
  gtk_snapshot_save (snapshot);
  squeeze (self, snapshot, cos (angle));
  legato_map_picture_snapshot (self->from, snapshot, self->left, self->top, self->scale,
                               self->room.size.width > 0 ? &self->room : NULL);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_opacity (snapshot, sin (angle));
  gtk_snapshot_save (snapshot);
  squeeze (self, snapshot, sin (angle));
}

void
legato_map_turn_end_snapshot (LegatoMapTurn *self, GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

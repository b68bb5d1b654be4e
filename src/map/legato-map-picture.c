/* legato-map-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-map-picture.h"

typedef struct
{
  int width;
  int height;
  int scale;
  char *stylesheet;
} Want;

struct _LegatoMapPicture
{
  GObject parent;

  LegatoMapArt *art;
  Want *want;          /* what is asked for */
  Want *have;          /* what `node` shows */
  GskRenderNode *node; /* one and the same in every frame: GTK then sees that nothing changed */
  gboolean rendering;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoMapPicture, legato_map_picture, G_TYPE_OBJECT)

static Want *
want_new (int width, int height, int scale, const char *stylesheet)
{
  Want *self = g_new (Want, 1);

  *self = (Want){ width, height, scale, g_strdup (stylesheet) };
  return self;
}

static void
want_free (Want *self)
{
  g_free (self->stylesheet);
  g_free (self);
}

static gboolean
want_equal (const Want *a, const Want *b)
{
  return a != NULL && b != NULL && a->width == b->width && a->height == b->height
         && a->scale == b->scale && g_strcmp0 (a->stylesheet, b->stylesheet) == 0;
}

static void
render_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  /* The art is immutable and referenced by the picture, which the task holds. */
  LegatoMapPicture *self = source;
  const Want *want = task_data;
  GError *error = NULL;
  cairo_surface_t *surface = legato_map_art_render (self->art, want->width, want->height,
                                                    want->scale, want->stylesheet, &error);

  if (surface == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void start (LegatoMapPicture *self);

static void
rendered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LegatoMapPicture *self = LEGATO_MAP_PICTURE (object);
  const Want *done = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);

  self->rendering = FALSE;
  if (surface != NULL)
    {
      cairo_t *cr;

      g_clear_pointer (&self->node, gsk_render_node_unref);
      g_clear_pointer (&self->have, want_free);
      self->have = want_new (done->width, done->height, done->scale, done->stylesheet);
      self->node = gsk_cairo_node_new (
          &GRAPHENE_RECT_INIT (0, 0, (float) done->width, (float) done->height));
      cr = gsk_cairo_node_get_draw_context (self->node);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    g_warning ("The leg map could not be drawn: %s", error->message);

  if (self->want != NULL && !want_equal (self->want, done))
    start (self);
}

static void
start (LegatoMapPicture *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, rendered_cb, NULL);

  self->rendering = TRUE;
  g_task_set_task_data (
      task,
      want_new (self->want->width, self->want->height, self->want->scale, self->want->stylesheet),
      (GDestroyNotify) want_free);
  g_task_run_in_thread (task, render_in_thread);
}

static void
legato_map_picture_finalize (GObject *object)
{
  LegatoMapPicture *self = LEGATO_MAP_PICTURE (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->want, want_free);
  g_clear_pointer (&self->have, want_free);
  g_clear_pointer (&self->art, legato_map_art_unref);
  G_OBJECT_CLASS (legato_map_picture_parent_class)->finalize (object);
}

static void
legato_map_picture_class_init (LegatoMapPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_map_picture_finalize;

  /* A new picture is there to be drawn. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_map_picture_init (LegatoMapPicture *self)
{
}

LegatoMapPicture *
legato_map_picture_new (LegatoMapArt *art)
{
  LegatoMapPicture *self = g_object_new (LEGATO_TYPE_MAP_PICTURE, NULL);

  self->art = legato_map_art_ref (art);
  return self;
}

/** legato_map_picture_get_art: (transfer none) */
LegatoMapArt *
legato_map_picture_get_art (LegatoMapPicture *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_PICTURE (self), NULL);

  return self->art;
}

/**
 * legato_map_picture_request:
 * @width: logical pixels
 * @height: logical pixels
 * @scale: device pixels a logical pixel
 *
 * Asks for a rendering; "changed" tells that it is there. Cheap if it is there or on its way. While
 * one is being rendered only the last wish is kept.
 */
void
legato_map_picture_request (LegatoMapPicture *self,
                            int width,
                            int height,
                            int scale,
                            const char *stylesheet)
{
  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  if (want_equal (self->want, &(Want){ width, height, scale, (char *) stylesheet }))
    return;
  g_clear_pointer (&self->want, want_free);
  self->want = want_new (width, height, scale, stylesheet);
  if (!self->rendering && !want_equal (self->want, self->have))
    start (self);
}

/** legato_map_picture_is_ready: whether the picture shown is the one last asked for */
gboolean
legato_map_picture_is_ready (LegatoMapPicture *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_PICTURE (self), FALSE);

  return want_equal (self->want, self->have);
}

/**
 * legato_map_picture_snapshot:
 *
 * Draws the picture @width by @height large; an older one is stretched until the new one is there.
 */
void
legato_map_picture_snapshot (LegatoMapPicture *self,
                             GtkSnapshot *snapshot,
                             double width,
                             double height)
{
  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));

  if (self->node == NULL)
    return;
  if (self->have->width == (int) width && self->have->height == (int) height)
    {
      gtk_snapshot_append_node (snapshot, self->node);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) (width / self->have->width),
                      (float) (height / self->have->height));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

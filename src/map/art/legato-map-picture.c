/* legato-map-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "legato-drawing.h"
#include "legato-map-picture.h"

/* Blocks of memory from this size on go back to the system as soon as they are free. What is
 * smaller is kept at hand: a frame of a window of 600×900 takes 2.2 MB, and would spend more time
 * on fresh pages than on its pixels. */
#define LARGE_BLOCK (5 * 512 * 1024)

/* A part of more device pixels (32 MB) is rendered a little coarser. */
#define MOST_PART_PIXELS (8.0 * 1024 * 1024)

/* A picture of more device pixels (4 MB) is not kept for when it may be wanted again, and is
 * coarser while only its part is looked at. */
#define LARGE_PICTURE_PIXELS (1024.0 * 1024)
#define COARSE 0.3

/* Places step back, and come forth again, within so many microseconds. */
#define FADE 300000.0

/**
 * Want: a rendering
 * @scale: logical pixels a unit of the drawing
 * @area: what is rendered, in logical pixels from the drawing's origin
 * @device_scale: device pixels a logical pixel
 * @is_part: of what is seen while zoomed, not the whole drawing
 * @lit: a bit for the index of each shape that does not step back; 0 if all are seen alike
 * @is_texture: for a renderer that keeps its own copy and stretches that
 * @bare: (nullable): the same before anything stepped back, once there is one: drawing it again
 *   takes a hundred times as long as letting others step back in a copy; not of a large picture
 */
typedef struct
{
  double scale;
  cairo_rectangle_int_t area;
  int device_scale;
  char *stylesheet;
  guint64 lit;
  gboolean is_part;
  gboolean is_texture;
  cairo_surface_t *bare;
  LegatoMapArt *art; /* while it is drawn: that of the picture, which is kept as long */
} Want;

typedef struct
{
  Want *have;          /* what `node` shows */
  GskRenderNode *node; /* one and the same in every frame: GTK then sees that nothing changed */
} Rendering;

typedef struct
{
  Want *want;       /* what is asked for; NULL for nothing */
  Rendering now;    /* what is shown */
  Rendering before; /* what it comes out of, while other places step back */
  gint64 since;     /* the frame in which it began to; 0 before that */
  double progress;  /* of that, 0 to 1 */
  gboolean failed;  /* librsvg cannot draw what is asked for */
} Sheet;

struct _LegatoMapPicture
{
  GObject parent;

  LegatoMapArt *art;
  Sheet whole;
  Sheet part; /* what is seen of it while zoomed */
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
want_copy (const Want *other)
{
  Want *self = g_new (Want, 1);

  *self = *other;
  self->stylesheet = g_strdup (other->stylesheet);
  self->bare = cairo_surface_reference (other->bare);
  return self;
}

static void
want_free (Want *self)
{
  g_clear_pointer (&self->bare, cairo_surface_destroy);
  g_free (self->stylesheet);
  g_free (self);
}

/* Whether they differ only in what steps back. */
static gboolean
want_same_drawing (const Want *a, const Want *b)
{
  return a != NULL && b != NULL && a->scale == b->scale && a->area.x == b->area.x
         && a->area.y == b->area.y && a->area.width == b->area.width
         && a->area.height == b->area.height && a->device_scale == b->device_scale
         && a->is_texture == b->is_texture && g_strcmp0 (a->stylesheet, b->stylesheet) == 0;
}

static gboolean
want_equal (const Want *a, const Want *b)
{
  return want_same_drawing (a, b) && a->lit == b->lit;
}

static gboolean
is_large (const Want *want)
{
  double pixels = (double) want->area.width * want->area.height;

  return pixels * want->device_scale * want->device_scale > LARGE_PICTURE_PIXELS;
}

static void
rendering_clear (Rendering *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->have, want_free);
}

static void
sheet_forget (Sheet *self)
{
  rendering_clear (&self->now);
  rendering_clear (&self->before);
}

static void
sheet_clear (Sheet *self)
{
  sheet_forget (self);
  g_clear_pointer (&self->want, want_free);
}

static gboolean
sheet_is_ready (const Sheet *self)
{
  return self->want == NULL || want_equal (self->want, self->now.have);
}

static GskRenderNode *
create_cairo_node (const graphene_rect_t *bounds, cairo_surface_t *surface)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  /* The better filter costs several frames when the picture is stretched. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
create_texture_node (const graphene_rect_t *bounds, cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
      cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, pixels, stride);

  return gsk_texture_node_new (texture, bounds);
}

static void
sheet_set_surface (Sheet *self, const Want *want, cairo_surface_t *surface)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) want->area.width, (float) want->area.height);

  rendering_clear (&self->before);
  if (self->now.have != NULL && self->now.have->lit != want->lit
      && g_strcmp0 (self->now.have->stylesheet, want->stylesheet) == 0)
    {
      self->before = self->now;
      self->now = (Rendering){ NULL, NULL };
      self->since = 0;
      self->progress = 0;
    }
  rendering_clear (&self->now);
  self->now.have = want_copy (want);
  self->now.node = want->is_texture ? create_texture_node (&bounds, surface)
                                    : create_cairo_node (&bounds, surface);
}

/* Whether it still fades at @time. */
static gboolean
sheet_fade (Sheet *self, gint64 time)
{
  if (self->before.node == NULL)
    return FALSE;
  if (self->since == 0)
    self->since = time;
  self->progress = (double) (time - self->since) / FADE;
  if (self->progress >= 1)
    rendering_clear (&self->before);
  return self->before.node != NULL;
}

/* The wish is taken over. */
static gboolean
sheet_ask (Sheet *self, const Want *want)
{
  if (want_equal (self->want, want))
    return FALSE;
  g_clear_pointer (&self->want, want_free);
  self->want = want_copy (want);
  self->failed = FALSE;
  return TRUE;
}

static gboolean
sheet_is_due (const Sheet *self)
{
  return !self->failed && !sheet_is_ready (self);
}

/* By its bytes: the other thread may be drawing from @surface. */
static cairo_surface_t *
copy_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  double scale_x, scale_y;

  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_set_device_scale (copy, scale_x, scale_y);
  if (cairo_surface_status (copy) == CAIRO_STATUS_SUCCESS)
    memcpy (cairo_image_surface_get_data (copy), cairo_image_surface_get_data (surface),
            (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  cairo_surface_mark_dirty (copy);
  return copy;
}

static void
render_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  /* The art is immutable and referenced by the picture, which the callback lets go of. */
  Want *want = task_data;
  LegatoMapBox part = { want->area.x / want->scale, want->area.y / want->scale,
                        want->area.width / want->scale, want->area.height / want->scale };
  GError *error = NULL;
  cairo_surface_t *surface = cairo_surface_reference (want->bare);

  if (surface == NULL)
    {
      surface =
          legato_map_art_render (want->art, want->is_part ? &part : NULL, want->area.width,
                                 want->area.height, want->device_scale, want->stylesheet, &error);

      /* What librsvg kept of the drawing is several megabytes in small blocks. */
#ifdef __GLIBC__
      malloc_trim (0);
#endif
    }
  if (surface != NULL && !is_large (want))
    {
      g_clear_pointer (&want->bare, cairo_surface_destroy);
      want->bare = surface;
      surface = want->lit != 0 ? copy_surface (surface) : cairo_surface_reference (surface);
    }
  if (surface != NULL && want->lit != 0)
    legato_map_art_step_back (want->art, surface, &part, want->lit);
  if (surface == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static gboolean
is_out_of_style (const Sheet *self)
{
  return self->want != NULL && self->now.have != NULL
         && g_strcmp0 (self->want->stylesheet, self->now.have->stylesheet) != 0;
}

static void start (LegatoMapPicture *self);

static void
rendered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoMapPicture) self = user_data;
  Want *done = g_task_get_task_data (G_TASK (result));
  Sheet *sheet = done->is_part ? &self->part : &self->whole;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);

  self->rendering = FALSE;
  if (surface == NULL)
    {
      g_warning ("The leg map could not be drawn: %s", error->message);
      sheet->failed = want_equal (sheet->want, done);
    }
  /* It may have been given up meanwhile. */
  else if (sheet->want != NULL)
    {
      sheet_set_surface (sheet, done, surface);
      if (is_out_of_style (&self->part))
        sheet_forget (&self->part);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  g_clear_pointer (&surface, cairo_surface_destroy);
  /* Not in the thread, which may be the last to let go of the task. */
  g_clear_pointer (&done->bare, cairo_surface_destroy);
  start (self);
}

/* One at a time, first what is seen. The first and new looks come with the whole drawing, which is
 * there sooner and then stands in for the part. */
static void
start (LegatoMapPicture *self)
{
  gboolean part_first = sheet_is_due (&self->part) && self->whole.now.node != NULL
                        && !(is_out_of_style (&self->part) && sheet_is_due (&self->whole));
  const Sheet *sheet = part_first ? &self->part : &self->whole;
  g_autoptr (GTask) task = NULL;
  Want *want;

  if (self->rendering || !sheet_is_due (sheet))
    return;
  self->rendering = TRUE;
  /* Not as its source: the thread may be the last to let go of the task. */
  task = g_task_new (NULL, NULL, rendered_cb, g_object_ref (self));
  want = want_copy (sheet->want);
  want->art = self->art;
  if (want_same_drawing (want, sheet->now.have))
    want->bare = cairo_surface_reference (sheet->now.have->bare);
  g_task_set_task_data (task, want, (GDestroyNotify) want_free);
  legato_drawing_run (task, render_in_thread);
}

static void
legato_map_picture_finalize (GObject *object)
{
  LegatoMapPicture *self = LEGATO_MAP_PICTURE (object);

  sheet_clear (&self->whole);
  sheet_clear (&self->part);
  g_clear_pointer (&self->art, legato_map_art_unref);
  G_OBJECT_CLASS (legato_map_picture_parent_class)->finalize (object);
}

static void
legato_map_picture_class_init (LegatoMapPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_map_picture_finalize;

  /* Pictures as large as the window come and go, here, in librsvg and in GTK. Left to itself glibc
   * takes the size of the first that is freed for what to keep at hand, in each thread anew: over
   * 20 MB with a large window. */
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt (M_TRIM_THRESHOLD, LARGE_BLOCK);
#endif

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

static cairo_rectangle_int_t
find_whole (const LegatoMapPicture *self, double scale)
{
  return (cairo_rectangle_int_t){
    0,
    0,
    MAX (1, (int) round (legato_map_art_get_width (self->art) * scale)),
    MAX (1, (int) round (legato_map_art_get_height (self->art) * scale)),
  };
}

/**
 * legato_map_picture_request:
 * @scale: logical pixels a unit, for the whole drawing
 * @device_scale: device pixels a logical pixel
 * @as_texture: whether the renderer keeps its own copy of a texture, which the cairo renderer, that
 *   would copy it in each frame, does not
 * @lit: a bit for the index of each shape that does not step back; 0 if all are seen alike
 * @part: (nullable): what is seen while zoomed, in units, of which the drawing may be only a part
 * @part_scale: logical pixels a unit, for @part
 *
 * Asks for a rendering of the whole drawing, and for a sharp one of @part on whole logical pixels
 * from the drawing's origin; "changed" tells that one is there. Cheap if all is there or on its
 * way. While one is being rendered only the last wish is kept.
 */
void
legato_map_picture_request (LegatoMapPicture *self,
                            double scale,
                            int device_scale,
                            gboolean as_texture,
                            const char *stylesheet,
                            guint64 lit,
                            const LegatoMapBox *part,
                            double part_scale)
{
  Want want = { .scale = scale,
                .device_scale = device_scale,
                .is_texture = as_texture,
                .stylesheet = (char *) stylesheet,
                .lit = lit };
  gboolean asked;

  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));
  g_return_if_fail (scale > 0 && device_scale > 0 && (part == NULL || part_scale > 0));

  want.area = find_whole (self, scale);
  if (part != NULL && is_large (&want))
    {
      want.scale *= COARSE;
      want.area = find_whole (self, want.scale);
    }
  asked = sheet_ask (&self->whole, &want);

  if (part != NULL)
    {
      double left = MAX (0, part->x);
      double top = MAX (0, part->y);
      double right = MIN (legato_map_art_get_width (self->art), part->x + part->width);
      double bottom = MIN (legato_map_art_get_height (self->art), part->y + part->height);

      want.is_part = TRUE;
      want.scale =
          MIN (part_scale,
               sqrt (MOST_PART_PIXELS / MAX (1, (right - left) * (bottom - top))) / device_scale);
      want.area.x = (int) floor (left * want.scale);
      want.area.y = (int) floor (top * want.scale);
      want.area.width = MAX (1, (int) ceil (right * want.scale) - want.area.x);
      want.area.height = MAX (1, (int) ceil (bottom * want.scale) - want.area.y);
      asked |= sheet_ask (&self->part, &want);
    }
  else
    sheet_clear (&self->part);
  if (asked)
    start (self);
}

/** legato_map_picture_rest: is not seen any more; what would take much memory is drawn anew then */
void
legato_map_picture_rest (LegatoMapPicture *self)
{
  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));

  sheet_clear (&self->part);
  rendering_clear (&self->whole.before);
  if (self->whole.want != NULL && is_large (self->whole.want))
    sheet_clear (&self->whole);
}

/** legato_map_picture_is_ready: whether all that is shown is what was last asked for */
gboolean
legato_map_picture_is_ready (LegatoMapPicture *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_PICTURE (self), FALSE);

  return self->whole.want != NULL && sheet_is_ready (&self->whole) && sheet_is_ready (&self->part)
         && !legato_map_picture_is_fading (self);
}

/** legato_map_picture_is_fading: whether places are stepping back or coming forth */
gboolean
legato_map_picture_is_fading (LegatoMapPicture *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_PICTURE (self), FALSE);

  return self->whole.before.node != NULL || self->part.before.node != NULL;
}

/**
 * legato_map_picture_fade:
 * @time: of the frame, in microseconds
 *
 * Lets places step back as far as they have to at @time.
 *
 * Returns: whether there is more to come
 */
gboolean
legato_map_picture_fade (LegatoMapPicture *self, gint64 time)
{
  gboolean whole_fades, part_fades;

  g_return_val_if_fail (LEGATO_IS_MAP_PICTURE (self), FALSE);

  whole_fades = sheet_fade (&self->whole, time);
  part_fades = sheet_fade (&self->part, time);
  return whole_fades || part_fades;
}

/** legato_map_picture_end_fade: for who wants no motion, or does not look */
void
legato_map_picture_end_fade (LegatoMapPicture *self)
{
  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));

  rendering_clear (&self->whole.before);
  rendering_clear (&self->part.before);
}

/* The rendering with the drawing's origin at (@left, @top), no larger than @clip. */
static void
append (const Rendering *rendering,
        GtkSnapshot *snapshot,
        double left,
        double top,
        double stretch_x,
        double stretch_y,
        const graphene_rect_t *clip)
{
  if (clip != NULL && (clip->size.width <= 0 || clip->size.height <= 0))
    return;
  if (clip != NULL)
    gtk_snapshot_push_clip (snapshot, clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (left + rendering->have->area.x * stretch_x),
                                      (float) (top + rendering->have->area.y * stretch_y)));
  if (stretch_x != 1 || stretch_y != 1)
    gtk_snapshot_scale (snapshot, (float) stretch_x, (float) stretch_y);
  gtk_snapshot_append_node (snapshot, rendering->node);
  gtk_snapshot_restore (snapshot);
  if (clip != NULL)
    gtk_snapshot_pop (snapshot);
}

/* Where the part lies in the room: whole pixels that it covers, so that no seam is seen. */
static graphene_rect_t
find_part (const Rendering *part, int left, int top, double stretch, const graphene_rect_t *room)
{
  const cairo_rectangle_int_t *area = &part->have->area;
  double x1 = MAX (ceil (left + area->x * stretch), (double) room->origin.x);
  double y1 = MAX (ceil (top + area->y * stretch), (double) room->origin.y);
  double x2 = MIN (floor (left + (area->x + area->width) * stretch),
                   (double) (room->origin.x + room->size.width));
  double y2 = MIN (floor (top + (area->y + area->height) * stretch),
                   (double) (room->origin.y + room->size.height));

  return GRAPHENE_RECT_INIT ((float) x1, (float) y1, (float) MAX (0, x2 - x1),
                             (float) MAX (0, y2 - y1));
}

/* The drawing at (@left, @top), @scale pixels a unit, of which @part, if there is one, is sharp. */
static void
append_both (LegatoMapPicture *self,
             const Rendering *whole,
             const Rendering *part,
             GtkSnapshot *snapshot,
             int left,
             int top,
             double scale,
             const graphene_rect_t *room)
{
  double width = round (legato_map_art_get_width (self->art) * scale) / whole->have->area.width;
  double height = round (legato_map_art_get_height (self->art) * scale) / whole->have->area.height;
  graphene_rect_t sharp = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (room == NULL)
    {
      append (whole, snapshot, left, top, width, height, NULL);
      return;
    }

  if (part->node != NULL)
    {
      double stretch = scale / part->have->scale;

      sharp = find_part (part, left, top, stretch, room);
      append (part, snapshot, left, top, stretch, stretch, &sharp);
    }
  if (sharp.size.width <= 0 || sharp.size.height <= 0)
    append (whole, snapshot, left, top, width, height, room);
  else
    {
      float x1 = room->origin.x, x2 = sharp.origin.x;
      float x3 = sharp.origin.x + sharp.size.width, x4 = room->origin.x + room->size.width;
      float y1 = room->origin.y, y2 = sharp.origin.y;
      float y3 = sharp.origin.y + sharp.size.height, y4 = room->origin.y + room->size.height;
      const graphene_rect_t around[] = {
        GRAPHENE_RECT_INIT (x1, y1, x4 - x1, y2 - y1),
        GRAPHENE_RECT_INIT (x1, y2, x2 - x1, y3 - y2),
        GRAPHENE_RECT_INIT (x3, y2, x4 - x3, y3 - y2),
        GRAPHENE_RECT_INIT (x1, y3, x4 - x1, y4 - y3),
      };

      for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
        append (whole, snapshot, left, top, width, height, &around[i]);
    }
}

/**
 * legato_map_picture_snapshot:
 * @left: of the whole drawing, in logical pixels
 * @top: likewise
 * @scale: logical pixels a unit
 * @room: (nullable): nothing is drawn beyond it; for a drawing that is larger
 *
 * Draws the picture; an older one is stretched until the new one is there.
 */
void
legato_map_picture_snapshot (LegatoMapPicture *self,
                             GtkSnapshot *snapshot,
                             int left,
                             int top,
                             double scale,
                             const graphene_rect_t *room)
{
  const Sheet *whole, *part;

  g_return_if_fail (LEGATO_IS_MAP_PICTURE (self));

  whole = &self->whole;
  part = &self->part;
  if (whole->now.node == NULL)
    return;
  if (!legato_map_picture_is_fading (self))
    {
      append_both (self, &whole->now, &part->now, snapshot, left, top, scale, room);
      return;
    }
  /* Both are transparent where there is no leg, so that one is mixed with the other. */
  gtk_snapshot_push_cross_fade (
      snapshot, part->before.node != NULL && room != NULL ? part->progress : whole->progress);
  append_both (self, whole->before.node != NULL ? &whole->before : &whole->now,
               part->before.node != NULL ? &part->before : &part->now, snapshot, left, top, scale,
               room);
  gtk_snapshot_pop (snapshot);
  append_both (self, &whole->now, &part->now, snapshot, left, top, scale, room);
  gtk_snapshot_pop (snapshot);
}

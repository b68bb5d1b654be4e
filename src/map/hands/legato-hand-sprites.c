/* legato-hand-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-drawing.h"
#include "legato-hand-sprites.h"

/* A hand is painted anew when it has grown by so many device pixels, or turned so far that its tips
 * have moved by about one: then it need only be copied, which costs a tenth of turning its picture.
 */
#define SIZE_STEP 2.0

/* Larger hands, in device pixels, are seen only on a leg brought near, and are stretched. */
#define MOST_PIXELS 640.0

/* A picture that points elsewhere by more than this, in radians, is not shown instead of another.
 */
#define STAND_IN_ANGLE 0.2

/* All that the strokes of one step show. When it is more, the oldest go. */
#define MOST_BYTES (12 * 1024 * 1024)

typedef struct
{
  LegatoFigure figure; /* what it shows, wherever that is */
  int size;            /* in steps of SIZE_STEP */
  int angle;           /* in steps of the tips' width */
  cairo_surface_t *surface;
  GskRenderNode *node; /* the same, its origin at the place that touches */
  int x, y;            /* in the surface, of the place that touches */
} Sprite;

/* A hand that is painted in a thread, with what that needs. */
typedef struct
{
  LegatoHandSprites *sprites; /* %NULL once they are gone */
  Sprite sprite;
  guint tone;
} Painting;

/* What lies on the skin, which often looks the same for a while. */
typedef struct
{
  GBytes *key;
  GskRenderNode *node;
} Kept;

struct _LegatoHandSprites
{
  Kept kept[LEGATO_HAND_SPRITES_KEPT];
  LegatoHandMasks *masks;
  GArray *sprites;    /* Sprite */
  gsize bytes;        /* of their surfaces */
  Painting *painting; /* what is being painted; %NULL for nothing */
  LegatoHandSpritesFunc painted;
  gpointer painted_data;
  double device_scale;
  guint tone;
};

static void
clear_sprite (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_clear_pointer (&sprite->node, gsk_render_node_unref);
}

static void
clear_kept (Kept *kept)
{
  g_clear_pointer (&kept->key, g_bytes_unref);
  g_clear_pointer (&kept->node, gsk_render_node_unref);
}

/** legato_hand_sprites_new: (transfer full) */
LegatoHandSprites *
legato_hand_sprites_new (void)
{
  LegatoHandSprites *self = g_new0 (LegatoHandSprites, 1);

  self->sprites = g_array_new (FALSE, FALSE, sizeof (Sprite));
  g_array_set_clear_func (self->sprites, clear_sprite);
  self->masks = legato_hand_masks_new ();
  self->device_scale = 1;
  return self;
}

void
legato_hand_sprites_free (LegatoHandSprites *self)
{
  legato_hand_masks_free (self->masks);
  g_array_unref (self->sprites);
  for (gsize i = 0; i < LEGATO_HAND_SPRITES_KEPT; i++)
    clear_kept (&self->kept[i]);
  if (self->painting != NULL)
    self->painting->sprites = NULL;
  g_free (self);
}

static void
forget (LegatoHandSprites *self)
{
  g_array_set_size (self->sprites, 0);
  self->bytes = 0;
  for (gsize i = 0; i < LEGATO_HAND_SPRITES_KEPT; i++)
    clear_kept (&self->kept[i]);
}

/**
 * legato_hand_sprites_set_painted_func:
 * @func: (nullable): called when a hand has been painted that was to be seen
 *
 * With it legato_hand_sprites_snapshot() paints no hand itself for which a like one can stand in
 * for a moment: a thread does, since a large hand takes longer than a frame may.
 */
void
legato_hand_sprites_set_painted_func (LegatoHandSprites *self,
                                      LegatoHandSpritesFunc func,
                                      gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->painting == NULL);

  self->painted = func;
  self->painted_data = user_data;
}

/** legato_hand_sprites_set_style: @device_scale: device pixels a unit of what is drawn on; @tone:
 * of the skin, 1 to 4 */
void
legato_hand_sprites_set_style (LegatoHandSprites *self, double device_scale, guint tone)
{
  g_return_if_fail (self != NULL && device_scale > 0);

  if (self->tone != tone)
    forget (self);
  self->tone = tone;
  self->device_scale = device_scale;
  legato_hand_masks_set_scale (self->masks, device_scale);
}

/** legato_hand_sprites_get_skin: (transfer none): of the tone that hands are painted in */
const LegatoSkin *
legato_hand_sprites_get_skin (const LegatoHandSprites *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return legato_skin_get (self->tone);
}

/** legato_hand_sprites_get_masks: (transfer none): at the same scale */
LegatoHandMasks *
legato_hand_sprites_get_masks (LegatoHandSprites *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->masks;
}

/* Radians a step of its angle. */
static double
get_turn (int size)
{
  return 2 / (size * SIZE_STEP);
}

/* Whether something is painted in a row or, with @step from row to row, a column of pixels. */
static gboolean
has_ink (const guint8 *pixel, int n, int step)
{
  for (int i = 0; i < n; i++, pixel += step)
    if (*(const guint32 *) (gconstpointer) pixel != 0)
      return TRUE;
  return FALSE;
}

/* A hand that points aside fills half of its upright box: all of that would be painted anew in each
 * frame. */
static void
trim (Sprite *sprite)
{
  cairo_surface_t *whole = sprite->surface;
  const guint8 *pixels;
  int row = cairo_image_surface_get_stride (whole);
  int left = 0, top = 0;
  int right = cairo_image_surface_get_width (whole);
  int bottom = cairo_image_surface_get_height (whole);
  cairo_t *cr;

  cairo_surface_flush (whole);
  pixels = cairo_image_surface_get_data (whole);
  while (bottom > 1 && !has_ink (pixels + (bottom - 1) * row, right, 4))
    bottom--;
  while (top < bottom - 1 && !has_ink (pixels + top * row, right, 4))
    top++;
  while (right > 1 && !has_ink (pixels + top * row + (right - 1) * 4, bottom - top, row))
    right--;
  while (left < right - 1 && !has_ink (pixels + top * row + left * 4, bottom - top, row))
    left++;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, right - left, bottom - top);
  sprite->x -= left;
  sprite->y -= top;
  cr = cairo_create (sprite->surface);
  cairo_set_source_surface (cr, whole, -left, -top);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
}

/* Fills the surface of @sprite, in any thread. */
static void
paint_sprite (Sprite *sprite, guint tone)
{
  sprite->surface =
      legato_figure_paint (&sprite->figure, sprite->size * SIZE_STEP / LEGATO_HAND_LENGTH,
                           sprite->angle * get_turn (sprite->size), tone, &sprite->x, &sprite->y);
  trim (sprite);
}

static gsize
count_bytes (const Sprite *sprite)
{
  return (gsize) cairo_image_surface_get_width (sprite->surface)
         * (gsize) cairo_image_surface_get_height (sprite->surface) * 4;
}

/* Takes what has been painted. */
static Sprite *
keep_sprite (LegatoHandSprites *self, Sprite sprite)
{
  guint n_old = 0;

  self->bytes += count_bytes (&sprite);
  while (self->bytes > MOST_BYTES && n_old < self->sprites->len)
    self->bytes -= count_bytes (&g_array_index (self->sprites, Sprite, n_old++));
  g_array_remove_range (self->sprites, 0, n_old);
  g_array_append_val (self->sprites, sprite);
  return &g_array_index (self->sprites, Sprite, self->sprites->len - 1);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Painting *painting = data;

  paint_sprite (&painting->sprite, painting->tone);
  g_task_return_boolean (task, TRUE);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Painting *painting = data;
  LegatoHandSprites *self = painting->sprites;

  if (self != NULL)
    self->painting = NULL;
  if (self != NULL && self->tone == painting->tone)
    keep_sprite (self, painting->sprite);
  else
    clear_sprite (&painting->sprite);
  if (self != NULL)
    self->painted (self->painted_data);
  g_free (painting);
}

/* One at a time: hands that are no longer wanted are not painted at all. */
static void
start_painting (LegatoHandSprites *self, const Sprite *wanted)
{
  g_autoptr (GTask) task = NULL;

  if (self->painting != NULL)
    return;
  self->painting = g_new (Painting, 1);
  *self->painting = (Painting){ self, *wanted, self->tone };
  task = g_task_new (NULL, NULL, painted_cb, self->painting);
  g_task_set_task_data (task, self->painting, NULL);
  legato_drawing_run (task, paint_in_thread);
}

static gboolean
is_same_shape (const LegatoFigure *a, const LegatoFigure *b)
{
  return a->is_tool == b->is_tool && a->mirrored == b->mirrored && a->lift == b->lift
         && a->part == b->part
         && (a->is_tool ? a->tool == b->tool : a->pose == b->pose && a->to == b->to);
}

/**
 * legato_hand_sprites_find_kept:
 * @slot: under %LEGATO_HAND_SPRITES_KEPT
 * @key: (array length=size): all that the picture depends on but the tone
 *
 * Returns: (transfer none) (nullable): what was last kept in this slot, if it was for the same
 */
GskRenderNode *
legato_hand_sprites_find_kept (LegatoHandSprites *self, guint slot, gconstpointer key, gsize size)
{
  const Kept *kept = &self->kept[slot];
  gsize n;
  gconstpointer own = kept->key != NULL ? g_bytes_get_data (kept->key, &n) : NULL;

  return own != NULL && n == size && memcmp (own, key, size) == 0 ? kept->node : NULL;
}

/** legato_hand_sprites_keep: @node: (transfer full): a picture that may be wanted once more */
void
legato_hand_sprites_keep (LegatoHandSprites *self,
                          guint slot,
                          gconstpointer key,
                          gsize size,
                          GskRenderNode *node)
{
  clear_kept (&self->kept[slot]);
  self->kept[slot] = (Kept){ g_bytes_new (key, size), node };
}

/* What a figure is to be painted for. */
static Sprite
describe (LegatoHandSprites *self, const LegatoFigure *figure)
{
  double pixels = MIN (MOST_PIXELS, figure->size * LEGATO_HAND_LENGTH * self->device_scale);
  int size = MAX (1, (int) round (pixels / SIZE_STEP));
  double angle = atan2 (figure->direction.x, -figure->direction.y);

  return (
      Sprite){ .figure = *figure, .size = size, .angle = (int) round (angle / get_turn (size)) };
}

/* How far a picture is from the one that is wanted; more than anything for another hand. */
static double
rate_stand_in (const Sprite *sprite, const Sprite *wanted)
{
  const LegatoFigure *a = &sprite->figure, *b = &wanted->figure;
  double angle =
      fabs (sprite->angle * get_turn (sprite->size) - wanted->angle * get_turn (wanted->size));

  if (a->is_tool != b->is_tool || a->mirrored != b->mirrored
      || (a->is_tool ? a->tool != b->tool : a->pose != b->pose || a->to != b->to)
      || angle > STAND_IN_ANGLE)
    return G_MAXDOUBLE;
  return angle / STAND_IN_ANGLE + abs (a->part - b->part) + abs (a->lift - b->lift)
         + fabs (log ((double) sprite->size / wanted->size));
}

/* The picture of @figure. If that has to be painted first, and there is one that is much like it,
 * @may_wait lets this one stand in until the other is ready. */
static Sprite *
find_sprite (LegatoHandSprites *self, const LegatoFigure *figure, gboolean may_wait)
{
  Sprite wanted = describe (self, figure);
  Sprite *stand_in = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->sprites->len; i++)
    {
      Sprite *sprite = &g_array_index (self->sprites, Sprite, i);

      if (sprite->size == wanted.size && sprite->angle == wanted.angle
          && is_same_shape (&sprite->figure, figure))
        return sprite;
    }
  for (guint i = 0; may_wait && self->painted != NULL && i < self->sprites->len; i++)
    {
      Sprite *sprite = &g_array_index (self->sprites, Sprite, i);
      double rate = rate_stand_in (sprite, &wanted);

      if (rate < best)
        {
          best = rate;
          stand_in = sprite;
        }
    }
  if (stand_in != NULL)
    {
      start_painting (self, &wanted);
      return stand_in;
    }
  paint_sprite (&wanted, self->tone);
  return keep_sprite (self, wanted);
}

/* The better filter costs much when the camera moves away. */
static void
paint (cairo_t *cr)
{
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
}

/* How much larger than its picture @sprite the figure is to be seen: 1 but for the largest, and for
 * what another size stands in for. */
static double
get_stretch (LegatoHandSprites *self, const Sprite *sprite, const LegatoFigure *figure)
{
  double pixels = figure->size * LEGATO_HAND_LENGTH * self->device_scale;
  double own = sprite->size * SIZE_STEP;

  return fabs (pixels - own) <= SIZE_STEP ? 1 : pixels / own;
}

/** legato_hand_sprites_set_source: makes the picture of @figure at its place the source of @cr,
 * which is in units of the drawing */
void
legato_hand_sprites_set_source (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure)
{
  const Sprite *sprite = find_sprite (self, figure, FALSE);
  double stretch = get_stretch (self, sprite, figure);
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_scale (cr, 1 / self->device_scale, 1 / self->device_scale);
  cairo_translate (cr, round (figure->at.x * self->device_scale),
                   round (figure->at.y * self->device_scale));
  cairo_scale (cr, stretch, stretch);
  cairo_set_source_surface (cr, sprite->surface, -sprite->x, -sprite->y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_set_matrix (cr, &before);
}

/**
 * legato_hand_sprites_draw:
 * @cr: whose origin lies on a whole device pixel
 * @figure: moved to the nearest device pixel
 *
 * Paints a hand or a tool; a hand casts a shadow, the farther and fainter the higher it is.
 */
void
legato_hand_sprites_draw (LegatoHandSprites *self, cairo_t *cr, const LegatoFigure *figure)
{
  cairo_save (cr);
  legato_figure_clip (figure, cr);
  legato_hand_sprites_set_source (self, cr, figure);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The same as legato_figure_clip() until what it pushed is popped and what it saved restored. */
static void
push_cut (LegatoHandSprites *self, GtkSnapshot *snapshot, const LegatoFigure *figure, double unit)
{
  float angle = (float) (atan2 (figure->out.y, figure->out.x) * 180 / G_PI);
  float x = (float) (figure->edge.x * self->device_scale * unit);
  float y = (float) (figure->edge.y * self->device_scale * unit);
  float far = (float) (LEGATO_FIGURE_FAR * self->device_scale * unit);
  float broad = (float) (legato_figure_get_breadth (figure) * self->device_scale * unit);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, angle);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, -far, broad, 2 * far));
  gtk_snapshot_rotate (snapshot, -angle);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-x, -y));
}

/**
 * legato_hand_sprites_snapshot:
 * @snapshot: in logical pixels, its origin on a whole one
 * @device_scale: device pixels a logical pixel
 *
 * The same as a node that stays one and the same wherever the figure goes.
 */
void
legato_hand_sprites_snapshot (LegatoHandSprites *self,
                              GtkSnapshot *snapshot,
                              const LegatoFigure *figure,
                              int device_scale)
{
  Sprite *sprite = find_sprite (self, figure, TRUE);
  float stretch = (float) get_stretch (self, sprite, figure);
  float unit = 1 / (float) device_scale;

  if (sprite->node == NULL)
    {
      cairo_t *cr;

      sprite->node = gsk_cairo_node_new (
          &GRAPHENE_RECT_INIT ((float) -sprite->x * unit, (float) -sprite->y * unit,
                               (float) cairo_image_surface_get_width (sprite->surface) * unit,
                               (float) cairo_image_surface_get_height (sprite->surface) * unit));
      cr = gsk_cairo_node_get_draw_context (sprite->node);
      cairo_scale (cr, (double) unit, (double) unit);
      cairo_set_source_surface (cr, sprite->surface, -sprite->x, -sprite->y);
      paint (cr);
      cairo_destroy (cr);
    }
  if (legato_figure_is_cut (figure))
    push_cut (self, snapshot, figure, (double) unit);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) round (figure->at.x * self->device_scale) * unit,
                                      (float) round (figure->at.y * self->device_scale) * unit));
  if (stretch != 1)
    gtk_snapshot_scale (snapshot, stretch, stretch);
  gtk_snapshot_append_node (snapshot, sprite->node);
  gtk_snapshot_restore (snapshot);
  if (legato_figure_is_cut (figure))
    {
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_restore (snapshot);
    }
}

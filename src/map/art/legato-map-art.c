/* legato-map-art.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-id-buffer.h"
#include "legato-map-art.h"
#include "legato-map-reader.h"
#include "legato-pen.h"
#include "legato-svg.h"

/* How much of its colour is left to what is not meant. */
#define STEPPED_BACK 0.5

struct _LegatoMapArt
{
  char *name;
  GBytes *svg;
  LegatoView view;
  LegatoMapContent *content;
  LegatoIdBuffer *ids;
};

/**
 * legato_map_art_new:
 * @name: of the file, for error messages
 * @svg: the drawing; groups art, overlay-veins, zones, strokes as CONTRIBUTING.md tells
 * @view: which view it must be
 * @zones: (element-type LegatoZone): of the guide, which must outlive the art
 *
 * Reads a drawing and checks it: every zone that the guide puts in @view is there for both legs,
 * closed and on the sheet; every stroke is open and of a zone and technique that belong together.
 *
 * Returns: (transfer full): the art, or %NULL with #LEGATO_MAP_ERROR set; the message names file
 *   and element
 */
LegatoMapArt *
legato_map_art_new (const char *name,
                    GBytes *svg,
                    LegatoView view,
                    GPtrArray *zones,
                    GError **error)
{
  g_autoptr (LegatoMapContent) content = NULL;
  g_autoptr (LegatoIdBuffer) ids = NULL;
  LegatoMapArt *self;

  g_return_val_if_fail (name != NULL && svg != NULL && zones != NULL, NULL);

  content = legato_map_reader_read (name, svg, view, zones, error);
  if (content == NULL)
    return NULL;

  ids = legato_id_buffer_new (content->width, content->height, content->shapes);
  legato_id_buffer_find_centres (ids, content->shapes);
  for (guint i = 0; i < content->shapes->len; i++)
    {
      const LegatoMapShape *shape = g_ptr_array_index (content->shapes, i);

      if (shape->room > 0)
        continue;
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "%s: \"zone-%s-%s\": the zone is hidden or too small to be pointed at", name,
                   legato_leg_to_id (shape->leg), shape->zone->id);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (LegatoMapArt);
  self->name = g_strdup (name);
  self->svg = g_bytes_ref (svg);
  self->view = view;
  self->content = g_steal_pointer (&content);
  self->ids = g_steal_pointer (&ids);
  return self;
}

LegatoMapArt *
legato_map_art_ref (LegatoMapArt *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LegatoMapArt *self = data;

  g_free (self->name);
  g_bytes_unref (self->svg);
  legato_map_content_free (self->content);
  legato_id_buffer_free (self->ids);
}

void
legato_map_art_unref (LegatoMapArt *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static LegatoLeg
find_other (LegatoLeg leg)
{
  return leg == LEGATO_LEG_LEFT ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT;
}

/** legato_map_art_exchange_legs: calls the left leg the right one and the other way round, which
 * shows both as who looks down at their own sees them; for a drawing that nobody else has yet */
void
legato_map_art_exchange_legs (LegatoMapArt *self)
{
  LegatoMapPath **silhouettes;
  LegatoMapPath *left;

  g_return_if_fail (self != NULL);

  silhouettes = self->content->silhouettes;
  left = silhouettes[0];
  silhouettes[0] = silhouettes[1];
  silhouettes[1] = left;
  for (guint i = 0; i < self->content->shapes->len; i++)
    {
      LegatoMapShape *shape = g_ptr_array_index (self->content->shapes, i);

      shape->leg = find_other (shape->leg);
    }
  for (guint i = 0; i < self->content->strokes->len; i++)
    {
      LegatoMapStroke *stroke = g_ptr_array_index (self->content->strokes, i);

      stroke->leg = find_other (stroke->leg);
    }
}

LegatoView
legato_map_art_get_view (const LegatoMapArt *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_VIEW_FRONT);

  return self->view;
}

/** Returns: whether a leg is seen from one of its sides: only then its front and its back are edges
 */
gboolean
legato_map_art_is_from_side (const LegatoMapArt *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->view & (LEGATO_VIEW_OUTER | LEGATO_VIEW_INNER)) != 0;
}

/** legato_map_art_get_width: width of the drawing in units */
double
legato_map_art_get_width (const LegatoMapArt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content->width;
}

/** legato_map_art_get_height: height of the drawing in units, %LEGATO_DRAWING_HEIGHT where it shows
 * whole legs */
double
legato_map_art_get_height (const LegatoMapArt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content->height;
}

/** legato_map_art_get_silhouette: @leg: one leg: all that is seen of it, places or not, in units */
const LegatoMapPath *
legato_map_art_get_silhouette (const LegatoMapArt *self, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content->silhouettes[leg == LEGATO_LEG_LEFT ? 0 : 1];
}

guint
legato_map_art_get_n_shapes (const LegatoMapArt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content->shapes->len;
}

/** legato_map_art_get_shape: (transfer none): the zone of one leg with this index */
const LegatoMapShape *
legato_map_art_get_shape (const LegatoMapArt *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->content->shapes->len, NULL);

  return g_ptr_array_index (self->content->shapes, index);
}

/** legato_map_art_find_shape: index of the zone of this leg, -1 if the view does not show it */
int
legato_map_art_find_shape (const LegatoMapArt *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->content->shapes->len; i++)
    {
      const LegatoMapShape *shape = g_ptr_array_index (self->content->shapes, i);

      if (shape->leg == leg && shape->zone == zone)
        return (int) i;
    }
  return -1;
}

/**
 * legato_map_art_pick:
 * @x: in units
 * @y: in units, down
 * @reach: how far off a zone may be and still be meant, in units; 0 for exactly there
 *
 * Returns: index of the shape at or nearest to that place, -1 if there is none
 */
int
legato_map_art_pick (const LegatoMapArt *self, double x, double y, double reach)
{
  g_return_val_if_fail (self != NULL, -1);

  return legato_id_buffer_pick (self->ids, x, y, reach);
}

LegatoMapLine *
legato_map_art_find_stroke (const LegatoMapArt *self,
                            LegatoLeg leg,
                            const LegatoZone *zone,
                            const char *technique)
{
  g_return_val_if_fail (self != NULL && technique != NULL, NULL);

  for (guint i = 0; i < self->content->strokes->len; i++)
    {
      const LegatoMapStroke *stroke = g_ptr_array_index (self->content->strokes, i);

      if (stroke->leg == leg && stroke->zone == zone
          && g_strcmp0 (stroke->technique->id, technique) == 0)
        return stroke->path;
    }
  return NULL;
}

/**
 * legato_map_art_render:
 * @part: (nullable): what to draw, in units, stretched to the picture; %NULL for all
 * @width: of the picture in logical pixels
 * @height: likewise
 * @scale: device pixels a logical pixel
 * @stylesheet: (nullable): CSS for the drawing's classes
 *
 * Draws the view without zones and strokes. Takes tens of milliseconds; may be called in any
 * thread.
 *
 * Returns: (transfer full): an image surface with its device scale set, or %NULL with
 *   #LEGATO_MAP_ERROR set
 */
cairo_surface_t *
legato_map_art_render (const LegatoMapArt *self,
                       const LegatoMapBox *part,
                       int width,
                       int height,
                       int scale,
                       const char *stylesheet,
                       GError **error)
{
  LegatoMapBox all;
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL && width > 0 && height > 0 && scale > 0, NULL);

  all = (LegatoMapBox){ 0, 0, self->content->width, self->content->height };
  surface = legato_svg_render (self->svg, part != NULL ? part : &all, stylesheet, width, height,
                               scale, error);
  if (surface == NULL)
    g_prefix_error (error, "%s: ", self->name);
  return surface;
}

/**
 * legato_map_art_step_back:
 * @surface: an image that legato_map_art_render() has made of @part
 * @lit: a bit for the index of each shape that stays as it is
 *
 * Lets all but the zones of @lit pale toward whatever lies behind the picture.
 */
void
legato_map_art_step_back (const LegatoMapArt *self,
                          cairo_surface_t *surface,
                          const LegatoMapBox *part,
                          guint64 lit)
{
  double device_scale;
  cairo_t *cr;

  g_return_if_fail (self != NULL && surface != NULL && part != NULL);

  cairo_surface_get_device_scale (surface, &device_scale, NULL);
  cr = cairo_create (surface);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / (device_scale * part->width),
               cairo_image_surface_get_height (surface) / (device_scale * part->height));
  cairo_translate (cr, -part->x, -part->y);
  /* The zones do not overlap: what lies in one is cut out of the rest. */
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  for (guint i = 0; i < self->content->shapes->len; i++)
    if (lit == G_GUINT64_CONSTANT (1) << i)
      legato_pen_round_outline (cr, legato_map_art_get_shape (self, i)->outline);
    else if ((lit >> i & 1) != 0)
      legato_pen_outline (cr, legato_map_art_get_shape (self, i)->outline);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 1 - STEPPED_BACK);
  cairo_fill (cr);
  cairo_destroy (cr);
}

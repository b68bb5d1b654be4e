/* legato-hand-route.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-hand-route.h"
#include "legato-map-views.h"

/* Hands rise and come down over so much of their way, in units. */
#define RISES 40.0

typedef struct
{
  LegatoMapLine *path;
  double start; /* length of all before, units */
  double length;
  gboolean lifted; /* crossed through the air */
} Piece;

struct _LegatoHandRoute
{
  GArray *pieces; /* Piece */
  double length;
  LegatoMapBox box;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  legato_map_line_unref (piece->path);
}

static void
append (LegatoHandRoute *self, LegatoMapLine *path, gboolean lifted)
{
  Piece piece = { legato_map_line_ref (path), self->length, legato_map_line_get_length (path),
                  lifted };
  LegatoMapBox box = legato_map_line_get_box (path);

  self->box = self->pieces->len == 0 ? box : legato_map_box_union (self->box, box);
  g_array_append_val (self->pieces, piece);
  self->length += piece.length;
}

/* Whether a zone of this view lies between @below and @above that the step does not touch. */
static gboolean
skips_a_zone (const LegatoMapArt *art,
              GPtrArray *all_zones,
              const LegatoZone *below,
              const LegatoZone *above)
{
  for (guint i = 0; i < all_zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (all_zones, i);

      if (zone->rank > below->rank && zone->rank < above->rank
          && (zone->views & legato_map_art_get_view (art)) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_joint (LegatoHandRoute *self, LegatoMapLine *next, gboolean skips)
{
  const Piece *last = &g_array_index (self->pieces, Piece, self->pieces->len - 1);
  LegatoMapPoint from, to;
  g_autoptr (LegatoMapLine) joint = NULL;

  legato_map_line_get_point (last->path, 1, &from, NULL);
  legato_map_line_get_point (next, 0, &to, NULL);
  joint = legato_map_line_new_line (from, to);
  /* Hands never drag downward: where the next stroke begins lower they go there in the air. */
  if (joint != NULL)
    append (self, joint, skips || to.y > from.y);
}

/* The glide of the hands on @zone, over which a stroke of the whole leg goes. */
static const LegatoTechnique *
find_glide (const LegatoZone *zone)
{
  for (guint i = 0; i < zone->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (zone->uses, i);

      if (use->technique->kind == LEGATO_TECHNIQUE_HANDS
          && use->technique->stroke == LEGATO_STROKE_GLIDE)
        return use->technique;
    }
  return NULL;
}

static LegatoMapLine *
find_path (const LegatoMapArt *art,
           LegatoLeg leg,
           const LegatoZone *zone,
           const LegatoTechnique *technique,
           gboolean whole_leg)
{
  LegatoMapLine *own = legato_map_art_find_stroke (art, leg, zone, technique->id);
  const LegatoTechnique *gliding = find_glide (zone);
  LegatoMapLine *glide =
      gliding != NULL ? legato_map_art_find_stroke (art, leg, zone, gliding->id) : NULL;

  return (whole_leg && glide != NULL) || own == NULL ? glide : own;
}

/* Whether the view shows what is done on @zone: of a step over several places all that it shows of
 * them, but no sleeve from below. */
static gboolean
is_seen (const LegatoMapArt *art,
         const LegatoZone *zone,
         const LegatoTechnique *technique,
         gboolean whole_leg)
{
  gboolean asked = !whole_leg || technique->shape == LEGATO_TOOL_SLEEVE;

  return legato_map_views_is_seen (legato_map_art_get_view (art), zone, asked ? technique : NULL);
}

/* Whether @technique, done on @zone alone, only passes above it. */
static gboolean
is_passed_over (const LegatoZone *zone, const LegatoTechnique *technique)
{
  const LegatoUse *use = legato_zone_find_use (zone, technique);

  return use != NULL && use->lifted;
}

/**
 * legato_hand_route_new:
 * @all_zones: (element-type LegatoZone): of the guide
 * @zones: (element-type LegatoZone): of the step, distal to proximal
 *
 * One zone: the stroke of @technique there, in the air if hands only pass above. Several: the
 * glides of those seen in this view, joined by straight pieces; what lies between and is not
 * touched is crossed in the air, as is what the hands lift over on the side of the leg that is not
 * seen.
 *
 * Returns: (transfer full) (nullable): the route, %NULL if the view shows none of it or, of what is
 *   done on a single place, if it is seen from another side only: a ball is under the foot
 */
LegatoHandRoute *
legato_hand_route_new (const LegatoMapArt *art,
                       GPtrArray *all_zones,
                       LegatoLeg leg,
                       GPtrArray *zones,
                       const LegatoTechnique *technique)
{
  g_autoptr (LegatoHandRoute) self = g_new0 (LegatoHandRoute, 1);
  const LegatoZone *below = NULL, *over = NULL;

  g_return_val_if_fail (art != NULL && zones != NULL && technique != NULL, NULL);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      gboolean whole_leg = zones->len > 1;
      LegatoMapLine *path = is_seen (art, zone, technique, whole_leg)
                                ? find_path (art, leg, zone, technique, whole_leg)
                                : NULL;

      if (path == NULL)
        {
          over = zone->lift_over ? zone : over;
          continue;
        }
      if (below != NULL)
        append_joint (self, path,
                      skips_a_zone (art, all_zones, below, zone)
                          || (over != NULL && zone->from > over->from));
      over = NULL;
      append (self, path, whole_leg ? zone->lift_over : is_passed_over (zone, technique));
      below = zone;
    }
  return self->pieces->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
legato_hand_route_free (LegatoHandRoute *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

/** legato_hand_route_get_length: in units of the drawing */
double
legato_hand_route_get_length (const LegatoHandRoute *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/** legato_hand_route_get_box: extents, without any line width */
LegatoMapBox
legato_hand_route_get_box (const LegatoHandRoute *self)
{
  g_return_val_if_fail (self != NULL, (LegatoMapBox){ 0 });

  return self->box;
}

/**
 * legato_hand_route_get_point:
 * @fraction: of the route, 0 (most distal) to 1 (most proximal); clamped
 * @tangent: (out) (optional): direction of travel, of length 1
 *
 * Returns: whether the hand touches the leg there
 */
gboolean
legato_hand_route_get_point (const LegatoHandRoute *self,
                             double fraction,
                             LegatoMapPoint *point,
                             LegatoMapPoint *tangent)
{
  double along;
  const Piece *piece = NULL;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  along = CLAMP (fraction, 0, 1) * self->length;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      piece = &g_array_index (self->pieces, Piece, i);
      if (along < piece->start + piece->length)
        break;
    }
  legato_map_line_get_point (piece->path, (along - piece->start) / piece->length, point, tangent);
  return !piece->lifted;
}

/**
 * legato_hand_route_get_lift:
 * @fraction: of the route; clamped
 *
 * Returns: how far hands have risen there on their way through the air: 0 where they touch the leg,
 * 1 from a little way off, and where they come out of the air or go on in it
 */
double
legato_hand_route_get_lift (const LegatoHandRoute *self, double fraction)
{
  double along, begin = -RISES;

  g_return_val_if_fail (self != NULL, 0);

  along = CLAMP (fraction, 0, 1) * self->length;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      gboolean is_last = i + 1 == self->pieces->len;
      double end = piece->start + piece->length + (is_last ? RISES : 0);

      if (!piece->lifted && along < end)
        return 0;
      if (!piece->lifted)
        begin = end;
      else if (along < end && (is_last || !piece[1].lifted))
        return MIN (1, MIN (along - begin, end - along) / MIN (RISES, (end - begin) / 2));
    }
  return 0;
}

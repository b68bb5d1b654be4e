/* legato-leg-map-near.c: which drawing is seen and from how near, where the camera goes by itself,
 * and what steps back then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-leg-map-private.h"

/** legato_leg_map_get_guide: (transfer none) (nullable): whose zones are shown */
LegatoGuide *
legato_leg_map_get_guide (LegatoLegMap *self)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), NULL);

  return self->views != NULL ? legato_map_views_get_guide (self->views) : NULL;
}

/** legato_leg_map_set_target: @zone: (nullable): what keys and buttons zoom toward: that which was
 * last chosen, focused or worked on */
void
legato_leg_map_set_target (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone)
{
  int index =
      self->art != NULL && zone != NULL ? legato_map_art_find_shape (self->art, leg, zone) : -1;

  legato_map_zoom_set_target (
      self->zoom, index >= 0 ? legato_map_art_get_shape (self->art, (guint) index) : NULL);
}

/** legato_leg_map_get_picture: (transfer none) (nullable): of the view that is shown */
LegatoMapPicture *
legato_leg_map_get_picture (LegatoLegMap *self)
{
  return self->art != NULL ? self->pictures[g_bit_nth_lsf (self->view, -1)] : NULL;
}

/** legato_leg_map_is_drawn_by_cairo: whether each frame is painted by the processor */
gboolean
legato_leg_map_is_drawn_by_cairo (LegatoLegMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer == NULL || GSK_IS_CAIRO_RENDERER (renderer);
}

/** legato_leg_map_is_ready: whether the drawing is there in its final size and colours */
gboolean
legato_leg_map_is_ready (LegatoLegMap *self)
{
  LegatoMapPicture *picture;

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), FALSE);

  picture = legato_leg_map_get_picture (self);
  return picture != NULL && legato_map_picture_is_ready (picture);
}

/** legato_leg_map_wears_sleeve: whether that is what is worked with now */
gboolean
legato_leg_map_wears_sleeve (LegatoLegMap *self)
{
  return self->technique != NULL && self->technique->shape == LEGATO_TOOL_SLEEVE;
}

/* What is chosen, else what is worked on: a bit for the index of each of its shapes in this view,
 * and @box around them, with room for hands and tools; 0 while a sleeve is on, which is seen only
 * with the whole leg. */
static guint64
find_place (LegatoLegMap *self, LegatoMapBox *box)
{
  guint64 lit = 0;
  LegatoMapBox reach;

  if (legato_leg_map_wears_sleeve (self))
    return 0;
  for (guint i = 0; self->art != NULL && i < legato_map_art_get_n_shapes (self->art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (self->art, i);

      if (!legato_zone_layer_is_meant (self->zones, shape->leg, shape->zone))
        continue;
      *box = lit != 0 ? legato_map_box_union (*box, shape->outline->box) : shape->outline->box;
      lit |= (guint64) 1 << i;
    }
  if (lit != 0 && legato_hand_motion_get_reach (self->motion, &reach))
    legato_map_camera_make_room (box, &reach);
  return lit;
}

/* A bit for the index of each shape that does not step back; 0 if none does. */
static guint64
get_lit (LegatoLegMap *self)
{
  LegatoMapBox box;

  if (!self->near || self->high_contrast || legato_map_zoom_get_goal (self->zoom) <= 1)
    return 0;
  return find_place (self, &box);
}

/** legato_leg_map_request_picture: has the drawing rendered as it has to be now */
void
legato_leg_map_request_picture (LegatoLegMap *self)
{
  LegatoMapPicture *picture = legato_leg_map_get_picture (self);
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->zoom);
  g_autofree char *stylesheet = NULL;

  if (picture == NULL || self->scale <= 0)
    return;
  stylesheet = legato_map_views_load_style (self->high_contrast ? "contrast"
                                            : self->dark        ? "dark"
                                                                : "light",
                                            self->tone, self->veins);
  legato_map_picture_request (
      picture, legato_map_camera_get_fit (camera), gtk_widget_get_scale_factor (GTK_WIDGET (self)),
      !legato_leg_map_is_drawn_by_cairo (self), stylesheet, get_lit (self),
      legato_map_camera_is_zoomed (camera) ? &self->sharp_part : NULL, self->sharp_scale);
}

/* Whether something is chosen or worked on that is better seen from near. */
static gboolean
has_near_place (LegatoLegMap *self)
{
  LegatoMapCamera goal = *legato_map_zoom_get_camera (self->zoom);
  LegatoMapBox box;

  if (self->scale <= 0 || find_place (self, &box) == 0)
    return FALSE;
  legato_map_camera_approach (&goal, &box);
  return legato_map_camera_is_zoomed (&goal);
}

static LegatoMapOffer
find_offer (LegatoLegMap *self)
{
  if (!legato_zone_layer_get_interactive (self->zones))
    return !self->follows || !has_near_place (self) ? LEGATO_MAP_OFFER_NONE
           : self->near                             ? LEGATO_MAP_OFFER_WHOLE
                                                    : LEGATO_MAP_OFFER_HANDS;
  return legato_map_camera_is_zoomed (legato_map_zoom_get_camera (self->zoom))
             ? LEGATO_MAP_OFFER_BACK
             : LEGATO_MAP_OFFER_NEARER;
}

/** legato_leg_map_update_controls: what is offered changes with place, zoom and task */
void
legato_leg_map_update_controls (LegatoLegMap *self)
{
  legato_map_controls_set_offer (self->controls, find_offer (self));
}

/* Whether the camera has been given its room before this drawing. */
static gboolean
is_placed (LegatoLegMap *self)
{
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->zoom);

  return self->scale > 0 && camera->art_width == legato_map_art_get_width (self->art)
         && camera->art_height == legato_map_art_get_height (self->art);
}

/** legato_leg_map_come_near: to what has just been chosen or is worked on now; away from the legs
 * if nothing is */
void
legato_leg_map_come_near (LegatoLegMap *self)
{
  LegatoMapBox box;

  if (!self->near || self->art == NULL)
    return;
  self->comes_near = !is_placed (self);
  if (self->comes_near)
    return;
  if (find_place (self, &box) == 0)
    {
      legato_map_zoom_show (self->zoom, NULL);
      return;
    }
  legato_map_zoom_approach (self->zoom, &box,
                            legato_zone_layer_get_selected (self->zones, NULL) == NULL);
  /* The rest steps back while the camera comes. */
  if (!legato_map_camera_is_zoomed (legato_map_zoom_get_camera (self->zoom)))
    legato_leg_map_request_picture (self);
}

/** legato_leg_map_stay_near: in another view, which is seen whole otherwise, with the same place;
 * @was_near: whether the last view was not seen whole */
void
legato_leg_map_stay_near (LegatoLegMap *self, gboolean was_near)
{
  self->comes_near = self->near && (was_near || self->scale <= 0);
}

/** legato_leg_map_place_camera: the room is known; nobody has seen this drawing elsewhere */
void
legato_leg_map_place_camera (LegatoLegMap *self)
{
  LegatoMapBox box;

  if (!self->comes_near || self->art == NULL)
    return;
  self->comes_near = FALSE;
  if (find_place (self, &box) != 0)
    legato_map_zoom_jump (self->zoom, &box);
}

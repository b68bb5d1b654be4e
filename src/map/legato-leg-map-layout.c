/* legato-leg-map-layout.c: where all lies on the leg map, and in which order it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-leg-map-private.h"
#include "legato-map-strips.h"

/* Smallest and preferred width in logical pixels; the map is of use from a phone to 4K. */
#define MIN_WIDTH 120
#define MIN_HEIGHT 180
#define NATURAL_HEIGHT 720

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  LegatoMapArt *art = LEGATO_LEG_MAP (widget)->art;
  double shape =
      art != NULL ? legato_map_art_get_width (art) / legato_map_art_get_height (art) : 0.5;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? MAX (MIN_WIDTH, (int) (NATURAL_HEIGHT * shape))
                 : NATURAL_HEIGHT;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->zoom);
  /* The legs fill the map but for the captions below and the controls. */
  gboolean beneath = legato_map_zoom_set_room (
      self->zoom, width, height - legato_map_captions_get_height (self->captions, width),
      legato_map_controls_get_breadth (self->controls));
  LegatoMapBox seen;

  legato_leg_map_place_camera (self);
  self->scale = legato_map_camera_get_scale (camera);
  legato_map_camera_get_origin (camera, &self->left, &self->top);
  seen = (LegatoMapBox){ -self->left / self->scale, -self->top / self->scale,
                         camera->room_width / self->scale, camera->room_height / self->scale };
  if (legato_map_zoom_sharpen (self->zoom, &self->sharp_scale, &self->sharp_part))
    {
      legato_zone_layer_sharpen (self->zones, self->sharp_scale, &self->sharp_part);
      legato_leg_map_request_picture (self);
    }

  gtk_widget_allocate (self->probe, 1, 1, -1, NULL);
  legato_zone_layer_place (self->zones, self->left, self->top, self->scale, &seen);
  legato_map_captions_place (
      self->captions,
      (double[]){ legato_zone_layer_get_leg_middle (self->zones, LEGATO_LEG_LEFT, &seen),
                  legato_zone_layer_get_leg_middle (self->zones, LEGATO_LEG_RIGHT, &seen) },
      self->left, self->scale,
      MIN (camera->room_height, self->top + camera->art_height * self->scale), width);
  legato_map_controls_place (self->controls, beneath, width, height);
}

/* The legs and all that lies on them. */
static void
snapshot_legs (LegatoLegMap *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->zoom);
  gboolean zoomed = legato_map_camera_is_zoomed (camera);
  graphene_rect_t room = legato_map_camera_get_room (camera);
  float stretch = (float) (self->scale / self->sharp_scale);

  legato_map_picture_snapshot (legato_leg_map_get_picture (self), snapshot, self->left, self->top,
                               self->scale, zoomed ? &room : NULL);
  if (zoomed)
    gtk_snapshot_push_clip (snapshot, &room);
  legato_zone_layer_snapshot (self->zones, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) self->left, (float) self->top));
  if (stretch != 1)
    gtk_snapshot_scale (snapshot, stretch, stretch);
  legato_hand_motion_snapshot (self->motion, snapshot, self->sharp_scale,
                               gtk_widget_get_scale_factor (widget), &self->sharp_part,
                               gtk_widget_get_pango_context (widget),
                               legato_map_palette_get_accent (self->palette));
  gtk_snapshot_restore (snapshot);
  if (zoomed)
    gtk_snapshot_pop (snapshot);
}

/* Whether all of the legs is drawn anew in each frame, by a renderer to which that matters. While
 * only hands move each strip would have to be looked through for what has changed. */
static gboolean
wants_strips (LegatoLegMap *self)
{
  return legato_leg_map_is_drawn_by_cairo (self)
         && (legato_map_zoom_is_moving (self->zoom) || legato_map_turn_is_running (self->turn)
             || !legato_leg_map_is_ready (self));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  gboolean turning = legato_map_turn_is_running (self->turn);
  gboolean in_strips;
  GtkSnapshot *legs;

  gtk_widget_snapshot_child (widget, self->probe, snapshot);
  if (legato_leg_map_get_picture (self) == NULL || self->scale <= 0)
    return;
  in_strips = wants_strips (self);
  legs = in_strips ? gtk_snapshot_new () : snapshot;
  if (turning)
    legato_map_turn_begin_snapshot (self->turn, legs);
  legato_map_captions_snapshot (self->captions, legs);
  snapshot_legs (self, legs);
  if (turning)
    legato_map_turn_end_snapshot (self->turn, legs);
  if (in_strips)
    {
      GskRenderNode *node = gtk_snapshot_free_to_node (legs);

      if (node != NULL)
        legato_map_strips_append (snapshot, node, gtk_widget_get_scale_factor (widget));
      g_clear_pointer (&node, gsk_render_node_unref);
    }
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->controls), snapshot);
}

void
legato_leg_map_class_init_layout (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
}

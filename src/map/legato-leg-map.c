/* legato-leg-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "legato-leg-map-private.h"

#define N_TONES 4

enum
{
  PROP_0,
  PROP_GUIDE,
  PROP_VIEW,
  PROP_TONE,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  PROP_VEINS,
  PROP_INTERACTIVE,
  PROP_REDUCED_MOTION,
  PROP_RESOURCE_PATH,
  N_PROPS,
};

enum
{
  ZONE_SELECTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoLegMap, legato_leg_map, GTK_TYPE_WIDGET)

/** legato_leg_map_get_picture: (transfer none) (nullable): of the view that is shown */
LegatoMapPicture *
legato_leg_map_get_picture (LegatoLegMap *self)
{
  return self->views != NULL ? legato_map_views_get (self->views, self->view) : NULL;
}

/** legato_leg_map_get_art: (transfer none) (nullable): of the view that is shown */
LegatoMapArt *
legato_leg_map_get_art (LegatoLegMap *self)
{
  LegatoMapPicture *picture = legato_leg_map_get_picture (self);

  return picture != NULL ? legato_map_picture_get_art (picture) : NULL;
}

/** legato_leg_map_is_drawn_by_cairo: whether each frame is painted by the processor */
gboolean
legato_leg_map_is_drawn_by_cairo (LegatoLegMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer == NULL || GSK_IS_CAIRO_RENDERER (renderer);
}

/** legato_leg_map_request_picture: has the drawing rendered as it has to be now */
void
legato_leg_map_request_picture (LegatoLegMap *self)
{
  LegatoMapPicture *picture = legato_leg_map_get_picture (self);
  g_autofree char *stylesheet = NULL;

  if (picture == NULL || self->scale <= 0)
    return;
  stylesheet = legato_map_views_load_style (self->resource_path,
                                            self->high_contrast ? "contrast"
                                            : self->dark        ? "dark"
                                                                : "light",
                                            self->tone, self->veins);
  legato_map_picture_request (
      picture, legato_map_camera_get_fit (&self->camera),
      gtk_widget_get_scale_factor (GTK_WIDGET (self)), !legato_leg_map_is_drawn_by_cairo (self),
      stylesheet, legato_map_camera_is_zoomed (&self->camera) ? &self->sharp_part : NULL,
      self->sharp_scale);
}

static void
activated_cb (LegatoZoneArea *area, LegatoLegMap *self)
{
  const LegatoMapShape *shape = legato_zone_area_get_shape (area);

  legato_leg_map_set_selected (self, shape->leg, shape->zone);
  g_signal_emit (self, signals[ZONE_SELECTED], 0, (int) shape->leg, shape->zone->id);
}

static void
focus_changed_cb (LegatoZoneArea *area, GParamSpec *pspec, LegatoLegMap *self)
{
  const LegatoMapShape *shape = legato_zone_area_get_shape (area);

  if (gtk_widget_has_focus (GTK_WIDGET (area)))
    legato_leg_map_reveal (self, shape->leg, shape->zone);
}

static const char *
get_label (LegatoView view)
{
  switch (view)
    {
    case LEGATO_VIEW_BACK:
      return _ ("Leg map, seen from the back");
    case LEGATO_VIEW_OUTER:
      return _ ("Leg map, seen from the outer side");
    case LEGATO_VIEW_INNER:
      return _ ("Leg map, seen from the inner side");
    case LEGATO_VIEW_FRONT:
    default:
      return _ ("Leg map, seen from the front");
    }
}

static void
show_view (LegatoLegMap *self)
{
  LegatoMapArt *art = legato_leg_map_get_art (self);

  legato_leg_map_reset_camera (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_label (self->view), -1);
  legato_hand_motion_set_art (self->motion, art,
                              self->guide != NULL ? legato_guide_get_zones (self->guide) : NULL);
  legato_zone_layer_set_art (self->zones, art);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
picture_changed_cb (LegatoLegMap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** legato_leg_map_is_still: whether the person or the desktop wants no motion */
gboolean
legato_leg_map_is_still (LegatoLegMap *self)
{
  gboolean animations = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  return self->reduced_motion || !animations;
}

/* The legs have turned: what the other views looked like is not seen any more. */
static void
turned_cb (GtkWidget *widget)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);

  if (self->views != NULL)
    legato_map_views_rest (self->views, self->view);
}

static void
update_still (LegatoLegMap *self)
{
  if (legato_leg_map_is_still (self))
    legato_map_turn_stop (self->turn);
  legato_hand_motion_set_still (self->motion, legato_leg_map_is_still (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
palette_changed_cb (LegatoLegMap *self)
{
  legato_hand_motion_restyle (self->motion);
  legato_zone_layer_queue_draw (self->zones);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
legato_leg_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return legato_zone_layer_focus (LEGATO_LEG_MAP (widget)->zones, direction);
}

static void
legato_leg_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->map (widget);
  gtk_widget_queue_allocate (widget);
  legato_leg_map_update_tick (LEGATO_LEG_MAP (widget));
}

static void
legato_leg_map_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->unmap (widget);
  legato_map_turn_stop (LEGATO_LEG_MAP (widget)->turn);
  legato_leg_map_stop_zooming (LEGATO_LEG_MAP (widget));
  legato_leg_map_update_tick (LEGATO_LEG_MAP (widget));
}

static void
legato_leg_map_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-enable-animations",
                           G_CALLBACK (update_still), widget, G_CONNECT_SWAPPED);
  update_still (LEGATO_LEG_MAP (widget));
}

static void
legato_leg_map_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), update_still, widget);
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->unroot (widget);
}

static void
legato_leg_map_dispose (GObject *object)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  legato_leg_map_set_position_func (self, NULL, NULL, NULL);
  legato_leg_map_stop_zooming (self);
  g_clear_pointer (&self->controls, legato_map_controls_free);
  g_clear_pointer (&self->turn, legato_map_turn_free);
  g_clear_pointer (&self->zones, legato_zone_layer_free);
  g_clear_pointer (&self->probe, gtk_widget_unparent);
  g_clear_pointer (&self->captions, legato_map_captions_free);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (legato_leg_map_parent_class)->dispose (object);
}

static void
legato_leg_map_finalize (GObject *object)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  g_clear_pointer (&self->motion, legato_hand_motion_free);
  g_clear_pointer (&self->views, legato_map_views_free);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->resource_path, g_free);

  G_OBJECT_CLASS (legato_leg_map_parent_class)->finalize (object);
}

static void
legato_leg_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  switch (id)
    {
    case PROP_GUIDE:
      g_value_set_boxed (value, self->guide);
      break;
    case PROP_VIEW:
      g_value_set_uint (value, self->view);
      break;
    case PROP_TONE:
      g_value_set_uint (value, self->tone);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_VEINS:
      g_value_set_boolean (value, self->veins);
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, legato_zone_layer_get_interactive (self->zones));
      break;
    case PROP_REDUCED_MOTION:
      g_value_set_boolean (value, self->reduced_motion);
      break;
    case PROP_RESOURCE_PATH:
      g_value_set_string (value, self->resource_path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_leg_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  switch (id)
    {
    case PROP_GUIDE:
      legato_leg_map_set_guide (self, g_value_get_boxed (value));
      break;
    case PROP_VIEW:
      legato_leg_map_set_view (self, (LegatoView) g_value_get_uint (value));
      break;
    case PROP_TONE:
      self->tone = g_value_get_uint (value);
      legato_leg_map_request_picture (self);
      break;
    case PROP_DARK:
      self->dark = g_value_get_boolean (value);
      legato_leg_map_request_picture (self);
      break;
    case PROP_HIGH_CONTRAST:
      self->high_contrast = g_value_get_boolean (value);
      legato_leg_map_request_picture (self);
      break;
    case PROP_VEINS:
      self->veins = g_value_get_boolean (value);
      legato_leg_map_request_picture (self);
      break;
    case PROP_INTERACTIVE:
      legato_zone_layer_set_interactive (self->zones, g_value_get_boolean (value));
      legato_leg_map_reset_camera (self);
      break;
    case PROP_REDUCED_MOTION:
      self->reduced_motion = g_value_get_boolean (value);
      update_still (self);
      break;
    case PROP_RESOURCE_PATH:
      self->resource_path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_leg_map_class_init (LegatoLegMapClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_leg_map_dispose;
  object_class->finalize = legato_leg_map_finalize;
  object_class->get_property = legato_leg_map_get_property;
  object_class->set_property = legato_leg_map_set_property;
  widget_class->focus = legato_leg_map_focus;
  widget_class->map = legato_leg_map_map;
  widget_class->unmap = legato_leg_map_unmap;
  widget_class->root = legato_leg_map_root;
  widget_class->unroot = legato_leg_map_unroot;

  properties[PROP_GUIDE] = g_param_spec_boxed ("guide", NULL, NULL, LEGATO_TYPE_GUIDE, flags);
  /* A single bit of LegatoView. */
  properties[PROP_VIEW] = g_param_spec_uint ("view", NULL, NULL, LEGATO_VIEW_FRONT,
                                             LEGATO_VIEW_INNER, LEGATO_VIEW_FRONT, flags);
  /* Skin tone, light to dark. */
  properties[PROP_TONE] = g_param_spec_uint ("tone", NULL, NULL, 1, N_TONES, 2, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  /* Whether the veins and lymph nodes are shown, because of which strokes go up. */
  properties[PROP_VEINS] = g_param_spec_boolean ("veins", NULL, NULL, FALSE, flags);
  /* Whether zones can be pointed at, focused and selected. */
  properties[PROP_INTERACTIVE] = g_param_spec_boolean ("interactive", NULL, NULL, TRUE, flags);
  /* Also implied by the desktop's setting. */
  properties[PROP_REDUCED_MOTION] =
      g_param_spec_boolean ("reduced-motion", NULL, NULL, FALSE, flags);
  /* Where the drawings and their styles lie. */
  properties[PROP_RESOURCE_PATH] = g_param_spec_string (
      "resource-path", NULL, NULL, LEGATO_RESOURCE_ROOT "/map", flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoLegMap::zone-selected:
   * @leg: #LegatoLeg as an int
   * @zone: id
   *
   * The person chose a zone by click, tap, key or assistive technology.
   */
  signals[ZONE_SELECTED] =
      g_signal_new ("zone-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  legato_leg_map_class_init_layout (widget_class);
  legato_leg_map_class_init_zooming (widget_class);
  gtk_widget_class_set_css_name (widget_class, "legmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
legato_leg_map_init (LegatoLegMap *self)
{
  self->view = LEGATO_VIEW_FRONT;
  self->tone = 2;
  self->demo_start_us = -1;
  self->camera.zoom = 1;
  self->motion = legato_hand_motion_new ();
  self->turn = legato_map_turn_new (GTK_WIDGET (self), turned_cb);
  self->palette = legato_map_palette_new ();
  self->zones = legato_zone_layer_new (GTK_WIDGET (self), self->palette, G_CALLBACK (activated_cb),
                                       G_CALLBACK (focus_changed_cb));
  g_signal_connect_object (self->palette, "changed", G_CALLBACK (palette_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->probe = legato_map_palette_create_probe (self->palette);
  gtk_widget_set_parent (self->probe, GTK_WIDGET (self));
  self->captions = legato_map_captions_new (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_label (self->view), -1);
  legato_leg_map_init_zooming (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (legato_leg_map_request_picture),
                    NULL);
}

/** legato_leg_map_new: @guide: (nullable): whose zones to show; (transfer floating) */
GtkWidget *
legato_leg_map_new (LegatoGuide *guide)
{
  return g_object_new (LEGATO_TYPE_LEG_MAP, "guide", guide, NULL);
}

/** legato_leg_map_get_guide: (transfer none) (nullable) */
LegatoGuide *
legato_leg_map_get_guide (LegatoLegMap *self)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), NULL);

  return self->guide;
}

/** legato_leg_map_set_guide: shows the zones of @guide (nullable) in every view that is drawn */
void
legato_leg_map_set_guide (LegatoLegMap *self, LegatoGuide *guide)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (self->guide == guide)
    return;
  /* All that points into the old guide goes first. */
  legato_leg_map_set_timeline (self, NULL);
  legato_map_turn_stop (self->turn);
  legato_zone_layer_forget (self->zones);
  legato_hand_motion_set_art (self->motion, NULL, NULL);
  g_clear_pointer (&self->views, legato_map_views_free);
  g_clear_pointer (&self->guide, legato_guide_unref);
  if (guide != NULL)
    {
      self->guide = legato_guide_ref (guide);
      self->views = legato_map_views_new (guide, self->resource_path);
      for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_INNER; view <<= 1)
        if (legato_map_views_get (self->views, view) != NULL)
          g_signal_connect_object (legato_map_views_get (self->views, view), "changed",
                                   G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
    }
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GUIDE]);
}

LegatoView
legato_leg_map_get_view (LegatoLegMap *self)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), LEGATO_VIEW_FRONT);

  return self->view;
}

/** legato_leg_map_set_view: turns the legs; selection and marks stay */
void
legato_leg_map_set_view (LegatoLegMap *self, LegatoView view)
{
  LegatoMapPicture *from;

  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (self->view == view)
    return;
  from = legato_leg_map_get_picture (self);
  self->view = view;
  /* If anyone may see it move. */
  if (from != NULL && self->scale > 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !legato_leg_map_is_still (self))
    legato_map_turn_start (self->turn, from, legato_map_camera_get_fit (&self->camera));
  else
    legato_map_turn_stop (self->turn);
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/** legato_leg_map_has_view: whether there is a drawing of @view */
gboolean
legato_leg_map_has_view (LegatoLegMap *self, LegatoView view)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), FALSE);

  return self->views != NULL && legato_map_views_get (self->views, view) != NULL;
}

/** legato_leg_map_view_for_zone: a view that shows @zone: the present one if it does */
LegatoView
legato_leg_map_view_for_zone (LegatoLegMap *self, const LegatoZone *zone)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self) && zone != NULL, LEGATO_VIEW_FRONT);
  g_return_val_if_fail (self->views != NULL, LEGATO_VIEW_FRONT);

  g_ptr_array_add (zones, (gpointer) zone);
  return legato_map_views_choose (self->views, self->view, zones);
}

/**
 * legato_leg_map_view_for_step:
 *
 * Returns: the view that shows most of the step's zones, the present one if none shows any. A
 *   session keeps to the front and the back, between which the legs turn seldom, and shows a side
 *   only for what is seen better there.
 */
LegatoView
legato_leg_map_view_for_step (LegatoLegMap *self, const LegatoStep *step)
{
  LegatoView best;

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self) && step != NULL, LEGATO_VIEW_FRONT);
  g_return_val_if_fail (self->views != NULL, LEGATO_VIEW_FRONT);

  best = legato_map_views_choose (self->views, self->view & (LEGATO_VIEW_FRONT | LEGATO_VIEW_BACK),
                                  step->zones);
  return best != 0 ? best : self->view;
}

/** legato_leg_map_is_turning: whether the legs are turning from one view to another */
gboolean
legato_leg_map_is_turning (LegatoLegMap *self)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), FALSE);

  return legato_map_turn_is_running (self->turn);
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

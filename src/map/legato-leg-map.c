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
  PROP_VIEWS,
  PROP_VIEW,
  PROP_TONE,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  PROP_VEINS,
  PROP_NEAR,
  PROP_OWN,
  PROP_INTERACTIVE,
  PROP_REDUCED_MOTION,
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

static void
activated_cb (LegatoZoneArea *area, LegatoLegMap *self)
{
  const LegatoMapShape *shape = legato_zone_area_get_shape (area);

  legato_leg_map_set_selected (self, shape->leg, shape->zone);
  g_signal_emit (self, signals[ZONE_SELECTED], 0, shape->leg, shape->zone);
}

static void
focus_changed_cb (LegatoZoneArea *area, GParamSpec *pspec, LegatoLegMap *self)
{
  const LegatoMapShape *shape = legato_zone_area_get_shape (area);

  if (gtk_widget_has_focus (GTK_WIDGET (area)))
    legato_leg_map_set_target (self, shape->leg, shape->zone);
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
    case LEGATO_VIEW_SOLE:
      return _ ("Leg map, the soles of the feet");
    case LEGATO_VIEW_FRONT:
    default:
      return _ ("Leg map, seen from the front");
    }
}

static GPtrArray *
get_zones (LegatoLegMap *self)
{
  return legato_guide_get_zones (legato_map_views_get_guide (self->views));
}

static void
camera_moved_cb (LegatoLegMap *self)
{
  legato_leg_map_update_controls (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether the person or the desktop wants no motion. */
static gboolean
is_still (LegatoLegMap *self)
{
  gboolean animations = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  return self->reduced_motion || !animations;
}

static gboolean
fade_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  LegatoMapPicture *picture = legato_leg_map_get_picture (self);
  gboolean goes_on =
      picture != NULL && legato_map_picture_fade (picture, gdk_frame_clock_get_frame_time (clock));

  gtk_widget_queue_draw (widget);
  if (!goes_on)
    self->fade_tick = 0;
  return goes_on;
}

static void
picture_changed_cb (LegatoLegMap *self, LegatoMapPicture *picture)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!legato_map_picture_is_fading (picture))
    return;
  if (is_still (self) || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || picture != legato_leg_map_get_picture (self))
    legato_map_picture_end_fade (picture);
  else if (self->fade_tick == 0)
    self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

static void
stop_fade (LegatoLegMap *self)
{
  if (self->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (self->pictures); i++)
    if (self->pictures[i] != NULL)
      legato_map_picture_end_fade (self->pictures[i]);
}

/* The drawing is read when the map can first be seen. */
static void
show_view (LegatoLegMap *self)
{
  LegatoMapPicture **picture = &self->pictures[g_bit_nth_lsf (self->view, -1)];
  gboolean was_near = legato_map_zoom_get_goal (self->zoom) > 1;
  const LegatoZone *selected;
  LegatoLeg leg;

  g_clear_pointer (&self->art, legato_map_art_unref);
  if (self->views != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->art = legato_map_art_ref (self->own ? legato_map_views_get_own (self->views, self->view)
                                                : legato_map_views_get (self->views, self->view));
      if (*picture == NULL)
        {
          *picture = legato_map_picture_new (self->art);
          g_signal_connect_object (*picture, "changed", G_CALLBACK (picture_changed_cb), self,
                                   G_CONNECT_SWAPPED);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_label (self->view), -1);
  legato_map_zoom_set_art (self->zoom, self->art);
  selected = legato_zone_layer_get_selected (self->zones, &leg);
  legato_leg_map_set_target (self, leg, selected);
  legato_hand_motion_set_art (self->motion, self->art,
                              self->views != NULL ? get_zones (self) : NULL);
  legato_zone_layer_set_art (self->zones, self->art);
  legato_leg_map_stay_near (self, was_near);
  legato_leg_map_update_controls (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The legs have turned: what the other views looked like is not seen any more. */
static void
turned_cb (GtkWidget *widget)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (self->pictures); i++)
    if (self->pictures[i] != NULL && self->pictures[i] != legato_leg_map_get_picture (self))
      legato_map_picture_rest (self->pictures[i]);
}

static void
update_still (LegatoLegMap *self)
{
  if (is_still (self))
    {
      legato_map_turn_stop (self->turn);
      stop_fade (self);
    }
  legato_hand_motion_set_still (self->motion, is_still (self));
  legato_map_zoom_set_still (self->zoom, is_still (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
palette_changed_cb (LegatoLegMap *self)
{
  legato_hand_motion_restyle (self->motion);
  legato_zone_layer_queue_draw (self->zones);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
painted_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static gboolean
legato_leg_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);

  if (!legato_zone_layer_get_interactive (self->zones))
    return GTK_WIDGET_CLASS (legato_leg_map_parent_class)->focus (widget, direction);
  return legato_zone_layer_focus (self->zones, direction);
}

static void
legato_leg_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->map (widget);
  if (LEGATO_LEG_MAP (widget)->art == NULL)
    show_view (LEGATO_LEG_MAP (widget));
  gtk_widget_queue_allocate (widget);
  legato_leg_map_update_tick (LEGATO_LEG_MAP (widget));
}

static void
legato_leg_map_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_leg_map_parent_class)->unmap (widget);
  legato_map_turn_stop (LEGATO_LEG_MAP (widget)->turn);
  legato_map_zoom_stop (LEGATO_LEG_MAP (widget)->zoom);
  stop_fade (LEGATO_LEG_MAP (widget));
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
forget_drawings (LegatoLegMap *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->pictures); i++)
    g_clear_object (&self->pictures[i]);
  g_clear_pointer (&self->art, legato_map_art_unref);
  g_clear_pointer (&self->views, legato_map_views_unref);
}

static void
legato_leg_map_dispose (GObject *object)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  legato_leg_map_set_position_func (self, NULL, NULL, NULL);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->zoom);
  if (self->controls != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->controls)));
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
  forget_drawings (self);

  G_OBJECT_CLASS (legato_leg_map_parent_class)->finalize (object);
}

static void
legato_leg_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (object);

  switch (id)
    {
    case PROP_VIEWS:
      g_value_set_boxed (value, self->views);
      break;
    case PROP_VIEW:
      g_value_set_flags (value, self->view);
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
    case PROP_NEAR:
      g_value_set_boolean (value, self->near);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, legato_zone_layer_get_interactive (self->zones));
      break;
    case PROP_REDUCED_MOTION:
      g_value_set_boolean (value, self->reduced_motion);
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
    case PROP_VIEWS:
      legato_leg_map_set_views (self, g_value_get_boxed (value));
      break;
    case PROP_VIEW:
      legato_leg_map_set_view (self, (LegatoView) g_value_get_flags (value));
      break;
    case PROP_TONE:
      self->tone = g_value_get_uint (value);
      legato_hand_motion_set_tone (self->motion, self->tone);
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
    case PROP_NEAR:
      self->near = g_value_get_boolean (value);
      self->follows |= self->near;
      legato_leg_map_update_controls (self);
      if (self->near)
        legato_leg_map_come_near (self);
      else
        legato_map_zoom_show (self->zoom, NULL);
      break;
    case PROP_OWN:
      self->own = g_value_get_boolean (value);
      legato_map_turn_stop (self->turn);
      show_view (self);
      break;
    case PROP_INTERACTIVE:
      legato_zone_layer_set_interactive (self->zones, g_value_get_boolean (value));
      legato_map_zoom_set_usable (self->zoom, g_value_get_boolean (value));
      legato_leg_map_update_controls (self);
      break;
    case PROP_REDUCED_MOTION:
      self->reduced_motion = g_value_get_boolean (value);
      update_still (self);
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

  properties[PROP_VIEWS] = g_param_spec_boxed ("views", NULL, NULL, LEGATO_TYPE_MAP_VIEWS, flags);
  /* A single bit of LegatoView. */
  properties[PROP_VIEW] =
      g_param_spec_flags ("view", NULL, NULL, LEGATO_TYPE_VIEW, LEGATO_VIEW_FRONT, flags);
  /* Skin tone, light to dark. */
  properties[PROP_TONE] = g_param_spec_uint ("tone", NULL, NULL, 1, N_TONES, 2, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  /* Whether the veins and lymph nodes are shown, because of which strokes go up. */
  properties[PROP_VEINS] = g_param_spec_boolean ("veins", NULL, NULL, FALSE, flags);
  /* Whether the camera goes to what is chosen or worked on, and the rest steps back. */
  properties[PROP_NEAR] = g_param_spec_boolean ("near", NULL, NULL, FALSE, flags);
  /* Whether the front is seen as who looks down at their own legs sees it. */
  properties[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, flags);
  /* Whether zones can be pointed at, focused and selected. */
  properties[PROP_INTERACTIVE] = g_param_spec_boolean ("interactive", NULL, NULL, TRUE, flags);
  /* Also implied by the desktop's setting. */
  properties[PROP_REDUCED_MOTION] =
      g_param_spec_boolean ("reduced-motion", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoLegMap::zone-selected:
   * @leg: #LegatoLeg
   * @zone: (type LegatoZone)
   *
   * The person chose a zone by click, tap, key or assistive technology.
   */
  signals[ZONE_SELECTED] =
      g_signal_new ("zone-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);

  legato_leg_map_class_init_layout (widget_class);
  legato_map_zoom_add_keys (widget_class);
  legato_map_zoom_add_own_keys (widget_class);
  gtk_widget_class_install_property_action (widget_class, "map.near", "near");
  gtk_widget_class_set_css_name (widget_class, "legmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
legato_leg_map_init (LegatoLegMap *self)
{
  self->view = LEGATO_VIEW_FRONT;
  self->tone = 2;
  self->demo_start_us = -1;
  self->motion = legato_hand_motion_new (painted_cb, self);
  self->turn = legato_map_turn_new (GTK_WIDGET (self), turned_cb);
  self->palette = legato_map_palette_new ();
  self->zones = legato_zone_layer_new (GTK_WIDGET (self), self->palette, G_CALLBACK (activated_cb),
                                       G_CALLBACK (focus_changed_cb));
  g_signal_connect_object (self->palette, "changed", G_CALLBACK (palette_changed_cb), self,
                           G_CONNECT_SWAPPED);

  /* A hand reaches no further than the map. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->probe = legato_map_palette_create_probe (self->palette);
  gtk_widget_set_parent (self->probe, GTK_WIDGET (self));
  self->captions = legato_map_captions_new (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_label (self->view), -1);
  self->controls = LEGATO_MAP_CONTROLS (legato_map_controls_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->controls), GTK_WIDGET (self));
  self->zoom = legato_map_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (self->zoom, "moved", G_CALLBACK (camera_moved_cb), self,
                           G_CONNECT_SWAPPED);
  legato_leg_map_update_controls (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (legato_leg_map_request_picture),
                    NULL);
}

/** legato_leg_map_new: @views: (nullable): the drawings to show; (transfer floating) */
GtkWidget *
legato_leg_map_new (LegatoMapViews *views)
{
  return g_object_new (LEGATO_TYPE_LEG_MAP, "views", views, NULL);
}

/** legato_leg_map_set_views: @views: (nullable): the drawings to show, shared with other maps; for
 * a map that a template made */
void
legato_leg_map_set_views (LegatoLegMap *self, LegatoMapViews *views)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (self->views == views)
    return;
  /* All that points into the old guide goes first. */
  legato_leg_map_set_timeline (self, NULL);
  legato_map_turn_stop (self->turn);
  legato_zone_layer_forget (self->zones);
  legato_hand_motion_set_art (self->motion, NULL, NULL);
  forget_drawings (self);
  self->views = views != NULL ? legato_map_views_ref (views) : NULL;
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEWS]);
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
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->zoom);
  graphene_rect_t room = legato_map_camera_get_room (camera);
  LegatoMapPicture *from;

  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (self->view == view)
    return;
  from = legato_leg_map_get_picture (self);
  self->view = view;
  /* If anyone may see it move. */
  if (from != NULL && self->scale > 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !is_still (self))
    legato_map_turn_start (self->turn, from, self->left, self->top, self->scale,
                           legato_map_camera_is_zoomed (camera) ? &room : NULL);
  else
    legato_map_turn_stop (self->turn);
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/** legato_leg_map_view_for_zone: a view that shows @technique, or %NULL for any, on @zone: the
 * present one if it does */
LegatoView
legato_leg_map_view_for_zone (LegatoLegMap *self,
                              const LegatoZone *zone,
                              const LegatoTechnique *technique)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self) && zone != NULL, LEGATO_VIEW_FRONT);

  g_ptr_array_add (zones, (gpointer) zone);
  return legato_map_views_choose (self->view, zones, technique);
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

  best = legato_map_views_choose (self->view & (LEGATO_VIEW_FRONT | LEGATO_VIEW_BACK),
                                  legato_step_get_shown_zones (step), step->technique);
  return best != 0 ? best : self->view;
}

/** legato_leg_map_lend_zoom: the keys that zoom work on @around as well */
void
legato_leg_map_lend_zoom (LegatoLegMap *self, GtkWidget *around)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));
  g_return_if_fail (GTK_IS_WIDGET (around));

  legato_map_zoom_lend (self->zoom, around);
}

/** legato_leg_map_class_add_zoom_keys: to the class of what legato_leg_map_lend_zoom() is told */
void
legato_leg_map_class_add_zoom_keys (GtkWidgetClass *widget_class)
{
  legato_map_zoom_add_keys (widget_class);
}

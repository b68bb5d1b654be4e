/* legato-zone-area.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "legato-pen.h"
#include "legato-map-raster.h"
#include "legato-zone-area.h"
#include "legato-zone-sign.h"

/* Room around the zone for its outline, in logical pixels. */
#define PAD 4.0

/* How strong the hatch of a place is of which nothing is known, beside one that is left out. */
#define UNKNOWN_STRENGTH 0.35

struct _LegatoZoneArea
{
  GtkWidget parent;

  LegatoMapArt *art;
  guint index;
  LegatoMapPalette *palette;

  /* Where the widget's origin lies on the drawing, and the widget's own pixels a unit. */
  double left;
  double top;
  double scale;
  LegatoMapBox part; /* what has to be drawn, in units */

  /* While the camera moves the widget as a whole is shown larger or smaller. */
  double shown_scale;
  LegatoMapBox seen; /* what can be pointed at, in units */

  gboolean selected;
  gboolean active;
  gboolean done;
  gboolean blocked;
  double value; /* soreness; -1 for none, NAN where it is not known */
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoZoneArea, legato_zone_area, GTK_TYPE_WIDGET)

/* Whole, or a half. */
static char *
dup_number (LegatoZoneArea *self)
{
  return g_strdup_printf ("%.3g", self->value);
}

static void
describe (LegatoZoneArea *self)
{
  g_autoptr (GString) words = g_string_new (self->blocked ? _ ("Leave this place out") : NULL);

  if (self->value >= 0)
    {
      g_autofree char *number = dup_number (self);

      if (words->len > 0)
        g_string_append (words, ", ");
      /* Translators: how sore a place on the leg is, 0 to 10, perhaps "4.5" */
      g_string_append_printf (words, _ ("Soreness %s of 10"), number);
    }
  else if (isnan (self->value))
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ ("Not rated"));
  if (self->done)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ ("done"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
      self->selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LegatoZoneArea *self)
{
  /* The second of two clicks is the map's, which it brings nearer. */
  if (n_press > 1 || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
legato_zone_area_contains (GtkWidget *widget, double x, double y)
{
  LegatoZoneArea *self = LEGATO_ZONE_AREA (widget);
  double reach, at_x, at_y;

  if (self->scale <= 0)
    return FALSE;
  reach = LEGATO_ZONE_AREA_REACH / self->shown_scale;
  at_x = self->left + x / self->scale;
  at_y = self->top + y / self->scale;
  if (at_x < self->seen.x || at_x > self->seen.x + self->seen.width || at_y < self->seen.y
      || at_y > self->seen.y + self->seen.height)
    return FALSE;
  return legato_map_art_pick (self->art, at_x, at_y, reach) == (int) self->index;
}

static void
legato_zone_area_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (legato_zone_area_parent_class)->state_flags_changed (widget, previous);
}

static void
draw_outline (LegatoZoneArea *self, cairo_t *cr, const LegatoMapShape *shape, GtkStateFlags flags)
{
  const GdkRGBA *accent = legato_map_palette_get_accent (self->palette);
  gboolean near = (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0;
  gboolean marked = self->selected || self->active;

  cairo_new_path (cr);
  legato_pen_outline (cr, shape->outline);
  if (self->value >= 0)
    {
      GdkRGBA tint = legato_map_palette_get_soreness_color (self->value);

      legato_pen_set_color (cr, &tint, 0.75);
      cairo_fill (cr);
    }
  if (self->blocked)
    legato_zone_sign_hatch (cr, shape, self->scale, 1);
  else if (isnan (self->value))
    legato_zone_sign_hatch (cr, shape, self->scale, UNKNOWN_STRENGTH);
  if (marked || near)
    {
      cairo_new_path (cr);
      legato_pen_round_outline (cr, shape->outline);
      legato_pen_set_color (cr, accent, marked ? 0.10 : 0.14);
      cairo_fill_preserve (cr);

      /* A light line beneath a darker one is seen on every skin tone and either theme. */
      cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
      cairo_set_line_width (cr, 5.0 / self->scale);
      cairo_stroke_preserve (cr);
      if (marked)
        legato_pen_set_color (cr, accent, 1);
      else
        cairo_set_source_rgba (cr, 0.16, 0.10, 0.08, 0.9);
      cairo_set_line_width (cr, (marked ? 2.6 : 2.4) / self->scale);
      if (near && marked)
        cairo_set_line_width (cr, 3.6 / self->scale);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* Number, check mark and bar: each is read without its colour. */
static void
draw_signs (LegatoZoneArea *self, cairo_t *cr, const LegatoMapShape *shape)
{
  double badge = CLAMP (shape->room * 0.8, 9 / self->scale, 14 / self->scale);

  if (self->value >= 0)
    {
      GdkRGBA fill = legato_map_palette_get_soreness_color (self->value);
      g_autofree char *number = dup_number (self);

      legato_pen_badge (cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), number, shape->centre,
                        badge, &fill, legato_zone_sign_get_ink (&fill));
      if (self->blocked)
        legato_zone_sign_blocked (
            cr, (LegatoMapPoint){ shape->centre.x + badge * 0.9, shape->centre.y - badge * 0.9 },
            badge * 0.7);
    }
  else if (self->blocked)
    legato_zone_sign_blocked (cr, shape->centre, badge);
  else if (self->done)
    legato_pen_check (cr, shape->centre,
                      CLAMP (shape->room * 0.6, 6 / self->scale, 9 / self->scale));
}

static void
draw (cairo_t *cr, gpointer user_data)
{
  LegatoZoneArea *self = user_data;
  GtkWidget *widget = GTK_WIDGET (self);
  const LegatoMapShape *shape = legato_map_art_get_shape (self->art, self->index);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->left, -self->top);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_outline (self, cr, shape, gtk_widget_get_state_flags (widget));

  draw_signs (self, cr, shape);
}

/* GTK keeps the node until the widget asks to be drawn anew. */
static void
legato_zone_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoZoneArea *self = LEGATO_ZONE_AREA (widget);
  const LegatoMapBox *box = &legato_map_art_get_shape (self->art, self->index)->outline->box;
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  GskRenderNode *node;
  graphene_rect_t bounds;

  if (self->scale <= 0
      || ((flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) == 0 && !self->selected
          && !self->active && !self->done && !self->blocked && self->value < 0
          && !isnan (self->value)))
    return;

  graphene_rect_init (&bounds, (float) ((self->part.x - self->left) * self->scale),
                      (float) ((self->part.y - self->top) * self->scale),
                      (float) (self->part.width * self->scale),
                      (float) (self->part.height * self->scale));
  if (!graphene_rect_intersection (
          &bounds,
          &GRAPHENE_RECT_INIT ((float) ((box->x - self->left) * self->scale - PAD),
                               (float) ((box->y - self->top) * self->scale - PAD),
                               (float) (box->width * self->scale + 2 * PAD),
                               (float) (box->height * self->scale + 2 * PAD)),
          &bounds))
    return;
  node = legato_map_raster_new (&bounds, gtk_widget_get_scale_factor (widget), draw, self);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

static void
legato_zone_area_dispose (GObject *object)
{
  LegatoZoneArea *self = LEGATO_ZONE_AREA (object);

  g_clear_object (&self->palette);
  G_OBJECT_CLASS (legato_zone_area_parent_class)->dispose (object);
}

static void
legato_zone_area_finalize (GObject *object)
{
  LegatoZoneArea *self = LEGATO_ZONE_AREA (object);

  g_clear_pointer (&self->art, legato_map_art_unref);
  G_OBJECT_CLASS (legato_zone_area_parent_class)->finalize (object);
}

static void
legato_zone_area_class_init (LegatoZoneAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_zone_area_dispose;
  G_OBJECT_CLASS (klass)->finalize = legato_zone_area_finalize;
  widget_class->contains = legato_zone_area_contains;
  widget_class->snapshot = legato_zone_area_snapshot;
  widget_class->state_flags_changed = legato_zone_area_state_flags_changed;

  /* Emitted by a click, a tap, Enter, Space, or an assistive technology's "select". */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "zone.select", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "zone.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "zone.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_ISO_Enter, 0, "zone.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "zone.select", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "zone.select", NULL);
}

static void
legato_zone_area_init (LegatoZoneArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->value = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * legato_zone_area_new:
 * @index: of the shape in @art that this is
 *
 * Returns: (transfer floating): the widget; its "activated" signal tells that the zone is meant
 */
GtkWidget *
legato_zone_area_new (LegatoMapArt *art, guint index, LegatoMapPalette *palette)
{
  LegatoZoneArea *self = g_object_new (LEGATO_TYPE_ZONE_AREA, NULL);
  const LegatoMapShape *shape = legato_map_art_get_shape (art, index);
  const char *name = shape->zone->side_names[shape->leg];

  self->art = legato_map_art_ref (art);
  self->index = index;
  self->palette = g_object_ref (palette);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  describe (self);
  return GTK_WIDGET (self);
}

/** legato_zone_area_get_shape: (transfer none): the zone it stands for */
const LegatoMapShape *
legato_zone_area_get_shape (LegatoZoneArea *self)
{
  g_return_val_if_fail (LEGATO_IS_ZONE_AREA (self), NULL);

  return legato_map_art_get_shape (self->art, self->index);
}

/**
 * legato_zone_area_sharpen:
 * @scale: logical pixels a unit of the drawing
 * @part: of the drawing that may be seen before the next call, in units
 *
 * What the zone's marks are drawn for. Takes effect with legato_zone_area_place().
 */
void
legato_zone_area_sharpen (LegatoZoneArea *self, double scale, const LegatoMapBox *part)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));
  g_return_if_fail (scale > 0 && part != NULL);

  self->scale = scale;
  self->part = *part;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * legato_zone_area_place:
 * @x: where the drawing's origin lies in the parent, logical pixels
 * @y: likewise
 * @scale: logical pixels a unit of the drawing
 * @seen: what of the drawing is seen, in units
 *
 * Allocates the widget around its zone. For the parent's size_allocate.
 */
void
legato_zone_area_place (LegatoZoneArea *self, int x, int y, double scale, const LegatoMapBox *seen)
{
  const LegatoMapBox *box;
  double left, top, right, bottom, stretch;
  GskTransform *transform;

  g_return_if_fail (LEGATO_IS_ZONE_AREA (self) && self->scale > 0);

  box = &legato_zone_area_get_shape (self)->outline->box;
  left = floor (box->x * self->scale);
  top = floor (box->y * self->scale);
  right = ceil ((box->x + box->width) * self->scale);
  bottom = ceil ((box->y + box->height) * self->scale);
  self->left = left / self->scale;
  self->top = top / self->scale;
  self->shown_scale = scale;
  self->seen = *seen;

  stretch = scale / self->scale;
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (x + left * stretch), (float) (y + top * stretch)));
  if (stretch != 1)
    transform = gsk_transform_scale (transform, (float) stretch, (float) stretch);
  gtk_widget_allocate (GTK_WIDGET (self), (int) (right - left), (int) (bottom - top), -1,
                       transform);
}

/** legato_zone_area_set_selected: chosen by the person: an accent outline */
void
legato_zone_area_set_selected (LegatoZoneArea *self, gboolean selected)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  describe (self);
}

/** legato_zone_area_set_active: worked on right now: an accent outline too */
void
legato_zone_area_set_active (LegatoZoneArea *self, gboolean active)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));

  if (self->active == active)
    return;
  self->active = active;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** legato_zone_area_is_marked: whether it has an accent outline, which others must not cover */
gboolean
legato_zone_area_is_marked (LegatoZoneArea *self)
{
  g_return_val_if_fail (LEGATO_IS_ZONE_AREA (self), FALSE);

  return self->selected || self->active;
}

/** legato_zone_area_set_done: worked on in this session: a quiet check mark */
void
legato_zone_area_set_done (LegatoZoneArea *self, gboolean done)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));

  if (self->done == done)
    return;
  self->done = done;
  describe (self);
}

/** legato_zone_area_set_blocked: better left alone: a hatch and a ring with a bar */
void
legato_zone_area_set_blocked (LegatoZoneArea *self, gboolean blocked)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));

  if (self->blocked == blocked)
    return;
  self->blocked = blocked;
  describe (self);
}

/** legato_zone_area_set_value: @soreness 0 to 10 as tint and number; -1 for none; %NAN hatches what
 * is not known */
void
legato_zone_area_set_value (LegatoZoneArea *self, double soreness)
{
  g_return_if_fail (LEGATO_IS_ZONE_AREA (self));
  g_return_if_fail (isnan (soreness) || (soreness >= -1 && soreness <= 10));

  if (self->value == soreness || (isnan (self->value) && isnan (soreness)))
    return;
  self->value = soreness;
  describe (self);
}

/**
 * legato_zone_area_find_neighbour:
 * @areas: (element-type LegatoZoneArea): all of the view
 * @direction: one of the four arrows
 *
 * Returns: (transfer none) (nullable): the zone whose centre lies nearest that way; what lies
 *   sideways counts as twice as far
 */
LegatoZoneArea *
legato_zone_area_find_neighbour (LegatoZoneArea *self, GPtrArray *areas, GtkDirectionType direction)
{
  LegatoMapPoint here;
  double nearest = G_MAXDOUBLE;
  LegatoZoneArea *neighbour = NULL;

  g_return_val_if_fail (LEGATO_IS_ZONE_AREA (self) && areas != NULL, NULL);

  here = legato_zone_area_get_shape (self)->centre;
  for (guint i = 0; i < areas->len; i++)
    {
      LegatoZoneArea *area = g_ptr_array_index (areas, i);
      LegatoMapPoint there = legato_zone_area_get_shape (area)->centre;
      gboolean upright = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
      double forward = direction == GTK_DIR_UP || direction == GTK_DIR_LEFT ? -1 : 1;
      double along = forward * (upright ? there.y - here.y : there.x - here.x);
      double across = upright ? there.x - here.x : there.y - here.y;
      double distance = along + 2 * fabs (across);

      if (area == self || along <= 1 || distance >= nearest)
        continue;
      nearest = distance;
      neighbour = area;
    }
  return neighbour;
}

/* legato-zone-layer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-zone-layer-testing.h"

/* Of a leg that is seen no broader than this, in units, nobody asks which one it is. */
#define LEAST_SEEN 24.0

/* What is marked on a zone, whichever view it is seen in. */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  gboolean done;
  gboolean blocked;
  double value;
} Mark;

struct _LegatoZoneLayer
{
  GtkWidget *parent; /* borrowed: it owns the layer */
  LegatoMapPalette *palette;
  GCallback activated;
  GCallback focus_changed;
  double scale;      /* that the zones are drawn for; 0 before the first time */
  LegatoMapBox part; /* likewise */
  GPtrArray *areas;  /* LegatoZoneArea, children of `parent` */
  GArray *marks;     /* Mark */
  GPtrArray *step_zones;
  LegatoLeg step_leg;
  gboolean interactive;
  const LegatoZone *selected_zone;
  LegatoLeg selected_leg;
  const LegatoZone *focused_zone; /* the one that Tab comes back to */
  LegatoLeg focused_leg;
};

/**
 * legato_zone_layer_new:
 * @parent: the widget whose children the zones become; it calls the layer from its own vfuncs
 * @activated: handler of "activated" of each #LegatoZoneArea, with @parent as its data
 * @focus_changed: likewise of "notify::has-focus"
 *
 * Returns: (transfer full)
 */
LegatoZoneLayer *
legato_zone_layer_new (GtkWidget *parent,
                       LegatoMapPalette *palette,
                       GCallback activated,
                       GCallback focus_changed)
{
  LegatoZoneLayer *self = g_new0 (LegatoZoneLayer, 1);

  self->parent = parent;
  self->palette = g_object_ref (palette);
  self->activated = activated;
  self->focus_changed = focus_changed;
  self->areas = g_ptr_array_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->interactive = TRUE;
  return self;
}

/* A window of GTK 4.8 that hides what has the focus notes it, and never lets go of it again if the
 * focused child is then taken out before it has found the focus another place. */
static void
give_up_focus (LegatoZoneLayer *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_parent (focus) == self->parent)
    gtk_root_set_focus (root, NULL);
}

static void
clear_areas (LegatoZoneLayer *self)
{
  if (self->areas->len > 0)
    give_up_focus (self);
  for (guint i = 0; i < self->areas->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->areas, i));
  g_ptr_array_set_size (self->areas, 0);
}

/** legato_zone_layer_free: takes the zones out of the parent, too */
void
legato_zone_layer_free (LegatoZoneLayer *self)
{
  clear_areas (self);
  g_ptr_array_unref (self->areas);
  g_array_unref (self->marks);
  g_clear_pointer (&self->step_zones, g_ptr_array_unref);
  g_object_unref (self->palette);
  g_free (self);
}

static LegatoZoneArea *
find_area (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      LegatoZoneArea *area = g_ptr_array_index (self->areas, i);
      const LegatoMapShape *shape = legato_zone_area_get_shape (area);

      if (shape->leg == leg && shape->zone == zone)
        return area;
    }
  return NULL;
}

static Mark *
find_mark (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->leg == leg && mark->zone == zone)
        return mark;
    }
  return NULL;
}

static Mark *
ensure_mark (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  Mark mark = { leg, zone, FALSE, FALSE, -1 };
  Mark *known = find_mark (self, leg, zone);

  if (known != NULL)
    return known;
  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, Mark, self->marks->len - 1);
}

static gboolean
is_worked_on (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  return self->step_zones != NULL && (self->step_leg == leg || self->step_leg == LEGATO_LEG_BOTH)
         && g_ptr_array_find (self->step_zones, zone, NULL);
}

/** legato_zone_layer_is_meant: whether it is chosen, or, if nothing is, worked on now */
gboolean
legato_zone_layer_is_meant (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  if (self->selected_zone != NULL)
    return self->selected_zone == zone && self->selected_leg == leg;
  return is_worked_on (self, leg, zone);
}

/* Selection, step and marks onto the zones of the view. */
static void
update (LegatoZoneLayer *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      LegatoZoneArea *area = g_ptr_array_index (self->areas, i);
      const LegatoMapShape *shape = legato_zone_area_get_shape (area);
      const Mark *mark = find_mark (self, shape->leg, shape->zone);

      legato_zone_area_set_selected (area, shape->zone == self->selected_zone
                                               && shape->leg == self->selected_leg);
      legato_zone_area_set_active (area, is_worked_on (self, shape->leg, shape->zone));
      legato_zone_area_set_done (area, mark != NULL && mark->done);
      legato_zone_area_set_blocked (area, mark != NULL && mark->blocked);
      legato_zone_area_set_value (area, mark != NULL ? mark->value : -1);
    }
}

static void
focused_cb (LegatoZoneArea *area, GParamSpec *pspec, LegatoZoneLayer *self)
{
  const LegatoMapShape *shape = legato_zone_area_get_shape (area);

  if (!gtk_widget_has_focus (GTK_WIDGET (area)))
    return;
  self->focused_zone = shape->zone;
  self->focused_leg = shape->leg;
}

static gboolean
is_focused (LegatoZoneLayer *self)
{
  return (gtk_widget_get_state_flags (self->parent) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/** legato_zone_layer_set_art: @art: (nullable): shows its zones; marks, selection and focus stay */
void
legato_zone_layer_set_art (LegatoZoneLayer *self, LegatoMapArt *art)
{
  GtkWidget *after = gtk_widget_get_first_child (self->parent);
  gboolean was_focused = is_focused (self);

  clear_areas (self);
  for (guint i = 0; art != NULL && i < legato_map_art_get_n_shapes (art); i++)
    {
      GtkWidget *area = legato_zone_area_new (art, i, self->palette);

      gtk_widget_set_can_target (area, self->interactive);
      gtk_widget_set_focusable (area, self->interactive);
      g_signal_connect (area, "activated", self->activated, self->parent);
      g_signal_connect (area, "notify::has-focus", G_CALLBACK (focused_cb), self);
      g_signal_connect (area, "notify::has-focus", self->focus_changed, self->parent);
      if (self->scale > 0)
        legato_zone_area_sharpen (LEGATO_ZONE_AREA (area), self->scale, &self->part);
      gtk_widget_insert_after (area, self->parent, after);
      after = area;
      g_ptr_array_add (self->areas, area);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                      (int) i + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                      (int) legato_map_art_get_n_shapes (art), -1);
    }
  update (self);
  if (was_focused)
    legato_zone_layer_focus (self, GTK_DIR_TAB_FORWARD);
}

/** legato_zone_layer_forget: lets go of all that belongs to a guide */
void
legato_zone_layer_forget (LegatoZoneLayer *self)
{
  clear_areas (self);
  g_array_set_size (self->marks, 0);
  g_clear_pointer (&self->step_zones, g_ptr_array_unref);
  self->selected_zone = NULL;
  self->focused_zone = NULL;
}

/** legato_zone_layer_set_interactive: whether zones can be pointed at and focused */
void
legato_zone_layer_set_interactive (LegatoZoneLayer *self, gboolean interactive)
{
  self->interactive = interactive;
  for (guint i = 0; i < self->areas->len; i++)
    {
      gtk_widget_set_can_target (g_ptr_array_index (self->areas, i), interactive);
      gtk_widget_set_focusable (g_ptr_array_index (self->areas, i), interactive);
    }
}

gboolean
legato_zone_layer_get_interactive (LegatoZoneLayer *self)
{
  return self->interactive;
}

/** legato_zone_layer_get_selected: (transfer none) (nullable): the chosen zone and its @leg */
const LegatoZone *
legato_zone_layer_get_selected (LegatoZoneLayer *self, LegatoLeg *leg)
{
  if (leg != NULL)
    *leg = self->selected_leg;
  return self->selected_zone;
}

/** legato_zone_layer_set_selected: @zone: (nullable) */
void
legato_zone_layer_set_selected (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone)
{
  self->selected_leg = leg;
  self->selected_zone = zone;
  update (self);
}

/** legato_zone_layer_set_step: @step: (nullable): whose zones are worked on or stretched now */
void
legato_zone_layer_set_step (LegatoZoneLayer *self, const LegatoStep *step)
{
  g_clear_pointer (&self->step_zones, g_ptr_array_unref);
  if (step != NULL)
    {
      self->step_zones = g_ptr_array_ref (legato_step_get_shown_zones (step));
      self->step_leg = step->leg;
    }
  update (self);
}

void
legato_zone_layer_set_done (LegatoZoneLayer *self,
                            LegatoLeg leg,
                            const LegatoZone *zone,
                            gboolean done)
{
  ensure_mark (self, leg, zone)->done = done;
  update (self);
}

void
legato_zone_layer_set_blocked (LegatoZoneLayer *self,
                               LegatoLeg leg,
                               const LegatoZone *zone,
                               gboolean blocked)
{
  ensure_mark (self, leg, zone)->blocked = blocked;
  update (self);
}

/** legato_zone_layer_set_value: @soreness: 0 to 10; -1 for none; %NAN where it is not known */
void
legato_zone_layer_set_value (LegatoZoneLayer *self,
                             LegatoLeg leg,
                             const LegatoZone *zone,
                             double soreness)
{
  ensure_mark (self, leg, zone)->value = soreness;
  update (self);
}

void
legato_zone_layer_clear_marks (LegatoZoneLayer *self)
{
  g_array_set_size (self->marks, 0);
  update (self);
}

/** legato_zone_layer_get_leg_middle: of what is seen of its zones, in units; negative if nothing is
 */
double
legato_zone_layer_get_leg_middle (LegatoZoneLayer *self, LegatoLeg leg, const LegatoMapBox *seen)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const LegatoMapShape *shape = legato_zone_area_get_shape (g_ptr_array_index (self->areas, i));
      const LegatoMapBox *box = &shape->outline->box;
      double rows = MIN (box->y + box->height, seen->y + seen->height) - MAX (box->y, seen->y);

      /* A leg may stand broader in what is not seen of it. */
      if (shape->leg != leg || rows < MIN (box->height, seen->height) / 2
          || box->x > seen->x + seen->width || box->x + box->width < seen->x)
        continue;
      left = MIN (left, MAX (seen->x, box->x));
      right = MAX (right, MIN (seen->x + seen->width, box->x + box->width));
    }
  return right - left >= LEAST_SEEN ? (left + right) / 2 : -1;
}

/** legato_zone_layer_get_focused: (transfer none) (nullable): the zone that has the focus */
LegatoZoneArea *
legato_zone_layer_get_focused (LegatoZoneLayer *self)
{
  GtkWidget *child = is_focused (self) ? gtk_widget_get_focus_child (self->parent) : NULL;

  return child != NULL && LEGATO_IS_ZONE_AREA (child) ? LEGATO_ZONE_AREA (child) : NULL;
}

/** legato_zone_layer_sharpen: draws for @scale pixels a unit what may be seen of @part (units) */
void
legato_zone_layer_sharpen (LegatoZoneLayer *self, double scale, const LegatoMapBox *part)
{
  if (self->scale == scale && self->part.x == part->x && self->part.y == part->y
      && self->part.width == part->width && self->part.height == part->height)
    return;
  self->scale = scale;
  self->part = *part;
  for (guint i = 0; i < self->areas->len; i++)
    legato_zone_area_sharpen (g_ptr_array_index (self->areas, i), scale, part);
}

/** legato_zone_layer_place: allocates the zones for a drawing at (@x, @y), @scale pixels a unit, of
 * which @seen (units) can be pointed at */
void
legato_zone_layer_place (LegatoZoneLayer *self,
                         int x,
                         int y,
                         double scale,
                         const LegatoMapBox *seen)
{
  for (guint i = 0; i < self->areas->len; i++)
    legato_zone_area_place (g_ptr_array_index (self->areas, i), x, y, scale, seen);
}

/** legato_zone_layer_snapshot: draws the zones, those with an accent outline on top */
void
legato_zone_layer_snapshot (LegatoZoneLayer *self, GtkSnapshot *snapshot)
{
  for (int marked = 0; marked <= 1; marked++)
    for (guint i = 0; i < self->areas->len; i++)
      if (legato_zone_area_is_marked (g_ptr_array_index (self->areas, i)) == marked)
        gtk_widget_snapshot_child (self->parent, g_ptr_array_index (self->areas, i), snapshot);
}

/** legato_zone_layer_queue_draw: has every zone drawn anew, as after a change of colours */
void
legato_zone_layer_queue_draw (LegatoZoneLayer *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->areas, i));
}

/**
 * legato_zone_layer_focus:
 *
 * For the parent's focus vfunc: Tab comes to the selected zone, or to the one it last left, and
 * then goes on past the map; the arrows walk from zone to zone, and stay where none lies farther:
 * who does not see the map would be lost beside it.
 */
gboolean
legato_zone_layer_focus (LegatoZoneLayer *self, GtkDirectionType direction)
{
  LegatoZoneArea *current = legato_zone_layer_get_focused (self);
  LegatoZoneArea *area;

  if (!self->interactive || self->areas->len == 0)
    return FALSE;

  if (current != NULL)
    {
      if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
        return FALSE;
      area = legato_zone_area_find_neighbour (current, self->areas, direction);
      return area == NULL || gtk_widget_grab_focus (GTK_WIDGET (area));
    }

  area = find_area (self, self->selected_leg, self->selected_zone);
  if (area == NULL)
    area = find_area (self, self->focused_leg, self->focused_zone);
  if (area == NULL)
    area = g_ptr_array_index (self->areas, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (area));
}

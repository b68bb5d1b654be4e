/* legato-place-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-map-look.h"
#include "legato-place-map.h"

struct _LegatoPlaceMap
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkToggleButton *front;
  GtkToggleButton *back;
  GtkToggleButton *outer;
  GtkToggleButton *inner;
  LegatoLegMap *map;
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoPlaceMap, legato_place_map, GTK_TYPE_WIDGET)

static GtkToggleButton *
get_button (LegatoPlaceMap *self, LegatoView view)
{
  switch (view)
    {
    case LEGATO_VIEW_BACK:
      return self->back;
    case LEGATO_VIEW_OUTER:
      return self->outer;
    case LEGATO_VIEW_INNER:
      return self->inner;
    case LEGATO_VIEW_FRONT:
    default:
      return self->front;
    }
}

static void
view_toggled_cb (LegatoPlaceMap *self, GtkToggleButton *button)
{
  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_INNER; view <<= 1)
    if (button == get_button (self, view) && gtk_toggle_button_get_active (button))
      legato_leg_map_set_view (self->map, view);
}

static void
zone_selected_cb (LegatoPlaceMap *self, int leg, const char *zone_id)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, leg, zone_id);
}

static void
legato_place_map_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_PLACE_MAP (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_place_map_parent_class)->dispose (object);
}

static void
legato_place_map_class_init (LegatoPlaceMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_place_map_dispose;

  /**
   * LegatoPlaceMap::place-chosen:
   * @leg: a #LegatoLeg, left or right
   * @zone_id: the place
   *
   * The person chose a place on the map.
   */
  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/widgets/place-map.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, front);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, back);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, outer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, inner);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceMap, map);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
}

static void
legato_place_map_init (LegatoPlaceMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_map_look_follow (self->map);
}

/** legato_place_map_set_guide: whose zones to show; to be called once. */
void
legato_place_map_set_guide (LegatoPlaceMap *self, LegatoGuide *guide)
{
  g_return_if_fail (LEGATO_IS_PLACE_MAP (self));
  legato_leg_map_set_guide (self->map, guide);
}

/** Returns: (transfer none): the map itself, to mark places on */
LegatoLegMap *
legato_place_map_get_map (LegatoPlaceMap *self)
{
  g_return_val_if_fail (LEGATO_IS_PLACE_MAP (self), NULL);
  return self->map;
}

/** legato_place_map_choose: outlines a place, or none, and turns the legs so that it is seen. */
void
legato_place_map_choose (LegatoPlaceMap *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_PLACE_MAP (self));

  if (zone != NULL)
    gtk_toggle_button_set_active (get_button (self, legato_leg_map_view_for_zone (self->map, zone)),
                                  TRUE);
  legato_leg_map_set_selected (self->map, leg, zone);
}

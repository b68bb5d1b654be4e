/* legato-place-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-map-settings.h"
#include "legato-place-chooser.h"
#include "legato-view-buttons.h"

struct _LegatoPlaceChooser
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  LegatoLegMap *map;
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoPlaceChooser, legato_place_chooser, GTK_TYPE_WIDGET)

static void
zone_selected_cb (LegatoPlaceChooser *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, leg, zone);
}

static void
legato_place_chooser_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_PLACE_CHOOSER (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_place_chooser_parent_class)->dispose (object);
}

static void
legato_place_chooser_class_init (LegatoPlaceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_place_chooser_dispose;

  /**
   * LegatoPlaceChooser::place-chosen:
   * @leg: a #LegatoLeg, left or right
   * @zone: (type LegatoZone): the place
   *
   * The person chose a place on the map.
   */
  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);

  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  g_type_ensure (LEGATO_TYPE_VIEW_BUTTONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/widgets/place-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceChooser, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlaceChooser, map);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
}

static void
legato_place_chooser_init (LegatoPlaceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_map_settings_follow (self->map);
}

/** Returns: (transfer none): a leg map to choose places on */
LegatoPlaceChooser *
legato_place_chooser_new (LegatoContext *context)
{
  LegatoPlaceChooser *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_PLACE_CHOOSER, NULL);
  legato_leg_map_set_views (self->map, legato_context_get_views (context));
  return self;
}

/** Returns: (transfer none): the map itself, to mark places on */
LegatoLegMap *
legato_place_chooser_get_map (LegatoPlaceChooser *self)
{
  g_return_val_if_fail (LEGATO_IS_PLACE_CHOOSER (self), NULL);
  return self->map;
}

/** legato_place_chooser_choose: outlines a place, or none, and turns the legs so that it is seen.
 */
void
legato_place_chooser_choose (LegatoPlaceChooser *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_PLACE_CHOOSER (self));

  if (zone != NULL)
    legato_leg_map_set_view (self->map, legato_leg_map_view_for_zone (self->map, zone, NULL));
  legato_leg_map_set_selected (self->map, leg, zone);
}

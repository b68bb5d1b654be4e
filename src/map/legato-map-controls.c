/* legato-map-controls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-map-controls.h"

/* From the edges of the map and between the buttons, in logical pixels. */
#define GAP 6

static const struct
{
  const char *icon;
  const char *action;
  const char *name;
  const char *key;
  guint offers; /* LegatoMapOffer bits: with any of them it is shown */
} kinds[] = {
  { "zoom-in-symbolic", "map.zoom-in", N_ ("Zoom in"), "+",
    LEGATO_MAP_OFFER_NEARER | LEGATO_MAP_OFFER_BACK },
  { "zoom-out-symbolic", "map.zoom-out", N_ ("Zoom out"), "−", LEGATO_MAP_OFFER_BACK },
  { "zoom-fit-best-symbolic", "map.zoom-fit", N_ ("Show the whole legs"), "0",
    LEGATO_MAP_OFFER_BACK },
  { "zoom-fit-best-symbolic", "map.near", N_ ("Show the whole legs"), "0", LEGATO_MAP_OFFER_WHOLE },
  { "zoom-in-symbolic", "map.near", N_ ("Follow the hands"), "0", LEGATO_MAP_OFFER_HANDS },
};

struct _LegatoMapControls
{
  GtkBox parent;

  GtkWidget *buttons[G_N_ELEMENTS (kinds)];
};

G_DEFINE_FINAL_TYPE (LegatoMapControls, legato_map_controls, GTK_TYPE_BOX)

/* Between the buttons the legs can be pointed at. */
static gboolean
legato_map_controls_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
legato_map_controls_class_init (LegatoMapControlsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->contains = legato_map_controls_contains;
}

/* Whether it is offered while the map follows the hands. */
static gboolean
is_for_hands (gsize kind)
{
  return (kinds[kind].offers & (LEGATO_MAP_OFFER_WHOLE | LEGATO_MAP_OFFER_HANDS)) != 0;
}

static void
legato_map_controls_init (LegatoMapControls *self)
{
  gtk_box_set_spacing (GTK_BOX (self), GAP);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (kinds[i].icon);
      g_autofree char *hint = g_strdup_printf ("%s (%s)", _ (kinds[i].name), kinds[i].key);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), kinds[i].action);
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_add_css_class (button, "legato-map-control");
      /* Hands that massage are oily and in a hurry. */
      if (is_for_hands (i))
        gtk_widget_add_css_class (button, "legato-map-large-control");
      /* The keys do the same from any zone, so that Tab need not pass through the buttons. Where no
       * zone takes the focus, the one button does. */
      gtk_widget_set_focusable (button, is_for_hands (i));
      gtk_widget_set_tooltip_text (button, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (kinds[i].name), -1);
      gtk_box_append (GTK_BOX (self), button);
      self->buttons[i] = button;
    }
}

/** legato_map_controls_new: (transfer floating): for a parent that has the actions map.zoom-in,
 * map.zoom-out, map.zoom-fit and map.near */
GtkWidget *
legato_map_controls_new (void)
{
  return g_object_new (LEGATO_TYPE_MAP_CONTROLS, NULL);
}

/** legato_map_controls_set_offer: what the person may do now */
void
legato_map_controls_set_offer (LegatoMapControls *self, LegatoMapOffer offer)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), offer != LEGATO_MAP_OFFER_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if ((kinds[i].offers & offer) == 0)
        continue;
      gtk_widget_set_visible (self->buttons[i], TRUE);
      /* What takes the place of the button that has the focus takes the focus. */
      if (focused && is_for_hands (i))
        gtk_widget_grab_focus (self->buttons[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_set_visible (self->buttons[i], (kinds[i].offers & offer) != 0);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation)
{
  int size = 0;

  gtk_widget_measure (widget, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

/** legato_map_controls_get_breadth: what they need of the map's side, or of its foot, in logical
 * pixels; 0 if they are not shown */
int
legato_map_controls_get_breadth (LegatoMapControls *self)
{
  /* The one button of a map that follows the hands lies in a corner of it. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || !gtk_widget_get_visible (self->buttons[0]))
    return 0;
  return MAX (measure (self->buttons[0], GTK_ORIENTATION_HORIZONTAL),
              measure (self->buttons[0], GTK_ORIENTATION_VERTICAL))
         + 2 * GAP;
}

/**
 * legato_map_controls_place:
 * @beneath: in a row at the map's foot instead of below each other at its side
 * @width: of the map, in logical pixels
 * @height: likewise
 *
 * For the parent's size_allocate. They stand at the end of the line, as the language is written; in
 * a row the first, which is always there, is the last.
 */
void
legato_map_controls_place (LegatoMapControls *self, gboolean beneath, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean to_left = gtk_widget_get_direction (gtk_widget_get_parent (widget)) == GTK_TEXT_DIR_RTL;
  int own_width, own_height;

  if (!gtk_widget_get_visible (widget))
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  beneath ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_direction (widget, to_left ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
  own_width = measure (widget, GTK_ORIENTATION_HORIZONTAL);
  own_height = measure (widget, GTK_ORIENTATION_VERTICAL);
  gtk_widget_allocate (
      widget, own_width, own_height, -1,
      gsk_transform_translate (
          NULL, &GRAPHENE_POINT_INIT ((float) (to_left ? GAP : width - own_width - GAP),
                                      (float) (beneath ? height - own_height - GAP : GAP))));
}

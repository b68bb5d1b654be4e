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
  gboolean when_zoomed; /* before there is only one thing to do */
} kinds[] = {
  { "zoom-in-symbolic", "map.zoom-in", N_ ("Zoom in"), "+", FALSE },
  { "zoom-out-symbolic", "map.zoom-out", N_ ("Zoom out"), "−", TRUE },
  { "zoom-fit-best-symbolic", "map.zoom-fit", N_ ("Show the whole legs"), "0", TRUE },
};

struct _LegatoMapControls
{
  GtkWidget *parent; /* borrowed: it owns the controls */
  GtkWidget *buttons[G_N_ELEMENTS (kinds)];
};

/** legato_map_controls_new: @parent: has the actions map.zoom-in, map.zoom-out and map.zoom-fit;
 * (transfer full) */
LegatoMapControls *
legato_map_controls_new (GtkWidget *parent)
{
  LegatoMapControls *self = g_new0 (LegatoMapControls, 1);

  self->parent = parent;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (kinds[i].icon);
      g_autofree char *hint = g_strdup_printf ("%s (%s)", _ (kinds[i].name), kinds[i].key);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), kinds[i].action);
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_add_css_class (button, "legato-map-control");
      /* The keys do the same from any zone, so that Tab need not pass through the buttons. */
      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_set_tooltip_text (button, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (kinds[i].name), -1);
      gtk_widget_set_parent (button, parent);
      self->buttons[i] = button;
    }
  return self;
}

void
legato_map_controls_free (LegatoMapControls *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_unparent (self->buttons[i]);
  g_free (self);
}

/** legato_map_controls_set_shown: @zoomed: so that there is something to undo */
void
legato_map_controls_set_shown (LegatoMapControls *self, gboolean shown, gboolean zoomed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_set_visible (self->buttons[i], shown && (zoomed || !kinds[i].when_zoomed));
}

static int
measure (GtkWidget *button, GtkOrientation orientation)
{
  int size = 0;

  gtk_widget_measure (button, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

/** legato_map_controls_get_breadth: what they need of the map's side, or of its foot, in logical
 * pixels; 0 if they are not shown */
int
legato_map_controls_get_breadth (LegatoMapControls *self)
{
  if (!gtk_widget_get_visible (self->buttons[0]))
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
 * For the parent's size_allocate. They stand at the end of the line, as the language is written.
 */
void
legato_map_controls_place (LegatoMapControls *self, gboolean beneath, int width, int height)
{
  gboolean to_left = gtk_widget_get_direction (self->parent) == GTK_TEXT_DIR_RTL;
  int breadth = legato_map_controls_get_breadth (self);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && breadth > 0; i++)
    {
      int size = breadth - 2 * GAP, step = (int) i * (size + GAP);
      /* In a row the first is the farthest from the end. */
      int from_end = GAP + (beneath ? (int) (G_N_ELEMENTS (kinds) - 1) * (size + GAP) - step : 0);
      int x = to_left ? from_end : width - from_end - size;
      int y = beneath ? height - size - GAP : GAP + step;

      if (gtk_widget_get_visible (self->buttons[i]))
        gtk_widget_allocate (
            self->buttons[i], size, size, -1,
            gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
    }
}

void
legato_map_controls_snapshot (LegatoMapControls *self, GtkSnapshot *snapshot)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_snapshot_child (self->parent, self->buttons[i], snapshot);
}

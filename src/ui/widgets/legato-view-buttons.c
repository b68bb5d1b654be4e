/* legato-view-buttons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-view-buttons.h"
#include "legato-wrap-layout.h"

struct _LegatoViewButtons
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkToggleButton *front;
  GtkToggleButton *back;
  GtkToggleButton *outer;
  GtkToggleButton *inner;
  GtkToggleButton *sole;

  LegatoView view;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoViewButtons, legato_view_buttons, GTK_TYPE_WIDGET)

static GtkToggleButton *
get_button (LegatoViewButtons *self, LegatoView view)
{
  switch (view)
    {
    case LEGATO_VIEW_BACK:
      return self->back;
    case LEGATO_VIEW_OUTER:
      return self->outer;
    case LEGATO_VIEW_INNER:
      return self->inner;
    case LEGATO_VIEW_SOLE:
      return self->sole;
    case LEGATO_VIEW_FRONT:
    default:
      return self->front;
    }
}

static void
set_view (LegatoViewButtons *self, LegatoView view)
{
  if (self->view == view)
    return;
  self->view = view;
  gtk_toggle_button_set_active (get_button (self, view), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
toggled_cb (LegatoViewButtons *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_LAST; view <<= 1)
    if (button == get_button (self, view))
      set_view (self, view);
}

static void
legato_view_buttons_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_flags (value, LEGATO_VIEW_BUTTONS (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_view_buttons_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      set_view (LEGATO_VIEW_BUTTONS (object), (LegatoView) g_value_get_flags (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_view_buttons_dispose (GObject *object)
{
  LegatoViewButtons *self = LEGATO_VIEW_BUTTONS (object);

  for (LegatoView view = LEGATO_VIEW_FRONT; view <= LEGATO_VIEW_LAST; view <<= 1)
    {
      GtkToggleButton *button = get_button (self, view);

      if (button != NULL && gtk_widget_get_parent (GTK_WIDGET (button)) != NULL)
        gtk_widget_unparent (GTK_WIDGET (button));
    }

  G_OBJECT_CLASS (legato_view_buttons_parent_class)->dispose (object);
}

static void
legato_view_buttons_class_init (LegatoViewButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_view_buttons_dispose;
  object_class->get_property = legato_view_buttons_get_property;
  object_class->set_property = legato_view_buttons_set_property;

  properties[PROP_VIEW] =
      g_param_spec_flags ("view", NULL, NULL, LEGATO_TYPE_VIEW, LEGATO_VIEW_FRONT,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/widgets/view-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoViewButtons, front);
  gtk_widget_class_bind_template_child (widget_class, LegatoViewButtons, back);
  gtk_widget_class_bind_template_child (widget_class, LegatoViewButtons, outer);
  gtk_widget_class_bind_template_child (widget_class, LegatoViewButtons, inner);
  gtk_widget_class_bind_template_child (widget_class, LegatoViewButtons, sole);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
legato_view_buttons_init (LegatoViewButtons *self)
{
  self->view = LEGATO_VIEW_FRONT;
  gtk_widget_add_css_class (GTK_WIDGET (self), "views");
  gtk_widget_init_template (GTK_WIDGET (self));
}

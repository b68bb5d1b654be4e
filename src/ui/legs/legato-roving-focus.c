/* legato-roving-focus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-roving-focus.h"

/*
 * GTK's list box has Tab go through its rows one by one. Here the arrow keys do that; Tab comes to
 * the row that is selected, or to the first, and leaves the list from wherever it is.
 */
struct _LegatoRovingFocus
{
  GtkWidget parent_instance;

  /* Owned reference: the only child */
  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoRovingFocus, legato_roving_focus, GTK_TYPE_WIDGET)

static gboolean
legato_roving_focus_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LegatoRovingFocus *self = LEGATO_ROVING_FOCUS (widget);
  GtkListBoxRow *row = NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (legato_roving_focus_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || self->list == NULL)
    return FALSE;

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
set_list (LegatoRovingFocus *self, GtkListBox *list)
{
  g_assert (self->list == NULL);

  self->list = list;
  if (list != NULL)
    gtk_widget_set_parent (GTK_WIDGET (list), GTK_WIDGET (self));
}

static void
legato_roving_focus_dispose (GObject *object)
{
  LegatoRovingFocus *self = LEGATO_ROVING_FOCUS (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_roving_focus_parent_class)->dispose (object);
}

static void
legato_roving_focus_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, LEGATO_ROVING_FOCUS (object)->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_roving_focus_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      set_list (LEGATO_ROVING_FOCUS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_roving_focus_class_init (LegatoRovingFocusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_roving_focus_dispose;
  object_class->get_property = legato_roving_focus_get_property;
  object_class->set_property = legato_roving_focus_set_property;
  widget_class->focus = legato_roving_focus_focus;

  /** LegatoRovingFocus:list: (nullable): the list */
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_LIST_BOX,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
legato_roving_focus_init (LegatoRovingFocus *self)
{
}

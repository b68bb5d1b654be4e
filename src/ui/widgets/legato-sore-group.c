/* legato-sore-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-place-chooser.h"
#include "legato-sore-group.h"
#include "legato-soreness-row.h"
#include "legato-wrap-layout.h"

/* Both legs, from the hip to the sole, at a size at which a finger hits an ankle. */
#define MAP_HEIGHT 340

struct _LegatoSoreGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkWidget *hint;
  GtkListBox *rows;
  LegatoPlaceChooser *map;

  /* Borrowed reference, of the context, which lives longer */
  LegatoGuide *guide;

  LegatoSoreHintFunc hint_func;
  gpointer hint_data;
  gboolean asks_tight;
};

enum
{
  CHANGED,
  PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSoreGroup, legato_sore_group, ADW_TYPE_BIN)

static void
show_state (LegatoSoreGroup *self)
{
  gboolean has_rows = gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rows), has_rows);
  gtk_widget_set_visible (self->hint, !has_rows);
}

static void
value_cb (LegatoSorenessRow *row, GParamSpec *pspec, LegatoSoreGroup *self)
{
  legato_leg_map_set_value (legato_place_chooser_get_map (self->map),
                            legato_soreness_row_get_leg (row), legato_soreness_row_get_zone (row),
                            legato_soreness_row_get_value (row));
  g_signal_emit (self, signals[CHANGED], 0);
}

static LegatoSorenessRow *
find_row (LegatoSoreGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)) == leg
        && legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row)) == zone)
      return LEGATO_SORENESS_ROW (row);
  return NULL;
}

/* The place that was chosen last stands first. */
static LegatoSorenessRow *
need_row (LegatoSoreGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  LegatoSorenessRow *row = find_row (self, leg, zone);

  if (row != NULL)
    return row;
  row = LEGATO_SORENESS_ROW (legato_soreness_row_new (leg, zone));
  if (self->hint_func != NULL)
    legato_soreness_row_set_hint (row, self->hint_func (zone, leg, self->hint_data));
  if (self->asks_tight)
    legato_soreness_row_ask_tight (row);
  g_signal_connect (row, "notify::value", G_CALLBACK (value_cb), self);
  gtk_list_box_prepend (self->rows, GTK_WIDGET (row));
  show_state (self);
  return row;
}

static void
place_chosen_cb (LegatoSoreGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  need_row (self, leg, zone);
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, leg, zone);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_cb (GSimpleAction *action, GVariant *place, gpointer data)
{
  LegatoSoreGroup *self = data;
  const char *id = NULL;
  guint leg = 0;
  const LegatoZone *zone = NULL;

  g_variant_get (place, "(u&s)", &leg, &id);
  zone = legato_guide_find_zone (self->guide, id);
  legato_place_chooser_choose (self->map, (LegatoLeg) leg, zone);
  place_chosen_cb (self, (LegatoLeg) leg, zone);
}

/* The places of a leg by their names: what can be tapped, can be chosen from a list. */
static GtkWidget *
new_list (LegatoSoreGroup *self, LegatoLeg leg)
{
  GPtrArray *zones = legato_guide_get_zones (self->guide);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (zone->name, NULL);

      g_menu_item_set_action_and_target (item, "places.choose", "(us)", (guint) leg, zone->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), legato_leg_get_name (leg));
  return button;
}

static GtkWidget *
new_lists (LegatoSoreGroup *self)
{
  static const GActionEntry actions[] = { { "choose", choose_cb, "(us)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "places", G_ACTION_GROUP (group));
  gtk_widget_set_layout_manager (box, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), new_list (self, LEGATO_LEG_LEFT));
  gtk_box_append (GTK_BOX (box), new_list (self, LEGATO_LEG_RIGHT));
  return box;
}

static void
legato_sore_group_class_init (LegatoSoreGroupClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);
}

static void
legato_sore_group_init (LegatoSoreGroup *self)
{
}

/**
 * legato_sore_group_new:
 * @hint: what to do, while no place was chosen
 *
 * Returns: (transfer floating): a group without a place
 */
LegatoSoreGroup *
legato_sore_group_new (LegatoContext *context, const char *hint)
{
  LegatoSoreGroup *self = NULL;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context) && hint != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_SORE_GROUP, NULL);
  self->guide = legato_context_get_guide (context);

  self->hint = gtk_label_new (hint);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->hint), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0.0f);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_box_append (GTK_BOX (content), self->hint);

  /* What is chosen appears right below. */
  gtk_box_append (GTK_BOX (content), new_lists (self));

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->rows));

  self->map = legato_place_chooser_new (context);
  gtk_widget_set_size_request (GTK_WIDGET (self->map), -1, MAP_HEIGHT);
  gtk_widget_set_margin_top (GTK_WIDGET (self->map), 12);
  g_signal_connect_object (self->map, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->map));
  adw_bin_set_child (ADW_BIN (self), content);
  show_state (self);
  return self;
}

/** legato_sore_group_set_hint_func: @func says what a place that is added was like last time. */
void
legato_sore_group_set_hint_func (LegatoSoreGroup *self, LegatoSoreHintFunc func, gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));

  self->hint_func = func;
  self->hint_data = user_data;
}

/** Returns: (transfer none): the map on which places are chosen, to mark them on */
LegatoLegMap *
legato_sore_group_get_map (LegatoSoreGroup *self)
{
  g_return_val_if_fail (LEGATO_IS_SORE_GROUP (self), NULL);
  return legato_place_chooser_get_map (self->map);
}

/** Returns: whether any place has an answer */
gboolean
legato_sore_group_has_answer (LegatoSoreGroup *self)
{
  g_return_val_if_fail (LEGATO_IS_SORE_GROUP (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)) >= 0
        || legato_soreness_row_is_tight (LEGATO_SORENESS_ROW (row)))
      return TRUE;
  return FALSE;
}

/** legato_sore_group_clear: takes all places away */
void
legato_sore_group_clear (LegatoSoreGroup *self)
{
  GtkWidget *row = NULL;

  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  legato_leg_map_clear_marks (legato_place_chooser_get_map (self->map));
  legato_place_chooser_choose (self->map, LEGATO_LEG_LEFT, NULL);
  show_state (self);
}

/** legato_sore_group_set_value: adds a place, unless it is there, with @value 0-10 or -1 for none.
 */
void
legato_sore_group_set_value (LegatoSoreGroup *self,
                             LegatoLeg leg,
                             const LegatoZone *zone,
                             int value)
{
  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));
  g_return_if_fail (zone != NULL);

  legato_soreness_row_set_value (need_row (self, leg, zone), value);
}

/** legato_sore_group_ask_tight: asks of each place that is added whether it is tight, too. */
void
legato_sore_group_ask_tight (LegatoSoreGroup *self)
{
  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));
  self->asks_tight = TRUE;
}

/** legato_sore_group_show_tight: adds the places that are tight as @check_in says, unless they are
 * there; see legato_sore_group_ask_tight(). */
void
legato_sore_group_show_tight (LegatoSoreGroup *self, const LegatoCheckIn *check_in)
{
  GPtrArray *zones = NULL;

  g_return_if_fail (LEGATO_IS_SORE_GROUP (self) && self->asks_tight);
  g_return_if_fail (check_in != NULL);

  zones = legato_guide_get_zones (self->guide);
  for (guint i = 0; i < zones->len; i++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      {
        const LegatoZone *zone = g_ptr_array_index (zones, i);

        if (legato_check_in_is_tight (check_in, zone->id, (LegatoLeg) leg))
          legato_soreness_row_set_tight (need_row (self, (LegatoLeg) leg, zone), TRUE);
      }
}

/** legato_sore_group_note_tight: puts into @check_in which places are tight. */
void
legato_sore_group_note_tight (LegatoSoreGroup *self, LegatoCheckIn *check_in)
{
  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));
  g_return_if_fail (check_in != NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    legato_check_in_set_tight (check_in,
                               legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row))->id,
                               legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
                               legato_soreness_row_is_tight (LEGATO_SORENESS_ROW (row)));
}

/** legato_sore_group_foreach: calls @func for all places, the one that was added last first. */
void
legato_sore_group_foreach (LegatoSoreGroup *self, LegatoSoreFunc func, gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_SORE_GROUP (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    func (legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row)),
          legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
          legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)), user_data);
}

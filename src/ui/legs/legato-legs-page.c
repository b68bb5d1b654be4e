/* legato-legs-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-legs-page.h"
#include "legato-map-settings.h"
#include "legato-panes-layout.h"
#include "legato-roving-focus.h"
#include "legato-technique-card.h"
#include "legato-text-button.h"
#include "legato-view-buttons.h"
#include "legato-width-bin.h"
#include "legato-demonstration-player.h"

struct _LegatoLegsPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *panes;
  LegatoPanesLayout *panes_layout;
  GtkWidget *list_pane;
  LegatoLegMap *map;
  GtkLabel *elsewhere;
  GtkMenuButton *settings_button;
  GtkWidget *legend;
  GtkStack *panel;
  AdwBin *list_slot;
  GtkWidget *list;
  GtkBox *which_leg;
  GtkToggleButton *left;
  GtkToggleButton *right;
  GtkListBox *zones;
  GtkWidget *all_places;
  AdwBin *card_slot;

  /* Owned references */
  LegatoContext *context;
  LegatoDemonstrationPlayer *player;

  /* Borrowed reference, within `card_slot` */
  LegatoTechniqueCard *card;

  /* Borrowed reference, lives as long as the guide */
  const LegatoZone *zone;

  LegatoLeg leg;
  gboolean narrow;
  gboolean choosing;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SIGNAL_START_ZONE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoLegsPage, legato_legs_page, GTK_TYPE_WIDGET)

static void
show_panel (LegatoLegsPage *self)
{
  const char *name = "empty";

  if (self->zone != NULL)
    name = "card";
  else if (self->narrow)
    name = "list";
  gtk_stack_set_visible_child_name (self->panel, name);
  gtk_widget_set_visible (self->all_places, self->narrow);
}

static void
demonstrate (LegatoLegsPage *self)
{
  const LegatoUse *use = legato_technique_card_get_use (self->card);
  LegatoView view = legato_leg_map_get_view (self->map);
  gboolean seen = self->zone != NULL && (self->zone->views & view) != 0;
  gboolean there =
      seen && (use == NULL || legato_map_views_is_seen (view, self->zone, use->technique));

  gtk_label_set_label (self->elsewhere, seen ? _ ("This technique cannot be seen from here.")
                                             : _ ("This place cannot be seen from here."));
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), self->zone != NULL && !there);
  legato_leg_map_set_selected (self->map, self->leg, self->zone);

  /* Turning the legs does not end a demonstration. */
  if (self->zone != NULL && there
      && legato_demonstration_player_is_of (self->player, self->leg, use))
    return;
  legato_demonstration_player_stop (self->player);
  legato_leg_map_demonstrate (self->map, self->leg, self->zone,
                              there && use != NULL ? use->technique : NULL);
}

/* Shows the legs from where the technique of the card is seen. */
static void
turn_to_use (LegatoLegsPage *self)
{
  const LegatoUse *use = legato_technique_card_get_use (self->card);

  legato_leg_map_set_view (
      self->map,
      legato_leg_map_view_for_zone (self->map, self->zone, use != NULL ? use->technique : NULL));
}

static void
select_row (LegatoLegsPage *self)
{
  GtkListBoxRow *row =
      self->zone != NULL ? gtk_list_box_get_row_at_index (self->zones, self->zone->rank) : NULL;

  gtk_list_box_select_row (self->zones, row);
  gtk_toggle_button_set_active (self->leg == LEGATO_LEG_RIGHT ? self->right : self->left, TRUE);
}

static void
map_zone_selected_cb (LegatoLegsPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  if (!self->choosing)
    legato_legs_page_choose (self, leg, zone);
}

static void
row_activated_cb (LegatoLegsPage *self, GtkListBoxRow *row)
{
  const LegatoZone *zone = g_object_get_data (G_OBJECT (row), "zone");

  if (zone != self->zone)
    legato_legs_page_choose (self, self->leg, zone);
}

/* Where the card takes the place of the list, whoever walks through the list by keys goes on in it.
 */
static void
row_selected_cb (LegatoLegsPage *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->choosing && !self->narrow)
    row_activated_cb (self, row);
}

static void
leg_toggled_cb (LegatoLegsPage *self, GtkToggleButton *button)
{
  LegatoLeg leg = button == self->right ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT;

  if (!gtk_toggle_button_get_active (button) || self->choosing)
    return;
  self->leg = leg;
  if (self->zone != NULL)
    legato_legs_page_choose (self, leg, self->zone);
}

static void
all_places_cb (LegatoLegsPage *self)
{
  legato_legs_page_choose (self, self->leg, NULL);
}

static void
use_changed_cb (LegatoLegsPage *self)
{
  if (self->choosing)
    return;
  turn_to_use (self);
  demonstrate (self);
}

static void
try_cb (LegatoLegsPage *self)
{
  const LegatoUse *use = legato_technique_card_get_use (self->card);

  if (legato_technique_card_get_trying (self->card)
      == legato_demonstration_player_is_running (self->player))
    return;
  if (legato_demonstration_player_is_running (self->player))
    {
      legato_demonstration_player_stop (self->player);
      return;
    }

  /* The demonstration shows only on the side from which the technique is seen. */
  turn_to_use (self);
  legato_demonstration_player_start (self->player, self->leg, use);
}

static void
player_running_cb (LegatoLegsPage *self)
{
  gboolean running = legato_demonstration_player_is_running (self->player);

  legato_technique_card_set_trying (self->card, running);
  /* It may have ended by itself, or failed: the hands go on without sound. */
  if (!running && !self->choosing)
    demonstrate (self);
}

static void
player_trouble_cb (LegatoLegsPage *self)
{
  g_autofree char *trouble = NULL;

  g_object_get (self->player, "trouble", &trouble, NULL);
  legato_technique_card_set_trouble (self->card, trouble);
}

static void
start_cb (LegatoLegsPage *self)
{
  const LegatoUse *use = legato_technique_card_get_use (self->card);

  g_signal_emit (self, signals[SIGNAL_START_ZONE], 0, self->leg, self->zone, use->technique);
}

static void
place_list (LegatoLegsPage *self)
{
  g_object_ref (self->list);
  if (self->narrow)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->list_pane), NULL);
      adw_bin_set_child (self->list_slot, self->list);
    }
  else
    {
      adw_bin_set_child (self->list_slot, NULL);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->list_pane), self->list);
    }
  g_object_unref (self->list);
}

static void
set_narrow (LegatoLegsPage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  legato_panes_layout_set_narrow (self->panes_layout, narrow);
  gtk_widget_set_visible (self->list_pane, !narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), narrow ? -1 : 340, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->panel), narrow);
  place_list (self);
  show_panel (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* The window knows how much room there is; a page on its own has enough. */
static void
legato_legs_page_root (GtkWidget *widget)
{
  GtkWidget *bin = gtk_widget_get_ancestor (widget, LEGATO_TYPE_WIDTH_BIN);

  GTK_WIDGET_CLASS (legato_legs_page_parent_class)->root (widget);

  if (bin != NULL)
    legato_width_bin_stack (LEGATO_WIDTH_BIN (bin), LEGATO_LEGS_PAGE (widget)->which_leg);
}

/* A demonstration ends when another page is shown. */
static void
legato_legs_page_unmap (GtkWidget *widget)
{
  LegatoLegsPage *self = LEGATO_LEGS_PAGE (widget);

  legato_demonstration_player_stop (self->player);

  GTK_WIDGET_CLASS (legato_legs_page_parent_class)->unmap (widget);
}

static void
legato_legs_page_dispose (GObject *object)
{
  LegatoLegsPage *self = LEGATO_LEGS_PAGE (object);

  if (self->player != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->player, player_running_cb, self);
      g_signal_handlers_disconnect_by_func (self->player, player_trouble_cb, self);
    }
  g_clear_object (&self->player);
  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_legs_page_parent_class)->dispose (object);
}

static void
legato_legs_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoLegsPage *self = LEGATO_LEGS_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_legs_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  LegatoLegsPage *self = LEGATO_LEGS_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_legs_page_class_init (LegatoLegsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_legs_page_dispose;
  object_class->get_property = legato_legs_page_get_property;
  object_class->set_property = legato_legs_page_set_property;
  widget_class->root = legato_legs_page_root;
  widget_class->unmap = legato_legs_page_unmap;

  /** LegatoLegsPage:narrow: the panes stand below each other and share one place for list and card
   */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoLegsPage::start-zone:
   * @leg: a #LegatoLeg, left or right
   * @zone: (type LegatoZone): the place
   * @technique: (type LegatoTechnique): how
   *
   * The person wants a session of this place alone.
   */
  signals[SIGNAL_START_ZONE] =
      g_signal_new ("start-zone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, LEGATO_TYPE_LEG, G_TYPE_POINTER, G_TYPE_POINTER);

  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  g_type_ensure (LEGATO_TYPE_PANES_LAYOUT);
  g_type_ensure (LEGATO_TYPE_ROVING_FOCUS);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_VIEW_BUTTONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/legs/legs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, panes_layout);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, map);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, settings_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, legend);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, panel);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, list_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, which_leg);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, left);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, right);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, zones);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, all_places);
  gtk_widget_class_bind_template_child (widget_class, LegatoLegsPage, card_slot);
  /* Whoever has just chosen a place in the list zooms as on the map. */
  legato_leg_map_class_add_zoom_keys (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, demonstrate);
  gtk_widget_class_bind_template_callback (widget_class, map_zone_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, leg_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_places_cb);
}

/* The legend shows veins as the map draws them in that tone. */
static gboolean
tone_to_classes (GValue *value, GVariant *tone, gpointer data)
{
  g_autofree char *classes =
      g_strdup_printf ("map-note caption tone-%d", g_variant_get_int32 (tone));

  g_value_take_boxed (value, g_strsplit (classes, " ", 0));
  return TRUE;
}

/* The settings that change how the map looks can be changed here, too. */
static void
add_map_settings (LegatoLegsPage *self)
{
  static const char *const keys[] = { "show-veins", "own-legs", "skin-tone" };
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (actions), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "legs", G_ACTION_GROUP (actions));
  g_settings_bind (settings, "show-veins", self->legend, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (settings, "skin-tone", self->legend, "css-classes",
                                G_SETTINGS_BIND_GET, tone_to_classes, NULL, NULL, NULL);
}

static void
legato_legs_page_init (LegatoLegsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_map_settings_follow (self->map);
  legato_leg_map_lend_zoom (self->map, GTK_WIDGET (self));
  add_map_settings (self);
  /* It would lie on the menu's first line. */
  g_object_bind_property (gtk_menu_button_get_popover (self->settings_button), "visible",
                          self->settings_button, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  self->player = legato_demonstration_player_new (self->map);
  g_signal_connect_object (self->player, "notify::running", G_CALLBACK (player_running_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::trouble", G_CALLBACK (player_trouble_cb), self,
                           G_CONNECT_SWAPPED);
  show_panel (self);
}

static void
add_zone (LegatoLegsPage *self, LegatoZone *zone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (zone->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zone->name,
                                  -1);
  g_object_set_data (G_OBJECT (row), "zone", zone);
  gtk_list_box_append (self->zones, row);
}

/* Hatches the places that are never touched. */
static void
person_changed_cb (LegatoLegsPage *self)
{
  const LegatoPerson *person =
      legato_person_model_get_person (legato_context_get_person (self->context));
  GPtrArray *zones = legato_guide_get_zones (legato_context_get_guide (self->context));

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        legato_leg_map_set_blocked (self->map, (LegatoLeg) leg, zone,
                                    (person->blocked[leg] & LEGATO_ZONE_BIT (zone)) != 0);
    }
}

/** Returns: (transfer none): the leg map with its list of places and their cards */
LegatoLegsPage *
legato_legs_page_new (LegatoContext *context)
{
  LegatoLegsPage *self = NULL;
  GPtrArray *zones = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_LEGS_PAGE, NULL);
  self->context = g_object_ref (context);
  legato_leg_map_set_views (self->map, legato_context_get_views (context));
  self->card = legato_technique_card_new (context);
  adw_bin_set_child (self->card_slot, GTK_WIDGET (self->card));
  g_signal_connect_object (self->card, "use-changed", G_CALLBACK (use_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "try", G_CALLBACK (try_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);

  zones = legato_guide_get_zones (legato_context_get_guide (context));
  for (guint i = 0; i < zones->len; i++)
    add_zone (self, g_ptr_array_index (zones, i));

  g_signal_connect_object (legato_context_get_person (context), "changed",
                           G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  person_changed_cb (self);
  return self;
}

/**
 * legato_legs_page_choose:
 * @leg: left or right
 * @zone: (nullable): %NULL to choose nothing
 *
 * Selects a place on map and list, shows its card and the technique it is first worked with in
 * motion; turns the map to a view in which the place lies.
 */
void
legato_legs_page_choose (LegatoLegsPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_LEGS_PAGE (self));
  g_return_if_fail (leg != LEGATO_LEG_BOTH);

  self->choosing = TRUE;
  self->leg = leg;
  if (zone != NULL)
    legato_technique_card_set_place (self->card, leg, zone);
  self->zone = zone;
  if (zone != NULL)
    turn_to_use (self);
  select_row (self);
  show_panel (self);
  self->choosing = FALSE;

  demonstrate (self);
}

/** legato_legs_page_choose_use: selects the place of @use and shows its technique there. */
void
legato_legs_page_choose_use (LegatoLegsPage *self, LegatoLeg leg, const LegatoUse *use)
{
  g_return_if_fail (LEGATO_IS_LEGS_PAGE (self));
  g_return_if_fail (use != NULL);

  legato_legs_page_choose (self, leg, use->zone);
  legato_technique_card_set_use (self->card, use);
}

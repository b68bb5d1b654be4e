/* legato-places-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-chip.h"
#include "legato-choice-row.h"
#include "legato-place-chooser.h"
#include "legato-places-page.h"
#include "legato-action-row.h"

struct _LegatoPlacesPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwBin *map_slot;
  AdwComboRow *cause;
  GtkToggleButton *left;
  GtkToggleButton *right;
  AdwPreferencesGroup *list;
  AdwPreferencesGroup *agreed;

  /* Borrowed reference, within `map_slot` */
  LegatoPlaceChooser *map;

  /* Owned references */
  LegatoPersonModel *person;
  GPtrArray *rows;     /* (element-type AdwActionRow): by LegatoZone.rank */
  GPtrArray *chips[2]; /* (element-type GtkToggleButton): likewise, what was agreed to on a leg */

  /* Borrowed reference, lives as long as the guide */
  const LegatoZone *zone;

  LegatoLeg leg;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LegatoPlacesPage, legato_places_page, ADW_TYPE_PREFERENCES_PAGE)

static GPtrArray *
get_zones (LegatoPlacesPage *self)
{
  return legato_guide_get_zones (legato_person_model_get_guide (self->person));
}

/* The first choice means that the place may be massaged; the causes follow. */
static guint
get_choice (const LegatoProfilePlace *blocked)
{
  return blocked != NULL ? (guint) blocked->cause + 1 : 0;
}

static void
fill_chosen (LegatoPlacesPage *self, const LegatoProfile *profile)
{
  const char *title = _ ("Choose a place on the map or in the list");

  if (self->zone != NULL)
    title = self->zone->side_names[self->leg];
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->cause), title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cause), self->zone != NULL);
  adw_combo_row_set_selected (self->cause,
                              self->zone != NULL ? get_choice (
                                  legato_profile_find_blocked (profile, self->zone->id, self->leg))
                                                 : 0);
}

static void
fill_agreed (LegatoPlacesPage *self, const LegatoProfile *profile)
{
  const LegatoPerson *person = legato_person_model_get_person (self->person);
  GPtrArray *zones = get_zones (self);

  gtk_widget_set_visible (GTK_WIDGET (self->agreed),
                          (person->cleared & LEGATO_CONDITIONS_NEED_PLACES) != 0);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        gtk_toggle_button_set_active (
            g_ptr_array_index (self->chips[leg], i),
            legato_profile_is_agreed (profile, zone->id, (LegatoLeg) leg));
    }
}

static void
fill (LegatoPlacesPage *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);
  LegatoLegMap *map = legato_place_chooser_get_map (self->map);
  GPtrArray *zones = get_zones (self);

  self->filling = TRUE;
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      const LegatoProfilePlace *here = NULL;

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        legato_leg_map_set_blocked (map, (LegatoLeg) leg, zone,
                                    legato_profile_find_blocked (profile, zone->id, (LegatoLeg) leg)
                                        != NULL);
      here = legato_profile_find_blocked (profile, zone->id, self->leg);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), zone->side_names[self->leg]);
      adw_action_row_set_subtitle (row, here != NULL ? legato_cause_get_name (here->cause) : "");
    }
  fill_chosen (self, profile);
  fill_agreed (self, profile);
  self->filling = FALSE;
}

static void
choose (LegatoPlacesPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  self->leg = leg;
  self->zone = zone;
  legato_place_chooser_choose (self->map, leg, zone);
  self->filling = TRUE;
  gtk_toggle_button_set_active (leg == LEGATO_LEG_RIGHT ? self->right : self->left, TRUE);
  self->filling = FALSE;
  fill (self);
}

static void
place_chosen_cb (LegatoPlacesPage *self, LegatoLeg leg, const LegatoZone *zone)
{
  choose (self, leg, zone);
}

static void
row_activated_cb (AdwActionRow *row, LegatoPlacesPage *self)
{
  choose (self, self->leg, g_object_get_data (G_OBJECT (row), "zone"));
  gtk_widget_grab_focus (GTK_WIDGET (self->cause));
}

static void
leg_toggled_cb (LegatoPlacesPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->filling || self->person == NULL)
    return;
  choose (self, button == self->right ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT, self->zone);
}

static void
cause_changed_cb (LegatoPlacesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->cause);
  g_autoptr (LegatoProfile) profile = NULL;

  if (self->filling || self->person == NULL || self->zone == NULL || selected > LEGATO_N_CAUSES)
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  if (selected == 0)
    legato_profile_unblock (profile, self->zone->id, self->leg);
  else
    legato_profile_block (profile, self->zone->id, self->leg, (LegatoCause) (selected - 1),
                          legato_person_model_get_today ());
  legato_person_model_set_profile (self->person, profile);
}

static void
agreed_cb (GtkToggleButton *chip, LegatoPlacesPage *self)
{
  const LegatoZone *zone = g_object_get_data (G_OBJECT (chip), "zone");
  LegatoLeg leg = g_ptr_array_find (self->chips[LEGATO_LEG_LEFT], chip, NULL) ? LEGATO_LEG_LEFT
                                                                              : LEGATO_LEG_RIGHT;
  g_autoptr (LegatoProfile) profile = NULL;

  if (self->filling)
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  legato_profile_set_agreed (profile, zone->id, leg, legato_person_model_get_today (),
                             gtk_toggle_button_get_active (chip));
  legato_person_model_set_profile (self->person, profile);
}

static GtkWidget *
new_row (const LegatoZone *zone)
{
  GtkWidget *row = legato_action_row_new (zone->name, NULL);

  g_object_set_data (G_OBJECT (row), "zone", (gpointer) zone);
  return row;
}

static void
add_zone (LegatoPlacesPage *self, const LegatoZone *zone)
{
  GtkWidget *row = new_row (zone);
  GtkWidget *agreed_row = new_row (zone);
  GtkWidget *legs = legato_chip_box_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      GtkWidget *chip = legato_chip_new (leg == LEGATO_LEG_LEFT ? _ ("Left") : _ ("Right"), NULL);

      /* Below each other rather than with a word in two lines. */
      gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))),
                               PANGO_WRAP_WORD);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      zone->side_names[leg], -1);
      g_object_set_data (G_OBJECT (chip), "zone", (gpointer) zone);
      g_signal_connect (chip, "toggled", G_CALLBACK (agreed_cb), self);
      gtk_box_append (GTK_BOX (legs), chip);
      g_ptr_array_add (self->chips[leg], chip);
    }
  gtk_widget_set_valign (legs, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (agreed_row), legs);
  adw_preferences_group_add (self->agreed, agreed_row);
}

static void
legato_places_page_dispose (GObject *object)
{
  LegatoPlacesPage *self = LEGATO_PLACES_PAGE (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->chips[LEGATO_LEG_LEFT], g_ptr_array_unref);
  g_clear_pointer (&self->chips[LEGATO_LEG_RIGHT], g_ptr_array_unref);

  G_OBJECT_CLASS (legato_places_page_parent_class)->dispose (object);
}

static void
legato_places_page_class_init (LegatoPlacesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_places_page_dispose;

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/preferences/places-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, map_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, cause);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, left);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, right);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoPlacesPage, agreed);
  gtk_widget_class_bind_template_callback (widget_class, leg_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cause_changed_cb);
}

static void
legato_places_page_init (LegatoPlacesPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  self->leg = LEGATO_LEG_LEFT;
  self->rows = g_ptr_array_new ();
  self->chips[LEGATO_LEG_LEFT] = g_ptr_array_new ();
  self->chips[LEGATO_LEG_RIGHT] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (choices, _ ("May be massaged"));
  for (guint i = 0; i < LEGATO_N_CAUSES; i++)
    gtk_string_list_append (choices, legato_cause_get_name ((LegatoCause) i));
  adw_combo_row_set_model (self->cause, G_LIST_MODEL (choices));
}

/** Returns: (transfer none): the places to leave out, and those that were agreed */
LegatoPlacesPage *
legato_places_page_new (LegatoContext *context)
{
  LegatoPlacesPage *self = NULL;
  GPtrArray *zones = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_PLACES_PAGE, NULL);
  self->person = g_object_ref (legato_context_get_person (context));
  self->map = legato_place_chooser_new (context);
  adw_bin_set_child (self->map_slot, GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  zones = get_zones (self);
  for (guint i = 0; i < zones->len; i++)
    add_zone (self, g_ptr_array_index (zones, i));
  fill (self);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return self;
}

/** legato_places_page_focus_agreed: puts the focus on the first place that may be agreed to. */
void
legato_places_page_focus_agreed (LegatoPlacesPage *self)
{
  g_return_if_fail (LEGATO_IS_PLACES_PAGE (self));
  gtk_widget_grab_focus (g_ptr_array_index (self->chips[LEGATO_LEG_LEFT], 0));
}

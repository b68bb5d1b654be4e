/* legato-spared-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-choice-row.h"
#include "legato-spared-group.h"

struct _LegatoSparedGroup
{
  AdwBin parent_instance;

  /* Borrowed reference, the child */
  GtkListBox *rows;

  /* Owned references */
  LegatoPersonModel *person;

  /* Borrowed reference, lives as long as the guide: the place that was tapped last, on `leg` */
  const LegatoZone *zone;
  LegatoLeg leg;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LegatoSparedGroup, legato_spared_group, ADW_TYPE_BIN)

/* The first choice means that the place may be massaged; the causes follow. */
static void
cause_cb (AdwComboRow *row, GParamSpec *pspec, LegatoSparedGroup *self)
{
  const LegatoZone *zone = g_object_get_data (G_OBJECT (row), "zone");
  LegatoLeg leg = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "leg"));
  guint selected = adw_combo_row_get_selected (row);
  g_autoptr (LegatoProfile) profile = NULL;

  if (self->filling || selected > LEGATO_N_CAUSES)
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  if (selected == 0)
    legato_profile_unblock (profile, zone->id, leg);
  else
    legato_profile_block (profile, zone->id, leg, (LegatoCause) (selected - 1),
                          legato_person_model_get_today ());
  legato_person_model_set_profile (self->person, profile);
}

static AdwComboRow *
find_row (LegatoSparedGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_object_get_data (G_OBJECT (row), "zone") == zone
        && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "leg")) == (int) leg)
      return ADW_COMBO_ROW (row);
  return NULL;
}

static AdwComboRow *
need_row (LegatoSparedGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  AdwComboRow *row = find_row (self, leg, zone);
  g_autoptr (GtkStringList) choices = NULL;

  if (row != NULL)
    return row;
  row = ADW_COMBO_ROW (legato_choice_row_new ());
  choices = gtk_string_list_new (NULL);
  gtk_string_list_append (choices, _ ("May be massaged"));
  for (guint i = 0; i < LEGATO_N_CAUSES; i++)
    gtk_string_list_append (choices, legato_cause_get_name ((LegatoCause) i));
  adw_combo_row_set_use_subtitle (row, TRUE);
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), zone->side_names[leg]);
  g_object_set_data (G_OBJECT (row), "zone", (gpointer) zone);
  g_object_set_data (G_OBJECT (row), "leg", GINT_TO_POINTER (leg));
  g_signal_connect (row, "notify::selected", G_CALLBACK (cause_cb), self);
  gtk_list_box_prepend (self->rows, GTK_WIDGET (row));
  return row;
}

/* One row for each place that is marked, and one for the place that was tapped last. Rows that are
 * still right are kept, so that the one being changed does not lose the focus. */
static void
fill_rows (LegatoSparedGroup *self, const LegatoProfile *profile)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);
  GtkWidget *next = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = next)
    {
      const LegatoZone *zone = g_object_get_data (G_OBJECT (row), "zone");
      LegatoLeg leg = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "leg"));

      next = gtk_widget_get_next_sibling (row);
      if (legato_profile_find_blocked (profile, zone->id, leg) == NULL
          && (zone != self->zone || leg != self->leg))
        gtk_list_box_remove (self->rows, row);
    }
  for (guint i = 0; i < profile->blocked->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->blocked, i);
      const LegatoZone *zone = legato_guide_find_zone (guide, place->zone);

      if (zone != NULL)
        adw_combo_row_set_selected (need_row (self, place->leg, zone), (guint) place->cause + 1);
    }
  if (self->zone != NULL
      && legato_profile_find_blocked (profile, self->zone->id, self->leg) == NULL)
    adw_combo_row_set_selected (need_row (self, self->leg, self->zone), 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
}

static void
fill (LegatoSparedGroup *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);

  self->filling = TRUE;
  fill_rows (self, profile);
  self->filling = FALSE;
}

static void
legato_spared_group_dispose (GObject *object)
{
  g_clear_object (&LEGATO_SPARED_GROUP (object)->person);

  G_OBJECT_CLASS (legato_spared_group_parent_class)->dispose (object);
}

static void
legato_spared_group_class_init (LegatoSparedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_spared_group_dispose;
}

static void
legato_spared_group_init (LegatoSparedGroup *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  self->rows = GTK_LIST_BOX (rows);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), rows);
}

/** Returns: (transfer floating): the places of @person that are left alone, kept up to date */
LegatoSparedGroup *
legato_spared_group_new (LegatoPersonModel *person)
{
  LegatoSparedGroup *self = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_SPARED_GROUP, NULL);
  self->person = g_object_ref (person);
  g_signal_connect_object (person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

/** legato_spared_group_choose: shows a row for @zone (nullable), which was tapped on the map. */
void
legato_spared_group_choose (LegatoSparedGroup *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_SPARED_GROUP (self));

  self->zone = zone;
  self->leg = leg;
  fill (self);
}

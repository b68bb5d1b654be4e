/* legato-moment-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-chip.h"
#include "legato-moment-group.h"
#include "legato-person-model.h"
#include "legato-sore-group.h"
#include "legato-time-words.h"

struct _LegatoMomentGroup
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkBox *moments;
  LegatoSoreGroup *sore;

  /* Owned references */
  LegatoContext *context;
  LegatoEntry *entry; /* whose ratings these are */
  LegatoEntry *aside; /* (nullable): the same entry as a massage, while it is none */

  LegatoMoment moment;        /* whose ratings are shown */
  LegatoMoment moment_before; /* the one that was shown of the massage */
};

G_DEFINE_FINAL_TYPE (LegatoMomentGroup, legato_moment_group, ADW_TYPE_BIN)

static gboolean
is_massage (LegatoMomentGroup *self)
{
  return self->entry->kind == LEGATO_ENTRY_SESSION;
}

static const LegatoRating *
find_rating (const LegatoEntry *entry, const LegatoRating *like)
{
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (rating->moment == like->moment && rating->leg == like->leg
          && g_str_equal (rating->zone, like->zone))
        return rating;
    }
  return NULL;
}

/* How many days after the entry's a moment is. */
static guint
get_days_after (LegatoMoment moment)
{
  switch (moment)
    {
    case LEGATO_MOMENT_NEXT_DAY:
      return 1;
    case LEGATO_MOMENT_SECOND_DAY:
      return 2;
    case LEGATO_MOMENT_BEFORE:
    case LEGATO_MOMENT_AFTER:
    case LEGATO_MOMENT_CHECK_IN:
    default:
      return 0;
    }
}

static gboolean
is_late (const LegatoEntry *entry, LegatoMoment moment)
{
  return legato_person_model_get_today () > legato_entry_get_day (entry) + get_days_after (moment);
}

/* A later version may have places that this one does not know. */
static gboolean
has_row (LegatoMomentGroup *self, const LegatoRating *rating)
{
  return rating->leg != LEGATO_LEG_BOTH
         && legato_guide_find_zone (legato_context_get_guide (self->context), rating->zone) != NULL;
}

static void
take_rating (const LegatoZone *zone, LegatoLeg leg, int value, gpointer data)
{
  LegatoMomentGroup *self = data;

  if (value >= 0)
    legato_entry_add_rating (self->entry, zone->id, leg, self->moment, (guint) value);
}

/* Shows a row for each place that was rated at any moment, so that ratings before and after are of
 * the same places. */
static void
show_ratings (LegatoMomentGroup *self)
{
  LegatoGuide *guide = legato_context_get_guide (self->context);

  legato_sore_group_clear (self->sore);
  for (guint i = self->entry->ratings->len; i > 0; i--)
    {
      const LegatoRating *rating = g_ptr_array_index (self->entry->ratings, i - 1);
      LegatoRating wanted = *rating;
      const LegatoRating *found = NULL;

      if (!has_row (self, rating))
        continue;
      wanted.moment = self->moment;
      found = find_rating (self->entry, &wanted);
      legato_sore_group_set_value (self->sore, rating->leg,
                                   legato_guide_find_zone (guide, rating->zone),
                                   found != NULL ? (int) found->value : -1);
    }
}

static void
moment_cb (GtkToggleButton *button, LegatoMomentGroup *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  legato_moment_group_read (self);
  self->moment = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "moment"));
  show_ratings (self);
}

/* Returns: the moment to show first: of a massage one or two days ago the person rates today */
static LegatoMoment
get_first_moment (LegatoMomentGroup *self)
{
  if (!is_massage (self))
    return LEGATO_MOMENT_CHECK_IN;
  switch (legato_person_model_get_today () - legato_entry_get_day (self->entry))
    {
    case 1:
      return LEGATO_MOMENT_NEXT_DAY;
    case 2:
      return LEGATO_MOMENT_SECOND_DAY;
    default:
      return LEGATO_MOMENT_AFTER;
    }
}

/* Makes a button for each moment of a massage; other entries have one moment and no buttons. */
static void
show_moments (LegatoMomentGroup *self)
{
  static const LegatoMoment of_massage[] = { LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER,
                                             LEGATO_MOMENT_NEXT_DAY, LEGATO_MOMENT_SECOND_DAY };
  GtkWidget *child = NULL;
  GtkToggleButton *group = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->moments))) != NULL)
    gtk_box_remove (self->moments, child);
  gtk_widget_set_visible (GTK_WIDGET (self->moments), is_massage (self));
  self->moment = get_first_moment (self);
  for (gsize i = 0; is_massage (self) && i < G_N_ELEMENTS (of_massage); i++)
    {
      GtkWidget *button = legato_access_set_role (
          gtk_toggle_button_new_with_label (legato_moment_get_name (of_massage[i])),
          GTK_ACCESSIBLE_ROLE_RADIO);

      gtk_widget_add_css_class (button, "chip");
      g_object_set_data (G_OBJECT (button), "moment", GINT_TO_POINTER (of_massage[i]));
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), of_massage[i] == self->moment);
      g_signal_connect_object (button, "toggled", G_CALLBACK (moment_cb), self, 0);
      gtk_box_append (self->moments, button);
    }
}

static void
legato_moment_group_dispose (GObject *object)
{
  LegatoMomentGroup *self = LEGATO_MOMENT_GROUP (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->entry, legato_entry_unref);
  g_clear_pointer (&self->aside, legato_entry_unref);

  G_OBJECT_CLASS (legato_moment_group_parent_class)->dispose (object);
}

static void
legato_moment_group_class_init (LegatoMomentGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_moment_group_dispose;
}

static void
legato_moment_group_init (LegatoMomentGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *moments = legato_chip_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (moments), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("When it was felt"), -1);
  gtk_box_append (GTK_BOX (box), moments);
  adw_bin_set_child (ADW_BIN (self), box);
  self->moments = GTK_BOX (moments);
}

/** Returns: (transfer floating): a group without an entry; see legato_moment_group_show() */
LegatoMomentGroup *
legato_moment_group_new (LegatoContext *context)
{
  LegatoMomentGroup *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_MOMENT_GROUP, NULL);
  self->context = g_object_ref (context);
  self->sore = legato_sore_group_new (context, _ ("Tap a place, and say how sore it is."));
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->sore));
  return self;
}

/** legato_moment_group_show: @entry: is changed by legato_moment_group_read(); its kind says which
 * moments it has */
void
legato_moment_group_show (LegatoMomentGroup *self, LegatoEntry *entry)
{
  g_return_if_fail (LEGATO_IS_MOMENT_GROUP (self));
  g_return_if_fail (entry != NULL);

  if (self->entry != entry)
    {
      g_clear_pointer (&self->entry, legato_entry_unref);
      self->entry = legato_entry_ref (entry);
    }
  show_moments (self);
  show_ratings (self);
}

/* What was shown of the massage is how the legs felt; of its other moments nothing is left. */
static void
leave_massage (LegatoMomentGroup *self)
{
  GPtrArray *ratings = self->entry->ratings;

  g_clear_pointer (&self->aside, legato_entry_unref);
  self->aside = legato_entry_copy (self->entry);
  self->moment_before = self->moment;
  for (guint i = ratings->len; i > 0; i--)
    {
      LegatoRating *rating = g_ptr_array_index (ratings, i - 1);

      if (rating->moment == self->moment)
        rating->moment = LEGATO_MOMENT_CHECK_IN;
      else
        g_ptr_array_remove_index (ratings, i - 1);
    }
}

/* How the legs felt goes where it came from, and the other moments come back. */
static void
become_massage (LegatoMomentGroup *self)
{
  for (guint i = 0; i < self->entry->ratings->len; i++)
    ((LegatoRating *) g_ptr_array_index (self->entry->ratings, i))->moment =
        self->aside != NULL ? self->moment_before : LEGATO_MOMENT_AFTER;
  for (guint i = 0; self->aside != NULL && i < self->aside->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (self->aside->ratings, i);

      if (rating->moment == self->moment_before)
        continue;
      legato_entry_add_rating (self->entry, rating->zone, rating->leg, rating->moment,
                               rating->value);
      ((LegatoRating *) find_rating (self->entry, rating))->late = rating->late;
    }
}

/**
 * legato_moment_group_set_kind:
 * @kind: of a new entry, a session or a check-in
 *
 * Makes the entry one of @kind, with the ratings that were shown. Those of the other moments of a
 * massage are put aside, and come back with it.
 */
void
legato_moment_group_set_kind (LegatoMomentGroup *self, LegatoEntryKind kind)
{
  g_return_if_fail (LEGATO_IS_MOMENT_GROUP (self));
  g_return_if_fail (self->entry != NULL);

  if (self->entry->kind == kind)
    return;
  legato_moment_group_read (self);
  if (is_massage (self))
    leave_massage (self);
  else
    become_massage (self);
  self->entry->kind = kind;
  legato_moment_group_show (self, self->entry);
}

/**
 * legato_moment_group_read:
 *
 * Writes what is shown into the entry, in place of the ratings of that moment that could be shown.
 * A rating that was not changed keeps its anchors, and whether it came late.
 */
void
legato_moment_group_read (LegatoMomentGroup *self)
{
  g_autoptr (LegatoEntry) old = NULL;

  g_return_if_fail (LEGATO_IS_MOMENT_GROUP (self));
  g_return_if_fail (self->entry != NULL);

  old = legato_entry_copy (self->entry);
  for (guint i = self->entry->ratings->len; i > 0; i--)
    {
      const LegatoRating *rating = g_ptr_array_index (self->entry->ratings, i - 1);

      if (rating->moment == self->moment && has_row (self, rating))
        g_ptr_array_remove_index (self->entry->ratings, i - 1);
    }
  legato_sore_group_foreach (self->sore, take_rating, self);
  for (guint i = 0; i < self->entry->ratings->len; i++)
    {
      LegatoRating *rating = g_ptr_array_index (self->entry->ratings, i);
      const LegatoRating *before = find_rating (old, rating);

      if (before != NULL && before->value == rating->value)
        {
          rating->anchors = before->anchors;
          rating->late = before->late;
        }
      else
        rating->late = is_late (self->entry, rating->moment);
    }
}

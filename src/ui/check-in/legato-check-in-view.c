/* legato-check-in-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-check-in-view.h"
#include "legato-place-chooser.h"
#include "legato-action-row.h"
#include "legato-safety.h"
#include "legato-soreness-row.h"

/* What was said longer ago than this says nothing about today. */
#define SAME_AGAIN_DAYS 7

struct _LegatoCheckInView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  AdwExpanderRow *flags;
  GtkWidget *conditions_group;
  AdwExpanderRow *conditions;
  GtkWidget *did;
  AdwBin *map_slot;
  GtkWidget *sore_hint;
  GtkListBox *sore;
  GtkButton *same;
  GtkButton *go_on;

  /* Borrowed reference, within `map_slot` */
  LegatoPlaceChooser *map;

  /* Owned references */
  LegatoPersonModel *person;
  GPtrArray *flag_checks;      /* (element-type GtkCheckButton): each with its "id" */
  GPtrArray *condition_checks; /* (element-type GtkCheckButton): likewise */
  GPtrArray *did_buttons;      /* (element-type GtkToggleButton): likewise */

  gboolean for_session; /* and not only for the journal */
  gboolean touched;     /* something was answered since it began */
  gboolean filling;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Conditions that come and go with the day. */
static const LegatoCondition did_conditions[] = {
  LEGATO_CONDITION_LONG_STANDING,
  LEGATO_CONDITION_SPORT_SORENESS,
  LEGATO_CONDITION_TIGHT,
};

/* Asked once besides those that need clearance; the preferences say more about each. */
static const LegatoCondition gentle_conditions[] = {
  LEGATO_CONDITION_SWELLING,
  LEGATO_CONDITION_VEINS,
  LEGATO_CONDITION_FRAGILE_SKIN,
  LEGATO_CONDITION_NEUROPATHY,
};

G_DEFINE_FINAL_TYPE (LegatoCheckInView, legato_check_in_view, GTK_TYPE_WIDGET)

static guint
count_active (GPtrArray *checks)
{
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (checks, i)) ? 1 : 0;
  return n;
}

static gboolean
is_anything_said (LegatoCheckInView *self)
{
  for (guint i = 0; i < self->did_buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->did_buttons, i)))
      return TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sore)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)) >= 0)
      return TRUE;
  return count_active (self->flag_checks) + count_active (self->condition_checks) > 0;
}

static void
show_count (AdwExpanderRow *row, GPtrArray *checks, const char *none)
{
  guint n = count_active (checks);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u ticked", "%u ticked", n), n);
  adw_expander_row_set_subtitle (row, n > 0 ? text : none);
}

static void
show_state (LegatoCheckInView *self)
{
  const LegatoCheckIn *last = legato_person_model_get_check_in (self->person);
  guint32 today = legato_person_model_get_today ();
  guint32 days_ago = last != NULL ? today - legato_check_in_get_day (last) : 0;
  gboolean said = is_anything_said (self);
  gboolean has_rows = gtk_widget_get_first_child (GTK_WIDGET (self->sore)) != NULL;

  show_count (self->flags, self->flag_checks,
              _ ("Short of breath, fever, a leg that is suddenly swollen…"));
  show_count (self->conditions, self->condition_checks,
              _ ("A blood clot in the past, blood thinners, pregnancy…"));
  gtk_widget_set_visible (GTK_WIDGET (self->sore), has_rows);
  gtk_widget_set_visible (self->sore_hint, !has_rows);
  if (self->for_session)
    gtk_button_set_label (self->go_on, said ? _ ("Go On") : _ ("All Fine, Go On"));
  else
    gtk_button_set_label (self->go_on, said ? _ ("Save") : _ ("All Fine"));

  /* The answers of today stand there already. */
  gtk_widget_set_visible (GTK_WIDGET (self->same),
                          !said && last != NULL && days_ago > 0 && days_ago <= SAME_AGAIN_DAYS
                              && !legato_check_in_is_empty (last) && last->flags[0] == NULL);
  gtk_button_set_label (self->same,
                        days_ago == 1 ? _ ("Same as Yesterday") : _ ("Same as Last Time"));
}

static void
answered_cb (LegatoCheckInView *self)
{
  if (self->filling || self->person == NULL)
    return;
  self->touched = TRUE;
  show_state (self);
}

static void
soreness_cb (LegatoSorenessRow *row, GParamSpec *pspec, LegatoCheckInView *self)
{
  legato_leg_map_set_value (legato_place_chooser_get_map (self->map),
                            legato_soreness_row_get_leg (row), legato_soreness_row_get_zone (row),
                            legato_soreness_row_get_value (row));
  answered_cb (self);
}

static LegatoSorenessRow *
find_row (LegatoCheckInView *self, LegatoLeg leg, const LegatoZone *zone)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sore)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)) == leg
        && legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row)) == zone)
      return LEGATO_SORENESS_ROW (row);
  return NULL;
}

/* The place that was chosen last stands first, beneath the map. */
static LegatoSorenessRow *
add_row (LegatoCheckInView *self, LegatoLeg leg, const LegatoZone *zone)
{
  const LegatoCheckIn *last = legato_person_model_get_check_in (self->person);
  LegatoSorenessRow *row = find_row (self, leg, zone);

  if (row != NULL)
    return row;
  row = LEGATO_SORENESS_ROW (legato_soreness_row_new (leg, zone));
  if (last != NULL)
    legato_soreness_row_set_hint (row, legato_check_in_get_soreness (last, zone->id, leg));
  g_signal_connect (row, "notify::value", G_CALLBACK (soreness_cb), self);
  gtk_list_box_prepend (self->sore, GTK_WIDGET (row));
  return row;
}

static void
place_chosen_cb (LegatoCheckInView *self, int leg, const char *zone_id)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);

  add_row (self, (LegatoLeg) leg, legato_guide_find_zone (guide, zone_id));
  answered_cb (self);
}

static GtkWidget *
add_check (LegatoCheckInView *self, AdwExpanderRow *expander, const char *text, const char *id)
{
  GtkWidget *row = legato_action_row_new (text, NULL);
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (answered_cb), self);
  legato_action_row_add_toggle (row, check);
  adw_expander_row_add_row (expander, row);
  return check;
}

static void
add_questions (LegatoCheckInView *self)
{
  GPtrArray *advice = legato_guide_get_advice (legato_person_model_get_guide (self->person));

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (legato_safety_is_red_flag (item))
        g_ptr_array_add (self->flag_checks,
                         add_check (self, self->flags, item->question.text, item->flag));
      else if (legato_safety_needs_clearance (item))
        g_ptr_array_add (self->condition_checks,
                         add_check (self, self->conditions, item->question.text, item->flag));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (gentle_conditions); i++)
    g_ptr_array_add (self->condition_checks,
                     add_check (self, self->conditions,
                                legato_condition_get_name (gentle_conditions[i]),
                                legato_condition_to_id (gentle_conditions[i])));
}

static void
add_did_buttons (LegatoCheckInView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (did_conditions); i++)
    {
      GtkWidget *button =
          gtk_toggle_button_new_with_label (legato_condition_get_name (did_conditions[i]));

      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                               PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (button, "chip");
      g_object_set_data_full (G_OBJECT (button), "id",
                              g_strdup (legato_condition_to_id (did_conditions[i])), g_free);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (answered_cb), self);
      gtk_box_append (GTK_BOX (self->did), button);
      g_ptr_array_add (self->did_buttons, button);
    }
}

/* Shows @check_in, or that nothing was answered yet. */
static void
fill (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);
  GtkWidget *row = NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->flag_checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->flag_checks, i);

      gtk_check_button_set_active (
          check, check_in != NULL
                     && g_strv_contains ((const char *const *) check_in->flags,
                                         g_object_get_data (G_OBJECT (check), "id")));
    }
  for (guint i = 0; i < self->did_buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->did_buttons, i);

      gtk_toggle_button_set_active (
          button, check_in != NULL
                      && g_strv_contains ((const char *const *) check_in->did,
                                          g_object_get_data (G_OBJECT (button), "id")));
    }

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->sore))) != NULL)
    gtk_list_box_remove (self->sore, row);
  legato_leg_map_clear_marks (legato_place_chooser_get_map (self->map));
  legato_place_chooser_choose (self->map, LEGATO_LEG_LEFT, NULL);
  for (guint i = 0; check_in != NULL && i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);
      const LegatoZone *zone = legato_guide_find_zone (guide, place->zone);

      if (zone != NULL)
        legato_soreness_row_set_value (add_row (self, place->leg, zone), (int) place->value);
    }
  self->filling = FALSE;
  show_state (self);
}

static LegatoCheckIn *
make_check_in (LegatoCheckInView *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  LegatoCheckIn *check_in = legato_check_in_new (now);

  for (guint i = 0; i < self->flag_checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->flag_checks, i);

      legato_check_in_set_flag (check_in, g_object_get_data (G_OBJECT (check), "id"),
                                gtk_check_button_get_active (check));
    }
  for (guint i = 0; i < self->did_buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->did_buttons, i);

      legato_check_in_set_did (check_in, g_object_get_data (G_OBJECT (button), "id"),
                               gtk_toggle_button_get_active (button));
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sore)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    legato_check_in_set_soreness (check_in,
                                  legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row))->id,
                                  legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
                                  legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)));
  return check_in;
}

/* Who was asked for conditions has answered, be it with none. */
static void
keep_conditions (LegatoCheckInView *self)
{
  g_autoptr (LegatoProfile) profile = NULL;

  if (!gtk_widget_get_visible (self->conditions_group))
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  profile->asked = TRUE;
  for (guint i = 0; i < self->condition_checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->condition_checks, i);

      if (gtk_check_button_get_active (check))
        legato_profile_set_condition (profile, g_object_get_data (G_OBJECT (check), "id"),
                                      legato_person_model_get_today (), 0);
    }
  legato_person_model_set_profile (self->person, profile);
}

static void
finish (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  self->touched = TRUE; /* what comes from the model now is our own doing */
  keep_conditions (self);
  legato_person_model_answer (self->person, check_in);
  g_signal_emit (self, signals[DONE], 0);
}

static void
go_on_cb (LegatoCheckInView *self)
{
  g_autoptr (LegatoCheckIn) check_in = make_check_in (self);

  finish (self, check_in);
}

static void
same_cb (LegatoCheckInView *self)
{
  fill (self, legato_person_model_get_check_in (self->person));
  go_on_cb (self);
}

/* The journal may open, or the preferences change something, while the page is shown. */
static void
person_changed_cb (LegatoCheckInView *self)
{
  if (!self->touched)
    legato_check_in_view_begin (self, self->for_session);
}

static void
legato_check_in_view_dispose (GObject *object)
{
  LegatoCheckInView *self = LEGATO_CHECK_IN_VIEW (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->flag_checks, g_ptr_array_unref);
  g_clear_pointer (&self->condition_checks, g_ptr_array_unref);
  g_clear_pointer (&self->did_buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_check_in_view_parent_class)->dispose (object);
}

static void
legato_check_in_view_class_init (LegatoCheckInViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_check_in_view_dispose;

  /** LegatoCheckInView::done: the person model has the answers */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/check-in/check-in-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, flags);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, did);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, map_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, sore_hint);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, sore);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, same);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, go_on);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
}

static void
legato_check_in_view_init (LegatoCheckInView *self)
{
  self->flag_checks = g_ptr_array_new ();
  self->condition_checks = g_ptr_array_new ();
  self->did_buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer none): the questions of a check-in */
LegatoCheckInView *
legato_check_in_view_new (LegatoContext *context)
{
  LegatoCheckInView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_CHECK_IN_VIEW, NULL);
  self->person = g_object_ref (legato_context_get_person (context));
  self->map = legato_place_chooser_new (context);
  adw_bin_set_child (self->map_slot, GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->filling = TRUE;
  add_questions (self);
  add_did_buttons (self);
  self->filling = FALSE;
  legato_check_in_view_begin (self, TRUE);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * legato_check_in_view_begin:
 * @for_session: a session follows; it is not only for the journal
 *
 * Asks anew; what was answered today stands there already.
 */
void
legato_check_in_view_begin (LegatoCheckInView *self, gboolean for_session)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  g_return_if_fail (self->person != NULL);

  self->for_session = for_session;
  self->filling = TRUE;
  for (guint i = 0; i < self->condition_checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->condition_checks, i), FALSE);
  gtk_widget_set_visible (self->conditions_group,
                          !legato_person_model_get_profile (self->person)->asked);
  adw_expander_row_set_expanded (self->conditions, FALSE);
  self->filling = FALSE;
  fill (self, legato_person_model_get_todays_check_in (self->person));
  adw_expander_row_set_expanded (self->flags, count_active (self->flag_checks) > 0);
  gtk_adjustment_set_value (self->scroll, 0.0);
  self->touched = FALSE;
}

/** legato_check_in_view_focus: puts the focus where nothing needs to be said. */
void
legato_check_in_view_focus (LegatoCheckInView *self)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->go_on));
}

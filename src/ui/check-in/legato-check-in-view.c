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
#include "legato-standing-group.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

/* What was said longer ago than this says nothing about today. */
#define SAME_AGAIN_DAYS 7

struct _LegatoCheckInView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkWidget *page;
  AdwBin *standing_slot;
  GtkBox *flags;
  GtkBox *flags_said;
  GtkWidget *conditions_group;
  GtkBox *conditions;
  GtkBox *conditions_said;
  GtkWidget *did;
  AdwBin *map_slot;
  GtkWidget *sore_hint;
  GtkListBox *sore;
  GtkBox *feelings;
  GtkListBox *felt;
  GtkButton *same;
  GtkButton *go_on;

  /* Borrowed reference, within `map_slot` */
  LegatoPlaceChooser *map;

  /* Owned references */
  LegatoPersonModel *person;
  GPtrArray *flag_chips;      /* (element-type GtkToggleButton): each with its "id" */
  GPtrArray *condition_chips; /* (element-type GtkToggleButton): likewise */
  GPtrArray *did_chips;       /* (element-type GtkToggleButton): likewise */
  GPtrArray *feeling_chips;   /* (element-type GtkToggleButton): likewise, with their "leg" */

  gboolean for_session; /* and not only for the journal */
  gboolean touched;     /* something was answered since it began */
  gboolean seen;        /* all conditions were in sight since it began */
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
  LEGATO_CONDITION_SWELLING,   LEGATO_CONDITION_VEINS,     LEGATO_CONDITION_FRAGILE_SKIN,
  LEGATO_CONDITION_NEUROPATHY, LEGATO_CONDITION_PACEMAKER, LEGATO_CONDITION_JOINT_REPLACEMENT,
};

G_DEFINE_FINAL_TYPE (LegatoCheckInView, legato_check_in_view, GTK_TYPE_WIDGET)

static guint
count_active (GPtrArray *chips)
{
  guint n = 0;

  for (guint i = 0; i < chips->len; i++)
    n += gtk_toggle_button_get_active (g_ptr_array_index (chips, i)) ? 1 : 0;
  return n;
}

static gboolean
is_anything_said (LegatoCheckInView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sore)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)) >= 0)
      return TRUE;
  return count_active (self->flag_chips) + count_active (self->condition_chips)
             + count_active (self->did_chips) + count_active (self->feeling_chips)
         > 0;
}

/* What is tapped is said in full. */
static void
show_said (GtkBox *said, GPtrArray *chips)
{
  GtkWidget *label = NULL;

  while ((label = gtk_widget_get_first_child (GTK_WIDGET (said))) != NULL)
    gtk_box_remove (said, label);
  for (guint i = 0; i < chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (chips, i);
      const char *question = g_object_get_data (chip, "question");

      if (question == NULL || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
        continue;
      label = gtk_label_new (question);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_widget_add_css_class (label, "caution");
      gtk_box_append (said, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (said),
                          gtk_widget_get_first_child (GTK_WIDGET (said)) != NULL);
}

static void
show_state (LegatoCheckInView *self)
{
  const LegatoCheckIn *last = legato_person_model_get_check_in (self->person);
  guint32 today = legato_person_model_get_today ();
  guint32 days_ago = last != NULL ? today - legato_check_in_get_day (last) : 0;
  gboolean said = is_anything_said (self);
  gboolean has_rows = gtk_widget_get_first_child (GTK_WIDGET (self->sore)) != NULL;

  show_said (self->flags_said, self->flag_chips);
  show_said (self->conditions_said, self->condition_chips);
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

/* @question is what is said in full once the chip is tapped; it lives as long as the guide. */
static GtkWidget *
add_chip (LegatoCheckInView *self,
          GtkBox *box,
          const char *name,
          const char *id,
          const char *question)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question != NULL ? question : "", -1);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (chip), "question", (gpointer) question);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (answered_cb), self);
  gtk_box_append (box, chip);
  return chip;
}

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  return (int) (*(const LegatoAdvice *const *) b)->urgency
         - (int) (*(const LegatoAdvice *const *) a)->urgency;
}

/* What is most urgent is read first. */
static void
add_questions (LegatoCheckInView *self)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);
  g_autoptr (GPtrArray) advice = g_ptr_array_new ();

  g_ptr_array_extend (advice, legato_guide_get_advice (guide), NULL, NULL);
  g_ptr_array_sort (advice, compare_urgency);
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (legato_safety_is_red_flag (item))
        g_ptr_array_add (self->flag_chips,
                         add_chip (self, self->flags, item->name, item->flag, item->question.text));
      else if (legato_safety_needs_clearance (item))
        g_ptr_array_add (self->condition_chips, add_chip (self, self->conditions, item->name,
                                                          item->flag, item->question.text));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (gentle_conditions); i++)
    g_ptr_array_add (self->condition_chips,
                     add_chip (self, self->conditions,
                               legato_condition_get_name (gentle_conditions[i]),
                               legato_condition_to_id (gentle_conditions[i]), NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (did_conditions); i++)
    g_ptr_array_add (self->did_chips, add_chip (self, GTK_BOX (self->did),
                                                legato_condition_get_name (did_conditions[i]),
                                                legato_condition_to_id (did_conditions[i]), NULL));
}

static LegatoSorenessRow *
find_felt (LegatoCheckInView *self, LegatoLeg leg, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->felt)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)) == leg
        && g_str_equal (legato_soreness_row_get_feeling (LEGATO_SORENESS_ROW (row)), id))
      return LEGATO_SORENESS_ROW (row);
  return NULL;
}

/* A feeling that is tapped can be said more exactly, 0 to 10. */
static void
feeling_cb (GtkToggleButton *chip, LegatoCheckInView *self)
{
  LegatoLeg leg = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "leg"));
  const char *id = g_object_get_data (G_OBJECT (chip), "id");
  LegatoSorenessRow *row = find_felt (self, leg, id);

  if (gtk_toggle_button_get_active (chip) && row == NULL)
    {
      row = LEGATO_SORENESS_ROW (legato_soreness_row_new_feeling (leg, id));
      g_signal_connect_swapped (row, "notify::value", G_CALLBACK (answered_cb), self);
      gtk_list_box_append (self->felt, GTK_WIDGET (row));
    }
  else if (!gtk_toggle_button_get_active (chip) && row != NULL)
    gtk_list_box_remove (self->felt, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->felt),
                          gtk_widget_get_first_child (GTK_WIDGET (self->felt)) != NULL);
}

static void
add_feelings (LegatoCheckInView *self, LegatoLeg leg)
{
  static const char *const ids[] = { "heaviness", "tightness", "swelling", "fatigue",
                                     "cramps",    "tingling",  "cold-feet" };
  GtkWidget *title = gtk_label_new (leg == LEGATO_LEG_LEFT ? _ ("Left leg") : _ ("Right leg"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_widget_set_layout_manager (box, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  gtk_box_append (self->feelings, title);
  gtk_box_append (self->feelings, box);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *chip =
          add_chip (self, GTK_BOX (box), legato_words_get_feeling (ids[i]), ids[i], NULL);
      g_autofree char *name = legato_words_dup_felt (leg, ids[i]);

      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (chip), "leg", GINT_TO_POINTER (leg));
      g_signal_connect (chip, "toggled", G_CALLBACK (feeling_cb), self);
      g_ptr_array_add (self->feeling_chips, chip);
    }
}

static void
set_chips (GPtrArray *chips, GStrv ids)
{
  for (guint i = 0; i < chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (chips, i);

      gtk_toggle_button_set_active (
          GTK_TOGGLE_BUTTON (chip),
          ids != NULL
              && g_strv_contains ((const char *const *) ids, g_object_get_data (chip, "id")));
    }
}

/* A sign that stands from earlier has its own card, with its own answers. */
static void
show_flags (LegatoCheckInView *self)
{
  const LegatoStanding *standing = legato_person_model_get_standing (self->person);
  guint32 today = legato_person_model_get_today ();

  for (guint i = 0; i < self->flag_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->flag_chips, i);
      const LegatoFlag *flag = legato_standing_find_flag (standing, g_object_get_data (chip, "id"));

      gtk_widget_set_visible (GTK_WIDGET (chip), flag == NULL || flag->since == today
                                                     || flag->answer != LEGATO_FLAG_STANDS);
    }
}

/* Shows @check_in, or that nothing was answered yet. */
static void
fill (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);
  GtkWidget *row = NULL;

  self->filling = TRUE;
  set_chips (self->flag_chips, check_in != NULL ? check_in->flags : NULL);
  set_chips (self->did_chips, check_in != NULL ? check_in->did : NULL);
  for (guint i = 0; i < self->feeling_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->feeling_chips, i);
      LegatoLeg leg = GPOINTER_TO_INT (g_object_get_data (chip, "leg"));
      const char *id = g_object_get_data (chip, "id");
      int value = check_in != NULL ? legato_check_in_get_feeling (check_in, id, leg) : -1;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), value >= 0);
      if (value >= 0)
        legato_soreness_row_set_value (find_felt (self, leg, id), value);
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

  for (guint i = 0; i < self->flag_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->flag_chips, i);

      legato_check_in_set_flag (check_in, g_object_get_data (chip, "id"),
                                gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
    }
  for (guint i = 0; i < self->did_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->did_chips, i);

      legato_check_in_set_did (check_in, g_object_get_data (chip, "id"),
                               gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->felt)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int value = legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row));

      legato_check_in_set_feeling (check_in,
                                   legato_soreness_row_get_feeling (LEGATO_SORENESS_ROW (row)),
                                   legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)), value);
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->sore)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    legato_check_in_set_soreness (check_in,
                                  legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row))->id,
                                  legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
                                  legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row)));
  return check_in;
}

/* Who has seen all conditions has answered, be it with none. */
static void
keep_conditions (LegatoCheckInView *self)
{
  g_autoptr (LegatoProfile) profile = NULL;

  if (!gtk_widget_get_visible (self->conditions_group))
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  profile->asked = self->seen;
  for (guint i = 0; i < self->condition_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->condition_chips, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
        legato_profile_set_condition (profile, g_object_get_data (chip, "id"),
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

/* The conditions were asked only if all of them came into sight. */
static void
scrolled_cb (LegatoCheckInView *self)
{
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (self->conditions_group)
      && gtk_widget_compute_bounds (self->conditions_group, self->page, &bounds)
      && bounds.size.height > 0.0f
      && bounds.origin.y + bounds.size.height <= gtk_adjustment_get_value (self->scroll)
                                                     + gtk_adjustment_get_page_size (self->scroll))
    self->seen = TRUE;
}

/* What was answered today, or nothing yet. */
static void
show_answers (LegatoCheckInView *self)
{
  self->filling = TRUE;
  set_chips (self->condition_chips, NULL);
  gtk_widget_set_visible (self->conditions_group,
                          !legato_person_model_get_profile (self->person)->asked);
  self->filling = FALSE;
  fill (self, legato_person_model_get_todays_check_in (self->person));
}

/* The journal may open, or the preferences change something, while the page is shown. */
static void
person_changed_cb (LegatoCheckInView *self)
{
  if (!self->touched)
    show_answers (self);
  show_flags (self);
}

static void
legato_check_in_view_dispose (GObject *object)
{
  LegatoCheckInView *self = LEGATO_CHECK_IN_VIEW (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->flag_chips, g_ptr_array_unref);
  g_clear_pointer (&self->condition_chips, g_ptr_array_unref);
  g_clear_pointer (&self->did_chips, g_ptr_array_unref);
  g_clear_pointer (&self->feeling_chips, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, page);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, standing_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, flags);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, flags_said);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions_said);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, felt);
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
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
}

static void
legato_check_in_view_init (LegatoCheckInView *self)
{
  self->flag_chips = g_ptr_array_new ();
  self->condition_chips = g_ptr_array_new ();
  self->did_chips = g_ptr_array_new ();
  self->feeling_chips = g_ptr_array_new ();
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
  adw_bin_set_child (self->standing_slot, GTK_WIDGET (legato_standing_group_new (self->person)));
  self->filling = TRUE;
  add_questions (self);
  add_feelings (self, LEGATO_LEG_LEFT);
  add_feelings (self, LEGATO_LEG_RIGHT);
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
  show_answers (self);
  show_flags (self);
  gtk_adjustment_set_value (self->scroll, 0.0);
  self->touched = FALSE;
  self->seen = FALSE;
}

/** legato_check_in_view_focus: puts the focus where nothing needs to be said. */
void
legato_check_in_view_focus (LegatoCheckInView *self)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->go_on));
}

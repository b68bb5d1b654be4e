/* legato-check-in-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-check-in-view.h"
#include "legato-chip.h"
#include "legato-condition-chips.h"
#include "legato-felt-group.h"
#include "legato-safety.h"
#include "legato-sore-group.h"
#include "legato-spared-group.h"
#include "legato-standing-group.h"
#include "legato-where-group.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

/* "Same as Last Time" is offered for answers that are at most so many days old. */
#define SAME_AGAIN_DAYS 7

struct _LegatoCheckInView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkAdjustment *scroll;
  GtkWidget *page;
  GtkLabel *title;
  GtkWidget *guest_hint;
  AdwBin *standing_slot;
  GtkBox *flags;
  GtkBox *flags_said;
  AdwPreferencesGroup *conditions_group;
  GtkBox *conditions;
  GtkBox *conditions_said;
  GtkWidget *did;
  AdwBin *sore_slot;
  AdwBin *spared_slot;
  AdwBin *where_slot;
  AdwBin *felt_slot;
  GtkButton *same;
  GtkButton *go_on;

  /* Borrowed references, within their slots */
  LegatoSoreGroup *sore;
  LegatoFeltGroup *felt;
  LegatoStandingGroup *standing;
  LegatoSparedGroup *spared;
  LegatoWhereGroup *where;

  /* Owned references */
  LegatoPersonModel *person;
  GPtrArray *flag_chips;      /* (element-type GtkToggleButton): each with its "id" */
  GPtrArray *condition_chips; /* (element-type GtkToggleButton): likewise */
  GPtrArray *did_chips;       /* (element-type GtkToggleButton): likewise */

  gboolean for_session; /* a session follows */
  gboolean touched;     /* something was answered since it began */
  gboolean seen;        /* all conditions have been scrolled into sight since it began */
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

G_DEFINE_FINAL_TYPE (LegatoCheckInView, legato_check_in_view, ADW_TYPE_BIN)

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
  return legato_sore_group_has_answer (self->sore) || !legato_felt_group_is_empty (self->felt)
         || legato_condition_chips_are_changed (self->condition_chips)
         || count_active (self->flag_chips) + count_active (self->did_chips) > 0;
}

/* Writes below the chips the whole sentence of each chip that is on. */
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
  gboolean fine = !said && !gtk_widget_get_visible (GTK_WIDGET (self->standing));

  show_said (self->flags_said, self->flag_chips);
  show_said (self->conditions_said, self->condition_chips);
  if (self->for_session)
    gtk_button_set_label (self->go_on, fine ? _ ("All Fine, Go On") : _ ("Go On"));
  else
    gtk_button_set_label (self->go_on, fine ? _ ("All Fine, Save") : _ ("Save"));

  /* Who sees nothing has the focus on an answer before anything was asked; later it was. */
  if (said)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->go_on),
                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->go_on),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title, self->flags,
                                    NULL, -1);

  /* Today's answers are filled in already, so there is no need to offer them. */
  gtk_widget_set_visible (GTK_WIDGET (self->same),
                          !said && last != NULL && days_ago > 0 && days_ago <= SAME_AGAIN_DAYS
                              && !legato_check_in_is_empty (last) && last->flags[0] == NULL);
  gtk_button_set_label (self->same,
                        days_ago == 1 ? _ ("Same as Yesterday") : _ ("Same as Last Time"));
}

/* Returns: the #LegatoCondition bits of the chips that are on; finish() puts them in the profile */
static guint
get_said (LegatoCheckInView *self)
{
  guint said = 0;

  for (guint i = 0; i < self->condition_chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->condition_chips, i);
      LegatoCondition condition;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip))
          && legato_condition_from_id (legato_chip_get_id (chip), &condition))
        said |= condition;
    }
  return said;
}

static void
answered_cb (LegatoCheckInView *self)
{
  if (self->filling || self->person == NULL)
    return;
  self->touched = TRUE;
  legato_where_group_set_said (self->where, get_said (self));
  show_state (self);
}

/* The place that was tapped can be marked as sore and, in another group, as one to leave alone. */
static void
place_chosen_cb (LegatoCheckInView *self, LegatoLeg leg, const LegatoZone *zone)
{
  legato_spared_group_choose (self->spared, leg, zone);
}

static int
get_last_soreness (const LegatoZone *zone, LegatoLeg leg, gpointer data)
{
  const LegatoCheckIn *last =
      legato_person_model_get_check_in (((LegatoCheckInView *) data)->person);

  return last != NULL ? legato_check_in_get_soreness (last, zone->id, leg) : -1;
}

/* @question: the sentence that is shown while the chip is on; borrowed from the guide */
static GtkWidget *
add_chip (LegatoCheckInView *self,
          GtkBox *box,
          const char *name,
          const char *id,
          const char *question)
{
  GtkWidget *chip = legato_chip_new (name, question);

  legato_chip_set_id (chip, id);
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

/* The warning signs come in order of urgency. */
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

      if (legato_safety_is_red_flag (item) || legato_safety_is_after_effect (item))
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

/* A sign that stands from an earlier day has a card of its own with its own answers, so its chip is
 * hidden. Once it has been answered there, the chip is switched off. What may follow a session is
 * asked while that may be. */
static void
show_flags (LegatoCheckInView *self)
{
  const LegatoStanding *standing = legato_person_model_get_standing (self->person);
  LegatoGuide *guide = legato_person_model_get_guide (self->person);
  gboolean after = legato_person_model_asks_after_effects (self->person);
  guint32 today = legato_person_model_get_today ();

  for (guint i = 0; i < self->flag_chips->len; i++)
    {
      GObject *chip = g_ptr_array_index (self->flag_chips, i);
      const char *id = g_object_get_data (chip, "id");
      const LegatoFlag *flag = legato_standing_find_flag (standing, id);
      gboolean stands = flag != NULL && flag->answer == LEGATO_FLAG_STANDS;
      gboolean asked =
          after || !legato_safety_is_after_effect (legato_guide_find_advice (guide, id));

      if (!stands && g_object_get_data (chip, "stood") != NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
      g_object_set_data (chip, "stood", stands ? chip : NULL);
      gtk_widget_set_visible (GTK_WIDGET (chip), asked && (!stands || flag->since == today));
    }
}

/* Switches on the chips of the signs in @check_in, except those answered again since then. */
static void
set_flags (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  const LegatoStanding *standing = legato_person_model_get_standing (self->person);
  g_autoptr (GPtrArray) flags = g_ptr_array_new ();

  for (gsize i = 0; check_in != NULL && check_in->flags[i] != NULL; i++)
    if (legato_standing_has_flag (standing, check_in->flags[i]))
      g_ptr_array_add (flags, check_in->flags[i]);
  g_ptr_array_add (flags, NULL);
  set_chips (self->flag_chips, (GStrv) flags->pdata);
}

/* Shows @check_in, or that nothing was answered yet. */
static void
fill (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  LegatoGuide *guide = legato_person_model_get_guide (self->person);

  self->filling = TRUE;
  set_flags (self, check_in);
  set_chips (self->did_chips, check_in != NULL ? check_in->did : NULL);
  legato_felt_group_clear (self->felt);
  for (guint i = 0; check_in != NULL && i < check_in->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (check_in->feelings, i);

      legato_felt_group_set_value (self->felt, feeling->leg, feeling->id, (int) feeling->value);
    }
  legato_sore_group_clear (self->sore);
  legato_spared_group_choose (self->spared, LEGATO_LEG_LEFT, NULL);
  for (guint i = 0; check_in != NULL && i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);
      const LegatoZone *zone = legato_guide_find_zone (guide, place->zone);

      if (zone != NULL)
        legato_sore_group_set_value (self->sore, place->leg, zone, (int) place->value);
    }
  if (check_in != NULL)
    legato_sore_group_show_tight (self->sore, check_in);
  self->filling = FALSE;
  show_state (self);
}

static void
note_feeling (const char *feeling, LegatoLeg leg, int value, gpointer check_in)
{
  legato_check_in_set_feeling (check_in, feeling, leg, value);
}

static void
note_soreness (const LegatoZone *zone, LegatoLeg leg, int value, gpointer check_in)
{
  legato_check_in_set_soreness (check_in, zone->id, leg, value);
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
  legato_sore_group_note_tight (self->sore, check_in);
  legato_felt_group_foreach (self->felt, note_feeling, check_in);
  legato_sore_group_foreach (self->sore, note_soreness, check_in);
  return check_in;
}

/* Brings what was tapped into the profile. Somebody who has seen all conditions and tapped none has
 * answered, too, and is not asked again. */
static void
keep_conditions (LegatoCheckInView *self)
{
  g_autoptr (LegatoProfile) profile = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->conditions_group)))
    return;
  profile = legato_profile_copy (legato_person_model_get_profile (self->person));
  profile->asked = self->seen;
  legato_condition_chips_keep (self->condition_chips, profile, legato_person_model_get_today ());
  legato_person_model_set_profile (self->person, profile);
  legato_where_group_set_said (self->where, 0);
}

static void
finish (LegatoCheckInView *self, const LegatoCheckIn *check_in)
{
  self->touched = TRUE; /* the model's signal must not fill the page anew */
  keep_conditions (self);
  legato_person_model_set_after_effects_asked (self->person);
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

  if (gtk_widget_get_mapped (GTK_WIDGET (self->conditions_group))
      && gtk_widget_compute_bounds (GTK_WIDGET (self->conditions_group), self->page, &bounds)
      && bounds.size.height > 0.0f
      && bounds.origin.y + bounds.size.height <= gtk_adjustment_get_value (self->scroll)
                                                     + gtk_adjustment_get_page_size (self->scroll))
    self->seen = TRUE;
}

/* Fills in today's answers, if there are any. */
static void
show_answers (LegatoCheckInView *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);

  self->filling = TRUE;
  legato_condition_chips_show (self->condition_chips, profile);
  legato_where_group_set_said (self->where, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions_group), !profile->asked);
  self->filling = FALSE;
  fill (self, legato_person_model_get_todays_check_in (self->person));
}

/* Hatches on the map the places that are left alone. */
static void
show_blocked (LegatoCheckInView *self)
{
  const LegatoProfile *profile = legato_person_model_get_profile (self->person);
  GPtrArray *zones = legato_guide_get_zones (legato_person_model_get_guide (self->person));

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        legato_leg_map_set_blocked (legato_sore_group_get_map (self->sore), (LegatoLeg) leg, zone,
                                    legato_profile_find_blocked (profile, zone->id, (LegatoLeg) leg)
                                        != NULL);
    }
}

/** legato_check_in_view_refresh: shows what is so now: the journal may open, the preferences change
 * something or a new day begin while the page is shown. What was answered since it began stays. */
void
legato_check_in_view_refresh (LegatoCheckInView *self)
{
  show_blocked (self);
  if (!self->touched)
    show_answers (self);
  else
    show_state (self);
  show_flags (self);
}

static void
legato_check_in_view_dispose (GObject *object)
{
  LegatoCheckInView *self = LEGATO_CHECK_IN_VIEW (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->flag_chips, g_ptr_array_unref);
  g_clear_pointer (&self->condition_chips, g_ptr_array_unref);
  g_clear_pointer (&self->did_chips, g_ptr_array_unref);

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

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/check-in/check-in-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, page);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, standing_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, flags);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, flags_said);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions_said);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, conditions);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, did);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, sore_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, felt_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, spared_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, where_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInView, guest_hint);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

static void
ask_for_guest (LegatoCheckInView *self)
{
  gtk_label_set_label (self->title, _ ("How is the person you massage?"));
  adw_preferences_group_set_description (self->conditions_group,
                                         _ ("Asked each time: nothing of it is kept."));
  gtk_widget_set_visible (self->guest_hint, TRUE);
}

/** Returns: (transfer none): the questions of a check-in, for @person */
LegatoCheckInView *
legato_check_in_view_new (LegatoContext *context, LegatoPersonModel *person)
{
  LegatoCheckInView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_CHECK_IN_VIEW, NULL);
  self->person = g_object_ref (person);
  if (legato_person_model_is_guest (person))
    ask_for_guest (self);
  self->sore = legato_sore_group_new (
      context, _ ("Tap a place, and say how sore it is, or that it is tight. Choose below the map "
                  "if there is a wound, a rash or a visible vein."));
  legato_sore_group_ask_tight (self->sore);
  legato_sore_group_set_hint_func (self->sore, get_last_soreness, self);
  adw_bin_set_child (self->sore_slot, GTK_WIDGET (self->sore));
  self->felt = legato_felt_group_new ();
  adw_bin_set_child (self->felt_slot, GTK_WIDGET (self->felt));
  g_signal_connect_object (self->sore, "changed", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->felt, "changed", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  self->standing = legato_standing_group_new (self->person);
  adw_bin_set_child (self->standing_slot, GTK_WIDGET (self->standing));
  g_signal_connect_object (self->sore, "place-chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->spared = legato_spared_group_new (person);
  adw_bin_set_child (self->spared_slot, GTK_WIDGET (self->spared));
  self->where = legato_where_group_new (person);
  adw_bin_set_child (self->where_slot, GTK_WIDGET (self->where));
  self->filling = TRUE;
  add_questions (self);
  self->filling = FALSE;
  show_blocked (self);
  legato_check_in_view_begin (self, TRUE);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (legato_check_in_view_refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * legato_check_in_view_begin:
 * @for_session: whether a session follows; otherwise the answers are only for the journal
 *
 * Asks anew, with today's answers filled in.
 */
void
legato_check_in_view_begin (LegatoCheckInView *self, gboolean for_session)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  g_return_if_fail (self->person != NULL);

  self->for_session = for_session;
  legato_standing_group_refresh (self->standing);
  show_answers (self);
  show_flags (self);
  gtk_adjustment_set_value (self->scroll, 0.0);
  self->touched = FALSE;
  self->seen = FALSE;
}

/** legato_check_in_view_ask: scrolls to the question about an earlier session and puts the focus on
 * its answers. */
void
legato_check_in_view_ask (LegatoCheckInView *self)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));

  gtk_adjustment_set_value (self->scroll, 0.0);
  gtk_widget_child_focus (GTK_WIDGET (self->standing), GTK_DIR_TAB_FORWARD);
}

/** Returns: whether a warning sign is tapped that is not stored yet */
gboolean
legato_check_in_view_has_sign (LegatoCheckInView *self)
{
  const LegatoStanding *standing = NULL;

  g_return_val_if_fail (LEGATO_IS_CHECK_IN_VIEW (self), FALSE);

  standing = legato_person_model_get_standing (self->person);
  for (guint i = 0; i < self->flag_chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->flag_chips, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip))
          && !legato_standing_has_flag (standing, legato_chip_get_id (chip)))
        return TRUE;
    }
  return FALSE;
}

/** legato_check_in_view_go_on: stores the answers as the button does; emits
 * #LegatoCheckInView::done
 */
void
legato_check_in_view_go_on (LegatoCheckInView *self)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  go_on_cb (self);
}

/** legato_check_in_view_focus: puts the focus on the button for somebody with nothing to say. */
void
legato_check_in_view_focus (LegatoCheckInView *self)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->go_on));
}

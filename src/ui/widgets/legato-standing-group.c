/* legato-standing-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-advice-card.h"
#include "legato-chip.h"
#include "legato-dates.h"
#include "legato-standing-group.h"

struct _LegatoStandingGroup
{
  AdwBin parent_instance;

  /* Borrowed reference, the child */
  GtkBox *cards;

  /* Owned references */
  LegatoPersonModel *person;

  gboolean only_question; /* one question at a time, and what was answered today */
};

G_DEFINE_FINAL_TYPE (LegatoStandingGroup, legato_standing_group, ADW_TYPE_BIN)

/* A card that says something, as urgent as @advice if there is one. Returns the box for its
 * answers.
 */
static GtkBox *
add_card (LegatoStandingGroup *self,
          const char *title,
          const char *text,
          const LegatoAdvice *advice)
{
  GtkBox *card = legato_advice_card_new (title, text);
  GtkWidget *answers = legato_chip_box_new ();

  if (advice != NULL)
    legato_advice_card_set_urgency (card, advice->urgency);
  g_object_set_data_full (G_OBJECT (answers), "title", g_strdup (title), g_free);
  gtk_box_append (card, answers);
  gtk_box_append (self->cards, GTK_WIDGET (card));
  return GTK_BOX (answers);
}

static GtkWidget *
add_answer (LegatoStandingGroup *self, GtkBox *answers, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_WRAP_WORD_CHAR);
  /* A screen reader says only the button that has the focus, so its description is the question. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_object_get_data (G_OBJECT (answers), "title"), -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_box_append (answers, button);
  return button;
}

static void
looked_at_cb (GtkWidget *button, LegatoStandingGroup *self)
{
  legato_person_model_answer_flag (self->person, g_object_get_data (G_OBJECT (button), "flag"),
                                   LEGATO_FLAG_LOOKED_AT);
}

static void
gone_cb (GtkWidget *button, LegatoStandingGroup *self)
{
  legato_person_model_answer_flag (self->person, g_object_get_data (G_OBJECT (button), "flag"),
                                   LEGATO_FLAG_GONE);
}

static const LegatoAdvice *
find_advice (LegatoStandingGroup *self, const char *flag)
{
  return legato_guide_find_advice (legato_person_model_get_guide (self->person), flag);
}

static void
add_sign (LegatoStandingGroup *self, const LegatoFlag *flag)
{
  const LegatoAdvice *advice = find_advice (self, flag->id);
  g_autofree char *day = legato_dates_dup_day (flag->since);
  g_autofree char *title = NULL;
  GtkBox *answers = NULL;
  GtkWidget *button = NULL;

  /* Translators: a day, then a warning sign: "Since 21 November 2026: Leg pain with a fever" */
  title = g_strdup_printf (_ ("Since %s: %s"), day, advice != NULL ? advice->name : flag->id);
  answers = add_card (self, title, advice != NULL ? advice->advice.text : NULL, advice);
  button = add_answer (self, answers, _ ("A Doctor Has Looked at It"), G_CALLBACK (looked_at_cb));
  g_object_set_data_full (G_OBJECT (button), "flag", g_strdup (flag->id), g_free);
  if (legato_person_model_may_be_gone (self->person, flag->id))
    {
      button = add_answer (self, answers, _ ("It’s Gone"), G_CALLBACK (gone_cb));
      g_object_set_data_full (G_OBJECT (button), "flag", g_strdup (flag->id), g_free);
    }
}

/* What comes of the answer that a doctor has looked at the swelling, where that was said. */
static void
add_swelling (LegatoStandingGroup *self)
{
  const char *text = legato_person_model_is_guest (self->person)
                         ? _ ("Very light strokes take the place of kneading.")
                         : _ ("Your legs now get very light strokes instead of kneading. Once the "
                              "swelling is gone, say so in Preferences, under “You”.");

  add_card (self, legato_condition_get_name (LEGATO_CONDITION_SWELLING), text, NULL);
}

static void
finding_cb (GtkWidget *button, LegatoStandingGroup *self)
{
  const LegatoFinding *finding = g_object_get_data (G_OBJECT (button), "finding");

  legato_person_model_answer_finding (self->person, finding,
                                      g_object_get_data (G_OBJECT (button), "yes") != NULL);
}

static void
add_finding (LegatoStandingGroup *self, const LegatoFinding *finding)
{
  const LegatoAdvice *advice = finding->flag != NULL ? find_advice (self, finding->flag) : NULL;
  g_autofree char *text = legato_finding_dup_text (finding);
  GtkBox *answers = add_card (self, text, advice != NULL ? advice->question.text : NULL, NULL);
  const char *const labels[] = { advice != NULL ? _ ("No, That’s Not So") : _ ("Understood"),
                                 advice != NULL ? _ ("Yes, or I’m Not Sure") : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (labels) && labels[i] != NULL; i++)
    {
      GtkWidget *button = add_answer (self, answers, labels[i], G_CALLBACK (finding_cb));

      g_object_set_data_full (G_OBJECT (button), "finding",
                              g_memdup2 (finding, sizeof (LegatoFinding)), g_free);
      g_object_set_data (G_OBJECT (button), "yes", i > 0 ? button : NULL);
    }
}

static void
fine_cb (GtkWidget *button, LegatoStandingGroup *self)
{
  const LegatoZone *zone = g_object_get_data (G_OBJECT (button), "zone");
  LegatoLeg leg = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "leg"));
  g_autoptr (GArray) stopped = legato_person_model_list_stopped (self->person);

  for (guint i = 0; i < stopped->len; i++)
    {
      const LegatoStoppedPlace *place = &g_array_index (stopped, LegatoStoppedPlace, i);

      if (place->leg == leg && place->may_be_fine && place->zone == zone)
        {
          legato_person_model_set_fine (self->person, place);
          return;
        }
    }
}

static void
add_stopped (LegatoStandingGroup *self, const LegatoStoppedPlace *place)
{
  GtkBox *answers = NULL;

  answers = add_card (self, place->zone->side_names[place->leg],
                      place->out ? _ ("It hurt here. This place is left out for two days.")
                                 : _ ("It hurt here. This place is touched lightly this time."),
                      NULL);
  if (place->may_be_fine)
    {
      GtkWidget *button = add_answer (self, answers, _ ("Fine Again"), G_CALLBACK (fine_cb));

      g_object_set_data (G_OBJECT (button), "zone", (gpointer) place->zone);
      g_object_set_data (G_OBJECT (button), "leg", GINT_TO_POINTER (place->leg));
    }
}

/* A sign has to be seen wherever sessions begin; in the journal only what was answered there. */
static gboolean
is_shown (LegatoStandingGroup *self, const LegatoFlag *flag)
{
  return flag->answer == LEGATO_FLAG_STANDS
         && (!self->only_question || flag->since == legato_person_model_get_today ());
}

/* Whether a doctor's look at the swelling was noted today, and not taken back since. */
static gboolean
is_swelling_new (LegatoStandingGroup *self, const LegatoFlag *flag)
{
  LegatoSign sign;

  return flag->answer == LEGATO_FLAG_LOOKED_AT && flag->answered == legato_person_model_get_today ()
         && legato_sign_from_id (flag->id, &sign) && sign == LEGATO_SIGN_SWELLING
         && legato_profile_find_condition (legato_person_model_get_profile (self->person),
                                           legato_condition_to_id (LEGATO_CONDITION_SWELLING))
                != NULL;
}

static void
fill (LegatoStandingGroup *self)
{
  const LegatoStanding *standing = legato_person_model_get_standing (self->person);
  g_autoptr (GPtrArray) findings = legato_person_model_list_findings (self->person);
  g_autoptr (GArray) stopped = legato_person_model_list_stopped (self->person);
  GtkWidget *card = NULL;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  for (guint i = 0; i < standing->flags->len; i++)
    {
      const LegatoFlag *flag = g_ptr_array_index (standing->flags, i);

      if (is_shown (self, flag))
        add_sign (self, flag);
      else if (is_swelling_new (self, flag))
        add_swelling (self);
    }
  for (guint i = 0; i < findings->len && (i == 0 || !self->only_question); i++)
    add_finding (self, g_ptr_array_index (findings, i));
  for (guint i = 0; i < stopped->len && !self->only_question; i++)
    add_stopped (self, &g_array_index (stopped, LegatoStoppedPlace, i));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->cards)) != NULL);
}

static void
legato_standing_group_dispose (GObject *object)
{
  g_clear_object (&LEGATO_STANDING_GROUP (object)->person);

  G_OBJECT_CLASS (legato_standing_group_parent_class)->dispose (object);
}

static void
legato_standing_group_class_init (LegatoStandingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_standing_group_dispose;
}

static void
legato_standing_group_init (LegatoStandingGroup *self)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->cards = GTK_BOX (cards);
  adw_bin_set_child (ADW_BIN (self), cards);
}

static LegatoStandingGroup *
new_group (LegatoPersonModel *person, gboolean only_question)
{
  LegatoStandingGroup *self = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_STANDING_GROUP, NULL);
  self->person = g_object_ref (person);
  self->only_question = only_question;
  g_signal_connect_object (person, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

/** Returns: (transfer floating): what stands of @person, followed as it changes */
LegatoStandingGroup *
legato_standing_group_new (LegatoPersonModel *person)
{
  return new_group (person, FALSE);
}

/** Returns: (transfer floating): likewise, but only the most urgent question of the journal, and
 *   what to do if it was answered yes today */
LegatoStandingGroup *
legato_standing_group_new_question (LegatoPersonModel *person)
{
  return new_group (person, TRUE);
}

/** legato_standing_group_refresh: to be called when a new day may have begun; shows what stands
 * now.
 */
void
legato_standing_group_refresh (LegatoStandingGroup *self)
{
  g_return_if_fail (LEGATO_IS_STANDING_GROUP (self));
  fill (self);
}

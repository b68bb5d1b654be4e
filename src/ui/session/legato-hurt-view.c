/* legato-hurt-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-access.h"
#include "legato-announcer.h"
#include "legato-fit-bin.h"
#include "legato-hurt-view.h"
#include "legato-map-settings.h"
#include "legato-question.h"
#include "legato-width-bin.h"

/* docs/domain.md §7: what is asked after a stop; the answers are the guide's R-STOP advice. */
#define STOP_RULE "R-STOP"

struct _LegatoHurtView
{
  AdwBin parent_instance;

  /* Template widgets */
  LegatoWidthBin *width_bin;
  GtkBox *columns;
  LegatoLegMap *map;
  GtkLabel *place;
  GtkLabel *question;
  GtkBox *feelings;
  GtkRevealer *advice_revealer;
  GtkLabel *advice;
  LegatoWidthBin *answers_bin;
  GtkBox *answers;
  GtkWidget *mistake;
  GtkWidget *go_on;
  GtkLabel *go_on_label;

  /* Owned references */
  LegatoGuide *guide;
  LegatoSession *session;    /* that waits for the answers */
  LegatoPersonModel *person; /* who gives them */
  LegatoAnnouncer *announcer;

  /* Borrowed reference, lives as long as the guide */
  const LegatoAdvice *felt;

  /* A button of the group that is not shown: it is active while nothing is answered */
  GtkToggleButton *none;
};

enum
{
  SIGNAL_SPARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoHurtView, legato_hurt_view, ADW_TYPE_BIN)

/* Flag of what was felt, "stop-sharp"; %NULL if that was not said. */
static const char *
get_felt (LegatoHurtView *self)
{
  return self->felt != NULL ? self->felt->flag : NULL;
}

/* What the hands were at. */
static const LegatoStep *
get_step (LegatoHurtView *self)
{
  return legato_plan_get_step (legato_session_get_plan (self->session),
                               (guint) MAX (0, legato_session_get_step (self->session)));
}

static void
show_place (LegatoHurtView *self)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;
  const LegatoZone *zone = legato_leg_map_get_selected (self->map, &leg);
  g_autoptr (GPtrArray) felt = legato_session_dup_felt_zones (self->session);
  gboolean many = felt->len > 1;
  g_autofree char *go_on = NULL;

  if (zone != NULL)
    /* Translators: on a button, followed by a place on the leg, "Left calf" */
    go_on = g_strdup_printf (_ ("Go on without: %s"), zone->side_names[leg]);
  else
    go_on = g_strdup (many ? _ ("Go on without these places") : _ ("Go on without this place"));
  gtk_label_set_label (
      self->place, zone != NULL ? zone->side_names[leg]
                   : many
                       ? _ ("Tap the place, if you can say where. If not, all places of this step "
                            "are left out.")
                       : _ ("Tap the place, if you can say where."));
  gtk_label_set_label (self->go_on_label, go_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_on), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  go_on, -1);
}

/* What was said counts even if the window is closed, or the program ends, before the rest. */
static void
note (LegatoHurtView *self)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;
  const LegatoZone *zone = legato_leg_map_get_selected (self->map, &leg);

  legato_session_note_hurt (self->session, zone, leg, get_felt (self));
}

static void
zone_selected_cb (LegatoHurtView *self)
{
  show_place (self);
  note (self);
}

/* Turns the legs by one view, as the place may not be seen in this one. */
static void
turn_cb (LegatoHurtView *self)
{
  LegatoView view = legato_leg_map_get_view (self->map);

  legato_leg_map_set_view (self->map, view == LEGATO_VIEW_LAST ? LEGATO_VIEW_FRONT : view << 1);
}

/* The answer that nothing hurts stands first, and last as soon as something was said to hurt. */
static void
show_mistake (LegatoHurtView *self)
{
  gtk_box_reorder_child_after (
      self->answers, self->mistake,
      self->felt != NULL ? gtk_widget_get_last_child (GTK_WIDGET (self->answers)) : NULL);
}

static void
felt_cb (GtkToggleButton *button, LegatoHurtView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->felt = g_object_get_data (G_OBJECT (button), "advice");
  gtk_widget_set_sensitive (self->go_on, self->felt != NULL);
  show_mistake (self);
  gtk_revealer_set_reveal_child (self->advice_revealer, self->felt != NULL);
  if (self->felt == NULL)
    return;
  note (self);
  gtk_label_set_label (self->advice, self->felt->advice.text);
  legato_announcer_say (self->announcer, self->felt->advice.text);
}

/* As the session does if it cannot be said where it hurt. */
static void
spare_all (LegatoHurtView *self)
{
  const LegatoStep *step = get_step (self);
  g_autoptr (GPtrArray) felt = legato_session_dup_felt_zones (self->session);

  for (guint i = 0; i < felt->len; i++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      if (step->leg == LEGATO_LEG_BOTH || (int) step->leg == leg)
        g_signal_emit (self, signals[SIGNAL_SPARED], 0, leg, g_ptr_array_index (felt, i));
}

static void
resolve (LegatoHurtView *self, gboolean go_on)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;
  const LegatoZone *zone = legato_leg_map_get_selected (self->map, &leg);

  if (zone != NULL)
    g_signal_emit (self, signals[SIGNAL_SPARED], 0, leg, zone);
  else
    spare_all (self);
  legato_session_resolve_hurt (self->session, zone, leg, get_felt (self), go_on);
}

/* A sign that stands ends the session, with what to do about it. */
static void
tell_sign (LegatoHurtView *self, const LegatoAdvice *advice)
{
  LegatoQuestion *told = legato_question_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              advice->name, advice->advice.text);

  legato_question_add_answer (told, "close", _ ("Understood"), NULL);
  gtk_window_present (GTK_WINDOW (told));
}

static void
sign_answered_cb (LegatoHurtView *self, const char *answer, LegatoQuestion *question)
{
  gboolean go_on = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (question), "go-on"));
  gboolean stands = !g_str_equal (answer, "no");
  g_autoptr (LegatoSession) session = g_object_ref (self->session);
  g_autoptr (LegatoPersonModel) person = g_object_ref (self->person);

  if (stands)
    tell_sign (self, g_object_get_data (G_OBJECT (question), "advice"));
  resolve (self, go_on && !stands);
  legato_person_model_answer_stop (person, legato_session_get_last_stop (session), stands);
}

/* Goes on or ends; some pain calls for a question there and then, before that. */
static void
answer (LegatoHurtView *self, gboolean go_on)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;
  const LegatoZone *zone = legato_leg_map_get_selected (self->map, &leg);
  const char *flag = legato_session_get_stop_flag (self->session, zone, get_felt (self));
  const LegatoAdvice *advice = flag != NULL ? legato_guide_find_advice (self->guide, flag) : NULL;
  LegatoQuestion *question = NULL;

  if (advice == NULL)
    {
      resolve (self, go_on);
      return;
    }
  question = legato_question_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                  _ ("Is this so?"), advice->question.text);
  g_object_set_data (G_OBJECT (question), "advice", (gpointer) advice);
  g_object_set_data (G_OBJECT (question), "go-on", GINT_TO_POINTER (go_on));
  legato_question_add_answer (question, "no", _ ("No, That’s Not So"), NULL);
  legato_question_add_answer (question, "yes", _ ("Yes, or I’m Not Sure"), NULL);
  g_signal_connect_object (question, "answered", G_CALLBACK (sign_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
go_on_cb (LegatoHurtView *self)
{
  answer (self, TRUE);
}

static void
end_cb (LegatoHurtView *self)
{
  answer (self, FALSE);
}

static void
mistake_cb (LegatoHurtView *self)
{
  legato_session_take_back_hurt (self->session);
}

static void
narrow_cb (LegatoHurtView *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->width_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Beside each other the answers need room for their longest words. */
static void
answers_cb (LegatoHurtView *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->answers_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->answers),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
legato_hurt_view_dispose (GObject *object)
{
  LegatoHurtView *self = LEGATO_HURT_VIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->person);
  g_clear_object (&self->announcer);
  g_clear_object (&self->none);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_hurt_view_parent_class)->dispose (object);
}

static void
legato_hurt_view_class_init (LegatoHurtViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_hurt_view_dispose;

  /**
   * LegatoHurtView::spared:
   * @leg: a #LegatoLeg
   * @zone: (type LegatoZone): where it hurt, or may have: it is emitted for each such place
   *
   * The session is about to go on without that place, or to end.
   */
  signals[SIGNAL_SPARED] =
      g_signal_new ("spared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, LEGATO_TYPE_LEG, G_TYPE_POINTER);

  g_type_ensure (LEGATO_TYPE_FIT_BIN);
  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/hurt-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, columns);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, map);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, place);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, question);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, advice_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, advice);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, answers_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, answers);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, mistake);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, go_on);
  gtk_widget_class_bind_template_child (widget_class, LegatoHurtView, go_on_label);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, mistake_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_cb);
}

static void
legato_hurt_view_init (LegatoHurtView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  self->none = g_object_ref_sink (GTK_TOGGLE_BUTTON (gtk_toggle_button_new ()));
  legato_map_settings_follow (self->map);
}

static void
add_feeling (LegatoHurtView *self, const LegatoAdvice *advice)
{
  GtkWidget *button = legato_access_set_role (gtk_toggle_button_new (), GTK_ACCESSIBLE_ROLE_RADIO);
  GtkWidget *label = gtk_label_new (advice->question.text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  advice->question.text, -1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "control");
  gtk_widget_add_css_class (button, "text");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->none);
  g_object_set_data (G_OBJECT (button), "advice", (gpointer) advice);
  g_signal_connect_object (button, "toggled", G_CALLBACK (felt_cb), self, 0);
  gtk_box_append (self->feelings, button);
}

/** Returns: (transfer none): asks what was felt, and where */
LegatoHurtView *
legato_hurt_view_new (LegatoContext *context)
{
  LegatoHurtView *self = NULL;
  GPtrArray *advice = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_HURT_VIEW, NULL);
  self->guide = legato_guide_ref (legato_context_get_guide (context));
  legato_leg_map_set_views (self->map, legato_context_get_views (context));
  advice = legato_guide_get_advice (self->guide);
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (g_str_equal (item->rule, STOP_RULE))
        add_feeling (self, item);
    }
  return self;
}

/** legato_hurt_view_ask: asks @person anew, and tells @session and them of the answers. The place
 * under the hands is chosen already, unless a stroke passes several: that it is one of them is all
 * that is known then. */
void
legato_hurt_view_ask (LegatoHurtView *self, LegatoSession *session, LegatoPersonModel *person)
{
  g_autoptr (GPtrArray) felt = NULL;
  const LegatoStep *step = NULL;
  const LegatoZone *zone = NULL;

  g_return_if_fail (LEGATO_IS_HURT_VIEW (self));
  g_return_if_fail (LEGATO_IS_SESSION (session));
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (person));

  g_set_object (&self->session, session);
  g_set_object (&self->person, person);
  step = get_step (self);
  felt = legato_session_dup_felt_zones (session);
  if (felt->len == 1)
    zone = g_ptr_array_index (felt, 0);
  /* As the legs were turned, unless the place is not seen so. */
  if (step->zones->len > 0)
    legato_leg_map_set_view (self->map, legato_leg_map_view_for_step (self->map, step));
  if (zone != NULL)
    legato_leg_map_set_view (self->map, legato_leg_map_view_for_zone (self->map, zone, NULL));
  legato_leg_map_set_selected (
      self->map, step->leg != LEGATO_LEG_RIGHT ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT, zone);
  gtk_toggle_button_set_active (self->none, TRUE);
  self->felt = NULL;
  /* A new announcer, since one does not say the same words twice. */
  g_object_unref (self->announcer);
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  show_mistake (self);
  gtk_widget_set_sensitive (self->go_on, FALSE);
  gtk_revealer_set_reveal_child (self->advice_revealer, FALSE);
  show_place (self);
}

/** legato_hurt_view_focus: puts the focus on the first thing that may have been felt, and has a
 * screen reader tell that all has stopped */
void
legato_hurt_view_focus (LegatoHurtView *self)
{
  GtkWidget *first = NULL;

  g_return_if_fail (LEGATO_IS_HURT_VIEW (self));

  first = gtk_widget_get_first_child (GTK_WIDGET (self->feelings));
  if (first != NULL)
    gtk_widget_grab_focus (first);
  legato_announcer_say (self->announcer, gtk_label_get_label (self->question));
}

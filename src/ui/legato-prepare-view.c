/* legato-prepare-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-prepare-view.h"
#include "legato-save-audio.h"
#include "legato-words.h"

struct _LegatoPrepareView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *caution;
  AdwComboRow *technique;
  AdwComboRow *length;
  AdwComboRow *legs;
  AdwActionRow *tools;
  GtkListBox *checklist;
  GtkRevealer *error_revealer;
  GtkLabel *error;
  GtkWidget *start;

  /* Owned references */
  LegatoGuide *guide;
  LegatoPersonModel *person;
  GArray *minutes; /* (element-type guint): the lengths to choose from */

  /* What is prepared: its routine, zone and technique live as long as the guide */
  LegatoRequest request;
  gboolean filling;
};

enum
{
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const LegatoLeg leg_choices[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

G_DEFINE_FINAL_TYPE (LegatoPrepareView, legato_prepare_view, GTK_TYPE_WIDGET)

static void
show_error (LegatoPrepareView *self, const char *message)
{
  if (message != NULL)
    gtk_label_set_label (self->error, message);
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

/* The request as it is chosen now, but for the minutes. Who starts has the @tools it needs: the
 * page names them. */
static LegatoRequest
get_request (LegatoPrepareView *self, char ***tools)
{
  LegatoRequest request = self->request;

  *tools = legato_request_dup_tools (&request);
  request.tools = (const char *const *) *tools;
  request.legs = leg_choices[adw_combo_row_get_selected (self->legs)];
  if (self->person != NULL)
    request.person = legato_person_model_get_person (self->person);
  return request;
}

/* Returns: (transfer full) (nullable): the plan as it is chosen now; what is in its way is shown */
static LegatoPlan *
make_plan (LegatoPrepareView *self)
{
  g_auto (GStrv) tools = NULL;
  LegatoPlan *plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = get_request (self, &tools);
  guint length = adw_combo_row_get_selected (self->length);

  /* One leg takes half of the time that a routine takes, with the rest before and after. */
  if ((request.routine == NULL || request.legs == LEGATO_LEG_BOTH) && length < self->minutes->len)
    request.minutes = g_array_index (self->minutes, guint, length);

  plan = legato_planner_make (self->guide, &request, &error);
  show_error (self, error != NULL ? error->message : NULL);
  return plan;
}

static void
start_cb (LegatoPrepareView *self)
{
  g_autoptr (LegatoPlan) plan = make_plan (self);

  if (plan != NULL)
    g_signal_emit (self, signals[SIGNAL_START], 0, plan);
}

static void
save_audio_cb (LegatoPrepareView *self)
{
  g_autoptr (LegatoPlan) plan = make_plan (self);

  if (plan != NULL)
    legato_save_audio_ask (GTK_WIDGET (self), plan);
}

static void
show_tools (LegatoPrepareView *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) tools = legato_request_dup_tools (&self->request);
  GPtrArray *techniques = legato_guide_get_techniques (self->guide);

  for (gsize t = 0; tools[t] != NULL; t++)
    {
      for (guint i = 0; i < techniques->len; i++)
        {
          const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

          if (g_strcmp0 (technique->tool, tools[t]) == 0)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", technique->name);
        }
    }
  adw_action_row_set_subtitle (self->tools, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), names->len > 0);
}

/* Lengths that people choose; a zone's own is offered besides. */
static gboolean
is_usual_length (guint minutes)
{
  return minutes == 3 || (minutes <= 20 && minutes % 5 == 0) || minutes == 30;
}

/* Finds the lengths there are. Returns: the one to begin with */
static guint
find_lengths (LegatoPrepareView *self)
{
  g_auto (GStrv) tools = NULL;
  LegatoRequest request = get_request (self, &tools);
  g_autoptr (LegatoPlan) own = NULL;

  g_array_set_size (self->minutes, 0);
  if (request.routine != NULL)
    {
      for (guint i = 0; request.routine->minutes[i] != 0; i++)
        g_array_append_val (self->minutes, request.routine->minutes[i]);
      return request.routine->own_minutes;
    }

  request.minutes = 0;
  own = legato_planner_make (self->guide, &request, NULL);
  if (own == NULL)
    return 0;
  for (guint minutes = LEGATO_PLAN_MIN_MINUTES; minutes <= LEGATO_PLAN_MAX_MINUTES; minutes++)
    {
      g_autoptr (LegatoPlan) plan = NULL;

      if (!is_usual_length (minutes) && minutes * 60 != legato_plan_get_seconds (own))
        continue;
      request.minutes = minutes;
      plan = legato_planner_make (self->guide, &request, NULL);
      if (plan != NULL)
        g_array_append_val (self->minutes, minutes);
    }
  return legato_plan_get_seconds (own) / 60;
}

/* What there is to choose and to fetch, for what is chosen so far. */
static void
fill_choices (LegatoPrepareView *self)
{
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);
  guint own = find_lengths (self);
  guint selected = 0;
  gboolean offered = self->minutes->len > 1;

  for (guint i = 0; i < self->minutes->len; i++)
    {
      guint minutes = g_array_index (self->minutes, guint, i);
      g_autofree char *text = legato_words_dup_minutes (minutes);

      gtk_string_list_append (lengths, text);
      if (minutes == own)
        selected = i;
    }
  adw_combo_row_set_model (self->length, G_LIST_MODEL (lengths));
  adw_combo_row_set_selected (self->length, selected);
  if (self->request.routine != NULL)
    offered = offered && leg_choices[adw_combo_row_get_selected (self->legs)] == LEGATO_LEG_BOTH;
  gtk_widget_set_visible (GTK_WIDGET (self->length), offered);
  show_tools (self);
  show_error (self, NULL);
}

static void
legs_changed_cb (LegatoPrepareView *self)
{
  gboolean both = leg_choices[adw_combo_row_get_selected (self->legs)] == LEGATO_LEG_BOTH;

  if (self->guide == NULL || self->filling)
    return;
  if (self->request.routine != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->length), both && self->minutes->len > 1);
  else
    fill_choices (self);
}

static void
show_technique (LegatoPrepareView *self)
{
  gtk_label_set_label (self->summary, self->request.technique->how.text);
}

static void
technique_changed_cb (LegatoPrepareView *self)
{
  guint selected = adw_combo_row_get_selected (self->technique);
  const LegatoZone *zone = self->request.zone;

  if (self->filling || zone == NULL || selected >= zone->uses->len)
    return;
  self->request.technique =
      ((const LegatoUse *) g_ptr_array_index (zone->uses, selected))->technique;
  show_technique (self);
  fill_choices (self);
}

static void
add_check (LegatoPrepareView *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->checklist, row);
}

/* Each session wants its own preparation: no tick is left from the one before. */
static void
clear_checks (LegatoPrepareView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->checklist)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
}

static void
legato_prepare_view_dispose (GObject *object)
{
  LegatoPrepareView *self = LEGATO_PREPARE_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_object (&self->person);
  g_clear_pointer (&self->minutes, g_array_unref);

  G_OBJECT_CLASS (legato_prepare_view_parent_class)->dispose (object);
}

static void
legato_prepare_view_class_init (LegatoPrepareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_prepare_view_dispose;

  /**
   * LegatoPrepareView::start:
   * @plan: what to play
   */
  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, LEGATO_TYPE_PLAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/prepare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, caution);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, technique);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, length);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, legs);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, tools);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, checklist);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, start);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_audio_cb);
  gtk_widget_class_bind_template_callback (widget_class, legs_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, technique_changed_cb);
}

static void
legato_prepare_view_init (LegatoPrepareView *self)
{
  self->minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** legato_prepare_view_set_guide: fills the checklist; to be called once. */
void
legato_prepare_view_set_guide (LegatoPrepareView *self, LegatoGuide *guide)
{
  GPtrArray *checks = NULL;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (guide != NULL && self->guide == NULL);

  self->guide = legato_guide_ref (guide);
  checks = legato_guide_get_preparation (guide);
  for (guint i = 0; i < checks->len; i++)
    add_check (self, ((const LegatoText *) g_ptr_array_index (checks, i))->text);
}

/** legato_prepare_view_set_person: for whom it is planned; to be called once. */
void
legato_prepare_view_set_person (LegatoPrepareView *self, LegatoPersonModel *person)
{
  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_set_object (&self->person, person);
}

static void
fill_techniques (LegatoPrepareView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *uses = self->request.zone->uses;
  guint selected = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (uses, i);

      gtk_string_list_append (names, use->technique->name);
      if (use->technique == self->request.technique)
        selected = i;
    }
  adw_combo_row_set_model (self->technique, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->technique, selected);
}

/**
 * legato_prepare_view_set_request:
 * @request: a routine, or a zone with its technique, of the guide; @legs is the first choice
 *
 * Shows what is asked for, ready to be started, with its choices: length, legs, technique.
 */
void
legato_prepare_view_set_request (LegatoPrepareView *self, const LegatoRequest *request)
{
  const LegatoZone *zone = NULL;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (request != NULL && self->guide != NULL);
  g_return_if_fail ((request->routine != NULL) != (request->zone != NULL));

  self->filling = TRUE;
  zone = request->zone;
  self->request =
      (LegatoRequest){ .routine = request->routine, .zone = zone, .technique = request->technique };
  for (guint i = 0; i < G_N_ELEMENTS (leg_choices); i++)
    if (leg_choices[i] == request->legs)
      adw_combo_row_set_selected (self->legs, i);
  gtk_widget_set_visible (GTK_WIDGET (self->technique), zone != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->caution), zone != NULL);
  if (zone != NULL)
    {
      if (self->request.technique == NULL)
        self->request.technique = legato_planner_choose_technique (zone);
      gtk_label_set_label (self->title, zone->name);
      gtk_label_set_label (self->caution, zone->caution.text);
      fill_techniques (self);
      show_technique (self);
    }
  else
    {
      gtk_label_set_label (self->title, request->routine->name);
      gtk_label_set_label (self->summary, request->routine->summary);
    }
  self->filling = FALSE;

  fill_choices (self);
  clear_checks (self);
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/** legato_prepare_view_focus: puts the focus on Start. */
void
legato_prepare_view_focus (LegatoPrepareView *self)
{
  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  gtk_widget_grab_focus (self->start);
}

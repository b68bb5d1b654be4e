/* legato-prepare-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-advice-card.h"
#include "legato-announcer.h"
#include "legato-choice-row.h"
#include "legato-instruction.h"
#include "legato-locale.h"
#include "legato-plan-routine.h"
#include "legato-plan-words.h"
#include "legato-position-picture.h"
#include "legato-prepare-checks.h"
#include "legato-prepare-lengths.h"
#include "legato-prepare-view.h"
#include "legato-refusal.h"
#include "legato-routine-check.h"
#include "legato-routine-file.h"
#include "legato-save-audio.h"
#include "legato-storyboard.h"
#include "legato-tool-group.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-words.h"

struct _LegatoPrepareView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *caution;
  AdwComboRow *technique;
  AdwComboRow *length;
  AdwComboRow *legs;
  AdwComboRow *rest;
  AdwComboRow *closing;
  LegatoToolGroup *tools;
  GtkWidget *remarks_group;
  GtkListBox *remarks;
  GtkWidget *position_group;
  LegatoPositionPicture *position;
  GtkLabel *reach;
  AdwBin *storyboard_slot;
  GtkListBox *checklist;
  GtkWidget *voice;
  GtkAdjustment *volume;
  GtkWidget *keep;
  AdwBin *no_place_slot;
  GtkWidget *storyboard_group;
  GtkRevealer *error_revealer;
  GtkLabel *error;
  GtkWidget *start;

  /* Borrowed reference, within `storyboard_slot` */
  LegatoStoryboard *storyboard;

  /* Owned references */
  LegatoGuide *guide;
  LegatoPersonModel *person;
  LegatoAnnouncer *announcer;
  GSettings *settings;
  GArray *minutes;     /* (element-type guint): the lengths to choose from */
  guint short_minutes; /* that of them which is for having stood for long; 0 for none */

  /* What is prepared: its routine, zone and technique live as long as the guide */
  LegatoRequest request;
  gboolean filling;
  gboolean closes; /* a sleeve ends the session */
  guint without;   /* #LegatoChecks bits of the checklist */
};

enum
{
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const LegatoLeg leg_choices[] = { LEGATO_LEG_BOTH, LEGATO_LEG_LEFT, LEGATO_LEG_RIGHT };

/* Minutes of rest with the legs raised, likewise (docs/domain.md §4: 5-10). */
static const int rest_choices[] = { 0, 5, 10 };

/* Minutes of a sleeve that ends the session, likewise (docs/domain.md §3: 10-30). */
static const guint closing_choices[] = { 10, 15, 20, 30 };

/* Until somebody chooses otherwise, a session of at least so many minutes ends with so many minutes
 * of rest. */
#define REST_FROM 10
#define USUAL_REST 5

/* No checklist is shown yet. */
#define NOT_SHOWN G_MAXUINT

G_DEFINE_FINAL_TYPE (LegatoPrepareView, legato_prepare_view, ADW_TYPE_BIN)

static void
show_error (LegatoPrepareView *self, const char *message)
{
  if (message != NULL)
    gtk_label_set_label (self->error, message);
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

/* The request with all that is chosen now but the minutes; @tools are those that are ticked. */
static LegatoRequest
get_request (LegatoPrepareView *self, char ***tools)
{
  LegatoRequest request = self->request;

  *tools = legato_tool_group_dup_ticked (self->tools);
  request.tools = (const char *const *) *tools;
  request.legs = leg_choices[adw_combo_row_get_selected (self->legs)];
  request.closing_minutes = closing_choices[adw_combo_row_get_selected (self->closing)];
  if (self->person != NULL)
    request.person = legato_person_model_get_person (self->person);
  return request;
}

static LegatoPlan *
make_plan (LegatoPrepareView *self, GError **error)
{
  g_auto (GStrv) tools = NULL;
  LegatoRequest request = get_request (self, &tools);
  guint length = adw_combo_row_get_selected (self->length);

  /* One leg takes half of the time that a routine takes, with the rest before and after. */
  if ((request.routine == NULL || request.legs == LEGATO_LEG_BOTH) && length < self->minutes->len)
    request.minutes = g_array_index (self->minutes, guint, length);
  /* Then the plan says why it is short. */
  if (request.minutes == self->short_minutes)
    request.minutes = 0;
  return legato_planner_make (self->guide, &request, error);
}

static void
add_remark (LegatoPrepareView *self, const LegatoPlanRemark *remark)
{
  gtk_list_box_append (self->remarks, legato_action_row_new (remark->text, remark->where));
}

/* What was made for a goal can be kept, unless it would be no more than a draft. */
static gboolean
may_keep (LegatoPrepareView *self, LegatoPlan *plan)
{
  g_autoptr (LegatoRoutine) routine = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (plan == NULL || self->request.goal == LEGATO_GOAL_NONE)
    return FALSE;
  routine = legato_plan_make_routine (plan);
  faults = legato_routine_find_faults (self->guide, routine);
  return faults->len == 0;
}

/* The routine, or what a session for a goal is composed of. */
static const LegatoRoutine *
get_content (LegatoPrepareView *self)
{
  if (self->request.routine != NULL || self->request.goal == LEGATO_GOAL_NONE)
    return self->request.routine;
  return legato_guide_find_goal (self->guide, legato_goal_to_id (self->request.goal));
}

/* Shows the position of the first step that has one: now there is time to get into it. */
static void
show_position (LegatoPrepareView *self, LegatoPlan *plan)
{
  LegatoInstruction told = { 0 };

  for (guint i = 0; plan != NULL && told.position == NULL && i < legato_plan_get_n_steps (plan);
       i++)
    legato_instruction_read (&told, plan, i);
  legato_position_picture_set_position (self->position, told.position);
  if (told.position != NULL)
    gtk_label_set_label (self->reach, told.reach != NULL ? told.reach : told.how);
  gtk_widget_set_visible (self->position_group, told.position != NULL);
}

static gboolean
is_off_the_back (LegatoPrepareView *self)
{
  guint needs = self->person != NULL
                    ? legato_person_get_needs (legato_person_model_get_person (self->person))
                    : LEGATO_NEED_NONE;

  return (needs & LEGATO_NEED_OFF_THE_BACK) != 0;
}

/* Whether it may end with the legs raised: not before sport, not with a sleeve, in which they rest
 * anyway, and nobody who is pregnant lies on the back. */
static gboolean
may_rest (LegatoPrepareView *self)
{
  const LegatoRoutine *content = get_content (self);

  return !self->closes && (content == NULL || !content->no_rest) && !is_off_the_back (self);
}

/* What to have ready depends on what is planned. Ticks are lost only if that changes it. */
static void
show_checklist (LegatoPrepareView *self, LegatoPlan *plan)
{
  guint without = legato_prepare_checks_find (plan, !is_off_the_back (self));

  if (without == self->without)
    return;
  self->without = without;
  legato_prepare_checks_show (self->checklist, self->guide, get_content (self), without);
}

/* All that was asked for is left out: that is no mistake of theirs, and there is something to do.
 */
static void
show_no_place (LegatoPrepareView *self, const GError *error)
{
  const LegatoPerson *person = NULL;
  GtkBox *card = NULL;
  GtkWidget *button = NULL;

  adw_bin_set_child (self->no_place_slot, NULL);
  if (!g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE))
    return;
  card = legato_advice_card_new (error->message, legato_refusal_get_no_place_advice ());
  legato_advice_card_set_urgency (card, LEGATO_URGENCY_SOON);
  if (self->person != NULL && !legato_person_model_is_guest (self->person))
    person = legato_person_model_get_person (self->person);
  if (person != NULL && (person->blocked[LEGATO_LEG_LEFT] | person->blocked[LEGATO_LEG_RIGHT]) != 0)
    {
      button = gtk_button_new_with_label (_ ("Mark the Places…"));
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button),
                                               "win.preferences-at::agreed-places");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (card, button);
    }
  adw_bin_set_child (self->no_place_slot, GTK_WIDGET (card));
}

/* What is planned for this person, in words, or what stands in the way. */
static void
show_plan (LegatoPrepareView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = make_plan (self, &error);
  g_autoptr (GPtrArray) remarks = NULL;
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_list_box_remove (self->remarks, row);
  if (plan != NULL)
    remarks = legato_plan_words_list_remarks (plan);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    add_remark (self, g_ptr_array_index (remarks, i));
  show_position (self, plan);
  show_checklist (self, plan);
  self->closes =
      plan != NULL && legato_plan_get_massage_seconds (plan) < legato_plan_get_seconds (plan);
  gtk_widget_set_visible (GTK_WIDGET (self->closing), self->closes);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), may_rest (self));
  gtk_widget_set_visible (self->remarks_group, remarks != NULL && remarks->len > 0);
  legato_storyboard_show (self->storyboard, plan, legato_prepare_view_get_rest (self));
  gtk_widget_set_visible (self->keep, may_keep (self, plan));
  gtk_widget_set_visible (self->storyboard_group, plan != NULL);
  gtk_widget_set_sensitive (self->start, plan != NULL);
  show_no_place (self, error);
  show_error (self, error != NULL && adw_bin_get_child (self->no_place_slot) == NULL
                        ? error->message
                        : NULL);
}

static void
tools_changed_cb (LegatoPrepareView *self)
{
  show_plan (self);
}

static void
choice_changed_cb (LegatoPrepareView *self)
{
  if (self->guide != NULL && !self->filling)
    show_plan (self);
}

static void
start_cb (LegatoPrepareView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = make_plan (self, &error);

  show_error (self, error != NULL ? error->message : NULL);
  if (plan != NULL)
    g_signal_emit (self, signals[SIGNAL_START], 0, plan);
}

/* What was made for the person becomes a routine of theirs, to be named and changed. */
static void
keep_cb (LegatoPrepareView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = make_plan (self, &error);
  g_autoptr (LegatoRoutine) routine = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  show_error (self, error != NULL ? error->message : NULL);
  if (plan == NULL)
    return;
  routine = legato_plan_make_routine (plan);
  bytes = legato_routine_to_bytes (routine);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gtk_widget_activate_action (GTK_WIDGET (self), "own.keep", "s", text);
}

static void
save_audio_cb (LegatoPrepareView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = make_plan (self, &error);

  show_error (self, error != NULL ? error->message : NULL);
  if (plan != NULL)
    legato_save_audio_ask (GTK_WIDGET (self), plan);
}

/* Who has said which tools there are has those; who has not is asked for what is needed. */
static void
fill_tools (LegatoPrepareView *self)
{
  gboolean composed = self->request.goal != LEGATO_GOAL_NONE;
  const LegatoProfile *profile =
      self->person != NULL ? legato_person_model_get_profile (self->person) : NULL;
  g_auto (GStrv) tools = composed ? legato_routine_dup_tools (get_content (self))
                                  : legato_request_dup_tools (&self->request);

  if (profile != NULL && !composed && profile->tools[0] == NULL)
    profile = NULL;
  legato_tool_group_show (self->tools, self->guide, (const char *const *) tools, profile,
                          get_content (self));
}

/* Finds the lengths there are. Returns: the one to begin with */
static guint
find_lengths (LegatoPrepareView *self)
{
  g_auto (GStrv) tools = NULL;
  LegatoRequest request = get_request (self, &tools);
  guint wanted = self->request.minutes;
  guint first = 0;

  if (wanted == 0 && self->person != NULL)
    wanted = legato_person_model_get_usual_minutes (self->person);
  first = legato_prepare_lengths_find (self->guide, &request, wanted, self->minutes);
  self->short_minutes = wanted == 0 && request.person != NULL
                                && (request.person->conditions & LEGATO_CONDITION_LONG_STANDING)
                                && (request.routine == NULL || !request.routine->own)
                            ? first
                            : 0;
  return first;
}

/* @length: minutes that the session lasts without it */
static void
fill_rest (LegatoPrepareView *self, guint length)
{
  int rest = g_settings_get_int (self->settings, "rest-minutes");

  if (rest < 0)
    rest = length >= REST_FROM ? USUAL_REST : 0;
  for (guint i = 0; i < G_N_ELEMENTS (rest_choices); i++)
    if (rest_choices[i] == rest)
      adw_combo_row_set_selected (self->rest, i);
}

/* What there is to choose, for what is chosen so far. */
static void
fill_choices (LegatoPrepareView *self)
{
  guint first = find_lengths (self);
  gboolean offered = self->minutes->len > 1;

  self->filling = TRUE;
  legato_prepare_lengths_fill (self->length, self->minutes, first);
  fill_rest (self, first);
  if (self->request.routine != NULL)
    offered = offered && leg_choices[adw_combo_row_get_selected (self->legs)] == LEGATO_LEG_BOTH;
  gtk_widget_set_visible (GTK_WIDGET (self->length), offered);
  self->filling = FALSE;
  show_plan (self);
}

/* Remembered for the sessions to come. */
static void
rest_changed_cb (LegatoPrepareView *self)
{
  if (self->filling)
    return;
  g_settings_set_int (self->settings, "rest-minutes",
                      rest_choices[adw_combo_row_get_selected (self->rest)]);
  show_plan (self);
}

static void
legs_changed_cb (LegatoPrepareView *self)
{
  gboolean both = leg_choices[adw_combo_row_get_selected (self->legs)] == LEGATO_LEG_BOTH;

  if (self->guide == NULL || self->filling)
    return;
  if (self->request.routine == NULL)
    {
      fill_choices (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->length), both && self->minutes->len > 1);
  show_plan (self);
}

static void
show_technique (LegatoPrepareView *self)
{
  const LegatoUse *use = legato_zone_find_use (self->request.zone, self->request.technique);

  gtk_label_set_label (self->summary,
                       use != NULL ? use->how.text : self->request.technique->how.text);
}

/* Who hears that Start has the focus hears what it starts, and a place's caution. */
static void
describe_start (LegatoPrepareView *self)
{
  const LegatoZone *zone = self->request.zone;
  const char *title = gtk_label_get_label (self->title);
  const char *summary = gtk_label_get_label (self->summary);
  g_autofree char *what =
      *summary != '\0' ? g_strdup_printf (C_ ("session and its length", "%s: %s"), title, summary)
                       : g_strdup (title);
  g_autofree char *words =
      legato_locale_join_sentences (what, zone != NULL ? zone->caution.text : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
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
  describe_start (self);
  fill_tools (self);
  fill_choices (self);
}

/* What is said in the preferences, or a journal that has just been opened, counts at once. */
static void
person_changed_cb (LegatoPrepareView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_plan (self);
}

static void
legato_prepare_view_dispose (GObject *object)
{
  LegatoPrepareView *self = LEGATO_PREPARE_VIEW (object);

  if (self->person != NULL)
    g_signal_handlers_disconnect_by_func (self->person, person_changed_cb, self);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_object (&self->person);
  g_clear_pointer (&self->minutes, g_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->announcer);

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

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_POSITION_PICTURE);
  g_type_ensure (LEGATO_TYPE_TOOL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/prepare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, caution);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, technique);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, length);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, legs);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, rest);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, closing);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, tools);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, remarks);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, storyboard_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, position_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, position);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, reach);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, checklist);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, voice);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, volume);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, keep);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, no_place_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, storyboard_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, error);
  gtk_widget_class_bind_template_child (widget_class, LegatoPrepareView, start);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_audio_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, legs_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, technique_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tools_changed_cb);
}

static void
legato_prepare_view_init (LegatoPrepareView *self)
{
  self->minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->settings = g_settings_new (LEGATO_APP_ID);
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  g_settings_bind (self->settings, "voice", self->voice, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "volume", self->volume, "value", G_SETTINGS_BIND_DEFAULT);
  self->filling = FALSE;
}

/** Returns: (transfer none): what is to be done and got ready before a session */
LegatoPrepareView *
legato_prepare_view_new (LegatoContext *context)
{
  LegatoPrepareView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_PREPARE_VIEW, NULL);
  self->guide = legato_guide_ref (legato_context_get_guide (context));
  self->storyboard = legato_storyboard_new (context);
  adw_bin_set_child (self->storyboard_slot, GTK_WIDGET (self->storyboard));
  legato_prepare_view_set_person (self, legato_context_get_person (context));
  return self;
}

/** legato_prepare_view_set_person: who is massaged, from the next request on */
void
legato_prepare_view_set_person (LegatoPrepareView *self, LegatoPersonModel *person)
{
  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (person));

  if (self->person == person)
    return;
  if (self->person != NULL)
    g_signal_handlers_disconnect_by_func (self->person, person_changed_cb, self);
  g_set_object (&self->person, person);
  g_signal_connect_object (person, "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
 * @request: a routine, a zone with its technique, or a goal; @legs is the first choice, and so is
 *   @minutes unless it is 0
 *
 * Shows what is asked for, ready to be started, with its choices: length, legs, technique.
 */
void
legato_prepare_view_set_request (LegatoPrepareView *self, const LegatoRequest *request)
{
  const LegatoZone *zone = NULL;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (request != NULL && self->guide != NULL);
  g_return_if_fail ((request->routine != NULL) + (request->zone != NULL)
                        + (request->goal != LEGATO_GOAL_NONE)
                    == 1);

  self->filling = TRUE;
  zone = request->zone;
  self->request = (LegatoRequest){ .routine = request->routine,
                                   .minutes = request->minutes,
                                   .zone = zone,
                                   .technique = request->technique,
                                   .goal = request->goal };
  for (guint i = 0; i < G_N_ELEMENTS (leg_choices); i++)
    if (leg_choices[i] == request->legs)
      adw_combo_row_set_selected (self->legs, i);
  gtk_widget_set_visible (GTK_WIDGET (self->technique), zone != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->caution), zone != NULL);
  if (zone != NULL)
    {
      if (self->request.technique == NULL)
        self->request.technique = legato_planner_choose_technique (zone);
      gtk_label_set_label (self->caution, zone->caution.text);
      fill_techniques (self);
      show_technique (self);
    }
  else
    gtk_label_set_label (self->summary, get_content (self)->summary);
  gtk_label_set_label (self->title, legato_request_get_name (request, self->guide));
  describe_start (self);
  self->filling = FALSE;

  /* Each session wants its own preparation, and no tick is left from the one before. */
  self->without = NOT_SHOWN;
  fill_tools (self);
  fill_choices (self);
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/** legato_prepare_view_show_failure: says why a session that was started did not come about */
void
legato_prepare_view_show_failure (LegatoPrepareView *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  g_return_if_fail (error != NULL);

  /* Translators: followed by what is wrong */
  text = g_strdup_printf (_ ("The session broke off. %s"), error->message);
  show_error (self, text);
  legato_announcer_say (self->announcer, text);
}

/** Returns: seconds that the legs are to rest after the last step; 0 for none */
guint
legato_prepare_view_get_rest (LegatoPrepareView *self)
{
  g_return_val_if_fail (LEGATO_IS_PREPARE_VIEW (self), 0);
  if (!may_rest (self))
    return 0;
  return 60 * (guint) rest_choices[adw_combo_row_get_selected (self->rest)];
}

/** legato_prepare_view_focus: puts the focus on Start. */
void
legato_prepare_view_focus (LegatoPrepareView *self)
{
  g_return_if_fail (LEGATO_IS_PREPARE_VIEW (self));
  gtk_widget_grab_focus (self->start);
}

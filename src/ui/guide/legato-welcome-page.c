/* legato-welcome-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-announcer.h"
#include "legato-cue-lesson.h"
#include "legato-demonstration-player.h"
#include "legato-map-settings.h"
#include "legato-safety.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-welcome-page.h"

/* The conditions that come and go are asked before each session, not here. */
#define PASSING                                                                                    \
  (LEGATO_CONDITION_TIGHT | LEGATO_CONDITION_SPORT_SORENESS | LEGATO_CONDITION_LONG_STANDING       \
   | LEGATO_CONDITION_WORSE_AFTER_LAST)

struct _LegatoWelcomePage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *back;
  GtkStack *cards;
  GtkLabel *what_heading;
  GtkLabel *safe_heading;
  GtkLabel *sound_heading;
  GtkAdjustment *scroll;
  AdwPreferencesGroup *clearance;
  AdwPreferencesGroup *gentle;
  AdwBin *map_slot;
  GtkLabel *trouble;
  GtkAdjustment *volume;
  GtkButton *next;

  /* Borrowed reference, within `map_slot`; %NULL until its card is shown */
  LegatoLegMap *map;

  /* Owned references */
  LegatoContext *context;
  GSettings *settings;
  LegatoAnnouncer *announcer;
  LegatoDemonstrationPlayer *player;
  GPtrArray *checks; /* (element-type GtkCheckButton): borrowed, each with its "condition" */

  gboolean seen;    /* the list of conditions was scrolled to its end */
  gboolean touched; /* a condition was ticked or unticked, and is not kept yet */
  gboolean filling;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order in which they are read. */
static const char *const names[] = { "what", "safe", "sound" };

G_DEFINE_FINAL_TYPE (LegatoWelcomePage, legato_welcome_page, ADW_TYPE_BIN)

static guint
get_card (LegatoWelcomePage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->cards);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;
  return 0;
}

static gboolean
any_is_ticked (LegatoWelcomePage *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
show_next (LegatoWelcomePage *self)
{
  switch (get_card (self))
    {
    case 0:
      gtk_button_set_label (self->next, _ ("Next"));
      break;
    case 1:
      gtk_button_set_label (self->next, !self->seen            ? _ ("Read On")
                                        : any_is_ticked (self) ? _ ("Keep This and Go On")
                                                               : _ ("None of These, Go On"));
      break;
    default:
      gtk_button_set_label (self->next, _ ("Show Me the Map"));
    }
}

static void
ticked_cb (LegatoWelcomePage *self)
{
  if (!self->filling)
    self->touched = TRUE;
  show_next (self);
}

/* Ticks what is known: from a check-in before, or a journal that was brought along. */
static void
fill (LegatoWelcomePage *self)
{
  const LegatoProfile *profile =
      legato_person_model_get_profile (legato_context_get_person (self->context));

  if (self->touched)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GObject *check = self->checks->pdata[i];
      gboolean known =
          legato_profile_find_condition (profile, g_object_get_data (check, "condition")) != NULL;

      g_object_set_data (check, "known", known ? check : NULL);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), known);
    }
  self->filling = FALSE;
}

/* Who is led from button to button is told what each card is about. */
static void
show_card (LegatoWelcomePage *self, guint card)
{
  GtkLabel *const headings[] = { self->what_heading, self->safe_heading, self->sound_heading };
  /* Translators: the number of a card, and how many there are */
  g_autofree char *number =
      g_strdup_printf (_ ("%u of %u"), card + 1, (guint) G_N_ELEMENTS (names));

  gtk_stack_set_visible_child_name (self->cards, names[card]);
  gtk_label_set_label (self->title, number);
  gtk_widget_set_visible (self->back, card > 0);
  show_next (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
  legato_announcer_say (self->announcer, gtk_label_get_label (headings[card]));
}

/* The conditions were read only if all of them came into sight. */
static void
scroll_cb (LegatoWelcomePage *self)
{
  if (self->seen || get_card (self) != 1 || gtk_adjustment_get_page_size (self->scroll) <= 0
      || gtk_adjustment_get_value (self->scroll) + gtk_adjustment_get_page_size (self->scroll)
             < gtk_adjustment_get_upper (self->scroll) - 1)
    return;
  self->seen = TRUE;
  show_next (self);
}

/* @asked: all of them were read */
static void
keep_conditions (LegatoWelcomePage *self, gboolean asked)
{
  LegatoPersonModel *person = legato_context_get_person (self->context);
  g_autoptr (LegatoProfile) profile =
      legato_profile_copy (legato_person_model_get_profile (person));

  profile->asked = profile->asked || asked;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = self->checks->pdata[i];

      legato_profile_answer_condition (profile, g_object_get_data (G_OBJECT (check), "condition"),
                                       gtk_check_button_get_active (check),
                                       g_object_get_data (G_OBJECT (check), "known") != NULL,
                                       legato_person_model_get_today ());
    }
  self->touched = FALSE;
  legato_person_model_set_profile (person, profile);
}

/* The map is not made before it is looked at. */
static void
show_map (LegatoWelcomePage *self)
{
  if (self->map != NULL)
    return;
  self->map = g_object_new (LEGATO_TYPE_LEG_MAP, "interactive", FALSE, "can-focus", FALSE, NULL);
  legato_map_settings_follow (self->map);
  legato_leg_map_set_views (self->map, legato_context_get_views (self->context));
  adw_bin_set_child (self->map_slot, GTK_WIDGET (self->map));
  self->player = legato_demonstration_player_new (self->map);
  g_object_bind_property (self->player, "trouble", self->trouble, "label", G_BINDING_SYNC_CREATE);
}

static void
hear_cb (LegatoWelcomePage *self)
{
  g_autoptr (LegatoTimeline) timeline =
      legato_cue_lesson_make_timeline (legato_context_get_guide (self->context), LEGATO_CUE_GLIDE);

  legato_leg_map_set_view (
      self->map, legato_leg_map_view_for_step (
                     self->map, legato_plan_get_step (legato_timeline_get_plan (timeline), 0)));
  legato_demonstration_player_start_timeline (self->player, timeline);
}

static void
done (LegatoWelcomePage *self)
{
  if (self->player != NULL)
    legato_demonstration_player_stop (self->player);
  g_signal_emit (self, signals[DONE], 0);
}

static void
next_cb (LegatoWelcomePage *self)
{
  guint card = get_card (self);

  if (card == 1 && !self->seen)
    {
      gtk_adjustment_set_value (self->scroll,
                                gtk_adjustment_get_value (self->scroll)
                                    + gtk_adjustment_get_page_increment (self->scroll));
      return;
    }
  if (card == 1)
    {
      keep_conditions (self, TRUE);
      show_map (self);
    }
  if (card + 1 < G_N_ELEMENTS (names))
    show_card (self, card + 1);
  else
    done (self);
  scroll_cb (self);
}

static void
back_cb (LegatoWelcomePage *self)
{
  guint card = get_card (self);

  if (self->player != NULL)
    legato_demonstration_player_stop (self->player);
  if (card > 0)
    show_card (self, card - 1);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  done (LEGATO_WELCOME_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
add_check (LegatoWelcomePage *self,
           AdwPreferencesGroup *group,
           const char *name,
           const char *explanation,
           const char *condition)
{
  GtkWidget *row = legato_action_row_new (name, explanation);
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "condition", g_strdup (condition), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  legato_action_row_add_toggle (row, check);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->checks, check);
}

static void
add_conditions (LegatoWelcomePage *self)
{
  GPtrArray *advice = legato_guide_get_advice (legato_context_get_guide (self->context));

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = advice->pdata[i];

      if (!legato_safety_is_red_flag (item) && legato_safety_needs_clearance (item))
        add_check (self, self->clearance, item->name, item->question.text, item->flag);
    }
  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    {
      LegatoCondition condition = (LegatoCondition) (1u << i);

      if ((condition & (PASSING | LEGATO_CONDITIONS_NEED_CLEARANCE)) == 0)
        add_check (self, self->gentle, legato_condition_get_name (condition), NULL,
                   legato_condition_to_id (condition));
    }
}

static void
legato_welcome_page_dispose (GObject *object)
{
  LegatoWelcomePage *self = LEGATO_WELCOME_PAGE (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->player);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_welcome_page_parent_class)->dispose (object);
}

static void
legato_welcome_page_class_init (LegatoWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_welcome_page_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/guide/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, back);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, cards);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, what_heading);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, safe_heading);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, sound_heading);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, clearance);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, gentle);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, map_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, volume);
  gtk_widget_class_bind_template_child (widget_class, LegatoWelcomePage, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, hear_cb);
  gtk_widget_class_bind_template_callback (widget_class, done);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
legato_welcome_page_init (LegatoWelcomePage *self)
{
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  self->settings = g_settings_new (LEGATO_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  g_settings_bind (self->settings, "volume", self->volume, "value", G_SETTINGS_BIND_DEFAULT);
}

/** Returns: (transfer none): the first of the cards */
LegatoWelcomePage *
legato_welcome_page_new (LegatoContext *context)
{
  LegatoWelcomePage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_WELCOME_PAGE, NULL);
  self->context = g_object_ref (context);
  add_conditions (self);
  fill (self);
  g_signal_connect_object (legato_context_get_person (context), "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  show_card (self, 0);
  return self;
}

/** legato_welcome_page_focus: puts the focus on what leads on. */
void
legato_welcome_page_focus (LegatoWelcomePage *self)
{
  g_return_if_fail (LEGATO_IS_WELCOME_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

/**
 * legato_welcome_page_keep:
 *
 * Keeps what was ticked and is not kept yet. The rest of the list is still asked for.
 */
void
legato_welcome_page_keep (LegatoWelcomePage *self)
{
  g_return_if_fail (LEGATO_IS_WELCOME_PAGE (self));

  if (self->touched)
    keep_conditions (self, FALSE);
}

/* legato-routines-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-goal-group.h"
#include "legato-planner.h"
#include "legato-routine-card.h"
#include "legato-routine-check.h"
#include "legato-routines-page.h"
#include "legato-text-button.h"
#include "legato-width-bin.h"

/* How many of the last routines stand first, and among how many of the last entries they are looked
 * for. */
#define N_RECENT 3
#define N_ENTRIES 40

/* So many of one's own are shown at first, and twice as many with each wish for more: thousands of
 * cards would take minutes to build, and push the guide's out of reach. */
#define N_OWN 36

struct _LegatoRoutinesPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  LegatoWidthBin *width_bin;
  GtkWidget *first_section;
  GtkFlowBox *first;
  AdwBin *goals;
  GtkFlowBox *own;
  GtkLabel *own_note;
  GtkWidget *more_own;
  GtkFlowBox *ready;
  GtkLabel *ready_note;

  /* Owned references */
  LegatoContext *context;
  GSettings *settings;
  GPtrArray *cards;  /* (element-type LegatoRoutineCard): borrowed from their boxes */
  GPtrArray *recent; /* (element-type utf8): ids of the routines done last, the newest first */
  char *order;       /* ids of the routines that stand first, in the order shown */

  guint clock_id;
  guint32 today;  /* the day that the cards are about */
  guint n_own;    /* how many own routines are to have a card */
  guint next_own; /* position on the shelf of the first own routine without a card */
};

enum
{
  SIGNAL_ROUTINE_CHOSEN,
  SIGNAL_GOAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutinesPage, legato_routines_page, GTK_TYPE_WIDGET)

static void
card_activated_cb (LegatoRoutinesPage *self, LegatoRoutineCard *card)
{
  const LegatoRoutine *routine = legato_routine_card_get_routine (card);

  if (routine != NULL)
    g_signal_emit (self, signals[SIGNAL_ROUTINE_CHOSEN], 0, routine);
}

static void
goal_chosen_cb (LegatoRoutinesPage *self, LegatoGoal goal, guint minutes, LegatoLeg legs)
{
  g_signal_emit (self, signals[SIGNAL_GOAL_CHOSEN], 0, goal, minutes, legs);
}

static gboolean
is_favourite (LegatoRoutinesPage *self, const char *id)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, "favourites");

  return g_strv_contains ((const char *const *) ids, id);
}

/* The page keeps its order while it is looked at: a card that jumped away would be lost. */
static void
favourite_toggled_cb (LegatoRoutinesPage *self, LegatoRoutineCard *card)
{
  const char *id = legato_routine_card_get_routine (card)->id;
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "favourites");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], id))
      g_strv_builder_add (builder, before[i]);
  if (legato_routine_card_is_favourite (card))
    g_strv_builder_add (builder, id);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "favourites", (const char *const *) after);
}

/* Why there can be no such session for this person, or %NULL if there can. Of whoever is massaged
 * in a partner's nothing is known before they are asked. */
static char *
dup_obstacle (LegatoRoutinesPage *self, const LegatoRoutine *routine)
{
  LegatoPersonModel *person = legato_context_get_person (self->context);
  g_auto (GStrv) tools = legato_routine_dup_tools (routine);
  LegatoRequest request = { .routine = routine,
                            .legs = LEGATO_LEG_BOTH,
                            .tools = (const char *const *) tools,
                            .person =
                                routine->partner ? NULL : legato_person_model_get_person (person) };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan =
      legato_planner_make (legato_person_model_get_guide (person), &request, &error);

  /* An obstacle to every session is said once, at the top of the page. */
  if (plan != NULL || g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED))
    return NULL;
  return g_strdup (error->message);
}

/* What keeps a draft from being started. */
static char *
dup_fault (LegatoRoutinesPage *self, const LegatoRoutine *routine)
{
  g_autoptr (GPtrArray) faults =
      legato_routine_find_faults (legato_context_get_guide (self->context), routine);

  if (faults->len == 0)
    return NULL;
  /* Translators: an own routine that is not ready yet, and what is wrong with it */
  return g_strdup_printf (_ ("Draft: %s"), ((const LegatoFault *) faults->pdata[0])->words);
}

static void
person_changed_cb (LegatoRoutinesPage *self)
{
  g_autoptr (GPtrArray) refusals =
      legato_person_model_get_refusals (legato_context_get_person (self->context));

  gtk_widget_set_visible (GTK_WIDGET (self->ready_note), refusals->len > 0);
  if (refusals->len > 0)
    gtk_label_set_label (self->ready_note,
                         ((const LegatoAdvice *) refusals->pdata[0])->advice.text);
  for (guint i = 0; i < self->cards->len; i++)
    {
      LegatoRoutineCard *card = self->cards->pdata[i];
      const LegatoRoutine *routine = legato_routine_card_get_routine (card);
      g_autofree char *obstacle = NULL;

      if (routine == NULL)
        continue;
      obstacle = routine->own ? dup_fault (self, routine) : dup_obstacle (self, routine);
      legato_routine_card_set_obstacle (card, obstacle);
    }
}

static void
add_card (LegatoRoutinesPage *self, GtkFlowBox *box, GtkWidget *card)
{
  g_ptr_array_add (self->cards, card);
  g_signal_connect_object (card, "favourite-toggled", G_CALLBACK (favourite_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  legato_width_bin_stack (self->width_bin,
                          GTK_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (card))));
  gtk_flow_box_append (box, card);
}

static gboolean
stands_first (LegatoRoutinesPage *self, const char *id)
{
  return is_favourite (self, id)
         || g_ptr_array_find_with_equal_func (self->recent, id, g_str_equal, NULL);
}

static void
add_routine (LegatoRoutinesPage *self, GtkFlowBox *box, const LegatoRoutine *routine)
{
  add_card (self, box,
            legato_routine_card_new (self->context, routine, is_favourite (self, routine->id)));
}

static void
add_first (LegatoRoutinesPage *self, const char *id)
{
  const LegatoRoutine *routine =
      legato_guide_find_routine (legato_context_get_guide (self->context), id);

  if (routine != NULL)
    add_routine (self, self->first, routine);
}

static void
clear (GtkFlowBox *box)
{
  GtkWidget *card = NULL;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, card);
}

/* The ids of what stands first, to know whether that has changed. */
static char *
dup_order (LegatoRoutinesPage *self)
{
  g_auto (GStrv) favourites = g_settings_get_strv (self->settings, "favourites");
  GString *order = g_string_new (NULL);

  for (guint i = 0; favourites[i] != NULL; i++)
    g_string_append_printf (order, "%s ", favourites[i]);
  for (guint i = 0; i < self->recent->len; i++)
    g_string_append_printf (order, "| %s ", (const char *) self->recent->pdata[i]);
  return g_string_free (order, FALSE);
}

/* Makes cards of one's own until as many are shown as were asked for. */
static void
add_own (LegatoRoutinesPage *self)
{
  GListModel *items = G_LIST_MODEL (legato_context_get_shelf (self->context));

  while (self->next_own < g_list_model_get_n_items (items)
         && gtk_flow_box_get_child_at_index (self->own, (int) self->n_own - 1) == NULL)
    {
      g_autoptr (LegatoShelfItem) item = g_list_model_get_item (items, self->next_own++);
      const LegatoRoutine *routine = legato_shelf_item_get_routine (item);

      if (routine == NULL)
        add_card (self, self->own, legato_routine_card_new_broken (self->context, item));
      else if (!stands_first (self, routine->id))
        add_routine (self, self->own, routine);
    }
  gtk_widget_set_visible (self->more_own, self->next_own < g_list_model_get_n_items (items));
}

static void
more_own_cb (LegatoRoutinesPage *self)
{
  int n_shown = (int) self->n_own;
  GtkFlowBoxChild *first = NULL;

  self->n_own *= 2;
  add_own (self);
  person_changed_cb (self);
  first = gtk_flow_box_get_child_at_index (self->own, n_shown);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* Favourites and what was done of late stand first, then one's own, then the guide's. */
static void
fill (LegatoRoutinesPage *self)
{
  g_auto (GStrv) favourites = g_settings_get_strv (self->settings, "favourites");
  GListModel *items = G_LIST_MODEL (legato_context_get_shelf (self->context));
  GPtrArray *routines = legato_guide_get_routines (legato_context_get_guide (self->context));

  g_ptr_array_set_size (self->cards, 0);
  clear (self->first);
  clear (self->own);
  clear (self->ready);
  g_free (self->order);
  self->order = dup_order (self);

  for (guint i = 0; favourites[i] != NULL; i++)
    add_first (self, favourites[i]);
  for (guint i = 0; i < self->recent->len; i++)
    if (!is_favourite (self, self->recent->pdata[i]))
      add_first (self, self->recent->pdata[i]);
  self->next_own = 0;
  add_own (self);
  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = routines->pdata[i];

      if (!stands_first (self, routine->id))
        add_routine (self, self->ready, routine);
    }

  gtk_widget_set_visible (self->first_section,
                          gtk_flow_box_get_child_at_index (self->first, 0) != NULL);
  gtk_label_set_label (
      self->own_note, _ ("Build one from places and techniques, or open one that you were given."));
  gtk_widget_set_visible (GTK_WIDGET (self->own_note), g_list_model_get_n_items (items) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->own),
                          gtk_flow_box_get_child_at_index (self->own, 0) != NULL);
  person_changed_cb (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRoutinesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (GPtrArray) recent = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *order = NULL;

  /* The order stays as it was; the person model tells why the journal cannot be read. */
  if (entries == NULL)
    return;
  for (guint i = 0; i < entries->len && recent->len < N_RECENT; i++)
    {
      const LegatoEntry *entry = entries->pdata[i];

      if (entry->routine != NULL
          && !g_ptr_array_find_with_equal_func (recent, entry->routine, g_str_equal, NULL))
        g_ptr_array_add (recent, g_strdup (entry->routine));
    }
  if (self->scroller == NULL)
    return;
  g_ptr_array_unref (self->recent);
  self->recent = g_steal_pointer (&recent);
  order = dup_order (self);
  if (!g_str_equal (order, self->order))
    fill (self);
}

/* Routines that were done since the page was last seen move to the front. */
static void
look_for_recent (LegatoRoutinesPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal != NULL)
    legato_journal_list_async (journal, NULL, NULL, N_ENTRIES, 0, NULL, listed_cb,
                               g_object_ref (self));
}

/* What rested for a while may do so no longer. */
static void
refresh (LegatoRoutinesPage *self)
{
  self->today = legato_person_model_get_today ();
  person_changed_cb (self);
}

static gboolean
clock_cb (gpointer data)
{
  LegatoRoutinesPage *self = data;

  if (legato_person_model_get_today () != self->today)
    refresh (self);
  return G_SOURCE_CONTINUE;
}

static void
legato_routines_page_map (GtkWidget *widget)
{
  LegatoRoutinesPage *self = LEGATO_ROUTINES_PAGE (widget);

  GTK_WIDGET_CLASS (legato_routines_page_parent_class)->map (widget);
  look_for_recent (self);
  refresh (self);
  self->clock_id = g_timeout_add_seconds (LEGATO_LOOK_AT_CLOCK_S, clock_cb, self);
}

static void
legato_routines_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LEGATO_ROUTINES_PAGE (widget)->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (legato_routines_page_parent_class)->unmap (widget);
}

static void
legato_routines_page_dispose (GObject *object)
{
  LegatoRoutinesPage *self = LEGATO_ROUTINES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_free);

  G_OBJECT_CLASS (legato_routines_page_parent_class)->dispose (object);
}

static void
legato_routines_page_class_init (LegatoRoutinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_routines_page_dispose;
  widget_class->map = legato_routines_page_map;
  widget_class->unmap = legato_routines_page_unmap;

  /**
   * LegatoRoutinesPage::routine-chosen:
   * @routine: a #LegatoRoutine of the guide
   */
  signals[SIGNAL_ROUTINE_CHOSEN] =
      g_signal_new ("routine-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LegatoRoutinesPage::goal-chosen:
   * @goal: a #LegatoGoal
   * @minutes: how long it shall be, or 0
   * @legs: a #LegatoLeg
   */
  signals[SIGNAL_GOAL_CHOSEN] =
      g_signal_new ("goal-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, LEGATO_TYPE_GOAL, G_TYPE_UINT, LEGATO_TYPE_LEG);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/routines/routines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, first_section);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, first);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, goals);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, own);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, own_note);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, more_own);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, ready);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, ready_note);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_own_cb);
}

static void
legato_routines_page_init (LegatoRoutinesPage *self)
{
  self->n_own = N_OWN;
  self->cards = g_ptr_array_new ();
  self->recent = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_settings_new (LEGATO_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer none): ready-made and own routines, and goals */
LegatoRoutinesPage *
legato_routines_page_new (LegatoContext *context)
{
  LegatoRoutinesPage *self = NULL;
  LegatoGoalGroup *goals = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINES_PAGE, NULL);
  self->context = g_object_ref (context);
  goals = legato_goal_group_new (context);
  g_signal_connect_object (goals, "goal-chosen", G_CALLBACK (goal_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->goals, GTK_WIDGET (goals));
  g_signal_connect_object (legato_context_get_shelf (context), "items-changed", G_CALLBACK (fill),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_person (context), "changed",
                           G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (look_for_recent), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

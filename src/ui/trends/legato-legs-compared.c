/* legato-legs-compared.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-choice-row.h"
#include "legato-columns.h"
#include "legato-dates.h"
#include "legato-experiment-file.h"
#include "legato-experiment-words.h"
#include "legato-legs-compared.h"
#include "legato-question.h"
#include "legato-soreness-row.h"
#include "legato-text-button.h"
#include "legato-words.h"

/* The place that is chosen at first. */
#define USUAL_ZONE "calf"
#define USUAL_WEEKS 4

struct _LegatoLegsCompared
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *states;
  GtkLabel *trouble;
  AdwComboRow *zone;
  GtkSpinButton *weeks;
  AdwComboRow *every;
  GtkCheckButton *consent;
  GtkWidget *begin;
  GtkLabel *progress;
  GtkLabel *next;
  GtkWidget *ratings_card;
  GtkLabel *question;
  GtkListBox *ratings;
  GtkButton *go_on;
  GtkLabel *ended;
  GtkLabel *result;
  GtkLabel *figures;

  /* Borrowed references, within the template; %NULL while nothing is asked */
  LegatoSorenessRow *rows[2];

  /* Owned references */
  LegatoContext *context;
  LegatoJournal *journal;
  LegatoExperiment *experiment;
  GPtrArray *entries; /* of LegatoEntry, since it began */
  char *path;
  char *asked;      /* what the ratings answer: the day, the massage and the question; or %NULL */
  char *unread;     /* why the one that was kept cannot be read; or %NULL */
  GPtrArray *zones; /* of LegatoZone: those that are massaged */

  /* What the ratings are for: a massage of days ago, or, without @followed, one that begins */
  LegatoEntry *followed;
  LegatoMoment moment;
};

enum
{
  SESSION_DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoLegsCompared, legato_legs_compared, ADW_TYPE_BIN)

static void update (LegatoLegsCompared *self);

static guint32
get_today (void)
{
  return legato_person_model_get_today ();
}

static LegatoGuide *
get_guide (LegatoLegsCompared *self)
{
  return legato_context_get_guide (self->context);
}

static const LegatoZone *
get_zone (LegatoLegsCompared *self)
{
  return legato_guide_find_zone (get_guide (self), legato_experiment_get_zone (self->experiment));
}

static void
say_trouble (LegatoLegsCompared *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static gboolean
keep (LegatoLegsCompared *self)
{
  g_autoptr (GError) error = NULL;

  if (legato_experiment_file_save (self->path, self->experiment, &error))
    return TRUE;
  say_trouble (self, error->message);
  return FALSE;
}

static void
stop (LegatoLegsCompared *self, const char *reason)
{
  legato_experiment_stop (self->experiment, get_today (), reason);
  keep (self);
}

static const LegatoEntry *
find_entry (LegatoLegsCompared *self, const char *uuid)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->uuid, uuid))
        return entry;
    }
  return NULL;
}

static gboolean
is_running (LegatoLegsCompared *self)
{
  return self->experiment != NULL
         && legato_experiment_get_state (self->experiment, get_today ())
                == LEGATO_EXPERIMENT_RUNNING;
}

/* Safety comes first: a warning sign that stands, or a massage that hurt there, ends it. */
static void
obey_rules (LegatoLegsCompared *self)
{
  g_autoptr (GPtrArray) refusals =
      legato_person_model_get_refusals (legato_context_get_person (self->context));

  if (!is_running (self))
    return;
  if (refusals->len > 0)
    {
      stop (self, ((const LegatoAdvice *) g_ptr_array_index (refusals, 0))->flag);
      return;
    }
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->kind == LEGATO_ENTRY_STOP
          && g_strcmp0 (entry->zone, legato_experiment_get_zone (self->experiment)) == 0)
        {
          stop (self, LEGATO_EXPERIMENT_STOP_HURT);
          return;
        }
    }
}

static gboolean
is_rated (const LegatoEntry *entry, const char *zone, LegatoMoment moment)
{
  gboolean legs[2] = { FALSE, FALSE };

  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (rating->moment == moment && rating->leg != LEGATO_LEG_BOTH
          && g_str_equal (rating->zone, zone))
        legs[rating->leg] = TRUE;
    }
  return legs[LEGATO_LEG_LEFT] && legs[LEGATO_LEG_RIGHT];
}

/* The massage that both legs are to be rated for today, as the next or the second day; or %NULL. */
static const LegatoEntry *
find_to_follow (LegatoLegsCompared *self, LegatoMoment *moment)
{
  const char *zone = legato_experiment_get_zone (self->experiment);

  for (guint i = 0; i < legato_experiment_get_n_drawn (self->experiment); i++)
    {
      guint32 day = 0;
      const LegatoEntry *entry =
          find_entry (self, legato_experiment_get_session (self->experiment, i, &day, NULL));
      guint32 after = get_today () - day;

      if (entry == NULL || after < 1 || after > LEGATO_EXPERIMENT_FOLLOW_DAYS)
        continue;
      *moment = after == 1 ? LEGATO_MOMENT_NEXT_DAY : LEGATO_MOMENT_SECOND_DAY;
      if (!is_rated (entry, zone, *moment))
        return entry;
    }
  return NULL;
}

/* A massage that was drawn today and not done yet: it is offered again, so that nobody draws until
 * they like the leg. */
static const char *
find_drawn_today (LegatoLegsCompared *self, LegatoLeg *leg)
{
  guint n = legato_experiment_get_n_drawn (self->experiment);
  guint32 day = 0;
  const char *uuid =
      n > 0 ? legato_experiment_get_session (self->experiment, n - 1, &day, leg) : NULL;

  return uuid != NULL && day == get_today () && find_entry (self, uuid) == NULL ? uuid : NULL;
}

static void
rated_cb (LegatoLegsCompared *self)
{
  say_trouble (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_on),
                            legato_soreness_row_get_value (self->rows[0]) >= 0
                                && legato_soreness_row_get_value (self->rows[1]) >= 0);
}

/* What was answered already stays as long as the question is the same, of the same massage and on
 * the same day. */
static void
ask (LegatoLegsCompared *self, const char *question, const char *button)
{
  const LegatoZone *zone = get_zone (self);
  GtkWidget *row = NULL;
  g_autofree char *asked = g_strdup_printf (
      "%u %s %s", get_today (), self->followed != NULL ? self->followed->uuid : "", question);

  if (gtk_widget_get_visible (self->ratings_card) && g_strcmp0 (self->asked, asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->ratings))) != NULL)
    gtk_list_box_remove (self->ratings, row);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      row = legato_soreness_row_new ((LegatoLeg) leg, zone);
      self->rows[leg] = LEGATO_SORENESS_ROW (row);
      g_signal_connect_object (row, "notify::value", G_CALLBACK (rated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->ratings, row);
    }
  gtk_label_set_label (self->question, question);
  gtk_button_set_label (self->go_on, button);
  rated_cb (self);
  gtk_widget_set_visible (self->ratings_card, TRUE);
}

static void
show_running (LegatoLegsCompared *self)
{
  guint n = legato_experiment_get_n_drawn (self->experiment);
  guint n_planned = legato_experiment_get_n_planned (self->experiment);
  g_autofree char *place = legato_words_dup_place (
      get_guide (self), legato_experiment_get_zone (self->experiment), LEGATO_LEG_BOTH);
  /* Translators: a place, massages begun, massages in all */
  g_autofree char *progress = g_strdup_printf (_ ("%s: %u of %u massages."), place, n, n_planned);
  g_autofree char *next = NULL;
  LegatoLeg leg;

  gtk_stack_set_visible_child_name (self->states, "running");
  gtk_label_set_label (self->progress, progress);
  g_clear_pointer (&self->followed, legato_entry_unref);
  self->followed = (LegatoEntry *) find_to_follow (self, &self->moment);
  if (self->followed != NULL)
    {
      legato_entry_ref (self->followed);
      ask (self,
           self->moment == LEGATO_MOMENT_NEXT_DAY
               ? _ ("How sore are both legs now, a day after the massage?")
               : _ ("How sore are both legs now, two days after the massage?"),
           _ ("Save"));
      next = g_strdup (_ ("Please rate both legs before you go on."));
    }
  else if (find_drawn_today (self, &leg) != NULL
           || legato_experiment_is_due (self->experiment, get_today ()))
    {
      ask (self, _ ("How sore are both legs now?"), _ ("Draw a Leg"));
      next = g_strdup (_ ("A massage is due today. Chance says which leg, once you have rated "
                          "both."));
    }
  else
    {
      g_autofree char *day = NULL;

      gtk_widget_set_visible (self->ratings_card, FALSE);
      day = legato_dates_dup_day (legato_experiment_get_next_day (self->experiment, get_today ()));
      /* Translators: a day */
      next = g_strdup_printf (_ ("Nothing to do today. Come back on %s, or to rate both legs the "
                                 "two days after a massage."),
                              day);
    }
  gtk_label_set_label (self->next, next);
}

static void
show_result (LegatoLegsCompared *self)
{
  const char *reason = legato_experiment_get_stop_reason (self->experiment);
  g_autofree char *ended = reason != NULL
                               ? legato_experiment_words_dup_stop (get_guide (self), reason)
                               : g_strdup (_ ("It ran to its end."));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  LegatoExperimentResult result;
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;

  gtk_stack_set_visible_child_name (self->states, "result");
  gtk_label_set_label (self->ended, ended);
  if (!legato_experiment_analyse (self->experiment, self->entries != NULL ? self->entries : none,
                                  get_today (), &result))
    return;
  words = legato_experiment_words_dup_result (&result);
  figures = legato_experiment_words_dup_figures (&result);
  gtk_label_set_label (self->result, words);
  gtk_label_set_label (self->figures, figures);
}

/* Not while there are warning signs: then there is no massage either. */
static void
show_offer (LegatoLegsCompared *self)
{
  g_autoptr (GPtrArray) refusals =
      legato_person_model_get_refusals (legato_context_get_person (self->context));
  gboolean refused = refusals->len > 0;

  gtk_stack_set_visible_child_name (self->states, "offer");
  if (refused)
    say_trouble (self, _ ("Not now: something you told Legato speaks against a massage."));
  gtk_widget_set_sensitive (self->begin, !refused && self->journal != NULL
                                             && gtk_check_button_get_active (self->consent));
}

static void
update (LegatoLegsCompared *self)
{
  say_trouble (self, self->unread);
  obey_rules (self);
  if (self->experiment == NULL)
    show_offer (self);
  else if (is_running (self))
    show_running (self);
  else
    show_result (self);
}

static void
entries_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoLegsCompared) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = legato_journal_list_finish (LEGATO_JOURNAL (object), result, &error);

  if (self->context == NULL)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      return;
    }
  if (entries == NULL)
    {
      say_trouble (self, error->message);
      return;
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  update (self);
}

static void
load_entries (LegatoLegsCompared *self)
{
  GDate from;

  if (self->journal == NULL || self->experiment == NULL)
    {
      update (self);
      return;
    }
  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_experiment_get_first_day (self->experiment));
  legato_journal_list_async (self->journal, &from, NULL, 0, 0, NULL, entries_cb,
                             g_object_ref (self));
}

/* A newer Legato, or somebody who knows how, may read what this one cannot. */
static gboolean
set_unread_aside (LegatoLegsCompared *self, GError **error)
{
  g_autofree char *aside = NULL;

  if (self->unread == NULL || !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  aside = legato_journal_set_aside (self->path, error);
  return aside != NULL;
}

static void
begin_cb (LegatoLegsCompared *self)
{
  const LegatoZone *zone = g_ptr_array_index (self->zones, adw_combo_row_get_selected (self->zone));
  g_autoptr (GError) error = NULL;
  LegatoExperiment *experiment = legato_experiment_new (
      zone->id, get_today (), (guint) gtk_spin_button_get_value_as_int (self->weeks),
      LEGATO_EXPERIMENT_MIN_EVERY + adw_combo_row_get_selected (self->every), &error);

  if (experiment == NULL || !set_unread_aside (self, &error))
    {
      g_clear_pointer (&experiment, legato_experiment_free);
      say_trouble (self, error->message);
      return;
    }
  g_clear_pointer (&self->experiment, legato_experiment_free);
  self->experiment = experiment;
  if (!keep (self))
    {
      g_clear_pointer (&self->experiment, legato_experiment_free);
      return;
    }
  g_clear_pointer (&self->unread, g_free);
  load_entries (self);
}

static void
followed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoLegsCompared) self = data;
  g_autoptr (GError) error = NULL;

  /* The journal tells of the change by itself. */
  if (legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (object), result, &error)
          == LEGATO_KEPT_NOWHERE
      && self->context != NULL)
    say_trouble (self, error->message);
}

/* The question is answered; the next one is asked when the journal tells of the change. */
static void
save_follow_up (LegatoLegsCompared *self)
{
  g_autoptr (LegatoEntry) entry = legato_entry_copy (self->followed);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    legato_entry_add_rating (entry, legato_experiment_get_zone (self->experiment), (LegatoLeg) leg,
                             self->moment, (guint) legato_soreness_row_get_value (self->rows[leg]));
  gtk_widget_set_visible (self->ratings_card, FALSE);
  legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry,
                                        self->followed, followed_cb, g_object_ref (self));
}

static void
draw (LegatoLegsCompared *self, guint left, guint right)
{
  g_autoptr (GRand) rand = g_rand_new ();
  g_autofree char *uuid = NULL;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  uuid = g_strdup (find_drawn_today (self, &leg));
  if (uuid == NULL)
    {
      uuid = g_uuid_string_random ();
      leg = legato_experiment_draw (self->experiment, get_today (), uuid, rand);
    }
  gtk_widget_set_visible (self->ratings_card, FALSE);
  if (keep (self))
    g_signal_emit (self, signals[SESSION_DRAWN], 0, leg, get_zone (self), uuid, left, right);
}

static void
go_on_cb (LegatoLegsCompared *self)
{
  guint left = (guint) legato_soreness_row_get_value (self->rows[LEGATO_LEG_LEFT]);
  guint right = (guint) legato_soreness_row_get_value (self->rows[LEGATO_LEG_RIGHT]);

  if (self->followed != NULL)
    save_follow_up (self);
  else if (!legato_experiment_legs_are_alike (left, right))
    say_trouble (self, _ ("Your legs differ too much today to compare them. Massage as you like, "
                          "and come back another day."));
  else
    draw (self, left, right);
}

static void
end_answered_cb (LegatoLegsCompared *self, const char *answer)
{
  if (!g_str_equal (answer, "end") || !is_running (self))
    return;
  stop (self, LEGATO_EXPERIMENT_STOP_WISH);
  update (self);
}

static void
end_cb (LegatoLegsCompared *self)
{
  LegatoQuestion *question = legato_question_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("End the comparison?"),
      _ ("You see what it found so far. It cannot be taken up again."));

  legato_question_add_answer (question, "go-on", _ ("Go On"), NULL);
  legato_question_add_answer (question, "end", _ ("End It"), "destructive-action");
  g_signal_connect_object (question, "answered", G_CALLBACK (end_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* What was found stays until another comparison begins. */
static void
another_cb (LegatoLegsCompared *self)
{
  gtk_check_button_set_active (self->consent, FALSE);
  show_offer (self);
}

static void
legato_legs_compared_dispose (GObject *object)
{
  LegatoLegsCompared *self = LEGATO_LEGS_COMPARED (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->context);
  g_clear_pointer (&self->experiment, legato_experiment_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->followed, legato_entry_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->unread, g_free);

  G_OBJECT_CLASS (legato_legs_compared_parent_class)->dispose (object);
}

static void
legato_legs_compared_class_init (LegatoLegsComparedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_legs_compared_dispose;

  signals[SESSION_DRAWN] = g_signal_new (
      "session-drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 5, LEGATO_TYPE_LEG, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (LEGATO_TYPE_CHOICE_ROW);
  g_type_ensure (LEGATO_TYPE_COLUMNS);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/trends/legs-compared.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, LegatoLegsCompared, name)
  BIND (states);
  BIND (trouble);
  BIND (zone);
  BIND (weeks);
  BIND (every);
  BIND (consent);
  BIND (begin);
  BIND (progress);
  BIND (next);
  BIND (ratings_card);
  BIND (question);
  BIND (ratings);
  BIND (go_on);
  BIND (ended);
  BIND (result);
  BIND (figures);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, show_offer);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
}

static void
legato_legs_compared_init (LegatoLegsCompared *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->weeks, LEGATO_EXPERIMENT_MIN_WEEKS, LEGATO_EXPERIMENT_MAX_WEEKS);
  gtk_spin_button_set_value (self->weeks, USUAL_WEEKS);
}

static void
load_experiment (LegatoLegsCompared *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->unread, g_free);
  g_clear_pointer (&self->experiment, legato_experiment_free);
  self->experiment = legato_experiment_file_load (self->path, get_guide (self), &error);
  if (error != NULL)
    self->unread = g_strdup (error->message);
}

static void
journal_cb (LegatoLegsCompared *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL || !g_set_object (&self->journal, journal))
    return;
  g_free (self->path);
  self->path = legato_experiment_file_get_path (legato_journal_get_path (journal));
  load_experiment (self);
  g_signal_connect_object (journal, "changed", G_CALLBACK (load_entries), self, G_CONNECT_SWAPPED);
  load_entries (self);
}

static void
list_zones (LegatoLegsCompared *self)
{
  GPtrArray *zones = legato_guide_get_zones (get_guide (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->zones = g_ptr_array_new ();
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (zone->lift_over)
        continue;
      g_ptr_array_add (self->zones, (gpointer) zone);
      gtk_string_list_append (names, zone->name);
    }
  adw_combo_row_set_model (self->zone, G_LIST_MODEL (names));
  for (guint i = 0; i < self->zones->len; i++)
    if (g_str_equal (((const LegatoZone *) g_ptr_array_index (self->zones, i))->id, USUAL_ZONE))
      adw_combo_row_set_selected (self->zone, i);
}

/** Returns: (transfer floating): the comparison of whom the journal belongs to, or an offer */
LegatoLegsCompared *
legato_legs_compared_new (LegatoContext *context)
{
  LegatoLegsCompared *self = g_object_new (LEGATO_TYPE_LEGS_COMPARED, NULL);

  self->context = g_object_ref (context);
  list_zones (self);
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (journal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_person (context), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  /* A day may have passed since it was last seen. */
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  journal_cb (self);
  return self;
}

/** legato_legs_compared_turn_day: another day has begun. */
void
legato_legs_compared_turn_day (LegatoLegsCompared *self)
{
  g_return_if_fail (LEGATO_IS_LEGS_COMPARED (self));

  update (self);
}

/* legato-recovery-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-announcer.h"
#include "legato-entry-words.h"
#include "legato-journal-running.h"
#include "legato-recovery-bar.h"
#include "legato-session.h"
#include "legato-time-words.h"
#include "legato-words.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

struct _LegatoRecoveryBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *problem;
  GtkWidget *go_on;
  GtkWidget *save;
  GtkWidget *discard;

  /* Owned references */
  LegatoContext *context;
  GPtrArray *cut_off; /* LegatoRunning: the first one is shown */

  gboolean listed;
  gboolean wanted;
};

enum
{
  SIGNAL_CONTINUE,
  SIGNAL_NOTHING_TO_CONTINUE,
  SIGNAL_SAVED,
  SIGNAL_DISCARDED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRecoveryBar, legato_recovery_bar, GTK_TYPE_WIDGET)

static const LegatoRunning *
get_shown (LegatoRecoveryBar *self)
{
  return self->cut_off->len > 0 ? g_ptr_array_index (self->cut_off, 0) : NULL;
}

/* "Beginner's three minutes · Today, 07:40 · 1 minute of 3 minutes" */
static char *
dup_detail (LegatoRecoveryBar *self, const LegatoRunning *running)
{
  g_autoptr (LegatoEntry) entry = legato_running_make_entry (running);
  g_autofree char *title =
      legato_entry_words_dup_title (entry, legato_context_get_guide (self->context));
  g_autofree char *day = legato_entry_words_dup_day (entry, legato_person_model_get_today ());
  g_autofree char *time = legato_time_words_dup_time (entry->at);
  g_autofree char *done = legato_entry_words_dup_length (entry);
  g_autofree char *planned = legato_words_dup_minutes ((entry->planned_s + 30) / 60);

  /* Translators: a routine, a day ("Today"), a time of day, how long it was done ("40 seconds") and
   * how long it was to be ("3 minutes") */
  return g_strdup_printf (_ ("%s · %s, %s · %s of %s"), title, day, time, done, planned);
}

static void
set_waiting (LegatoRecoveryBar *self, gboolean waiting)
{
  gtk_widget_set_sensitive (self->go_on, !waiting);
  gtk_widget_set_sensitive (self->save, !waiting);
  gtk_widget_set_sensitive (self->discard, !waiting);
}

static void
show_first (LegatoRecoveryBar *self)
{
  const LegatoRunning *running = get_shown (self);
  g_autofree char *detail = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  /* A revealer that shows nothing would still ask for the width of its child. */
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), running != NULL);
  gtk_revealer_set_reveal_child (self->revealer, running != NULL);
  if (running == NULL)
    return;

  detail = dup_detail (self, running);
  gtk_label_set_label (self->title, running->completed ? _ ("Your last session is not saved yet.")
                                                       : _ ("Your last session was cut off."));
  gtk_label_set_label (self->detail, detail);
  gtk_button_set_label (GTK_BUTTON (self->save),
                        running->completed ? _ ("Save") : _ ("Save as Partial"));
  gtk_widget_set_visible (self->go_on, legato_session_may_continue (running));
  set_waiting (self, FALSE);
}

static void
show_problem (LegatoRecoveryBar *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
go_on (LegatoRecoveryBar *self)
{
  self->wanted = FALSE;
  if (get_shown (self) != NULL && gtk_widget_get_visible (self->go_on))
    g_signal_emit (self, signals[SIGNAL_CONTINUE], 0, get_shown (self));
  else
    g_signal_emit (self, signals[SIGNAL_NOTHING_TO_CONTINUE], 0, get_shown (self));
}

/* Not before all is known of the person: whether they were asked today, and what stands. */
static void
go_on_if_wanted (LegatoRecoveryBar *self)
{
  if (self->wanted && self->listed
      && legato_person_model_is_loaded (legato_context_get_person (self->context)))
    go_on (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRecoveryBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
      legato_journal_list_running_finish (LEGATO_JOURNAL (source), result, &error);

  /* The person model reads the same, and tells why it cannot be read. */
  if (all == NULL)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      LegatoRunning *running = g_ptr_array_index (all, i);

      if (legato_running_get_spent (running) >= LEGATO_SESSION_LEAST_DONE)
        g_ptr_array_add (self->cut_off, legato_running_copy (running));
      else
        legato_journal_forget_running_async (LEGATO_JOURNAL (source), running->uuid, NULL, NULL,
                                             NULL);
    }
  if (self->revealer == NULL)
    return;
  self->listed = TRUE;
  show_first (self);
  go_on_if_wanted (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRecoveryBar) self = data;
  g_autoptr (GError) error = NULL;
  LegatoKept kept =
      legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (source), result, &error);

  g_application_release (g_application_get_default ());
  if (self->revealer == NULL)
    return;
  if (kept != LEGATO_KEPT_NOWHERE)
    {
      legato_recovery_bar_taken (self);
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, kept == LEGATO_KEPT_IN_JOURNAL);
      return;
    }
  show_problem (self, error->message);
  set_waiting (self, FALSE);
}

static void
save_cb (LegatoRecoveryBar *self)
{
  g_autoptr (LegatoEntry) entry = NULL;

  if (get_shown (self) == NULL || !gtk_widget_get_sensitive (self->save))
    return;
  entry = legato_history_make_cut_off (legato_context_get_guide (self->context), get_shown (self));
  if (!legato_entry_is_of_partner (entry))
    legato_person_model_add_answers (legato_context_get_person (self->context), entry);
  set_waiting (self, TRUE);
  /* While the journal writes, the program stays, even if its window is closed meanwhile. */
  g_application_hold (g_application_get_default ());
  legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry, NULL,
                                        saved_cb, g_object_ref (self));
}

static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRecoveryBar) self = data;
  g_autoptr (GError) error = NULL;

  /* One that could not be written is offered again at the next start. */
  if (legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (source), result, &error)
      == LEGATO_KEPT_NOWHERE)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  g_application_release (g_application_get_default ());
}

static void
discard_cb (LegatoRecoveryBar *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);
  g_autoptr (LegatoRunning) running = NULL;

  if (get_shown (self) == NULL)
    return;
  if (journal == NULL)
    {
      show_problem (self, _ ("Your journal is not open just now. Try again later."));
      return;
    }
  running = legato_running_copy (get_shown (self));
  legato_journal_forget_running_async (journal, running->uuid, NULL, NULL, NULL);
  legato_recovery_bar_taken (self);
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, running);
}

static void
go_on_cb (LegatoRecoveryBar *self)
{
  if (get_shown (self) != NULL)
    go_on (self);
}

static void
legato_recovery_bar_dispose (GObject *object)
{
  LegatoRecoveryBar *self = LEGATO_RECOVERY_BAR (object);
  GtkWidget *revealer = GTK_WIDGET (self->revealer);

  self->revealer = NULL;
  g_clear_pointer (&revealer, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_recovery_bar_parent_class)->dispose (object);
}

static void
legato_recovery_bar_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_RECOVERY_BAR (object)->cut_off, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_recovery_bar_parent_class)->finalize (object);
}

static void
legato_recovery_bar_class_init (LegatoRecoveryBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_recovery_bar_dispose;
  object_class->finalize = legato_recovery_bar_finalize;

  /**
   * LegatoRecoveryBar::continue:
   * @running: the #LegatoRunning to go on with
   *
   * To be answered with legato_recovery_bar_taken() or legato_recovery_bar_refuse().
   */
  signals[SIGNAL_CONTINUE] = g_signal_new ("continue", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LegatoRecoveryBar::nothing-to-continue:
   * @running: (nullable): the #LegatoRunning that is shown, which may not go on any more
   *
   * Answers legato_recovery_bar_continue() where no session is left that may go on.
   */
  signals[SIGNAL_NOTHING_TO_CONTINUE] =
      g_signal_new ("nothing-to-continue", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LegatoRecoveryBar::saved:
   * @in_journal: what was done is in the journal; if not, it waits on disk until that opens
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * LegatoRecoveryBar::discarded:
   * @running: the #LegatoRunning that is forgotten; legato_recovery_bar_bring_back() undoes it
   */
  signals[SIGNAL_DISCARDED] =
      g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LegatoRecoveryBar::failed:
   * @message: why what was done of a session that nobody goes on with is not kept yet
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/recovery-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, detail);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, go_on);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, save);
  gtk_widget_class_bind_template_child (widget_class, LegatoRecoveryBar, discard);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
legato_recovery_bar_init (LegatoRecoveryBar *self)
{
  self->cut_off = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_running_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_announcer_follow (self->title);
  legato_announcer_follow (self->detail);
  legato_announcer_follow (self->problem);
}

/* Looks in the journal, which was just opened, for sessions that were cut off, and shows the newest
 * of them. Those too short to be worth it are forgotten. */
static void
journal_cb (LegatoRecoveryBar *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal == NULL)
    return;
  self->listed = FALSE;
  /* What was brought back while no journal was open is not in it yet. What this program saves
   * itself is not listed. */
  for (guint i = 0; i < self->cut_off->len; i++)
    legato_journal_save_running_async (journal, self->cut_off->pdata[i], NULL, NULL, NULL);
  legato_journal_list_running_async (journal, NULL, listed_cb, g_object_ref (self));
}

/** Returns: (transfer none): offers sessions that were cut off, once the journal is open */
LegatoRecoveryBar *
legato_recovery_bar_new (LegatoContext *context)
{
  LegatoRecoveryBar *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_RECOVERY_BAR, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (legato_context_get_person (context), "changed",
                           G_CALLBACK (go_on_if_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (journal_cb), self, G_CONNECT_SWAPPED);
  journal_cb (self);
  return self;
}

/**
 * legato_recovery_bar_continue:
 *
 * Goes on with the newest session that was cut off, as the bar's own button does; once the journal
 * is open, if it is not yet.
 */
void
legato_recovery_bar_continue (LegatoRecoveryBar *self)
{
  g_return_if_fail (LEGATO_IS_RECOVERY_BAR (self));

  self->wanted = TRUE;
  go_on_if_wanted (self);
}

/** legato_recovery_bar_taken: the session that was shown goes on; the next one is shown. */
void
legato_recovery_bar_taken (LegatoRecoveryBar *self)
{
  g_return_if_fail (LEGATO_IS_RECOVERY_BAR (self));

  if (self->cut_off->len > 0)
    g_ptr_array_remove_index (self->cut_off, 0);
  show_first (self);
}

/** legato_recovery_bar_refuse: the session that was shown cannot go on; it can still be saved. */
void
legato_recovery_bar_refuse (LegatoRecoveryBar *self, const GError *error)
{
  g_return_if_fail (LEGATO_IS_RECOVERY_BAR (self));

  show_problem (self, error->message);
  gtk_widget_set_visible (self->go_on, FALSE);
}

/** legato_recovery_bar_bring_back: offers @running again, which was discarded. */
void
legato_recovery_bar_bring_back (LegatoRecoveryBar *self, const LegatoRunning *running)
{
  LegatoJournal *journal = NULL;

  g_return_if_fail (LEGATO_IS_RECOVERY_BAR (self));
  g_return_if_fail (running != NULL);

  journal = legato_context_get_journal (self->context);
  if (journal != NULL)
    legato_journal_save_running_async (journal, running, NULL, NULL, NULL);
  g_ptr_array_insert (self->cut_off, 0, legato_running_copy (running));
  show_first (self);
}

/**
 * legato_recovery_bar_give_up:
 *
 * Another session has been done since: nobody goes on with an older one. What was done of it is put
 * into the journal.
 */
void
legato_recovery_bar_give_up (LegatoRecoveryBar *self)
{
  g_return_if_fail (LEGATO_IS_RECOVERY_BAR (self));

  for (guint i = 0; i < self->cut_off->len; i++)
    {
      g_autoptr (LegatoEntry) entry = legato_history_make_cut_off (
          legato_context_get_guide (self->context), self->cut_off->pdata[i]);

      g_application_hold (g_application_get_default ());
      legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry,
                                            NULL, given_up_cb, g_object_ref (self));
    }
  g_ptr_array_set_size (self->cut_off, 0);
  show_first (self);
}

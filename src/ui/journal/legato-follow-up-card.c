/* legato-follow-up-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-after-effect-group.h"
#include "legato-entry-words.h"
#include "legato-follow-up-card.h"
#include "legato-follow-ups.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

struct _LegatoFollowUpCard
{
  AdwBin parent_instance;

  /* Borrowed references, within this */
  GtkLabel *question;
  AdwBin *after_effect_slot;
  GtkWidget *answers;
  GtkWidget *first_answer;
  GtkButton *done; /* where only what may follow a session is asked */
  LegatoAfterEffectGroup *after_effects;

  /* Owned references */
  LegatoContext *context;
  LegatoEntry *session; /* (nullable): what is asked about */
  GCancellable *cancellable;

  LegatoMoment moment;
  gboolean only_after; /* the question is answered, but not what may follow a session */
  gboolean wanted;     /* the answers get the focus as soon as there is a question */
};

enum
{
  ANSWERED,
  RATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoFollowUpCard, legato_follow_up_card, ADW_TYPE_BIN)

/* @session: (nullable): into which it goes, before that is stored. What was seen counts as asked.
 */
static void
note_after_effects (LegatoFollowUpCard *self, LegatoEntry *session)
{
  legato_after_effect_group_note (self->after_effects, session);
  legato_after_effect_group_clear (self->after_effects);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    legato_person_model_set_after_effects_asked (legato_context_get_person (self->context));
}

static void
show (LegatoFollowUpCard *self)
{
  guint32 today = legato_person_model_get_today ();
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gboolean next = self->moment == LEGATO_MOMENT_NEXT_DAY;
  gboolean wanted = self->wanted;

  self->wanted = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->question), self->session != NULL);
  gtk_widget_set_visible (self->answers, self->session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->done), self->session == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL || self->only_after);
  if (self->session == NULL)
    {
      if (wanted && self->only_after)
        gtk_widget_child_focus (GTK_WIDGET (self->after_effects), GTK_DIR_TAB_FORWARD);
      return;
    }
  title = legato_entry_words_dup_title (self->session, legato_context_get_guide (self->context));
  if (today == legato_entry_get_day (self->session) + (next ? 1 : 2))
    /* Translators: the name of a massage */
    text = g_strdup_printf (next ? _ ("How are your legs a day after “%s”?")
                                 : _ ("How are your legs two days after “%s”?"),
                            title);
  else
    text = g_strdup_printf (next ? _ ("How were your legs the day after “%s”?")
                                 : _ ("How were your legs two days after “%s”?"),
                            title);
  gtk_label_set_label (self->question, text);
  if (wanted)
    gtk_widget_grab_focus (self->first_answer);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (LegatoFollowUpCard) self = data;
  LegatoPersonModel *person = NULL;
  const LegatoEntry *session = NULL;
  gboolean only_after = FALSE;

  /* The list below the card shows the error. */
  if (entries == NULL)
    return;
  person = legato_context_get_person (self->context);
  only_after = legato_person_model_wants_after_effects (person);
  session = legato_follow_ups_find_open (entries, legato_person_model_get_today (), &self->moment);
  /* What was tapped belongs to the session that was asked about. */
  if (session == NULL ? self->session != NULL || !only_after
                      : self->session != NULL && !g_str_equal (session->uuid, self->session->uuid))
    note_after_effects (self, NULL);
  g_clear_pointer (&self->session, legato_entry_unref);
  self->session = session != NULL ? legato_entry_copy (session) : NULL;
  /* What has just been noted was asked. */
  self->only_after = session == NULL && legato_person_model_wants_after_effects (person);
  show (self);
}

static void
answer (LegatoFollowUpCard *self, LegatoCompared compared)
{
  g_autoptr (LegatoEntry) before = g_steal_pointer (&self->session);
  g_autoptr (LegatoEntry) after = NULL;

  if (before == NULL)
    return;
  after =
      legato_follow_ups_answer (before, self->moment, compared, legato_person_model_get_today ());
  note_after_effects (self, after);
  show (self);
  g_signal_emit (self, signals[ANSWERED], 0, before, after);
}

static void
better_cb (LegatoFollowUpCard *self)
{
  answer (self, LEGATO_COMPARED_BETTER);
}

static void
same_cb (LegatoFollowUpCard *self)
{
  answer (self, LEGATO_COMPARED_SAME);
}

static void
worse_cb (LegatoFollowUpCard *self)
{
  answer (self, LEGATO_COMPARED_WORSE);
}

static void
rate_cb (LegatoFollowUpCard *self)
{
  if (self->session == NULL)
    return;
  note_after_effects (self, NULL);
  g_signal_emit (self, signals[RATE], 0, self->session);
}

static void
person_changed_cb (LegatoFollowUpCard *self)
{
  legato_follow_up_card_refresh (self);
}

static void
done_cb (LegatoFollowUpCard *self)
{
  note_after_effects (self, NULL);
  self->only_after = FALSE;
  show (self);
}

static void
after_effects_cb (LegatoFollowUpCard *self)
{
  gtk_button_set_label (self->done, legato_after_effect_group_is_empty (self->after_effects)
                                        ? _ ("All Fine, Save")
                                        : _ ("Save"));
}

/* An after-effect that was tapped is stored even if the person leaves without a further answer. */
static void
legato_follow_up_card_unmap (GtkWidget *widget)
{
  LegatoFollowUpCard *self = LEGATO_FOLLOW_UP_CARD (widget);

  note_after_effects (self, NULL);
  GTK_WIDGET_CLASS (legato_follow_up_card_parent_class)->unmap (widget);
}

static void
legato_follow_up_card_dispose (GObject *object)
{
  LegatoFollowUpCard *self = LEGATO_FOLLOW_UP_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->session, legato_entry_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_follow_up_card_parent_class)->dispose (object);
}

static void
legato_follow_up_card_class_init (LegatoFollowUpCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_follow_up_card_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = legato_follow_up_card_unmap;

  signals[ANSWERED] =
      g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, LEGATO_TYPE_ENTRY, LEGATO_TYPE_ENTRY);
  signals[RATE] = g_signal_new ("rate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, LEGATO_TYPE_ENTRY);
}

static GtkWidget *
add_answer (LegatoFollowUpCard *self, GtkBox *box, const char *label, GCallback callback)
{
  GtkWidget *button = g_object_new (LEGATO_TYPE_TEXT_BUTTON, "label", label, NULL);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (box, button);
  return button;
}

static void
legato_follow_up_card_init (LegatoFollowUpCard *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_wrap_mode (self->question, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->question, 0.0f);
  gtk_widget_set_layout_manager (answers, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  self->first_answer = add_answer (self, GTK_BOX (answers), _ ("Better"), G_CALLBACK (better_cb));
  add_answer (self, GTK_BOX (answers), _ ("The Same"), G_CALLBACK (same_cb));
  add_answer (self, GTK_BOX (answers), _ ("Worse"), G_CALLBACK (worse_cb));
  add_answer (self, GTK_BOX (answers), _ ("Rate Places…"), G_CALLBACK (rate_cb));
  self->answers = answers;
  self->done = g_object_new (LEGATO_TYPE_TEXT_BUTTON, "label", _ ("All Fine, Save"), "halign",
                             GTK_ALIGN_START, NULL);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (done_cb), self);
  self->after_effect_slot = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->after_effect_slot));
  gtk_box_append (GTK_BOX (content), answers);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->done));
  gtk_widget_add_css_class (content, "card");
  gtk_widget_add_css_class (content, "entry-card");
  adw_bin_set_child (ADW_BIN (self), content);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** Returns: (transfer floating): a card that is not seen until legato_follow_up_card_refresh() */
LegatoFollowUpCard *
legato_follow_up_card_new (LegatoContext *context)
{
  LegatoFollowUpCard *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_FOLLOW_UP_CARD, NULL);
  self->context = g_object_ref (context);
  self->after_effects = legato_after_effect_group_new (legato_context_get_person (context));
  adw_bin_set_child (self->after_effect_slot, GTK_WIDGET (self->after_effects));
  g_signal_connect_object (self->after_effects, "changed", G_CALLBACK (after_effects_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_person (context), "changed",
                           G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** legato_follow_up_card_refresh: reads from the journal whether there is something to ask. */
void
legato_follow_up_card_refresh (LegatoFollowUpCard *self)
{
  LegatoJournal *journal = NULL;
  GDate from;

  g_return_if_fail (LEGATO_IS_FOLLOW_UP_CARD (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  journal = legato_context_get_journal (self->context);
  if (journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_person_model_get_today () - LEGATO_FOLLOW_UP_DAYS);
  legato_journal_list_async (journal, &from, NULL, 0, 0, self->cancellable, listed_cb,
                             g_object_ref (self));
}

/** legato_follow_up_card_ask: as legato_follow_up_card_refresh(), and puts the focus on the answers
 * if there is a question. */
void
legato_follow_up_card_ask (LegatoFollowUpCard *self)
{
  g_return_if_fail (LEGATO_IS_FOLLOW_UP_CARD (self));

  self->wanted = TRUE;
  legato_follow_up_card_refresh (self);
}

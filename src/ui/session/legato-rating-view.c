/* legato-rating-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-after-effect-group.h"
#include "legato-announcer.h"
#include "legato-entry-words.h"
#include "legato-felt-group.h"
#include "legato-rating-view.h"
#include "legato-soreness-row.h"
#include "legato-text-row.h"
#include "legato-words.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

/*
 * The entry is kept as soon as the session ends, in the journal or beside it, so that it is there
 * whatever happens next; Save adds the ratings and the note to it.
 */
struct _LegatoRatingView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *partner_hint;
  GtkWidget *no_places;
  GtkWidget *scale_hint;
  GtkListBox *places;
  GtkWidget *feelings;
  AdwBin *feelings_slot;
  AdwBin *after_effect_slot;
  AdwEntryRow *note;
  GtkRevealer *error_revealer;
  GtkLabel *problem;
  GtkWidget *save;
  GtkWidget *discard;

  /* Borrowed references, within the slots */
  LegatoFeltGroup *felt;
  LegatoAfterEffectGroup *after_effects;

  /* Owned references */
  LegatoContext *context;
  LegatoAnnouncer *announcer;
  LegatoEntry *entry;
  LegatoEntry *rated; /* ratings to be saved as soon as the entry is stored; outlives the window */
  GError *broke_off;  /* why the session ended before its time, if it failed */
  GError *error;      /* why what was said last is nowhere */

  gboolean for_partner; /* the legs are not those of the person whose journal it is */
  LegatoKept kept;      /* where the entry is */
  gboolean waiting;
  gboolean unwanted; /* the entry goes as soon as it is stored */
  gboolean storing;  /* what is waited for is that the entry is stored */
};

/* A call of the journal, and the entry that it was made for: by the time it is done, another
 * session may be shown. */
typedef struct
{
  LegatoRatingView *view;
  LegatoEntry *entry;
} Write;

/* After a stop more places than these are not named, so that it stays a sentence. */
#define MOST_NAMED 3

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_DISCARDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRatingView, legato_rating_view, GTK_TYPE_WIDGET)

/* What keeps the session out of the journal comes before what cut it short. Takes @error. */
static void
show_error (LegatoRatingView *self, GError *error)
{
  g_autofree char *text = NULL;

  g_clear_error (&self->error);
  self->error = error;
  if (error != NULL)
    /* Translators: followed by what is wrong */
    text = g_strdup_printf (_ ("Your session is not saved yet. %s"), error->message);
  else if (self->kept == LEGATO_KEPT_WAITING)
    text =
        g_strdup (_ ("Your journal cannot take this session just now. It waits on this computer, "
                     "and goes in as soon as it can."));
  else if (self->broke_off != NULL)
    /* Translators: followed by what is wrong */
    text = g_strdup_printf (_ ("The session broke off. %s"), self->broke_off->message);

  if (text != NULL)
    {
      gtk_label_set_label (self->problem, text);
      legato_announcer_say (self->announcer, text);
    }
  gtk_revealer_set_reveal_child (self->error_revealer, text != NULL);
}

/* The journal may finish its work when the window is closed already. */
static gboolean
is_gone (LegatoRatingView *self)
{
  return self->content == NULL;
}

/* While the journal writes, the program stays, even if its window is closed meanwhile. */
static void
set_waiting (LegatoRatingView *self, gboolean waiting)
{
  if (waiting && !self->waiting)
    g_application_hold (g_application_get_default ());
  else if (!waiting && self->waiting)
    g_application_release (g_application_get_default ());
  self->waiting = waiting;
  if (is_gone (self))
    return;
  gtk_widget_set_sensitive (self->save, !waiting);
  gtk_widget_set_sensitive (self->discard, !waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static Write *
write_new (LegatoRatingView *view, LegatoEntry *entry)
{
  Write *self = g_new0 (Write, 1);

  self->view = g_object_ref (view);
  self->entry = legato_entry_ref (entry);
  return self;
}

static void
write_free (Write *self)
{
  g_object_unref (self->view);
  legato_entry_unref (self->entry);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static gboolean
is_shown (const Write *write)
{
  return write->view->entry != NULL && g_str_equal (write->view->entry->uuid, write->entry->uuid);
}

/* Keeps @entry, and says afterwards to @callback where it is. @read: (nullable): without ratings */
static void
keep (LegatoRatingView *self,
      LegatoEntry *entry,
      const LegatoEntry *read,
      GAsyncReadyCallback callback)
{
  legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry, read,
                                        callback, write_new (self, entry));
}

/* Notes where the entry of @write is. Returns: (transfer full) (nullable): why it is nowhere */
static GError *
end_to_keep (const Write *write, GObject *source, GAsyncResult *result)
{
  GError *error = NULL;
  LegatoKept kept =
      legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (source), result, &error);

  if (is_shown (write) && kept != LEGATO_KEPT_NOWHERE)
    write->view->kept = kept;
  return error;
}

static void
rated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  g_autoptr (GError) error = end_to_keep (write, source, result);
  LegatoRatingView *self = write->view;
  gboolean ok = error == NULL;

  if (is_gone (self) || !is_shown (write))
    {
      set_waiting (self, FALSE);
      return;
    }
  show_error (self, g_steal_pointer (&error));
  if (ok)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->kept == LEGATO_KEPT_IN_JOURNAL);
  /* At the end, as the window may be waiting for this to close itself. */
  set_waiting (self, FALSE);
}

static void
save_rated (LegatoRatingView *self, LegatoEntry *rated, const LegatoEntry *unrated)
{
  set_waiting (self, TRUE);
  keep (self, rated, unrated, rated_cb);
}

static void store_first (LegatoRatingView *self);
static void discard_cb (LegatoRatingView *self);

static void
first_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  g_autoptr (LegatoEntry) rated = g_steal_pointer (&write->view->rated);
  g_autoptr (GError) error = end_to_keep (write, source, result);
  LegatoRatingView *self = write->view;

  self->storing = FALSE;
  if (!is_gone (self) && is_shown (write))
    show_error (self, g_steal_pointer (&error));
  if (rated != NULL)
    save_rated (self, rated, write->entry);
  else
    set_waiting (self, FALSE);

  if (is_gone (self))
    return;
  if (!is_shown (write))
    store_first (self);
  else if (self->unwanted)
    discard_cb (self);
}

/* While the journal is being opened, there is nothing to say yet. */
static void
store_first (LegatoRatingView *self)
{
  LegatoJournalConnection *connection = legato_context_get_connection (self->context);

  if (self->entry == NULL || self->kept != LEGATO_KEPT_NOWHERE || self->waiting
      || (legato_journal_connection_get_journal (connection) == NULL
          && legato_journal_connection_get_error (connection) == NULL))
    return;
  set_waiting (self, TRUE);
  self->storing = TRUE;
  keep (self, self->entry, NULL, first_cb);
}

static void
add_feeling (const char *id, LegatoLeg leg, int value, gpointer entry)
{
  if (value >= 0)
    legato_entry_add_feeling (entry, id, leg, (guint) value);
}

static LegatoEntry *
make_rated_entry (LegatoRatingView *self)
{
  LegatoEntry *entry = legato_entry_copy (self->entry);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->places)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int value = legato_soreness_row_get_value (LEGATO_SORENESS_ROW (row));

      if (value >= 0)
        legato_entry_add_rating (entry,
                                 legato_soreness_row_get_zone (LEGATO_SORENESS_ROW (row))->id,
                                 legato_soreness_row_get_leg (LEGATO_SORENESS_ROW (row)),
                                 LEGATO_MOMENT_AFTER, (guint) value);
    }
  if (!self->for_partner)
    {
      legato_felt_group_foreach (self->felt, add_feeling, entry);
      legato_after_effect_group_note (self->after_effects, entry);
    }
  g_free (entry->note);
  entry->note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));

  return entry;
}

static void
save_cb (LegatoRatingView *self)
{
  g_autoptr (LegatoEntry) entry = NULL;

  if (self->entry == NULL || (self->waiting && !self->storing))
    return;

  entry = make_rated_entry (self);
  if (!self->waiting)
    {
      save_rated (self, entry, self->entry);
      return;
    }
  /* What was rated meanwhile is written as soon as the entry itself has been. */
  g_clear_pointer (&self->rated, legato_entry_unref);
  self->rated = g_steal_pointer (&entry);
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoRatingView) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_delete_finish (LEGATO_JOURNAL (source), result, &error);
  set_waiting (self, FALSE);
  if (is_gone (self))
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      legato_announcer_say (self->announcer, error->message);
      gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, self->entry->uuid);
}

static void
discard_cb (LegatoRatingView *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (self->waiting || self->entry == NULL)
    return;
  /* A warning sign stands whatever becomes of the session. */
  if (!self->for_partner)
    legato_after_effect_group_note (self->after_effects, NULL);
  legato_after_effect_group_clear (self->after_effects);
  if (self->kept == LEGATO_KEPT_IN_JOURNAL && journal != NULL)
    {
      set_waiting (self, TRUE);
      legato_journal_delete_async (journal, self->entry->uuid, NULL, discarded_cb,
                                   g_object_ref (self));
      return;
    }
  legato_journal_connection_forget_waiting (legato_context_get_connection (self->context),
                                            self->entry->uuid);
  /* A journal that opens later is not to have it either. */
  g_clear_pointer (&self->entry, legato_entry_unref);
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, NULL);
}

static void
legato_rating_view_dispose (GObject *object)
{
  LegatoRatingView *self = LEGATO_RATING_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->announcer);
  g_clear_pointer (&self->entry, legato_entry_unref);
  g_clear_error (&self->broke_off);
  g_clear_error (&self->error);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_rating_view_parent_class)->dispose (object);
}

static void
legato_rating_view_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_RATING_VIEW (object)->rated, legato_entry_unref);

  G_OBJECT_CLASS (legato_rating_view_parent_class)->finalize (object);
}

static void
legato_rating_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, LEGATO_RATING_VIEW (object)->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_rating_view_class_init (LegatoRatingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_rating_view_dispose;
  object_class->finalize = legato_rating_view_finalize;
  object_class->get_property = legato_rating_view_get_property;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoRatingView::saved:
   * @in_journal: the ratings are in the journal, on disk; if not, they wait on disk until it opens
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * LegatoRatingView::discarded:
   * @uuid: (nullable): the entry that was deleted and can be restored
   */
  signals[SIGNAL_DISCARDED] =
      g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_TEXT_ROW);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/session/rating-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, partner_hint);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, no_places);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, scale_hint);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, places);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, feelings_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, after_effect_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, note);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, save);
  gtk_widget_class_bind_template_child (widget_class, LegatoRatingView, discard);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
legato_rating_view_init (LegatoRatingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  self->announcer = legato_announcer_new (GTK_WIDGET (self));
  set_waiting (self, FALSE);
}

/** Returns: (transfer none): asks how the legs feel after a session */
LegatoRatingView *
legato_rating_view_new (LegatoContext *context)
{
  LegatoRatingView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_RATING_VIEW, NULL);
  self->context = g_object_ref (context);
  self->felt = legato_felt_group_new ();
  adw_bin_set_child (self->feelings_slot, GTK_WIDGET (self->felt));
  self->after_effects = legato_after_effect_group_new (legato_context_get_person (context));
  adw_bin_set_child (self->after_effect_slot, GTK_WIDGET (self->after_effects));
  g_signal_connect_object (legato_context_get_connection (context), "notify::journal",
                           G_CALLBACK (store_first), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (legato_context_get_connection (context), "notify::error",
                           G_CALLBACK (store_first), self, G_CONNECT_SWAPPED);
  return self;
}

/* "Left calf, Left lower calf" */
static char *
dup_names (GArray *places)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const LegatoPlace *place = &g_array_index (places, LegatoPlace, i);

      g_ptr_array_add (names, place->zone->side_names[place->leg]);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

/* After a stop because of pain there is no praise. Nothing is kept of a partner, so nobody would
 * see to it that a place of theirs rests. */
static char *
dup_hurt_summary (LegatoRatingView *self, LegatoSession *session, const char *length)
{
  g_autoptr (GArray) places = legato_session_dup_hurt_places (session);
  g_autofree char *names = NULL;

  if (self->for_partner && self->entry->completed)
    /* Translators: "3 minutes" or "40 seconds" */
    return g_strdup_printf (_ ("%s of massage. What hurt was left out."), length);
  if (self->for_partner || places->len == 0)
    return g_strdup (_ ("It hurt, so stopping was right."));
  if (self->entry->completed)
    /* Translators: "3 minutes" or "40 seconds" */
    return g_strdup_printf (_ ("%s of massage. What hurt was left out, and rests for two days."),
                            length);
  if (places->len > MOST_NAMED)
    return g_strdup (_ ("It hurt, so stopping was right. All places where it may have hurt rest "
                        "for two days."));
  names = dup_names (places);
  /* Translators: one to three places on the legs, "Left calf, Left shin" */
  return g_strdup_printf (_ ("It hurt, so stopping was right. Resting for two days: %s."), names);
}

static char *
dup_summary (LegatoRatingView *self, LegatoSession *session)
{
  g_autofree char *length = legato_entry_words_dup_length (self->entry);

  if (legato_session_was_hurt (session))
    return dup_hurt_summary (self, session, length);
  if (self->entry->completed)
    /* Translators: "3 minutes" or "40 seconds" */
    return g_strdup_printf (_ ("Well done: %s of massage."), length);
  /* Translators: "3 minutes" or "40 seconds" */
  return g_strdup_printf (_ ("You stopped after %s. That counts too."), length);
}

/**
 * legato_rating_view_set_session:
 * @session: a finished session
 *
 * Stores its entry at once and asks for every place that was worked on.
 */
void
legato_rating_view_set_session (LegatoRatingView *self, LegatoSession *session)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *summary = NULL;
  GtkWidget *row = NULL;

  g_return_if_fail (LEGATO_IS_RATING_VIEW (self));
  g_return_if_fail (LEGATO_IS_SESSION (session));

  g_clear_pointer (&self->entry, legato_entry_unref);
  self->entry = legato_session_make_entry (session);
  self->kept = LEGATO_KEPT_NOWHERE;
  self->unwanted = FALSE;
  self->for_partner = legato_plan_is_for_partner (legato_session_get_plan (session));
  if (!self->for_partner)
    legato_person_model_add_answers (legato_context_get_person (self->context), self->entry);

  summary = dup_summary (self, session);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->title, self->for_partner ? _ ("How was it for your partner?")
                                                      : _ ("How do your legs feel now?"));
  legato_announcer_say (self->announcer, summary);
  legato_announcer_say (self->announcer, gtk_label_get_label (self->title));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_list_box_remove (self->places, row);
  places = legato_session_dup_places (session);
  for (guint i = 0; i < places->len && !self->for_partner; i++)
    {
      const LegatoPlace *place = &g_array_index (places, LegatoPlace, i);

      gtk_list_box_append (self->places, legato_soreness_row_new (place->leg, place->zone));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->places), places->len > 0 && !self->for_partner);
  gtk_widget_set_visible (self->scale_hint, places->len > 0 && !self->for_partner);
  gtk_widget_set_visible (self->no_places, places->len == 0 && !self->for_partner);
  gtk_widget_set_visible (self->partner_hint, self->for_partner);
  gtk_widget_set_visible (self->feelings, !self->for_partner);
  legato_felt_group_clear (self->felt);
  legato_after_effect_group_clear (self->after_effects);
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");

  g_clear_error (&self->broke_off);
  if (legato_session_get_error (session) != NULL)
    self->broke_off = g_error_copy (legato_session_get_error (session));
  show_error (self, NULL);
  store_first (self);
}

/** legato_rating_view_save: puts what was answered so far into the journal, as Save does. */
void
legato_rating_view_save (LegatoRatingView *self)
{
  g_return_if_fail (LEGATO_IS_RATING_VIEW (self));
  save_cb (self);
}

/** legato_rating_view_discard: takes the session out of the journal, as Don't Keep does. */
void
legato_rating_view_discard (LegatoRatingView *self)
{
  g_return_if_fail (LEGATO_IS_RATING_VIEW (self));

  if (self->storing)
    self->unwanted = TRUE;
  else
    discard_cb (self);
}

/** Returns: whether something is being written */
gboolean
legato_rating_view_is_busy (LegatoRatingView *self)
{
  g_return_val_if_fail (LEGATO_IS_RATING_VIEW (self), FALSE);
  return self->waiting;
}

/** Returns: (transfer none) (nullable): why what was said last is lost when the program ends */
const GError *
legato_rating_view_get_error (LegatoRatingView *self)
{
  g_return_val_if_fail (LEGATO_IS_RATING_VIEW (self), NULL);
  return self->error;
}

/** legato_rating_view_focus: puts the focus where the first answer goes. */
void
legato_rating_view_focus (LegatoRatingView *self)
{
  g_return_if_fail (LEGATO_IS_RATING_VIEW (self));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

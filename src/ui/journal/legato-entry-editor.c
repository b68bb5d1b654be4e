/* legato-entry-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-day-button.h"
#include "legato-entry-editor.h"
#include "legato-entry-words.h"
#include "legato-felt-group.h"
#include "legato-girth-group.h"
#include "legato-journal.h"
#include "legato-moment-group.h"
#include "legato-question.h"
#include "legato-tag-group.h"
#include "legato-time-row.h"
#include "legato-time-words.h"
#include "legato-typed.h"
#include "legato-unguided-group.h"
#include "legato-action-row.h"
#include "legato-group-titles.h"
#include "legato-words.h"

/* From so many characters on that are left in a note, their number is shown. */
#define NOTE_LEFT 500

struct _LegatoEntryEditor
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *save;
  GtkRevealer *error_revealer;
  GtkLabel *error;
  GtkWidget *kinds;
  GtkToggleButton *felt_kind;
  AdwActionRow *day_row;
  LegatoTimeRow *time_row;
  GtkWidget *unguided_group;
  AdwBin *unguided_slot;
  AdwPreferencesGroup *measured;
  GtkWidget *sore_group;
  AdwBin *sore_slot;
  GtkWidget *felt_group;
  AdwBin *felt_slot;
  AdwBin *tag_slot;
  GtkTextBuffer *note_buffer;
  GtkLabel *note_left;
  GtkWidget *girth_group;
  AdwBin *girth_slot;

  /* Borrowed references, within their slots */
  LegatoDayButton *day;
  LegatoUnguidedGroup *unguided;
  LegatoMomentGroup *sore;
  LegatoFeltGroup *felt;
  LegatoTagGroup *tags;
  LegatoGirthGroup *girths;

  /* Owned references */
  LegatoContext *context;
  LegatoEntry *before;  /* (nullable): what is corrected */
  LegatoEntry *entry;   /* what was entered, without what the groups still show */
  LegatoEntry *initial; /* (nullable): the entry as it was when the window opened */
  GCancellable *cancellable;

  gboolean waiting;
  gboolean done;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoEntryEditor, legato_entry_editor, ADW_TYPE_WINDOW)

static void
show_error (LegatoEntryEditor *self, const char *text)
{
  if (text != NULL)
    gtk_label_set_label (self->error, text);
  gtk_revealer_set_reveal_child (self->error_revealer, text != NULL);
}

static gboolean
is_massage (LegatoEntryEditor *self)
{
  return self->entry->kind == LEGATO_ENTRY_SESSION;
}

/* Of a partner the journal keeps only that they were massaged. */
static gboolean
is_of_partner (LegatoEntryEditor *self)
{
  if (is_massage (self) && self->entry->unguided)
    return legato_unguided_group_is_for_partner (self->unguided);
  return legato_entry_is_of_partner (self->entry);
}

/* Reading what was said */

static void
take_feeling (const char *feeling, LegatoLeg leg, int value, gpointer entry)
{
  if (value >= 0)
    legato_entry_add_feeling (entry, feeling, leg, (guint) value);
}

/* Takes out the feelings that the window has chips for; others stay as they are. */
static void
drop_felt (LegatoEntryEditor *self, LegatoEntry *entry)
{
  for (guint i = entry->feelings->len; i > 0; i--)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i - 1);

      if (legato_felt_group_has (self->felt, feeling->leg, feeling->id))
        g_ptr_array_remove_index (entry->feelings, i - 1);
    }
}

static void
take_note (LegatoEntryEditor *self, LegatoEntry *entry)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note_buffer, &start, &end);
  g_free (entry->note);
  entry->note = g_strstrip (gtk_text_buffer_get_text (self->note_buffer, &start, &end, FALSE));
}

/* Returns: (transfer full): the time that is shown, which has minutes only; if nobody changed it,
 * the time of the entry with its seconds */
static GDateTime *
dup_time (LegatoEntryEditor *self)
{
  GTimeZone *zone = g_date_time_get_timezone (self->entry->at);
  g_autoptr (GDateTime) shown = NULL;
  guint minute = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, legato_day_button_get_day (self->day));

  g_object_get (self->time_row, "minute", &minute, NULL);
  shown = g_date_time_new (zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                           g_date_get_day (&date), (int) minute / 60, (int) minute % 60, 0);
  /* There is no such time on the day on which clocks are put forward. */
  if (shown == NULL)
    return g_date_time_ref (self->entry->at);
  if (legato_dates_get_day (shown) == legato_entry_get_day (self->entry)
      && g_date_time_get_hour (shown) == g_date_time_get_hour (self->entry->at)
      && g_date_time_get_minute (shown) == g_date_time_get_minute (self->entry->at))
    return g_date_time_ref (self->entry->at);
  return g_steal_pointer (&shown);
}

/* Returns: (transfer full): when it began; a new massage whose time was left at now has just ended
 */
static GDateTime *
dup_start (LegatoEntryEditor *self)
{
  g_autoptr (GDateTime) shown = dup_time (self);

  if (self->before != NULL || !is_massage (self) || !g_date_time_equal (shown, self->entry->at))
    return g_steal_pointer (&shown);
  return g_date_time_add_seconds (shown,
                                  -(double) legato_unguided_group_get_seconds (self->unguided));
}

/* Returns: (transfer full): the entry as entered, or %NULL with @error set if it may not be saved
 */
static LegatoEntry *
make_entry (LegatoEntryEditor *self, GError **error)
{
  g_autoptr (GDateTime) start = dup_start (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (LegatoEntry) entry = NULL;

  legato_moment_group_read (self->sore);
  entry = legato_entry_copy (self->entry);
  if (!g_date_time_equal (entry->at, start))
    {
      if (g_date_time_compare (start, now) > 0)
        {
          g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                               _ ("This time has not come yet. Choose an earlier one."));
          return NULL;
        }
      legato_entry_set_at (entry, start);
    }
  drop_felt (self, entry);
  legato_felt_group_foreach (self->felt, take_feeling, entry);
  legato_tag_group_read (self->tags, entry);
  take_note (self, entry);
  if (!legato_girth_group_read (self->girths, entry, error))
    return NULL;
  if (gtk_widget_get_visible (self->unguided_group)
      && !legato_unguided_group_read (self->unguided, entry, error))
    return NULL;
  legato_entry_set_of_partner (entry, is_of_partner (self));
  return g_steal_pointer (&entry);
}

/* Whether closing would lose something. Input that cannot be saved counts, except where the window
 * was opened with such input. */
static gboolean
is_changed (LegatoEntryEditor *self)
{
  g_autoptr (LegatoEntry) entry = make_entry (self, NULL);

  return !self->done
         && (self->initial == NULL ? entry != NULL
                                   : entry == NULL || !legato_entry_equal (entry, self->initial));
}

static gboolean
is_empty (const LegatoEntry *entry)
{
  return entry->kind == LEGATO_ENTRY_CHECK_IN && entry->ratings->len == 0
         && entry->feelings->len == 0 && entry->girths->len == 0 && entry->tags[0] == NULL
         && *entry->note == '\0';
}

/* Saving */

/* An entry on its way into the journal. */
typedef struct
{
  LegatoEntryEditor *editor;
  LegatoEntry *entry;
} Write;

static void
write_free (Write *self)
{
  g_object_unref (self->editor);
  legato_entry_unref (self->entry);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  g_autoptr (GError) error = NULL;
  LegatoEntryEditor *self = write->editor;
  LegatoKept kept =
      legato_journal_connection_keep_finish (LEGATO_JOURNAL_CONNECTION (source), result, &error);

  self->waiting = FALSE;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (error != NULL)
    {
      /* Translators: followed by what is wrong */
      g_autofree char *text = g_strdup_printf (_ ("Not saved yet. %s"), error->message);

      show_error (self, text);
      return;
    }
  self->done = TRUE;
  g_signal_emit (self, signals[SAVED], 0, write->entry, self->before,
                 kept == LEGATO_KEPT_IN_JOURNAL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (LegatoEntryEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  Write *write = NULL;

  if (self->waiting)
    return;
  legato_typed_take (GTK_WINDOW (self));
  entry = make_entry (self, &error);
  if (entry == NULL)
    show_error (self, error->message);
  else if (is_empty (entry))
    show_error (self, _ ("There is nothing to save yet. Tap a place, or write a note."));
  if (entry == NULL || is_empty (entry))
    return;
  if (self->before != NULL && !is_changed (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  show_error (self, NULL);
  self->waiting = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  write = g_new0 (Write, 1);
  write->editor = g_object_ref (self);
  write->entry = legato_entry_ref (entry);
  legato_journal_connection_keep_async (legato_context_get_connection (self->context), entry,
                                        self->before, kept_cb, write);
}

static void
answered_cb (LegatoEntryEditor *self, const char *answer)
{
  if (g_str_equal (answer, "save"))
    save_cb (self);
  if (!g_str_equal (answer, "discard"))
    return;
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
legato_entry_editor_close_request (GtkWindow *window)
{
  LegatoEntryEditor *self = LEGATO_ENTRY_EDITOR (window);
  LegatoQuestion *question = NULL;

  if (self->waiting)
    return TRUE;
  legato_typed_take (window);
  if (!is_changed (self))
    return GTK_WINDOW_CLASS (legato_entry_editor_parent_class)->close_request (window);

  question = legato_question_new (window, _ ("Save This Entry?"),
                                  _ ("What you said here is lost otherwise."));
  legato_question_add_answer (question, "discard", _ ("Discard"), "destructive-action");
  legato_question_add_answer (question, "edit", _ ("Go On Writing"), NULL);
  legato_question_add_answer (question, "save", _ ("Save"), "suggested-action");
  g_signal_connect_object (question, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

/* What is shown */

static void
show_groups (LegatoEntryEditor *self)
{
  gboolean is_stop = self->entry->kind == LEGATO_ENTRY_STOP;
  gboolean is_refusal = self->entry->kind == LEGATO_ENTRY_REFUSAL;
  gboolean own_legs = !is_stop && !is_refusal && !is_of_partner (self);

  gtk_widget_set_visible (self->kinds, self->before == NULL);
  gtk_widget_set_visible (self->unguided_group, is_massage (self) && self->entry->unguided);
  gtk_widget_set_visible (GTK_WIDGET (self->measured), is_massage (self) && !self->entry->unguided);
  gtk_widget_set_visible (self->sore_group, own_legs);
  gtk_widget_set_visible (self->felt_group, own_legs);
  gtk_widget_set_visible (self->girth_group, own_legs);
}

static void
kind_cb (LegatoEntryEditor *self)
{
  gboolean massage = !gtk_toggle_button_get_active (self->felt_kind);

  if (self->entry == NULL || self->before != NULL)
    return;
  legato_moment_group_set_kind (self->sore, massage ? LEGATO_ENTRY_SESSION : LEGATO_ENTRY_CHECK_IN);
  self->entry->unguided = massage;
  show_groups (self);
}

static void
note_changed_cb (LegatoEntryEditor *self)
{
  int left = LEGATO_NOTE_MAX - gtk_text_buffer_get_char_count (self->note_buffer);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note_left), left < NOTE_LEFT);
  if (left >= 0)
    text = g_strdup_printf (ngettext ("%d character left", "%d characters left", left), left);
  else
    text = g_strdup_printf (ngettext ("%d character too long", "%d characters too long", -left),
                            -left);
  gtk_label_set_label (self->note_left, text);
}

static void
show_measured (LegatoEntryEditor *self)
{
  g_autofree char *title =
      legato_entry_words_dup_title (self->entry, legato_context_get_guide (self->context));
  g_autofree char *both = legato_entry_words_dup_done (self->entry, FALSE);
  g_autofree char *spoken = legato_entry_words_dup_done (self->entry, TRUE);
  GtkWidget *row = legato_action_row_new (title, both);

  legato_action_row_set_spoken (row, spoken);
  adw_preferences_group_add (self->measured, row);
}

static void
show_entry (LegatoEntryEditor *self)
{
  const LegatoEntry *entry = self->entry;

  legato_day_button_set_day (self->day, legato_entry_get_day (entry));
  g_object_set (
      self->time_row, "minute",
      (guint) (g_date_time_get_hour (entry->at) * 60 + g_date_time_get_minute (entry->at)), NULL);
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      legato_felt_group_set_value (self->felt, feeling->leg, feeling->id, (int) feeling->value);
    }
  legato_tag_group_show (self->tags, entry);
  legato_girth_group_show (self->girths, entry);
  gtk_text_buffer_set_text (self->note_buffer, entry->note, -1);
  if (is_massage (self) && entry->unguided)
    legato_unguided_group_show (self->unguided, entry);
  else if (is_massage (self))
    show_measured (self);
  show_groups (self);
  legato_moment_group_show (self->sore, self->entry);
}

static void
tags_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoEntryEditor) self = LEGATO_ENTRY_EDITOR (data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = legato_journal_list_tags_finish (LEGATO_JOURNAL (source), result, &error);

  /* Tags can be typed as well, so a failure costs nothing but the offer; it may be closed by now.
   */
  if (tags == NULL || self->cancellable == NULL)
    return;
  legato_tag_group_offer (self->tags, (const char *const *) tags);
}

static void
legato_entry_editor_dispose (GObject *object)
{
  LegatoEntryEditor *self = LEGATO_ENTRY_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->before, legato_entry_unref);
  g_clear_pointer (&self->entry, legato_entry_unref);
  g_clear_pointer (&self->initial, legato_entry_unref);

  G_OBJECT_CLASS (legato_entry_editor_parent_class)->dispose (object);
}

static void
legato_entry_editor_class_init (LegatoEntryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_entry_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = legato_entry_editor_close_request;

  signals[SAVED] =
      g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, LEGATO_TYPE_ENTRY, LEGATO_TYPE_ENTRY, G_TYPE_BOOLEAN);

  g_type_ensure (LEGATO_TYPE_TIME_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/entry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, save);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, error);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, felt_kind);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, day_row);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, time_row);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, unguided_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, unguided_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, measured);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, sore_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, sore_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, felt_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, felt_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, tag_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, note_left);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, girth_group);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryEditor, girth_slot);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
}

static void
legato_entry_editor_init (LegatoEntryEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

static LegatoEntryEditor *
new_editor (GtkWindow *parent, LegatoContext *context, LegatoEntry *entry, LegatoEntry *before)
{
  LegatoEntryEditor *self = g_object_new (LEGATO_TYPE_ENTRY_EDITOR, "transient-for", parent, NULL);
  LegatoJournal *journal = legato_context_get_journal (context);
  const char *title = before != NULL ? _ ("Edit Entry") : _ ("New Entry");

  self->context = g_object_ref (context);
  self->before = before != NULL ? legato_entry_ref (before) : NULL;
  self->entry = legato_entry_copy (entry);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->title, title);

  self->day = legato_day_button_new (NULL);
  adw_action_row_add_suffix (self->day_row, GTK_WIDGET (self->day));
  self->unguided = legato_unguided_group_new (legato_context_get_guide (context));
  adw_bin_set_child (self->unguided_slot, GTK_WIDGET (self->unguided));
  g_signal_connect_object (self->unguided, "changed", G_CALLBACK (show_groups), self,
                           G_CONNECT_SWAPPED);
  self->sore = legato_moment_group_new (context);
  adw_bin_set_child (self->sore_slot, GTK_WIDGET (self->sore));
  self->felt = legato_felt_group_new ();
  adw_bin_set_child (self->felt_slot, GTK_WIDGET (self->felt));
  self->tags = legato_tag_group_new ();
  adw_bin_set_child (self->tag_slot, GTK_WIDGET (self->tags));
  self->girths = legato_girth_group_new ();
  adw_bin_set_child (self->girth_slot, GTK_WIDGET (self->girths));

  show_entry (self);
  self->initial = make_entry (self, NULL);
  if (journal != NULL)
    legato_journal_list_tags_async (journal, self->cancellable, tags_listed_cb,
                                    g_object_ref (self));
  return self;
}

/**
 * legato_entry_editor_new:
 * @parent: (nullable): the window it stands above
 * @entry: what is corrected
 *
 * Returns: (transfer none): present it
 */
LegatoEntryEditor *
legato_entry_editor_new (GtkWindow *parent, LegatoContext *context, LegatoEntry *entry)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (context) && entry != NULL, NULL);

  return new_editor (parent, context, entry, entry);
}

/**
 * legato_entry_editor_new_for_day:
 * @day: a Julian day; today, or one before
 *
 * Returns: (transfer none): for a new entry; present it
 */
LegatoEntryEditor *
legato_entry_editor_new_for_day (GtkWindow *parent, LegatoContext *context, guint32 day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (LegatoEntry) entry = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  at = g_date_time_add_days (now, (int) day - (int) legato_person_model_get_today ());
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  return new_editor (parent, context, entry, NULL);
}

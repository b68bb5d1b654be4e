/* legato-journal-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-actions.h"
#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-entry-view.h"
#include "legato-entry-window.h"
#include "legato-entry-words.h"
#include "legato-filter-bar.h"
#include "legato-follow-up-card.h"
#include "legato-journal.h"
#include "legato-journal-model.h"
#include "legato-journal-page.h"
#include "legato-list-bin.h"
#include "legato-month-view.h"
#include "legato-scroll-layout.h"
#include "legato-standing-group.h"
#include "legato-time-words.h"
#include "legato-text-button.h"
#include "legato-width-bin.h"
#include "legato-wrap-layout.h"

/* How many entries are read at once: a few screens. */
#define PAGE_SIZE 50

struct _LegatoJournalPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *states;
  AdwStatusPage *problem;
  LegatoWidthBin *width_bin;
  GtkWidget *side;
  AdwBin *side_slot;
  GtkEditable *search;
  GtkToggleButton *month_button;
  AdwBin *filter_slot;
  AdwBin *month_slot;
  AdwBin *question_slot;
  AdwBin *follow_up_slot;
  GtkStack *results;
  GtkWidget *list;
  AdwStatusPage *nothing;
  GtkNoSelection *selection;
  GtkWidget *detail_side;
  GtkLabel *detail_title;
  AdwBin *detail;

  /* Borrowed references, within their slots */
  LegatoFilterBar *filters;
  LegatoStandingGroup *question;
  LegatoFollowUpCard *follow_up;

  /* Owned references */
  LegatoContext *context;
  LegatoJournalModel *model;
  LegatoEntryActions *actions;
  LegatoMonthView *month;
  LegatoEntryItem *shown; /* (nullable): what stands beside the list */
  LegatoFilter *filter;
  char *saved; /* (nullable): what is to have the focus once it is read; "" is the newest */

  gpointer focus; /* what had the focus when that was said; never looked into */
  guint32 today;
  guint clock_id;
};

G_DEFINE_FINAL_TYPE (LegatoJournalPage, legato_journal_page, ADW_TYPE_BIN)

static gboolean
lets_all_through (const LegatoFilter *filter)
{
  return filter->from_day == 0 && filter->to_day == 0 && filter->kinds == 0 && filter->zone == NULL
         && filter->legs == 0 && filter->routine == NULL && filter->goal == NULL
         && filter->tag == NULL && filter->words == NULL;
}

/* The one day that is shown, or 0. */
static guint32
get_day (LegatoJournalPage *self)
{
  return self->filter->from_day == self->filter->to_day ? self->filter->from_day : 0;
}

/* One entry */

static GtkWindow *
get_window (LegatoJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_cb (LegatoJournalPage *self)
{
  guint32 day = get_day (self);

  legato_entry_actions_add (self->actions, day != 0 && day < self->today ? day : self->today);
}

static void
bin_cb (LegatoJournalPage *self)
{
  legato_entry_actions_show_bin (self->actions);
}

/* Closes the window of the entry, if it is in one. */
static void
close_view (LegatoEntryView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root)))
    gtk_window_close (GTK_WINDOW (root));
}

static void
edit_cb (LegatoJournalPage *self, LegatoEntryView *view)
{
  legato_entry_actions_edit (self->actions, legato_entry_view_get_entry (view));
  close_view (view);
}

static void choose (LegatoJournalPage *self, LegatoEntryItem *item);

static void
delete_cb (LegatoJournalPage *self, LegatoEntryView *view)
{
  g_autoptr (LegatoEntry) entry = legato_entry_ref (legato_entry_view_get_entry (view));

  legato_entry_actions_delete (self->actions, entry);
  close_view (view);
  choose (self, NULL);
}

static LegatoEntryView *
new_view (LegatoJournalPage *self, LegatoEntry *entry)
{
  LegatoEntryView *view = legato_entry_view_new (entry, legato_context_get_guide (self->context));

  g_signal_connect_object (view, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return view;
}

/* Shows beside the list the present version of the entry that was chosen last. */
static void
show_detail (LegatoJournalPage *self)
{
  LegatoEntry *entry = self->shown != NULL ? legato_entry_item_get_entry (self->shown) : NULL;
  g_autofree char *title =
      entry != NULL ? legato_entry_words_dup_title (entry, legato_context_get_guide (self->context))
                    : g_strdup (_ ("Choose an entry to see all of it here."));

  gtk_label_set_label (self->detail_title, title);
  adw_bin_set_child (self->detail, entry != NULL ? GTK_WIDGET (new_view (self, entry)) : NULL);
}

static void
choose (LegatoJournalPage *self, LegatoEntryItem *item)
{
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, show_detail, self);
  g_set_object (&self->shown, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::entry", G_CALLBACK (show_detail), self,
                             G_CONNECT_SWAPPED);
  show_detail (self);
}

static void
activate_cb (LegatoJournalPage *self, guint position)
{
  g_autoptr (LegatoEntryItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  LegatoEntry *entry = item != NULL ? legato_entry_item_get_entry (item) : NULL;

  if (entry == NULL)
    return;
  choose (self, item);
  if (!gtk_widget_get_visible (self->detail_side))
    legato_entry_window_present (get_window (self), new_view (self, entry),
                                 legato_context_get_guide (self->context));
}

/* The list */

static GtkWidget *
get_focus (LegatoJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Whether something was saved that is to have the focus, and nobody has gone elsewhere since. */
static gboolean
awaits_saved (LegatoJournalPage *self)
{
  return self->saved != NULL && get_focus (self) == self->focus;
}

/* The journal is read some time after something was saved, and what is the newest until then is
 * another: it is looked for again once that is done. */
static void
focus_saved (LegatoJournalPage *self)
{
  gboolean newest = *self->saved == '\0';
  guint position = 0;
  gboolean found = self->model != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
                   && (newest || legato_journal_model_find (self->model, self->saved, &position));

  if (found)
    {
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
      gtk_widget_grab_focus (self->list);
    }
  else if (get_focus (self) == NULL
           || !gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  self->focus = get_focus (self);
  /* Once all is read nothing newer is waited for: whoever has scrolled on by then stays there. */
  if (found && (!newest || legato_journal_model_is_current (self->model)))
    g_clear_pointer (&self->saved, g_free);
}

static void
want_focus (LegatoJournalPage *self, const char *uuid)
{
  g_free (self->saved);
  self->saved = g_strdup (uuid);
  focus_saved (self);
}

static void
added_cb (LegatoJournalPage *self, LegatoEntry *entry)
{
  want_focus (self, entry->uuid);
}

/* In place of the list: why the journal cannot be shown. */
static void
show_error (LegatoJournalPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
error_cb (LegatoJournalPage *self)
{
  const GError *error =
      legato_journal_connection_get_error (legato_context_get_connection (self->context));

  if (error != NULL)
    show_error (self, error);
  else if (legato_context_get_journal (self->context) == NULL)
    gtk_stack_set_visible_child_name (self->states, "loading");
}

/* A month that has only begun may hold nothing: the calendar begins where the list does. */
static void
begin_month (LegatoJournalPage *self)
{
  LegatoEntry *newest = legato_journal_model_get_newest (self->model);

  if (newest != NULL && lets_all_through (self->filter))
    legato_month_view_begin (self->month, MIN (legato_entry_get_day (newest), self->today));
}

static void
loaded_cb (LegatoJournalPage *self, const GError *error)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  gboolean awaits = awaits_saved (self); /* what shows now moves the focus too */

  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  gtk_stack_set_visible_child_name (self->states,
                                    empty && lets_all_through (self->filter) ? "empty" : "list");
  gtk_stack_set_visible_child_name (self->results, empty ? "nothing" : "list");
  begin_month (self);
  if (awaits)
    focus_saved (self);
  else
    g_clear_pointer (&self->saved, g_free);
}

static void
drop_model (LegatoJournalPage *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, loaded_cb, self);
  gtk_no_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
}

static void
rebuild_model (LegatoJournalPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  drop_model (self);
  choose (self, NULL);
  if (journal == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "loading");
      return;
    }
  self->model = legato_journal_model_new (journal, legato_context_get_guide (self->context),
                                          self->filter, PAGE_SIZE);
  g_signal_connect_swapped (self->model, "loaded", G_CALLBACK (loaded_cb), self);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

static void
filter_cb (LegatoJournalPage *self)
{
  g_autoptr (LegatoFilter) filter = legato_filter_bar_make_filter (self->filters);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autofree char *day = NULL;

  if (*words != '\0')
    filter->words = g_steal_pointer (&words);
  g_clear_pointer (&self->filter, legato_filter_free);
  self->filter = g_steal_pointer (&filter);
  legato_month_view_set_chosen (self->month, get_day (self));
  day = get_day (self) != 0 ? legato_time_words_dup_near_day (get_day (self), self->today) : NULL;
  adw_status_page_set_title (self->nothing, day != NULL ? day : _ ("Nothing Found"));
  adw_status_page_set_description (self->nothing, get_day (self) != 0
                                                      ? _ ("Nothing is noted for this day.")
                                                      : _ ("No entry is like that."));
  rebuild_model (self);
}

static void
show_all_cb (LegatoJournalPage *self)
{
  gtk_editable_set_text (self->search, "");
  legato_filter_bar_clear (self->filters);
}

/* A second tap on the day shows all days again. */
static void
day_cb (LegatoJournalPage *self, guint day)
{
  if (day == get_day (self))
    day = 0;
  legato_filter_bar_set_days (self->filters, day, day);
}

static void
tags_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalPage) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = legato_journal_list_tags_finish (LEGATO_JOURNAL (source), result, &error);

  /* The list reads the same journal, and shows what is wrong with it. */
  if (tags != NULL && self->context != NULL)
    legato_filter_bar_offer_tags (self->filters, (const char *const *) tags);
}

static void
changed_cb (LegatoJournalPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  legato_follow_up_card_refresh (self->follow_up);
  if (journal != NULL)
    legato_journal_list_tags_async (journal, NULL, tags_cb, g_object_ref (self));
}

static void
journal_cb (LegatoJournalPage *self)
{
  LegatoJournal *journal = legato_context_get_journal (self->context);

  if (journal != NULL)
    g_signal_connect_object (journal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  rebuild_model (self);
  changed_cb (self);
}

/* The question about the last session was answered on the card above the list. */
static void
answered_cb (LegatoJournalPage *self, LegatoEntry *before, LegatoEntry *after)
{
  legato_entry_actions_update (self->actions, before, after);
}

static void
rate_cb (LegatoJournalPage *self, LegatoEntry *session)
{
  legato_entry_actions_edit (self->actions, session);
}

/* A new day may begin while the page is open. */
static gboolean
clock_cb (gpointer data)
{
  LegatoJournalPage *self = data;
  guint32 today = legato_person_model_get_today ();

  if (today == self->today)
    return G_SOURCE_CONTINUE;
  self->today = today;
  if (self->model != NULL)
    legato_journal_model_turn_day (self->model);
  legato_month_view_turn_day (self->month);
  legato_standing_group_refresh (self->question);
  legato_follow_up_card_refresh (self->follow_up);
  return G_SOURCE_CONTINUE;
}

static void
legato_journal_page_map (GtkWidget *widget)
{
  LegatoJournalPage *self = LEGATO_JOURNAL_PAGE (widget);

  GTK_WIDGET_CLASS (legato_journal_page_parent_class)->map (widget);
  clock_cb (self);
  self->clock_id = g_timeout_add_seconds (LEGATO_LOOK_AT_CLOCK_S, clock_cb, self);
}

static void
legato_journal_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LEGATO_JOURNAL_PAGE (widget)->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (legato_journal_page_parent_class)->unmap (widget);
}

/* With one column the month is shown on demand, with two it stands beside the list, with three so
 * does the chosen entry. */
static void
columns_cb (LegatoJournalPage *self)
{
  guint columns = legato_width_bin_get_columns (self->width_bin);
  GtkWidget *focus = get_focus (self);

  if (self->month == NULL)
    return;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->month)))
    focus = NULL;
  adw_bin_set_child (self->month_slot, NULL);
  adw_bin_set_child (self->side_slot, NULL);
  adw_bin_set_child (columns == 1 ? self->month_slot : self->side_slot, GTK_WIDGET (self->month));
  gtk_widget_set_visible (self->side, columns > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->month_button), columns == 1);
  gtk_widget_set_visible (self->detail_side, columns > 2);

  /* The keyboard stays with the month, or goes to what stands first where that is put away. */
  if (focus != NULL && columns == 1 && !gtk_toggle_button_get_active (self->month_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
legato_journal_page_dispose (GObject *object)
{
  LegatoJournalPage *self = LEGATO_JOURNAL_PAGE (object);

  if (self->model != NULL)
    drop_model (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->actions);
  g_clear_object (&self->month);
  g_clear_object (&self->context);
  g_clear_pointer (&self->filter, legato_filter_free);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (legato_journal_page_parent_class)->dispose (object);
}

static void
legato_journal_page_class_init (LegatoJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_journal_page_dispose;
  widget_class->map = legato_journal_page_map;
  widget_class->unmap = legato_journal_page_unmap;

  g_type_ensure (LEGATO_TYPE_ENTRY_ROW);
  g_type_ensure (LEGATO_TYPE_LIST_BIN);
  g_type_ensure (LEGATO_TYPE_SCROLL_LAYOUT);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, states);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, side);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, side_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, filter_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, month_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, question_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, follow_up_slot);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, results);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, selection);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, detail_side);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, detail_title);
  gtk_widget_class_bind_template_child (widget_class, LegatoJournalPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, bin_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
legato_journal_page_init (LegatoJournalPage *self)
{
  self->filter = legato_filter_new ();
  self->today = legato_person_model_get_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer floating): a page of the journal's entries, which come once it is open */
LegatoJournalPage *
legato_journal_page_new (LegatoContext *context)
{
  LegatoJournalPage *self = NULL;
  LegatoJournalConnection *connection = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_PAGE, NULL);
  self->context = g_object_ref (context);
  self->actions = legato_entry_actions_new (context, self->toasts);
  g_signal_connect_object (self->actions, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  self->month = g_object_ref_sink (legato_month_view_new (context));
  g_signal_connect_object (self->month, "day-chosen", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  columns_cb (self);
  self->filters = legato_filter_bar_new (legato_context_get_guide (context));
  adw_bin_set_child (self->filter_slot, GTK_WIDGET (self->filters));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filter_cb), self,
                           G_CONNECT_SWAPPED);
  self->question = legato_standing_group_new_question (legato_context_get_person (context));
  adw_bin_set_child (self->question_slot, GTK_WIDGET (self->question));
  self->follow_up = legato_follow_up_card_new (context);
  adw_bin_set_child (self->follow_up_slot, GTK_WIDGET (self->follow_up));
  g_signal_connect_object (self->follow_up, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follow_up, "rate", G_CALLBACK (rate_cb), self, G_CONNECT_SWAPPED);

  connection = legato_context_get_connection (context);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (error_cb), self,
                           G_CONNECT_SWAPPED);
  journal_cb (self);
  error_cb (self);
  return self;
}

/** legato_journal_page_add_entry: opens an empty entry, to be written. */
void
legato_journal_page_add_entry (LegatoJournalPage *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self));

  legato_entry_actions_add (self->actions, legato_person_model_get_today ());
}

/** legato_journal_page_focus_newest: the newest entry has the focus, as soon as it is read; where
 * there is none, what comes first on the page. */
void
legato_journal_page_focus_newest (LegatoJournalPage *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self));

  want_focus (self, "");
}

/** legato_journal_page_ask: puts the focus on the question about the last session, if there is one.
 */
void
legato_journal_page_ask (LegatoJournalPage *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self));

  legato_follow_up_card_ask (self->follow_up);
}

/**
 * legato_journal_page_show_days:
 * @first, @last: Julian days, both included; 0 for no end
 * @words: that entries have to have; "" for any
 *
 * Shows what is noted of these days, and nothing else.
 */
void
legato_journal_page_show_days (LegatoJournalPage *self,
                               guint32 first,
                               guint32 last,
                               const char *words)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self) && words != NULL);

  legato_filter_bar_clear (self->filters);
  gtk_editable_set_text (self->search, words);
  legato_filter_bar_set_days (self->filters, first, last);
}

/** legato_journal_page_show_bin: shows what was deleted. */
void
legato_journal_page_show_bin (LegatoJournalPage *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_PAGE (self));

  legato_entry_actions_show_bin (self->actions);
}

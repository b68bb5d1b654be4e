/* legato-journal-model.c
 *
 * How many entries there are is asked once; each is read when the list wants to show it, with those
 * around it, and forgotten when the list is far away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-entry-item.h"
#include "legato-journal.h"
#include "legato-journal-model.h"

/* Items further than this from the one asked for last are dropped; a list view keeps some two
 * hundred rows. */
#define KEEP_AROUND 400

struct _LegatoJournalModel
{
  GObject parent_instance;

  /* Owned references */
  LegatoJournal *journal;
  LegatoGuide *guide;
  LegatoFilter *filter;
  GHashTable *items; /* (element-type guint LegatoEntryItem): by position */
  GQueue *wanted;    /* (element-type guint): pages to be read, the latest wish first */
  GCancellable *cancellable;

  guint page_size;
  guint n_items;
  guint n_counted; /* the number of entries, of which some are still being read */
  guint last_asked;
  gboolean reading;
  gboolean outdated;
};

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void go_on (LegatoJournalModel *self);

static GType
legato_journal_model_get_item_type (GListModel *model)
{
  return LEGATO_TYPE_ENTRY_ITEM;
}

static guint
legato_journal_model_get_n_items (GListModel *model)
{
  return LEGATO_JOURNAL_MODEL (model)->n_items;
}

static void
want_page (LegatoJournalModel *self, guint page)
{
  g_queue_remove (self->wanted, GUINT_TO_POINTER (page));
  g_queue_push_head (self->wanted, GUINT_TO_POINTER (page));
}

static gpointer
legato_journal_model_get_item (GListModel *model, guint position)
{
  LegatoJournalModel *self = LEGATO_JOURNAL_MODEL (model);
  LegatoEntryItem *item = NULL;

  if (position >= self->n_items)
    return NULL;
  self->last_asked = position;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item == NULL)
    {
      item = legato_entry_item_new (self->guide);
      g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
      want_page (self, position / self->page_size);
      go_on (self);
    }
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = legato_journal_model_get_item_type;
  iface->get_n_items = legato_journal_model_get_n_items;
  iface->get_item = legato_journal_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoJournalModel,
                               legato_journal_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_first_of_day (GPtrArray *entries, guint i)
{
  return i == 0
         || legato_entry_get_day (g_ptr_array_index (entries, i))
                != legato_entry_get_day (g_ptr_array_index (entries, i - 1));
}

/* Moves the items when @grown entries came in at position @at, or so many went for a negative
 * number. Emits nothing: the caller does, once the new entries are there. */
static void
shift (LegatoJournalModel *self, guint at, int grown)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->items);
  GHashTableIter iter;
  gpointer position, item;

  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &position, &item))
    {
      guint i = GPOINTER_TO_UINT (position);

      if (i >= at && grown < 0 && i < at + (guint) -grown)
        continue;
      if (i >= at)
        i = (guint) ((int) i + grown);
      g_hash_table_insert (self->items, GUINT_TO_POINTER (i), g_object_ref (item));
    }
  self->n_items = (guint) ((int) self->n_items + grown);
}

/* Returns: the first position at which the list and @entries differ */
static guint
find_difference (LegatoJournalModel *self, GPtrArray *entries, guint skip, guint first)
{
  for (guint i = skip; i < entries->len; i++)
    {
      guint position = first + i - skip;
      LegatoEntryItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
      LegatoEntry *entry = item != NULL ? legato_entry_item_get_entry (item) : NULL;

      if (entry == NULL
          || !g_str_equal (entry->uuid, ((LegatoEntry *) g_ptr_array_index (entries, i))->uuid))
        return position;
    }
  return first + entries->len - skip;
}

/* Drops the items far from what was asked for last, except those that a row shows: the list keeps
 * the row with the focus however far away it is. */
static void
forget_far (LegatoJournalModel *self)
{
  GHashTableIter iter;
  gpointer position, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, &item))
    {
      guint at = GPOINTER_TO_UINT (position);
      gboolean is_far = at + KEEP_AROUND < self->last_asked || at > self->last_asked + KEEP_AROUND;

      if (is_far && g_atomic_int_get (&G_OBJECT (item)->ref_count) == 1)
        g_hash_table_iter_remove (&iter);
    }
}

/* Takes @entries; the first @skip are not in the page and only tell whether a new day begins. */
static void
take_entries (LegatoJournalModel *self, GPtrArray *entries, guint skip, guint first)
{
  int grown = (int) self->n_counted - (int) self->n_items;
  guint at =
      MIN (find_difference (self, entries, skip, first), MIN (self->n_items, self->n_counted));

  if (grown != 0)
    shift (self, at, grown);
  for (guint i = skip; i < entries->len && first + i - skip < self->n_items; i++)
    {
      gpointer position = GUINT_TO_POINTER (first + i - skip);
      LegatoEntryItem *item = g_hash_table_lookup (self->items, position);

      if (item == NULL)
        {
          item = legato_entry_item_new (self->guide);
          g_hash_table_insert (self->items, position, item);
        }
      legato_entry_item_set_entry (item, g_ptr_array_index (entries, i),
                                   is_first_of_day (entries, i));
    }
  forget_far (self);
  if (grown != 0)
    g_list_model_items_changed (G_LIST_MODEL (self), at, (guint) MAX (-grown, 0),
                                (guint) MAX (grown, 0));
}

static void
failed (LegatoJournalModel *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->reading = FALSE;
  g_queue_clear (self->wanted);
  g_signal_emit (self, signals[LOADED], 0, error);
}

/* A page that is being read. */
typedef struct
{
  LegatoJournalModel *model;
  guint first;
  guint skip;
} Page;

static void
page_free (Page *self)
{
  g_object_unref (self->model);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
page_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Page) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_find_finish (LEGATO_JOURNAL (object), result, &error);

  if (entries == NULL)
    {
      failed (page->model, error);
      return;
    }
  page->model->reading = FALSE;
  take_entries (page->model, entries, MIN (page->skip, entries->len), page->first);
  g_signal_emit (page->model, signals[LOADED], 0, NULL);
  go_on (page->model);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_count_finish (LEGATO_JOURNAL (object), result, &self->n_counted, &error))
    {
      failed (self, error);
      return;
    }
  self->reading = FALSE;
  go_on (self);
}

/* Starts the next read, one at a time: first the count, if it is outdated, then the wanted pages.
 */
static void
go_on (LegatoJournalModel *self)
{
  Page *page = NULL;

  if (self->reading || self->journal == NULL)
    return;
  if (self->outdated)
    {
      self->outdated = FALSE;
      self->reading = TRUE;
      legato_journal_count_async (self->journal, self->filter, self->cancellable, counted_cb,
                                  g_object_ref (self));
      return;
    }
  if (g_queue_is_empty (self->wanted))
    return;
  self->reading = TRUE;
  page = g_new0 (Page, 1);
  page->model = g_object_ref (self);
  page->first = GPOINTER_TO_UINT (g_queue_pop_head (self->wanted)) * self->page_size;
  page->skip = page->first > 0 ? 1 : 0;
  legato_journal_find_async (self->journal, self->filter, self->page_size + page->skip,
                             page->first - page->skip, self->cancellable, page_read_cb, page);
}

/* Reads again all that is in memory, beginning with the page that was asked for last. */
static void
changed_cb (LegatoJournalModel *self)
{
  GHashTableIter iter;
  gpointer position;

  self->outdated = TRUE;
  want_page (self, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    if (!g_queue_find (self->wanted,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (position) / self->page_size)))
      g_queue_push_tail (self->wanted,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (position) / self->page_size));
  go_on (self);
}

static void
legato_journal_model_dispose (GObject *object)
{
  LegatoJournalModel *self = LEGATO_JOURNAL_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (legato_journal_model_parent_class)->dispose (object);
}

static void
legato_journal_model_finalize (GObject *object)
{
  LegatoJournalModel *self = LEGATO_JOURNAL_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->filter, legato_filter_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_queue_free);

  G_OBJECT_CLASS (legato_journal_model_parent_class)->finalize (object);
}

static void
legato_journal_model_class_init (LegatoJournalModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_journal_model_dispose;
  object_class->finalize = legato_journal_model_finalize;

  signals[LOADED] = g_signal_new ("loaded", LEGATO_TYPE_JOURNAL_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
legato_journal_model_init (LegatoJournalModel *self)
{
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->wanted = g_queue_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * legato_journal_model_new:
 * @guide: (nullable)
 * @filter: (transfer none): what an entry has to be like; copied
 * @page_size: entries to read at once
 *
 * Makes the list and begins to read its first page.
 *
 * Returns: (transfer full)
 */
LegatoJournalModel *
legato_journal_model_new (LegatoJournal *journal,
                          LegatoGuide *guide,
                          const LegatoFilter *filter,
                          guint page_size)
{
  LegatoJournalModel *self;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (filter != NULL && page_size > 0, NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_MODEL, NULL);
  self->journal = g_object_ref (journal);
  self->guide = guide != NULL ? legato_guide_ref (guide) : NULL;
  self->filter = legato_filter_copy (filter);
  self->page_size = page_size;
  g_signal_connect_object (journal, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

/** legato_journal_model_turn_day: to be called when a new day begins: the headings "Today" and
 * "Yesterday" move. */
void
legato_journal_model_turn_day (LegatoJournalModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (LEGATO_IS_JOURNAL_MODEL (self));

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_notify (item, "entry");
}

/** Returns: whether the entry @uuid is in memory; then @position is where it stands */
gboolean
legato_journal_model_find (LegatoJournalModel *self, const char *uuid, guint *position)
{
  GHashTableIter iter;
  gpointer at, item;

  g_return_val_if_fail (LEGATO_IS_JOURNAL_MODEL (self), FALSE);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &at, &item))
    {
      LegatoEntry *entry = legato_entry_item_get_entry (item);

      if (entry == NULL || !g_str_equal (entry->uuid, uuid))
        continue;
      *position = GPOINTER_TO_UINT (at);
      return TRUE;
    }
  return FALSE;
}

/** Returns: whether all that was asked for is read, as the journal is now */
gboolean
legato_journal_model_is_current (LegatoJournalModel *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_MODEL (self), FALSE);
  return !self->reading && !self->outdated && g_queue_is_empty (self->wanted);
}

/** Returns: (transfer none) (nullable): the first entry, if it is in memory */
LegatoEntry *
legato_journal_model_get_newest (LegatoJournalModel *self)
{
  LegatoEntryItem *item = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL_MODEL (self), NULL);

  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (0));
  return item != NULL ? legato_entry_item_get_entry (item) : NULL;
}

/* legato-journal-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-entry-item.h"
#include "legato-journal-model.h"

struct _LegatoJournalModel
{
  GObject parent_instance;

  LegatoJournal *journal;
  LegatoGuide *guide;
  GPtrArray *items;
  GCancellable *cancellable;
  guint page_size;

  /* How many entries are asked for; there are more as long as so many came. */
  guint n_wanted;
  gboolean has_more;
  gboolean loading;
  gboolean again;
};

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (LegatoJournalModel *self);

static GType
legato_journal_model_get_item_type (GListModel *model)
{
  return LEGATO_TYPE_ENTRY_ITEM;
}

static guint
legato_journal_model_get_n_items (GListModel *model)
{
  return LEGATO_JOURNAL_MODEL (model)->items->len;
}

static gpointer
legato_journal_model_get_item (GListModel *model, guint position)
{
  LegatoJournalModel *self = LEGATO_JOURNAL_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
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
  GDate day, day_before;

  if (i == 0)
    return TRUE;
  legato_entry_get_day (g_ptr_array_index (entries, i), &day);
  legato_entry_get_day (g_ptr_array_index (entries, i - 1), &day_before);
  return g_date_compare (&day, &day_before) != 0;
}

static gboolean
is_same (LegatoEntryItem *item, GPtrArray *entries, guint i)
{
  return legato_entry_item_get_first_of_day (item) == is_first_of_day (entries, i)
         && legato_entry_equal (legato_entry_item_get_entry (item), g_ptr_array_index (entries, i));
}

/* Replaces what lies between the first and the last difference. */
static void
take_entries (LegatoJournalModel *self, GPtrArray *entries)
{
  GPtrArray *old = self->items;
  guint start = 0, end = 0;

  while (start < MIN (old->len, entries->len)
         && is_same (g_ptr_array_index (old, start), entries, start))
    start++;
  while (end < MIN (old->len, entries->len) - start
         && is_same (g_ptr_array_index (old, old->len - 1 - end), entries, entries->len - 1 - end))
    end++;
  if (start == old->len && start == entries->len)
    return;

  self->items = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    {
      gpointer item;

      if (i < start)
        item = g_object_ref (g_ptr_array_index (old, i));
      else if (i >= entries->len - end)
        item = g_object_ref (g_ptr_array_index (old, old->len - (entries->len - i)));
      else
        item = legato_entry_item_new (g_ptr_array_index (entries, i), self->guide,
                                      is_first_of_day (entries, i));
      g_ptr_array_add (self->items, item);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                              entries->len - start - end);
  g_ptr_array_unref (old);
}

static void
list_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LegatoJournalModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list_finish (LEGATO_JOURNAL (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (self->again)
    {
      load (self);
      return;
    }
  if (entries != NULL)
    {
      self->has_more = entries->len >= self->n_wanted;
      take_entries (self, entries);
    }
  g_signal_emit (self, signals[LOADED], 0, error);
}

static void
load (LegatoJournalModel *self)
{
  self->again = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  legato_journal_list_async (self->journal, NULL, NULL, self->n_wanted, 0, self->cancellable,
                             list_cb, g_object_ref (self));
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
  g_clear_pointer (&self->items, g_ptr_array_unref);

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
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * legato_journal_model_new:
 * @guide: (nullable)
 * @page_size: entries to load at once
 *
 * Makes the list and begins to load its first page.
 *
 * Returns: (transfer full)
 */
LegatoJournalModel *
legato_journal_model_new (LegatoJournal *journal, LegatoGuide *guide, guint page_size)
{
  LegatoJournalModel *self;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (page_size > 0, NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_MODEL, NULL);
  self->journal = g_object_ref (journal);
  self->guide = guide != NULL ? legato_guide_ref (guide) : NULL;
  self->page_size = page_size;
  self->n_wanted = page_size;
  g_signal_connect_object (journal, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * legato_journal_model_load_more:
 *
 * Asks for one page more, if there is one and none is on its way.
 */
void
legato_journal_model_load_more (LegatoJournalModel *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_MODEL (self));

  if (self->loading || !self->has_more)
    return;
  self->n_wanted = self->items->len + self->page_size;
  load (self);
}

/* legato-entry-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-entry-item.h"

struct _LegatoEntryItem
{
  GObject parent_instance;

  LegatoEntry *entry;
  LegatoGuide *guide;
  gboolean first_of_day;
};

G_DEFINE_FINAL_TYPE (LegatoEntryItem, legato_entry_item, G_TYPE_OBJECT)

static void
legato_entry_item_finalize (GObject *object)
{
  LegatoEntryItem *self = LEGATO_ENTRY_ITEM (object);

  g_clear_pointer (&self->entry, legato_entry_unref);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_entry_item_parent_class)->finalize (object);
}

static void
legato_entry_item_class_init (LegatoEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_entry_item_finalize;
}

static void
legato_entry_item_init (LegatoEntryItem *self)
{
}

/**
 * legato_entry_item_new:
 * @guide: (nullable): names the routines and zones of @entry; without it, their ids are shown
 * @first_of_day: whether the heading of its day stands above it
 *
 * Returns: (transfer full)
 */
LegatoEntryItem *
legato_entry_item_new (LegatoEntry *entry, LegatoGuide *guide, gboolean first_of_day)
{
  LegatoEntryItem *self = g_object_new (LEGATO_TYPE_ENTRY_ITEM, NULL);

  self->entry = legato_entry_ref (entry);
  self->guide = guide != NULL ? legato_guide_ref (guide) : NULL;
  self->first_of_day = first_of_day;
  return self;
}

/**
 * legato_entry_item_get_entry:
 *
 * Returns: (transfer none)
 */
LegatoEntry *
legato_entry_item_get_entry (LegatoEntryItem *self)
{
  g_return_val_if_fail (LEGATO_IS_ENTRY_ITEM (self), NULL);
  return self->entry;
}

/**
 * legato_entry_item_get_guide:
 *
 * Returns: (transfer none) (nullable)
 */
LegatoGuide *
legato_entry_item_get_guide (LegatoEntryItem *self)
{
  g_return_val_if_fail (LEGATO_IS_ENTRY_ITEM (self), NULL);
  return self->guide;
}

/**
 * legato_entry_item_get_first_of_day:
 *
 * Returns: whether the heading of its day stands above it
 */
gboolean
legato_entry_item_get_first_of_day (LegatoEntryItem *self)
{
  g_return_val_if_fail (LEGATO_IS_ENTRY_ITEM (self), FALSE);
  return self->first_of_day;
}

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

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
legato_entry_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_boxed (value, LEGATO_ENTRY_ITEM (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_entry_item_class_init (LegatoEntryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = legato_entry_item_finalize;
  object_class->get_property = legato_entry_item_get_property;

  properties[PROP_ENTRY] = g_param_spec_boxed ("entry", NULL, NULL, LEGATO_TYPE_ENTRY,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_entry_item_init (LegatoEntryItem *self)
{
}

/**
 * legato_entry_item_new:
 * @guide: (nullable): names the routines and zones of the entry; without it, their ids are shown
 *
 * Returns: (transfer full): an item without its entry yet
 */
LegatoEntryItem *
legato_entry_item_new (LegatoGuide *guide)
{
  LegatoEntryItem *self = g_object_new (LEGATO_TYPE_ENTRY_ITEM, NULL);

  self->guide = guide != NULL ? legato_guide_ref (guide) : NULL;
  return self;
}

/**
 * legato_entry_item_set_entry:
 * @first_of_day: whether the heading of its day stands above it
 *
 * Notifies `entry` only if something changed.
 */
void
legato_entry_item_set_entry (LegatoEntryItem *self, LegatoEntry *entry, gboolean first_of_day)
{
  g_return_if_fail (LEGATO_IS_ENTRY_ITEM (self));
  g_return_if_fail (entry != NULL);

  if (self->entry != NULL && self->first_of_day == first_of_day
      && legato_entry_equal (self->entry, entry))
    return;
  g_clear_pointer (&self->entry, legato_entry_unref);
  self->entry = legato_entry_ref (entry);
  self->first_of_day = first_of_day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * legato_entry_item_get_entry:
 *
 * Returns: (transfer none) (nullable): %NULL until it has been read
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

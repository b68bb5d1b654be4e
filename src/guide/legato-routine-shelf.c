/* legato-routine-shelf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "legato-routine-file.h"
#include "legato-routine-shelf-testing.h"

/* The end of the name of a file that is about to be deleted. */
#define DELETED_SUFFIX ".deleted"

struct _LegatoShelfItem
{
  GObject parent_instance;

  /* Owned references */
  LegatoGuide *guide;
  char *path;
  GError *error; /* why there is no routine */

  const LegatoRoutine *routine; /* (nullable): the guide's */
};

G_DEFINE_FINAL_TYPE (LegatoShelfItem, legato_shelf_item, G_TYPE_OBJECT)

struct _LegatoRoutineShelf
{
  GObject parent_instance;

  /* Owned references */
  LegatoGuide *guide;
  char *path;
  GPtrArray *items; /* (element-type LegatoShelfItem) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoRoutineShelf,
                               legato_routine_shelf,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
legato_shelf_item_finalize (GObject *object)
{
  LegatoShelfItem *self = LEGATO_SHELF_ITEM (object);

  g_free (self->path);
  g_clear_error (&self->error);
  legato_guide_unref (self->guide);

  G_OBJECT_CLASS (legato_shelf_item_parent_class)->finalize (object);
}

static void
legato_shelf_item_class_init (LegatoShelfItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_shelf_item_finalize;
}

static void
legato_shelf_item_init (LegatoShelfItem *self)
{
}

/** Returns: (transfer none) (nullable): its routine; %NULL if the file cannot be read as one */
const LegatoRoutine *
legato_shelf_item_get_routine (LegatoShelfItem *self)
{
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (self), NULL);
  return self->routine;
}

/** Returns: (transfer none): where its file lies */
const char *
legato_shelf_item_get_path (LegatoShelfItem *self)
{
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (self), NULL);
  return self->path;
}

/** Returns: (transfer none) (nullable): why there is no routine; %NULL if there is one */
const GError *
legato_shelf_item_get_error (LegatoShelfItem *self)
{
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (self), NULL);
  return self->error;
}

/** Returns: (transfer full): the routine's name, or the file's */
char *
legato_shelf_item_dup_name (LegatoShelfItem *self)
{
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (self), NULL);

  return self->routine != NULL ? g_strdup (self->routine->name)
                               : g_filename_display_basename (self->path);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  LegatoShelfItem *first = *(LegatoShelfItem *const *) a;
  LegatoShelfItem *second = *(LegatoShelfItem *const *) b;
  g_autofree char *first_name = legato_shelf_item_dup_name (first);
  g_autofree char *second_name = legato_shelf_item_dup_name (second);
  int order = (first->routine == NULL) - (second->routine == NULL);

  if (order == 0)
    order = g_utf8_collate (first_name, second_name);
  return order != 0 ? order : strcmp (first->path, second->path);
}

static void
sort_in (LegatoRoutineShelf *self, LegatoShelfItem *item)
{
  guint position = 0;

  g_ptr_array_add (self->items, item);
  g_ptr_array_sort (self->items, compare_items);
  g_ptr_array_find (self->items, item, &position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
take_off (LegatoRoutineShelf *self, LegatoShelfItem *item)
{
  guint position = 0;

  if (!g_ptr_array_find (self->items, item, &position))
    return;
  if (item->routine != NULL)
    legato_guide_drop_routine (self->guide, item->routine->id);
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static LegatoShelfItem *
new_item (LegatoRoutineShelf *self, const char *path)
{
  LegatoShelfItem *item = g_object_new (LEGATO_TYPE_SHELF_ITEM, NULL);

  item->guide = legato_guide_ref (self->guide);
  item->path = g_strdup (path);
  return item;
}

/* Hands the routine to the guide, if there is room for its id. */
static void
adopt (LegatoRoutineShelf *self, LegatoShelfItem *item, LegatoRoutine *routine)
{
  g_autofree char *name = g_filename_display_basename (item->path);

  if (legato_guide_find_routine (self->guide, routine->id) != NULL)
    {
      g_set_error (&item->error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_REFERENCE,
                   _ ("%s: there is a routine with the id “%s” already"), name, routine->id);
      legato_routine_free (routine);
      return;
    }
  legato_guide_adopt_routine (self->guide, routine);
  item->routine = routine;
}

static LegatoShelfItem *
read_item (LegatoRoutineShelf *self, const char *path)
{
  LegatoShelfItem *item = new_item (self, path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = legato_routine_file_dup_name (file);
  g_autoptr (GBytes) bytes = legato_routine_file_read (file, NULL, &item->error);
  LegatoRoutine *routine = NULL;

  if (bytes != NULL)
    routine = legato_routine_new_from_bytes (self->guide, name, bytes, &item->error);
  if (routine != NULL)
    adopt (self, item, routine);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return LEGATO_TYPE_SHELF_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return LEGATO_ROUTINE_SHELF (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LegatoRoutineShelf *self = LEGATO_ROUTINE_SHELF (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
legato_routine_shelf_finalize (GObject *object)
{
  LegatoRoutineShelf *self = LEGATO_ROUTINE_SHELF (object);

  g_free (self->path);
  g_ptr_array_unref (self->items);
  legato_guide_unref (self->guide);

  G_OBJECT_CLASS (legato_routine_shelf_parent_class)->finalize (object);
}

static void
legato_routine_shelf_class_init (LegatoRoutineShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_routine_shelf_finalize;
}

static void
legato_routine_shelf_init (LegatoRoutineShelf *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/** Returns: (transfer full): `$XDG_DATA_HOME/legato/routines`; a relative `XDG_DATA_HOME` is
 * ignored, as its specification demands */
char *
legato_routine_shelf_get_default_path (void)
{
  const char *data = g_get_user_data_dir ();

  return g_path_is_absolute (data)
             ? g_build_filename (data, "legato", "routines", NULL)
             : g_build_filename (g_get_home_dir (), ".local", "share", "legato", "routines", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * legato_routine_shelf_new: reads the folder @path, which need not be there
 *
 * The files are small, and are read before this returns. Of two with the same id the one whose name
 * comes first is taken.
 *
 * Returns: (transfer full): the own routines in it, which @guide now knows
 */
LegatoRoutineShelf *
legato_routine_shelf_new (LegatoGuide *guide, const char *path)
{
  LegatoRoutineShelf *self = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (guide != NULL && path != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ROUTINE_SHELF, NULL);
  self->guide = legato_guide_ref (guide);
  self->path = g_strdup (path);

  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, LEGATO_ROUTINE_SUFFIX) && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);

      g_ptr_array_add (self->items, read_item (self, file));
    }
  g_ptr_array_sort (self->items, compare_items);
  return self;
}

/**
 * legato_routine_shelf_empty_bin: deletes for good what legato_routine_shelf_remove() took off
 *
 * What cannot be deleted is left where it is: it is not shown.
 */
void
legato_routine_shelf_empty_bin (LegatoRoutineShelf *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (LEGATO_IS_ROUTINE_SHELF (self));

  dir = g_dir_open (self->path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      if (g_str_has_suffix (name, LEGATO_ROUTINE_SUFFIX DELETED_SUFFIX) && name[0] == '.'
          && g_remove (path) != 0)
        g_info ("%s cannot be deleted: %s", path, g_strerror (errno));
    }
}

/** Returns: (transfer none): the guide that knows its routines */
LegatoGuide *
legato_routine_shelf_get_guide (LegatoRoutineShelf *self)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (self), NULL);
  return self->guide;
}

/** Returns: (transfer none) (nullable): what holds the own routine @id; %NULL if nothing does */
LegatoShelfItem *
legato_routine_shelf_find (LegatoRoutineShelf *self, const char *id)
{
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      LegatoShelfItem *item = self->items->pdata[i];

      if (item->routine != NULL && g_str_equal (item->routine->id, id))
        return item;
    }
  return NULL;
}

static gboolean
make_folder (LegatoRoutineShelf *self, GError **error)
{
  int failure;

  if (g_mkdir_with_parents (self->path, 0700) == 0)
    return TRUE;
  failure = errno;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (failure),
               _ ("The folder “%s” cannot be made: %s"), self->path, g_strerror (failure));
  return FALSE;
}

/* A file of a name that is free: a damaged file, or one with another id in it, is not lost. */
static char *
find_free_path (LegatoRoutineShelf *self, const char *id)
{
  g_autofree char *name = g_strconcat (id, LEGATO_ROUTINE_SUFFIX, NULL);
  char *path = g_build_filename (self->path, name, NULL);

  while (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *other = legato_routine_make_id ();
      g_autofree char *other_name = g_strconcat (other, LEGATO_ROUTINE_SUFFIX, NULL);

      g_free (path);
      path = g_build_filename (self->path, other_name, NULL);
    }
  return path;
}

/**
 * legato_routine_shelf_put: keeps a copy of @routine, in place of one with the same id
 *
 * It is on the disk when this returns.
 *
 * Returns: (transfer none) (nullable): its item; or %NULL and @error, and all is as it was:
 *   %LEGATO_GUIDE_ERROR_REFERENCE if a shipped routine has that id, else a %G_FILE_ERROR
 */
LegatoShelfItem *
legato_routine_shelf_put (LegatoRoutineShelf *self, const LegatoRoutine *routine, GError **error)
{
  LegatoShelfItem *old = NULL;
  LegatoShelfItem *item = NULL;
  const LegatoRoutine *known = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (self), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  known = legato_guide_find_routine (self->guide, routine->id);
  if (known != NULL && !known->own)
    {
      g_set_error (error, LEGATO_GUIDE_ERROR, LEGATO_GUIDE_ERROR_REFERENCE,
                   _ ("The id “%s” is that of the routine “%s”."), known->id, known->name);
      return NULL;
    }
  old = legato_routine_shelf_find (self, routine->id);
  path = old != NULL ? g_strdup (old->path) : find_free_path (self, routine->id);
  if (!make_folder (self, error) || !legato_routine_save (routine, path, error))
    return NULL;

  item = new_item (self, path);
  if (old != NULL)
    take_off (self, old);
  adopt (self, item, legato_routine_copy (routine));
  sort_in (self, item);
  return item;
}

/* Where what is taken off lies until the bin is emptied. */
static char *
dup_deleted_path (LegatoRoutineShelf *self, LegatoShelfItem *item)
{
  g_autofree char *name = g_path_get_basename (item->path);
  g_autofree char *deleted = g_strconcat (".", name, DELETED_SUFFIX, NULL);

  return g_build_filename (self->path, deleted, NULL);
}

static gboolean
rename_file (const char *from, const char *to, GError **error)
{
  g_autofree char *name = NULL;
  int failure;

  if (g_rename (from, to) == 0)
    return TRUE;
  failure = errno;
  name = g_filename_display_basename (from);
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (failure),
               _ ("“%s” cannot be moved: %s"), name, g_strerror (failure));
  return FALSE;
}

/**
 * legato_routine_shelf_remove: takes @item off the shelf; see legato_routine_shelf_restore()
 *
 * Its file is deleted for good by legato_routine_shelf_empty_bin().
 *
 * Returns: whether it is off; if not, @error is a %G_FILE_ERROR
 */
gboolean
legato_routine_shelf_remove (LegatoRoutineShelf *self, LegatoShelfItem *item, GError **error)
{
  g_autoptr (LegatoShelfItem) kept = NULL;
  g_autofree char *deleted = NULL;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (self), FALSE);
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (item), FALSE);

  kept = g_object_ref (item);
  deleted = dup_deleted_path (self, item);
  if (!rename_file (item->path, deleted, error))
    return FALSE;
  take_off (self, item);
  return TRUE;
}

/**
 * legato_routine_shelf_restore: puts back what legato_routine_shelf_remove() took off
 *
 * What has taken its place since then stays where it is.
 *
 * Returns: whether that went well; if not, @error is a %G_FILE_ERROR
 */
gboolean
legato_routine_shelf_restore (LegatoRoutineShelf *self, LegatoShelfItem *item, GError **error)
{
  g_autofree char *deleted = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (self), FALSE);
  g_return_val_if_fail (LEGATO_IS_SHELF_ITEM (item), FALSE);

  deleted = dup_deleted_path (self, item);
  stem = g_path_get_basename (item->path);
  stem[strlen (stem) - strlen (LEGATO_ROUTINE_SUFFIX)] = '\0';
  path = find_free_path (self, stem);
  if (!rename_file (deleted, path, error))
    return FALSE;
  sort_in (self, read_item (self, path));
  return TRUE;
}

/* legato-enum.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-enum.h"

/* Ids are read by the thousand: once made, a class stays, and needs no reference. */
static GEnumClass *
get_class (GType type)
{
  GEnumClass *klass = g_type_class_peek (type);

  return klass != NULL ? klass : g_type_class_ref (type);
}

/** Returns: (transfer none): the id of @value in the enumeration @type; never %NULL */
const char *
legato_enum_to_id (GType type, int value)
{
  GEnumClass *klass = get_class (type);
  const GEnumValue *found = g_enum_get_value (klass, value);

  g_return_val_if_fail (found != NULL, "");
  return found->value_nick;
}

/** Returns: %FALSE, and leaves @value alone, if @type has nothing called @id; @id may be %NULL */
gboolean
legato_enum_from_id (GType type, const char *id, int *value)
{
  GEnumClass *klass = get_class (type);
  const GEnumValue *found = id != NULL ? g_enum_get_value_by_nick (klass, id) : NULL;

  /* Newer GLib finds it in letters of another case, too. */
  if (found == NULL || !g_str_equal (found->value_nick, id))
    return FALSE;
  *value = found->value;
  return TRUE;
}

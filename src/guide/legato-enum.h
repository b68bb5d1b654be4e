/* legato-enum.h: enumerations with the stable ids that files, the database and legato-cli write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const char *legato_enum_to_id (GType type, int value);
gboolean legato_enum_from_id (GType type, const char *id, int *value);

/**
 * LEGATO_DECLARE_ENUM: the type of an enumeration, and the way from its values to ids and back
 *
 * The `_from_id` function gives %FALSE and leaves @value alone for an id it does not know (%NULL
 * included).
 */
#define LEGATO_DECLARE_ENUM(Type, name)                                                            \
  GType legato_##name##_get_type (void);                                                           \
  const char *legato_##name##_to_id (Type value);                                                  \
  gboolean legato_##name##_from_id (const char *id, Type *value);

/** LEGATO_DEFINE_ENUM: what %LEGATO_DECLARE_ENUM declares; the ids are the nicknames of the values
 */
#define LEGATO_DEFINE_ENUM(Type, name, ...)                                                        \
  G_DEFINE_ENUM_TYPE (Type, legato_##name, __VA_ARGS__)                                            \
                                                                                                   \
  const char *legato_##name##_to_id (Type value)                                                   \
  {                                                                                                \
    return legato_enum_to_id (legato_##name##_get_type (), (int) value);                           \
  }                                                                                                \
                                                                                                   \
  gboolean legato_##name##_from_id (const char *id, Type *value)                                   \
  {                                                                                                \
    int found = 0;                                                                                 \
                                                                                                   \
    if (!legato_enum_from_id (legato_##name##_get_type (), id, &found))                            \
      return FALSE;                                                                                \
    *value = (Type) found;                                                                         \
    return TRUE;                                                                                   \
  }

/** One value for %LEGATO_DEFINE_ENUM, without its prefix. */
#define LEGATO_ENUM_VALUE(NAME, id) G_DEFINE_ENUM_VALUE (LEGATO_##NAME, id)

G_END_DECLS

/* legato-guide-values.c: what the attributes of a guide file may say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-guide-node.h"

#define FAIL(node, ...)                                                                            \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_INVALID, error, __VA_ARGS__)

/** Reads a whole number from @min to @max; without the attribute @value stays as it is. */
gboolean
legato_guide_node_read_number (const LegatoGuideNode *node,
                               const char *name,
                               guint min,
                               guint max,
                               guint *value,
                               GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, name);
  guint64 number;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (word, 10, min, max, &number, NULL))
    return FAIL (node, _ ("%s=\"%s\" is not a whole number from %u to %u"), name, word, min, max);
  *value = (guint) number;
  return TRUE;
}

/** Reads a mark that is either “yes” or left out; @value stays as it is without it. */
gboolean
legato_guide_node_read_yes (const LegatoGuideNode *node,
                            const char *name,
                            gboolean *value,
                            GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, name);

  if (word == NULL)
    return TRUE;
  if (!g_str_equal (word, "yes"))
    return FAIL (node, _ ("%s=\"%s\" can only be “yes” or be left out"), name, word);
  *value = TRUE;
  return TRUE;
}

/** Reads an id: it names SVG elements, database rows and exports, so that few letters are allowed.
 */
gboolean
legato_guide_node_read_id (const LegatoGuideNode *node, const char *name, char **id, GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, name);
  gsize good = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-");

  if (!g_ascii_islower (word[0]) || word[good] != '\0')
    return FAIL (node,
                 _ ("%s=\"%s\" is no id: lower-case letters, digits and hyphens, a letter first"),
                 name, word);
  *id = g_strdup (word);
  return TRUE;
}

/** Reads the attribute "pressure". */
gboolean
legato_guide_node_read_pressure (const LegatoGuideNode *node,
                                 LegatoPressure *pressure,
                                 GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, "pressure");

  if (!legato_pressure_from_id (word, pressure))
    return FAIL (node, _ ("pressure=\"%s\" is not feather, light or moderate"), word);
  return TRUE;
}

/** Reads "views" as #LegatoView bits. */
gboolean
legato_guide_node_read_views (const LegatoGuideNode *node, guint *views, GError **error)
{
  const char *attribute = legato_guide_node_get_attribute (node, "views");
  g_auto (GStrv) words = g_strsplit (attribute, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      LegatoView view;

      if (!legato_view_from_id (words[i], &view))
        return FAIL (node, _ ("views=\"%s\" is not made of front back outer inner sole"),
                     attribute);
      *views |= view;
    }
  if (*views == 0)
    return FAIL (node, _ ("views=\"\" names no view"));
  return TRUE;
}

/** Reads "bends", which may be missing, as #LegatoJoint bits. */
gboolean
legato_guide_node_read_joints (const LegatoGuideNode *node, guint *joints, GError **error)
{
  const char *attribute = legato_guide_node_get_attribute (node, "bends");
  g_auto (GStrv) words = g_strsplit (attribute != NULL ? attribute : "", " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "knee"))
        *joints |= LEGATO_JOINT_KNEE;
      else if (g_str_equal (words[i], "hip"))
        *joints |= LEGATO_JOINT_HIP;
      else
        return FAIL (node, "bends=\"%s\" is not knee or hip", attribute);
    }
  return TRUE;
}

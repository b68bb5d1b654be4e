/* legato-guide-parts.c: pieces of guide files that several readers meet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-guide-private.h"

#define FAIL(node, CODE, ...)                                                                      \
  legato_guide_node_fail ((node), LEGATO_GUIDE_ERROR_##CODE, error, __VA_ARGS__)

/** Returns: (transfer full) (nullable): the translated words of the child @element, if it is there
 */
char *
legato_guide_read_words (const LegatoGuideNode *node, const char *element)
{
  const LegatoGuideNode *child = legato_guide_node_get_child (node, element);

  return child != NULL ? g_strdup (g_dgettext (GETTEXT_PACKAGE, child->text)) : NULL;
}

/** Reads the attribute "source": one or more ids of sources that the guide knows. */
gboolean
legato_guide_read_source (LegatoGuide *self,
                          const LegatoGuideNode *node,
                          char **source,
                          GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, "source");
  g_auto (GStrv) words = g_strsplit (word, " ", -1);

  if (words[0] == NULL)
    return FAIL (node, INVALID, _ ("source=\"\" names no source"));
  for (gsize i = 0; words[i] != NULL; i++)
    if (legato_guide_find_source (self, words[i]) == NULL)
      return FAIL (node, REFERENCE, _ ("source=\"%s\": there is no source “%s”"), word, words[i]);
  *source = g_strdup (word);
  return TRUE;
}

/** Reads the words of the child @element, or of @node itself for %NULL, and their source. */
gboolean
legato_guide_read_text (LegatoGuide *self,
                        const LegatoGuideNode *node,
                        const char *element,
                        LegatoText *text,
                        GError **error)
{
  if (element != NULL)
    node = legato_guide_node_get_child (node, element);
  text->text = g_strdup (g_dgettext (GETTEXT_PACKAGE, node->text));
  return legato_guide_read_source (self, node, &text->source, error);
}

/** Reads "help": who can do it; without the attribute either can. */
gboolean
legato_guide_read_help (const LegatoGuideNode *node, guint *help, GError **error)
{
  const char *word = legato_guide_node_get_attribute (node, "help");

  if (word == NULL)
    *help = LEGATO_HELP_EITHER;
  else if (g_str_equal (word, "alone"))
    *help = LEGATO_HELP_ALONE;
  else if (g_str_equal (word, "partner"))
    *help = LEGATO_HELP_PARTNER;
  else
    return FAIL (node, INVALID, _ ("help=\"%s\" is not alone or partner"), word);
  return TRUE;
}

/** Adds each <reach> in @node to @reaches. */
gboolean
legato_guide_read_reaches (LegatoGuide *self,
                           const LegatoGuideNode *node,
                           GPtrArray *reaches,
                           GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const LegatoGuideNode *child = node->children->pdata[i];
      const char *id = NULL;
      LegatoReach *reach = NULL;

      if (!g_str_equal (child->element, "reach"))
        continue;
      reach = g_new0 (LegatoReach, 1);
      g_ptr_array_add (reaches, reach);
      id = legato_guide_node_get_attribute (child, "position");
      reach->position = legato_guide_find_position (self, id);
      if (reach->position == NULL)
        return FAIL (child, REFERENCE, _ ("there is no position “%s”"), id);
      if (!legato_guide_read_help (child, &reach->help, error)
          || !legato_guide_read_text (self, child, NULL, &reach->text, error))
        return FALSE;
    }
  return TRUE;
}

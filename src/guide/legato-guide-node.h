/* legato-guide-node.h: a guide file as a tree whose shape has been checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide-file.h"
#include "legato-guide-types.h"

G_BEGIN_DECLS

/**
 * LegatoGuideNode: one element of a guide file
 * @file: name of its file, for messages
 * @line: line on which its tag begins, from 1
 * @text: its words with white space normalised; empty unless the element holds text
 * @children: (element-type LegatoGuideNode): in the order of the file
 */
typedef struct
{
  const char *file;
  int line;
  char *element;
  char **attribute_names;
  char **attribute_values;
  char *text;
  GPtrArray *children;
} LegatoGuideNode;

LegatoGuideNode *legato_guide_node_new_from_file (const LegatoGuideFile *file, GError **error);
void legato_guide_node_free (LegatoGuideNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoGuideNode, legato_guide_node_free)

const char *legato_guide_node_get_attribute (const LegatoGuideNode *self, const char *name);
const LegatoGuideNode *legato_guide_node_get_child (const LegatoGuideNode *self,
                                                    const char *element);
gboolean legato_guide_node_fail (const LegatoGuideNode *self,
                                 LegatoGuideError code,
                                 GError **error,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (4, 5);

/* legato-guide-values.c: an attribute as a value, or %FALSE and @error. Whether an attribute has to
 * be there is not their business: that has been checked when a node exists. */
gboolean legato_guide_node_read_number (const LegatoGuideNode *self,
                                        const char *name,
                                        guint min,
                                        guint max,
                                        guint *value,
                                        GError **error);
gboolean legato_guide_node_read_yes (const LegatoGuideNode *self,
                                     const char *name,
                                     gboolean *value,
                                     GError **error);
gboolean legato_guide_node_read_id (const LegatoGuideNode *self,
                                    const char *name,
                                    char **id,
                                    GError **error);
gboolean legato_guide_node_read_pressure (const LegatoGuideNode *self,
                                          LegatoPressure *pressure,
                                          GError **error);
gboolean legato_guide_node_read_views (const LegatoGuideNode *self, guint *views, GError **error);
gboolean legato_guide_node_read_joints (const LegatoGuideNode *self, guint *joints, GError **error);

G_END_DECLS

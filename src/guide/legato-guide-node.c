/* legato-guide-node.c: a guide file as a tree whose shape has been checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-guide-node.h"
#include "legato-guide-shapes.h"

/* The shipped files hold under 64 KiB each; a file beyond this is not a guide. */
#define MAX_FILE_SIZE (1024 * 1024)

/* Longest message, in characters, without the name of the file. */
#define MAX_MESSAGE 240

/* Some editors begin each file with this; it says that the text is UTF-8. */
static const char byte_order_mark[] = "\xef\xbb\xbf";

/* guide > routine > leg > step is the deepest that the format knows. */
#define MAX_DEPTH 4

G_DEFINE_QUARK (legato_guide_error, legato_guide_error)

typedef struct
{
  const LegatoGuideFile *file;
  LegatoGuideNode *root;
  GPtrArray *open; /* (element-type LegatoGuideNode), borrowed: the root and its open descendants */
  int line;        /* where the last piece of the file ended */
} Parser;

void
legato_guide_node_free (LegatoGuideNode *self)
{
  g_free (self->element);
  g_strfreev (self->attribute_names);
  g_strfreev (self->attribute_values);
  g_free (self->text);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/** legato_guide_node_get_attribute: (nullable): %NULL if the element has no such attribute. */
const char *
legato_guide_node_get_attribute (const LegatoGuideNode *self, const char *name)
{
  for (gsize i = 0; self->attribute_names[i] != NULL; i++)
    if (g_str_equal (self->attribute_names[i], name))
      return self->attribute_values[i];
  return NULL;
}

/** legato_guide_node_get_child: (nullable): the first child @element, or %NULL. */
const LegatoGuideNode *
legato_guide_node_get_child (const LegatoGuideNode *self, const char *element)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const LegatoGuideNode *child = self->children->pdata[i];

      if (g_str_equal (child->element, element))
        return child;
    }
  return NULL;
}

/* A message may quote what a stranger wrote, who may have written a lot; GMarkup quotes also half
 * characters. */
static void
set_error (GError **error, LegatoGuideError code, const char *file, int line, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  gboolean is_long = g_utf8_strlen (valid, -1) > MAX_MESSAGE;

  if (is_long)
    *g_utf8_offset_to_pointer (valid, MAX_MESSAGE) = '\0';
  g_set_error (error, LEGATO_GUIDE_ERROR, (int) code, "%s:%d: %s%s", file, line, valid,
               is_long ? "…" : "");
}

/**
 * legato_guide_node_fail: sets @error to "FILE:LINE: " and the message
 *
 * Returns: %FALSE, for `return legato_guide_node_fail (…)`
 */
gboolean
legato_guide_node_fail (const LegatoGuideNode *self,
                        LegatoGuideError code,
                        GError **error,
                        const char *format,
                        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_error (error, code, self->file, self->line, message);
  return FALSE;
}

static const LegatoGuideShape *
find_shape (const char *element)
{
  for (gsize i = 0; i < legato_guide_n_shapes; i++)
    if (g_str_equal (legato_guide_shapes[i].element, element))
      return &legato_guide_shapes[i];
  return NULL;
}

/* Looks @name up in "one two? three*"; gives its mark: ' ' for a plain name, 0 if it is not there.
 */
static char
find_mark (const char *list, const char *name)
{
  gsize length = strlen (name);

  for (const char *word = list; *word != '\0'; word += strspn (word, " "))
    {
      gsize letters = strcspn (word, " ?*+");
      char mark = word[letters];

      if (letters == length && strncmp (word, name, length) == 0)
        return mark == '\0' ? ' ' : mark;
      word += strcspn (word, " ");
    }
  return 0;
}

/* Gives the first name of "one two? three+" that must be there but that @has does not find. */
static char *
find_missing (const char *list, const LegatoGuideNode *node, gboolean attributes)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      gsize letters = strcspn (words[i], "?*+");
      char mark = words[i][letters];

      words[i][letters] = '\0';
      if (letters == 0 || mark == '?' || mark == '*')
        continue;
      if (attributes ? legato_guide_node_get_attribute (node, words[i]) == NULL
                     : legato_guide_node_get_child (node, words[i]) == NULL)
        return g_strdup (words[i]);
    }
  return NULL;
}

static gboolean
check_attributes (const LegatoGuideNode *node, const LegatoGuideShape *shape, GError **error)
{
  g_autofree char *missing = NULL;

  for (gsize i = 0; node->attribute_names[i] != NULL; i++)
    {
      const char *name = node->attribute_names[i];

      if (find_mark (shape->attributes, name) == 0)
        return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                       _ ("<%s> has no attribute “%s”"), node->element, name);
      if (legato_guide_node_get_attribute (node, name) != node->attribute_values[i])
        return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                       _ ("attribute “%s” is given twice"), name);
    }

  missing = find_missing (shape->attributes, node, TRUE);
  if (missing != NULL)
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                   _ ("<%s> needs the attribute “%s”"), node->element, missing);
  return TRUE;
}

/* What an element holds is known at its end tag; its children have been checked by then. */
static gboolean
check_content (const LegatoGuideNode *node, GError **error)
{
  const LegatoGuideShape *shape = find_shape (node->element);
  g_autofree char *missing = NULL;

  if (shape->text && *node->text == '\0')
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error, _ ("<%s> is empty"),
                                   node->element);
  if (!shape->text && *node->text != '\0')
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                   _ ("<%s> holds loose text: “%s”"), node->element, node->text);

  missing = find_missing (shape->children, node, FALSE);
  if (missing != NULL)
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error, _ ("<%s> needs a <%s>"),
                                   node->element, missing);
  return TRUE;
}

static gboolean
check_place (const LegatoGuideNode *node, const LegatoGuideNode *parent, GError **error)
{
  char mark;

  if (parent == NULL)
    {
      if (!g_str_equal (node->element, "guide"))
        return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                       _ ("the file begins with <%s>, not with <guide>"),
                                       node->element);
      return TRUE;
    }
  if (find_shape (node->element) == NULL)
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                   _ ("unknown element <%s>"), node->element);

  mark = find_mark (find_shape (parent->element)->children, node->element);
  if (mark == 0)
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                   _ ("<%s> cannot stand in <%s>"), node->element, parent->element);
  if ((mark == ' ' || mark == '?') && legato_guide_node_get_child (parent, node->element) != NULL)
    return legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                                   _ ("a second <%s> in <%s>"), node->element, parent->element);
  return TRUE;
}

/* GMarkup counts a line end, where it calls itself at column 1, to the line after it. */
static int
get_line (GMarkupParseContext *context)
{
  int line, column;

  g_markup_parse_context_get_position (context, &line, &column);
  return column == 1 && line > 1 ? line - 1 : line;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Parser *self = user_data;
  LegatoGuideNode *parent = self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
  g_autoptr (LegatoGuideNode) node = g_new0 (LegatoGuideNode, 1);

  node->file = self->file->name;
  /* GMarkup stands at the end of the tag. The tag begins where the piece before it ended; only
   * before the root can there be space that it does not report. */
  node->line = parent != NULL ? self->line : get_line (context);
  node->element = g_strdup (element);
  node->attribute_names = g_strdupv ((char **) names);
  node->attribute_values = g_strdupv ((char **) values);
  node->text = g_strdup ("");
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_guide_node_free);
  self->line = get_line (context);

  if (self->open->len == MAX_DEPTH)
    {
      legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                              _ ("<%s> is nested too deeply"), element);
      return;
    }
  if (parent == NULL && self->root != NULL)
    {
      legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                              _ ("a second root element <%s>"), element);
      return;
    }
  if (!check_place (node, parent, error) || !check_attributes (node, find_shape (element), error))
    return;

  g_ptr_array_add (self->open, node);
  if (parent != NULL)
    g_ptr_array_add (parent->children, g_steal_pointer (&node));
  else
    self->root = g_steal_pointer (&node);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *element,
                gpointer user_data,
                GError **error)
{
  Parser *self = user_data;
  LegatoGuideNode *node = self->open->pdata[self->open->len - 1];

  self->line = get_line (context);
  g_strchomp (node->text);
  check_content (node, error);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/* Appends the words of @text to those that @node has, one space between any two. */
static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Parser *self = user_data;
  LegatoGuideNode *node;
  g_autoptr (GString) words = NULL;

  self->line = get_line (context);
  if (self->open->len == 0)
    return;

  node = self->open->pdata[self->open->len - 1];
  words = g_string_new (node->text);
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        g_string_append_c (words, text[i]);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  g_free (node->text);
  node->text = g_strdup (words->str);
}

/* Whether an XML declaration says that the text is anything else than what it is. */
static gboolean
names_other_encoding (const char *declaration)
{
  const char *encoding = strstr (declaration, "encoding");
  gsize quote;

  if (encoding == NULL)
    return FALSE;
  quote = strcspn (encoding, "\"'");
  return encoding[quote] == '\0' || g_ascii_strncasecmp (encoding + quote + 1, "utf-8", 5) != 0
         || encoding[quote + 6] != encoding[quote];
}

/* Comments and the XML declaration say nothing to the reader; all else is no part of the format.
 * A comment inside a text would let xgettext see other white space than we do. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  Parser *self = user_data;
  const LegatoGuideNode *node = self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;

  if (g_str_has_prefix (text, "<?xml ") && names_other_encoding (text))
    set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, self->file->name, self->line,
               _ ("this is not UTF-8 text"));
  else if (!g_str_has_prefix (text, "<!--") && !g_str_has_prefix (text, "<?xml "))
    set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, self->file->name, self->line,
               _ ("only elements, text and comments may stand in a guide file"));
  else if (node != NULL && find_shape (node->element)->text)
    legato_guide_node_fail (node, LEGATO_GUIDE_ERROR_INVALID, error,
                            _ ("<%s> holds a comment in its text"), node->element);
  self->line = get_line (context);
}

static gboolean
check_bytes (const LegatoGuideFile *file, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file->bytes, &size);
  const char *bad;
  int line = 1;

  if (size > MAX_FILE_SIZE)
    {
      set_error (error, LEGATO_GUIDE_ERROR_INVALID, file->name, 1, _ ("the file is too large"));
      return FALSE;
    }
  if (size == 0)
    {
      set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, file->name, 1, _ ("the file is empty"));
      return FALSE;
    }
  if (g_utf8_validate_len (data, size, &bad))
    return TRUE;

  for (const char *c = data; c < bad; c++)
    line += *c == '\n';
  set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, file->name, line, _ ("this is not UTF-8 text"));
  return FALSE;
}

/* GMarkup's own errors carry the line in their text; ours are passed on as they are. */
static void
take_markup_error (const LegatoGuideFile *file, int line, GError *markup_error, GError **error)
{
  const char *message = markup_error->message;

  if (markup_error->domain == LEGATO_GUIDE_ERROR)
    {
      g_propagate_error (error, markup_error);
      return;
    }
  if (g_str_has_prefix (message, "Error on line ") && strstr (message, ": ") != NULL)
    message = strstr (message, ": ") + 2;
  set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, file->name, line, message);
  g_error_free (markup_error);
}

/**
 * legato_guide_node_new_from_file: reads @file, which the tree then borrows the name of
 *
 * Checks all that concerns single elements: that they are known, stand where they may, as often
 * as they may, with the attributes that they need and no others, and hold text where they must.
 * What the values mean is the reader's business.
 *
 * Returns: (transfer full) (nullable): the root, <guide>; or %NULL and @error
 */
LegatoGuideNode *
legato_guide_node_new_from_file (const LegatoGuideFile *file, GError **error)
{
  static const GMarkupParser callbacks = {
    start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL,
  };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GMarkupParseContext) context = NULL;
  Parser self = { file, NULL, open, 1 };
  GError *markup_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (file->bytes, &size);

  g_return_val_if_fail (file->name != NULL, NULL);

  if (!check_bytes (file, error))
    return NULL;

  if (size >= strlen (byte_order_mark)
      && memcmp (data, byte_order_mark, strlen (byte_order_mark)) == 0)
    {
      data += strlen (byte_order_mark);
      size -= strlen (byte_order_mark);
    }
  context = g_markup_parse_context_new (&callbacks, 0, &self, NULL);
  if (!g_markup_parse_context_parse (context, data, (gssize) size, &markup_error)
      || !g_markup_parse_context_end_parse (context, &markup_error))
    {
      take_markup_error (file, get_line (context), markup_error, error);
      g_clear_pointer (&self.root, legato_guide_node_free);
    }
  else if (self.root == NULL)
    {
      set_error (error, LEGATO_GUIDE_ERROR_SYNTAX, file->name, 1, _ ("the file holds no element"));
    }
  return self.root;
}

/* legato-map-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-map-error.h"
#include "legato-map-reader.h"

/* A view has some 30 zones and 150 strokes in 200 kB; these bounds only keep out what is no leg. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_WIDTH 4000.0
#define MAX_SHAPES 250

/* Rounding in the drawing program may put a corner a hair outside the sheet. */
#define MARGIN 1.0

static const char *const groups[] = { "art", "overlay-veins", "zones", "strokes" };
#define ART 0
#define ZONES 2
#define STROKES 3

typedef struct
{
  const char *name;
  LegatoView view;
  GPtrArray *known; /* LegatoZone */
  LegatoMapContent *content;
  GHashTable *ids;   /* ids seen, owned */
  guint n_groups;    /* how many of `groups` have begun */
  int inside;        /* index of the group we are in, or -1 */
  guint depth;       /* of the current element; 1 is the root */
  guint group_depth; /* of the group we are in */
} Reader;

static void
shape_free (gpointer data)
{
  LegatoMapShape *self = data;

  g_clear_pointer (&self->outline, legato_map_path_free);
  g_free (self);
}

static void
stroke_free (gpointer data)
{
  LegatoMapStroke *self = data;

  g_clear_pointer (&self->path, legato_map_line_unref);
  g_free (self);
}

void
legato_map_content_free (LegatoMapContent *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->silhouettes); i++)
    g_clear_pointer (&self->silhouettes[i], legato_map_path_free);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_free (self);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

/* Whole legs are always as high; the feet alone are lower. */
static gboolean
has_height (LegatoView view, double height)
{
  if (view == LEGATO_VIEW_SOLE)
    return height > 0 && height <= LEGATO_DRAWING_HEIGHT && height == floor (height);
  return height == LEGATO_DRAWING_HEIGHT;
}

static gboolean
read_root (Reader *self,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  const char *box = find_attribute (names, values, "viewBox");
  const char *view = find_attribute (names, values, "data-view");
  double v[4] = { 0 };
  char *end = (char *) box;
  guint n;

  if (strcmp (element, "svg") != 0)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "<%s> stands where <svg> should", element);
      return FALSE;
    }
  for (n = 0; box != NULL && n < 4; n++)
    {
      const char *start = end + strspn (end, " ,\t\r\n");

      v[n] = g_ascii_strtod (start, &end);
      if (end == start || !isfinite (v[n]))
        break;
    }
  if (n < 4 || *end != '\0' || v[0] != 0 || v[1] != 0 || !has_height (self->view, v[3]) || v[2] <= 0
      || v[2] != floor (v[2]) || v[2] > MAX_WIDTH)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   self->view == LEGATO_VIEW_SOLE
                       ? "<svg>: viewBox must be \"0 0 WIDTH HEIGHT\", HEIGHT at most %g"
                       : "<svg>: viewBox must be \"0 0 WIDTH %g\"",
                   LEGATO_DRAWING_HEIGHT);
      return FALSE;
    }
  if (g_strcmp0 (view, legato_view_to_id (self->view)) != 0)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "<svg>: data-view is \"%s\", not \"%s\"", view != NULL ? view : "",
                   legato_view_to_id (self->view));
      return FALSE;
    }
  self->content->width = v[2];
  self->content->height = v[3];
  return TRUE;
}

/* Splits "KIND-LEG-ZONE" off @id. Zone ids hold hyphens themselves, so the longest that fits wins.
 * @rest is what follows the zone. */
static const LegatoZone *
split_id (Reader *self,
          const char *id,
          const char *kind,
          LegatoLeg *leg,
          const char **rest,
          GError **error)
{
  const LegatoZone *zone = NULL;
  gsize longest = 0;

  if (!g_str_has_prefix (id, kind))
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "\"%s\": the id must begin with \"%s\"", id, kind);
      return NULL;
    }
  *rest = id + strlen (kind);
  if (g_str_has_prefix (*rest, "left-"))
    *leg = LEGATO_LEG_LEFT;
  else if (g_str_has_prefix (*rest, "right-"))
    *leg = LEGATO_LEG_RIGHT;
  else
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_REFERENCE,
                   "\"%s\": neither the left nor the right leg is named", id);
      return NULL;
    }
  *rest = strchr (*rest, '-') + 1;

  for (guint i = 0; i < self->known->len; i++)
    {
      const LegatoZone *candidate = g_ptr_array_index (self->known, i);
      gsize length = strlen (candidate->id);

      if (length > longest && strncmp (*rest, candidate->id, length) == 0
          && ((*rest)[length] == '\0' || (*rest)[length] == '-'))
        {
          zone = candidate;
          longest = length;
        }
    }
  if (zone == NULL)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_REFERENCE,
                   "\"%s\": the guide has no such zone", id);
      return NULL;
    }
  if ((zone->views & self->view) == 0)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_REFERENCE,
                   "\"%s\": the guide says that this zone is not seen from here", id);
      return NULL;
    }
  *rest += longest;
  return zone;
}

static gboolean
check_on_sheet (Reader *self, const char *id, LegatoMapBox box, GError **error)
{
  if (box.x >= -MARGIN && box.y >= -MARGIN && box.x + box.width <= self->content->width + MARGIN
      && box.y + box.height <= self->content->height + MARGIN)
    return TRUE;

  g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
               "\"%s\": it leaves the sheet (%g,%g to %g,%g)", id, box.x, box.y, box.x + box.width,
               box.y + box.height);
  return FALSE;
}

static gboolean
read_zone (Reader *self, const char *id, const char *d, GError **error)
{
  g_autofree LegatoMapShape *shape = g_new0 (LegatoMapShape, 1);
  g_autoptr (LegatoMapPath) outline = NULL;
  const char *rest;

  shape->zone = split_id (self, id, "zone-", &shape->leg, &rest, error);
  if (shape->zone == NULL)
    return FALSE;
  if (*rest != '\0')
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_REFERENCE,
                   "\"%s\": the guide has no such zone", id);
      return FALSE;
    }

  outline = legato_map_path_new (d, error);
  if (outline == NULL)
    {
      g_prefix_error (error, "\"%s\": ", id);
      return FALSE;
    }
  if (outline->n_closed != outline->starts->len)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "\"%s\": the outline of a zone must be closed with Z", id);
      return FALSE;
    }
  if (outline->box.width <= 0 || outline->box.height <= 0)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID, "\"%s\": the zone is empty",
                   id);
      return FALSE;
    }
  if (!check_on_sheet (self, id, outline->box, error))
    return FALSE;
  if (self->content->shapes->len >= MAX_SHAPES)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_TOO_LARGE,
                   "\"%s\": there are more than %d zones", id, MAX_SHAPES);
      return FALSE;
    }

  shape->outline = g_steal_pointer (&outline);
  g_ptr_array_add (self->content->shapes, g_steal_pointer (&shape));
  return TRUE;
}

static const LegatoTechnique *
find_technique (Reader *self, const char *id)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (self->known, i);

      for (guint j = 0; j < zone->uses->len; j++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, j);

          if (strcmp (use->technique->id, id) == 0)
            return use->technique;
        }
    }
  return NULL;
}

static gboolean
read_stroke (Reader *self, const char *id, const char *d, GError **error)
{
  g_autofree LegatoMapStroke *stroke = g_new0 (LegatoMapStroke, 1);
  g_autoptr (LegatoMapLine) path = NULL;
  const char *rest;

  stroke->zone = split_id (self, id, "stroke-", &stroke->leg, &rest, error);
  if (stroke->zone == NULL)
    return FALSE;

  if (*rest == '-')
    stroke->technique = find_technique (self, rest + 1);
  if (stroke->technique == NULL)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_REFERENCE,
                   "\"%s\": the guide has no such technique", id);
      return FALSE;
    }

  path = legato_map_line_new (d, error);
  if (path == NULL)
    {
      g_prefix_error (error, "\"%s\": ", id);
      return FALSE;
    }
  if (!check_on_sheet (self, id, legato_map_line_get_box (path), error))
    return FALSE;

  stroke->path = g_steal_pointer (&path);
  g_ptr_array_add (self->content->strokes, g_steal_pointer (&stroke));
  return TRUE;
}

static gboolean
read_group (Reader *self, const char *id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_strcmp0 (id, groups[i]) != 0)
        continue;
      if (i != self->n_groups)
        {
          g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                       "<g id=\"%s\">: the groups must come once each, in the order art, "
                       "overlay-veins, zones, strokes",
                       id);
          return FALSE;
        }
      self->n_groups++;
      self->inside = (int) i;
      self->group_depth = self->depth;
    }
  return TRUE;
}

static gboolean
read_path (Reader *self,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *d = find_attribute (names, values, "d");

  if (strcmp (element, "path") != 0 || id == NULL || d == NULL)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "<%s id=\"%s\">: #%s may hold only paths with id and d", element,
                   id != NULL ? id : "", groups[self->inside]);
      return FALSE;
    }
  return self->inside == ZONES ? read_zone (self, id, d, error) : read_stroke (self, id, d, error);
}

static gboolean
read_silhouette (Reader *self, const char *id, const char *d, GError **error)
{
  static const char *const known[] = { "silhouette-left", "silhouette-right" };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (id, known[i]) == 0)
      {
        self->content->silhouettes[i] = legato_map_path_new (d != NULL ? d : "", error);
        if (self->content->silhouettes[i] == NULL)
          {
            g_prefix_error (error, "\"%s\": ", id);
            return FALSE;
          }
      }
  return TRUE;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Reader *self = user_data;
  const char *id = find_attribute (names, values, "id");
  gboolean data_group;

  self->depth++;
  if (self->depth == 1)
    {
      read_root (self, element, names, values, error);
      return;
    }

  if (id != NULL && !g_hash_table_add (self->ids, g_strdup (id)))
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "<%s id=\"%s\">: the id is used twice", element, id);
      return;
    }
  if (self->depth == 2 && strcmp (element, "g") == 0 && !read_group (self, id, error))
    return;

  if (self->inside == ART
      && !read_silhouette (self, id, find_attribute (names, values, "d"), error))
    return;
  data_group = self->inside == ZONES || self->inside == STROKES;
  if (data_group && find_attribute (names, values, "transform") != NULL)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "<%s id=\"%s\">: zones and strokes must not be transformed", element,
                   id != NULL ? id : "");
      return;
    }
  if (data_group && self->depth > self->group_depth)
    read_path (self, element, names, values, error);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *element,
                gpointer user_data,
                GError **error)
{
  Reader *self = user_data;

  if (self->inside >= 0 && self->depth == self->group_depth)
    self->inside = -1;
  self->depth--;
}

static gboolean
check_complete (Reader *self, GError **error)
{
  if (self->n_groups < G_N_ELEMENTS (groups))
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INCOMPLETE, "<g id=\"%s\"> is missing",
                   groups[self->n_groups]);
      return FALSE;
    }
  for (guint i = 0; i < self->known->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (self->known, i);

      for (LegatoLeg leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          g_autofree char *id = g_strdup_printf ("zone-%s-%s", legato_leg_to_id (leg), zone->id);

          if ((zone->views & self->view) == 0 || g_hash_table_contains (self->ids, id))
            continue;
          g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INCOMPLETE,
                       "<path id=\"%s\"> is missing", id);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * legato_map_reader_read:
 * @name: of the file, for error messages
 * @svg: its content
 * @view: which view it must be
 * @zones: (element-type LegatoZone): all that the guide knows; must outlive the content
 *
 * Returns: (transfer full): zones and strokes of the drawing, or %NULL with #LEGATO_MAP_ERROR set,
 *   whose message names the file and the element
 */
LegatoMapContent *
legato_map_reader_read (const char *name,
                        GBytes *svg,
                        LegatoView view,
                        GPtrArray *zones,
                        GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb,
                                        .end_element = end_element_cb };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LegatoMapContent) content = g_new0 (LegatoMapContent, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) problem = NULL;
  Reader reader = {
    .name = name, .view = view, .known = zones, .content = content, .ids = ids, .inside = -1
  };
  gsize size;
  const char *text = g_bytes_get_data (svg, &size);

  content->shapes = g_ptr_array_new_with_free_func (shape_free);
  content->strokes = g_ptr_array_new_with_free_func (stroke_free);

  if (size > MAX_BYTES)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_TOO_LARGE,
                   "%s: %" G_GSIZE_FORMAT " bytes are more than a drawing may have", name, size);
      return NULL;
    }

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  if (size == 0)
    g_set_error (&problem, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_SYNTAX, "the file is empty");
  else if (g_markup_parse_context_parse (context, text, (gssize) size, &problem)
           && g_markup_parse_context_end_parse (context, &problem)
           && check_complete (&reader, &problem))
    return g_steal_pointer (&content);

  /* The parser's own errors tell the line; ours name the element. */
  g_set_error (error, LEGATO_MAP_ERROR,
               problem->domain == LEGATO_MAP_ERROR ? problem->code : LEGATO_MAP_ERROR_SYNTAX,
               "%s: %s", name, problem->message);
  return NULL;
}

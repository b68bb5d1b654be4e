/* legato-search-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <string.h>

#include "legato-search-provider.h"

/* A search shows few of each program; more would only be carried over the bus. */
#define MOST_RESULTS 10

struct _LegatoSearchProvider
{
  GObject parent_instance;

  /* Borrowed references */
  GApplication *application;

  /* Owned references */
  GDBusConnection *connection;
  LegatoSearch *search;
  GHashTable *hits; /* result id to LegatoHit, of all that was found so far */

  guint registered[2]; /* of each interface */
};

enum
{
  CHOSEN,
  SEARCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSearchProvider, legato_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'>"
    "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'>"
    "<arg type='as' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='as' direction='out'/></method>"
    "<method name='GetResultMetas'>"
    "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
    "<method name='ActivateResult'>"
    "<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/>"
    "</method>"
    "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/>"
    "</method>"
    "</interface>"
    "<interface name='org.kde.krunner1'>"
    "<method name='Actions'><arg type='a(sss)' direction='out'/></method>"
    "<method name='Match'>"
    "<arg type='s' direction='in'/><arg type='a(sssida{sv})' direction='out'/></method>"
    "<method name='Run'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "</interface></node>";

/* KRunner's kind of a match that is possible: not a mere completion of what was typed, and not
 * surely meant. The best match is given this relevance, of 1. */
#define POSSIBLE_MATCH 30
#define MOST_RELEVANCE 0.8

/* What the window can go to; of the rest it shows that it was found. */
static const LegatoHitKind goes_to[] = { LEGATO_HIT_ZONE, LEGATO_HIT_TECHNIQUE, LEGATO_HIT_ROUTINE,
                                         LEGATO_HIT_GOAL, LEGATO_HIT_EXERCISE,  LEGATO_HIT_TIP };

/* Whether @id is as "zone:calf", of something that the window can go to; then @kind is told, and
 * @name points at "calf". */
static gboolean
read_id (const char *id, LegatoHitKind *kind, const char **name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (goes_to); i++)
    {
      const char *word = legato_hit_kind_to_id (goes_to[i]);

      if (g_str_has_prefix (id, word) && id[strlen (word)] == ':')
        {
          *kind = goes_to[i];
          *name = id + strlen (word) + 1;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
dup_id (const LegatoHit *hit)
{
  return g_strconcat (legato_hit_kind_to_id (hit->kind), ":", hit->id, NULL);
}

/* What is found, as few as a search of the desktop shows. */
static GArray *
search (LegatoSearchProvider *self, const char *text)
{
  GArray *hits = legato_search_find (self->search, text);

  g_array_set_size (hits, MIN (hits->len, MOST_RESULTS));
  return hits;
}

/* The ids of what @words find, as the answer to a call. */
static GVariant *
find (LegatoSearchProvider *self, GVariant *words)
{
  g_autofree const char **list = g_variant_get_strv (words, NULL);
  g_autofree char *text = g_strjoinv (" ", (char **) list);
  g_autoptr (GArray) hits = search (self, text);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);
      char *id = dup_id (hit);

      g_variant_builder_add (&ids, "s", id);
      g_hash_table_replace (self->hits, id, g_memdup2 (hit, sizeof *hit));
    }
  return g_variant_new ("(as)", &ids);
}

static GVariant *
describe (LegatoSearchProvider *self, GVariant *ids)
{
  g_autofree const char **list = g_variant_get_strv (ids, NULL);
  g_autoptr (GIcon) icon = g_themed_icon_new (LEGATO_APP_ID);
  g_autoptr (GVariant) picture = g_icon_serialize (icon);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; list[i] != NULL; i++)
    {
      const LegatoHit *hit = g_hash_table_lookup (self->hits, list[i]);

      if (hit == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (list[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (hit->title));
      if (hit->subtitle != NULL)
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (hit->subtitle));
      g_variant_builder_add (&metas, "{sv}", "icon", picture);
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

/* KRunner asks for all about the results at once. */
static GVariant *
match (LegatoSearchProvider *self, const char *text)
{
  g_autoptr (GArray) hits = search (self, text);
  GVariantBuilder matches;

  g_variant_builder_init (&matches, G_VARIANT_TYPE ("a(sssida{sv})"));
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);
      g_autofree char *id = dup_id (hit);
      GVariantBuilder more;

      g_variant_builder_init (&more, G_VARIANT_TYPE_VARDICT);
      if (hit->subtitle != NULL)
        g_variant_builder_add (&more, "{sv}", "subtext", g_variant_new_string (hit->subtitle));
      g_variant_builder_add (&matches, "(sssida{sv})", id, hit->title, LEGATO_APP_ID,
                             POSSIBLE_MATCH, MOST_RELEVANCE * (MOST_RESULTS - i) / MOST_RESULTS,
                             &more);
    }
  return g_variant_new ("(a(sssida{sv}))", &matches);
}

static void
tell_chosen (LegatoSearchProvider *self, const char *id, const char *text)
{
  LegatoHitKind kind;
  const char *name = NULL;

  if (id != NULL && read_id (id, &kind, &name))
    g_signal_emit (self, signals[CHOSEN], 0, kind, name);
  else
    g_signal_emit (self, signals[SEARCHED], 0, text);
}

/* The person has chosen a result (its id, the words, a time), or wants to see them all (the words,
 * a time). */
static void
choose (LegatoSearchProvider *self, gboolean result, GVariant *arguments)
{
  const char *id = NULL;
  g_autofree const char **words = NULL;
  g_autofree char *text = NULL;

  if (result)
    g_variant_get (arguments, "(&s^a&su)", &id, &words, NULL);
  else
    g_variant_get (arguments, "(^a&su)", &words, NULL);
  text = g_strjoinv (" ", (char **) words);
  tell_chosen (self, id, text);
}

/* What a call asks for, or %NULL where it only wants something done. */
static GVariant *
answer (LegatoSearchProvider *self, const char *method, GVariant *arguments)
{
  g_autoptr (GVariant) words = NULL;
  const char *text = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      words = g_variant_get_child_value (arguments, 0);
      return find (self, words);
    }
  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      words = g_variant_get_child_value (arguments, 1);
      return find (self, words);
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      words = g_variant_get_child_value (arguments, 0);
      return describe (self, words);
    }
  if (g_str_equal (method, "Actions"))
    return g_variant_new ("(a(sss))", NULL);
  if (g_str_equal (method, "Match"))
    {
      g_variant_get_child (arguments, 0, "&s", &text);
      return match (self, text);
    }
  if (g_str_equal (method, "Run"))
    {
      g_variant_get_child (arguments, 0, "&s", &text);
      tell_chosen (self, text, "");
    }
  else
    choose (self, g_str_equal (method, "ActivateResult"), arguments);
  return NULL;
}

static void
method_called_cb (GDBusConnection *connection,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *method,
                  GVariant *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer data)
{
  LegatoSearchProvider *self = data;

  /* A program that was started for the search alone stays a while after each question. */
  g_application_hold (self->application);
  if (self->search == NULL)
    g_dbus_method_invocation_return_error_literal (
        invocation, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "The guide is not read yet");
  else
    g_dbus_method_invocation_return_value (invocation, answer (self, method, arguments));
  g_application_release (self->application);
}

static void
legato_search_provider_dispose (GObject *object)
{
  LegatoSearchProvider *self = LEGATO_SEARCH_PROVIDER (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->registered); i++)
    if (self->registered[i] != 0)
      g_dbus_connection_unregister_object (self->connection, self->registered[i]);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_pointer (&self->search, legato_search_free);

  G_OBJECT_CLASS (legato_search_provider_parent_class)->dispose (object);
}

static void
legato_search_provider_class_init (LegatoSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_search_provider_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, LEGATO_TYPE_HIT_KIND, G_TYPE_STRING);
  signals[SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
legato_search_provider_init (LegatoSearchProvider *self)
{
  self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * legato_search_provider_new:
 * @application: (unowned): held while it answers; outlives it
 */
LegatoSearchProvider *
legato_search_provider_new (GApplication *application)
{
  LegatoSearchProvider *self = g_object_new (LEGATO_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/** legato_search_provider_export: puts it on the bus at @path; until a guide is set, it only fails
 */
gboolean
legato_search_provider_export (LegatoSearchProvider *self,
                               GDBusConnection *connection,
                               const char *path,
                               GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  g_return_val_if_fail (LEGATO_IS_SEARCH_PROVIDER (self) && self->connection == NULL, FALSE);

  if (node == NULL)
    return FALSE;
  self->connection = g_object_ref (connection);
  for (gsize i = 0; i < G_N_ELEMENTS (self->registered); i++)
    {
      self->registered[i] = g_dbus_connection_register_object (
          connection, path, node->interfaces[i], &vtable, self, NULL, error);
      if (self->registered[i] == 0)
        return FALSE;
    }
  return TRUE;
}

/** legato_search_provider_set_guide: what is searched; it comes after the export, since the bus
 * wants the object before the application has started */
void
legato_search_provider_set_guide (LegatoSearchProvider *self, LegatoGuide *guide)
{
  g_return_if_fail (LEGATO_IS_SEARCH_PROVIDER (self) && guide != NULL);

  g_hash_table_remove_all (self->hits);
  g_clear_pointer (&self->search, legato_search_free);
  self->search = legato_search_new (guide);
}

/* legato-search-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-person-model.h"
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
  LegatoRoutineShelf *shelf;
  LegatoSearch *search;
  LegatoDaySearch *days;
  GHashTable *results; /* id to Result, of all that was found so far */

  guint registered[2]; /* of each interface */
};

/* Something that was found, and what is shown of it. */
typedef struct
{
  char *id; /* "zone:calf" */
  char *title;
  char *subtitle;
} Result;

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
                                         LEGATO_HIT_GOAL, LEGATO_HIT_EXERCISE,  LEGATO_HIT_TIP,
                                         LEGATO_HIT_DAY,  LEGATO_HIT_ROOM };

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

static void
result_free (gpointer data)
{
  Result *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static void
add_result (GPtrArray *results,
            LegatoHitKind kind,
            const char *id,
            const char *title,
            const char *subtitle)
{
  Result *result = NULL;

  if (results->len >= MOST_RESULTS)
    return;
  result = g_new0 (Result, 1);
  result->id = g_strconcat (legato_hit_kind_to_id (kind), ":", id, NULL);
  result->title = g_strdup (title);
  result->subtitle = g_strdup (subtitle);
  g_ptr_array_add (results, result);
}

static void
add_days (GPtrArray *results, const LegatoFoundDays *found)
{
  for (guint i = 0; i < found->days->len; i++)
    {
      const LegatoFoundDay *day = g_ptr_array_index (found->days, i);

      add_result (results, LEGATO_HIT_DAY, day->id, day->title, day->subtitle);
    }
}

/* As few as a search of the desktop shows: the session that was cut off before all else, then days
 * where somebody asked for them, and else what the guide has. Returns: (transfer full)
 * (element-type Result) */
static GPtrArray *
list_results (LegatoSearchProvider *self, const char *text, const LegatoFoundDays *found)
{
  g_autoptr (GArray) hits = legato_search_find (self->search, text);
  GPtrArray *results = g_ptr_array_new_with_free_func (result_free);

  if (found->may_continue)
    add_result (results, LEGATO_HIT_ROOM, "continue", _ ("Continue Where You Were"),
                _ ("Your last session was cut off."));
  if (found->asked)
    add_days (results, found);
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      add_result (results, hit->kind, hit->id, hit->title, hit->subtitle);
    }
  if (!found->asked)
    add_days (results, found);
  return results;
}

/* The ids of @results, as the answer to a call; what is shown of them will be asked next. */
static GVariant *
list_ids (LegatoSearchProvider *self, GPtrArray *results)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  while (results->len > 0)
    {
      Result *result = g_ptr_array_steal_index (results, 0);

      g_variant_builder_add (&ids, "s", result->id);
      g_hash_table_replace (self->results, result->id, result);
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
      const Result *result = g_hash_table_lookup (self->results, list[i]);

      if (result == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (list[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (result->title));
      if (result->subtitle != NULL)
        g_variant_builder_add (&metas, "{sv}", "description",
                               g_variant_new_string (result->subtitle));
      g_variant_builder_add (&metas, "{sv}", "icon", picture);
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

/* KRunner asks for all about the results at once. */
static GVariant *
list_matches (GPtrArray *results)
{
  GVariantBuilder matches;

  g_variant_builder_init (&matches, G_VARIANT_TYPE ("a(sssida{sv})"));
  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = g_ptr_array_index (results, i);
      GVariantBuilder more;

      g_variant_builder_init (&more, G_VARIANT_TYPE_VARDICT);
      if (result->subtitle != NULL)
        g_variant_builder_add (&more, "{sv}", "subtext", g_variant_new_string (result->subtitle));
      g_variant_builder_add (&matches, "(sssida{sv})", result->id, result->title, LEGATO_APP_ID,
                             POSSIBLE_MATCH, MOST_RELEVANCE * (MOST_RESULTS - i) / MOST_RESULTS,
                             &more);
    }
  return g_variant_new ("(a(sssida{sv}))", &matches);
}

/* A call that asks what words find, until the journal has been looked into. */
typedef struct
{
  LegatoSearchProvider *provider;
  GDBusMethodInvocation *invocation;
  char *text;
} Call;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  LegatoSearchProvider *self = call->provider;
  g_autoptr (LegatoFoundDays) found = legato_day_search_find_finish (result);
  g_autoptr (GPtrArray) results = list_results (self, call->text, found);
  gboolean to_match =
      g_str_equal (g_dbus_method_invocation_get_method_name (call->invocation), "Match");

  g_dbus_method_invocation_return_value (call->invocation, to_match ? list_matches (results)
                                                                    : list_ids (self, results));
  g_application_release (self->application);
  g_object_unref (self);
  g_free (call->text);
  g_free (call);
}

/* Answers the call when all is found. @text: (transfer full) */
static void
find (LegatoSearchProvider *self, GDBusMethodInvocation *invocation, char *text)
{
  Call *call = g_new0 (Call, 1);

  call->provider = g_object_ref (self);
  call->invocation = invocation;
  call->text = text;
  g_application_hold (self->application);
  legato_day_search_find_async (self->days, self->search, text, legato_person_model_get_today (),
                                found_cb, call);
}

static char *
join_words (GVariant *arguments, gsize place)
{
  g_autofree const char **list = NULL;

  g_variant_get_child (arguments, place, "^a&s", &list);
  return g_strjoinv (" ", (char **) list);
}

/* KRunner does not say again what was typed; nor need it be this process that it told. Returns:
 * what finds the advice with @id, and of all else "" */
static const char *
get_advice_name (LegatoSearchProvider *self, const char *id)
{
  const char *word = legato_hit_kind_to_id (LEGATO_HIT_ADVICE);
  const char *name = NULL;

  if (g_str_has_prefix (id, word) && id[strlen (word)] == ':')
    name = legato_search_get_title (self->search, LEGATO_HIT_ADVICE, id + strlen (word) + 1);
  return name != NULL ? name : "";
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

static void
answer (LegatoSearchProvider *self,
        const char *method,
        GVariant *arguments,
        GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) ids = NULL;
  const char *text = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      find (self, invocation, join_words (arguments, 0));
      return;
    }
  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      find (self, invocation, join_words (arguments, 1));
      return;
    }
  if (g_str_equal (method, "Match"))
    {
      g_variant_get_child (arguments, 0, "&s", &text);
      find (self, invocation, g_strdup (text));
      return;
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      ids = g_variant_get_child_value (arguments, 0);
      g_dbus_method_invocation_return_value (invocation, describe (self, ids));
      return;
    }
  if (g_str_equal (method, "Actions"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(a(sss))", NULL));
      return;
    }
  if (g_str_equal (method, "Run"))
    {
      g_variant_get_child (arguments, 0, "&s", &text);
      tell_chosen (self, text, get_advice_name (self, text));
    }
  else
    choose (self, g_str_equal (method, "ActivateResult"), arguments);
  g_dbus_method_invocation_return_value (invocation, NULL);
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
    answer (self, method, arguments, invocation);
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
  g_clear_pointer (&self->results, g_hash_table_unref);
  g_clear_pointer (&self->search, legato_search_free);
  g_clear_pointer (&self->days, legato_day_search_free);
  g_clear_object (&self->shelf);

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
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, result_free);
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

/** legato_search_provider_export: puts it on the bus at @path; until it has content, it only fails
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

/* Own routines are found too. */
static void
shelf_changed_cb (LegatoSearchProvider *self)
{
  g_clear_pointer (&self->search, legato_search_free);
  self->search = legato_search_new (legato_routine_shelf_get_guide (self->shelf));
}

/**
 * legato_search_provider_set_content:
 * @shelf: its guide is searched, and what it holds
 * @days: (transfer full): how days of the journal are looked for
 *
 * What is searched; it comes after the export, since the bus wants the object before the
 * application has started.
 */
void
legato_search_provider_set_content (LegatoSearchProvider *self,
                                    LegatoRoutineShelf *shelf,
                                    LegatoDaySearch *days)
{
  g_return_if_fail (LEGATO_IS_SEARCH_PROVIDER (self) && self->shelf == NULL);
  g_return_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf) && days != NULL);

  self->shelf = g_object_ref (shelf);
  self->days = days;
  g_signal_connect_object (shelf, "items-changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  shelf_changed_cb (self);
}

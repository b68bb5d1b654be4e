/* legato-automatic-copies.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-journal-copies.h"
#include "legato-automatic-copies.h"

/* Seconds after the start: the window comes first. */
#define FIRST_LOOK_S 5

/* Seconds between two looks, as long as somebody is there, whether a copy is due or something has
 * to be tried again. */
#define LOOK_EVERY_S 3600

/* Seconds to wait for more changes before they are written for the other computers. */
#define SHARE_AFTER_S 3

struct _LegatoAutomaticCopies
{
  GObject parent_instance;

  /* Owned references */
  LegatoJournalConnection *connection;
  GSignalGroup *journal_signals;
  GFileMonitor *monitor; /* of the shared folder */
  GCancellable *cancellable;
  char *folder;
  char *shared_folder;
  GError *copy_error;
  GError *share_error;

  gboolean attended;
  gboolean daily;
  guint days;
  guint weeks;
  gboolean copying;
  gboolean sharing;
  guint n_changes; /* since the sharing that is under way began */
  guint look_id;
  guint share_id;
};

enum
{
  PROP_0,
  PROP_DAILY,
  PROP_FOLDER,
  PROP_DAYS,
  PROP_WEEKS,
  PROP_SHARED_FOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoAutomaticCopies, legato_automatic_copies, G_TYPE_OBJECT)

static LegatoJournal *
get_journal (LegatoAutomaticCopies *self)
{
  return legato_journal_connection_get_journal (self->connection);
}

static void
changed (LegatoAutomaticCopies *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Takes @error, which may be %NULL; what was cancelled is no trouble. */
static void
set_error (LegatoAutomaticCopies *self, GError **place, GError *error)
{
  g_clear_error (place);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  *place = error;
  changed (self);
}

/* The copy was found to be damaged. If the journal is not, why there is no copy was told already.
 */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoAutomaticCopies) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_check_finish (LEGATO_JOURNAL (source), result, &error)
      && g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED)
      && LEGATO_JOURNAL (source) == get_journal (self))
    legato_journal_connection_give_up (self->connection, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoAutomaticCopies) self = data;
  GError *error = NULL;
  g_autofree char *path =
      legato_journal_make_backup_finish (LEGATO_JOURNAL (source), result, &error);

  self->copying = FALSE;
  if (g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED))
    legato_journal_check_async (LEGATO_JOURNAL (source), self->cancellable, checked_cb,
                                g_object_ref (self));
  set_error (self, &self->copy_error, error);
}

static gboolean
is_copy_due (LegatoAutomaticCopies *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) last = NULL;

  if (!self->daily)
    return FALSE;
  last = legato_automatic_copies_dup_last (self);
  return last == NULL || legato_dates_get_day (last) != legato_dates_get_day (now);
}

static void share_soon (LegatoAutomaticCopies *self);

static void
shared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoAutomaticCopies) self = data;
  LegatoMergeResult merged = { 0 };
  GError *error = NULL;
  gboolean ok;

  self->sharing = FALSE;
  ok = legato_journal_sync_folder_finish (LEGATO_JOURNAL (source), result, &merged, &error);
  /* To take in the others' entries is one change. Any other may have come after our file was
   * written, so it is written again. */
  if (self->n_changes > (ok ? 1 : 0))
    share_soon (self);
  if (merged.n_unread > 0)
    error = g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                                 _ ("What another computer wrote there cannot be read yet. Legato "
                                    "tries again."));
  set_error (self, &self->share_error, error);
}

static void
share (LegatoAutomaticCopies *self)
{
  g_clear_handle_id (&self->share_id, g_source_remove);
  if (get_journal (self) == NULL || self->sharing || *self->shared_folder == '\0')
    return;
  self->sharing = TRUE;
  self->n_changes = 0;
  legato_journal_sync_folder_async (get_journal (self), self->shared_folder, NULL, NULL,
                                    self->cancellable, shared_cb, g_object_ref (self));
}

static gboolean
share_cb (gpointer data)
{
  LegatoAutomaticCopies *self = data;

  self->share_id = 0;
  share (self);
  return G_SOURCE_REMOVE;
}

static void
share_soon (LegatoAutomaticCopies *self)
{
  if (*self->shared_folder != '\0' && self->share_id == 0)
    self->share_id = g_timeout_add_seconds (SHARE_AFTER_S, share_cb, self);
}

static void set_look (LegatoAutomaticCopies *self, guint seconds);

/* What other computers brought need not be written for them. An answer to a reminder may be all
 * that happens on a day, and is copied too. */
static void
journal_changed_cb (LegatoAutomaticCopies *self)
{
  if (self->sharing)
    self->n_changes++;
  else
    share_soon (self);
  if (!self->attended && self->look_id == 0 && is_copy_due (self))
    set_look (self, FIRST_LOOK_S);
}

static void
folder_changed_cb (LegatoAutomaticCopies *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  g_autofree char *name = g_file_get_basename (other != NULL ? other : file);

  if (event != G_FILE_MONITOR_EVENT_DELETED && get_journal (self) != NULL
      && legato_journal_is_from_others (get_journal (self), name))
    share_soon (self);
}

static void
watch_shared_folder (LegatoAutomaticCopies *self)
{
  g_autoptr (GFile) folder = NULL;

  g_clear_object (&self->monitor);
  if (*self->shared_folder == '\0')
    return;
  folder = g_file_new_for_path (self->shared_folder);
  /* Where there is nothing to watch by, it is looked at every hour while somebody is there. */
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Does what is due. Without a window nothing wakes the program before a reminder does. */
static gboolean
look_cb (gpointer data)
{
  LegatoAutomaticCopies *self = data;

  self->look_id = 0;
  if (is_copy_due (self))
    legato_automatic_copies_copy (self);
  share (self);
  if (self->attended)
    set_look (self, LOOK_EVERY_S);
  return G_SOURCE_REMOVE;
}

static void
set_look (LegatoAutomaticCopies *self, guint seconds)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (get_journal (self) != NULL)
    self->look_id = g_timeout_add_seconds (seconds, look_cb, self);
}

static void
journal_cb (LegatoAutomaticCopies *self)
{
  g_signal_group_set_target (self->journal_signals, get_journal (self));
  set_look (self, FIRST_LOOK_S);
  changed (self);
}

static void
set_path (char **place, const GValue *value)
{
  g_free (*place);
  *place = g_value_dup_string (value);
  if (*place == NULL)
    *place = g_strdup ("");
}

static void
legato_automatic_copies_dispose (GObject *object)
{
  LegatoAutomaticCopies *self = LEGATO_AUTOMATIC_COPIES (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->share_id, g_source_remove);
  g_clear_object (&self->journal_signals);
  g_clear_object (&self->monitor);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (legato_automatic_copies_parent_class)->dispose (object);
}

static void
legato_automatic_copies_finalize (GObject *object)
{
  LegatoAutomaticCopies *self = LEGATO_AUTOMATIC_COPIES (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->shared_folder, g_free);
  g_clear_error (&self->copy_error);
  g_clear_error (&self->share_error);

  G_OBJECT_CLASS (legato_automatic_copies_parent_class)->finalize (object);
}

static void
legato_automatic_copies_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  LegatoAutomaticCopies *self = LEGATO_AUTOMATIC_COPIES (object);

  switch (prop_id)
    {
    case PROP_DAILY:
      g_value_set_boolean (value, self->daily);
      break;
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    case PROP_DAYS:
      g_value_set_uint (value, self->days);
      break;
    case PROP_WEEKS:
      g_value_set_uint (value, self->weeks);
      break;
    case PROP_SHARED_FOLDER:
      g_value_set_string (value, self->shared_folder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_automatic_copies_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  LegatoAutomaticCopies *self = LEGATO_AUTOMATIC_COPIES (object);

  switch (prop_id)
    {
    case PROP_DAILY:
      self->daily = g_value_get_boolean (value);
      set_look (self, FIRST_LOOK_S);
      break;
    case PROP_FOLDER:
      set_path (&self->folder, value);
      g_clear_error (&self->copy_error);
      set_look (self, FIRST_LOOK_S);
      break;
    case PROP_DAYS:
      self->days = g_value_get_uint (value);
      break;
    case PROP_WEEKS:
      self->weeks = g_value_get_uint (value);
      break;
    case PROP_SHARED_FOLDER:
      set_path (&self->shared_folder, value);
      g_clear_error (&self->share_error);
      watch_shared_folder (self);
      share_soon (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  changed (self);
}

static void
legato_automatic_copies_class_init (LegatoAutomaticCopiesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = legato_automatic_copies_dispose;
  object_class->finalize = legato_automatic_copies_finalize;
  object_class->get_property = legato_automatic_copies_get_property;
  object_class->set_property = legato_automatic_copies_set_property;

  properties[PROP_DAILY] = g_param_spec_boolean ("daily", NULL, NULL, FALSE, flags);
  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, "", flags);
  properties[PROP_DAYS] = g_param_spec_uint ("days", NULL, NULL, 1, 31, 7, flags);
  properties[PROP_WEEKS] = g_param_spec_uint ("weeks", NULL, NULL, 0, 52, 4, flags);
  properties[PROP_SHARED_FOLDER] = g_param_spec_string ("shared-folder", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", LEGATO_TYPE_AUTOMATIC_COPIES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_automatic_copies_init (LegatoAutomaticCopies *self)
{
  self->cancellable = g_cancellable_new ();
  self->folder = g_strdup ("");
  self->shared_folder = g_strdup ("");
  self->days = 7;
  self->weeks = 4;
  self->journal_signals = g_signal_group_new (LEGATO_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->journal_signals, "changed", G_CALLBACK (journal_changed_cb),
                                  self);
  /* Entries that had waited beside the journal may be in it now. */
  g_signal_group_connect_swapped (self->journal_signals, "state-changed",
                                  G_CALLBACK (journal_changed_cb), self);
}

/** Returns: (transfer full): what copies the journal of @connection, and does nothing until it is
 * told what by its properties */
LegatoAutomaticCopies *
legato_automatic_copies_new (LegatoJournalConnection *connection)
{
  LegatoAutomaticCopies *self = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (connection), NULL);

  self = g_object_new (LEGATO_TYPE_AUTOMATIC_COPIES, NULL);
  self->connection = g_object_ref (connection);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  journal_cb (self);
  return self;
}

/**
 * legato_automatic_copies_set_attended:
 * @attended: whether the program has a window: then it is looked every hour what is due, else only
 *   when the journal was opened or has changed
 */
void
legato_automatic_copies_set_attended (LegatoAutomaticCopies *self, gboolean attended)
{
  g_return_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self));

  if (self->attended == attended)
    return;
  self->attended = attended;
  set_look (self, FIRST_LOOK_S);
}

/** Returns: (transfer full): path of the folder that the copies are in */
char *
legato_automatic_copies_dup_folder (LegatoAutomaticCopies *self)
{
  g_return_val_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self), NULL);
  return *self->folder != '\0' ? g_strdup (self->folder)
                               : legato_journal_get_default_backup_folder ();
}

/** Returns: (transfer full) (nullable): when the newest copy was made, in local time */
GDateTime *
legato_automatic_copies_dup_last (LegatoAutomaticCopies *self)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self), NULL);

  folder = legato_automatic_copies_dup_folder (self);
  return legato_journal_get_last_backup (folder,
                                         legato_journal_connection_get_path (self->connection));
}

/** Returns: whether a copy is being made */
gboolean
legato_automatic_copies_is_copying (LegatoAutomaticCopies *self)
{
  g_return_val_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self), FALSE);
  return self->copying;
}

/** Returns: (transfer none) (nullable): why there is no copy of today */
const GError *
legato_automatic_copies_get_copy_error (LegatoAutomaticCopies *self)
{
  g_return_val_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self), NULL);
  return self->copy_error;
}

/** Returns: (transfer none) (nullable): why the shared folder and the journal are not in step */
const GError *
legato_automatic_copies_get_share_error (LegatoAutomaticCopies *self)
{
  g_return_val_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self), NULL);
  return self->share_error;
}

/** legato_automatic_copies_copy: makes a copy now, unless one is being made. */
void
legato_automatic_copies_copy (LegatoAutomaticCopies *self)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self));

  if (self->copying || get_journal (self) == NULL)
    return;
  folder = legato_automatic_copies_dup_folder (self);
  self->copying = TRUE;
  legato_journal_make_backup_async (get_journal (self), folder, self->days, self->weeks, NULL, NULL,
                                    self->cancellable, copied_cb, g_object_ref (self));
  changed (self);
}

/**
 * legato_automatic_copies_end:
 *
 * The program ends: what the other computers should know is written for them, a copy that is being
 * made is left for the next time. Returns when nothing is under way any more.
 */
void
legato_automatic_copies_end (LegatoAutomaticCopies *self)
{
  g_return_if_fail (LEGATO_IS_AUTOMATIC_COPIES (self));

  /* Once more for what came meanwhile, and no more: other programs may never stop. */
  for (int i = 0; i < 2 && (self->share_id != 0 || self->sharing); i++)
    {
      if (self->share_id != 0)
        share (self);
      while (self->sharing)
        g_main_context_iteration (NULL, TRUE);
    }
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->share_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  while (self->copying)
    g_main_context_iteration (NULL, TRUE);
}

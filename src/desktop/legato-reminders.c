/* legato-reminders.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-alarm.h"
#include "legato-dates.h"
#include "legato-follow-ups.h"
#include "legato-journal-profile.h"
#include "legato-local-zone.h"
#include "legato-notice-answers.h"
#include "legato-reminders-testing.h"

/* "Later" on a notification. */
#define SNOOZE_S (30 * 60)

/* Until the journal is read again that could not be: what falls due meanwhile is still shown then.
 */
#define READ_AGAIN_S (4 * 60)

struct _LegatoReminders
{
  GObject parent_instance;

  /* Owned references */
  GSettings *settings;
  LegatoJournalConnection *connection;
  LegatoJournal *journal;
  GFileMonitor *zone_monitor;
  GCancellable *cancellable;

  LegatoAlarm *alarm; /* (nullable): until it is first set */
  LegatoReminderChoice choice;
  LegatoReminderFacts facts;
  char *session; /* (nullable): UUID of the one that is asked about */
  gint64 alarm_time;
  gint64 fixed_now; /* 0: that of the clock */
  gboolean active;
  gboolean held; /* a warning sign stands */
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

enum
{
  DUE,
  ANSWERED,
  MISSED_CHANGED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoReminders, legato_reminders, G_TYPE_OBJECT)

LEGATO_DEFINE_ENUM (LegatoReminder,
                    reminder,
                    LEGATO_ENUM_VALUE (REMINDER_SESSION, "session"),
                    LEGATO_ENUM_VALUE (REMINDER_NEXT_DAY, "next-day"),
                    LEGATO_ENUM_VALUE (REMINDER_SECOND_DAY, "second-day"),
                    LEGATO_ENUM_VALUE (REMINDER_MOVE, "move"),
                    LEGATO_ENUM_VALUE (REMINDER_LEGS_UP, "legs-up"))

static gint64
get_now (LegatoReminders *self)
{
  return self->fixed_now != 0 ? self->fixed_now : g_get_real_time () / G_USEC_PER_SEC;
}

static void
read_choice (LegatoReminders *self)
{
  GSettings *settings = self->settings;
  gboolean active = FALSE;

  self->choice = (LegatoReminderChoice){
    .session_days = g_settings_get_uint (settings, "reminder-session-days"),
    .session_minute = g_settings_get_uint (settings, "reminder-session-minute"),
    .follow_ups = g_settings_get_boolean (settings, "reminder-follow-ups"),
    .move_days = g_settings_get_uint (settings, "reminder-move-days"),
    .move_from = g_settings_get_uint (settings, "reminder-move-from"),
    .move_until = g_settings_get_uint (settings, "reminder-move-until"),
    .legs_up_days = g_settings_get_uint (settings, "reminder-legs-up-days"),
    .legs_up_minute = g_settings_get_uint (settings, "reminder-legs-up-minute"),
    .quiet_from = g_settings_get_uint (settings, "quiet-from"),
    .quiet_until = g_settings_get_uint (settings, "quiet-until"),
  };
  active = self->choice.session_days != 0 || self->choice.follow_ups || self->choice.move_days != 0
           || self->choice.legs_up_days != 0;
  if (active != self->active)
    {
      self->active = active;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
    }
}

/* The settings are kept as text, so that another reminder does not move those that are there. */
static void
read_snoozed (LegatoReminders *self)
{
  g_autoptr (GVariant) snoozed = g_settings_get_value (self->settings, "reminders-snoozed");

  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    {
      self->facts.snoozed[i] = 0;
      g_variant_lookup (snoozed, legato_reminder_to_id ((LegatoReminder) i), "x",
                        &self->facts.snoozed[i]);
    }
}

static void
write_snoozed (LegatoReminders *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sx}"));
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    if (self->facts.snoozed[i] != 0)
      g_variant_builder_add (&builder, "{sx}", legato_reminder_to_id ((LegatoReminder) i),
                             self->facts.snoozed[i]);
  g_settings_set_value (self->settings, "reminders-snoozed", g_variant_builder_end (&builder));
}

static void
read_facts (LegatoReminders *self, GTimeZone *zone, GPtrArray *entries)
{
  LegatoReminderFacts facts = { 0 };
  const LegatoEntry *session = legato_follow_ups_get_session (entries);

  if (session != NULL)
    {
      gboolean over = FALSE;

      facts.session_end = g_date_time_to_unix (session->at) + session->done_s;
      facts.session_s = session->done_s;
      /* By then nobody asks any more, so neither is there anything to catch up. */
      over = legato_schedule_get_end_of_questions (&self->choice, &facts, zone) <= get_now (self);
      facts.next_day_answered =
          over || legato_follow_ups_is_answered (entries, session, LEGATO_MOMENT_NEXT_DAY);
      facts.second_day_answered =
          over || legato_follow_ups_is_answered (entries, session, LEGATO_MOMENT_SECOND_DAY);
    }
  self->facts = facts;
  g_free (self->session);
  self->session = session != NULL ? g_strdup (session->uuid) : NULL;
  read_snoozed (self);
}

/* @id: "" for none */
static void
set_missed (LegatoReminders *self, const char *id, gint64 at)
{
  const char *last = NULL;
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "reminders-missed");

  g_variant_get (value, "(&sx)", &last, NULL);
  if (g_str_equal (last, id))
    return;
  g_settings_set (self->settings, "reminders-missed", "(sx)", id, at);
  g_signal_emit (self, signals[MISSED_CHANGED], 0);
}

/* Whether what was missed has been done since, or is too long ago to be asked. */
static gboolean
is_over (LegatoReminders *self, LegatoReminder missed, gint64 at)
{
  const LegatoReminderFacts *facts = &self->facts;

  if (facts->session_end > at)
    return TRUE;
  switch (missed)
    {
    case LEGATO_REMINDER_SESSION:
      return self->choice.session_days == 0;
    case LEGATO_REMINDER_NEXT_DAY:
      return !self->choice.follow_ups || facts->session_end == 0 || facts->next_day_answered;
    case LEGATO_REMINDER_SECOND_DAY:
      return !self->choice.follow_ups || facts->session_end == 0 || facts->second_day_answered;
    case LEGATO_REMINDER_MOVE:
    case LEGATO_REMINDER_LEGS_UP:
    case LEGATO_N_REMINDERS:
    default:
      return TRUE;
    }
}

/* What a warning sign that stands speaks against, as bits: nobody is sent to a session that would
 * be refused, nor to walk on a leg that may be broken. */
#define HELD_BY_SIGNS (1u << LEGATO_REMINDER_SESSION | 1u << LEGATO_REMINDER_MOVE)

static gboolean
is_held (LegatoReminders *self, LegatoReminder reminder)
{
  return self->held && (HELD_BY_SIGNS & 1u << reminder) != 0;
}

/* Whether @missed is among the @due, or its session's second question is. */
static gboolean
comes_anew (guint due, LegatoReminder missed)
{
  return (due & 1u << missed) != 0
         || (missed == LEGATO_REMINDER_NEXT_DAY && (due & 1u << LEGATO_REMINDER_SECOND_DAY) != 0);
}

/* @due: what is shown now */
static void
catch_up (LegatoReminders *self, GTimeZone *zone, gint64 shown, gint64 now, guint due)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "reminders-missed");
  const char *id = NULL;
  LegatoReminder missed;
  gint64 at = 0;

  if (legato_schedule_find_missed (&self->choice, &self->facts, zone, shown, now, &missed, &at)
      && !comes_anew (due, missed) && !is_held (self, missed))
    {
      set_missed (self, legato_reminder_to_id (missed), at);
      return;
    }
  g_variant_get (value, "(&sx)", &id, &at);
  if (legato_reminder_from_id (id, &missed)
      && (comes_anew (due, missed) || is_held (self, missed) || is_over (self, missed, at)))
    set_missed (self, "", 0);
}

/* Whether the time of a question about the latest session has come; one that stands before that is
 * about a session before. */
static gboolean
is_asked (LegatoReminders *self, GTimeZone *zone, LegatoReminder reminder, gint64 now)
{
  return legato_schedule_get_question (&self->choice, &self->facts, zone, reminder) <= now;
}

/* Takes back the questions that are not asked any more. The second day's takes the place of the
 * first's: how the legs are today would be said of yesterday. */
static void
take_back_questions (LegatoReminders *self, GTimeZone *zone, gint64 now)
{
  gboolean second = is_asked (self, zone, LEGATO_REMINDER_SECOND_DAY, now);

  if (self->facts.next_day_answered || second
      || !is_asked (self, zone, LEGATO_REMINDER_NEXT_DAY, now))
    g_signal_emit (self, signals[ANSWERED], 0, LEGATO_REMINDER_NEXT_DAY);
  if (self->facts.second_day_answered || !second)
    g_signal_emit (self, signals[ANSWERED], 0, LEGATO_REMINDER_SECOND_DAY);
}

static void
show_due (LegatoReminders *self, GTimeZone *zone, gint64 now)
{
  gint64 shown = g_settings_get_int64 (self->settings, "reminders-shown");
  guint due = 0;
  gboolean woken = FALSE;

  /* Before the first time, and after the clock was set back, nothing has been missed. */
  if (shown == 0 || shown > now)
    shown = now;
  due = legato_schedule_get_due (&self->choice, &self->facts, zone, shown, now);
  g_settings_set_int64 (self->settings, "reminders-shown", now);
  catch_up (self, zone, shown, now, due);
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    if (legato_schedule_has_come_back (&self->choice, &self->facts, zone, (LegatoReminder) i, now))
      {
        self->facts.snoozed[i] = 0;
        woken = TRUE;
      }
  if (woken)
    write_snoozed (self);

  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    if (is_held (self, (LegatoReminder) i))
      g_signal_emit (self, signals[ANSWERED], 0, i);
    else if (due & 1u << i)
      g_signal_emit (self, signals[DUE], 0, i, self->session);
  take_back_questions (self, zone, now);
  /* A session in the last hours is what the reminder of it was for. */
  if (self->facts.session_end != 0 && now - self->facts.session_end < 60 * 60)
    g_signal_emit (self, signals[ANSWERED], 0, LEGATO_REMINDER_SESSION);
}

static void
ring_cb (gpointer data)
{
  legato_reminders_check (data);
}

static void
set_alarm (LegatoReminders *self, gint64 time)
{
  g_autoptr (GError) error = NULL;

  self->alarm_time = time;
  /* A clock that a test has set means nothing to the system's. */
  if (self->fixed_now != 0 || (self->alarm == NULL && time == LEGATO_NEVER))
    return;
  if (self->alarm == NULL)
    self->alarm = legato_alarm_new (ring_cb, self, &error);
  if (self->alarm == NULL || !legato_alarm_set (self->alarm, time, &error))
    g_signal_emit (self, signals[FAILED], 0, _ ("Reminders do not work just now"), error->message);
}

/* When the questions that are still open are to be taken back. */
static gint64
get_end_of_questions (LegatoReminders *self, GTimeZone *zone)
{
  const LegatoReminderFacts *facts = &self->facts;

  if (!self->choice.follow_ups || (facts->next_day_answered && facts->second_day_answered))
    return LEGATO_NEVER;
  return legato_schedule_get_end_of_questions (&self->choice, facts, zone);
}

static void
act (LegatoReminders *self, GTimeZone *zone)
{
  gint64 now = get_now (self);

  show_due (self, zone, now);
  set_alarm (self, MIN (legato_schedule_get_next (&self->choice, &self->facts, zone, now),
                        get_end_of_questions (self, zone)));
}

/* One reading of the journal. */
typedef struct
{
  LegatoReminders *reminders;
  GCancellable *cancellable;
  GPtrArray *entries; /* (nullable) (element-type LegatoEntry): until they are listed */
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->reminders);
  g_object_unref (check->cancellable);
  g_clear_pointer (&check->entries, g_ptr_array_unref);
  g_free (check);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

/* Nobody waits for it: what falls due meanwhile is shown when the journal can be read. */
static void
read_again_later (LegatoReminders *self, const GError *error)
{
  g_warning ("The journal could not be read for reminders: %s", error->message);
  set_alarm (self, get_now (self) + READ_AGAIN_S);
}

static void
standing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStanding) standing =
      legato_journal_get_standing_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (Check) check = data;
  g_autoptr (GTimeZone) zone = legato_local_zone_read ();
  LegatoReminders *self = check->reminders;

  if (g_cancellable_is_cancelled (check->cancellable))
    return;
  if (standing == NULL)
    {
      read_again_later (self, error);
      return;
    }
  self->held = FALSE;
  for (guint i = 0; i < standing->flags->len; i++)
    self->held |= ((const LegatoFlag *) standing->flags->pdata[i])->answer == LEGATO_FLAG_STANDS;
  read_facts (self, zone, check->entries);
  act (self, zone);
}

static void
not_noted_cb (gpointer self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, _ ("Your answer is not in your journal yet"),
                 error->message);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      legato_journal_list_finish (LEGATO_JOURNAL (source), result, &error);
  g_autoptr (Check) check = data;
  LegatoReminders *self = check->reminders;
  GCancellable *cancellable = check->cancellable;

  /* There is a later check, or nobody to tell; what an earlier one has read may be out of date even
   * where it was read to the end. */
  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (entries == NULL)
    {
      read_again_later (self, error);
      return;
    }
  legato_notice_answers_note (self->settings, self->connection, entries, not_noted_cb,
                              G_OBJECT (self));
  if (!self->active)
    return;
  check->entries = g_steal_pointer (&entries);
  legato_journal_get_standing_async (LEGATO_JOURNAL (source), cancellable, standing_cb,
                                     g_steal_pointer (&check));
}

/* Lists what may be asked, and what an answer that waits may be about. */
static void
list_recent (LegatoReminders *self)
{
  g_autoptr (GTimeZone) zone = legato_local_zone_read ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (get_now (self));
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  guint32 answered = legato_notice_answers_get_day (self->settings);
  guint32 day = legato_dates_get_day (now) - LEGATO_FOLLOW_UP_DAYS;
  Check *check = g_new0 (Check, 1);
  GDate from;

  self->cancellable = g_cancellable_new ();
  check->reminders = g_object_ref (self);
  check->cancellable = g_object_ref (self->cancellable);
  g_date_clear (&from, 1);
  if (answered != LEGATO_NO_NOTICE_ANSWERS)
    day = MIN (day, answered - LEGATO_NOTICE_ANSWER_DAYS);
  g_date_set_julian (&from, day);
  legato_journal_list_async (self->journal, &from, NULL, 0, 0, self->cancellable, listed_cb, check);
}

/**
 * legato_reminders_check:
 *
 * Reads the journal, notes the answers that wait for it, says what is due now, and sleeps until the
 * next. Does nothing while nothing was chosen, or until it is known whether the journal opens.
 */
void
legato_reminders_check (LegatoReminders *self)
{
  g_return_if_fail (LEGATO_IS_REMINDERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!self->active)
    {
      set_missed (self, "", 0);
      set_alarm (self, LEGATO_NEVER);
      if (legato_notice_answers_get_day (self->settings) == LEGATO_NO_NOTICE_ANSWERS)
        return;
    }
  if (self->journal == NULL)
    legato_journal_connection_open (self->connection);
  else
    list_recent (self);
}

/**
 * legato_reminders_get_missed:
 * @missed: (out): what fell due while the computer was off, and has neither been done nor let go
 *
 * Returns: whether there is something: one thing, however much fell due
 */
gboolean
legato_reminders_get_missed (LegatoReminders *self, LegatoReminder *missed)
{
  g_autoptr (GVariant) value = NULL;
  const char *id = NULL;

  g_return_val_if_fail (LEGATO_IS_REMINDERS (self) && missed != NULL, FALSE);

  value = g_settings_get_value (self->settings, "reminders-missed");
  g_variant_get (value, "(&sx)", &id, NULL);
  return legato_reminder_from_id (id, missed);
}

/** legato_reminders_let_go: what was missed is not said any more. */
void
legato_reminders_let_go (LegatoReminders *self)
{
  g_return_if_fail (LEGATO_IS_REMINDERS (self));
  set_missed (self, "", 0);
}

/**
 * legato_reminders_snooze: puts off @reminder, which is shown, by half an hour
 */
void
legato_reminders_snooze (LegatoReminders *self, LegatoReminder reminder)
{
  g_return_if_fail (LEGATO_IS_REMINDERS (self) && reminder < LEGATO_N_REMINDERS);

  read_snoozed (self);
  self->facts.snoozed[reminder] = get_now (self) + SNOOZE_S;
  write_snoozed (self);
  legato_reminders_check (self);
}

/**
 * legato_reminders_answer:
 * @session: UUID of the session that was asked about
 * @reminder: %LEGATO_REMINDER_NEXT_DAY or %LEGATO_REMINDER_SECOND_DAY
 *
 * Notes how the legs are today, compared with before @session; as soon as the journal can be read,
 * be it at the next start. Where @session is gone, or the answer is known, nothing is noted.
 */
void
legato_reminders_answer (LegatoReminders *self,
                         const char *session,
                         LegatoReminder reminder,
                         LegatoCompared compared)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (LEGATO_IS_REMINDERS (self) && session != NULL);
  g_return_if_fail (reminder == LEGATO_REMINDER_NEXT_DAY || reminder == LEGATO_REMINDER_SECOND_DAY);

  now = g_date_time_new_from_unix_local (get_now (self));
  legato_notice_answers_add (self->settings, session,
                             reminder == LEGATO_REMINDER_NEXT_DAY ? LEGATO_MOMENT_NEXT_DAY
                                                                  : LEGATO_MOMENT_SECOND_DAY,
                             compared, legato_dates_get_day (now));
  legato_reminders_check (self);
}

static void
chosen_cb (LegatoReminders *self, const char *key)
{
  if (!g_str_has_prefix (key, "reminder-") && !g_str_has_prefix (key, "quiet-"))
    return;
  read_choice (self);
  /* What was not wanted yet has not been missed. */
  g_settings_set_int64 (self->settings, "reminders-shown", get_now (self));
  legato_reminders_check (self);
}

static void
journal_opened_cb (LegatoReminders *self)
{
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_set_object (&self->journal, legato_journal_connection_get_journal (self->connection));
  if (self->journal == NULL)
    return;
  g_signal_connect_object (self->journal, "changed", G_CALLBACK (legato_reminders_check), self,
                           G_CONNECT_SWAPPED);
  legato_reminders_check (self);
}

/* Where the journal will not open without somebody's help, nothing is known of sessions: what comes
 * at a time of day comes all the same. */
static void
journal_failed_cb (LegatoReminders *self)
{
  const GError *error = legato_journal_connection_get_error (self->connection);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GPtrArray) none = NULL;

  if (!self->active || error == NULL || legato_journal_error_may_pass (error)
      || legato_journal_connection_get_journal (self->connection) != NULL)
    return;
  zone = legato_local_zone_read ();
  none = g_ptr_array_new ();
  read_facts (self, zone, none);
  act (self, zone);
}

static void
legato_reminders_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, LEGATO_REMINDERS (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
legato_reminders_dispose (GObject *object)
{
  LegatoReminders *self = LEGATO_REMINDERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->alarm, legato_alarm_free);
  g_clear_object (&self->zone_monitor);
  g_clear_object (&self->journal);
  g_clear_object (&self->connection);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (legato_reminders_parent_class)->dispose (object);
}

static void
legato_reminders_class_init (LegatoRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = legato_reminders_get_property;
  object_class->dispose = legato_reminders_dispose;

  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MISSED_CHANGED] = g_signal_new ("missed-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DUE] = g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, LEGATO_TYPE_REMINDER, G_TYPE_STRING);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, LEGATO_TYPE_REMINDER);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
legato_reminders_init (LegatoReminders *self)
{
  g_autoptr (GError) error = NULL;

  self->alarm_time = LEGATO_NEVER;
  self->zone_monitor = legato_local_zone_monitor (&error);
  if (self->zone_monitor == NULL)
    g_message ("Another time zone will be noticed only at the next reminder: %s", error->message);
  else
    g_signal_connect_object (self->zone_monitor, "changed", G_CALLBACK (legato_reminders_check),
                             self, G_CONNECT_SWAPPED);
}

/**
 * legato_reminders_new:
 * @settings: those of the program
 * @connection: is opened when there is something to be reminded of
 *
 * Looks as soon as somebody calls legato_reminders_check(), and whenever settings, journal, clock
 * or zone change.
 */
LegatoReminders *
legato_reminders_new (GSettings *settings, LegatoJournalConnection *connection)
{
  LegatoReminders *self = g_object_new (LEGATO_TYPE_REMINDERS, NULL);

  self->settings = g_object_ref (settings);
  self->connection = g_object_ref (connection);
  read_choice (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (journal_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_object (&self->journal, legato_journal_connection_get_journal (connection));
  if (self->journal != NULL)
    g_signal_connect_object (self->journal, "changed", G_CALLBACK (legato_reminders_check), self,
                             G_CONNECT_SWAPPED);
  return self;
}

gboolean
legato_reminders_get_active (LegatoReminders *self)
{
  g_return_val_if_fail (LEGATO_IS_REMINDERS (self), FALSE);

  return self->active;
}

/** legato_reminders_set_now: for tests: the present, in seconds since 1970, in place of the clock's
 */
void
legato_reminders_set_now (LegatoReminders *self, gint64 now)
{
  self->fixed_now = now;
}

/** legato_reminders_get_alarm: for tests: for when the alarm is set, in seconds since 1970 */
gint64
legato_reminders_get_alarm (LegatoReminders *self)
{
  return self->alarm_time;
}

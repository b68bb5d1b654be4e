/* legato-reminder-notices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-reminder-notices.h"

/* Opens the move that is reminded of, with somebody who does it. */
#define SHOW_MARCHING "app.tip::walk-on-the-spot"

/*
 * What each says. A locked screen may show it, so nothing of it tells how somebody is.
 * @action: what a click on it does, with a detail where the action takes one
 * @button, @button_action: another thing to do, or %NULL
 */
static const struct
{
  const char *title;
  const char *body;
  const char *action;
  const char *button;
  const char *button_action;
} notices[LEGATO_N_REMINDERS] = {
  [LEGATO_REMINDER_SESSION] = { N_ ("Time for your legs"), N_ ("Three minutes is enough."),
                                "app.show", N_ ("Three Minutes"), "app.start-three-minute" },
  /* A click on it opens the card that asks what may follow a session (R-AFTER). */
  [LEGATO_REMINDER_NEXT_DAY] = { N_ ("How are your legs today?"),
                                 N_ ("Red skin, more swelling, more pain? Open the journal first."),
                                 "app.ask", NULL, NULL },
  [LEGATO_REMINDER_SECOND_DAY] = { N_ ("How are your legs today?"),
                                   N_ ("Red skin, more swelling, more pain? Open the journal "
                                       "first."),
                                   "app.ask", NULL, NULL },
  [LEGATO_REMINDER_MOVE] = { N_ ("A minute on your feet?"),
                             N_ ("Walk a little, or march on the spot."), SHOW_MARCHING,
                             N_ ("Show Me"), SHOW_MARCHING },
  [LEGATO_REMINDER_LEGS_UP] = { N_ ("Legs up for ten minutes?"),
                                N_ ("Sit back or lie down, with your legs raised."), "app.show",
                                NULL, NULL },
};

static char *
dup_id (LegatoReminder reminder)
{
  return g_strconcat ("reminder-", legato_reminder_to_id (reminder), NULL);
}

/* How the legs are after a session is said on the notice itself; most desktops show three buttons.
 */
static void
add_answers (GNotification *notice, LegatoReminder reminder, const char *session)
{
  static const char *const labels[] = { N_ ("Better"), N_ ("The Same"), N_ ("Worse") };

  for (int i = LEGATO_COMPARED_BETTER; i <= LEGATO_COMPARED_WORSE; i++)
    {
      g_autofree char *answer =
          g_strdup_printf ("%s/%s/%s", legato_reminder_to_id (reminder),
                           legato_compared_to_id ((LegatoCompared) i), session);

      g_notification_add_button_with_target (notice, _ (labels[i]), "app.follow-up", "s", answer);
    }
}

static void
due_cb (GApplication *application,
        LegatoReminder reminder,
        const char *session,
        LegatoReminders *reminders)
{
  g_autoptr (GNotification) notice =
      g_notification_new (legato_reminder_notices_get_title (reminder));
  g_autofree char *id = dup_id (reminder);
  g_autofree char *later = g_strconcat ("app.snooze::", legato_reminder_to_id (reminder), NULL);

  g_notification_set_body (notice, legato_reminder_notices_get_body (reminder));
  g_notification_set_default_action (notice, notices[reminder].action);
  if (notices[reminder].button != NULL)
    g_notification_add_button (notice, _ (notices[reminder].button),
                               notices[reminder].button_action);
  if (reminder == LEGATO_REMINDER_NEXT_DAY || reminder == LEGATO_REMINDER_SECOND_DAY)
    add_answers (notice, reminder, session);
  else
    g_notification_add_button (notice, _ ("Later"), later);
  /* Quiet: it waits in the list without covering what somebody does. */
  g_notification_set_priority (notice, G_NOTIFICATION_PRIORITY_LOW);
  g_application_send_notification (application, id, notice);
}

static void
answered_cb (GApplication *application, LegatoReminder reminder, LegatoReminders *reminders)
{
  g_autofree char *id = dup_id (reminder);

  g_application_withdraw_notification (application, id);
}

static void
failed_cb (GApplication *application, const char *what, const char *why, LegatoReminders *reminders)
{
  g_autoptr (GNotification) notice = g_notification_new (what);

  g_notification_set_body (notice, why);
  g_notification_set_default_action (notice, "app.show");
  g_notification_set_priority (notice, G_NOTIFICATION_PRIORITY_LOW);
  g_application_send_notification (application, "reminders-failed", notice);
}

static void
snooze_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoReminder reminder;

  if (legato_reminder_from_id (g_variant_get_string (parameter, NULL), &reminder))
    legato_reminders_snooze (data, reminder);
}

/* "next-day/better/", then the UUID of the session that was asked about */
static void
follow_up_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 3);
  LegatoReminder reminder;
  LegatoCompared compared;

  if (g_strv_length (parts) == 3 && legato_reminder_from_id (parts[0], &reminder)
      && (reminder == LEGATO_REMINDER_NEXT_DAY || reminder == LEGATO_REMINDER_SECOND_DAY)
      && legato_compared_from_id (parts[1], &compared))
    legato_reminders_answer (data, parts[2], reminder, compared);
}

/* While there is something to remind of, the program stays without a window. */
static void
active_cb (GApplication *application, GParamSpec *pspec, LegatoReminders *reminders)
{
  if (legato_reminders_get_active (reminders))
    g_application_hold (application);
  else
    g_application_release (application);
}

/* It comes back with the session then. */
static void
ask_for_background (LegatoBackground *background, GParamSpec *pspec, LegatoReminders *reminders)
{
  legato_background_request (background, legato_reminders_get_active (reminders),
                             _ ("Remind you of what you chose"));
}

/** Returns: (transfer none): what a reminder says, in a few words */
const char *
legato_reminder_notices_get_title (LegatoReminder reminder)
{
  g_return_val_if_fail (reminder < LEGATO_N_REMINDERS, "");
  return _ (notices[reminder].title);
}

/** Returns: (transfer none): what it says below */
const char *
legato_reminder_notices_get_body (LegatoReminder reminder)
{
  g_return_val_if_fail (reminder < LEGATO_N_REMINDERS, "");
  return _ (notices[reminder].body);
}

/**
 * legato_reminder_notices_attach:
 * @application: registered; has the actions `show`, `ask`, `tip` and `start-three-minute`
 *
 * Shows what @reminders tells, takes it back when it was done, and keeps @application running as
 * long as there is something to remind of, also in later sessions.
 */
void
legato_reminder_notices_attach (GApplication *application,
                                LegatoReminders *reminders,
                                LegatoBackground *background)
{
  g_autoptr (GSimpleAction) snooze = g_simple_action_new ("snooze", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) follow_up = g_simple_action_new ("follow-up", G_VARIANT_TYPE_STRING);

  g_return_if_fail (G_IS_APPLICATION (application) && LEGATO_IS_REMINDERS (reminders));
  g_return_if_fail (LEGATO_IS_BACKGROUND (background));

  g_signal_connect_object (snooze, "activate", G_CALLBACK (snooze_action), reminders, 0);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (snooze));
  g_signal_connect_object (follow_up, "activate", G_CALLBACK (follow_up_action), reminders, 0);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (follow_up));
  g_signal_connect_object (reminders, "due", G_CALLBACK (due_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "answered", G_CALLBACK (answered_cb), application,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "failed", G_CALLBACK (failed_cb), application,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "notify::active", G_CALLBACK (active_cb), application,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "notify::active", G_CALLBACK (ask_for_background), background,
                           G_CONNECT_SWAPPED);
  if (legato_reminders_get_active (reminders))
    g_application_hold (application);
  /* What the desktop allows may be other than the last time. Where nothing is wanted any more, it
   * has not been told so if the program was quit before it answered. */
  if (legato_reminders_get_active (reminders) || legato_background_has_answer (background))
    ask_for_background (background, NULL, reminders);
  legato_reminders_check (reminders);
}

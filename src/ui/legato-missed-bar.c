/* legato-missed-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-announcer.h"
#include "legato-missed-bar.h"
#include "legato-reminder-notices.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

struct _LegatoMissedBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *follow;

  /* Owned references */
  LegatoReminders *reminders;
};

G_DEFINE_FINAL_TYPE (LegatoMissedBar, legato_missed_bar, GTK_TYPE_WIDGET)

static void
show (LegatoMissedBar *self)
{
  LegatoReminder missed;
  gboolean any = legato_reminders_get_missed (self->reminders, &missed);

  /* A revealer that shows nothing would still ask for the width of its child. */
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), any);
  gtk_revealer_set_reveal_child (self->revealer, any);
  if (!any)
    return;
  gtk_label_set_label (self->title, legato_reminder_notices_get_title (missed));
  gtk_label_set_label (self->detail, legato_reminder_notices_get_body (missed));
  gtk_button_set_label (self->follow, missed == LEGATO_REMINDER_SESSION ? _ ("Three Minutes")
                                                                        : _ ("Open the Journal"));
}

/* Goes to what the reminder is about. */
static void
follow_cb (LegatoMissedBar *self)
{
  LegatoReminder missed;

  if (!legato_reminders_get_missed (self->reminders, &missed))
    return;
  legato_reminders_let_go (self->reminders);
  gtk_widget_activate_action (
      GTK_WIDGET (self), missed == LEGATO_REMINDER_SESSION ? "app.start-three-minute" : "app.ask",
      NULL);
}

static void
not_now_cb (LegatoMissedBar *self)
{
  legato_reminders_let_go (self->reminders);
}

static void
legato_missed_bar_dispose (GObject *object)
{
  LegatoMissedBar *self = LEGATO_MISSED_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (legato_missed_bar_parent_class)->dispose (object);
}

static void
legato_missed_bar_class_init (LegatoMissedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_missed_bar_dispose;

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/missed-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoMissedBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoMissedBar, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoMissedBar, detail);
  gtk_widget_class_bind_template_child (widget_class, LegatoMissedBar, follow);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_now_cb);
}

static void
legato_missed_bar_init (LegatoMissedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_announcer_follow (self->title);
  legato_announcer_follow (self->detail);
}

/** Returns: (transfer floating): a bar that is seen while @reminders has something that was missed
 */
LegatoMissedBar *
legato_missed_bar_new (LegatoReminders *reminders)
{
  LegatoMissedBar *self = NULL;

  g_return_val_if_fail (LEGATO_IS_REMINDERS (reminders), NULL);

  self = g_object_new (LEGATO_TYPE_MISSED_BAR, NULL);
  self->reminders = g_object_ref (reminders);
  g_signal_connect_object (reminders, "missed-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}

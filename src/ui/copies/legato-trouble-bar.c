/* legato-trouble-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-announcer.h"
#include "legato-copy-words.h"
#include "legato-damage-window.h"
#include "legato-locale.h"
#include "legato-text-button.h"
#include "legato-trouble-bar.h"
#include "legato-wrap-layout.h"

struct _LegatoTroubleBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *message;
  GtkWidget *try_again;
  GtkWidget *repair;
  GtkWidget *understood;

  /* Owned references */
  LegatoContext *context;
  GSignalGroup *journal_signals;
  char *notice; /* (nullable): what happened to the file; shown until the person dismisses it */
};

G_DEFINE_FINAL_TYPE (LegatoTroubleBar, legato_trouble_bar, GTK_TYPE_WIDGET)

static LegatoJournalConnection *
get_connection (LegatoTroubleBar *self)
{
  return legato_context_get_connection (self->context);
}

/* Returns: (transfer full) (nullable): why the journal cannot be opened, or not be written */
static GError *
dup_error (LegatoTroubleBar *self)
{
  LegatoJournal *journal = legato_journal_connection_get_journal (get_connection (self));
  const GError *error = legato_journal_connection_get_error (get_connection (self));

  if (journal != NULL)
    return legato_journal_dup_read_only (journal);
  return error != NULL ? g_error_copy (error) : NULL;
}

static char *
dup_text (LegatoTroubleBar *self, const GError *error)
{
  guint waiting = legato_journal_connection_get_waiting (get_connection (self));
  const GError *why = legato_journal_connection_get_why_waiting (get_connection (self));
  g_autofree char *words = NULL;
  GString *text = g_string_new (error != NULL ? error->message : self->notice);

  if (waiting == 0)
    return g_string_free (text, FALSE);
  words = legato_copy_words_dup_waiting (waiting);
  if (error == NULL && why != NULL)
    legato_locale_append_sentence (text, why->message);
  legato_locale_append_sentence (text, words);
  return g_string_free (text, FALSE);
}

static void
show (LegatoTroubleBar *self)
{
  g_autoptr (GError) error = dup_error (self);
  g_autofree char *text = dup_text (self, error);
  gboolean broken = legato_journal_error_may_set_aside (error);

  /* A revealer that shows nothing would still ask for the width of its child. */
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), *text != '\0');
  gtk_revealer_set_reveal_child (self->revealer, *text != '\0');
  if (*text == '\0')
    return;
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (self->repair, broken);
  gtk_widget_set_visible (self->try_again, error != NULL ? legato_journal_error_may_pass (error)
                                                         : self->notice == NULL);
  gtk_widget_set_visible (self->understood, error == NULL && self->notice != NULL);
}

static void
state_cb (LegatoTroubleBar *self)
{
  LegatoJournal *journal = legato_journal_connection_get_journal (get_connection (self));
  g_autofree char *notice = journal != NULL ? legato_journal_take_notice (journal) : NULL;

  if (notice != NULL)
    {
      g_free (self->notice);
      self->notice = g_steal_pointer (&notice);
    }
  show (self);
}

static void
journal_cb (LegatoTroubleBar *self)
{
  g_signal_group_set_target (self->journal_signals,
                             legato_journal_connection_get_journal (get_connection (self)));
  state_cb (self);
}

static void
try_again_cb (LegatoTroubleBar *self)
{
  legato_journal_connection_open (get_connection (self));
}

static void
repair_cb (LegatoTroubleBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (legato_damage_window_new (GTK_WINDOW (root), self->context)));
}

static void
understood_cb (LegatoTroubleBar *self)
{
  g_clear_pointer (&self->notice, g_free);
  show (self);
}

static void
legato_trouble_bar_dispose (GObject *object)
{
  LegatoTroubleBar *self = LEGATO_TROUBLE_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->journal_signals);
  g_clear_object (&self->context);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_trouble_bar_parent_class)->dispose (object);
}

static void
legato_trouble_bar_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_TROUBLE_BAR (object)->notice, g_free);

  G_OBJECT_CLASS (legato_trouble_bar_parent_class)->finalize (object);
}

static void
legato_trouble_bar_class_init (LegatoTroubleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_trouble_bar_dispose;
  object_class->finalize = legato_trouble_bar_finalize;

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/copies/trouble-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTroubleBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LegatoTroubleBar, message);
  gtk_widget_class_bind_template_child (widget_class, LegatoTroubleBar, try_again);
  gtk_widget_class_bind_template_child (widget_class, LegatoTroubleBar, repair);
  gtk_widget_class_bind_template_child (widget_class, LegatoTroubleBar, understood);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_cb);
  gtk_widget_class_bind_template_callback (widget_class, understood_cb);
}

static void
legato_trouble_bar_init (LegatoTroubleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_announcer_follow (self->message);
  self->journal_signals = g_signal_group_new (LEGATO_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->journal_signals, "state-changed", G_CALLBACK (state_cb),
                                  self);
}

/** Returns: (transfer floating): a bar that says what is wrong with the journal, while anything is
 */
LegatoTroubleBar *
legato_trouble_bar_new (LegatoContext *context)
{
  LegatoTroubleBar *self = NULL;
  LegatoJournalConnection *connection = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_TROUBLE_BAR, NULL);
  self->context = g_object_ref (context);
  connection = get_connection (self);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::waiting", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  journal_cb (self);
  return self;
}

/* legato-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-question.h"
#include "legato-text-button.h"

struct _LegatoQuestion
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkBox *answers;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoQuestion, legato_question, ADW_TYPE_WINDOW)

static void
clicked_cb (LegatoQuestion *self, GtkButton *button)
{
  g_autoptr (LegatoQuestion) kept = g_object_ref (self);
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  /* Closed first: what the answer does may be to close the window below. GTK keeps a pointer to
   * that one until this one is gone, which may be later. */
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, id);
}

static void
legato_question_class_init (LegatoQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/widgets/question.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, LegatoQuestion, explanation);
  gtk_widget_class_bind_template_child (widget_class, LegatoQuestion, answers);
}

static void
legato_question_init (LegatoQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_question_new:
 * @parent: the window it stands above
 * @heading: the question
 * @explanation: what there is to know before answering
 *
 * Returns: (transfer none): a question without answers: add them, then present it
 */
LegatoQuestion *
legato_question_new (GtkWindow *parent, const char *heading, const char *explanation)
{
  LegatoQuestion *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL && explanation != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_QUESTION, "transient-for", parent, "title", heading, NULL);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->explanation, explanation);
  return self;
}

/**
 * legato_question_add_answer:
 * @css_class: (nullable): "suggested-action" or "destructive-action" for what is that
 *
 * The last answer is the first to have the focus.
 */
void
legato_question_add_answer (LegatoQuestion *self,
                            const char *id,
                            const char *label,
                            const char *css_class)
{
  GtkWidget *button = NULL;

  g_return_if_fail (LEGATO_IS_QUESTION (self));
  g_return_if_fail (id != NULL && label != NULL);

  button = g_object_new (LEGATO_TYPE_TEXT_BUTTON, "label", label, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (self->answers, button);
  gtk_window_set_focus (GTK_WINDOW (self), button);
}

/* legato-refusal-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-refusal-view.h"
#include "legato-refusal.h"

struct _LegatoRefusalView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *list;
  GtkWidget *clear;
  GtkWidget *back;
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRefusalView, legato_refusal_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_card (LegatoRefusalView *self, const LegatoAdvice *advice)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "refusal");
  if (advice->urgency >= LEGATO_URGENCY_NOW)
    gtk_widget_add_css_class (card, "emergency");
  gtk_box_append (GTK_BOX (card), new_label (advice->advice.text, "heading"));
  gtk_box_append (GTK_BOX (card), new_label (advice->question.text, "dim-label"));
  gtk_box_append (GTK_BOX (self->list), card);
}

static void
back_cb (LegatoRefusalView *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
legato_refusal_view_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_REFUSAL_VIEW (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_refusal_view_parent_class)->dispose (object);
}

static void
legato_refusal_view_class_init (LegatoRefusalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_refusal_view_dispose;

  /** LegatoRefusalView::left: the person has read it */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/check-in/refusal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, clear);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, back);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
legato_refusal_view_init (LegatoRefusalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_refusal_view_set_advice:
 * @advice: (element-type LegatoAdvice): what stands in the way, most urgent first; at least one
 */
void
legato_refusal_view_set_advice (LegatoRefusalView *self, GPtrArray *advice)
{
  GtkWidget *card = NULL;

  g_return_if_fail (LEGATO_IS_REFUSAL_VIEW (self));
  g_return_if_fail (advice != NULL && advice->len > 0);

  while ((card = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), card);
  gtk_widget_set_visible (self->clear, FALSE);
  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      add_card (self, item);
      if (g_str_equal (item->rule, "R-UNCLEARED"))
        gtk_widget_set_visible (self->clear, TRUE);
    }

  gtk_label_set_label (self->title, legato_refusals_get_title (advice));
  gtk_label_set_label (self->summary, legato_refusals_get_summary (advice));
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/** legato_refusal_view_focus: puts the focus on the way back. */
void
legato_refusal_view_focus (LegatoRefusalView *self)
{
  g_return_if_fail (LEGATO_IS_REFUSAL_VIEW (self));
  gtk_widget_grab_focus (self->back);
}

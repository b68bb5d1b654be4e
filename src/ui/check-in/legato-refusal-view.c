/* legato-refusal-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-advice-card.h"
#include "legato-locale.h"
#include "legato-refusal-view.h"
#include "legato-refusal.h"
#include "legato-safety.h"
#include "legato-text-button.h"

struct _LegatoRefusalView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkLabel *title;
  GtkLabel *summary;
  GtkImage *picture;
  GtkWidget *list;
  GtkWidget *noted;
  GtkWidget *back;

  gboolean guest; /* a guest, of whom nothing is stored */
};

enum
{
  LEFT,
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRefusalView, legato_refusal_view, GTK_TYPE_WIDGET)

static void
cleared_cb (GtkWidget *button, LegatoRefusalView *self)
{
  g_signal_emit (self, signals[CLEARED], 0, g_object_get_data (G_OBJECT (button), "condition"));
}

/* That a doctor agreed is entered in the preferences, at the switch of the condition; for a guest
 * it is said here, and counts for this session only. */
static GtkWidget *
new_answer (LegatoRefusalView *self, const LegatoAdvice *advice)
{
  LegatoCondition condition = 0;
  gboolean places = !legato_safety_needs_clearance (advice)
                    || !legato_condition_from_id (advice->flag, &condition);
  GtkWidget *button = NULL;

  if (!self->guest)
    {
      button =
          gtk_button_new_with_label (places ? _ ("Mark the Places…") : _ ("My Doctor Agreed…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.preferences-at");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", advice->flag);
      return button;
    }
  /* Agreement to single places is stored in the preferences, which a guest does not have. */
  if (places || (condition & LEGATO_CONDITIONS_NEED_PLACES))
    return NULL;
  button = gtk_button_new_with_label (_ ("Their Doctor Agreed"));
  g_object_set_data_full (G_OBJECT (button), "condition", g_strdup (advice->flag), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (cleared_cb), self);
  return button;
}

static void
add_card (LegatoRefusalView *self, const LegatoAdvice *advice)
{
  GtkBox *card = legato_advice_card_new (advice->advice.text, advice->question.text);
  GtkWidget *answer = NULL;

  legato_advice_card_set_urgency (card, advice->urgency);
  if (g_str_equal (advice->rule, "R-UNCLEARED"))
    answer = new_answer (self, advice);
  if (answer != NULL)
    {
      gtk_widget_set_halign (answer, GTK_ALIGN_START);
      gtk_widget_set_margin_top (answer, 6);
      gtk_box_append (card, answer);
    }
  gtk_box_append (GTK_BOX (self->list), GTK_WIDGET (card));
}

/* Of what is above the button that has the focus nothing would be heard. */
static void
describe_back (LegatoRefusalView *self, GPtrArray *advice)
{
  g_autoptr (GString) words = g_string_new (legato_refusals_get_summary (advice));

  for (guint i = 0; i < advice->len; i++)
    legato_locale_append_sentence (words, ((const LegatoAdvice *) advice->pdata[i])->advice.text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
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

  /** LegatoRefusalView::left: the person closes the advice */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  /**
   * LegatoRefusalView::cleared:
   * @condition: id of the condition
   *
   * A guest's doctor agreed.
   */
  signals[CLEARED] = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/check-in/refusal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, scroll);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, list);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, picture);
  gtk_widget_class_bind_template_child (widget_class, LegatoRefusalView, noted);
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
  const LegatoAdvice *first = NULL;
  GtkWidget *card = NULL;

  g_return_if_fail (LEGATO_IS_REFUSAL_VIEW (self));
  g_return_if_fail (advice != NULL && advice->len > 0);

  while ((card = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), card);
  for (guint i = 0; i < advice->len; i++)
    add_card (self, g_ptr_array_index (advice, i));

  first = g_ptr_array_index (advice, 0);
  gtk_image_set_from_icon_name (self->picture, legato_urgency_get_icon (first->urgency));
  gtk_label_set_label (self->title, legato_refusals_get_title (advice));
  gtk_label_set_label (self->summary, legato_refusals_get_summary (advice));
  describe_back (self, advice);
  gtk_adjustment_set_value (self->scroll, 0.0);
}

/** legato_refusal_view_set_guest: @guest: whether the advice is for a guest, of whom nothing is
 * stored
 */
void
legato_refusal_view_set_guest (LegatoRefusalView *self, gboolean guest)
{
  g_return_if_fail (LEGATO_IS_REFUSAL_VIEW (self));

  self->guest = guest;
  gtk_widget_set_visible (self->noted, !guest);
}

/** legato_refusal_view_focus: puts the focus on the button that closes the advice. */
void
legato_refusal_view_focus (LegatoRefusalView *self)
{
  g_return_if_fail (LEGATO_IS_REFUSAL_VIEW (self));
  gtk_widget_grab_focus (self->back);
}

/* legato-check-in-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-check-in-page.h"
#include "legato-check-in-view.h"
#include "legato-refusal-view.h"

struct _LegatoCheckInPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack *stages;
  LegatoRefusalView *refusal;

  /* Owned references */
  LegatoPersonModel *person;

  /* Borrowed reference, within `stages` */
  LegatoCheckInView *questions;

  guint clock_id;
  guint32 today;        /* Julian day that it was shown on */
  gboolean for_session; /* a session follows; otherwise the answers are only for the journal */
};

enum
{
  PASSED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoCheckInPage, legato_check_in_page, ADW_TYPE_BIN)

static gboolean
is_refusing (LegatoCheckInPage *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stages), "refusal");
}

static void
done_cb (LegatoCheckInPage *self)
{
  g_autoptr (GPtrArray) refusals = legato_person_model_get_refusals (self->person);

  if (refusals->len == 0)
    {
      /* The answers may have raised a question about the last session. */
      if (self->for_session && legato_person_model_has_question (self->person))
        legato_check_in_view_ask (self->questions);
      else
        g_signal_emit (self, signals[PASSED], 0);
      return;
    }
  legato_person_model_note_refusal (self->person, refusals);
  legato_refusal_view_set_advice (self->refusal, refusals);
  gtk_stack_set_visible_child_name (self->stages, "refusal");
  legato_refusal_view_focus (self->refusal);
}

static void
cleared_cb (LegatoCheckInPage *self, const char *condition)
{
  g_autoptr (LegatoProfile) profile =
      legato_profile_copy (legato_person_model_get_profile (self->person));
  guint32 today = legato_person_model_get_today ();

  legato_profile_set_condition (profile, condition, today, today);
  legato_person_model_set_profile (self->person, profile);
}

/* While the advice is shown, the person may enter in the preferences that a doctor agreed. */
static void
person_changed_cb (LegatoCheckInPage *self)
{
  g_autoptr (GPtrArray) refusals = NULL;

  if (!is_refusing (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  refusals = legato_person_model_get_refusals (self->person);
  if (refusals->len > 0)
    legato_refusal_view_set_advice (self->refusal, refusals);
  else
    g_signal_emit (self, signals[PASSED], 0);
}

/* Whoever tapped a warning sign gets the advice for it, even if they leave without answering the
 * rest. */
static void
leave_cb (LegatoCheckInPage *self)
{
  if (!legato_check_in_page_keep_signs (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  leave_cb (LEGATO_CHECK_IN_PAGE (widget));
  return GDK_EVENT_STOP;
}

/* Midnight may come while it is asked: what was answered on the last day is not today's. */
static gboolean
clock_cb (gpointer data)
{
  LegatoCheckInPage *self = data;
  guint32 today = legato_person_model_get_today ();

  if (today != self->today)
    legato_check_in_view_refresh (self->questions);
  self->today = today;
  return G_SOURCE_CONTINUE;
}

static void
legato_check_in_page_map (GtkWidget *widget)
{
  LegatoCheckInPage *self = LEGATO_CHECK_IN_PAGE (widget);

  GTK_WIDGET_CLASS (legato_check_in_page_parent_class)->map (widget);
  clock_cb (self);
  self->clock_id = g_timeout_add_seconds (LEGATO_LOOK_AT_CLOCK_S, clock_cb, self);
}

static void
legato_check_in_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LEGATO_CHECK_IN_PAGE (widget)->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (legato_check_in_page_parent_class)->unmap (widget);
}

static void
legato_check_in_page_dispose (GObject *object)
{
  LegatoCheckInPage *self = LEGATO_CHECK_IN_PAGE (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (legato_check_in_page_parent_class)->dispose (object);
}

static void
legato_check_in_page_class_init (LegatoCheckInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_check_in_page_dispose;
  widget_class->map = legato_check_in_page_map;
  widget_class->unmap = legato_check_in_page_unmap;

  /** LegatoCheckInPage::passed: nothing stands in the way of a session */
  signals[PASSED] = g_signal_new ("passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  /** LegatoCheckInPage::left: the person went back, or read why there is no massage */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_REFUSAL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, LEGATO_RESOURCE_ROOT
                                               "/ui/check-in/check-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInPage, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInPage, stages);
  gtk_widget_class_bind_template_child (widget_class, LegatoCheckInPage, refusal);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
legato_check_in_page_init (LegatoCheckInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_check_in_page_new:
 * @person: who is asked for: that of @context, or a guest
 *
 * Returns: (transfer none): asks how the legs are, and says why there is no massage
 */
LegatoCheckInPage *
legato_check_in_page_new (LegatoContext *context, LegatoPersonModel *person)
{
  LegatoCheckInPage *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (person), NULL);

  self = g_object_new (LEGATO_TYPE_CHECK_IN_PAGE, NULL);
  self->person = g_object_ref (person);
  self->questions = legato_check_in_view_new (context, person);
  legato_refusal_view_set_guest (self->refusal, legato_person_model_is_guest (person));
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->questions), "questions");
  g_signal_connect_object (self->questions, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** legato_check_in_page_begin: asks anew; @title says what for; see legato_check_in_view_begin().
 */
void
legato_check_in_page_begin (LegatoCheckInPage *self, const char *title, gboolean for_session)
{
  g_return_if_fail (LEGATO_IS_CHECK_IN_PAGE (self));

  self->for_session = for_session;
  adw_window_title_set_title (self->title, title);
  legato_check_in_view_begin (self->questions, for_session);
  gtk_stack_set_visible_child_name (self->stages, "questions");
  legato_check_in_view_focus (self->questions);
}

/**
 * legato_check_in_page_keep_signs:
 *
 * To be called when something else takes the place of the page, or the program ends: stores a
 * warning sign that was tapped, although nobody pressed the button to go on.
 *
 * Returns: whether there was one, so that the page now says what to do, and should be read first
 */
gboolean
legato_check_in_page_keep_signs (LegatoCheckInPage *self)
{
  g_return_val_if_fail (LEGATO_IS_CHECK_IN_PAGE (self), FALSE);

  if (is_refusing (self) || !legato_check_in_view_has_sign (self->questions))
    return FALSE;
  legato_check_in_view_go_on (self->questions);
  return is_refusing (self);
}

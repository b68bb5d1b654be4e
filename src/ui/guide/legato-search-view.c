/* legato-search-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-day-search.h"
#include "legato-entry-words.h"
#include "legato-named-days.h"
#include "legato-search-view.h"
#include "legato-text-button.h"

/* In characters; room enough for three words, which otherwise would take a line each. */
#define KIND_WIDTH 12
#define LEAST_KIND_WIDTH 10

/* Those of a week. */
#define MOST_DAYS 7

struct _LegatoSearchView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;

  /* Owned references */
  LegatoContext *context;
  LegatoSearch *search;
  LegatoDaySearch *days;
  char *text; /* (nullable): what is looked for */

  guint n_looks;           /* into the journal, so far */
  gboolean looking;        /* the answer to the last one is not there yet */
  gboolean days_first;     /* the words name a day or the journal */
  gboolean choosing_first; /* as soon as that answer is there */
};

/* A look into the journal on its way; whoever waits for an answer holds the journal. */
typedef struct
{
  LegatoSearchView *view;
  LegatoContext *context;
  guint number;
} Look;

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSearchView, legato_search_view, GTK_TYPE_WIDGET)

static const char *
get_kind_name (LegatoHitKind kind)
{
  switch (kind)
    {
    case LEGATO_HIT_ZONE:
      return C_ ("kind of search result", "Place");
    case LEGATO_HIT_TECHNIQUE:
      return C_ ("kind of search result", "Technique");
    case LEGATO_HIT_ROUTINE:
      return C_ ("kind of search result", "Routine");
    case LEGATO_HIT_EXERCISE:
      return C_ ("kind of search result", "Exercise");
    case LEGATO_HIT_GOAL:
      return C_ ("kind of search result", "Made for you");
    case LEGATO_HIT_ADVICE:
      return C_ ("kind of search result", "For your safety");
    case LEGATO_HIT_TIP:
      return C_ ("kind of search result", "Good to know");
    case LEGATO_HIT_ROOM:
      return C_ ("kind of search result", "In Legato");
    case LEGATO_HIT_DAY:
      return _ ("Journal");
    default:
      g_assert_not_reached ();
    }
}

/* The row of a warning sign says all that there is to do about it. */
static gboolean
has_page (LegatoHitKind kind)
{
  return kind != LEGATO_HIT_ADVICE;
}

static GtkWidget *
new_row (LegatoHitKind hit_kind, const char *id, const char *title, const char *subtitle)
{
  GtkWidget *row = legato_action_row_new (title, subtitle);
  GtkWidget *kind = gtk_label_new (get_kind_name (hit_kind));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  /* In some languages the kind is a long word: it wraps rather than narrow the title. */
  gtk_label_set_wrap (GTK_LABEL (kind), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (kind), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (kind), LEAST_KIND_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (kind), KIND_WIDTH);
  gtk_label_set_justify (GTK_LABEL (kind), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_page (hit_kind));
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (hit_kind));
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);

  return row;
}

static void
row_activated_cb (LegatoSearchView *self, GtkListBoxRow *row)
{
  self->choosing_first = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind")),
                 g_object_get_data (G_OBJECT (row), "id"));
}

/* Whoever finds nothing looks on elsewhere. */
static void
all_places_cb (LegatoSearchView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, LEGATO_HIT_ROOM, "all-places");
}

static void
tips_cb (LegatoSearchView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, LEGATO_HIT_ROOM, "tips");
}

static void
legato_search_view_dispose (GObject *object)
{
  LegatoSearchView *self = LEGATO_SEARCH_VIEW (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->search, legato_search_free);
  g_clear_pointer (&self->days, legato_day_search_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (legato_search_view_parent_class)->dispose (object);
}

static void
legato_search_view_class_init (LegatoSearchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_search_view_dispose;

  /**
   * LegatoSearchView::chosen:
   * @kind: a #LegatoHitKind
   * @id: of the zone, technique, exercise, routine, goal, tip, room or day
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, LEGATO_TYPE_HIT_KIND, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/guide/search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoSearchView, stack);
  gtk_widget_class_bind_template_child (widget_class, LegatoSearchView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_places_cb);
  gtk_widget_class_bind_template_callback (widget_class, tips_cb);
}

static void
legato_search_view_init (LegatoSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Own routines are found too. */
static void
shelf_changed_cb (LegatoSearchView *self)
{
  g_clear_pointer (&self->search, legato_search_free);
  self->search = legato_search_new_with_rooms (legato_context_get_guide (self->context));
}

/** Returns: (transfer none): what a search finds */
LegatoSearchView *
legato_search_view_new (LegatoContext *context)
{
  LegatoSearchView *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_SEARCH_VIEW, NULL);
  self->context = g_object_ref (context);
  self->days = legato_day_search_new (
      legato_context_get_guide (context),
      legato_journal_connection_get_path (legato_context_get_connection (context)),
      legato_entry_words_dup_line, MOST_DAYS);
  g_signal_connect_object (legato_context_get_shelf (context), "items-changed",
                           G_CALLBACK (shelf_changed_cb), self, G_CONNECT_SWAPPED);
  shelf_changed_cb (self);
  return self;
}

static void
show_hits (LegatoSearchView *self)
{
  g_autoptr (GArray) hits = legato_search_find (self->search, self->text);

  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      gtk_list_box_append (self->list, new_row (hit->kind, hit->id, hit->title, hit->subtitle));
    }
}

static void
show_days (LegatoSearchView *self, const LegatoFoundDays *found)
{
  for (guint i = 0; i < found->days->len; i++)
    {
      const LegatoFoundDay *day = g_ptr_array_index (found->days, i);

      gtk_list_box_append (self->list,
                           new_row (LEGATO_HIT_DAY, day->id, day->title, day->subtitle));
    }
}

/* That nothing was found is said when the journal has answered as well. */
static void
show_list (LegatoSearchView *self)
{
  gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_stack_set_visible_child_name (self->stack, any || self->looking ? "found" : "nothing");
}

static void
choose_first (LegatoSearchView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && gtk_list_box_row_get_activatable (row))
    row_activated_cb (self, row);
}

static void
days_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  LegatoSearchView *self = look->view;
  g_autoptr (LegatoFoundDays) found = legato_day_search_find_finish (result);

  /* Something else may have been typed since then. */
  if (look->number == self->n_looks && self->context != NULL)
    {
      self->looking = FALSE;
      show_days (self, found);
      if (self->days_first)
        show_hits (self);
      show_list (self);
      if (self->choosing_first)
        choose_first (self);
      self->choosing_first = FALSE;
    }
  g_object_unref (look->view);
  g_object_unref (look->context);
  g_free (look);
}

static void
look_for_days (LegatoSearchView *self, const char *text)
{
  guint32 today = legato_person_model_get_today ();
  g_autoptr (LegatoNamedDays) named = legato_named_days_read (text, today);
  Look *look = g_new0 (Look, 1);

  look->view = g_object_ref (self);
  look->context = g_object_ref (self->context);
  look->number = ++self->n_looks;
  self->looking = TRUE;
  self->days_first = named->journal || named->ranges->len > 0;
  self->choosing_first = FALSE;
  legato_day_search_find_async (self->days, self->search, text, today, days_found_cb, look);
}

/** legato_search_view_set_text: shows what @text finds, or that it finds nothing; days of the
 * journal as soon as it was looked into. */
void
legato_search_view_set_text (LegatoSearchView *self, const char *text)
{
  GtkWidget *child = NULL;

  g_return_if_fail (LEGATO_IS_SEARCH_VIEW (self));
  g_return_if_fail (text != NULL && self->search != NULL);

  /* A field says its text again some time after the last letter: what was chosen since stands. */
  if (self->looking && g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  look_for_days (self, text);
  /* Nothing that is shown moves under a pointer: what comes below the days waits for them. */
  if (!self->days_first)
    show_hits (self);
  show_list (self);
}

/** legato_search_view_stop: what was to be chosen once it is found is not wanted any more. */
void
legato_search_view_stop (LegatoSearchView *self)
{
  g_return_if_fail (LEGATO_IS_SEARCH_VIEW (self));

  self->choosing_first = FALSE;
}

/** legato_search_view_choose_first: chooses the best result, if there is a page for it; where that
 * may be a day, as soon as the journal was looked into. */
void
legato_search_view_choose_first (LegatoSearchView *self)
{
  g_return_if_fail (LEGATO_IS_SEARCH_VIEW (self));

  if (self->looking && (self->days_first || gtk_list_box_get_row_at_index (self->list, 0) == NULL))
    self->choosing_first = TRUE;
  else
    choose_first (self);
}

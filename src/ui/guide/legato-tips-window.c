/* legato-tips-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-position-picture.h"
#include "legato-tips-window.h"
#include "legato-group-titles.h"
#include "legato-words.h"

/* Height of a drawing that stands among sentences. */
#define PICTURE_HEIGHT 160

#define PICTURE_MARGIN 12

/* Space above a row that is scrolled to. */
#define ABOVE_PX 12

struct _LegatoTipsWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  AdwPreferencesGroup *tips;
  AdwPreferencesGroup *exercises;
  AdwPreferencesGroup *sources;

  /* Owned references */
  LegatoContext *context;
  GHashTable *rows; /* (element-type utf8 GtkWidget): rows by the id of their tip or exercise; both
                       borrowed */

  /* Borrowed reference: what is to be scrolled to; %NULL for nothing */
  GtkWidget *wanted;
};

G_DEFINE_FINAL_TYPE (LegatoTipsWindow, legato_tips_window, ADW_TYPE_WINDOW)

static GtkWidget *
add_expander (LegatoTipsWindow *self, AdwPreferencesGroup *group, const char *id, const char *name)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_preferences_group_add (group, row);
  g_hash_table_insert (self->rows, (gpointer) id, row);
  return row;
}

/* A sentence with its source below it. */
static void
add_line (LegatoTipsWindow *self, GtkWidget *expander, const LegatoText *line)
{
  const char *const tags[] = { line->source, NULL };
  g_autofree char *names =
      legato_words_dup_sources (legato_context_get_guide (self->context), tags);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), legato_action_row_new (line->text, names));
}

/* The signs that speak against any massage stand here too. */
static void
add_advice (LegatoTipsWindow *self, GtkWidget *expander, const char *flag)
{
  const LegatoAdvice *advice =
      legato_guide_find_advice (legato_context_get_guide (self->context), flag);
  GtkWidget *row = legato_action_row_new (advice->name, advice->advice.text);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_tip (LegatoTipsWindow *self, const LegatoTip *tip)
{
  GtkWidget *expander = add_expander (self, self->tips, tip->id, tip->name);

  for (guint i = 0; i < tip->lines->len; i++)
    add_line (self, expander, g_ptr_array_index (tip->lines, i));
  if (tip->advice != NULL)
    add_advice (self, expander, tip->advice);
}

static void
add_picture (GtkWidget *expander, const LegatoPosition *position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *picture = legato_position_picture_new ();

  legato_position_picture_set_position (LEGATO_POSITION_PICTURE (picture), position);
  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT);
  gtk_widget_set_margin_top (picture, PICTURE_MARGIN);
  gtk_widget_set_margin_bottom (picture, PICTURE_MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), picture);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position->picture, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_exercise (LegatoTipsWindow *self, const LegatoTechnique *exercise)
{
  GtkWidget *expander = add_expander (self, self->exercises, exercise->id, exercise->name);
  const struct
  {
    const char *title;
    const LegatoText *text;
  } facts[] = {
    { _ ("Why"), &exercise->why },           { _ ("How"), &exercise->how },
    { _ ("How long"), &exercise->tempo },    { _ ("How often"), &exercise->dose },
    { _ ("Take care"), &exercise->caution },
  };

  if (exercise->position != NULL)
    add_picture (expander, exercise->position);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *const tags[] = { facts[i].text->source, NULL };
      g_autofree char *names =
          legato_words_dup_sources (legato_context_get_guide (self->context), tags);
      /* Translators: what a fact is about, "How long", and who says so, "Spa Theory" */
      g_autofree char *from = g_strdup_printf (_ ("%s · %s"), facts[i].title, names);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                legato_action_row_new (facts[i].text->text, from));
    }
}

/* Where a row lies is known once the window was laid out. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LegatoTipsWindow *self = LEGATO_TIPS_WINDOW (widget);
  graphene_rect_t bounds;

  if (self->wanted == NULL)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (self->wanted)
      || !gtk_widget_compute_bounds (self->wanted, self->content, &bounds)
      || bounds.size.height <= 0.0f)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (self->wanted, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            (double) bounds.origin.y - ABOVE_PX);
  self->wanted = NULL;
  return G_SOURCE_REMOVE;
}

static void
legato_tips_window_dispose (GObject *object)
{
  LegatoTipsWindow *self = LEGATO_TIPS_WINDOW (object);

  self->wanted = NULL;
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_tips_window_parent_class)->dispose (object);
}

static void
legato_tips_window_class_init (LegatoTipsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_tips_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/guide/tips-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTipsWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, LegatoTipsWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LegatoTipsWindow, tips);
  gtk_widget_class_bind_template_child (widget_class, LegatoTipsWindow, exercises);
  gtk_widget_class_bind_template_child (widget_class, LegatoTipsWindow, sources);
}

static void
legato_tips_window_init (LegatoTipsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * legato_tips_window_new:
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): a window with all that is good to know; present it
 */
LegatoTipsWindow *
legato_tips_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoTipsWindow *self = NULL;
  LegatoGuide *guide = NULL;
  GPtrArray *items = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_TIPS_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  guide = legato_context_get_guide (context);

  items = legato_guide_get_tips (guide);
  for (guint i = 0; i < items->len; i++)
    add_tip (self, g_ptr_array_index (items, i));
  items = legato_guide_get_exercises (guide);
  for (guint i = 0; i < items->len; i++)
    add_exercise (self, g_ptr_array_index (items, i));
  items = legato_guide_get_sources (guide);
  for (guint i = 0; i < items->len; i++)
    {
      const LegatoSource *source = g_ptr_array_index (items, i);

      adw_preferences_group_add (self->sources,
                                 legato_action_row_new (source->name, source->title));
    }
  return self;
}

/** legato_tips_window_show: opens the tip or exercise @id, and scrolls to it. */
void
legato_tips_window_show (LegatoTipsWindow *self, const char *id)
{
  GtkWidget *row = NULL;

  g_return_if_fail (LEGATO_IS_TIPS_WINDOW (self));
  g_return_if_fail (id != NULL);

  row = g_hash_table_lookup (self->rows, id);
  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  self->wanted = row;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

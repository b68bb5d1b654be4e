/* legato-cues-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-cue-lesson.h"
#include "legato-cues-window.h"
#include "legato-map-settings.h"
#include "legato-action-row.h"
#include "legato-demonstration-player.h"
#include "legato-group-titles.h"
#include "legato-width-bin.h"

struct _LegatoCuesWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  LegatoWidthBin *width_bin;
  GtkBox *box;
  LegatoLegMap *map;
  GtkLabel *trouble;
  GtkListBox *strokes;
  GtkListBox *signals;

  /* Owned reference */
  LegatoDemonstrationPlayer *player;

  /* Borrowed reference */
  GtkListBoxRow *playing; /* (nullable): the row whose cue is playing */
};

G_DEFINE_FINAL_TYPE (LegatoCuesWindow, legato_cues_window, ADW_TYPE_WINDOW)

static LegatoCueKind
get_kind (GtkListBoxRow *row)
{
  return (LegatoCueKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
}

static void
show_playing (GtkListBoxRow *row, gboolean playing)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), playing ? "media-playback-stop-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_PRESSED,
      playing ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
set_playing (LegatoCuesWindow *self, GtkListBoxRow *row)
{
  if (self->playing != NULL)
    show_playing (self->playing, FALSE);
  self->playing = row;
  if (row != NULL)
    show_playing (row, TRUE);
}

static void
running_cb (LegatoCuesWindow *self)
{
  if (!legato_demonstration_player_is_running (self->player))
    set_playing (self, NULL);
}

static void
row_activated_cb (LegatoCuesWindow *self, GtkListBoxRow *row)
{
  LegatoGuide *guide = legato_leg_map_get_guide (self->map);
  g_autoptr (LegatoTimeline) timeline = NULL;
  const LegatoStep *step = NULL;

  if (row == self->playing)
    {
      legato_demonstration_player_stop (self->player);
      return;
    }

  timeline = legato_cue_lesson_make_timeline (guide, get_kind (row));
  step = legato_plan_get_step (legato_timeline_get_plan (timeline), 0);
  if (step->zones->len > 0)
    legato_leg_map_set_view (self->map, legato_leg_map_view_for_step (self->map, step));
  legato_demonstration_player_start_timeline (self->player, timeline);
  /* It may have failed at once. */
  if (legato_demonstration_player_is_running (self->player))
    set_playing (self, row);
}

static void
narrow_cb (LegatoCuesWindow *self)
{
  gboolean narrow = legato_width_bin_get_narrow (self->width_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* Otherwise the map, which stands above the list, would take all the height. */
  gtk_box_set_homogeneous (self->box, narrow);
}

static gboolean
text_to_visible (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_boolean (to, g_value_get_string (from) != NULL);
  return TRUE;
}

static void
add_row (LegatoCuesWindow *self, LegatoCueKind kind)
{
  GtkListBox *list = kind <= LEGATO_CUE_LAST_STROKE || kind >= LEGATO_CUE_FIRST_EXERCISE
                         ? self->strokes
                         : self->signals;
  GtkWidget *row = NULL;
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  LegatoCueLesson lesson;

  legato_cue_lesson_get (kind, &lesson);
  row = legato_action_row_new (lesson.name, lesson.words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
  g_object_set_data (G_OBJECT (row), "icon", icon);
  gtk_list_box_append (list, row);
  show_playing (GTK_LIST_BOX_ROW (row), FALSE);
}

static void
legato_cues_window_dispose (GObject *object)
{
  LegatoCuesWindow *self = LEGATO_CUES_WINDOW (object);

  if (self->player != NULL)
    legato_demonstration_player_stop (self->player);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (legato_cues_window_parent_class)->dispose (object);
}

static void
legato_cues_window_class_init (LegatoCuesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_cues_window_dispose;

  g_type_ensure (LEGATO_TYPE_LEG_MAP);
  g_type_ensure (LEGATO_TYPE_WIDTH_BIN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/guide/cues-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, box);
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, map);
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, strokes);
  gtk_widget_class_bind_template_child (widget_class, LegatoCuesWindow, signals);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
legato_cues_window_init (LegatoCuesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
  legato_map_settings_follow (self->map);
  self->player = legato_demonstration_player_new (self->map);
  g_signal_connect_object (self->player, "notify::running", G_CALLBACK (running_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->player, "trouble", self->trouble, "label", G_BINDING_DEFAULT);
  g_object_bind_property_full (self->player, "trouble", self->trouble, "visible",
                               G_BINDING_SYNC_CREATE, text_to_visible, NULL, NULL, NULL);
  for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
    add_row (self, (LegatoCueKind) kind);
}

/**
 * legato_cues_window_new:
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): a window that plays each cue and shows its movement; present it
 */
LegatoCuesWindow *
legato_cues_window_new (GtkWindow *parent, LegatoContext *context)
{
  LegatoCuesWindow *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_CUES_WINDOW, "transient-for", parent, NULL);
  legato_leg_map_set_views (self->map, legato_context_get_views (context));
  legato_leg_map_set_view (self->map, LEGATO_VIEW_BACK);
  return self;
}

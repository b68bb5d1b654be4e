/* legato-routines-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-routines-page.h"
#include "legato-words.h"

struct _LegatoRoutinesPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkListBox *routines;
};

enum
{
  SIGNAL_ROUTINE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoRoutinesPage, legato_routines_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (LegatoRoutinesPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROUTINE_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (row), "routine"));
}

static char *
dup_lengths (const LegatoRoutine *routine)
{
  guint n = 0;

  while (routine->minutes[n] != 0)
    n++;
  if (n < 2)
    return legato_words_dup_minutes (routine->own_minutes);

  /* Translators: shortest and longest length of a routine in minutes */
  return g_strdup_printf (ngettext ("%u–%u minute", "%u–%u minutes", routine->minutes[n - 1]),
                          routine->minutes[0], routine->minutes[n - 1]);
}

static void
legato_routines_page_dispose (GObject *object)
{
  LegatoRoutinesPage *self = LEGATO_ROUTINES_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_routines_page_parent_class)->dispose (object);
}

static void
legato_routines_page_class_init (LegatoRoutinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_routines_page_dispose;

  /**
   * LegatoRoutinesPage::routine-chosen:
   * @routine: a #LegatoRoutine of the guide
   */
  signals[SIGNAL_ROUTINE_CHOSEN] =
      g_signal_new ("routine-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/routines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LegatoRoutinesPage, routines);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
legato_routines_page_init (LegatoRoutinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** legato_routines_page_set_guide: fills the list; to be called once. */
void
legato_routines_page_set_guide (LegatoRoutinesPage *self, LegatoGuide *guide)
{
  GPtrArray *routines = NULL;

  g_return_if_fail (LEGATO_IS_ROUTINES_PAGE (self));
  g_return_if_fail (guide != NULL);

  routines = legato_guide_get_routines (guide);
  for (guint i = 0; i < routines->len; i++)
    {
      LegatoRoutine *routine = g_ptr_array_index (routines, i);
      g_autofree char *lengths = dup_lengths (routine);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", lengths, routine->summary);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), routine->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "routine", routine);
      gtk_list_box_append (self->routines, row);
    }
}

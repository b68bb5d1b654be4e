/* legato-entry-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-window.h"
#include "legato-entry-words.h"
#include "legato-action-row.h"
#include "legato-words.h"

struct _LegatoEntryWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *reasons;
  AdwPreferencesGroup *soreness;
  AdwPreferencesGroup *feelings;
  AdwPreferencesGroup *note;
  GtkLabel *note_text;
  AdwPreferencesGroup *steps;
};

enum
{
  DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoEntryWindow, legato_entry_window, ADW_TYPE_WINDOW)

/* @value, which may be %NULL, stands at the end of the row. */
static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = legato_action_row_new (title, subtitle);

  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
add_facts (LegatoEntryWindow *self, const LegatoEntry *entry, LegatoGuide *guide)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = legato_entry_words_dup_day (entry, now);
  g_autofree char *time = legato_entry_words_dup_time (entry);

  add_row (self->facts, day, entry->late ? _ ("Written down later, from memory") : NULL, time);
  if (entry->kind == LEGATO_ENTRY_SESSION)
    {
      g_autofree char *done = legato_words_dup_clock (entry->done_s);
      g_autofree char *planned = legato_words_dup_clock (entry->planned_s);
      /* Translators: time done and time planned, as in "2:50 of 3:00" */
      g_autofree char *both = g_strdup_printf (_ ("%s of %s"), done, planned);

      add_row (self->facts, _ ("Time"), entry->completed ? NULL : _ ("Ended early"), both);
    }
  if (entry->kind == LEGATO_ENTRY_STOP && entry->zone != NULL)
    {
      g_autofree char *place = legato_words_dup_place (guide, entry->zone, entry->leg);

      add_row (self->facts, _ ("Where"), NULL, place);
    }
}

/* One row a place, with all its moments. */
static void
add_soreness (LegatoEntryWindow *self, const LegatoEntry *entry, LegatoGuide *guide)
{
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
      g_autoptr (GString) moments = g_string_new (NULL);
      g_autofree char *place = NULL;
      gboolean is_first = TRUE;

      for (guint j = 0; j < entry->ratings->len; j++)
        {
          const LegatoRating *other = g_ptr_array_index (entry->ratings, j);

          if (other->leg != rating->leg || !g_str_equal (other->zone, rating->zone))
            continue;
          is_first = is_first && j >= i;
          g_string_append_printf (moments, "%s%s %u", moments->len > 0 ? " · " : "",
                                  legato_moment_get_name (other->moment), other->value);
        }
      if (!is_first)
        continue;
      place = legato_words_dup_place (guide, rating->zone, rating->leg);
      add_row (self->soreness, place, moments->str, NULL);
    }
}

static void
add_feelings (LegatoEntryWindow *self, const LegatoEntry *entry)
{
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);
      g_autofree char *value = g_strdup_printf ("%u", feeling->value);

      add_row (self->feelings, legato_words_get_feeling (feeling->id),
               legato_leg_get_name (feeling->leg), value);
    }
}

static void
add_steps (LegatoEntryWindow *self, const LegatoEntry *entry, LegatoGuide *guide)
{
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);
      g_autofree char *technique = legato_words_dup_technique (guide, step->technique);
      g_autofree char *zones = legato_words_dup_zones (guide, (const char *const *) step->zones);
      g_autofree char *where = NULL;
      g_autofree char *time = NULL;

      where = *zones == '\0' ? g_strdup (legato_leg_get_name (step->leg))
                             : g_strdup_printf ("%s · %s · %s", legato_leg_get_name (step->leg),
                                                zones, legato_pressure_get_name (step->pressure));
      time = step->done_ms == 0 ? g_strdup (_ ("Skipped"))
                                : legato_words_dup_clock ((step->done_ms + 500) / 1000);
      add_row (self->steps, technique, where, time);
    }
}

static void
delete_cb (LegatoEntryWindow *self)
{
  g_signal_emit (self, signals[DELETE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
legato_entry_window_class_init (LegatoEntryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[DELETE] = g_signal_new ("delete", LEGATO_TYPE_ENTRY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/entry-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, soreness);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, feelings);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, note);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, note_text);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryWindow, steps);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
legato_entry_window_init (LegatoEntryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * legato_entry_window_new:
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): a window that shows @item; present it
 */
LegatoEntryWindow *
legato_entry_window_new (GtkWindow *parent, LegatoEntryItem *item)
{
  LegatoEntryWindow *self;
  const LegatoEntry *entry;
  LegatoGuide *guide;
  g_autofree char *title = NULL;

  g_return_val_if_fail (LEGATO_IS_ENTRY_ITEM (item), NULL);

  entry = legato_entry_item_get_entry (item);
  guide = legato_entry_item_get_guide (item);
  title = legato_entry_words_dup_title (entry, guide);
  self = g_object_new (LEGATO_TYPE_ENTRY_WINDOW, "transient-for", parent, "title", title, NULL);

  add_facts (self, entry, guide);
  if (entry->kind == LEGATO_ENTRY_SESSION || entry->kind == LEGATO_ENTRY_CHECK_IN)
    adw_preferences_group_set_title (self->reasons, _ ("Your legs that day"));
  for (gsize i = 0; entry->reasons[i] != NULL; i++)
    {
      g_autofree char *reason = legato_words_dup_reason (guide, entry->reasons[i]);

      add_row (self->reasons, reason, NULL, NULL);
    }
  add_soreness (self, entry, guide);
  add_feelings (self, entry);
  add_steps (self, entry, guide);
  gtk_label_set_label (self->note_text, entry->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *entry->note != '\0');
  return self;
}

/* legato-entry-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-action-row.h"
#include "legato-feelings.h"
#include "legato-entry-view.h"
#include "legato-entry-words.h"
#include "legato-girth-words.h"
#include "legato-person-model.h"
#include "legato-time-words.h"
#include "legato-words.h"
#include "legato-group-titles.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

struct _LegatoEntryView
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *reasons;
  AdwPreferencesGroup *soreness;
  AdwPreferencesGroup *feelings;
  AdwPreferencesGroup *girths;
  AdwPreferencesGroup *note;
  GtkLabel *note_text;
  AdwPreferencesGroup *tags;
  GtkLabel *tag_text;
  AdwPreferencesGroup *steps;

  /* Owned reference */
  LegatoEntry *entry;
};

enum
{
  EDIT,
  DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoEntryView, legato_entry_view, ADW_TYPE_BIN)

/* @value: (nullable): shown at the end of the row
 * @spoken: (nullable): the same as a screen reader says it, which takes "3:00" for a time of day */
static void
add_row (AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *value,
         const char *spoken)
{
  GtkWidget *row = legato_action_row_new (title, subtitle);

  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);
      g_autofree char *name =
          g_strconcat (title, C_ ("list", ", "), spoken != NULL ? spoken : value, NULL);

      /* Else its title alone is its name. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
add_facts (LegatoEntryView *self, const LegatoEntry *entry, LegatoGuide *guide)
{
  guint32 today = legato_person_model_get_today ();
  g_autofree char *day = legato_entry_words_dup_day (entry, today);
  g_autofree char *time = legato_time_words_dup_time (entry->at);

  if (legato_entry_get_day (entry) > today)
    add_row (self->facts, day, _ ("In the future: was the clock right that day?"), time, NULL);
  else
    add_row (self->facts, day, entry->late ? _ ("Written down later, from memory") : NULL, time,
             NULL);
  if (entry->kind == LEGATO_ENTRY_SESSION && entry->unguided)
    {
      g_autofree char *length = legato_entry_words_dup_length (entry);

      add_row (self->facts, _ ("Time"), _ ("Done without Legato, as you told it"), length, NULL);
    }
  else if (entry->kind == LEGATO_ENTRY_SESSION)
    {
      g_autofree char *both = legato_entry_words_dup_done (entry, FALSE);
      g_autofree char *spoken = legato_entry_words_dup_done (entry, TRUE);

      add_row (self->facts, _ ("Time"), entry->completed ? NULL : _ ("Ended early"), both, spoken);
    }
  if (entry->kind == LEGATO_ENTRY_STOP && entry->zone != NULL)
    {
      g_autofree char *place = legato_words_dup_place (guide, entry->zone, entry->leg);

      add_row (self->facts, _ ("Where"), NULL, place, NULL);
    }
}

/* One row a place, with all its moments. */
static void
add_soreness (LegatoEntryView *self, const LegatoEntry *entry, LegatoGuide *guide)
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
          g_string_append_printf (moments, "%s%s %u", moments->len > 0 ? C_ ("list", ", ") : "",
                                  legato_moment_get_name (other->moment), other->value);
          if (other->late && !entry->late)
            /* Translators: follows a rating that was remembered later */
            g_string_append_printf (moments, " %s", _ ("(from memory)"));
        }
      if (!is_first)
        continue;
      place = legato_words_dup_place (guide, rating->zone, rating->leg);
      add_row (self->soreness, place, moments->str, NULL, NULL);
    }
}

static void
add_feelings (LegatoEntryView *self, const LegatoEntry *entry)
{
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);
      g_autofree char *value = g_strdup_printf ("%u", feeling->value);

      add_row (self->feelings, legato_feeling_get_name (feeling->id),
               legato_leg_get_name (feeling->leg), value, NULL);
    }
}

static void
add_steps (LegatoEntryView *self, const LegatoEntry *entry, LegatoGuide *guide)
{
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);
      g_autofree char *technique = legato_words_dup_technique (guide, step->technique);
      g_autofree char *zones = legato_words_dup_zones (guide, (const char *const *) step->zones);
      g_autofree char *where = NULL;
      g_autofree char *time = NULL;
      g_autofree char *length = NULL;

      where = *zones == '\0' ? g_strdup (legato_leg_get_name (step->leg))
                             : g_strdup_printf ("%s · %s · %s", legato_leg_get_name (step->leg),
                                                zones, legato_pressure_get_name (step->pressure));
      time = step->done_ms == 0 ? g_strdup (_ ("Skipped"))
                                : legato_words_dup_clock ((step->done_ms + 500) / 1000);
      if (step->done_ms > 0)
        length = legato_words_dup_length ((step->done_ms + 500) / 1000);
      add_row (self->steps, technique, where, time, length);
    }
}

static void
add_follow_ups (LegatoEntryView *self, const LegatoEntry *entry)
{
  for (guint i = 0; i < entry->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (entry->follow_ups, i);

      add_row (self->soreness, legato_moment_get_name (follow_up->moment),
               follow_up->late ? _ ("From memory") : NULL,
               legato_words_get_compared (follow_up->compared), NULL);
    }
}

static void
add_girths (LegatoEntryView *self, const LegatoEntry *entry)
{
  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);
      g_autofree char *value = legato_girth_words_dup_with_unit (girth->mm);

      add_row (self->girths, legato_girth_words_get_place (girth->place, girth->leg), NULL, value,
               NULL);
    }
}

static void
show_tags (LegatoEntryView *self, const LegatoEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; entry->tags[i] != NULL; i++)
    g_strv_builder_add (builder, legato_words_get_tag (entry->tags[i]));
  names = g_strv_builder_end (builder);
  text = g_strjoinv (" · ", names);
  gtk_label_set_label (self->tag_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), *text != '\0');
}

static void
edit_cb (LegatoEntryView *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
delete_cb (LegatoEntryView *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
legato_entry_view_finalize (GObject *object)
{
  g_clear_pointer (&LEGATO_ENTRY_VIEW (object)->entry, legato_entry_unref);

  G_OBJECT_CLASS (legato_entry_view_parent_class)->finalize (object);
}

static void
legato_entry_view_class_init (LegatoEntryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_entry_view_finalize;

  signals[EDIT] = g_signal_new ("edit", LEGATO_TYPE_ENTRY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[DELETE] = g_signal_new ("delete", LEGATO_TYPE_ENTRY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, facts);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, reasons);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, soreness);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, feelings);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, girths);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, tags);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, tag_text);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, note);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, note_text);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryView, steps);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
legato_entry_view_init (LegatoEntryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  legato_group_titles_wrap (GTK_WIDGET (self));
}

/**
 * legato_entry_view_new:
 * @guide: (nullable): names the routines and places of @entry
 *
 * Returns: (transfer floating): a view of @entry
 */
LegatoEntryView *
legato_entry_view_new (LegatoEntry *entry, LegatoGuide *guide)
{
  LegatoEntryView *self;
  g_autofree char *note = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_ENTRY_VIEW, NULL);
  self->entry = legato_entry_ref (entry);
  add_facts (self, entry, guide);
  if ((entry->kind == LEGATO_ENTRY_SESSION || entry->kind == LEGATO_ENTRY_CHECK_IN)
      && !legato_entry_is_of_partner (entry))
    adw_preferences_group_set_title (self->reasons, _ ("Your legs that day"));
  for (gsize i = 0; entry->reasons[i] != NULL; i++)
    {
      g_autofree char *reason = legato_words_dup_reason (guide, entry->reasons[i]);

      if (legato_after_effects_are_told ((const char *const *) entry->reasons, i))
        continue;
      add_row (self->reasons, reason, NULL, NULL, NULL);
    }
  add_soreness (self, entry, guide);
  add_follow_ups (self, entry);
  add_feelings (self, entry);
  add_girths (self, entry);
  show_tags (self, entry);
  add_steps (self, entry, guide);
  note = legato_entry_words_dup_note (entry);
  gtk_label_set_label (self->note_text, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *entry->note != '\0');
  return self;
}

/** Returns: (transfer none): what is shown */
LegatoEntry *
legato_entry_view_get_entry (LegatoEntryView *self)
{
  g_return_val_if_fail (LEGATO_IS_ENTRY_VIEW (self), NULL);
  return self->entry;
}

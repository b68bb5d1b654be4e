/* legato-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-item.h"
#include "legato-entry-row.h"
#include "legato-entry-words.h"
#include "legato-person-model.h"
#include "legato-time-words.h"

struct _LegatoEntryRow
{
  AdwBin parent_instance;

  LegatoEntryItem *item;

  /* Template widgets */
  GtkLabel *heading;
  GtkWidget *card;
  GtkLabel *time;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *note;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoEntryRow, legato_entry_row, ADW_TYPE_BIN)

/* The list's own row around us is what a screen reader stops at. */
static void
name_list_row (LegatoEntryRow *self,
               const char *day,
               const char *time,
               const char *title,
               const char *summary)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name =
      g_strjoin (C_ ("list", ", "), day, time, title, *summary != '\0' ? summary : NULL, NULL);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (LegatoEntryRow *self)
{
  const LegatoEntry *entry;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *spoken = NULL;
  LegatoGuide *guide = NULL;

  entry = self->item != NULL ? legato_entry_item_get_entry (self->item) : NULL;
  gtk_widget_set_visible (self->card, entry != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  if (entry == NULL)
    return;
  guide = legato_entry_item_get_guide (self->item);
  day = legato_entry_words_dup_day (entry, legato_person_model_get_today ());
  time = legato_time_words_dup_time (entry->at);
  title = legato_entry_words_dup_title (entry, guide);
  summary = legato_entry_words_dup_summary (entry, guide, FALSE);
  spoken = legato_entry_words_dup_summary (entry, guide, TRUE);

  gtk_label_set_label (self->heading, day);
  gtk_widget_set_visible (GTK_WIDGET (self->heading),
                          legato_entry_item_get_first_of_day (self->item));
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_widget_set_visible (self->note, *entry->note != '\0');
  name_list_row (self, day, time, title, spoken);
}

static void
legato_entry_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (legato_entry_row_parent_class)->root (widget);
  update (LEGATO_ENTRY_ROW (widget));
}

static void
legato_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_entry_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (self->item != NULL)
        g_signal_handlers_disconnect_by_func (self->item, update, self);
      if (g_set_object (&self->item, g_value_get_object (value)))
        {
          if (self->item != NULL)
            g_signal_connect_object (self->item, "notify::entry", G_CALLBACK (update), self,
                                     G_CONNECT_SWAPPED);
          update (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_entry_row_dispose (GObject *object)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (legato_entry_row_parent_class)->dispose (object);
}

static void
legato_entry_row_class_init (LegatoEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_entry_row_dispose;
  object_class->get_property = legato_entry_row_get_property;
  object_class->set_property = legato_entry_row_set_property;
  widget_class->root = legato_entry_row_root;

  /**
   * LegatoEntryRow:item:
   *
   * The entry to show.
   */
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, LEGATO_TYPE_ENTRY_ITEM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, card);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, time);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, summary);
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, note);
}

static void
legato_entry_row_init (LegatoEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

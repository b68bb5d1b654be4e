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
#include "legato-row-filler.h"
#include "legato-time-words.h"
#include "legato-wrap-layout.h"

struct _LegatoEntryRow
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *time;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *note;

  /* Borrowed references */
  GtkWidget *list_row;     /* (nullable): the list's own, around us, while in a list */
  LegatoRowFiller *filler; /* (nullable): that of the list */

  /* Owned references */
  LegatoEntryItem *item;

  gboolean blank; /* its words are those of another entry, or there are none yet */
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoEntryRow, legato_entry_row, ADW_TYPE_BIN)

/* A screen reader stops at the row that the list makes, so that one needs the name. */
static void
name_list_row (LegatoEntryRow *self,
               const char *day,
               const char *time,
               const char *title,
               const char *summary)
{
  g_autofree char *name =
      g_strjoin (C_ ("list", ", "), day, time, title, *summary != '\0' ? summary : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* A blank row is transparent, and keeps its size, since most entries are of the same. */
static void
set_blank (LegatoEntryRow *self, gboolean blank)
{
  if (blank == self->blank)
    return;
  self->blank = blank;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->list_row), GTK_ACCESSIBLE_STATE_BUSY, blank,
                               -1);
  if (blank)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    "", -1);
}

static void
fill_cb (GtkWidget *widget)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (widget);
  const LegatoEntry *entry = legato_entry_item_get_entry (self->item);
  LegatoGuide *guide = legato_entry_item_get_guide (self->item);
  g_autofree char *day = legato_entry_words_dup_day (entry, legato_person_model_get_today ());
  g_autofree char *time = legato_time_words_dup_time (entry->at);
  g_autofree char *title = legato_entry_words_dup_title (entry, guide);
  g_autofree char *summary = legato_entry_words_dup_summary (entry, guide, FALSE);
  g_autofree char *spoken = legato_entry_words_dup_summary (entry, guide, TRUE);

  gtk_label_set_label (self->heading, day);
  gtk_widget_set_visible (GTK_WIDGET (self->heading),
                          legato_entry_item_get_first_of_day (self->item));
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_widget_set_visible (self->note, *entry->note != '\0');
  set_blank (self, FALSE);
  name_list_row (self, day, time, title, spoken);
}

static gboolean
has_entry (LegatoEntryRow *self)
{
  return self->item != NULL && legato_entry_item_get_entry (self->item) != NULL;
}

/* A row with the focus is filled at once, since a screen reader reads it. */
static void
fill_soon (LegatoEntryRow *self)
{
  if (self->filler == NULL)
    return;
  if (!has_entry (self))
    legato_row_filler_remove (self->filler, GTK_WIDGET (self));
  else if (gtk_widget_has_focus (self->list_row))
    {
      legato_row_filler_remove (self->filler, GTK_WIDGET (self));
      fill_cb (GTK_WIDGET (self));
    }
  else
    legato_row_filler_add (self->filler, GTK_WIDGET (self), fill_cb);
}

static void
focus_cb (LegatoEntryRow *self)
{
  if (self->blank)
    fill_soon (self);
}

static void
set_item (LegatoEntryRow *self, LegatoEntryItem *item)
{
  if (item == self->item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, fill_soon, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::entry", G_CALLBACK (fill_soon), self,
                             G_CONNECT_SWAPPED);
  if (self->filler != NULL)
    set_blank (self, TRUE);
  fill_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
legato_entry_row_root (GtkWidget *widget)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (widget);

  GTK_WIDGET_CLASS (legato_entry_row_parent_class)->root (widget);
  self->list_row = gtk_widget_get_parent (widget);
  self->filler = legato_row_filler_get_for (widget);
  g_signal_connect_object (self->list_row, "notify::has-focus", G_CALLBACK (focus_cb), self,
                           G_CONNECT_SWAPPED);
  set_blank (self, TRUE);
  fill_soon (self);
}

static void
legato_entry_row_unroot (GtkWidget *widget)
{
  LegatoEntryRow *self = LEGATO_ENTRY_ROW (widget);

  g_signal_handlers_disconnect_by_func (self->list_row, focus_cb, self);
  legato_row_filler_remove (self->filler, widget);
  self->filler = NULL;
  self->list_row = NULL;
  GTK_WIDGET_CLASS (legato_entry_row_parent_class)->unroot (widget);
}

static void
legato_entry_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (!LEGATO_ENTRY_ROW (widget)->blank)
    GTK_WIDGET_CLASS (legato_entry_row_parent_class)->snapshot (widget, snapshot);
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
      set_item (self, g_value_get_object (value));
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
  widget_class->unroot = legato_entry_row_unroot;
  widget_class->snapshot = legato_entry_row_snapshot;

  /**
   * LegatoEntryRow:item:
   *
   * The entry to show.
   */
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, LEGATO_TYPE_ENTRY_ITEM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/journal/entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoEntryRow, heading);
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

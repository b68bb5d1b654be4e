/* legato-filter-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-day-button.h"
#include "legato-filter-bar.h"
#include "legato-words.h"
#include "legato-wrap-layout.h"

struct _LegatoFilterBar
{
  AdwBin parent_instance;

  /* Borrowed references, within this; the first choice of each is "all" */
  GtkDropDown *place;
  GtkDropDown *leg;
  GtkDropDown *kind;
  GtkDropDown *session;
  GtkDropDown *tag;
  LegatoDayButton *from;
  LegatoDayButton *to;

  /* Owned references */
  GPtrArray *zones;    /* (element-type LegatoZone) */
  GPtrArray *routines; /* (element-type LegatoRoutine): then the goals */
  GPtrArray *tags;     /* (element-type utf8) */

  guint n_routines;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoFilterBar, legato_filter_bar, ADW_TYPE_BIN)

static void
changed_cb (LegatoFilterBar *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: which choice is selected, from 0 on, or -1 for all */
static int
get_choice (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

static void
set_names (GtkDropDown *drop_down, GStrvBuilder *builder)
{
  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
}

static GtkDropDown *
add_drop_down (LegatoFilterBar *self, GtkBox *box, const char *name, GStrvBuilder *builder)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  set_names (GTK_DROP_DOWN (drop_down), builder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_tooltip_text (drop_down, name);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  gtk_box_append (box, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
add_place (LegatoFilterBar *self, GtkBox *box, LegatoGuide *guide)
{
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) legs = g_strv_builder_new ();

  g_ptr_array_extend (self->zones, legato_guide_get_zones (guide), NULL, NULL);
  g_strv_builder_add (places, _ ("All places"));
  for (guint i = 0; i < self->zones->len; i++)
    g_strv_builder_add (places, ((const LegatoZone *) g_ptr_array_index (self->zones, i))->name);
  self->place = add_drop_down (self, box, _ ("Place"), places);
  g_strv_builder_add_many (legs, _ ("Either leg"), _ ("Left leg"), _ ("Right leg"), NULL);
  self->leg = add_drop_down (self, box, _ ("Leg"), legs);
}

static void
add_sessions (LegatoFilterBar *self, GtkBox *box, LegatoGuide *guide)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) own = legato_guide_dup_own_routines (guide);

  g_ptr_array_extend (self->routines, legato_guide_get_routines (guide), NULL, NULL);
  g_ptr_array_extend (self->routines, own, NULL, NULL);
  self->n_routines = self->routines->len;
  g_ptr_array_extend (self->routines, legato_guide_get_goals (guide), NULL, NULL);
  g_strv_builder_add (names, _ ("All routines"));
  for (guint i = 0; i < self->routines->len; i++)
    g_strv_builder_add (names,
                        ((const LegatoRoutine *) g_ptr_array_index (self->routines, i))->name);
  self->session = add_drop_down (self, box, _ ("Routine"), names);
}

static void
add_kinds (LegatoFilterBar *self, GtkBox *box)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  /* In the order of LegatoEntryKind. */
  g_strv_builder_add_many (names, _ ("Everything"), _ ("Massages"), _ ("How your legs felt"),
                           _ ("No massage that day"), _ ("Stopped, it hurt"), NULL);
  self->kind = add_drop_down (self, box, _ ("Kind"), names);
}

static LegatoDayButton *
add_day (LegatoFilterBar *self, GtkBox *box, const char *name)
{
  LegatoDayButton *button = legato_day_button_new (name);

  g_signal_connect_swapped (button, "notify::day", G_CALLBACK (changed_cb), self);
  gtk_box_append (box, GTK_WIDGET (button));
  return button;
}

static void
clear_cb (LegatoFilterBar *self)
{
  legato_filter_bar_clear (self);
}

static void
legato_filter_bar_finalize (GObject *object)
{
  LegatoFilterBar *self = LEGATO_FILTER_BAR (object);

  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->routines, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_filter_bar_parent_class)->finalize (object);
}

static void
legato_filter_bar_class_init (LegatoFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_filter_bar_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_filter_bar_init (LegatoFilterBar *self)
{
  self->zones = g_ptr_array_new ();
  self->routines = g_ptr_array_new ();
  self->tags = g_ptr_array_new_with_free_func (g_free);
}

/** Returns: (transfer floating): a bar that lets all entries through */
LegatoFilterBar *
legato_filter_bar_new (LegatoGuide *guide)
{
  LegatoFilterBar *self = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clear = gtk_button_new_with_label (_ ("Show All"));
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_FILTER_BAR, NULL);
  self->filling = TRUE;
  gtk_widget_set_layout_manager (box, g_object_new (LEGATO_TYPE_WRAP_LAYOUT, NULL));
  add_kinds (self, GTK_BOX (box));
  add_place (self, GTK_BOX (box), guide);
  add_sessions (self, GTK_BOX (box), guide);
  g_strv_builder_add (tags, _ ("All tags"));
  self->tag = add_drop_down (self, GTK_BOX (box), _ ("Tag"), tags);
  self->from = add_day (self, GTK_BOX (box), C_ ("date", "From"));
  self->to = add_day (self, GTK_BOX (box), _ ("To"));
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (box), clear);
  adw_bin_set_child (ADW_BIN (self), box);
  self->filling = FALSE;
  return self;
}

/** legato_filter_bar_offer_tags: @tags can be chosen; what was chosen stays, if it is among them.
 */
void
legato_filter_bar_offer_tags (LegatoFilterBar *self, const char *const *tags)
{
  int chosen = get_choice (self->tag);
  g_autofree char *before =
      chosen >= 0 ? g_strdup (g_ptr_array_index (self->tags, (guint) chosen)) : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint selected = 0;

  g_return_if_fail (LEGATO_IS_FILTER_BAR (self) && tags != NULL);

  self->filling = TRUE;
  g_ptr_array_set_size (self->tags, 0);
  g_strv_builder_add (names, _ ("All tags"));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_ptr_array_add (self->tags, g_strdup (tags[i]));
      g_strv_builder_add (names, legato_words_get_tag (tags[i]));
      if (g_strcmp0 (before, tags[i]) == 0)
        selected = i + 1;
    }
  set_names (self->tag, names);
  gtk_drop_down_set_selected (self->tag, selected);
  self->filling = FALSE;
  if (before != NULL && selected == 0)
    changed_cb (self);
}

/** Returns: (transfer full): what is chosen, for the journal to search by */
LegatoFilter *
legato_filter_bar_make_filter (LegatoFilterBar *self)
{
  LegatoFilter *filter = legato_filter_new ();
  int place = get_choice (self->place);
  int leg = get_choice (self->leg);
  int kind = get_choice (self->kind);
  int session = get_choice (self->session);
  int tag = get_choice (self->tag);

  g_return_val_if_fail (LEGATO_IS_FILTER_BAR (self), filter);

  if (place >= 0)
    filter->zone =
        g_strdup (((const LegatoZone *) g_ptr_array_index (self->zones, (guint) place))->id);
  if (leg >= 0)
    filter->legs = 1u << leg;
  if (kind >= 0)
    filter->kinds = 1u << kind;
  if (session >= 0)
    {
      const LegatoRoutine *routine = g_ptr_array_index (self->routines, (guint) session);

      *((guint) session < self->n_routines ? &filter->routine : &filter->goal) =
          g_strdup (routine->id);
    }
  if (tag >= 0)
    filter->tag = g_strdup (g_ptr_array_index (self->tags, (guint) tag));
  filter->from_day = legato_day_button_get_day (self->from);
  filter->to_day = legato_day_button_get_day (self->to);
  return filter;
}

/** legato_filter_bar_set_days: only entries of these days, both included; 0 for no end */
void
legato_filter_bar_set_days (LegatoFilterBar *self, guint32 from, guint32 to)
{
  g_return_if_fail (LEGATO_IS_FILTER_BAR (self));

  self->filling = TRUE;
  legato_day_button_set_day (self->from, from);
  legato_day_button_set_day (self->to, to);
  self->filling = FALSE;
  changed_cb (self);
}

/** legato_filter_bar_clear: lets all entries through. */
void
legato_filter_bar_clear (LegatoFilterBar *self)
{
  GtkDropDown *const drop_downs[] = { self->place, self->leg, self->kind, self->session,
                                      self->tag };

  g_return_if_fail (LEGATO_IS_FILTER_BAR (self));

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    gtk_drop_down_set_selected (drop_downs[i], 0);
  self->filling = FALSE;
  legato_filter_bar_set_days (self, 0, 0);
}

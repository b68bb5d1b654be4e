/* legato-technique-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <math.h>
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-locale.h"
#include "legato-pace.h"
#include "legato-place-paintable.h"
#include "legato-planner.h"
#include "legato-position-picture.h"
#include "legato-chip.h"
#include "legato-technique-card.h"
#include "legato-words.h"
#include "legato-text-button.h"
#include "legato-wrap-layout.h"

/* So many lines of text have to be left when the buttons lie below them. */
#define LEAST_LINES 4

struct _LegatoTechniqueCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  AdwBin *within;
  AdwBin *below;
  GtkWidget *foot;
  GtkWidget *buttons;
  GtkImage *place_image;
  GtkLabel *title;
  GtkLabel *place;
  GtkWidget *caution_box;
  GtkLabel *caution;
  GtkBox *techniques;
  GtkLabel *technique;
  GtkToggleButton *try_it;
  AdwButtonContent *try_content;
  GtkWidget *start;
  GtkLabel *trouble;
  GtkLabel *other_name;
  GtkWidget *position_box;
  LegatoPositionPicture *position;
  GtkLabel *reach;
  GtkLabel *how;
  GtkLabel *pressure;
  GtkLabel *tempo;
  GtkLabel *dose;
  GtkWidget *care_box;
  GtkLabel *care;
  GtkLabel *why;
  GtkBox *tips;
  GtkLabel *sources;

  /* Owned references */
  LegatoPlacePaintable *place_paintable;
  LegatoContext *context;

  /* Borrowed references, live as long as the guide */
  const LegatoZone *zone;
  const LegatoUse *use;

  guint place_foot_id;
  gboolean fixed;
};

enum
{
  SIGNAL_USE_CHANGED,
  SIGNAL_TRY,
  SIGNAL_START,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoTechniqueCard, legato_technique_card, GTK_TYPE_WIDGET)

/* Returns: how to sit, lie or stand to reach the place, for what this person is able to do */
static const LegatoReach *
find_reach (LegatoTechniqueCard *self, const LegatoUse *use)
{
  const LegatoPerson *person =
      legato_person_model_get_person (legato_context_get_person (self->context));
  LegatoHelp help = use->help & LEGATO_HELP_ALONE ? LEGATO_HELP_ALONE : LEGATO_HELP_PARTNER;
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  g_ptr_array_add (zones, (gpointer) use->zone);
  return legato_technique_find_reach (use->technique, zones, help,
                                      legato_person_get_needs (person));
}

static void
show_reach (LegatoTechniqueCard *self)
{
  const LegatoReach *reach = self->use != NULL ? find_reach (self, self->use) : NULL;

  gtk_widget_set_visible (self->position_box, reach != NULL);
  legato_position_picture_set_position (self->position, reach != NULL ? reach->position : NULL);
  gtk_label_set_label (self->reach, reach != NULL ? reach->text.text : "");
}

/* Returns: (transfer full): the tempo; for a glide also how many seconds it takes here */
static char *
dup_tempo (const LegatoUse *use)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autofree char *seconds = NULL;
  guint whole = 0;

  if (use->technique->pace_mm_s == 0 || use->lifted)
    return g_strdup (use->technique->tempo.text);
  g_ptr_array_add (zones, (gpointer) use->zone);
  whole = (guint) lround (legato_pace_get_glide_seconds (use->technique, zones));
  seconds = g_strdup_printf (ngettext ("One glide here takes about %u second.",
                                       "One glide here takes about %u seconds.", whole),
                             whole);
  return legato_locale_join_sentences (use->technique->tempo.text, seconds, NULL);
}

/* Whether the technique is done more firmly at some other place. */
static gboolean
is_gentler_here (const LegatoUse *use)
{
  for (guint i = 0; i < use->technique->uses->len; i++)
    {
      const LegatoUse *other = g_ptr_array_index (use->technique->uses, i);

      if (other->pressure > use->pressure)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about (const LegatoTip *tip, const LegatoUse *use)
{
  const char *const *subjects = (const char *const *) tip->subjects;

  return g_strv_contains (subjects, use->zone->id)
         || g_strv_contains (subjects, use->technique->id);
}

/* Adds a button for each tip about the place or the technique. */
static void
show_tips (LegatoTechniqueCard *self, const LegatoUse *use)
{
  GPtrArray *tips = legato_guide_get_tips (legato_context_get_guide (self->context));
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tips))) != NULL)
    gtk_box_remove (self->tips, child);
  for (guint i = 0; i < tips->len; i++)
    {
      const LegatoTip *tip = g_ptr_array_index (tips, i);
      GtkWidget *button = NULL;
      GtkWidget *label = NULL;

      if (!is_about (tip, use))
        continue;
      button = gtk_button_new ();
      label = gtk_label_new (tip->name);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tip");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tip->id);
      gtk_box_append (self->tips, button);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->tips)),
                          gtk_widget_get_first_child (GTK_WIDGET (self->tips)) != NULL);
}

static void
show_use (LegatoTechniqueCard *self, const LegatoUse *use)
{
  const LegatoTechnique *technique = use->technique;
  const char *const tags[] = {
    self->zone->place.source, self->zone->caution.source, use->how.source,
    technique->why.source,    use->caution.source,        technique->pressure.source,
    technique->tempo.source,  technique->dose.source,     NULL
  };
  g_autofree char *pressure = NULL;
  g_autofree char *tempo = dup_tempo (use);
  g_autofree char *names =
      legato_words_dup_sources (legato_context_get_guide (self->context), tags);
  g_autofree char *sources = NULL;

  self->use = use;

  if (use->lifted)
    pressure = g_strdup (_ ("None: lift your hands and pass above this place."));
  else if (is_gentler_here (use))
    /* Translators: what a pressure feels like, then the firmest that this place bears ("Light") */
    pressure = g_strdup_printf (_ ("%s Here at most: %s."), technique->pressure.text,
                                legato_pressure_get_name (use->pressure));
  else
    pressure = g_strdup (technique->pressure.text);

  gtk_label_set_label (self->technique, technique->name);
  gtk_label_set_label (self->other_name, technique->other_name);
  gtk_widget_set_visible (GTK_WIDGET (self->other_name),
                          technique->other_name != NULL && *technique->other_name != '\0');
  gtk_label_set_label (self->how, use->how.text);
  gtk_label_set_label (self->pressure, pressure);
  gtk_label_set_label (self->tempo, tempo);
  gtk_label_set_label (self->dose, technique->dose.text);
  gtk_label_set_label (self->care, use->caution.text);
  gtk_widget_set_visible (self->care_box, use->caution.text != NULL && *use->caution.text != '\0');
  gtk_label_set_label (self->why, technique->why.text);

  /* Translators: followed by the names of books, guides and articles */
  sources = g_strdup_printf (_ ("Sources: %s"), names);
  gtk_label_set_label (self->sources, sources);
  show_reach (self);
  show_tips (self, use);

  g_signal_emit (self, signals[SIGNAL_USE_CHANGED], 0);
}

static void
technique_toggled_cb (GtkToggleButton *button, LegatoTechniqueCard *self)
{
  const LegatoUse *use = g_object_get_data (G_OBJECT (button), "use");

  if (gtk_toggle_button_get_active (button) && use != self->use)
    show_use (self, use);
}

static void
try_toggled_cb (LegatoTechniqueCard *self)
{
  gboolean trying = gtk_toggle_button_get_active (self->try_it);

  adw_button_content_set_icon_name (self->try_content, trying ? "media-playback-stop-symbolic"
                                                              : "media-playback-start-symbolic");
  g_signal_emit (self, signals[SIGNAL_TRY], 0);
}

static void
start_cb (LegatoTechniqueCard *self)
{
  g_signal_emit (self, signals[SIGNAL_START], 0);
}

/* Lists the techniques of the place; the one that a session of it begins with comes first. */
static void
fill_techniques (LegatoTechniqueCard *self)
{
  const LegatoTechnique *first = legato_planner_choose_technique (self->zone);
  GtkToggleButton *group = NULL;
  GtkToggleButton *chosen = NULL;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->techniques))) != NULL)
    gtk_box_remove (self->techniques, child);

  for (guint i = 0; i < self->zone->uses->len; i++)
    {
      LegatoUse *use = g_ptr_array_index (self->zone->uses, i);
      GtkWidget *button = legato_chip_new (use->technique->name, NULL);

      g_object_set_data (G_OBJECT (button), "use", use);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      if (chosen == NULL || use->technique == first)
        chosen = GTK_TOGGLE_BUTTON (button);
      g_signal_connect (button, "toggled", G_CALLBACK (technique_toggled_cb), self);
      gtk_box_append (self->techniques, button);
    }
  if (chosen != NULL)
    gtk_toggle_button_set_active (chosen, TRUE);
}

/* Moves the foot, with the keyboard if that is in it. */
static gboolean
place_foot_cb (gpointer data)
{
  LegatoTechniqueCard *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->place_foot_id = 0;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->foot))
    focus = NULL;
  g_object_ref (self->foot);
  adw_bin_set_child (self->fixed ? self->within : self->below, NULL);
  adw_bin_set_child (self->fixed ? self->below : self->within, self->foot);
  g_object_unref (self->foot);
  gtk_widget_set_visible (GTK_WIDGET (self->below), self->fixed);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);

  return G_SOURCE_REMOVE;
}

/* Whether the foot belongs below the text: it does where its place within would be out of sight,
 * and some lines of text still are in sight above it. */
static gboolean
wants_foot_below (LegatoTechniqueCard *self, int width, int height)
{
  GtkWidget *below = GTK_WIDGET (self->below);
  GtkWidget *text = gtk_widget_get_parent (GTK_WIDGET (self->within));
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int lines = LEAST_LINES * PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  int margins = gtk_widget_get_margin_top (below) + gtk_widget_get_margin_bottom (below);
  int foot = 0;
  graphene_point_t place;

  pango_font_metrics_unref (metrics);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL,
                      width - gtk_widget_get_margin_start (below)
                          - gtk_widget_get_margin_end (below),
                      &foot, NULL, NULL, NULL);
  return gtk_widget_compute_point (GTK_WIDGET (self->within), text, &GRAPHENE_POINT_INIT (0, 0),
                                   &place)
         && gtk_widget_get_margin_top (text) + place.y + (float) foot > (float) height
         && foot + margins + lines <= height;
}

/* The foot is moved into the text before it would make a window higher. */
static void
legato_technique_card_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  LegatoTechniqueCard *self = LEGATO_TECHNIQUE_CARD (widget);
  GtkWidget *below = GTK_WIDGET (self->below);
  int foot_minimum = 0;
  int foot_natural = 0;

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  /* As wide with the foot below as with it in the text: else each width could want the other. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->buttons, orientation, -1, &foot_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, foot_minimum + gtk_widget_get_margin_start (below)
                                    + gtk_widget_get_margin_end (below));
      *natural = MAX (*natural, *minimum);
    }
  else if (gtk_widget_should_layout (below))
    {
      gtk_widget_measure (below, orientation, for_size, &foot_minimum, &foot_natural, NULL, NULL);
      *natural += foot_natural;
    }
}

static void
legato_technique_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoTechniqueCard *self = LEGATO_TECHNIQUE_CARD (widget);
  gboolean fixed = FALSE;
  int foot = 0;
  int text = height;

  if (gtk_widget_should_layout (GTK_WIDGET (self->below)))
    {
      gtk_widget_measure (GTK_WIDGET (self->below), GTK_ORIENTATION_VERTICAL, width, NULL, &foot,
                          NULL, NULL);
      gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, width, &text, NULL, NULL, NULL);
      text = MAX (text, height - foot);
      gtk_widget_size_allocate (GTK_WIDGET (self->below), &(GtkAllocation){ 0, text, width, foot },
                                -1);
    }
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, text }, -1);

  fixed = wants_foot_below (self, width, height);
  if (fixed == self->fixed)
    return;
  self->fixed = fixed;

  /* What is being laid out cannot be moved. */
  if (self->place_foot_id == 0)
    self->place_foot_id = g_idle_add_full (GDK_PRIORITY_EVENTS, place_foot_cb, self, NULL);
}

static GtkSizeRequestMode
legato_technique_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_technique_card_dispose (GObject *object)
{
  LegatoTechniqueCard *self = LEGATO_TECHNIQUE_CARD (object);

  g_clear_handle_id (&self->place_foot_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->below, gtk_widget_unparent);
  g_clear_object (&self->place_paintable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (legato_technique_card_parent_class)->dispose (object);
}

static void
legato_technique_card_class_init (LegatoTechniqueCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_technique_card_dispose;
  widget_class->measure = legato_technique_card_measure;
  widget_class->size_allocate = legato_technique_card_size_allocate;
  widget_class->get_request_mode = legato_technique_card_get_request_mode;

  /** LegatoTechniqueCard::use-changed: another technique, or the same of another place, is shown */
  signals[SIGNAL_USE_CHANGED] =
      g_signal_new ("use-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  /** LegatoTechniqueCard::try: the person starts or ends the demonstration */
  signals[SIGNAL_TRY] = g_signal_new ("try", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  /** LegatoTechniqueCard::start: the person wants a session of this place */
  signals[SIGNAL_START] = g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEGATO_TYPE_POSITION_PICTURE);
  g_type_ensure (LEGATO_TYPE_TEXT_BUTTON);
  g_type_ensure (LEGATO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LEGATO_RESOURCE_ROOT "/ui/legs/technique-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, within);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, below);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, foot);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, place_image);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, title);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, place);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, caution_box);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, caution);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, techniques);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, technique);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, try_it);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, try_content);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, start);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, trouble);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, other_name);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, position_box);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, position);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, reach);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, how);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, pressure);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, tempo);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, dose);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, care_box);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, care);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, why);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, tips);
  gtk_widget_class_bind_template_child (widget_class, LegatoTechniqueCard, sources);
  gtk_widget_class_bind_template_callback (widget_class, try_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
legato_technique_card_init (LegatoTechniqueCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: (transfer floating): a card without a place yet */
LegatoTechniqueCard *
legato_technique_card_new (LegatoContext *context)
{
  LegatoTechniqueCard *self = NULL;

  g_return_val_if_fail (LEGATO_IS_CONTEXT (context), NULL);

  self = g_object_new (LEGATO_TYPE_TECHNIQUE_CARD, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (legato_context_get_person (context), "changed", G_CALLBACK (show_reach),
                           self, G_CONNECT_SWAPPED);
  self->place_paintable = legato_place_paintable_new (legato_context_get_views (context));
  gtk_image_set_from_paintable (self->place_image, GDK_PAINTABLE (self->place_paintable));
  return self;
}

/**
 * legato_technique_card_set_place:
 * @leg: left or right
 * @zone: lives as long as its guide, which must outlive the card
 *
 * Shows @zone with the technique that it is first worked with.
 */
void
legato_technique_card_set_place (LegatoTechniqueCard *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_TECHNIQUE_CARD (self));
  g_return_if_fail (zone != NULL && leg != LEGATO_LEG_BOTH);

  if (zone != self->zone)
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
  self->zone = zone;
  self->use = NULL;
  legato_place_paintable_set_place (self->place_paintable, leg, zone);
  gtk_label_set_label (self->title, zone->side_names[leg]);
  gtk_label_set_label (self->place, zone->place.text);
  gtk_label_set_label (self->caution, zone->caution.text);
  gtk_widget_set_visible (self->caution_box,
                          zone->caution.text != NULL && *zone->caution.text != '\0');
  gtk_widget_set_visible (self->start, !zone->lift_over);
  fill_techniques (self);
}

/** Returns: (transfer none) (nullable): the technique shown, with the place it is shown for */
const LegatoUse *
legato_technique_card_get_use (LegatoTechniqueCard *self)
{
  g_return_val_if_fail (LEGATO_IS_TECHNIQUE_CARD (self), NULL);
  return self->use;
}

/** legato_technique_card_set_use: shows @use, which must be one of the place's. */
void
legato_technique_card_set_use (LegatoTechniqueCard *self, const LegatoUse *use)
{
  g_return_if_fail (LEGATO_IS_TECHNIQUE_CARD (self));
  g_return_if_fail (use != NULL && use->zone == self->zone);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->techniques)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_object_get_data (G_OBJECT (child), "use") == use)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

/** Returns: whether the person wants the demonstration to play */
gboolean
legato_technique_card_get_trying (LegatoTechniqueCard *self)
{
  g_return_val_if_fail (LEGATO_IS_TECHNIQUE_CARD (self), FALSE);
  return gtk_toggle_button_get_active (self->try_it);
}

/** legato_technique_card_set_trying: shows whether the demonstration plays. */
void
legato_technique_card_set_trying (LegatoTechniqueCard *self, gboolean trying)
{
  g_return_if_fail (LEGATO_IS_TECHNIQUE_CARD (self));
  gtk_toggle_button_set_active (self->try_it, trying);
}

/** legato_technique_card_set_trouble: @trouble: (nullable): why the demonstration has no sound, or
 * does not play */
void
legato_technique_card_set_trouble (LegatoTechniqueCard *self, const char *trouble)
{
  g_return_if_fail (LEGATO_IS_TECHNIQUE_CARD (self));

  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

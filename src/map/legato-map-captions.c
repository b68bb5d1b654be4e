/* legato-map-captions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-map-captions.h"

/* Room between the two captions, in pixels, and the least where large letters leave no more. */
#define LEAST_APART 2
#define APART 12

struct _LegatoMapCaptions
{
  GtkWidget *parent;    /* borrowed */
  GtkWidget *labels[2]; /* by LegatoLeg */
};

/** Returns: (transfer full): two labels that are children of @parent until they are freed */
LegatoMapCaptions *
legato_map_captions_new (GtkWidget *parent)
{
  const char *const texts[] = { _ ("Your left"), _ ("Your right") };
  LegatoMapCaptions *self = g_new0 (LegatoMapCaptions, 1);

  self->parent = parent;
  for (int leg = 0; leg < 2; leg++)
    {
      self->labels[leg] = gtk_label_new (texts[leg]);
      gtk_label_set_wrap (GTK_LABEL (self->labels[leg]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->labels[leg]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (self->labels[leg]), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (self->labels[leg], "dim-label");
      gtk_widget_add_css_class (self->labels[leg], "caption");
      gtk_widget_set_can_target (self->labels[leg], FALSE);
      gtk_widget_set_parent (self->labels[leg], parent);
    }
  return self;
}

void
legato_map_captions_free (LegatoMapCaptions *self)
{
  gtk_widget_unparent (self->labels[0]);
  gtk_widget_unparent (self->labels[1]);
  g_free (self);
}

/* The breadth of a caption of which each word stands in a line of its own. */
static int
find_longest_word (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
  int width = 0;

  pango_layout_set_width (layout, 0);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 1;
}

/* A caption with a word too long for its half of @room takes what the other one can spare, down to
 * its @least. */
static void
keep_words (LegatoMapCaptions *self, int room, const int least[2], int width[2])
{
  const int words[2] = { find_longest_word (self->labels[0]), find_longest_word (self->labels[1]) };
  int all = room - LEAST_APART;

  for (int leg = 0; leg < 2; leg++)
    if (width[leg] < words[leg])
      {
        int other = 1 - leg;

        width[leg] = MAX (width[leg], MIN (words[leg], all - MIN (words[other], width[other])));
        width[other] = MAX (least[other], MIN (width[other], all - width[leg]));
      }
}

/* How broad each caption is within @room, where both stand side by side: in two lines where one
 * would be too long. Returns the height of the higher one. */
static int
measure (LegatoMapCaptions *self, int room, int width[2])
{
  int least[2];
  int height = 0;

  for (int leg = 0; leg < 2; leg++)
    gtk_widget_measure (self->labels[leg], GTK_ORIENTATION_HORIZONTAL, -1, &least[leg], &width[leg],
                        NULL, NULL);
  if (width[0] + APART + width[1] > room)
    {
      for (int leg = 0; leg < 2; leg++)
        width[leg] = CLAMP ((room - APART) / 2, least[leg], width[leg]);
      keep_words (self, room, least, width);
    }
  for (int leg = 0; leg < 2; leg++)
    {
      int own = 0;

      gtk_widget_measure (self->labels[leg], GTK_ORIENTATION_VERTICAL, width[leg], NULL, &own, NULL,
                          NULL);
      height = MAX (height, own);
    }
  return height;
}

/** Returns: the room that the captions need below legs that have @room, all in pixels */
int
legato_map_captions_get_height (LegatoMapCaptions *self, int room)
{
  int width[2];

  return measure (self, room, width);
}

/**
 * legato_map_captions_place:
 * @middles: by #LegatoLeg, where each leg's middle is in units of the drawing; negative if the leg
 *   is not in the view
 * @left: where the drawing begins, in pixels
 * @scale: pixels a unit
 * @top: upper edge of the captions, in pixels
 * @room: width that the captions stay within, in pixels
 *
 * Puts each caption below its leg; on a small map they are pushed apart, so that both can be read.
 */
void
legato_map_captions_place (LegatoMapCaptions *self,
                           const double middles[2],
                           double left,
                           double scale,
                           double top,
                           int room)
{
  gboolean both = middles[LEGATO_LEG_LEFT] >= 0 && middles[LEGATO_LEG_RIGHT] >= 0;
  int first =
      middles[LEGATO_LEG_LEFT] <= middles[LEGATO_LEG_RIGHT] ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
  int width[2];
  int height = measure (self, room, width);
  int apart = CLAMP (room - width[0] - width[1], LEAST_APART, APART);
  double x[2] = { 0.0, 0.0 };
  double overlap = 0.0;

  for (int leg = 0; leg < 2; leg++)
    {
      x[leg] = left + middles[leg] * scale - width[leg] / 2.0;
      x[leg] = CLAMP (x[leg], 0, MAX (0, room - width[leg]));
    }

  overlap = x[first] + width[first] + apart - x[1 - first];
  if (both && overlap > 0)
    {
      x[first] = CLAMP (x[first] - overlap / 2.0, 0, MAX (0, room - apart - width[0] - width[1]));
      x[1 - first] = x[first] + width[first] + apart;
    }

  for (int leg = 0; leg < 2; leg++)
    {
      graphene_point_t corner = GRAPHENE_POINT_INIT ((float) floor (x[leg]), (float) floor (top));

      gtk_widget_set_child_visible (self->labels[leg], middles[leg] >= 0);
      gtk_widget_allocate (self->labels[leg], width[leg], height, -1,
                           gsk_transform_translate (NULL, &corner));
    }
}

void
legato_map_captions_snapshot (LegatoMapCaptions *self, GtkSnapshot *snapshot)
{
  for (int leg = 0; leg < 2; leg++)
    gtk_widget_snapshot_child (self->parent, self->labels[leg], snapshot);
}

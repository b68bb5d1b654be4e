/* legato-play-layout.h: where the parts of a running session lie, on any screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The parts of the page. */
typedef enum
{
  LEGATO_PLAY_MAP,
  LEGATO_PLAY_PLACE,     /* where the hands are: the largest words */
  LEGATO_PLAY_TECHNIQUE, /* what they do there */
  LEGATO_PLAY_DIAL,
  LEGATO_PLAY_POSITION, /* how one sits; on a small screen there is no room for it */
  LEGATO_PLAY_CAPTION,
  LEGATO_PLAY_NEXT,
  LEGATO_PLAY_PROGRESS,
  LEGATO_PLAY_TRANSPORT,
  LEGATO_PLAY_HURT,
  LEGATO_PLAY_MESSAGE, /* over the picture, for a while */
  LEGATO_PLAY_TUNING,  /* while it is open it takes its room from the picture */
  LEGATO_PLAY_N_PARTS,
} LegatoPlayPart;

/**
 * LegatoPlayNeeds: what parts need at least, in pixels
 * @measure_tuning: (nullable): how high the open panel is when it is @width wide; without it none
 * is open
 * @tuning: what @measure_tuning is given
 * @message_shown: whether something is said, which takes room from the caption
 * @covered: at the top, where something lies over the page; the picture may go below that
 */
typedef struct
{
  int transport_width;
  int progress_height;
  int message_height;
  int tuning_width;
  int (*measure_tuning) (gpointer tuning, int width);
  gpointer tuning;
  int covered;
  gboolean message_shown;
} LegatoPlayNeeds;

#define LEGATO_TYPE_PLAY_LAYOUT (legato_play_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlayLayout, legato_play_layout, LEGATO, PLAY_LAYOUT, GtkLayoutManager)

void legato_play_layout_set_part (LegatoPlayLayout *self, LegatoPlayPart part, GtkWidget *widget);
void legato_play_layout_set_message_shown (LegatoPlayLayout *self, gboolean shown);
void legato_play_layout_set_covered (LegatoPlayLayout *self, int covered);

G_END_DECLS

/* legato-play-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-play-layout-testing.h"

/* The picture comes first and has the full height wherever it can; words and digits stand beside
 * it, and fill what they are given. Nothing here depends on what is written, so that no step moves
 * anything, and the drawing is rendered once a size. */

/* Border and gaps: this part of the shorter side, and their bounds in pixels. */
#define GAP_PART 40
#define LEAST_GAP 10
#define LARGEST_GAP 36

/* In pixels: large enough to be hit with an elbow, and seen from across the room. */
#define LEAST_BUTTON 64
#define LARGEST_BUTTON 112

/* "Stop, it hurts" is wider than the other buttons, as it has words, not an icon. */
#define LEAST_HURT 110
#define HURT_PART 27

/* The bar and its words get this part of the height. */
#define PROGRESS_PART 22

/* Narrower windows have no room for words and controls beside the picture. */
#define LEAST_BESIDE 560

/* The words and controls get this part of the width. */
#define WORDS_PART 0.48

/* The picture of the legs is never less wide, whatever the controls need. */
#define LEAST_MAP 150

/* A drawing of how one sits is half as wide again as high; lower than this it tells nothing. */
#define POSITION_RATIO 1.5
#define LEAST_POSITION 90

/* The picture of the legs gives up room only as long as it stays so many times as high as wide. */
#define MAP_RATIO 1.45

/* While something is said for a while: as much of its usual height the caption keeps at least; and
 * as much what comes next, or it is gone. */
#define CAPTION_LEFT 0.75
#define LEAST_LEFT 0.6

/* Words lower than this stand beside the dial instead of around it. */
#define LEAST_STACK 300

/* The picture of the legs goes altogether before it is lower than this. */
#define LEAST_MAP_HEIGHT 200

/* While the panel is open: with less height left the picture gives all of its room to it, and with
 * less of their own the words go without the caption. Before the panel is lower than a row of it,
 * the words keep room for the bar, and always so much that they can be read. */
#define LEAST_WITH_MAP 560
#define LEAST_WITH_CAPTION 230
#define LEAST_TUNING 88
#define LEAST_BAR 72
#define LEAST_WORDS 28

struct _LegatoPlayLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *parts[LEGATO_PLAY_N_PARTS]; /* borrowed: children of the widget laid out */
  int covered;
  gboolean message_shown;
};

G_DEFINE_FINAL_TYPE (LegatoPlayLayout, legato_play_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Cuts @height pixels off @room, from above or, if negative, from below. */
static GdkRectangle
cut (GdkRectangle *room, int height, int gap)
{
  int size = MIN (ABS (height), MAX (0, room->height));
  GdkRectangle piece = { room->x, room->y, room->width, size };

  if (height < 0)
    piece.y = room->y + room->height - size;
  else
    room->y += size + gap;
  room->height = MAX (0, room->height - size - gap);
  return piece;
}

static int
get_progress_height (int height, const LegatoPlayNeeds *needs)
{
  return MAX (needs->progress_height, height / PROGRESS_PART);
}

/* The drawing stands beside the dial if there is room for both; otherwise the dial has it all. */
static void
share_dial (GdkRectangle room, int gap, GdkRectangle *places)
{
  int height = MIN (room.height, (int) ((room.width - gap) / (1.0 + POSITION_RATIO)));
  int width = (int) (height * POSITION_RATIO);
  int left = room.x + (room.width - height - gap - width) / 2;
  int top = room.y + (room.height - height) / 2;

  places[LEGATO_PLAY_DIAL] = room;
  if (height < LEAST_POSITION)
    return;
  places[LEGATO_PLAY_DIAL] = (GdkRectangle){ left, top, height, height };
  places[LEGATO_PLAY_POSITION] = (GdkRectangle){ left + height + gap, top, width, height };
}

/* What is said for a while lies over what is read least, and over no picture. */
static GdkRectangle
place_message (const GdkRectangle *progress, const LegatoPlayNeeds *needs)
{
  return (GdkRectangle){ progress->x,
                         MAX (0, progress->y + progress->height - needs->message_height),
                         progress->width, needs->message_height };
}

/* While something is said for a while, the words above it are written smaller, or not at all where
 * less than @least of their height is left. */
static void
give_way (GdkRectangle *words, const GdkRectangle *message, double least)
{
  int left = message->y - words->y;

  if (!gdk_rectangle_intersect (words, message, NULL))
    return;
  if (left < words->height * least)
    *words = (GdkRectangle){ 0 };
  else
    words->height = left;
}

/* How much higher than usual the caption has to be for the message not to take it away. */
static int
find_extra (int caption, int progress, int gap, const LegatoPlayNeeds *needs)
{
  int taken = needs->message_shown ? needs->message_height - progress - gap : 0;

  return MAX (0, taken - (int) (caption * (1 - CAPTION_LEFT)));
}

/* The controls, and "Stop, it hurts" beside them. */
static void
share_row (GdkRectangle row, int gap, const LegatoPlayNeeds *needs, GdkRectangle *places)
{
  places[LEGATO_PLAY_HURT] = row;
  places[LEGATO_PLAY_HURT].width =
      MAX (LEAST_HURT, MIN (row.width * HURT_PART / 100, row.width - gap - needs->transport_width));
  row.width = MAX (0, row.width - gap - places[LEGATO_PLAY_HURT].width);
  places[LEGATO_PLAY_HURT].x = row.x + row.width + gap;
  places[LEGATO_PLAY_TRANSPORT] = row;
}

/* One above the other; the dial has what is left. */
static void
stack_words (GdkRectangle room, int gap, GdkRectangle *places)
{
  int height = room.height;

  places[LEGATO_PLAY_PLACE] = cut (&room, height * 27 / 100, gap / 2);
  places[LEGATO_PLAY_TECHNIQUE] = cut (&room, height * 14 / 100, gap / 2);
  share_dial (room, gap, places);
}

/* The dial first, the words beside it. */
static void
split_words (GdkRectangle room, int gap, GdkRectangle *places)
{
  int side = 0;

  places[LEGATO_PLAY_NEXT] = cut (&room, -room.height * 15 / 100, gap / 2);
  side = MIN (room.height, room.width * 38 / 100);
  places[LEGATO_PLAY_DIAL] = (GdkRectangle){ room.x, room.y, side, room.height };
  room.x += side + gap;
  room.width = MAX (0, room.width - side - gap);
  places[LEGATO_PLAY_PLACE] = cut (&room, room.height * 38 / 100, 0);
  places[LEGATO_PLAY_TECHNIQUE] = cut (&room, room.height * 35 / 100, 0);
  places[LEGATO_PLAY_CAPTION] = room;
}

/* Puts the open panel at the foot of the picture's column. Returns: whether it fits there */
static gboolean
tune_below_map (GdkRectangle column, int gap, const LegatoPlayNeeds *needs, GdkRectangle *places)
{
  int tuning = 0;

  if (column.width < needs->tuning_width)
    return FALSE;
  tuning = needs->measure_tuning (needs->tuning, column.width);
  if (tuning > column.height)
    return FALSE;
  places[LEGATO_PLAY_TUNING] = cut (&column, -tuning, gap);
  places[LEGATO_PLAY_MAP].height = column.y + column.height - places[LEGATO_PLAY_MAP].y;
  if (places[LEGATO_PLAY_MAP].height < LEAST_MAP_HEIGHT)
    places[LEGATO_PLAY_MAP] = (GdkRectangle){ 0 };
  return TRUE;
}

/* The open panel as a sheet above the controls, where there is no room for it and the picture: what
 * is read while hands move stays, on less room. */
static void
arrange_sheet (int width, int height, int gap, const LegatoPlayNeeds *needs, GdkRectangle *places)
{
  int button = CLAMP (height / 10, LEAST_BUTTON, LARGEST_BUTTON);
  int progress = get_progress_height (height, needs);
  int tuning = needs->measure_tuning (needs->tuning, width - 2 * gap);
  GdkRectangle room = { gap, gap, width - 2 * gap, height - 2 * gap };
  GdkRectangle row = cut (&room, -button, gap);
  gboolean in_row = row.width >= needs->transport_width + gap + LEAST_HURT;
  int least = LEAST_WORDS + (in_row ? gap : button + gap / 2);
  GdkRectangle foot = { 0 };
  int caption = 0;
  int said = 0;

  for (guint i = 0; i < LEGATO_PLAY_N_PARTS; i++)
    places[i] = (GdkRectangle){ 0 };
  if (in_row)
    share_row (row, gap, needs, places);
  else
    places[LEGATO_PLAY_TRANSPORT] = row;
  cut (&room, needs->covered, 0);
  tuning = MIN (tuning, MAX (room.height - gap - least - LEAST_BAR,
                             MIN (LEAST_TUNING, room.height - gap - least)));
  places[LEGATO_PLAY_TUNING] = cut (&room, -tuning, gap);

  if (room.height >= LEAST_WITH_CAPTION)
    caption = room.height / 4;
  said = MAX (progress, needs->message_shown ? needs->message_height : 0);
  /* Where what is said has no room, the panel shows what has changed, and screen readers say it. */
  if (room.height >= least + gap / 2 + said)
    {
      foot = cut (&room, -MAX (said, progress + (caption > 0 ? gap / 2 + caption : 0)), gap / 2);
      places[LEGATO_PLAY_PROGRESS] = cut (&foot, -progress, gap / 2);
      places[LEGATO_PLAY_MESSAGE] = place_message (&places[LEGATO_PLAY_PROGRESS], needs);
      if (caption > 0)
        places[LEGATO_PLAY_CAPTION] = foot;
    }
  else if (room.height >= least + gap / 2 + progress)
    places[LEGATO_PLAY_PROGRESS] = cut (&room, -progress, gap / 2);

  places[LEGATO_PLAY_DIAL] = room;
  places[LEGATO_PLAY_DIAL].width = MIN (room.height, room.width * 42 / 100);
  room.x += places[LEGATO_PLAY_DIAL].width + gap;
  room.width -= places[LEGATO_PLAY_DIAL].width + gap;
  if (!in_row)
    places[LEGATO_PLAY_HURT] = cut (&room, -button, gap / 2);
  places[LEGATO_PLAY_PLACE] = cut (&room, room.height * 62 / 100, 0);
  places[LEGATO_PLAY_TECHNIQUE] = room;
}

static void
arrange_wide (int width, int height, int gap, const LegatoPlayNeeds *needs, GdkRectangle *places)
{
  int button = CLAMP (height / 9, LEAST_BUTTON, LARGEST_BUTTON);
  int controls = needs->transport_width + gap + LEAST_HURT;
  int words = MAX ((int) (width * WORDS_PART), MIN (controls, width - 3 * gap - LEAST_MAP));
  GdkRectangle room = { gap, gap, MAX (1, width - words - 3 * gap), height - 2 * gap };
  GdkRectangle row = { 0 };

  places[LEGATO_PLAY_MAP] = (GdkRectangle){ room.x, room.y / 2, room.width, height - room.y };
  if (needs->measure_tuning != NULL)
    {
      GdkRectangle column = room;

      cut (&column, needs->covered, 0);
      if (!tune_below_map (column, gap, needs, places))
        {
          arrange_sheet (width, height, gap, needs, places);
          return;
        }
    }

  room.x = width - words - gap;
  room.width = words;
  cut (&room, needs->covered, 0);
  row = cut (&room, -button, gap);
  places[LEGATO_PLAY_PROGRESS] = cut (&room, -get_progress_height (height, needs), gap);
  places[LEGATO_PLAY_MESSAGE] = place_message (&places[LEGATO_PLAY_PROGRESS], needs);
  share_row (row, gap, needs, places);

  if (room.height < LEAST_STACK)
    split_words (room, gap, places);
  else
    {
      places[LEGATO_PLAY_NEXT] = cut (&room, -room.height * 8 / 100, gap / 2);
      places[LEGATO_PLAY_CAPTION] = cut (&room, -room.height * 19 / 100, gap / 2);
      stack_words (room, gap, places);
    }
}

static void
arrange_tall (int width, int height, int gap, const LegatoPlayNeeds *needs, GdkRectangle *places)
{
  int button = CLAMP (height / 10, LEAST_BUTTON, LARGEST_BUTTON);
  GdkRectangle room = { gap, gap, width - 2 * gap, height - 2 * gap };
  int map = room.width / 2;
  int progress = get_progress_height (height, needs);
  int caption = height * 10 / 100;

  places[LEGATO_PLAY_TRANSPORT] = cut (&room, -button, gap);
  if (needs->measure_tuning != NULL)
    {
      int tuning = needs->measure_tuning (needs->tuning, room.width);

      if (room.height - tuning < LEAST_WITH_MAP)
        {
          arrange_sheet (width, height, gap, needs, places);
          return;
        }
      places[LEGATO_PLAY_TUNING] = cut (&room, -tuning, gap);
    }
  places[LEGATO_PLAY_PROGRESS] = cut (&room, -progress, gap / 2);
  caption += find_extra (caption, progress, gap / 2, needs);
  places[LEGATO_PLAY_CAPTION] = cut (&room, -caption, gap / 2);
  places[LEGATO_PLAY_MESSAGE] = place_message (&places[LEGATO_PLAY_PROGRESS], needs);

  places[LEGATO_PLAY_MAP] = (GdkRectangle){ room.x, room.y / 2, map, room.height + room.y / 2 };
  cut (&room, needs->covered, 0);
  room.x += map + gap;
  room.width = MAX (0, room.width - map - gap);
  places[LEGATO_PLAY_HURT] = cut (&room, -button - gap / 2, gap);
  places[LEGATO_PLAY_NEXT] = cut (&room, -room.height * 12 / 100, gap / 2);
  stack_words (room, gap, places);

  /* Where the picture of the legs is higher than needed, the position is shown below it. */
  if (places[LEGATO_PLAY_POSITION].width == 0
      && places[LEGATO_PLAY_MAP].height - map / POSITION_RATIO - gap >= map * MAP_RATIO)
    places[LEGATO_PLAY_POSITION] =
        cut (&places[LEGATO_PLAY_MAP], (int) (-map / POSITION_RATIO), gap);
}

/**
 * legato_play_layout_arrange:
 * @width, @height: of the page, in pixels
 * @places: (out): where each part lies, as if text ran from the left
 */
void
legato_play_layout_arrange (int width,
                            int height,
                            const LegatoPlayNeeds *needs,
                            GdkRectangle places[LEGATO_PLAY_N_PARTS])
{
  int gap = CLAMP (MIN (width, height) / GAP_PART, LEAST_GAP, LARGEST_GAP);

  g_return_if_fail (needs != NULL && places != NULL);

  for (guint i = 0; i < LEGATO_PLAY_N_PARTS; i++)
    places[i] = (GdkRectangle){ 0 };
  if (width > height && width >= LEAST_BESIDE)
    arrange_wide (width, height, gap, needs, places);
  else
    arrange_tall (width, height, gap, needs, places);
  if (needs->message_shown)
    {
      give_way (&places[LEGATO_PLAY_CAPTION], &places[LEGATO_PLAY_MESSAGE], 0);
      give_way (&places[LEGATO_PLAY_NEXT], &places[LEGATO_PLAY_MESSAGE], LEAST_LEFT);
      /* The bar goes altogether: its ends would be seen beside the round corners of the message. */
      give_way (&places[LEGATO_PLAY_PROGRESS], &places[LEGATO_PLAY_MESSAGE], 1);
    }
}

static int
get_natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural = 0;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* What scrolls asks for no height of its own: what it shows does. */
static int
measure_tuning (gpointer tuning, int width)
{
  return get_natural (gtk_scrolled_window_get_child (tuning), GTK_ORIENTATION_VERTICAL, width);
}

static GtkSizeRequestMode
legato_play_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
legato_play_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  /* A phone, upright or lying; more is welcome. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 250;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
legato_play_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  LegatoPlayLayout *self = LEGATO_PLAY_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRectangle places[LEGATO_PLAY_N_PARTS] = { 0 };
  LegatoPlayNeeds needs = { .covered = self->covered, .message_shown = self->message_shown };
  GtkWidget *tuning = self->parts[LEGATO_PLAY_TUNING];

  needs.transport_width =
      get_natural (self->parts[LEGATO_PLAY_TRANSPORT], GTK_ORIENTATION_HORIZONTAL, -1);
  /* Every child has to be measured. */
  get_natural (self->parts[LEGATO_PLAY_HURT], GTK_ORIENTATION_HORIZONTAL, -1);
  get_natural (self->parts[LEGATO_PLAY_POSITION], GTK_ORIENTATION_HORIZONTAL, -1);
  needs.progress_height =
      get_natural (self->parts[LEGATO_PLAY_PROGRESS], GTK_ORIENTATION_VERTICAL, -1);
  if (gtk_widget_get_visible (tuning))
    {
      gtk_widget_measure (tuning, GTK_ORIENTATION_HORIZONTAL, -1, &needs.tuning_width, NULL, NULL,
                          NULL);
      needs.measure_tuning = measure_tuning;
      needs.tuning = tuning;
    }
  legato_play_layout_arrange (width, height, &needs, places);
  /* How high this is depends on how wide it may be. */
  needs.message_height = get_natural (self->parts[LEGATO_PLAY_MESSAGE], GTK_ORIENTATION_VERTICAL,
                                      places[LEGATO_PLAY_MESSAGE].width);
  legato_play_layout_arrange (width, height, &needs, places);

  for (guint i = 0; i < LEGATO_PLAY_N_PARTS; i++)
    {
      GdkRectangle *place = &places[i];

      gtk_widget_set_child_visible (self->parts[i], place->width > 0);
      if (!gtk_widget_should_layout (self->parts[i]))
        continue;
      if (rtl)
        place->x = width - place->x - place->width;
      gtk_widget_size_allocate (self->parts[i], place, -1);
    }
}

static void
legato_play_layout_class_init (LegatoPlayLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = legato_play_layout_get_request_mode;
  layout_class->measure = legato_play_layout_measure;
  layout_class->allocate = legato_play_layout_allocate;
}

static void
legato_play_layout_init (LegatoPlayLayout *self)
{
}

/**
 * legato_play_layout_set_part:
 * @widget: (transfer none): outlives the layout; each part needs one, and LEGATO_PLAY_TUNING a
 *   #GtkScrolledWindow
 */
void
legato_play_layout_set_part (LegatoPlayLayout *self, LegatoPlayPart part, GtkWidget *widget)
{
  g_return_if_fail (LEGATO_IS_PLAY_LAYOUT (self));
  g_return_if_fail (part < LEGATO_PLAY_N_PARTS);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  self->parts[part] = widget;
}

/** legato_play_layout_set_message_shown: @shown: whether something is said that takes room */
void
legato_play_layout_set_message_shown (LegatoPlayLayout *self, gboolean shown)
{
  g_return_if_fail (LEGATO_IS_PLAY_LAYOUT (self));

  if (self->message_shown == shown)
    return;
  self->message_shown = shown;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/** legato_play_layout_set_covered: @covered: pixels at the top over which something else lies */
void
legato_play_layout_set_covered (LegatoPlayLayout *self, int covered)
{
  g_return_if_fail (LEGATO_IS_PLAY_LAYOUT (self));

  if (self->covered == covered)
    return;
  self->covered = covered;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

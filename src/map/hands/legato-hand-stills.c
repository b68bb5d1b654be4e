/* legato-hand-stills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-stills.h"
#include "legato-pen.h"
#include "legato-skin-tools.h"

/* Among the still pictures, so far beside its place a thumb is drawn that is about to press it, and
 * stacked palms, in units. */
#define BEFORE_PRESS 132.0
#define BEFORE_PALMS 136.0

/* A hand from the place that touches to its tips and to its wrist, and half its breadth, in units
 * of one of true size. */
#define HAND_AHEAD 70.0
#define HAND_BEHIND 120.0
#define HAND_HALF 46.0

/* The most still pictures that tell a movement, and the radius of their numbers in units. */
#define MOST_STILLS 4
#define NUMBER 14.0

/* So far above a thumb or a ball that presses stands its number. */
#define ABOVE_PAD 50.0

/* Hands nearer to each other than so many units of their true size hide each other, one alone more
 * than one of two, and so do rollers and guns; of the first of two such pictures so much is seen.
 */
#define HIDES 110.0
#define ALONE_HIDES 132.0
#define ROLLER_HIDES 150.0
#define GUN_HIDES 190.0
#define FIST_HIDES 90.0
#define FAINT 0.5

/* One of several numbered pictures in place of a movement. */
typedef struct
{
  gint64 position;       /* instant of the step */
  double aside;          /* see LegatoHandScene */
  LegatoMapPoint number; /* where its number stands, in units */
  double radius;         /* of the number */
  gboolean faint;        /* the next one lies on it */
} Still;

/* The upper end of the circle that a thumb draws. */
static void
put_on_spin (const LegatoHandScene *scene, LegatoMapPoint *number)
{
  LegatoHandPicture picture;

  legato_hand_scene_compose (scene, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    if (picture.under[i].kind == LEGATO_SKIN_SPIN)
      *number = (LegatoMapPoint){ picture.under[i].at.x,
                                  picture.under[i].at.y - picture.under[i].radius - NUMBER / 2 };
}

static Still
make_still (const LegatoHandScene *self, LegatoCueKind kind, gint64 position, double aside)
{
  LegatoHandScene scene = *self;
  Still still = { position, aside, { 0, 0 }, NUMBER, FALSE };

  scene.position = position;
  scene.aside = aside;
  legato_hand_scene_get_hand (&scene, &still.number);
  /* Above what one is to see, where that is small: of two thumbs the one that goes round. */
  if (kind == LEGATO_CUE_HOLD)
    still.number.y -= ABOVE_PAD;
  else if (kind == LEGATO_CUE_CIRCLE)
    put_on_spin (&scene, &still.number);
  return still;
}

/* One picture of all chambers, numbered as they fill. */
static guint
find_sleeve_stills (const LegatoHandScene *self, const LegatoCue *hold, Still stills[MOST_STILLS])
{
  guint n = 0;

  while (n < MOST_STILLS
         && legato_skin_sleeve_find_chamber (self->art, legato_hand_scene_get_leg (self), n,
                                             &stills[n].number))
    {
      stills[n].position = hold->onset + MIN (LEGATO_HAND_SLEEVE_FULL, hold->length - 1);
      stills[n].radius = 1.8 * NUMBER;
      stills[n].faint = FALSE;
      stills[n++].aside = 0;
    }
  return n;
}

/* On a short way the first number makes room for the second. */
static void
keep_apart (Still *first, const Still *second)
{
  LegatoMapPoint away = { first->number.x - second->number.x, first->number.y - second->number.y };
  double length = hypot (away.x, away.y), least = first->radius + second->radius + 3;

  if (length >= least)
    return;
  if (length < 1)
    away = (LegatoMapPoint){ 0, length = 1 };
  first->number.x = second->number.x + away.x * least / length;
  first->number.y = second->number.y + away.y * least / length;
}

/* Pictures that tell the step's movement, in order: two to four; none for a step without strokes.
 */
static guint
find_pictures (const LegatoHandScene *self, Still stills[MOST_STILLS])
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  const LegatoCue *first = legato_hand_scene_find_first (self), *later, *other;
  LegatoPlan *plan = legato_timeline_get_plan (self->timeline);
  double highest = -1;
  gboolean odd = TRUE;

  if (first == NULL)
    return 0;
  /* The farthest stroke of the first way up, and the farthest of the other hand. */
  later = other = first;
  for (const LegatoCue *cue = first; cue < cues + n && cue->step == self->step; cue++)
    if (cue->kind <= LEGATO_CUE_LAST_STROKE)
      {
        if (cue->from < highest)
          break;
        highest = cue->from;
        later = cue;
        odd = !odd;
        if (odd)
          other = cue;
      }
  switch (first->kind)
    {
    case LEGATO_CUE_HOLD:
      if (legato_plan_get_step (plan, (guint) self->step)->technique->shape == LEGATO_TOOL_SLEEVE)
        return find_sleeve_stills (self, first, stills);
      stills[0] = make_still (self, first->kind, first->onset - 1, BEFORE_PRESS);
      stills[1] = make_still (self, first->kind, first->onset + first->length / 2, 0);
      return 2;
    case LEGATO_CUE_PRESS:
      stills[0] = make_still (self, first->kind, later->onset - 1, BEFORE_PALMS);
      stills[1] = make_still (self, first->kind, later->onset + later->length / 2, 0);
      return 2;
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_ROLL:
    case LEGATO_CUE_FRICTION:
      stills[0] = make_still (self, first->kind, first->onset + 1, 0);
      stills[1] = make_still (self, first->kind, first->onset + first->length - 1, 0);
      return 2;
    case LEGATO_CUE_FASCIA:
      /* Sunk in, and before it rises. */
      stills[0] = make_still (self, first->kind, first->onset + first->length / 4, 0);
      stills[1] = make_still (self, first->kind, first->onset + first->length * 9 / 10, 0);
      return 2;
    case LEGATO_CUE_SQUEEZE:
    case LEGATO_CUE_CIRCLE:
      /* One hand at work, and then the other. */
      stills[0] = make_still (self, first->kind, first->onset + first->length / 2, 0);
      stills[1] = make_still (self, first->kind, other->onset + other->length / 2, 0);
      return 2;
    case LEGATO_CUE_LYMPH:
      /* The skin is drawn along, and has not been let go. */
      stills[0] = make_still (self, first->kind, first->onset + first->length / 12, 0);
      stills[1] = make_still (self, first->kind, later->onset + later->length * 11 / 20, 0);
      return 2;
    default:
      stills[0] = make_still (self, first->kind, first->onset + first->length / 12, 0);
      stills[1] = make_still (self, first->kind, later->onset + later->length * 6 / 10, 0);
      return 2;
    }
}

/* Whether what is seen at one place hides the same at another one. */
static gboolean
is_too_near (LegatoMapPoint a, LegatoMapPoint b, double size, double least)
{
  return hypot (a.x - b.x, a.y - b.y) < least * size;
}

static gboolean
is_gun (const LegatoFigure *figure)
{
  return figure->is_tool && figure->tool == LEGATO_TOOL_GUN;
}

/* Whether the second of two pictures would hide the first one. */
static gboolean
is_hidden (const LegatoHandScene *self, const Still *first, const Still *second)
{
  LegatoHandScene scenes[] = { *self, *self };
  LegatoHandPicture a, b;
  double least;

  scenes[0].still = scenes[1].still = TRUE;
  scenes[0].position = first->position;
  scenes[0].aside = first->aside;
  scenes[1].position = second->position;
  scenes[1].aside = second->aside;
  legato_hand_scene_compose (&scenes[0], &a);
  legato_hand_scene_compose (&scenes[1], &b);
  least = a.n_figures == 1 ? ALONE_HIDES : HIDES;
  /* Each of two fists covers what lies where it strikes. */
  for (guint i = 0; i < a.n_figures; i++)
    for (guint j = 0; j < b.n_figures; j++)
      if (a.figures[i].pose == LEGATO_POSE_FIST
          && is_too_near (a.figures[i].at, b.figures[j].at, a.figures[i].size, FIST_HIDES))
        return TRUE;
  for (guint i = 0; i < MIN (a.n_figures, b.n_figures); i++)
    if (a.figures[i].mirrored == b.figures[i].mirrored
        && is_too_near (a.figures[i].at, b.figures[i].at, a.figures[i].size,
                        is_gun (&a.figures[i]) ? GUN_HIDES : least))
      return TRUE;
  return a.n_under > 0 && b.n_under > 0 && a.under[0].kind == LEGATO_SKIN_ROLLER
         && is_too_near (a.under[0].at, b.under[0].at, a.under[0].radius, ROLLER_HIDES);
}

/* Whether a roller rolls to and fro. */
static gboolean
is_roller (const LegatoHandScene *self, const Still *still)
{
  LegatoHandScene scene = *self;
  LegatoHandPicture picture;

  scene.position = still->position;
  legato_hand_scene_compose (&scene, &picture);
  return picture.n_under > 0 && picture.under[0].kind == LEGATO_SKIN_ROLLER;
}

static guint
find_stills (const LegatoHandScene *self, Still stills[MOST_STILLS])
{
  guint n = find_pictures (self, stills);

  if (n == 2)
    {
      /* Of two thumbs that circle by turns both are wanted. */
      stills[0].faint = legato_hand_scene_find_first (self)->kind != LEGATO_CUE_CIRCLE
                        && is_hidden (self, &stills[0], &stills[1]);
      /* One that is as broad as its way is long is seen once, between its ends. */
      if (stills[0].faint && is_roller (self, &stills[0]))
        {
          stills[0].faint = FALSE;
          stills[0].position = stills[1].position = (stills[0].position + stills[1].position) / 2;
        }
      keep_apart (&stills[0], &stills[1]);
    }
  return n;
}

/** legato_hand_stills_get_box: all that legato_hand_stills_draw() may paint, in units
 */
LegatoMapBox
legato_hand_stills_get_box (const LegatoHandScene *self)
{
  LegatoHandScene scene;
  Still stills[MOST_STILLS];
  LegatoMapBox box = { 0 };
  guint n;

  g_return_val_if_fail (self != NULL, box);

  scene = *self;
  n = find_stills (self, stills);
  for (guint i = 0; i < n; i++)
    {
      LegatoMapPoint at = stills[i].number;
      double reach = stills[i].radius + 2;

      scene.still = TRUE;
      scene.position = stills[i].position;
      scene.aside = stills[i].aside;
      box = legato_map_box_union (box, legato_hand_scene_get_box (&scene));
      box = legato_map_box_union (
          box, (LegatoMapBox){ at.x - reach, at.y - reach, 2 * reach, 2 * reach });
    }
  return box;
}

/* A hand from its tips to its wrist, without the forearm that fades out behind it. */
static LegatoMapBox
get_hand_box (const LegatoFigure *figure)
{
  double ahead = HAND_AHEAD * figure->size, behind = HAND_BEHIND * figure->size;
  double half = HAND_HALF * figure->size;
  LegatoMapPoint tip = { figure->at.x + figure->direction.x * ahead,
                         figure->at.y + figure->direction.y * ahead };
  LegatoMapPoint wrist = { figure->at.x - figure->direction.x * behind,
                           figure->at.y - figure->direction.y * behind };

  return (LegatoMapBox){ MIN (tip.x, wrist.x) - half, MIN (tip.y, wrist.y) - half,
                         fabs (tip.x - wrist.x) + 2 * half, fabs (tip.y - wrist.y) + 2 * half };
}

/**
 * legato_hand_stills_get_reach:
 *
 * Returns: in units: all that hands and tools take on their way, or in the pictures that stand for
 *   it, but for forearms and shadows; nothing for a step without strokes
 */
LegatoMapBox
legato_hand_stills_get_reach (const LegatoHandScene *self)
{
  LegatoHandScene scene;
  Still stills[MOST_STILLS];
  LegatoHandPicture picture;
  LegatoMapBox box = { 0 };
  guint n;

  g_return_val_if_fail (self != NULL, box);

  scene = *self;
  n = find_stills (self, stills);
  for (guint i = 0; i < n; i++)
    {
      scene.position = stills[i].position;
      scene.aside = self->still ? stills[i].aside : 0;
      legato_hand_scene_compose (&scene, &picture);
      for (guint f = 0; f < picture.n_figures; f++)
        box = legato_map_box_union (box, picture.figures[f].is_tool
                                             ? legato_figure_get_box (&picture.figures[f])
                                             : get_hand_box (&picture.figures[f]));
      for (guint m = 0; m < picture.n_under; m++)
        if (picture.under[m].kind == LEGATO_SKIN_ROLLER)
          box = legato_map_box_union (box,
                                      legato_skin_mark_get_box (&picture.under[m], self->art,
                                                                legato_hand_scene_get_leg (self)));
    }
  return box;
}

/** legato_hand_stills_draw: for who wants no motion: the hands at two to four moments of the
 * stroke, numbered in order; @cr as for legato_hand_scene_draw()
 *
 * Returns: how many */
guint
legato_hand_stills_draw (const LegatoHandScene *self,
                         cairo_t *cr,
                         PangoContext *context,
                         LegatoHandSprites *sprites,
                         const GdkRGBA *accent)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static void (*const draw[]) (const LegatoHandScene *,
                               const LegatoSkinPaint *) = { legato_hand_scene_draw_skin,
                                                            legato_hand_scene_draw_figures };
  LegatoSkinPaint paint;
  LegatoHandScene scene;
  Still stills[MOST_STILLS];
  guint n;

  g_return_val_if_fail (self != NULL && cr != NULL && sprites != NULL && accent != NULL, 0);

  paint = (LegatoSkinPaint){ cr,    context, sprites, self->art, legato_hand_scene_get_leg (self),
                             accent };
  n = find_stills (self, stills);
  scene = *self;
  scene.still = TRUE;
  /* No skin lies on another picture's hands. */
  for (gsize layer = 0; layer < G_N_ELEMENTS (draw); layer++)
    for (guint i = 0; i < n; i++)
      if (i == 0 || stills[i].position != stills[i - 1].position)
        {
          scene.position = stills[i].position;
          scene.aside = stills[i].aside;
          if (stills[i].faint)
            cairo_push_group (cr);
          draw[layer](&scene, &paint);
          if (!stills[i].faint)
            continue;
          cairo_pop_group_to_source (cr);
          cairo_paint_with_alpha (cr, FAINT);
        }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      legato_pen_badge (cr, context, number, stills[i].number, stills[i].radius, accent, &white);
    }
  return n;
}

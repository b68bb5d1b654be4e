/* legato-skin-mark.h: one mark on the skin, and what it is drawn with (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-sprites.h"
#include "legato-map-art.h"

G_BEGIN_DECLS

/** Lines and smoothed edges reach a little beyond the shape, in units. */
#define LEGATO_SKIN_EDGE 6.0

/** So far light fingers draw the skin along before it gives no more, in units. */
#define LEGATO_SKIN_GIVES 10.0

/** Marks change in so many steps. */
#define LEGATO_SKIN_STEPS 12.0

/** A short arrow begins so far before the fingers, in units. */
#define LEGATO_SKIN_PULL_BEGIN 54.0

typedef enum
{
  LEGATO_SKIN_DENT,    /* it gives under a press and darkens */
  LEGATO_SKIN_SINK,    /* a palm presses it flat: it swells around, as far as the leg's edges */
  LEGATO_SKIN_DRAG,    /* light fingers draw it along @up: it gathers before them */
  LEGATO_SKIN_FIBRES,  /* fibres across @up are bent to and fro, at rest at a half */
  LEGATO_SKIN_ACROSS,  /* it is drawn to both sides of the fibres */
  LEGATO_SKIN_SHAKE,   /* it trembles after a tap */
  LEGATO_SKIN_BUZZ,    /* it trembles all the time */
  LEGATO_SKIN_FURROW,  /* it gives under a forearm across it, and rises before it */
  LEGATO_SKIN_STRETCH, /* it is drawn long behind what moves it, as far as @radius */
  LEGATO_SKIN_PULL,    /* how far it is drawn along @up, as @radius */
  LEGATO_SKIN_SPIN,    /* what goes round it, and which way */
  LEGATO_SKIN_GLOW,    /* where a hand has just been */
  LEGATO_SKIN_RING,    /* how much of a stroke is over */
  LEGATO_SKIN_SECONDS, /* the time left, @amount in seconds */
  LEGATO_SKIN_MINUTES, /* the same as minutes and seconds */
  LEGATO_SKIN_ROLLER,  /* the leg lies on a roller along @up, of @radius times its size */
  LEGATO_SKIN_SLEEVE,  /* a cuff from ankle to thigh, of which @amount is full */
} LegatoSkinMarkKind;

/**
 * LegatoSkinMark:
 * @at: its middle, in units
 * @up: along the leg, of length 1
 * @radius: in units
 * @amount: how much of it is seen, 0 to 1
 */
typedef struct
{
  LegatoSkinMarkKind kind;
  LegatoMapPoint at;
  LegatoMapPoint up;
  double radius;
  double amount;
} LegatoSkinMark;

/** LegatoSkinPaint: what a mark is drawn with; @cr is in units of the drawing */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  LegatoHandSprites *sprites;
  const LegatoMapArt *art;
  LegatoLeg leg;
  const GdkRGBA *accent;
} LegatoSkinPaint;

G_END_DECLS

/* odd-clock.c: a sound device whose clock can be made to say anything
 *
 * It takes sound as fast as it would be heard, whatever its clock says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gst/base/gstbasesink.h>

#include "odd-clock.h"

typedef struct
{
  GstSystemClock parent_instance;

  gboolean halted;
  GstClockTime at;
} OddClock;

typedef struct
{
  GstBaseSink parent_instance;

  GstClock *clock;
  gint64 free_at; /* when it takes the next buffer: microseconds on the system's clock */
} OddClockSink;

typedef GstSystemClockClass OddClockClass;
typedef GstBaseSinkClass OddClockSinkClass;

static GType odd_clock_get_type (void);
static GType odd_clock_sink_get_type (void);

G_DEFINE_TYPE (OddClock, odd_clock, GST_TYPE_SYSTEM_CLOCK)
G_DEFINE_TYPE (OddClockSink, odd_clock_sink, GST_TYPE_BASE_SINK)

static GMutex lock;
static OddClock *newest; /* under the lock, as are the fields of each clock */

static GstStaticPadTemplate sink_template =
    GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS ("audio/x-raw"));

static GstClockTime
odd_clock_get_internal_time (GstClock *clock)
{
  OddClock *self = (OddClock *) clock;
  GstClockTime time = GST_CLOCK_CLASS (odd_clock_parent_class)->get_internal_time (clock);

  g_mutex_lock (&lock);
  if (self->halted)
    time = self->at;
  g_mutex_unlock (&lock);
  return time;
}

static void
odd_clock_finalize (GObject *object)
{
  g_mutex_lock (&lock);
  if (newest == (OddClock *) object)
    newest = NULL;
  g_mutex_unlock (&lock);
  G_OBJECT_CLASS (odd_clock_parent_class)->finalize (object);
}

static void
odd_clock_class_init (OddClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = odd_clock_finalize;
  GST_CLOCK_CLASS (klass)->get_internal_time = odd_clock_get_internal_time;
}

static void
odd_clock_init (OddClock *self)
{
  g_mutex_lock (&lock);
  newest = self;
  g_mutex_unlock (&lock);
}

static GstClock *
odd_clock_sink_provide_clock (GstElement *element)
{
  return gst_object_ref (((OddClockSink *) element)->clock);
}

/* Nothing waits for the clock. */
static void
odd_clock_sink_get_times (GstBaseSink *sink,
                          GstBuffer *buffer,
                          GstClockTime *start,
                          GstClockTime *end)
{
  *start = *end = GST_CLOCK_TIME_NONE;
}

static GstFlowReturn
odd_clock_sink_render (GstBaseSink *sink, GstBuffer *buffer)
{
  OddClockSink *self = (OddClockSink *) sink;
  gint64 now = g_get_monotonic_time ();

  if (self->free_at > now)
    g_usleep ((gulong) (self->free_at - now));
  self->free_at = MAX (self->free_at, now) + (gint64) (GST_BUFFER_DURATION (buffer) / 1000);
  return GST_FLOW_OK;
}

static void
odd_clock_sink_finalize (GObject *object)
{
  gst_object_unref (((OddClockSink *) object)->clock);
  G_OBJECT_CLASS (odd_clock_sink_parent_class)->finalize (object);
}

static void
odd_clock_sink_class_init (OddClockSinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = odd_clock_sink_finalize;
  GST_ELEMENT_CLASS (klass)->provide_clock = odd_clock_sink_provide_clock;
  klass->get_times = odd_clock_sink_get_times;
  klass->render = odd_clock_sink_render;
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &sink_template);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Odd clock sink", "Sink/Audio",
                                         "Takes sound and tells a time of its own",
                                         "The Legato authors");
}

static void
odd_clock_sink_init (OddClockSink *self)
{
  self->clock = gst_object_ref_sink (g_object_new (odd_clock_get_type (), NULL));
  GST_OBJECT_FLAG_SET (self, GST_ELEMENT_FLAG_PROVIDE_CLOCK);
}

void
odd_clock_register (void)
{
  gst_init (NULL, NULL);
  gst_element_register (NULL, ODD_CLOCK_SINK, GST_RANK_NONE, odd_clock_sink_get_type ());
}

/* The clock of the sink that was made last says @at from now on; %GST_CLOCK_TIME_NONE: what it says
 * now. */
void
odd_clock_halt (GstClockTime at)
{
  GstClock *clock;

  g_mutex_lock (&lock);
  g_assert_nonnull (newest);
  clock = gst_object_ref (GST_CLOCK (newest));
  g_mutex_unlock (&lock);

  if (at == GST_CLOCK_TIME_NONE)
    at = gst_clock_get_internal_time (clock);
  g_mutex_lock (&lock);
  ((OddClock *) clock)->at = at;
  ((OddClock *) clock)->halted = TRUE;
  g_mutex_unlock (&lock);
  gst_object_unref (clock);
}

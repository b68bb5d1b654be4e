/* legato-chapters.c: what a sound file says about itself and its steps
 *
 * Opus and FLAC name the steps in Vorbis comments, as players read them (CHAPTER001 and
 * CHAPTER001NAME), WAV in the chunks "cue " and "adtl". GStreamer could write the latter, and a cue
 * sheet into FLAC, but 1.22 loses memory over both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-chapters.h"
#include "legato-script.h"
#include "legato-synth.h"

/* As many as three digits can count; no plan comes near it. */
#define MAX_CHAPTERS 999

/* Names the places as well where the step's title has but the leg, so that chapters differ. */
static char *
dup_name (LegatoTimeline *timeline, guint index)
{
  const LegatoStep *step = legato_plan_get_step (legato_timeline_get_plan (timeline), index);
  g_autofree char *title = legato_step_dup_title (step);
  g_autofree char *reach = legato_step_dup_reach (step);

  if (reach == NULL)
    return g_steal_pointer (&title);
  /* Translators: a step's name and where, as in "Left leg: Gliding, Foot to Calf" */
  return g_strdup_printf (C_ ("step and places", "%s, %s"), title, reach);
}

static void
add_comment (GstTagList *tags, guint number, const char *suffix, const char *value)
{
  g_autofree char *comment = g_strdup_printf ("CHAPTER%03u%s=%s", number, suffix, value);

  gst_tag_list_add (tags, GST_TAG_MERGE_APPEND, GST_TAG_EXTENDED_COMMENT, comment, NULL);
}

static char *
dup_clock (gint64 position)
{
  gint64 ms = position / (LEGATO_SECOND / 1000);

  return g_strdup_printf ("%02d:%02d:%02d.%03d", (int) (ms / 3600000), (int) (ms / 60000 % 60),
                          (int) (ms / 1000 % 60), (int) (ms % 1000));
}

static GstTagList *
create_tags (LegatoTimeline *timeline)
{
  LegatoPlan *plan = legato_timeline_get_plan (timeline);
  g_autofree char *language = legato_script_dup_language ();
  const char *title = legato_plan_get_title (plan);
  GstTagList *tags = gst_tag_list_new (GST_TAG_ARTIST, "Legato", GST_TAG_APPLICATION_NAME,
                                       "Legato " LEGATO_VERSION, NULL);

  language[strcspn (language, "-")] = '\0';
  gst_tag_list_add (tags, GST_TAG_MERGE_APPEND, GST_TAG_LANGUAGE_CODE, language, NULL);
  if (title != NULL)
    gst_tag_list_add (tags, GST_TAG_MERGE_APPEND, GST_TAG_TITLE, title, NULL);
  return tags;
}

static void
add_comments (GstTagList *tags, LegatoTimeline *timeline, guint n_chapters)
{
  for (guint i = 0; i < n_chapters; i++)
    {
      g_autofree char *clock = dup_clock (legato_timeline_get_step_onset (timeline, i));
      g_autofree char *name = dup_name (timeline, i);

      add_comment (tags, i + 1, "", clock);
      add_comment (tags, i + 1, "NAME", name);
    }
}

static guint
count_chapters (LegatoTimeline *timeline)
{
  return MIN (legato_plan_get_n_steps (legato_timeline_get_plan (timeline)), MAX_CHAPTERS);
}

/**
 * legato_chapters_write:
 * @encoder: not started yet; it takes of this what its format has room for
 *
 * Lets @encoder write the title of @timeline's plan, its language, who made it, and where each step
 * begins and what it is called. For WAV see legato_chapters_make_riff().
 */
void
legato_chapters_write (LegatoTimeline *timeline, GstElement *encoder)
{
  g_autoptr (GstTagList) tags = NULL;
  guint n_chapters = 0;

  g_return_if_fail (timeline != NULL);
  g_return_if_fail (GST_IS_ELEMENT (encoder));

  n_chapters = count_chapters (timeline);
  tags = create_tags (timeline);
  if (GST_IS_TAG_SETTER (encoder))
    {
      add_comments (tags, timeline, n_chapters);
      gst_tag_setter_merge_tags (GST_TAG_SETTER (encoder), tags, GST_TAG_MERGE_REPLACE);
    }
}

static void
append_u32 (GByteArray *array, gsize value)
{
  guint32 little = GUINT32_TO_LE ((guint32) value);

  g_byte_array_append (array, (const guint8 *) &little, sizeof little);
}

static void
append_id (GByteArray *array, const char *id)
{
  g_byte_array_append (array, (const guint8 *) id, 4);
}

static void
append_chunk (GByteArray *array, const char *id, const GByteArray *content)
{
  append_id (array, id);
  append_u32 (array, content->len);
  g_byte_array_append (array, content->data, content->len);
  /* A chunk begins at an even place. */
  if (content->len % 2 != 0)
    g_byte_array_append (array, (const guint8 *) "", 1);
}

/**
 * legato_chapters_make_riff:
 *
 * The steps as a WAV file has them: a cue point for each, and its label.
 *
 * Returns: (transfer full): the chunks that follow the samples
 */
GByteArray *
legato_chapters_make_riff (LegatoTimeline *timeline)
{
  g_autoptr (GByteArray) points = g_byte_array_new ();
  g_autoptr (GByteArray) labels = g_byte_array_new ();
  GByteArray *chunks = g_byte_array_new ();
  guint n_chapters = 0;

  g_return_val_if_fail (timeline != NULL, chunks);

  n_chapters = count_chapters (timeline);
  append_u32 (points, n_chapters);
  append_id (labels, "adtl");
  for (guint i = 0; i < n_chapters; i++)
    {
      g_autoptr (GByteArray) label = g_byte_array_new ();
      g_autofree char *name = dup_name (timeline, i);
      gsize onset = gst_util_uint64_scale_round (
          (guint64) legato_timeline_get_step_onset (timeline, i), LEGATO_SAMPLE_RATE, GST_SECOND);

      /* Number, place in a play list, in which chunk, its start, its block, the sample in it. */
      append_u32 (points, i + 1);
      append_u32 (points, onset);
      append_id (points, "data");
      append_u32 (points, 0);
      append_u32 (points, 0);
      append_u32 (points, onset);

      append_u32 (label, i + 1);
      g_byte_array_append (label, (const guint8 *) name, (guint) strlen (name) + 1);
      append_chunk (labels, "labl", label);
    }
  if (n_chapters > 0)
    {
      append_chunk (chunks, "cue ", points);
      append_chunk (chunks, "LIST", labels);
    }
  return chunks;
}

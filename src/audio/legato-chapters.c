/* legato-chapters.c: what a sound file says about itself and its steps
 *
 * Opus and FLAC name the steps in Vorbis comments, as players read them (CHAPTER001 and
 * CHAPTER001NAME); FLAC has them in its cue sheet as well, WAV in the chunks "cue " and "adtl".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-chapters.h"
#include "legato-script.h"

/* More than three digits have no reader; a cue sheet holds as many tracks besides its lead-out. */
#define MAX_CHAPTERS 99

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
  return g_strdup_printf (_ ("%s, %s"), title, reach);
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

static GstToc *
create_toc (LegatoTimeline *timeline, guint n_chapters)
{
  GstToc *toc = gst_toc_new (GST_TOC_SCOPE_GLOBAL);

  for (guint i = 0; i < n_chapters; i++)
    {
      gint64 onset = legato_timeline_get_step_onset (timeline, i);
      g_autofree char *name = dup_name (timeline, i);
      g_autofree char *uid = g_strdup_printf ("%u", i + 1);
      GstTocEntry *entry = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_TRACK, uid);

      gst_toc_entry_set_start_stop_times (entry, onset,
                                          onset + legato_timeline_get_step_length (timeline, i));
      gst_toc_entry_set_tags (entry, gst_tag_list_new (GST_TAG_TITLE, name, NULL));
      gst_toc_append_entry (toc, entry);
    }
  return toc;
}

/**
 * legato_chapters_write:
 * @encoder: not started yet; it takes of this what its format has room for
 *
 * Lets @encoder write the title of @timeline's plan, its language, who made it, and where each step
 * begins and what it is called.
 */
void
legato_chapters_write (LegatoTimeline *timeline, GstElement *encoder)
{
  g_autoptr (GstTagList) tags = NULL;
  guint n_chapters = 0;

  g_return_if_fail (timeline != NULL);
  g_return_if_fail (GST_IS_ELEMENT (encoder));

  n_chapters = MIN (legato_plan_get_n_steps (legato_timeline_get_plan (timeline)), MAX_CHAPTERS);
  tags = create_tags (timeline);
  if (GST_IS_TOC_SETTER (encoder) && n_chapters > 0)
    {
      g_autoptr (GstToc) toc = create_toc (timeline, n_chapters);

      gst_toc_setter_set_toc (GST_TOC_SETTER (encoder), toc);
    }
  if (GST_IS_TAG_SETTER (encoder))
    {
      add_comments (tags, timeline, n_chapters);
      gst_tag_setter_merge_tags (GST_TAG_SETTER (encoder), tags, GST_TAG_MERGE_REPLACE);
    }
}

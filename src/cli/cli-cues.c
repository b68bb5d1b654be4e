/* cli-cues.c: the command cues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli-request.h"
#include "legato-audio.h"
#include "legato-export.h"
#include "legato-script.h"
#include "legato-voice.h"

/* By these a person or the system asks us to stop. */
static const int stop_signals[] = { SIGINT, SIGTERM, SIGHUP };

/* The one that did, or 0. */
static volatile sig_atomic_t stopped_by;

typedef struct
{
  GCancellable *cancellable;
  gboolean shown; /* only on a terminal */
  int percent;
} Progress;

static void
stop_cb (int number)
{
  stopped_by = number;
}

/* Calls stop_cb() for the signals that are not ignored; @before gets what was set. */
static void
catch_stops (struct sigaction *before)
{
  const struct sigaction action = { .sa_handler = stop_cb };

  for (gsize i = 0; i < G_N_ELEMENTS (stop_signals); i++)
    {
      sigaction (stop_signals[i], NULL, &before[i]);
      if (before[i].sa_handler != SIG_IGN)
        sigaction (stop_signals[i], &action, NULL);
    }
}

static void
release_stops (const struct sigaction *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stop_signals); i++)
    sigaction (stop_signals[i], &before[i], NULL);
}

/* A stop lets the export end cleanly, so that no half-written file stays behind. */
static void
progress_cb (double fraction, gpointer user_data)
{
  Progress *progress = user_data;
  int percent = (int) (fraction * 100.0);

  if (stopped_by != 0)
    g_cancellable_cancel (progress->cancellable);
  if (progress->shown && percent != progress->percent)
    g_printerr ("\r%3d %%", percent);
  progress->percent = percent;
}

static CliStatus
write_sound (LegatoPlan *plan, LegatoTimbre timbre, const char *language, const char *path)
{
  g_autoptr (LegatoTimeline) timeline = legato_timeline_new (plan, 0);
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *shown_path = g_filename_display_name (path);
  g_autofree char *length = cli_format_seconds (legato_plan_get_seconds (plan));
  struct sigaction before[G_N_ELEMENTS (stop_signals)];
  Progress progress = { cancellable, isatty (STDERR_FILENO), -1 };
  gboolean done = FALSE;

  if (language != NULL)
    {
      cli_voice_begin ();
      speech = legato_speech_new (timeline, language, 1.0, NULL, NULL, &error);
      cli_voice_end ();
      if (speech == NULL)
        return cli_fail_with (CLI_FAILED, error);
    }

  /* A file that must not grow is an error like any other, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  catch_stops (before);
  done = legato_export_timeline (timeline, timbre, speech, path, cancellable, progress_cb,
                                 &progress, &error);
  release_stops (before);

  if (progress.shown && progress.percent >= 0)
    g_printerr ("\r     \r");
  if (stopped_by != 0)
    raise (stopped_by);
  if (!done)
    return cli_fail_with (g_error_matches (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FORMAT)
                              ? CLI_USAGE
                              : CLI_FAILED,
                          error);

  g_print (_ ("Wrote %s of sound to “%s”.\n"), length, shown_path);
  return CLI_DONE;
}

/* Whether a voice can speak @language, and the sentences are in it. */
static gboolean
choose_language (const char *language, CliStatus *status)
{
  g_autofree char *spoken = NULL;
  g_autoptr (GError) error = NULL;

  if (!legato_voice_check (language, NULL, &error))
    {
      *status = cli_fail_with (
          g_error_matches (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE) ? CLI_USAGE
                                                                                   : CLI_FAILED,
          error);
      return FALSE;
    }

  cli_voice_begin ();
  spoken = legato_script_dup_language ();
  cli_voice_end ();
  if (cli_voice_is_spoken (language, spoken))
    return TRUE;
  *status = cli_fail (CLI_FAILED, _ ("Legato has not been translated into “%s” yet."), language);
  return FALSE;
}

CliStatus
cli_run_cues (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_auto (CliRequest) request = { NULL };
  g_autoptr (LegatoPlan) plan = NULL;
  g_autofree char *output = NULL;
  g_autofree char *voice = NULL;
  g_autofree char *timbre_id = NULL;
  LegatoTimbre timbre = LEGATO_TIMBRE_SOFT;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to write; its ending, .wav, .flac or .opus, says in which format"), N_ ("FILE") },
    { "timbre", 0, 0, G_OPTION_ARG_STRING, &timbre_id,
      N_ ("What the cues are made of; soft if not given"), "soft|wood|bell" },
    { "voice", 0, 0, G_OPTION_ARG_STRING, &voice,
      N_ ("Let a voice say each step in this language, for instance en"), N_ ("LANGUAGE") },
    { NULL },
  };

  cli_request_add_options (&request, options);
  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;
  if (output == NULL)
    return cli_fail (CLI_USAGE, _ ("--output is missing: the file to write"));

  if (timbre_id != NULL && !legato_timbre_from_id (timbre_id, &timbre))
    return cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--timbre", timbre_id,
                     "soft, wood, bell");
  if (voice != NULL && !choose_language (voice, &status))
    return status;

  plan = cli_request_make_plan (&request, FALSE, &status);
  if (plan == NULL)
    return status;
  cli_request_tell_length (plan);
  if (voice != NULL)
    {
      /* What the person is told about it is told: the rest is the voice's. */
      legato_plan_unref (plan);
      cli_voice_begin ();
      plan = cli_request_make_plan (&request, FALSE, &status);
      cli_voice_end ();
    }
  return plan != NULL ? write_sound (plan, timbre, voice, output) : status;
}

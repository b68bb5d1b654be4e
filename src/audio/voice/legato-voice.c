/* legato-voice.c: sentences to speech, by a program of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-voice"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "legato-voice-program.h"
#include "legato-voice.h"

/* A sentence is no longer than that, in samples: five minutes. More is not the answer of our
 * program. */
#define MAX_SAMPLES (5 * 60 * 48000)

/* How often a sentence is tried at which the program breaks off. */
#define TRIES 2

G_DEFINE_QUARK (legato_voice_error, legato_voice_error)

/* A build that is not installed says where its own is. */
static const char *
get_program (void)
{
  const char *program = g_getenv ("LEGATO_VOICE_PROGRAM");

  return program != NULL ? program : VOICE_PROGRAM;
}

/* Returns: a file with a sentence a line, to be read from its start, or -1 with @error set. A file
 * and no pipe: its reader may go at any time without a signal to us. */
static int
write_sentences (const char *const *sentences, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  int fd = memfd_create ("legato-sentences", MFD_CLOEXEC);
  gsize done = 0;

  for (gsize i = 0; sentences[i] != NULL; i++)
    {
      gsize start = lines->len;

      g_string_append (lines, sentences[i]);
      g_strdelimit (lines->str + start, "\n", ' ');
      g_string_append_c (lines, '\n');
    }
  while (fd >= 0 && done < lines->len)
    {
      gssize n = write (fd, lines->str + done, lines->len - done);

      if (n < 0 && errno != EINTR)
        break;
      done += (gsize) MAX (n, 0);
    }
  if (fd < 0 || done < lines->len || lseek (fd, 0, SEEK_SET) != 0)
    {
      int failed = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (failed), g_strerror (failed));
      if (fd >= 0)
        close (fd);
      return -1;
    }
  return fd;
}

/* What is to be said, and how far it is. */
typedef struct
{
  const char *const *sentences;
  const char *language;
  double rate;
  LegatoVoiceFunc func;
  gpointer data;
  gsize at;     /* the sentence that is next */
  gsize n_said; /* of those before it, the others could not be said */
} Speaker;

static void
set_not_started (GError **error, const GError *cause)
{
  g_set_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED,
               /* Translators: %s is what the system says of it. */
               _ ("The voice could not be started: %s"), cause->message);
}

static GSubprocess *
start (const Speaker *self, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) local = NULL;
  g_autofree char *words = g_strdup_printf ("%d", (int) (self->rate * LEGATO_VOICE_WORDS_A_MINUTE));
  const char *const argv[] = { get_program (), self->language, words, NULL };
  GSubprocess *process = NULL;
  int fd = write_sentences (self->sentences + self->at, &local);

  if (fd >= 0)
    {
      g_subprocess_launcher_take_stdin_fd (launcher, fd);
      process = g_subprocess_launcher_spawnv (launcher, argv, &local);
    }
  if (process == NULL)
    set_not_started (error, local);
  return process;
}

static void
tell (Speaker *self, const LegatoVoiceSound *sound)
{
  self->n_said += sound->n_samples > 0;
  self->func (self->at++, sound, self->data);
}

/* Hands over what the program answers. Returns: whether it came whole and there may be more */
static gboolean
read_answer (Speaker *self, GInputStream *answers, GArray *samples, GCancellable *cancellable)
{
  LegatoVoiceAnswer head = { 0 };
  LegatoVoiceSound sound = { 0 };
  gsize n_read = 0;

  if (!g_input_stream_read_all (answers, &head, sizeof head, &n_read, cancellable, NULL)
      || n_read < sizeof head || head.rate <= 0 || head.n_samples > MAX_SAMPLES)
    return FALSE;

  g_array_set_size (samples, head.n_samples);
  if (head.n_samples > 0
      && (!g_input_stream_read_all (answers, samples->data, head.n_samples * sizeof (gint16),
                                    &n_read, cancellable, NULL)
          || n_read < head.n_samples * sizeof (gint16)))
    return FALSE;

  sound.rate = head.rate;
  sound.n_samples = head.n_samples;
  sound.samples = (const gint16 *) (gpointer) samples->data;
  tell (self, &sound);
  return TRUE;
}

/* One start of the program, which says what it can. Returns: whether it may be started again if it
 * broke off before it had said all */
static gboolean
run (Speaker *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = start (self, error);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_autoptr (GError) local = NULL;
  GInputStream *answers = NULL;

  if (process == NULL)
    return FALSE;

  answers = g_subprocess_get_stdout_pipe (process);
  while (self->sentences[self->at] != NULL && read_answer (self, answers, samples, cancellable))
    ;
  /* Nobody reads on: if it still writes, it ends. */
  g_input_stream_close (answers, NULL, NULL);
  if (!g_subprocess_wait (process, cancellable, error))
    {
      /* GLib sends this from a thread of its own, which may end with the program before it did. */
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      return FALSE;
    }

  switch (g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1)
    {
    case LEGATO_VOICE_EXIT_NO_DATA:
      g_set_error_literal (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NO_DATA,
                           _ ("The voices of eSpeak NG are not installed (espeak-ng-data)."));
      return FALSE;
    case LEGATO_VOICE_EXIT_LANGUAGE:
      g_set_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE,
                   _ ("eSpeak NG has no voice for the language “%s”."), self->language);
      return FALSE;
    default:
      if (self->sentences[0] != NULL
          || g_spawn_check_wait_status (g_subprocess_get_status (process), &local))
        return TRUE;
      set_not_started (error, local);
      return FALSE;
    }
}

/**
 * legato_voice_check:
 * @language: a language's code, "de" or "pt-br"
 * @cancellable: (nullable): ends it at once
 * @error: %LEGATO_VOICE_ERROR, says what is missing, or %G_IO_ERROR_CANCELLED
 *
 * Starts the program of the voice, and waits for it: a few milliseconds.
 *
 * Returns: whether there is a voice for @language
 */
gboolean
legato_voice_check (const char *language, GCancellable *cancellable, GError **error)
{
  const char *const nothing[] = { NULL };

  return legato_voice_say (nothing, language, 1.0, cancellable, NULL, NULL, error);
}

/**
 * legato_voice_say:
 * @sentences: (array zero-terminated=1): in UTF-8
 * @language: their language's code, "de" or "pt-br"
 * @rate: how many times faster than %LEGATO_VOICE_WORDS_A_MINUTE, %LEGATO_VOICE_MIN_RATE to
 *   %LEGATO_VOICE_MAX_RATE
 * @cancellable: (nullable): ends it at once
 * @func: (scope call): called in order, once for each sentence
 * @data: for @func
 * @error: %LEGATO_VOICE_ERROR, says what is missing, or %G_IO_ERROR_CANCELLED
 *
 * The voice is a program of its own that speaks about a thousand times faster than it sounds. If it
 * breaks off it is started again, and a sentence at which it does so each time is left out. Blocks;
 * may be called from any thread.
 *
 * Returns: whether there is a voice for @language, and it said any of @sentences if there are any
 */
gboolean
legato_voice_say (const char *const *sentences,
                  const char *language,
                  double rate,
                  GCancellable *cancellable,
                  LegatoVoiceFunc func,
                  gpointer data,
                  GError **error)
{
  Speaker self = {
    .sentences = sentences, .language = language, .rate = rate, .func = func, .data = data
  };
  guint tries = 0;

  g_return_val_if_fail (sentences != NULL && language != NULL, FALSE);
  g_return_val_if_fail (rate >= LEGATO_VOICE_MIN_RATE && rate <= LEGATO_VOICE_MAX_RATE, FALSE);

  if (*VOICE_PROGRAM == '\0')
    {
      g_set_error_literal (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NOT_BUILT,
                           _ ("This Legato was built without eSpeak NG, which speaks the steps."));
      return FALSE;
    }

  do
    {
      gsize first = self.at;

      if (!run (&self, cancellable, error))
        return FALSE;
      if (sentences[self.at] == NULL)
        break;

      tries = self.at > first ? 1 : tries + 1;
      if (tries == TRIES)
        {
          g_message ("The voice breaks off at “%s”", sentences[self.at]);
          tell (&self, &(const LegatoVoiceSound){ 0 });
          tries = 0;
        }
    }
  while (sentences[self.at] != NULL);

  if (self.at > 0 && self.n_said == 0)
    {
      g_set_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED,
                   _ ("eSpeak NG could not say “%s”."), sentences[0]);
      return FALSE;
    }
  return TRUE;
}

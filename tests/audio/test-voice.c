/* test-voice.c: the voice is a program of its own, and may crash, hang, or not be there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <signal.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-voice.h"

/* A shell script in place of the voice, in a folder of its own. */
typedef struct
{
  char *program; /* the voice itself; %NULL if there is none */
  char *dir;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!legato_voice_check ("en", NULL, &error))
    {
      g_test_skip (error->message);
      return;
    }
  self->program = g_strdup (g_getenv ("LEGATO_VOICE_PROGRAM"));
  self->dir = g_dir_make_tmp ("legato-voice-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
put_script (Fixture *self, const char *script)
{
  g_autofree char *file = g_build_filename (self->dir, "voice", NULL);
  g_autofree char *text =
      g_strdup_printf ("#!/bin/sh\ncd '%s'\nvoice='%s'\n%s\n", self->dir, self->program, script);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  g_setenv ("LEGATO_VOICE_PROGRAM", file, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *const names[] = { "voice", "started", "number" };

  if (self->program == NULL)
    return;

  g_setenv ("LEGATO_VOICE_PROGRAM", self->program, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (self->dir, names[i], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  g_free (self->program);
}

/* Says what comes before a bee, at which it crashes. */
#define CRASHES                                                                                    \
  "echo >>started\n"                                                                               \
  "lines=$(cat)\n"                                                                                 \
  "before=$(printf '%s\\n' \"$lines\" | sed '/bee/,$d')\n"                                         \
  "if [ -n \"$before\" ]; then printf '%s\\n' \"$before\" | \"$voice\" \"$@\"; fi\n"               \
  "case $lines in *bee*) kill -SEGV $$;; esac"

#define CRASHES_ONCE "if [ -e started ]; then exec \"$voice\" \"$@\"; fi\n" CRASHES

static gsize
count_starts (Fixture *self)
{
  g_autofree char *file = g_build_filename (self->dir, "started", NULL);
  g_autofree char *starts = NULL;

  g_assert_true (g_file_get_contents (file, &starts, NULL, NULL));
  return strlen (starts);
}

/* Notes for each sentence, in their order, whether it was said. */
static void
note_cb (gsize index, const LegatoVoiceSound *sound, gpointer data)
{
  GString *notes = data;

  g_assert_cmpuint (index, ==, notes->len);
  if (sound->n_samples > 0)
    g_assert_cmpint (sound->rate, >=, 8000);
  g_string_append_c (notes, sound->n_samples > 0 ? 's' : '-');
}

/* Says some sentences by @script. Returns: what note_cb() noted */
static char *
say (Fixture *self, const char *script, GCancellable *cancellable, GError **error)
{
  const char *const sentences[] = { "One hand.",  "A bee\nin two lines.", "Three.",
                                    "More bees.", "And more bees.",       NULL };
  g_autoptr (GString) notes = g_string_new (NULL);
  gboolean said = FALSE;

  put_script (self, script);
  said = legato_voice_say (sentences, "en", 1.0, cancellable, note_cb, notes, error);
  g_assert_true (said == (strchr (notes->str, 's') != NULL));
  return g_string_free (g_steal_pointer (&notes), FALSE);
}

static void
test_crashes (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;

  if (self->program == NULL)
    return;

  notes = say (self, CRASHES, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (notes, ==, "s-s--");
  /* Each of the bees was tried twice, the first two not as the first of a start. */
  g_assert_cmpuint (count_starts (self), ==, 6);
}

static void
test_crashes_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;

  if (self->program == NULL)
    return;

  notes = say (self, CRASHES_ONCE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (notes, ==, "sssss");
  g_assert_cmpuint (count_starts (self), ==, 1);
}

/* A voice that never says anything is an error, and no speech of silence. */
static void
test_says_nothing (Fixture *self, gconstpointer data)
{
  static const char *const scripts[] = {
    "kill -SEGV $$",
    "exit 0",
    "exit 1",
    "cat /dev/zero",
    "exec yes",
    "head -c 7 /dev/zero",
    "head -c 4 \"$0\"; head -c 4 /dev/zero", /* a rate, and no samples */
  };

  if (self->program == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *notes = say (self, scripts[i], NULL, &error);

      g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED);
      g_assert_cmpstr (notes, ==, "-----");
    }
}

static void
test_not_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->program == NULL)
    return;

  g_setenv ("LEGATO_VOICE_PROGRAM", "/nonexistent/legato-voice", TRUE);
  g_assert_false (legato_voice_check ("en", NULL, &error));
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED);
}

/* It is there, but eSpeak NG ends it before it has a voice. */
static void
test_does_not_start (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->program == NULL)
    return;

  put_script (self, "kill -SEGV $$");
  g_assert_false (legato_voice_check ("en", NULL, &error));
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED);
}

static void
test_no_data (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->program == NULL)
    return;

  g_setenv ("ESPEAK_DATA_PATH", self->dir, TRUE);
  g_assert_false (legato_voice_check ("en", NULL, &error));
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NO_DATA);
  g_unsetenv ("ESPEAK_DATA_PATH");
}

static void
test_languages (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->program == NULL)
    return;

  g_assert_false (legato_voice_check ("xx", NULL, &error));
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE);
  g_assert_nonnull (strstr (error->message, "xx"));

  /* A region without a voice of its own has its language's. */
  g_assert_true (legato_voice_check ("de-at", NULL, NULL));
  g_assert_true (legato_voice_check ("pt_BR", NULL, NULL));
}

typedef struct
{
  Fixture *fixture;
  GCancellable *cancellable;
} Cancelling;

/* Opening the other end of a pipe waits for the script. */
static gpointer
cancel_once_started (gpointer data)
{
  const Cancelling *self = data;
  g_autofree char *file = g_build_filename (self->fixture->dir, "started", NULL);
  int fd = g_open (file, O_WRONLY, 0);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { self, cancellable };
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  GThread *thread = NULL;

  if (self->program == NULL)
    return;

  file = g_build_filename (self->dir, "started", NULL);
  g_assert_cmpint (mkfifo (file, 0600), ==, 0);
  thread = g_thread_new ("cancel", cancel_once_started, &cancelling);
  notes = say (self, "echo $$ >number; exec sleep 3600 <started", cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (notes, ==, "");
  g_thread_join (thread);

  /* It is gone, also if this program ends now. */
  number = g_build_filename (self->dir, "number", NULL);
  g_assert_true (g_file_get_contents (number, &text, NULL, NULL));
  g_assert_cmpint (kill (atoi (text), 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name_, function_)                                                                      \
  g_test_add ("/audio/voice/" name_, Fixture, NULL, set_up, function_, tear_down)

  ADD ("crashes", test_crashes);
  ADD ("crashes-once", test_crashes_once);
  ADD ("says-nothing", test_says_nothing);
  ADD ("not-there", test_not_there);
  ADD ("does-not-start", test_does_not_start);
  ADD ("no-data", test_no_data);
  ADD ("languages", test_languages);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}

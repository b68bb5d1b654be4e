/* sound-server.c: a PulseAudio of the tests' own, with a device that nobody hears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <sys/prctl.h>

#include "sound-server.h"

struct _SoundServer
{
  char *dir;
  char *socket;
  char *sink;
  GSubprocess *process;
};

/* Returns: (transfer full) (nullable): %NULL, and the test is skipped, without PulseAudio */
SoundServer *
sound_server_new (void)
{
  g_autofree char *program = g_find_program_in_path ("pulseaudio");
  g_autofree char *control = g_find_program_in_path ("pactl");
  g_autoptr (GError) error = NULL;
  SoundServer *self;

  if (program == NULL || control == NULL)
    {
      g_test_skip ("pulseaudio and pactl are not installed");
      return NULL;
    }

  self = g_new0 (SoundServer, 1);
  self->dir = g_dir_make_tmp ("legato-pulse-XXXXXX", &error);
  g_assert_no_error (error);
  self->socket = g_build_filename (self->dir, "socket", NULL);
  self->sink = g_strdup_printf ("pulsesink server=unix:%s", self->socket);
  sound_server_start (self);

  return self;
}

void
sound_server_free (SoundServer *self)
{
  g_autoptr (GSubprocess) sweeper = NULL;

  sound_server_kill (self);
  sweeper = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", self->dir, NULL);
  g_subprocess_wait (sweeper, NULL, NULL);
  g_free (self->dir);
  g_free (self->socket);
  g_free (self->sink);
  g_free (self);
}

/* How GStreamer gets at its device. */
const char *
sound_server_get_sink (SoundServer *self)
{
  return self->sink;
}

/* It goes with this test, however that ends, stopped or not. */
static void
child_setup (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* The socket is there a moment before anybody listens at it. */
static gboolean
sound_server_answers (SoundServer *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (self->socket);
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);

  return connection != NULL;
}

/* Starts it, also again after it was killed, and waits until it is there. */
void
sound_server_start (SoundServer *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *protocol =
      g_strdup_printf ("module-native-protocol-unix auth-anonymous=1 socket=%s", self->socket);
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_child_setup (launcher, child_setup, NULL, NULL);
  g_subprocess_launcher_setenv (launcher, "HOME", self->dir, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->dir, TRUE);
  g_subprocess_launcher_setenv (launcher, "PULSE_RUNTIME_PATH", self->dir, TRUE);
  g_subprocess_launcher_setenv (launcher, "PULSE_STATE_PATH", self->dir, TRUE);
  self->process = g_subprocess_launcher_spawn (
      launcher, &error, "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
      "--exit-idle-time=-1", "-L", "module-null-sink sink_name=ear norewinds=1", "-L", protocol,
      NULL);
  g_assert_no_error (error);

  while (!sound_server_answers (self))
    g_usleep (10000);
}

void
sound_server_signal (SoundServer *self, int number)
{
  g_subprocess_send_signal (self->process, number);
}

/* By no fault of ours. */
void
sound_server_kill (SoundServer *self)
{
  if (self->process == NULL)
    return;

  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

/* As pactl takes it. */
void
sound_server_order (SoundServer *self, const char *order)
{
  g_autofree char *line = g_strdup_printf ("pactl -s unix:%s %s", self->socket, order);
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (line, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* cli-options.c: reads the options of a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli.h"
#include "legato-routine-shelf.h"

struct _CliOptions
{
  const CliCommand *command;
  GOptionContext *context;
  GArray *entries;  /* of GOptionEntry, all that were added */
  GPtrArray *texts; /* those of cli_options_keep() */
  gboolean help;
  char **rest;
};

/** Returns: (transfer full): options of @command, so far only --help */
CliOptions *
cli_options_new (const CliCommand *command)
{
  CliOptions *self = g_new0 (CliOptions, 1);
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest, NULL, NULL },
    { NULL },
  };

  self->command = command;
  self->context =
      g_option_context_new (*command->arguments != '\0' ? _ (command->arguments) : NULL);
  g_option_context_set_help_enabled (self->context, FALSE);
  g_option_context_set_summary (self->context, _ (command->summary));
  self->entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  cli_options_add (self, entries);
  return self;
}

void
cli_options_free (CliOptions *self)
{
  g_option_context_free (self->context);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->texts);
  g_strfreev (self->rest);
  g_free (self);
}

/**
 * cli_options_keep:
 * @text: (transfer full): the description of an option, in the person's language
 *
 * Returns: (transfer none): @text, which lives as long as @self
 */
const char *
cli_options_keep (CliOptions *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/** Adds options of the command itself; the last entry is all %NULL. */
void
cli_options_add (CliOptions *self, const GOptionEntry *entries)
{
  g_option_context_add_main_entries (self->context, entries, GETTEXT_PACKAGE);
  for (guint i = 0; entries[i].long_name != NULL; i++)
    g_array_append_val (self->entries, entries[i]);
}

/**
 * cli_options_parse:
 * @max_rest: how many arguments besides options the command takes at most
 * @status: (out): how the command ends, if it ends here
 *
 * Returns: %FALSE if the command has nothing more to do: its help was shown, it was used wrongly,
 * or a shell only wanted to know its options
 */
gboolean
cli_options_parse (CliOptions *self, int argc, char **argv, guint max_rest, CliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("legato-cli ", self->command->name, NULL);

  if (cli_is_completing ())
    {
      cli_complete_options ((const GOptionEntry *) self->entries->data, self->entries->len);
      *status = CLI_DONE;
      return FALSE;
    }
  g_set_prgname (name);
  if (!g_option_context_parse (self->context, &argc, &argv, &error))
    {
      *status = cli_fail (CLI_USAGE, _ ("%s (see “%s --help”)"), error->message, name);
      return FALSE;
    }
  if (self->help)
    {
      g_autofree char *help = g_option_context_get_help (self->context, TRUE, NULL);

      g_print ("%s", help);
      *status = CLI_DONE;
      return FALSE;
    }
  if (self->rest != NULL && g_strv_length (self->rest) > max_rest)
    {
      g_autofree char *shown = g_filename_display_name (self->rest[max_rest]);

      *status =
          cli_fail (CLI_USAGE, _ ("“%s” is one argument too many (see “%s --help”)"), shown, name);
      return FALSE;
    }
  return TRUE;
}

/** Returns: (transfer none) (nullable): the argument @index that is no option, if it was given */
const char *
cli_options_get_rest (CliOptions *self, guint index)
{
  return self->rest != NULL && index < g_strv_length (self->rest) ? self->rest[index] : NULL;
}

/** Returns: whether @text is a whole decimal number from @min to @max, then given in @value */
gboolean
cli_read_number (const char *text, guint min, guint max, guint *value)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, min, max, &number, NULL))
    return FALSE;
  *value = (guint) number;
  return TRUE;
}

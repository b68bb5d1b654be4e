/* cli.h: what the commands of legato-cli share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "legato-guide.h"

G_BEGIN_DECLS

/** Exit statuses: scripts rely on them. */
typedef enum
{
  CLI_DONE = 0,
  CLI_FAILED = 1,
  CLI_USAGE = 2,
  CLI_REFUSED = 3,
} CliStatus;

/**
 * CliCommand: one command of the program
 * @name: as it is typed, for instance "plan" or "journal backup"
 * @arguments: what else it takes, for the help; translatable
 * @summary: one translatable sentence
 * @run: carries it out; @argv begins with the command's last word
 */
typedef struct _CliCommand CliCommand;
struct _CliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  CliStatus (*run) (const CliCommand *self, int argc, char **argv);
};

/* cli-output.c */
CliStatus cli_fail (CliStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);
CliStatus cli_fail_with (CliStatus status, const GError *error);
CliStatus cli_finish_output (CliStatus status);
void cli_print_json (JsonBuilder *builder);
void cli_add_string (JsonBuilder *builder, const char *name, const char *value);
void cli_add_int (JsonBuilder *builder, const char *name, gint64 value);
void cli_add_boolean (JsonBuilder *builder, const char *name, gboolean value);
void cli_add_double (JsonBuilder *builder, const char *name, double value);
void cli_begin_array (JsonBuilder *builder, const char *name);
char *cli_format_seconds (guint seconds);
char *cli_format_day (guint32 julian);

typedef struct _CliTable CliTable;
CliTable *cli_table_new (guint n_columns);
void cli_table_free (CliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliTable, cli_table_free)
void cli_table_add (CliTable *self, ...);
void cli_table_add_note (CliTable *self, const char *note);
void cli_table_print (const CliTable *self);

/* cli-options.c */
typedef struct _CliOptions CliOptions;
CliOptions *cli_options_new (const CliCommand *command);
void cli_options_free (CliOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliOptions, cli_options_free)
const char *cli_options_keep (CliOptions *self, char *text);
void cli_options_add (CliOptions *self, const GOptionEntry *entries);
gboolean
cli_options_parse (CliOptions *self, int argc, char **argv, guint max_rest, CliStatus *status);
const char *cli_options_get_rest (CliOptions *self, guint index);
gboolean cli_read_number (const char *text, guint min, guint max, guint *value);

/* cli-complete.c */
int cli_command_match (const CliCommand *command, int argc, char **argv);
CliStatus cli_complete (const CliCommand *commands, gsize n_commands, int argc, char **argv);
gboolean cli_is_completing (void);
void cli_complete_options (const GOptionEntry *entries, guint n_entries);

/* cli-voice.c */
void cli_voice_take_language (char **argv);
void cli_voice_begin (void);
void cli_voice_end (void);
gboolean cli_voice_is_spoken (const char *language, const char *spoken);

/* cli-content.c */
LegatoGuide *cli_load_guide (GError **error);
GPtrArray *cli_dup_routines (LegatoGuide *guide);
/* Ids that options take; each list ends with %NULL. */
extern const char *const cli_known_flags[];
extern const char *const cli_known_tools[];
extern const char *const cli_known_joints[];

/* The commands, each in the file of its group: the @run of their CliCommand. */
CliStatus cli_run_routines (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_zones (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_techniques (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_search (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_plan (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_timeline (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_cues (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_log (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_list (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_search (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_export (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_import (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_merge (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_restore (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_recover (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_backup (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_journal_verify (const CliCommand *self, int argc, char **argv);
CliStatus cli_run_trends (const CliCommand *self, int argc, char **argv);
CliStatus cli_write_report (const char *path,
                            const char *const *left_out,
                            LegatoGuide *guide,
                            guint32 first_day,
                            guint n_weeks);

G_END_DECLS

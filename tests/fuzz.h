/* fuzz.h: gives what reads files of others whatever comes
 *
 * Built with libFuzzer (build-aux/fuzz) a program of these looks for new inputs; built without, as
 * the tests do, it tries the files named on the command line and a fixed number of changes to each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* What a program does with one input; libFuzzer's name for it. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int fuzz_replay (int argc,
                 char **argv,
                 const char *test_path,
                 guint n_changes,
                 const char *const *pieces);

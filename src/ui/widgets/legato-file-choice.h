/* legato-file-choice.h: asks for a file, on each generation of GTK in the way it likes best
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LegatoFileChosen: @file was chosen; nothing is called when none was. */
typedef void (*LegatoFileChosen) (GObject *object, GFile *file);

void legato_file_choice_open (GtkWindow *parent,
                              const char *title,
                              GtkFileFilter *filter,
                              LegatoFileChosen chosen,
                              GObject *object);
void legato_file_choice_save (GtkWindow *parent,
                              const char *title,
                              const char *name,
                              LegatoFileChosen chosen,
                              GObject *object);
void legato_file_choice_folder (GtkWindow *parent,
                                const char *title,
                                LegatoFileChosen chosen,
                                GObject *object);

G_END_DECLS

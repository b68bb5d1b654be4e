/* legato-step-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-step-words.h"

/** Returns: (transfer full): "Foot to Calf. Light: you feel …", and why the step is as it is */
char *
legato_step_words_dup_caption (const LegatoStep *step)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autofree char *reach = NULL;

  g_return_val_if_fail (step != NULL, NULL);

  if (step->technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    return g_strdup (step->technique->how.text);

  reach = legato_step_dup_reach (step);
  if (reach != NULL)
    g_string_append_printf (caption, "%s. ", reach);
  g_string_append (caption, legato_pressure_get_words (step->pressure));
  for (guint i = 0; i < step->reasons->len; i++)
    g_string_append_printf (caption, " %s",
                            ((const LegatoReason *) g_ptr_array_index (step->reasons, i))->text);

  return g_string_free (g_steal_pointer (&caption), FALSE);
}

/** Returns: (transfer full): what is said in the countdown before @step */
char *
legato_step_words_dup_start (const LegatoStep *step)
{
  g_autofree char *caption = legato_step_words_dup_caption (step);

  g_return_val_if_fail (step != NULL, NULL);

  /* Translators: in the countdown; followed by how the first step is done */
  return g_strdup_printf (_ ("Get your hands in place. %s"), caption);
}

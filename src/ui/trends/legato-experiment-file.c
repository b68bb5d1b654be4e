/* legato-experiment-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-experiment-file.h"

#define FILE_NAME "comparison"
#define ONLY_OWNER 0600

/** Returns: (transfer full): the file beside @journal_path that keeps the comparison of that person
 */
char *
legato_experiment_file_get_path (const char *journal_path)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (journal_path != NULL, NULL);

  folder = g_path_get_dirname (journal_path);
  return g_build_filename (folder, FILE_NAME, NULL);
}

/**
 * legato_experiment_file_load:
 * @error: a #GFileError, or %LEGATO_EXPERIMENT_ERROR_BROKEN
 *
 * Returns: (transfer full) (nullable): what was kept; %NULL without @error if there is nothing
 */
LegatoExperiment *
legato_experiment_file_load (const char *path, LegatoGuide *guide, GError **error)
{
  g_autoptr (LegatoExperiment) experiment = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL && guide != NULL, NULL);

  if (!g_file_get_contents (path, &text, NULL, &trouble))
    {
      if (!g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  variant = g_variant_parse (NULL, text, NULL, NULL, NULL);
  if (variant != NULL)
    experiment = legato_experiment_new_from_variant (variant, NULL);
  if (experiment != NULL
      && legato_guide_find_zone (guide, legato_experiment_get_zone (experiment)) != NULL)
    return g_steal_pointer (&experiment);
  /* A file that holds no variant, or names an unknown place, counts as broken like an invalid one.
   */
  g_clear_pointer (&variant, g_variant_unref);
  variant = g_variant_ref_sink (g_variant_new_string (""));
  return legato_experiment_new_from_variant (variant, error);
}

/** legato_experiment_file_save: it is on the disk when this returns, for its owner only */
gboolean
legato_experiment_file_save (const char *path, LegatoExperiment *experiment, GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL && experiment != NULL, FALSE);

  variant = legato_experiment_to_variant (experiment);
  text = g_variant_print (variant, TRUE);
  return g_file_set_contents_full (path, text, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   ONLY_OWNER, error);
}

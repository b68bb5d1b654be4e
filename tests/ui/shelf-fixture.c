/* shelf-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "shelf-fixture.h"

const char shelf_calm_calves[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<guide version=\"1\">\n"
    "  <routine id=\"own-calm\">\n    <name>Calm calves</name>\n    <leg>\n"
    "      <step phase=\"warm\" technique=\"effleurage\" zones=\"calf\" pressure=\"light\" "
    "seconds=\"30\"/>\n"
    "      <step phase=\"work\" technique=\"petrissage\" zones=\"calf\" pressure=\"light\" "
    "seconds=\"30\"/>\n"
    "      <step phase=\"settle\" technique=\"effleurage\" zones=\"calf\" pressure=\"light\" "
    "seconds=\"30\"/>\n"
    "    </leg>\n  </routine>\n</guide>\n";

char *
shelf_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "legato", "routines", NULL);
}

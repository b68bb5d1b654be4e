/* legato-mpris-interface.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include "legato-mpris-interface.h"

/* As https://specifications.freedesktop.org/mpris-spec/2.2/ defines them, without what it leaves
 * optional and a guided session has no use for (track list, shuffle, loop). */
static const char xml[] =
    "<node>"
    "<interface name='" LEGATO_MPRIS_ROOT "'>"
    "<method name='Raise'/>"
    "<method name='Quit'/>"
    "<property name='CanQuit' type='b' access='read'/>"
    "<property name='CanRaise' type='b' access='read'/>"
    "<property name='HasTrackList' type='b' access='read'/>"
    "<property name='Identity' type='s' access='read'/>"
    "<property name='DesktopEntry' type='s' access='read'/>"
    "<property name='SupportedUriSchemes' type='as' access='read'/>"
    "<property name='SupportedMimeTypes' type='as' access='read'/>"
    "</interface>"
    "<interface name='" LEGATO_MPRIS_PLAYER "'>"
    "<method name='Next'/>"
    "<method name='Previous'/>"
    "<method name='Pause'/>"
    "<method name='PlayPause'/>"
    "<method name='Stop'/>"
    "<method name='Play'/>"
    "<method name='Seek'><arg direction='in' type='x' name='Offset'/></method>"
    "<method name='SetPosition'>"
    "<arg direction='in' type='o' name='TrackId'/>"
    "<arg direction='in' type='x' name='Position'/>"
    "</method>"
    "<method name='OpenUri'><arg direction='in' type='s' name='Uri'/></method>"
    "<signal name='Seeked'><arg type='x' name='Position'/></signal>"
    "<property name='PlaybackStatus' type='s' access='read'/>"
    "<property name='Rate' type='d' access='readwrite'/>"
    "<property name='Metadata' type='a{sv}' access='read'/>"
    "<property name='Volume' type='d' access='readwrite'/>"
    "<property name='Position' type='x' access='read'>"
    "<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
    "</property>"
    "<property name='MinimumRate' type='d' access='read'/>"
    "<property name='MaximumRate' type='d' access='read'/>"
    "<property name='CanGoNext' type='b' access='read'/>"
    "<property name='CanGoPrevious' type='b' access='read'/>"
    "<property name='CanPlay' type='b' access='read'/>"
    "<property name='CanPause' type='b' access='read'/>"
    "<property name='CanSeek' type='b' access='read'/>"
    "<property name='CanControl' type='b' access='read'/>"
    "</interface>"
    "</node>";

/** Returns: (transfer none): what is on LEGATO_MPRIS_PATH, for as long as the program runs */
GDBusNodeInfo *
legato_mpris_get_node (void)
{
  static GDBusNodeInfo *node;

  if (g_once_init_enter (&node))
    {
      GDBusNodeInfo *parsed = g_dbus_node_info_new_for_xml (xml, NULL);

      g_assert (parsed != NULL);
      g_once_init_leave (&node, parsed);
    }
  return node;
}

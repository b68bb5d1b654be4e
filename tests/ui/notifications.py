#!/usr/bin/env python3
"""Is the desktop's service for notifications, and says in a line each what it is told to show or take
back: "Notify TITLE [ACTIONS]", "CloseNotification NUMBER". A line "NUMBER ACTION" on its input is a
click on what it shows. With "--portal" it is the portal for the background too, which says
"RequestBackground AUTOSTART [COMMAND]" and allows it, or refuses it with "--refuse".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import subprocess
import sys

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
PORTAL = 'org.freedesktop.portal.Desktop'
PORTAL_PATH = '/org/freedesktop/portal/desktop'
REQUEST = 'org.freedesktop.portal.Request'
BACKGROUND = 'org.freedesktop.portal.Background'


def serve():
    node = Gio.DBusNodeInfo.new_for_xml(f'''
      <node><interface name="{NAME}">
        <method name="Notify">
          <arg type="s"/><arg type="u"/><arg type="s"/><arg type="s"/><arg type="s"/>
          <arg type="as"/><arg type="a{{sv}}"/><arg type="i"/><arg type="u" direction="out"/>
        </method>
        <method name="CloseNotification"><arg type="u"/></method>
        <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
      </interface><interface name="{BACKGROUND}">
        <method name="RequestBackground">
          <arg type="s"/><arg type="a{{sv}}"/><arg type="o" direction="out"/>
        </method>
      </interface></node>''')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    shown = 6

    def called(_bus, sender, _path, _interface, method, args, invocation):
        nonlocal shown
        if method == 'RequestBackground':
            _, options = args.unpack()
            caller = sender[1:].replace('.', '_')
            request = f'{PORTAL_PATH}/request/{caller}/{options["handle_token"]}'
            # A portal may answer before it returns from the call.
            allowed = '--refuse' not in sys.argv
            bus.emit_signal(None, request, REQUEST, 'Response', GLib.Variant('(ua{sv})', (
                0 if allowed else 1, {'background': GLib.Variant('b', allowed),
                                      'autostart': GLib.Variant('b', allowed and options['autostart'])})))
            invocation.return_value(GLib.Variant('(o)', (request,)))
            print(method, options['autostart'], options['commandline'], flush=True)
        elif method == 'Notify':
            shown = args.unpack()[1] or shown + 1
            invocation.return_value(GLib.Variant('(u)', (shown,)))
            # What a click on it does has to be offered: some desktops do nothing otherwise.
            print(method, args.unpack()[3], args.unpack()[5], flush=True)
        else:
            invocation.return_value(None)
            print(method, args.unpack()[0], flush=True)

    def clicked(_channel, _condition):
        number, action = sys.stdin.readline().split()
        bus.emit_signal(None, PATH, NAME, 'ActionInvoked',
                        GLib.Variant('(us)', (int(number), action)))
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, clicked)
    bus.register_object(PATH, node.interfaces[0], called, None, None)
    if '--portal' in sys.argv:
        bus.register_object(PORTAL_PATH, node.interfaces[1], called, None, None)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                      'RequestName', GLib.Variant('(su)', (PORTAL, 0)), None, 0, GLib.MAXINT, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print('ready', flush=True), None)
    GLib.MainLoop().run()


@contextlib.contextmanager
def desktop(*options):
    """A desktop that shows notifications, as a process with what it says as its output."""
    with subprocess.Popen([sys.executable, __file__, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        try:
            assert process.stdout.readline() == 'ready\n'
            yield process
        finally:
            process.kill()


if __name__ == '__main__':
    serve()

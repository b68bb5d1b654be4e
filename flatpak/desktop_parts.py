#!/usr/bin/env python3
"""Is what a desktop adds to its portals, and says in a line each what it is asked for: the part of the
portal for the background that knows which windows are seen, and the keeper of the screen, as
"Inhibit NUMBER PROGRAM" and "UnInhibit NUMBER".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import pathlib
import subprocess
import sys

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.impl.portal.desktop.legato_test'
PATH = '/org/freedesktop/portal/desktop'
BACKGROUND = 'org.freedesktop.impl.portal.Background'
SCREEN = 'org.freedesktop.ScreenSaver'
SCREEN_PATH = '/org/freedesktop/ScreenSaver'
PROGRAM = 'io.github.legato_app.Legato'

# What the portal knows of a program.
IN_BACKGROUND, ACTIVE = 0, 2


def is_seen():
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Legato'],
                          capture_output=True, check=False).stdout != b''


def serve():
    node = Gio.DBusNodeInfo.new_for_xml(f'''
      <node><interface name="{BACKGROUND}">
        <method name="GetAppState"><arg type="a{{sv}}" direction="out"/></method>
        <method name="EnableAutostart">
          <arg type="s"/><arg type="b"/><arg type="as"/><arg type="u"/><arg type="b" direction="out"/>
        </method>
        <method name="NotifyBackground">
          <arg type="o"/><arg type="s"/><arg type="s"/>
          <arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/>
        </method>
        <signal name="RunningApplicationsChanged"/>
      </interface><interface name="{SCREEN}">
        <method name="Inhibit"><arg type="s"/><arg type="s"/><arg type="u" direction="out"/></method>
        <method name="UnInhibit"><arg type="u"/></method>
      </interface></node>''')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    given = 0

    def called(_bus, _sender, _path, _interface, method, args, invocation):
        nonlocal given
        said = args.unpack()
        answer = None
        if method == 'GetAppState':
            state = ACTIVE if is_seen() else IN_BACKGROUND
            answer = GLib.Variant('(a{sv})', ({PROGRAM: GLib.Variant('u', state)},))
        elif method == 'EnableAutostart':
            print(method, *said, flush=True)
            answer = GLib.Variant('(b)', (said[1],))
        elif method == 'NotifyBackground':
            print(method, *said, flush=True)
            answer = GLib.Variant('(ua{sv})', (0, {}))
        elif method == 'Inhibit':
            given += 1
            print(method, given, *said, flush=True)
            answer = GLib.Variant('(u)', (given,))
        else:
            print(method, *said, flush=True)
        invocation.return_value(answer)

    bus.register_object(PATH, node.interfaces[0], called, None, None)
    bus.register_object(SCREEN_PATH, node.interfaces[1], called, None, None)
    for name in NAME, SCREEN:
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                      'RequestName', GLib.Variant('(su)', (name, 0)), None, 0, GLib.MAXINT, None)
    print('ready', flush=True)
    GLib.MainLoop().run()


class Parts:
    def __init__(self, log):
        self.log = log
        self.n_read = 0

    def read(self):
        """The lines that were said since the last call."""
        lines = self.log.read_text('utf-8').splitlines()[self.n_read:]
        self.n_read += len(lines)
        return lines


@contextlib.contextmanager
def desktop_parts(wait):
    """Has them there before the first portal looks for them; gives what they say."""
    portals = pathlib.Path(os.environ['XDG_DATA_HOME'], 'xdg-desktop-portal/portals')
    portals.mkdir(parents=True)
    (portals / 'legato-test.portal').write_text(
        f'[portal]\nDBusName={NAME}\nInterfaces={BACKGROUND}\n', encoding='utf-8')
    chosen = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'xdg-desktop-portal/portals.conf')
    chosen.parent.mkdir(parents=True)
    chosen.write_text(f'[preferred]\ndefault=gtk\n{BACKGROUND}=legato-test\n', encoding='utf-8')
    log = pathlib.Path(os.environ['HOME'], 'desktop-parts')
    with log.open('w', encoding='utf-8') as output, \
         subprocess.Popen([sys.executable, __file__], stdout=output) as process:
        try:
            parts = Parts(log)
            wait('the parts of the desktop', lambda: parts.read() == ['ready'])
            yield parts
        finally:
            process.kill()


if __name__ == '__main__':
    serve()

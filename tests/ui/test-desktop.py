#!/usr/bin/env python3
"""Media keys, and a notification for who looks away.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess
import sys
import urllib.parse

from gi.repository import Gio, GLib

from driver import run, wait, xdotool

NAME = 'org.mpris.MediaPlayer2.io.github.legato_app.Legato'
PATH = '/org/mpris/MediaPlayer2'
PLAYER = 'org.mpris.MediaPlayer2.Player'


def call(method, args=None, interface=PLAYER):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(NAME, PATH, interface, method, args, None, Gio.DBusCallFlags.NO_AUTO_START,
                         20000, None).unpack()


def ask(name):
    return call('Get', GLib.Variant('(ss)', (PLAYER, name)), 'org.freedesktop.DBus.Properties')[0]


def is_there():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         'NameHasOwner', GLib.Variant('(s)', (NAME,)), None, 0, -1,
                         None).unpack()[0]


def start_session(program, tempo):
    program.env['LEGATO_TEST_TEMPO'] = tempo
    program.start('--start', 'three-minute')
    program.check_in()
    program.click('Start')
    program.see('Pause')


def media_keys(program):
    program.env['LEGATO_TEST_TEMPO'] = '2'
    program.start('--start', 'three-minute')
    assert not is_there()
    program.check_in()
    program.click('Start')
    wait('the player on the bus', is_there)
    wait('the first step', lambda: ask('Position') > 0)
    call('PlayPause')
    program.see('Go on')
    assert ask('PlaybackStatus') == 'Paused'
    call('Next')
    call('Next')
    program.see('Step 3 of 10')
    metadata = ask('Metadata')
    assert metadata['xesam:title'].startswith('Left calf: '), metadata
    art = wait('a picture of the calf',
               lambda: ask('Metadata').get('mpris:artUrl', '').endswith('/left-calf.png')
               and ask('Metadata')['mpris:artUrl'])
    with open(urllib.parse.unquote(art.removeprefix('file://')), 'rb') as picture:
        assert picture.read(8) == b'\x89PNG\r\n\x1a\n'
    call('Previous')
    program.see('Step 2 of 10')
    call('Play')
    program.see('Pause')
    call('Raise', interface='org.mpris.MediaPlayer2')
    call('Stop')
    wait('the player gone from the bus', lambda: not is_there())
    program.quit()


def serve_notifications():
    """Is the desktop's service for notifications, and says what it is told to show."""
    node = Gio.DBusNodeInfo.new_for_xml('''
      <node><interface name="org.freedesktop.Notifications">
        <method name="Notify">
          <arg type="s"/><arg type="u"/><arg type="s"/><arg type="s"/><arg type="s"/>
          <arg type="as"/><arg type="a{sv}"/><arg type="i"/><arg type="u" direction="out"/>
        </method>
        <method name="CloseNotification"><arg type="u"/></method>
      </interface></node>''')

    def called(_bus, _sender, _path, _interface, method, args, invocation):
        if method == 'Notify':
            # What a click on it does has to be offered: some desktops do nothing otherwise.
            print(method, args.unpack()[3], args.unpack()[5], flush=True)
        else:
            print(method, args.unpack()[0], flush=True)
        invocation.return_value(GLib.Variant('(u)', (7,)) if method == 'Notify' else None)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object('/org/freedesktop/Notifications', node.interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(bus, 'org.freedesktop.Notifications',
                                   Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print('ready', flush=True), None)
    GLib.MainLoop().run()


def ends_unseen(program):
    program.env['GNOTIFICATION_BACKEND'] = 'freedesktop'
    with subprocess.Popen([sys.executable, __file__, '--notifications'], stdout=subprocess.PIPE,
                          text=True) as desktop:
        try:
            assert desktop.stdout.readline() == 'ready\n'
            start_session(program, '30')
            # As when it is minimised: it goes on, and tells when it is over.
            xdotool('windowunmap', program.window)
            assert desktop.stdout.readline() == "Notify Your session is over ['default', '']\n"
            xdotool('windowmap', '--sync', program.window)
            xdotool('windowfocus', '--sync', program.window)
            program.see('Well done: 3:00 of massage.')
            assert desktop.stdout.readline() == 'CloseNotification 7\n'
        finally:
            desktop.kill()
    program.quit()


if sys.argv[1:] == ['--notifications']:
    serve_notifications()
run(media_keys, ends_unseen)

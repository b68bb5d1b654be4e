#!/usr/bin/env python3
"""Reminders come while no window is there, and are answered where they are shown.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import contextlib
import datetime
import os
import pathlib
import re
import select
import subprocess
import zoneinfo

from gi.repository import Gio, GLib

from driver import LONG, run, wait, xdotool
from due import FAKETIME, ID, PATH, be_due, call, need_faketime, serve
from notifications import desktop

ONLY_WHILE_OPEN = 'Reminders come only while Legato is open'


def comes_without_a_window(program):
    keyfile = be_due(program)
    with desktop() as notifications:
        serve(program)
        line = notifications.stdout.readline()
        assert line.startswith('Notify Time for your legs ['), line
        for word in ("'default'", "'Three Minutes'", "'Later'"):
            assert word in line, line
        assert subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Legato'],
                              capture_output=True, check=False).stdout == b''

        # "Later": it is put off, and that is kept.
        call('Activate', GLib.Variant('(sava{sv})', ('snooze', [GLib.Variant('s', 'session')], {})))
        wait('the time until when it was put off',
             lambda: "'session'" in keyfile.read_text(encoding='utf-8'))

        # It stays for the next; a window opened meanwhile can be closed without ending it.
        call('Activate', GLib.Variant('(sava{sv})', ('check-in', [], {})))
        program.window = wait('the window', program._find_window)
        xdotool('windowfocus', '--sync', program.window)
        program.key('ctrl+w')
        wait('no window', lambda: program._find_window() is None)
        assert not program.has_ended()
        program.kill()


def a_click_raises_the_window(program):
    be_due(program)
    with desktop() as notifications:
        serve(program)
        assert notifications.stdout.readline().startswith('Notify Time for your legs [')
        print('7 default', file=notifications.stdin, flush=True)
        wait('the window', program._find_window)
        program.kill()


def touches_nothing_unseen(program):
    """While it waits it holds no device but the null device, and no line to the network."""
    be_due(program)
    with desktop() as notifications:
        serve(program)
        assert notifications.stdout.readline().startswith('Notify Time for your legs [')
        held = set()
        for link in pathlib.Path(f'/proc/{program.process.pid}/fd').iterdir():
            with contextlib.suppress(FileNotFoundError):
                held.add(os.readlink(link))
        devices = {path for path in held if path.startswith('/dev/')} - {'/dev/null'}
        assert not devices, devices
        network = {f'socket:[{line.split()[9]}]'
                   for table in ('tcp', 'tcp6', 'udp', 'udp6')
                   for line in pathlib.Path('/proc/net', table).read_text('ascii').splitlines()[1:]}
        assert not held & network, held & network
        assert program._find_window() is None
        program.kill()


def starts_with_the_session_while_wanted(program):
    with desktop('--portal') as portal:
        program.start()
        program.choose(reminder_session_days='uint32 127')
        line = portal.stdout.readline().strip()
        assert line == "RequestBackground True ['legato', '--gapplication-service']", line

        def not_wanted():
            # What the program itself writes at the same moment may win.
            program.choose()
            return select.select([portal.stdout], [], [], 0)[0]
        wait('the request to be left alone', not_wanted)
        assert portal.stdout.readline().startswith('RequestBackground False')
        program.quit()


def autostart(program):
    return program.home / 'config' / 'autostart' / f'{ID}.desktop'


def see_in_preferences(program, *sentences):
    """Looks at the page of the reminders, which has these sentences above all else, or none."""
    program.key('ctrl+comma')
    program.enter('Preferences')
    program.click('Remind')
    program.see('A session')
    if sentences:
        for sentence in sentences:
            program.see(sentence)
    else:
        program.see_no(ONLY_WHILE_OPEN)
    program.key('Escape')
    program.back_to('Legato')


def says_that_the_desktop_refuses(program):
    with desktop('--portal', '--refuse') as portal:
        keyfile = program.choose(reminder_session_days='uint32 127')
        program.start()
        assert portal.stdout.readline().startswith('RequestBackground True')
        wait('the answer', lambda: "background='refused'" in keyfile.read_text(encoding='utf-8'))
        see_in_preferences(program, ONLY_WHILE_OPEN, 'Your desktop does not let Legato start by itself. '
                           'Its settings for apps can allow it.')
        program.kill()
        assert not autostart(program).exists()
    # Allowed meanwhile in the desktop's settings, it is asked for anew, and nothing is said any more.
    with desktop('--portal'):
        program.start()
        wait('the answer', lambda: "background='allowed'" in keyfile.read_text(encoding='utf-8'))
        see_in_preferences(program)
        program.kill()


def starts_with_the_session_without_a_portal(program):
    with desktop():
        keyfile = program.choose(reminder_session_days='uint32 127')
        serve(program)
        wait('the answer', lambda: "background='allowed'" in keyfile.read_text(encoding='utf-8'))
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(autostart(program))
        assert dict(entry['Desktop Entry'])['Exec'] == 'legato --gapplication-service'

        def not_wanted():
            # What the program itself writes at the same moment may win.
            program.choose()
            return not autostart(program).exists()
        wait('the session to be left alone', not_wanted)
        program.kill()


def says_that_nothing_can_start_it(program):
    # No folder can be made there.
    autostart(program).parent.parent.mkdir(parents=True, exist_ok=True)
    autostart(program).parent.write_text('in the way', encoding='utf-8')
    program.choose(reminder_session_days='uint32 127')
    program.start()
    see_in_preferences(program, ONLY_WHILE_OPEN,
                       'Legato could not set itself to start with your desktop. Your disk may be full.')
    program.kill()


def ends_when_there_is_nothing_to_do(program):
    program.choose()
    serve(program)
    assert program.wait_end() == 0


def days_pass(program):
    """Days, and with them the end of summer time, at many times their pace: five reminders, never
    two for a day and none before its time. However late a busy machine is with a notice, with the
    look at the date that goes with it, or with both, as many times as that have to lie behind."""
    need_faketime()
    keyfile = program.choose(reminder_session_days='uint32 127', reminder_session_minute='uint32 150')
    program.env.update(TZ='Europe/Berlin', LD_PRELOAD=FAKETIME,
                       FAKETIME='@2026-10-22 12:00:00 x10000', FAKETIME_DONT_FAKE_MONOTONIC='1')
    # The first half past two of the two on the 25th; the program may take either.
    due = datetime.datetime(2026, 10, 23, 2, 30, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin'))
    with desktop() as notifications:
        serve(program)
        for _ in range(5):
            line = notifications.stdout.readline()
            assert line.startswith('Notify Time for your legs ['), line
            shown = re.search(r'^reminders-shown=(?:int64 )?([0-9]+)$', keyfile.read_text('utf-8'), re.M)
            local = datetime.datetime.fromtimestamp(int(shown[1]), due.tzinfo)
            assert local.timestamp() >= due.timestamp(), f'{local} is before {due}'
            print(f'# {local}')
            due += datetime.timedelta(days=1)
        program.kill()


def answers_the_search(program):
    program.choose()
    serve(program)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    wait('the service', lambda: bus.call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
        GLib.Variant('(s)', (ID,)), None, 0, LONG, None).unpack()[0])
    search = {'path': f'{PATH}/SearchProvider', 'interface': 'org.gnome.Shell.SearchProvider2'}
    found = call('GetInitialResultSet', GLib.Variant('(as)', (['calf'],)), **search).unpack()[0]
    assert found[0] == 'zone:calf', found
    call('ActivateResult', GLib.Variant('(sasu)', (found[0], ['calf'], 0)), **search)
    wait('the window', program._find_window)
    program.kill()


run(comes_without_a_window, a_click_raises_the_window, touches_nothing_unseen,
    starts_with_the_session_while_wanted, starts_with_the_session_without_a_portal,
    says_that_the_desktop_refuses, says_that_nothing_can_start_it, days_pass,
    ends_when_there_is_nothing_to_do, answers_the_search)

"""Lets a reminder come now, to the program that waits for it without a window.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import itertools
import json
import os
import pathlib
import subprocess

from gi.repository import Gio

from driver import LONG, Skipped

ID = 'io.github.legato_app.Legato'
PATH = '/io/github/legato_app/Legato'

# What lets a program have another time when it is loaded first, or None.
FAKETIME = next((str(file) for file in itertools.chain.from_iterable(
    pathlib.Path('/').glob(f'usr/{folder}/faketime/libfaketime.so.1')
    for folder in ('lib/*', 'lib64', 'lib'))), None)


def need_faketime():
    if FAKETIME is None:
        raise Skipped('faketime is not installed')


def had_session(program, uuid, end, utc_offset_s=0):
    """It is in the journal that one of three minutes ended then, in seconds since 1970."""
    begun = datetime.datetime.fromtimestamp(end - 180, datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.%fZ')
    session = {'uuid': uuid, 'kind': 'session', 'at': begun, 'utc_offset_s': utc_offset_s, 'recorded': begun,
               'edited': begun, 'leg': 'both', 'routine': 'three-minute', 'planned_s': 180,
               'done_s': 180, 'completed': True, 'tags': [], 'reasons': [], 'steps': [],
               'ratings': [], 'feelings': [], 'girths': []}
    file = program.home / 'journal.json'
    file.write_text(json.dumps({'format': 'legato-journal', 'version': 1, 'entries': [session]}),
                    encoding='utf-8')
    subprocess.run([os.environ['LEGATO_CLI'], 'journal', 'import', file], env=program.env, check=True,
                   stdout=subprocess.DEVNULL)


def at_noon(program):
    """Lets it be between twelve and one o'clock where the program is; returns the minute there."""
    now = datetime.datetime.now(datetime.timezone.utc)
    east = 12 - now.hour
    program.env['TZ'] = f'Etc/GMT{-east:+d}'
    return 12 * 60 + now.minute


def be_due(program):
    """Has a session's reminder come at this minute; returns the file of the settings."""
    return program.choose(
        reminder_session_days='uint32 127', reminder_session_minute=f'uint32 {at_noon(program)}',
        reminders_shown=f'int64 {int(datetime.datetime.now().timestamp()) - 300}')


def serve(program):
    program.env['GNOTIFICATION_BACKEND'] = 'freedesktop'
    program.process = subprocess.Popen(program.command('--gapplication-service'), env=program.env,
                                       stdin=subprocess.DEVNULL)


def call(method, *arguments, path=PATH, interface='org.gtk.Actions'):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(ID, path, interface, method, *arguments, None, 0, LONG, None)

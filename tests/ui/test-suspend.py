#!/usr/bin/env python3
"""A machine sleeps over the time of a reminder: the process stands still meanwhile, and the clock
goes on.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import signal
import time

from gi.repository import Gio, GLib

from driver import LONG, run, wait
from due import FAKETIME, call, need_faketime, serve
from notifications import NAME, PATH as NOTICES, desktop

NOON = 12 * 60


def fall_asleep(program, keyfile, due):
    """Stops the program once it has looked at the clock; returns whether that was before @due."""
    serve(program)
    wait('a look at the clock', lambda: 'reminders-shown=' in keyfile.read_text('utf-8'))
    program.process.send_signal(signal.SIGSTOP)
    return time.time() < due


def wake_up(program, due):
    """Lets the program go on when @due has passed."""
    wait('the time', lambda: time.time() > due)
    program.process.send_signal(signal.SIGCONT)


def be_noon(program, due):
    """Lets it be noon at @due where the program is, be that between two minutes here."""
    east = -due % (24 * 60 * 60) - NOON * 60
    hours, seconds = divmod(abs(east), 60 * 60)
    # It is written the other way round: west of Greenwich.
    program.env['TZ'] = f'BED{"-" if east > 0 else "+"}{hours:02}:{seconds // 60:02}:{seconds % 60:02}'


def assert_silent(notifications):
    """Nothing more was told to the desktop: what it says next is what it is told here."""
    call('Activate', GLib.Variant('(sava{sv})', ('snooze', [GLib.Variant('s', 'session')], {})))
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        NAME, NOTICES, NAME, 'CloseNotification', GLib.Variant('(u)', (99,)), None, 0, LONG, None)
    line = notifications.stdout.readline()
    assert line == 'CloseNotification 99\n', line


def comes_once_after_a_short_sleep(program):
    # A machine may be so busy that the program has not started yet when it falls asleep.
    for ahead in 5, 40, 320:
        due = int(time.time()) + ahead
        be_noon(program, due)
        keyfile = program.choose(reminder_session_days='uint32 127',
                                 reminder_session_minute=f'uint32 {NOON}')
        with desktop() as notifications:
            if fall_asleep(program, keyfile, due):
                wake_up(program, due + 1)
                line = notifications.stdout.readline()
                assert line.startswith('Notify Time for your legs ['), line
                assert_silent(notifications)
                program.kill()
                return
            program.kill()
    raise AssertionError('never asleep in time')


def says_one_thing_after_a_long_sleep(program):
    """Hours later no notice comes. The window says it, until it is answered."""
    need_faketime()
    midnight = datetime.datetime(2026, 10, 22, tzinfo=datetime.timezone.utc)
    after = (midnight + datetime.timedelta(hours=2, minutes=30)).timestamp()
    # It is a Thursday, and the next one is minutes away at the fastest pace.
    for pace in 1800, 450, 50:
        keyfile = program.choose(reminder_session_days='uint32 8',
                                 reminder_session_minute='uint32 150')
        program.env.update(TZ='UTC', LD_PRELOAD=FAKETIME, FAKETIME_DONT_FAKE_MONOTONIC='1',
                           FAKETIME=f'@{midnight:%Y-%m-%d %H:%M:%S} x{pace}')
        due = time.time() + 150 * 60 / pace
        with desktop() as notifications:
            if fall_asleep(program, keyfile, due):
                wake_up(program, due + 2 * 60 * 60 / pace)
                wait('a look at the clock', lambda: any(
                    line.startswith('reminders-shown=') and int(line.split('=')[1].split()[-1]) > after
                    for line in keyfile.read_text('utf-8').splitlines()))
                call('Activate', GLib.Variant('(sava{sv})', ('show', [], {})))
                program.attach()
                program.see('Time for your legs')
                program.click('Not Now')
                program.see_no('Time for your legs')
                assert_silent(notifications)
                program.kill()
                return
            program.kill()
    raise AssertionError('never asleep in time')


run(comes_once_after_a_short_sleep, says_one_thing_after_a_long_sleep)

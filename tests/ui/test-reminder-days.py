#!/usr/bin/env python3
"""Days of reminders: each comes at its time, once, and nothing else comes, also over the end of
summer time. The machine sleeps from one to the next, as one does that is closed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import os
import re
import select
import time
import zoneinfo

from gi.repository import Gio, GLib

from driver import LONG, run, wait
from due import FAKETIME, call, had_session, need_faketime, serve
from notifications import NAME, PATH as NOTICES, desktop

ZONE = zoneinfo.ZoneInfo('Europe/Berlin')
SESSION = 'b1e0a5de-0000-4000-8000-000000000014'

# The machine wakes so many seconds before a reminder, which then comes by the program's own alarm.
BEFORE = 2

# The questions of both days say the same.
QUESTION = 'How are your legs today?'
MOVE = 'A minute on your feet?'
LEGS_UP = 'Legs up for ten minutes?'

ANSWERS = ('Better', 'The Same', 'Worse')


def at(day, hour, minute=0):
    """A time in October 2026; on the 25th the clocks are set back."""
    return int(datetime.datetime(2026, 10, day, hour, minute, tzinfo=ZONE).timestamp())


class Days:
    """The program as a service, with a clock of its own."""

    def __init__(self, program, notifications, begin, **keys):
        self.program = program
        self.output = notifications.stdout.fileno()
        self.heard = b''
        self.clock = program.home / 'clock'
        self.keyfile = program.choose(**keys)
        program.env.update(TZ='Europe/Berlin', LD_PRELOAD=FAKETIME, FAKETIME_NO_CACHE='1',
                           FAKETIME_TIMESTAMP_FILE=str(self.clock), FAKETIME_DONT_FAKE_MONOTONIC='1')
        self.set_clock(begin)

    def set_clock(self, instant):
        new = self.clock.with_suffix('.new')
        new.write_text(f'{instant - time.time():+.3f}', encoding='ascii')
        new.replace(self.clock)

    def get_shown(self):
        """Until when it has shown what was due."""
        found = re.search(r'^reminders-shown=(?:int64 )?([0-9]+)$', self.keyfile.read_text('utf-8'), re.M)
        return int(found[1]) if found else 0

    def serve(self):
        serve(self.program)
        wait('a look at the clock', self.get_shown)

    def wake(self, instant):
        """Sleeps until then. A machine that wakes tells each alarm that its clock was set; this clock
        is not the machine's, so the program is asked for something that lets it look."""
        self.set_clock(instant)
        call('Activate', GLib.Variant('(sava{sv})', ('snooze', [GLib.Variant('s', 'session')], {})))
        wait('a look at the clock', lambda: self.get_shown() >= instant)

    def read_line(self):
        while b'\n' not in self.heard:
            wait('the desktop to be told', lambda: select.select([self.output], [], [], 0)[0])
            self.heard += os.read(self.output, 4096)
        line, _, self.heard = self.heard.partition(b'\n')
        return line.decode()

    def is_told(self, *lines):
        """What it has told the desktop since: the last line is the one that is told here."""
        call('Describe', GLib.Variant('(s)', ('show',)))
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            NAME, NOTICES, NAME, 'CloseNotification', GLib.Variant('(u)', (99,)), None, 0, LONG, None)
        for expected in (*lines, 'CloseNotification 99'):
            line = self.read_line()
            assert line == expected, (line, expected)

    def sleep_through(self, *instants):
        """At none of these does anything come; a moment later it would be late, but come."""
        for instant in instants:
            self.wake(instant + 1)
            self.is_told()

    def expect(self, instant, title, *actions):
        """It comes by its own alarm, not before its time."""
        self.wake(instant - BEFORE)
        line = self.read_line()
        assert line.startswith(f'Notify {title} ['), line
        for action in actions:
            assert f"'{action}'" in line, line
        assert instant <= self.get_shown() < instant + 300, (self.get_shown(), instant)


def asks_on_both_days_after_a_session(program):
    """A session of the late evening is asked about when the quiet hours are over, on two days."""
    need_faketime()
    with desktop() as notifications:
        days = Days(program, notifications, at(23, 23), reminder_follow_ups='true')
        had_session(program, SESSION, at(23, 22, 40), utc_offset_s=7200)
        days.serve()
        days.sleep_through(at(24, 7))
        days.expect(at(24, 8), QUESTION, *ANSWERS)
        days.is_told()
        # A day after its end the quiet hours have begun.
        days.sleep_through(at(24, 22, 40), at(25, 7))
        days.expect(at(25, 8), QUESTION, *ANSWERS)
        # It takes the place of yesterday's.
        days.is_told('CloseNotification 7')
        days.sleep_through(at(25, 22, 40), at(26, 8))
        # Nobody asks any more.
        days.wake(at(27, 0))
        days.is_told('CloseNotification 8')
        days.sleep_through(at(27, 8))
        program.kill()


def moves_each_hour_and_raises_the_legs(program):
    """Sitting from nine to twelve on workdays, the morning quiet until half past ten; legs up each day
    late in the evening, at a time that was chosen although it is quiet then."""
    need_faketime()
    with desktop() as notifications:
        days = Days(program, notifications, at(22, 23), reminder_move_days='uint32 31',
                    reminder_move_from='uint32 540', reminder_move_until='uint32 720',
                    reminder_legs_up_days='uint32 127', reminder_legs_up_minute='uint32 1335',
                    quiet_from='uint32 1320', quiet_until='uint32 630')
        days.serve()
        for day in 23, 24, 25, 26:
            if day in (23, 26):
                days.sleep_through(at(day, 9), at(day, 10))
                for hour in 11, 12:
                    days.expect(at(day, hour), MOVE, 'Show Me', 'Later')
                    days.is_told()
                days.sleep_through(at(day, 13))
            else:
                days.sleep_through(at(day, 11), at(day, 12))
            days.expect(at(day, 22, 15), LEGS_UP, 'Later')
            days.is_told()
        program.kill()


run(asks_on_both_days_after_a_session, moves_each_hour_and_raises_the_legs)

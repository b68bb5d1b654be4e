#!/usr/bin/env python3
"""What programs without a window cost while nothing is due: how often any of their threads is woken,
and their memory.

Usage: service-bench.py SECONDS NAME=COMMAND...

Each is watched alone, from when it sleeps. Prints a table, and what the desktop's search costs the
last of them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import shlex
import statistics
import subprocess
import sys
import time

from importlib import import_module

from gi.repository import Gio, GLib

measure = import_module('startup-bench')

APP = 'io.github.legato_app.Legato'

# As people type them: names, slips, whole phrases, and what finds nothing.
WORDS = ['calf', 'three', 'knee pain', 'swolen feet', 'after running', 'lymph', 'zzz', 'a',
         'tired legs in the evening', 'kneding']

# Likewise, of days of the journal: named, by a word of a note, which may be in each, in one of a
# thousand or in none, and by a place that is in all and in none.
DAYS = ['yesterday', '2023-11-01', 'November 2021', 'monday', 'journal', 'stairs', 'meadow', 'xyzzy',
        'stairs 1 May 2020', 'calf November 2022', 'gluteus May 2020', 'sta w1']

# It has started when nothing woke it for so long: a thread of GLib's pool waits 15 seconds for work
# before it ends.
QUIET_S = 20.0


def count_wake_ups(pid):
    total = 0
    for status in pathlib.Path(f'/proc/{pid}/task').glob('*/status'):
        for line in status.read_text(encoding='ascii').splitlines():
            if line.startswith('voluntary_ctxt_switches:'):
                total += int(line.split()[1])
    return total


def watch(command, seconds):
    """Returns wake-ups, processor seconds, MiB."""
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        before = None
        while before is None or before != count_wake_ups(program.pid):
            before = count_wake_ups(program.pid)
            time.sleep(QUIET_S)
        used = measure.processor_s(program.pid)
        time.sleep(seconds)
        if program.poll() is not None:
            sys.exit(f'{command[0]} has ended')
        return (count_wake_ups(program.pid) - before, measure.processor_s(program.pid) - used,
                measure.pss_mib(program.pid))
    finally:
        program.kill()
        program.wait()


def search(command):
    """Asks as the desktop does, and prints how soon the answers come."""
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(method, kind, argument):
        return bus.call_sync(APP, f'/{APP.replace(".", "/")}/SearchProvider',
                             'org.gnome.Shell.SearchProvider2', method, GLib.Variant(kind, argument),
                             None, 0, -1, None).unpack()[0]

    try:
        begin = time.monotonic()
        while not bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                'org.freedesktop.DBus', 'NameHasOwner', GLib.Variant('(s)', (APP,)),
                                None, 0, -1, None).unpack()[0]:
            time.sleep(0.01)
        call('GetInitialResultSet', '(as)', (['calf'],))
        started = time.monotonic() - begin
        for kind, all_words in ('A search', WORDS), ('A search for days', DAYS):
            used = measure.processor_s(program.pid)
            times = []
            for words in all_words * 10:
                begin = time.monotonic()
                found = call('GetInitialResultSet', '(as)', (words.split(),))
                call('GetResultMetas', '(as)', (found,))
                times.append(((time.monotonic() - begin) * 1000, words))
            used = (measure.processor_s(program.pid) - used) * 1000 / len(times)
            print(f'\n{kind} and what it found, over the bus: median'
                  f' {statistics.median_low(times)[0]:.1f} ms, most {max(times)[0]:.1f} ms'
                  f' (“{max(times)[1]}”); {used:.1f} ms of processor time.')
        print(f'The first, with the start of the program: {started:.2f} s.')
    finally:
        program.kill()
        program.wait()


def main():
    seconds = int(sys.argv[1])
    print(f'| | wake-ups in {seconds} s | processor time | memory (PSS) |\n|---|---|---|---|')
    for name, command in (argument.split('=', 1) for argument in sys.argv[2:]):
        wake_ups, used, memory = watch(shlex.split(command), seconds)
        print(f'| {name} | {wake_ups} | {used:.2f} s | {memory:.0f} MiB |', flush=True)
    search(shlex.split(command))


main()

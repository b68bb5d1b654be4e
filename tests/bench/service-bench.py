#!/usr/bin/env python3
"""What programs without a window cost while nothing is due: how often any of their threads is woken,
and their memory.

Usage: service-bench.py SECONDS NAME=COMMAND...

Each is watched alone, from when it sleeps. Prints a table.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import shlex
import subprocess
import sys
import time

from importlib import import_module

measure = import_module('startup-bench')

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


def main():
    seconds = int(sys.argv[1])
    print(f'| | wake-ups in {seconds} s | processor time | memory (PSS) |\n|---|---|---|---|')
    for name, command in (argument.split('=', 1) for argument in sys.argv[2:]):
        wake_ups, used, memory = watch(shlex.split(command), seconds)
        print(f'| {name} | {wake_ups} | {used:.2f} s | {memory:.0f} MiB |', flush=True)


main()

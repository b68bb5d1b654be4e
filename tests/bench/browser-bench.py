#!/usr/bin/env python3
# browser-bench.py: what a browser costs that moves one dot along one path, for comparison
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: browser-bench.py BROWSER, one of Chromium's kind

Prints one row of a table as session-bench does: all processes of the browser together."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

WARM_UP_S = 8
SECONDS = 18
PAGE = """<!doctype html><title>dot</title>
<svg width="600" height="900"><path id="way" d="M300 850C500 600 100 300 300 50" fill="none"/>
<circle r="20" fill="teal"><animateMotion dur="5s" repeatCount="indefinite">
<mpath href="#way"/></animateMotion></circle></svg>"""


def find_processes(group):
    """The directories in /proc of all processes of the session @group."""
    for entry in pathlib.Path('/proc').iterdir():
        try:
            if entry.name.isdigit() and os.getsid(int(entry.name)) == group:
                yield entry
        except ProcessLookupError:
            pass


def read_cpu(group):
    ticks = 0
    for entry in find_processes(group):
        fields = (entry / 'stat').read_text(encoding='utf-8').rpartition(')')[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf('SC_CLK_TCK')


def read_memory_mb(group):
    kilobytes = 0
    for entry in find_processes(group):
        for line in (entry / 'smaps_rollup').read_text(encoding='utf-8').splitlines():
            if line.startswith('Pss:'):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def main(browser):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = pathlib.Path(folder) / 'dot.html'
        page.write_text(PAGE, encoding='utf-8')
        with subprocess.Popen([browser, '--no-sandbox', '--no-first-run', '--disable-extensions',
                               f'--user-data-dir={folder}/profile', '--window-size=600,900',
                               f'--app=file://{page}'], start_new_session=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(WARM_UP_S)
            cpu, wall = read_cpu(process.pid), time.monotonic()
            time.sleep(SECONDS)
            part = (read_cpu(process.pid) - cpu) / (time.monotonic() - wall)
            memory = read_memory_mb(process.pid)
            os.killpg(process.pid, signal.SIGTERM)
    print(f'| {pathlib.Path(browser).name}, which moves one dot | {100 * part:.1f} % | '
          f'| {memory:.0f} |')


main(sys.argv[1])

#!/usr/bin/env python3
"""Where nothing is installed that a screen needs, a test that wants one is skipped in the way that
Meson counts: one that speaks TAP by its output and status 0, any other by status 77.

Usage: test-skips.py BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import subprocess
import sys

NOWHERE = '/nonexistent'

build = pathlib.Path(sys.argv[1])
tests = [test for test in json.loads((build / 'meson-info/intro-tests.json').read_text('utf-8'))
         if any(pathlib.Path(word).name == 'with-display' for word in test['cmd'])]

print(f'TAP version 13\n1..{len(tests) + 1}')
print('ok 1 - there are such tests' if tests else 'not ok 1 - no test wants a screen')
# Meson's own variables and those of this test say nothing of another.
clean = {name: value for name, value in os.environ.items() if not name.startswith('LEGATO_')}
for number, test in enumerate(tests, 2):
    done = subprocess.run(test['cmd'], cwd=build, env={**clean, **test['env'], 'PATH': NOWHERE},
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if test['protocol'] == 'tap':
        good = done.returncode == 0 and done.stdout.startswith('1..0 # SKIP ')
    else:
        good = done.returncode == 77
    print(f'{"ok" if good else "not ok"} {number} - {test["name"]}')
    if not good:
        print(f'# status {done.returncode}: {done.stdout.strip()} {done.stderr.strip()}')

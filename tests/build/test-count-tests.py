#!/usr/bin/env python3
"""build-aux/count-tests counts what each test did, and says at the end which failed and why.

Usage: test-count-tests.py SOURCE_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import subprocess
import sys
import tempfile

COUNT_TESTS = pathlib.Path(sys.argv[1]) / 'build-aux/count-tests'


def count(*tests, before='legato:ui / '):
    """Each test: its name, protocol, result, and what it wrote to both streams; @before stands before
    its name in the log."""
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder)
        (build / 'meson-info').mkdir()
        (build / 'meson-logs').mkdir()
        known = [{'name': name, 'protocol': protocol} for name, protocol, *_ in tests]
        (build / 'meson-info/intro-tests.json').write_text(json.dumps(known))
        with open(build / 'meson-logs/testlog.json', 'w') as log:
            for name, _, result, stdout, stderr in tests:
                log.write(json.dumps({'name': before + name, 'result': result,
                                      'stdout': stdout, 'stderr': stderr}) + '\n')
        run = subprocess.run([sys.executable, COUNT_TESTS, build], capture_output=True, text=True)
    return run.stdout.splitlines(), run.returncode


def main():
    checks = {
        'each point is one': count(
            ('a', 'tap', 'OK', '1..2\nok 1 b\nok 2 c # SKIP no sound\n', ''),
            ('d', 'exitcode', 'OK', '', ''),
            ('e', 'exitcode', 'SKIP', '', '')) == (['2 passed, 0 failed, 2 skipped'], 0),
        'newer Meson is understood': count(
            ('a', 'tap', 'OK', '1..2\nok 1 b\nok 2 - c\n', ''),
            before='ui+gui - legato:') == (['2 passed, 0 failed, 0 skipped'], 0),
        'who failed is told': count(
            ('a', 'tap', 'OK', '1..1\nok 1 b\n', ''),
            ('f', 'tap', 'FAIL', '1..1\nnot ok 1 g\n', 'no such table')) == (
                ['failed: legato:ui / f (FAIL)', '  | 1..1', '  | not ok 1 g',
                 '  | no such table', '1 passed, 1 failed, 0 skipped'], 1),
        'who never ended is told': count(
            ('h', 'tap', 'TIMEOUT', 'ok 1 i\n', '')) == (
                ['failed: legato:ui / h (TIMEOUT)', '  | ok 1 i',
                 '1 passed, 1 failed, 0 skipped'], 1),
        'none is no success': count() == (['0 passed, 0 failed, 0 skipped'], 1),
    }

    print(f'TAP version 13\n1..{len(checks)}')
    for number, (name, good) in enumerate(checks.items(), 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')


main()

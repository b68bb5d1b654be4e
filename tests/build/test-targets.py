#!/usr/bin/env python3
"""What build-aux/run builds has a name of its own, or Meson would refuse to guess, and is the program
alone: with the tests it was twice as much.

Usage: test-targets.py SOURCE_DIR BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import subprocess
import sys


def main():
    source, build = map(pathlib.Path, sys.argv[1:3])
    wanted = re.search(r'meson compile -C "\$build" (\S+)',
                       (source / 'build-aux/run').read_text())[1]
    targets = json.loads((build / 'meson-info/intro-targets.json').read_text())
    found = [target['id'] for target in targets if target['name'] == wanted]
    commands = subprocess.run(['ninja', '-C', build, '-t', 'commands', wanted], check=True,
                              capture_output=True, text=True).stdout.splitlines()
    of_tests = [command for command in commands if re.search(r' -o "?tests/', command)]
    print('TAP version 13\n1..2')
    print('ok' if len(found) == 1 else 'not ok', f'1 - one target is called {wanted}')
    for target in found:
        print(f'# {target}')
    print('ok' if commands and not of_tests else 'not ok',
          f'2 - its {len(commands)} steps build no test')
    for command in of_tests:
        print(f'# {command}')


if __name__ == '__main__':
    main()

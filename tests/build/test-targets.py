#!/usr/bin/env python3
"""What build-aux/run builds has a name of its own, or Meson would refuse to guess.

Usage: test-targets.py SOURCE_DIR BUILD_DIR

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import sys


def main():
    source, build = map(pathlib.Path, sys.argv[1:3])
    wanted = re.search(r'meson compile -C "\$build" (\S+)',
                       (source / 'build-aux/run').read_text())[1]
    targets = json.loads((build / 'meson-info/intro-targets.json').read_text())
    found = [target['id'] for target in targets if target['name'] == wanted]
    print('TAP version 13\n1..1')
    print('ok' if len(found) == 1 else 'not ok', f'1 - one target is called {wanted}')
    for target in found:
        print(f'# {target}')


if __name__ == '__main__':
    main()

#!/usr/bin/python3
"""The part of build-aux/shots that takes the pictures: take-shots.py TESTS [PAGE...]

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

TESTS = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(TESTS / 'ui'))

from driver import Program, xdotool  # pylint: disable=wrong-import-position

# Arguments, and what to do then: keys, or buttons to press and what is seen in the end.
PAGES = {
    'map': (['--zone', 'calf'], []),
    'routines': ([], ['alt+2']),
    'journal': ([], ['alt+3']),
    'trends': ([], ['alt+4']),
    'check-in': (['--check-in'], []),
    'before': (['--start', 'three-minute'], []),
    'session': (['--start', 'three-minute'], [('All Fine, Go On', 'Start', re.compile('[12][0-9] seconds'))]),
    'preferences': ([], ['ctrl+comma']),
    'keys': ([], ['F1']),
}
SIZES = {'wide': (1000, 700), 'narrow': (360, 700)}

# Around a window, in which one that is larger than it should be shows.
MARGIN = 40


def take(page, scheme, size):
    arguments, then = PAGES[page]
    program = Program(page)
    program.env.update(ADW_DEBUG_COLOR_SCHEME=f'prefer-{scheme}', LEGATO_TEST_TEMPO='1')
    program.journal_path.parent.mkdir(parents=True)
    shutil.copy(TESTS / 'data' / 'sample-journal.db', program.journal_path)
    try:
        program.start(*arguments)
        xdotool('windowmove', program.window, 0, 0)
        program.resize(*SIZES[size])
        for step in then:
            if isinstance(step, tuple):
                *buttons, last = step
                for button in buttons:
                    program.click(button)
                program.see(last)
            else:
                program.key(step)
        settle(program)
        folder = pathlib.Path(os.environ['LEGATO_SCREENSHOTS'])
        right, bottom = (length + MARGIN - 1 for length in SIZES[size])
        subprocess.run(['gst-launch-1.0', '-q', 'ximagesrc', 'num-buffers=1', 'show-pointer=false',
                        f'endx={right}', f'endy={bottom}', '!', 'videoconvert', '!', 'pngenc', '!',
                        'filesink', f'location={folder}/{page}-{size}-{scheme}.png'], check=True)
    finally:
        program.kill()


def settle(program):
    """Waits until nothing comes or goes any more: two looks a while apart see the same widgets."""
    def places():
        root = program.look()
        return [node.path for node in root.walk()] if root else None
    before = None
    while before is None or before != places():
        before = places()
        subprocess.run(['sleep', '1'], check=True)


for name in sys.argv[2:] or PAGES:
    for colours in ('light', 'dark'):
        for width in SIZES:
            take(name, colours, width)
            print(name, width, colours, flush=True)

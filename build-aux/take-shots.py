#!/usr/bin/python3
"""The part of build-aux/shots and build-aux/take-screenshots that takes the pictures:
take-shots.py TESTS [--store] [PAGE...]

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
FOLDER = os.environ['LEGATO_SCREENSHOTS']

from driver import Program, xdotool  # pylint: disable=wrong-import-position
from window_picture import Compositor  # pylint: disable=wrong-import-position

# Arguments, and what to do then: keys, buttons to press and what is seen in the end, or the title of
# a dialog to go on in.
PAGES = {
    'map': (['--zone', 'calf'], []),
    'routines': ([], ['alt+2']),
    'journal': ([], ['alt+3']),
    'trends': ([], ['alt+4']),
    'check-in': (['--check-in'], []),
    'before': (['--start', 'three-minute'], [('All Fine, Go On', 'Start')]),
    'session': (['--start', 'three-minute'], [('All Fine, Go On', 'Start', re.compile('[12][0-9] seconds'))]),
    'hurt': (['--start', 'three-minute'],
             [('All Fine, Go On', 'Start', 'Stop, it hurts', 'Everything has stopped. What did you feel?')]),
    'preferences': ([], ['ctrl+comma']),
    'remind': ([], ['ctrl+comma', 'Preferences', ('Remind', 'A session')]),
    'keys': ([], ['ctrl+question']),
}
SIZES = {'wide': (1000, 700), 'narrow': (360, 700)}

# What stores show, in these colours; the size is with the shadow.
STORE = {'map': 'light', 'session': 'dark', 'journal': 'light', 'trends': 'dark', 'check-in': 'light'}
STORE_SIZE = (1122, 822)

# As a new desktop of GNOME has it.
PLATFORM = """[Settings]
gtk-font-name=Adwaita Sans 11
gtk-decoration-layout=:close
"""

# Around a window, in which one that is larger than it should be shows.
MARGIN = 40


def take(page, scheme, size, picture):
    """Shows the page, and has @picture (program) taken of it."""
    arguments, then = PAGES[page]
    program = Program(page)
    if picture is save_for_store:
        settings = program.home / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(PLATFORM, encoding='utf-8')
    program.env.update(ADW_DEBUG_COLOR_SCHEME=f'prefer-{scheme}', LEGATO_TEST_TEMPO='1')
    program.journal_path.parent.mkdir(parents=True)
    shutil.copy(TESTS / 'data' / 'sample-journal.db', program.journal_path)
    try:
        program.start(*arguments)
        xdotool('windowmove', program.window, 0, 0)
        program.resize(*size)
        for step in then:
            if isinstance(step, tuple):
                *buttons, last = step
                for button in buttons:
                    program.click(button)
                program.see(last)
            elif step.istitle():
                program.enter(step)
            else:
                program.key(step)
        settle(program)
        picture(program, page, scheme, size)
    finally:
        program.kill()


def save_for_comparison(_program, page, scheme, size):
    right, bottom = (length + MARGIN - 1 for length in size)
    width = next(name for name in SIZES if SIZES[name] == size)
    subprocess.run(['gst-launch-1.0', '-q', 'ximagesrc', 'num-buffers=1', 'show-pointer=false',
                    f'endx={right}', f'endy={bottom}', '!', 'videoconvert', '!', 'pngenc', '!',
                    'filesink', f'location={FOLDER}/{page}-{width}-{scheme}.png'], check=True)


def save_for_store(program, page, _scheme, _size):
    # GTK frames what has the focus for three seconds after a key.
    subprocess.run(['sleep', '4'], check=True)
    place = dict(line.split('=') for line in
                 xdotool('getwindowgeometry', '--shell', program.window).split())
    compositor.save(program.window, int(place['WIDTH']), int(place['HEIGHT']), f'{FOLDER}/{page}.png')


def settle(program):
    """Waits until nothing comes or goes any more: two looks a while apart see the same widgets."""
    def places():
        root = program.look()
        return [node.path for node in root.walk()] if root else None
    before = None
    while before is None or before != places():
        before = places()
        subprocess.run(['sleep', '1'], check=True)


pages = sys.argv[2:]
if pages[:1] == ['--store']:
    compositor = Compositor()
    for name in pages[1:] or STORE:
        take(name, STORE[name], STORE_SIZE, save_for_store)
        print(name, flush=True)
else:
    for name in pages or PAGES:
        for colours in ('light', 'dark'):
            for width, lengths in SIZES.items():
                take(name, colours, lengths, save_for_comparison)
                print(name, width, colours, flush=True)

#!/usr/bin/python3
"""The part of build-aux/take-movie that takes the pictures: take-frames.py TESTS

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(sys.argv[1]) / 'ui'))

from driver import Program, xdotool  # pylint: disable=wrong-import-position

WIDTH, HEIGHT = 1000, 700
FRAMES_A_SECOND = 8


def film(name, seconds):
    """Takes pictures as they come on the screen, NAME-000.png and so on."""
    folder = os.environ['LEGATO_SCREENSHOTS']
    subprocess.run(['gst-launch-1.0', '-q', 'ximagesrc', f'num-buffers={seconds * FRAMES_A_SECOND}',
                    'show-pointer=false', f'endx={WIDTH - 1}', f'endy={HEIGHT - 1}', '!',
                    f'video/x-raw,framerate={FRAMES_A_SECOND}/1', '!', 'videoconvert', '!', 'pngenc',
                    '!', 'multifilesink', f'location={folder}/{name}-%03d.png'], check=True)


def main():
    for name, arguments, seconds in (('1-stroke', ['--zone', 'calf'], 4),
                                     ('2-session', ['--start', 'three-minute'], 5)):
        program = Program(name)
        program.env['LEGATO_TEST_TEMPO'] = '1'
        try:
            program.start(*arguments)
            xdotool('windowmove', program.window, 0, 0)
            program.resize(WIDTH, HEIGHT)
            if name == '2-session':
                program.check_in()
                program.click('Start')
                program.see('Pause')
                # Past the countdown.
                subprocess.run(['sleep', '9'], check=True)
            film(name, seconds)
        finally:
            program.kill()


main()

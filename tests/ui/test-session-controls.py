#!/usr/bin/env python3
"""Everything that can be done during a session, by keys and by pointer, and what becomes of it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess
import sys
import threading

from driver import run, wait, xdotool

CLOCK = re.compile(r'In all (\d+):(\d\d)')
BEGINS_IN = re.compile(r'Begins in \d seconds?')
STEP = re.compile(r'Step \d+ of 10')
SIZE_OF_SCREEN = (1280, 1024)
STOPS = """SELECT zone, leg, routine, reason.id FROM entry JOIN reason ON reason.entry = entry.id
           WHERE kind = 'stop'"""


def all_left(program):
    """Seconds left in all, as the page says."""
    minutes, seconds = CLOCK.fullmatch(program.see(CLOCK).name).groups()
    return int(minutes) * 60 + int(seconds)


def start_session(program, tempo):
    """Starts three minutes, in a window that is ready to be looked at."""
    program.env['LEGATO_TEST_TEMPO'] = tempo
    program.start('--start', 'three-minute')
    program.check_in()
    program.click('Start')
    wait('focus on Pause', lambda: (program.focused() or program.frame).name == 'Pause')


def description_has(program, text):
    """What a screen reader is told stands where the focus is."""
    return text in (program.focused() or program.frame).description


def skip_to(program, number):
    """Skips by the key until that step of ten is shown; the session is paused, maybe before the
    first step, where one key leads to the first."""
    if program.find_seen(BEGINS_IN):
        program.key('Right')
        wait('the first step', lambda: program.find_seen(BEGINS_IN) is None)
    for step in range(int(program.see(STEP).name.split()[1]), number):
        program.key('Right')
        program.see(f'Step {step + 1} of 10')


def by_keys(program):
    start_session(program, '1')
    # Told to whoever does not see the page: what begins, and each change.
    assert wait('the first step announced', lambda: description_has(program, 'Left leg: Gliding'))
    program.key('space')
    program.see('Go on')
    assert wait('the pause announced', lambda: description_has(program, 'Paused'))

    skip_to(program, 3)
    program.see('Kneading')
    program.see(re.compile('Next: .*'))
    program.key('t')
    program.see('100 %')
    program.key('plus', 'plus')
    program.see('120 %')
    program.key('minus')
    program.see('110 %')
    assert wait('the speed announced', lambda: description_has(program, 'Speed 110 %'))
    whole = all_left(program)
    program.key('period')
    # The other leg gets as much: both stay even.
    wait('a longer session', lambda: all_left(program) == whole + 30)
    program.key('comma')
    wait('the length as before', lambda: all_left(program) == whole)
    program.see('70 %')
    program.key('Up')
    program.see('80 %')
    program.key('m')
    program.see('off')
    program.see('Sound on')
    program.key('m')
    program.see('Sound off')
    program.key('t')
    program.see_no('Slower')

    # The list of keys is a window of its own; the session waits where it was.
    program.key('F1')
    wait('the list of keys', lambda: 'Keyboard' in window_names(program))
    xdotool('key', 'Escape')
    wait('no list of keys', lambda: 'Keyboard' not in window_names(program))
    xdotool('windowfocus', '--sync', program.window)
    program.see('Step 3 of 10')
    program.key('ctrl+e')
    program.see_no('Go on')
    program.quit()


def window_names(program):
    """The names of all windows of the program that can be seen."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                            str(program.process.pid), '--name', '.'],
                           capture_output=True, text=True, check=False).stdout.split()
    return [xdotool('getwindowname', window).strip() for window in found]


def stop_it_hurts(program):
    start_session(program, '4')
    program.see('Step 2 of 10')
    program.key('Right')
    program.see('Left calf: Kneading')
    program.key('h')
    program.see('All has stopped. What did you feel?')
    assert (program.focused() or program.frame).name == 'It was a sharp pain.'
    program.key('Tab', 'space')
    program.see(re.compile('Good that you stopped. Let the skin rest.*'))
    program.see('Left calf')
    program.click('Go on without: Left calf')
    program.see(BEGINS_IN)
    program.key('space')
    program.see('Go on')
    assert wait('the stop in the journal', lambda: program.query(STOPS)) == [
        ('calf', 'left', 'three-minute', 'stop-burning')]
    program.quit()


def touched_at(program, name):
    """The name of what takes a click where the button of that name lies."""
    button, = program.find_all(name, 'push-button')
    x, y, _, _ = button.extents
    node = program.pick(x + 8, y + 8)
    return node and node.name


def size(program):
    place = dict(line.split('=') for line in
                 xdotool('getwindowgeometry', '--shell', program.window).split())
    return int(place['WIDTH']), int(place['HEIGHT'])


def full_screen_and_hidden(program):
    manager = subprocess.Popen([sys.executable, '-u', str(pathlib.Path(__file__).parent
                                                          / 'window_manager.py')],
                               stdout=subprocess.PIPE, text=True)
    try:
        assert manager.stdout.readline() == 'ready\n'
        start_session(program, '1')
        before = size(program)
        program.key('F11')
        wait('the full screen', lambda: size(program) == SIZE_OF_SCREEN)
        # What is not looked at steps back, except for what stops it all; a touch brings it again.
        wait('controls out of the way', lambda: touched_at(program, 'Skip') != 'Skip')
        assert touched_at(program, 'Stop, it hurts') == 'Stop, it hurts'
        xdotool('mousemove_relative', 30, 30)
        wait('controls again', lambda: touched_at(program, 'Skip') == 'Skip')
        program.key('F11')
        wait('the window as before', lambda: size(program) == before)

        # Nobody sees the window, and all goes on.
        left = all_left(program)
        xdotool('windowunmap', '--sync', program.window)
        threading.Event().wait(3)
        xdotool('windowmap', '--sync', program.window)
        xdotool('windowfocus', program.window)
        assert all_left(program) <= left - 2, left
        program.key('ctrl+e')
        program.quit()
    finally:
        manager.kill()
        manager.wait()


def check_sizes(program, *names):
    """Oily fingers hit what is at least 64 pixels wide and high."""
    for name in names:
        _, _, width, height = program.see(name).extents
        assert width >= 64 and height >= 64, (name, width, height)


def by_pointer(program):
    start_session(program, '1')
    check_sizes(program, 'Back', 'Pause', 'Skip', 'Speed, length and sound', 'Stop, it hurts')
    program.click('Pause')
    program.click('Go on')
    program.click('Pause')
    program.click('Skip')
    program.see('Step 2 of 10')
    program.click('Back')
    program.see('Step 1 of 10')
    program.click('Speed, length and sound')
    check_sizes(program, 'Slower', 'Faster', 'This step shorter', 'This step longer', 'Quieter',
                'Louder', 'Sound off', 'End Here')
    program.click('Faster')
    program.see('110 %')
    program.click('Quieter')
    program.see('60 %')
    program.click('Stop, it hurts')
    program.click('Nothing hurts, go on')
    program.see('Go on')
    program.click('Stop, it hurts')
    program.click('End here')
    program.quit()


run(by_keys, stop_it_hurts, full_screen_and_hidden, by_pointer)

#!/usr/bin/env python3
"""A session by the keyboard alone, and one that is broken off.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import shutil

from driver import run, wait

STEPS = 'SELECT plan_index, planned_ms, done_ms FROM step ORDER BY plan_index'
SECONDS_LEFT = re.compile(r'(\d+) seconds?')


def seconds_left(program):
    """What the page says is left of the step; a started second counts."""
    return int(SECONDS_LEFT.fullmatch(program.see(SECONDS_LEFT).name)[1])


def shown_step(program):
    """The index of the step that is shown: on a busy machine a key may come later than it was meant to."""
    return int(program.see(re.compile(r'Step (\d+) of 10')).name.split()[1]) - 1


def wait_for_seconds_left(program, most):
    """Waits until the page says so, while it shows one step."""
    label = program.see(SECONDS_LEFT)
    wait(f'{most} seconds left', lambda: int(SECONDS_LEFT.fullmatch(label.read_name())[1]) <= most)


def start_by_keyboard(program):
    program.key('alt+2')
    program.tab_to('Three minutes')
    program.key('Return')
    wait('focus on All Fine, Go On',
         lambda: (program.focused() or program.frame).name == 'All Fine, Go On')
    program.key('Return')
    wait('focus on Start', lambda: (program.focused() or program.frame).name == 'Start')
    program.key('Return')
    wait('focus on Pause', lambda: (program.focused() or program.frame).name == 'Pause')


def by_the_keyboard_alone(program):
    program.env['LEGATO_TEST_TEMPO'] = '1'
    program.start()
    start_by_keyboard(program)

    # Some seconds of a step, then a rest; what is shown then is what was done.
    wait_for_seconds_left(program, 19)
    program.key('space')
    program.see('Go on')
    first = shown_step(program)
    left = {first: seconds_left(program)}
    program.key('Right')
    program.see(f'Step {first + 2} of 10')
    program.key('Left')
    program.see(f'Step {first + 1} of 10')
    program.key('Right', 'Right')
    program.see(f'Step {first + 3} of 10')
    whole = seconds_left(program)
    program.key('space')
    program.see('Pause')
    wait_for_seconds_left(program, whole - 4)
    program.key('space')
    program.see('Go on')
    last = shown_step(program)
    left[last] = seconds_left(program)
    program.key('ctrl+e')
    program.see(re.compile('You stopped after .*'))

    # It is in the journal before anyone presses Save, with the time that was really spent.
    (completed, planned, done, deleted), = wait('the entry', lambda: program.query(
        'SELECT completed, planned_s, done_s, deleted_us FROM entry'))
    assert (completed, planned, deleted) == (0, 180, None)
    spent = program.query(STEPS)
    assert done == sum(done_ms for _, _, done_ms in spent) // 1000, (done, spent)
    for index, planned_ms, done_ms in spent:
        if index in left:
            assert left[index] - 1 <= (planned_ms - done_ms) / 1000 <= left[index], (left, spent)
        else:
            was_played = index < first or first + 2 <= index < last
            assert done_ms == (planned_ms if was_played else 0), (left, spent)

    # Not kept. That it can be brought back is told for some seconds: too short for who looks from
    # outside; test-program-double-clicks.c does it.
    program.tab_to('Don’t Keep')
    program.key('Return')
    wait('the entry in the bin', lambda: program.query(
        'SELECT deleted_us IS NOT NULL FROM entry') == [(1,)])
    program.quit()


def closed_in_the_middle(program):
    program.env['LEGATO_TEST_TEMPO'] = '2'
    program.start('--start', 'three-minute')
    program.check_in()
    program.click('Start')
    program.wait_for_steps(2)
    program.key('space')
    program.see('Go on')
    step = shown_step(program)
    left = seconds_left(program)
    program.key('ctrl+w')
    program.enter('End this session?')
    program.click('Keep It and Close')
    assert program.wait_end() == 0
    assert program.query('SELECT completed, deleted_us FROM entry') == [(0, None)]
    steps = program.query(STEPS)
    assert all(planned == done > 0 for _, planned, done in steps[:step]), steps
    assert left - 1 <= (steps[step][1] - steps[step][2]) / 1000 <= left, (left, steps)
    assert all(done == 0 for _, _, done in steps[step + 1:]), steps


def closed_in_the_countdown(program):
    program.env['LEGATO_TEST_TEMPO'] = '1'

    def asked_or_ended():
        try:
            return program.has_ended() or program._find_window('^End this session')
        except AssertionError:
            return program.has_ended()
    while True:
        program.start('--start', 'three-minute')
        program.check_in()
        program.click('Start')
        program.see('Pause')
        program.key('ctrl+q')
        wait('the end, or a question', asked_or_ended)
        if program.has_ended():
            break
        # So busy a machine that the countdown was over before the key came: once more.
        program.kill()
        shutil.rmtree(program.journal_path.parent)
    assert program.wait_end() == 0
    assert program.query('SELECT * FROM entry') == []


run(by_the_keyboard_alone, closed_in_the_middle, closed_in_the_countdown)

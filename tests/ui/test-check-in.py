#!/usr/bin/env python3
"""What is asked before a session, and what comes of the answers.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

from driver import run, wait

RATINGS = ('SELECT kind, rating.leg, rating.zone, moment, value FROM rating JOIN entry ON entry.id = entry'
           ' ORDER BY entry.id, position')


def three_taps_when_nothing_is_wrong(program):
    program.start()
    program.key('alt+2')
    program.click('Three minutes', 'label')
    program.click('All Fine, Go On', 'push-button')
    program.click('Start', 'push-button')
    program.see('Pause')
    program.quit()
    assert program.query('SELECT asked FROM profile') == [(1,)]
    assert program.query('SELECT count(*) FROM check_in') == [(1,)]


def a_warning_sign_stops_it(program):
    program.start('--start', 'three-minute')
    program.click('Is any of this true today?')
    program.click('You are short of breath, or your chest hurts.', 'label')
    program.see('1 ticked')
    program.click('Go On', 'push-button')

    # The advice, the most urgent first, and no way to go on.
    program.see('Get help now')
    program.see('Call for emergency help at once. Don\'t massage your legs.')
    assert not [node for node in program.find_all('Start') if node.is_seen()]
    (kind, reason), = wait('the refusal', lambda: program.query(
        'SELECT kind, reason.id FROM entry JOIN reason ON entry = entry.id'))
    assert (kind, reason) == ('refusal', 'R-BREATH')
    program.click('Back', 'push-button')
    program.see('Routines')

    # The journal says so in words; the answer of today stands there still.
    program.key('alt+3')
    program.see(re.compile('.*No massage that day.*'), 'list-item')
    assert program.run('--start', 'evening') == (0, '', '')
    program.see('1 ticked')
    program.click('Go On', 'push-button')
    program.see('Get help now')
    program.key('Escape')
    assert program.run('--start', 'evening') == (0, '', '')
    program.click('You are short of breath, or your chest hurts.', 'label')
    program.click('All Fine, Go On', 'push-button')
    program.see('Start', 'push-button')
    program.quit()


def soreness_goes_with_the_session(program):
    program.start('--start', 'three-minute')
    program.click('Sore after sport', 'label')
    program.click('Left front thigh', 'push-button')
    program.click('Left front thigh: 6 of 10')
    program.click('Go On', 'push-button')
    program.click('Start', 'push-button')
    program.see(re.compile('Well done: .* of massage.'))
    program.click('Left front thigh: 4 of 10')
    program.click('Save', 'push-button')
    program.see('Saved in your journal')
    assert program.query(RATINGS) == [('session', 'left', 'quadriceps', 'before', 6),
                                      ('session', 'left', 'quadriceps', 'after', 4)]
    assert program.query('SELECT id FROM reason') == [('sport-soreness',)]

    # The next one finds the answers of today, and can change them.
    assert program.run('--start', 'evening') == (0, '', '')
    program.see('6 of 10')
    program.quit()


def for_the_journal_alone(program):
    program.start('--check-in')
    program.see('How are you today?')
    program.click('Right front thigh', 'push-button')
    program.click('Right front thigh: 3 of 10')
    program.click('Save', 'push-button')
    program.see('Saved in your journal')
    program.see(re.compile('.*How your legs felt.*'), 'list-item')
    assert program.query(RATINGS) == [('check-in', 'right', 'quadriceps', 'check-in', 3)]

    # Answered for a session that is not begun, it is noted too.
    assert program.run('--start', 'evening') == (0, '', '')
    program.click('Right front thigh: 5 of 10')
    program.click('Go On', 'push-button')
    program.see('Start', 'push-button')
    program.key('Escape')
    program.see(re.compile('.*How your legs felt.*5'), 'list-item')
    assert program.query(RATINGS) == [('check-in', 'right', 'quadriceps', 'check-in', 3),
                                      ('check-in', 'right', 'quadriceps', 'check-in', 5)]
    program.quit()


def a_condition_waits_for_the_doctor(program):
    program.start('--start', 'three-minute')
    program.click('Asked once: is any of this true for you?')
    program.tab_to('You take blood thinners.')
    program.key('space')
    program.see('1 ticked')
    program.click('Go On', 'push-button')
    program.see('Not before your doctor agrees')
    program.see('You take blood thinners.')
    program.see('My Doctor Agreed…', 'push-button')
    assert program.find_seen('Start') is None
    wait('the refusal', lambda: program.query('SELECT id FROM reason ORDER BY position') == [
        ('R-UNCLEARED',), ('blood-thinners',)])
    assert program.query('SELECT id, cleared_on FROM profile_condition') == [
        ('blood-thinners', None)]
    program.quit()

    # It is known the next day, too, and not asked again.
    program.start('--start', 'three-minute')
    program.see('Is any of this true today?')
    assert program.find_seen('Asked once: is any of this true for you?') is None
    program.click('All Fine, Go On', 'push-button')
    program.see('Not before your doctor agrees')
    program.quit()


run(three_taps_when_nothing_is_wrong, a_warning_sign_stops_it, soreness_goes_with_the_session,
    for_the_journal_alone, a_condition_waits_for_the_doctor)

#!/usr/bin/env python3
"""From a word that is typed to a session of that place, written down as such.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

from driver import run


def a_word_leads_to_a_session_of_a_place(program):
    program.start()

    # Typing is enough; Escape takes it back.
    program.type('bum')
    program.see('Buttock', 'label')
    program.see('Place', 'label')
    program.key('Escape')
    program.see_no('Place', 'label')

    program.key('ctrl+f')
    program.type('elbow')
    program.see('Nothing found')
    program.key('Escape')

    program.key('ctrl+f')
    program.type('gastrocnemius')
    program.see('Place', 'label')
    program.key('Return')
    program.see('Left calf', 'label')

    program.click('Start With This Place', 'push-button')
    program.check_in()
    program.see('Get ready', 'label')
    program.click('Start', 'push-button')
    program.see('Pause')
    program.see(re.compile('Well done: 3:00 of massage.'))
    program.click('Save', 'push-button')
    program.see('Saved in your journal')
    program.see(re.compile(r'Today, \d\d:\d\d, Left calf, 3 minutes.*'), 'list-item')
    rows = program.query('SELECT routine, zone, leg, planned_s, done_s FROM entry')
    assert rows == [(None, 'calf', 'left', 180, 180)], rows


run(a_word_leads_to_a_session_of_a_place)

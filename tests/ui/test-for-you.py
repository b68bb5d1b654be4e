#!/usr/bin/env python3
"""Sessions that are made for this person: with a place to leave out, and for a goal.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3

from driver import run


def a_marked_place_is_left_alone(program):
    program.start()
    program.quit()
    journal = sqlite3.connect(program.journal_path)
    journal.executescript("""INSERT INTO profile VALUES (1, 1, 3, 0);
        INSERT INTO profile_blocked VALUES ('calf', 'left', 'vein', '2026-11-01')""")
    journal.close()

    # It is said before, and holds.
    program.start('--start', 'three-minute')
    program.check_in()
    program.see('For you today')
    program.see('Left out: you marked this place.')
    program.click('Start', 'push-button')
    program.see(re.compile('Well done: .* of massage.'))
    program.quit()
    touched = program.query('SELECT DISTINCT leg FROM step JOIN step_zone'
                            ' ON step_zone.entry = step.entry AND step = step.position'
                            " WHERE zone = 'calf'")
    assert touched == [('right',)], touched


def a_session_for_a_goal(program):
    program.start()
    program.key('alt+2')
    program.click('Make It', 'push-button')
    program.check_in()
    program.see('Circulation')
    program.see('15 minutes')
    program.click('Start', 'push-button')
    program.see('Pause')
    program.quit()


run(a_marked_place_is_left_alone, a_session_for_a_goal)

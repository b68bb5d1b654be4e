#!/usr/bin/env python3
"""legato-cli plans for the person in the journal: what they said, what stands, the last days.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os

from cli_driver import (REFUSED, as_json, database, done, fails, home, journal, run, run_tests)


def refused(*arguments, rule):
    """The plan is refused for @rule first, in words and as JSON."""
    result = fails(REFUSED, *arguments, '--json', says=rule, out=None)
    first = json.loads(result.out)['refused'][0]
    assert first['rule'] == rule and first['advice'], first
    assert fails(REFUSED, *arguments, says=rule, out=None).out.strip() == first['advice']
    return first


def firm(plan, zone, leg):
    return [step for step in plan['steps']
            if step['leg'] == leg and zone in step['zones'] and step['pressure'] == 'moderate']


def test_nobody_is_known():
    assert as_json('plan', '--routine', 'circulation', '--me') == as_json(
        'plan', '--routine', 'circulation')
    assert not journal().exists() and os.listdir(home) == [], 'looking makes no journal'


def test_nothing_is_read_unasked():
    done('log', '--feeling', 'swelling/left=9')
    as_json('plan', '--routine', 'three-minute')


def test_sessions_of_today_and_yesterday():
    plan = as_json('plan', '--routine', 'circulation')
    assert firm(plan, 'calf', 'left') and firm(plan, 'calf', 'right')
    yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
    done('log', '--session', 'circulation', '--leg', 'left', '--at',
         yesterday.strftime('%Y-%m-%dT12:00'))
    plan = as_json('plan', '--routine', 'circulation', '--me')
    assert not firm(plan, 'calf', 'left') and firm(plan, 'calf', 'right')
    done('log', '--session', 'circulation', '--leg', 'right')
    for command in ('plan', 'timeline'):
        as_json(command, '--routine', 'circulation', '--me')
    plan = as_json('plan', '--routine', 'circulation', '--me')
    assert not firm(plan, 'calf', 'left') and not firm(plan, 'calf', 'right')


def test_soreness_of_the_last_day():
    two_days_ago = datetime.datetime.now() - datetime.timedelta(days=2)
    done('log', '--zone', 'shin/left=9', '--at', two_days_ago.strftime('%Y-%m-%dT12:00'))
    done('log', '--zone', 'calf/left=6')
    plan = as_json('plan', '--goal', 'soreness', '--me')
    assert plan == as_json('plan', '--goal', 'soreness', '--sore', 'calf/left=6')
    # What is typed takes the place of what was known.
    assert as_json('plan', '--goal', 'soreness', '--me', '--sore', 'calf/left=1') == as_json(
        'plan', '--goal', 'soreness', '--sore', 'calf/left=1')


def test_profile():
    done('log', '--note', 'x')
    with database('rw') as db, db:
        db.execute("INSERT INTO profile VALUES (1, 1, 3, 0)")
        db.execute("INSERT INTO profile_tool VALUES ('roller')")
        db.execute("INSERT INTO profile_blocked VALUES ('calf', 'left', 'wound', '2026-01-01')")
        db.execute("INSERT INTO profile_condition VALUES ('blood-thinners', '2026-01-01', NULL)")
    refused('plan', '--routine', 'roller-and-ball', '--me', rule='R-UNCLEARED')
    with database('rw') as db, db:
        db.execute("DELETE FROM profile_condition")
    assert as_json('plan', '--routine', 'roller-and-ball', '--me', '--tool', 'ball') == as_json(
        'plan', '--routine', 'roller-and-ball', '--tool', 'roller', '--tool', 'ball', '--block',
        'calf/left')


def test_a_sign_stands():
    done('log', '--note', 'x')
    with database('rw') as db, db:
        db.execute("INSERT INTO flag VALUES ('dvt', '2024-01-01', 'stands', NULL)")
    for command in ('plan', 'timeline'):
        refused(command, '--routine', 'three-minute', '--me', rule='R-DVT')
    fails(REFUSED, 'cues', '--routine', 'three-minute', '--me', '--output', 'x.wav', says='R-DVT',
          out=None)
    # It is not for a command line to say that it is not there.
    refused('plan', '--routine', 'three-minute', '--me', '--no-flag', 'dvt', rule='R-DVT')
    with database('rw') as db, db:
        db.execute("UPDATE flag SET answer = 'looked-at', answered_on = '2024-01-02'")
    as_json('plan', '--routine', 'three-minute', '--me')


def test_a_stop():
    done('log', '--session', 'three-minute')
    yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
    done('log', '--note', 'x', '--at', yesterday.strftime('%Y-%m-%dT12:00'))
    plan = as_json('plan', '--routine', 'circulation', '--me')
    assert any('calf' in step['zones'] and step['leg'] == 'left' for step in plan['steps'])
    with database('rw') as db, db:
        db.execute("UPDATE entry SET kind = 'stop', zone = 'calf', leg = 'left' WHERE note = 'x'")
    plan = as_json('plan', '--routine', 'circulation', '--me')
    assert not any('calf' in step['zones'] and step['leg'] == 'left' for step in plan['steps'])
    assert any('calf' in step['zones'] and step['leg'] == 'right' for step in plan['steps'])


def test_one_leg_swollen():
    done('log', '--feeling', 'swelling/left=9', '--zone', 'calf/left=9', '--note',
         'left calf suddenly hot, red and swollen')
    plan = ['plan', '--routine', 'three-minute', '--me']
    first = refused(*plan, rule='R-DVT')
    assert 'left leg' in first['advice'] and first['urgency'] in ('now', 'today')
    assert '--no-flag dvt' in run(*plan).err
    refused(*plan, '--flag', 'dvt', rule='R-DVT')
    as_json(*plan, '--no-flag', 'dvt')


def test_sore_for_days():
    today = datetime.date.today()
    for days in range(17, 0, -1):
        done('log', '--zone', 'calf/left=8', '--at',
             (today - datetime.timedelta(days=days)).isoformat())
    plan = ['plan', '--routine', 'three-minute', '--me']
    assert 'Left calf' in refused(*plan, rule='R-PERSIST')['advice']
    as_json(*plan, '--no-flag', 'persist')


def test_a_partner_is_somebody_else():
    for session in (('--routine', 'partner'), ('--goal', 'partner')):
        for command in ('plan', 'timeline'):
            fails(2, command, *session, '--me', says='--me')
        as_json('plan', *session)


def test_agreed_places():
    pregnant = ['plan', '--routine', 'circulation', '--condition', 'pregnancy', '--cleared',
                'pregnancy', '--agreed', 'calf/left', '--agreed', 'calf/right']
    plan = as_json(*pregnant)
    assert {zone for step in plan['steps'] for zone in step['zones']} == {'calf'}
    fails(2, *pregnant, '--agreed', 'tail/left', says='tail')


run_tests(globals())

#!/usr/bin/env python3
"""legato-cli plans a session for a person, or refuses one.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import functools
import json

from cli_driver import (FAILED, REFUSED, ROUTINES, SHORTER, TECHNIQUES, USAGE, ZONES, as_json, done,
                        fails, home, keys, lengths, put_routine, run, run_tests)

GOALS = {'circulation', 'soreness', 'swelling', 'tightness', 'before-sport', 'after-sport',
         'evening', 'desk-break', 'partner'}
CONDITIONS = ['swelling', 'tight', 'veins', 'fragile-skin', 'pregnancy', 'pregnancy-swelling',
              'sport-soreness', 'long-standing', 'neuropathy', 'blood-thinners', 'low-platelets',
              'osteoporosis', 'clot-history', 'surgery', 'vascular-disease', 'severe-varicose', 'heart',
              'kidney-liver', 'cancer', 'lymphoedema', 'pacemaker', 'joint-replacement',
              'worse-after-last']
UNCLEARED = {'pregnancy', 'pregnancy-swelling', 'blood-thinners', 'low-platelets', 'osteoporosis',
             'clot-history', 'surgery', 'vascular-disease', 'severe-varicose', 'heart',
             'kidney-liver', 'cancer', 'lymphoedema'}
WANT_PLACES = {'pregnancy', 'pregnancy-swelling', 'surgery'}
WORK = ['petrissage', 'thumb-circles', 'palm-compression', 'trigger-point', 'tapotement',
        'myofascial-glide', 'cross-friction', 'roller', 'ball', 'massage-stick', 'massage-gun',
        'compression-sleeve']
FLAGS = {'dvt': 'R-DVT', 'breathless': 'R-BREATH', 'fever': 'R-FEVER', 'bruise': 'R-BRUISE',
         'weight': 'R-WEIGHT', 'fracture': 'R-FRACTURE', 'shooting': 'R-SHOOTING',
         'persist': 'R-PERSIST', 'cold': 'R-COLD', 'cauda': 'R-CAUDA', 'infection': 'R-INFECTION',
         'swelling': 'R-SWELLING', 'walking': 'R-WALKING'}
URGENCIES = ['emergency', 'now', 'today', 'soon']


@functools.cache
def read_techniques():
    return {each['id']: each for each in as_json('techniques')['techniques']}


def check_plan(plan, routine, seconds, legs, goal=None):
    techniques = read_techniques()
    keys(plan, 'routine', 'goal', 'seconds', 'requested_seconds', 'steps', 'left_out')
    assert plan['requested_seconds'] is None or plan['requested_seconds'] >= plan['seconds'] - 1
    assert plan['routine'] == routine and plan['goal'] == goal
    for item in plan['left_out']:
        keys(item, 'leg', 'zone', 'technique', 'reason')
        keys(item['reason'], 'id', 'text')
        assert item['leg'] in ('left', 'right') and item['zone'] in ZONES
        assert item['technique'] in (None, *TECHNIQUES) and item['reason']['text']
    assert abs(plan['seconds'] - seconds) <= 0.05 * seconds, plan['seconds']
    assert plan['seconds'] == sum(step['seconds'] for step in plan['steps'])
    for step in plan['steps']:
        keys(step, 'leg', 'phase', 'zones', 'technique', 'pressure', 'travel', 'seconds', 'reasons')
        assert step['leg'] in (*legs, None)
        assert step['phase'] in ('warm', 'work', 'settle', 'rest', 'stretch')
        assert step['pressure'] in ('feather', 'light', 'moderate')
        assert step['seconds'] > 0
        ranks = [ZONES.index(zone) for zone in step['zones']]
        assert ranks == sorted(set(ranks))
        technique = techniques[step['technique']]
        assert step['travel'] == technique['travel']
        lifted = {use['zone'] for use in technique['zones'] if use['lifted']}
        assert not lifted & set(step['zones'])
        if technique['kind'] == 'exercise':
            assert step['zones'] == []
        else:
            assert step['zones'] and step['leg'] is not None
        for reason in step['reasons']:
            keys(reason, 'id', 'text')
            assert reason['id'] and reason['text']
    return plan


def says_shorter(*arguments):
    result = run(*arguments)
    assert result.returncode == 0 and result.err.startswith(SHORTER), result
    return json.loads(result.out)


def test_plan_of_every_routine_at_every_length():
    n_plans = 0
    for routine, minutes, arguments in lengths():
        plan = check_plan(as_json('plan', *arguments), routine, minutes * 60, ('left', 'right'))
        each = [sum(step['seconds'] for step in plan['steps'] if step['leg'] == leg)
                for leg in ('left', 'right')]
        assert each[0] == each[1]
        n_plans += 1
    assert n_plans >= len(ROUTINES)


def test_plan_of_an_own_routine():
    folder = home / 'data' / 'legato' / 'routines'
    folder.mkdir(parents=True)
    (folder / 'mine.legato').write_text(
        '<guide version="1"><routine id="own-1"><name>Mine</name><leg>'
        '<step phase="warm" technique="effleurage" zones="calf" pressure="light" seconds="41"/>'
        '<step phase="work" technique="petrissage" zones="calf" pressure="light" seconds="62"/>'
        '<step phase="settle" technique="effleurage" zones="calf" pressure="light" seconds="37"/>'
        '</leg></routine></guide>')
    (folder / 'wild.legato').write_text(
        '<guide version="1"><routine id="own-2"><name>Wild</name><leg>'
        '<step phase="work" technique="tapotement" zones="knee" pressure="moderate" seconds="60"/>'
        '</leg></routine></guide>')
    plan = as_json('plan', '--routine', 'own-1')
    assert [step['seconds'] for step in plan['steps']] == [41, 62, 37] * 2, plan
    fails(1, 'plan', '--routine', 'own-2', '--json')
    fails(2, 'plan', '--routine', 'own-3', '--json', says=['own-3'])


def test_plan_of_a_routine_that_was_given():
    seconds = [60, 120, 60]
    put_routine('own-given', 'Given', seconds, '<given times-a-week="3">Anna Weber</given>')
    put_routine('own-odd', 'Odd', [60, 131, 60], '<given>Anna Weber</given>')
    put_routine('own-made', 'Made', seconds)
    as_given = as_json('plan', '--routine', 'own-given')
    assert [step['seconds'] for step in as_given['steps']] == seconds * 2, as_given
    # Its own length may be named, and that of one leg.
    assert as_json('plan', '--routine', 'own-given', '--minutes', '8')['steps'] == as_given['steps']
    one = as_json('plan', '--routine', 'own-given', '--leg', 'left', '--minutes', '4')
    assert [step['seconds'] for step in one['steps']] == seconds, one
    for command in ('plan', 'timeline'):
        for minutes in ('3', '7', '9', '20', '30'):
            fails(USAGE, command, '--routine', 'own-given', '--minutes', minutes,
                  says=['--minutes', 'as they were given'])
        fails(USAGE, command, '--routine', 'own-given', '--leg', 'right', '--minutes', '8',
              says='as they were given')
        # No whole minutes are just as long.
        fails(USAGE, command, '--routine', 'own-odd', '--minutes', '8', says='as they were given')
    assert as_json('plan', '--routine', 'own-odd')['seconds'] == 502
    # What one made oneself may be stretched.
    assert as_json('plan', '--routine', 'own-made', '--minutes', '10')['seconds'] == 600


def test_plan_choices():
    own = check_plan(as_json('plan', '--routine', 'circulation'), 'circulation', 1200,
                     ('left', 'right'))
    same = as_json('plan', '--routine=circulation', '--leg', 'both', '--minutes', '20')
    assert own['steps'] == same['steps'] and same['requested_seconds'] == 1200
    right = check_plan(as_json('plan', '--routine', 'circulation', '--leg', 'right',
                               '--minutes', '8'), 'circulation', 480, ('right',))
    assert {step['leg'] for step in right['steps']} == {'right'}
    # A tool that nothing needs changes nothing.
    assert own == as_json('plan', '--routine', 'circulation', '--tool', 'oil')
    # A rest is done once, for both legs.
    evening = as_json('plan', '--routine', 'evening')
    assert [step['leg'] for step in evening['steps'] if step['phase'] == 'rest'] == [None]


def test_plan_for_a_person():
    text = done('plan', '--routine', 'three-minute')
    assert '3:00' in text and 'Left calf: Kneading' in text and 'Right leg: Gliding' in text
    assert len(done('timeline', '--routine', 'three-minute').splitlines()) > 30


def test_plan_wrong_usage():
    for command in ('plan', 'timeline'):
        fails(USAGE, command, says=['--routine', '--goal'])
        fails(USAGE, command, '--routine', 'evening', '--goal', 'evening', says='--goal')
        fails(USAGE, command, '--goal', 'fame', says=['fame', 'desk-break'])
        for option, value, says in (
                ('--condition', 'flu', ['flu', 'fragile-skin']), ('--condition', '', '--condition'),
                ('--cleared', 'swelling', ['swelling', 'osteoporosis']),
                ('--block', 'calf', 'calf/left'), ('--block', 'tail/left', 'tail'),
                ('--block', 'calf/both', 'both'), ('--block', 'calf/left=4', 'left=4'),
                ('--sore', 'calf/left', 'calf/left=4'), ('--sore', 'calf=4', 'calf/left=4'),
                ('--sore', 'tail/left=4', 'tail'), ('--sore', 'calf/left=11', '11'),
                ('--sore', 'calf/left=-1', '-1'), ('--sore', 'calf/up=1', 'up')):
            fails(USAGE, command, '--goal', 'evening', option, value, says=says)
        fails(USAGE, command, '--goal', 'evening', '--sore', 'calf/left=3', '--sore', 'calf/left=4',
              says='twice')
        fails(USAGE, command, '--routine', 'nosuch', says='nosuch')
        for minutes in ('2', '31', '-5', '3.5', 'ten', '', '0x5', '99999999999999999999'):
            fails(USAGE, command, '--routine', 'evening', f'--minutes={minutes}', says='--minutes')
        fails(USAGE, command, '--routine', 'evening', '--leg', 'third', says=['--leg', 'third'])
        fails(USAGE, command, '--routine', 'evening', '--tool', 'hammer', says='hammer')
        fails(USAGE, command, '--routine', 'evening', '--flag', 'mood', says='mood')
        # A condition is no flag.
        fails(USAGE, command, '--routine', 'evening', '--flag', 'pregnancy', says='pregnancy')
        fails(USAGE, command, '--routine', says='--routine')


def test_plan_for_a_goal():
    for goal in sorted(GOALS):
        for minutes in (3, 10, 30):
            plan = as_json('plan', '--goal', goal, '--minutes', str(minutes))
            check_plan(plan, None, minutes * 60, ('left', 'right'), goal)
        assert check_plan(as_json('plan', '--goal', goal, '--leg', 'left'), None,
                          as_json('plan', '--goal', goal, '--leg', 'right')['seconds'],
                          ('left',), goal)
    assert 'Sore muscles, 10:00' in done('plan', '--goal', 'soreness')
    assert 'duration_ns' in as_json('timeline', '--goal', 'evening')


def touched(plan, leg):
    return {zone for step in plan['steps'] if step['leg'] == leg for zone in step['zones']}


def test_plan_spares_what_is_blocked():
    plan = check_plan(as_json('plan', '--goal', 'soreness', '--minutes', '10', '--block', 'calf/left',
                              '--block', 'shin/right'), None, 600, ('left', 'right'), 'soreness')
    assert 'calf' not in touched(plan, 'left') and 'calf' in touched(plan, 'right')
    assert 'shin' not in touched(plan, 'right') and 'shin' in touched(plan, 'left')
    assert {(item['leg'], item['zone'], item['reason']['id']) for item in plan['left_out']
            if item['technique'] is None} == {('left', 'calf', 'P-BLOCK'), ('right', 'shin', 'P-BLOCK')}
    each = [sum(step['seconds'] for step in plan['steps'] if step['leg'] == leg)
            for leg in ('left', 'right')]
    assert each[0] == each[1]
    text = done('plan', '--goal', 'soreness', '--block', 'calf/left')
    assert 'Left calf: Left out: you marked this place.' in text
    # What is left does not fill any time, and nothing at all fills none.
    ankle = [word for zone in ZONES if zone != 'ankle' for leg in ('left', 'right')
             for word in ('--block', f'{zone}/{leg}')]
    short = says_shorter('plan', '--goal', 'evening', '--minutes', '30', '--json', *ankle)
    assert short['seconds'] < 1800 == short['requested_seconds']
    everything = ['plan', '--goal', 'evening', *ankle, '--block', 'ankle/left', '--block',
                  'ankle/right']
    fails(REFUSED, *everything, says='Every place', out=None)
    refused, = json.loads(fails(REFUSED, *everything, '--json', out=None).out)['refused']
    assert refused['rule'] == 'P-BLOCK' and refused['advice']


def work_seconds(plan, zone):
    return sum(step['seconds'] for step in plan['steps']
               if step['phase'] == 'work' and step['zones'] == [zone])


def test_plan_gives_sore_places_time():
    plain = as_json('plan', '--goal', 'circulation', '--minutes', '10')
    sore = as_json('plan', '--goal', 'circulation', '--minutes', '10', '--sore', 'quadriceps/left=4',
                   '--sore', 'quadriceps/right=4', '--sore', 'shin/left=3', '--sore', 'shin/right=0')
    assert work_seconds(sore, 'quadriceps') > 1.1 * work_seconds(plain, 'quadriceps')
    assert work_seconds(plain, 'shin') == 0 and work_seconds(sore, 'shin') > 0
    assert any(reason['id'] == 'soreness' for step in sore['steps'] for reason in step['reasons'])


def test_tight_places_are_kneaded_longer():
    plain = as_json('plan', '--goal', 'tightness')
    tight = as_json('plan', '--goal', 'tightness', '--tight', 'hamstrings/left')
    assert work_seconds(tight, 'hamstrings') > work_seconds(plain, 'hamstrings')
    longer, = [step for step in tight['steps']
               if any(reason['id'] == 'tight' for reason in step['reasons'])]
    assert (longer['leg'], longer['zones']) == ('left', ['hamstrings'])
    fails(USAGE, 'plan', '--goal', 'tightness', '--tight', 'tail/left', says='tail')


def test_soreness_decides_the_touch():
    """A place at 5 to 7 gets soft strokes only; one at 8 to 10 is left out, and the plan says why."""
    for goal in ('soreness', 'circulation', 'tightness', 'after-sport', 'evening'):
        for zone in ('calf', 'soleus', 'hamstrings', 'quadriceps', 'foot', 'shin', 'outer-thigh'):
            plan = as_json('plan', '--goal', goal, '--sore', f'{zone}/left=10', '--sore',
                           f'{zone}/right=7', '--tool', 'roller', '--tool', 'gun')
            assert zone not in touched(plan, 'left')
            assert any(item['zone'] == zone and item['leg'] == 'left'
                       and item['reason']['id'] == 'soreness' for item in plan['left_out']) \
                or not any(zone in step['zones'] for step in as_json('plan', '--goal', goal)['steps'])
            for step in plan['steps']:
                if step['leg'] == 'right' and zone in step['zones']:
                    assert step['pressure'] in ('feather', 'light')
                    assert step['technique'] in ('effleurage', 'thumb-circles', 'lymph-strokes')


def test_cleared_means_hands_only():
    for condition in sorted(UNCLEARED):
        plan = as_json('plan', '--routine', 'roller-and-ball', '--tool', 'roller', '--tool', 'ball',
                       '--condition', condition, '--cleared', condition,
                       '--agreed', 'calf/left', '--agreed', 'calf/right')
        used = {step['technique'] for step in plan['steps']}
        assert not used & set(WORK), (condition, used)
        if condition in WANT_PLACES:
            assert touched(plan, 'left') == {'calf'}
            refused, = json.loads(fails(REFUSED, 'plan', '--goal', 'evening', '--condition', condition,
                                        '--cleared', condition, '--json', out=None).out)['refused']
            assert refused['rule'] == 'R-UNCLEARED'
    fails(USAGE, 'plan', '--routine', 'three-minute', '--cleared', 'clot-history', says='clot-history')
    swollen = as_json('plan', '--routine', 'circulation', '--condition', 'pregnancy-swelling',
                      '--cleared', 'pregnancy-swelling', '--agreed', 'calf/left', '--agreed',
                      'quadriceps/left')
    assert touched(swollen, 'left') == {'calf'}
    assert {step['technique'] for step in swollen['steps'] if step['phase'] == 'work'} == {
        'lymph-strokes'}


def test_numb_places_joints_and_stretches():
    assert 'foot' not in touched(as_json('plan', '--routine', 'evening', '--condition', 'neuropathy'),
                                 'left')
    named = as_json('plan', '--routine', 'evening', '--numb', 'calf/left')
    assert 'foot' in touched(named, 'left') and 'calf' not in touched(named, 'left')
    stretches = as_json('plan', '--routine', 'stretches', '--block', 'hamstrings/left')
    assert {(step['leg'], step['technique']) for step in stretches['steps']} == {
        ('left', 'ankle-circles'), ('left', 'toe-bends'), ('right', 'hip-bend'),
        ('right', 'hamstring-stretch'), ('right', 'ankle-circles'), ('right', 'toe-bends')}
    knee = as_json('plan', '--routine', 'stretches', '--joint', 'knee/left')
    assert ('left', 'hip-bend') not in {(step['leg'], step['technique']) for step in knee['steps']}
    agreed = as_json('plan', '--routine', 'stretches', '--joint', 'knee/left', '--cleared',
                     'joint-replacement')
    assert ('left', 'hip-bend') in {(step['leg'], step['technique']) for step in agreed['steps']}
    fails(REFUSED, 'plan', '--routine', 'stretches', '--condition', 'surgery', '--cleared', 'surgery',
          out=None)
    fails(USAGE, 'plan', '--routine', 'stretches', '--joint', 'elbow/left', says='elbow/left')


def test_lengths_out_of_reach():
    plan = says_shorter('plan', '--goal', 'circulation', '--leg', 'left', '--minutes', '30', '--json')
    assert plan['seconds'] <= 900 < plan['requested_seconds'] == 1800
    longer = as_json('plan', '--routine', 'three-minute', '--minutes', '30')
    assert longer['seconds'] == 1800 == longer['requested_seconds']
    assert any(reason['id'] == 'P-LEN' for reason in longer['steps'][0]['reasons'])


def test_drainage_begins_at_the_thigh():
    for arguments in (['--routine', 'swelling'], ['--goal', 'swelling'],
                      ['--routine', 'circulation', '--condition', 'swelling']):
        steps = as_json('plan', *arguments)['steps']
        assert steps[0]['technique'] == 'breathe' and steps[0]['seconds'] >= 50
        assert steps[1]['technique'] == 'lymph-strokes'
        assert steps[1]['zones'][0] in ('adductors', 'quadriceps', 'hamstrings', 'outer-thigh')


def test_routines_as_their_sources_have_them():
    """Five full glides a leg in three minutes, and flat palms on the front of the thigh."""
    timeline = as_json('timeline', '--routine', 'three-minute')
    for leg in ('left', 'right'):
        first = next(cue['step'] for cue in timeline['cues'] if cue['leg'] == leg)
        glides = [cue for cue in timeline['cues'] if cue['step'] == first and cue['kind'] == 'glide']
        assert len(glides) == 5, glides
        assert all(cue['length_ns'] <= 10_000_000_000 for cue in glides)
    steps = as_json('plan', '--routine', 'zone-map')['steps']
    front = [step for step in steps if step['phase'] == 'work' and 'quadriceps' in step['zones']]
    assert {step['technique'] for step in front} == {'effleurage'}
    assert all(step['zones'] == ['knee', 'quadriceps'] for step in front)


def test_reach():
    """Nobody presses their own back of the thigh with both palms, or strokes over their own buttock."""
    for routine in ROUTINES:
        steps = as_json('plan', '--routine', routine)['steps']
        for step in steps:
            assert routine == 'partner' or step['technique'] != 'palm-compression' \
                or 'hamstrings' not in step['zones']
            assert not ({'gluteus', 'piriformis'} & set(step['zones']) and len(step['zones']) > 1)


def test_plan_with_conditions():
    for condition in CONDITIONS:
        arguments = ['plan', '--routine', 'sore-legs', '--condition', condition]
        if condition in UNCLEARED:
            result = fails(REFUSED, *arguments, '--json', says=['R-UNCLEARED', condition], out=None)
            refused, = json.loads(result.out)['refused']
            keys(refused, 'rule', 'urgency', 'advice')
            assert refused['rule'] == 'R-UNCLEARED' and refused['urgency'] == 'soon'
            arguments += ['--cleared', condition]
        if condition in WANT_PLACES:
            arguments += [word for zone in ZONES for leg in ('left', 'right')
                          for word in ('--agreed', f'{zone}/{leg}')]
        plan = as_json(*arguments)
        check_plan(plan, 'sore-legs', 600, ('left', 'right'))
        if condition in ('pacemaker', 'joint-replacement'):
            continue
        reasons = {reason['id'] for step in plan['steps'] for reason in step['reasons']}
        reasons |= {item['reason']['id'] for item in plan['left_out']}
        if condition not in ('long-standing', 'sport-soreness'):
            assert condition in reasons or condition in UNCLEARED and 'R-UNCLEARED' in reasons
        if condition not in ('tight', 'long-standing', 'sport-soreness'):
            assert 'moderate' not in {step['pressure'] for step in plan['steps']}, condition
    # Two refusals, each named.
    line = fails(REFUSED, 'plan', '--goal', 'evening', '--condition', 'surgery', '--condition',
                 'pregnancy', out=None).err
    assert 'surgery' in line and 'pregnancy' in line


def test_a_sleeve_runs_as_long_as_one_likes():
    drainage = ['plan', '--routine', 'swelling', '--tool', 'sleeve']
    for minutes in (10, 15, 30):
        last = as_json(*drainage, '--sleeve-minutes', str(minutes))['steps'][-1]
        assert (last['technique'], last['seconds']) == ('compression-sleeve', 60 * minutes)
    assert as_json(*drainage)['steps'][-1]['seconds'] == 600
    for minutes in ('9', '31', 'long', ''):
        fails(USAGE, *drainage, f'--sleeve-minutes={minutes}', says='--sleeve-minutes')
    # It would say nothing of a session without one.
    for arguments in (['--routine', 'swelling'], ['--goal', 'evening', '--tool', 'sleeve']):
        fails(USAGE, 'plan', *arguments, '--sleeve-minutes', '20', says='--sleeve-minutes')


def test_plan_without_tools():
    """Hands do what a tool would, where they can."""
    for tools, techniques in (([], {'petrissage', 'trigger-point'}), (['roller'], {'roller'}),
                              (['roller', 'ball'], {'roller', 'ball'})):
        plan = as_json('plan', '--routine', 'roller-and-ball',
                       *[word for tool in tools for word in ('--tool', tool)])
        assert techniques <= {step['technique'] for step in plan['steps']}
        assert (plan['left_out'] == []) == ('ball' in tools), plan['left_out']


def test_refusals():
    for flag, rule in FLAGS.items():
        for command in ('plan', 'timeline'):
            result = fails(REFUSED, command, '--routine', 'evening', '--flag', flag, '--json',
                           says=rule, out=None)
            document = json.loads(result.out)
            keys(document, 'refused')
            assert [each['rule'] for each in document['refused']] == [rule]
            for each in document['refused']:
                keys(each, 'rule', 'urgency', 'advice')
                assert each['urgency'] in URGENCIES and each['advice']
        text = fails(REFUSED, 'plan', '--routine', 'evening', '--flag', flag, says=rule, out=None)
        assert text.out == document['refused'][0]['advice'] + '\n'


def test_refusals_together():
    flags = [word for flag in FLAGS for word in ('--flag', flag)]
    result = fails(REFUSED, 'plan', '--routine', 'evening', *flags, '--json', out=None)
    refused = json.loads(result.out)['refused']
    assert {each['rule'] for each in refused} == set(FLAGS.values())
    order = [URGENCIES.index(each['urgency']) for each in refused]
    assert order == sorted(order)
    # A warning sign stands above a missing tool, and no sound is written.
    fails(REFUSED, 'plan', '--routine', 'roller-and-ball', '--flag', 'dvt', out=None)
    fails(REFUSED, 'cues', '--routine', 'evening', '--flag', 'dvt', '--output', 'x.wav',
          says='R-DVT', out=None)
    assert not (home / 'x.wav').exists()


run_tests(globals())

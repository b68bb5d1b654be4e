#!/usr/bin/env python3
"""legato-cli notes how legs feel, keeps the journal safe and tells what it shows over weeks.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import subprocess
import zlib

import cli_driver
from cli_driver import (FAILED, USAGE, as_json, database, done, fails, home, journal, keys,
                        put_routine, run, run_tests)


SCHEMA = pathlib.Path(os.environ['LEGATO_SOURCE_DIR']) / 'data' / 'legato-journal.schema.json'


def test_log():
    done('log', '--zone', 'calf/left=4', '--zone', 'calf/right=10', '--feeling',
         'cold-feet/right=0', '--feeling', 'heaviness/left=7', '--note', 'nach dem Lauf – müde')
    with database() as db:
        entry, = db.execute('SELECT * FROM entry')
        assert (entry['kind'], entry['late'], entry['note']) == (
            'check-in', 0, 'nach dem Lauf – müde')
        assert [tuple(row) for row in db.execute('SELECT zone, leg, moment, value FROM rating')] == [
            ('calf', 'left', 'check-in', 4), ('calf', 'right', 'check-in', 10)]
        assert {tuple(row) for row in db.execute('SELECT id, leg, value FROM feeling')} == {
            ('cold-feet', 'right', 0), ('heaviness', 'left', 7)}
    # The C locale of a cron job does not spoil a note.
    done('log', '--note', 'für morgen', locale='C')
    with database() as db:
        assert db.execute('SELECT note FROM entry ORDER BY id DESC').fetchone()[0] == 'für morgen'


def test_search_finds_days():
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday() + 7)
    name = f'{monday:%A}, {monday.day} {monday:%B} {monday.year}'
    assert all(result['kind'] != 'day' for result in as_json('search', 'last', 'monday')['results'])
    assert not journal().exists()
    done('log', '--zone', 'shin/left=4', '--note', 'after the glockenspiel', '--at', f'{monday}')
    found = {'kind': 'day', 'id': f'{monday}', 'name': name}
    for words in (['last', 'monday'], ['glockenspiel'], [f'{monday}'], ['last', 'monday', 'shin']):
        results = as_json('search', *words)['results']
        assert found in results, (words, results)
    assert as_json('search', 'last', 'monday')['results'][0] == found
    # What was felt is told where the journal is asked for, and a note is only found.
    row, count = done('search', 'glockenspiel').splitlines()
    assert row.split(maxsplit=2) == ['day', f'{monday}', name] and count.strip() == '1 entry', row
    assert 'left shin 4' in done('search', 'journal', 'last', 'monday').lower()
    assert 'glockenspiel' not in done('search', 'journal', 'last', 'monday')
    # The guide answers also when the journal cannot.
    journal().write_bytes(b'no journal at all')
    result = fails(FAILED, 'search', 'shin', out=None)
    assert result.out.startswith('zone  shin'), result.out


def test_log_at():
    now = datetime.datetime.now(datetime.timezone.utc)
    times = {
        '2024-03-28T21:30:00': ('2024-03-28', 1711657800, 3600),  # Berlin, winter time
        '2024-04-28T21:30': ('2024-04-28', 1714332600, 7200),  # Berlin, summer time
        '2024-05-01': ('2024-05-01', 1714557600, 7200),  # noon
        '2024-06-01T08:00:00-05:00': ('2024-06-01', 1717246800, -18000),  # of another place
        '2024-07-01T23:15:00Z': ('2024-07-02', 1719875700, 7200),  # an instant: local day
        '2024-07-03 10:15': ('2024-07-03', 1719994500, 7200),
        (now - datetime.timedelta(minutes=1)).isoformat(timespec='seconds'): None,
    }
    for text in times:
        done('log', '--zone', 'shin/left=1', '--at', text)
    with database() as db:
        entries = db.execute('SELECT * FROM entry ORDER BY id').fetchall()
    for entry, (text, expected) in zip(entries, times.items(), strict=True):
        if expected is None:
            assert entry['late'] == 0
            continue
        day, seconds, offset = expected
        assert entry['local_day'] == day and entry['at_us'] == seconds * 1_000_000, (text, day)
        assert entry['utc_offset_s'] == offset and entry['late'] == 1


def test_log_a_bare_day():
    # Where it is early in the morning today has no noon yet.
    offset = 3 - datetime.datetime.now(datetime.timezone.utc).hour
    early = datetime.timezone(datetime.timedelta(hours=offset))
    today = datetime.datetime.now(early).date()
    zone = f'<here>{-offset:+d}'
    for days in (0, 1):
        done('log', '--zone', 'calf/left=4', '--at',
             (today - datetime.timedelta(days=days)).isoformat(), timezone=zone)
    fails(USAGE, 'log', '--zone', 'calf/left=4', '--at',
          (today + datetime.timedelta(days=1)).isoformat(), says='has not come yet', timezone=zone)
    with database() as db:
        now, noon = db.execute('SELECT at_us, local_day FROM entry ORDER BY id').fetchall()
    assert now['local_day'] == today.isoformat()
    assert datetime.datetime.fromtimestamp(now['at_us'] / 1e6, early).hour in (2, 3, 4)
    assert datetime.datetime.fromtimestamp(noon['at_us'] / 1e6, early).hour == 12


def test_log_a_session():
    done('log', '--session', 'three-minute', '--leg', 'left', '--zone', 'calf/left=2', '--tag',
         'run', '--tag', 'Föhn', '--note', 'at the physiotherapist')
    done('log', '--session', 'circulation', '--minutes', '15', '--at', '2024-03-28T21:30')
    with database() as db:
        told, dated = db.execute('SELECT * FROM entry ORDER BY id').fetchall()
        steps = db.execute('SELECT * FROM step WHERE entry = ?', (told['id'],)).fetchall()
        rating, = db.execute('SELECT * FROM rating').fetchall()
        tags = [row['name'] for row in db.execute('SELECT name FROM tag ORDER BY position')]
    assert (told['kind'], told['routine'], told['told'], told['completed']) == (
        'session', 'three-minute', 1, 1)
    assert told['done_s'] == told['planned_s'] > 0 and told['note'] == 'at the physiotherapist'
    assert steps and all(step['done_ms'] == step['planned_ms'] > 0 for step in steps)
    assert {step['leg'] for step in steps} <= {'left', 'both'}
    assert any(step['pressure'] == 'moderate' for step in steps)
    assert (rating['moment'], rating['value']) == ('after', 2)
    assert tags == ['run', 'Föhn']
    # It has just ended.
    assert abs(told['at_us'] / 1e6 + told['done_s']
               - datetime.datetime.now().timestamp()) < 600
    assert dated['at_us'] == 1711657800 * 1_000_000 and abs(dated['done_s'] - 900) <= 45
    # A day alone is its noon, of a massage as of all else.
    done('log', '--session', 'three-minute', '--at', '2024-05-01')
    with database() as db:
        assert db.execute('SELECT max(at_us) FROM entry WHERE local_day = "2024-05-01"'
                          ).fetchone()[0] == 1714557600 * 1_000_000
    for arguments, says in ((['--session', 'nosuch'], 'nosuch'),
                            (['--session', 'evening', '--minutes', '31'], '--minutes'),
                            (['--session', 'evening', '--leg', 'third'], '--leg'),
                            (['--minutes', '10'], '--session'),
                            (['--zone', 'calf/left=2', '--leg', 'left'], '--session'),
                            (['--session', 'partner', '--zone', 'calf/left=2'], '--zone'),
                            (['--session', 'partner', '--feeling', 'swelling/left=2'], '--feeling'),
                            (['--tag', ''], '--tag')):
        fails(USAGE, 'log', *arguments, says=says)


def test_log_wrong_usage():
    tomorrow = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
    for arguments, says in (
            ([], '--zone'),
            (['--note', ''], '--note'),
            (['--zone', 'calf'], 'calf/left=4'),
            (['--zone', 'calf=4'], 'calf/left=4'),
            (['--zone', 'calf/left'], 'calf/left=4'),
            (['--zone', 'tail/left=4'], 'tail'),
            (['--zone', '/left=4'], '--zone'),
            (['--zone', 'calf/both=4'], 'both'),
            (['--zone', 'calf/=4'], '--zone'),
            (['--zone', 'calf/left=11'], '11'),
            (['--zone', 'calf/left=-1'], '-1'),
            (['--zone', 'calf/left='], '--zone'),
            (['--zone', 'calf/left=3.5'], '3.5'),
            (['--zone', 'calf/left=3', '--zone', 'calf/left=4'], 'calf/left'),
            (['--feeling', 'joy/left=3'], 'joy'),
            (['--feeling', 'cramps=3'], 'heaviness/left=4'),
            (['--feeling', 'cramps/left=3', '--feeling', 'cramps/left=3'], 'cramps/left'),
            (['--note', b'\xff'], '--note'),
            (['--note', 'x', '--at', 'yesterday'], 'yesterday'),
            (['--note', 'x', '--at', '2024-02-30'], '2024-02-30'),
            (['--note', 'x', '--at', '2024-02-20T25:00'], '2024-02-20T25:00'),
            (['--note', 'x', '--at', tomorrow], tomorrow),
            (['--note', 'x', '--at', '1969-07-20'], '1970'),
    ):
        fails(USAGE, 'log', *arguments, says=says)
    assert not journal().exists()


def test_log_into_a_journal_that_is_none():
    journal().parent.mkdir(parents=True)
    journal().write_text('my diary\n' * 1000)
    fails(FAILED, 'log', '--note', 'x', says='journal.db')
    fails(FAILED, 'journal', 'verify', says='journal.db')
    fails(FAILED, 'journal', 'backup', 'copy.db', says='journal.db')
    fails(FAILED, 'trends', '--json', says='journal.db')
    assert journal().read_text() == 'my diary\n' * 1000 and not (home / 'copy.db').exists()


def test_backup_and_verify():
    fails(FAILED, 'journal', 'backup', 'copy.db', says='journal')
    fails(FAILED, 'journal', 'verify', says='journal.db')
    assert os.listdir(home) == []
    done('log', '--zone', 'knee/right=2')
    done('journal', 'verify')
    done('journal', 'backup', 'copy.db')
    assert 'copy.db' in done('journal', 'verify', 'copy.db')
    assert sorted(os.listdir(home)) == ['copy.db', 'data']
    with contextlib.closing(sqlite3.connect(home / 'copy.db')) as copy:
        assert copy.execute('SELECT zone, leg, value FROM rating').fetchall() == [
            ('knee', 'right', 2)]
    done('journal', 'backup', '--', '-copy.db')
    done('journal', 'verify', '--', '-copy.db')

    fails(USAGE, 'journal', 'backup', 'a', 'b', says='b')
    fails(FAILED, 'journal', 'backup', 'copy.db', says='copy.db')
    done('journal', 'backup', '--force', 'copy.db')
    (home / 'letter').write_text('Dear')
    fails(FAILED, 'journal', 'backup', '--force', 'letter', says='letter')
    assert (home / 'letter').read_text() == 'Dear'
    assert os.stat(home / 'copy.db').st_mode & 0o777 == 0o600
    fails(USAGE, 'journal', 'verify', 'a', 'b', says='b')
    fails(USAGE, 'journal', 'backup', journal(), says='journal.db')
    fails(FAILED, 'journal', 'backup', 'nowhere/copy.db', says='nowhere')
    fails(FAILED, 'journal', 'verify', 'nowhere/copy.db', says='nowhere')
    done('journal', 'verify')


def test_what_is_no_journal():
    """Nothing hangs, and nothing is taken for an empty journal."""
    journal().parent.mkdir(parents=True)
    def fifo():
        os.mkfifo(journal())
    def folder():
        journal().mkdir()
    def link():
        journal().symlink_to('/nowhere/journal.db')
    def empty():
        journal().touch()
    def odd():
        done('log', '--zone', 'calf/left=1')
        with contextlib.closing(sqlite3.connect(journal())) as db:
            db.execute('PRAGMA user_version = -1')
    def without_table():
        done('log', '--zone', 'calf/left=1')
        with contextlib.closing(sqlite3.connect(journal())) as db:
            db.execute('DROP TABLE feeling')
    for make in (fifo, folder, link, empty, odd, without_table):
        make()
        for command in (['log', '--zone', 'calf/left=3'], ['trends'], ['journal', 'list'],
                        ['journal', 'verify'], ['journal', 'backup', 'copy.db'],
                        ['journal', 'export', 'all.json'], ['trends', '--report=page.pdf'],
                        ['plan', '--routine', 'three-minute', '--me']):
            fails(FAILED, *command)
        for path in journal().parent.iterdir():
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def test_where_no_journal_can_be():
    """A home that is a file, or leads nowhere, is not taken for one with an empty journal."""
    (home / 'file').write_text('no folder')
    (home / 'link').symlink_to('/nowhere/at/all')
    (home / 'holds-link').mkdir()
    (home / 'holds-link' / 'legato').symlink_to('/nowhere/at/all')
    for environment in ({'HOME': str(home / 'file'), 'XDG_DATA_HOME': ''},
                        {'XDG_DATA_HOME': str(home / 'file')},
                        {'XDG_DATA_HOME': str(home / 'link')},
                        {'XDG_DATA_HOME': str(home / 'holds-link')}):
        for command in (['log', '--zone', 'calf/left=3'], ['trends'], ['journal', 'list'],
                        ['journal', 'verify'], ['journal', 'backup', 'copy.db'],
                        ['journal', 'export', 'all.json'], ['trends', '--report=page.pdf'],
                        ['plan', '--routine', 'three-minute', '--me']):
            result = run(*command, environment=environment)
            assert result.returncode == FAILED and result.out == '', (environment, command, result)
    assert not (home / 'copy.db').exists() and not (home / 'all.json').exists()


def test_a_relative_folder_is_ignored():
    """As the specification of XDG_DATA_HOME demands; so is that of one's own routines."""
    environment = {'XDG_DATA_HOME': 'relative'}
    put_routine('own-a', 'Mine', [41, 62, 37])
    (home / '.local').mkdir()
    (home / 'data').rename(home / '.local' / 'share')
    assert run('log', '--zone', 'calf/left=3', environment=environment).returncode == 0
    assert (home / '.local' / 'share' / 'legato' / 'journal.db').exists()
    assert not (home / 'relative').exists()
    assert 'own-a' in run('routines', environment=environment).out


def test_a_journal_open_to_others_is_closed_to_them():
    done('log', '--zone', 'calf/left=3')
    for mode in (0o666, 0o777, 0o644):
        journal().chmod(mode)
        done('log', '--zone', 'calf/left=4')
        assert stat.S_IMODE(journal().stat().st_mode) & 0o077 == 0


def test_list_and_search():
    fails(FAILED, 'journal', 'list', says='no journal')
    done('log', '--zone', 'calf/left=6', '--note', 'Long run along the river')
    done('log', '--zone', 'shin/right=2', '--note', '足が重い', '--at', '2024-03-01')
    text = done('journal', 'list')
    assert 'Left calf 6' in text and 'Right shin 2' in text, text
    entries = as_json('journal', 'list')['entries']
    assert [entry['ratings'][0]['zone'] for entry in entries] == ['calf', 'shin']
    assert [entry['note'] for entry in as_json('journal', 'search', 'RIV', 'run')['entries']] == [
        'Long run along the river']
    assert len(as_json('journal', 'search', '重い')['entries']) == 1
    assert as_json('journal', 'search', 'along', 'swim')['entries'] == []
    assert as_json('journal', 'search', '"* -')['entries'] == []
    assert len(as_json('journal', 'list', '--zone', 'shin')['entries']) == 1
    assert len(as_json('journal', 'list', '--leg', 'left')['entries']) == 1
    assert len(as_json('journal', 'list', '--to', '2024-12-31')['entries']) == 1
    assert len(as_json('journal', 'list', '--limit', '1')['entries']) == 1
    assert as_json('journal', 'list', '--kind', 'session')['entries'] == []
    assert as_json('journal', 'list', '--deleted')['entries'] == []
    for choice in (['--from', '2026-01-01'], ['--zone', 'shin'], ['--limit', '1']):
        fails(USAGE, 'journal', 'list', '--deleted', *choice, says=['--deleted', choice[0]])
    assert 'Long run along the river' in done('journal', 'list')
    fails(USAGE, 'journal', 'list', '--kind', 'dream', says='dream')
    fails(USAGE, 'journal', 'list', '--from', 'May', says='May')
    fails(USAGE, 'journal', 'search', says='words')


def test_export_and_import():
    done('log', '--zone', 'calf/left=6', '--feeling', 'heaviness/left=7', '--note', 'a, "b"')
    done('journal', 'export', 'all.json')
    done('journal', 'export', 'all.csv')
    fails(FAILED, 'journal', 'export', 'all.json', says='all.json')
    fails(USAGE, 'journal', 'export', 'all.txt', says='.json')
    document = json.loads((home / 'all.json').read_text())
    assert document['entries'][0]['ratings'][0]['value'] == 6
    try:
        import jsonschema
    except ImportError:
        pass
    else:
        jsonschema.validate(document, json.loads(SCHEMA.read_text()))
    with open(home / 'all.csv', newline='') as table:
        rows = list(csv.DictReader(table))
    assert [(row['measure'], row['place'], row['leg'], row['value']) for row in rows] == [
        ('soreness', 'Calf', 'Left leg', '6'), ('heaviness', '', 'Left leg', '7')]
    assert [(row['place_id'], row['leg_id']) for row in rows] == [('calf', 'left'), ('', 'left')]
    datetime.datetime.fromisoformat(f"{rows[0]['date']}T{rows[0]['time']}{rows[0]['utc_offset']}")
    assert 'Added: 0, changed: 0' in done('journal', 'import', 'all.json')
    assert 'Added: 0, changed: 0' in done('journal', 'import', 'all.csv')
    journal().unlink()
    folder = sorted(journal().parent.iterdir())
    assert 'To be added: 1' in done('journal', 'import', '--dry-run', 'all.json')
    assert 'To be added: 1' in done('journal', 'import', '--dry-run', 'all.csv')
    assert sorted(journal().parent.iterdir()) == folder, 'trying makes no journal'
    for command in ('import', 'merge'):
        fails(FAILED, 'journal', command, 'nowhere.json', says='nowhere')
        assert sorted(journal().parent.iterdir()) == folder, 'no journal is made for nothing'
    done('journal', 'merge', 'all.json')
    assert as_json('journal', 'list')['entries'][0]['note'] == 'a, "b"'
    (home / 'mine.csv').write_text('day,where,side,pain\n2024-05-01,calf,right,4\n')
    fails(USAGE, 'journal', 'import', 'mine.csv', says='date')
    done('journal', 'import', 'mine.csv', '--column', 'date=1', '--column', 'place=2', '--column',
         'leg=3', '--column', 'value=4')
    assert len(as_json('journal', 'list')['entries']) == 2
    # By the words that a person would use.
    (home / 'mine.csv').write_text('date,place,leg,value\n2024-05-02,FRONT THIGH,Left,4\n')
    done('journal', 'import', 'mine.csv')
    assert as_json('journal', 'list')['entries'][-2]['ratings'][0]['zone'] == 'quadriceps'
    (home / 'mine.csv').write_text('date,place,leg,value\n2024-05-02,Knee-ish spot,left,4\n')
    fails(FAILED, 'journal', 'import', 'mine.csv', says='Row 2')
    os.rename(home / 'all.csv', home / 'ALL.CSV')
    done('journal', 'import', 'ALL.CSV')
    done('journal', 'export', 'AGAIN.CSV')
    os.mkdir(os.fsencode(home / 'fol') + b'\xff')
    fails(USAGE, 'journal', 'import', b'fol\xff', says='fol\ufffd')
    fails(USAGE, 'journal', 'import', '.', says='merge')


@contextlib.contextmanager
def computer(name):
    """What is run meanwhile has another home; it stays for the next time."""
    own = cli_driver.home
    cli_driver.home = home / name
    cli_driver.home.mkdir(exist_ok=True)
    try:
        yield
    finally:
        cli_driver.home = own


def notes():
    return sorted(entry['note'] for entry in as_json('journal', 'list')['entries'])


def test_two_computers_and_one_folder():
    folder = home / 'shared'
    folder.mkdir()

    def share():
        return done('journal', 'merge', folder)

    with computer('first'):
        done('log', '--zone', 'calf/left=6', '--note', 'run')
        done('log', '--zone', 'calf/left=2', '--note', 'swim')
        share()
    with computer('second'):
        done('log', '--zone', 'shin/right=3', '--note', 'flight')
        assert 'Added: 2' in share()
    with computer('first'):
        assert 'Added: 1' in share()
        assert notes() == ['flight', 'run', 'swim']
        first = json.loads(done('journal', 'list', '--json'))
    with computer('second'):
        # What both have is the same, and neither writes again for nothing.
        assert json.loads(done('journal', 'list', '--json')) == first
        files = {path: path.stat().st_ino for path in folder.iterdir()}
        assert len(files) == 2, files
        assert 'Added: 0, changed: 0' in share()
        assert {path: path.stat().st_ino for path in folder.iterdir()} == files

    # Both change the same entry: what was said last counts on both, nothing is lost.
    for name, note in ('first', 'run, 5 km'), ('second', 'run, 6 km'):
        with computer(name):
            with database('rw') as db:
                later = "edited_us + 1000000" if name == 'first' else "edited_us + 2000000"
                db.execute(f"UPDATE entry SET note = '{note}', edited_us = {later} WHERE note = 'run'")
                db.commit()
    for name in 'first', 'second', 'first':
        with computer(name):
            share()
    for name in 'first', 'second':
        with computer(name):
            assert notes() == ['flight', 'run, 6 km', 'swim']
            with database() as db:
                kept = [json.loads(row[0])['note'] for row in db.execute('SELECT document FROM history')]
            assert 'run, 5 km' in kept, kept

    # Deleted here, it is deleted there.
    with computer('second'):
        with database('rw') as db:
            db.execute("UPDATE entry SET deleted_us = edited_us + 3000000, "
                       "edited_us = edited_us + 3000000 WHERE note = 'swim'")
            db.commit()
        share()
    with computer('first'):
        share()
        assert notes() == ['flight', 'run, 6 km']

        # What another computer wrote is damaged, or only half there: it is said, the rest goes on.
        sound = {path: path.read_bytes() for path in folder.iterdir()}
        for path, contents in sound.items():
            path.write_bytes(contents[:len(contents) // 2])
        done('log', '--note', 'stairs', '--zone', 'calf/left=1')
        said = share()
        assert '1 file of another computer cannot be read yet' in said, said
    with computer('second'):
        assert 'Added: 1' in share()
        assert notes() == ['flight', 'run, 6 km', 'stairs']
    with computer('first'):
        said = share()
        assert 'cannot be read' not in said, said
        folder.rename(home / 'gone')
        fails(FAILED, 'journal', 'merge', folder, says='shared')
        assert notes() == ['flight', 'run, 6 km', 'stairs']


def test_restore_and_recover():
    assert 'no copy yet' in done('journal', 'restore')
    done('log', '--zone', 'calf/left=6', '--at', '2024-03-01')
    done('journal', 'backup')
    copy = done('journal', 'restore').split()[-1]
    assert '1 entry' in done('journal', 'restore') and '2024-03-01 to 2024-03-01' in done(
        'journal', 'restore')
    done('log', '--zone', 'calf/left=5')
    done('journal', 'restore', '--dry-run', copy)
    assert len(as_json('journal', 'list')['entries']) == 2
    done('journal', 'restore', copy)
    assert len(as_json('journal', 'list')['entries']) == 1
    kept, = journal().parent.glob('journal.db.before-restore-*')
    with contextlib.closing(sqlite3.connect(kept)) as db:
        assert db.execute('SELECT count(*) FROM entry').fetchone()[0] == 2
    # A journal that cannot be opened any more is kept too.
    with database() as db:
        page = db.execute("SELECT rootpage - 1 FROM sqlite_schema WHERE name = 'rating'").fetchone()[0]
    damaged = bytearray(journal().read_bytes())
    damaged[page * 4096:(page + 1) * 4096] = b'\0' * 4096
    journal().write_bytes(damaged)
    fails(FAILED, 'journal', 'list', says='damaged')
    done('journal', 'recover', journal(), 'rescued.db')
    done('journal', 'verify', 'rescued.db')
    done('journal', 'restore', copy)
    assert len(as_json('journal', 'list')['entries']) == 1
    assert [path for path in journal().parent.glob('journal.db.damaged-*')
            if path.read_bytes() == damaged]
    fails(FAILED, 'journal', 'restore', 'nowhere.db', says='nowhere')


def test_backup_as_the_settings_say():
    chosen = home / 'chosen'
    settings = home / 'config' / 'glib-2.0' / 'settings'
    settings.mkdir(parents=True)
    (settings / 'keyfile').write_text('[io/github/legato_app/Legato]\n'
                                      f"copy-folder='{chosen}'\ncopy-days=uint32 31\n")
    keyfile = {'environment': {'GSETTINGS_BACKEND': 'keyfile'}}
    chosen.mkdir()
    today = datetime.datetime.now(datetime.timezone.utc)
    done('log', '--zone', 'calf/left=6')
    # The copies of this journal are named so; those of others are none of its business.
    mark = re.search(r'Z(-[0-9a-f]{8}\.db)', done('journal', 'backup', **keyfile))[1]
    older = [chosen / f'journal-{today - datetime.timedelta(days=days):%Y%m%d}T120000Z{mark}'
             for days in range(1, 41)]
    others = [chosen / path.name.replace(mark, '-00000000.db') for path in older]
    for path in older + others:
        path.write_bytes(b'kept')
    assert str(chosen) in done('journal', 'backup', **keyfile)
    # The days that are kept, the one that was made just now among them; weeks reach no farther.
    assert all(path.exists() for path in older[:30]), sorted(os.listdir(chosen))
    assert not all(path.exists() for path in older)
    assert all(path.exists() for path in others)
    for path in older:
        path.unlink(missing_ok=True)
    assert str(chosen) in done('journal', 'restore', **keyfile)


def test_verify_finds_damage():
    done('log', '--zone', 'knee/right=2')
    done('journal', 'backup', 'copy.db')
    damaged = bytearray((home / 'copy.db').read_bytes())
    for offset in range(4096, len(damaged), 4096):
        damaged[offset:offset + 64] = b'\x55' * 64
    (home / 'copy.db').write_bytes(damaged)
    fails(FAILED, 'journal', 'verify', 'copy.db')
    (home / 'note.txt').write_text('no journal')
    fails(FAILED, 'journal', 'verify', 'note.txt', says='note.txt')


def test_trends_without_a_journal():
    assert as_json('trends')['trends'] == []
    assert done('trends')
    assert os.listdir(home) == [], 'looking makes no journal'
    for weeks in ('0', '521', 'x', '-1'):
        fails(USAGE, 'trends', f'--weeks={weeks}', says='--weeks')


def test_report():
    path = home / 'report.pdf'
    fails(FAILED, 'trends', f'--report={path}', says='nothing')
    assert not path.exists()
    done('log', '--zone=calf/left=4')
    done('trends', f'--report={path}', '--without=map', '--without=flags')
    assert path.read_bytes()[:5] == b'%PDF-'
    assert path.stat().st_mode & 0o777 == 0o600
    # The goal is the person's own, by which the weeks are drawn.
    done('log', '--session', 'circulation')
    pages = []
    for goal in (3, 6):
        with contextlib.closing(sqlite3.connect(journal())) as db:
            db.execute('INSERT OR REPLACE INTO profile (id, asked, weekly_goal, usual_minutes)'
                       ' VALUES (1, 1, ?, 0)', (goal,))
            db.commit()
        path.unlink()
        done('trends', f'--report={path}')
        # The last of what is packed may look like the end of a line.
        pages.append([zlib.decompressobj().decompress(stream) for stream in re.findall(
            rb'/FlateDecode.*?stream\r?\n(.*?)endstream', path.read_bytes(), re.DOTALL)
            if stream[:1] == b'\x78'][0])
    assert pages[0] != pages[1]
    # What is there is not written over.
    fails(FAILED, 'trends', f'--report={path}', says='report.pdf')
    # What could not be written whole is not left there.
    short = home / 'short.pdf'
    fails(FAILED, 'trends', f'--report={short}', most_bytes=40_000)
    assert not short.exists()
    fails(USAGE, 'trends', f'--report={path}', '--json', says='--json')
    fails(USAGE, 'trends', f'--report={path}', '--without=legs', says='legs')
    fails(USAGE, 'trends', '--without=map', says='--report')


def test_trends_of_few_values():
    today = datetime.date.today()
    for days, value in ((15, 6), (14, 5), (1, 3), (0, 2)):
        at = (today - datetime.timedelta(days=days)).isoformat() + 'T00:00'
        done('log', '--zone', f'calf/left={value}', '--at', at)
    document = as_json('trends', '--weeks', '4')
    keys(document, 'from', 'to', 'trends')
    first, last = map(datetime.date.fromisoformat, (document['from'], document['to']))
    assert first.weekday() == 0 and last.weekday() == 6 and (last - first).days == 27
    assert first <= today <= last
    trend, = document['trends']
    keys(trend, 'zone', 'moment', 'n', 'median', 'verdict', 'slope', 'weeks', 'values')
    assert trend['median'] is None, 'four days are too few'
    assert (trend['zone'], trend['moment'], trend['n']) == ('calf', 'check-in', 4)
    assert [value['value'] for value in trend['values']] == [6, 5, 3, 2]
    assert trend['verdict'] == 'cant-tell' and trend['slope'] is None
    assert len(trend['weeks']) == 4 and sum(week['n'] for week in trend['weeks']) == 4
    for week in trend['weeks']:
        assert week['median'] is None and week['lower_quartile'] is None
    assert "can’t tell yet" in done('trends')
    # The weeks before are not looked at.
    assert [value['value'] for trend in as_json('trends', '--weeks', '1')['trends']
            for value in trend['values']] in ([3, 2], [2])


def test_trends_of_many_values():
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday() + 35)
    for week in range(5):
        for day in range(5):
            at = monday + datetime.timedelta(days=7 * week + day)
            done('log', '--zone', f'calf/left={9 - 2 * week + day % 2}', '--zone',
                 f'shin/right={3 + (day + week) % 2}', '--at', f'{at.isoformat()}T08:00')
    trends = {trend['zone']: trend for trend in as_json('trends', '--weeks', '6')['trends']}
    assert [week['n'] for week in trends['calf']['weeks']] == [5, 5, 5, 5, 5, 0]
    assert [week['median'] for week in trends['calf']['weeks']] == [9, 7, 5, 3, 1, None]
    assert trends['calf']['verdict'] == 'falling'
    slope = trends['calf']['slope']
    assert slope['n'] == 25 and slope['lower'] <= slope['per_week'] <= slope['upper'] < 0
    assert abs(slope['per_week'] + 2) < 0.5, slope
    assert trends['shin']['verdict'] == 'cant-tell' and trends['shin']['slope'] is None
    text = done('trends')
    assert 'It falls' in text and "can’t tell yet" in text


def test_weeks_of_a_country():
    """What people read begins its weeks as the country does, what programs read with a Monday."""
    for country, first in (('de_DE', 0), ('en_US', 6), ('ar_EG', 5)):
        path = home / f'{country}.UTF-8'
        if subprocess.run(['localedef', '-i', country, '-f', 'UTF-8', path], check=False,
                          capture_output=True).returncode:
            print('# this locale cannot be made here:', country)
            continue
        today = datetime.date.today()
        monday = today - datetime.timedelta(days=today.weekday())
        start = today - datetime.timedelta(days=(today.weekday() - first) % 7)
        before = start - datetime.timedelta(days=1)
        for day, value in ((today, 4), (before, 7)):
            done('log', '--zone', f'calf/left={value}', '--at', f'{day}')
        there = {'locale': f'{country}.UTF-8', 'environment': {'LOCPATH': str(home)}}
        text = done('trends', '--weeks=1', **there)
        assert re.search(f'^ *{start} +4 ', text, re.M) and ' 7' not in text, (country, text)
        document = json.loads(done('trends', '--weeks=1', '--json', **there))
        assert document['from'] == document['trends'][0]['weeks'][0]['monday'] == f'{monday}'
        shutil.rmtree(home / 'data')


run_tests(globals())

#!/usr/bin/env python3
"""How the program starts: its command line, a second start, and a journal that does not open.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import os
import re
import shutil
import sqlite3

from driver import run, wait


def states(folder):
    """Every file of a folder, and what is in it."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def a_routine_a_place_a_page(program):
    program.start('--start', 'circulation')
    program.check_in()
    program.see('Start', 'push-button')
    program.see('Circulatory leg massage')
    program.key('Escape')
    program.see('Routines', 'label')

    # The second start hands on to the first, and ends.
    assert program.run('--zone', 'shin') == (0, '', '')
    program.see('Left shin', 'label')
    assert program.run('--journal') == (0, '', '')
    program.see('Nothing Here Yet')
    assert program.run('--start', 'three-minute') == (0, '', '')
    program.see('All Fine, Go On', 'push-button')
    program.key('Escape')
    assert program.run('--check-in') == (0, '', '')
    program.click('All Fine', 'push-button')
    program.see('Legs')
    assert program.run('--zone', 'elbow') == (2, '', 'legato: there is no place “elbow”\n')
    assert not program.has_ended()
    program.quit()


def names_that_nobody_knows(program):
    assert program.run('--start', 'nap') == (2, '', 'legato: there is no routine “nap”\n')
    assert program.run('--zone', 'elbow') == (2, '', 'legato: there is no place “elbow”\n')
    status, output, errors = program.run('--version')
    assert (status, errors) == (0, '') and re.fullmatch(r'legato \d+\.\d+\.\d+\n', output), output


def put_journal(program, data):
    program.journal_path.parent.mkdir(parents=True)
    program.journal_path.write_bytes(data)
    return states(program.journal_path.parent)


def a_damaged_journal(program):
    program.start()
    program.quit()
    data = bytearray(program.journal_path.read_bytes())
    shutil.rmtree(program.journal_path.parent)
    data[100:] = b'\x5a' * (len(data) - 100)
    before = put_journal(program, bytes(data))

    program.start()
    program.see('Keep It Aside, Start Anew')
    program.see(re.compile(r'.*damaged.*', re.DOTALL), 'label')
    assert states(program.journal_path.parent)['journal.db'] == before['journal.db']
    program.click('Left shin')
    program.see('Left shin', 'label')

    program.click('Keep It Aside, Start Anew')
    program.see_no('Keep It Aside, Start Anew')
    wait('a new journal', program.journal_path.exists)
    program.quit()
    kept = {name: digest for name, digest in states(program.journal_path.parent).items()
            if digest == before['journal.db']}
    assert len(kept) == 1 and 'journal.db' not in kept, kept
    assert program.query('SELECT count(*) FROM entry') == [(0,)]


def a_foreign_file(program):
    path = program.home / 'other.db'
    other = sqlite3.connect(path)
    other.executescript('PRAGMA application_id = 42; CREATE TABLE bird (name TEXT);'
                        'INSERT INTO bird VALUES (\'wren\');')
    other.close()
    before = put_journal(program, path.read_bytes())

    program.start()
    program.see('Keep It Aside, Start Anew')
    program.see(re.compile(r'.*not a journal of Legato.*|.*no journal of Legato.*', re.DOTALL),
                'label')
    program.quit()
    assert states(program.journal_path.parent) == before


def a_journal_that_may_not_be_written(program):
    program.start()
    program.quit()
    folder = program.journal_path.parent
    before = states(folder)
    program.journal_path.chmod(0o400)
    folder.chmod(0o500)
    if os.geteuid() == 0:
        # Root may write everywhere, until it gives that right away.
        program.wrapper = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--']
    program.start()
    program.see(re.compile(r'.*may not write to your journal.*'), 'label')
    assert program.find_seen('Keep It Aside, Start Anew') is None
    program.quit()
    folder.chmod(0o700)
    assert states(folder) == before


run(a_routine_a_place_a_page, names_that_nobody_knows, a_damaged_journal, a_foreign_file,
    a_journal_that_may_not_be_written)

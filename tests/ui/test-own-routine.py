#!/usr/bin/env python3
"""A routine of one's own: built, changed, undone, kept, started, shared, opened again.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil

from driver import run, wait, wait_a_little, xdotool

EDITOR = 'Your Routine'
IMPORT = 'Keep This Routine?'
UNREADABLE = 'This File Cannot Be Read as a Routine'


def kept_files(program):
    return sorted((program.home / 'data' / 'legato' / 'routines').glob('*.legato'))


def names_of_steps(program):
    return [node.name for node in program.find_all(re.compile(r'\d+\. .*'), 'list-item')]


def see_steps(program, *names):
    expected = [f'{number}. {name}' for number, name in enumerate(names, 1)]
    wait(f'the steps {expected}', lambda: names_of_steps(program) == expected)


def add_step(program):
    program.click('Add a Step', 'push-button')
    program.see('Technique')
    program.key('Escape')
    program.see('Add a Step', 'push-button')


def choose_in_menu(program, button, downs):
    """Chooses in a menu, by keys: the first entry with no downs."""
    def is_open():
        return (program.focused() or program.frame).role.value_nick == 'menu-item'

    def open_it():
        # Without a window manager a click may come before the focus is back from a dialog.
        program.click(button)
        return wait_a_little(is_open)
    wait('the menu', open_it)
    program.key(*['Down'] * downs, 'Return')


def build_calm_calves(program):
    program.key('alt+2')
    program.click('New Routine', 'push-button')
    program.enter(EDITOR)
    program.see('There is no step yet. Add a first step.')
    program.type('Calm calves')
    for _ in range(3):
        add_step(program)
    see_steps(program, 'Gliding', 'Kneading', 'Gliding')
    program.see('3 minutes')
    program.see('Ready to be started.')
    program.see('Left leg 1:30 · Right leg 1:30')


def drag(program, name, target):
    """Takes the handle at the start of one row and lets it go on the other."""
    x, y, _, height = program.settle(name, 'list-item').extents
    _, to_y, _, to_height = program.settle(target, 'list-item').extents
    steps = 8
    for step in range(steps + 1):
        way = (to_y + to_height // 2) - (y + height // 2)
        xdotool('mousemove', '--sync', *program.to_screen(x + 18, y + height // 2
                                                          + way * step // steps))
        if step == 0:
            xdotool('mousedown', 1)
    xdotool('mouseup', 1)


def built_changed_and_kept(program):
    program.start()
    build_calm_calves(program)

    # Moved up, a step breaks a rule, and is told so; undone, it does not.
    program.tab_to('2. Kneading')
    program.key('alt+Up')
    see_steps(program, 'Kneading', 'Gliding', 'Gliding')
    program.see(re.compile('Each leg starts with light gliding. .*'))
    assert program.focused().name == '1. Kneading', program.focused()
    program.key('ctrl+z')
    see_steps(program, 'Gliding', 'Kneading', 'Gliding')
    program.see('Ready to be started.')
    program.key('ctrl+shift+z')
    see_steps(program, 'Kneading', 'Gliding', 'Gliding')
    program.key('ctrl+z')
    see_steps(program, 'Gliding', 'Kneading', 'Gliding')
    drag(program, '2. Kneading', '3. Gliding')
    see_steps(program, 'Gliding', 'Gliding', 'Kneading')
    program.key('ctrl+z')
    see_steps(program, 'Gliding', 'Kneading', 'Gliding')

    # The step has what its place bears, and no more.
    program.click('2. Kneading', 'list-item')
    program.see('Calf', 'push-button')
    assert program.find_seen('Shin', 'push-button') is None
    program.click('Front thigh', 'push-button')
    program.click('Back to the Routine', 'push-button')
    program.see('0:30 · Calf to Front thigh · Light · Work')

    program.click('Save', 'push-button')
    program.back_to('Legato')
    program.see('Calm calves', 'list-item')
    (kept,) = kept_files(program)

    assert kept.read_text(encoding='utf-8').count('<step') == 3
    program.quit()


def put_on_the_shelf(program):
    """Returns the file of a routine that is there when the program starts."""
    folder = program.home / 'data' / 'legato' / 'routines'
    folder.mkdir(parents=True)
    kept = folder / 'own-calm.legato'
    kept.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<guide version="1">\n  <routine id="own-calm">\n'
        '    <name>Calm calves</name>\n    <leg>\n'
        '      <step phase="warm" technique="effleurage" zones="calf" pressure="light" seconds="30"/>\n'
        '      <step phase="work" technique="petrissage" zones="calf" pressure="light" seconds="30"/>\n'
        '      <step phase="settle" technique="effleurage" zones="calf" pressure="light" seconds="30"/>\n'
        '    </leg>\n  </routine>\n</guide>\n', encoding='utf-8')
    return kept


def shared_deleted_and_opened_again(program):
    kept = put_on_the_shelf(program)
    program.start()
    program.key('alt+2')
    choose_in_menu(program, 'More for “Calm calves”', 2)
    program.enter('Share a Routine')
    shared = program.home / 'shared.legato'
    program.key('ctrl+a')
    program.type(str(shared))
    program.key('Return')
    wait('the shared file', shared.exists)
    program.back_to('Legato')
    wait('the whole shared file', lambda: shared.read_bytes() == kept.read_bytes())

    # Deleted, and put back.
    choose_in_menu(program, 'More for “Calm calves”', 3)
    program.see_no('Calm calves', 'list-item')
    assert kept_files(program) == []
    program.click('Undo')
    program.see('Calm calves', 'list-item')

    # What somebody sends is shown before it is kept.
    assert program.run(str(shared)) == (0, '', '')
    program.enter(IMPORT)
    program.see('Calm calves')
    program.see('You have this routine already, just as it is here.')
    program.see('2. Kneading', 'list-item')
    program.click('Keep Both', 'push-button')
    program.back_to('Legato')
    wait('both', lambda: len(program.find_all('Calm calves', 'list-item')) == 2)
    program.quit()


def started_like_any_other(program):
    kept = put_on_the_shelf(program)
    program.start('--start', kept.stem)
    program.check_in()
    program.click('Start', 'push-button')
    program.see(re.compile('Left calf.*|Left leg.*'))
    program.click('Save', 'push-button')
    program.see('Saved in your journal')
    wait('the session', lambda: program.query('SELECT routine, planned_s, completed FROM entry')
         == [(kept.stem, 180, 1)])
    program.quit()


def changes_are_not_lost_unasked(program):
    program.start()
    build_calm_calves(program)
    program.key('Escape')
    program.enter('Save Your Changes?')
    program.click('Go On Editing', 'push-button')
    program.back_to(EDITOR)
    program.key('Escape')
    program.enter('Save Your Changes?')
    program.click('Save', 'push-button')
    program.back_to('Legato')
    program.see('Calm calves', 'list-item')

    choose_in_menu(program, 'More for “Calm calves”', 0)
    program.enter(EDITOR)
    program.tab_to('1. Gliding')
    program.key('Delete')
    see_steps(program, 'Kneading', 'Gliding')
    program.key('Escape')
    program.enter('Save Your Changes?')
    program.click('Discard', 'push-button')
    program.back_to('Legato')
    (kept,) = kept_files(program)
    assert kept.read_text(encoding='utf-8').count('<step') == 3
    program.quit()


def a_draft_says_why_it_cannot_be_started(program):
    corpus = os.path.join(os.environ['G_TEST_SRCDIR'], 'guide', 'fuzz-corpus')
    program.start(os.path.join(corpus, 'breaks-rules.legato'))
    program.enter(IMPORT)
    program.see(re.compile('You can keep it and change it, but not start it as it is:.*', re.DOTALL))
    program.click('Keep', 'push-button')
    program.back_to('Legato')
    program.click('Never', 'list-item')
    program.enter('Not Ready to Be Started')
    program.click('Change It', 'push-button')
    program.enter(EDITOR)
    program.see('1. Tapping', 'list-item')
    program.key('Escape')
    program.back_to('Legato')
    program.quit()


def files_that_are_no_routines(program):
    folder = program.home / 'files'
    folder.mkdir()
    (folder / 'evil.legato').write_text('<!DOCTYPE a [<!ENTITY b "c">]><guide version="1"/>')
    (folder / 'nul.legato').write_bytes(b'<guide version="1">\0</guide>')
    (folder / 'large.legato').write_bytes(b' ' * 300_000)
    (folder / 'folder.legato').mkdir()
    (folder / 'zero.legato').symlink_to('/dev/zero')
    os.mkfifo(folder / 'pipe.legato')
    texts = {
        'evil': 'evil.legato:1: only elements, text and comments may stand in a guide file',
        'nul': 'nul.legato:1: this is not UTF-8 text',
        'large': 'large.legato:1: the file is too large',
        'folder': '“folder.legato” is a folder, not the file of a routine.',
        'zero': '“zero.legato” is no plain file.',
        'pipe': '“pipe.legato” is no plain file.',
    }
    program.start(*(str(folder / f'{name}.legato') for name in texts))
    for text in texts.values():
        program.enter(UNREADABLE)
        program.see(text)
        program.click('Close', 'push-button')
        wait('the next window', lambda seen=text: program.find_seen(seen) is None)
    program.back_to('Legato')
    shutil.rmtree(folder)
    assert program.run(str(folder / 'gone.legato')) == (0, '', '')
    program.enter(UNREADABLE)
    program.click('Close', 'push-button')
    program.back_to('Legato')
    assert kept_files(program) == []
    program.quit()


run(built_changed_and_kept, shared_deleted_and_opened_again, started_like_any_other,
    changes_are_not_lost_unasked, a_draft_says_why_it_cannot_be_started, files_that_are_no_routines)

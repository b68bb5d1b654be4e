#!/usr/bin/env python3
"""Everything that takes the focus has a name, and the keyboard reaches what matters.

SPDX-License-Identifier: GPL-3.0-or-later
"""

from driver import Atspi, connect_accessibility, run, wait


def nameless(program):
    """What takes the focus on this page but would be read out without a word: it has no name or
    description, and holds no text that could speak for it."""
    return [node for node in program.look().walk()
            if Atspi.StateType.FOCUSABLE in node.states and node.role != Atspi.Role.SCROLL_PANE
            and not any(below.name or below.description for below in node.walk())
            and node.is_seen()]


def read_by_its_class(program):
    """Buttons on this page that hold another one and would be read "GtkMenuButton" beside it."""
    return [node for node in program.look().walk()
            if node.kind == 'button' and node.has_class_name
            and any(Atspi.StateType.FOCUSABLE in below.states for below in node.walk())
            and node.is_seen()]


def everything_has_a_name(program):
    program.start('--start', 'three-minute')
    program.check_in()
    program.see('Start')
    assert not nameless(program), nameless(program)
    program.click('Start')
    program.see('Left calf: 4 of 10')
    assert not nameless(program), nameless(program)
    program.click('Save')
    # The platform's own button that closes the message has no name; it goes when no pointer is
    # on it.
    program.click('Legs', 'page-tab')
    program.see_no('Saved in your journal')
    for page in 'Trends', 'Journal', 'Legs', 'Routines':
        program.click(page, 'page-tab')
        assert not nameless(program), (page, nameless(program))
        assert not read_by_its_class(program), (page, read_by_its_class(program))
    program.quit()


def tab_reaches_map_and_card(program):
    program.start()
    # One stop for the list, one for the map; the arrow keys choose in the list.
    program.tab_to('Foot')
    program.key('End')
    program.see('Left deep buttock', 'label')
    # The map is entered at the same place.
    program.key('Tab')
    program.tab_to('Left deep buttock', most=8)
    assert any(node.name.startswith('Leg map') for node in program.focused().ancestors(3))
    program.tab_to('Deep buttock', keys='shift+Tab', most=9)
    program.tab_to('Left deep buttock', most=9)
    program.key('Return')
    program.tab_to('Gliding')
    assert any(node.name == 'Techniques for this place'
               for node in program.focused().ancestors(3))
    program.quit()


def the_focus_follows_the_page(program):
    program.start()
    for key, name in (('alt+2', 'Make It'), ('alt+1', 'Left leg')):
        program.key(key)
        wait(f'focus on {name}',
             lambda there=name: (program.focused() or program.frame).name == there)
    program.quit()


def other_pages_are_not_told(program):
    program.start()
    assert program.find_all('Zoom in'), 'no map on the page of the legs'
    program.key('alt+2')
    program.see('Make It')
    wait('the page of the legs to be gone', lambda: not program.find_all('Zoom in'))
    program.key('alt+1')
    program.see('Zoom in')
    assert not program.find_all('Make It')
    program.quit()


def the_first_focus_is_told(program):
    """A screen reader heeds what gets the focus in the active window alone. Else it is silent until
    the first key is pressed, and passes over what the page tells then."""
    told = []
    listener = connect_accessibility()
    listener.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'StateChanged', None, None, 0,
                              lambda *event: told.append((event[2], *event[5].unpack()[:2])))
    program.start()
    focus = wait('something to have the focus', program.focused)
    active = (program.frame.path, 'active', 1)
    wait('the window to be told active', lambda: active in told)
    wait('a screen reader to be told of the first focus',
         lambda: (focus.path, 'focused', 1) in told[told.index(active):])
    program.quit()


run(the_first_focus_is_told, everything_has_a_name, tab_reaches_map_and_card, the_focus_follows_the_page,
    other_pages_are_not_told)

"""What a desktop starts over the bus, by the program's entry in its menu: a file that is opened by a
double click, and what the menu offers. Used natively and in the sandbox.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess

from gi.repository import Gio, GLib

from driver import LONG, Program, wait
from due import ID

# One that the tests of the guide read, too.
ROUTINE = pathlib.Path(__file__).parents[1] / 'guide/fuzz-corpus/own.legato'


# A busy machine may be past the second step when it looks.
LATER = re.compile(r'Step ([2-9]|\d\d) of \d+')


def call_bus(method, *arguments):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    args = GLib.Variant(*arguments) if arguments else None
    answer = bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                           args, None, 0, LONG, None).unpack()
    return answer[0] if answer else None


def is_running():
    return call_bus('NameHasOwner', '(s)', (ID,))


def find_window(title):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title],
                           capture_output=True, text=True, check=False).stdout.split()
    return found[0] if found else None


class Activated(Program):
    """The program where another process than the test's may have started it."""

    def __init__(self, name):
        super().__init__(name)
        # The bus forgets what it was asked to start, if who asked leaves before it runs.
        self.session = Gio.bus_get_sync(Gio.BusType.SESSION)

    def _find_window(self, name='^Legato$'):
        return find_window(name)

    def has_ended(self):
        return super().has_ended() if self.process is not None else not is_running()

    def _find_address(self):
        registry = self.bus.call_sync('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                                      'org.a11y.atspi.Accessible', 'GetChildren', None, None, 0, LONG,
                                      None)
        # The desktop's own part of the portals is there too.
        for address, path in registry.unpack()[0]:
            name = self.bus.call_sync(address, path, 'org.freedesktop.DBus.Properties', 'Get',
                                      GLib.Variant('(ss)', ('org.a11y.atspi.Accessible', 'Name')),
                                      None, 0, LONG, None).unpack()[0]
            if name.lower().endswith('legato'):
                return address
        return None

    def end(self):
        """Ends it at once, whoever started it."""
        raise NotImplementedError

    def set_tempo(self, tempo):
        """How fast a session is over, when the bus starts it the next time."""
        raise NotImplementedError

    def stop(self):
        self.end()
        self.kill()
        wait('no window', lambda: find_window('Legato') is None)
        wait('its end', lambda: not is_running())


def open_by_double_click(program, entry, folder):
    """A file is opened that starts the program, and one while it runs."""
    assert entry.get_boolean('DBusActivatable')
    files = [folder / 'gift.legato', folder / 'second.legato']
    for file in files:
        file.write_bytes(ROUTINE.read_bytes())
    assert not is_running()
    try:
        entry.launch([Gio.File.new_for_path(str(files[0]))])
        wait('the question whether to keep it', lambda: find_window('^Keep This Routine'))
        program.attach()
        program.enter('Keep This Routine?')
        program.key('Escape')
        program.back_to('Legato')
        entry.launch([Gio.File.new_for_path(str(files[1]))])
        wait('the question again', lambda: find_window('^Keep This Routine'))
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def choose_from_the_menu(program, entry):
    """Each leads to its page, be it that it starts the program or that this runs."""
    assert not is_running()
    try:
        entry.launch_action('start-three-minute')
        program.attach()
        program.click('All Fine, Go On')
        program.see('Three minutes')
        program.see('Start')
        entry.launch_action('check-in')
        program.see('All Fine, Save')
        program.stop()

        entry.launch_action('check-in')
        program.attach()
        program.see('All Fine, Save')
        program.stop()

        # Nothing was cut off yet.
        entry.launch_action('continue')
        wait('the window that says so', lambda: find_window('^Continue$'))
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()


def continue_from_the_menu(program, entry):
    """The session that was cut off goes on, where it was."""
    assert not is_running()
    program.set_tempo(10)
    try:
        entry.launch_action('start-three-minute')
        program.attach()
        program.click('All Fine, Go On')
        program.click('Start')
        program.wait_for_steps(2)
        program.stop()

        program.set_tempo(4)
        entry.launch_action('continue')
        program.attach()
        program.see('Pause')
        program.see(LATER)
    except Exception:
        program.save_screenshot()
        raise
    finally:
        program.stop()

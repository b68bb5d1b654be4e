"""Drives the real program as a person would: reads its accessibility tree, moves the pointer and
presses keys.

A test is a function that is given a Program which is not started yet, with a home of its own;
run() runs the tests of a file and speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import itertools
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import typing

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, Gio, GLib
    MISSING = None if shutil.which('xdotool') else 'xdotool'
except (ImportError, ValueError):
    MISSING = 'Atspi for Python'

# No machine is so busy that anything takes as long; a test that passes never waits for it. Who writes
# a test asks for fewer seconds.
PATIENCE = float(os.environ.get('LEGATO_TEST_PATIENCE', '1200'))

# The same for a call on a bus, which would be given 25 seconds otherwise; in milliseconds.
LONG = int(PATIENCE * 1000)

# How soon to look again at what no event of the accessibility bus tells of, in milliseconds.
LOOK_AGAIN = 200

# What plays tells of something all the time: between two looks lies as long as one takes, at most so
# many seconds.
MOST_REST = 0.3

# Of a caption in a row, the row takes the clicks: so many levels lie between them at most.
SEEN_THROUGH = 5

# Since then GTK finds at a place what lies there by its size alone, shown or not, and tells each place
# without the padding around it, by no more than so many pixels.
FINDS_BY_SIZE = (4, 10)
PADDING = 24

# A widget without a name of its own is given that of its class by GTK.
NAME_OF_A_CLASS = re.compile(r'(Gtk|Adw|Legato)[A-Z][A-Za-z]*')

ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'


class Skipped(Exception):
    """A test that cannot be made here; says why."""


class Item(typing.NamedTuple):
    """Of a widget, what one question about all of them tells."""
    n_children: int
    name: str
    role: int
    description: str
    states: list


class Node:
    """A widget as assistive technology sees it, at the time of one look at the window."""

    def __init__(self, program, path, parent):
        self.program = program
        self.path = path
        self.parent = parent
        self.children = []
        self.name = self.description = ''
        self.role = None
        self.has_class_name = False
        self.states = frozenset()

    def __repr__(self):
        return f'{self.kind or "?"} “{self.name}”'

    @property
    def kind(self):
        """The name of its role; older versions of AT-SPI called a button a push-button."""
        return self.role and self.role.value_nick.removeprefix('push-')

    def take(self, item):
        self.has_class_name = NAME_OF_A_CLASS.fullmatch(item.name) is not None
        self.name = '' if self.has_class_name else item.name
        self.description = item.description
        self.role = Atspi.Role(item.role)
        self.states = unpack_states(item.states)

    def read_name(self):
        """What it is called by now."""
        return self.program.call(self.path, 'org.freedesktop.DBus.Properties', 'Get',
                                 GLib.Variant('(ss)', (ACCESSIBLE, 'Name')))[0]

    def walk(self):
        """Yields this node and all below it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self, levels):
        """Its parent, its parent's parent..., up to so many."""
        above = [self]
        while above[-1].parent is not None and len(above) <= levels:
            above.append(above[-1].parent)
        return above[1:]

    def is_in(self, other):
        return self is other or other in self.ancestors(len(self.program.nodes))

    @property
    def extents(self):
        """(x, y, width, height) in the window."""
        return self.program.call(self.path, COMPONENT, 'GetExtents',
                                 GLib.Variant('(u)', (Atspi.CoordType.WINDOW,)))[0]

    @property
    def center(self):
        x, y, width, height = self.extents
        return x + width // 2, y + height // 2

    def is_seen(self):
        """Whether a pointer on it would point at it: it is on the page that shows, and not
        scrolled out of sight."""
        try:
            x, y, width, height = self.extents
        except GLib.Error:
            return False  # it has gone since the look at the window
        if width <= 0 or height <= 0 or Atspi.StateType.VISIBLE not in self.states:
            return False
        if self.program.finds_by_size:
            return self._is_in_sight(x + width // 2, y + height // 2)
        # No answer is a part that is not in the tree, as the picture on a button; another place may
        # tell, also in the padding, which the extents leave out. What takes no clicks is seen through
        # to what holds it.
        places = ((x + width // 2, y + height // 2), (x + width // 2, y + height // 5),
                  (x + min(4, width // 4), y + height // 2), (x - 3, y + height // 2))
        top = next(filter(None, itertools.starmap(self.program.pick, places)), None)
        return top is not None and (top.is_in(self) or top in self.ancestors(SEEN_THROUGH))


    def _is_in_sight(self, x, y):
        """Whether all that holds it has that place; pages that do not show are not in the tree."""
        replies = ask_all(self.program.bus, self.program.address,
                          [node.path for node in self.ancestors(len(self.program.nodes))],
                          COMPONENT, 'GetExtents', GLib.Variant('(u)', (Atspi.CoordType.WINDOW,)))
        return all(reply is not None
                   and left - PADDING <= x < left + width and top - PADDING <= y < top + height
                   for reply in replies
                   for left, top, width, height in [reply or (0, 0, 0, 0)])


class Program:
    """The program, its window and its journal, in a home of its own."""

    def __init__(self, name):
        self.name = name
        self.home = pathlib.Path(tempfile.mkdtemp(prefix='home-', dir=os.environ['HOME']))
        # The voice of the same build, where it is not installed.
        voice = pathlib.Path(os.environ['LEGATO_PROGRAM']).parent / 'audio' / 'voice' / 'legato-voice'
        if voice.exists():
            os.environ.setdefault('LEGATO_VOICE_PROGRAM', str(voice))
        self.env = dict(os.environ, XDG_DATA_HOME=str(self.home / 'data'),
                        XDG_CONFIG_HOME=str(self.home / 'config'),
                        XDG_STATE_HOME=str(self.home / 'state'), GSETTINGS_BACKEND='keyfile',
                        LEGATO_AUDIO_SINK='fakesink sync=true', LEGATO_TEST_TEMPO='30')
        self.choose()
        self.wrapper = []
        self.journal_path = self.home / 'data' / 'legato' / 'journal.db'
        self.process = None
        self.bus = None
        self.address = None
        self.window = None
        self.title = None
        self.frame = None
        self.nodes = {}
        self.finds_by_size = False

    def choose(self, **keys):
        """Writes settings to where the program keeps them; returns the file. It was welcomed before."""
        keyfile = self.home / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        keyfile.write_text(
            '[io/github/legato_app/Legato]\n'
            + ''.join(f'{key.replace("_", "-")}={value}\n'
                      for key, value in {'welcomed': 'true', **keys}.items()), encoding='utf-8')
        return keyfile

    # The process

    def command(self, *args):
        return [*self.wrapper, os.environ['LEGATO_PROGRAM'], *args]

    def run(self, *args):
        """Runs the program to its end, as from a terminal; returns (status, output, errors)."""
        done = subprocess.run(self.command(*args), env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stdout, done.stderr

    def start(self, *args):
        """Starts it and waits until its window is there, has the focus and can be read."""
        self.process = subprocess.Popen(self.command(*args), env=self.env,
                                        stdin=subprocess.DEVNULL)
        return self.attach()

    def attach(self):
        """Waits until the window of what was started is there, has the focus and can be read."""
        self.window = wait('window on the screen', self._find_window)
        xdotool('windowfocus', '--sync', self.window)
        self.bus = connect_accessibility()
        self.address = wait('program on the accessibility bus', self._find_address)
        self.nodes = {}
        wait('window in the accessibility tree', lambda: self.look() is not None)
        version = self.call('/org/a11y/atspi/accessible/root', 'org.freedesktop.DBus.Properties', 'Get',
                            GLib.Variant('(ss)', ('org.a11y.atspi.Application', 'Version')))[0]
        self.finds_by_size = tuple(map(int, version.split('.')[:2])) >= FINDS_BY_SIZE
        return self

    def enter(self, title):
        """Goes on in the window of that title, as soon as it is there: a dialog, or "Legato"."""
        self.window = wait(f'the window {title!r} on the screen',
                           lambda: self._find_window(f'^{re.escape(title)}$'))
        self.title = title
        wait(f'the focus on the window {title!r}', self._take_focus)
        wait(f'the window {title!r} in the accessibility tree', lambda: self.look() is not None)

    def _take_focus(self):
        """What closes gives the focus to nobody, maybe a moment later: no window manager is here."""
        xdotool('windowfocus', '--sync', self.window)
        wait_for_event()
        return xdotool('getwindowfocus').strip() == self.window

    def back_to(self, title):
        """Goes on in a window that was there before, as soon as the present one has closed."""
        wait(f'the window {self.title!r} to close',
             lambda closing=self.title: not self._find_window(f'^{re.escape(closing)}$'))
        self.enter(title)

    def _find_window(self, name='.'):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid',
                                str(self.process.pid), '--name', name],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[0] if found else None

    def _find_address(self):
        registry = self.bus.call_sync('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                                      ACCESSIBLE, 'GetChildren', None, None, 0, LONG, None)
        for address, _ in registry.unpack()[0]:
            pid = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                     'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                     GLib.Variant('(s)', (address,)), None, 0, LONG, None)
            if pid.unpack()[0] == self.process.pid:
                return address
        return None

    def has_ended(self):
        return self.process.poll() is not None

    def wait_end(self):
        """Returns the exit status, once it ended by itself."""
        return self.process.wait(timeout=PATIENCE)

    def quit(self):
        """Leaves as a person does, by the keyboard, and expects that to go well."""
        wait('the focus', self._take_focus)
        self.key('ctrl+q')
        status = self.wait_end()
        assert status == 0, f'the program ended with status {status}'

    def kill(self):
        if self.process is not None and not self.has_ended():
            self.process.kill()
            self.process.wait()

    # The tree

    def call(self, path, interface, method, args=None):
        try:
            return self.bus.call_sync(self.address, path, interface, method, args, None, 0,
                                      LONG, None).unpack()
        except GLib.Error as error:
            if wait_a_little(self.has_ended):
                raise AssertionError(
                    f'the program ended with status {self.process.returncode}') from error
            raise

    def pick(self, x, y):
        """Returns the topmost widget at a place in the window, or None."""
        path = self.call(self.frame.path, COMPONENT, 'GetAccessibleAtPoint',
                         GLib.Variant('(iiu)', (x, y, Atspi.CoordType.WINDOW)))[0][1]
        return self.nodes.get(path)

    def look(self):
        """Reads the whole window anew; returns its frame, or None where there is none."""
        frames = self._read_tree('/org/a11y/atspi/accessible/root')
        if self.title is not None:
            frames = [frame for frame in frames if frame.name == self.title]
        self.frame = frames[0] if frames else None
        if self.frame is None and self.has_ended():
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        return self.frame

    def _read_tree(self, root_path):
        root = Node(self, root_path, None)
        # A program that nobody has looked at yet knows nothing of what it was asked for.
        items = self._read_items() if self.nodes else {}
        self.nodes = {}
        level = [root]
        while level:
            # All questions of a level at once: a tree of a thousand widgets takes a moment only. What
            # is known to have no children, about half of them, is not asked.
            level = [node for node in level
                     if node is root or node.path not in items or items[node.path].n_children]
            replies = ask_all(self.bus, self.address, [node.path for node in level], ACCESSIBLE,
                              'GetChildren')
            level_below = []
            for node, reply in zip(level, replies):
                for _, path in reply or ():
                    child = Node(self, path, node if node is not root else None)
                    node.children.append(child)
                    self.nodes[path] = child
                    level_below.append(child)
            level = level_below
        # The program tells of what it was asked for once.
        if not self.nodes.keys() <= items.keys():
            items = self._read_items()
        for path, node in self.nodes.items():
            if path in items:
                node.take(items[path])
        return root.children

    def _read_items(self):
        """What the program has told of before: by path."""
        items = self.call('/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')[0]
        return {item[0][1]: Item(item[4], *item[6:]) for item in items}

    def find_all(self, name, role=None):
        """All that is called so now; @name may be a compiled expression, a role is "list-item"."""
        fits = name.fullmatch if isinstance(name, re.Pattern) else lambda text: text == name
        return [node for node in (self.look() or Node(self, '', None)).walk()
                if fits(node.name) and (role is None or node.kind == role)]

    def find_seen(self, name, role=None):
        for node in self.find_all(name, role):
            if node.is_seen():
                return node
        return None

    def see(self, name, role=None):
        """Waits until it is on the screen; returns it."""
        return wait(f'{name!r} on the screen', lambda: self.find_seen(name, role))

    def see_no(self, name, role=None):
        wait(f'no {name!r} on the screen', lambda: self.find_seen(name, role) is None)

    def focused(self):
        """The widget with the keyboard focus, or None."""
        for node in (self.look() or Node(self, '', None)).walk():
            if Atspi.StateType.FOCUSED in node.states:
                return node
        return None

    # Hands

    def to_screen(self, x, y):
        """From the window to the screen; around the frame lies the window's own border, which newer
        GTK counts to the frame."""
        place = dict(line.split('=') for line in
                     xdotool('getwindowgeometry', '--shell', self.window).split())
        left, top, width, height = self.frame.extents
        return (int(place['X']) + (int(place['WIDTH']) - width) // 2 + x - left,
                int(place['Y']) + (int(place['HEIGHT']) - height) // 2 + y - top)

    def click_at(self, x, y):
        x, y = self.to_screen(x, y)
        xdotool('mousemove', '--sync', x, y, 'click', 1)

    def click(self, name, role=None):
        """Clicks in the middle of it, as soon as it is there and keeps still."""
        self.click_at(*self.settle(name, role).center)

    def settle(self, name, role=None):
        """Waits until it is on the screen and moves no more, as while a page slides in."""
        last = [None]

        def still():
            node = self.find_seen(name, role)
            before, last[0] = last[0], node and (node.path, node.extents)
            return node if node is not None and before == last[0] else None
        return wait(f'{name!r} on the screen, still', still)

    def scroll_to(self, name, most=30):
        """Turns the wheel in the middle of the window until it is on the screen."""
        _, _, width, height = self.frame.extents
        xdotool('mousemove', '--sync', *self.to_screen(width // 2, height // 2))
        for _ in range(most):
            if self.find_seen(name) is not None:
                return
            xdotool('click', '--repeat', 3, 5)
        raise AssertionError(f'the wheel does not lead to {name!r}')

    def key(self, *keys):
        xdotool('key', '--delay', 20, *keys)

    def type(self, text):
        xdotool('type', '--delay', 20, text)

    def tab_to(self, name, keys='Tab', most=60):
        """Presses Tab until the focus is on it."""
        node = self.focused() or self.frame
        for _ in range(most):
            if node.name == name:
                return node

            def moved(before=node.path):
                there = self.focused() or self.frame
                return there if there.path != before else None
            self.key(keys)
            node = wait_a_little(moved, 10.0) or self.focused() or self.frame
        raise AssertionError(f'{keys} does not lead to {name!r}')

    def resize(self, width, height):
        xdotool('windowsize', '--sync', self.window, width, height)

    def check_in(self):
        """Says on the page before a session that nothing is wrong."""
        self.click('All Fine, Go On')

    # What it wrote

    def query(self, sql, *args):
        """Asks the journal's file behind the program's back, without the right to write."""
        connection = sqlite3.connect(f'file:{self.journal_path}?mode=ro', uri=True)
        try:
            return connection.execute(sql, args).fetchall()
        finally:
            connection.close()

    def wait_for_steps(self, number):
        """Waits until the journal knows of so many steps that have begun in the session that plays.
        A look at the window may take longer on a busy machine than such a session takes."""
        def begun():
            return self.journal_path.exists() and self.query(
                "SELECT count(*) FROM running, json_each(session, '$.steps') "
                "WHERE json_extract(value, '$.spent_ns') > 0")[0][0] >= number
        wait(f'{number} steps that have begun', begun)

    def save_screenshot(self):
        """Keeps what is on the screen beside meson's logs; returns the file's path."""
        folder = pathlib.Path(os.environ['LEGATO_SCREENSHOTS'])
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f'{pathlib.Path(sys.argv[0]).stem}-{self.name}.png'
        subprocess.run(['gst-launch-1.0', '-q', 'ximagesrc', 'num-buffers=1', 'show-pointer=true',
                        '!', 'videoconvert', '!', 'pngenc', '!', 'filesink', f'location={path}'],
                       stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False)
        return path


def unpack_states(words):
    low, high = words
    bits = low | high << 32
    return frozenset(Atspi.StateType(i) for i in range(64)
                     if bits >> i & 1 and i < Atspi.StateType.LAST_DEFINED)


def connect_accessibility():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                None, None, 0, LONG, None).unpack()[0]
    bus = Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    # Each event of a widget, as a new name or state, ends a wait for one.
    bus.signal_subscribe(None, 'org.a11y.atspi.Event.Object', None, None, None, 0, lambda *_: None)
    for event in 'object', 'focus':
        bus.call_sync('org.a11y.atspi.Registry', '/org/a11y/atspi/registry',
                      'org.a11y.atspi.Registry', 'RegisterEvent', GLib.Variant('(sas)', (event, [])),
                      None, 0, LONG, None)
    return bus


def ask_all(bus, address, paths, interface, method, args=None):
    """Asks all of these the same at once; what is gone meanwhile answers None."""
    replies = {}
    context = GLib.MainContext.default()

    def answered(connection, result, path):
        try:
            replies[path] = connection.call_finish(result).unpack()[0]
        except GLib.Error:
            replies[path] = None
    for path in paths:
        bus.call(address, path, interface, method, args, None, 0, LONG, None, answered, path)
    while len(replies) < len(set(paths)):
        context.iteration(True)
    return [replies[path] for path in paths]


def xdotool(*args):
    return subprocess.run(['xdotool', *map(str, args)], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def wait(what, condition, patience=PATIENCE):
    """Looks again and again until @condition gives something true; returns that."""
    end = time.monotonic() + patience
    while True:
        began = time.monotonic()
        answer = condition()
        if answer:
            return answer
        looked = time.monotonic()
        if looked > end:
            raise AssertionError(f'waited in vain: {what}')
        time.sleep(min(looked - began, MOST_REST))
        wait_for_event()


def wait_for_event():
    """Returns when a widget has told of something, or after LOOK_AGAIN."""
    context = GLib.MainContext.default()
    timer = GLib.timeout_source_new(LOOK_AGAIN)
    timer.set_callback(lambda *_: False)
    timer.attach(context)
    context.iteration(True)
    timer.destroy()
    while context.pending():
        context.iteration(False)


def wait_a_little(condition, patience=1.0):
    """Gives @condition some seconds to come true; returns what it says in the end."""
    try:
        return wait('', condition, patience)
    except AssertionError:
        return None


def run(*tests, needs=()):
    """Runs the tests one after the other and speaks TAP; exits with 1 where one failed. Where one of
    the programs that they need is not installed, they are skipped."""
    missing = MISSING or next((tool for tool in needs if not shutil.which(tool)), None)
    print(f'TAP version 13\n1..{len(tests)}', flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace('_', '-')
        if missing:
            print(f'ok {number} - {name} # SKIP {missing} is not installed', flush=True)
            continue
        program = Program(name)
        began = time.monotonic()
        try:
            test(program)
            result = 'ok'
        except Skipped as why:
            result = 'ok'
            name += f' # SKIP {why}'
        except Exception:  # whatever it is, the other tests are to run
            failed = True
            result = 'not ok'
            text = traceback.format_exc()
            if program.window is not None:
                text += f'The screen then: {program.save_screenshot()}\n'
            print(*(f'# {line}' for line in text.splitlines()), sep='\n')
        finally:
            program.kill()
        print(f'{result} {number} - {name}')
        print(f'# {time.monotonic() - began:.1f} s', flush=True)
    sys.exit(1 if failed else 0)

#!/usr/bin/env python3
"""The desktop starts the program over the bus, as by a double click on a file or from its menu.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import signal

from gi.repository import Gio

from activation import Activated, call_bus, choose_from_the_menu, continue_from_the_menu, is_running
from activation import open_by_double_click
from driver import run
from due import ID


class Installed(Activated):
    """The program of the build, where the bus knows how to start it."""

    def __init__(self, program):
        super().__init__(program.name)
        # A desktop knows no program that is not in its path.
        folder = pathlib.Path(os.environ['LEGATO_PROGRAM']).parent
        os.environ['PATH'] = f'{folder}:{os.environ["PATH"]}'
        self.entry = Gio.DesktopAppInfo.new_from_filename(os.environ['LEGATO_ENTRY'])
        self.set_tempo(30)

    def set_tempo(self, tempo):
        # The bus starts it with the bus's own environment, and a program of its own with this.
        self.env['LEGATO_TEST_TEMPO'] = str(tempo)
        words = ' '.join(f"'{name}={value}'" for name, value in self.env.items()
                         if os.environ.get(name) != value)
        service = pathlib.Path(os.environ['HOME'], 'services', f'{ID}.service')
        service.write_text(f'[D-BUS Service]\nName={ID}\nExec=/usr/bin/env {words} '
                           f'{os.environ["LEGATO_PROGRAM"]} --gapplication-service\n', encoding='utf-8')
        call_bus('ReloadConfig')

    def end(self):
        if is_running():
            os.kill(call_bus('GetConnectionUnixProcessID', '(s)', (ID,)), signal.SIGKILL)


def opens_by_double_click(program):
    program = Installed(program)
    open_by_double_click(program, program.entry, program.home)


def is_chosen_from_the_menu(program):
    program = Installed(program)
    choose_from_the_menu(program, program.entry)


def continues_from_the_menu(program):
    program = Installed(program)
    continue_from_the_menu(program, program.entry)


run(opens_by_double_click, is_chosen_from_the_menu, continues_from_the_menu)

#!/usr/bin/env python3
"""How long programs take to show something, and what that costs, taking turns on one screen.

Usage: startup-bench.py ROUNDS NAME=COMMAND...

Looks at the screen every few milliseconds: content is there once a window holds text and controls,
the window is finished once nothing changes any more. Prints a table of medians.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import os
import pathlib
import shlex
import signal
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from window_picture import ALL_PLANES, XImage, Z_PIXMAP

# Text and controls have at least so many colours, from the edges of letters; an empty window has a
# few.
CONTENT_COLOURS = 24

# Whoever has shown nothing by then is left out.
PATIENCE_S = 30.0

# A start is over when nothing has changed for so long.
QUIET_S = 1.0
LOOK_AGAIN_S = 0.004

# The part of the screen that is looked at: with the header of whatever window is in its corner.
LEFT, TOP, WIDTH, HEIGHT = 0, 0, 640, 480

# A change of fewer lines is a cursor that blinks.
LEAST_LINES = 40

TICKS = os.sysconf('SC_CLK_TCK')


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XGetImage.restype = ctypes.POINTER(XImage)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                       ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(XImage)]
        self.display = self.x11.XOpenDisplay(None)
        self.root = self.x11.XDefaultRootWindow(self.display)

    def look(self):
        image = self.x11.XGetImage(self.display, self.root, LEFT, TOP, WIDTH, HEIGHT, ALL_PLANES,
                                   Z_PIXMAP)
        size = image.contents.bytes_per_line * image.contents.height
        pixels = ctypes.string_at(image.contents.data, size)
        self.x11.XDestroyImage(image)
        return pixels


def count_lines(one, other):
    """How many lines of two pictures differ."""
    line = WIDTH * 4
    return sum(one[i:i + line] != other[i:i + line] for i in range(0, len(one), line))


def count_colours(pixels):
    return len(set(memoryview(pixels).cast('I')))


def processor_s(pid):
    """What the process and its threads have used, in seconds."""
    with open(f'/proc/{pid}/stat', encoding='ascii') as file:
        fields = file.read().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def pss_mib(pid):
    with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as file:
        for line in file:
            if line.startswith('Pss:'):
                return int(line.split()[1]) / 1024
    return 0.0


def start(screen, command):
    """Returns seconds to content, to the finished window, processor seconds until then, MiB."""
    empty = last = screen.look()
    begin = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    content = changed = None
    used = 0.0
    try:
        while changed is None or time.monotonic() - changed < QUIET_S or content is None:
            time.sleep(LOOK_AGAIN_S)
            if program.poll() is not None or time.monotonic() - begin > PATIENCE_S:
                sys.exit(f'{command[0]} shows nothing')
            pixels = screen.look()
            if pixels == last or count_lines(pixels, last) < LEAST_LINES:
                continue
            last = pixels
            changed = time.monotonic()
            used = processor_s(program.pid)
            if content is None and count_colours(pixels) >= CONTENT_COLOURS:
                content = changed - begin
        memory = pss_mib(program.pid)
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()
    while screen.look() != empty:
        time.sleep(LOOK_AGAIN_S)
    return content, changed - begin, used, memory


def main():
    rounds = int(sys.argv[1])
    programs = [argument.split('=', 1) for argument in sys.argv[2:]]
    screen = Screen()
    results = {name: [] for name, _ in programs}
    for number in range(rounds + 1):
        for name, command in programs:
            result = start(screen, shlex.split(command))
            if number > 0:  # the first round fills the caches of the disk
                results[name].append(result)

    print('| | content | finished | processor time | memory (PSS) |\n|---|---|---|---|---|')
    for name, rows in results.items():
        content, finished, used, memory = (statistics.median(column) for column in zip(*rows))
        print(f'| {name} | {content:.2f} s | {finished:.2f} s | {used:.2f} s | {memory:.0f} MiB |')


if __name__ == '__main__':
    main()

"""Fingers on the touchscreen and the touchpad of `with-display --touch`.

They are devices of Xorg's driver "inputtest", which is told over a socket what happens to it; its
protocol is that of <xorg/xf86-input-inputtest-protocol.h>, in the machine's own byte order.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import socket
import struct

from driver import PATIENCE, xdotool

PROTOCOL = (1, 1)

# What is sent: the kinds of message.
CLIENT_VERSION, WAIT_FOR_SYNC, MOTION = 0, 1, 2
TOUCH, PINCH = 6, 7

# What is answered.
SERVER_VERSION, SYNC_FINISHED = 0, 1

# The X Input extension's numbers for the phases of a touch and of a pinch.
TOUCH_BEGIN, TOUCH_UPDATE, TOUCH_END = 18, 19, 20
PINCH_BEGIN, PINCH_UPDATE, PINCH_END = 27, 28, 29

MAX_AXES = 64
AXIS_X, AXIS_Y, AXIS_SCROLL_X, AXIS_SCROLL_Y = range(4)

# A touchscreen's axes go from 0 to this from edge to edge.
TOUCH_MAX = 0xffff

# So many units of a scroll axis are what a notch of a wheel is.
NOTCH = 120

HEADER = struct.Struct('@Ii')


def axes(values):
    """The message's part that says which axes have which values."""
    mask = sum(1 << axis for axis in values)
    numbers = [values.get(axis, 0.0) for axis in range(MAX_AXES)]
    return struct.pack(f'@I8s{MAX_AXES}d{MAX_AXES}d', False, mask.to_bytes(8, 'little'),
                       *numbers, *numbers)


class Device:
    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(str(pathlib.Path(os.environ['LEGATO_TEST_DEVICES']) / name))
        self.tell(self.message(CLIENT_VERSION, struct.pack('@HH', *PROTOCOL)))
        assert self.read_answer(SERVER_VERSION)[:4] == struct.pack('@HH', *PROTOCOL)

    @staticmethod
    def message(kind, body=b''):
        return HEADER.pack(HEADER.size + len(body), kind) + body

    def tell(self, *messages):
        self.socket.sendall(b''.join(messages))

    def tell_and_wait(self, *messages):
        """All at once, so that no time passes in between; returns when they have happened."""
        self.tell(*messages, self.message(WAIT_FOR_SYNC))
        self.read_answer(SYNC_FINISHED)

    def read(self, size):
        data = b''
        while len(data) < size:
            part = self.socket.recv(size - len(data))
            assert part, 'the device is gone'
            data += part
        return data

    def read_answer(self, expected):
        length, kind = HEADER.unpack(self.read(HEADER.size))
        assert kind == expected, kind
        return self.read(length - HEADER.size)


class Touchscreen(Device):
    """Places are pixels of the screen."""

    def __init__(self):
        super().__init__('touchscreen')
        self.size = tuple(map(int, xdotool('getdisplaygeometry').split()))
        self.at = {}

    def touch(self, phase, finger, place):
        values = {axis: (at + 0.5) / size * TOUCH_MAX
                  for axis, at, size in zip((AXIS_X, AXIS_Y), place, self.size)}
        # Between the two numbers and the axes, which are aligned to 8 bytes, lies nothing.
        return self.message(TOUCH, struct.pack('@II', finger, phase) + axes(values))

    def put(self, *places):
        """Lays a finger onto each place."""
        self.at = {}
        for place in places:
            self.add(place)

    def add(self, place):
        """Lays one more finger onto the screen."""
        finger = len(self.at)
        self.at[finger] = place
        self.tell_and_wait(self.touch(TOUCH_BEGIN, finger, place))

    def move(self, *places, steps=8):
        """Moves the fingers in straight lines, to one place each."""
        start = self.at
        for step in range(1, steps + 1):
            self.at = {finger: tuple(a + (b - a) * step / steps for a, b in zip(start[finger], to))
                       for finger, to in enumerate(places)}
            for finger, place in self.at.items():
                self.tell_and_wait(self.touch(TOUCH_UPDATE, finger, place))

    def lift(self, *fingers):
        """Lifts these fingers, or all."""
        for finger in fingers or tuple(self.at):
            self.tell_and_wait(self.touch(TOUCH_END, finger, self.at.pop(finger)))

    def tap(self, place, times=1):
        self.tell_and_wait(*[self.touch(TOUCH_BEGIN, 0, place),
                             self.touch(TOUCH_END, 0, place)] * times)


class Mouse(Device):
    """What it does happens where the pointer is."""

    def __init__(self, name='mouse'):
        super().__init__(name)

    def scroll(self, x, y):
        """@x, @y: in notches of a wheel, of which there are parts, too. After another device has
        moved the pointer a program takes the first time for where this one's wheel stands."""
        values = {AXIS_SCROLL_X: x * NOTCH, AXIS_SCROLL_Y: y * NOTCH}
        self.tell_and_wait(self.message(MOTION, struct.pack('@I4x', False) + axes(values)))


class Touchpad(Mouse):
    def __init__(self):
        super().__init__('touchpad')

    def pinch(self, *scales):
        """Two fingers move apart to so many times their first distance, then are lifted."""
        phases = [(PINCH_BEGIN, 1.0), *((PINCH_UPDATE, scale) for scale in scales),
                  (PINCH_END, scales[-1])]
        for phase, scale in phases:
            self.tell_and_wait(self.message(PINCH, struct.pack('@HHI6d', phase, 2, 0, 0, 0, 0, 0,
                                                              scale, 0)))

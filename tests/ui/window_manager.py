"""The little of a window manager that a full screen needs: a window that asks for it, or asks to
leave it, is given that place. Runs until it is ended; prints a line when it listens.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import ctypes.util

CLIENT_MESSAGE = 33
SUBSTRUCTURE_NOTIFY = 1 << 19
PROPERTY_REPLACE = 0
ATOM = 4
REMOVE, ADD, TOGGLE = range(3)


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, of format 32."""
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('window', ctypes.c_ulong),
                ('message_type', ctypes.c_ulong), ('format', ctypes.c_int),
                ('data', ctypes.c_long * 5)]


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('client', ClientMessage), ('room', ctypes.c_long * 24)]


class Geometry(ctypes.Structure):
    _fields_ = [('x', ctypes.c_int), ('y', ctypes.c_int), ('width', ctypes.c_uint),
                ('height', ctypes.c_uint)]


def main():
    x11 = ctypes.CDLL(ctypes.util.find_library('X11') or 'libX11.so.6')
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = x11.XDefaultRootWindow(display)
    state = x11.XInternAtom(display, b'_NET_WM_STATE', 0)
    full = x11.XInternAtom(display, b'_NET_WM_STATE_FULLSCREEN', 0)
    before = {}

    def get_geometry(window):
        place = Geometry()
        ignored = ctypes.c_ulong()
        number = ctypes.c_uint()
        x11.XGetGeometry(display, ctypes.c_ulong(window), ctypes.byref(ignored),
                         ctypes.byref(place, 0), ctypes.byref(place, 4), ctypes.byref(place, 8),
                         ctypes.byref(place, 12), ctypes.byref(number), ctypes.byref(number))
        return place

    def place_window(window, place, states):
        atoms = (ctypes.c_long * 1)(full)
        x11.XChangeProperty(display, ctypes.c_ulong(window), ctypes.c_ulong(state),
                            ctypes.c_ulong(ATOM), 32, PROPERTY_REPLACE, atoms, states)
        x11.XMoveResizeWindow(display, ctypes.c_ulong(window), place.x, place.y, place.width,
                              place.height)
        x11.XFlush(display)

    x11.XSelectInput(display, ctypes.c_ulong(root),
                     ctypes.c_long(SUBSTRUCTURE_NOTIFY))
    event = Event()
    print('ready', flush=True)
    while True:
        x11.XNextEvent(display, ctypes.byref(event))
        message = event.client
        if (event.type != CLIENT_MESSAGE or message.message_type != state
                or full not in (message.data[1], message.data[2])):
            continue
        window = message.window
        wanted = message.data[0] == ADD or (message.data[0] == TOGGLE and window not in before)
        if wanted and window not in before:
            before[window] = get_geometry(window)
            place_window(window, get_geometry(root), 1)
        elif not wanted and window in before:
            place_window(window, before.pop(window), 0)


main()

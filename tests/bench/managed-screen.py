#!/usr/bin/env python3
# managed-screen.py: runs a program on a screen that seems to have a window manager
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: managed-screen.py PROGRAM [ARGUMENT...]

Where no window says that it is the manager's, GTK asks the X server for one several times a frame,
which no desktop pays for."""
import ctypes
import subprocess
import sys

XA_WINDOW = 33

x11 = ctypes.CDLL('libX11.so.6')
x11.XOpenDisplay.restype = ctypes.c_void_p
for function in (x11.XDefaultRootWindow, x11.XCreateSimpleWindow, x11.XInternAtom):
    function.restype = ctypes.c_ulong

display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
window = ctypes.c_ulong(x11.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, 0, 0))
check = ctypes.c_ulong(x11.XInternAtom(display, b'_NET_SUPPORTING_WM_CHECK', 0))
value = (ctypes.c_ulong * 1)(window.value)
for told in (root, window):
    x11.XChangeProperty(display, told, check, ctypes.c_ulong(XA_WINDOW), 32, 0, value, 1)
x11.XSync(display, 0)
sys.exit(subprocess.call(sys.argv[1:]))

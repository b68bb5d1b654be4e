"""A picture of a window as a desktop with a compositor shows it: with round corners and its shadow.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import pathlib
import struct
import zlib

ATOM, WINDOW = 4, 33  # XA_ATOM, XA_WINDOW
ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2


class XImage(ctypes.Structure):
    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                ('format', ctypes.c_int), ('data', ctypes.POINTER(ctypes.c_char)),
                ('byte_order', ctypes.c_int), ('bitmap_unit', ctypes.c_int),
                ('bitmap_bit_order', ctypes.c_int), ('bitmap_pad', ctypes.c_int),
                ('depth', ctypes.c_int), ('bytes_per_line', ctypes.c_int)]


class Compositor:
    """As long as it is there, programs believe that their windows are composited, and draw shadows."""

    def __init__(self):
        self.x11 = x11 = ctypes.CDLL('libX11.so.6')
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
        x11.XCreateSimpleWindow.restype = ctypes.c_ulong
        x11.XGetImage.restype = ctypes.POINTER(XImage)
        self.display = ctypes.c_void_p(x11.XOpenDisplay(None))
        root = ctypes.c_ulong(x11.XDefaultRootWindow(self.display))
        owner = ctypes.c_ulong(x11.XCreateSimpleWindow(
            self.display, root, 0, 0, 1, 1, 0, ctypes.c_ulong(0), ctypes.c_ulong(0)))
        x11.XSetSelectionOwner(self.display, self._atom('_NET_WM_CM_S0'), owner, ctypes.c_ulong(0))
        for window in root, owner:
            self._set(window, '_NET_SUPPORTING_WM_CHECK', WINDOW, owner)
        self._set(root, '_NET_SUPPORTED', ATOM, self._atom('_GTK_FRAME_EXTENTS'))
        x11.XSync(self.display, 0)

    def _atom(self, name):
        return ctypes.c_ulong(self.x11.XInternAtom(self.display, name.encode(), 0))

    def _set(self, window, name, kind, value):
        self.x11.XChangeProperty(self.display, window, self._atom(name), ctypes.c_ulong(kind), 32, 0,
                                 ctypes.byref(value), 1)

    def save(self, window, width, height, path):
        """Writes a PNG file of the window, whose size is told."""
        image = self.x11.XGetImage(self.display, ctypes.c_ulong(int(window)), 0, 0, width, height,
                                   ALL_PLANES, Z_PIXMAP)
        assert image and image.contents.depth == 32, 'the window has no transparent corners'
        line = image.contents.bytes_per_line
        pixels = ctypes.string_at(image.contents.data, line * height)
        rows = bytearray()
        for y in range(height):
            rows.append(0)  # no filter
            row = pixels[y * line:y * line + width * 4]
            for blue, green, red, alpha in struct.iter_unpack('4B', row):
                # The screen has colours that are multiplied by their alpha, a file has not.
                if alpha not in (0, 255):
                    red, green, blue = (min(255, part * 255 // alpha) for part in (red, green, blue))
                rows += bytes((red, green, blue, alpha))

        def chunk(name, data):
            return (struct.pack('>I', len(data)) + name + data
                    + struct.pack('>I', zlib.crc32(name + data)))
        pathlib.Path(path).write_bytes(
            b'\x89PNG\r\n\x1a\n'
            + chunk(b'IHDR', struct.pack('>2I5B', width, height, 8, 6, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(bytes(rows), 9)) + chunk(b'IEND', b''))

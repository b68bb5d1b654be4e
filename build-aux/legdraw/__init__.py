# legdraw: the drawing of the leg map, from named outlines to SVG
#
# SPDX-License-Identifier: GPL-3.0-or-later

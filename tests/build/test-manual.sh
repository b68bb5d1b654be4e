#!/bin/sh
# test-manual.sh PAGE: fails where the manual page has something that groff warns of.
# SPDX-License-Identifier: GPL-3.0-or-later
warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 MANROFFSEQ='' man --warnings -E UTF-8 -l "$1" 2>&1 >/dev/null)
[ -z "$warnings" ] || { echo "$warnings" >&2; exit 1; }

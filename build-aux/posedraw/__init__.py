# posedraw: the drawings of whole people in resources/positions
#
# SPDX-License-Identifier: GPL-3.0-or-later

# poses.py: every position by its name
#
# SPDX-License-Identifier: GPL-3.0-or-later
from . import alone, together

POSES = {**alone.POSES, **together.POSES}

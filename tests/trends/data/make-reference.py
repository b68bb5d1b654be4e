#!/usr/bin/env python3
# make-reference.py: figures of SciPy 1.10.1 and R for the tests of the statistics
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: make-reference.py > reference.ini

Not part of the build. The file in the tree was made on Debian 12 by Python 3.11 with SciPy 1.10.1
and R 4.2.2:
  [median-*]   the order statistics whose ranks R's qbinom and pbinom give (Conover 1980, 3.2)
  [quartile-*] R's quantile (type = 7)
  [slope-*]    scipy.stats.theilslopes (method='separate')
  [shuffle-*]  scipy.stats.permutation_test over all arrangements: of one block that was balanced
               (permutation_type='independent'), or of signs (permutation_type='samples')"""
import random
import subprocess

import numpy
from scipy import stats

random.seed(20261129)


def r(code):
    return subprocess.run(['Rscript', '-'], input=f'options(digits=15)\ncat({code})', check=True,
                          capture_output=True, text=True).stdout.split()


def vector(values):
    return 'c(' + ',\n'.join(str(v) for v in values) + ')'


def put(name, **fields):
    print(f'[{name}]')
    for key, value in fields.items():
        text = ';'.join(map(str, value)) + ';' if isinstance(value, (list, tuple)) else value
        print(f'{key.replace("_", "-")}={text}')
    print()


def main():
    print('# Made by make-reference.py, which says how.\n# SPDX-License-Identifier: GPL-3.0-or-later\n')
    samples = {
        'six': [0, 1, 3, 5, 8, 9], 'seven': [2, 2, 3, 3, 3, 7, 10], 'equal': [4] * 9,
        'two-values': [0] * 8 + [10] * 7, 'twelve': [6, 5, 5, 4, 6, 3, 2, 4, 3, 3, 1, 2],
        'thirty': [random.randint(0, 10) for _ in range(30)],
        'hundred': [random.randint(0, 10) for _ in range(100)],
        'many': [random.randint(0, 10) for _ in range(5000)],
        'fine': [round(random.gauss(5, 2), 3) for _ in range(41)],
    }
    for name, x in samples.items():
        n = len(x)
        rank = int(r(f'qbinom(0.025, {n}, 0.5)')[0])
        confidence = r(f'1 - 2 * pbinom({rank - 1}, {n}, 0.5)')[0]
        put(f'median-{name}', values=x, median=float(numpy.median(x)), lower=sorted(x)[rank - 1],
            upper=sorted(x)[n - rank], confidence=confidence)
        quartiles = r(f'quantile({vector(x)}, c(.25, .5, .75), type=7)')
        put(f'quartile-{name}', values=x, quartiles=quartiles)
    for name, n in {'three': 3, 'few': 8, 'ties': 25, 'many': 60}.items():
        x = [float(random.randint(0, 40)) for _ in range(n)]
        x[0], x[1] = 0.0, 41.0
        y = [float(min(10, max(0, round(6 - 0.08 * a + random.gauss(0, 1.5))))) for a in x]
        fit = stats.theilslopes(y, x, 0.95, method='separate')
        put(f'slope-{name}', x=x, y=y, slope=float(fit.slope))

    def mean_difference(a, b, axis):
        return numpy.mean(a, axis=axis) - numpy.mean(b, axis=axis)

    def mean(d, axis):
        return numpy.mean(d, axis=axis)

    # Supposed effects at which both tails are given.
    effects = [k / 4 for k in range(-20, 21)]

    def tails(groups, statistic, kind, signs):
        """The share of arrangements that lie as low, and as high, as the one that was, if what was
        treated differs by each of the effects."""
        result = {'effects': effects}
        for tail in ('less', 'greater'):
            result[tail] = [float(stats.permutation_test(
                tuple(numpy.array(g) - s * e for g, s in zip(groups, signs)), statistic,
                permutation_type=kind, vectorized=True, n_resamples=numpy.inf,
                alternative=tail).pvalue) for e in effects]
        return result

    for name, n, shift in (('seven', 7, 2), ('eight', 8, 0), ('ten', 10, 1), ('eleven', 11, -2)):
        left = n // 2
        changes = [random.randint(-3, 3) for _ in range(n)]
        sides = [1] * left + [-1] * (n - left)
        random.shuffle(sides)
        changes = [c + s * shift for c, s in zip(changes, sides)]
        groups = [[c for c, s in zip(changes, sides) if s == side] for side in (1, -1)]
        put(f'shuffle-block-{name}', changes=changes, sides=sides,
            **tails(groups, mean_difference, 'independent', (1, -1)))
    for name, differences in {'six': [-2, -1, -3, -2, -4, -1], 'equal': [0] * 7,
                              'ties': [-2, -2, 1, 0, -2, 1, -3, 2, -1, -2],
                              'twelve': [random.randint(-4, 3) for _ in range(12)]}.items():
        put(f'shuffle-sign-{name}', differences=differences, **tails([differences], mean, 'samples', (1,)))


if __name__ == '__main__':
    main()

"""The gradient as a sum in which the samples count differently: some not at all, or those of a small batch more."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from crosscheck.ball import Array
from crosscheck.regular.seen import CLOSE, Seen, near

MORE = 2.0  # times as many numbers as samples, at least: fewer would fit by chance
FEW = 3  # distinct weights
DENOMINATOR = 400


def samples_weighted(cases: Sequence[Seen]) -> str | None:
    """How much each sample counts, where that is all that is wrong: in every gradient, or in those of W alone."""
    return weighted(cases, "Wb", "every gradient") or weighted(cases, "W", "dW")


def weighted(cases: Sequence[Seen], kinds: str, what: str) -> str | None:
    """The same of some gradients; the others have to be right."""
    found: list[tuple[Seen, Array]] = []
    for s in cases:
        names = [name for name in s.gradients if name[0] in kinds]
        if not set(s.wrong) <= set(names):
            return None
        if not s.wrong or s.case.n_samples < 2:
            continue
        if sum(s.gradients[name].size for name in names) < MORE * s.case.n_samples:
            continue
        weights = weights_of(s, names)
        if weights is None or len(distinct(weights)) > FEW:
            return None
        found.append((s, weights))
    if not found or all(np.ptp(w) <= CLOSE for _, w in found):
        return None
    s, weights = max(found, key=lambda f: (bool(np.ptp(f[1]) > CLOSE), f[0].case.n_samples))
    everywhere = f"; so in all {len(found)} cases in which it can be seen" if len(found) > 1 else ""
    return f"{what}: {in_words(weights)} (samples from 1 to {s.case.n_samples}, in {s.case.id}){everywhere}"


def weights_of(s: Seen, names: Sequence[str]) -> Array | None:
    """How much of each sample's own gradient is in the candidate's, (N,); None where nothing fits.

    One set of weights for all of these parameters. The fit has to be determined, and exact.
    """
    columns = np.column_stack([np.concatenate([per_sample(s, name, n).ravel() for name in names])
                               for n in range(s.case.n_samples)])  # fmt: skip
    target = np.concatenate([s.gradients[name].ravel() for name in names])
    weights, _, rank, sizes = np.linalg.lstsq(columns, target, rcond=1e-9)
    if rank < s.case.n_samples or sizes[-1] < 1e-6 * sizes[0]:
        return None
    return weights if near(columns @ weights, target) else None


def per_sample(s: Seen, name: str, n: int) -> Array:
    """One sample's part of a gradient."""
    i = int(name[1:])
    delta = s.right[f"dZ{i}"][n]
    if name[0] == "b":
        return np.asarray(delta)
    below = s.case.x if i == 1 else s.right[f"A{i - 1}"]
    return np.outer(delta, below[n])


def distinct(weights: Array) -> list[float]:
    """Its values, each once."""
    found: list[float] = []
    for w in sorted(float(w) for w in weights):
        if not found or w - found[-1] > CLOSE * max(1.0, abs(w)):
            found.append(w)
    return found


def in_words(weights: Array) -> str:
    """Only samples 10 and 11 of 11 count; or which count how much."""
    n, levels = len(weights), distinct(weights)
    groups = {level: [i for i, w in enumerate(weights, 1) if abs(w - level) <= CLOSE * max(1.0, abs(w))]
              for level in levels}  # fmt: skip
    zero = next((level for level in levels if abs(level) <= CLOSE), None)
    counting = [level for level in levels if level != zero]
    if zero is not None and len(counting) == 1:
        times = "" if abs(counting[0] - 1) <= CLOSE else f", each {fraction(counting[0])} times"
        mine = groups[counting[0]]
        one = len(mine) == 1
        return f"only sample{'' if one else 's'} {spans(mine)} of {n} count{'s' if one else ''}{times}"
    parts = [f"{spans(groups[level])} count {fraction(level)} times" for level in levels]
    return f"the samples do not count alike: {', '.join(parts)}{as_means(groups, n)}"


def as_means(groups: dict[float, list[int]], n: int) -> str:
    """Where samples that follow each other make up batches that each count as much as the others."""
    for k in range(2, n + 1):
        parts = [len(p) for p in np.array_split(np.arange(n), k)]
        for lengths in (parts, pieces(n, k)):
            expected = np.concatenate([np.full(m, n / (len(lengths) * m)) for m in lengths])
            mine = np.empty(n)
            for level, members in groups.items():
                mine[np.array(members) - 1] = level
            if len(set(lengths)) > 1 and np.allclose(mine, expected, rtol=0, atol=1e-7):
                sizes = ", ".join(map(str, lengths))
                return (
                    f": the mean of the means of {len(lengths)} pieces of {sizes} samples, which are not equally large"
                )
    return ""


def pieces(n: int, size: int) -> list[int]:
    """Batches of one size, the last of what is left."""
    return [min(size, n - start) for start in range(0, n, size)]


def spans(numbers: Sequence[int]) -> str:
    """1-6 and 9."""
    runs: list[list[int]] = []
    for i in numbers:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    words = [str(r[0]) if len(r) == 1 else f"{r[0]}{' and ' if len(r) == 2 else '-'}{r[-1]}" for r in runs]
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def fraction(value: float) -> str:
    """11/12, where it is one of small numbers; else some digits."""
    f = Fraction(value).limit_denominator(DENOMINATOR)
    return str(f) if abs(float(f) - value) <= CLOSE * max(1.0, abs(value)) else f"{value:.6g}"

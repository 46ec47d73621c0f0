"""Steps that are all of one size: the first step of Adam, or of RMSprop, and not of SGD."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crosscheck.regular.seen import Seen
from crosscheck.steps import start

LIKE = 0.02  # of a step: eps and an early correction may move it that far
SHARE = 0.8  # of the elements: those of tiny gradients are smaller
FEWEST = 6  # elements of an array that tell
SPREAD = 0.2  # standard deviation over mean of the gradient's sizes: of gradients of one size it would be no sign


def steps_of_one_size(cases: Sequence[Seen]) -> str | None:
    """Whether every first update has the sign of the gradient and, in an array, one size, however large that is."""
    sizes: dict[str, float] = {}
    for s in cases:
        found = of_one_size(s)
        if found is None:
            return None
        sizes |= {name: c for name, c in found.items() if name not in sizes}
    if not sizes:
        return None
    as_lr = all(abs(c - 1) <= LIKE for c in sizes.values())
    times = "lr" if as_lr else f"a constant ({', '.join(f'{c:.3g} lr in {name}' for name, c in sizes.items())})"
    return (
        f"the first update is {times} times the sign of the gradient in nearly every element, however large the "
        "gradient is: as Adam's and RMSprop's. The update of another optimizer than SGD is not judged: show the "
        "gradients dW, db, and no parameters"
    )


def of_one_size(s: Seen) -> dict[str, float] | None:
    """W1, b1 ... -> the size of its step as a multiple of the learning rate; None where sizes or signs are others."""
    before, sizes = start(s.case), dict[str, float]()
    if s.case.lr == 0:
        return None
    for name in s.parameters:
        after, g = s.shown.get(f"{name}'"), np.asarray(s.right[f"d{name}"])
        telling = np.abs(g) > 1e-6 * np.max(np.abs(g), initial=0.0)
        if after is None or np.count_nonzero(telling) < FEWEST or np.std(np.abs(g)) < SPREAD * np.mean(np.abs(g)):
            continue
        step = ((before[name] - after) / s.case.lr * np.sign(g))[telling]
        c = float(np.median(step))
        if c <= 0 or np.mean(np.abs(step / c - 1) <= LIKE) < SHARE:
            return None
        sizes[name] = c
    return sizes or None

"""The synthetic grid: which problems the hand-written networks are run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.verify.comparison import Comparison, compared, compared_the_long_way
from crosscheck.verify.own import Own
from crosscheck.vocabulary import ACTIVATIONS, LAST_ACTIVATION, LOSSES

HIDDEN = tuple(a for a in ACTIVATIONS if a != "softmax")
SQUARES = tuple(name for name, kind in LOSSES.items() if kind.family == "squares")
THREE_LOSSES = ("mse", "bce_per_sample", "cross_entropy_per_sample")
DTYPES = ("float64", "float32")
# Pairwise coprime, N among them: a wrong transposition cannot even be multiplied.
SIZES = {1: (3, 2), 2: (3, 5, 2), 3: (3, 5, 7, 2), 4: (3, 5, 7, 11, 2)}
N = 13
# What an update does shows after one step, what it remembers after three.
OPTIMIZERS: tuple[dict[str, Any], ...] = (
    {"momentum": 0.9},
    {"momentum": 0.9, "nesterov": True, "weight_decay": 0.1},
    {"momentum": 0.9, "dampening": 0.5, "maximize": True},
    {"weight_decay": 0.1, "l2": 0.3, "bias": False},
    {"momentum": 0.5, "l2": 0.3, "l2_on": "all", "l2_scale": "per_sample"},
)


def grid_cases(seed: int, quick: bool = False) -> list[Case]:
    """Every case of the grid; quick: two layers, one loss of each family, double precision."""
    if quick:
        return [Case.draw(SIZES[2], N, activations=f, loss=loss, seed=seed) for f in HIDDEN for loss in THREE_LOSSES]
    return list(all_cases(seed))


def all_cases(seed: int) -> Iterator[Case]:
    """Activations × losses × depths × precisions; outputs × losses of squares; optimizers over three steps."""
    for f, loss, depth, dtype in product(HIDDEN, LOSSES, SIZES, DTYPES):
        # without a hidden layer there is only the output's activation, which bce and cross entropy fix
        fixed = LAST_ACTIVATION[LOSSES[loss].family]
        if depth == 1 and fixed != "identity" and f != HIDDEN[0]:
            continue
        last = f if depth == 1 and fixed == "identity" else fixed
        yield Case.draw(SIZES[depth], N, activations=[f] * (depth - 1) + [last], loss=loss, dtype=dtype, seed=seed)
    for loss, dtype in product(SQUARES, DTYPES):  # by softmax's full Jacobian
        yield Case.draw(SIZES[2], N, activations=["tanh", "softmax"], loss=loss, dtype=dtype, seed=seed)
    for i, (f, loss) in enumerate(product(HIDDEN, THREE_LOSSES)):
        for dtype in DTYPES:
            settings = OPTIMIZERS[i % len(OPTIMIZERS)]
            yield Case.draw(SIZES[3], N, activations=f, loss=loss, dtype=dtype, seed=seed, steps=3, **settings)


def over_grid(cases: Sequence[Case], networks: Sequence[Own]) -> Iterator[tuple[Comparison, ...]]:
    """Each case in every network; bce and cross entropy by their joint gradient, and the long way if it has one."""
    for case in cases:
        truth = run_reference(case)
        found = [compared(n, case, truth) for n in networks]
        if LOSSES[case.loss].family != "squares":
            found += [compared_the_long_way(n, case, truth) for n in networks if n.the_long_way is not None]
        yield tuple(found)

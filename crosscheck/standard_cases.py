"""The cases that `check` runs: chosen so that nothing passes by luck, and that every factor has one name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.random import RandomState

from crosscheck.case import Case
from crosscheck.declaration import MOMENTUM_STEPS, UNKNOWN, Declaration
from crosscheck.draw import draw
from crosscheck.vocabulary import KINKED, LAST_ACTIVATION, LOSSES, name_and_parameter


@dataclass(frozen=True)
class Outline:
    """One case before the network is known: widths to choose from, N, and what is special about it.

    Widths are pairwise coprime, and coprime to N, but where a coincidence is the point; none of them is 2, under which
    a mean over two outputs and a factor of a half would be one.
    """

    n_in: int
    hidden: tuple[int, ...]
    n_out: int
    n_samples: int
    lr: float = 0.125
    steps: int = 1
    inputs: str = "random"
    deep: bool = False  # also with one hidden layer more, where the depth is free


OUTLINES = (
    Outline(5, (7, 8, 13, 17), 3, 11, deep=True),
    Outline(4, (9, 11, 13, 17), 5, 7, lr=0.25, deep=True),
    Outline(4, (7, 9, 11, 13), 1, 5, lr=0.25),
    # square layers: a transposed weight still fits, and with three layers another layer's weights do
    Outline(5, (5, 5, 5, 5), 3, 4, steps=2, deep=True),
    Outline(4, (5, 7, 11, 13), 3, 5, inputs="scaled"),  # N equal to a width; x far from one, as pixels are
    Outline(4, (7, 5, 11, 13), 3, 1),
    Outline(4, (5, 7, 11, 13), 3, 7, inputs="zeros"),
    Outline(4, (5, 7, 11, 13), 3, 11, inputs="saturated"),
    # the fourth gradient is the first that shows a velocity made of the gradient before
    Outline(4, (7, 9, 11, 13), 3, 5, steps=4, deep=True),
)
# what the others lack: exact zeros in x and among the targets, a hidden layer of one, a learning rate that is no power
# of two; N is the largest
LIKE_IMAGES = Outline(6, (1, 7, 11, 13), 5, 13, lr=0.3, inputs="pixels")
IN_TURN = Outline(4, (5, 7, 11, 13), 3, 4)  # sample after sample, for networks that take one at a time


def standard_cases(
    declaration: Declaration, *, dtype: str | None = None, seed: int = 0, steps: int | None = None
) -> list[Case]:
    """The Cases for a network of this declaration; fixed widths, symbols and a fixed batch are respected.

    Args:
        declaration: what its adapter declares.
        dtype: float64 by default, in which every bound is far below the signal.
        seed: of the first case; each further one draws from the next.
        steps: as many in every case, in place of 1, and 3 where that is the point.
    """
    first, *deeper = declaration.depths
    outlines = [o for o in OUTLINES if o.inputs != "zeros" or is_kinked(declaration)]
    chosen = [(first, o) for o in outlines] + [(n, o) for n in deeper[:1] for o in outlines if o.deep]
    if declaration.one_at_a_time:
        chosen.append((first, IN_TURN))
    chosen.append((first, LIKE_IMAGES))
    cases: dict[Any, Case] = {}
    for i, (n_layers, outline) in enumerate(chosen):
        case = drawn(declaration, n_layers, outline, dtype or "float64", seed + i, steps)
        # with everything fixed, several outlines are one: a second draw of it adds nothing but another learning rate
        key = (case.sizes, case.n_samples, case.steps, case.inputs, case.lr)
        cases.setdefault(key, case)
    return list(cases.values())


def is_kinked(d: Declaration) -> bool:
    """Whether an activation has a kink, so that exact zeros matter."""
    return any(name_and_parameter(s)[0] in KINKED for s in d.activations_for(d.depths[0]))


def drawn(d: Declaration, n_layers: int, o: Outline, dtype: str, seed: int, steps: int | None) -> Case:
    """One case of an outline."""
    specs = d.activations_for(n_layers)
    n_samples = n_samples_of(d, o)
    sizes = widths(d, n_layers, o, n_samples)
    loss = d.losses[0]
    # x far from one makes the first step a huge one: nothing can be said of a second
    with_memory = d.settings["momentum"] and o.inputs != "scaled"
    n_steps = steps or (max(o.steps, MOMENTUM_STEPS) if with_memory else o.steps)
    return as_declared(
        d, sizes, n_samples, activations=specs, loss=loss, inputs=o.inputs, dtype=dtype, seed=seed,
        lr=d.lr or o.lr, steps=n_steps,
    )  # fmt: skip


def as_declared(d: Declaration, sizes: tuple[int, ...], n_samples: int, *, seed: int, **more: Any) -> Case:
    """A case with the declared settings, and with labels where the network needs them; `more` as in `draw`."""
    case = draw(sizes, n_samples, bias=d.bias, seed=seed, **more, **d.settings)
    kind = labels_needed(d)
    case = case.with_(y=labels(kind, n_samples, sizes[-1], seed)) if kind else case
    if d.conventions.targets == "class_index" and not d.one_at_a_time and not case.y[:, -1].any():
        return case.with_(y=with_last_class(case.y))
    return case


def with_last_class(y: Any) -> Any:
    """One-hot rows among which the last class is, in place of the highest: code that has only labels counts to that."""
    highest = np.flatnonzero(y.any(axis=0)).max()
    y = y.copy()
    y[:, [highest, -1]] = y[:, [-1, highest]]
    return y


def n_samples_of(d: Declaration, o: Outline) -> int:
    """N: fixed, one, or the outline's."""
    if d.batch is not None:
        return d.batch
    return 1 if d.one_at_a_time and o is not IN_TURN else o.n_samples


def widths(d: Declaration, n_layers: int, o: Outline, n_samples: int) -> tuple[int, ...]:
    """Widths of an outline, with what the network fixes; a softmax over one class, or its label, says nothing."""
    softmax = name_and_parameter(d.activations_for(n_layers)[-1])[0] == "softmax"
    least = 2 if softmax or d.conventions.targets in ("one_hot", "class_index") else 1
    n_out = 1 if d.one_output else o.n_out if o.n_out >= least else 3
    hidden = tuple(o.hidden[i % len(o.hidden)] for i in range(n_layers - 1))
    free = (o.n_in, *hidden, n_out)
    if d.sizes is None:
        return free
    meaning: dict[str, int] = {}
    fixed = {n for n in d.sizes if isinstance(n, int)}
    for i, symbol in enumerate(d.sizes):
        if isinstance(symbol, str) and symbol not in meaning:
            taken = {*meaning.values(), *fixed} | ({n_samples} if o is OUTLINES[0] else set())
            at_output_only = list(d.sizes).index(symbol) == len(d.sizes) - 1
            meaning[symbol] = distinct(free[i] if free[i] > 1 or at_output_only else 3, taken)
    return tuple(meaning[n] if isinstance(n, str) else n for n in d.sizes)


def distinct(n: int, taken: set[int]) -> int:
    """The number itself, or the first prime that is not taken; in a network of many widths, any number."""
    primes = (3, 5, 7, 2, 11, 13, 17, 19, 23, 29, 31, 37)
    return n if n not in taken else next(p for p in chain(primes, count(3)) if p not in taken)


def labels_needed(d: Declaration) -> str:
    """What the targets must be where the loss alone does not say it: "", "binary" or "one_hot"."""
    specs = d.activations_for(d.depths[0])
    output = name_and_parameter(specs[-1])[0]
    family = LOSSES[d.losses[0]].family
    if family == "cross_entropy":
        return ""
    if d.conventions.targets in ("one_hot", "class_index"):
        return "one_hot"
    # unknown: targets under which every loss of the bank that fits the output can be tried
    unknown = {LAST_ACTIVATION["bce"]: "binary", LAST_ACTIVATION["cross_entropy"]: "one_hot"}
    return unknown.get(output, "") if d.loss == UNKNOWN else ""


def labels(kind: str, n_samples: int, n_outputs: int, seed: int) -> Any:
    """(N, K) of zeros and ones; one-hot rows, or 0 and 1 alone where there is one output."""
    stream = RandomState(seed)
    if kind == "binary" or n_outputs == 1:
        flat = (np.arange(n_samples * n_outputs) + stream.randint(2)) % 2
        return stream.permutation(flat).reshape(n_samples, n_outputs).astype(np.float64)
    classes = stream.permutation((np.arange(n_samples) + stream.randint(n_outputs)) % n_outputs)
    return np.eye(n_outputs)[classes]

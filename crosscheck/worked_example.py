"""A worked example of a mistake: the smallest case of a ladder in which it changes a number, computed, not typed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, cycle, islice, pairwise, product
from typing import Any

import numpy as np

from crosscheck.ball import Array
from crosscheck.case import Case
from crosscheck.catalogue import text
from crosscheck.defects import Planted, by_id, plan_with
from crosscheck.steps import Formula, Step, plan, start
from crosscheck.vocabulary import Spec

# Sizes, samples and settings are tried in this order: fewer layers first, then fewer units, samples and steps.
SIZES = ((1, 1), (1, 2), (2, 2), (1, 1, 1), (1, 2, 1), (1, 2, 2), (2, 2, 2), (1, 1, 1, 1))
SAMPLES = (1, 2)
SETTINGS: tuple[dict[str, Any], ...] = (
    {},
    {"l2": 0.5},
    {"steps": 2},
    {"steps": 2, "momentum": 0.5},
    {"steps": 2, "momentum": 0.5, "nesterov": True},
    {"steps": 3, "momentum": 0.5},
    {"steps": 2, "momentum": 0.5, "dampening": 0.5},
    {"steps": 2, "momentum": 0.5, "l2": 0.5},
)
HIDDEN = ("sigmoid", "relu", "identity")
OUTPUTS = (("identity", "half_sse"), ("sigmoid", "half_sse"), ("sigmoid", "bce_sum"), ("softmax", "cross_entropy_sum"))
# The numbers, repeated as often as needed. With x = 1 the first pre-activation is 2, or negative, or an exact zero.
WEIGHTS = {"plain": (1.5, -1.0, 2.0, 0.3, -0.7, 0.5, -0.4), "negative": (-0.5, 1.0, 2.0, 0.3), "zero": (1.0, 2.0, -1.5)}
BIASES = {"plain": (0.5, -0.3, 0.1, 0.4), "negative": (-0.2, 0.3, 0.1), "zero": (-1.0, 0.5)}
X = (1.0, 2.0, -1.0, 3.0)
Y = (3.0, -1.0, 0.5, 4.0)
LR = 0.1
VISIBLE = 1e-12  # of the array's largest element: far above float64's rounding in networks this small


@dataclass(frozen=True)
class Example:
    """One mistake made in one small case, up to the first array that it changes.

    Attributes:
        case: the problem. planted: the mistake. name: the first array that differs.
        given: x, y and the parameters. inputs: what the right and the mistaken formula compute it from.
        right, mistaken: the array.
    """

    case: Case
    planted: Planted
    name: str
    given: Mapping[str, Array]
    inputs: Mapping[str, Array]
    right: Array
    mistaken: Array


class Read(dict[str, Any]):
    """An environment that notes which of its names are read."""

    def __init__(self, env: Mapping[str, Any]) -> None:
        super().__init__(env)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """As of a dict."""
        self.names.add(name)
        return super().get(name, default)


@cache
def example(mistake_id: str) -> Example | None:
    """The first case of the ladder in which the mistake shows; None for what only a probe can see."""
    if mistake_id not in by_id():
        return None
    return next(chain.from_iterable(shown_in(case, mistake_id) for case in ladder()), None)


def ladder() -> Iterator[Case]:
    """Small cases, the smallest first."""
    for sizes, n, settings in product(SIZES, SAMPLES, SETTINGS):
        for hidden, (output, loss), numbers in product(HIDDEN, OUTPUTS, WEIGHTS):
            if not ((len(sizes) == 2 and hidden != HIDDEN[0]) or (output == "softmax" and sizes[-1] == 1)):
                yield small_case(sizes, n, (*[hidden] * (len(sizes) - 2), output), loss, numbers, settings)


def small_case(
    sizes: tuple[int, ...], n: int, activations: tuple[Spec, ...], loss: str, numbers: str, settings: dict[str, Any]
) -> Case:
    """A case of numbers with one decimal."""
    w, b = cycle(WEIGHTS[numbers]), cycle(BIASES[numbers])
    return Case(
        sizes=sizes, activations=activations, loss=loss,
        x=taken(cycle(X), (n, sizes[0])), y=targets(loss, n, sizes[-1]),
        weights=tuple(taken(w, (m, k)) for k, m in pairwise(sizes)), biases=tuple(taken(b, (m,)) for m in sizes[1:]),
        lr=LR, **settings,
    )  # fmt: skip


def taken(stream: Iterator[float], shape: tuple[int, ...]) -> Array:
    """The next numbers, as an array."""
    return np.array(list(islice(stream, int(np.prod(shape))))).reshape(shape)


def targets(loss: str, n: int, k: int) -> Array:
    """Numbers for the squares, ones and zeros in turn for bce, one-hot rows for cross_entropy."""
    if loss.startswith("bce"):
        return taken(cycle((1.0, 0.0)), (n, k))
    if loss.startswith("cross_entropy"):
        return np.asarray(np.eye(k)[np.arange(n) % k])
    return taken(cycle(Y), (n, k))


def shown_in(case: Case, mistake_id: str) -> Iterator[Example]:
    """The mistake in each of its forms, or in the one that its text asks for, where it changes a number of the case."""
    form = text(mistake_id).example
    for layer in range(1, case.n_layers + 1):
        for variant in by_id()[mistake_id].variants(case, layer):
            if form and variant.label != form:
                continue
            found = first_difference(case, Planted(mistake_id, layer, variant.label))
            if found is not None:
                yield found


def first_difference(case: Case, planted: Planted) -> Example | None:
    """Run the table of steps with and without the mistake, up to the first array that differs."""
    env: dict[str, Any] = dict(start(case))
    given = dict(env)
    for right, wrong in zip(plan(case), plan_with(case, [planted]), strict=True):
        a, b = evaluated(right, env), evaluated(wrong, env)
        if differ(a, b):
            names = {
                k for f in (right.formula, wrong.formula) for k in read_by(f, env) & env.keys() if matters(f, env, k)
            }
            return Example(case, planted, right.name, given, {k: env[k] for k in env if k in names}, a, b)
        env[right.name] = a
    return None


def evaluated(step: Step, env: Mapping[str, Any]) -> Array:
    """A step's value on plain arrays."""
    with np.errstate(all="ignore"):
        return np.asarray(step.formula(env))


def read_by(formula: Formula, env: Mapping[str, Any]) -> set[str]:
    """The names that a formula reads."""
    seen = Read(env)
    with np.errstate(all="ignore"):
        formula(seen)
    return seen.names


def matters(formula: Formula, env: Mapping[str, Any], name: str) -> bool:
    """Whether a formula does something with a name that it reads: W is read for a decay that may be zero."""
    others = [{**env, name: other} for other in (-1 - env[name], 3 * env[name] + 5, np.nan * env[name])]
    with np.errstate(all="ignore"):
        as_it_is = np.asarray(formula(env))
        return any(not np.array_equal(as_it_is, np.asarray(formula(other))) for other in others)


def differ(a: Array, b: Array) -> bool:
    """Whether two finite arrays differ by more than rounding."""
    return bool(np.all(np.isfinite(b)) and np.max(np.abs(a - b)) > VISIBLE * np.max(np.abs([a, b])))


__all__ = ["Example", "example", "first_difference", "ladder"]

"""A candidate's gradients against central differences of its own loss: is its way back that of its own way forward?

The other judges ask whether the reference is right. This one asks for something else, where a candidate computes
another function than the declared one and no known mistake accounts for it: a skip connection, say. Its gradients must
then differ from the reference's, and may be right all the same: right for its own loss. That loss is moved through
`build`, with other parameters and one step; nothing of the reference's is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.recovered import recovered_gradients
from crosscheck.steps import decay, penalised
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Array = NDArray[Any]
RunMore = Callable[["Case"], "Run | None"]

REACH = (1e-3, 1e-4, 1e-5)  # how far a parameter array is moved in all, at its largest element
AGREES_TO = 1e-6  # of Σ|gᵢdᵢ|, beside what the differences themselves leave open
DIFFERS_FROM = 1e-3
OPEN = 1e-4  # a difference that is not known better than that says nothing
ARRAYS = 6  # of a deep network, the last ones: each costs two runs for each reach
SAME_LOSS = 1e-7


@dataclass(frozen=True)
class OwnLoss:
    """What came out.

    Attributes:
        forward_is_declared: whether the candidate's output (or loss) is that of the declared network. Then its
            gradients are held against the reference's already, and not judged here.
        agree: parameters whose gradient is that of the candidate's own loss.
        disagree: those of which it is not.
        worst: of the latter (parameter, slope of the loss, slope by the gradient), where they are furthest apart.
    """

    forward_is_declared: bool
    agree: tuple[str, ...]
    disagree: tuple[str, ...]
    worst: tuple[str, float, float] | None = None


def judge_own_loss(run: Run, run_more: RunMore) -> OwnLoss | None:
    """Hold a candidate's gradients against differences of its own loss, along one random direction for each parameter.

    Args:
        run: what it showed of a case.
        run_more: runs it on a further case.

    Returns:
        None where nothing can be said: neither loss nor output is shown, no gradient is known, a number is coarser
        than float64, or the loss that is shown is that after the update. That a gradient is not that of the loss is
        not said where the loss may have been shown without its L2 term.
    """
    case = run.case.with_(steps=1)
    here = own_loss(run)
    gradients = own_gradients(run)
    if here is None or not gradients or case.dtype != "float64" or not np.isfinite(here):
        return None
    if forward_is_declared(run, here):
        return OwnLoss(True, (), ())
    before = before_the_update(case, here, run_more)
    if before is False:
        return None
    agree, disagree = [], []
    worst, furthest = None, 0.0
    for name in list(gradients)[-ARRAYS:]:
        g = gradients[name]
        direction = random_direction(case, name, g.shape)
        slope, left_open = difference(case, name, direction, run_more)
        own, size = float(np.sum(g * direction)), float(np.sum(np.abs(g * direction)))
        apart = abs(slope - own)
        if not np.isfinite(apart) or left_open > OPEN * size:
            continue
        if apart <= 10 * left_open + AGREES_TO * size:
            agree.append(name)
        elif apart > DIFFERS_FROM * size + 100 * left_open and before and not (case.l2 and "loss" in run.canonical):
            disagree.append(name)
            if apart / size > furthest:
                worst, furthest = (name, slope, own), apart / size
        else:
            return None
    if not agree and not disagree:
        return None
    return OwnLoss(False, tuple(agree), tuple(disagree), worst)


def said_of(found: OwnLoss) -> str:
    """One or two sentences; "" where the forward is the declared one: then nothing is new."""
    if found.forward_is_declared:
        return ""
    other = "another function than declared (a skip connection, a normalisation, another activation or loss?)"
    if not found.disagree:
        return (
            f"your gradients are those of your own loss, by central differences of it ({joined(found.agree)}): the way "
            f"back is right for what your way forward computes, which is {other}"
        )
    assert found.worst is not None
    name, slope, own = found.worst
    right = f", that of {joined(found.agree)} {'is' if len(found.agree) == 1 else 'are'}" if found.agree else ""
    return (
        f"two things: your way forward is {other}; and your gradient of {joined(found.disagree)} is not that of your "
        f"own loss, by central differences of it{right} (along one direction of {name} the loss has the slope "
        f"{slope:.6g}, by your gradient it would have {own:.6g})"
    )


def own_loss(run: Run | None) -> float | None:
    """The loss that a candidate shows, or else the declared loss of the output that it shows; None without both."""
    if run is None or run.failure is not None:
        return None
    shown = run.canonical.get("loss")
    if shown is not None:
        return float(shown)
    output = run.canonical.get("output")
    return None if output is None else loss_of_output(run.case, np.asarray(output, dtype=np.float64))


def loss_of_output(case: Case, p: Array) -> float:
    """The declared loss of an output, its L2 term included."""
    kind, y = LOSSES[case.loss], np.asarray(case.y, dtype=np.float64)
    with np.errstate(all="ignore"):
        if kind.family == "squares":
            total = np.sum((p - y) ** 2)
        elif kind.family == "cross_entropy":
            total = -np.sum(np.where(y > 0, y * np.log(p), 0))
        else:
            total = -np.sum(np.where(y > 0, y * np.log(p), 0) + np.where(y < 1, (1 - y) * np.log1p(-p), 0))
    squares = [np.sum(np.square(a)) for p in penalised(case) for a in (case.weights if p == "W" else case.biases or ())]
    return float(kind.coefficient(case.n_samples, case.n_outputs) * total + decay(case) / 2 * np.sum(squares))


def own_gradients(run: Run) -> dict[str, Array]:
    """W1, b1 ... -> the gradient that is shown of it, or recovered from the first update."""
    recovered = recovered_gradients(run)
    found: dict[str, Array] = {}
    for i in range(1, run.case.n_layers + 1):
        for p in ("W", "b") if run.case.biases is not None else ("W",):
            shown = run.canonical.get(f"d{p}{i}")
            if shown is not None:
                found[f"{p}{i}"] = np.asarray(shown, dtype=np.float64)
            elif f"d{p}{i}" in recovered:
                found[f"{p}{i}"] = np.asarray(recovered[f"d{p}{i}"].v)
    return {name: g for name, g in found.items() if np.all(np.isfinite(g))}


def before_the_update(case: Case, here: float, run_more: RunMore) -> bool | None:
    """Whether the loss is that of the parameters handed over: one after the update moves with the learning rate.

    None where that cannot be told, as with a learning rate of the network's own; then only agreement counts.
    """
    other = run_more(case.with_(lr=case.lr / 2))
    value = own_loss(other)
    if other is None or value is None:
        return False
    if abs(value - here) > SAME_LOSS * abs(here):
        return False
    return None if other.case.lr == case.lr else True


def difference(case: Case, name: str, direction: Array, run_more: RunMore) -> tuple[float, float]:
    """The slope of the candidate's loss along a direction, and what it leaves open: the best of three reaches.

    A kink, or a coarse loss, spoils some of them; the two neighbours that agree best are believed.
    """
    slopes = []
    for h in REACH:
        up, down = (own_loss(run_more(moved(case, name, s * h * direction))) for s in (1, -1))
        if up is None or down is None:
            return float("nan"), float("inf")
        slopes.append((up - down) / (2 * h))
    apart = [abs(b - a) for a, b in pairwise(slopes)]
    best = int(np.argmin(apart))
    return slopes[best + 1], apart[best]


def moved(case: Case, name: str, by: Array) -> Case:
    """The case with one parameter moved."""
    at = int(name[1:]) - 1
    arrays = list(case.weights if name[0] == "W" else case.biases or ())
    arrays[at] = arrays[at] + by
    changed: Mapping[str, Any] = {"weights" if name[0] == "W" else "biases": tuple(arrays)}
    return case.with_(**changed, inputs="data", seed=None)


def random_direction(case: Case, name: str, shape: tuple[int, ...]) -> Array:
    """Of both signs, between ½ and 1; the same for the same case and name."""
    random = np.random.RandomState((case.seed or 0) + sum(map(ord, name)))
    return np.asarray(random.choice([-1.0, 1.0], shape) * random.uniform(0.5, 1, shape))


def forward_is_declared(run: Run, here: float) -> bool:
    """Whether the candidate's output, or where it is not shown its loss, is that of the declared network."""
    truth = values(run.case)
    shown = run.canonical.get("output")
    if shown is not None and shown.shape == truth["output"].shape:
        return bool(np.max(np.abs(shown - truth["output"])) <= SAME_LOSS * np.max(np.abs(truth["output"])))
    return bool(abs(here - float(truth["loss"])) <= SAME_LOSS * abs(float(truth["loss"])))


def joined(names: tuple[str, ...]) -> str:
    """W1, W2 and b2."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last

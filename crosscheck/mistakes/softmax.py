"""A softmax whose maximum does not cancel: what is subtracted above the line is not what is subtracted below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.site import Defect, Site, Variant, by_hand, labelled, replaced
from crosscheck.smoothness import softmax
from crosscheck.steps import Env, joint

if TYPE_CHECKING:
    from crosscheck.case import Case


def over_samples(z: Array) -> NDArray[Any]:
    """The greatest of each class is subtracted, and the sum is that of each sample."""
    e = np.exp(z - np.max(z, axis=0))
    return np.asarray(e / np.sum(e, axis=1, keepdims=True))


def with_maxima(z: Array, above: Array | float, below: Array | float) -> NDArray[Any]:
    """exp(z - above) / Σ exp(z - below)."""
    return np.asarray(np.exp(z - above) / np.sum(np.exp(z - below), axis=1, keepdims=True))


def largest(z: Array) -> NDArray[Any]:
    """Of each sample."""
    return np.asarray(np.max(z, axis=1, keepdims=True))


WAYS: dict[str, Callable[[Array], NDArray[Any]]] = {
    "taken over the samples": over_samples,
    "subtracted in the numerator only": lambda z: with_maxima(z, largest(z), 0.0),
    "subtracted in the denominator only": lambda z: with_maxima(z, 0.0, largest(z)),
    "of the whole batch, subtracted in the numerator only": lambda z: with_maxima(z, float(np.max(z)), 0.0),
}


def maximum_stays(case: Case, i: int) -> Sequence[Variant]:
    """What is subtracted in the exponents is not the same number for all classes of a sample."""
    if case.activations[i - 1] != "softmax" or case.n_outputs == 1:
        return ()
    found = []
    for label, way in WAYS.items():
        forward = replaced(lambda s, v, way=way: of(s, v, way))  # type: ignore[misc]
        found.append(labelled(label, activation=forward))
        if case.loss.startswith("cross_entropy"):
            # the joint gradient often computes a softmax of its own
            right = replaced(lambda s, v: joint(s.c, softmax(v[s.name("Z")]), v["y"]))
            found.append(labelled(f"{label}, forward only", activation=forward, delta=right))
    return found


def of(s: Site, v: Env, way: Callable[[Array], NDArray[Any]]) -> Value:
    """One of these ways, of Z."""
    z = v[s.name("Z")]
    return by_hand(z, way(centre(z)))


DEFECTS = (Defect("softmax-maximum", "forward", maximum_stays),)

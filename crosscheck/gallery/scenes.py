"""What only a probe can see, acted out: no formula is wrong, so there is none to plant a mistake into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.gallery.numbers import Numbers, matrix

Values: TypeAlias = Mapping[str, Any]
Scene: TypeAlias = tuple[str, Any, Any]  # what is looked at, as it should be, as it is


def scene(mistake_id: str) -> Numbers:
    """The numbers of one of SCENES; there are no updates to compare. KeyError for an id that is none of them."""
    case = Case.draw((3, 4, 4, 2), 6, steps=2)
    what, right, mistaken = SCENES[mistake_id](case, values(case))
    return Numbers(case, 0, "", what, matrix(right), matrix(mistaken), {})


def clipped(case: Case, v: Values) -> Scene:
    """Weights held between -0.5 and 0.5."""
    return "W1′", v["W1'"], np.clip(v["W1'"], -0.5, 0.5)


def not_applied(case: Case, v: Values) -> Scene:
    """One gradient is shown, and the update follows the same one cut to length 1."""
    return "(W1 − W1′)/η", v["dW1"], v["dW1"] / np.linalg.norm(v["dW1"])


def shared_with_reference(case: Case, v: Values) -> Scene:
    """PyTorch's weights, before its own step and after the candidate's."""
    return "PyTorch's W1, after a step of the other network", case.weights[0], v["W1'"]


def shared(case: Case, v: Values) -> Scene:
    """A second network was built from the arrays of the first."""
    return "W2 of a second network, after a step of the first", case.weights[1], v["W2'"]


def mutated(case: Case, v: Values) -> Scene:
    """The columns of the data lose their means, in place."""
    return "x after the step", case.x, case.x - case.x.mean(axis=0)


def drawn_anew(case: Case, v: Values) -> Scene:
    """Dropout that nobody has asked for: half of the units, the others doubled."""
    kept = np.random.RandomState(0).rand(*np.shape(v["A1"])) < 0.5
    return "A1 of the same step, once more", v["A1"], 2 * v["A1"] * kept


def shuffled_apart(case: Case, v: Values) -> Scene:
    """The batch's own order for its errors, another one for its inputs."""
    order = np.random.RandomState(0).permutation(case.n_samples)
    return "dW1", v["dW1"], np.transpose(v["dZ1"]) @ case.x[order]


def in_the_loop(case: Case, v: Values) -> Scene:
    """Gradients set to zero before the loop: the second round adds to those of the first."""
    return "dW1 of the second round", v["dW1@2"], v["dW1"] + v["dW1@2"]


def earlier(case: Case, v: Values) -> Scene:
    """A list that is never emptied: the gradient of the call before is still in it."""
    return "dW1 of the second call", v["dW1@2"], v["dW1"] + v["dW1@2"]


SCENES: Mapping[str, Callable[[Case, Values], Scene]] = {
    "parameters-clipped": clipped,
    "gradient-not-applied": not_applied,
    "parameters-shared-with-reference": shared_with_reference,
    "parameters-shared": shared,
    "inputs-mutated": mutated,
    "nondeterministic": drawn_anew,
    "rows-shuffled-apart": shuffled_apart,
    "state-within-the-loop": in_the_loop,
    "results-depend-on-earlier-calls": earlier,
}

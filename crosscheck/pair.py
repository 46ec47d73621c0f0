"""The project's own candidates: either layout of `manual_mlp`, run on a Case, its arrays under canonical names."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import DENOMINATOR, NUMERATOR, Conventions, parameters_to_candidate, samples_to_candidate
from crosscheck.errors import UsageError
from crosscheck.record import suffix
from crosscheck.vocabulary import LOSSES
from manual_mlp import training

if TYPE_CHECKING:
    from crosscheck.case import Case

LAYOUTS = ("numerator", "denominator")


def layout_conventions(layout: str | ModuleType) -> Conventions:
    """How a layout stores its arrays."""
    return {"numerator": NUMERATOR, "denominator": DENOMINATOR}[name_of(layout)]


def name_of(layout: str | ModuleType) -> str:
    """numerator or denominator; a module is recognised by its sample axis."""
    if isinstance(layout, str):
        return layout
    return LAYOUTS[int(layout.SAMPLE_AXIS)]


def module_of(layout: str | ModuleType) -> ModuleType:
    """The module of a layout's name."""
    if isinstance(layout, ModuleType):
        return layout
    from manual_mlp import denominator, numerator

    return {"numerator": numerator, "denominator": denominator}[layout]


def run_layout(
    layout: str | ModuleType, case: Case, joint: bool = True, loop: ModuleType = training
) -> dict[str, NDArray[Any]]:
    """Run a layout for the Case's steps.

    Args:
        layout: "numerator", "denominator", or a module with their functions (an edited copy, say).
        case: the problem.
        joint: bce and cross entropy by their joint gradient; otherwise the long way, through the output's derivative.
        loop: the training module whose `one_step` is called (an edited copy, say).

    Returns:
        Canonical names to arrays *in the layout's own orientation*: judge them with `layout_conventions(layout)`.

    Raises:
        UsageError: a momentum that the hand-written network does not have.
    """
    if case.momentum_form != "torch":
        raise UsageError(
            f"momentum_form {case.momentum_form!r} is none of the hand-written network's: expected 'torch'; "
            "judge a network of your own on this case"
        )
    module, c = module_of(layout), layout_conventions(layout)
    x, y = samples_to_candidate(c, case.x), samples_to_candidate(c, case.y)
    W, b_list = parameters_to_candidate(c, case.weights, case.biases)
    b = None if case.biases is None else b_list
    velocity = None
    record: dict[str, NDArray[Any]] = {}
    for k in range(1, case.steps + 1):
        done = loop.one_step(
            module, x, y, W, b, case.activations, case.loss, velocity=velocity, joint=joint,
            l2=case.l2, l2_on=case.l2_on, l2_scale=case.l2_scale, lr=case.lr, momentum=case.momentum,
            dampening=case.dampening, nesterov=case.nesterov, weight_decay=case.weight_decay, maximize=case.maximize,
        )  # fmt: skip
        # our own functions return new arrays; an edited copy may hand out what it goes on to change
        own = isinstance(layout, str) and loop is training
        record |= {
            name + suffix(k): np.array(a, copy=None if own else True) for name, a in named(done, case, joint).items()
        }
        W, b, velocity = done.W, done.b, done.velocity
    return record


def named(done: training.Step, case: Case, joint: bool) -> dict[str, Any]:
    """The arrays of one step under their names."""
    last, g = case.n_layers, done.gradients
    long_way = not joint or LOSSES[case.loss].family == "squares"
    arrays: dict[str, Any] = {"loss": done.loss, "dX": g.dX}
    for i in range(1, last + 1):
        arrays |= {f"Z{i}": done.cache.Z[i - 1], f"dZ{i}": g.dZ[i - 1], f"dW{i}": g.dW[i - 1], f"W{i}'": done.W[i - 1]}
        arrays["output" if i == last else f"A{i}"] = done.cache.A[i - 1]
        if i < last or long_way:
            arrays["d_output" if i == last else f"dA{i}"] = g.dA[i - 1]
        if g.db is not None and done.b is not None:
            arrays |= {f"db{i}": g.db[i - 1], f"b{i}'": done.b[i - 1]}
    if done.velocity is not None and case.momentum:
        for i in range(1, last + 1):
            arrays[f"vW{i}'"] = done.velocity[i - 1]
            if case.biases is not None:
                arrays[f"vb{i}'"] = done.velocity[last + i - 1]
    return arrays

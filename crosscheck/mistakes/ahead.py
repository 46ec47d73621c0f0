"""What a training step computes later than the place where a mistake asks for it: another layer's gradient."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, cast

from crosscheck.ball import Value
from crosscheck.mistakes.site import Site
from crosscheck.steps import Env, backward

if TYPE_CHECKING:
    from crosscheck.case import Case


def gradient(s: Site, v: Env, p: str, layer: int) -> Value:
    """dW or db of any layer, from the deltas that are there; those of the layers below are sent down as they should be.

    The table updates a layer before the error goes further down; code that updates all layers at the end has the
    gradients of all of them at hand.
    """
    name = s.name(f"d{p}", layer)
    if name in v:
        return v[name]
    found: dict[str, Value] = {}
    env = ChainMap(found, cast("MutableMapping[str, Value]", v))
    for i in range(s.layer, layer - 1, -1):
        for step in backward(s.case, s.n, i):
            if step.name not in env and step.kind in needed(i, layer):
                found[step.name] = step.formula(env)
    return found[name]


def needed(i: int, layer: int) -> tuple[str, ...]:
    """The kinds of steps of layer i on the way to the gradients of a layer."""
    return ("delta", "weight-gradient", "bias-gradient") if i == layer else ("delta", "propagated")


def partners(case: Case, p: str, layer: int) -> tuple[int, ...]:
    """The layers whose W, or b, has the same shape as this layer's, itself among them; in order."""
    given = case.weights if p == "W" else case.biases or ()
    return tuple(i for i, a in enumerate(given, 1) if a.shape == given[layer - 1].shape)

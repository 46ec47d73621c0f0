"""What a training step computes later than the place where a mistake asks for it: another layer's gradient."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from crosscheck.ball import Value
from crosscheck.later import Ahead, Planned
from crosscheck.mistakes.site import Site
from crosscheck.steps import Env, Names, Step, backward

if TYPE_CHECKING:
    from crosscheck.case import Case


def gradient(s: Site, v: Env, p: str, layer: int) -> Value:
    """dW or db of any layer, from the deltas that are there; those of the layers below are sent down as they will be.

    The table updates a layer before the error goes further down; code that updates all layers at the end has the
    gradients of all of them at hand. An environment that does not know the steps to come gives them as they should be.
    """
    name = s.name(f"d{p}", layer)
    if name in v:
        return v[name]
    if isinstance(v, Ahead | Planned):
        return cast("Value", v.later(name))
    found: dict[str, Value] = {}
    env = ChainMap(found, cast("MutableMapping[str, Value]", v))
    for step in way_down(s.case, s.n, s.layer, layer):
        if step.name not in env:
            found[step.name] = step.formula(env)
    return found[name]


@lru_cache(maxsize=4096)  # a Case is compared by identity; it is asked for many times in a search
def way_down(case: Case, n: Names, top: int, layer: int) -> tuple[Step, ...]:
    """The steps of the way back from layer `top` to the gradients of a layer."""
    return tuple(s for i in range(top, layer - 1, -1) for s in backward(case, n, i) if s.kind in needed(i, layer))


def needed(i: int, layer: int) -> tuple[str, ...]:
    """The kinds of steps of layer i on the way to the gradients of a layer."""
    return ("delta", "weight-gradient", "bias-gradient") if i == layer else ("delta", "propagated")


def partners(case: Case, p: str, layer: int, spread: bool = False) -> tuple[int, ...]:
    """The layers whose W, or b, has the same shape as this layer's, itself among them; in order.

    Where it may be `spread` over all units, also those with a single bias.
    """
    given = case.weights if p == "W" else case.biases or ()
    own = given[layer - 1]
    return tuple(i for i, a in enumerate(given, 1) if a.shape == own.shape or (spread and p == "b" and a.size == 1))

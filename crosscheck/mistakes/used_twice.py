"""A layer's parameters used in a later layer in place of its own, and the way back knows it: autograd adds both up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.forward import through
from crosscheck.mistakes.parameters import data_gradient
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced, width, wrapped
from crosscheck.steps import Env, regularised

if TYPE_CHECKING:
    from crosscheck.case import Case


def used_twice(case: Case, i: int) -> Sequence[Variant]:
    """What changes at layer i where its own, or an earlier layer's, parameters are used in two layers."""
    found = []
    for user in range(2, case.n_layers + 1):
        for owner in range(1, user):
            if i not in (owner, user):
                continue
            weights = case.weights[owner - 1].shape == case.weights[user - 1].shape
            biases = case.biases is not None and width(case, owner) == width(case, user)
            if biases:
                found.append(Variant(f"b{owner} in layer {user} too", at(i, owner, user, ("b",))))
            if weights:
                found.append(Variant(f"W{owner} in layer {user} too", at(i, owner, user, ("W",))))
            if weights and biases:
                found.append(Variant(f"layer {owner} in place of layer {user}", at(i, owner, user, ("W", "b"))))
    return found


def at(i: int, owner: int, user: int, parameters: Sequence[str]) -> dict[str, Change]:
    """The changes at the layer that owns them, or at the one that uses them too."""
    kinds = {"W": "weight-gradient", "b": "bias-gradient"}
    if i == owner:
        return {kinds[p]: wrapped(partial(with_user, user=user, p=p)) for p in parameters}
    changes: dict[str, Change] = {kinds[p]: replaced(partial(left, p=p)) for p in parameters}
    own = {p: owner if p in parameters else user for p in "Wb"}
    changes["pre-activation"] = through(own["W"], own["b"])
    if "W" in parameters:
        changes["propagated"] = replaced(lambda s, v: op.matmul(v[s.name("dZ")], v[s.name("W", owner)]))
    return changes


def with_user(s: Site, v: Env, g: Value, user: int, p: str) -> Value:
    """The gradient of a parameter of layer n that layer `user` uses too: both layers' added up."""
    return op.add(g, data_gradient(Site(s.case, s.n, user), v, p))


def left(s: Site, v: Env, p: str) -> Value:
    """The gradient of a parameter that nothing uses: its penalty's."""
    theta = v[s.name(p)]
    return regularised(s.case, p, by_hand(theta, np.zeros_like(centre(theta))), theta)


DEFECTS = (Defect("parameter-used-twice", "forward", used_twice, everywhere=True),)

"""All gradients, or all parameters, in one vector: packed in one order, or from one place on, and read in another."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes import ahead
from crosscheck.mistakes.momentum import by_gradient, parameters
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced, width
from crosscheck.steps import Env, Formula, decay, penalised

if TYPE_CHECKING:
    from crosscheck.case import Case

Order: TypeAlias = list[tuple[str, int]]  # W or b, and the layer
Unrolling: TypeAlias = Literal["C", "F"]  # by rows, by columns
UNROLLED: dict[str, tuple[Unrolling, Unrolling]] = {  # of a transpose it is the other way round
    "by rows, read by columns, W of n_out rows; by columns, read by rows, W of n_in rows": ("C", "F"),
    "by columns, read by rows, W of n_out rows; by rows, read by columns, W of n_in rows": ("F", "C"),
}
FOLDED = {"": "", ", with the bias in front": "b W", ", with the bias behind": "W b"}
# the numbers of a layer as they lie in the vector
LAYOUTS = ("W b, W of n_in rows", "W b, W of n_out rows", "b W, W of n_in rows", "rows of b and W")


def orders(case: Case) -> dict[str, Order]:
    """The orders in which people put parameters one after the other."""
    layers = range(1, case.n_layers + 1)
    return {
        "W1 b1 W2 b2": [(p, i) for i in layers for p in parameters(case)],
        "W1 W2 b1 b2": [(p, i) for p in parameters(case) for i in layers],
        "b1 W1 b2 W2": [(p, i) for i in layers for p in reversed(parameters(case))],
        "W2 b2 W1 b1": [(p, i) for i in reversed(layers) for p in parameters(case)],
        "W2 W1 b2 b1": [(p, i) for p in parameters(case) for i in reversed(layers)],
    }


PAIRS = (
    ("W1 W2 b1 b2", "W1 b1 W2 b2"), ("W1 b1 W2 b2", "W1 W2 b1 b2"), ("W2 b2 W1 b1", "W1 b1 W2 b2"),
    ("b1 W1 b2 W2", "W1 b1 W2 b2"), ("W2 W1 b2 b1", "W1 W2 b1 b2"),
)  # fmt: skip


def packed_in_another_order(case: Case, i: int) -> Sequence[Variant]:
    """Each parameter is changed by what lies at its place in the vector of all gradients."""
    found = []
    kind = "velocity" if case.momentum else "update"
    for packed, read in PAIRS:
        if orders(case)[packed] == orders(case)[read] or (case.biases is None and packed == "W2 W1 b2 b1"):
            continue
        for label, in_out in (("", False), (", W of n_in rows", True)):
            for more, apart in (("", False), (", the penalty apart", True)) if case.l2 else (("", False),):
                changes = {f"{kind}-{p}": by_the_vector(p, packed, read, in_out, apart) for p in parameters(case)}
                found.append(Variant(f"packed {packed}, read {read}{label}{more}", changes))
    for label, (unrolled, rolled) in UNROLLED.items():
        for more, folded in FOLDED.items():
            if folded and case.biases is None:
                continue
            if 1 in (width(case, i), width(case, i - 1) + bool(folded)):  # a single row is the same either way
                continue
            concerned = parameters(case) if folded else ("W",)
            changes = {f"{kind}-{p}": by_the_unrolled(p, unrolled, rolled, folded) for p in concerned}
            found.append(Variant(label + more, changes))
    return found


def by_the_unrolled(p: str, unrolled: Unrolling, rolled: Unrolling, folded: str) -> Change:
    """The update, or the velocity, from a matrix that was unrolled by rows and rolled up by columns, or the reverse.

    Args:
        p: W or b.
        unrolled: the order in which the gradient is unrolled, of a matrix with n_out rows: C or F.
        rolled: the order in which it is rolled up.
        folded: "b W" or "W b" where the bias is a column of the matrix, in front or behind; else "".
    """

    def formula(s: Site, v: Env) -> Value:
        gradient = ahead.gradient(s, v, p, s.layer)
        whole = centre(ahead.gradient(s, v, "W", s.layer))
        if folded:
            bias = centre(ahead.gradient(s, v, "b", s.layer)).reshape(-1, 1)
            whole = np.hstack([bias, whole] if folded == "b W" else [whole, bias])
        mixed = split(whole.ravel(unrolled).reshape(whole.shape, order=rolled), folded)
        return by_gradient(s, v, p, by_hand(gradient, mixed[p]))

    return replaced(formula)


def split(whole: Array, folded: str) -> dict[str, Array]:
    """W and b of a matrix that holds both."""
    if not folded:
        return {"W": whole}
    return {"W": whole[:, 1:], "b": whole[:, 0]} if folded == "b W" else {"W": whole[:, :-1], "b": whole[:, -1]}


def taken_from_elsewhere(case: Case, i: int) -> Sequence[Variant]:
    """Parameters that are cut out of the vector of all of them from a place that is too early."""
    if case.biases is None or i == 1:
        return ()
    found = [("biases left out of the places", layout, "biases") for layout in LAYOUTS]
    found += [("one number too early", layout, "one") for layout in LAYOUTS[:3]]
    kinds = ("pre-activation", "weight-gradient", "bias-gradient", "propagated", "loss")
    return [
        Variant(f"{what}; {layout}", dict.fromkeys(kinds, with_taken(layout, early))) for what, layout, early in found
    ]


def with_taken(layout: str, early: str) -> Change:
    """A formula with the parameters in it that are taken from the wrong place."""

    def change(s: Site, formula: Formula) -> Formula:
        return lambda v: formula(ChainMap(taken(s, v, layout, early), cast("MutableMapping[str, Value]", v)))

    return change


def taken(s: Site, v: Env, layout: str, early: str) -> dict[str, Value]:
    """W and b of all layers, as they are cut out of the vector."""
    layers = range(1, s.case.n_layers + 1)
    pairs = {i: (centre(v[s.name("W", i)]), centre(v[s.name("b", i)])) for i in layers}
    vector = np.concatenate([laid_out(*pairs[i], layout) for i in layers])
    found: dict[str, Value] = {}
    at = 0
    for i in layers:
        W, b = pairs[i]
        names = s.name("W", i), s.name("b", i)
        for name, a in zip(names, picked_up(vector[at : at + W.size + b.size], W, b, layout), strict=True):
            found[name] = by_hand(v[name], a)
        at += W.size + b.size - (b.size if early == "biases" else 1)
    return found


def laid_out(W: Array, b: Array, layout: str) -> Array:
    """The numbers of a layer, one after the other."""
    if layout == "rows of b and W":
        return np.hstack([b.reshape(-1, 1), W]).ravel()
    weights = (W.T if layout.endswith("n_in rows") else W).ravel()
    return np.concatenate([b.ravel(), weights] if layout.startswith("b") else [weights, b.ravel()])


def picked_up(piece: Array, W: Array, b: Array, layout: str) -> tuple[Array, Array]:
    """The reverse, in the shapes of W and b."""
    if layout == "rows of b and W":
        rows = piece.reshape(len(W), -1)
        return rows[:, 1:], rows[:, 0].reshape(b.shape)
    if layout.startswith("b"):
        bias, weights = piece[: b.size], piece[b.size :]
    else:
        weights, bias = piece[: W.size], piece[W.size :]
    shaped = weights.reshape(W.shape[::-1]).T if layout.endswith("n_in rows") else weights.reshape(W.shape)
    return shaped, bias.reshape(b.shape)


def by_the_vector(p: str, packed: str, read: str, in_out: bool, apart: bool) -> Change:
    """The update, or the velocity, from the piece of the vector that is taken for the gradient.

    With the penalty `apart`, its own gradient is added behind, where it belongs.
    """

    def formula(s: Site, v: Env) -> Value:
        taken = piece(s, v, (p, s.layer), orders(s.case)[packed], orders(s.case)[read], in_out, apart)
        if apart and p in penalised(s.case):
            taken = op.add(taken, op.scale(decay(s.case), v[s.name(p)]))
        return by_gradient(s, v, p, taken)

    return replaced(formula)


def piece(s: Site, v: Env, of: tuple[str, int], packed: Order, read: Order, in_out: bool, apart: bool) -> Value:
    """What lies where a parameter's gradient is looked for; that of the data alone with the penalty `apart`."""
    gradients = {(p, i): ahead.gradient(s, v, p, i) for p, i in packed}
    of_data = {
        (p, i): centre(g) - (decay(s.case) * centre(v[s.name(p, i)]) if apart and p in penalised(s.case) else 0.0)
        for (p, i), g in gradients.items()
    }
    vector = np.concatenate([turned(of_data[q], in_out).ravel() for q in packed])
    sizes = [centre(gradients[q]).size for q in read]
    at = sum(sizes[: read.index(of)])
    like = turned(centre(gradients[of]), in_out)
    return by_hand(gradients[of], turned(vector[at : at + like.size].reshape(like.shape), in_out))


def turned(a: Array, in_out: bool) -> Array:
    """A matrix as it is kept: (out, in) as here, or (in, out)."""
    return a.T if in_out else a


DEFECTS = (
    Defect("gradient-packed-in-another-order", "update", packed_in_another_order, everywhere=True),
    Defect("parameters-from-wrong-place", "forward", taken_from_elsewhere, everywhere=True),
)

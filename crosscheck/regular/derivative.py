"""A derivative that is another function of Z: found by its values, whatever its formula."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.catalogue import in_words, spelled
from crosscheck.defects import Planted
from crosscheck.mistakes.written import WRITTEN, basis, function, label_of
from crosscheck.regular.seen import CLOSE, Seen, near
from crosscheck.smoothness import derivative
from crosscheck.steps import Names, Step, plan
from crosscheck.vocabulary import KINKED, LOSSES, Spec, name_and_parameter

MORE = 4  # equations for each unknown, at least
POINTS = (0.0, 1.0, -1.0)


@dataclass(frozen=True)
class Found:
    """A derivative that gives every gradient of the first step.

    Attributes:
        c: its coefficients.
        spec: the activation whose derivative it should be.
        layers: of a case, those where it stands.
        wrong: the runs in which something differs.
        tops: the topmost wrong layer of each.
    """

    c: Array
    spec: Spec
    layers: Callable[[Seen], list[int]]
    wrong: Sequence[Seen]
    tops: dict[int, int]

    @property
    def deepest(self) -> Seen:
        """The run with the most layers."""
        return max(self.wrong, key=lambda s: s.case.n_layers)


def other_derivative(cases: Sequence[Seen]) -> str | None:
    """Which function of z stands for an activation's derivative, and at which layers; all else is then right."""
    found = found_derivative(cases)
    return None if found is None else said(found)


def written_derivative(cases: Sequence[Seen]) -> tuple[tuple[Planted, ...], Case] | None:
    """The same as mistakes that can be planted, and the case that they are of; None where it is no plain formula."""
    found = found_derivative(cases) if cases else None
    label = "" if found is None else label_of(list(found.c), found.spec)
    if found is None or not label:
        return None
    return tuple(Planted(WRITTEN, i, label) for i in found.layers(found.deepest)), found.deepest.case


def found_derivative(cases: Sequence[Seen]) -> Found | None:
    """The same, not yet in words."""
    wrong = [s for s in cases if s.wrong]
    tops = {id(s): max(int(name[1:]) for name in s.wrong) for s in wrong}
    specs = {s.case.activations[tops[id(s)] - 1] for s in wrong}
    if len(specs) != 1:
        return None
    (spec,) = specs
    c = fitted(wrong, tops, spec) if name_and_parameter(spec)[0] not in ("softmax", "identity") else None
    if c is None or is_multiple(c, spec):
        return None
    layers = layers_with(c, spec, cases, tops)
    return None if layers is None else Found(c, spec, layers, wrong, tops)


def fitted(wrong: Sequence[Seen], tops: dict[int, int], spec: Spec) -> Array | None:
    """The coefficients of the derivative that gives what is there, at the topmost wrong layer of every case."""
    parts = [equations(s, tops[id(s)], spec) for s in wrong]
    known = [p for p in parts if p is not None]
    if len(known) < len(parts):
        return None
    left, right = np.vstack([p[0] for p in known]), np.concatenate([p[1] for p in known])
    sizes = np.linalg.norm(left, axis=0)
    used = sizes > 0
    if len(right) < MORE * left.shape[1] or not used.any():
        return None
    share, *_ = np.linalg.lstsq(left[:, used] / sizes[used], right, rcond=1e-13)
    c = np.zeros(left.shape[1])
    c[used] = share / sizes[used]
    return c if near(left @ c, right) else None


def is_multiple(c: Array, spec: Spec) -> bool:
    """Whether it is only a constant times the right one: then it may be made anywhere."""
    z = np.linspace(-1, 1, 8)
    mine, right = function(list(c), spec, z), np.asarray(derivative(spec, z))
    return near(mine, right * np.sum(mine * right) / np.sum(right * right), 100 * CLOSE)


def equations(s: Seen, layer: int, spec: Spec) -> tuple[Array, Array] | None:
    """What a derivative c₁φ₁(z) + c₂φ₂(z) + ... would give at a layer, for each φ; and what is there.

    None where the layer's own inputs are not known to be right: the pre-activation, the error that arrives.
    """
    case = s.case
    if layer == case.n_layers and LOSSES[case.loss].family != "squares":
        return None
    z, upstream = f"Z{layer}", f"dA{layer}" if layer < case.n_layers else "d_output"
    if z in s.shown and not near(s.shown[z], s.right[z]):
        return None
    dA = s.shown.get(upstream, np.asarray(s.right[upstream]))
    functions = basis(spec, np.asarray(s.right[z]))
    deltas = [dA * phi for phi in functions]
    if f"dZ{layer}" in s.shown:
        return np.column_stack([d.ravel() for d in deltas]), s.shown[f"dZ{layer}"].ravel()
    below = s.case.x if layer == 1 else np.asarray(s.right[f"A{layer - 1}"])
    mine = [name for name in (f"W{layer}", f"b{layer}") if name in s.gradients]
    columns = [np.concatenate([(d.T @ below if name[0] == "W" else d.sum(axis=0)).ravel() for name in mine])
               for d in deltas]  # fmt: skip
    return np.column_stack(columns), np.concatenate([s.gradients[name].ravel() for name in mine])


def layers_with(
    c: Array, spec: Spec, cases: Sequence[Seen], tops: dict[int, int]
) -> Callable[[Seen], list[int]] | None:
    """At which layers the derivative is that function, so that every gradient comes out; None for none."""

    def all_of(s: Seen) -> list[int]:
        return [i for i, other in enumerate(s.case.activations, 1) if other == spec]

    def hidden(s: Seen) -> list[int]:
        return [i for i in all_of(s) if i < s.case.n_layers]

    def top(s: Seen) -> list[int]:
        return [tops[id(s)]] if id(s) in tops else []

    for choice in (all_of, hidden, top):
        if all(comes_out(c, spec, s, choice(s)) for s in cases):
            return choice
    return None


def comes_out(c: Array, spec: Spec, s: Seen, layers: Sequence[int]) -> bool:
    """Whether a way back with that derivative gives every gradient of the first step."""
    case = s.case.with_(steps=1) if s.case.steps > 1 else s.case
    squares = LOSSES[case.loss].family == "squares"

    def replaced(step: Step) -> Step:
        if step.kind != "delta" or step.layer not in layers or (step.layer == case.n_layers and not squares):
            return step
        n = Names(case, 1)
        dA, Z = n.dA(step.layer), n.of("Z", step.layer)
        return replace(step, formula=lambda v: op.mul(v[dA], function(list(c), spec, np.asarray(v[Z]))))

    got = values(case, [replaced(step) for step in plan(case)])
    return all(near(g, np.asarray(got[f"d{name}"]) - s.penalty(name), 100 * CLOSE) for name, g in s.gradients.items())


def said(found: Found) -> str:
    """The values that tell it from the right one."""
    c, spec, wrong, tops = found.c, found.spec, found.wrong, found.tops
    where = in_words(found.layers(found.deepest))
    z = np.concatenate([np.ravel(s.right[f"Z{tops[id(s)]}"]) for s in wrong])
    seen_at = [p for p in POINTS if z.min() <= p <= z.max() and not (p == 0 and name_and_parameter(spec)[0] in KINKED)]
    told = []
    for p in seen_at:
        point = np.array([p])
        mine, right = float(function(list(c), spec, point)[0]), float(np.asarray(derivative(spec, point))[0])
        if abs(mine - right) > 1e-6:
            told.append(f"at z = {p:g} it gives {tidy(mine)}, right is {tidy(right)}")
    if not told:
        return ""
    return (
        f"{where}: the derivative of {spelled(spec)} is wrong: {'; '.join(told[:2])}. dZ is dA times another function "
        "of Z alone, and with it every gradient comes out, in every case"
    )


def tidy(x: float) -> str:
    """Six digits, and no minus zero."""
    return f"{round(x, 9) + 0.0:.6g}"

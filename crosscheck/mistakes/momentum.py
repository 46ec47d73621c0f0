"""Mistakes in the velocity: v = μv + (1-τ)g, and in what nesterov makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Ball, Value, centre
from crosscheck.mistakes import ahead
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced
from crosscheck.record import suffix
from crosscheck.steps import Env, direction, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case


def parameters(case: Case) -> tuple[str, ...]:
    """W, and b where there are biases."""
    return ("W", "b") if case.biases is not None else ("W",)


def with_momentum(
    case: Case, change: Callable[[str], Change], label: str = "", from_step: int = 1
) -> Sequence[Variant]:
    """A change of the velocity of every parameter."""
    if not case.momentum:
        return ()
    return (Variant(label, {f"velocity-{p}": change(p) for p in parameters(case)}, from_step),)


def either(case: Case, change: Callable[[str], Change], from_step: int = 1) -> Sequence[Variant]:
    """A change of the velocity of every parameter; and, where there are biases, of either alone."""
    found = with_momentum(case, change, "", from_step)
    if not found or case.biases is None:
        return found
    return (
        *found,
        Variant("weights only", {"velocity-W": change("W")}, from_step),
        Variant("biases only", {"velocity-b": change("b")}, from_step),
    )


def fresh(s: Site, v: Env, p: str) -> Value:
    """g of this step, with the optimizer's decay."""
    return direction(s.case, v[s.name(f"d{p}")], v[s.name(p)])


def share(s: Site) -> float:
    """The part of the gradient that enters the velocity in this step."""
    if s.case.momentum_form == "ema":
        return 1 - s.case.momentum
    return 1.0 if s.step == 1 else 1 - s.case.dampening


def gradient_before(s: Site, v: Env, p: str) -> Value:
    """g of the step before, decayed as it was then."""
    name = f"d{p}{s.layer}{suffix(s.step - 1)}"
    parameter = f"{p}{s.layer}" if s.step == 2 else f"{p}{s.layer}'{suffix(s.step - 2)}"
    return direction(s.case, v[name], v[parameter])


def previous_gradient(p: str) -> Change:
    """v = μ g_before + g."""

    def formula(s: Site, v: Env) -> Value:
        g = fresh(s, v, p)
        if s.step == 1:
            return g
        past = op.scale(s.case.momentum, gradient_before(s, v, p))
        return op.add(past, op.scale(1 - s.case.dampening, g, 3))

    return replaced(formula)


def damped(first: bool) -> Callable[[str], Change]:
    """v = μv + (1-μ)g; the first v is g, or (1-μ)g."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            g = fresh(s, v, p)
            mine = op.scale(1 - s.case.momentum, g, 3)
            if s.step == 1:
                return mine if first else g
            return op.add(op.scale(s.case.momentum, v[s.name(f"v{p}")]), mine)

        return replaced(formula)

    return change


def momentum_damped(case: Case, i: int) -> Sequence[Variant]:
    """The gradient damped by 1 - μ, undeclared."""
    if case.momentum_form == "ema":
        return ()
    return (*either(case, damped(True)), *with_momentum(case, damped(False), "but for the first", 2))


def shares(first: float, later: float) -> Callable[[str], Change]:
    """v = μv + share g, with one share in the first step and one later."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            mine = op.scale(first if s.step == 1 else later, fresh(s, v, p), 3)
            return mine if s.step == 1 else op.add(op.scale(s.case.momentum, v[s.name(f"v{p}")]), mine)

        return replaced(formula)

    return change


def dampening_wrong(case: Case, i: int) -> Sequence[Variant]:
    """The gradient's share 1 - τ, or 1 - μ, forgotten, or also there where it should not be."""
    if not case.momentum:
        return ()
    if case.momentum_form == "ema":
        rest = 1 - case.momentum
        return (
            *with_momentum(case, shares(1.0, 1.0), "never"),
            *with_momentum(case, shares(1.0, rest), "not in the first step"),
        )
    if not case.dampening:
        return ()
    rest = 1 - case.dampening
    return (
        *with_momentum(case, shares(1.0, 1.0), "never", 2),
        *with_momentum(case, shares(rest, rest), "in the first step too"),
    )


def momentum_omitted(case: Case, i: int) -> Sequence[Variant]:
    """v = g: what came before is forgotten; what damps the gradient is still there, or is not."""
    damped = case.momentum_form == "ema" or case.dampening
    found = either(case, shares_alone, 2) if case.steps > 1 else ()
    if not damped:
        return found
    first = 1 if case.momentum_form == "ema" else 2  # in which step the damping would be
    alone = with_momentum(case, lambda p: replaced(lambda s, v: fresh(s, v, p)), "and no damping", first)
    return (*found, *(alone if first == 1 or case.steps > 1 else ()))


def shares_alone(p: str) -> Change:
    """v = (1-τ)g."""
    return replaced(lambda s, v: op.scale(share(s), fresh(s, v, p), 3))


def velocity_shared(case: Case, i: int) -> Sequence[Variant]:
    """One buffer for all parameters of a shape, as in a dictionary that is keyed by it."""
    if not case.momentum:
        return ()

    def change(way: Way, p: str) -> Change:
        return replaced(lambda s, v: in_turn(s, v, way, (p, s.layer)))

    found = []
    for label, way in WAYS.items():
        shared = [p for p in parameters(case) if p in way.of and len(way.partners(case, (p, i))) > 1]
        if shared:
            found.append(Variant(label, {f"velocity-{p}": change(way, p) for p in shared}))
    return found


@dataclass(frozen=True)
class Way:
    """How parameters come to share a buffer: in which order they are updated, and what shape a bias has."""

    downwards: bool = False
    matrices: bool = False  # biases are rows, or columns: W of a layer with one input has the shape of its bias
    of: str = "Wb"  # which parameters

    def partners(self, case: Case, of: tuple[str, int]) -> list[tuple[str, int]]:
        """The parameters of one shape, in the order of their updates."""
        layers = range(1, case.n_layers + 1)
        order = [
            (p, i) for i in (reversed(layers) if self.downwards else layers) for p in parameters(case) if p in self.of
        ]
        return [q for q in order if self.shape(case, q) == self.shape(case, of)]

    def shape(self, case: Case, q: tuple[str, int]) -> tuple[int, ...]:
        """A parameter's shape in code that keeps it in this way."""
        p, i = q
        return (case.sizes[i], case.sizes[i - 1]) if p == "W" else (case.sizes[i], 1)[: 1 + self.matrices]


WAYS = {
    "": Way(), "biases are matrices": Way(matrices=True), "updated from the last layer on": Way(downwards=True),
    "updated from the last layer on, biases are matrices": Way(downwards=True, matrices=True),
    "of the biases": Way(of="b"), "of the biases, updated from the last layer on": Way(downwards=True, of="b"),
    "of the weights": Way(of="W"), "of the weights, updated from the last layer on": Way(downwards=True, of="W"),
}  # fmt: skip


def by_gradient(s: Site, v: Env, p: str, g: Value) -> Value:
    """The velocity of a parameter, or the parameter itself, after a step with another gradient."""
    theta = v[s.name(p)]
    if s.case.momentum:
        return velocity(s.case, s.step, g, theta, v.get(s.name(f"v{p}")))
    return updated(s.case, theta, g, None)


def in_turn(s: Site, v: Env, way: Way, q: tuple[str, int]) -> Value:
    """The shared buffer after a parameter's turn: it holds what the one before it in this step has left there."""
    order = way.partners(s.case, q)
    (p, layer), at = q, order.index(q)
    g = direction(s.case, ahead.gradient(s, v, p, layer), v[s.name(p, layer)])
    mine = op.scale(share(s), g, 3)
    if at:
        past = in_turn(s, v, way, order[at - 1])
    elif s.step > 1:
        past = v[s.name(f"v{order[-1][0]}", order[-1][1])]
    else:
        return mine
    return op.add(op.scale(s.case.momentum, reshaped(past, np.shape(centre(mine)))), mine)


def reshaped(a: Value, shape: tuple[int, ...]) -> Value:
    """The same numbers in another shape."""
    if isinstance(a, Ball):
        return Ball(a.v.reshape(shape), None if a.e is None else np.asarray(a.e).reshape(shape), a.r)
    return a.reshape(shape)


def rows_aliased(case: Case, i: int) -> Sequence[Variant]:
    """One row of velocities under the names of all rows, as [[0] * J] * I makes it."""
    if not case.momentum:
        return ()

    def change(by_input: bool) -> Change:
        def formula(s: Site, v: Env) -> Value:
            g = fresh(s, v, "W")
            rows = centre(g).T if by_input else centre(g)
            past = np.zeros(rows.shape[1])
            if s.step > 1:
                before = centre(v[s.name("vW")])
                past = before[:, -1] if by_input else before[-1]
            after = np.empty_like(rows)
            for k, row in enumerate(rows):
                past = after[k] = s.case.momentum * past + share(s) * row
            return by_hand(g, after.T if by_input else after)

        return replaced(formula)

    n_out, n_in = case.weights[i - 1].shape
    ways = {"one for all inputs": (True, n_in), "one for all units": (False, n_out)}
    return [Variant(label, {"velocity-W": change(by_input)}) for label, (by_input, n) in ways.items() if n > 1]


def old_velocity(s: Site, v: Env, p: str) -> Value:
    """v as this step finds it: zeros before the first."""
    return v[s.name(f"v{p}")] if s.step > 1 else np.zeros(np.shape(centre(v[s.name(p)])))


def stepped(formula: Callable[[Site, Env, str], Value]) -> Callable[[str], Change]:
    """W' = W - η d."""
    return lambda p: replaced(lambda s, v: op.sub(v[s.name(p)], op.scale(s.case.lr, formula(s, v, p), 4)))


def updates(case: Case, change: Callable[[str], Change], label: str = "", from_step: int = 1) -> Variant:
    """A change of the update of every parameter."""
    return Variant(label, {f"update-{p}": change(p) for p in parameters(case)}, from_step)


def used_before_updated(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - η v with the v of the step before; with nesterov, that would be plain momentum."""
    if not case.momentum or case.nesterov:
        return ()
    return (updates(case, stepped(old_velocity)),)


def nesterov_omitted(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - ηv where nesterov was declared."""
    if not case.nesterov:
        return ()
    return (updates(case, stepped(new_velocity)),)


def new_velocity(s: Site, v: Env, p: str) -> Value:
    """v as this step leaves it."""
    return v[s.n.after(f"v{p}", s.layer)]


def nesterov_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another sum than g + μv."""
    if not case.nesterov:
        return ()
    mu = case.momentum
    sums: dict[str, Callable[[Site, Env, str], Value]] = {
        "v + μv": lambda s, v, p: op.scale(1 + mu, new_velocity(s, v, p)),
        "g + v": lambda s, v, p: op.add(fresh(s, v, p), new_velocity(s, v, p)),
        "μv": lambda s, v, p: op.scale(mu, new_velocity(s, v, p)),
        "g - μv": lambda s, v, p: op.sub(fresh(s, v, p), op.scale(mu, new_velocity(s, v, p))),
        "v + μv + μ times the v of before": lambda s, v, p: op.add(
            op.scale(1 + mu, new_velocity(s, v, p)), op.scale(mu, old_velocity(s, v, p))
        ),
    }
    # in the first step the velocity is the gradient
    return [updates(case, stepped(d), label, 2 if label.startswith("v") else 1) for label, d in sums.items()]


DEFECTS = (
    Defect("momentum-on-previous-gradient", "update",
           lambda c, i: with_momentum(c, previous_gradient, from_step=3) if c.steps > 2 else ()),
    Defect("momentum-damped", "update", momentum_damped),
    Defect("dampening-wrong", "update", dampening_wrong),
    Defect("momentum-omitted", "update", momentum_omitted),
    Defect("velocity-shared", "update", velocity_shared, everywhere=True),
    Defect("velocity-rows-aliased", "update", rows_aliased),
    Defect("velocity-used-before-update", "update", used_before_updated),
    Defect("nesterov-omitted", "update", nesterov_omitted),
    Defect("nesterov-formula", "update", nesterov_formula),
)  # fmt: skip

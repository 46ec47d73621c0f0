"""Mistakes in the line of the velocity: its sign, its coefficients, what it goes on from, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crosscheck import ball as op
from crosscheck.ball import Value
from crosscheck.mistakes.ahead import gradient, partners
from crosscheck.mistakes.buffers import Start, conventions, of_each, the_data_s
from crosscheck.mistakes.momentum import (
    either,
    fresh,
    new_velocity,
    old_velocity,
    parameters,
    share,
    stepped,
    updates,
    with_momentum,
)
from crosscheck.mistakes.site import Change, Defect, Site, Variant, replaced
from crosscheck.steps import Env, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case


def going_on(mu: float, part: float | None = None) -> Callable[[str], Change]:
    """v = `mu` v + `part` g; the part is that of the declared form, where none is given."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            mine = op.scale(share(s) if part is None else part, fresh(s, v, p), 3)
            return op.add(op.scale(mu, old_velocity(s, v, p), 3), mine) if s.step > 1 else mine

        return replaced(formula)

    return change


def against_itself(case: Case, i: int) -> Sequence[Variant]:
    """v = -μv + g: the past pushes back."""
    return either(case, going_on(-case.momentum), 2)


def other_coefficient(case: Case, i: int) -> Sequence[Variant]:
    """v = kv + g, where k is not μ."""
    mu, lr = case.momentum, case.lr
    if not mu:
        return ()
    found = of_each(case, going_on(1.0), "1: it never fades", 2)
    if case.momentum_form == "ema":
        if mu != 0.5:
            found += of_each(case, going_on(1 - mu, mu), "μ and 1 − μ exchanged")
    else:
        found += with_momentum(case, going_on(1.0, mu), "1, and μ of the gradient")
        if mu != 0.5:
            found += with_momentum(case, going_on(1 - mu), "1 − μ", 2)
    if lr != 1:
        found += with_momentum(case, going_on(lr * mu), "η μ", 2)
    if lr not in (0, mu) and not case.nesterov:
        changes = {f"velocity-{p}": going_on(lr)(p) for p in parameters(case)}
        found.append(Variant("η and μ exchanged", changes | {f"update-{p}": by_momentum(p) for p in parameters(case)}))
    return found


def by_momentum(p: str) -> Change:
    """W' = W - μ v."""
    return replaced(lambda s, v: op.sub(v[s.name(p)], op.scale(s.case.momentum, new_velocity(s, v, p), 4)))


def from_another_array(case: Case, i: int) -> Sequence[Variant]:
    """v = μ a + g, where a is not the velocity: another name in the line, or an array of two names."""
    if not case.momentum:
        return ()
    arrays: dict[str, Start] = {"the parameters": lambda s, v, p: v[s.name(p)], "the gradient": fresh}
    if case.l2 or case.weight_decay:
        arrays["the gradient, not decayed"] = the_data_s
    found: list[Variant] = []
    for label, array in arrays.items():
        for how, c in conventions(case, of_gradient="gradient" in label).items():
            found += of_each(case, from_array(array, c), label + how)
    return [*found, *of_another_layer(case, i)]


def from_array(array: Start, c: float) -> Callable[[str], Change]:
    """v = μ c a + g."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            past = op.scale(s.case.momentum * c, array(s, v, p), 4)
            return op.add(past, op.scale(share(s), fresh(s, v, p), 3))

        return replaced(formula)

    return change


def of_another_layer(case: Case, i: int) -> list[Variant]:
    """The velocity of a parameter of the same shape in another layer: left by the step before, or renewed already."""

    def change(p: str, j: int, renewed: bool) -> Change:
        def formula(s: Site, v: Env) -> Value:
            mine = op.scale(share(s), fresh(s, v, p), 3)
            if renewed:
                return op.add(op.scale(s.case.momentum, velocity_of(s, v, p, j)), mine)
            return op.add(op.scale(s.case.momentum, v[s.name(f"v{p}", j)]), mine) if s.step > 1 else mine

        return replaced(formula)

    only = {"W": "weights only", "b": "biases only"}
    return [
        Variant(f"the velocity of layer {j}{', renewed' * renewed}, {only[p]}",
                {f"velocity-{p}": change(p, j, renewed)}, 1 if renewed else 2)
        for p in parameters(case) for j in partners(case, p, i, spread=True) if j != i
        for renewed in ((False, True) if case.steps > 1 else (True,))
    ]  # fmt: skip


def velocity_of(s: Site, v: Env, p: str, j: int) -> Value:
    """The velocity of another layer's after this step, whether the table comes to it before or later."""
    name = s.n.after(f"v{p}", j)
    if name in v:
        return v[name]
    return velocity(s.case, s.step, gradient(s, v, p, j), v[s.name(p, j)], v.get(s.name(f"v{p}", j)))


def besides(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - η(g + v): the update without momentum was left beside the new one."""
    if not case.momentum or case.nesterov:
        return ()
    sums: dict[str, Callable[[Site, Env, str], Value]] = {
        "g + v": lambda s, v, p: op.add(fresh(s, v, p), new_velocity(s, v, p)),
        "g + μv": lambda s, v, p: op.add(fresh(s, v, p), op.scale(s.case.momentum, new_velocity(s, v, p))),
    }
    return [updates(case, stepped(d), label) for label, d in sums.items()]


DEFECTS = (
    Defect("momentum-sign", "update", against_itself),
    Defect("momentum-coefficient", "update", other_coefficient),
    Defect("velocity-from-wrong-array", "update", from_another_array),
    Defect("gradient-besides-velocity", "update", besides),
)

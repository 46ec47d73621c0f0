"""The target taken from the output in another way than by subtraction; the error squared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.labels import one_hot
from crosscheck.mistakes.output import against, at_output, squares
from crosscheck.mistakes.site import Defect, Site, Variant, by_hand, replaced
from crosscheck.steps import Env

if TYPE_CHECKING:
    from crosscheck.case import Case


def target_not_subtracted(case: Case, i: int) -> Sequence[Variant]:
    """ŷ and y joined in another way than ŷ - y, or only one of them multiplied by the loss's constant."""
    found = [*against(case, i, "added", op.add)]
    if one_hot(np.asarray(case.y, dtype=np.float64)) and case.n_outputs > 1:
        found += against(case, i, "set to -1", put_in(-1.0))
        found += against(case, i, "set to 1", put_in(1.0))
    if not squares(case) and case.activations[-1] == "sigmoid":
        found += against(
            case, i, "as -1 or 1 where 0 or 1 is due", lambda p, y: op.sub(p, by_hand(y, 2 * centre(y) - 1))
        )
        found += against(
            case, i, "as ½ or 1 where 0 or 1 is due", lambda p, y: op.sub(p, by_hand(y, (centre(y) + 1) / 2))
        )
    site = Site(case, None, i)  # type: ignore[arg-type]
    c = site.c * (2 if squares(case) else 1)
    if c != 1:
        found += at_output(case, i, parts_scaled(1.0, 1 / c), "after the division")
        found += at_output(case, i, parts_scaled(1 / c, 1.0), "divided alone")
    return found


def put_in(value: float) -> Callable[[Value, Value], Value]:
    """p[n, y] = value, `=-` in place of `-=` for one."""
    return lambda a, y: by_hand(a, np.where(centre(y) == 1, value, centre(a)))


def parts_scaled(of_output: float, of_target: float) -> Callable[..., Callable[[Env], Value]]:
    """c (s ŷ - t y)."""

    def formula(s: Site, v: Env) -> Value:
        c = s.c * (2 if squares(s.case) else 1)
        a, y = v[s.name("A")], v["y"]
        return op.sub(op.scale(c * of_output, a, roundings=4), op.scale(c * of_target, y, roundings=4))

    return replaced(formula)


def error_squared(case: Case, i: int) -> Sequence[Variant]:
    """The square of the error, or the loss itself, where its derivative was due."""
    if not squares(case):
        return ()

    def times(factor: float) -> Callable[..., Callable[[Env], Value]]:
        def formula(s: Site, v: Env) -> Value:
            e = op.sub(v[s.name("A")], v["y"])
            return op.scale(factor * s.c, op.mul(e, e), roundings=4)

        return replaced(formula)

    ways = {"(ŷ - y)²": 2.0, "-(ŷ - y)²": -2.0, "the loss itself": 1.0, "minus the loss itself": -1.0}
    return [x for label, factor in ways.items() for x in at_output(case, i, times(factor), label)]


DEFECTS = (
    Defect("target-not-subtracted", "output", target_not_subtracted),
    Defect("error-squared", "output", error_squared),
)

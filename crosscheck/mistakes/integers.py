"""Data that lose their digits: x or y cut, or rounded, to integers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Array, centre
from crosscheck.mistakes.output import squares
from crosscheck.mistakes.parameters import data
from crosscheck.mistakes.site import Defect, Variant, by_hand, labelled, replaced

if TYPE_CHECKING:
    from crosscheck.case import Case

WAYS: dict[str, Callable[[Array], NDArray[Any]]] = {"cut": np.trunc, "rounded": np.rint}


def without_digits(case: Case, i: int) -> Sequence[Variant]:
    """x in the first layer, both ways or in one place; y in the gradient that enters the last."""
    found: list[Variant] = []
    x, y = np.asarray(case.x, dtype=np.float64), np.asarray(case.y, dtype=np.float64)
    for word, f in WAYS.items():
        if i == 1 and not np.array_equal(f(x), x):
            found += of_x(word, f)
        if i == case.n_layers and squares(case) and not np.array_equal(f(y), y):
            error = replaced(
                lambda s, v, f=f: op.scale(2 * s.c, op.sub(v[s.name("A")], f(centre(v["y"]))), roundings=4)  # type: ignore[misc]
            )
            found.append(labelled(f"y {word}", upstream=error))
    return found


def of_x(word: str, f: Callable[[Array], NDArray[Any]]) -> list[Variant]:
    """Without the digits of x: in Z1 and dW1, or in one of them."""
    forward = replaced(lambda s, v: op.linear(by_hand(v["x"], f(centre(v["x"]))), v[s.name("W")], v.get(s.name("b"))))
    back = data("W", lambda s, v: op.matmul(op.transpose(v[s.name("dZ")]), f(centre(v["x"])), extra=3))
    return [
        labelled(f"x {word}", pre_activation=forward, weight_gradient=back),
        labelled(f"x {word}, forward only", pre_activation=forward),
        labelled(f"x {word}, in dW only", weight_gradient=back),
    ]


DEFECTS = (Defect("data-cut-to-integers", "forward", without_digits),)

"""The adapter itself is checked: parameters go in and come out again unchanged, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.finding import Remark
from crosscheck.run_adapter import run_adapter

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration

Array = NDArray[Any]


def check_round_trip(adapter: Adapter, case: Case, d: Declaration) -> list[Remark]:
    """One step with lr = 0: every parameter that read shows must be what build was handed, bit by bit.

    Where it is not, the adapter is at fault if what comes out does not depend on what went in, or is another
    parameter, or the same one transposed or negated. Anything else may be the network's own mistake (a decay that is
    not multiplied by the learning rate), which is judged later.

    Returns:
        Remarks; none where all is well. A network that cannot step with lr = 0 is left to the cases.

    Raises:
        UsageError: the parameters did not arrive, with what to do.
    """
    still = case.with_(lr=0.0, steps=1)
    run = run_adapter(adapter, still, declaration=d)
    if run.failure is not None or not parameters(run.canonical):
        return []
    changed = {n: a for n, a in parameters(run.canonical).items() if not np.array_equal(a, handed(case)[n])}
    if not changed:
        return []
    who = type(adapter).__name__
    for name, array in changed.items():
        explained = other_parameter(name, array, handed(case), d)
        if explained:
            raise UsageError(f"{who}: {explained}")
    other = run_adapter(adapter, with_other_parameters(still), declaration=d)
    deaf = [n for n, a in changed.items() if same(a, other.canonical.get(n)) or is_redrawn(adapter, still, d, n, a)]
    if deaf:
        raise UsageError(
            f"{who}: {', '.join(n[:-1] for n in deaf)} as read shows it is not what build was handed, and does not "
            "depend on it: hand case.weights and case.biases to the network in build, and read the same ones"
        )
    moved = run_adapter(adapter, case.with_(steps=1), declaration=d)
    if all(same(a, moved.canonical.get(n)) for n, a in changed.items()):
        return [
            Remark("lr-unused", "the step does not use lr: its size is the network's own, and is judged against lr")
        ]
    names = ", ".join(n[:-1] for n in changed)
    return [Remark("zero-step", f"a step with lr = 0 changes {names}: part of the update is not multiplied by lr")]


def parameters(canonical: Mapping[str, Array]) -> dict[str, Array]:
    """W1', b1' ... of the first step."""
    return {n: a for n, a in canonical.items() if n[0] in "Wb" and n.endswith("'")}


def handed(case: Case) -> dict[str, Array]:
    """The parameters that go in, under the names under which they come out."""
    given: dict[str, Array] = {f"W{i}'": w for i, w in enumerate(case.weights, 1)}
    return given | {f"b{i}'": b for i, b in enumerate(case.biases or (), 1)}


def same(a: Array, b: Array | None) -> bool:
    """Equal bit by bit."""
    return b is not None and np.array_equal(a, b)


def other_parameter(name: str, array: Array, given: Mapping[str, Array], d: Declaration) -> str:
    """What came out instead, where that is another parameter or the right one turned round."""
    right, plain = given[name], name[:-1]
    c = d.conventions
    if array.shape == right.shape and np.array_equal(array, -right):
        hint = f": declare bias_sign = {-c.bias_sign}" if plain.startswith("b") else ""
        return f"{plain} comes out of read negated{hint}"
    if array.ndim == 2 and np.array_equal(array, right.T):
        other = "out_in" if c.weight == "in_out" else "in_out"
        return (
            f"{plain} comes out of read transposed: declare weight = {other!r}, or transpose it both in build and read"
        )
    for other_name, value in given.items():
        if other_name != name and array.shape == value.shape and np.array_equal(array, value):
            return f"what read shows as {plain} is {other_name[:-1]}: check the order of the layers in build and read"
    return ""


def with_other_parameters(case: Case) -> Case:
    """The same problem from other parameters."""
    biases = None if case.biases is None else tuple(b * 0.5 + 0.25 for b in case.biases)
    return case.with_(weights=tuple(w * 0.5 + 0.25 for w in case.weights), biases=biases, inputs="data", seed=None)


def is_redrawn(adapter: Adapter, case: Case, d: Declaration, name: str, array: Array) -> bool:
    """Whether a parameter is the network's own random start: other numbers under another seed of the generators.

    A network with dropout also moves at random, but not in a step of size zero.
    """
    again = run_adapter(adapter, case, declaration=d, seed=1).canonical.get(name)
    return again is not None and not np.array_equal(again, array)

"""The adapter itself is checked: parameters go in and come out again unchanged, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.finding import Remark
from crosscheck.handed import hand_over
from crosscheck.run_adapter import run_adapter

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.run_adapter import Run

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
    if d.lr is not None:  # a learning rate that cannot be set cannot be zero
        return []
    still = case.with_(lr=0.0, steps=1)
    run = run_adapter(adapter, still, declaration=d)
    if run.failure is not None:
        return []
    check_order(adapter, run)
    changed = {
        n: a for n, a in parameters(run.canonical).items()
        if np.all(np.isfinite(a)) and not np.array_equal(a, handed(case)[n])
    }  # fmt: skip
    if not changed:
        return []
    who = type(adapter).__name__
    for name, array in changed.items():
        explained = other_parameter(name, array, handed(case), d)
        if explained:
            raise UsageError(f"{who}: {explained}")
    again = run_adapter(adapter, still, declaration=d).canonical
    moved = run_adapter(adapter, case.with_(steps=1), declaration=d).canonical
    deaf = [
        n for n, a in changed.items()
        if not same(a, again.get(n)) or has_no_effect(adapter, case.with_(steps=1), d, n, moved)
    ]  # fmt: skip
    if deaf:
        raise UsageError(
            f"{who}: {', '.join(n[:-1] for n in deaf)} as read shows it is not what build was handed, and does not "
            "depend on it: hand case.weights and case.biases to the network in build, and read the same ones"
        )
    if all(same(a, moved.get(n)) for n, a in changed.items()):
        return [
            Remark("lr-unused", "the step does not use lr: its size is the network's own, and is judged against lr")
        ]
    names = ", ".join(n[:-1] for n in changed)
    if all(np.array_equal(a, handed(case)[n].astype(np.float32)) for n, a in changed.items()):
        return [
            Remark("narrower-dtype", f"{names} come out of read in float32: the network does not keep {case.dtype}")
        ]
    return [Remark("zero-step", f"a step with lr = 0 changes {names}: part of the update is not multiplied by lr")]


def check_order(adapter: Adapter, run: Run) -> None:
    """UsageError where an array of the wrong shape is another layer's parameter, exactly."""
    given = hand_over(run.case, run.conventions)
    for letter, arrays in (("W", given.weights), ("b", given.biases)):
        for i in range(1, len(arrays) + 1):
            shown = run.shown.get(f"{letter}{i}'")
            if shown is None or np.array_equal(shown, arrays[i - 1]):
                continue
            for j, other in enumerate(arrays, 1):
                if j != i and np.array_equal(shown, other):
                    raise UsageError(
                        f"{type(adapter).__name__}: what read shows as {letter}{i} is {letter}{j}: check the order of "
                        "the layers in build and read"
                    )


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
    return ""


def has_no_effect(adapter: Adapter, case: Case, d: Declaration, name: str, shown: Mapping[str, Array]) -> bool:
    """Whether another value of one parameter leaves everything that is shown as it was: it never arrived.

    Not asked of lr = 0 alone: a bias that the network assigns instead of updating comes out of that as zero as well.
    """
    layer = int(name[1:-1]) - 1

    def changed(arrays: tuple[Array, ...]) -> tuple[Array, ...]:
        return tuple(a * 0.5 + 0.25 if i == layer else a for i, a in enumerate(arrays))

    if name[0] == "W":
        other = case.with_(weights=changed(case.weights), inputs="data", seed=None)
    else:
        other = case.with_(biases=changed(case.biases or ()), inputs="data", seed=None)
    found = run_adapter(adapter, other, declaration=d).canonical
    return found.keys() == shown.keys() and all(np.array_equal(a, found[n], equal_nan=True) for n, a in shown.items())

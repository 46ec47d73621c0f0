"""The adapter itself is checked: parameters go in and come out again unchanged, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from crosscheck.candidate_code import guarded
from crosscheck.errors import UsageError
from crosscheck.finding import Remark
from crosscheck.handed import hand_over
from crosscheck.run_adapter import Session, run_adapter

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
    check_places(adapter, run)
    changed = {
        n: a for n, a in parameters(run.canonical).items()
        if np.all(np.isfinite(a)) and not np.array_equal(a, handed(case)[n])
    }  # fmt: skip
    if not changed or is_one_object(adapter, still, d):  # the latter is what the probes say
        return []
    who = type(adapter).__name__
    for name, array in changed.items():
        if words := negated(name, array, handed(case), d):
            raise UsageError(f"{who}: {words}")
    again = run_adapter(adapter, still, declaration=d).canonical
    moved = run_adapter(adapter, case.with_(steps=1), declaration=d).canonical
    deaf = [
        n for n, a in changed.items()
        if not same(a, again.get(n)) or has_no_effect(adapter, case.with_(steps=1), d, n, moved)
    ]  # fmt: skip
    if deaf:
        refuse(adapter, case, d, deaf)
    moving = {n for n, a in parameters(moved).items() if not np.array_equal(a, handed(case)[n])}
    if moving <= changed.keys() and all(same(a, moved.get(n)) for n, a in changed.items()):
        return [
            Remark("lr-unused", "the step does not use lr: its size is the network's own, and is judged against lr")
        ]
    names = ", ".join(n[:-1] for n in changed)
    if all(np.array_equal(a, handed(case)[n].astype(np.float32)) for n, a in changed.items()):
        return [
            Remark("narrower-dtype", f"{names} come out of read in float32: the network does not keep {case.dtype}")
        ]
    return [Remark("zero-step", f"a step with lr = 0 changes {names}: part of the update is not multiplied by lr")]


def refuse(adapter: Adapter, case: Case, d: Declaration, deaf: list[str]) -> NoReturn:
    """UsageError for parameters that do not depend on those that were handed over."""
    who, names = type(adapter).__name__, ", ".join(n[:-1] for n in deaf)
    them = "it" if len(deaf) == 1 else "them"
    if adapter.parameters is not None and begins_anew(adapter, case, d, deaf):
        raise UsageError(
            f"{who}: the step makes {names} anew in every call, and what was put there has no effect: either the "
            "network is wrong, and initialises itself again where it should go on (is the condition under which it "
            "does so ever false?), or step calls what is meant to begin from nothing, such as fit: then name "
            "the method that makes them in draws = '...', or call what fit calls for a single update"
        )
    of_network = (
        f", or the network itself makes {them} anew in every step"
        if adapter.parameters is None
        else f": or the step replaces {them} by what the network keeps elsewhere: name that place in parameters"
    )
    raise UsageError(
        f"{who}: {names} as read shows it is not what build was handed, and does not depend on it: hand "
        f"case.weights and case.biases to the network in build, and read the same ones{of_network}"
    )


def is_one_object(adapter: Adapter, case: Case, d: Declaration) -> bool:
    """Whether parameters that should be apart are kept in one object."""
    session = Session(adapter, case, d.conventions, staged=False, locked=False)
    with guarded():
        session.build()
    return bool(session.kept.one_object)


def begins_anew(adapter: Adapter, case: Case, d: Declaration, names: list[str]) -> bool:
    """Whether each step starts from new parameters: a second one undoes the first, or draws others with lr = 0.

    Else they would go on, wherever they are kept.
    """
    still = run_adapter(adapter, case.with_(lr=0.0, steps=2), declaration=d).canonical
    twice = run_adapter(adapter, case.with_(steps=2), declaration=d).canonical
    if any(f"{n}@2" not in run for n in names for run in (still, twice)):
        return False
    return all(same(twice[n], twice[f"{n}@2"]) or not same(still[n], still[f"{n}@2"]) for n in names)


def check_places(adapter: Adapter, run: Run) -> None:
    """UsageError where an array that is shown is another parameter, or a parameter turned round, exactly.

    With lr = 0 the numbers are those that were handed over, whatever is wrong with the network; what its own update
    does to a shape (a bias gradient that is not summed) gives other numbers, and is judged.
    """
    given = hand_over(run.case, run.conventions)
    lists = {"W": given.weights, "b": given.biases}
    own_arrays = {f"{p}{i}": a for p, arrays in lists.items() for i, a in enumerate(arrays, 1)}
    who = type(adapter).__name__
    for name, own in own_arrays.items():
        shown = run.shown.get(name + "'")
        if shown is None or np.array_equal(shown, own):
            continue
        if own.ndim == 2 and name[0] == "W" and np.array_equal(shown, own.T):
            other = "out_in" if run.conventions.weight == "in_out" else "in_out"
            raise UsageError(
                f"{who}: {name} comes out of read transposed, {shown.shape} where build was handed {own.shape}: show "
                f"it as it was handed over, or, if build transposes as well, declare weight = {other!r} and do neither"
            )
        if name[0] == "b" and shown.shape != own.shape and same_numbers(shown, own):
            fits = {(own.size,): "vector", (1, own.size): "row", (own.size, 1): "column"}.get(shown.shape)
            advice = f"declare bias = {fits!r}" if fits else "show it as it was handed over"
            raise UsageError(
                f"{who}: {name} comes out with shape {shown.shape} where build was handed {own.shape}: {advice}"
            )
        for other, array in own_arrays.items():
            if other != name and (same_numbers(shown, array) or same_numbers(shown, array.T)):
                raise UsageError(
                    f"{who}: what read shows as {name} is {other}: check the order of the layers, and of weights and "
                    "biases, in build and read"
                )


def same_numbers(a: Array, b: Array) -> bool:
    """Equal bit by bit, in this order; a vector may be a row or a column."""
    return a.size == b.size and (a.shape == b.shape or 1 in (a.ndim, b.ndim)) and np.array_equal(a.ravel(), b.ravel())


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


def negated(name: str, array: Array, given: Mapping[str, Array], d: Declaration) -> str:
    """What to declare where the parameter comes out with the other sign."""
    if not np.array_equal(array, -given[name]):
        return ""
    hint = f": declare bias_sign = {-d.conventions.bias_sign}" if name.startswith("b") else ""
    return f"{name[:-1]} comes out of read negated{hint}"


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

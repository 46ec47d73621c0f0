"""Two runs under their bounds -> findings, all of them, in dataflow order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Ball
from crosscheck.bounds import both_walk
from crosscheck.case import Case
from crosscheck.conventions import CANONICAL, Conventions, Mismatch, candidate_index, to_canonical
from crosscheck.environment import environment
from crosscheck.errors import UsageError
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.finite import all_finite
from crosscheck.judge import Judgement, judge, rms
from crosscheck.memory import keep_freed_memory
from crosscheck.record import Name, Record, names_of, parse_name
from crosscheck.report.network import network_of
from crosscheck.report.report import Report
from crosscheck.verdict import verdict


def compare(
    mine: Mapping[str, Any], case: Case, conventions: Conventions = CANONICAL, reference: Record | None = None
) -> Report:
    """Hold arrays against the reference, each element under its own bounds.

    Args:
        mine: canonical names (`Z1`, `dW2`, `W1'`, `dW1@2` ...) to arrays; any may be absent.
        case: the problem that they belong to.
        conventions: how they are stored; by default as PyTorch stores them.
        reference: the reference's run of the same case, where it is at hand.

    Returns:
        A Report; `report.passed` is True where every parameter's gradient or update was judged and agrees.

    Raises:
        UsageError: names that are not quantities of this case, or nothing to compare.
    """
    check_kinds(case, conventions)
    keep_freed_memory()
    order = names_of(case)
    check_names(mine, order, case)
    truth = run_reference(case) if reference is None else reference
    arrays, broken = numeric_arrays(mine)
    shapes = {n: truth[n].shape for n in order}
    canonical, mismatches = to_canonical(conventions, arrays, case, shapes)
    broken |= {m.name: shape_sentence(m) for m in mismatches}
    # a reference of whoever's making may be none: then the local bound owes it nothing
    held = {
        name: hold(case, name, canonical[name], truth, local, world)
        for name, local, world in both_walk(case, truth, canonical, trusted=reference is None)
        if name in canonical
    }
    findings: list[Finding] = []
    for name in order:
        if name in broken:
            findings.append(Finding(case.id, **place(name), status=DIFFERS, why=broken[name],
                                    follows=is_broken(findings)))  # fmt: skip
        elif name in canonical:
            findings.append(finding(case, conventions, held[name], findings))
    return Report(
        verdict=verdict(findings, case),
        findings=tuple(findings),
        remarks=tuple(dtype_remarks(canonical, case) + loss_remarks(findings)),
        not_exposed=tuple(n for n in order if n not in canonical and n not in broken),
        cases=(case.id,),
        environment=environment(),
        networks={case.id: network_of(case)},
    )


@dataclass(frozen=True)
class Held:
    """One array held against both bounds, which are gone by the time that findings are made."""

    name: Name
    array: NDArray[Any]
    reference: Array
    signal: float
    local: Judgement
    world: Judgement
    n_nonfinite: int
    at_nonfinite: tuple[int, ...]  # the first of these, and what the formula gives there
    expected: float


def hold(case: Case, name: str, array: NDArray[Any], truth: Record, local: Ball, world: Ball) -> Held:
    """Hold one array against both bounds."""
    n = parse_name(name)
    reference = np.asarray(truth[name], dtype=np.float64)
    signal = signal_of(case, n, reference, truth)
    near, far = judge(array, local, signal), judge(array, world, signal)
    n_nonfinite, at = 0, tuple[int, ...]()
    if not near.inside and not all_finite(array):
        nonfinite = np.argwhere(~np.isfinite(array) & np.isfinite(reference))
        n_nonfinite, at = len(nonfinite), tuple(int(i) for i in nonfinite[0]) if len(nonfinite) else ()
    return Held(n, array, reference, signal, near, far, n_nonfinite, at, local.at(at) if n_nonfinite else np.nan)


def run_reference(case: Case) -> Record:
    """The reference's run of a Case."""
    import reference

    s = case.settings()
    for name in ("inputs", "seed"):
        del s[name]
    arrays = reference.run(x=case.x, y=case.y, weights=case.weights, biases=case.biases, **s)
    return Record(arrays, names_of(case), copied=True)


def check_kinds(case: Any, conventions: Any) -> None:
    """Refuse what is no Case, and what are no Conventions."""
    for value, kind, hint in (
        (case, Case, "Case.parse(ID) makes one of an id"),
        (conventions, Conventions, "Conventions(weight='out_in') is how PyTorch stores things"),
    ):
        if not isinstance(value, kind):
            raise UsageError(f"expected {kind.__name__}, found {type(value).__name__}: crosscheck.{hint}")


def check_names(mine: Mapping[str, Any], order: tuple[str, ...], case: Case) -> None:
    """Refuse what is not a quantity of this case, or no quantity at all."""
    if not isinstance(mine, Mapping):
        raise UsageError(
            f"expected a dictionary of names to arrays, such as {{'dW1': ...}}, found {type(mine).__name__}"
        )
    if not mine:
        raise UsageError("nothing to compare: expected at least one named array, such as 'dW1'")
    for name in mine:
        parse_name(str(name))
        if name not in order:
            raise UsageError(f"{name!r} is not a quantity of {case.id}: it has {', '.join(order)}")


def numeric_arrays(mine: Mapping[str, Any]) -> tuple[dict[str, NDArray[Any]], dict[str, str]]:
    """Arrays of real numbers; and for what is none, a sentence that says so."""
    arrays: dict[str, NDArray[Any]] = {}
    broken: dict[str, str] = {}
    for name, value in mine.items():
        try:
            arrays[name] = real_array(value, copy=False)  # nothing outlives the comparison
        except (TypeError, ValueError) as error:
            broken[name] = str(error)
    return arrays, broken


def real_array(value: Any, copy: bool = True) -> NDArray[Any]:
    """A copy, unless that may be left out, as an array of real numbers; ValueError that says what it is instead."""
    if value is None:
        raise ValueError("is None: expected an array of numbers")
    if hasattr(value, "detach"):  # a torch tensor, on any device and with or without a graph
        value = value.detach().cpu().numpy()
    if isinstance(value, np.ma.MaskedArray):
        raise ValueError("is a masked array: expected a plain array")
    try:
        array = np.array(value) if copy else np.asarray(value)
    except ValueError as error:
        raise ValueError(f"is no array: {error}") from error
    except Exception as error:  # whatever its own __array__ raises
        raise ValueError(f"is no array: {type(error).__name__}: {error}") from error
    if array.dtype.kind not in "fiub":
        raise ValueError(f"has dtype {array.dtype}: expected real numbers")
    return array


def shape_sentence(m: Mismatch) -> str:
    """What is wrong with a shape."""
    return f"has shape {m.found}, expected {m.expected}" + (f"; {m.hint}" if m.hint else "")


def place(name: str | Name) -> dict[str, Any]:
    """The fields of a Finding that follow from the name."""
    n = parse_name(name) if isinstance(name, str) else name
    return {"name": n.text, "layer": n.layer, "stage": n.stage, "step": n.step}


def is_broken(findings: list[Finding]) -> bool:
    """Whether something before is of the wrong shape, no number, or not finite: then what comes later only follows.

    The loss value is no such thing: nothing is computed from it.
    """
    return any(f.status == DIFFERS and f.stage != "loss" and (f.n_nonfinite or f.index is None) for f in findings)


def finding(case: Case, c: Conventions, held: Held, before: list[Finding]) -> Finding:
    """What is to be said of one array."""
    local, world, array, n_nonfinite = held.local, held.world, held.array, held.n_nonfinite
    shown = world if local.n_out == 0 and world.n_out else local
    status, follows, why = AGREES, False, ""
    if n_nonfinite:
        status, follows = DIFFERS, is_broken(before)
        why = f"{n_nonfinite} of {array.size} elements are NaN or infinite"
    elif local.n_out:
        status, follows, why = DIFFERS, is_broken(before), outside(local, array.size)
    elif world.n_out:
        status, why = DIFFERS, outside(world, array.size)
        follows = any(f.status == DIFFERS and f.stage != "loss" for f in before)
    elif not local.judged and not world.judged:
        status, why = NOT_JUDGED, local.why
    at, expected = shown.index, shown.expected
    if n_nonfinite and not (local.n_out or world.n_out):
        at, expected = held.at_nonfinite, held.expected
    return Finding(
        case=case.id, **place(held.name), status=status, follows=follows, why=why,
        n_elements=array.size, n_out=shown.n_out, n_unjudged=shown.n_unjudged, n_nonfinite=n_nonfinite,
        index=candidate_index(c, held.name, at, case), canonical_index=at,
        candidate=float(array[at]), reference=float(held.reference[at]), expected=expected,
        error=shown.error, bound=shown.bound, ratio=shown.ratio,
        local_ratio=local.ratio, global_ratio=world.ratio, signal=held.signal,
        global_error=world.error if world.judged else np.nan, global_bound=world.bound if world.judged else np.nan,
        global_index=candidate_index(c, held.name, world.index, case),
    )  # fmt: skip


def outside(j: Judgement, size: int) -> str:
    """How much of an array is out."""
    return f"{j.n_out} of {size} elements outside their bound"


def signal_of(case: Case, n: Name, reference: Array, truth: Record) -> float:
    """What a bound is measured by: the array's root mean square; for an updated parameter that of the update."""
    if n.parameter is None or not n.updated or n.quantity.startswith("v"):
        return rms(reference)
    assert n.layer is not None
    if n.step > 1:
        before = truth[f"{n.parameter}{n.layer}'" + (f"@{n.step - 1}" if n.step > 2 else "")]
    else:
        before = (case.weights if n.parameter == "W" else case.biases or ())[n.layer - 1]
    return rms(reference - before)


def dtype_remarks(arrays: Mapping[str, NDArray[Any]], case: Case) -> list[Remark]:
    """A dtype that is not the Case's: a promotion is no mistake, and what a demotion costs is in the findings."""
    other: dict[str, list[str]] = {}
    for name, a in arrays.items():
        if a.dtype != case.dtype and parse_name(name).quantity != "loss":
            other.setdefault(str(a.dtype), []).append(name)
    return [
        Remark(
            "dtype", f"{', '.join(found[:4])}{' ...' if len(found) > 4 else ''} came as {dtype}, expected {case.dtype}"
        )
        for dtype, found in other.items()
    ]


def loss_remarks(findings: list[Finding]) -> list[Remark]:
    """A loss value that is off while nothing else is."""
    off = [f for f in findings if f.status == DIFFERS and f.stage == "loss"]
    if not off or any(f.status == DIFFERS for f in findings if f.stage != "loss"):
        return []
    numbers = [f for f in off if f.index is not None]
    if not numbers:  # of the wrong shape, or no number: that is a difference
        return []
    f = max(numbers, key=lambda f: f.error)
    digits = 9 if f"{f.candidate:.9g}" != f"{f.expected:.9g}" else 17
    text = f"the loss shown is {f.candidate:.{digits}g}, its formula gives {f.expected:.{digits}g}"
    if any(f.status == AGREES and parse_name(f.name).parameter for f in findings):
        text += "; every gradient holds"
    return [Remark("loss-value", text)]

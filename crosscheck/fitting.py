"""Conventions that contradict the shapes seen: which others would fit?"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.adapter import own_names
from crosscheck.candidate_code import CandidateError, guarded
from crosscheck.conventions import ONE_AT_A_TIME, TRANSPOSED, Conventions
from crosscheck.errors import UsageError
from crosscheck.factor import find_factor
from crosscheck.finding import AGREES, DIFFERS
from crosscheck.judge_run import judge_run
from crosscheck.parameters import is_row_by_row, names_of
from crosscheck.places import leaves
from crosscheck.run_adapter import Session, one_sample_cases, run_adapter
from crosscheck.standard_cases import OUTLINES, drawn, labels, labels_needed
from crosscheck.verdict import verdict
from crosscheck.vocabulary import name_and_parameter

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.judge_run import Judged
    from crosscheck.run_adapter import Run

_FREE = {
    "samples": ("rows", "columns", *ONE_AT_A_TIME),
    "weight": ("in_out", "out_in"),
    "bias": ("vector", "row", "column"),
}


def contradicts_shapes(judged: Judged) -> bool:
    """Whether a run broke off, or showed an array of another shape than its conventions call for."""
    failed = judged.run.failure is not None and judged.run.failure.call != "build"
    return failed or any(f.status == DIFFERS and f.why.startswith("has shape") for f in judged.findings)


def check_order(adapter: Adapter, case: Case, d: Declaration) -> None:
    """Refuse a wrong order of the numbers in one flat list a layer, whose shape cannot tell: rows, or columns.

    Raises:
        UsageError: with the declaration that fits.
    """
    session = Session(adapter, case.with_(steps=1), d.conventions, staged=False, locked=False)
    with guarded(0):
        try:
            session.build()
            session.step(1, case.x, case.y)
        except (CandidateError, UsageError):
            return
    name = names_of(adapter)[:1]
    found = leaves(session.net, name[0], 1, case.n_layers) if name and adapter.flat is None else []
    if any(is_row_by_row(np.shape(leaf.get()), w.shape) for leaf, w in zip(found, case.weights, strict=False)):
        check_conventions(adapter, case, d, "numbers")


def check_conventions(adapter: Adapter, case: Case, d: Declaration, seen: str = "shapes") -> None:
    """Refuse the declared conventions where others make the network run, and agree.

    Agreement is asked for: a network that is wrong in itself must not be turned into a wrong declaration. The fewest
    changes are tried first.

    Raises:
        UsageError: with the declaration that fits.
    """
    declared = d.conventions
    # what runs with one sample, as declared, and breaks with several is wrong in itself, not wrongly declared
    several_break_it = not d.one_at_a_time and not contradicts_shapes(
        judge_run(run_adapter(adapter, one_sample_cases(case)[0], declaration=d))
    )
    for c in sorted(alternatives(declared), key=lambda c: len(changes(declared, c))):
        if several_break_it and c.samples in ONE_AT_A_TIME:
            continue
        if agrees(adapter, case, replace(d, conventions=c)):
            wanted = ", ".join(f"{name} = {value!r}" for name, value in changes(declared, c).items())
            was = ", ".join(in_words(adapter, declared, name) for name in changes(declared, c))
            raise UsageError(
                f"{type(adapter).__name__} declares {was}, which contradicts the {seen} seen: {wanted} fits"
            )
    check_targets(adapter, case, d)
    check_orientation(adapter, run_adapter(adapter, case, declaration=d))


def check_orientation(adapter: Adapter, run: Run) -> None:
    """Refuse what is shown the other way round and holds the right numbers; UsageError as above.

    A gradient that is not applied, but only shown, is what the network has to say: there it is a finding.
    """
    why = {f.name: f.why for f in judge_run(run).findings if f.status == DIFFERS}
    applied = {name.rstrip("'") for name in run.shown if name.endswith("'")}
    around = {n for n in run.shown if TRANSPOSED in why.get(n, "") and (n[:2] != "dW" or n[1:] in applied)}
    if not around:
        return
    shown = {n: a.T if n in around else a for n, a in run.shown.items()}
    again = judge_run(replace(run, shown=shown))
    if not any(f.name in around and f.status == DIFFERS for f in again.findings):
        names = ", ".join(n for n in run.shown if n in around)
        raise UsageError(
            f"{type(adapter).__name__}: read shows {names} the other way round than declared; the numbers are right: "
            f"show {next(iter(n for n in run.shown if n in around))}.T"
        )


def check_targets(adapter: Adapter, case: Case, d: Declaration) -> None:
    """Refuse vectors where the network takes class labels, and the other way round; UsageError as above.

    Targets of one output may be (N,) as well; where the network takes any number of them, a case of one is tried.
    """
    targets = "class_index" if d.conventions.targets != "class_index" else "one_hot"
    others = [targets] + ["vector"] * (d.conventions.targets != "vector" and may_have_one_output(d))
    for targets in others:
        other = replace(d, conventions=replace(d.conventions, targets=targets))
        kind = labels_needed(other)
        if targets == "vector" and case.n_outputs != 1:
            tried = drawn(other, case.n_layers, OUTLINES[0], case.dtype, 0, None)
        elif kind:
            tried = case.with_(y=labels(kind, case.n_samples, case.n_outputs, case.seed or 0))
        else:
            tried = case
        if agrees(adapter, tried, other):
            was = in_words(adapter, d.conventions, "targets")
            raise UsageError(
                f"{type(adapter).__name__} declares {was}, with which the network fails: targets = {targets!r} fits"
            )


def may_have_one_output(d: Declaration) -> bool:
    """Whether nothing that is declared asks for more."""
    several = name_and_parameter(d.activations_for(d.depths[0])[-1])[0] == "softmax"
    return not several and (d.sizes is None or d.sizes[-1] == 1 or isinstance(d.sizes[-1], str))


def in_words(adapter: Adapter, c: Conventions, name: str) -> str:
    """What is declared; what was left at its default stands nowhere in the adapter's file."""
    return f"{name} = {getattr(c, name)!r}" + ("" if name in own_names(adapter) else " (the default)")


def alternatives(c: Conventions) -> list[Conventions]:
    """Every other combination; a folded or absent bias stays as it is."""
    bias = _FREE["bias"] if c.bias in _FREE["bias"] else (c.bias,)
    weight = (c.weight,) if c.folded else _FREE["weight"]
    found = [replace(c, samples=s, weight=w, bias=b) for s, w, b in product(_FREE["samples"], weight, bias)]
    return [f for f in found if f != c]


def changes(old: Conventions, new: Conventions) -> dict[str, str]:
    """What is declared differently."""
    return {name: getattr(new, name) for name in _FREE if getattr(new, name) != getattr(old, name)}


def agrees(adapter: Adapter, case: Case, d: Declaration) -> bool:
    """Whether the network agrees, up to a factor, under other conventions."""
    if d.one_at_a_time and case.n_samples != 1:
        case = one_sample_cases(case)[0]
    try:
        run = run_adapter(adapter, case, declaration=d)
    except UsageError:  # what read shows does not fit these either
        return False
    judged = judge_run(run)
    if contradicts_shapes(judged):
        return False
    return verdict(judged.findings, run.case) == AGREES or find_factor([run]) is not None

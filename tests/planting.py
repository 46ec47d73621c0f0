"""Candidates with an error planted in them: in the arrays of a layout, or at one step with all that follows from it."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import RandomState

from crosscheck.ball import Ball
from crosscheck.bounds import local_balls
from crosscheck.case import Case
from crosscheck.compare import compare, run_reference
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.pair import run_layout
from crosscheck.record import parse_name
from crosscheck.report.report import Report
from crosscheck.steps import plan, start
from tests.exact import Array

Arrays = dict[str, Array]
Index = tuple[int, ...]


def given(**settings: Any) -> Case:
    """A Case of nested lists."""
    return Case(**settings)


# Figures that are exact in binary, so that every digit is the same everywhere:
# z = 2 x1 + x2 + 1 = (5, 11), d = (-2, -5), the loss 4 + 25 = 29, dW = 2 Σ d x = (-48, -20)
EXACT = given(
    sizes=(2, 1), activations=("identity",), loss="sse", x=[[2, 0], [4, 2]], y=[[7], [16]], weights=[[[2, 1]]],
    biases=[[1]],
)  # fmt: skip


def own_index(layout: str, name: str, index: Index) -> Index:
    """Where a layout keeps an element of the canonical form: written here once more, on purpose."""
    kind = parse_name(name).parameter
    if layout == "numerator":
        return index[::-1] if kind == "W" else index
    if kind == "W":
        return index
    return (*index, 0) if kind == "b" else index[::-1]


def canonical(layout: str, arrays: Mapping[str, Array]) -> Arrays:
    """A layout's arrays in canonical form."""
    turned = {}
    for name, a in arrays.items():
        kind = parse_name(name).parameter
        if layout == "numerator":
            turned[name] = a.T if kind == "W" else a
        else:
            turned[name] = a if kind == "W" else a[:, 0] if kind == "b" else a.T
    return turned


@dataclass(frozen=True)
class Planted:
    """A layout's arrays with one element changed."""

    arrays: Arrays
    index: Index  # canonical
    value: float
    bound: float
    error: float


def plant(case: Case, layout: str, name: str, times: float) -> Planted:
    """Move one element, any one, to `times` its bound from where its formula puts it, as nearly as the dtype allows.

    For times > 1 the nearest number beyond is taken, for times < 1 the nearest within.
    """
    arrays = run_layout(layout, case)
    ball = ball_of(case, layout, arrays, name)
    stream = RandomState(zlib.crc32(f"{case.id} {name}".encode()))
    index = tuple(int(stream.randint(n)) for n in ball.shape)
    centre, bound = float(ball.v[index]), float(ball.radius[index])
    at, dtype = own_index(layout, name, index), arrays[name].dtype
    value = dtype.type(centre + times * bound)
    if times > 1:
        while abs(float(value) - centre) <= bound:
            value = np.nextafter(value, dtype.type(np.inf))
    elif abs(float(value) - centre) > bound:
        value = arrays[name][at]  # no number of this dtype lies between
    arrays[name] = np.array(arrays[name])
    arrays[name][at] = value
    return Planted(arrays, index, float(value), bound, abs(float(value) - centre))


def ball_of(case: Case, layout: str, arrays: Mapping[str, Array], name: str) -> Ball:
    """What an array may be, given the others."""
    return local_balls(case, canonical(layout, arrays))[name]


def carried(case: Case, edits: Mapping[str, Callable[[Array], Any]]) -> Arrays:
    """A sound candidate, canonical, with some arrays edited and all that follows computed from what they became."""
    env: dict[str, Any] = dict(start(case))
    given = set(env)
    for step in plan(case):
        value = np.asarray(step.formula(env)).astype(case.dtype)
        env[step.name] = edits[step.name](value) if step.name in edits else value
    return {n: a for n, a in env.items() if n not in given}


def put(index: Index, value: float) -> Callable[[Array], Array]:
    """An edit: one element set."""

    def edit(a: Array) -> Array:
        changed = np.array(a)
        changed[index] = value
        return changed

    return edit


def times(factor: float) -> Callable[[Array], Array]:
    """An edit: everything multiplied."""
    return lambda a: (a * factor).astype(a.dtype)


def right(case: Case) -> dict[str, Any]:
    """The reference's own arrays, to be spoilt."""
    return {n: np.array(a) for n, a in run_reference(case).items()}


def spoilt(case: Case, edits: Mapping[str, Any]) -> Report:
    """The reference's arrays with some of them replaced, or edited."""
    arrays = right(case)
    for name, edit in edits.items():
        arrays[name] = edit(arrays[name]) if callable(edit) else edit
    return compare(arrays, case)


def of(report: Report, name: str) -> Finding:
    return next(f for f in report.findings if f.name == name)


def statuses(report: Report) -> dict[str, list[str]]:
    """Names by what was found, sources and followers apart."""
    sorted_: dict[str, list[str]] = {"source": [], "follows": [], AGREES: [], NOT_JUDGED: []}
    for f in report.findings:
        sorted_["follows" if f.follows else "source" if f.status == DIFFERS else f.status].append(f.name)
    return sorted_

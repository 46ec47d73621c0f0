"""A run as graphs: the dataflow of each of its steps, with the heat maps behind every array."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from crosscheck.compare import run_reference
from crosscheck.finding import DIFFERS, Finding
from crosscheck.judge_run import judge_run
from crosscheck.record import parse_name
from crosscheck.report.html.dataflow import rows_of
from crosscheck.report.html.downsample import side_for
from crosscheck.report.html.elements import Elements, elements_of
from crosscheck.report.html.held import held
from crosscheck.report.html.model import Graph, Panel, Table
from crosscheck.report.html.pictures import pictures_of
from crosscheck.report.html.words import at, number, sentence, side_by_side, state_of
from crosscheck.run_adapter import Run

WORST = 5
STEPS = 3  # how many steps of a run are shown


@dataclass(frozen=True, eq=False)
class Shown:
    """One network's run, judged, every element of it at hand."""

    title: str
    run: Run
    findings: Mapping[str, Finding]
    elements: tuple[Elements, ...]
    cause: str = ""  # the name of the array to begin with, where that is known
    mistaken: frozenset[int] = frozenset()


def judged_elements(title: str, run: Run, cause: str = "", mistaken: Iterable[int] = ()) -> Shown:
    """Run the reference on the same case, and judge every element.

    Args:
        title: of the network.
        run: what it showed.
        cause: the name of the array to begin with.
        mistaken: layers in which a mistake was named.
    """
    truth = run_reference(run.case)
    findings = {f.name: f for f in judge_run(run, truth).findings}
    order = list(findings)  # that of the dataflow; the table of steps updates each layer on the way back
    with np.errstate(all="ignore"):  # whatever a candidate shows may overflow
        elements = tuple(sorted(elements_of(run, findings, truth), key=lambda e: order.index(e.name)))
    return Shown(title, run, findings, elements, cause, frozenset(mistaken))


def graphs_of(prefix: str, shown: Sequence[Shown]) -> tuple[Graph, ...]:
    """One graph for each network and step, their images no larger than fits into a page."""
    chosen = [(s, k) for s in shown for k in steps_of(s)]
    side = side_for(e.ratio.shape for s, k in chosen for e in s.elements if parse_name(e.name).step == k)
    graphs = [graph(f"{prefix}-g{i}", s, k, side, len(shown) > 1) for i, (s, k) in enumerate(chosen, 1)]
    opened = next((i for i, (s, k) in enumerate(chosen) if k == first_wrong_step(s)), 0)
    return tuple(replace(g, opened=i == opened) for i, g in enumerate(graphs))


def steps_of(shown: Shown) -> list[int]:
    """The first step, that of the first difference, and as many of the others as are shown at all."""
    everything = list(range(1, shown.run.case.steps + 1))
    cause = first_wrong_step(shown) or 1
    return sorted({1, min(cause, everything[-1]), *everything[: STEPS - (cause > STEPS)]})


def first_wrong_step(shown: Shown) -> int:
    """The step in which something is wrong in itself first; 0 where nothing is."""
    return next((f.step for f in shown.findings.values() if f.status == DIFFERS and not f.follows), 0)


def graph(ident: str, shown: Shown, step: int, side: int, several: bool) -> Graph:
    """One step."""
    case = shown.run.case
    here = [e for e in shown.elements if parse_name(e.name).step == step]
    ids = {e.name: f"{ident}-q{i}" for i, e in enumerate(here, 1)}
    panels = tuple(panel(ids[e.name], e, shown.findings[e.name], side) for e in here)
    parts = ([shown.title] if several else []) + ([f"step {step} of {case.steps}"] if case.steps > 1 else [])
    rows = rows_of(case, step, shown.findings, ids, shown.mistaken)
    title = ", ".join(parts) or "one training step"
    return Graph(ident, title, case.id, rows, panels, first_of(here, shown, ids))


def first_of(here: Sequence[Elements], shown: Shown, ids: Mapping[str, str]) -> str:
    """The panel to begin with: the first that is wrong in itself, else the one with the worst error ÷ bound."""
    found = [(e.name, shown.findings[e.name]) for e in here]
    if shown.cause in ids:
        return ids[shown.cause]
    own = [name for name, f in found if f.status == DIFFERS and not f.follows]
    cause = next((n for n in own if parse_name(n).stage != "loss"), own[0] if own else None)
    worst = max(found, key=lambda pair: np.nan_to_num(held(pair[1]).ratio), default=("", None))[0]
    return ids.get(cause or worst, "")


def panel(ident: str, e: Elements, f: Finding, side: int) -> Panel:
    """What is shown of one array."""
    held = "its formula on your own inputs to it" if e.own_inputs else "PyTorch's values, from the data on"
    return Panel(ident, e.name, state_of(f), sentence(f), held, pictures_of(e, side), worst_elements(e))


def worst_elements(e: Elements) -> Table:
    """The elements whose error ÷ bound is worst."""
    order = np.argsort(-np.nan_to_num(e.ratio, nan=np.inf), axis=None, kind="stable")[:WORST]
    rows = []
    for flat in order:
        i, j = (int(k) for k in np.unravel_index(flat, e.ratio.shape))
        values = side_by_side(*(float(a[i, j]) for a in (e.yours, e.expected, e.reference)))
        sizes = (number(e.error[i, j]), number(e.bound[i, j]))
        rows.append((at(e.name, e.labels[i, j]), number(e.ratio[i, j]), *values, *sizes))
    head = ("element", "error ÷ bound", "yours", "expected", "PyTorch's", "error", "bound")
    title = "Every element" if e.ratio.size <= WORST else f"The {WORST} worst of {e.ratio.size:,} elements"
    return Table(title, head, tuple(rows))

"""The dataflow of one training step: layer by layer, forward down, backward up, then the update."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from crosscheck.finding import DIFFERS, Finding
from crosscheck.record import names_of, parse_name, suffix
from crosscheck.report.html.colours import class_of
from crosscheck.report.html.held import held
from crosscheck.report.html.model import Chip, Row
from crosscheck.report.html.words import MARKS, sentence, short, state_of
from crosscheck.trace import label

if TYPE_CHECKING:
    from crosscheck.case import Case


def rows_of(
    case: Case, step: int, findings: Mapping[str, Finding], panels: Mapping[str, str], mistaken: Collection[int] = ()
) -> tuple[Row, ...]:  # fmt: skip
    """The input, one row a layer, and the loss.

    Args:
        case: the problem.
        step: which of its training steps.
        findings: name -> what was found of it.
        panels: name -> the id of its panel, where there is one.
        mistaken: layers in which a mistake was named.
    """
    there, last, end = set(names_of(case)), case.n_layers, suffix(step)

    def chips(*names: str) -> tuple[Chip, ...]:
        return tuple(chip(n + end, findings.get(n + end), panels.get(n + end, "")) for n in names if n + end in there)

    rows = [Row("input", f"{case.n_samples} × {case.sizes[0]}", (given("x"),), chips("dX"), ())]
    for i in range(1, last + 1):
        top = ("output", "d_output") if i == last else (f"A{i}", f"dA{i}")
        note = f"{case.sizes[i - 1]} → {case.sizes[i]}, {label(case.activations[i - 1])}"
        update = chips(f"vW{i}'", f"W{i}'", f"vb{i}'", f"b{i}'")
        backward = chips(top[1], f"dZ{i}", f"dW{i}", f"db{i}")
        flag = "the mistake" if i in mistaken else ""
        rows.append(Row(f"layer {i}", note, chips(f"Z{i}", top[0]), backward, update, flag))
    rows.append(Row("loss", case.loss, chips("loss"), (), ()))
    return tuple(rows)


def chip(name: str, f: Finding | None, panel: str) -> Chip:
    """One array."""
    n = parse_name(name)
    letters, layer = n.quantity.rstrip("'"), "" if n.layer is None else str(n.layer)
    state = state_of(f)
    broken = f is not None and f.status == DIFFERS and (f.index is None or f.n_nonfinite > 0)
    tone = "none" if f is None else "r5" if broken else class_of(held(f).ratio) if f.index is not None else "none"
    ratio = short(held(f).ratio) if f is not None and f.index is not None and not broken else ""
    return Chip(
        name, letters.replace("d_output", "dŷ").replace("output", "ŷ"), layer, n.updated, state, MARKS[state], ratio,
        tone, f"{name} {sentence(f)}", panel,
    )  # fmt: skip


def given(name: str) -> Chip:
    """What is given, and never judged."""
    return Chip(name, name, "", False, "given", "", "", "given", f"{name} is given", "")

"""The network as a row of layers, the first wrong quantity marked under its layer.

A line of numbers, a line of layers, a line of what each of them shows:

    layer   1           2           3
    x(3) -> [5 tanh] -> [7 relu] -> [2 identity] -> mse
            follows     ^ dW2       ok
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.report.look import BAD, DOUBT, GOOD, MUTED, STRONG, Line, Look
from crosscheck.report.network import Network
from crosscheck.report.place import RUN, causes, findings_of, layer_of, layers_of, sources
from crosscheck.vocabulary import Spec

if TYPE_CHECKING:
    from crosscheck.report.report import Report

INDENT = "  "
OK, FOLLOWS, MISTAKE = "ok", "follows", "mistake"
STYLES = {OK: GOOD, FOLLOWS: MUTED, NOT_JUDGED: DOUBT}
LONG = 12  # a loss's name that is better said below than kept in the row


@dataclass(frozen=True)
class Cell:
    """One column of the drawing.

    Attributes:
        head: what stands above: the layer's number.
        label: the layer.
        note: what stands below.
        style: of the note.
        marked: whether the reader's eye belongs here.
    """

    head: str
    label: str
    note: str = ""
    style: str = ""
    marked: bool = False

    @property
    def width(self) -> int:
        """Columns; what stands above may reach over the arrow."""
        return max(len(self.head) - 2, len(self.label), len(self.note))


def drawing(report: Report, case: str, look: Look) -> list[Line]:
    """Three lines; none where the case's network is not known."""
    network = report.networks.get(case)
    if network is None:
        return []
    cells = cells_of(report, case, network)
    arrow = " → " if look.signs else " -> "
    long_loss = cells[-1]
    if total(cells, arrow) > look.width:
        if len(long_loss.label) > LONG:
            cells[-1] = Cell("", "loss", long_loss.note, long_loss.style, long_loss.marked)
        cells = folded(cells, look.width, arrow)
    lines = drawn(cells, arrow, look)
    if cells[-1].label != long_loss.label:
        lines.append(((f"{INDENT}loss: {long_loss.label}", ""),))
    return lines


def cells_of(report: Report, case: str, network: Network) -> list[Cell]:
    """The input, every layer, the loss."""
    n = network.n_layers
    by_place: dict[int, list[Finding]] = {i: [] for i in range(n + 2)}
    for f in findings_of(report, case):
        at = layer_of(f, n)
        if at in by_place:
            by_place[at].append(f)
    own = sources(report, case)
    first = own[0] if own and own[0].stage != RUN else None
    mistaken = layers_of(causes(report))
    labels = [f"x({network.sizes[0]})"]
    labels += [f"[{k} {label(s)}]" for k, s in zip(network.sizes[1:], network.activations, strict=True)]
    notes = [note(by_place[i], own, first, i in mistaken) for i in range(n + 2)]
    if report.factor is not None:  # all of it is as if the loss were another
        notes = [(FOLLOWS, MUTED, False) if style == BAD else (words, style, m) for words, style, m in notes]
        notes[-1] = (f"^ times {report.factor['name']}", DOUBT, True)
    heads = ["layer", *map(str, range(1, n + 1)), ""]
    return [Cell(h, cell, *beneath) for h, cell, beneath in zip(heads, [*labels, network.loss], notes, strict=True)]


def note(
    here: Sequence[Finding], own: Sequence[Finding], first: Finding | None, mistaken: bool
) -> tuple[str, str, bool]:
    """What is said under a layer, its style, and whether it is marked."""
    wrong = [f for f in own if f in here]
    named = wrong[0].name if wrong else ""
    if mistaken:
        return f"^ {MISTAKE}: {named}" if named else f"^ {MISTAKE}", BAD, True
    if first is not None and first in here:
        return f"^ {named}", BAD, True
    if named:
        return f"{named} {DIFFERS}", BAD, False
    status = [FOLLOWS if f.status == DIFFERS else OK if f.status == AGREES else f.status for f in here]
    # one array that could not be judged says little of a layer; most of them do
    most = OK if status.count(OK) >= status.count(NOT_JUDGED) else NOT_JUDGED
    said = FOLLOWS if FOLLOWS in status else most if status else ""
    return said, STYLES.get(said, ""), False


def label(spec: Spec) -> str:
    """An activation: relu, leaky_relu(0.05)."""
    return spec if isinstance(spec, str) else f"{spec[0]}({spec[1]:g})"


def total(cells: Sequence[Cell], arrow: str) -> int:
    """The width of a row."""
    return (
        len(INDENT)
        + sum(c.width for c in cells[:-1])
        + max(len(cells[-1].label), len(cells[-1].note))
        + len(arrow) * (len(cells) - 1)
    )


def folded(cells: Sequence[Cell], width: int, arrow: str) -> list[Cell]:
    """As many layers as there is room for: first what is marked, then both ends, then what stands beside the marks."""
    last = len(cells) - 1
    marked = [i for i, c in enumerate(cells[1:last], 1) if c.marked]
    beside = [i + d for i in marked for d in (-1, 1, -2, 2)]
    shown: set[int] = set()
    for i in dict.fromkeys(i for i in (*marked, 1, last - 1, *beside, *range(1, last)) if 0 < i < last):
        tried = with_gaps(cells, shown | {i})
        if not shown or total(tried, arrow) <= width:
            shown.add(i)
        elif i not in (*marked, 1, last - 1, *beside):
            break  # the others are not narrower by much, and there may be a thousand of them
    return with_gaps(cells, shown)


def with_gaps(cells: Sequence[Cell], shown: set[int]) -> list[Cell]:
    """The row with one cell for each run of layers that is left out."""
    result, left_out = [cells[0]], list[Cell]()
    for i, cell in enumerate(cells[1:], 1):
        if i in shown or i == len(cells) - 1:
            result += [gap(left_out), cell] if left_out else [cell]
            left_out = []
        else:
            left_out.append(cell)
    return result


def gap(left_out: Sequence[Cell]) -> Cell:
    """Layers in few words."""
    head = left_out[0].head if len(left_out) == 1 else f"{left_out[0].head}-{left_out[-1].head}"
    marked = sum(c.marked for c in left_out)
    off = sum(c.style == BAD for c in left_out)
    if marked:
        return Cell(head, "...", f"^ {marked} marked", BAD, marked=True)
    if off:
        return Cell(head, "...", f"{off} {DIFFERS.removesuffix('s')}", BAD)
    said = next((s for s in (FOLLOWS, NOT_JUDGED, OK) if any(c.note == s for c in left_out)), "")
    return Cell(head, "...", said, STYLES.get(said, ""))


def drawn(cells: Sequence[Cell], arrow: str, look: Look) -> list[Line]:
    """The lines: numbers, layers, notes where there are any."""
    shaft = "─" if look.signs else "-"
    above, middle, below = [(INDENT, "")], [(INDENT, "")], [(INDENT, "")]
    for i, c in enumerate(cells):
        end = i == len(cells) - 1
        stretched = "" if end else " " + shaft * (c.width - len(c.label)) + arrow[1:]
        step = len(arrow)
        above.append((c.head.ljust(c.width + step), MUTED))
        middle += [(c.label, STRONG if c.marked else ""), (stretched, MUTED)]
        below.append((look.text(c.note).replace("^", "↑" if look.signs else "^").ljust(c.width + step), c.style))
    return [trimmed(pieces) for pieces in (above, middle, below) if any(text.strip() for text, _ in pieces)]


def trimmed(pieces: Iterable[tuple[str, str]]) -> Line:
    """Without spaces at its end."""
    kept = list(pieces)
    while kept and not kept[-1][0].strip():
        kept.pop()
    return (*kept[:-1], (kept[-1][0].rstrip(), kept[-1][1])) if kept else ()

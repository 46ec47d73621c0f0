"""Everything that the page shows, as plain data; the templates only lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class Picture:
    """One heat map.

    Attributes:
        kind: "ratio", "yours", "reference" or "difference"; the tab that it is under.
        title: of the tab. uri: the image. width, height: on the screen.
        alt: what it shows, in words. note: what a pixel is. low, high: the ends of its scale, empty for the ratio.
    """

    kind: str
    title: str
    uri: str
    width: int
    height: int
    alt: str
    note: str
    low: str
    high: str


@dataclass(frozen=True)
class Table:
    """A table; the first column heads its row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()  # one a row, where they differ


@dataclass(frozen=True)
class Panel:
    """What is shown of one array when it is chosen."""

    id: str
    name: str
    state: str
    sentence: str
    held_against: str
    pictures: tuple[Picture, ...]
    worst: Table | None


@dataclass(frozen=True)
class Chip:
    """One array in the dataflow.

    Attributes:
        name: canonical. letters, layer, prime: the same for the eye: dW, 2, and whether there is a prime.
        state: "agrees", "differs", "follows", "not judged" or "not shown". mark: its sign.
        ratio: the worst error ÷ bound, short. tone: its colour class.
        label: all of it in words. panel: the id of its Panel, empty where there is none.
    """

    name: str
    letters: str
    layer: str
    prime: bool
    state: str
    mark: str
    ratio: str
    tone: str
    label: str
    panel: str


@dataclass(frozen=True)
class Row:
    """One layer of the dataflow: what goes forward, what comes back, what is updated; and a flag where it is wrong."""

    title: str
    note: str
    forward: tuple[Chip, ...]
    backward: tuple[Chip, ...]
    update: tuple[Chip, ...]
    flag: str = ""


@dataclass(frozen=True)
class Graph:
    """The dataflow of one step of one network, and what is behind each of its arrays."""

    id: str
    title: str
    note: str
    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    first: str  # the id of the panel to begin with
    opened: bool = False  # of several, the one to begin with


@dataclass(frozen=True)
class Formula:
    """A formula as mathematics, and as text for those who cannot see it."""

    mathml: Markup
    plain: str


@dataclass(frozen=True)
class Cause:
    """One mistake that was named."""

    id: str
    statement: str
    written: Formula
    should: Formula
    why: str
    hint: str


@dataclass(frozen=True)
class Explanation:
    """The mistakes that give the candidate's numbers, the evidence, and what would give the same numbers."""

    causes: tuple[Cause, ...]
    evidence: str
    equivalents: tuple[str, ...]


@dataclass(frozen=True)
class Plot:
    """A drawing with what it shows in words, and the numbers behind it."""

    title: str
    svg: Markup
    caption: str
    numbers: Table


@dataclass(frozen=True)
class Difference:
    """The first array that is wrong in itself."""

    sentence: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pasted:
    """The shrunk example: lines to paste, and what they show."""

    title: str
    lines: str


@dataclass(frozen=True)
class Article:
    """One report.

    Attributes:
        id: prefix of every id in it. title: what was checked. verdict: in words. tone: "good", "bad" or "open".
        lines: below the verdict.
    """

    id: str
    title: str
    verdict: str
    tone: str
    lines: tuple[str, ...]
    explanation: Explanation | None = None
    notes: tuple[str, ...] = ()  # patterns that were seen, and what the probes found
    difference: Difference | None = None
    graphs: tuple[Graph, ...] = ()
    why_no_graph: str = ""
    plots: tuple[Plot, ...] = ()
    tables: tuple[Table, ...] = ()
    remarks: tuple[str, ...] = ()
    not_shown: str = ""
    pasted: Pasted | None = None
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Page:
    """The whole file."""

    title: str
    articles: tuple[Article, ...]

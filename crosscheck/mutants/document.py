"""docs/mistakes.md: the figures and the catalogue between markers."""

from __future__ import annotations

from crosscheck.catalogue import LAYERS, VARIANT, Text, texts
from crosscheck.defects import by_id
from crosscheck.markers import Markers
from crosscheck.mutants.candidate import VISIBILITIES
from crosscheck.mutants.classes import groups
from crosscheck.mutants.work import Measured

FIGURES, CLASSES, CATALOGUE = (
    (f"<!-- mutants:{part}:begin -->", f"<!-- mutants:{part}:end -->") for part in ("figures", "classes", "catalogue")
)
MARKERS = (FIGURES, CLASSES, CATALOGUE)


def parts(figures: str, m: Measured) -> dict[Markers, str]:
    """What goes between which markers."""
    return {FIGURES: figures.strip(), CLASSES: class_list(m), CATALOGUE: catalogue_table()}


def class_list(m: Measured) -> str:
    """Which ids share their numbers in some network, by visibility."""
    lines = []
    for v in VISIBILITIES:
        found = groups(c for c in m.classes if c.visibility == v)
        right = sorted({i for g in found if g.startswith("right") for i in g.split(" = ")[1:]})
        lines += [f"**{v}**", ""]
        lines += [f"- {g}" for g in found if not g.startswith("right")]
        lines += ["", f"Nothing to see in some network: {', '.join(right)}.", ""]
    return "\n".join(lines).strip()


def catalogue_table() -> str:
    """Every mistake: what is wrong, the formula as it is and as it should be, when it shows."""
    lines = ["| id | what is wrong | as it is | as it should be | shows when |", "|---|---|---|---|---|"]
    for name, t in texts().items():
        if name in by_id():
            lines.append(f"| `{name}` | {cell(plain(t))} | {cell(t.is_)} | {cell(t.should)} | {cell(t.shows_when)} |")
    return "\n".join(lines)


def plain(t: Text) -> str:
    """The statement without its placeholders."""
    sentence = t.statement.removeprefix(LAYERS).replace(VARIANT, "").replace("{activation}", "the activation")
    return sentence[:1].upper() + sentence[1:]


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return text.replace("|", "\\|")

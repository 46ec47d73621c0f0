"""docs/mistakes.md: the figures and the catalogue between markers."""

from __future__ import annotations

from pathlib import Path

from crosscheck.atomic import write_atomically
from crosscheck.catalogue import LAYERS, VARIANT, Text, texts
from crosscheck.defects import by_id
from crosscheck.errors import UsageError
from crosscheck.mutants.candidate import VISIBILITIES
from crosscheck.mutants.classes import groups
from crosscheck.mutants.work import Measured

PARTS = ("figures", "classes", "catalogue")


def replaced(document: str, part: str, text: str, name: str) -> str:
    """The document with a part's new text between its markers; UsageError where they are not there once, in order."""
    begin, end = f"<!-- mutants:{part}:begin -->", f"<!-- mutants:{part}:end -->"
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed or begin in rest or end in after:
        raise UsageError(f"{name} needs {begin} and then {end}, once each: put them where the {part} belong")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def read_document(path: str) -> str:
    """The document; UsageError where it cannot be read or has no place for the parts."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    for part in PARTS:
        replaced(text, part, "", path)
    return text


def write_document(path: str, figures: str, m: Measured) -> None:
    """Put all parts in place."""
    text = read_document(path)
    for part, new in zip(PARTS, (figures.strip(), class_list(m), catalogue_table()), strict=True):
        text = replaced(text, part, new, path)
    write_atomically(path, text.encode())


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

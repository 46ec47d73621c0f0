"""What the two scripts of the repair trial share: the table of edits, and one check as `crosscheck check` prints it."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from crosscheck.check import check
from crosscheck.errors import UsageError
from crosscheck.load import load
from crosscheck.probes.result import FOUND
from crosscheck.report.look import Look, plain
from crosscheck.report.report import Report
from crosscheck.report.terminal import compose

HERE = Path(__file__).parent
TABLE, REPAIRS = HERE / "mistakes.toml", HERE / "repairs.toml"
LOOK = Look(width=80, signs=True)
REFUSED = "refused"


@dataclass(frozen=True)
class Edit:
    """One mistake planted into one network: texts that occur once there, each with what replaces it."""

    id: str
    network: str
    change: tuple[tuple[str, str], ...]

    def flawed(self) -> str:
        """The network's source with the mistake.

        Raises:
            ValueError: a text does not occur exactly once, or the edit changes nothing.
        """
        right = source = (HERE / self.network / "network.py").read_text(encoding="utf-8")
        for old, new in self.change:
            if source.count(old) != 1:
                raise ValueError(f"{self.id}: {old!r} occurs {source.count(old)} times in {self.network}, expected 1")
            source = source.replace(old, new)
        if source == right:
            raise ValueError(f"{self.id}: nothing is changed in {self.network}")
        return source


@dataclass(frozen=True)
class Checked:
    """What the report says: its text, the verdict, the causes named first, and those that give the same numbers."""

    text: str
    verdict: str
    first: tuple[str, ...] = ()
    equals: tuple[tuple[str, ...], ...] = ()


def repairs() -> dict[str, str]:
    """Mistake -> the whole file as its reader left it.

    Raises:
        ValueError: what a reader changed does not stand exactly once in the flawed file.
    """
    table = {row["id"]: row for row in tomllib.loads(REPAIRS.read_text(encoding="utf-8"))["repair"]}
    found = {}
    for edit in edits():
        source, row = edit.flawed(), table[edit.id]
        if source.count(row["old"]) != 1:
            raise ValueError(f"{edit.id}: {row['old']!r} occurs {source.count(row['old'])} times, expected 1")
        found[edit.id] = source.replace(row["old"], row["new"])
    return found


def edits() -> list[Edit]:
    """The whole table.

    Raises:
        ValueError: an id occurs twice.
    """
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["edit"]
    found = [Edit(r["id"], r["network"], tuple((old, new) for old, new in r["change"])) for r in rows]
    if len({e.id for e in found}) != len(found):
        raise ValueError("an id occurs twice in the table")
    return found


def checked(network: str, source: str) -> Checked:
    """Check a source, as network.py beside the adapter of this network, in this process: torch is loaded once."""
    with TemporaryDirectory() as folder:
        shutil.copy(HERE / network / "adapter.py", folder)
        Path(folder, "network.py").write_text(source, encoding="utf-8")
        try:
            report = check(load(str(Path(folder, "adapter.py"))))
        except UsageError as error:
            return Checked(f"crosscheck: error: {error}", REFUSED)
    return Checked(plain(compose(report, LOOK)), report.verdict, named_first(report), equals(report))


def named_first(report: Report) -> tuple[str, ...]:
    """The ids of the cause in first place, where there is none those that were found beside the numbers."""
    if report.explanations:
        return tuple(dict.fromkeys(d["id"] for d in report.explanations[0]["defects"]))
    if report.factor:
        return ("constant-factor",)
    return tuple(dict.fromkeys(p["id"] for p in report.probes if p["status"] == FOUND))


def equals(report: Report) -> tuple[tuple[str, ...], ...]:
    """What the report lists as giving the same numbers, and what it found besides."""
    others = [e for x in report.explanations[:1] for e in x["equivalents"]]
    ids = [tuple(dict.fromkeys(d["id"] for d in e)) for e in others]
    return tuple(dict.fromkeys([*ids, *((p["id"],) for p in report.probes if p["status"] == FOUND)]))


def how_named(planted: str, first: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> str:
    """`named`, `equal` where it is listed beside the first, else `not named`."""
    return "named" if first == (planted,) else "equal" if (planted,) in others else "not named"

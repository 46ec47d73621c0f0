"""Report: verdict, findings in dataflow order, remarks, environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from typing import TYPE_CHECKING, Any

from crosscheck.finding import AGREES, DIFFERS, Finding, Remark
from crosscheck.report.network import Network
from crosscheck.report.place import on_the_way_back

if TYPE_CHECKING:
    from crosscheck.kept import Kept


NOTHING_REGULAR = "shows no regularity that is looked for"  # is kept, so that it is known that it was looked for


@dataclass(frozen=True)
class Report:
    """What a comparison found.

    Attributes:
        verdict: "agrees", "agrees up to a factor", "differs" or "not judged".
        findings: one an array, in dataflow order.
        remarks: what is worth saying and does not change the verdict.
        not_exposed: names of the case that the candidate did not show.
        cases: the ids of the cases that were run.
        factor: {"value", "name"} where every gradient is a constant times that of the loss; value of the first case.
        factors: the same by quantity, where they are not one: "dW2", or "shown" and "applied".
        exact_for: the losses of the bank of which the gradients are exact.
        explanations: ranked; each {"defects": [{"id", "layers"}], "equivalents", "residual_over_bound"}.
        patterns: where nothing explains the numbers, what is regular about them.
        proven: the kind of a pattern that holds in all cases and says what is wrong, such as "samples"; "" for none.
        probes: what was looked for beside the numbers.
        networks: the id of each case -> the shape of its network.
        kept: the runs that a page shows element by element; no part of `to_dict`.
    """

    verdict: str
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()
    not_exposed: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    factor: Mapping[str, Any] | None = None
    factors: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exact_for: tuple[str, ...] = ()
    explanations: tuple[Mapping[str, Any], ...] = ()
    patterns: tuple[str, ...] = ()
    proven: str = ""
    probes: tuple[Mapping[str, Any], ...] = ()
    networks: Mapping[str, Network] = field(default_factory=dict)
    kept: Kept | None = field(default=None, repr=False, compare=False)

    @property
    def seen(self) -> tuple[str, ...]:
        """The patterns that say something."""
        return tuple(p for p in self.patterns if not p.endswith(NOTHING_REGULAR))

    @property
    def passed(self) -> bool:
        """Whether the verdict is `agrees`."""
        return self.verdict == AGREES

    @property
    def first_cause(self) -> Finding | None:
        """The first array that is wrong in itself, in dataflow order; of updates alone, that of the topmost layer."""
        out = on_the_way_back(f for f in self.findings if f.status == DIFFERS and not f.follows)
        return next(iter([f for f in out if f.stage != "loss"] or out), None)

    def explain(self) -> str:
        """The cause in words, with its evidence and a hint; empty where nothing differs."""
        from crosscheck.report.explanation import explanation_lines
        from crosscheck.report.look import Look, plain

        return plain(explanation_lines(self, Look(verbose=True)))

    def save(self, path: str | PathLike[str]) -> None:
        """Write `to_dict()` as JSON, whole or not at all.

        Raises:
            UsageError: the file cannot be written.
        """
        import json

        from crosscheck.atomic import write_atomically

        write_atomically(path, (json.dumps(self.to_dict(), indent=2, ensure_ascii=False) + "\n").encode())

    def save_html(self, path: str | PathLike[str], title: str = "") -> None:
        """Write one HTML file that works offline, whole or not at all.

        Args:
            path: of the file.
            title: what was checked; by default the case, or how many there were.

        Raises:
            UsageError: the file cannot be written, or jinja2, latex2mathml or matplotlib is not installed.
        """
        from crosscheck.report.html.page import save

        save(self, path, title)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """In IPython, and as the plain text that a notebook keeps beside the HTML: the text, not the fields."""
        printer.text("Report(...)" if cycle else str(self))

    def _repr_html_(self) -> str:
        """In a notebook: verdict, cause with its formulas, findings; without the libraries for that, the text."""
        from crosscheck.report.html.notebook import notebook_html

        return notebook_html(self)

    def to_dict(self) -> dict[str, Any]:
        """The object that `--json` writes."""
        from crosscheck.report.json_form import to_dict

        return to_dict(self)

    def __str__(self) -> str:
        from crosscheck.report.terminal import render

        return render(self)

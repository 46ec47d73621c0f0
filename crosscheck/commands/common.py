"""What several verbs share: where a case comes from, where a report goes, and the exit code."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.atomic import write_atomically
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.report.report import Report

EXIT_CODE = {AGREES: 0, FACTOR: 1, DIFFERS: 1, NOT_JUDGED: 3}


def add_case(parser: ArgumentParser, **settings: Any) -> None:
    """The case that a verb is about."""
    parser.add_argument("case", metavar="CASE", help="a case's id, or its .npz", **settings)


def add_report(parser: ArgumentParser) -> None:
    """How a report is shown."""
    parser.add_argument("--json", metavar="OUT", help="also write the report as JSON")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-v", "--verbose", action="store_true", help="show every array, also those that agree")
    loudness.add_argument("-q", "--quiet", action="store_true", help="one line a report")


def show_report(report: Report, args: Namespace, title: str, *, titled: bool = False, apart: bool = False) -> None:
    """One report as `add_report` was asked for it; its title stands above it where there are several."""
    from crosscheck.report.look import STRONG, Line, line
    from crosscheck.report.screen import look_of, show
    from crosscheck.report.terminal import compose, one_line

    look = look_of(sys.stdout, args.verbose)
    if args.quiet:
        show([line(look, f"{title}  {one_line(report)}")])
        return
    lines: list[Line] = [()] * apart
    lines += [((look.text(title), STRONG),)] if titled else []
    show([*lines, *compose(report, look)])


def read_case(text: str) -> Case:
    """A Case of its id or of its file; what looks like a file is one."""
    if text.endswith(".npz") or os.sep in text or Path(text).is_file():
        from crosscheck.case_file import load_case

        return load_case(text)
    from crosscheck.case import Case

    return Case.parse(text)


def worst(verdicts: list[str]) -> str:
    """The one that outranks the others."""
    return next(v for v in (DIFFERS, FACTOR, NOT_JUDGED, AGREES) if v in verdicts)


def write_json(path: str, content: dict[str, Any]) -> None:
    """Write it whole or not at all."""
    # allow_nan=False: JSON has no NaN, and what slipped through must not be written as something that is no JSON
    text = json.dumps(content, indent=2, allow_nan=False, ensure_ascii=False)
    write_atomically(path, (text + "\n").encode())

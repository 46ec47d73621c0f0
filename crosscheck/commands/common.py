"""What several verbs share: where a case comes from, where a report goes, and the exit code."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.atomic import write_atomically
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from crosscheck.case import Case

EXIT_CODE = {AGREES: 0, FACTOR: 1, DIFFERS: 1, NOT_JUDGED: 3}


def add_case(parser: ArgumentParser, **settings: Any) -> None:
    """The case that a verb is about."""
    parser.add_argument("case", metavar="CASE", help="a case's id, or its .npz", **settings)


def add_report(parser: ArgumentParser) -> None:
    """How a report is shown."""
    parser.add_argument("--json", metavar="OUT", help="also write the report as JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every array, also those that agree")


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

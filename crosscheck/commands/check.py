"""`crosscheck check`."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.commands.common import worst, write_json
from crosscheck.errors import UsageError
from crosscheck.report.look import STRONG, Line, Look, as_it_is, line

if TYPE_CHECKING:
    from rich.console import Console

    from crosscheck.isolated import Outcome

LIMIT = 60.0
UNUSABLE = 2  # the code of a file that is no adapter
RANK = (2, 1, 3, 0)  # what is not usable outranks what differs, that what is not judged, and that what agrees


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("files", metavar="FILE[:NAME]", nargs="+", help="a file with an adapter; NAME if it has more")
    parser.add_argument("--json", metavar="OUT", help="also write what was found as JSON")
    parser.add_argument("--html", metavar="OUT", help="also write a page that shows every number, to read offline")
    parser.add_argument("--dtype", choices=("float64", "float32"), help="of the cases (float64)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the cases (0)")
    parser.add_argument("--only", metavar="QUANTITY", help='judge these alone, such as dW, dW2 or "dW2 db2"')
    parser.add_argument("--steps", type=int, metavar="K", help="updates in every case (1, and 3 where it matters)")
    parser.add_argument(
        "--case", metavar="CASE", action="append", default=[], help="an id or .npz, in place of the usual ones"
    )
    parser.add_argument("--shrink", action="store_true", help="find the smallest network and numbers that still fail")
    parser.add_argument("--timeout", type=float, default=LIMIT, metavar="S", help=f"seconds for each file ({LIMIT:g})")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-v", "--verbose", action="store_true", help="every array, and what the network prints")
    loudness.add_argument("-q", "--quiet", action="store_true", help="one line a file")


def run(args: Namespace) -> int:
    """Check every file; the worst of the exit codes."""
    check_arguments(args)
    from crosscheck.isolated import check_isolated
    from crosscheck.report.screen import console_of, look_of

    console, look = console_of(sys.stderr, quiet=args.quiet), look_of(sys.stdout, args.verbose)
    outcomes = []
    for i, spec in enumerate(args.files):
        with watched(spec, console) as progress:
            outcome = check_isolated(
                spec, limit=args.timeout, dtype=args.dtype, seed=args.seed, steps=args.steps, only=args.only,
                cases=args.case, look=look, shrink=shrunk_file(spec) if args.shrink else None,
                keep=bool(args.html), progress=progress,
            )  # fmt: skip
        outcomes.append(outcome)
        show(outcome, args, look, apart=i > 0)
    if args.json:
        write_json(args.json, as_json(outcomes))
    if args.html:
        write_html(args.html, outcomes)
    return next(code for code in RANK if code in {o.code for o in outcomes})


def check_arguments(args: Namespace) -> None:
    """Refuse what can be refused before anything is run."""
    from crosscheck.load import split_spec
    from crosscheck.verify.command import check_folder, check_page

    if not 0 < args.timeout < 1e7:
        raise UsageError(f"timeout is {args.timeout:g}: expected a number of seconds above 0")
    if args.steps is not None and args.steps < 1:
        raise UsageError(f"steps is {args.steps}: expected at least 1")
    if args.json:
        check_folder(args.json)
    if args.html:
        check_page(args.html)
    if len(args.files) == 1:
        split_spec(args.files[0])


def show(outcome: Outcome, args: Namespace, look: Look, apart: bool) -> None:
    """The report of one file; what is no usable adapter is one line on stderr."""
    from crosscheck.cli import fail
    from crosscheck.report import screen

    several = len(args.files) > 1
    if outcome.code == UNUSABLE:
        named = Path(outcome.spec).name.partition(":")[0] in outcome.line
        fail(f"{outcome.spec}: {outcome.line}" if several and not named else outcome.line)
        return
    if args.quiet:
        screen.show([line(look, f"{outcome.spec}  {outcome.line}")])
        return
    lines: list[Line] = [()] * apart
    lines += [((outcome.spec, STRONG),)] if several else []
    lines += outcome.lines
    if args.verbose and outcome.printed:
        lines += [(), line(look, "what it printed, the beginning of it:"), *as_it_is(outcome.printed.rstrip(), look)]
    if args.shrink and outcome.shrunk:
        lines += [(), *as_it_is(outcome.shrunk["shrunk"], look)]
    screen.show(lines)


def as_json(outcomes: list[Outcome]) -> dict[str, object]:
    """One report as it is; several under their files, below the worst verdict."""
    from crosscheck.report.json_form import SCHEMA_VERSION

    reports = {o.spec: {**o.data, **({"shrunk": dict(o.shrunk)} if o.shrunk else {})} for o in outcomes}
    if len(outcomes) == 1:
        return reports[outcomes[0].spec]
    verdict = worst([str(o.data["verdict"]) for o in outcomes])
    return {"schema_version": SCHEMA_VERSION, "verdict": verdict, "reports": reports}


def write_html(path: str, outcomes: Sequence[Outcome]) -> None:
    """A page of all reports; what is no usable adapter is on it with what is wrong."""
    from crosscheck.report.from_json import from_dict
    from crosscheck.report.html.article import article
    from crosscheck.report.html.model import Pasted
    from crosscheck.report.html.page import write_page

    articles = []
    for i, o in enumerate(outcomes, 1):
        report = from_dict(o.data)
        pasted = Pasted(o.pasted["what"], o.pasted["lines"]) if o.pasted else None
        found = article(report, o.spec, f"r{i}", o.kept, pasted)
        articles.append(replace(found, lines=(o.line, *found.lines)) if o.code == UNUSABLE else found)
    write_page(path, articles)


def shrunk_file(spec: str) -> str:
    """Where the smallest case goes: net.py:Mine -> net-Mine-shrunk.npz, in the current folder."""
    from crosscheck.load import split_spec

    try:
        file, name = split_spec(spec)
    except UsageError:
        file, name = Path(spec), ""
    return f"{'-'.join(filter(None, (file.stem, name)))}-shrunk.npz"


@contextmanager
def watched(title: str, console: Console) -> Iterator[Callable[[int, int], None]]:
    """A bar while the cases are run; without a terminal, one line when they are."""
    if console.quiet or not console.is_terminal or console.is_dumb_terminal:
        started, total = time.perf_counter(), [0]
        yield lambda done, n: total.__setitem__(0, n)
        if total[0]:
            seconds = time.perf_counter() - started
            # not how many: where samples are run one by one as well, the report counts more
            console.print(f"{title}: {seconds:.1f} s", markup=False, soft_wrap=True)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(title, markup=False), BarColumn(bar_width=20), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, n: bar.update(task, completed=done, total=n)

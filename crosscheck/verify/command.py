"""`crosscheck verify`: the arguments, what is shown, and the exit code."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.verify.own import Layout

EPOCHS, QUICK_EPOCHS = 10, 2


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    epochs = f"how often the digits are gone through ({EPOCHS}; {QUICK_EPOCHS} with --quick)"
    parser.add_argument("--epochs", type=int, metavar="E", help=epochs)
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="of the split, the start, batches and grid (0)"
    )
    parser.add_argument("--quick", action="store_true", help="float64 only, and a small grid")
    parser.add_argument("--json", metavar="OUT", help="also write what was found as JSON")
    parser.add_argument("--html", metavar="OUT", help="also write a page that shows every number, to read offline")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-v", "--verbose", action="store_true", help="show every place, and the drift at every step")
    loudness.add_argument("-q", "--quiet", action="store_true", help="the verdict alone, in one line")


def run(args: Namespace, layouts: Sequence[Layout] | None = None) -> int:
    """Verify, show, and return 0 where everything agrees, otherwise 1.

    Args:
        args: what the command line gives.
        layouts: by default both of manual_mlp, and its fused network; by name, or modules with their functions.

    Raises:
        UsageError: epochs or a seed out of range, or a place that cannot be written to.
    """
    # Imported here, so that `crosscheck --help` answers at once.
    from crosscheck.commands.common import write_json
    from crosscheck.environment import environment
    from crosscheck.finding import AGREES
    from crosscheck.report.look import STYLE, line
    from crosscheck.report.screen import console_of, look_of, show
    from crosscheck.verify.job import verify
    from crosscheck.verify.outcome import to_dict
    from crosscheck.verify.own import NETWORKS
    from crosscheck.verify.table import laid_out, verdict

    if args.json:
        check_folder(args.json)
    if args.html:
        check_page(args.html)
    # Progress goes to stderr, so that what is found can be kept: crosscheck verify > found.txt
    progress = console_of(sys.stderr, quiet=args.quiet)
    epochs = args.epochs if args.epochs is not None else QUICK_EPOCHS if args.quick else EPOCHS
    outcome = verify(epochs, args.seed, args.quick, layouts or NETWORKS, progress)
    if args.json:
        write_json(args.json, to_dict(outcome, environment()))
    if args.html:
        from crosscheck.report.html.page import write_page
        from crosscheck.verify.article import article

        write_page(args.html, [article(outcome)])
    look = look_of(sys.stdout, args.verbose)
    show([line(look, verdict(outcome), STYLE[outcome.verdict])] if args.quiet else [(), *laid_out(outcome, look)])
    return 0 if outcome.verdict == AGREES else 1


def check_page(path: str) -> None:
    """Refuse, before a minute's work, a page that could not be made or written."""
    from crosscheck.report.html.extra import check_extra

    check_extra()
    check_folder(path)


def check_folder(path: str) -> None:
    """Refuse, before a minute's work, a place whose folder is not there or not ours, or that is a folder itself."""
    from pathlib import Path

    from crosscheck.atomic import check_place
    from crosscheck.errors import UsageError

    folder = Path(path).resolve().parent
    if not folder.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {folder}; make it, or choose another place")
    if Path(path).is_dir():
        raise UsageError(f"cannot write {path}: it is a folder; choose the name of a file")
    check_place(path)

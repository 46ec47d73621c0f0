"""`python -m crosscheck.mutants`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.errors import UsageError
from crosscheck.markers import read_page, write_page
from crosscheck.threads import limit_threads


def parser() -> ArgumentParser:
    """The command line."""
    p = ArgumentParser(prog="python -m crosscheck.mutants", description="How many mistakes are caught, and named.")
    size = p.add_mutually_exclusive_group()
    size.add_argument("--full", action="store_true", help="everything (the default): about an hour on two cores")
    size.add_argument("--quick", action="store_true", help="a sample of four networks, in a minute or two")
    p.add_argument("--share", type=float, default=1.0, help="of the planted mistakes, pairs and correct networks (1)")
    p.add_argument("--workers", type=int, default=2, help="processes (2)")
    p.add_argument("--write", metavar="FILE", help="put figures and catalogue between the markers of this document")
    p.add_argument("--freeze", action="store_true", help="write down what cannot be told apart, for the tests")
    return p


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0; 1 where something was not caught, or a correct network called wrong; 2 for bad usage."""
    args = parser().parse_args(arguments)
    try:
        return run(args)
    except UsageError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def run(args: Namespace) -> int:
    """Measure, print, write."""
    if args.workers < 1 or not 0 < args.share <= 1:
        raise UsageError("expected at least one worker, and a share between 0 and 1")
    limit_threads()

    from crosscheck.mutants.cost import measure_cost
    from crosscheck.mutants.document import MARKERS, parts
    from crosscheck.mutants.figures import figures, is_convention
    from crosscheck.mutants.frozen import freeze
    from crosscheck.mutants.naming import INVISIBLE
    from crosscheck.mutants.work import FULL, QUICK_SIZE, measure

    if args.write:
        read_page(args.write, *MARKERS)  # before an hour of work
    size = QUICK_SIZE if args.quick else FULL
    size = replace(
        size, share=size.share * args.share, share_of_pairs=size.share_of_pairs * args.share,
        right=max(1, round(size.right * args.share)),
    )  # fmt: skip
    m = measure(size, args.workers)
    if args.freeze:
        freeze(m.classes)
    command = "python -m crosscheck.mutants" + " --quick" * args.quick + f" --share {args.share:g}" * (args.share < 1)
    print(figures(m, (), command), file=sys.stderr)  # what is known so far: the rest takes minutes
    text = figures(m, measure_cost((2, 3, 4) if args.quick else range(2, 9)), command)
    print(text)
    if args.write:
        write_page(args.write, parts(text, m))
    planted = [o for o in [*m.singles, *m.pairs] if o.kind != INVISIBLE and not is_convention(o)]
    missed = [o for o in planted if not o.caught]
    return 1 if missed or m.right.differs or m.right.diagnosed else 0


if __name__ == "__main__":
    sys.exit(main())

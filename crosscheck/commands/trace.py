"""`crosscheck trace`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from crosscheck.commands.common import add_case, read_case

EXAMPLE = "3-5-7-2_N11_tanh_mse_f64_s0"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    add_case(parser, nargs="?", default=EXAMPLE)
    parser.add_argument("--layout", choices=("numerator", "denominator", "both"), default="both")
    parser.add_argument("--values", action="store_true", help="also the numbers of small arrays, rounded")


def run(args: Namespace) -> int:
    """Print the trace."""
    from crosscheck.pair import LAYOUTS
    from crosscheck.trace import render, trace

    case = read_case(args.case)
    layouts = LAYOUTS if args.layout == "both" else (args.layout,)
    print(case.id)
    print(render(trace(case, layouts), values=args.values))
    return 0

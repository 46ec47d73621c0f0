"""`python -m crosscheck.calibrate`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from crosscheck.errors import UsageError
from crosscheck.markers import read_page, write_page
from crosscheck.threads import limit_threads

MARKERS = ("<!-- calibrate:begin -->", "<!-- calibrate:end -->")  # in docs/tolerance.md
NETWORKS, QUICK_NETWORKS = 10_100, 200  # about one in 250 diverges and is left out


def parser() -> ArgumentParser:
    """The command line."""
    p = ArgumentParser(prog="python -m crosscheck.calibrate", description="What the derived tolerance is worth.")
    p.add_argument("--networks", type=int, help=f"how many to draw ({NETWORKS}; {QUICK_NETWORKS} with --quick)")
    p.add_argument("--seed", type=int, default=0, help="of the networks (0)")
    p.add_argument("--workers", type=int, default=2, help="processes (2)")
    p.add_argument("--write", metavar="FILE", help="put the figures between the markers in this Markdown file")
    p.add_argument("--quick", action="store_true", help="fewer and smaller networks, up to 32 units")
    return p


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0, 1 where a correct network was called wrong, 2 for bad usage."""
    args = parser().parse_args(arguments)
    try:
        return run(args)
    except UsageError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def run(args: Namespace) -> int:
    """Measure, print, write."""
    default = QUICK_NETWORKS if args.quick else NETWORKS
    networks = default if args.networks is None else args.networks
    if networks < 1 or args.workers < 1 or args.seed < 0:
        raise UsageError("expected at least one network and one worker, and a seed of 0 or more")
    limit_threads()

    from crosscheck.calibrate.counterexample import counterexamples
    from crosscheck.calibrate.figures import figures
    from crosscheck.calibrate.measure import Plan
    from crosscheck.calibrate.networks import MOST_SAMPLES, WIDEST
    from crosscheck.calibrate.pool import calibrate

    if args.write:
        read_page(args.write, MARKERS)  # before minutes of work
    plan = Plan(args.seed, 32 if args.quick else WIDEST, 32 if args.quick else MOST_SAMPLES)
    t = calibrate(plan, networks, args.workers)
    command = f"python -m crosscheck.calibrate --networks {networks} --seed {args.seed}" + " --quick" * args.quick
    text = figures(t, counterexamples(args.seed), command)
    print(text)
    for example in t.examples:
        print(f"FALSE ALARM: {example}", file=sys.stderr)
    if args.write:
        write_page(args.write, {MARKERS: text})
    return 1 if t.n_alarms else 0


if __name__ == "__main__":
    sys.exit(main())

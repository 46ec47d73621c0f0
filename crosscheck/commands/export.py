"""`crosscheck export`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from crosscheck.commands.common import add_case, read_case


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    add_case(parser)
    parser.add_argument("-o", "--output", metavar="OUT.npz", required=True, help="the file to write")
    parser.add_argument("--with-reference", action="store_true", help="also PyTorch's numbers, as reference_NAME")


def run(args: Namespace) -> int:
    """Write the file."""
    from crosscheck.case_file import save_case

    case = read_case(args.case)
    reference = None
    if args.with_reference:
        from crosscheck.compare import run_reference

        reference = run_reference(case)
    save_case(case, args.output, reference)
    print(f"{case.id} written to {args.output}")
    return 0

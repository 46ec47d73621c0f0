"""`crosscheck judge`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from crosscheck.commands.common import EXIT_CODE, add_case, add_report, read_case, write_json
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.report.report import Report


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    add_case(parser)
    parser.add_argument("result", metavar="RESULT.npz", help="arrays under the harness's names, such as dW1")
    add_report(parser)


def run(args: Namespace) -> int:
    """Print the report."""
    from crosscheck.report.terminal import render

    report = judge(args.case, args.result)
    if args.json:
        write_json(args.json, report.to_dict())
    print(render(report, args.verbose))
    return EXIT_CODE[report.verdict]


def judge(case_text: str, result_path: str) -> Report:
    """The report on a result file; UsageError for a result that says it answers another case."""
    from crosscheck.compare import compare
    from crosscheck.record_file import load_record

    case, result = read_case(case_text), load_record(result_path)
    if result.case_id not in (None, case.id):
        raise UsageError(f"{result_path} answers case {result.case_id}: expected {case.id}; judge it with its own case")
    return compare(result.record, case, result.conventions)

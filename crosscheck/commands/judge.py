"""`crosscheck judge`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscheck.commands.common import EXIT_CODE, add_case, add_report, read_case, show_report, write_json
from crosscheck.errors import UsageError
from crosscheck.finding import DIFFERS

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.conventions import Conventions
    from crosscheck.report.report import Report


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    add_case(parser)
    parser.add_argument("result", metavar="RESULT.npz", help="arrays under the harness's names, such as dW1")
    add_report(parser)


def run(args: Namespace) -> int:
    """Print the report."""
    report = judge(args.case, args.result)
    if args.json:
        write_json(args.json, report.to_dict())
    show_report(report, args, args.result)
    return EXIT_CODE[report.verdict]


def judge(case_text: str, result_path: str) -> Report:
    """The report on a result file; UsageError for a result that says it answers another case."""
    from crosscheck.compare import compare
    from crosscheck.record_file import load_record

    case, result = read_case(case_text), load_record(result_path)
    if result.case_id not in (None, case.id):
        raise UsageError(f"{result_path} answers case {result.case_id}: expected {case.id}; judge it with its own case")
    report = compare(result.record, case, result.conventions)
    return report if report.verdict != DIFFERS else with_cause(report, result.record, case, result.conventions)


def with_cause(report: Report, arrays: Mapping[str, Any], case: Case, conventions: Conventions) -> Report:
    """The report with the mistakes that give these numbers, or what is regular about the first that differs."""
    from crosscheck.compare import numeric_arrays
    from crosscheck.conventions import to_canonical
    from crosscheck.explain import explanations, regularities
    from crosscheck.run_adapter import Run
    from crosscheck.shown import shape_of

    shown, broken = numeric_arrays(arrays)
    canonical, _ = to_canonical(conventions, shown, case, {n: shape_of(n, case) for n in shown})
    run = Run(case, conventions, shown, canonical, broken)
    causes = explanations([run], report.verdict, lambda _: None)
    patterns, proven = ((), "") if causes else regularities([run])
    return replace(report, explanations=causes, patterns=patterns, proven=proven)

"""`crosscheck replay`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from crosscheck.commands.common import EXIT_CODE, add_case, add_report, read_case, show_report, worst, write_json
from crosscheck.errors import UsageError


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    add_case(parser)
    parser.add_argument("--layout", choices=("numerator", "denominator", "both"), default="both")
    add_report(parser)


def run(args: Namespace) -> int:
    """Judge either layout next to the reference."""
    import numpy as np

    from crosscheck.compare import compare, run_reference
    from crosscheck.pair import LAYOUTS, layout_conventions, run_layout
    from crosscheck.report.json_form import SCHEMA_VERSION

    case = read_case(args.case)
    truth = run_reference(case)
    reports = {}
    for layout in LAYOUTS if args.layout == "both" else (args.layout,):
        try:
            with np.errstate(all="ignore"):  # what overflows is in the report, not on stderr too
                arrays = run_layout(layout, case)
        except ValueError as error:  # it refuses NaN and infinity, which a run that diverges meets in a later step
            raise UsageError(f"the {layout} layout refuses {case.id}: {error}") from error
        reports[layout] = compare(arrays, case, layout_conventions(layout), truth)
    verdict = worst([r.verdict for r in reports.values()])
    if args.json:
        plain = {layout: r.to_dict() for layout, r in reports.items()}
        write_json(args.json, {"schema_version": SCHEMA_VERSION, "verdict": verdict, "reports": plain})
    for i, (layout, report) in enumerate(reports.items()):
        show_report(report, args, f"{layout} layout", titled=True, apart=i > 0)
    return EXIT_CODE[verdict]

"""The process in which `crosscheck check` runs one candidate: python -m crosscheck.worker, the request on stdin.

What it has to say goes to stdout, one JSON object a line; what the candidate prints goes elsewhere.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import traceback
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.errors import UsageError
from crosscheck.threads import limit_threads

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.finding import Remark
    from crosscheck.report.report import Report
    from crosscheck.watch import Watch


FEW_RUNS = 500  # of the candidate, to shrink a case that nobody asked to be shrunk


class Channel:
    """The way back: stdout's file descriptor, kept for ourselves; whoever writes to descriptor 1 writes to stderr."""

    def __init__(self) -> None:
        self.file = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)

    def send(self, **message: Any) -> None:
        """One line."""
        self.file.write(json.dumps(message, allow_nan=False) + "\n")
        self.file.flush()


def main() -> int:
    """Answer one request."""
    request = json.loads(sys.stdin.buffer.readline())
    channel = Channel()
    faulthandler.enable(file=channel.file)
    limit_threads()
    load_the_harness()
    # ends the process by itself, with the place where it hangs: even inside a loop that is not Python's
    faulthandler.dump_traceback_later(request["limit"], exit=True, file=channel.file)
    try:
        answer(request, channel)
    except UsageError as error:
        channel.send(error=str(error))
    except MemoryError:
        channel.send(error="not enough memory")
    except Exception as error:  # noqa: BLE001 (what a candidate raises is caught where it is called: this is our own)
        channel.send(fault=told(error))
    faulthandler.cancel_dump_traceback_later()
    channel.send(done=True)
    return 0


def told(error: BaseException) -> str:
    """What was raised, and the deepest line."""
    from crosscheck.candidate_code import describe

    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{describe(error)}, at {Path(last.filename).name}:{last.lineno} in {last.name}"


def load_the_harness() -> None:
    """What takes seconds on a busy machine, torch above all: no part of the candidate's time."""
    for name in ("crosscheck.check", "crosscheck.diagnose", "reference.run"):
        import_module(name)


def answer(request: dict[str, Any], channel: Channel) -> None:
    """Load, check, report; shrink where that is asked for."""
    from crosscheck.check import check
    from crosscheck.commands.common import read_case
    from crosscheck.load import load, split_spec
    from crosscheck.report.look import Look
    from crosscheck.report.terminal import compose, one_line
    from crosscheck.watch import ACTIVE, Watch, note_exit

    file = split_spec(request["spec"])[0]
    sys.argv = [str(file)]
    cases = [read_case(text) for text in request["cases"]] or None
    watch = Watch()
    ACTIVE.append(watch)
    watch.install()
    note_exit(lambda what, place: channel.send(left=what, place=place))
    channel.send(phase="loading")
    try:
        adapter = load(request["spec"])
    finally:
        for name, place in watch.put_back(file):
            watch.seen[f"replaces {name}, which was put back before anything was judged"] = place
    channel.send(phase="running", adapter=type(adapter).__name__)
    try:
        report = check(
            adapter, cases=cases, dtype=request["dtype"], seed=request["seed"], steps=request["steps"],
            only=request["only"], progress=lambda done, total: channel.send(progress=[done, total]),
        )  # fmt: skip
    finally:
        replaced = watch.put_back(file)
    if replaced:
        name, place = replaced[0]
        channel.send(spoilt=f"it replaces {name} while it runs, so nothing can be judged", place=place)
        return
    report = replace(report, remarks=(*report.remarks, *remarks(watch, adapter)))
    channel.send(
        report=report.to_dict(), shown=compose(report, Look(**request["look"])), line=one_line(report),
        printed=watch.printed.start,
    )  # fmt: skip
    if request["keep"]:
        keep_runs(adapter, report, Path(request["keep"]))
    if request["shrink"]:
        channel.send(**shrunk(adapter, report, request["shrink"], request["spec"]))
    elif request["keep"]:
        channel.send(pasted=pasted(adapter, report))


def remarks(watch: Watch, adapter: Adapter) -> list[Remark]:
    """What the candidate did beside computing; not that a script seeds a generator."""
    from crosscheck.finding import Remark
    from crosscheck.script_adapter import Script
    from crosscheck.watch import MUCH

    script = isinstance(adapter, Script)
    seen = [(what, place) for what, place in watch.seen.items() if not (script and what.startswith("seeds "))]
    found = [Remark("side-effect", f"{what}, at {place}" if place else what) for what, place in seen]
    if watch.printed.count >= MUCH:
        at = f", at {watch.printed.place}" if watch.printed.place else ""
        found.append(Remark("side-effect", f"prints {watch.printed.count:,} characters{at}"))
    return found


def keep_runs(adapter: Adapter, report: Report, folder: Path) -> None:
    """Leave the runs that a page shows where the caller looks for them: first what is there, then a training run."""
    from crosscheck.kept import save_kept, with_training

    if report.kept is not None:
        save_kept(report.kept, folder)
        save_kept(with_training(report.kept, adapter), folder)


def pasted(adapter: Adapter, report: Report) -> dict[str, str]:
    """The smallest case in which it still fails in a few lines, without a file, and without a long search."""
    from crosscheck.shrink import shrink

    found = None if report.passed else shrink(adapter, report, budget=FEW_RUNS)
    return {} if found is None else {"what": found.what, "lines": found.lines}


def shrunk(adapter: Adapter, report: Report, path: str, spec: str) -> dict[str, Any]:
    """The smallest case in which it still fails, as a file and in ten lines."""
    from crosscheck.case_file import save_case
    from crosscheck.shrink import shrink

    found = shrink(adapter, report)
    if found is None:
        return {"shrunk": "nothing to shrink: no case of the report fails by itself"}
    target = Path(path)
    save_case(found.case, target)
    return {"shrunk": found.text(str(target), spec), "case": found.case.id, "lines": found.lines}


if __name__ == "__main__":
    sys.exit(main())

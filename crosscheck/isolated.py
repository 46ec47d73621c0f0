"""A candidate checked in a process of its own: code that hangs, exits or crashes is a finding, not the end of us."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from crosscheck.environment import environment
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.kept import Kept, load_kept
from crosscheck.report.look import BAD, STRONG, STYLE, Line, Look, paragraph, plain
from crosscheck.report.report import Report
from crosscheck.verdict import FACTOR

AGREED, DIFFERED, USAGE, UNJUDGED = 0, 1, 2, 3
CODE = {AGREES: AGREED, FACTOR: DIFFERED, DIFFERS: DIFFERED, NOT_JUDGED: UNJUDGED}
MUCH, KEPT = 100_000, 2_000
GRACE = 5.0  # seconds after the limit, for a worker that cannot end itself
STARTING = 120.0  # seconds in which a worker imports what we need, before the candidate's time begins
_REFERENCE = Path(__file__).parents[1] / "reference"  # where it is installed in a folder of its own, it is ours too
_FRAME = re.compile(r'\s*File "(?P<file>.+)", line (?P<line>\d+) in (?P<name>.+)')


@dataclass
class Outcome:
    """What became of one candidate.

    Attributes:
        spec: FILE[:NAME], as given.
        code: 0 agrees, 1 differs, 2 not a usable adapter, 3 not judged.
        line: the verdict, and what is wrong, in one line.
        lines: the report, as it is to be shown; none where there is none.
        data: the report as plain data.
        printed: the beginning of what the candidate printed.
        shrunk: the smallest case that fails, where that was asked for.
        kept: the runs that a page shows, where that was asked for.
        pasted: for a page, the smallest case that fails: {"what", "lines"}.
    """

    spec: str
    code: int
    line: str
    lines: Sequence[Line]
    data: Mapping[str, Any]
    printed: str = ""
    shrunk: Mapping[str, Any] = field(default_factory=dict)
    kept: Kept | None = None
    pasted: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The report without colours."""
        return plain(self.lines)


def check_isolated(
    spec: str,
    *,
    limit: float,
    dtype: str | None = None,
    seed: int = 0,
    steps: int | None = None,
    only: str | None = None,
    cases: list[str] | None = None,
    look: Look | None = None,
    shrink: str | None = None,
    keep: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Check FILE[:NAME] in a worker process that ends after `limit` seconds at the latest, and with us."""
    look = look or Look()
    request = {
        "spec": spec, "limit": limit, "dtype": dtype, "seed": seed, "steps": steps, "only": only,
        "cases": cases or [], "look": asdict(look), "shrink": shrink,
    }  # fmt: skip
    said = Said(limit, progress)
    with TemporaryDirectory(prefix="crosscheck-") if keep else nullcontext("") as folder:
        worker = start()
        try:
            said.listen(worker, {**request, "keep": folder})
        finally:  # whatever stops us stops the worker too
            kill(worker)
        outcome = said.outcome(spec, look)
        outcome.shrunk = outcome.shrunk if shrink else {}
        outcome.pasted = said.pasted()
        outcome.kept = load_kept(Path(folder)) if keep else None
    return outcome


def start() -> subprocess.Popen[bytes]:
    """The worker: without a screen, without our folder in front of its modules, in a process group of its own."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"MPLBACKEND": "module://crosscheck.no_window", "QT_QPA_PLATFORM": "offscreen", "SDL_VIDEODRIVER": "dummy"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "crosscheck.worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, start_new_session=True,
    )  # fmt: skip


class Said:
    """Everything that a worker said, and how it ended."""

    def __init__(self, limit: float, progress: Callable[[int, int], None] | None) -> None:
        self.limit, self.progress = limit, progress
        self.messages: dict[str, Any] = {}
        self.frames: list[re.Match[str]] = []
        self.printed, self.n_printed = "", 0
        self.timed_out, self.returned = False, 0
        self.last: threading.Timer | None = None

    def listen(self, worker: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
        """Send the request and read what comes back, until the worker is done or gone."""
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert worker.stderr is not None
        self.wait_at_most(STARTING + self.limit, worker)
        noise = threading.Thread(target=self.drain, args=[worker.stderr], daemon=True)
        noise.start()
        threading.Thread(target=bury, args=[worker], daemon=True).start()
        try:
            worker.stdin.write(json.dumps(request).encode() + b"\n")
            worker.stdin.close()
            for line in worker.stdout:
                starting = "phase" not in self.messages
                self.take(line.decode(errors="replace"))
                if starting and "phase" in self.messages:  # from here on it is the candidate's time
                    self.wait_at_most(self.limit + GRACE, worker)
                if "done" in self.messages:
                    break
            self.returned = 0 if "done" in self.messages else worker.wait()
        except BrokenPipeError:
            self.returned = worker.wait()
        finally:
            kill(worker)
            if self.last is not None:
                self.last.cancel()
            worker.wait()
            noise.join(timeout=1)
            worker.stdout.close()

    def wait_at_most(self, seconds: float, worker: subprocess.Popen[bytes]) -> None:
        """The worker ends itself; this is for one that cannot. Takes the place of what was said before."""
        if self.last is not None:
            self.last.cancel()
        self.last = threading.Timer(seconds, self.give_up, [worker])
        self.last.daemon = True
        self.last.start()

    def give_up(self, worker: subprocess.Popen[bytes]) -> None:
        """The worker did not end itself."""
        self.timed_out = True
        kill(worker)

    def drain(self, stream: IO[bytes]) -> None:
        """Read what is printed past Python, keep its beginning."""
        while chunk := os.read(stream.fileno(), 65536):
            if len(self.printed) < KEPT:
                self.printed += chunk[: KEPT - len(self.printed)].decode(errors="replace")
            self.n_printed += len(chunk)
        stream.close()

    def take(self, line: str) -> None:
        """A message, or a line of the traceback of a process that is about to end."""
        if line.startswith("{"):
            try:
                message: dict[str, Any] = json.loads(line)
            except ValueError:
                return
            self.messages |= message
            if self.progress is not None and "progress" in message:
                self.progress(*message["progress"])
        elif line.startswith("Timeout ("):
            self.timed_out = True
        elif frame := _FRAME.match(line):
            self.frames.append(frame)

    def outcome(self, spec: str, look: Look) -> Outcome:
        """One of: a report, a usage error, a process that did not come back."""
        m, printed = self.messages, self.messages.get("printed") or self.printed
        if "error" in m:
            return failed(spec, USAGE, m["error"], printed, look)
        if "fault" in m:
            what = f"crosscheck itself failed, which is no fault of the network: {m['fault']}"
            return failed(spec, UNJUDGED, what, printed, look)
        if "spoilt" in m:
            return failed(spec, UNJUDGED, m["spoilt"], printed, look, m["place"])
        if "report" not in m:
            return self.lost(spec, printed, look)
        data = m["report"]
        lines = [tuple((words, style) for words, style in line) for line in m["shown"]]
        if self.n_printed >= MUCH:
            note = f"writes {self.n_printed:,} bytes past Python's own output"
            lines += paragraph(look, f"remark (side-effect): {note}")
            data["remarks"].append({"kind": "side-effect", "text": note})
        return Outcome(spec, CODE[data["verdict"]], m["line"], lines, data, printed, self.shrunk())

    def shrunk(self) -> Mapping[str, Any]:
        """What shrinking gave, which may have run out of time after the report was there."""
        if "done" not in self.messages and "shrunk" not in self.messages:
            return {"shrunk": f"shrinking was not finished within {self.limit:g} s"}
        return {name: self.messages[name] for name in ("shrunk", "case", "lines") if name in self.messages}

    def pasted(self) -> Mapping[str, str]:
        """The smallest case for a page, of whichever search there was."""
        found = self.messages.get("pasted", {})
        if "lines" in self.messages:
            return {"what": f"shrunk to {self.messages['case']}", "lines": self.messages["lines"]}
        return found if isinstance(found, dict) else {}

    def lost(self, spec: str, printed: str, look: Look) -> Outcome:
        """It hung, left, or crashed: while it was loaded, in the candidate's code, or in our own."""
        place = self.messages.get("place") or self.own_place()
        if self.timed_out:
            what = f"still running after {self.limit:g} s"
        elif "left" in self.messages:
            what = self.messages["left"]
        else:
            what = f"the process ended by itself ({ending(self.returned)})"
        if "phase" not in self.messages:
            return failed(spec, UNJUDGED, f"{what}, before the file was loaded", printed, look)
        if self.messages["phase"] == "loading":
            return failed(spec, USAGE, f"{Path(spec).name} does not import: {what}", printed, look, place)
        code = DIFFERED if place or not self.timed_out else UNJUDGED
        return failed(spec, code, what, printed, look, place)

    def own_place(self) -> str:
        """The deepest frame in the candidate's own code."""
        from crosscheck.candidate_code import is_own

        own = next((f for f in self.frames if is_own(f["file"]) and Path(f["file"]).parent != _REFERENCE), None)
        return f"{Path(own['file']).name}:{own['line']} in {own['name'].strip()}" if own else ""


def failed(spec: str, code: int, what: str, printed: str, look: Look, place: str = "") -> Outcome:
    """No report of the numbers: one finding about the run, or none where the file is no usable adapter."""
    why = at(what, place)
    if code == USAGE:
        data = {**Report(NOT_JUDGED, (), environment=environment()).to_dict(), "error": why}
        return Outcome(spec, code, why, (), data, printed)
    verdict = DIFFERS if code == DIFFERED else NOT_JUDGED
    name = place.rpartition(" in ")[2] or "run"
    finding = Finding("", name, None, "run", 1, verdict, why=why, place=place)
    report = Report(verdict, (finding,), remarks=(Remark("run", why),), environment=environment())
    lines = [((verdict.upper(), STYLE[verdict]),), *paragraph(look, why, "what is wrong:", STRONG, BAD)]
    return Outcome(spec, code, f"{verdict}: {why}", lines, report.to_dict(), printed)


def at(what: str, place: str) -> str:
    """With its place, where that is known."""
    return f"{what}, at {place}" if place else what


def ending(code: int) -> str:
    """How a process ended."""
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def bury(worker: subprocess.Popen[bytes]) -> None:
    """Once the worker has ended, end what it started: a child of its would hold our end of the line open."""
    worker.wait()
    time.sleep(0.2)
    kill(worker)


def kill(worker: subprocess.Popen[bytes]) -> None:
    """The worker and everything that it started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(worker.pid, signal.SIGKILL)
        else:
            worker.kill()
    except (ProcessLookupError, PermissionError):
        pass

"""Calling somebody's code: what it raises is caught with its place, what it changes outside itself is put back."""

from __future__ import annotations

import decimal
import logging
import os
import random
import signal
import sys
import sysconfig
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any

import numpy as np

from crosscheck.errors import UsageError

_HARNESS = str(Path(__file__).parent)
_ELSEWHERE = tuple(
    {str(Path(p)) for key, p in sysconfig.get_paths().items() if key in ("stdlib", "platstdlib", "purelib", "platlib")}
)


@dataclass(frozen=True)
class Failure:
    """A call into the candidate's code that did not come back as it should.

    Attributes:
        call: "build", "step", "read", "forward" ...
        step: which training step, from 1; 0 in build.
        what: the exception's type and message in one line, or what was returned.
        place: "net.py:12 in backward", in the candidate's own code.
        error: the exception, None where there was none.
        adapters: whether the adapter is at fault, and not the network (see `blame`).
    """

    call: str
    step: int
    what: str
    place: str
    error: BaseException | None = None
    adapters: bool = False

    @property
    def sentence(self) -> str:
        """One line."""
        at = f" at {self.place}" if self.place else ""
        return f"{self.call} {self.what}{at}"


class CandidateError(Exception):
    """Carries a Failure from where it happened to where the run ends."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


class _Discard:
    """A stream that keeps nothing: a candidate that prints megabytes costs no memory."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False


# What a candidate prints goes to a stream of this kind; a process of its own may set another.
PRINTED: ContextVar[Callable[[], Any]] = ContextVar("PRINTED", default=_Discard)
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def guarded(seed: int = 0) -> Iterator[None]:
    """Around everything that runs a candidate's code.

    What it prints is discarded; both global random generators are seeded and put back; warnings, NumPy's error state
    and print options, the working directory, sys.path, the environment, decimal's context, the root logger, the
    handlers of Ctrl-C and termination, and torch's grad mode and default dtype are as before afterwards.
    """
    torch = sys.modules.get("torch")
    gradients, default = (torch.is_grad_enabled(), torch.get_default_dtype()) if torch is not None else (True, None)
    environment = dict(os.environ)
    states = np.random.get_state(), random.getstate()
    folder, path, argv = Path.cwd(), list(sys.path), list(sys.argv)
    options = np.get_printoptions()
    handlers = [(number, signal.getsignal(number)) for number in SIGNALS]
    log = logging.getLogger()
    logged = log.level, list(log.handlers), log.manager.disable
    np.random.seed(seed)
    random.seed(seed)
    try:
        with (
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            redirect_stdout(PRINTED.get()()),
            decimal.localcontext(),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        np.random.set_state(states[0])
        random.setstate(states[1])
        np.set_printoptions(**options)
        sys.path[:], sys.argv[:] = path, argv
        for number, handler in handlers:
            if handler is not None and signal.getsignal(number) is not handler:
                signal.signal(number, handler)
        log.handlers[:], log.manager.disable = logged[1:]
        if log.level != logged[0]:
            log.setLevel(logged[0])
        os.chdir(folder)  # without asking where we are: that folder may be gone
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)
        torch = torch or sys.modules.get("torch")
        if torch is not None:  # imported by the candidate, it has to be as it comes
            torch.set_grad_enabled(gradients)
            torch.set_default_dtype(torch.float32 if default is None else default)


def call(name: str, step: int, function: Callable[..., Any], *arguments: Any) -> Any:
    """What the function returns.

    Raises:
        CandidateError: the function raised, or called exit().
        UsageError: from the harness's own helpers, which an adapter calls.
    """
    try:
        return function(*arguments)
    except (KeyboardInterrupt, CandidateError, UsageError):
        raise
    except BaseException as error:
        place = place_of(error.__traceback__) or defined_at(function)
        raise CandidateError(Failure(name, step, f"raised {describe(error)}", place, error)) from error


def describe(error: BaseException) -> str:
    """Type and first line of the message."""
    kind = type(error).__name__
    try:
        text = str(error).strip().splitlines()
    except BaseException:  # noqa: BLE001 (what a candidate raises may itself raise when it is looked at)
        return f"{kind}, whose message cannot be read"
    if isinstance(error, SystemExit):
        return f"SystemExit: it called exit({error.code!r})"
    return f"{kind}: {text[0][:300]}" if text else kind


def place_of(traceback: TracebackType | None) -> str:
    """The deepest line that is neither the harness's nor a library's."""
    own = [f for f in extract_tb(traceback) if is_own(f.filename)]
    if not own:
        return ""
    return f"{file_name(own[-1].filename)}:{own[-1].lineno} in {own[-1].name}"


def file_name(path: str) -> str:
    """The name of a file as its author knows it: Jupyter keeps each cell in a temporary file of its own."""
    if path.startswith("<ipython-input") or Path(path).parent.name.startswith("ipykernel_"):
        return "notebook cell"
    return Path(path).name


def is_own(filename: str) -> bool:
    """Whether a file is the candidate's: not the harness's, no library's, no built-in's."""
    if filename.startswith(("<frozen", "<__array_function__")):
        return False
    if "site-packages" in filename or "dist-packages" in filename:
        return False
    return not filename.startswith((_HARNESS + os.sep, *(p + os.sep for p in _ELSEWHERE)))


def defined_at(function: Callable[..., Any]) -> str:
    """Where a function stands, for what has no traceback."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return f"{file_name(code.co_filename)}:{code.co_firstlineno} in {code.co_name}" if code else ""

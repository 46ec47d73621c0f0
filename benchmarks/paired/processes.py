"""The other side of worker.py: starts the processes, talks to them, ends them."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from benchmarks.environment import quiet_environment
from benchmarks.paired import intel


class Process:
    """A running worker."""

    def __init__(self, name: str, threads: int) -> None:
        self.name = name
        environment = quiet_environment(threads)
        if name == intel.NAME:
            environment["LD_PRELOAD"] = intel.library()
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "benchmarks.paired.worker", name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def ask(self, do: str, **arguments: object) -> dict[str, Any]:
        """Send a command and wait for its answer. Raises RuntimeError where the worker failed, with what it said."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise RuntimeError(f"{self.name}: its process has ended; see its messages above")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")
        return answer

    def end(self) -> None:
        """Let it run out of commands, and wait for it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        self._process.wait(timeout=30)


@contextmanager
def running(names: Sequence[str], threads: int) -> Iterator[dict[str, Process]]:
    """A process for each name, ended at the end."""
    processes = {name: Process(name, threads) for name in names}
    try:
        yield processes
    finally:
        for process in processes.values():
            process.end()

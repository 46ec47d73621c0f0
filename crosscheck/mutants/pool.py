"""Tasks done side by side, one BLAS thread each; the order in which they are done changes nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import as_completed
from typing import TypeVar

from crosscheck.processes import one_thread, processes

Task = TypeVar("Task")
Result = TypeVar("Result")


def side_by_side(
    what: str, work: Callable[[Task], Result], tasks: Sequence[Task], workers: int, quiet: bool = False
) -> list[Result]:
    """The results, in the order of the tasks."""
    begin = time.monotonic()
    if workers <= 1:
        one_thread()
        return [shown(work(t), what, i, len(tasks), begin, quiet) for i, t in enumerate(tasks, 1)]
    with processes(workers) as pool:
        futures = [pool.submit(work, t) for t in tasks]
        for i, done in enumerate(as_completed(futures), 1):
            shown(done.result(), what, i, len(tasks), begin, quiet)
        return [f.result() for f in futures]


def shown(result: Result, what: str, i: int, n: int, begin: float, quiet: bool) -> Result:
    """How far it is, on stderr."""
    steps = max(1, n // 20)
    if not quiet and (i == n or i % steps == 0):
        end = "\n" if i == n else ""
        start = "\r" if sys.stderr.isatty() else ""
        print(f"{start}{what}: {i} of {n}, {time.monotonic() - begin:.0f} s", end=end or ("" if start else "\n"),
              file=sys.stderr, flush=True)  # fmt: skip
    return result


def in_chunks(items: Iterable[Task], size: int) -> list[list[Task]]:
    """So many at a time."""
    listed = list(items)
    return [listed[i : i + size] for i in range(0, len(listed), size)]

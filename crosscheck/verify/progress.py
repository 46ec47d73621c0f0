"""What is being done: a bar in a terminal, and one line for each part that is done, anywhere."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")
TITLE = 38


def watched(items: Iterable[T], total: int, title: str, console: Console) -> Iterator[T]:
    """Hand items on, showing how far they are."""
    started = time.perf_counter()
    # a terminal that cannot move its cursor would get a line a step
    if console.is_terminal and not console.is_dumb_terminal:
        yield from _with_bar(items, total, title, console)
    else:
        yield from items
    console.print(f"{title:{TITLE}} {total:>5} done  {time.perf_counter() - started:5.1f} s", markup=False)


def _with_bar(items: Iterable[T], total: int, title: str, console: Console) -> Iterator[T]:
    columns = (
        TextColumn(f"{title:{TITLE}}", markup=False),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)
        for item in items:
            bar.advance(task)
            yield item

"""What stops us: SIGTERM and SIGHUP end a worker as Ctrl-C does, and none of them cuts a report in two."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

WATCHED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """Somebody ended us."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.words, self.code = f"ended by {signal.Signals(number).name}", 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped in here; signals that somebody ignores (nohup) or handles already are left alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: handler for number in WATCHED if (handler := signal.getsignal(number)) is signal.SIG_DFL}

    def stop(number: int, _: FrameType | None) -> None:
        raise Stopped(number)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def whole() -> Iterator[None]:
    """What is begun in here is finished before Ctrl-C is heard."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)  # None: not set by Python
    if heard:
        signal.raise_signal(signal.SIGINT)

"""SIGTERM and SIGHUP as an exception: what Ctrl-C undoes (a worker, a file half written) they undo as well."""

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

"""Work that makes many objects and few cycles, without the garbage collector, which would walk them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No automatic collection meanwhile; afterwards it is as it was. Nothing of a candidate's may run within."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

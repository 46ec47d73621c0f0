"""What was handed to the steps of one build, so that data of an earlier step that come back are seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError

Data: TypeAlias = tuple[NDArray[Any], NDArray[Any]]
_STEPS: ContextVar[Sequence[Data]] = ContextVar("steps", default=())


@contextmanager
def step_on(data: Sequence[Data]) -> Iterator[None]:
    """While a step runs: the x and y of every step of this build so far, of this step last."""
    token = _STEPS.set(data)
    try:
        yield
    finally:
        _STEPS.reset(token)


def check_data(names: Mapping[str, Any]) -> None:
    """Refuse names among which are the x or y of an earlier step, and neither of this step's.

    Raises:
        UsageError: with the names that hold them.
    """
    if len(_STEPS.get()) < 2:
        return
    *earlier, now = _STEPS.get()
    values = {name: v for name, v in names.items() if is_numbers(v)}
    if any(is_same(v, array) for v in values.values() for array in now if array.size > 1 or array is now[0]):
        return
    old = [
        name for name, v in values.items()
        if any(is_same(v, array) for step in earlier for array in step if array.size > 1 or array is step[0])
    ]  # fmt: skip
    if old:
        raise UsageError(
            f"run_script is given data of an earlier step as {', '.join(old)}, and nothing of this step's: what it "
            "returned then holds every variable; put the new ones last, names=net | given"
        )


def is_numbers(value: Any) -> bool:
    """Whether it can be compared with data."""
    return isinstance(value, np.ndarray | np.number | list | float)


def is_same(value: Any, array: NDArray[Any]) -> bool:
    """Whether something holds the same numbers, lying or standing."""
    try:
        mine = np.asarray(value)
        if mine.size != array.size or mine.dtype.kind not in "fiub":
            return False
        return bool(np.array_equal(mine.ravel(), array.ravel()) or np.array_equal(mine.T.ravel(), array.ravel()))
    except (ValueError, TypeError):
        return False

"""A script that raises whatever it is given: by itself it runs, so that the adapter gives it something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.errors import UsageError
from crosscheck.handed import hand_over_data
from crosscheck.script_adapter import is_run_each_step
from crosscheck.square import square_cases

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.run_adapter import Run


def refuse_raising(adapter: Adapter, runs: Sequence[Run], d: Declaration, run: Callable[[Case], Sequence[Run]]) -> None:
    """UsageError where not one run came to the end of a first step, with widths that are equal either.

    A class or a function may never have been called before, and that it raises is then what is wrong with it. A script
    has trained its author's network.
    """
    if not is_run_each_step(adapter) or not runs or any(r.failure is None or r.shown for r in runs):
        return
    if any(r.failure is None or r.shown for case in square_cases(d)[:1] for r in run(case)):
        return
    case, failure = runs[0].case, runs[0].failure
    assert failure is not None
    x, y = hand_over_data(case.x, case.y, d.conventions)
    widths = ", ".join(str(n) for n in case.sizes)
    raise UsageError(
        f"{type(adapter).__name__}: {failure.sentence}, and so with all data and all widths: nothing was judged. By "
        f"itself the script surely runs: here x is {form(x)}, y is {form(y)}, the widths are ({widths}). Compare "
        "that with what it makes itself, and declare samples, targets, weight, bias, sizes and parameters as they "
        "are there"
    )


def form(value: Any) -> str:
    """What it is, with its shape."""
    if isinstance(value, np.ndarray):
        return f"an array {value.shape}"
    return "an integer" if isinstance(value, int | np.integer) else "a float"

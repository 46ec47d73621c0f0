"""The whole verification, in its order."""

from __future__ import annotations

import time
from collections.abc import Sequence

from rich.console import Console

from crosscheck.errors import UsageError
from crosscheck.verify.comparison import Comparison
from crosscheck.verify.digits import digits
from crosscheck.verify.free_run import free_run, networks
from crosscheck.verify.grid import DTYPES, grid_cases, over_grid
from crosscheck.verify.lockstep import lockstep
from crosscheck.verify.outcome import FreeRun, Outcome
from crosscheck.verify.own import NETWORKS, Layout, own
from crosscheck.verify.progress import watched
from crosscheck.verify.tally import Tally


def verify(
    epochs: int = 10, seed: int = 0, quick: bool = False, layouts: Sequence[Layout] = NETWORKS,
    console: Console | None = None,
) -> Outcome:  # fmt: skip
    """Hold the hand-written networks against PyTorch, on the digits and over the grid.

    Args:
        epochs: how often the digits are gone through.
        seed: of the split, the start, the batches and the grid's cases.
        quick: double precision only, and a small grid.
        layouts: by name, or modules with their functions (edited copies, say).
        console: where progress is shown; nowhere by default.

    Raises:
        UsageError: epochs or a seed out of range.
    """
    if epochs < 1:
        raise UsageError(f"epochs is {epochs}: expected at least 1")
    if not 0 <= seed < 2**32 - 1:
        raise UsageError(f"seed is {seed}: expected a number from 0 to 2**32 - 2")
    console = console or Console(quiet=True)
    started = time.perf_counter()
    tally = Tally()
    candidates = [own(layout) for layout in layouts]
    n_steps = 0
    free_runs = []
    sample: tuple[Comparison, ...] = ()
    for dtype in DTYPES[:1] if quick else DTYPES:
        problem = digits(seed, epochs, dtype)
        steps = len(problem.batches)
        for done in watched(lockstep(problem, candidates), steps, f"digits in lockstep, {dtype}, steps", console):
            tally.take(done)
            sample = sample or done
        n_steps += steps
        nets = networks(problem, layouts)
        moments = watched(free_run(problem, nets, seed + 1), steps, f"digits running free, {dtype}, steps", console)
        all_moments = tuple(moments)
        accuracy = {net.name: net.accuracy() for net in (*nets.layouts, nets.torch)}
        free_runs.append(FreeRun(dtype, all_moments, accuracy))
    cases = grid_cases(seed, quick)
    for done in watched(over_grid(cases, candidates), len(cases), "synthetic grid, cases", console):
        tally.take(done)
    return Outcome(
        settings={"epochs": epochs, "seed": seed, "quick": quick},
        quantities=tally.quantities(),
        free_runs=tuple(free_runs),
        n_steps=n_steps,
        n_grid=len(cases),
        n_comparisons=tally.n_comparisons,
        n_unjudged_cases=tally.n_unjudged_cases,
        never_judged=tally.never_judged(candidates),
        not_judged=tuple(tally.not_judged),
        first_difference=tally.first_difference,
        seconds=time.perf_counter() - started,
        sample=sample,
    )
